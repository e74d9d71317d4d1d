public import Inquiries
public import Records

/// Mends what was taken down of a submission at its receipt, until it was
/// published. Its words, its reference and what was decided stay.
public struct EditSubmission: Act {
  public static let title = "edit submission"
  public static let role = Role.clerk

  /// What is `nil` stays; `.some(nil)` takes away.
  public struct Changes: Sendable {
    public var submitterKind: WrittenSubmission.SubmitterKind?
    public var sequenceKind: WrittenSubmission.SequenceKind?
    public var supplements: String??
    public var call: String??
    public var receivedOn: Day?
    public var datedOn: Day??
    /// Whose capacity and organisation are meant, where several signed.
    public var submitter: String?
    public var capacity: String?
    public var organisation: String?

    public init() {}
  }

  let reference: String
  let changes: Changes
  let revision: Int

  /// - Parameter revision: The revision at which the submission was read.
  public init(_ reference: String, _ changes: Changes, revision: Int) {
    self.reference = reference
    self.changes = changes
    self.revision = revision
  }

  public func perform(
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Done<WrittenSubmission> {
    let found = try SourceList([reference]).lockedSubmissions(from: viewpoint, at: desk)
    guard let (id, submission) = found.first, found.count == 1 else {
      throw Refusal(
        .invalid, "reference_form", "Name one submission, such as CTI0004.", field: "reference")
    }
    guard submission.revision == revision else {
      throw Refusal.stale(reference, now: submission.revision)
    }
    guard [.received, .accepted, .declined].contains(submission.state) else {
      throw Refusal(
        .conflict, "submission_published",
        "\(reference) is \(submission.state.inWords); what it says of itself stands once it was "
          + "published.", field: "reference")
    }
    let receivedOn = changes.receivedOn ?? submission.receivedOn
    try SubmissionFacts.requireReceivable(on: receivedOn, from: viewpoint, at: desk)
    try requireEarlier(from: viewpoint, at: desk)
    try mendSubmitter(of: id, at: desk)
    try WrittenSubmission.Facts(
      submitterKind: changes.submitterKind ?? submission.submitterKind,
      sequenceKind: changes.sequenceKind ?? submission.sequenceKind,
      supplements: changes.supplements ?? submission.supplements,
      call: changes.call ?? submission.call, receivedOn: receivedOn,
      datedOn: changes.datedOn ?? submission.datedOn,
      late: try lateness(of: submission, on: receivedOn, from: viewpoint, at: desk)
    ).update(id, as: viewpoint, on: desk.connection)
    let mended = try WrittenSubmission.among([id], on: desk.connection).map(\.submission)
    return Done(mended.first ?? submission, subject: reference)
  }

  /// Nothing adds to itself, by whatever way round.
  private func requireEarlier(from viewpoint: Viewpoint, at desk: Desk) throws {
    guard let named = changes.supplements, var earlier = named else { return }
    _ = try SubmissionFacts.supplemented(earlier, from: viewpoint, at: desk)
    while earlier != reference {
      guard
        let next = try WrittenSubmission.find(earlier, as: viewpoint, on: desk.connection)?
          .supplements
      else { return }
      earlier = next
    }
    throw Refusal(
      .conflict, "supplements_itself", "\(reference) would add to itself.", field: "supplements")
  }

  /// Asked anew where day or call change; what was admitted stays so.
  private func lateness(
    of submission: WrittenSubmission, on day: Day, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> WrittenSubmission.Lateness {
    guard changes.call != nil || changes.receivedOn != nil else { return submission.late }
    guard let slug = changes.call ?? submission.call else { return .no }
    let call = try SubmissionFacts.call(slug, from: viewpoint, at: desk).call
    guard call.isLate(on: day) else { return .no }
    return submission.late == .admitted ? .admitted : .undecided
  }

  private func mendSubmitter(of id: Identifier<Source>, at desk: Desk) throws {
    guard changes.capacity != nil || changes.organisation != nil else { return }
    let signed = try Contribution.of([id], on: desk.connection).map(\.witness)
      .filter { changes.submitter == nil || $0.name == changes.submitter }
    guard let one = signed.first, signed.count == 1 else {
      throw Refusal(
        .invalid, "submitter_unclear",
        signed.isEmpty
          ? "“\(changes.submitter ?? "")” did not sign \(reference)."
          : "Several signed \(reference); say whose capacity is meant, by the printed name.",
        field: "submitter")
    }
    let (capacity, organisation) = (
      changes.capacity ?? one.capacity, changes.organisation ?? one.organisation
    )
    guard
      [capacity, organisation].allSatisfy({ $0.count <= 300 && !$0.contains(where: \.isNewline) })
    else {
      throw Refusal(
        .invalid, "capacity_form",
        "A capacity or organisation has up to 300 characters on one line.",
        field: "capacity")
    }
    try WrittenSubmission.sign(
      id, as: one,
      nowAs: Witness(
        name: one.name, capacity: capacity, organisation: organisation, group: nil),
      on: desk.connection)
  }
}
