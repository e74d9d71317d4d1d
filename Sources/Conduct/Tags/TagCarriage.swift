public import Inquiries
import Postgres
public import Records
import Tagging

extension AppliedTag {
  /// Brings the tags of a passage to its new words.
  ///
  /// One on words that stand there once, typography aside, goes along; so does one on
  /// the whole passage where only typography changed. Any other stays at the words it
  /// was put on and is suspect, as is one that an earlier correction left behind.
  static func carry(
    of standing: StandingPassage, to version: Identifier<PassageVersion>, _ text: String,
    on connection: Connection
  ) throws {
    var carried: [Carried] = []
    var suspect: [Identifier<AppliedTag>] = []
    var taken: Set<Place> = []
    for held in try AppliedTag.held(on: standing.id, on: connection) {
      guard held.version == standing.version, !held.isSuspect else {
        suspect.append(held.id)
        continue
      }
      let carriage = LinkCarriage(
        of: .affirmed, span: held.span, logged: standing.text, turn: text)
      let place = Place(tag: held.tag, tagger: held.tagger, span: carriage.span)
      // Two that were apart, by a blank say, may mean the same words now.
      guard carriage.moves, carriage.status == .affirmed, taken.insert(place).inserted else {
        suspect.append(held.id)
        continue
      }
      carried.append(Carried(id: held.id, span: carriage.span, quote: carriage.quote))
    }
    try AppliedTag.carry(carried, to: version, on: connection)
    try AppliedTag.suspect(suspect, on: connection)
  }

  private struct Place: Hashable {
    let tag: Int64
    let tagger: Identifier<StaffUser>
    let span: Range<Int>?
  }
}

/// Affirms a tag whose words changed: it is on them as they stand now, or on others of
/// the same passage. Who put it on does so, or an administrator.
public struct AffirmAppliedTag: Act {
  public static let title = "affirm tag"
  public static let role = Role.author
  let id: Identifier<AppliedTag>
  let words: TaggedWords?
  let version: Int?
  let revision: Int

  /// - Parameters:
  ///   - words: What it is to be on; `nil` for the words that it was on, which must stand
  ///     there once.
  ///   - version: Number of the version that was read; needed for a span.
  public init(
    _ id: Identifier<AppliedTag>, words: TaggedWords? = nil, version: Int? = nil, revision: Int
  ) {
    self.id = id
    self.words = words
    self.version = version
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<AppliedTag> {
    let applied = try AppliedTag.own(id, to: "affirms it", from: viewpoint, at: desk)
    let lost = Refusal.stale("The tag \(id)", now: applied.revision)
    guard applied.revision == revision else { throw lost }
    guard let held = try AppliedTag.held(id, on: desk.connection),
      let standing = try Passage.standing(held.passage, as: viewpoint, on: desk.connection)
    else { throw lost }
    if let version, version != standing.number {
      throw Refusal.stale(applied.locator, version: version, now: standing.number)
    }
    let span = try span(of: held, in: standing)
    do {
      guard
        try AppliedTag.affirm(
          .init(
            id: id, span: span, quote: span.flatMap { Wording.text(in: $0, of: standing.text) }),
          on: standing.version, revision: revision, connection: desk.connection)
      else { throw lost }
    } catch let error as DatabaseError where error.constraint == "applied_tag_once" {
      throw Refusal(
        .conflict, "tag_stands",
        "\(applied.tagger) has the same tag on the same words already; take this one off "
          + "(`inquiry tag remove \(id)`).", field: "id")
    }
    guard let after = try AppliedTag.find(id, as: viewpoint, on: desk.connection) else {
      throw lost
    }
    return Done(
      after, subject: "tag \(after.tag)",
      detail: [
        "locator": after.locator, "tagger": after.tagger, "version": "\(after.passageVersion)",
      ])
  }

  private func span(
    of held: AppliedTag.Held, in standing: StandingPassage
  ) throws -> Range<Int>? {
    switch words ?? held.quote.map(TaggedWords.quote) ?? .all {
    case .all: return nil
    case .span(let from, let to):
      let span = try Range<Int>.span(from: from, to: to)
      try span.requireFit(in: standing.text)
      return TaggedSpan.unlessAll(span, of: standing.text)
    case .quote(let quote):
      let places = Wording.spans(naming: quote, in: standing.text)
      guard places.count == 1 else {
        guard words == nil else {
          throw Refusal(
            .invalid, places.isEmpty ? "quote_not_found" : "quote_not_unique",
            places.isEmpty
              ? "These words do not stand in the passage."
              : "These words stand in the passage \(places.count) times; quote more of them.",
            field: "quote")
        }
        throw Refusal(
          .conflict, "quote_lost",
          "The words that tag \(id) is on are no longer in its passage, or stand there more than "
            + "once; put it on others (`inquiry tag affirm \(id) --quote …`), or take it off.")
      }
      return TaggedSpan.unlessAll(places[0], of: standing.text)
    }
  }
}
