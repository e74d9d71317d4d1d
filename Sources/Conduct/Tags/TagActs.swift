public import Inquiries
public import Records
import Tagging

/// What somebody says of a tag; what is `nil` stays as it is.
public struct TagChanges: Sendable {
  public var name: String?
  public var definition: String?
  public var useWhen: String?
  public var useNotWhen: String?
  public var example: String?
  /// `.some(nil)` puts it at the top.
  public var under: String??
  public var isGroup: Bool?
  public var colour: String??
  public var isRetired: Bool?

  public init() {}

  /// The tag as it would stand.
  func apply(to tag: inout NewTag, in tree: TagTree, on day: Day) throws {
    tag.name = name ?? tag.name
    tag.text.definition = definition ?? tag.text.definition
    tag.text.useWhen = useWhen ?? tag.text.useWhen
    tag.text.useNotWhen = useNotWhen ?? tag.text.useNotWhen
    tag.text.example = example ?? tag.text.example
    if let under { tag.parent = try under.map { try tree.find($0).key } }
    tag.isGroup = isGroup ?? tag.isGroup
    if let colour { tag.colour = colour?.uppercased() }
    if let isRetired { tag.retiredOn = isRetired ? tag.retiredOn ?? day : nil }
  }
}

/// Adds a tag to the codebook.
public struct AddTag: Act {
  public static let title = "add tag"
  public static let role = Role.author
  let key: String?
  let said: TagChanges

  /// - Parameter key: Its permanent name in addresses; made of its name when `nil`.
  public init(key: String? = nil, _ said: TagChanges) {
    self.key = key
    self.said = said
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Tag> {
    let tree = TagTree(try Tag.all(as: viewpoint, on: desk.connection))
    let name = said.name ?? ""
    let key = key ?? TagTree.key(for: name) { !tree.keys(foundBy: $0).isEmpty }
    guard key.isSlug else {
      throw Refusal(
        .invalid, "tag_key_form",
        "A key has up to 80 lower-case letters, digits and hyphens between them, not “\(key)”.",
        field: "key")
    }
    guard tree.tag(key) == nil else {
      throw Refusal(
        .conflict, "tag_key_taken", "There is a tag with the key “\(key)”; choose another.",
        field: "key")
    }
    if let other = tree.keys(foundBy: key).min() {
      throw Refusal(
        .conflict, "tag_key_taken",
        "“\(key)” leads to the tag “\(other)”, by a name of it; choose another.", field: "key")
    }
    var tag = NewTag(
      key: key, name: name, text: TagText(), parent: nil, isGroup: false, colour: nil)
    try said.apply(to: &tag, in: tree, on: desk.today(in: viewpoint.inquiry))
    try Codebook.enter([tag], from: viewpoint, at: desk)
    return Done(
      try Codebook.tree(from: viewpoint, at: desk).find(key), subject: "tag \(key)")
  }
}

/// Changes a tag: its name, its meaning, where it stands, whether it is still used.
/// Another name or meaning is a further version; what has the tag keeps the version
/// under which it got it.
public struct EditTag: Act {
  public static let title = "edit tag"
  public static let role = Role.author
  let name: String
  let changes: TagChanges
  let revision: Int

  /// - Parameter name: Its key, its name, or one that it had.
  public init(_ name: String, _ changes: TagChanges, revision: Int) {
    self.name = name
    self.changes = changes
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Tag> {
    let tree = try Codebook.lockedTree(from: viewpoint, at: desk)
    let tag = try Codebook.unmerged(name, in: tree)
    guard tag.revision == revision else {
      throw Refusal.stale("tag \(tag.key)", now: tag.revision)
    }
    var edited = NewTag(tag)
    try changes.apply(to: &edited, in: tree, on: desk.today(in: viewpoint.inquiry))
    try Codebook.enter([edited], from: viewpoint, at: desk)
    let after = try Codebook.tree(from: viewpoint, at: desk).find(tag.key)
    return Done(
      after, subject: "tag \(tag.key)",
      detail: ["version": "\(after.version)", "under": after.parent ?? ""])
  }
}

/// What came of a merge.
public struct MergedTag: Sendable {
  public let into: Tag
  /// How many tags that were put on went over.
  public let moved: Int
}

/// Merges a tag into another one, which answers under its key and names from then
/// on and has what it was on. What each was meant when it was put on stays known.
public struct MergeTag: Act {
  public static let title = "merge tag"
  public static let role = Role.author
  let name: String
  let into: String
  let revision: Int

  /// - Parameter revision: Of the tag that goes.
  public init(_ name: String, into: String, revision: Int) {
    self.name = name
    self.into = into
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<MergedTag> {
    let tree = try Codebook.lockedTree(from: viewpoint, at: desk)
    let tag = try Codebook.unmerged(name, in: tree)
    guard tag.revision == revision else {
      throw Refusal.stale("tag \(tag.key)", now: tag.revision)
    }
    let target = try tree.find(into)
    guard target.key != tag.key else {
      throw Refusal(
        .invalid, "tag_merge_itself", "“\(tag.key)” cannot be merged into itself.", field: "into")
    }
    guard !tree.stands(target.key, withinOrUnder: tag.key) else {
      throw Refusal(
        .conflict, "tag_cycle",
        "“\(target.key)” stands under “\(tag.key)”; move it away first, or merge the other way.",
        field: "into")
    }
    guard !target.isGroup || tag.isGroup else {
      throw Refusal(
        .conflict, "tag_is_group",
        "“\(target.key)” only holds other tags together and is put on nothing; move “\(tag.key)” "
          + "under it instead.", field: "into")
    }
    let moved = try tag.merge(into: target, at: desk.now, as: viewpoint, on: desk.connection)
    return Done(
      MergedTag(
        into: try Codebook.tree(from: viewpoint, at: desk).find(target.key), moved: moved),
      subject: "tag \(tag.key)", detail: ["into": target.key, "moved": "\(moved)"])
  }
}

/// The codebook of an inquiry, as acts find and change it.
enum Codebook {
  static func tree(from viewpoint: Viewpoint, at desk: Desk) throws -> TagTree {
    TagTree(try Tag.all(as: viewpoint, on: desk.connection))
  }

  /// The same for whoever moves or merges tags, one at a time: two that close a circle
  /// between them, each without seeing the other, wait here.
  static func lockedTree(from viewpoint: Viewpoint, at desk: Desk) throws -> TagTree {
    try Tag.lockAll(as: viewpoint, on: desk.connection)
    return try tree(from: viewpoint, at: desk)
  }

  /// A tag that is to be changed: one that was merged is what it was, and the one
  /// that answers for it is not what was meant.
  static func unmerged(_ name: String, in tree: TagTree) throws -> Tag {
    if let tag = tree.tag(name), let into = tag.mergedInto {
      throw Refusal(
        .conflict, "tag_merged", "“\(name)” was merged into “\(into)”; change that one.",
        field: "tag")
    }
    return try tree.find(name)
  }

  /// Enters tags that are new and changes those that are there, all of them or none.
  ///
  /// - Throws: ``Refusal`` for a name that two would have, a circle, and what cannot
  ///   be printed.
  /// - Returns: The keys of those that were added, and of those that were changed, with what of
  ///   each differs.
  @discardableResult
  static func enter(
    _ given: [NewTag], from viewpoint: Viewpoint, at desk: Desk
  ) throws -> (added: [String], changed: [(key: String, parts: [String])]) {
    let known = Dictionary(
      uniqueKeysWithValues: try Tag.all(as: viewpoint, on: desk.connection).map { ($0.key, $0) })
    let given = try given.map { try checked($0, known[$0.key]) }
    try checkNames(given, among: known)
    try checkPlaces(given, among: known)
    let new = given.filter { known[$0.key] == nil }
    for tag in new { try tag.insert(at: desk.now, as: viewpoint, on: desk.connection) }
    let all =
      new.isEmpty
      ? known
      : Dictionary(
        uniqueKeysWithValues: try Tag.all(as: viewpoint, on: desk.connection).map { ($0.key, $0) })
    var changed: [(key: String, parts: [String])] = []
    for tag in given {
      guard let standing = all[tag.key], case let parts = tag.differences(from: standing),
        !parts.isEmpty
      else { continue }
      try tag.change(standing, at: desk.now, as: viewpoint, on: desk.connection)
      if known[tag.key] != nil { changed.append((tag.key, parts)) }
    }
    return (new.map(\.key), changed)
  }

  private static func checked(_ tag: NewTag, _ standing: Tag?) throws -> NewTag {
    var tag = tag
    tag.text = tag.text.trimmed
    guard tag.name.isVisible, tag.name.count <= 200, !tag.name.contains(where: \.isNewline) else {
      throw Refusal(
        .invalid, "tag_name_form",
        "A tag's name has 1 to 200 visible characters on one line; “\(tag.key)” has not.",
        field: "name")
    }
    for part in tag.text.parts where !part.isEmpty {
      guard part.isVisible, part.utf8.count <= 20_000 else {
        throw Refusal(
          .invalid, "tag_text_form",
          "A text of “\(tag.name)” shows nothing, holds control characters, or is longer than "
            + "20,000 bytes.", field: "definition")
      }
    }
    if let heading = tag.text.headingWithin {
      throw Refusal(
        .invalid, "tag_text_heading",
        "A text of “\(tag.name)” has a line that begins with “\(heading)”; what stands there has a "
          + "field of its own.", field: "definition")
    }
    if let colour = tag.colour, colour.wholeMatch(of: #/#[0-9A-F]{6}/#) == nil {
      throw Refusal(
        .invalid, "tag_colour_form", "A colour is written as #4F7A28, not “\(colour)”.",
        field: "colour")
    }
    return tag
  }

  /// Tags that stand under each other in a circle.
  private static func checkPlaces(_ given: [NewTag], among known: [String: Tag]) throws {
    var parents: [String: String] = [:]
    let changing = Set(given.map(\.key))
    for tag in known.values where tag.mergedInto == nil && !changing.contains(tag.key) {
      parents[tag.key] = tag.parent
    }
    for tag in given { parents[tag.key] = tag.parent }
    if let cycle = TagTree.cycle(in: parents) {
      throw Refusal(
        .conflict, "tag_cycle",
        "Tags would stand under each other in a circle: "
          + (cycle + cycle.prefix(1)).joined(separator: " under ") + ".", field: "under")
    }
  }
}

extension NewTag {
  /// What of it is other than it stands, in the words of an answer.
  fileprivate func differences(from tag: Tag) -> [String] {
    let parts: [(word: String, isOther: Bool)] = [
      ("name", name != tag.name),
      ("other names", otherNames.contains { $0 != name && !tag.otherNames.contains($0) }),
      ("definition", text.definition != tag.text.definition),
      ("when to use", text.useWhen != tag.text.useWhen),
      ("when not to use", text.useNotWhen != tag.text.useNotWhen),
      ("example", text.example != tag.text.example),
      ("wider tag", parent != tag.parent), ("group or not", isGroup != tag.isGroup),
      ("colour", colour != tag.colour), ("retired or not", retiredOn != tag.retiredOn),
    ]
    return parts.filter(\.isOther).map(\.word)
  }
}
