import Crypto
public import Inquiries
public import Papers
public import Records

/// Puts an author's draft into the record as the next version.
///
/// Paragraphs that the alignment finds again keep their identity; citations
/// that stay in their paragraph keep the words they were pinned to, typography
/// aside.
public struct PushDraft: Act {
  public static let title = "push draft"
  public static let role = Role.author
  let draft: Draft
  let fileName: String

  public init(_ draft: Draft, fileName: String) {
    self.draft = draft
    self.fileName = fileName
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<PushReport> {
    guard draft.header.inquiry == viewpoint.inquiry.slug else {
      throw Refusal(
        .invalid, "draft_of_other_inquiry",
        "\(fileName) says “inquiry: \(draft.header.inquiry)”; this is “\(viewpoint.inquiry.slug)”.",
        field: "inquiry")
    }
    let newest = try DraftVersion.lockNewest(as: viewpoint, on: desk.connection)
    let base = try DraftVersion.find(as: viewpoint, on: desk.connection)
    guard try isEdited(from: base, newest, from: viewpoint, at: desk) else {
      throw Refusal(
        .stale, "draft_base_differs",
        "\(fileName) was edited from version \(draft.header.base ?? 0) and the newest is \(newest); "
          + "pull it, bring your changes in, and push again.", field: "base")
    }
    let before = try base.map { try DraftReader.read($0.bytes, fileName: fileName) }
    if let before, draft.saysTheSame(as: before),
      try !hasCitationsToPin(base, from: viewpoint, at: desk)
    {
      let report = report(version: newest, isUnchanged: true, changes: [], newKeys: [])
      return Done(report, subject: "draft \(newest)", detail: ["unchanged": "true"])
    }
    let alignment = before.map { DraftAlignment(from: $0, to: draft) }
    let newKeys =
      try Finding.add(keys: keys(of: .finding), as: viewpoint, on: desk.connection)
      + Recommendation.add(keys: keys(of: .recommendation), as: viewpoint, on: desk.connection)
    let number = newest + 1
    let original = try Original(
      fileName: fileName, sha256: Array(SHA256.hash(data: draft.bytes)), bytes: draft.bytes
    ).insert(on: desk.connection)
    let version = try DraftVersion.insert(
      number: number, title: draft.header.title, original: original, as: viewpoint,
      on: desk.connection)
    let identities = try identities(
      alignment, base: base?.id, from: viewpoint, at: desk)
    try DraftVersion.insert(
      draft.blocks.map { $0.row(paragraph: identities[$0.ordinal]) }, of: version, as: viewpoint,
      on: desk.connection)
    try DraftVersion.insert(
      try citations(identities, base: base?.id, from: viewpoint, at: desk), of: version,
      on: desk.connection)
    let report = report(
      version: number, isUnchanged: false, changes: changes(alignment, before), newKeys: newKeys)
    return Done(report, subject: "draft \(number)")
  }

  /// Whether it was edited from the newest version, or from one with the same words
  /// whose citations were pinned anew since.
  private func isEdited(
    from base: DraftVersion?, _ newest: Int, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Bool {
    guard let number = draft.header.base, number != newest else {
      return draft.header.base ?? 0 == newest
    }
    let read = try DraftVersion.find(number: number, as: viewpoint, on: desk.connection)
    return read.map { $0.bytes == base?.bytes } ?? false
  }

  private func keys(of kind: DraftBlockKind) -> [String] {
    draft.blocks.filter { $0.kind == kind }.compactMap(\.key)
  }

  /// The identity of each numbered block, by ordinal: the one it had, or a new
  /// one.
  private func identities(
    _ alignment: DraftAlignment?, base: Identifier<DraftVersion>?, from viewpoint: Viewpoint,
    at desk: Desk
  ) throws -> [Int: Identifier<DraftParagraph>] {
    let kept = try base.map { try DraftVersion.paragraphs(of: $0, on: desk.connection) } ?? [:]
    let ordinalsBefore = alignment?.ordinalsBefore ?? [:]
    var identities: [Int: Identifier<DraftParagraph>] = [:]
    var new: [Int] = []
    for block in draft.blocks where block.paragraphNumber != nil {
      if let before = ordinalsBefore[block.ordinal], let paragraph = kept[before] {
        identities[block.ordinal] = paragraph
      } else {
        new.append(block.ordinal)
      }
    }
    let made = try DraftVersion.newParagraphs(new.count, as: viewpoint, on: desk.connection)
    for (ordinal, paragraph) in zip(new, made) { identities[ordinal] = paragraph }
    return identities
  }

  /// Whether a citation that was pinned to nothing names evidence by now.
  private func hasCitationsToPin(
    _ base: DraftVersion?, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Bool {
    guard let base else { return false }
    let bare = try DraftVersion.citations(of: base.id, on: desk.connection)
      .filter(\.versions.isEmpty)
    guard !bare.isEmpty else { return false }
    let locators = bare.compactMap { try? Locator.read(evened: $0.locator).get() }
    let index = try Passage.index(around: locators, as: viewpoint, on: desk.connection)
    return locators.contains { locator in
      guard case .found = index.resolve(locator) else { return false }
      return true
    }
  }

  private struct Place: Hashable {
    let paragraph: Identifier<DraftParagraph>
    let locator: String
  }

  private func citations(
    _ identities: [Int: Identifier<DraftParagraph>], base: Identifier<DraftVersion>?,
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> [CitationRow] {
    var pinned: [Place: [Identifier<PassageVersion>]] = [:]
    if let base {
      let paragraphs = try DraftVersion.paragraphs(of: base, on: desk.connection)
      for citation in try DraftVersion.citations(of: base, on: desk.connection) {
        guard let paragraph = paragraphs.owner(of: citation.block) else { continue }
        pinned[Place(paragraph: paragraph, locator: citation.locator)] = citation.versions
      }
    }
    let index = try Passage.index(
      around: draft.citations.flatMap(\.items).compactMap { try? $0.reading.get() },
      as: viewpoint, on: desk.connection)
    var bracket = 0
    let rows = draft.blocks.flatMap { block in
      block.citations.flatMap { citation -> [CitationRow] in
        defer { bracket += 1 }
        return citation.items.enumerated().compactMap { item, cited in
          guard case .success(let locator) = cited.reading else { return nil }
          var versions: [Identifier<PassageVersion>] = []
          if let paragraph = identities.owner(of: block.ordinal),
            let kept = pinned[Place(paragraph: paragraph, locator: locator.description)],
            !kept.isEmpty
          {
            versions = kept
          } else if case .found(let entries) = index.resolve(locator) {
            versions = entries.map(\.version)
          }
          return CitationRow(
            block: block.ordinal, bracket: bracket, item: item, locator: locator.description,
            versions: versions)
        }
      }
    }
    // A correction of typography goes along; one of words waits for an author.
    let pins = try CitationPins(rows, in: index, on: desk.connection)
    return rows.map { pins.carried($0) { !$0.isReworded } }
  }

  private func changes(_ alignment: DraftAlignment?, _ before: Draft?) -> [PushReport.Change] {
    guard let alignment else { return [] }
    return alignment.entries.compactMap { entry in
      guard entry.change != .same || entry.renumbering != nil else { return nil }
      let block =
        entry.after.map { draft.blocks[$0] } ?? entry.before.flatMap { before?.blocks[$0] }
      return PushReport.Change(
        change: entry.change == .same ? "renumbered" : entry.change.rawValue,
        paragraphBefore: entry.paragraphBefore, paragraphAfter: entry.paragraphAfter,
        words: String(block?.text.prefix(60) ?? ""))
    }
  }

  private func report(
    version: Int, isUnchanged: Bool, changes: [PushReport.Change], newKeys: [String]
  ) -> PushReport {
    PushReport(
      version: version, isUnchanged: isUnchanged, changes: changes, newKeys: newKeys,
      paragraphCount: draft.blocks.count { $0.paragraphNumber != nil },
      citationCount: draft.citations.count)
  }
}

extension Draft {
  /// Whether two drafts differ in no more than the version they were edited from.
  fileprivate func saysTheSame(as other: Draft) -> Bool {
    header.title == other.header.title && blocks.count == other.blocks.count
      && zip(blocks, other.blocks).allSatisfy { mine, theirs in
        bytes[mine.range].elementsEqual(other.bytes[theirs.range])
      }
  }
}

extension [Int: Identifier<DraftParagraph>] {
  /// The paragraph that a block is, or goes on from.
  fileprivate func owner(of block: Int) -> Identifier<DraftParagraph>? {
    guard block >= 0 else { return nil }
    return stride(from: block, through: 0, by: -1).lazy.compactMap { self[$0] }.first
  }
}

extension DraftBlock {
  fileprivate func row(paragraph: Identifier<DraftParagraph>?) -> DraftBlockRow {
    let (kind, level): (String, Int?) =
      switch kind {
      case .heading(let level): ("heading", level)
      case .paragraph: ("paragraph", nil)
      case .finding: ("finding", nil)
      case .conclusion: ("conclusion", nil)
      case .recommendation: ("recommendation", nil)
      case .continuation: ("continuation", nil)
      }
    return DraftBlockRow(
      kind: kind, level: level, key: key, paragraph: paragraph, paragraphNumber: paragraphNumber,
      number: number, text: text)
  }
}
