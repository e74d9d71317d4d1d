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
  /// Numbers of the limbs that a person answers for, by key of the recommendation.
  public let confirmed: [String: [Int]]

  public init(
    version: Identifier<DraftVersion>, decision: Identifier<Decision>, publishedOn: Day,
    notesHTML: String?, blocks: [(markdown: String, html: String)], confirmed: [String: [Int]]
  ) {
    self.version = version
    self.decision = decision
    self.publishedOn = publishedOn
    self.notesHTML = notesHTML
    self.blocks = blocks
    self.confirmed = confirmed
  }

  /// The words of every published edition, block by block, with the numbered paragraph
  /// that each is or goes on from; 0 before the first.
  public static func blocks(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [(edition: Int, paragraph: Int, markdown: String)] {
    try connection.query(
      """
      SELECT report.edition, coalesce((
          SELECT max(paragraph_number) FROM record.draft_block AS block
          WHERE block.draft_version_id = report.draft_version_id
            AND block.ordinal <= report_block.ordinal), 0), report_block.markdown
      FROM record.report
      JOIN record.report_block ON report_id = report.id
      WHERE report.inquiry_id = \(viewpoint.inquiryID)
      ORDER BY report.edition, report_block.ordinal
      """
    ) { row in (try row.next(), try row.next(), try row.next()) }
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
    try keepWhatItRestsOn(report.id, on: connection)
    return report.edition
  }

  /// Addressees, limbs, lineage and links stay in this edition as they are now.
  private func keepWhatItRestsOn(_ report: Int64, on connection: Connection) throws {
    try connection.execute(
      """
      INSERT INTO record.report_recommendation
        (report_id, recommendation_id, finding_id, addressees)
      SELECT \(report), recommendation.id, recommendation.finding_id,
        array(
          SELECT name FROM record.addressee
          WHERE recommendation_id = recommendation.id ORDER BY ordinal)
      FROM record.draft_block AS block
      JOIN record.recommendation ON recommendation.id = block.recommendation_id
      WHERE block.draft_version_id = \(version)
      """)
    try keepLimbs(report, on: connection)
    try connection.execute(
      """
      INSERT INTO record.report_lineage
        (report_id, recommendation_id, ordinal, relation, earlier_recommendation_id, source_id,
         words)
      SELECT \(report), recommendation_id,
        row_number() OVER (PARTITION BY recommendation_id ORDER BY lineage.id), relation,
        earlier_recommendation_id, source_id, words
      FROM record.report_recommendation AS edition JOIN record.lineage USING (recommendation_id)
      WHERE report_id = \(report)
      """)
    try connection.execute(
      """
      INSERT INTO record.report_link (report_id, link_id, passage_version_id, stance, quote, limb)
      SELECT \(report), link.id, link.passage_version_id, link.stance, link.quote, kept.number
      FROM record.link
      LEFT JOIN record.report_limb AS kept ON kept.report_id = \(report)
        AND kept.recommendation_id = link.recommendation_id AND kept.number = link.limb
      JOIN record.draft_block AS block ON block.draft_version_id = \(version)
        AND (block.finding_id = link.finding_id
          OR block.recommendation_id = link.recommendation_id)
      WHERE link.status = 'affirmed'
      """)
  }

  private func keepLimbs(_ report: Int64, on connection: Connection) throws {
    let limbs = confirmed.sorted { $0.key < $1.key }.flatMap { key, numbers in
      numbers.map { (key: key, number: $0) }
    }
    try connection.execute(
      """
      INSERT INTO record.report_limb
        (report_id, recommendation_id, number, words, act, deadline_words, due_on, event,
         happened_on, event_source, months_after, days_after)
      SELECT \(report), limb.recommendation_id, limb.number, quote, act, deadline_words, due_on,
        awaited_event.name, happened_on, awaited_event.evidence, months_after, days_after
      FROM unnest(\(limbs.map(\.key)), \(limbs.map(\.number))) AS given (key, number)
      JOIN record.report_recommendation AS edition ON edition.report_id = \(report)
      JOIN record.recommendation ON recommendation.id = edition.recommendation_id
        AND recommendation.key = given.key
      JOIN record.limb ON limb.recommendation_id = recommendation.id
        AND limb.number = given.number
      LEFT JOIN record.awaited_event ON awaited_event.id = awaited_event_id
      """)
    try connection.execute(
      """
      INSERT INTO record.report_limb_addressee
        (report_id, recommendation_id, limb, ordinal, name, kind, is_lead)
      SELECT report_id, recommendation_id, kept.number, ordinal, name, kind, is_lead
      FROM record.report_limb AS kept
      JOIN record.limb USING (recommendation_id, number)
      JOIN record.limb_addressee ON limb_id = limb.id
      WHERE report_id = \(report)
      """)
  }
}

/// How a citation that names a speaker is kept where it is public: by the
/// person, so that no old name stays behind when one is mended.
public enum ReportSpeaker {
  /// Matches a locator with a speaker; its first group is the place.
  static let pattern = #"^((?:OS[0-9]+, )?Q[0-9]+(?:-[0-9]+)?), .*$"#

  /// Who each locator of a draft version means, where it names a speaker.
  public static func people(
    citedIn version: Identifier<DraftVersion>, on connection: Connection
  ) throws -> [String: Identifier<Person>] {
    let rows = try connection.query(
      """
      SELECT DISTINCT ON (locator) locator, passage.person_id
      FROM record.citation
      JOIN record.citation_passage AS pin ON pin.citation_id = citation.id
      JOIN record.passage_version ON passage_version.id = pin.passage_version_id
      JOIN record.passage ON passage.id = passage_id
      WHERE draft_version_id = \(version) AND locator ~ \(pattern)
        AND passage.person_id IS NOT NULL
      ORDER BY locator, pin.ordinal
      """
    ) { row in (try row.next() as String, try row.next() as Identifier<Person>) }
    return Dictionary(uniqueKeysWithValues: rows)
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
