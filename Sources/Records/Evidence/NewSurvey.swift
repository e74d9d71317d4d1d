public import Inquiries
public import Postgres
public import Surveys

/// A survey as an import has read it.
public struct NewSurvey: Sendable {
  /// What came in beside the questions.
  public enum Content: Sendable {
    /// Responses, and the public tables as they may be shown.
    case responses(Responses, tables: [SurveyTable])
    /// Results as published, for each question and option.
    case results([[StatedFigure]])
  }

  public let title: String
  public let facts: SurveyFacts
  public let instrument: Instrument
  public let content: Content
  public let rule: DisclosureRule
  /// Headings and answers, each answer with its codes.
  public let passages: [(passage: NewPassage, answer: AnswerPlace?)]

  public init(
    title: String, facts: SurveyFacts, instrument: Instrument, content: Content,
    rule: DisclosureRule, passages: [(passage: NewPassage, answer: AnswerPlace?)]
  ) {
    self.title = title
    self.facts = facts
    self.instrument = instrument
    self.content = content
    self.rule = rule
    self.passages = passages
  }

  private var responses: Responses? {
    if case .responses(let responses, _) = content { responses } else { nil }
  }

  /// Puts it into the record and gives it its number.
  ///
  /// - Returns: Its reference, `S2`.
  public func insert(
    original: Identifier<Original>, codebook: Identifier<Original>?, receivedOn: Day,
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> String {
    let number = try Source.nextNumber(
      of: .survey, in: "record.survey", as: viewpoint, on: connection)
    let reference = "S\(number)"
    let source = try connection.one(
      """
      INSERT INTO record.source
        (inquiry_id, kind, reference, title, stage, language, original_id, received_on)
      VALUES
        (\(viewpoint.inquiryID), 'survey', \(reference), \(title), 'corrected', 'en',
         \(original), \(receivedOn))
      RETURNING id
      """
    ) { row -> Identifier<Source> in try row.next() }
    try connection.execute(
      """
      INSERT INTO record.survey
        (source_id, inquiry_id, number, population, fieldwork_from, fieldwork_to, client,
         conducted_by, mode, sampling, weighting, is_open_link, invited_count, response_count,
         weight_scale, counts_dont_know, smallest_count, smallest_base, codebook_original_id)
      VALUES
        (\(source), \(viewpoint.inquiryID), \(number), \(facts.population),
         \(facts.fieldworkFrom), \(facts.fieldworkTo), \(facts.client), \(facts.conductedBy),
         \(facts.mode), \(facts.sampling), \(facts.weighting), \(facts.isOpenLink),
         \(facts.invitedCount), \(responses?.count), \(responses?.weights?.scale),
         \(instrument.countsDontKnow), \(rule.smallestCount), \(rule.smallestBase), \(codebook))
      """)
    let questions = try insertQuestions(of: source, on: connection)
    switch content {
    case .responses(let responses, let tables):
      try insert(responses, of: source, questions, on: connection)
      try insert(tables, questions, on: connection)
    case .results: break
    }
    try insertPassages(of: source, on: connection)
    return reference
  }

  private func insertQuestions(
    of source: Identifier<Source>, on connection: Connection
  ) throws -> [Int64] {
    var stated: [[StatedFigure]?] = Array(repeating: nil, count: instrument.questions.count)
    if case .results(let figures) = content { stated = figures }
    return try instrument.questions.enumerated().map { place, question in
      let figures = stated[place]
      return try connection.one(
        """
        INSERT INTO record.survey_question
          (source_id, ordinal, code, kind, wording, asked_of, option_codes, option_labels,
           option_meanings, stated_figures, stated_bases)
        VALUES
          (\(source), \(place + 1), \(question.code), \(question.kind.rawValue),
           \(question.wording), \(question.askedOf), \(question.options.map(\.code)),
           \(question.options.map(\.label)), \(question.options.map(\.meaning.rawValue)),
           \(figures?.map(\.words)), \(figures?.map(\.base)))
        RETURNING id
        """
      ) { row in try row.next() as Int64 }
    }
  }

  private func insert(
    _ responses: Responses, of source: Identifier<Source>, _ questions: [Int64],
    on connection: Connection
  ) throws {
    for (question, answers) in zip(questions, responses.answers) {
      for (place, codes) in SurveyChunks.chunks(of: answers).enumerated() {
        try connection.execute(
          """
          INSERT INTO record.survey_answer (survey_question_id, ordinal, codes)
          VALUES (\(question), \(place + 1), \(codes))
          """)
      }
      guard case .text(let words) = answers else { continue }
      let said = words.enumerated().filter { $0.element != nil }
      try connection.execute(
        """
        INSERT INTO record.survey_words (survey_question_id, respondent, text)
        SELECT \(question), respondent, text
        FROM unnest(\(said.map { $0.offset + 1 }), \(said.compactMap(\.element)))
          AS given (respondent, text)
        """)
    }
    for (place, weights) in SurveyChunks.pieces(responses.weights?.scaled ?? []).enumerated() {
      try connection.execute(
        """
        INSERT INTO record.survey_weight (source_id, ordinal, weights)
        VALUES (\(source), \(place + 1), \(weights))
        """)
    }
  }

  private func insert(
    _ tables: [SurveyTable], _ questions: [Int64], on connection: Connection
  ) throws {
    for table in tables {
      guard let question = instrument.index(of: table.question.code) else { continue }
      let by = table.by.flatMap { instrument.index(of: $0.code) }.map { questions[$0] }
      try connection.execute(
        """
        INSERT INTO record.survey_table
          (survey_question_id, by_survey_question_id, counts, weights)
        VALUES (\(questions[question]), \(by), \(table.counts), \(table.exactWeights))
        """)
    }
  }

  private func insertPassages(of source: Identifier<Source>, on connection: Connection) throws {
    let new = passages.map(\.passage)
    try connection.execute(
      """
      INSERT INTO record.passage
        (source_id, ordinal, kind, question_code, option_code, is_chair)
      SELECT \(source), ordinal, kind, question, option, false
      FROM unnest(
        \(new.map(\.kind.rawValue)), \(passages.map { $0.answer?.question }),
        \(passages.map { $0.answer?.option })) WITH ORDINALITY
        AS given (kind, question, option, ordinal)
      """)
    try connection.execute(
      """
      INSERT INTO record.passage_version
        (passage_id, number, stage, language, text, exact_digest, wording_digest)
      SELECT passage.id, 1, 'corrected', 'en', text, exact_digest, wording_digest
      FROM unnest(
        \(new.map(\.text)), \(new.map(\.exactDigest)), \(new.map(\.wordingDigest)))
        WITH ORDINALITY AS given (text, exact_digest, wording_digest, ordinal)
      JOIN record.passage ON passage.source_id = \(source) AND passage.ordinal = given.ordinal
      """)
  }
}
