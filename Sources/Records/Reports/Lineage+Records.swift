public import Inquiries
public import Postgres

/// What a recommendation is about to be joined to.
public struct NewLineage: Sendable {
  public enum Earlier: Sendable {
    case recommendation(Identifier<Recommendation>)
    case document(Identifier<Source>, words: String)
  }

  public let relation: Lineage.Relation
  public let earlier: Earlier

  public init(_ relation: Lineage.Relation, _ earlier: Earlier) {
    self.relation = relation
    self.earlier = earlier
  }
}

extension Lineage {
  /// What recommendations take up. Words of another inquiry's draft are only for
  /// those who have a role there.
  static func byRecommendation(
    _ ids: [Int64], as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Int64: [Lineage]] {
    let rows = try connection.query(
      """
      SELECT lineage.recommendation_id, lineage.relation, earlier.key, inquiry.id, inquiry.slug,
        inquiry.title, block.text, source.reference, source.title, lineage.words
      FROM record.lineage
      LEFT JOIN record.recommendation AS earlier ON earlier.id = earlier_recommendation_id
      LEFT JOIN record.inquiry ON inquiry.id = earlier.inquiry_id
      LEFT JOIN record.draft ON draft.inquiry_id = inquiry.id
      LEFT JOIN record.draft_version ON draft_version.draft_id = draft.id
        AND draft_version.number = draft.revision
      LEFT JOIN record.draft_block AS block ON block.draft_version_id = draft_version.id
        AND block.recommendation_id = earlier.id
      LEFT JOIN record.source ON source.id = lineage.source_id
      WHERE lineage.recommendation_id = ANY (\(ids))
      ORDER BY lineage.id
      """
    ) { row -> (Int64, Lineage)? in
      let recommendation: Int64 = try row.next()
      let relation: Relation = try row.word()
      let key: String? = try row.next()
      let inquiry: Identifier<Inquiry>? = try row.next()
      let slug: String? = try row.next()
      let title: String? = try row.next()
      let text: String? = try row.next()
      let reference: String? = try row.next()
      let documentTitle: String? = try row.next()
      let words: String? = try row.next()
      if let key, let inquiry, let slug {
        let isSeen = !viewpoint.actor.roles(in: inquiry).isEmpty
        return (
          recommendation,
          Lineage(
            relation: relation, earlier: .recommendation(key: key, inquiry: slug),
            title: title ?? slug, words: isSeen ? text.map(PlainWords.of) : nil)
        )
      }
      guard let reference, let words else { return nil }
      return (
        recommendation,
        Lineage(
          relation: relation, earlier: .document(reference: reference, words: words),
          title: documentTitle ?? reference, words: words)
      )
    }
    return Dictionary(grouping: rows.compactMap { $0 }, by: \.0).mapValues { $0.map(\.1) }
  }

  /// The ids of a recommendation and of all that take it up, near or far.
  public static func descendants(
    of id: Identifier<Recommendation>, on connection: Connection
  ) throws -> Set<Identifier<Recommendation>> {
    Set(
      try connection.query(
        """
        WITH RECURSIVE later (id) AS (
          SELECT \(id)
          UNION
          SELECT lineage.recommendation_id FROM later
          JOIN record.lineage ON earlier_recommendation_id = later.id)
        SELECT id FROM later
        """
      ) { row in try row.next() })
  }
}

extension EarlierRecommendation {
  /// What the inquiry that this one follows recommended in the newest edition of its
  /// report and no recommendation of the newest draft here takes up, by number.
  public static func untaken(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [EarlierRecommendation] {
    try connection.query(
      """
      SELECT earlier.key, block.number, earlier_inquiry.title, block.text
      FROM record.inquiry
      JOIN record.inquiry AS earlier_inquiry ON earlier_inquiry.id = inquiry.predecessor_id
      JOIN LATERAL (
        SELECT draft_version_id FROM record.report
        WHERE report.inquiry_id = earlier_inquiry.id ORDER BY edition DESC LIMIT 1) AS report ON true
      JOIN record.draft_block AS block ON block.draft_version_id = report.draft_version_id
        AND block.kind = 'recommendation'
      JOIN record.recommendation AS earlier ON earlier.id = block.recommendation_id
      WHERE inquiry.id = \(viewpoint.inquiryID) AND NOT EXISTS (
        SELECT FROM record.lineage
        JOIN record.draft_block AS carried ON carried.recommendation_id = lineage.recommendation_id
        WHERE lineage.earlier_recommendation_id = earlier.id
          AND carried.draft_version_id = \(newestDraft(of: viewpoint)))
      ORDER BY block.number
      """
    ) { row in
      EarlierRecommendation(
        key: try row.next(), number: try row.next(), title: try row.next(),
        words: PlainWords.of(try row.next()))
    }
  }
}

extension Recommendation {
  /// Its id, by its key or its number in the newest draft.
  public static func id(
    named name: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Identifier<Recommendation>? {
    guard let end = try LinkEnd.recommendation(name).resolved(as: viewpoint, on: connection) else {
      return nil
    }
    return try connection.first("SELECT \(end.id(as: viewpoint))") { row in try row.next() }
  }

  /// Replaces what it takes up.
  ///
  /// - Returns: `false` when its revision is no longer the one given.
  public func trace(
    _ lineage: [NewLineage], as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Bool {
    guard let id = try next(as: viewpoint, on: connection) else { return false }
    try connection.execute("DELETE FROM record.lineage WHERE recommendation_id = \(id)")
    for entry in lineage {
      var recommendation: Identifier<Recommendation>?
      var document: (source: Identifier<Source>, words: String)?
      switch entry.earlier {
      case .recommendation(let earlier): recommendation = earlier
      case .document(let source, let words): document = (source, words)
      }
      try connection.execute(
        """
        INSERT INTO record.lineage
          (recommendation_id, relation, earlier_recommendation_id, source_id, words)
        VALUES
          (\(id), \(entry.relation.rawValue), \(recommendation), \(document?.source),
           \(document?.words))
        """)
    }
    return true
  }
}
