import Inquiries
import Records

/// The sitting that a record is brought in for: named by the clerk, or the one
/// that may be meant.
enum SettlingPlace {
  /// The number of the session that was named, issued now where the sitting was
  /// only planned so far.
  ///
  /// - Throws: ``Refusal`` when the sitting was cancelled, or none is named and
  ///   one of that day waits for its record: a number is for good.
  static func session(
    of said: RecordRead.Said, on day: Day?, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Int? {
    guard let plan = said.plan else {
      if said.session == nil, let day { try refuseUnnamed(on: day, from: viewpoint, at: desk) }
      return said.session
    }
    let (id, sitting) = try SittingLookup.find(.plan(plan), from: viewpoint, at: desk)
    guard sitting.state != .cancelled else {
      throw Refusal(
        .conflict, "sitting_cancelled",
        "\(sitting.inWords) was cancelled (\(sitting.reason ?? "")); plan the sitting anew, or leave "
          + "out --session.", field: "session")
    }
    if let number = sitting.number { return number }
    return try SittingLookup.hold(id, sitting, from: viewpoint, at: desk).number
  }

  private static func refuseUnnamed(
    on day: Day, from viewpoint: Viewpoint, at desk: Desk
  ) throws {
    let waiting = try Sitting.all(as: viewpoint, on: desk.connection).first {
      $0.plan != nil && $0.settledOn == nil && $0.state != .cancelled
        && ($0.heldOn == day || $0.adjournedUntil == day)
    }
    guard let waiting else { return }
    throw Refusal(
      .conflict, "sitting_unnamed",
      "\(waiting.inWords) is of the same day and waits for its record: say --session "
        + "\(waiting.handle), or the number of another session.", field: "session")
  }
}
