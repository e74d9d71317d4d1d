public import Inquiries
public import Records

/// What lifting redactions did.
public struct RedactionLifted: Sendable {
  /// What was named, as it was named.
  public let locator: String
  /// The passages of which words are left out no more.
  public let places: [String]
  /// Those of them that the public reads with these words from now on.
  public let publicAgain: [String]
  /// All omissions that the submissions have still.
  public let omissions: [Omission]
  /// The revisions at which the submissions and surveys were found, in the order named.
  public let found: [Int]
}

/// Lifts redactions of submissions, or of survey answers that were published by
/// themselves, under one decision, in all places that are named or in none.
///
/// Of what is published the words are public again at once, and so they must pass what
/// every publication passes: consent, outcome, names that are not to be named, protected
/// terms, personal data, and what the inquiry did from which the evidence was carried over.
public struct LiftRedaction: Act {
  public static let title = "lift redaction"
  public static let role = Role.clerk
  let list: RedactionList
  let words: String?
  let isPersonalDataSeen: Bool
  let terms: DecisionTerms

  /// - Parameters:
  ///   - words: The omission that is meant, by the words left out; all of each place where
  ///     it is `nil`.
  ///   - isPersonalDataSeen: Whether a clerk looked at what looks like personal data and
  ///     lets it stand.
  public init(
    _ list: RedactionList, words: String? = nil, isPersonalDataSeen: Bool = false,
    _ terms: DecisionTerms
  ) {
    self.list = list
    self.words = words
    self.isPersonalDataSeen = isPersonalDataSeen
    self.terms = terms
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<RedactionLifted> {
    guard terms.reason?.isVisible == true else {
      throw Refusal(
        .invalid, "reason_missing", "Say why these words are left out no more.",
        field: "decision.reason")
    }
    try viewpoint.requireNotLapsed()
    let decision = try terms.decision("unredact", from: viewpoint, at: desk)
    let named = try list.places(from: viewpoint, at: desk)
    let holders = try list.holders(of: named, from: viewpoint, at: desk)
    let versions = try RedactedVersion.all(of: named.flatMap(\.passages), on: desk.connection)
    try requireRedacted(named, in: versions)
    try requireNotTakenDown(named, at: desk)
    let decisionID = try decision.insert(as: viewpoint, on: desk.connection)
    for version in versions {
      let spans = meant(in: version)
      if !spans.isEmpty { try version.lift(spans, under: decisionID, on: desk.connection) }
    }
    let ids = holders.map(\.id)
    try WrittenSubmission.note(decisionID, about: ids, on: desk.connection)
    for id in ids { try StandingRecord.touch(id, on: desk.connection) }
    let published = holders.filter { $0.source.state == .published }
    let seen = try checkPublished(published, from: viewpoint, at: desk)
    try Publication.refresh(viewpoint.inquiryID, sources: ids, on: desk.connection)
    let lifted = versions.filter { $0.isCurrent && !meant(in: $0).isEmpty }
    let publicPassages = passages(of: named, in: published)
    let detail = [
      "decidedOn": terms.on.description, "decidedBy": terms.by,
      "places": RedactionList.named(lifted.map(\.place)),
    ]
    return Done(
      RedactionLifted(
        locator: RedactionList.named(named.map(\.name)), places: lifted.map(\.place),
        publicAgain: lifted.filter { publicPassages.contains($0.passage) }.map(\.place),
        omissions: try Omission.all(in: ids, on: desk.connection),
        found: holders.map(\.revision)),
      subject: RedactionList.subject(named.map(\.name)),
      detail: detail.merging(seen) { first, _ in first })
  }

  private func passages(
    of named: [RedactionList.Place], in holders: [RedactionList.Holder]
  ) -> Set<Identifier<Passage>> {
    let references = Set(holders.map(\.source.reference))
    return Set(named.filter { references.contains($0.reference) }.flatMap(\.passages))
  }

  /// The omissions of a version that are to be lifted.
  private func meant(in version: RedactedVersion) -> [Range<Int>] {
    guard let words else { return version.omitted }
    let sought = Wording.normalised(words)
    return version.omitted.filter { span in
      Wording.text(in: span, of: version.text).map(Wording.normalised) == sought
    }
  }

  private func requireRedacted(
    _ named: [RedactionList.Place], in versions: [RedactedVersion]
  ) throws {
    let redacted = Set(
      versions.filter { $0.isCurrent && !meant(in: $0).isEmpty }.map(\.passage))
    let bare = named.filter { redacted.isDisjoint(with: $0.passages) }.map(\.name)
    guard !bare.isEmpty else { return }
    throw Refusal(
      .notFound, "redaction_not_found",
      (words == nil ? "Nothing is left out of " : "These words are not left out of ")
        + "\(RedactionList.named(bare)); `inquiry submission show` lists what is. Nothing "
        + "was done.\(RedactionList.remedy(bare, of: named.count))", field: "locators")
  }

  /// What was taken down stays down, be it by leaving all of it out.
  private func requireNotTakenDown(_ named: [RedactionList.Place], at desk: Desk) throws {
    let gone = Set(
      try QuestionInWords.takenDown(among: named.flatMap(\.passages), on: desk.connection))
    let unfit = named.filter { !gone.isDisjoint(with: $0.passages) }.map(\.name)
    guard !unfit.isEmpty else { return }
    throw Refusal(
      .conflict, "answer_not_public",
      "\(RedactionList.named(unfit)): taken down, and what was taken down stays down. Nothing was "
        + "done.\(RedactionList.remedy(unfit, of: named.count))", field: "locators")
  }

  /// What is public must pass the gate with the words in it again.
  ///
  /// - Returns: What the audit says of personal data that was seen.
  private func checkPublished(
    _ holders: [RedactionList.Holder], from viewpoint: Viewpoint, at desk: Desk
  ) throws -> [String: String] {
    guard !holders.isEmpty else { return [:] }
    let ids = holders.map(\.id)
    // What is public says so at once; what is not, by the outcome that is decided anew.
    let whole = try WrittenSubmission.among(ids, on: desk.connection).filter {
      $0.submission.outcome == .publishedRedacted && !$0.submission.isRedacted
    }
    try WrittenSubmission.decide(
      .publishedNamed, printedName: nil, for: whole.map(\.id), on: desk.connection)
    try checkGate(holders, from: viewpoint, at: desk)
    return try PersonalDataCheck.require(
      seen: isPersonalDataSeen, in: ids, isLifting: true, at: desk)
  }

  /// Refuses with what is to be done here, and not with what would let a publication pass.
  private func checkGate(
    _ holders: [RedactionList.Holder], from viewpoint: Viewpoint, at desk: Desk
  ) throws {
    do {
      try passGate(holders, from: viewpoint, at: desk)
    } catch let all as Refusal {
      // The first that is refused by itself is named.
      for holder in holders {
        do {
          try passGate([holder], from: viewpoint, at: desk)
        } catch let one as Refusal {
          let reference = holder.source.reference
          // All of a survey's answers is nothing that a list could name.
          let remedy =
            holder.submission == nil
            ? "" : RedactionList.remedy([reference], of: holders.count)
          throw Refusal(
            one.kind, one.code,
            "With these words \(reference) could not be public: \(LiftRedaction.why(one)). "
              + "Nothing was done.\(remedy)", field: "locators")
        }
      }
      throw all
    }
  }

  private func passGate(
    _ holders: [RedactionList.Holder], from viewpoint: Viewpoint, at desk: Desk
  ) throws {
    try PublishSources.requireOriginsStand(holders.map(\.id), at: desk)
    try PublicationGate(sources: holders.map { (id: $0.id, source: $0.source) })
      .check(from: viewpoint, at: desk)
  }

  /// Why the gate refused, as the end of a sentence.
  private static func why(_ refusal: Refusal) -> String {
    switch refusal.code {
    case "origin_restricted":
      "what it was carried over from was taken down or withdrawn, or is without words that would "
        + "stand here"
    case "consent_missing":
      "consent to it was not asked for, was refused or was withdrawn (`inquiry consent list`)"
    case "consent_to_publish_missing": "its publication was not agreed to (`inquiry consent list`)"
    case "consent_to_name_missing":
      "it names somebody who has not agreed to be named (`inquiry consent list`)"
    case "protected_term_found": "a protected term stands in it"
    case "anonymous_named": "it would name somebody who is not to be named"
    default: "publication is refused (\(refusal.code))"
    }
  }
}
