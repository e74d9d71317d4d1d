public import Inquiries
public import Postgres

extension PublishedInquiry {
  /// Every launched inquiry, the newest first.
  public static func all(on connection: Connection) throws -> [PublishedInquiry] {
    try read("true", on: connection)
  }

  /// The launched inquiry with that slug.
  public static func find(
    slug: String, on connection: Connection
  ) throws -> PublishedInquiry? {
    try read("inquiry.slug = \(slug)", on: connection).first
  }

  private static func read(
    _ condition: SQL, on connection: Connection
  ) throws -> [PublishedInquiry] {
    try connection.query(
      """
      SELECT inquiry.id, slug, title, body_name, body_kind, summary, terms_of_reference, launched_on,
        reported_on, lapsed_on, predecessor_slug, is_illustrative, banner, time_zone,
        EXISTS (SELECT FROM published.source
          WHERE inquiry_id = inquiry.id AND kind = 'document'),
        EXISTS (SELECT FROM published.source
          WHERE inquiry_id = inquiry.id AND kind = 'survey'),
        EXISTS (SELECT FROM published.tombstone WHERE inquiry_id = inquiry.id),
        (SELECT number FROM published.version)
      FROM published.inquiry
      WHERE \(condition)
      ORDER BY launched_on DESC, slug COLLATE "C"
      """
    ) { row in
      PublishedInquiry(
        id: try row.next(), slug: try row.next(), title: try row.next(), bodyName: try row.next(),
        bodyKind: try row.word(), summary: try row.next(), termsOfReference: try row.next(),
        launchedOn: try row.next(), reportedOn: try row.next(), lapsedOn: try row.next(),
        predecessorSlug: try row.next(),
        isIllustrative: try row.next(), banner: try row.next(), timeZone: try row.next(),
        hasDocuments: try row.next(), hasSurveys: try row.next(),
        hasTombstones: try row.next(), publication: try row.next())
    }
  }
}

extension Totals {
  /// What is published of each inquiry, counted here and nowhere else, so that
  /// totals agree wherever they stand.
  ///
  /// Apart from the inquiry, because they count all its passages and only its
  /// own page shows them.
  ///
  /// - Parameter inquiries: Whose; those that are not public have none.
  public static func published(
    of inquiries: [Identifier<Inquiry>], on connection: Connection
  ) throws -> [Identifier<Inquiry>: Totals] {
    let rows = try connection.query(
      """
      SELECT inquiry.id,
        (SELECT count(*) FROM published.session
         WHERE inquiry_id = inquiry.id AND hearing = 'public'),
        (SELECT count(*) FROM published.session
         WHERE inquiry_id = inquiry.id AND hearing = 'private'),
        (SELECT count(*) FROM published.witness WHERE inquiry_id = inquiry.id),
        (SELECT count(*) FROM published.written_submission WHERE inquiry_id = inquiry.id),
        (SELECT count(*) FROM published.passage
         WHERE inquiry_id = inquiry.id AND question_number > 0 AND block_offset = 0),
        (SELECT count(*) FROM published.report_block AS block
         WHERE block.report_id = newest.id AND block.kind = 'finding'),
        (SELECT count(*) FROM published.report_block AS block
         WHERE block.report_id = newest.id AND block.kind = 'recommendation')
      FROM published.inquiry
      LEFT JOIN LATERAL (
        SELECT report.id FROM published.report
        WHERE report.inquiry_id = inquiry.id ORDER BY edition DESC LIMIT 1) AS newest ON true
      WHERE inquiry.id = ANY (\(inquiries))
      """
    ) { row in
      (
        try row.next() as Identifier<Inquiry>,
        Totals(
          publicSessions: try row.next(), privateSessions: try row.next(),
          witnesses: try row.next(), submissions: try row.next(), questions: try row.next(),
          findings: try row.next(), recommendations: try row.next())
      )
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }
}
