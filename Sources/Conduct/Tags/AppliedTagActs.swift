public import Inquiries
public import Records
import Tagging

/// Which words of a passage are meant.
public enum TaggedWords: Sendable {
  case all
  /// Words that stand in the passages once.
  case quote(String)
  /// Code points from 0, the end exclusive.
  case span(from: Int, to: Int)
}

/// Puts a tag on the passages that a locator names, or on some words of one of them,
/// under the actor's name.
public struct ApplyTag: Act {
  public static let title = "apply tag"
  public static let role = Role.author
  let tag: String
  let locator: String
  let words: TaggedWords
  let version: Int?

  /// - Parameters:
  ///   - tag: Its key, its name, or one that it had.
  ///   - version: The number of the version that was read, where one passage is
  ///     named; `nil` where nobody says.
  public init(
    _ tag: String, to locator: String, _ words: TaggedWords = .all, version: Int? = nil
  ) {
    self.tag = tag
    self.locator = locator
    self.words = words
    self.version = version
  }

  /// - Returns: How many passages got the tag; those that had it of this person, on
  ///   these words, count no more.
  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Int> {
    let tagger = try viewpoint.actor.named("puts a tag on")
    let tag = try Codebook.tree(from: viewpoint, at: desk).find(tag)
    guard !tag.isGroup else {
      throw Refusal(
        .conflict, "tag_is_group",
        "“\(tag.key)” only holds other tags together; choose one below it.", field: "tag")
    }
    guard tag.retiredOn == nil else {
      throw Refusal(
        .conflict, "tag_retired",
        "“\(tag.key)” was retired and is put on nothing more; choose another, or take it back into "
          + "use (`inquiry tag retire \(tag.key) --undo`).", field: "tag")
    }
    let places = try places(from: viewpoint, at: desk)
    let made = try NewAppliedTag.insert(
      places.map { standing, span in
        NewAppliedTag(
          tag: tag.key, passage: standing.id, version: standing.version, span: span,
          quote: span.flatMap { Wording.text(in: $0, of: standing.text) }, tagger: tagger)
      }, at: desk.now, as: viewpoint, on: desk.connection)
    return Done(
      made, subject: "tag \(tag.key)", detail: ["locator": locator, "passages": "\(made)"])
  }

  private func places(
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> [(StandingPassage, Range<Int>?)] {
    if case .span(let from, let to) = words {
      let (entry, standing) = try PassageLookup.one(locator, from: viewpoint, at: desk)
      guard ![.stage, .heading].contains(entry.kind) else {
        throw Refusal(
          .notFound, "passage_not_found",
          "\(locator) is narrative or a heading; tags stand on what was said or written.",
          field: "locator")
      }
      try requireVersion(of: standing)
      let span = try Range<Int>.span(from: from, to: to)
      try span.requireFit(in: standing.text)
      return [(standing, TaggedSpan.unlessAll(span, of: standing.text))]
    }
    let found = try PassageLookup.all(
      PassageLookup.read(locator), from: viewpoint, at: desk
    ).filter { ![.stage, .heading].contains($0.kind) }.compactMap {
      try Passage.standing($0.passage, as: viewpoint, on: desk.connection)
    }
    if version != nil {
      guard found.count == 1 else {
        throw Refusal(
          .invalid, "one_passage_needed",
          "“\(locator)” names \(found.count) passages; a version is of one, such as Q45+2.",
          field: "locator")
      }
      try requireVersion(of: found[0])
    }
    guard case .quote(let quote) = words else { return found.map { ($0, nil) } }
    let places = found.flatMap { standing in
      Wording.spans(naming: quote, in: standing.text).map {
        (standing, TaggedSpan.unlessAll($0, of: standing.text))
      }
    }
    guard places.count == 1 else {
      throw Refusal(
        .invalid, places.isEmpty ? "quote_not_found" : "quote_not_unique",
        places.isEmpty
          ? "These words do not stand in \(locator): “\(quote)”."
          : "These words stand in \(locator) \(places.count) times; quote more of them: “\(quote)”.",
        field: "quote")
    }
    return places
  }

  private func requireVersion(of standing: StandingPassage) throws(Refusal) {
    if let version, version != standing.number {
      throw Refusal.stale(locator, version: version, now: standing.number)
    }
  }
}

/// Takes a tag off again. Only who put it on does so, or an administrator: what two
/// people thought is compared.
public struct RemoveAppliedTag: Act {
  public static let title = "remove tag"
  public static let role = Role.author
  let id: Identifier<AppliedTag>
  let revision: Int

  public init(_ id: Identifier<AppliedTag>, revision: Int) {
    self.id = id
    self.revision = revision
  }

  /// - Returns: What was taken off.
  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<AppliedTag> {
    let applied = try AppliedTag.own(id, to: "takes it off", from: viewpoint, at: desk)
    guard
      try AppliedTag.remove(
        id, revision: revision, at: desk.now, as: viewpoint, on: desk.connection)
    else { throw Refusal.stale("The tag \(id)", now: applied.revision) }
    return Done(
      applied, subject: "tag \(applied.tag)",
      detail: ["locator": applied.locator, "tagger": applied.tagger])
  }
}

extension AppliedTag {
  /// A tag that the actor put on; an administrator may do anything with it.
  static func own(
    _ id: Identifier<AppliedTag>, to what: String, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> AppliedTag {
    guard let applied = try AppliedTag.find(id, as: viewpoint, on: desk.connection) else {
      throw Refusal(
        .notFound, "applied_tag_not_found",
        "No passage of this inquiry has a tag with the number \(id); `inquiry tag passages` shows "
          + "numbers.", field: "id")
    }
    guard applied.tagger == viewpoint.actor.name || viewpoint.roles.contains(.administrator)
    else {
      throw Refusal(
        .forbidden, "applied_tag_of_another",
        "\(applied.tagger) put this tag on; nobody else but an administrator \(what).",
        field: "id")
    }
    return applied
  }
}

/// Writes a memo about a tag, a source, a passage, or the inquiry. It is never
/// published.
public struct WriteMemo: Act {
  public enum Subject: Sendable {
    case inquiry
    case tag(String)
    /// By reference.
    case source(String)
    /// By locator, of one.
    case passage(String)
  }

  public static let title = "write memo"
  public static let role = Role.author
  let subject: Subject
  let text: String

  public init(about subject: Subject, _ text: String) {
    self.subject = subject
    self.text = text
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Memo> {
    let writer = try viewpoint.actor.named("writes a memo")
    guard text.isVisible, text.utf8.count <= 100_000 else {
      throw Refusal(
        .invalid, "memo_form",
        "A memo shows something, has no control characters and at most 100,000 bytes.",
        field: "text")
    }
    let about: MemoSubject =
      switch subject {
      case .inquiry: .inquiry
      case .tag(let name): .tag(try Codebook.tree(from: viewpoint, at: desk).find(name).key)
      case .source(let reference):
        .source(try WriteMemo.source(reference, from: viewpoint, at: desk))
      case .passage(let locator):
        .passage(try PassageLookup.one(locator, from: viewpoint, at: desk).entry.passage)
      }
    let id = try Memo.insert(
      about: about, text, by: writer, at: desk.now, as: viewpoint, on: desk.connection)
    guard let memo = try Memo.find(id, as: viewpoint, on: desk.connection) else {
      throw RemoveMemo.notFound(id)
    }
    return Done(memo, subject: "memo \(id)", detail: ["about": memo.about ?? "the inquiry"])
  }

  private static func source(
    _ reference: String, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Identifier<Source> {
    let found = try Source.locked(
      references: [reference], as: viewpoint, on: desk.connection
    ).first
    guard let found else {
      throw Refusal(
        .notFound, "source_not_found", "There is no “\(reference)” in this inquiry.",
        field: "source")
    }
    return found.id
  }
}

/// Takes a memo away; it stays on record.
public struct RemoveMemo: Act {
  public static let title = "remove memo"
  public static let role = Role.author
  let id: Identifier<Memo>
  let revision: Int

  public init(_ id: Identifier<Memo>, revision: Int) {
    self.id = id
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Memo> {
    guard let memo = try Memo.find(id, as: viewpoint, on: desk.connection) else {
      throw RemoveMemo.notFound(id)
    }
    guard memo.writtenBy == viewpoint.actor.name || viewpoint.roles.contains(.administrator)
    else {
      throw Refusal(
        .forbidden, "memo_of_another",
        "\(memo.writtenBy) wrote this memo; only they or an administrator take it away.",
        field: "id")
    }
    guard try Memo.remove(id, revision: revision, at: desk.now, on: desk.connection) else {
      throw Refusal.stale("Memo \(id)", now: memo.revision)
    }
    return Done(memo, subject: "memo \(id)")
  }

  static func notFound(_ id: Identifier<Memo>) -> Refusal {
    Refusal(
      .notFound, "memo_not_found",
      "There is no memo \(id) in this inquiry; `inquiry memo list` shows what there is.",
      field: "id")
  }
}

extension Actor {
  /// Who this is on record; the operator is nobody in particular.
  func named(_ what: String) throws(Refusal) -> Identifier<StaffUser> {
    guard let id else {
      throw Refusal(
        .forbidden, "person_needed",
        "Only a staff user with a name \(what); the operator has none.")
    }
    return id
  }
}
