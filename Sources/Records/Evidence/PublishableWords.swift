public import Inquiries
public import Postgres

/// The words of a passage, or of a footnote that stands beneath it, as the public would see
/// them, omissions applied.
public struct PublishableWords: Sendable {
  public let reference: String
  /// `CTI0004, para 3`, `Q45+1`, or `Q45+1, footnote`; the reference alone for a heading.
  public let locator: String
  public let kind: SourceKind
  public let isFootnote: Bool
  public let text: String
  /// Words of it that are of the names of those who signed and are not to be named.
  public let ownNames: [String]
  /// Names in it of others who are not to be named.
  public let withheldNames: [String]
  /// Whether those names stand beside the words: in a label, or in what a witness is.
  public var isBesideWords = false

  /// Passages of these sources with a digit, an @ or a name that is withheld. Of
  /// documents there are none: others published them before; and of surveys only the answers
  /// that were published by themselves.
  public static func withMarks(
    in sources: [Identifier<Source>], on connection: Connection
  ) throws -> [PublishableWords] {
    try read("source.id = ANY (\(sources))", on: connection)
  }

  /// Those of one source.
  public static func withMarks(
    of reference: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [PublishableWords] {
    try read(
      "source.inquiry_id = \(viewpoint.inquiryID) AND source.reference = \(reference)",
      on: connection)
  }

  /// Those of some passages of a source.
  public static func withMarks(
    among ids: [Identifier<Passage>], of source: Identifier<Source>, on connection: Connection
  ) throws -> [PublishableWords] {
    try read("source.id = \(source)", "passage.id = ANY (\(ids))", on: connection)
  }

  /// Those of everything of the inquiry that is not public yet.
  public static func unpublished(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [PublishableWords] {
    try read(
      """
      source.inquiry_id = \(viewpoint.inquiryID) AND source.state IN ('received', 'accepted')
      """, on: connection)
  }

  /// - Parameters:
  ///   - condition: Which sources.
  ///   - meant: Which of their passages.
  private static func read(
    _ condition: SQL, _ meant: SQL = "true", on connection: Connection
  ) throws -> [PublishableWords] {
    let withheld = AnonymousWall.withheld(of: condition)
    let words = try connection.query(
      """
      WITH withheld AS MATERIALIZED (\(withheld)),
      hint AS MATERIALIZED (\(AnonymousWall.hint))
      SELECT source.reference, \(place), source.kind, shown.note IS NOT NULL, shown.text,
        own.names, other.names
      \(passages)
      LEFT JOIN record.written_submission AS written
        ON written.source_id = source.id AND written.outcome = 'published_anonymous'
      CROSS JOIN LATERAL (
        SELECT array_agg(part.word ORDER BY part.word) AS names
        FROM (\(AnonymousWall.parts)) AS part
        WHERE part.source_id = written.source_id
          AND position(\(AnonymousWall.words("part.word"))
            IN \(AnonymousWall.words("shown.text"))) > 0) AS own
      WHERE \(condition) AND \(meant)
        AND (shown.text ~ '[0-9@]' OR own.names IS NOT NULL OR other.names IS NOT NULL)
      ORDER BY source.id, passage.ordinal, shown.note NULLS FIRST
      """
    ) { row in
      PublishableWords(
        reference: try row.next(), locator: try row.next(), kind: try row.word(),
        isFootnote: try row.next(), text: try row.next(), ownNames: try row.next() ?? [],
        withheldNames: try row.next() ?? [])
    }
    return try words + beside(condition, naming: withheld, on: connection)
  }

  /// What is public already of others and names those who signed submissions among these
  /// sources that are published without the name.
  public static func publicNaming(
    of sources: [Identifier<Source>], on connection: Connection
  ) throws -> [PublishableWords] {
    let withheld: SQL = """
      SELECT inquiry_id, person_id, kind, printed, name
      FROM (\(AnonymousWall.withheld(of: "source.id = ANY (\(sources))"))) AS everybody
      WHERE person_id IN (
        SELECT witness.person_id FROM record.contribution
        JOIN record.witness ON witness.id = contribution.witness_id
        JOIN record.written_submission AS written
          ON written.source_id = contribution.source_id
          AND written.outcome = 'published_anonymous'
        WHERE contribution.source_id = ANY (\(sources)))
      """
    let others: SQL = """
      source.state = 'published' AND source.id <> ALL (\(sources))
        AND source.inquiry_id IN (SELECT inquiry_id FROM withheld)
      """
    let words = try connection.query(
      """
      WITH withheld AS MATERIALIZED (\(withheld)),
      hint AS MATERIALIZED (\(AnonymousWall.hint))
      SELECT source.reference, \(place), source.kind, shown.note IS NOT NULL, other.names
      \(passages)
      WHERE \(others) AND other.names IS NOT NULL
      ORDER BY source.id, passage.ordinal, shown.note NULLS FIRST
      """
    ) { row in
      PublishableWords(
        reference: try row.next(), locator: try row.next(), kind: try row.word(),
        isFootnote: try row.next(), text: "", ownNames: [], withheldNames: try row.next())
    }
    return try words + beside(others, naming: withheld, on: connection)
  }

  private static let place: SQL = """
    CASE WHEN passage.kind = 'answer'
      THEN source.reference || '-' || passage.question_code || ', answer ' || passage.option_code
      ELSE \(QuotableWords.locator) END || CASE WHEN shown.note IS NULL THEN '' ELSE ', footnote' END
    """

  /// Passages, and the footnotes beneath them, with their words and the `withheld` names of
  /// others in them.
  private static let passages: SQL = """
    FROM record.source
    CROSS JOIN hint
    JOIN record.passage ON passage.source_id = source.id AND NOT passage.is_private
      AND (source.kind IN ('written_submission', 'transcript', 'note', 'summary')
        OR EXISTS (SELECT FROM record.quoted_answer WHERE quoted_answer.passage_id = passage.id))
    LEFT JOIN record.question_block AS block ON block.id = passage.question_block_id
    JOIN record.passage_version AS version
      ON version.passage_id = passage.id AND version.is_current
    LEFT JOIN record.redacted_text ON redacted_text.passage_version_id = version.id
    CROSS JOIN LATERAL (
      SELECT coalesce(redacted_text.text, version.text) AS text, NULL::bigint AS note
      UNION ALL
      SELECT correction.footnote, correction.id
      FROM record.correction
      WHERE correction.passage_id = passage.id AND correction.kind = 'footnote'
        AND correction.removed_on IS NULL) AS shown
    CROSS JOIN LATERAL (
      SELECT \(AnonymousWall.namesOfOthers(in: "shown.text", of: "source.id")) AS names) AS other
    """
}
