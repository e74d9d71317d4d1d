public import Inquiries

extension EvidenceMatrix {
  /// Counts what an inquiry makes of its evidence; linear in links and citations.
  public init(_ kind: Kind, of use: EvidenceUse) {
    switch kind {
    case .recommendations: self = EvidenceMatrix.recommendations(use)
    case .findings: self = EvidenceMatrix.findings(use)
    case .sources: self = EvidenceMatrix.sources(use)
    }
  }

  private static func recommendations(_ use: EvidenceUse) -> EvidenceMatrix {
    let rows = use.conclusions.filter { !$0.isFinding }
    let links = use.links.filter { !$0.isOfFinding }
    let linked = Set(links.map(\.source))
    let columns = use.sources.filter { linked.contains($0.reference) }
    let place = places(columns.map(\.reference))
    var tally = Tally(rows: places(rows.map(\.key)))
    for link in links { tally.add(link, to: [place[link.source]].compactMap { $0 }) }
    return EvidenceMatrix(
      kind: .recommendations, rows: rows.map(Heading.init),
      columns: columns.map { Heading(key: $0.reference, label: $0.reference) },
      cells: tally.sorted)
  }

  private static func findings(_ use: EvidenceUse) -> EvidenceMatrix {
    let rows = use.conclusions.filter(\.isFinding)
    var tally = Tally(rows: places(rows.map(\.key)))
    // Documents, surveys and the questions of members are of no group.
    let noGroup = use.groups.count
    for link in use.links where link.isOfFinding {
      tally.add(link, to: use.groupsOf[link.passage] ?? [noGroup])
    }
    var columns = use.groups.map { Heading(key: $0.slug, label: $0.name) }
    if tally.cells.keys.contains(where: { $0.column == noGroup }) {
      columns.append(Heading(key: "", label: "No group"))
    }
    return EvidenceMatrix(
      kind: .findings, rows: rows.map(Heading.init), columns: columns, cells: tally.sorted)
  }

  private static func sources(_ use: EvidenceUse) -> EvidenceMatrix {
    let paragraphs = Set(use.citations.map(\.paragraph)).sorted()
    let column = Dictionary(uniqueKeysWithValues: zip(paragraphs, paragraphs.indices))
    var tally = Tally(rows: places(use.sources.map(\.reference)))
    for citation in use.citations { tally.add(citation, to: column[citation.paragraph] ?? 0) }
    return EvidenceMatrix(
      kind: .sources,
      rows: use.sources.map { Heading(key: $0.reference, label: "\($0.reference), \($0.title)") },
      columns: paragraphs.map {
        Heading(key: "\($0)", label: $0 == 0 ? "Before paragraph 1" : "Paragraph \($0)")
      },
      cells: tally.sorted)
  }

  private static func places(_ keys: [String]) -> [String: Int] {
    Dictionary(zip(keys, keys.indices), uniquingKeysWith: { first, _ in first })
  }
}

extension EvidenceMatrix.Heading {
  fileprivate init(_ conclusion: EvidenceUse.Conclusion) {
    self.init(key: conclusion.key, label: conclusion.name)
  }
}

/// Cells as they fill, each passage once under what it does there.
private struct Tally {
  struct Place: Hashable {
    let row: Int
    let column: Int
  }

  private struct Counted: Hashable {
    let place: Place
    let passage: Identifier<Passage>
    let part: WritableKeyPath<EvidenceMatrix.Cell, Int>
  }

  private struct Origin: Hashable {
    let place: Place
    let source: String
  }

  let rows: [String: Int]
  var cells: [Place: EvidenceMatrix.Cell] = [:]
  private var counted: Set<Counted> = []
  private var origins: Set<Origin> = []

  init(rows: [String: Int]) {
    self.rows = rows
  }

  mutating func add(_ link: EvidenceUse.Link, to columns: [Int]) {
    let part: WritableKeyPath<EvidenceMatrix.Cell, Int> =
      if !link.counts {
        \.waiting
      } else {
        switch link.stance {
        case .supports: \.supports
        case .contrasts: \.contrasts
        case .context: \.context
        }
      }
    for column in columns { add(link.passage, of: link.source, at: link.key, column, part) }
  }

  mutating func add(_ citation: EvidenceUse.Citation, to column: Int) {
    add(citation.passage, of: citation.source, at: citation.source, column, \.cited)
  }

  private mutating func add(
    _ passage: Identifier<Passage>, of source: String, at row: String, _ column: Int,
    _ part: WritableKeyPath<EvidenceMatrix.Cell, Int>
  ) {
    guard let row = rows[row] else { return }
    let place = Place(row: row, column: column)
    guard counted.insert(Counted(place: place, passage: passage, part: part)).inserted else {
      return
    }
    let isOfNewSource =
      part != \EvidenceMatrix.Cell.waiting
      && origins.insert(Origin(place: place, source: source)).inserted
    var cell = cells[place] ?? EvidenceMatrix.Cell(row: row, column: column)
    cell[keyPath: part] += 1
    if isOfNewSource { cell.sources += 1 }
    cells[place] = cell
  }

  var sorted: [EvidenceMatrix.Cell] {
    cells.values.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
  }
}
