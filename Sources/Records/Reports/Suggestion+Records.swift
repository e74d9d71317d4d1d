public import Inquiries
public import Postgres

/// What people decided on evidence for findings and recommendations: what a
/// suggestion learns from.
public enum EvidenceDecisions {
  /// One decision on one passage.
  public struct Decision: Sendable {
    /// The end it was made for, by its key.
    public let end: LinkEnd
    /// The limb of the recommendation it was made for, where it was for one.
    public let limb: Int?
    public let passage: Identifier<Passage>
    /// The version it was made on.
    public let version: Identifier<PassageVersion>
    /// Dropped also for a suggestion that was refused before it became a link.
    public let status: LinkStatus
  }

  /// How far the acts of the inquiry have come: of equal marks all that was decided is the
  /// same.
  public static func mark(as viewpoint: Viewpoint, on connection: Connection) throws -> Int64 {
    try connection.one(
      """
      SELECT coalesce((SELECT id FROM record.audit_entry
        WHERE inquiry_id = \(viewpoint.inquiryID) ORDER BY id DESC LIMIT 1), 0)
      """
    ) { row in try row.next() }
  }

  /// Every decision of the inquiry, and what awaits one.
  public static func all(as viewpoint: Viewpoint, on connection: Connection) throws -> [Decision] {
    try connection.query(
      """
      SELECT finding.key, recommendation.key, made.limb, made.passage_id, made.version, made.status
      FROM (
        SELECT finding_id, recommendation_id, limb, passage_id, passage_version_id AS version,
          status
        FROM record.link
        UNION ALL
        SELECT finding_id, recommendation_id, NULL, passage_id, dropped.passage_version_id,
          'dropped'
        FROM record.dropped_suggestion AS dropped
        JOIN record.passage_version ON passage_version.id = dropped.passage_version_id) AS made
      LEFT JOIN record.finding ON finding.id = made.finding_id
      LEFT JOIN record.recommendation ON recommendation.id = made.recommendation_id
      WHERE coalesce(finding.inquiry_id, recommendation.inquiry_id) = \(viewpoint.inquiryID)
      ORDER BY made.passage_id, made.version, made.status
      """
    ) { row in
      let finding: String? = try row.next()
      let recommendation: String? = try row.next()
      return Decision(
        end: finding.map(LinkEnd.finding) ?? .recommendation(recommendation ?? ""),
        limb: try row.next(), passage: try row.next(), version: try row.next(),
        status: try row.word())
    }
  }

  /// Words of every finding and recommendation that the newest draft carries,
  /// with the key of the finding that a recommendation stands under.
  public static func ends(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [(end: LinkEnd, number: Int?, text: String, finding: String?)] {
    try connection.query(
      """
      SELECT finding.key, recommendation.key, block.number, block.text, parent.key
      FROM record.draft_block AS block
      LEFT JOIN record.finding ON finding.id = block.finding_id
      LEFT JOIN record.recommendation ON recommendation.id = block.recommendation_id
      LEFT JOIN record.finding AS parent ON parent.id = recommendation.finding_id
      WHERE block.draft_version_id = \(newestDraft(of: viewpoint))
        AND block.kind IN ('finding', 'recommendation')
      ORDER BY block.ordinal
      """
    ) { row in
      let finding: String? = try row.next()
      let recommendation: String? = try row.next()
      return (
        end: finding.map(LinkEnd.finding) ?? .recommendation(recommendation ?? ""),
        number: try row.next(), text: try row.next(), finding: try row.next()
      )
    }
  }

  /// A mark for each inquiry with a draft, by its slug, that is another one when the
  /// newest draft or the limbs of its recommendations are.
  public static func marks(on connection: Connection) throws -> [String: Int64] {
    let marks = try connection.query(
      """
      SELECT slug, hashtextextended(concat_ws('|', newest.id,
        (SELECT concat_ws('|', count(*), max(limb.id), sum(limb.revision))
         FROM record.limb
         JOIN record.recommendation ON recommendation.id = recommendation_id
         WHERE recommendation.inquiry_id = inquiry.id)), 0)
      FROM record.inquiry
      JOIN LATERAL (
        SELECT max(draft_version.id) AS id FROM record.draft
        JOIN record.draft_version ON draft_id = draft.id
        WHERE draft.inquiry_id = inquiry.id) AS newest ON newest.id IS NOT NULL
      """
    ) { row in (try row.next() as String, try row.next() as Int64) }
    return Dictionary(uniqueKeysWithValues: marks)
  }

  /// Most passages that a tag is on for it to tell them from others.
  private static let mostTagged = 1_000

  /// Passages with a tag that evidence affirmed for an end has too, with the names of
  /// those tags; tags that are on very many passages tell nothing.
  public static func tagged(
    like end: LinkEnd, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Identifier<Passage>: [String]] {
    let rows = try connection.query(
      """
      SELECT DISTINCT applied.passage_id, tag_version.name
      FROM (
        SELECT DISTINCT tag_id FROM record.link
        JOIN record.applied_tag ON applied_tag.passage_id = link.passage_id
          AND removed_at IS NULL
        WHERE link.\(end.column) = \(end.id(as: viewpoint)) AND link.status = 'affirmed') AS known
      JOIN record.tag_version ON tag_version.tag_id = known.tag_id AND tag_version.is_current
      CROSS JOIN LATERAL (
        SELECT passage_id, count(*) OVER () AS count FROM (
          SELECT passage_id FROM record.applied_tag
          WHERE applied_tag.tag_id = known.tag_id AND removed_at IS NULL
          LIMIT \(mostTagged + 1)) AS found) AS applied
      WHERE applied.count <= \(mostTagged)
      ORDER BY applied.passage_id, tag_version.name
      """
    ) { row in (try row.next() as Identifier<Passage>, try row.next() as String) }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }

  /// Links that stand between an end as a whole and some passages.
  public static func links(
    from end: LinkEnd, to passages: [Identifier<Passage>], as viewpoint: Viewpoint,
    on connection: Connection
  ) throws -> [Identifier<Link>] {
    try connection.query(
      """
      SELECT id FROM record.link
      WHERE \(end.column) = \(end.id(as: viewpoint)) AND limb IS NULL AND status <> 'dropped'
        AND passage_id = ANY (\(passages))
      ORDER BY id
      """
    ) { row in try row.next() }
  }

  /// Names of the witness groups by slug.
  public static func groups(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [String: String] {
    let groups = try connection.query(
      "SELECT slug, name FROM record.witness_group WHERE inquiry_id = \(viewpoint.inquiryID)"
    ) { row in (try row.next() as String, try row.next() as String) }
    return Dictionary(uniqueKeysWithValues: groups)
  }

  /// Keeps that passages were refused for an end, once for the words they have.
  ///
  /// - Parameter end: A finding or recommendation; nothing is suggested for a
  ///   proposition.
  /// - Returns: How many were not refused before.
  public static func drop(
    _ versions: [Identifier<PassageVersion>], for end: LinkEnd, at now: Instant,
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Int {
    try connection.execute(
      """
      INSERT INTO record.dropped_suggestion (\(end.column), passage_version_id, staff_user_id, dropped_at)
      SELECT end_id, unnest(\(versions)), \(viewpoint.actor.id), \(now)
      FROM (SELECT \(end.id(as: viewpoint))) AS given (end_id)
      WHERE end_id IS NOT NULL
      ON CONFLICT DO NOTHING
      """)
  }
}
