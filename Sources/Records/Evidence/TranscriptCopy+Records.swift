public import Inquiries
public import Postgres

extension TranscriptCopy {
  /// Copies of transcripts, by session, then by the day on which they are due.
  ///
  /// - Parameters:
  ///   - reference: Only of this transcript.
  ///   - day: Only those overdue on that day.
  public static func all(
    of reference: String? = nil, overdueOn day: Day? = nil, as viewpoint: Viewpoint,
    on connection: Connection
  ) throws -> [TranscriptCopy] {
    let ofOne: SQL = reference.map { "source.reference = \($0)" } ?? "true"
    let overdue: SQL = day.map { "copy.returned_on IS NULL AND copy.due_on < \($0)" } ?? "true"
    return try read("\(ofOne) AND \(overdue)", as: viewpoint, on: connection)
  }

  /// One copy, locked.
  public static func locked(
    _ id: Int64, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> TranscriptCopy? {
    try connection.execute(
      "SELECT FROM record.transcript_copy WHERE id = \(id) FOR NO KEY UPDATE")
    return try read("copy.id = \(id)", as: viewpoint, on: connection).first
  }

  private static func read(
    _ condition: SQL, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [TranscriptCopy] {
    try connection.query(
      """
      SELECT copy.id, source.reference, coalesce(survivor.name, person.name), copy.sent_on, copy.due_on, copy.returned_on,
        copy.revision
      FROM record.transcript_copy AS copy
      JOIN record.source ON source.id = copy.source_id
      JOIN record.session ON session.id = source.session_id
      JOIN record.witness ON witness.id = copy.witness_id
      JOIN record.person ON person.id = witness.person_id
      LEFT JOIN record.person AS survivor ON survivor.id = person.merged_into_person_id
      WHERE source.inquiry_id = \(viewpoint.inquiryID) AND \(condition)
      ORDER BY session.number, copy.due_on, copy.id
      """
    ) { row in
      TranscriptCopy(
        id: try row.next(), reference: try row.next(), witness: try row.next(),
        sentOn: try row.next(), dueOn: try row.next(), returnedOn: try row.next(),
        revision: try row.next())
    }
  }

  /// Sends copies to witnesses of the transcript's session who have none yet.
  ///
  /// - Parameter names: Of the witnesses; all of the session when empty.
  public static func send(
    of source: Identifier<Source>, to names: [String], on day: Day, dueOn: Day,
    _ connection: Connection
  ) throws {
    try connection.execute(
      """
      INSERT INTO record.transcript_copy (source_id, witness_id, sent_on, due_on)
      SELECT DISTINCT source.id, witness.id, \(day), \(dueOn)
      FROM record.source
      JOIN record.panel ON panel.session_id = source.session_id
      JOIN record.panel_witness ON panel_id = panel.id
      JOIN record.witness ON witness.id = panel_witness.witness_id
      JOIN record.person ON person.id = witness.person_id
      WHERE source.id = \(source)
        AND (cardinality(\(names)::text[]) = 0 OR person.name = ANY (\(names)))
      ON CONFLICT ON CONSTRAINT transcript_copy_once DO NOTHING
      """)
  }

  public static func markReturned(_ id: Int64, on day: Day, _ connection: Connection) throws {
    try connection.execute(
      """
      UPDATE record.transcript_copy SET returned_on = \(day), revision = revision + 1
      WHERE id = \(id)
      """)
  }
}
