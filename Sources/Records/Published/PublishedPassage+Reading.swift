public import Inquiries
public import Postgres

extension PublishedPassage {
  private static let columns: SQL = """
    source.reference, source.kind, passage.ordinal, passage.kind, source.reference, session.number,
    passage.question_number, passage.block_offset, passage.point_number, passage.panel,
    coalesce(passage.label, person.name, written.submitter), version.number, version.stage, version.text
    """

  private static let joins: SQL = """
    JOIN published.source ON source.id = passage.source_id
    LEFT JOIN published.session ON session.id = source.session_id
    LEFT JOIN published.written_submission AS written ON written.source_id = source.id
    LEFT JOIN published.person ON person.id = passage.person_id
    """

  private init(_ row: inout Row) throws {
    self.init(
      reference: try row.next(), sourceKind: try row.word(), passage: try Passage(&row),
      citedBy: [])
  }

  /// A session's passages, source by source.
  public static func all(
    ofSession number: Int, of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> [PublishedPassage] {
    try read(
      "source.inquiry_id = \(inquiry) AND session.number = \(number)", on: connection)
  }

  /// A numbered question and every turn until the next number.
  public static func all(
    ofQuestion number: Int, of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> [PublishedPassage] {
    try read(
      "passage.inquiry_id = \(inquiry) AND passage.question_number = \(number) AND \(number) > 0",
      on: connection)
  }

  /// The words of a submission, headings included.
  public static func all(
    ofSubmission reference: String, of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> [PublishedPassage] {
    try read(
      "source.inquiry_id = \(inquiry) AND source.reference = \(reference)", on: connection)
  }

  /// A page of all published passages of an inquiry, after the place where the
  /// page before ended.
  public static func page(
    of inquiry: Identifier<Inquiry>, after place: (session: Int, reference: String, ordinal: Int),
    limit: Int, on connection: Connection
  ) throws -> [PublishedPassage] {
    // Sources in their order, and of each no more passages than are told: what
    // the indexes give without a look at the rest of the inquiry. The limit is
    // spelled out because a plan made for any limit expects thousands of rows.
    let limit: SQL = "\(unsafe: String(limit))"
    return try told(
      """
      SELECT passage.id, \(columns)
      FROM (
        SELECT session.number, coalesce(session.number, 2147483647) AS place, source.id,
          source.reference, source.kind, written.submitter
        FROM published.source
        LEFT JOIN published.session ON session.id = source.session_id
        LEFT JOIN published.written_submission AS written ON written.source_id = source.id
        WHERE source.inquiry_id = \(inquiry)
          AND (coalesce(session.number, 2147483647), source.reference COLLATE "C")
            >= (\(place.session), \(place.reference))
        ORDER BY place, source.reference COLLATE "C") AS source
      CROSS JOIN LATERAL (SELECT source.number) AS session
      CROSS JOIN LATERAL (SELECT source.submitter) AS written
      CROSS JOIN LATERAL (
        SELECT passage.* FROM published.passage
        WHERE passage.source_id = source.id AND passage.ordinal >
          CASE WHEN source.place = \(place.session) AND source.reference = \(place.reference)
            THEN \(place.ordinal) ELSE -1 END
        ORDER BY passage.ordinal LIMIT \(limit)) AS passage
      JOIN published.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      LEFT JOIN published.person ON person.id = passage.person_id
      ORDER BY source.place, source.reference COLLATE "C", passage.ordinal
      LIMIT \(limit)
      """, on: connection)
  }

  private static func read(
    _ condition: SQL, on connection: Connection
  ) throws -> [PublishedPassage] {
    try told(
      """
      SELECT passage.id, \(columns)
      FROM published.passage
      \(joins)
      JOIN published.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      WHERE \(condition)
      ORDER BY coalesce(session.number, 2147483647), source.reference COLLATE "C",
        passage.ordinal
      """, on: connection)
  }

  /// The passages that a statement gives, each with what cites it.
  private static func told(
    _ statement: SQL, on connection: Connection
  ) throws -> [PublishedPassage] {
    var ids: [Identifier<Passage>] = []
    let bare = try connection.query(statement) { row in
      ids.append(try row.next())
      return try PublishedPassage(&row)
    }
    let citing = try citing(ids, on: connection)
    guard !citing.isEmpty else { return bare }
    return zip(ids, bare).map { id, passage in
      PublishedPassage(
        reference: passage.reference, sourceKind: passage.sourceKind, passage: passage.passage,
        citedBy: citing[id] ?? [])
    }
  }

  /// These versions of passages, by id, as far as they are public.
  static func versions(
    _ ids: [Identifier<PassageVersion>], on connection: Connection
  ) throws -> [Identifier<PassageVersion>: PublishedPassage] {
    let rows = try connection.query(
      """
      SELECT version.id, \(columns)
      FROM published.passage_version AS version
      JOIN published.passage ON passage.id = version.passage_id
      \(joins)
      WHERE version.id = ANY (\(ids))
      """
    ) { row in
      (try row.next() as Identifier<PassageVersion>, try PublishedPassage(&row))
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  private static func citing(
    _ passages: [Identifier<Passage>], on connection: Connection
  ) throws -> [Identifier<Passage>: [Citing]] {
    let rows = try connection.query(
      """
      SELECT DISTINCT passage_id, kind, place FROM (
        SELECT version.passage_id, 1 AS kind, (
          SELECT max(before.paragraph_number) FROM published.report_block AS before
          WHERE before.report_id = block.report_id AND before.ordinal <= block.ordinal) AS place,
          block.report_id
        FROM published.passage_version AS version
        JOIN published.citation_passage ON passage_version_id = version.id
        JOIN published.citation ON citation.id = citation_id
        JOIN published.report_block AS block
          ON block.report_id = citation.report_id AND block.ordinal = citation.block_ordinal
        WHERE version.passage_id = ANY (\(passages))
        UNION ALL
        SELECT version.passage_id, CASE WHEN link.finding_id IS NULL THEN 3 ELSE 2 END,
          block.number, block.report_id
        FROM published.passage_version AS version
        JOIN published.link ON link.passage_version_id = version.id
        JOIN published.report_block AS block
          ON block.finding_id = link.finding_id
          OR block.recommendation_id = link.recommendation_id
        WHERE version.passage_id = ANY (\(passages))
      ) AS citing
      WHERE place IS NOT NULL AND NOT EXISTS (
        SELECT FROM published.report AS this
        JOIN published.report AS newer
          ON newer.inquiry_id = this.inquiry_id AND newer.edition > this.edition
        WHERE this.id = citing.report_id)
      ORDER BY passage_id, kind DESC, place
      """
    ) { row -> (Identifier<Passage>, Citing) in
      let passage: Identifier<Passage> = try row.next()
      let kind: Int = try row.next()
      let place: Int = try row.next()
      return (
        passage,
        kind == 1 ? .paragraph(place) : kind == 2 ? .finding(place) : .recommendation(place)
      )
    }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }
}
