public import Inquiries
public import Postgres

extension Link {
  /// A link that is about to be settled, locked, with the words that it means now.
  public struct Settling: Sendable {
    public let id: Identifier<Link>
    /// Key of the finding or recommendation it starts from.
    public let key: String
    public let status: LinkStatus
    public let quote: String?
    public let revision: Int
    /// The version of its passage that stands now, and the words of that.
    public let version: Identifier<PassageVersion>
    public let text: String
  }

  /// The links with these ids, locked until the transaction ends.
  public static func settling(
    _ ids: [Identifier<Link>], from viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Settling] {
    try connection.query(
      """
      SELECT link.id, coalesce(finding.key, recommendation.key), link.status, link.quote,
        link.revision, version.id, version.text
      FROM record.link
      JOIN record.passage ON passage.id = link.passage_id
      JOIN record.source ON source.id = source_id
      JOIN record.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      LEFT JOIN record.finding ON finding.id = link.finding_id
      LEFT JOIN record.recommendation ON recommendation.id = link.recommendation_id
      WHERE link.id = ANY (\(ids)) AND source.inquiry_id = \(viewpoint.inquiryID)
      ORDER BY link.id
      FOR NO KEY UPDATE OF link, passage
      """
    ) { row in
      Settling(
        id: try row.next(), key: try row.next(), status: try row.word(), quote: try row.next(),
        revision: try row.next(), version: try row.next(), text: try row.next())
    }
  }

  /// What an affirmed link is pinned to.
  public struct Affirmed: Sendable {
    let id: Identifier<Link>
    let version: Identifier<PassageVersion>
    let span: Range<Int>?
    let quote: String?

    public init(
      id: Identifier<Link>, version: Identifier<PassageVersion>, span: Range<Int>?, quote: String?
    ) {
      self.id = id
      self.version = version
      self.span = span
      self.quote = quote
    }
  }

  /// Affirms links at the words that they mean now.
  public static func affirm(
    _ links: [Affirmed], now: Instant, from viewpoint: Viewpoint, on connection: Connection
  ) throws {
    try connection.execute(
      """
      UPDATE record.link
      SET status = 'affirmed', passage_version_id = given.version, span_from = given.span_from,
        span_to = given.span_to, quote = given.quote, affirmed_by = \(viewpoint.actor.id),
        affirmed_at = \(now), revision = revision + 1
      FROM unnest(
        \(links.map(\.id)), \(links.map(\.version)), \(links.map(\.span?.lowerBound)),
        \(links.map(\.span?.upperBound)), \(links.map(\.quote)))
        AS given (id, version, span_from, span_to, quote)
      WHERE link.id = given.id
      """)
  }

  /// Gives links up.
  public static func drop(_ ids: [Identifier<Link>], on connection: Connection) throws {
    try connection.execute(
      """
      UPDATE record.link
      SET status = 'dropped', affirmed_by = NULL, affirmed_at = NULL, revision = revision + 1
      WHERE id = ANY (\(ids))
      """)
  }
}
