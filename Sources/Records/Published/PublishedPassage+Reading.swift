public import Inquiries
public import Postgres

extension PublishedPassage {
  static let columns: SQL = """
    source.kind, passage.ordinal, passage.kind, source.reference,
    session.number,
    passage.question_number, passage.block_offset, passage.point_number,
    passage.outline_number, passage.page_number, passage.question_code, passage.option_code,
    passage.panel,
    coalesce(passage.label, person.name, written.submitter, source.title), version.number, version.stage, version.text,
    CASE WHEN EXISTS (SELECT FROM published.correction WHERE passage_id = passage.id)
      THEN passage.id END
    """

  static let joins: SQL = """
    JOIN published.source ON source.id = passage.source_id
    LEFT JOIN published.session ON session.id = source.session_id
    LEFT JOIN published.written_submission AS written ON written.source_id = source.id
    LEFT JOIN published.person ON person.id = passage.person_id
    """

  /// - Returns: A passage without its corrections, and its id where it has any.
  static func read(
    _ row: inout Row
  ) throws -> (passage: PublishedPassage, corrected: Identifier<Passage>?) {
    let passage = PublishedPassage(
      sourceKind: try row.word(), passage: try Passage(&row), citedBy: [])
    return (passage, try row.next())
  }

  /// A session's passages, source by source.
  ///
  /// - Returns: With them the version of what is published, where the last statement told it.
  public static func all(
    ofSession number: Int, of inquiry: PublishedInquiry, on connection: Connection
  ) throws -> (passages: [PublishedPassage], version: Int64?) {
    try read(
      "source.inquiry_id = \(inquiry.id) AND session.number = \(number)", of: inquiry,
      on: connection)
  }

  /// A numbered question and every turn until the next number.
  public static func all(
    ofQuestion number: Int, of inquiry: PublishedInquiry, on connection: Connection
  ) throws -> [PublishedPassage] {
    try read(
      """
      passage.inquiry_id = \(inquiry.id) AND passage.question_number = \(number) AND \(number) > 0
      """, of: inquiry, on: connection
    ).passages
  }

  /// The numbers before and after a question of which something is public; what
  /// was said in private is passed over.
  public static func neighbours(
    ofQuestion number: Int, of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> (previous: Int?, next: Int?) {
    try connection.one(
      """
      SELECT
        (SELECT max(question_number) FROM published.passage
         WHERE inquiry_id = \(inquiry) AND question_number BETWEEN 1 AND \(number) - 1),
        (SELECT min(question_number) FROM published.passage
         WHERE inquiry_id = \(inquiry) AND question_number > \(number))
      """
    ) { row in (try row.next(), try row.next()) }
  }

  /// The words of a submission, headings included.
  public static func all(
    ofSubmission reference: String, of inquiry: PublishedInquiry, on connection: Connection
  ) throws -> [PublishedPassage] {
    try read(
      "source.inquiry_id = \(inquiry.id) AND source.reference = \(reference)", of: inquiry,
      on: connection
    ).passages
  }

  private static func read(
    _ condition: SQL, of inquiry: PublishedInquiry, on connection: Connection
  ) throws -> (passages: [PublishedPassage], version: Int64?) {
    var version: Int64?
    var ids: [Identifier<Passage>] = []
    var corrected: [Identifier<Passage>] = []
    let bare = try connection.query(
      """
      SELECT (SELECT number FROM published.version), passage.id, \(columns)
      FROM published.passage
      \(joins)
      JOIN published.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      WHERE \(condition)
      ORDER BY coalesce(session.number, 2147483647), source.reference COLLATE "C",
        passage.ordinal
      """
    ) { row in
      version = try row.next()
      ids.append(try row.next())
      let read = try read(&row)
      if let id = read.corrected { corrected.append(id) }
      return read.passage
    }
    let isReported = inquiry.reportedOn != nil
    if isReported || !corrected.isEmpty { version = nil }
    return (
      try annotated(bare, ids, corrected, isReported: isReported, on: connection), version
    )
  }

  /// Passages, each with what corrects and what cites it.
  static func annotated(
    _ bare: [PublishedPassage], _ ids: [Identifier<Passage>],
    _ corrected: [Identifier<Passage>], isReported: Bool, on connection: Connection
  ) throws -> [PublishedPassage] {
    let passages = try self.corrected(bare, ids, corrected, on: connection)
    // Nothing cites before there is a report.
    return isReported ? try cited(passages, ids, on: connection) : passages
  }

  /// Passages, each with what cites it.
  private static func cited(
    _ bare: [PublishedPassage], _ ids: [Identifier<Passage>], on connection: Connection
  ) throws -> [PublishedPassage] {
    let citing = try citing(ids, on: connection)
    guard !citing.isEmpty else { return bare }
    var passages = bare
    for (index, id) in ids.enumerated() {
      guard let places = citing[id] else { continue }
      passages[index].citedBy = places.map(\.place)
      passages[index].citedEarlier = Dictionary(
        uniqueKeysWithValues: places.compactMap { place, earlier in earlier.map { (place, $0) } })
    }
    return passages
  }

  /// These versions of passages, by id, as far as they are public.
  static func versions(
    _ ids: [Identifier<PassageVersion>], on connection: Connection
  ) throws -> [Identifier<PassageVersion>: PublishedPassage] {
    let rows = try connection.query(
      """
      SELECT version.id, NOT version.is_current, \(columns)
      FROM published.passage_version AS version
      JOIN published.passage ON passage.id = version.passage_id
      \(joins)
      WHERE version.id = ANY (\(ids))
      """
    ) { row in
      let id: Identifier<PassageVersion> = try row.next()
      let isSuperseded: Bool = try row.next()
      var passage = try read(&row).passage
      passage.isSuperseded = isSuperseded
      return (id, passage)
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  private static func citing(
    _ passages: [Identifier<Passage>], on connection: Connection
  ) throws -> [Identifier<Passage>: [(place: Citing, earlier: Int?)]] {
    let rows = try connection.query(
      """
      SELECT passage_id, kind, place, CASE WHEN NOT bool_or(stands) THEN max(version) END
      FROM (
        SELECT version.passage_id, 1 AS kind, (
          SELECT max(before.paragraph_number) FROM published.report_block AS before
          WHERE before.report_id = block.report_id AND before.ordinal <= block.ordinal) AS place,
          block.report_id, version.number AS version, version.is_current AS stands
        FROM published.passage_version AS version
        JOIN published.citation_passage ON passage_version_id = version.id
        JOIN published.citation ON citation.id = citation_id
        JOIN published.report_block AS block
          ON block.report_id = citation.report_id AND block.ordinal = citation.block_ordinal
        WHERE version.passage_id = ANY (\(passages))
        UNION ALL
        SELECT version.passage_id, CASE WHEN link.finding_id IS NULL THEN 3 ELSE 2 END,
          block.number, block.report_id, version.number, version.is_current
        FROM published.passage_version AS version
        JOIN published.link ON link.passage_version_id = version.id
        JOIN published.report_block AS block
          ON block.finding_id = link.finding_id
          OR block.recommendation_id = link.recommendation_id
        WHERE version.passage_id = ANY (\(passages))
        UNION ALL
        SELECT removed.passage_id,
          CASE WHEN NOT removed.is_link THEN 1 WHEN block.finding_id IS NULL THEN 3 ELSE 2 END,
          CASE WHEN removed.is_link THEN block.number ELSE (
            SELECT max(before.paragraph_number) FROM published.report_block AS before
            WHERE before.report_id = block.report_id AND before.ordinal <= block.ordinal) END,
          -- Words that had to go have no address to be read at.
          block.report_id, NULL, true
        FROM published.removed_use AS removed
        JOIN published.report_block AS block
          ON block.report_id = removed.report_id AND block.ordinal = removed.block_ordinal
        WHERE removed.passage_id = ANY (\(passages))
      ) AS citing
      WHERE place IS NOT NULL AND NOT EXISTS (
        SELECT FROM published.report AS this
        JOIN published.report AS newer
          ON newer.inquiry_id = this.inquiry_id AND newer.edition > this.edition
        WHERE this.id = citing.report_id)
      GROUP BY passage_id, kind, place
      ORDER BY passage_id, kind DESC, place
      """
    ) { row -> (Identifier<Passage>, (place: Citing, earlier: Int?)) in
      let passage: Identifier<Passage> = try row.next()
      let kind: Int = try row.next()
      let place: Int = try row.next()
      let citing: Citing =
        kind == 1 ? .paragraph(place) : kind == 2 ? .finding(place) : .recommendation(place)
      return (passage, (citing, try row.next()))
    }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }
}
