public import Inquiries
public import Postgres

/// One line of the audit: an act, or a reading of confidential material.
public struct AuditEntry: Sendable {
  public let at: Instant
  public let actor: Identifier<StaffUser>?
  public let inquiry: Identifier<Inquiry>?
  public let act: String
  /// What it was done to, by reference or key.
  public let subject: String
  /// JSON object of what else to know; holds no confidential words.
  public let detail: String
  public let digest: [UInt8]

  public init(
    at: Instant, actor: Identifier<StaffUser>?, inquiry: Identifier<Inquiry>?, act: String,
    subject: String, detail: String, digest: [UInt8]
  ) {
    self.at = at
    self.actor = actor
    self.inquiry = inquiry
    self.act = act
    self.subject = subject
    self.detail = detail
    self.digest = digest
  }

  /// Adds the entry to the transaction of its act.
  public func insert(on connection: Connection) throws {
    try connection.execute(
      """
      INSERT INTO record.audit_entry
        (at, staff_user_id, inquiry_id, act, subject, detail, digest)
      VALUES (\(at), \(actor), \(inquiry), \(act), \(subject), \(detail)::json, \(digest))
      """)
  }
}

/// A line of the audit as people read it.
public struct AuditLine: Sendable {
  public let number: Int64
  public let at: Instant
  public let by: String
  public let act: String
  public let subject: String

  /// The newest lines of an inquiry, newest first.
  public static func newest(
    _ limit: Int, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [AuditLine] {
    try connection.query(
      """
      SELECT audit_entry.id, at, coalesce(staff_user.name, 'operator'), act, subject
      FROM record.audit_entry
      LEFT JOIN record.staff_user ON staff_user.id = staff_user_id
      WHERE inquiry_id = \(viewpoint.inquiryID)
      ORDER BY audit_entry.id DESC
      LIMIT \(limit)
      """
    ) { row in
      AuditLine(
        number: try row.next(), at: try row.next(), by: try row.next(), act: try row.next(),
        subject: try row.next())
    }
  }
}
