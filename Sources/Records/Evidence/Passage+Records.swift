public import Inquiries
public import Postgres

extension Passage {
  /// Digests of the wording of a source's passages as they stand now, in order.
  public static func wording(
    of reference: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [[UInt8]] {
    try connection.query(
      """
      SELECT wording_digest FROM record.source
      JOIN record.passage ON passage.source_id = source.id
      JOIN record.passage_version ON passage_id = passage.id AND is_current
      WHERE inquiry_id = \(viewpoint.inquiryID) AND reference = \(reference)
      ORDER BY ordinal
      """
    ) { row in try row.next() }
  }

  static let columns: SQL = """
    passage.ordinal, passage.kind, source.reference, session.number,
    CASE WHEN passage.kind IN ('turn', 'stage') THEN coalesce(question_block.number, 0) END,
    passage.block_offset, passage.point_number, passage.outline_number, passage.page_number,
    passage.question_code, passage.option_code, panel.ordinal, \(printedSpeaker),
    version.number, version.stage, version.text
    """

  /// Who spoke or wrote, as it may be printed.
  static let printedSpeaker: SQL = """
    CASE WHEN passage.kind IN ('paragraph', 'answer') THEN coalesce(submitter.name, source.title)
      WHEN passage.is_chair THEN passage.label ELSE coalesce(person.name, passage.label) END
    """

  static let joins: SQL = """
    JOIN record.source ON source.id = passage.source_id
    LEFT JOIN record.session ON session.id = source.session_id
    LEFT JOIN (\(Source.submitters)) AS submitter ON submitter.source_id = source.id
    LEFT JOIN record.question_block ON question_block.id = passage.question_block_id
    LEFT JOIN record.panel ON panel.id = passage.panel_id
    LEFT JOIN record.person ON person.id = passage.person_id
    """

  init(_ row: inout Row) throws {
    let ordinal: Int = try row.next()
    let kind: PassageKind = try row.word()
    let reference: String = try row.next()
    let sessionNumber: Int? = try row.next()
    let question: Int? = try row.next()
    let offset: Int? = try row.next()
    let written = try Written(&row, of: kind)
    self.init(
      ordinal: ordinal, kind: kind, reference: reference, sessionNumber: sessionNumber,
      question: question, offset: offset, point: written?.point, outline: written?.outline,
      page: written?.page, answer: written?.answer, panel: try row.next(),
      speaker: try row.next(), version: try row.next(), stage: try row.word(),
      text: try row.next())
  }

  /// Where something stands that nobody spoke.
  private struct Written {
    let point: Int?
    let outline: ParagraphNumber?
    let page: Int?
    let answer: AnswerPlace?

    init?(_ row: inout Row, of kind: PassageKind) throws {
      guard kind != .turn else {
        row.skip(5)
        return nil
      }
      point = try row.next()
      outline = try row.paragraphNumber()
      page = try row.next()
      answer = try AnswerPlace(&row)
    }
  }

  /// A page of a source's passages, as they stand now, after an ordinal.
  public static func page(
    of reference: String, after ordinal: Int, limit: Int, as viewpoint: Viewpoint,
    on connection: Connection
  ) throws -> [Passage] {
    try connection.query(
      """
      SELECT \(columns)
      FROM record.passage
      \(joins)
      JOIN record.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      WHERE source.inquiry_id = \(viewpoint.inquiryID) AND source.reference = \(reference)
        AND passage.ordinal > \(ordinal)
      ORDER BY passage.ordinal
      LIMIT \(limit)
      """
    ) { row in try Passage(&row) }
  }

  /// These versions of passages, with the reference and state of their source.
  public static func versions(
    _ ids: [Identifier<PassageVersion>], on connection: Connection
  ) throws -> [Identifier<PassageVersion>: (
    reference: String, state: SourceState, passage: Passage
  )] {
    let rows = try connection.query(
      """
      SELECT version.id, source.reference, source.state, \(columns)
      FROM record.passage_version AS version
      JOIN record.passage ON passage.id = version.passage_id
      \(joins)
      WHERE version.id = ANY (\(ids))
      """
    ) { row in
      (
        id: try row.next() as Identifier<PassageVersion>,
        (
          reference: try row.next() as String, state: try row.word() as SourceState,
          passage: try Passage(&row)
        )
      )
    }
    let logged = rows.filter { $0.1.passage.kind == .logged }.map(\.id)
    let places = try loggedPlaces(of: logged, on: connection)
    return Dictionary(
      uniqueKeysWithValues: rows.map { row in
        guard let place = places[row.id] else { return (row.id, row.1) }
        return (row.id, (row.1.reference, row.1.state, row.1.passage.logged(at: place)))
      })
  }
}

extension Row {
  /// The number of a paragraph that is counted within its chapter.
  mutating func paragraphNumber() throws -> ParagraphNumber? {
    try (next() as String?).flatMap { ParagraphNumber($0) }
  }
}

extension AnswerPlace {
  /// From the two codes of an answer; `nil` for any other passage.
  init?(_ row: inout Row) throws {
    let question: String? = try row.next()
    let option: String? = try row.next()
    guard let question, let option else { return nil }
    self.init(question: question, option: option)
  }
}
