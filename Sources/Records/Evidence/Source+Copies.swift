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
          \(tellsOmitted)
          OR past.text <> present.text
            AND NOT descent.is_removed AND \(hasLostOmitted)
          OR past.text <> present.text
            AND EXISTS (SELECT FROM record.correction WHERE passage_id = old_id AND is_removal)
            AND NOT descent.is_removed))
      ORDER BY 1
      """
    ) { row in (try row.next(), try row.next()) }
  }

  /// Words of the version `past` that are left out, of the omission `kept`.
  private static let keptWords: SQL =
    "substring(past.text FROM kept.span_from + 1 FOR kept.span_to - kept.span_from)"

  /// Whether the version `present` shows, be it in part, what is left out of `past`. Of the
  /// same text each omission is held against its own place, of another against every place
  /// where its words stand; several omissions may cover it together.
  private static let tellsOmitted: SQL = """
    EXISTS (
      SELECT FROM record.redaction AS kept
      CROSS JOIN LATERAL (
        SELECT kept.span_from AS start WHERE past.text = present.text
        UNION ALL
        -- What stands before each place; after the last there is nothing to show.
        SELECT (sum(length(piece) + length(\(keptWords))) OVER (ORDER BY number)
          - length(\(keptWords)))::integer
        FROM unnest(string_to_array(present.text, \(keptWords)))
          WITH ORDINALITY AS cut (piece, number)
        WHERE past.text <> present.text) AS place
      CROSS JOIN LATERAL unnest(
        int4multirange(
          int4range(place.start, place.start + kept.span_to - kept.span_from))
        - coalesce(
          (SELECT range_agg(int4range(own.span_from, own.span_to))
            FROM record.redaction AS own WHERE own.passage_version_id = present.id),
          '{}'::int4multirange)) AS bare (span)
      WHERE kept.passage_version_id = past.id
        AND substring(present.text FROM lower(bare.span) + 1
          FOR upper(bare.span) - lower(bare.span)) ~ '[^[:space:]]')
    """

  /// Whether words that are left out of `past` stand nowhere in `present`, so that they may
  /// be written otherwise there, and fewer omissions than in `past` are to cover them.
  private static let hasLostOmitted: SQL = """
    EXISTS (
      SELECT FROM record.redaction AS kept
      WHERE kept.passage_version_id = past.id
        AND position(\(keptWords) IN present.text) = 0)
    AND (SELECT count(*) FROM record.redaction WHERE passage_version_id = past.id)
      > (SELECT count(*) FROM record.redaction WHERE passage_version_id = present.id)
    """
}
