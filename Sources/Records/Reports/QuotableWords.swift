public import Inquiries
public import Postgres

/// Words that a draft cites, and what may be made of them in a report.
public struct QuotableWords: Sendable {
  /// `CTI0012, para 3`.
  public let locator: String
  public let text: String
  /// What the public sees in place of `text`, where words are left out.
  public let omitted: [String]
  /// Whether somebody whose words they are has not agreed to be quoted.
  public let mayNotBeQuoted: Bool

  /// By paragraph of the draft, the passages that its citations are pinned to,
  /// as far as there is something to mind.
  public static func cited(
    in version: Identifier<DraftVersion>, on connection: Connection
  ) throws -> [(block: Int, words: QuotableWords)] {
    try connection.query(
      """
      SELECT DISTINCT citation.block_ordinal, \(columns)
      FROM record.citation
      JOIN record.citation_passage AS pin ON pin.citation_id = citation.id
      JOIN record.passage_version AS version ON version.id = pin.passage_version_id
      \(joins)
      WHERE citation.draft_version_id = \(version) AND (\(minded))
      ORDER BY citation.block_ordinal, 2
      """
    ) { row in (try row.next(), try QuotableWords(&row)) }
  }

  /// Passages of which words are left out, of what is published and of these sources.
  public static func withOmissions(
    and sources: [Identifier<Source>] = [], as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [QuotableWords] {
    try connection.query(
      """
      SELECT \(columns)
      FROM record.passage_version AS version
      \(joins)
      WHERE source.inquiry_id = \(viewpoint.inquiryID)
        AND (source.state = 'published' OR source.id = ANY (\(sources)))
        AND version.is_current
        AND EXISTS (SELECT FROM record.redaction WHERE passage_version_id = version.id)
      ORDER BY source.id, passage.ordinal
      """
    ) { row in try QuotableWords(&row) }
  }

  /// What affirmed links quote that may not be quoted, and the key of the
  /// finding or recommendation of the newest draft that they belong to.
  public static func quoted(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [(key: String, locator: String)] {
    try connection.query(
      """
      SELECT coalesce(finding.key, recommendation.key), \(locator)
      FROM record.link
      JOIN record.passage_version AS version ON version.id = link.passage_version_id
      \(joins)
      LEFT JOIN record.finding ON finding.id = link.finding_id
      LEFT JOIN record.recommendation ON recommendation.id = link.recommendation_id
      WHERE source.inquiry_id = \(viewpoint.inquiryID) AND link.status = 'affirmed'
        AND link.quote IS NOT NULL AND \(unquotable) AND \(isCarriedLink(as: viewpoint))
      ORDER BY link.id
      """
    ) { row in (try row.next(), try row.next()) }
  }

  /// Where a draft version cites, or an affirmed link of the newest draft holds on to,
  /// words that were said in private: the paragraph's block, `nil` for a link, and the place.
  public static func saidInPrivate(
    citedIn version: Identifier<DraftVersion>, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [(block: Int?, locator: String)] {
    try connection.query(
      """
      SELECT DISTINCT citation.block_ordinal, \(locator)
      FROM record.citation
      JOIN record.citation_passage AS pin ON pin.citation_id = citation.id
      JOIN record.passage_version AS version ON version.id = pin.passage_version_id
      \(joins)
      WHERE citation.draft_version_id = \(version) AND passage.is_private
      UNION ALL
      SELECT NULL, \(locator)
      FROM record.link
      JOIN record.passage_version AS version ON version.id = link.passage_version_id
      \(joins)
      WHERE source.inquiry_id = \(viewpoint.inquiryID) AND link.status = 'affirmed'
        AND passage.is_private AND \(isCarriedLink(as: viewpoint))
      ORDER BY 1, 2
      """
    ) { row in (try row.next(), try row.next()) }
  }

  /// Places of the published reports in which words stand that are sought.
  public static func inPublishedReports(
    _ sought: SoughtWords, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [String] {
    guard !sought.isEmpty else { return [] }
    return try connection.query(
      """
      WITH \(sought.table)
      SELECT DISTINCT 'the report, paragraph ' || coalesce(block.paragraph_number, 0)
      FROM published.report_block AS block
      JOIN published.report ON report.id = block.report_id
      CROSS JOIN LATERAL (
        SELECT \(AnonymousWall.words("block.markdown")) AS words OFFSET 0) AS even
      WHERE report.inquiry_id = \(viewpoint.inquiryID)
        AND EXISTS (SELECT FROM sought WHERE \(SoughtWords.stands(in: "even.words")))
      ORDER BY 1
      """
    ) { row in try row.next() }
  }

  private init(_ row: inout Row) throws {
    locator = try row.next()
    text = try row.next()
    let starts: [Int] = try row.next()
    let ends: [Int] = try row.next()
    let text = text
    omitted = zip(starts, ends).compactMap { Wording.text(in: $0..<max($0, $1), of: text) }
    mayNotBeQuoted = try row.next()
  }

  /// The place of a passage, joined with its source and the block of its question.
  static let locator: SQL = """
    CASE WHEN passage.kind IN ('turn', 'stage')
      THEN 'Q' || coalesce(block.number, 0) || '+' || coalesce(passage.block_offset, 0)
      WHEN passage.kind = 'point' THEN source.reference || ', point ' || passage.point_number
      ELSE source.reference || coalesce(', para '
        || coalesce(passage.point_number::text, passage.outline_number), '') END
    """

  private static let columns: SQL = """
    \(locator), version.text,
    array(SELECT span_from FROM record.redaction
      WHERE passage_version_id = version.id ORDER BY span_from),
    array(SELECT span_to FROM record.redaction
      WHERE passage_version_id = version.id ORDER BY span_from),
    \(unquotable)
    """

  private static let joins: SQL = """
    JOIN record.passage ON passage.id = version.passage_id
    JOIN record.source ON source.id = passage.source_id
    LEFT JOIN record.question_block AS block ON block.id = passage.question_block_id
    """

  /// A turn belongs to who spoke it; a point and a paragraph to everybody of
  /// the source.
  private static let unquotable: SQL = """
    EXISTS (
      SELECT FROM record.contribution
      JOIN record.witness ON witness.id = witness_id
      WHERE contribution.source_id = source.id AND contribution.consent = 'given'
        AND NOT 'quote' = ANY (contribution.consent_uses)
        AND (passage.person_id IS NULL AND passage.kind <> 'turn'
          OR passage.person_id = witness.person_id))
    """

  private static let minded: SQL = """
    \(unquotable) OR EXISTS (
      SELECT FROM record.redaction WHERE passage_version_id = version.id)
    """
}
