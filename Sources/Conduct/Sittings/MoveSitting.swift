public import Inquiries
public import Records

/// Says that a sitting is being held, or goes on after it was adjourned. Its
/// session takes its number now.
public struct HoldSitting: Act {
  public static let title = "hold sitting"
  public static let role = Role.clerk
  let handle: SittingHandle
  let revision: Int

  public init(_ handle: SittingHandle, revision: Int) {
    self.handle = handle
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Sitting> {
    let (id, sitting) = try SittingLookup.find(
      handle, revision: revision, from: viewpoint, at: desk)
    try SittingLookup.requireOpen(sitting)
    try sitting.require(.held)
    try SittingLookup.requireNotLapsed(sitting, from: viewpoint)
    let held = try SittingLookup.hold(id, sitting, from: viewpoint, at: desk).sitting
    return Done(held, subject: held.handle, detail: ["session": "\(held.number ?? 0)"])
  }
}

/// Adjourns a sitting, or cancels one that was never held: then no number is
/// spent, and it stays listed with its reason.
public struct StopSitting: Act {
  public static let title = "stop sitting"
  public static let role = Role.clerk
  let handle: SittingHandle
  let state: SittingState
  let reason: String
  let until: Day?
  let revision: Int

  /// - Parameters:
  ///   - state: ``SittingState/adjourned`` or ``SittingState/cancelled``.
  ///   - until: The day on which it goes on, where that is known.
  public init(
    _ handle: SittingHandle, _ state: SittingState, reason: String, until: Day? = nil,
    revision: Int
  ) {
    self.handle = handle
    self.state = state
    self.reason = reason
    self.until = until
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Sitting> {
    let (id, sitting) = try SittingLookup.find(
      handle, revision: revision, from: viewpoint, at: desk)
    try SittingLookup.requireOpen(sitting)
    guard reason.isVisible else {
      throw Refusal(
        .invalid, "reason_missing", "Say why the sitting was \(state.rawValue).", field: "reason")
    }
    try sitting.require(state)
    if state == .cancelled, let number = sitting.number {
      throw Refusal(
        .conflict, "sitting_held",
        "\(sitting.inWords) was begun as session \(number), so it cannot be cancelled; it can be "
          + "adjourned.", field: "sitting")
    }
    if let until, until < sitting.heldOn {
      throw Refusal(
        .invalid, "adjourned_backwards",
        "\(until.inWords) lies before the sitting of \(sitting.heldOn.inWords).", field: "until")
    }
    try Session.stop(id, state, reason: reason, until: until, on: desk.connection)
    let stopped = try SittingLookup.find(handle, from: viewpoint, at: desk).sitting
    return Done(stopped, subject: stopped.handle, detail: ["state": state.rawValue])
  }
}

extension Sitting {
  fileprivate func require(_ state: SittingState) throws {
    guard !state.cameFrom.contains(self.state) else { return }
    let allowed = state.cameFrom.map(\.rawValue).sorted().joined(separator: " or ")
    throw Refusal(
      .conflict, "state_does_not_allow",
      "\(inWords) is \(self.state.rawValue)\(self.reason.map { " (\($0))" } ?? ""); only a sitting "
        + "that is \(allowed) can be \(state.rawValue).", field: "sitting")
  }
}
