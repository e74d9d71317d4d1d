public import Inquiries
public import Records

/// What leaving words out did.
public struct RedactionDone: Sendable {
  public let locator: String
  /// How many omissions the submission has now, in how many passages.
  public let omissions: [Omission]
  /// Places of the published report where the words still stand.
  public let publicPlaces: [String]
  /// Other passages of the inquiry where the same words stand.
  public let elsewhere: WordsElsewhere
}

/// Leaves words of a submission, or of a survey answer that was published by
/// itself, out for the public, visibly and under a
/// decision: out of the version that stands and of every earlier one, since a
/// report may be pinned to those.
public struct RedactPassage: Act {
  public static let title = "redact"
  public static let role = Role.clerk
  let locator: String
  let words: String
  let terms: DecisionTerms
  let revision: Int?

  /// - Parameters:
  ///   - locator: One paragraph, `CTI0008, para 4`, the whole, `CTI0008`, or an
  ///     answer, `S2-Q9, answer 1`.
  ///   - words: What is left out; they must stand there once.
  ///   - revision: Of the submission, or the answer's survey, as it was read; `nil`
  ///     where nobody says.
  public init(_ locator: String, words: String, _ terms: DecisionTerms, revision: Int? = nil) {
    self.locator = locator
    self.words = words
    self.terms = terms
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<RedactionDone> {
    guard terms.reason?.isVisible == true else {
      throw Refusal(
        .invalid, "reason_missing", "Say why these words are left out.", field: "decision.reason")
    }
    let decision = try terms.decision("redact", from: viewpoint, at: desk)
    let reference = try reference()
    let entries = try PassageLookup.all(naming: locator, from: viewpoint, at: desk)
    let found = try SourceList([reference]).locked(from: viewpoint, at: desk)
    guard let (id, source) = found.first else { throw misplaced }
    let submission = try WrittenSubmission.among([id], on: desk.connection).first?.submission
    let isQuoted = try QuestionInWords.areQuoted(entries.map(\.passage), on: desk.connection)
    guard submission != nil || isQuoted else { throw misplaced }
    try Refusal.requireFresh(
      reference, read: revision, now: submission?.revision ?? source.revision)
    let versions = try RedactedVersion.all(of: entries.map(\.passage), on: desk.connection)
    let place = try place(in: versions)
    try checkLinks(place, versions, at: desk)
    let decisionID = try decision.insert(as: viewpoint, on: desk.connection)
    for version in versions where version.passage == place.version.passage {
      // In the words that stand, the one place; in earlier ones, every place.
      let spans = version.isCurrent ? [place.span] : open(in: version)
      if !spans.isEmpty { try version.omit(spans, under: decisionID, on: desk.connection) }
    }
    // An answer of which nothing is left is gone, and its address says so.
    let left = Omission.apply(place.version.omitted + [place.span], to: place.version.text)
    if isQuoted, !left.contains(where: { $0.isLetter || $0.isNumber }) {
      if let reason = terms.publicReason {
        try reason.check(removing: place.version.text, leaving: "")
        try reason.check(about: [id], from: viewpoint, at: desk)
      }
      try QuestionInWords.takeDown(
        [place.version.passage], under: decisionID, on: desk.connection)
    }
    try WrittenSubmission.note(decisionID, about: [id], on: desk.connection)
    try StandingRecord.touch(id, on: desk.connection)
    // What is public says so at once; what is not, by the outcome that is decided anew.
    if submission?.outcome == .publishedNamed, source.state == .published {
      try WrittenSubmission.decide(
        .publishedRedacted, printedName: nil, for: [id], on: desk.connection)
    }
    try Publication.refresh(viewpoint.inquiryID, sources: [id], on: desk.connection)
    let detail = try WrittenSubmission.detail(reference, as: viewpoint, on: desk.connection)
    let gone = Wording.text(in: place.span, of: place.version.text) ?? words
    return Done(
      RedactionDone(
        locator: locator, omissions: detail?.omissions ?? [],
        publicPlaces: try QuotableWords.inPublishedReports(
          gone, as: viewpoint, on: desk.connection) + copies(of: id, at: desk),
        elsewhere: try WordsElsewhere.of(gone, as: viewpoint, on: desk.connection)),
      subject: locator, detail: ["decidedOn": terms.on.description, "decidedBy": terms.by])
  }

  private func copies(of source: Identifier<Source>, at desk: Desk) throws -> [String] {
    try Source.publicCopies(of: [source], on: desk.connection).values.joined().map {
      "the copy \($0)"
    }
  }

  /// The reference of the source that the locator lies in.
  private func reference() throws -> String {
    if let position = PassagePosition(locator) {
      guard SourceKind(reference: position.reference) == .writtenSubmission else { throw misplaced }
      return position.reference
    }
    switch try PassageLookup.read(locator) {
    case .answers(let survey, _, .some): return survey
    case .whole(let reference), .paragraphs(let reference, _):
      if SourceKind(reference: reference) == .writtenSubmission { return reference }
      throw misplaced
    case .questions, .turn, .points, .session, .pages, .answers: throw misplaced
    }
  }

  private var misplaced: Refusal {
    Refusal(
      .invalid, "redaction_of_submissions",
      "Words are left out of written submissions, and of survey answers published by themselves; "
        + "name a paragraph or answer, such as CTI0008, para 4, or S2-Q9, answer 1.",
      field: "locator")
  }

  private func place(
    in versions: [RedactedVersion]
  ) throws -> (version: RedactedVersion, span: Range<Int>) {
    let places = versions.filter(\.isCurrent).flatMap { version in
      Wording.spans(of: words, in: version.text).map { (version, $0) }
    }
    guard places.count == 1, let place = places.first else {
      throw Refusal(
        .invalid, places.isEmpty ? "words_not_found" : "words_not_unique",
        places.isEmpty
          ? "These words do not stand in \(locator)."
          : "These words stand in \(locator) \(places.count) times; name the paragraph, or more of "
            + "the words.", field: "words")
    }
    guard !place.0.omitted.contains(where: { $0.overlaps(place.1) }) else {
      throw Refusal(
        .conflict, "redacted_already", "Some of these words of \(locator) are left out already.",
        field: "words")
    }
    return place
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
    _ place: (version: RedactedVersion, span: Range<Int>), _ versions: [RedactedVersion],
    at desk: Desk
  ) throws {
    let links = try Link.quoting([place.version.passage], on: desk.connection)
    let clashing = links.filter { link in
      guard let version = versions.first(where: { $0.id == link.version }) else { return false }
      let omitted = version.isCurrent ? [place.span] : open(in: version)
      return Wording.spans(of: link.quote, in: version.text).contains { quoted in
        omitted.contains { $0.overlaps(quoted) }
      }
    }
    guard !clashing.isEmpty else { return }
    let named = clashing.map { "link \($0.id) of “\($0.key)”" }.joined(separator: ", ")
    throw Refusal(
      .conflict, "quoted_by_link",
      "These words of \(locator) are quoted by \(named); drop what quotes them first, and publish "
        + "the report anew where it is in print. Nothing was done.", field: "words")
  }
}

/// Keeps omissions through a change of words.
enum Omissions {
  /// Leaves out of the new words what was left out of the old; refused unless
  /// each omission is found there once, so that nothing comes back by accident.
  static func carry(
    of standing: StandingPassage, to version: Identifier<PassageVersion>, _ text: String,
    _ locator: String, at desk: Desk
  ) throws {
    let old = try RedactedVersion.some([standing.version], on: desk.connection).first
    guard let old, !old.omitted.isEmpty else { return }
    var spans: [Range<Int>] = []
    for omitted in old.omitted {
      let words = Wording.text(in: omitted, of: old.text) ?? ""
      let places = Wording.spans(of: words, in: text)
      guard places.count == 1, !spans.contains(where: { $0.overlaps(places[0]) }) else {
        throw Refusal(
          .conflict, "redaction_lost",
          "Words of \(locator) are left out for the public, and they must stand once in the new "
            + "words too; nothing was done. Change the words around them only.", field: "text")
      }
      spans.append(places[0])
    }
    try old.carry(to: version, text: text, spans: spans, on: desk.connection)
  }

  /// Refuses a quotation of words that the public does not see.
  static func check(
    _ span: Range<Int>?, in version: Identifier<PassageVersion>, at desk: Desk
  ) throws {
    guard let span else { return }
    let versions = try RedactedVersion.some([version], on: desk.connection)
    guard versions.contains(where: { $0.omitted.contains { $0.overlaps(span) } }) else { return }
    throw Refusal(
      .conflict, "quote_omitted",
      "These words are left out for the public, so that they cannot be quoted; quote others.",
      field: "quote")
  }
}
