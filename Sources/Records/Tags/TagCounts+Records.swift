public import Inquiries
public import Postgres

/// Tags counted, each way in one pass over what was put on.
public struct TagCounts: Sendable {
  /// What was counted; `nil` where it is the sum over all.
  public let row: String?
  public let column: String?
  public let sources: Int
  public let passages: Int

  /// Each tag that is on a passage with that passage once, whoever put it there.
  private static func placed(hasBelow: Bool, as viewpoint: Viewpoint) -> SQL {
    guard hasBelow else {
      return """
        WITH placed AS MATERIALIZED (
          SELECT DISTINCT tag_id, passage_id FROM record.applied_tag
          JOIN record.tag ON tag.id = tag_id
          WHERE tag.inquiry_id = \(viewpoint.inquiryID) AND removed_at IS NULL)
        """
    }
    return """
      WITH RECURSIVE above AS (
        SELECT id AS tag_id, id AS above_tag_id FROM record.tag
        WHERE inquiry_id = \(viewpoint.inquiryID)
        UNION ALL
        SELECT above.tag_id, tag.parent_tag_id FROM above
        JOIN record.tag ON tag.id = above_tag_id AND parent_tag_id IS NOT NULL
      ), placed AS MATERIALIZED (
        SELECT DISTINCT above_tag_id AS tag_id, passage_id FROM record.applied_tag
        JOIN above ON above.tag_id = applied_tag.tag_id
        WHERE removed_at IS NULL)
      """
  }

  /// Tags by the group of the witness who spoke or wrote; a passage stands in each
  /// group of theirs, a point and a paragraph in those of all who gave them. The
  /// column is `(none)` where there is none.
  ///
  /// - Parameter hasBelow: Whether a tag counts what the tags below it are on.
  public static func byGroup(
    hasBelow: Bool, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [TagCounts] {
    try connection.query(
      """
      \(placed(hasBelow: hasBelow, as: viewpoint)), heard AS (
        SELECT placed.tag_id, passage.source_id, passage_id,
          coalesce(witness_group.slug, '(none)') AS slug
        FROM placed
        JOIN record.passage ON passage.id = passage_id
        LEFT JOIN (
          record.contribution
          JOIN record.witness ON witness.id = witness_id
          JOIN record.witness_group ON witness_group.id = witness_group_id)
          ON contribution.source_id = passage.source_id
            AND (passage.kind IN ('point', 'paragraph') OR witness.person_id = passage.person_id)
      ), counted AS (
        SELECT tag_id, slug, count(DISTINCT source_id) AS sources,
          count(DISTINCT passage_id) AS passages
        FROM heard
        GROUP BY GROUPING SETS ((tag_id, slug), (tag_id), (slug)))
      SELECT tag.key, slug, sources, passages FROM counted
      LEFT JOIN record.tag ON tag.id = tag_id
      ORDER BY tag.key COLLATE "C", slug COLLATE "C"
      """
    ) { try TagCounts(&$0) }
  }

  /// Tags that stand on the same passage, each pair once and each tag with itself.
  public static func together(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [TagCounts] {
    try connection.query(
      """
      \(placed(hasBelow: false, as: viewpoint))
      SELECT first.key, second.key, count(DISTINCT source_id), count(*)
      FROM placed
      JOIN placed AS other ON other.passage_id = placed.passage_id
      JOIN record.tag AS first ON first.id = placed.tag_id
      JOIN record.tag AS second ON second.id = other.tag_id
        AND first.key COLLATE "C" <= second.key COLLATE "C"
      JOIN record.passage ON passage.id = placed.passage_id
      GROUP BY 1, 2
      ORDER BY first.key COLLATE "C", second.key COLLATE "C"
      """
    ) { try TagCounts(&$0) }
  }

  private init(_ row: inout Row) throws {
    self.row = try row.next()
    column = try row.next()
    sources = try row.next()
    passages = try row.next()
  }
}

/// What two people put on the passages of the sources in which both put something.
public struct TagComparison: Sendable {
  public struct Marks: Sendable {
    /// Key of the tag.
    public let tag: String
    public let both: Int
    public let onlyFirst: Int
    public let onlySecond: Int
  }

  let first: Identifier<StaffUser>
  let second: Identifier<StaffUser>

  public init(_ first: Identifier<StaffUser>, _ second: Identifier<StaffUser>) {
    self.first = first
    self.second = second
  }

  /// Who put most tags on, the most first.
  public static func taggers(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [String] {
    try connection.query(
      """
      SELECT staff_user.name FROM record.applied_tag
      JOIN record.tag ON tag.id = tag_id
      JOIN record.staff_user ON staff_user.id = staff_user_id
      WHERE inquiry_id = \(viewpoint.inquiryID) AND removed_at IS NULL
      GROUP BY staff_user.name
      ORDER BY count(*) DESC, staff_user.name COLLATE "C"
      """
    ) { try $0.next() }
  }

  private func theirs(as viewpoint: Viewpoint) -> SQL {
    """
    WITH theirs AS (
      SELECT tag.key, passage_id, source_id, ordinal,
        bool_or(staff_user_id = \(first)) AS is_first,
        bool_or(staff_user_id = \(second)) AS is_second
      FROM record.applied_tag
      JOIN record.tag ON tag.id = tag_id
      JOIN record.passage ON passage.id = passage_id
      WHERE tag.inquiry_id = \(viewpoint.inquiryID) AND removed_at IS NULL
        AND staff_user_id IN (\(first), \(second))
      GROUP BY tag.key, passage_id, source_id, ordinal
    ), shared AS (
      SELECT source_id FROM theirs
      GROUP BY source_id HAVING bool_or(is_first) AND bool_or(is_second))
    """
  }

  /// The sources, and how many passages that can be tagged they have.
  public func units(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [(reference: String, passages: Int)] {
    try connection.query(
      """
      \(theirs(as: viewpoint))
      SELECT reference, count(*) FROM shared
      JOIN record.source ON source.id = shared.source_id
      JOIN record.passage ON passage.source_id = source.id AND passage.kind IN (
        'turn', 'point', 'paragraph', 'answer', 'logged')
      GROUP BY reference
      ORDER BY reference COLLATE "C"
      """
    ) { row in (try row.next(), try row.next()) }
  }

  public func marks(as viewpoint: Viewpoint, on connection: Connection) throws -> [Marks] {
    try connection.query(
      """
      \(theirs(as: viewpoint))
      SELECT key, count(*) FILTER (WHERE is_first AND is_second),
        count(*) FILTER (WHERE NOT is_second), count(*) FILTER (WHERE NOT is_first)
      FROM theirs JOIN shared ON shared.source_id = theirs.source_id
      GROUP BY key
      ORDER BY key COLLATE "C"
      """
    ) { row in
      Marks(
        tag: try row.next(), both: try row.next(), onlyFirst: try row.next(),
        onlySecond: try row.next())
    }
  }

  /// Passages on which one of them put a tag and the other did not, source by source.
  public func disagreements(
    limit: Int, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [(locator: String, tag: String, isFirst: Bool)] {
    let rows = try connection.query(
      """
      \(theirs(as: viewpoint))
      SELECT version.id, key, is_first
      FROM theirs JOIN shared ON shared.source_id = theirs.source_id
      JOIN record.passage_version AS version
        ON version.passage_id = theirs.passage_id AND version.is_current
      WHERE NOT (is_first AND is_second)
      ORDER BY theirs.source_id, ordinal, key COLLATE "C"
      LIMIT \(limit)
      """
    ) { row in
      (
        try row.next() as Identifier<PassageVersion>, try row.next() as String,
        try row.next() as Bool
      )
    }
    let places = try Passage.versions(rows.map(\.0), on: connection)
    return rows.compactMap { version, tag, isFirst in
      places[version].map { ($0.passage.locator ?? $0.reference, tag, isFirst) }
    }
  }
}
