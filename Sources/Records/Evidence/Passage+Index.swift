public import Inquiries
public import Postgres

extension Passage {
  /// What locators can name and no more, without its words: what they find here, and
  /// what is told of what they do not find, is as in an index of the whole record.
  ///
  /// It costs what the locators name, whatever the size of the record. Logged lines,
  /// which are few and of today, are in it where a locator may mean them.
  public static func index(
    around locators: some Sequence<Locator>, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> PassageIndex {
    let asked = Asked(locators)
    var entries = try entries(asked.passages(in: viewpoint.inquiryID), on: connection)
    if asked.mayBeLogged { entries += try loggedEntries(as: viewpoint, on: connection) }
    let ends: [Int?] = try connection.one(
      """
      SELECT min(number), max(number) FROM record.question_block
      WHERE inquiry_id = \(viewpoint.inquiryID)
      """
    ) { row in [try row.next(), try row.next()] }
    return PassageIndex(entries, numbers: ends.compactMap { $0 })
  }

  /// The passage at a place in its source; logged lines have none.
  public static func entry(
    at position: PassagePosition, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> PassageEntry? {
    try entries(
      """
      SELECT passage.id FROM record.source
      JOIN record.passage ON passage.source_id = source.id
      WHERE source.inquiry_id = \(viewpoint.inquiryID)
        AND source.reference = \(position.reference) AND passage.ordinal = \(position.ordinal)
      """, on: connection
    ).first
  }

  /// Locators, sorted by how their passages are found.
  private struct Asked {
    /// Numbers of questions, points or pages, or codes, each with where it counts.
    struct Ranges {
      var references: [String] = []
      var firsts: [Int] = []
      var lasts: [Int] = []

      mutating func add(_ range: ClosedRange<Int>, of reference: String = "") {
        references.append(reference)
        firsts.append(range.lowerBound)
        lasts.append(range.upperBound)
      }
    }

    var questions = Ranges()
    var paragraphs = Ranges()
    var pages = Ranges()
    var surveys: [String] = []
    var surveyQuestions: [String] = []
    var sessions: [Int] = []
    var wholes: [String] = []
    var openings = false
    /// Sources other than sessions of which a part is named.
    var named: [String] { paragraphs.references + pages.references + surveys }
    var mayBeLogged: Bool { openings || !sessions.isEmpty || !questions.firsts.isEmpty }

    init(_ locators: some Sequence<Locator>) {
      for locator in locators {
        switch locator {
        case .questions(let range, _, _): questions.add(range)
        case .turn(_, 0, _): openings = true
        case .turn(_, let question, _): questions.add(question...question)
        case .points(let session, _, _), .session(let session, _): sessions.append(session)
        case .whole(let reference): wholes.append(reference)
        case .paragraphs(let reference, let range):
          if let first = range.lowerBound.plain, let last = range.upperBound.plain {
            paragraphs.add(first...last, of: reference)
          } else {
            wholes.append(reference)
          }
        case .pages(let reference, let range): pages.add(range, of: reference)
        case .answers(let survey, let question, _):
          surveys.append(survey)
          surveyQuestions.append(question)
        }
      }
    }

    /// Identifiers of the passages.
    ///
    /// Questions are fenced (`OFFSET 0`), because the planner takes a range of unknown ends
    /// for a ninth of all: it would hold each turn of the inquiry against each range.
    func passages(in inquiry: Identifier<Inquiry>) -> SQL {
      """
      SELECT passage.id
      FROM unnest(\(questions.firsts), \(questions.lasts)) AS asked (first, last)
      CROSS JOIN LATERAL (
        SELECT id FROM record.question_block
        WHERE inquiry_id = \(inquiry) AND number BETWEEN first AND last
        OFFSET 0) AS block
      CROSS JOIN LATERAL (
        SELECT id FROM record.passage WHERE question_block_id = block.id OFFSET 0) AS passage
      UNION
      SELECT passage.id FROM record.source
      JOIN record.passage ON passage.source_id = source.id
      WHERE \(openings) AND source.inquiry_id = \(inquiry)
        AND passage.question_block_id IS NULL AND passage.block_offset IS NOT NULL
      UNION
      SELECT passage.id FROM record.session
      JOIN record.source ON source.session_id = session.id
      JOIN record.passage ON passage.source_id = source.id
      WHERE session.inquiry_id = \(inquiry) AND session.number = ANY (\(sessions))
      UNION
      SELECT passage.id FROM record.source
      JOIN record.passage ON passage.source_id = source.id
      WHERE source.inquiry_id = \(inquiry) AND source.reference = ANY (\(wholes))
      UNION
      \(Asked.numbered(paragraphs, "point_number", in: inquiry))
      UNION
      \(Asked.numbered(pages, "page_number", in: inquiry))
      UNION
      SELECT passage.id
      FROM unnest(\(surveys), \(surveyQuestions)) AS asked (reference, question)
      JOIN record.source
        ON source.inquiry_id = \(inquiry) AND source.reference = asked.reference
      JOIN record.passage
        ON passage.source_id = source.id AND lower(passage.question_code) = lower(question)
      UNION
      -- That a source is there is known by its first passage.
      SELECT first.id FROM record.source
      CROSS JOIN LATERAL (
        SELECT passage.id FROM record.passage
        WHERE passage.source_id = source.id ORDER BY passage.ordinal LIMIT 1) AS first
      WHERE source.inquiry_id = \(inquiry) AND source.reference = ANY (\(named))
      """
    }

    /// Passages of sources by a number that counts there.
    private static func numbered(
      _ asked: Ranges, _ column: SQL, in inquiry: Identifier<Inquiry>
    ) -> SQL {
      """
      SELECT passage.id
      FROM unnest(\(asked.references), \(asked.firsts), \(asked.lasts))
        AS asked (reference, first, last)
      JOIN record.source
        ON source.inquiry_id = \(inquiry) AND source.reference = asked.reference
      JOIN record.passage
        ON passage.source_id = source.id AND passage.\(column) BETWEEN first AND last
      """
    }
  }

  private static func entries(_ ids: SQL, on connection: Connection) throws -> [PassageEntry] {
    try connection.query(
      """
      SELECT passage.id, version.id, source.reference, session.number, source.kind, source.state,
        version.stage, passage.kind, coalesce(question_block.number, 0),
        coalesce(passage.block_offset, 0), passage.point_number, passage.outline_number,
        passage.page_number, passage.question_code, passage.option_code, \(printedSpeaker)
      FROM record.passage
      \(joins)
      JOIN record.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      WHERE passage.id = ANY (ARRAY (\(ids))) AND source.kind <> 'log'
      ORDER BY session.number NULLS LAST, source.reference COLLATE "C", passage.ordinal
      """
    ) { row -> PassageEntry in
      let passage: Identifier<Passage> = try row.next()
      let version: Identifier<PassageVersion> = try row.next()
      let reference: String = try row.next()
      let session: Int? = try row.next()
      let sourceKind: SourceKind = try row.word()
      let state: SourceState = try row.word()
      let stage: Stage = try row.word()
      let kind: PassageKind = try row.word()
      let block: Int = try row.next()
      let offset: Int = try row.next()
      return PassageEntry(
        passage: passage, version: version, sourceReference: reference, sessionNumber: session,
        sourceKind: sourceKind, sourceState: state, stage: stage, kind: kind,
        questionNumber: kind == .turn && offset == 0 ? block : nil, block: block, offset: offset,
        point: try row.next(), outline: try row.paragraphNumber(), page: try row.next(),
        answer: try AnswerPlace(&row), speaker: try row.next())
    }
  }
}
