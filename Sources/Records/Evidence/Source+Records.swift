public import Inquiries
public import Postgres

extension Source {
  /// Who sent each submission, as it may be printed: what stands in place of the
  /// name, or the names in the order in which they signed.
  static let submitters: SQL = """
    SELECT written.source_id, coalesce(written.printed_name, signed.names) AS name
    FROM record.written_submission AS written
    LEFT JOIN LATERAL (
      SELECT string_agg(person.name, ' and ' ORDER BY contribution.id) AS names
      FROM record.contribution
      JOIN record.witness ON witness.id = contribution.witness_id
      JOIN record.person ON person.id = witness.person_id
      WHERE contribution.source_id = written.source_id) AS signed ON true
    """

  static let tables: SQL = """
    record.source
    LEFT JOIN record.session ON session.id = source.session_id
    LEFT JOIN (\(submitters)) AS submitter ON submitter.source_id = source.id
    """

  static let columns: SQL = """
    source.reference, source.kind, source.state, source.stage, session.number, session.hearing,
    session.held_on, source.agreed_on, source.published_on,
    (SELECT min(number) FROM record.question_block WHERE source_id = source.id),
    (SELECT max(number) FROM record.question_block WHERE source_id = source.id),
    (SELECT count(*) FROM record.unplaced_line WHERE source_id = source.id),
    submitter.name, source.title, source.revision
    """

  init(_ row: inout Row) throws {
    self.init(
      reference: try row.next(), kind: try row.word(), state: try row.word(),
      stage: try row.word(), sessionNumber: try row.next(),
      hearing: try row.optionalWord(), heldOn: try row.next(), agreedOn: try row.next(),
      publishedOn: try row.next(), questions: try row.range(), unplacedCount: try row.next(),
      submitter: try row.next(), givenTitle: try row.next(), revision: try row.next())
  }

  /// Sources that meet the condition: by session, submissions last, and by
  /// reference.
  static func read(_ condition: SQL, on connection: Connection) throws -> [Source] {
    try connection.query(
      """
      SELECT \(columns) FROM \(tables)
      WHERE \(condition)
      ORDER BY session.number NULLS LAST, source.reference COLLATE "C"
      """
    ) { row in try Source(&row) }
  }

  /// One source by its reference.
  public static func find(
    _ reference: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Source? {
    try read(
      "source.inquiry_id = \(viewpoint.inquiryID) AND source.reference = \(reference)",
      on: connection
    ).first
  }

  /// The number that the next source of a kind takes, those of imports undone being
  /// spent; the caller holds the inquiry's lock.
  static func nextNumber(
    of kind: SourceKind, in table: SQL, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Int {
    try connection.one(
      """
      SELECT coalesce(max(number), 0) + 1
      FROM (
        SELECT number FROM \(table) WHERE inquiry_id = \(viewpoint.inquiryID)
        UNION ALL
        SELECT number FROM record.undone_import
        WHERE inquiry_id = \(viewpoint.inquiryID) AND kind = \(kind.rawValue)
      ) AS issued
      """
    ) { row in try row.next() }
  }

  /// Every source of the inquiry, by session and reference.
  public static func all(as viewpoint: Viewpoint, on connection: Connection) throws -> [Source] {
    try read("source.inquiry_id = \(viewpoint.inquiryID)", on: connection)
  }

  /// The sources with these references, locked until the transaction ends so
  /// that no other act moves them meanwhile; in the order of their ids.
  public static func locked(
    references: [String], as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [(id: Identifier<Source>, source: Source)] {
    try connection.query(
      """
      SELECT source.id, \(columns) FROM \(tables)
      WHERE source.inquiry_id = \(viewpoint.inquiryID)
        AND source.reference = ANY (\(references))
      ORDER BY source.id
      FOR NO KEY UPDATE OF source
      """
    ) { row in (try row.next(), try Source(&row)) }
  }

  /// Brings sources to another state under a decision; `publishedOn` where
  /// that state is published.
  public static func move(
    _ sources: [Identifier<Source>], to state: SourceState, publishedOn: Day?,
    under decision: Identifier<Decision>, on connection: Connection
  ) throws {
    try connection.execute(
      """
      UPDATE record.source
      SET state = \(state.rawValue), published_on = \(publishedOn), revision = revision + 1
      WHERE id = ANY (\(sources))
      """)
    try connection.execute(
      """
      INSERT INTO record.source_decision (decision_id, source_id)
      SELECT \(decision), unnest(\(sources))
      """)
  }

  /// What an import of the source could not place.
  public static func unplaced(
    of reference: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [UnplacedLine] {
    try connection.query(
      """
      SELECT line, text, reason
      FROM record.unplaced_line JOIN record.source ON source.id = source_id
      WHERE inquiry_id = \(viewpoint.inquiryID) AND reference = \(reference)
      ORDER BY ordinal
      """
    ) { row in
      UnplacedLine(line: try row.next(), text: try row.next(), reason: try row.next())
    }
  }

  /// Paragraphs of published reports, and their editions, that cite any of these sources.
  public static func citedInPublished(
    _ sources: [Identifier<Source>], on connection: Connection
  ) throws -> [(reference: String, edition: Int, paragraph: Int)] {
    try connection.query(
      Source.citedInPublished("source.reference", where: "source.id = ANY (\(sources))")
    ) { row in (try row.next(), try row.next(), try row.next()) }
  }

  /// - Parameters:
  ///   - key: What tells apart that which is cited.
  ///   - condition: Which passages are meant.
  static func citedInPublished(_ key: SQL, where condition: SQL) -> SQL {
    """
    SELECT DISTINCT \(key), pinned.edition, coalesce((
      SELECT max(paragraph_number) FROM record.draft_block AS block
      WHERE block.draft_version_id = pinned.draft_version_id
        AND block.ordinal <= pinned.block_ordinal), 0)
    FROM (
      SELECT report.edition, report.draft_version_id, citation.block_ordinal, passage_version_id
      FROM record.report
      JOIN record.citation ON citation.draft_version_id = report.draft_version_id
      JOIN record.citation_passage ON citation_id = citation.id
      UNION ALL
      SELECT report.edition, report.draft_version_id, block.ordinal, report_link.passage_version_id
      FROM record.report
      JOIN record.report_link ON report_id = report.id
      JOIN record.link ON link.id = link_id
      JOIN record.draft_block AS block ON block.draft_version_id = report.draft_version_id
        AND (block.finding_id = link.finding_id
          OR block.recommendation_id = link.recommendation_id)
    ) AS pinned
    JOIN record.passage_version ON passage_version.id = pinned.passage_version_id
    JOIN record.passage ON passage.id = passage_id
    JOIN record.source ON source.id = passage.source_id
    WHERE \(condition)
    ORDER BY 1, 2, 3
    """
  }

  /// The words of sources as they stand and as published reports are pinned to them, by
  /// reference.
  public static func texts(
    _ sources: [Identifier<Source>], on connection: Connection
  ) throws -> [String: [String]] {
    let rows = try connection.query(
      Source.texts("source.reference", where: "source.id = ANY (\(sources))")
    ) { row in (try row.next() as String, try row.next() as String) }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }

  /// - Parameters:
  ///   - key: What tells apart that whose words they are.
  ///   - condition: Which passages are meant.
  static func texts(_ key: SQL, where condition: SQL) -> SQL {
    """
    SELECT \(key), version.text
    FROM record.source
    JOIN record.passage ON passage.source_id = source.id
    JOIN record.passage_version AS version ON version.passage_id = passage.id
    WHERE \(condition)
      AND (version.is_current OR EXISTS (
      SELECT FROM record.citation_passage AS pin
      JOIN record.citation ON citation.id = pin.citation_id
      JOIN record.report ON report.draft_version_id = citation.draft_version_id
      WHERE pin.passage_version_id = version.id))
    ORDER BY source.id, passage.ordinal
    """
  }
}

extension Passage {
  /// Paragraphs of published reports, and their editions, that cite any of these passages.
  public static func citedInPublished(
    _ passages: [Identifier<Passage>], on connection: Connection
  ) throws -> [(passage: Identifier<Passage>, edition: Int, paragraph: Int)] {
    try connection.query(
      Source.citedInPublished("passage.id", where: "passage.id = ANY (\(passages))")
    ) { row in (try row.next(), try row.next(), try row.next()) }
  }

  /// The words of passages as they stand and as published reports are pinned to them.
  public static func texts(
    _ passages: [Identifier<Passage>], on connection: Connection
  ) throws -> [Identifier<Passage>: [String]] {
    let rows = try connection.query(
      Source.texts("passage.id", where: "passage.id = ANY (\(passages))")
    ) { row in (try row.next() as Identifier<Passage>, try row.next() as String) }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }
}
