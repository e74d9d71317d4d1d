public import Inquiries
public import Postgres

extension Conflict {
  /// The register: every proposition, and every finding and recommendation of the newest
  /// draft, that evidence is linked to, with both sides. One reading of the links for all
  /// of them.
  ///
  /// - Parameters:
  ///   - end: Only this one, linked or not, and carried by the draft or not.
  ///   - isTwoSided: Only those that have evidence on both sides.
  public static func all(
    of end: LinkEnd? = nil, isTwoSided: Bool, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Conflict] {
    let links = try TracedLink.page(
      LinkFilter(statuses: [.affirmed, .suspect], end: end, isContested: isTwoSided),
      as: viewpoint, on: connection
    ).filter { $0.link.sourceState.isStanding && $0.link.stance != .context }
    let byKey = Dictionary(grouping: links) { "\($0.endKind) \($0.endKey)" }
    return try statements(end, as: viewpoint, on: connection).compactMap { statement in
      let links = byKey["\(statement.kind) \(statement.key)"] ?? []
      let supporting = links.filter { $0.link.stance == .supports }
      let contrasting = links.filter { $0.link.stance == .contrasts }
      let isCarried = statement.kind == .proposition || statement.number != nil
      let isWanted =
        isTwoSided ? !supporting.isEmpty && !contrasting.isEmpty : end != nil || !links.isEmpty
      guard isWanted, end != nil || isCarried else { return nil }
      return Conflict(
        kind: statement.kind, key: statement.key, number: statement.number,
        text: statement.text.map(PlainWords.of), supporting: supporting, contrasting: contrasting)
    }
  }

  private static func statements(
    _ end: LinkEnd?, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [(kind: LinkEndKind, key: String, number: Int?, text: String?)] {
    let kind: LinkEndKind? =
      switch end {
      case .finding: .finding
      case .recommendation: .recommendation
      case .proposition: .proposition
      case nil: nil
      }
    return try connection.query(
      """
      SELECT statement.kind, statement.key, statement.number, statement.text
      FROM (
        SELECT 1 AS rank, 'finding' AS kind, finding.id, key, number, text
        FROM record.finding
        LEFT JOIN LATERAL (
          SELECT number, text FROM record.draft_block
          WHERE draft_version_id = \(newestDraft(of: viewpoint)) AND finding_id = finding.id
        ) AS block ON true
        WHERE inquiry_id = \(viewpoint.inquiryID)
        UNION ALL
        SELECT 2, 'recommendation', recommendation.id, key, number, text
        FROM record.recommendation
        LEFT JOIN LATERAL (
          SELECT number, text FROM record.draft_block
          WHERE draft_version_id = \(newestDraft(of: viewpoint))
            AND recommendation_id = recommendation.id
        ) AS block ON true
        WHERE inquiry_id = \(viewpoint.inquiryID)
        UNION ALL
        SELECT 3, 'proposition', id, key, NULL, text FROM record.proposition
        WHERE inquiry_id = \(viewpoint.inquiryID)
      ) AS statement
      WHERE \(kind?.rawValue) IS NULL
        OR statement.kind = \(kind?.rawValue) AND statement.key = \(end?.key)
      ORDER BY statement.rank, statement.number, statement.key COLLATE "C"
      """
    ) { row in (try row.word(), try row.next(), try row.next(), try row.next()) }
  }
}
