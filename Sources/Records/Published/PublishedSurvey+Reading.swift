public import Inquiries
public import Postgres
public import Surveys

/// A published survey with its questions and the tables as they may be shown.
public struct PublishedSurvey: Sendable {
  /// A question, and what came of it.
  public struct Question: Sendable {
    public let question: SurveyQuestion
    /// Everybody first, then by the questions that make groups; none where only
    /// results came in.
    public let tables: [SurveyTable]
    /// Figures as published elsewhere, one for each option.
    public let stated: [StatedFigure]?
    /// Answers in respondents' own words that were published one by one.
    public let inWords: [Quoted]
    /// Those that were, and are public no longer.
    public let gone: [AnswerGone]
  }

  /// An answer in a respondent's own words.
  public struct Quoted: Sendable {
    public let place: AnswerPlace
    public let text: String
  }

  public let survey: Survey
  public let rule: DisclosureRule
  public let countsDontKnow: Bool
  public let questions: [Question]

  /// The published surveys of an inquiry, by number, without their questions.
  public static func all(
    of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> [Survey] {
    try heads("survey.inquiry_id = \(inquiry)", on: connection).map(\.survey)
  }

  /// One published survey.
  public static func find(
    _ reference: String, of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> PublishedSurvey? {
    let found = try heads(
      "survey.inquiry_id = \(inquiry) AND source.reference = \(reference)", on: connection)
    guard let head = found.first else { return nil }
    let kept = try connection.query(
      """
      SELECT \(SurveyQuestion.columns) FROM published.survey_question AS question
      WHERE source_id = \(head.source) ORDER BY ordinal
      """
    ) { row in try SurveyQuestion.read(&row) }
    let tables = try connection.query(
      """
      SELECT survey_question_id, by_survey_question_id, counts, weights
      FROM published.survey_table
      WHERE survey_question_id IN (
        SELECT id FROM published.survey_question WHERE source_id = \(head.source))
      ORDER BY by_survey_question_id NULLS FIRST
      """
    ) { row in
      let counts: (Int64, Int64?, [Int?], [String?]) = (
        try row.next(), try row.next(), try row.next(), try row.next()
      )
      return counts
    }
    let inWords = try connection.query(
      """
      SELECT question_code, option_code, version.text
      FROM published.passage
      JOIN published.passage_version AS version ON passage_id = passage.id AND is_current
      WHERE passage.source_id = \(head.source) AND question_code = ANY (\(
        kept.filter { $0.question.kind == .text }.map(\.question.code)))
      ORDER BY passage.ordinal
      """
    ) { row in
      Quoted(
        place: AnswerPlace(question: try row.next(), option: try row.next()),
        text: try row.next())
    }
    let gone = try AnswerGone.all(of: reference, in: inquiry, on: connection)
    return PublishedSurvey(
      survey: head.survey, rule: head.rule, countsDontKnow: head.countsDontKnow,
      questions: try questions(
        kept, tables, Dictionary(grouping: inWords, by: \.place.question),
        Dictionary(grouping: gone, by: \.place.question), head))
  }

  private static func questions(
    _ kept: [KeptQuestion], _ tables: [(Int64, Int64?, [Int?], [String?])],
    _ inWords: [String: [Quoted]], _ gone: [String: [AnswerGone]], _ head: Head
  ) throws -> [Question] {
    let instrument = try Instrument(
      questions: kept.map(\.question), countsDontKnow: head.countsDontKnow)
    func inBase(_ question: SurveyQuestion) -> [SurveyOption] {
      instrument.optionsInBase(of: question).map { question.options[$0] }
    }
    let byID = Dictionary(uniqueKeysWithValues: kept.map { ($0.id, $0.question) })
    let byQuestion = Dictionary(grouping: tables) { $0.0 }
    return kept.map { one in
      let own = byQuestion[one.id] ?? []
      return Question(
        question: one.question,
        tables: own.compactMap { _, by, counts, weights in
          let grouping = by.flatMap { byID[$0] }
          return SurveyTable(
            one.question, options: inBase(one.question), by: grouping,
            groups: grouping.map(inBase) ?? [], counts: counts, weights: weights,
            weightScale: head.weightScale)
        }, stated: one.stated, inWords: inWords[one.question.code] ?? [],
        gone: gone[one.question.code] ?? [])
    }
  }

  private struct Head {
    let source: Identifier<Source>
    let survey: Survey
    let rule: DisclosureRule
    let countsDontKnow: Bool
    let weightScale: Int?
  }

  private static func heads(_ condition: SQL, on connection: Connection) throws -> [Head] {
    try connection.query(
      """
      SELECT source.id, weight_scale, counts_dont_know, smallest_count, smallest_base,
        source.reference, source.title, \(SurveyFacts.columns), response_count,
        (SELECT count(*) FROM published.survey_question AS question
          WHERE question.source_id = source.id), source.published_on
      FROM published.survey JOIN published.source ON source.id = survey.source_id
      WHERE \(condition) ORDER BY source.id
      """
    ) { row in
      let source: Identifier<Source> = try row.next()
      let scale: Int? = try row.next()
      let countsDontKnow: Bool = try row.next()
      let rule = DisclosureRule(smallestCount: try row.next(), smallestBase: try row.next())
      let survey = Survey(
        reference: try row.next(), title: try row.next(), state: .published,
        facts: try SurveyFacts(&row), responseCount: try row.next(), isWeighted: scale != nil,
        questionCount: try row.next(), publishedOn: try row.next())
      return Head(
        source: source, survey: survey, rule: rule, countsDontKnow: countsDontKnow,
        weightScale: scale)
    }
  }
}
