public import Inquiries
public import Postgres

extension Inquiry {
  /// Takes over title, summary and banner.
  public func update(as viewpoint: Viewpoint, on connection: Connection) throws {
    try connection.execute(
      """
      UPDATE record.inquiry
      SET title = \(title), summary = \(summary), banner = \(banner), revision = revision + 1
      WHERE id = \(viewpoint.inquiryID)
      """)
  }

  /// Notes the day on which the body ceased to be.
  public static func lapse(on day: Day, as viewpoint: Viewpoint, on connection: Connection) throws {
    try connection.execute(
      """
      UPDATE record.inquiry SET lapsed_on = \(day), revision = revision + 1
      WHERE id = \(viewpoint.inquiryID)
      """)
  }
}

extension TermsOfReference {
  /// Every version, the newest first.
  public static func all(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [TermsOfReference] {
    try connection.query(
      """
      SELECT version, text, agreed_on, agreed_by FROM record.terms_of_reference
      WHERE inquiry_id = \(viewpoint.inquiryID)
      ORDER BY version DESC
      """
    ) { row in
      TermsOfReference(
        version: try row.next(), text: try row.next(), agreedOn: try row.next(),
        agreedBy: try row.next())
    }
  }

  /// Adds the next version; the revision of the inquiry goes up with it.
  public static func add(
    _ text: String, agreedOn: Day, agreedBy: String, as viewpoint: Viewpoint,
    on connection: Connection
  ) throws -> TermsOfReference {
    try connection.execute(
      "UPDATE record.inquiry SET revision = revision + 1 WHERE id = \(viewpoint.inquiryID)")
    return try connection.one(
      """
      INSERT INTO record.terms_of_reference (inquiry_id, version, text, agreed_on, agreed_by)
      SELECT \(viewpoint.inquiryID), coalesce(max(version), 0) + 1, \(text), \(agreedOn), \(agreedBy)
      FROM record.terms_of_reference WHERE inquiry_id = \(viewpoint.inquiryID)
      RETURNING version, text, agreed_on, agreed_by
      """
    ) { row in
      TermsOfReference(
        version: try row.next(), text: try row.next(), agreedOn: try row.next(),
        agreedBy: try row.next())
    }
  }
}
