public import Inquiries
public import Records

/// Links a finding or recommendation to the passages a locator names.
public struct LinkEvidence: Act {
  public static let title = "link evidence"
  public static let role = Role.author
  let end: LinkEnd
  let locator: String
  let stance: Stance
  let quote: String?
  let isAffirmed: Bool

  /// - Parameters:
  ///   - quote: Words of one of the passages; the link means them alone.
  ///   - isAffirmed: Whether the actor answers for it at once; without, it is
  ///     only suggested and counts for nothing.
  public init(
    _ end: LinkEnd, to locator: String, stance: Stance, quote: String?, isAffirmed: Bool
  ) {
    self.end = end
    self.locator = locator
    self.stance = stance
    self.quote = quote
    self.isAffirmed = isAffirmed
  }

  /// - Returns: How many links were made; passages linked already make none.
  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Int> {
    let end = try EndLookup.resolve(end, from: viewpoint, at: desk)
    let entries = try PassageLookup.all(
      PassageLookup.read(locator), from: viewpoint, at: desk)
    var made = 0
    for (entry, span, words) in try places(entries, from: viewpoint, at: desk) {
      let link = NewLink(
        end: end, passage: entry.passage, version: entry.version, stance: stance,
        status: isAffirmed ? .affirmed : .suggested, span: span, quote: words)
      if try link.insert(at: desk.now, as: viewpoint, on: desk.connection) != nil { made += 1 }
    }
    try Publication.refresh(viewpoint.inquiryID, sources: [], on: desk.connection)
    return Done(
      made, subject: end.key,
      detail: ["locator": locator, "stance": stance.rawValue, "links": "\(made)"])
  }

  /// The passages meant: all that were named, or the one that holds the quote.
  private func places(
    _ entries: [PassageEntry], from viewpoint: Viewpoint, at desk: Desk
  ) throws -> [(PassageEntry, Range<Int>?, String?)] {
    guard let quote else { return entries.filter { $0.kind != .stage }.map { ($0, nil, nil) } }
    var found: [(PassageEntry, Range<Int>?, String?)] = []
    for entry in entries {
      guard
        let standing = try Passage.standing(entry.passage, as: viewpoint, on: desk.connection)
      else { continue }
      for span in Wording.spans(of: quote, in: standing.text) {
        found.append((entry, span, Wording.text(in: span, of: standing.text)))
      }
    }
    guard found.count == 1 else {
      throw Refusal(
        .invalid, found.isEmpty ? "quote_not_found" : "quote_not_unique",
        found.isEmpty
          ? "These words do not stand in \(locator): “\(quote)”."
          : "These words stand in \(locator) \(found.count) times; quote more of them: “\(quote)”.",
        field: "quote")
    }
    return found
  }
}

/// Affirms a link, or drops it; the actor answers for it from then on.
public struct SettleLink: Act {
  public static let title = "settle link"
  public static let role = Role.author
  let id: Identifier<Link>
  let isAffirmed: Bool
  let revision: Int

  public init(_ id: Identifier<Link>, isAffirmed: Bool, revision: Int) {
    self.id = id
    self.isAffirmed = isAffirmed
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Void> {
    guard let link = try Link.settling(id, from: viewpoint, on: desk.connection) else {
      throw Refusal(.notFound, "link_not_found", "There is no link \(id) in this inquiry.")
    }
    guard link.revision == revision else { throw Refusal.stale("link \(id)", now: link.revision) }
    if isAffirmed {
      try affirm(link, from: viewpoint, at: desk)
    } else {
      try Link.drop(id, on: desk.connection)
    }
    try Publication.refresh(viewpoint.inquiryID, sources: [], on: desk.connection)
    return Done(
      (), subject: link.key,
      detail: ["link": "\(id)", "status": isAffirmed ? "affirmed" : "dropped"])
  }

  /// Whoever affirms answers for the words as they stand now: the link is
  /// pinned to them, and a quote must still be among them.
  private func affirm(
    _ link: Link.Settling, from viewpoint: Viewpoint, at desk: Desk
  ) throws {
    let standing = try Passage.standing(link.passage, as: viewpoint, on: desk.connection)
    guard let standing else {
      throw Refusal(
        .conflict, "passage_gone", "The passage of link \(id) no longer stands; drop the link.")
    }
    let spans = link.quote.map { Wording.spans(of: $0, in: standing.text) }
    if let spans, spans.count != 1 {
      throw Refusal(
        .conflict, "quote_lost",
        "The words that link \(id) quotes are no longer in its passage, or stand there more than "
          + "once; drop it and link the passage anew.")
    }
    let span = spans?.first
    try Link.affirm(
      id, at: standing.version, span: span,
      quote: span.flatMap { Wording.text(in: $0, of: standing.text) }, now: desk.now,
      from: viewpoint, on: desk.connection)
  }
}
