public import Inquiries
public import Records

/// Ends an inquiry whose body ceased to be, as committees do at a dissolution.
///
/// What is public stays. Nothing more is published; what must go can go.
public struct LapseInquiry: Act {
  public static let title = "lapse inquiry"
  public static let role = Role.clerk
  let terms: DecisionTerms
  let revision: Int?

  /// - Parameter revision: The revision at which the inquiry was read, if said.
  public init(_ terms: DecisionTerms, revision: Int? = nil) {
    self.terms = terms
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Void> {
    try viewpoint.requireNotLapsed()
    let decision = try terms.decision("lapse", from: viewpoint, at: desk)
    try viewpoint.require(revision: revision)
    _ = try decision.insert(as: viewpoint, on: desk.connection)
    try Inquiry.lapse(on: terms.on, as: viewpoint, on: desk.connection)
    try Publication.refresh(viewpoint.inquiryID, sources: [], on: desk.connection)
    return Done(
      (), subject: viewpoint.inquiry.slug,
      detail: ["decidedOn": terms.on.description, "decidedBy": terms.by])
  }
}

extension Viewpoint {
  /// Refuses an act that makes something public, or opens something new, once
  /// there is no body that it could be an act of.
  func requireNotLapsed() throws {
    guard let lapsedOn = inquiry.lapsedOn else { return }
    throw Refusal(
      .conflict, "inquiry_lapsed",
      "“\(inquiry.slug)” lapsed on \(lapsedOn.inWords): what is public stays, and nothing more is "
        + "published or opened. An inquiry that follows it can carry its evidence over.")
  }

  /// Refuses evidence that reached nobody: of a session held after the lapse.
  /// The record of one held before it is completed.
  func requireNotLapsed(before heldOn: Day) throws {
    guard let lapsedOn = inquiry.lapsedOn, heldOn > lapsedOn else { return }
    try requireNotLapsed()
  }

  /// Refuses a decision that the body took when it was no more. Evidence that
  /// must go goes by whoever keeps the record.
  func requireDecided(_ act: String, on day: Day) throws {
    let kept: Set<String> = ["withdraw", "take-down", "redact", "withdraw-call"]
    guard let lapsedOn = inquiry.lapsedOn, day > lapsedOn, !kept.contains(act) else { return }
    throw Refusal(
      .conflict, "decision_after_lapse",
      "“\(inquiry.slug)” lapsed on \(lapsedOn.inWords), so its body decided nothing on "
        + "\(day.inWords).", field: "decision.on")
  }
}
