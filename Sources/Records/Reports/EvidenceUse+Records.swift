public import Inquiries
public import Postgres

extension EvidenceUse {
  /// What the newest draft and what it concludes make of the evidence: seven
  /// questions, whatever the number of links. A finding or recommendation that the draft
  /// no longer carries is left out with its links; before the first draft none is.
  ///
  /// - Parameter sources: Of the inquiry, logs left out.
  public static func read(
    sources: [Inquiries.Source], as viewpoint: Viewpoint, on connection: Connection
  ) throws -> EvidenceUse {
    var use = EvidenceUse()
    use.conclusions = try conclusions(as: viewpoint, on: connection)
    let findings = Set(use.conclusions.filter(\.isFinding).map(\.key))
    let recommendations = Set(use.conclusions.filter { !$0.isFinding }.map(\.key))
    use.links = try links(as: viewpoint, on: connection).filter {
      ($0.isOfFinding ? findings : recommendations).contains($0.key)
    }
    use.suspectOfPropositions = try suspectOfPropositions(as: viewpoint, on: connection)
    use.citations = try citations(as: viewpoint, on: connection)
    let counts = try passageCounts(as: viewpoint, on: connection)
    use.sources = sources.map {
      Source(
        reference: $0.reference, title: $0.title, kind: $0.kind, state: $0.state,
        passageCount: counts[$0.reference] ?? 0)
    }
    let groups = try groups(as: viewpoint, on: connection)
    use.groups = groups.map(\.group)
    let places = Dictionary(
      uniqueKeysWithValues: groups.enumerated().map { ($0.element.id, $0.offset) })
    let linked = Set(use.citations.map(\.passage)).union(use.links.map(\.passage))
    for (passage, group) in try voices(of: linked.sorted(), on: connection) {
      if let place = places[group] { use.groupsOf[passage, default: []].append(place) }
    }
    return use
  }

  private static func conclusions(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Conclusion] {
    func all(_ table: SQL, isFinding: Bool) throws -> [Conclusion] {
      try connection.query(
        """
        SELECT thing.key, block.number, block.paragraph_number
        FROM record.\(table) AS thing
        LEFT JOIN record.draft_block AS block ON block.\(table)_id = thing.id
          AND block.draft_version_id = \(newestDraft(of: viewpoint))
        WHERE thing.inquiry_id = \(viewpoint.inquiryID)
          AND (block.number IS NOT NULL OR \(newestDraft(of: viewpoint)) IS NULL)
        ORDER BY block.number, thing.id
        """
      ) { row in
        Conclusion(
          isFinding: isFinding, key: try row.next(), number: try row.next(),
          paragraph: try row.next())
      }
    }
    return try all("finding", isFinding: true) + all("recommendation", isFinding: false)
  }

  private static func links(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Link] {
    try connection.query(
      """
      SELECT link.id, finding.key IS NOT NULL, coalesce(finding.key, recommendation.key),
        passage.id, source.reference, source.state, link.stance, link.status, version.number
      FROM record.link
      JOIN record.passage ON passage.id = link.passage_id
      JOIN record.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      JOIN record.source ON source.id = passage.source_id
      LEFT JOIN record.finding ON finding.id = link.finding_id
      LEFT JOIN record.recommendation ON recommendation.id = link.recommendation_id
      WHERE source.inquiry_id = \(viewpoint.inquiryID) AND link.status <> 'dropped'
        -- Known before the passage is: else the links of every inquiry are followed.
        AND coalesce(finding.inquiry_id, recommendation.inquiry_id) = \(viewpoint.inquiryID)
      ORDER BY link.id
      """
    ) { row in
      Link(
        id: try row.next(), isOfFinding: try row.next(), key: try row.next(),
        passage: try row.next(), source: try row.next(), sourceState: try row.word(),
        stance: try row.word(), status: try row.word(), version: try row.next())
    }
  }

  private static func suspectOfPropositions(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [SuspectOfProposition] {
    try connection.query(
      """
      SELECT link.id, proposition.key, source.reference, version.number
      FROM record.proposition
      JOIN record.link ON link.proposition_id = proposition.id AND link.status = 'suspect'
      JOIN record.passage ON passage.id = link.passage_id
      JOIN record.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      JOIN record.source ON source.id = passage.source_id
      WHERE proposition.inquiry_id = \(viewpoint.inquiryID)
      ORDER BY link.id
      """
    ) { row in
      SuspectOfProposition(
        id: try row.next(), key: try row.next(), source: try row.next(), version: try row.next())
    }
  }

  private static func citations(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Citation] {
    try connection.query(
      """
      WITH block AS (
        SELECT draft_version_id, ordinal,
          coalesce(max(paragraph_number) OVER (ORDER BY ordinal), 0) AS paragraph
        FROM record.draft_block WHERE draft_version_id = \(newestDraft(of: viewpoint)))
      SELECT DISTINCT block.paragraph, passage.id, source.reference
      FROM block
      JOIN record.citation ON citation.draft_version_id = block.draft_version_id
        AND citation.block_ordinal = block.ordinal
      JOIN record.citation_passage ON citation_id = citation.id
      JOIN record.passage_version ON passage_version.id = passage_version_id
      JOIN record.passage ON passage.id = passage_version.passage_id
      JOIN record.source ON source.id = passage.source_id
      ORDER BY block.paragraph, passage.id
      """
    ) { row in
      Citation(paragraph: try row.next(), passage: try row.next(), source: try row.next())
    }
  }

  private static func passageCounts(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [String: Int] {
    let rows = try connection.query(
      """
      SELECT source.reference, count(passage.id)
      FROM record.source
      JOIN record.passage ON passage.source_id = source.id
      WHERE source.inquiry_id = \(viewpoint.inquiryID)
        AND passage.kind NOT IN ('stage', 'heading', 'logged')
      GROUP BY source.reference
      """
    ) { row in (try row.next() as String, try row.next() as Int) }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  private static func groups(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [(id: Int64, group: Group)] {
    try connection.query(
      """
      SELECT witness_group.id, witness_group.slug, witness_group.name, count(DISTINCT source.id)
      FROM record.witness_group
      LEFT JOIN record.witness ON witness.witness_group_id = witness_group.id
      LEFT JOIN record.contribution ON contribution.witness_id = witness.id
      LEFT JOIN record.source ON source.id = contribution.source_id AND source.state = 'published'
      WHERE witness_group.inquiry_id = \(viewpoint.inquiryID)
      GROUP BY witness_group.id
      ORDER BY witness_group.name COLLATE "C"
      """
    ) { row in
      (
        id: try row.next(),
        group: Group(slug: try row.next(), name: try row.next(), sourceCount: try row.next())
      )
    }
  }

  /// The groups whose words passages are.
  private static func voices(
    of passages: [Identifier<Passage>], on connection: Connection
  ) throws -> [(Identifier<Passage>, Int64)] {
    try connection.query(
      """
      SELECT DISTINCT passage.id, witness.witness_group_id
      FROM record.passage
      JOIN record.contribution ON contribution.source_id = passage.source_id
      JOIN record.witness ON witness.id = contribution.witness_id
      WHERE passage.id = ANY (\(passages)) AND witness.witness_group_id IS NOT NULL
        AND (passage.kind <> 'turn' OR passage.person_id = witness.person_id)
      ORDER BY passage.id, witness.witness_group_id
      """
    ) { row in (try row.next(), try row.next()) }
  }
}
