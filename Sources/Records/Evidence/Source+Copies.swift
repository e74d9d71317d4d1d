public import Inquiries
public import Postgres

/// Sources and their copies in inquiries that carried them over. What is done to one does
/// not reach the other: each inquiry answers for what it publishes.
extension Source {
  /// Copies that are public, and copies of these, such as `CTI0007 in thresholds-2`, by the
  /// reference of the source.
  public static func publicCopies(
    of sources: [Identifier<Source>], on connection: Connection
  ) throws -> [String: [String]] {
    let rows = try connection.query(
      """
      WITH RECURSIVE copy AS (
        SELECT id, id AS first FROM record.source WHERE id = ANY (\(sources))
        UNION ALL
        SELECT source.id, copy.first
        FROM copy JOIN record.source ON source.carried_from_source_id = copy.id)
      SELECT first.reference, source.reference || ' in ' || inquiry.slug
      FROM copy JOIN record.source ON source.id = copy.id
      JOIN record.source AS first ON first.id = copy.first
      JOIN record.inquiry ON inquiry.id = source.inquiry_id
      WHERE copy.id <> copy.first AND source.state = 'published'
      ORDER BY 2
      """
    ) { row -> (String, String) in (try row.next(), try row.next()) }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }

  /// Those of sources whose original was withdrawn or taken down, or had words left out
  /// or removed that still stand in the copy; with the inquiry that did so.
  public static func restrictedAtOrigin(
    _ sources: [Identifier<Source>], on connection: Connection
  ) throws -> [(reference: String, inquiry: String)] {
    try connection.query(
      """
      WITH RECURSIVE origin AS (
        SELECT id AS copy, reference, carried_from_source_id AS id
        FROM record.source WHERE id = ANY (\(sources))
        UNION ALL
        SELECT origin.copy, origin.reference, source.carried_from_source_id
        FROM origin JOIN record.source ON source.id = origin.id)
      SELECT DISTINCT origin.reference, inquiry.slug
      FROM origin JOIN record.source ON source.id = origin.id
      JOIN record.inquiry ON inquiry.id = source.inquiry_id
      WHERE source.state IN ('withdrawn', 'taken_down') OR EXISTS (
        SELECT FROM record.passage AS old
        JOIN record.passage_succession ON from_passage_id = old.id AND relation = 'carried'
        JOIN record.passage AS new ON new.id = to_passage_id AND new.source_id = origin.copy
        JOIN record.passage_version AS past ON past.passage_id = old.id AND past.is_current
        JOIN record.passage_version AS present
          ON present.passage_id = new.id AND present.is_current
        WHERE old.source_id = source.id AND (
          (SELECT count(*) FROM record.redaction WHERE passage_version_id = past.id)
            > (SELECT count(*) FROM record.redaction WHERE passage_version_id = present.id)
          OR past.text <> present.text
            AND EXISTS (SELECT FROM record.correction WHERE passage_id = old.id AND is_removal)
            AND NOT EXISTS (
              SELECT FROM record.correction WHERE passage_id = new.id AND is_removal)))
      ORDER BY 1
      """
    ) { row in (try row.next(), try row.next()) }
  }
}
