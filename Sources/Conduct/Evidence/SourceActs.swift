public import Inquiries
public import Records

/// Takes evidence from receipt on: the body treats it as evidence.
public struct AcceptSources: Act {
  public static let title = "accept"
  public static let role = Role.clerk
  let move: SourceMove

  public init(_ list: SourceList, _ terms: DecisionTerms) {
    move = SourceMove(list: list, terms: terms)
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<[MovedSource]> {
    try move.carryOut("accept", to: .accepted, from: viewpoint, at: desk) { sources in
      try SubmissionGate.checkAccept(sources, at: desk)
    }
  }
}

/// Makes evidence public, once nothing stands in the way: consent, privacy,
/// agreement, and no protected term in the words.
public struct PublishSources: Act {
  public static let title = "publish"
  public static let role = Role.clerk
  let move: SourceMove
  let isPersonalDataSeen: Bool

  /// - Parameter isPersonalDataSeen: Whether a clerk looked at what looks like
  ///   personal data, or a name that is withheld, and lets it stand.
  public init(_ list: SourceList, _ terms: DecisionTerms, isPersonalDataSeen: Bool = false) {
    move = SourceMove(list: list, terms: terms)
    self.isPersonalDataSeen = isPersonalDataSeen
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<[MovedSource]> {
    try viewpoint.requireNotLapsed()
    guard viewpoint.inquiry.isLaunched else {
      throw Refusal(
        .conflict, "inquiry_not_launched",
        "“\(viewpoint.inquiry.slug)” is not public itself; launch it first.")
    }
    var seen: [String: String] = [:]
    let done = try move.carryOut("publish", to: .published, from: viewpoint, at: desk) { sources in
      try Self.requireOriginsStand(sources.map(\.id), at: desk)
      try PublicationGate(sources: sources).check(from: viewpoint, at: desk)
      try requireUnnamed(by: viewpoint, sources.map(\.id), at: desk)
      try requireUntold(by: viewpoint, sources.map(\.source), at: desk)
      seen = try PersonalDataCheck.require(
        seen: isPersonalDataSeen, in: sources.map(\.id), at: desk)
      try SubmissionGate.settleOutcomes(of: sources, at: desk)
    }
    return Done(
      done.outcome, subject: done.subject, detail: done.detail.merging(seen) { first, _ in first })
  }

  /// What the inquiry says of itself may have named somebody before there was a name to
  /// keep back.
  private func requireUnnamed(
    by viewpoint: Viewpoint, _ sources: [Identifier<Source>], at desk: Desk
  ) throws {
    let submissions = try WrittenSubmission.among(sources, on: desk.connection)
    let outcomes: Set<WrittenSubmission.Outcome> = [.publishedAnonymous, .publishedRedacted]
    guard submissions.contains(where: { outcomes.contains($0.submission.outcome) }) else { return }
    try PublicWords.check(words(of: viewpoint), beside: sources, from: viewpoint, at: desk)
  }

  /// It may have told a figure before there was a table to hold it back, and so may what
  /// else is public.
  private func requireUntold(
    by viewpoint: Viewpoint, _ sources: [Source], at desk: Desk
  ) throws {
    let surveys = Set(sources.filter { $0.kind == .survey }.map(\.reference))
    guard !surveys.isEmpty else { return }
    let calls = try CallForEvidence.all(as: viewpoint, on: desk.connection)
      .filter { $0.state == .published }
    let documents = try Document.all(as: viewpoint, on: desk.connection)
      .filter { $0.state == .published }
    let said =
      words(of: viewpoint) + calls.flatMap { PublicWords.of($0) }
      + documents.flatMap { PublicWords.of($0) }
    try PublicWords.checkFigures(said, of: surveys, from: viewpoint, at: desk)
  }

  /// What the inquiry says of itself came in no field of this request.
  private func words(of viewpoint: Viewpoint) -> [PublicWords] {
    PublicWords.of(viewpoint.inquiry).map { PublicWords($0.place, $0.text) }
  }

  /// Refuses copies of what was kept from the public since it was carried over.
  static func requireOriginsStand(_ sources: [Identifier<Source>], at desk: Desk) throws {
    let found = try Source.restrictedAtOrigin(sources, on: desk.connection)
    guard let inquiry = found.first?.inquiry else { return }
    let references = Set(found.map(\.reference)).sorted()
    throw Refusal(
      .conflict, "origin_restricted",
      "\(SourceList.named(references)): taken down, withdrawn, or with words taken out since, in "
        + "“\(inquiry)”, from where it was carried over. Take the same words out here, or leave it "
        + "unpublished. Nothing was done." + SourceList.remedy(references, of: sources.count),
      field: "references")
  }
}

/// Takes evidence out again by decision. What a published report rests on
/// cannot be withdrawn, only taken down.
public struct WithdrawSources: Act {
  public static let title = "withdraw"
  public static let role = Role.clerk
  let move: SourceMove

  public init(_ list: SourceList, _ terms: DecisionTerms) {
    move = SourceMove(list: list, terms: terms)
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<[MovedSource]> {
    try move.requireReason()
    return try move.carryOut("withdraw", to: .withdrawn, from: viewpoint, at: desk) { sources in
      try move.checkReason(about: sources, from: viewpoint, at: desk)
      let cited = try Source.citedInPublished(sources.map(\.id), on: desk.connection)
      guard let first = cited.first else { return }
      throw Refusal(
        .conflict, "cited_in_published_report",
        "\(first.reference) is cited in paragraph \(first.paragraph) of the published report"
          + (cited.count > 1 ? " and \(cited.count - 1) further places" : "")
          + "; it can only be taken down.", field: "references")
    }
  }
}

/// Takes evidence off the public side at once, with a reason, without a
/// meeting. Its addresses answer with a tombstone from then on.
public struct TakeDownSources: Act {
  public static let title = "take down"
  public static let role = Role.clerk
  let move: SourceMove

  public init(_ list: SourceList, _ terms: DecisionTerms) {
    move = SourceMove(list: list, terms: terms)
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<[MovedSource]> {
    try move.requireReason()
    var places: [String: [String]] = [:]
    let done = try move.carryOut(
      "take-down", to: .takenDown, from: viewpoint, at: desk
    ) { sources in
      try move.checkReason(about: sources, from: viewpoint, at: desk)
      places = try ReportPlaces.of(sources.map(\.id), as: viewpoint, on: desk.connection)
    }
    return Done(
      done.outcome.map {
        MovedSource(
          $0.source, from: $0.stateBefore, citedIn: places[$0.source.reference] ?? [],
          copies: $0.copies)
      }, subject: done.subject, detail: done.detail)
  }
}

/// One step of a list of sources under one decision: all of them or none.
struct SourceMove: Sendable {
  let list: SourceList
  let terms: DecisionTerms

  func requireReason() throws {
    guard let reason = terms.reason, !reason.isEmpty else {
      throw Refusal(
        .invalid, "reason_missing",
        "Say why; the reason is shown where the evidence was.", field: "decision.reason")
    }
  }

  /// The reason must not tell whom or what the act takes from the public.
  func checkReason(
    about sources: [(id: Identifier<Source>, source: Source)], from viewpoint: Viewpoint,
    at desk: Desk
  ) throws {
    guard let reason = terms.publicReason else { return }
    try reason.check(about: sources.map(\.id), areGoing: true, from: viewpoint, at: desk)
  }

  func carryOut(
    _ act: String, to state: SourceState, from viewpoint: Viewpoint, at desk: Desk,
    once ready: ([(id: Identifier<Source>, source: Source)]) throws -> Void = { _ in }
  ) throws -> Done<[MovedSource]> {
    let decision = try terms.decision(act, from: viewpoint, at: desk)
    let sources = try list.locked(from: viewpoint, at: desk)
    if state == .accepted || state == .published {
      try SourceList.requireNoLogs(sources.map(\.source))
    }
    try requireDecidedAfter(sources.map(\.source))
    let submissions = try WrittenSubmission.among(sources.map(\.id), on: desk.connection)
    try SubmissionGate.requireReceived(
      by: terms.on, submissions.map(\.submission), of: sources.count)
    try list.require(sources.map(\.source), in: state.cameFrom, for: act)
    try ready(sources)
    let decisionID = try decision.insert(as: viewpoint, on: desk.connection)
    try Source.move(
      sources.map(\.id), to: state, publishedOn: state == .published ? terms.on : nil,
      under: decisionID, on: desk.connection)
    try Publication.refresh(
      viewpoint.inquiryID, sources: sources.map(\.id), on: desk.connection)
    let references = sources.map(\.source.reference)
    let moved = try Source.locked(references: references, as: viewpoint, on: desk.connection)
    let byID = Dictionary(uniqueKeysWithValues: moved.map { ($0.id, $0.source) })
    let copies =
      [.withdrawn, .takenDown].contains(state)
      ? try Source.publicCopies(of: sources.map(\.id), on: desk.connection) : [:]
    return Done(
      sources.compactMap { id, source in
        byID[id].map {
          MovedSource($0, from: source.state, copies: copies[source.reference] ?? [])
        }
      },
      subject: ReferenceList.words(naming: references).joined(separator: " "),
      detail: ["decidedOn": terms.on.description, "decidedBy": terms.by])
  }

  private func requireDecidedAfter(_ sources: [Source]) throws {
    let early = sources.filter { $0.heldOn.map { terms.on < $0 } ?? false }.map(\.reference)
    guard !early.isEmpty else { return }
    throw Refusal(
      .invalid, "decision_before_session",
      "The decision of \(terms.on.inWords) is older than the session of "
        + "\(SourceList.named(early)); is the year right?", field: "decision.on")
  }
}
