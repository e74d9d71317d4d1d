public import Inquiries
public import Postgres

/// What was decided about evidence, when and by whom.
public struct Decision: Sendable {
  /// The act it was for, as the CLI spells it.
  public let act: String
  public let decidedOn: Day
  /// The meeting or person that decided.
  public let decidedBy: String
  public let reason: String?

  public init(act: String, decidedOn: Day, decidedBy: String, reason: String?) {
    self.act = act
    self.decidedOn = decidedOn
    self.decidedBy = decidedBy
    self.reason = reason
  }

  /// Enters the decision.
  public func insert(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Identifier<Decision> {
    try connection.one(
      """
      INSERT INTO record.decision
        (inquiry_id, act, decided_on, decided_by, reason, staff_user_id)
      VALUES
        (\(viewpoint.inquiryID), \(act), \(decidedOn), \(decidedBy), \(reason),
         \(viewpoint.actor.id))
      RETURNING id
      """
    ) { row in try row.next() }
  }
}
