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
      try Omissions.check(span, in: entry.version, at: desk)
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
    guard let quote else {
      return entries.filter { ![.stage, .heading].contains($0.kind) }.map { ($0, nil, nil) }
    }
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
