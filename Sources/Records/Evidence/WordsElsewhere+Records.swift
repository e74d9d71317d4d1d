public import Inquiries
public import Postgres

extension WordsElsewhere {
  /// Passages of the inquiry, as they stand and with their omissions, and the footnotes beneath
  /// them, in which words stand that are sought.
  ///
  /// What nobody will publish is left out: live logs, what was said in private, and what
  /// was taken down.
  ///
  /// - Complexity: The words of the inquiry, read once. Where the longest word of no phrase
  ///   stands, nothing else is looked at; no index of the record is by words.
  public static func of(
    _ sought: SoughtWords, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> WordsElsewhere {
    guard !sought.isEmpty else { return .nowhere }
    let meant: SQL = """
      source.inquiry_id = \(viewpoint.inquiryID) AND source.kind <> 'log'
        AND source.state <> 'taken_down' AND NOT passage.is_private
      """
    let place: SQL = """
      passage.id AS passage_id, source.id AS source_id, passage.ordinal,
        source.state = 'published' AS is_public
      """
    let rows = try connection.query(
      """
      WITH \(sought.table),
      said AS (
        SELECT \(place), NULL::bigint AS footnote, coalesce(redacted.text, version.text) AS text
        FROM record.source
        JOIN record.passage ON passage.source_id = source.id
        JOIN record.passage_version AS version
          ON version.passage_id = passage.id AND version.is_current
        LEFT JOIN record.redacted_text AS redacted ON redacted.passage_version_id = version.id
        WHERE \(meant)
        UNION ALL
        SELECT \(place), correction.id, correction.footnote
        FROM record.source
        JOIN record.passage ON passage.source_id = source.id
        JOIN record.correction ON correction.passage_id = passage.id
          AND correction.kind = 'footnote' AND correction.removed_on IS NULL
        WHERE \(meant)),
      found AS MATERIALIZED (
        SELECT said.passage_id, said.footnote, said.is_public, count(*) OVER () AS total
        FROM said
        -- Once for each text, and not for each phrase: what OFFSET holds is not moved.
        CROSS JOIN LATERAL (
          SELECT lower(\(AnonymousWall.plain("said.text"))) AS text OFFSET 0) AS small
        CROSS JOIN LATERAL (
          SELECT CASE WHEN EXISTS (
              SELECT FROM sought WHERE position(sought.longest IN small.text) > 0)
            THEN \(AnonymousWall.words("said.text")) END AS words OFFSET 0) AS even
        WHERE EXISTS (SELECT FROM sought WHERE \(SoughtWords.stands(in: "even.words")))
        ORDER BY said.is_public DESC, said.source_id, said.ordinal, said.footnote NULLS FIRST
        LIMIT \(mostListed))
      SELECT found.total, found.is_public, found.footnote,
        found.footnote IS NULL AND (source.kind = 'written_submission' OR EXISTS (
          SELECT FROM record.quoted_answer WHERE quoted_answer.passage_id = passage.id)),
        \(Passage.columns)
      FROM found
      JOIN record.passage ON passage.id = found.passage_id
      \(Passage.joins)
      JOIN record.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      ORDER BY found.is_public DESC, source.id, passage.ordinal, found.footnote NULLS FIRST
      """
    ) { row -> (count: Int, place: Place) in
      let count: Int = try row.next()
      let isPublic: Bool = try row.next()
      let footnote: Int? = try row.next()
      let isRedactable: Bool = try row.next()
      let passage = try Passage(&row)
      return (
        count,
        Place(
          locator: passage.place, reference: passage.reference, footnote: footnote,
          isPublic: isPublic, isRedactable: isRedactable)
      )
    }
    return WordsElsewhere(count: rows.first?.count ?? 0, places: rows.map(\.place))
  }
}
