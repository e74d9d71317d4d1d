public import Inquiries
public import Records

extension SourceList {
  /// The submissions named, in that order, as they were read, locked until the act is
  /// done.
  func lockedSubmissions(
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> [(id: Identifier<Source>, submission: WrittenSubmission)] {
    let sources = try lockedUnread(from: viewpoint, at: desk)
    let records = sources.filter { $0.source.kind != .writtenSubmission }.map(\.source.reference)
    guard records.isEmpty else {
      throw Refusal(
        .notFound, "submission_not_found",
        "\(SourceList.named(records)) came from a session and is no submission; `inquiry submission "
          + "list` shows what there is." + SourceList.remedy(records, of: sources.count),
        field: "references")
    }
    let found = try WrittenSubmission.among(sources.map(\.id), on: desk.connection)
    let byID = Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0.submission) })
    let submissions = sources.compactMap { id, _ in byID[id].map { (id: id, submission: $0) } }
    try requireRevisions(
      of: submissions.map { ($0.submission.reference, $0.submission.revision) })
    return submissions
  }
}

/// Lets submissions that came after the closing day be treated like the others.
public struct AdmitSubmissions: Act {
  public static let title = "admit late submissions"
  public static let role = Role.clerk
  let list: SourceList
  let terms: DecisionTerms

  public init(_ list: SourceList, _ terms: DecisionTerms) {
    self.list = list
    self.terms = terms
  }

  public func perform(
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Done<ListDone<WrittenSubmission>> {
    let decision = try terms.decision("admit", from: viewpoint, at: desk)
    let found = try list.lockedSubmissions(from: viewpoint, at: desk)
    try SubmissionGate.requireReceived(
      by: terms.on, found.map(\.submission), of: found.count)
    if let other = found.first(where: { $0.submission.late != .undecided })?.submission {
      throw Refusal(
        .conflict, "not_late",
        "\(other.reference) "
          + (other.late == .admitted ? "was admitted already" : "did not come late")
          + ". Nothing was done.", field: "references")
    }
    let ids = found.map(\.id)
    let decisionID = try decision.insert(as: viewpoint, on: desk.connection)
    try WrittenSubmission.admit(ids, on: desk.connection)
    try WrittenSubmission.note(decisionID, about: ids, on: desk.connection)
    return Done(
      ListDone(
        items: try WrittenSubmission.among(ids, on: desk.connection).map(\.submission),
        found: found.map(\.submission.revision)),
      subject: ReferenceList.words(naming: found.map(\.submission.reference)).joined(
        separator: " "),
      detail: ["decidedOn": terms.on.description, "decidedBy": terms.by])
  }
}

/// Decides how submissions are to appear, or that they are not.
///
/// Deciding in which form one will be published accepts it as evidence; making
/// it public stays an act of its own. One that is public already may change its
/// form, and what is published follows at once.
public struct DecideOutcome: Act {
  public static let title = "decide on submissions"
  public static let role = Role.clerk
  let list: SourceList
  let decided: WrittenSubmission.Outcome
  let printedName: String?
  let isPersonalDataSeen: Bool
  let terms: DecisionTerms

  /// - Parameters:
  ///   - printedName: What stands in place of the names, of `publishedAnonymous` alone;
  ///     the standard words where it is `nil`, whatever stood there before.
  ///   - isPersonalDataSeen: Whether a clerk looked at what in published ones looks like
  ///     personal data, or is a name that is withheld from now on, and lets it stand.
  public init(
    _ list: SourceList, _ decided: WrittenSubmission.Outcome, printedName: String? = nil,
    isPersonalDataSeen: Bool = false, _ terms: DecisionTerms
  ) {
    self.list = list
    self.decided = decided
    self.printedName =
      decided == .publishedAnonymous ? printedName ?? WrittenSubmission.nameWithheld : printedName
    self.isPersonalDataSeen = isPersonalDataSeen
    self.terms = terms
  }

  public func perform(
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Done<ListDone<WrittenSubmission>> {
    try checkWords()
    let found = try list.lockedSubmissions(from: viewpoint, at: desk)
    let decision = try decision(on: found.map(\.submission), from: viewpoint, at: desk)
    try SubmissionGate.requireReceived(
      by: terms.on, found.map(\.submission), of: found.count)
    for (_, submission) in found { try check(submission) }
    let ids = found.map(\.id)
    let decisionID = try decision.insert(as: viewpoint, on: desk.connection)
    try WrittenSubmission.decide(
      decided, printedName: printedName, for: ids, on: desk.connection)
    let moving = found.filter { $0.submission.state != state(after: $0.submission.state) }
    if let to = moving.first.map({ state(after: $0.submission.state) }) {
      try Source.move(
        moving.map(\.id), to: to, publishedOn: nil, under: decisionID, on: desk.connection)
    }
    let staying = ids.filter { id in !moving.contains { $0.id == id } }
    try WrittenSubmission.note(decisionID, about: staying, on: desk.connection)
    try checkNames(in: ids, at: desk)
    let seen = try checkPublished(
      found.map(\.submission.reference), from: viewpoint, at: desk)
    return Done(
      ListDone(
        items: try WrittenSubmission.among(ids, on: desk.connection).map(\.submission),
        found: found.map(\.submission.revision)),
      subject: ReferenceList.words(naming: found.map(\.submission.reference)).joined(
        separator: " "),
      detail: [
        "outcome": decided.rawValue, "decidedOn": terms.on.description, "decidedBy": terms.by,
      ].merging(seen) { first, _ in first })
  }

  /// Taking a name away protects somebody, so it goes on after a lapse, as
  /// taking down does; nothing else comes before the public then.
  private func decision(
    on submissions: [WrittenSubmission], from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Decision {
    if decided == .publishedAnonymous, submissions.allSatisfy({ $0.state == .published }) {
      return try terms.protection(act, from: viewpoint, at: desk)
    }
    if decided.isPublic { try viewpoint.requireNotLapsed() }
    return try terms.decision(act, from: viewpoint, at: desk)
  }

  private var act: String {
    switch decided {
    case .acceptedUnpublished: "withhold"
    case .notAccepted: "decline"
    default: "outcome"
    }
  }

  /// Where a submission stands afterwards: decided on, it is evidence or not.
  private func state(after state: SourceState) -> SourceState {
    guard decided != .notAccepted else { return .declined }
    return state == .received || state == .declined ? .accepted : state
  }

  private func checkWords() throws {
    guard decided != .undecided else {
      throw Refusal(
        .invalid, "outcome_missing", "Say what was decided: an outcome other than undecided.",
        field: "outcome")
    }
    if decided == .publishedAnonymous {
      guard let printedName, printedName.isVisible, printedName.count <= 200,
        !printedName.contains(where: \.isNewline)
      else {
        throw Refusal(
          .invalid, "printed_name_missing",
          "Say in up to 200 characters what stands in place of the name, or leave it out: "
            + "\(WrittenSubmission.nameWithheld) is printed then.",
          field: "printedName")
      }
    } else if printedName != nil {
      throw Refusal(
        .invalid, "printed_name_not_wanted",
        "Only what is published without the name has words in its place.", field: "printedName")
    }
    if !decided.isPublic, terms.reason?.isVisible != true {
      throw Refusal(
        .invalid, "reason_missing",
        "Say why: what is not published or not accepted has its reason on record.",
        field: "decision.reason")
    }
  }

  private func check(_ submission: WrittenSubmission) throws {
    try SubmissionGate.checkTime(submission, for: decided)
    let allowed: Set<SourceState> =
      switch decided {
      case .notAccepted: [.received]
      case .acceptedUnpublished: [.received, .declined, .accepted, .withdrawn]
      default: [.received, .declined, .accepted, .withdrawn, .published]
      }
    guard allowed.contains(submission.state) else {
      throw Refusal(
        .conflict, "state_does_not_allow",
        "\(submission.reference) is \(submission.state.inWords); “\(decided.inWords)” can be decided "
          + "of what is \(allowed.map(\.inWords).sorted().joined(separator: " or ")). Nothing was "
          + "done.", field: "references")
    }
    try SubmissionGate.checkForm(submission, decided)
  }

  /// Early, and not only when it is published: neither the words nor the printed
  /// name may name whom the decision does not.
  private func checkNames(in ids: [Identifier<Source>], at desk: Desk) throws {
    guard decided == .publishedAnonymous else { return }
    try SubmissionGate.checkNames(in: ids, at: desk)
  }

  /// What is public already must pass the gate in its new form.
  ///
  /// - Returns: What the audit says of personal data that was seen.
  private func checkPublished(
    _ references: [String], from viewpoint: Viewpoint, at desk: Desk
  ) throws -> [String: String] {
    let published = try Source.locked(
      references: references, as: viewpoint, on: desk.connection
    ).filter { $0.source.state == .published }
    guard !published.isEmpty else { return [:] }
    try PublicationGate(sources: published).check(from: viewpoint, at: desk)
    try Publication.refresh(
      viewpoint.inquiryID, sources: published.map(\.id), on: desk.connection)
    return try PersonalDataCheck.require(
      seen: isPersonalDataSeen, in: published.map(\.id), at: desk)
  }
}
