public import Inquiries
import Records

/// When a thing was decided, by whom, and why.
public struct DecisionTerms: Sendable {
  public let on: Day
  public let by: String
  public let reason: String?

  public init(on: Day, by: String, reason: String? = nil) {
    self.on = on
    self.by = by
    self.reason = reason
  }

  /// The reason, of an act of which the public is told why.
  var publicReason: PublicReason? {
    reason.map { PublicReason(words: $0, field: "decision.reason") }
  }

  /// The decision for an act, once its terms can stand.
  func decision(_ act: String, from viewpoint: Viewpoint, at desk: Desk) throws -> Decision {
    try require(from: viewpoint, at: desk)
    try viewpoint.requireDecided(act, on: on)
    return Decision(act: act, decidedOn: on, decidedBy: by, reason: reason)
  }

  /// Likewise for an act that takes something away from the public: whoever
  /// keeps the record does it, on any day.
  func protection(_ act: String, from viewpoint: Viewpoint, at desk: Desk) throws -> Decision {
    try require(from: viewpoint, at: desk)
    return Decision(act: act, decidedOn: on, decidedBy: by, reason: reason)
  }

  /// Refuses a decision that is yet to be taken, or that nobody took.
  func require(from viewpoint: Viewpoint, at desk: Desk) throws {
    let today = desk.today(in: viewpoint.inquiry)
    guard on <= today else {
      throw Refusal(
        .invalid, "decision_in_future",
        "A decision of \(on.inWords) has not been taken yet; today is \(today.inWords).",
        field: "decision.on")
    }
    guard !by.isEmpty else {
      throw Refusal(
        .invalid, "decision_by_missing", "Say which meeting or person decided.",
        field: "decision.by")
    }
  }
}
