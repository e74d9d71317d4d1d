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

  /// Those of sources whose original, or one that this was a copy of in its turn, was
  /// withdrawn or taken down, or had words left out or removed that still stand in the
  /// copy; with the inquiry that did so.
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
        FROM origin JOIN record.source ON source.id = origin.id),
      -- Each passage with those that it came from, however many inquiries ago, and whether
      -- words were removed on the way.
      descent AS (
        SELECT passage.source_id AS copy, passage.id AS new_id, from_passage_id AS old_id,
          EXISTS (SELECT FROM record.correction WHERE passage_id = passage.id AND is_removal)
            AS is_removed
        FROM record.passage
        JOIN record.passage_succession ON to_passage_id = passage.id AND relation = 'carried'
        WHERE passage.source_id = ANY (\(sources))
        UNION ALL
        SELECT descent.copy, descent.new_id, from_passage_id, descent.is_removed OR EXISTS (
          SELECT FROM record.correction WHERE passage_id = descent.old_id AND is_removal)
        FROM descent
        JOIN record.passage_succession
          ON to_passage_id = descent.old_id AND relation = 'carried')
      SELECT DISTINCT origin.reference, inquiry.slug
      FROM origin JOIN record.source ON source.id = origin.id
      JOIN record.inquiry ON inquiry.id = source.inquiry_id
      WHERE source.state IN ('withdrawn', 'taken_down') OR EXISTS (
        SELECT FROM descent
        JOIN record.passage AS old ON old.id = old_id AND old.source_id = source.id
        JOIN record.passage_version AS past ON past.passage_id = old_id AND past.is_current
        JOIN record.passage_version AS present
          ON present.passage_id = new_id AND present.is_current
        WHERE descent.copy = origin.copy AND (
          (SELECT count(*) FROM record.redaction WHERE passage_version_id = past.id)
            > (SELECT count(*) FROM record.redaction WHERE passage_version_id = present.id)
          OR past.text <> present.text
            AND EXISTS (SELECT FROM record.correction WHERE passage_id = old_id AND is_removal)
            AND NOT descent.is_removed))
      ORDER BY 1
      """
    ) { row in (try row.next(), try row.next()) }
  }
}
