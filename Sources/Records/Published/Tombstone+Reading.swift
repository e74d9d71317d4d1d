public import Inquiries
public import Postgres

extension Tombstone {
  /// The tombstones of a session's records.
  public static func ofSession(
    _ number: Int, of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> [Tombstone] {
    try read("inquiry_id = \(inquiry) AND session_number = \(number)", on: connection)
  }

  /// The tombstone of the record in which a question stood.
  public static func ofQuestion(
    _ number: Int, of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> Tombstone? {
    try read(
      "inquiry_id = \(inquiry) AND \(number) BETWEEN question_from AND question_to",
      on: connection
    ).first
  }

  /// The tombstone of what was not heard at a session.
  public static func ofWritten(
    _ reference: String, of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> Tombstone? {
    try read(
      "inquiry_id = \(inquiry) AND reference = \(reference) AND session_number IS NULL",
      on: connection
    ).first
  }

  private static func read(_ condition: SQL, on connection: Connection) throws -> [Tombstone] {
    try connection.query(
      """
      SELECT reference, kind, session_number, title, act, reason, removed_on
      FROM published.tombstone WHERE \(condition) ORDER BY reference COLLATE "C"
      """
    ) { row in
      let reference: String = try row.next()
      let kind: SourceKind = try row.word()
      let session: Int? = try row.next()
      let title: String? = try row.next()
      let act: Tombstone.Act = try row.word()
      return Tombstone(
        reference: reference,
        title: title
          ?? session.map { Source.title(of: kind, session: $0, hearing: .heardInPublic) }
          ?? "Written evidence",
        act: act, reason: try row.next(), removedOn: try row.next())
    }
  }
}
