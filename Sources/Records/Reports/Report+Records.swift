public import Inquiries
public import Postgres

/// A draft version that is about to be published, rendered.
public struct PublishedEdition: Sendable {
  public let version: Identifier<DraftVersion>
  public let decision: Identifier<Decision>
  public let publishedOn: Day
  public let notesHTML: String?
  /// Markdown and HTML of each block, in order.
  public let blocks: [(markdown: String, html: String)]

  public init(
    version: Identifier<DraftVersion>, decision: Identifier<Decision>, publishedOn: Day,
    notesHTML: String?, blocks: [(markdown: String, html: String)]
  ) {
    self.version = version
    self.decision = decision
    self.publishedOn = publishedOn
    self.notesHTML = notesHTML
    self.blocks = blocks
  }

  /// Enters it as the inquiry's next edition.
  ///
  /// - Returns: The edition, or `nil` when this version was published before.
  public func insert(as viewpoint: Viewpoint, on connection: Connection) throws -> Int? {
    let report = try connection.first(
      """
      INSERT INTO record.report
        (inquiry_id, edition, draft_version_id, decision_id, published_on, notes_html)
      SELECT \(viewpoint.inquiryID), coalesce(max(edition), 0) + 1, \(version), \(decision),
        \(publishedOn), \(notesHTML)
      FROM record.report WHERE inquiry_id = \(viewpoint.inquiryID)
      ON CONFLICT (draft_version_id) DO NOTHING
      RETURNING id, edition
      """
    ) { row in (id: try row.next() as Int64, edition: try row.next() as Int) }
    guard let report else { return nil }
    try connection.execute(
      """
      INSERT INTO record.report_block (report_id, ordinal, markdown, html)
      SELECT \(report.id), ordinal - 1, markdown, html
      FROM unnest(\(blocks.map(\.markdown)), \(blocks.map(\.html))) WITH ORDINALITY
        AS given (markdown, html, ordinal)
      """)
    return report.edition
  }
}

extension Inquiry {
  /// Notes that the inquiry has reported.
  public static func report(
    on day: Day, as viewpoint: Viewpoint, on connection: Connection
  ) throws {
    try connection.execute(
      """
      UPDATE record.inquiry SET reported_on = coalesce(reported_on, \(day)), revision = revision + 1
      WHERE id = \(viewpoint.inquiryID)
      """)
  }
}
