public import Inquiries
public import Postgres

extension WordsElsewhere {
  /// Passages of the inquiry, as they stand and with their omissions, that hold one of some
  /// phrases, whatever the case: whole words, by which marks and blanks ever they are parted.
  ///
  /// What nobody will publish is left out: live logs, what was said in private, and what
  /// was taken down.
  ///
  /// - Complexity: The words of the inquiry, read once. Where the longest word of a phrase
  ///   does not stand, nothing else is looked at; no index of the record is by words.
  public static func of(
    _ phrases: [String], as viewpoint: Viewpoint, on connection: Connection
  ) throws -> WordsElsewhere {
    let sought = phrases.compactMap { phrase in
      phrase.split { !$0.isLetter && !$0.isNumber }.max { $0.count < $1.count }
        .map { (longest: String($0), words: phrase) }
    }
    guard !sought.isEmpty else { return .nowhere }
    let text: SQL = "coalesce(redacted.text, version.text)"
    let rows = try connection.query(
      """
      WITH found AS MATERIALIZED (
        SELECT passage.id, version.id AS version_id, source.state = 'published' AS is_public,
          count(*) OVER () AS total
        FROM record.source
        JOIN record.passage ON passage.source_id = source.id AND NOT passage.is_private
        JOIN record.passage_version AS version
          ON version.passage_id = passage.id AND version.is_current
        LEFT JOIN record.redacted_text AS redacted ON redacted.passage_version_id = version.id
        WHERE source.inquiry_id = \(viewpoint.inquiryID) AND source.kind <> 'log'
          AND source.state <> 'taken_down'
          AND EXISTS (
            SELECT FROM unnest(\(sought.map(\.longest)), \(sought.map(\.words)))
              AS sought (longest, words)
            WHERE position(lower(sought.longest) IN lower(\(text))) > 0
              AND position(lower(\(AnonymousWall.words("sought.words")))
                IN lower(\(AnonymousWall.words(text)))) > 0)
        ORDER BY source.state = 'published' DESC, source.id, passage.ordinal
        LIMIT \(mostListed))
      SELECT found.total, found.is_public,
        source.kind = 'written_submission' OR EXISTS (
          SELECT FROM record.quoted_answer WHERE passage_id = passage.id),
        \(Passage.columns)
      FROM found
      JOIN record.passage ON passage.id = found.id
      \(Passage.joins)
      JOIN record.passage_version AS version ON version.id = found.version_id
      ORDER BY found.is_public DESC, source.id, passage.ordinal
      """
    ) { row -> (count: Int, place: Place) in
      let count: Int = try row.next()
      let isPublic: Bool = try row.next()
      let isRedactable: Bool = try row.next()
      return (
        count,
        Place(
          locator: try Passage(&row).place, isPublic: isPublic, isRedactable: isRedactable)
      )
    }
    return WordsElsewhere(count: rows.first?.count ?? 0, places: rows.map(\.place))
  }
}
