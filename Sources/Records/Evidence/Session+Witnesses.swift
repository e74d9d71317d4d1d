public import Inquiries
public import Postgres

extension Session {
  /// What is out or cited already, so that nobody changes any more whose it is.
  public enum Use: Sendable {
    case published(reference: String)
    case cited(locator: String, version: Int)
  }

  /// The first use of what somebody said, in published records and in what the
  /// newest version of the draft, or a published report, cites.
  ///
  /// - Parameters:
  ///   - records: Of sources; everything said there counts as theirs once it is out.
  ///   - label: Only turns with that label.
  public static func use(
    of records: [Identifier<Source>], by person: Identifier<Person>, label: String? = nil,
    on connection: Connection
  ) throws -> Use? {
    let published = try connection.first(
      """
      SELECT reference FROM record.source
      WHERE id = ANY (\(records)) AND state = 'published'
      ORDER BY id
      LIMIT 1
      """
    ) { row -> String in try row.next() }
    if let published { return .published(reference: published) }
    return try connection.first(
      """
      SELECT citation.locator, draft_version.number
      FROM record.passage
      JOIN record.passage_version ON passage_version.passage_id = passage.id
      JOIN record.citation_passage ON passage_version_id = passage_version.id
      JOIN record.citation ON citation.id = citation_id
      JOIN record.draft_version ON draft_version.id = draft_version_id
      JOIN record.draft ON draft.id = draft_id
      WHERE passage.source_id = ANY (\(records)) AND passage.person_id = \(person)
        AND (\(label)::text IS NULL OR passage.label = \(label))
        AND (draft_version.number = draft.revision OR EXISTS (
          SELECT FROM record.report WHERE report.draft_version_id = draft_version.id))
      ORDER BY draft_version.number DESC, citation.block_ordinal
      LIMIT 1
      """
    ) { row in .cited(locator: try row.next(), version: try row.next()) }
  }

  /// The records and notes of a session, by reference; its log is none.
  public static func records(
    of id: Identifier<Session>, on connection: Connection
  ) throws -> [Identifier<Source>] {
    try connection.query(
      """
      SELECT id FROM record.source
      WHERE session_id = \(id) AND kind <> 'log'
      ORDER BY reference COLLATE "C"
      FOR NO KEY UPDATE
      """
    ) { row in try row.next() }
  }

  /// Puts another witness in the place of one, or the same in another capacity,
  /// and takes their part in the session's records along. What one person said of
  /// another's part does not hold for them.
  public static func replaceWitness(
    of id: Identifier<Session>, person: Identifier<Person>, by witness: SittingWitness,
    as viewpoint: Viewpoint, on connection: Connection
  ) throws {
    let new = try connection.one(
      """
      WITH seated AS (\(seated(person, at: id))), made AS (
        INSERT INTO record.witness
          (inquiry_id, person_id, capacity, organisation, witness_group_id)
        SELECT \(viewpoint.inquiryID), \(witness.person), \(witness.capacity),
          \(witness.organisation), min(witness_group_id)
        FROM record.witness
        WHERE id IN (SELECT witness_id FROM seated) AND person_id = \(witness.person)
        ON CONFLICT ON CONSTRAINT witness_once DO UPDATE SET revision = witness.revision
        RETURNING id)
      SELECT id FROM made
      """
    ) { row -> Int64 in try row.next() }
    if person == witness.person {
      for table in ["contribution", "transcript_copy"] as [SQL] {
        try connection.execute(
          """
          UPDATE record.\(table) AS part SET witness_id = \(new), revision = part.revision + 1
          WHERE part.witness_id IN (\(seated(person, at: id))) AND part.witness_id <> \(new)
            AND part.source_id IN (SELECT id FROM record.source WHERE session_id = \(id))
            AND NOT EXISTS (
              SELECT FROM record.\(table) AS own
              WHERE own.source_id = part.source_id AND own.witness_id = \(new))
          """)
      }
    }
    try deleteContributions(of: person, to: id, except: new, on: connection)
    try connection.execute(
      """
      UPDATE record.panel_witness SET witness_id = \(new)
      FROM record.panel
      WHERE panel.id = panel_id AND panel.session_id = \(id)
        AND witness_id IN (SELECT id FROM record.witness WHERE person_id = \(person))
      """)
    try insertContributions(to: id, on: connection)
    try touch(id, on: connection)
  }

  /// Takes a witness off a session.
  public static func takeOffWitness(
    _ person: Identifier<Person>, of id: Identifier<Session>, on connection: Connection
  ) throws {
    try deleteContributions(of: person, to: id, on: connection)
    try connection.execute(
      """
      DELETE FROM record.panel_witness
      WHERE panel_id IN (SELECT id FROM record.panel WHERE session_id = \(id))
        AND witness_id IN (SELECT id FROM record.witness WHERE person_id = \(person))
      """)
    try touch(id, on: connection)
  }

  /// Puts a witness on one panel alone.
  ///
  /// - Parameter panel: Of the panels on which somebody sits, from 1; the next after
  ///   the last makes a new one.
  public static func seat(
    _ person: Identifier<Person>, of id: Identifier<Session>, onPanel panel: Int,
    _ connection: Connection
  ) throws {
    let found = try connection.first(
      """
      SELECT id FROM record.panel
      WHERE session_id = \(id) AND EXISTS (
        SELECT FROM record.panel_witness WHERE panel_id = panel.id)
      ORDER BY ordinal
      LIMIT 1 OFFSET \(panel - 1)
      """
    ) { row -> Identifier<Panel> in try row.next() }
    let place =
      try found
      ?? connection.one(
        """
        INSERT INTO record.panel (session_id, ordinal)
        SELECT \(id), coalesce(max(ordinal), 0) + 1 FROM record.panel WHERE session_id = \(id)
        RETURNING id
        """
      ) { row in try row.next() }
    try connection.execute(
      """
      WITH seated AS (\(seated(person, at: id))), left_seat AS (
        DELETE FROM record.panel_witness
        WHERE panel_id IN (SELECT id FROM record.panel WHERE session_id = \(id))
          AND panel_id <> \(place) AND witness_id IN (SELECT witness_id FROM seated))
      INSERT INTO record.panel_witness (panel_id, witness_id, ordinal)
      SELECT \(place), witness_id, row_number() OVER () + (
        SELECT coalesce(max(ordinal), 0) FROM record.panel_witness WHERE panel_id = \(place))
      FROM seated
      ON CONFLICT (panel_id, witness_id) DO NOTHING
      """)
  }

  /// Everyone heard at a session contributed to each of its records, also to one
  /// that came before the witnesses were known.
  static func insertContributions(
    to id: Identifier<Session>, on connection: Connection
  ) throws {
    try connection.execute(
      """
      INSERT INTO record.contribution (source_id, witness_id)
      SELECT DISTINCT source.id, witness_id
      FROM record.panel_witness
      JOIN record.panel ON panel.id = panel_id
      JOIN record.source ON source.session_id = panel.session_id
      WHERE panel.session_id = \(id) AND source.kind <> 'log'
      ORDER BY source.id, witness_id
      ON CONFLICT ON CONSTRAINT contribution_once DO NOTHING
      """)
  }

  private static func deleteContributions(
    of person: Identifier<Person>, to id: Identifier<Session>, except kept: Int64? = nil,
    on connection: Connection
  ) throws {
    try connection.execute(
      """
      DELETE FROM record.contribution
      WHERE source_id IN (SELECT id FROM record.source WHERE session_id = \(id))
        AND witness_id IN (\(seated(person, at: id))) AND witness_id IS DISTINCT FROM \(kept)
      """)
  }

  private static func touch(_ id: Identifier<Session>, on connection: Connection) throws {
    try connection.execute("UPDATE record.session SET revision = revision + 1 WHERE id = \(id)")
  }

  /// As what somebody sits on panels of a session.
  private static func seated(_ person: Identifier<Person>, at id: Identifier<Session>) -> SQL {
    """
    SELECT DISTINCT witness_id FROM record.panel_witness
    JOIN record.panel ON panel.id = panel_id
    JOIN record.witness ON witness.id = witness_id
    WHERE panel.session_id = \(id) AND witness.person_id = \(person)
    """
  }
}
