public import Inquiries
public import Postgres
public import Records
public import Tagging

/// What staff read of a codebook and of the tags that were put on.
public enum CodebookReading {
  /// All tags, to be found under every name they have.
  public static func tree(
    isCounting: Bool = false, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> TagTree {
    TagTree(try Tag.all(isCounting: isCounting, as: viewpoint, on: connection))
  }

  /// Tags by the groups of the witnesses who spoke or wrote.
  ///
  /// - Parameter hasBelow: Whether a tag counts what the tags below it are on.
  public static func byGroup(
    hasBelow: Bool, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> TagMatrix {
    let counts = try TagCounts.byGroup(hasBelow: hasBelow, as: viewpoint, on: connection)
    let tags = try tree(as: viewpoint, on: connection).inOrder.map(\.tag)
    let sums = counts.filter { $0.row == nil }
    let groups = try WitnessGroup.all(as: viewpoint, on: connection).map {
      (key: $0.group.slug, name: $0.group.name)
    }
    return TagMatrix(
      rows: lines(
        tags.filter { !$0.isGroup || hasBelow }.map { ($0.key, $0.name) },
        counts.filter { $0.column == nil }, \.row),
      columns: lines(
        groups + (sums.contains { $0.column == "(none)" } ? [("(none)", "In no group")] : []),
        sums, \.column),
      cells: cells(counts))
  }

  /// Tags that stand on the same passages.
  public static func together(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> TagMatrix {
    let counts = try TagCounts.together(as: viewpoint, on: connection)
    let tags = try tree(as: viewpoint, on: connection).inOrder.map(\.tag)
    let alone = counts.filter { $0.row == $0.column }
    let rows = lines(tags.filter { !$0.isGroup }.map { ($0.key, $0.name) }, alone, \.row)
    return TagMatrix(
      rows: rows, columns: rows, cells: cells(counts.filter { $0.row != $0.column }))
  }

  private static func lines(
    _ things: [(key: String, name: String)], _ sums: [TagCounts],
    _ side: KeyPath<TagCounts, String?>
  ) -> [TagMatrix.Line] {
    let sums = Dictionary(sums.map { ($0[keyPath: side], $0) }, uniquingKeysWith: { $1 })
    return things.map { thing in
      TagMatrix.Line(
        key: thing.key, name: thing.name, sources: sums[thing.key]?.sources ?? 0,
        passages: sums[thing.key]?.passages ?? 0)
    }
  }

  private static func cells(_ counts: [TagCounts]) -> [TagMatrix.Cell] {
    counts.compactMap { count in
      guard let row = count.row, let column = count.column else { return nil }
      return TagMatrix.Cell(
        row: row, column: column, sources: count.sources, passages: count.passages)
    }
  }

  /// How far two people agree, tag by tag, over all passages of the sources in which
  /// both put tags.
  ///
  /// - Parameters:
  ///   - names: Of two staff users; those who put most tags on, where `nil`.
  ///   - limit: How many disagreements are listed.
  public static func agreement(
    between names: (String, String)?, limit: Int, as viewpoint: Viewpoint,
    on connection: Connection
  ) throws -> TagAgreement {
    let (first, second) = try names ?? twoMost(as: viewpoint, on: connection)
    guard first != second else {
      throw Refusal(
        .invalid, "taggers_same", "Name two people; “\(first)” agrees with themselves.",
        field: "second")
    }
    let comparison = TagComparison(
      try FilterValue.tagger(first, field: "first", as: viewpoint, on: connection),
      try FilterValue.tagger(second, field: "second", as: viewpoint, on: connection))
    let units = try comparison.units(as: viewpoint, on: connection)
    let unitCount = units.reduce(0) { $0 + $1.passages }
    let tags = try tree(as: viewpoint, on: connection)
    return TagAgreement(
      first: first, second: second, sources: units.map(\.reference), unitCount: unitCount,
      tags: try comparison.marks(as: viewpoint, on: connection).map { marks in
        let neither = unitCount - marks.both - marks.onlyFirst - marks.onlySecond
        let alpha = KrippendorffAlpha.nominal([
          ([true, true], marks.both), ([true, false], marks.onlyFirst),
          ([false, true], marks.onlySecond), ([false, false], neither),
        ])
        return TagAgreement.Line(
          key: marks.tag, name: tags.tag(marks.tag)?.name ?? marks.tag, both: marks.both,
          onlyFirst: marks.onlyFirst, onlySecond: marks.onlySecond, neither: neither,
          alpha: alpha.map(KrippendorffAlpha.printed))
      },
      disagreements: try comparison.disagreements(
        limit: limit, as: viewpoint, on: connection
      ).map {
        TagAgreement.Disagreement(
          locator: $0.locator, tag: $0.tag, tagger: $0.isFirst ? first : second)
      })
  }

  private static func twoMost(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> (String, String) {
    let taggers = try TagComparison.taggers(as: viewpoint, on: connection)
    guard taggers.count > 1 else {
      throw Refusal(
        .conflict, "taggers_missing",
        "Fewer than two people have put tags on passages here; there is nothing to compare.",
        field: "first")
    }
    return (taggers[0], taggers[1])
  }
}
