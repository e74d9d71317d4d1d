public import Inquiries
public import Postgres

/// The evidence of an inquiry, as it is read into an index for suggestions.
public enum SearchedEvidence {
  /// A passage with what is asked about it there.
  public struct Row: Sendable {
    public let source: Identifier<Source>
    public let passage: Identifier<Passage>
    public let version: Identifier<PassageVersion>
    public let block: Int64?
    public let kind: SourceKind
    public let group: String?
    public let isEvidence: Bool
    public let isConfidential: Bool
    public let text: String
    public let vectors: [UInt8]?
  }

  /// How far the record and the vectors have come: of equal heads the evidence is
  /// the same.
  public struct Head: Hashable, Sendable {
    let entry: Int64
    /// Acts beyond any one inquiry, such as putting two people together.
    let house: Int64
    let meaning: Int64
  }

  /// Acts that leave all evidence as it is.
  private static let actsBeside = [
    "link evidence", "settle link", "edit link", "drop suggestions", "push draft", "repin citation",
    "edit recommendation",
    "read private record", "read confidential submission",
  ]

  /// The head now.
  ///
  /// Acts of one inquiry follow each other, so none with an earlier number can
  /// come after this; those that leave evidence as it is do not count.
  public static func head(as viewpoint: Viewpoint, on connection: Connection) throws -> Head {
    try connection.one(
      """
      SELECT coalesce((SELECT id FROM record.audit_entry
          WHERE inquiry_id = \(viewpoint.inquiryID) AND act <> ALL (\(actsBeside))
          ORDER BY id DESC LIMIT 1), 0),
        coalesce((SELECT max(id) FROM record.audit_entry WHERE inquiry_id IS NULL), 0),
        coalesce((SELECT max(id) FROM record.passage_meaning), 0)
      """
    ) { row in Head(entry: try row.next(), house: try row.next(), meaning: try row.next()) }
  }

  /// A mark for each source that is another one when anything of it that is
  /// searched has changed.
  public static func marks(
    _ model: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Identifier<Source>: Int64] {
    let marks = try connection.query(
      """
      SELECT source.id, bit_xor(hashtextextended(
        concat_ws('|', version.id, passage.ordinal, \(group), \(isEvidence), \(isConfidential),
          meaning.id), 0))
      \(tables(viewpoint, with: vectors(model)))
      GROUP BY source.id
      """
    ) { row in (try row.next() as Identifier<Source>, try row.next() as Int64) }
    return Dictionary(uniqueKeysWithValues: marks)
  }

  /// The passages of these sources, source by source and in order.
  public static func rows(
    of sources: [Identifier<Source>], _ model: String, as viewpoint: Viewpoint,
    on connection: Connection
  ) throws -> [Row] {
    var rows: [Row] = []
    try connection.forEach(
      """
      SELECT source.id, passage.id, version.id, passage.question_block_id, source.kind, \(group),
        \(isEvidence), \(isConfidential), version.text, meaning.vectors
      \(tables(viewpoint, with: vectors(model))) AND source.id = ANY (\(sources))
      ORDER BY source.id, passage.ordinal
      """
    ) { row in
      rows.append(
        Row(
          source: try row.next(), passage: try row.next(), version: try row.next(),
          block: try row.next(), kind: try row.word(), group: try row.next(),
          isEvidence: try row.next(), isConfidential: try row.next(), text: try row.next(),
          vectors: try row.next()))
    }
    return rows
  }

  static let group: SQL = "coalesce(spoken.slug, written_by.slug)"

  /// What a member says, and a numbered question, is context and no evidence.
  static let isEvidence: SQL = """
    NOT (passage.kind = 'turn' AND (passage.is_chair OR member.person_id IS NOT NULL
      OR (passage.question_block_id IS NOT NULL AND passage.block_offset = 0)))
    """

  /// Which of these passages are context of the answers and no evidence themselves.
  public static func context(
    among ids: [Identifier<Passage>], as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Set<Identifier<Passage>> {
    Set(
      try connection.query(
        """
        SELECT passage.id \(tables(viewpoint, with: ""))
          AND passage.id = ANY (\(ids)) AND NOT (\(isEvidence))
        """
      ) { row in try row.next() as Identifier<Passage> })
  }

  /// What is published is as open as its words are: those that are left out of a
  /// submission keep the whole passage back.
  static let isConfidential: SQL = """
    (passage.is_private
      OR CASE WHEN source.state = 'published'
          THEN written.source_id IS NOT NULL AND EXISTS (
            SELECT FROM record.redaction WHERE redaction.passage_version_id = version.id)
        ELSE coalesce(session.hearing = 'private', false)
          OR written.confidentiality_asked IS NOT NULL
          OR coalesce(written.outcome NOT IN ('undecided', 'published_named'), false)
        END)
    """

  private static func vectors(_ model: String) -> SQL {
    """
    LEFT JOIN record.passage_meaning AS meaning
      ON meaning.passage_version_id = version.id AND meaning.model = \(model)
    """
  }

  /// The passages of an inquiry that stand, `WHERE` begun.
  ///
  /// - Parameter more: Further joins.
  static func tables(_ viewpoint: Viewpoint, with more: SQL) -> SQL {
    """
    FROM record.source
    JOIN record.passage ON passage.source_id = source.id
      AND passage.kind NOT IN ('stage', 'heading', 'logged')
    JOIN record.passage_version AS version
      ON version.passage_id = passage.id AND version.is_current
    LEFT JOIN record.session ON session.id = source.session_id
    LEFT JOIN record.session_member AS member
      ON member.session_id = source.session_id AND member.person_id = passage.person_id
    LEFT JOIN record.written_submission AS written ON written.source_id = source.id
    LEFT JOIN (
      SELECT witness.person_id, min(witness_group.slug COLLATE "C") AS slug
      FROM record.witness
      JOIN record.witness_group ON witness_group.id = witness_group_id
      WHERE witness.inquiry_id = \(viewpoint.inquiryID)
      GROUP BY witness.person_id) AS spoken ON spoken.person_id = passage.person_id
    LEFT JOIN (
      SELECT contribution.source_id, min(witness_group.slug COLLATE "C") AS slug
      FROM record.contribution
      JOIN record.witness ON witness.id = contribution.witness_id
      JOIN record.witness_group ON witness_group.id = witness_group_id
      WHERE witness.inquiry_id = \(viewpoint.inquiryID)
      GROUP BY contribution.source_id) AS written_by
      ON written_by.source_id = source.id AND source.kind = 'written_submission'
    \(more)
    WHERE source.inquiry_id = \(viewpoint.inquiryID) AND source.kind <> 'log'
      AND source.state IN ('received', 'accepted', 'published')
    """
  }
}
