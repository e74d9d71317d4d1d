import Inquiries
import Postgres
import Records

/// Finds sittings, and says what stands in the way of a change to one.
enum SittingLookup {
  static func find(
    _ handle: SittingHandle, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> (id: Identifier<Session>, sitting: Sitting) {
    try require(handle, as: viewpoint, on: desk.connection)
  }

  static func require(
    _ handle: SittingHandle, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> (id: Identifier<Session>, sitting: Sitting) {
    guard let found = try Sitting.find(handle, as: viewpoint, on: connection) else {
      throw Refusal(
        .notFound, "sitting_not_found",
        "There is no sitting \(handle) in this inquiry; `inquiry session list` shows what there is.",
        field: "sitting")
    }
    return found
  }

  /// The sitting, when it is still as it was read.
  static func find(
    _ handle: SittingHandle, revision: Int, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> (id: Identifier<Session>, sitting: Sitting) {
    let found = try find(handle, from: viewpoint, at: desk)
    guard found.sitting.revision == revision else {
      throw Refusal.stale(found.sitting.inWords, now: found.sitting.revision)
    }
    return found
  }

  /// Refuses what comes too late once a transcript is the record.
  static func requireOpen(_ sitting: Sitting) throws {
    guard let day = sitting.settledOn else { return }
    throw Refusal(
      .conflict, "sitting_settled",
      "\(sitting.inWords) was settled against its transcript on \(day.inWords); its log stays as it "
        + "is. Correct the transcript instead (`inquiry passage correct`).", field: "sitting")
  }

  /// Refuses to hold or log a sitting of a day on which there is no body. What
  /// was said before is still entered.
  static func requireNotLapsed(_ sitting: Sitting, from viewpoint: Viewpoint) throws {
    try viewpoint.requireNotLapsed(before: sitting.adjournedUntil ?? sitting.heldOn)
  }

  /// Makes a planned sitting one that is held: its number is issued.
  ///
  /// - Returns: The sitting as it is from then on, and its number.
  static func hold(
    _ id: Identifier<Session>, _ sitting: Sitting, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> (sitting: Sitting, number: Int) {
    let number = try sitting.number ?? Session.nextNumber(as: viewpoint, on: desk.connection)
    // Begun before its day, it is of the day on which it was begun.
    let planned = sitting.number == nil ? sitting.adjournedUntil ?? sitting.heldOn : sitting.heldOn
    try Session.hold(
      id, number: number, on: min(planned, desk.today(in: viewpoint.inquiry)),
      connection: desk.connection)
    return (try find(.session(number), from: viewpoint, at: desk).sitting, number)
  }
}

extension Sitting {
  var chair: SittingMember? {
    members.first(where: \.isChair)
  }
}
