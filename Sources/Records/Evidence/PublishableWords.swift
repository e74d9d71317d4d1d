public import Inquiries
public import Postgres

/// The words of a passage as the public would see them, omissions applied.
public struct PublishableWords: Sendable {
  public let reference: String
  /// `CTI0004, para 3`, or `Q45+1`; the reference alone for a heading.
  public let locator: String
  public let kind: SourceKind
  public let text: String
  /// Words of it that are of the names of those who signed and are not to be named.
  public let ownNames: [String]
  /// Names in it of others who are not to be named.
  public let withheldNames: [String]

  /// Passages of these sources with a digit, an @ or a name that is withheld. Of
  /// documents there are none: others published them before.
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

  /// Those of everything of the inquiry that is not public yet.
  public static func unpublished(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [PublishableWords] {
    try read(
      """
      source.inquiry_id = \(viewpoint.inquiryID) AND source.state IN ('received', 'accepted')
      """, on: connection)
  }

  private static func read(
    _ condition: SQL, on connection: Connection
  ) throws -> [PublishableWords] {
    try connection.query(
      """
      WITH withheld AS MATERIALIZED (\(AnonymousWall.withheld(of: condition))),
      hint AS MATERIALIZED (\(AnonymousWall.hint))
      SELECT source.reference, \(QuotableWords.locator), source.kind, shown.text, own.names,
        other.names
      FROM record.source
      CROSS JOIN hint
      JOIN record.passage ON passage.source_id = source.id AND NOT passage.is_private
      LEFT JOIN record.question_block AS block ON block.id = passage.question_block_id
      JOIN record.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      LEFT JOIN record.redacted_text ON passage_version_id = version.id
      CROSS JOIN LATERAL (
        SELECT coalesce(redacted_text.text, version.text) AS text) AS shown
      LEFT JOIN record.written_submission AS written
        ON written.source_id = source.id AND written.outcome = 'published_anonymous'
      CROSS JOIN LATERAL (
        SELECT array_agg(said.word ORDER BY said.word) AS names
        FROM (\(AnonymousWall.parts)) AS part
        CROSS JOIN LATERAL (
          SELECT part.word UNION SELECT upper(part.word)) AS said (word)
        WHERE part.source_id = written.source_id
          AND position(' ' || said.word || ' ' IN \(AnonymousWall.words("shown.text"))) > 0) AS own
      CROSS JOIN LATERAL (
        SELECT \(AnonymousWall.namesOfOthers(in: "shown.text", of: "source.id")) AS names) AS other
      WHERE \(condition)
        AND source.kind IN ('written_submission', 'transcript', 'note', 'summary')
        AND (shown.text ~ '[0-9@]' OR own.names IS NOT NULL OR other.names IS NOT NULL)
      ORDER BY source.id, passage.ordinal
      """
    ) { row in
      PublishableWords(
        reference: try row.next(), locator: try row.next(), kind: try row.word(),
        text: try row.next(), ownNames: try row.next() ?? [],
        withheldNames: try row.next() ?? [])
    }
  }
}
