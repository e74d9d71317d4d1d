public import Inquiries
public import Records

/// What leaving words out did.
public struct RedactionDone: Sendable {
  /// What was named, as it was named.
  public let locator: String
  /// The passages that the words were left out of.
  public let places: [String]
  /// All omissions that the submissions have now.
  public let omissions: [Omission]
  /// Places of the published report where the words still stand.
  public let publicPlaces: [String]
  /// Other passages of the inquiry where the same words stand.
  public let elsewhere: WordsElsewhere
  /// The revisions at which the submissions and surveys were found, in the order named.
  public let found: [Int]
}

/// Leaves words of submissions, or of survey answers that were published by
/// themselves, out for the public, visibly and under one decision, in all places that
/// are named or in none: out of the version that stands and of every earlier one, since
/// a report may be pinned to those.
public struct RedactPassage: Act {
  public static let title = "redact"
  public static let role = Role.clerk
  let list: RedactionList
  let words: String
  let terms: DecisionTerms

  /// - Parameter words: What is left out; they must stand once in each place.
  public init(_ list: RedactionList, words: String, _ terms: DecisionTerms) {
    self.list = list
    self.words = words
    self.terms = terms
  }

  /// - Parameters:
  ///   - locator: One paragraph, `CTI0008, para 4`, the whole, `CTI0008`, or an
  ///     answer, `S2-Q9, answer 1`.
  ///   - words: What is left out; they must stand there once.
  ///   - revision: Of the submission, or the answer's survey, as it was read; `nil`
  ///     where nobody says.
  public init(_ locator: String, words: String, _ terms: DecisionTerms, revision: Int? = nil) {
    self.init(RedactionList([locator], revisions: revision.map { [$0] }), words: words, terms)
  }

  /// Where the words stand in a place that was named.
  private struct Spot {
    let name: String
    let reference: String
    let version: RedactedVersion
    let span: Range<Int>

    /// The words as they are written there.
    var words: String { Wording.text(in: span, of: version.text) ?? "" }
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<RedactionDone> {
    guard terms.reason?.isVisible == true else {
      throw Refusal(
        .invalid, "reason_missing", "Say why these words are left out.", field: "decision.reason")
    }
    let decision = try terms.decision("redact", from: viewpoint, at: desk)
    let named = try list.places(from: viewpoint, at: desk)
    let holders = try list.holders(of: named, from: viewpoint, at: desk)
    let versions = try RedactedVersion.all(
      of: named.flatMap(\.passages), on: desk.connection)
    let spots = try spots(of: named, in: versions)
    try checkLinks(spots, versions, at: desk)
    let decisionID = try decision.insert(as: viewpoint, on: desk.connection)
    try omit(spots, in: versions, under: decisionID, at: desk)
    try takeDownEmptied(spots, of: holders, under: decisionID, from: viewpoint, at: desk)
    let ids = holders.map(\.id)
    try WrittenSubmission.note(decisionID, about: ids, on: desk.connection)
    for id in ids { try StandingRecord.touch(id, on: desk.connection) }
    // What is public says so at once; what is not, by the outcome that is decided anew.
    let shown = holders.filter {
      $0.submission?.outcome == .publishedNamed && $0.source.state == .published
    }
    try WrittenSubmission.decide(
      .publishedRedacted, printedName: nil, for: shown.map(\.id), on: desk.connection)
    try Publication.refresh(viewpoint.inquiryID, sources: ids, on: desk.connection)
    return Done(
      try done(spots, of: holders, naming: named.map(\.name), from: viewpoint, at: desk),
      subject: RedactionList.subject(named.map(\.name)),
      detail: [
        "decidedOn": terms.on.description, "decidedBy": terms.by,
        "places": RedactionList.named(spots.map(\.version.place)),
      ])
  }

  private func omit(
    _ spots: [Spot], in versions: [RedactedVersion], under decision: Identifier<Decision>,
    at desk: Desk
  ) throws {
    let byPassage = Dictionary(grouping: versions, by: \.passage)
    for spot in spots {
      for version in byPassage[spot.version.passage] ?? [] {
        // In the words that stand, the one place; in earlier ones, every place.
        let spans = version.isCurrent ? [spot.span] : open(in: version)
        if !spans.isEmpty { try version.omit(spans, under: decision, on: desk.connection) }
      }
    }
  }

  /// An answer of which nothing is left is gone, and its address says so.
  private func takeDownEmptied(
    _ spots: [Spot], of holders: [RedactionList.Holder], under decision: Identifier<Decision>,
    from viewpoint: Viewpoint, at desk: Desk
  ) throws {
    for holder in holders where holder.submission == nil {
      for spot in spots where spot.reference == holder.source.reference {
        let left = Omission.apply(spot.version.omitted + [spot.span], to: spot.version.text)
        guard !left.contains(where: { $0.isLetter || $0.isNumber }) else { continue }
        if let reason = terms.publicReason {
          try reason.check(removing: spot.version.text, leaving: "")
          try reason.check(about: [holder.id], from: viewpoint, at: desk)
        }
        try QuestionInWords.takeDown(
          [spot.version.passage], under: decision, on: desk.connection)
      }
    }
  }

  private func done(
    _ spots: [Spot], of holders: [RedactionList.Holder], naming names: [String],
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> RedactionDone {
    let ids = holders.map(\.id)
    let reports = try QuotableWords.inPublishedReports(
      SoughtWords(spots.map(\.words)), as: viewpoint, on: desk.connection)
    let copies = try Source.publicCopies(of: ids, on: desk.connection).values.joined()
    return RedactionDone(
      locator: RedactionList.named(names), places: spots.map(\.version.place),
      omissions: try Omission.all(in: ids, on: desk.connection),
      publicPlaces: reports + Set(copies).sorted().map { "the copy \($0)" },
      elsewhere: try WordsElsewhere.of(
        SoughtWords([spots.first?.words ?? words]), as: viewpoint, on: desk.connection),
      found: holders.map(\.revision))
  }

  /// The one place of the words in each that is named; all that have none, or several, are
  /// told at once.
  private func spots(
    of named: [RedactionList.Place], in versions: [RedactedVersion]
  ) throws -> [Spot] {
    let current = Dictionary(grouping: versions.filter(\.isCurrent), by: \.passage)
    let found = named.map { place -> [Spot] in
      let standing = place.passages.flatMap { current[$0] ?? [] }
      return standing.flatMap { version -> [Spot] in
        Wording.spans(of: words, in: version.text).map {
          Spot(name: place.name, reference: place.reference, version: version, span: $0)
        }
      }
    }
    try require(zip(named, found).filter(\.1.isEmpty).map(\.0.name), of: named.count) {
      Refusal(
        .invalid, "words_not_found", "These words do not stand in \($0).\($1)", field: "words")
    }
    let counts = zip(named, found).filter { $1.count > 1 }
    try require(counts.map(\.0.name), of: named.count) {
      Refusal(
        .invalid, "words_not_unique",
        "These words stand in \($0) "
          + (counts.count == 1 ? "\(counts.first?.1.count ?? 0) times" : "several times")
          + "; name the paragraph, or more of the words.\($1)", field: "words")
    }
    let spots = found.flatMap(\.self)
    let closed = spots.filter { spot in
      spot.version.omitted.contains { $0.overlaps(spot.span) }
    }
    try require(closed.map(\.name), of: named.count) {
      Refusal(
        .conflict, "redacted_already", "Some of these words of \($0) are left out already.\($1)",
        field: "words")
    }
    return spots
  }

  /// Refuses where places are unfit, with them and what to type so that the rest is taken.
  private func require(
    _ unfit: [String], of count: Int, _ refusal: (_ named: String, _ remedy: String) -> Refusal
  ) throws {
    guard !unfit.isEmpty else { return }
    throw refusal(RedactionList.named(unfit), RedactionList.remedy(unfit, of: count))
  }

  /// Where the words stand in an earlier version and are not left out yet.
  private func open(in version: RedactedVersion) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    for span in Wording.spans(of: words, in: version.text)
    where !(version.omitted + spans).contains(where: { $0.overlaps(span) }) {
      spans.append(span)
    }
    return spans
  }

  /// A quotation that would show what is left out has to go first.
  private func checkLinks(
    _ spots: [Spot], _ versions: [RedactedVersion], at desk: Desk
  ) throws {
    let links = try Link.quoting(spots.map(\.version.passage), on: desk.connection)
    let byID = Dictionary(versions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let byPassage = Dictionary(
      spots.map { ($0.version.passage, $0) }, uniquingKeysWith: { first, _ in first })
    let clashing = links.compactMap { link -> (link: String, name: String)? in
      guard let version = byID[link.version], let spot = byPassage[version.passage] else {
        return nil
      }
      let omitted = version.isCurrent ? [spot.span] : open(in: version)
      let isShown = Wording.spans(of: link.quote, in: version.text).contains { quoted in
        omitted.contains { $0.overlaps(quoted) }
      }
      guard isShown else { return nil }
      return (link: "link \(link.id) of “\(link.key)”", name: spot.name)
    }
    guard !clashing.isEmpty else { return }
    let names = Set(clashing.map(\.name))
    let unfit = spots.map(\.name).filter(names.contains)
    throw Refusal(
      .conflict, "quoted_by_link",
      "These words of \(RedactionList.named(unfit)) are quoted by "
        + clashing.map(\.link).joined(separator: ", ")
        + "; drop what quotes them first, and publish the report anew where it is in print. "
        + "Nothing was done." + RedactionList.remedy(unfit, of: spots.count), field: "words")
  }
}
