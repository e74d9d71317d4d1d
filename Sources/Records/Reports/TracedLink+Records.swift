public import Inquiries
public import Postgres

/// Which links are wanted.
public struct LinkFilter: Sendable {
  /// Every link of any of these; all where it is `nil`.
  public let statuses: [LinkStatus]?
  /// Those that start from it.
  public let end: LinkEnd?
  /// Those to this limb of the recommendation.
  public let limb: Int?
  /// Those to passages of this source.
  public let reference: String?
  public let ids: [Identifier<Link>]?
  /// Whether only statements are meant that have evidence against them.
  public let isContested: Bool

  public init(
    statuses: [LinkStatus]? = nil, end: LinkEnd? = nil, limb: Int? = nil,
    reference: String? = nil, ids: [Identifier<Link>]? = nil, isContested: Bool = false
  ) {
    self.statuses = statuses
    self.end = end
    self.limb = limb
    self.reference = reference
    self.ids = ids
    self.isContested = isContested
  }

  fileprivate func condition(_ viewpoint: Viewpoint) -> SQL {
    var parts: [SQL] = ["\(Link.endInquiry) = \(viewpoint.inquiryID)"]
    if let statuses { parts.append("link.status = ANY (\(statuses.map(\.rawValue)))") }
    if let end { parts.append("link.\(end.column) = \(end.id(as: viewpoint))") }
    if let limb { parts.append("link.limb = \(limb)") }
    if let reference { parts.append("source.reference = \(reference)") }
    if let ids { parts.append("link.id = ANY (\(ids))") }
    if isContested {
      let columns: [SQL] = ["finding_id", "recommendation_id", "proposition_id"]
      let against = columns.map { column -> SQL in
        """
        link.\(column) IN (
          SELECT \(column) FROM record.link
          WHERE stance = 'contrasts' AND status IN ('affirmed', 'suspect'))
        """
      }
      parts.append("(\(against.joined(separator: " OR ")))")
    }
    return parts.joined(separator: " AND ")
  }
}

extension TracedLink {
  /// A page of links by number.
  public static func page(
    _ filter: LinkFilter, after: Int = 0, limit: Int? = nil, as viewpoint: Viewpoint,
    on connection: Connection
  ) throws -> [TracedLink] {
    struct Bare {
      let version: Identifier<PassageVersion>
      let make: (Passage, String, SourceState) -> TracedLink
    }
    let bare = try connection.query(
      """
      SELECT link.id, \(Link.endKey),
        CASE WHEN finding.id IS NOT NULL THEN 'finding'
          WHEN recommendation.id IS NOT NULL THEN 'recommendation' ELSE 'proposition' END,
        link.limb, link.passage_version_id, stance, status, quote,
        CASE WHEN affirmed_at IS NOT NULL THEN coalesce(staff_user.name, 'operator') END,
        link.revision, now.number, now.text,
        (SELECT min(witness_group.name) FROM record.witness
          JOIN record.witness_group ON witness_group.id = witness_group_id
          WHERE witness.person_id = passage.person_id
            AND witness.inquiry_id = source.inquiry_id)
      FROM record.link
      \(Link.endJoins)
      JOIN record.passage ON passage.id = link.passage_id
      JOIN record.source ON source.id = passage.source_id
      LEFT JOIN record.passage_version AS now ON now.passage_id = passage.id AND now.is_current
        AND now.id <> link.passage_version_id
      LEFT JOIN record.staff_user ON staff_user.id = affirmed_by
      WHERE \(filter.condition(viewpoint)) AND link.id > \(Int64(after))
      ORDER BY link.id
      LIMIT \(limit.map(Int64.init))
      """
    ) { row -> Bare in
      let id: Identifier<Link> = try row.next()
      let key: String = try row.next()
      let kind: LinkEndKind = try row.word()
      let limb: Int? = try row.next()
      let version: Identifier<PassageVersion> = try row.next()
      let stance: Stance = try row.word()
      let status: LinkStatus = try row.word()
      let quote: String? = try row.next()
      let affirmedBy: String? = try row.next()
      let revision: Int = try row.next()
      let number: Int? = try row.next()
      let text: String? = try row.next()
      let group: String? = try row.next()
      return Bare(version: version) { passage, reference, state in
        TracedLink(
          endKind: kind, endKey: key,
          link: Link(
            id: id, limb: limb, stance: stance, status: status, reference: reference,
            sourceState: state,
            passage: passage, quote: quote, affirmedBy: affirmedBy, revision: revision),
          now: number.flatMap { number in text.map { PassageWords(version: number, text: $0) } },
          group: group)
      }
    }
    let places = try Passage.versions(bare.map(\.version), on: connection)
    return bare.compactMap { link in
      places[link.version].map { link.make($0.passage, $0.reference, $0.state) }
    }
  }
}
