public import Inquiries
public import Postgres

/// The words of a passage as the public would see them, omissions applied.
public struct PublishableWords: Sendable {
  public let reference: String
  public let point: Int?
  public let text: String
  /// Words of it that are of the names of those who signed and are not to be named.
  public let ownNames: [String]

  /// `CTI0004, para 3`; the reference alone for a heading.
  public var locator: String {
    reference + (point.map { ", para \($0)" } ?? "")
  }

  /// Passages with a digit, an @ or an own name of the submissions among these
  /// sources.
  public static func withMarks(
    in sources: [Identifier<Source>], on connection: Connection
  ) throws -> [PublishableWords] {
    try read("source.id = ANY (\(sources))", on: connection)
  }

  /// Those of one submission.
  public static func withMarks(
    of reference: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [PublishableWords] {
    try read(
      "source.inquiry_id = \(viewpoint.inquiryID) AND source.reference = \(reference)",
      on: connection)
  }

  /// Those of all submissions of the inquiry that are not public.
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
      SELECT reference, point_number, shown.text, own.names
      FROM record.source
      JOIN record.passage ON passage.source_id = source.id
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
      WHERE \(condition) AND source.kind = 'written_submission'
        AND (shown.text ~ '[0-9@]' OR own.names IS NOT NULL)
      ORDER BY source.id, ordinal
      """
    ) { row in
      PublishableWords(
        reference: try row.next(), point: try row.next(), text: try row.next(),
        ownNames: try row.next() ?? [])
    }
  }
}
