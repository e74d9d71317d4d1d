public import Inquiries
public import Postgres

/// What a link starts from: a finding or a recommendation, by its key.
public enum LinkEnd: Hashable, Sendable {
  case finding(String)
  case recommendation(String)

  public var key: String {
    switch self {
    case .finding(let key), .recommendation(let key): key
    }
  }

  /// The same end by its key, where it was named by its number in the newest
  /// draft; `nil` when there is none.
  public func resolved(as viewpoint: Viewpoint, on connection: Connection) throws -> LinkEnd? {
    let table: SQL
    let column: SQL
    switch self {
    case .finding: (table, column) = ("finding", "finding_id")
    case .recommendation: (table, column) = ("recommendation", "recommendation_id")
    }
    let found = try connection.first(
      """
      SELECT thing.key FROM record.\(table) AS thing
      LEFT JOIN record.draft_block AS block ON block.\(column) = thing.id
        AND block.draft_version_id = \(newestDraft(of: viewpoint))
      WHERE thing.inquiry_id = \(viewpoint.inquiryID)
        AND (thing.key = \(key) OR block.number::text = \(key))
      """
    ) { row -> String in try row.next() }
    return found.map { found in
      switch self {
      case .finding: .finding(found)
      case .recommendation: .recommendation(found)
      }
    }
  }

  /// Its permanent number in the inquiry.
  func id(as viewpoint: Viewpoint) -> SQL {
    switch self {
    case .finding(let key):
      "(SELECT id FROM record.finding WHERE inquiry_id = \(viewpoint.inquiryID) AND key = \(key))"
    case .recommendation(let key):
      """
      (SELECT id FROM record.recommendation
       WHERE inquiry_id = \(viewpoint.inquiryID) AND key = \(key))
      """
    }
  }
}

/// A link that is about to be made.
public struct NewLink: Sendable {
  public let end: LinkEnd
  public let passage: Identifier<Passage>
  public let version: Identifier<PassageVersion>
  public let stance: Stance
  public let status: LinkStatus
  public let span: Range<Int>?
  public let quote: String?

  public init(
    end: LinkEnd, passage: Identifier<Passage>, version: Identifier<PassageVersion>,
    stance: Stance, status: LinkStatus, span: Range<Int>?, quote: String?
  ) {
    self.end = end
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
    let column: SQL =
      switch end {
      case .finding: "finding_id"
      case .recommendation: "recommendation_id"
      }
    return try connection.first(
      """
      INSERT INTO record.link
        (\(column), passage_id, passage_version_id, stance, status, span_from, span_to, quote,
         affirmed_by, affirmed_at)
      SELECT end_id, \(passage), \(version), \(stance.rawValue), \(status.rawValue),
        \(span?.lowerBound), \(span?.upperBound), \(quote), \(affirmedBy), \(affirmedAt)
      FROM (SELECT \(end.id(as: viewpoint))) AS given (end_id)
      WHERE end_id IS NOT NULL
      ON CONFLICT (
        coalesce(finding_id, 0), coalesce(recommendation_id, 0), passage_id,
        coalesce(span_from, -1), coalesce(span_to, -1)) WHERE status <> 'dropped'
      DO UPDATE
      SET status = 'affirmed', stance = EXCLUDED.stance, affirmed_by = EXCLUDED.affirmed_by,
        affirmed_at = EXCLUDED.affirmed_at, passage_version_id = EXCLUDED.passage_version_id,
        revision = link.revision + 1
      WHERE EXCLUDED.status = 'affirmed' AND link.status <> 'affirmed'
      RETURNING id
      """
    ) { row in try row.next() }
  }
}

extension Link {
  /// The links of the inquiry by the id of what they start from.
  static func byEnd(
    _ end: SQL, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Int64: [Link]] {
    struct Bare {
      let end: Int64
      let id: Identifier<Link>
      let version: Identifier<PassageVersion>
      let stance: Stance
      let status: LinkStatus
      let quote: String?
      let affirmedBy: String?
      let revision: Int
    }
    let bare = try connection.query(
      """
      SELECT \(end), link.id, passage_version_id, stance, status, quote,
        CASE WHEN affirmed_at IS NOT NULL THEN coalesce(staff_user.name, 'operator') END,
        link.revision
      FROM record.link
      JOIN record.passage ON passage.id = link.passage_id
      JOIN record.source ON source.id = source_id
      LEFT JOIN record.staff_user ON staff_user.id = affirmed_by
      WHERE source.inquiry_id = \(viewpoint.inquiryID) AND \(end) IS NOT NULL
      ORDER BY link.id
      """
    ) { row in
      Bare(
        end: try row.next(), id: try row.next(), version: try row.next(), stance: try row.word(),
        status: try row.word(), quote: try row.next(), affirmedBy: try row.next(),
        revision: try row.next())
    }
    let versions = try Passage.versions(bare.map(\.version), on: connection)
    var links: [Int64: [Link]] = [:]
    for link in bare {
      guard let place = versions[link.version] else { continue }
      links[link.end, default: []].append(
        Link(
          id: link.id, stance: link.stance, status: link.status, reference: place.reference,
          sourceState: place.state, passage: place.passage, quote: link.quote,
          affirmedBy: link.affirmedBy, revision: link.revision))
    }
    return links
  }
}
