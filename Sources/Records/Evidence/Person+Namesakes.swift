public import Inquiries
public import Postgres

/// Somebody on record, and one place where they occur.
public struct PersonPlace: Sendable {
  public let person: Identifier<Person>
  public let name: String
  /// `OS2`, `P3`, or nothing of a witness who is on no panel.
  public let sitting: String?
  public let isMember: Bool
  public let capacity: String
  public let organisation: String
}

extension Person {
  /// Everyone of the inquiry who bears one of these names or has one of these
  /// numbers, with every place where they occur.
  public static func places(
    names: [String], ids: [Identifier<Person>], as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [PersonPlace] {
    try connection.query(
      """
      WITH place AS (
        SELECT person_id, session_id, true AS is_member, '' AS capacity, '' AS organisation
        FROM record.session_member
        JOIN record.session ON session.id = session_id
        WHERE session.inquiry_id = \(viewpoint.inquiryID)
        UNION
        SELECT person_id, panel.session_id, false, capacity, organisation
        FROM record.witness
        LEFT JOIN record.panel_witness ON witness_id = witness.id
        LEFT JOIN record.panel ON panel.id = panel_id
        WHERE witness.inquiry_id = \(viewpoint.inquiryID))
      SELECT person.id, person.name,
        coalesce('OS' || session.number, 'P' || session.plan_number), is_member, capacity,
        organisation
      FROM place
      JOIN record.person ON person.id = person_id
      LEFT JOIN record.session ON session.id = session_id
      WHERE person.name = ANY (\(names)) OR person.id = ANY (\(ids))
      ORDER BY person.id, session.held_on, session.id, is_member
      """
    ) { row in
      PersonPlace(
        person: try row.next(), name: try row.next(), sitting: try row.next(),
        isMember: try row.next(), capacity: try row.next(), organisation: try row.next())
    }
  }
}
