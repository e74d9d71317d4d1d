public import Inquiries
public import Postgres

extension Link {
  /// A link that is about to be settled, locked, with the words that it means now.
  public struct Settling: Sendable {
    public let id: Identifier<Link>
    /// Key of the finding, recommendation or proposition it starts from.
    public let key: String
    public let isOfRecommendation: Bool
    public let limb: Int?
    /// The place of its passage, such as `Q45+2`.
    public let locator: String
    public let stance: Stance
    public let status: LinkStatus
    public let quote: String?
    public let revision: Int
    /// The version of its passage that stands now, its number and its words.
    public let version: Identifier<PassageVersion>
    public let number: Int
    public let text: String
  }

  /// The links with these ids, locked until the transaction ends.
  public static func settling(
    _ ids: [Identifier<Link>], from viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Settling] {
    try connection.query(
      """
      SELECT link.id, \(endKey), recommendation.id IS NOT NULL, link.limb, \(QuotableWords.locator),
        link.stance, link.status, link.quote, link.revision, version.id,
        version.number, version.text
      FROM record.link
      JOIN record.passage ON passage.id = link.passage_id
      JOIN record.source ON source.id = source_id
      LEFT JOIN record.question_block AS block ON block.id = passage.question_block_id
      JOIN record.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      \(endJoins)
      WHERE link.id = ANY (\(ids)) AND source.inquiry_id = \(viewpoint.inquiryID)
      ORDER BY link.id
      FOR NO KEY UPDATE OF link, passage
      """
    ) { row in
      Settling(
        id: try row.next(), key: try row.next(), isOfRecommendation: try row.next(),
        limb: try row.next(), locator: try row.next(), stance: try row.word(),
        status: try row.word(), quote: try row.next(), revision: try row.next(),
        version: try row.next(), number: try row.next(), text: try row.next())
    }
  }

  /// What a link is pinned to from now on.
  public struct Pinned: Sendable {
    let id: Identifier<Link>
    let limb: Int?
    let version: Identifier<PassageVersion>
    let stance: Stance
    let status: LinkStatus
    let span: Range<Int>?
    let quote: String?

    /// - Parameter status: `affirmed`, or `suggested` where nobody answers for it
    ///   yet.
    public init(
      id: Identifier<Link>, limb: Int?, version: Identifier<PassageVersion>, stance: Stance,
      status: LinkStatus, span: Range<Int>?, quote: String?
    ) {
      self.id = id
      self.limb = limb
      self.version = version
      self.stance = stance
      self.status = status
      self.span = span
      self.quote = quote
    }
  }

  /// Pins links to the words that they mean now; the actor answers for those
  /// that are affirmed.
  public static func pin(
    _ links: [Pinned], now: Instant, from viewpoint: Viewpoint, on connection: Connection
  ) throws {
    try connection.execute(
      """
      UPDATE record.link
      SET limb = given.limb, status = given.status, stance = given.stance, passage_version_id = given.version,
        span_from = given.span_from, span_to = given.span_to, quote = given.quote,
        affirmed_by = CASE WHEN given.status = 'affirmed' THEN \(viewpoint.actor.id) END,
        affirmed_at = CASE WHEN given.status = 'affirmed' THEN \(now) END,
        revision = revision + 1
      FROM unnest(
        \(links.map(\.id)), \(links.map(\.limb)), \(links.map(\.version)), \(links.map(\.stance.rawValue)),
        \(links.map(\.status.rawValue)), \(links.map(\.span?.lowerBound)),
        \(links.map(\.span?.upperBound)), \(links.map(\.quote)))
        AS given (id, limb, version, stance, status, span_from, span_to, quote)
      WHERE link.id = given.id
      """)
  }

  /// Makes links evidence for a limb of their recommendation, or for the whole of it.
  /// The actor answers for those that are affirmed; the words and the status stay.
  public static func move(
    _ ids: [Identifier<Link>], to limb: Int?, now: Instant, from viewpoint: Viewpoint,
    on connection: Connection
  ) throws {
    try connection.execute(
      """
      UPDATE record.link
      SET limb = \(limb),
        affirmed_by = CASE WHEN status = 'affirmed' THEN \(viewpoint.actor.id) ELSE affirmed_by END,
        affirmed_at = CASE WHEN status = 'affirmed' THEN \(now) ELSE affirmed_at END,
        revision = revision + 1
      WHERE id = ANY (\(ids))
      """)
  }

  /// Gives links up. Whoever drops one whose words changed since refuses the words as they
  /// stand now too; the link itself stays with those that it was made on.
  public static func drop(
    _ ids: [Identifier<Link>], at now: Instant, from viewpoint: Viewpoint,
    on connection: Connection
  ) throws {
    try connection.execute(
      """
      INSERT INTO record.dropped_suggestion
        (finding_id, recommendation_id, passage_version_id, staff_user_id, dropped_at)
      SELECT link.finding_id, link.recommendation_id, version.id, \(viewpoint.actor.id), \(now)
      FROM record.link
      JOIN record.passage_version AS version
        ON version.passage_id = link.passage_id AND version.is_current
      WHERE link.id = ANY (\(ids)) AND link.proposition_id IS NULL
        AND version.id <> link.passage_version_id
      ON CONFLICT DO NOTHING
      """)
    try connection.execute(
      """
      UPDATE record.link
      SET status = 'dropped', affirmed_by = NULL, affirmed_at = NULL, revision = revision + 1
      WHERE id = ANY (\(ids))
      """)
  }
}
