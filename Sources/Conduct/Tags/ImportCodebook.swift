public import Inquiries
public import Papers
public import Records
import Tagging

/// Takes in a codebook, or a project with tags on passages: all of it, or nothing.
///
/// A tag is known again by what the file calls it, or else by its name; one that is
/// not in the file stays. Tags that a file puts on passages are those of the person
/// whom it names, where that is one of ours, and else of the person who takes it in.
/// The same file again changes nothing.
public struct ImportCodebook: Act {
  public static let title = "import codebook"
  public static let role = Role.author
  let project: CodedProject
  let site: String

  /// - Parameter site: Where the public finds the site, as at the export.
  public init(_ project: CodedProject, site: String) {
    self.project = project
    self.site = site
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<CodebookImport> {
    var matching = Matching(
      project.codebook, try Tag.all(as: viewpoint, on: desk.connection),
      on: desk.today(in: viewpoint.inquiry))
    let wanted = matching.wanted()
    let (added, changed) = try Codebook.enter(wanted, from: viewpoint, at: desk)
    let tree = try Codebook.tree(from: viewpoint, at: desk)
    var coding = Coding(
      keys: matching.keys, tree: tree,
      codebook: CodebookExport.iri(of: viewpoint.inquiry, site: site))
    try coding.read(project, from: viewpoint, at: desk)
    var applied = 0
    if !coding.applied.isEmpty {
      applied = try NewAppliedTag.insert(
        coding.applied, at: desk.now, as: viewpoint, on: desk.connection)
    }
    let report = CodebookImport(
      added: added, changed: changed.map(\.key),
      changes: changed.map { "\($0.key): \($0.parts.joined(separator: ", "))" },
      unchangedCount: wanted.count - added.count - changed.count + matching.mergedAlikeCount,
      appliedCount: applied, appliedBefore: coding.applied.count - applied,
      leftOut: project.codebook.leftOut + matching.leftOut + coding.leftOut)
    return Done(
      report, subject: "codebook",
      detail: [
        "added": "\(added.count)", "changed": "\(changed.count)", "applied": "\(applied)",
        "left out": "\(report.leftOut.count)",
      ])
  }
}

/// Finds for each tag of a file the tag here that it is.
private struct Matching {
  private let file: WrittenCodebook
  private let byIRI: [String: Tag]
  private let byGUID: [String: Tag]
  private let byName: [String: Tag]
  /// By what tags are found beside the names that they have.
  private let byHeldName: [String: [Tag]]
  private let day: Day
  private var taken: Set<String>
  /// The key of each tag of the file here, by its IRI.
  private(set) var keys: [String: String] = [:]
  private(set) var leftOut: [String] = []
  /// How many the file says were replaced as they were merged here.
  private(set) var mergedAlikeCount = 0

  init(_ file: WrittenCodebook, _ tags: [Tag], on day: Day) {
    self.file = file
    self.day = day
    byIRI = Dictionary(tags.map { ($0.iri, $0) }, uniquingKeysWith: { $1 })
    byGUID = Dictionary(tags.map { ($0.guid, $0) }, uniquingKeysWith: { $1 })
    byName = Dictionary(
      tags.filter { $0.mergedInto == nil }.map { (TagTree.folded($0.name), $0) },
      uniquingKeysWith: { $1 })
    var byHeldName: [String: [Tag]] = [:]
    for tag in tags {
      for name in TagTree.heldNames(of: tag) {
        byHeldName[TagTree.folded(name), default: []].append(tag)
      }
    }
    self.byHeldName = byHeldName
    taken = Set(byName.keys).union(byHeldName.keys)
  }

  /// The tag that the file calls by what the tag itself says, or by its name.
  private func direct(_ entry: WrittenCodebook.Entry) -> Tag? {
    byIRI[entry.iri] ?? byGUID[NameGUID.of(entry.iri)]
      ?? (entry.replacedBy == nil ? byName[TagTree.folded(entry.name)] : nil)
  }

  /// The one tag that is still found by the name of an entry; one that was merged goes
  /// first, as it is not brought back.
  private func former(_ entry: WrittenCodebook.Entry, _ directs: Set<String>) -> Tag? {
    let tags = byHeldName[TagTree.folded(entry.name)] ?? []
    guard entry.replacedBy == nil, Set(tags.map { $0.mergedInto ?? $0.key }).count == 1 else {
      return nil
    }
    return tags.first { $0.mergedInto != nil } ?? tags.first { !directs.contains($0.key) }
  }

  /// The tags as the file wants them.
  mutating func wanted() -> [NewTag] {
    var claimed: Set<String> = []
    var found: [(entry: WrittenCodebook.Entry, tag: NewTag)] = []
    var replaced: [(entry: WrittenCodebook.Entry, known: Tag?)] = []
    let directs = Set(file.entries.compactMap { direct($0)?.key })
    for entry in file.entries {
      var entry = entry
      let called = direct(entry)
      let known = called ?? former(entry, directs)
      guard entry.replacedBy == nil else {
        replaced.append((entry, known))
        continue
      }
      if let known, let into = known.mergedInto {
        keys[entry.iri] = into
        leftOut.append("“\(entry.name)” was merged here into “\(into)”.")
        continue
      }
      let own = known.flatMap { claimed.insert($0.key).inserted ? $0 : nil }
      if called == nil, let own {
        leftOut.append("“\(entry.name)” is called “\(own.name)” here by now, and stays so.")
        entry.name = own.name
      }
      let tag = own.map { NewTag($0) } ?? new(entry)
      keys[entry.iri] = tag.key
      found.append((entry, tag))
    }
    let named = namesOfSuccessors(of: replaced, claimed: claimed)
    return found.map { entry, tag in
      var tag = tag
      tag.name = entry.name
      tag.text.take(entry.text ?? TagText())
      tag.parent = entry.parent.flatMap { keys[$0] }
      tag.isGroup = entry.isGroup ?? tag.isGroup
      tag.colour = entry.colour ?? tag.colour
      tag.otherNames += (entry.otherNames + (named[entry.iri] ?? [])).filter {
        $0.isVisible && !tag.otherNames.contains($0)
      }
      if entry.isDeprecated { tag.retiredOn = tag.retiredOn ?? day }
      return tag
    }
  }

  /// What a file says was replaced: a merge is a person's decision and is not taken from
  /// a file, so that one of a tag that stands here is told, with what would do it.
  ///
  /// - Returns: The names of those that are not here, by the IRI of what replaces them.
  private mutating func namesOfSuccessors(
    of replaced: [(entry: WrittenCodebook.Entry, known: Tag?)], claimed: Set<String>
  ) -> [String: [String]] {
    let entries = Dictionary(file.entries.map { ($0.iri, $0) }, uniquingKeysWith: { $1 })
    var named: [String: [String]] = [:]
    for (entry, byIdentity) in replaced {
      let known =
        byIdentity
        ?? byName[TagTree.folded(entry.name)].flatMap { claimed.contains($0.key) ? nil : $0 }
      // What stands under it here stays under it.
      keys[entry.iri] = known.map { $0.mergedInto ?? $0.key }
      guard let successor = successor(of: entry, in: entries), let key = keys[successor.iri] else {
        leftOut.append(
          "“\(entry.name)” was replaced in the file by a tag that the file does not hold; it was left out."
        )
        continue
      }
      guard let standing = known, standing.key != key else {
        named[successor.iri, default: []].append(entry.name)
        leftOut.append("“\(entry.name)” was replaced in the file; its name leads to its successor.")
        continue
      }
      let told = "“\(standing.name)” was replaced by “\(successor.name)” in the file and"
      if standing.mergedInto == key {
        mergedAlikeCount += 1
      } else if let into = standing.mergedInto {
        leftOut.append("\(told) merged here into “\(into)”, which stays so.")
      } else {
        leftOut.append(
          "\(told) stands here; `inquiry tag merge \(standing.key) --into \(key)` merges it.")
      }
    }
    return named
  }

  /// What answers for a tag that was replaced, and perhaps that for it again; `nil` where
  /// the file does not hold it.
  private func successor(
    of entry: WrittenCodebook.Entry, in entries: [String: WrittenCodebook.Entry]
  ) -> WrittenCodebook.Entry? {
    var place = entry
    // A circle of them has no end.
    for _ in 0..<entries.count {
      guard let target = place.replacedBy else { return place }
      guard let next = entries[target] else { return nil }
      place = next
    }
    return nil
  }

  private mutating func new(_ entry: WrittenCodebook.Entry) -> NewTag {
    let said = entry.key.flatMap { $0.isSlug && !taken.contains($0) ? $0 : nil }
    let key = said ?? TagTree.key(for: entry.name) { [taken] in taken.contains($0) }
    taken.insert(key)
    return NewTag(
      key: key, iri: entry.iri, name: entry.name, text: TagText(), parent: nil, isGroup: false,
      colour: nil)
  }
}

/// Finds for each tag that a file puts on words the passage and the person here.
private struct Coding {
  let keys: [String: String]
  let tree: TagTree
  let codebook: String
  private(set) var applied: [NewAppliedTag] = []
  private(set) var leftOut: [String] = []

  init(keys: [String: String], tree: TagTree, codebook: String) {
    self.keys = keys
    self.tree = tree
    self.codebook = codebook
  }

  mutating func read(
    _ project: CodedProject, from viewpoint: Viewpoint, at desk: Desk
  ) throws {
    let tagged = project.texts.filter { $0.selections.contains { !$0.codings.isEmpty } }
    guard !tagged.isEmpty else { return }
    let importer = try viewpoint.actor.named("takes in tags on passages")
    let taggers = Dictionary(
      uniqueKeysWithValues: try CodedSource.taggers(as: viewpoint, on: desk.connection).map {
        (CodebookExport.userGUID($0, in: codebook), $0)
      })
    // A text is called by its reference; programs keep both name and GUID.
    let sources = try CodedSource.all(
      tagged.map(\.name), as: viewpoint, on: desk.connection)
    let byReference = Dictionary(uniqueKeysWithValues: sources.map { ($0.reference, $0) })
    for text in tagged {
      guard let source = byReference[text.name] else {
        leftOut.append(
          "The text “\(text.name)” is no source of this inquiry that may be exchanged; its tags were not taken."
        )
        continue
      }
      let coded = CodedText(source)
      let folded = coded.isSame(as: text.text) ? text : text.withLineFeeds
      for (said, selection) in zip(text.selections, folded.selections) {
        let places = coded.meant(by: selection, of: folded.text)
        if places.isEmpty, !selection.codings.isEmpty {
          leftOut.append(
            "Words of \(text.name) (\(said.span.lowerBound) to \(said.span.upperBound) in the file) do not stand there once."
          )
        }
        for coding in selection.codings {
          guard let key = usable(coding) else { continue }
          applied += places.map { piece, span in
            NewAppliedTag(
              tag: key, passage: piece.passage, version: piece.version, span: span,
              quote: span.flatMap { Wording.text(in: $0, of: piece.text) },
              tagger: coding.user.flatMap { taggers[$0] } ?? importer)
          }
        }
      }
    }
  }

  /// The key of the tag of a coding, where it is still put on words.
  private mutating func usable(_ coding: CodedProject.Coding) -> String? {
    guard let key = keys[coding.tag], let tag = tree.tag(key) else { return nil }
    guard !tag.isGroup else {
      leftOut.append("“\(tag.name)” only holds others together; it was put on nothing.")
      return nil
    }
    return key
  }
}
