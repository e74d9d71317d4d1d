public import Inquiries
public import Postgres

/// A submission to be compared with others, without its words.
public struct ComparedSubmission: Sendable {
  public let id: Identifier<Source>
  public let submission: WrittenSubmission
  public let standing: CampaignStanding

  /// Whether its words may be shown beside those of others: something kept back
  /// is read by itself, so that the reading goes on record, and what was taken
  /// from the public is not spread anew.
  public var isShown: Bool {
    !submission.isKeptBack && ![.withdrawn, .takenDown].contains(submission.state)
  }

  /// A paragraph or heading, as it stands on record.
  public struct Paragraph: Sendable {
    /// The number of the paragraph; `nil` for a heading.
    public let point: Int?
    public let text: String
  }

  /// Those that are compared, by number: all but what was withdrawn or taken
  /// down, which stays in the campaign that it was confirmed to be of.
  public static func all(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [ComparedSubmission] {
    try connection.query(
      """
      SELECT source.id, stands_alone, \(WrittenSubmission.columns)
      FROM \(WrittenSubmission.tables)
      WHERE written.inquiry_id = \(viewpoint.inquiryID)
        AND (source.state NOT IN ('withdrawn', 'taken_down') OR campaign_id IS NOT NULL)
      ORDER BY written.number
      """
    ) { row in
      let (id, isAlone) = (try row.next() as Identifier<Source>, try row.next() as Bool)
      let submission = try WrittenSubmission(&row)
      return ComparedSubmission(
        id: id, submission: submission,
        standing: isAlone ? .alone : submission.campaign == nil ? .open : .confirmed)
    }
  }

  /// The paragraphs of some submissions, in their order.
  public static func paragraphs(
    of ids: [Identifier<Source>], on connection: Connection
  ) throws -> [Identifier<Source>: [Paragraph]] {
    let rows = try connection.query(
      """
      SELECT source_id, point_number, version.text
      FROM record.passage
      JOIN record.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      WHERE source_id = ANY (\(ids))
      ORDER BY source_id, ordinal
      """
    ) { row in
      (try row.next() as Identifier<Source>, Paragraph(point: try row.next(), text: try row.next()))
    }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }
}

extension WrittenSubmission {
  /// Enters what a clerk said of submissions that are like each other.
  ///
  /// - Parameter campaign: The campaign that they are of; `nil` for none.
  public static func setCampaign(
    _ campaign: String?, isAlone: Bool, for sources: [Identifier<Source>],
    as viewpoint: Viewpoint, on connection: Connection
  ) throws {
    if let campaign {
      try connection.execute(
        """
        INSERT INTO record.campaign (inquiry_id, name)
        VALUES (\(viewpoint.inquiryID), \(campaign))
        ON CONFLICT ON CONSTRAINT campaign_name_key DO NOTHING
        """)
    }
    try connection.execute(
      """
      UPDATE record.written_submission AS written
      SET campaign_id = campaign.id, stands_alone = \(isAlone), revision = revision + 1
      FROM (SELECT \(viewpoint.inquiryID) AS inquiry_id) AS here
      LEFT JOIN record.campaign ON campaign.inquiry_id = here.inquiry_id
        AND campaign.name = \(campaign)
      WHERE source_id = ANY (\(sources))
        AND (campaign_id, stands_alone) IS DISTINCT FROM (campaign.id, \(isAlone))
      """)
  }
}
