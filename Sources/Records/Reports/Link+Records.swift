public import Inquiries
public import Postgres

/// A link that is about to be made.
public struct NewLink: Sendable {
  public let end: LinkEnd
  /// Of the recommendation it starts from.
  public let limb: Int?
  public let passage: Identifier<Passage>
  public let version: Identifier<PassageVersion>
  public let stance: Stance
  public let status: LinkStatus
  public let span: Range<Int>?
  public let quote: String?

  public init(
    end: LinkEnd, limb: Int? = nil, passage: Identifier<Passage>,
    version: Identifier<PassageVersion>,
    stance: Stance, status: LinkStatus, span: Range<Int>?, quote: String?
  ) {
    self.end = end
    self.limb = limb
    self.passage = passage
    self.version = version
    self.stance = stance
    self.status = status
    self.span = span
    self.quote = quote
  }

  /// Makes the link, or affirms the same one where it was only suggested.
  ///
  /// - Returns: `nil` when the same words are linked already, or the end is
  ///   unknown.
  public func insert(
    at now: Instant, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Identifier<Link>? {
    let affirmedAt = status == .affirmed ? now : nil
    let affirmedBy = status == .affirmed ? viewpoint.actor.id : nil
    return try connection.first(
      """
      INSERT INTO record.link
        (\(end.column), limb, passage_id, passage_version_id, stance, status, span_from, span_to, quote,
         affirmed_by, affirmed_at)
      SELECT end_id, \(limb)::integer, \(passage), \(version), \(stance.rawValue), \(status.rawValue),
        \(span?.lowerBound), \(span?.upperBound), \(quote), \(affirmedBy), \(affirmedAt)
      FROM (SELECT \(end.id(as: viewpoint))) AS given (end_id)
      WHERE end_id IS NOT NULL
      ON CONFLICT (
        coalesce(finding_id, 0), coalesce(recommendation_id, 0), coalesce(limb, 0),
        coalesce(proposition_id, 0), passage_id, coalesce(span_from, -1), coalesce(span_to, -1))
        WHERE status <> 'dropped'
      DO UPDATE
      SET status = 'affirmed', stance = EXCLUDED.stance, affirmed_by = EXCLUDED.affirmed_by,
        affirmed_at = EXCLUDED.affirmed_at, passage_version_id = EXCLUDED.passage_version_id,
        quote = EXCLUDED.quote, revision = link.revision + 1
      WHERE EXCLUDED.status = 'affirmed' AND link.status <> 'affirmed'
      RETURNING id
      """
    ) { row in try row.next() }
  }

  /// The link that stands between the same end and the same words, whatever it says of
  /// them; `nil` where there is none.
  public func standing(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> (id: Identifier<Link>, stance: Stance)? {
    try connection.first(
      """
      SELECT id, stance FROM record.link
      WHERE \(end.column) = \(end.id(as: viewpoint)) AND passage_id = \(passage)
        AND limb IS NOT DISTINCT FROM \(limb)::integer
        AND span_from IS NOT DISTINCT FROM \(span?.lowerBound)::integer
        AND span_to IS NOT DISTINCT FROM \(span?.upperBound)::integer AND status <> 'dropped'
      """
    ) { row in (id: try row.next(), stance: try row.word()) }
  }
}

extension Link {
  /// Links by the id of what they start from.
  ///
  /// - Parameters:
  ///   - column: The column that leads there.
  ///   - ends: The ids meant.
  static func byEnd(
    _ column: SQL, _ ends: [Int64], on connection: Connection
  ) throws -> [Int64: [Link]] {
    struct Bare {
      let end: Int64
      let id: Identifier<Link>
      let limb: Int?
      let version: Identifier<PassageVersion>
      let stance: Stance
      let status: LinkStatus
      let quote: String?
      let affirmedBy: String?
      let revision: Int
    }
    let bare = try connection.query(
      """
      SELECT link.\(column), link.id, limb, passage_version_id, stance, status, quote,
        CASE WHEN affirmed_at IS NOT NULL THEN coalesce(staff_user.name, 'operator') END,
        link.revision
      FROM record.link
      LEFT JOIN record.staff_user ON staff_user.id = affirmed_by
      WHERE link.\(column) = ANY (\(ends))
      ORDER BY link.id
      """
    ) { row in
      Bare(
        end: try row.next(), id: try row.next(), limb: try row.next(), version: try row.next(),
        stance: try row.word(),
        status: try row.word(), quote: try row.next(), affirmedBy: try row.next(),
        revision: try row.next())
    }
    let versions = try Passage.versions(bare.map(\.version), on: connection)
    var links: [Int64: [Link]] = [:]
    for link in bare {
      guard let place = versions[link.version] else { continue }
      links[link.end, default: []].append(
        Link(
          id: link.id, limb: link.limb, stance: link.stance, status: link.status,
          reference: place.reference,
          sourceState: place.state, passage: place.passage, quote: link.quote,
          affirmedBy: link.affirmedBy, revision: link.revision))
    }
    return links
  }
}
