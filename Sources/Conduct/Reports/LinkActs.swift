public import Inquiries
public import Records

/// What came of linking a statement to evidence.
public struct LinksMade: Hashable, Sendable {
  /// How many links were made; passages linked already make none.
  public let count: Int
  /// How many questions and turns of members the locator named beside the answers.
  public let leftOut: Int
}

/// Links a finding, recommendation, one limb of it, or a proposition to the passages
/// a locator names. Of a whole question the answers are evidence; the question and what
/// members say there are left out, unless they are linked as context.
public struct LinkEvidence: Act {
  public static let title = "link evidence"
  public static let role = Role.author
  let end: LinkEnd
  let limb: Int?
  let locator: String
  let stance: Stance
  let words: LinkWords
  let version: Int?
  let isAffirmed: Bool

  /// - Parameters:
  ///   - limb: Of the recommendation; `nil` for the whole of what is linked.
  ///   - words: All of the passages, or words of one of them, which may be told as the
  ///     first and the last, `first … last`.
  ///   - version: Number of the version of the one passage that was read; needed
  ///     for a span, which means nothing in another.
  ///   - isAffirmed: Whether the actor answers for it at once; without, it is
  ///     only suggested and counts for nothing.
  public init(
    _ end: LinkEnd, limb: Int? = nil, to locator: String, stance: Stance, words: LinkWords,
    version: Int? = nil, isAffirmed: Bool
  ) {
    self.end = end
    self.limb = limb
    self.locator = locator
    self.stance = stance
    self.words = words
    self.version = version
    self.isAffirmed = isAffirmed
  }

  /// - Parameter quote: Words of one of the passages; the link means them alone.
  public init(
    _ end: LinkEnd, to locator: String, stance: Stance, quote: String?, isAffirmed: Bool
  ) {
    self.init(
      end, to: locator, stance: stance, words: quote.map(LinkWords.quote) ?? .whole,
      isAffirmed: isAffirmed)
  }

  /// - Throws: ``Refusal`` `link_stance_differs` where the same words are linked already
  ///   and the link says another thing of them.
  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<LinksMade> {
    let end = try EndLookup.resolve(end, from: viewpoint, at: desk)
    try EndLookup.require(limb, of: end, as: viewpoint, on: desk.connection)
    let spoken = try PassageLookup.all(
      PassageLookup.read(locator), from: viewpoint, at: desk
    ).filter { ![.stage, .heading].contains($0.kind) }
    let entries = try withoutContext(spoken, from: viewpoint, at: desk)
    let leftOut = spoken.count - entries.count
    var made = 0
    for (entry, span, words) in try places(entries, from: viewpoint, at: desk) {
      try Omissions.check(span, in: entry.version, at: desk)
      let link = NewLink(
        end: end, limb: limb, passage: entry.passage, version: entry.version, stance: stance,
        status: isAffirmed ? .affirmed : .suggested, span: span, quote: words)
      if try link.insert(at: desk.now, as: viewpoint, on: desk.connection) != nil {
        made += 1
      } else if let known = try link.standing(as: viewpoint, on: desk.connection),
        known.stance != stance
      {
        throw stanceDiffers(known.id, known.stance)
      }
    }
    var detail = ["locator": locator, "stance": stance.rawValue, "links": "\(made)"]
    if let limb { detail["limb"] = "\(limb)" }
    if leftOut > 0 { detail["leftOut"] = "\(leftOut)" }
    let part = limb.map { ", limb \($0)" } ?? ""
    return Done(
      LinksMade(count: made, leftOut: leftOut), subject: "\(end.key)\(part) to \(locator)",
      detail: detail)
  }

  /// Without what is context of the answers beside it. Who means such a turn names it
  /// alone, or quotes it.
  private func withoutContext(
    _ spoken: [PassageEntry], from viewpoint: Viewpoint, at desk: Desk
  ) throws -> [PassageEntry] {
    guard stance != .context, words == .whole, version == nil, spoken.count > 1 else {
      return spoken
    }
    let context = try SearchedEvidence.context(
      among: spoken.map(\.passage), as: viewpoint, on: desk.connection)
    let evidence = spoken.filter { !context.contains($0.passage) }
    return evidence.isEmpty ? spoken : evidence
  }

  /// The passages meant: all that were named, or the one that holds the words.
  private func places(
    _ spoken: [PassageEntry], from viewpoint: Viewpoint, at desk: Desk
  ) throws -> [(PassageEntry, Range<Int>?, String?)] {
    if version == nil, words == .whole { return spoken.map { ($0, nil, nil) } }
    let standing = Dictionary(
      uniqueKeysWithValues: try Passage.standing(
        spoken.map(\.passage), as: viewpoint, on: desk.connection
      ).map { ($0.id, $0) })
    if let version { try require(version, of: spoken, standing) }
    switch words {
    case .whole: return spoken.map { ($0, nil, nil) }
    case .span(let span):
      guard spoken.count == 1, let text = standing[spoken[0].passage]?.text else {
        throw onePassage(spoken.count)
      }
      try span.requireFit(in: text)
      return [(spoken[0], span, Wording.text(in: span, of: text))]
    case .quote(let quote):
      let found = spoken.flatMap { entry in
        (standing[entry.passage]?.text).map { text in
          Wording.spans(naming: quote, in: text).map { (entry, $0, Wording.text(in: $0, of: text)) }
        } ?? []
      }
      guard found.count == 1 else { throw notOnce(quote, found.count) }
      return found
    }
  }

  private func require(
    _ version: Int, of entries: [PassageEntry],
    _ standing: [Identifier<Passage>: StandingPassage]
  ) throws {
    // A question's turns were read together with the answers; a version is of one.
    guard entries.count == 1, let passage = standing[entries[0].passage] else {
      throw onePassage(entries.count)
    }
    guard passage.number == version else {
      throw Refusal.stale(locator, version: version, now: passage.number)
    }
  }

  private func stanceDiffers(_ link: Identifier<Link>, _ known: Stance) -> Refusal {
    Refusal(
      .conflict, "link_stance_differs",
      "Link \(link) joins the same already, as “\(known.rawValue)”; `inquiry link edit \(link) "
        + "--stance \(stance.rawValue)` changes that.", field: "stance")
  }

  private func onePassage(_ count: Int) -> Refusal {
    Refusal(
      .invalid, "one_passage_needed",
      "“\(locator)” names \(count) passages; a version or span is of one, such as Q45+2.",
      field: "locator")
  }

  private func notOnce(_ quote: String, _ count: Int) -> Refusal {
    Refusal(
      .invalid, count == 0 ? "quote_not_found" : "quote_not_unique",
      count == 0
        ? "These words do not stand in \(locator): “\(quote)”."
        : "These words stand in \(locator) \(count) times; quote more of them: “\(quote)”.",
      field: "quote")
  }
}
