public import Inquiries
public import Postgres

/// An import that is to be undone, with all that may stand in its way.
public struct ImportToUndo: Sendable {
  public let number: Int?
  public let fileName: String?
  public let passageCount: Int
  public let isSettled: Bool
  /// Whether its session came with it, so that it goes too.
  public let isSessionAlone: Bool
  public let hasSessionBefore: Bool

  public let wasPublished: Bool
  /// The version of the draft that cites it first.
  public let citedInVersion: Int?
  /// Keys of findings and recommendations that link to it.
  public let links: [String]
  /// The first submission that adds to it.
  public let supplement: String?
  /// The inquiry that it was carried to.
  public let carriedTo: String?
  /// A record or log of the same session that came after it.
  public let later: String?
  /// Whether links hold on to the log that it settled.
  public let hasLogLinks: Bool
  /// Whether somebody in it was joined with another person since.
  public let isMerged: Bool
  /// The members to whom undoing would go back, as `Clare Member (Chair)`, where others
  /// were listed since.
  public let membersBefore: [String]?

  /// The facts of a source that is locked.
  public static func find(
    _ source: Identifier<Source>, on connection: Connection
  ) throws -> ImportToUndo {
    try connection.one(
      """
      SELECT coalesce(written.number, document.number, survey.number), original.file_name,
        (SELECT count(*) FROM record.passage WHERE source_id = source.id),
        source.kind = 'transcript' AND session.settled_on IS NOT NULL,
        session.plan_number IS NULL AND NOT EXISTS (
          SELECT FROM record.source AS other
          WHERE other.session_id = source.session_id AND other.id <> source.id),
        EXISTS (SELECT FROM record.session_before WHERE source_id = source.id),
        EXISTS (
          SELECT FROM record.source_decision JOIN record.decision ON decision.id = decision_id
          WHERE source_id = source.id AND act = 'publish'),
        (
          SELECT min(draft_version.number) FROM record.passage
          JOIN record.passage_version ON passage_version.passage_id = passage.id
          JOIN record.citation_passage ON passage_version_id = passage_version.id
          JOIN record.citation ON citation.id = citation_id
          JOIN record.draft_version ON draft_version.id = draft_version_id
          WHERE passage.source_id = source.id),
        ARRAY (
          SELECT DISTINCT \(Link.endKey) FROM record.passage
          JOIN record.link ON link.passage_id = passage.id AND status <> 'dropped'
          \(Link.endJoins)
          WHERE passage.source_id = source.id
          ORDER BY 1),
        (
          SELECT min(adding.reference) FROM record.written_submission
          JOIN record.source AS adding ON adding.id = source_id
          WHERE supplements_source_id = source.id),
        (
          SELECT min(inquiry.slug) FROM record.source AS carried
          JOIN record.inquiry ON inquiry.id = carried.inquiry_id
          WHERE carried.carried_from_source_id = source.id),
        (
          SELECT min(later.reference) FROM record.source AS later
          WHERE later.session_id = source.session_id AND later.id > source.id),
        source.kind = 'transcript' AND EXISTS (
          SELECT FROM record.log_line
          JOIN record.link ON link.passage_id = log_line.passage_id AND status <> 'dropped'
          WHERE log_line.session_id = source.session_id),
        EXISTS (
          SELECT FROM record.person_merge
          JOIN record.person_merge_row AS moved ON person_merge_id = person_merge.id
          WHERE undone_at IS NULL AND CASE moved.kind
            WHEN 'passage' THEN row_id IN (
              SELECT id FROM record.passage WHERE source_id = source.id)
            WHEN 'contribution' THEN (removed->>'source_id')::bigint = source.id OR row_id IN (
              SELECT id FROM record.contribution WHERE source_id = source.id)
            WHEN 'witness' THEN row_id IN (
              SELECT witness_id FROM record.contribution WHERE source_id = source.id)
            WHEN 'panel' THEN row_id IN (
              SELECT id FROM record.panel WHERE panel.session_id = source.session_id)
            ELSE row_id = source.session_id END),
        (\(membersBeforeMending))
      FROM record.source
      LEFT JOIN record.session ON session.id = source.session_id
      LEFT JOIN record.written_submission AS written ON written.source_id = source.id
      LEFT JOIN record.document ON document.source_id = source.id
      LEFT JOIN record.survey ON survey.source_id = source.id
      LEFT JOIN record.original ON original.id = source.original_id
      WHERE source.id = \(source)
      """
    ) { row in
      ImportToUndo(
        number: try row.next(), fileName: try row.next(), passageCount: try row.next(),
        isSettled: try row.next() ?? false, isSessionAlone: try row.next() ?? false,
        hasSessionBefore: try row.next(), wasPublished: try row.next(),
        citedInVersion: try row.next(), links: try row.next(), supplement: try row.next(),
        carriedTo: try row.next(), later: try row.next(), hasLogLinks: try row.next(),
        isMerged: try row.next(), membersBefore: try row.next())
    }
  }

  /// Compared by names, since a member who is mentioned nowhere else and listed again is
  /// another person of the name. A file received again was no import.
  private static let membersBeforeMending: SQL = """
    SELECT was.members
    FROM record.session_before AS earlier
    CROSS JOIN LATERAL (
      SELECT ARRAY (
        SELECT person.name || CASE WHEN is_chair THEN ' (Chair)' ELSE '' END
        FROM jsonb_to_recordset(earlier.members) AS seat (person_id bigint, is_chair boolean)
        JOIN record.person ON person.id = person_id
        ORDER BY 1)) AS was (members)
    CROSS JOIN LATERAL (
      SELECT ARRAY (
        SELECT person.name || CASE WHEN is_chair THEN ' (Chair)' ELSE '' END
        FROM record.session_member
        JOIN record.person ON person.id = person_id
        WHERE session_id = source.session_id
        ORDER BY 1)) AS stands (members)
    WHERE earlier.source_id = source.id AND was.members <> stands.members
      AND EXISTS (
        SELECT FROM record.audit_entry AS mending
        WHERE mending.inquiry_id = source.inquiry_id AND mending.act = 'set members'
          AND mending.subject = coalesce('P' || session.plan_number, 'OS' || session.number)
          AND mending.id > (
            SELECT max(receipt.id) FROM record.audit_entry AS receipt
            WHERE receipt.inquiry_id = source.inquiry_id AND receipt.act = 'receive'
              AND receipt.subject = source.reference AND (receipt.detail ->> 'again') IS NULL))
    """

  /// Takes the source out with all that belongs to it, and keeps that it was
  /// there and its file.
  ///
  /// - Returns: Names of people whom nothing else mentions, who went too; `nil`
  ///   where something that is not known here still rests on it.
  public func undo(
    _ source: Identifier<Source>, because reason: String?, by actor: Actor, at now: Instant,
    on connection: Connection
  ) throws -> [String]? {
    try connection.execute(
      """
      INSERT INTO record.undone_import
        (inquiry_id, kind, reference, number, original_id, received_on, reason, undone_at,
         staff_user_id)
      SELECT inquiry_id, kind, reference, \(number), original_id, received_on, \(reason), \(now),
        \(actor.id)
      FROM record.source WHERE id = \(source)
      """)
    do {
      return try connection.query(
        "SELECT name FROM record.undo_import(\(source)) AS gone (name) ORDER BY name"
      ) { row in try row.next() }
    } catch let error as DatabaseError where error.kind == .foreignKeyViolation {
      return nil
    }
  }
}

/// A session as it stands before a record comes to it.
public struct SessionBefore: Sendable {
  private let session: String
  private let members: String
  private let places: String

  public static func take(
    _ id: Identifier<Session>, on connection: Connection
  ) throws -> SessionBefore {
    try connection.one(
      """
      SELECT to_jsonb(session)::text,
        (
          SELECT coalesce(jsonb_agg(to_jsonb(member)), '[]') FROM record.session_member AS member
          WHERE session_id = session.id)::text,
        (
          SELECT coalesce(jsonb_agg(to_jsonb(seat)), '[]') FROM record.panel_witness AS seat
          JOIN record.panel ON panel.id = panel_id
          WHERE panel.session_id = session.id)::text
      FROM record.session WHERE id = \(id)
      """
    ) { row in
      SessionBefore(session: try row.next(), members: try row.next(), places: try row.next())
    }
  }

  /// Keeps it with the record that came.
  public func keep(
    for reference: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws {
    try connection.execute(
      """
      INSERT INTO record.session_before (source_id, session, members, places)
      SELECT id, \(session)::jsonb, \(members)::jsonb, \(places)::jsonb FROM record.source
      WHERE inquiry_id = \(viewpoint.inquiryID) AND reference = \(reference)
      """)
  }
}
