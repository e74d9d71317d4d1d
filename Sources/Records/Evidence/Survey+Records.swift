public import Inquiries
public import Postgres
public import Surveys

extension Survey {
  /// The surveys of the inquiry, by number.
  public static func all(as viewpoint: Viewpoint, on connection: Connection) throws -> [Survey] {
    try read("survey.inquiry_id = \(viewpoint.inquiryID)", on: connection)
  }

  /// One survey by its reference.
  public static func find(
    _ reference: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Survey? {
    try read(
      "survey.inquiry_id = \(viewpoint.inquiryID) AND reference = \(reference)", on: connection
    ).first
  }

  /// The digest of the codebook that a survey came with; `nil` without one.
  public static func codebookDigest(
    of reference: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [UInt8]? {
    try connection.first(
      """
      SELECT original.sha256
      FROM record.survey JOIN record.source ON source.id = survey.source_id
      JOIN record.original ON original.id = survey.codebook_original_id
      WHERE survey.inquiry_id = \(viewpoint.inquiryID) AND reference = \(reference)
      """
    ) { row in try row.next() }
  }

  private static func read(_ condition: SQL, on connection: Connection) throws -> [Survey] {
    try connection.query(
      """
      SELECT reference, title, state, \(SurveyFacts.columns), response_count,
        weight_scale IS NOT NULL,
        (SELECT count(*) FROM record.survey_question AS question
          WHERE question.source_id = survey.source_id), published_on
      FROM record.survey JOIN record.source ON source.id = survey.source_id
      WHERE \(condition) ORDER BY survey.number
      """
    ) { row in
      Survey(
        reference: try row.next(), title: try row.next(), state: try row.word(),
        facts: try SurveyFacts(&row), responseCount: try row.next(), isWeighted: try row.next(),
        questionCount: try row.next(), publishedOn: try row.next())
    }
  }
}

extension SurveyFacts {
  static let columns: SQL = """
    population, fieldwork_from, fieldwork_to, client, conducted_by, mode, sampling, weighting,
    is_open_link, invited_count
    """

  init(_ row: inout Row) throws {
    self.init()
    population = try row.next()
    fieldworkFrom = try row.next()
    fieldworkTo = try row.next()
    client = try row.next()
    conductedBy = try row.next()
    mode = try row.next()
    sampling = try row.next()
    weighting = try row.next()
    isOpenLink = try row.next()
    invitedCount = try row.next()
  }
}

extension SurveyQuestion {
  static let columns: SQL = """
    question.id, question.code, question.kind, question.wording, question.asked_of,
    question.option_codes, question.option_labels, question.option_meanings,
    question.stated_figures, question.stated_bases
    """

  /// A question with its id and the figures stated for it.
  static func read(_ row: inout Row) throws -> KeptQuestion {
    let id: Int64 = try row.next()
    let code: String = try row.next()
    let kind: Kind = try row.word()
    let wording: String = try row.next()
    let askedOf: String? = try row.next()
    let (codes, labels, meanings): ([String], [String], [String]) = (
      try row.next(), try row.next(), try row.next()
    )
    let options = try zip(zip(codes, labels), meanings).map { pair, meaning in
      try SurveyOption(
        code: pair.0, label: pair.1, meaning: SurveyOption.Meaning(rawValue: meaning) ?? .answer)
    }
    let question = try SurveyQuestion(
      code: code, kind: kind, wording: wording, askedOf: askedOf, options: options)
    let words: [String]? = try row.next()
    let bases: [String]? = try row.next()
    let stated = words.map { zip($0, bases ?? []).map { StatedFigure(words: $0, base: $1) } }
    return KeptQuestion(id: id, question: question, stated: stated)
  }
}

/// A question as it is kept.
struct KeptQuestion {
  let id: Int64
  let question: SurveyQuestion
  let stated: [StatedFigure]?
}

extension Tabulation {
  /// The answers of a survey to some of its questions.
  ///
  /// - Parameter codes: The questions, by their codes; the answers to others are
  ///   not read and count as left out.
  /// - Returns: `nil` when there is no such survey, or only results came in.
  public static func read(
    _ reference: String, questions codes: [String], as viewpoint: Viewpoint,
    on connection: Connection
  ) throws -> Tabulation? {
    let found = try connection.first(
      """
      SELECT survey.source_id, response_count, weight_scale, counts_dont_know
      FROM record.survey JOIN record.source ON source.id = survey.source_id
      WHERE survey.inquiry_id = \(viewpoint.inquiryID) AND reference = \(reference)
        AND response_count IS NOT NULL
      """
    ) { row in
      (
        try row.next() as Identifier<Source>, try row.next() as Int, try row.next() as Int?,
        try row.next() as Bool
      )
    }
    guard let (source, count, scale, countsDontKnow) = found else { return nil }
    let questions = try connection.query(
      """
      SELECT \(SurveyQuestion.columns) FROM record.survey_question AS question
      WHERE source_id = \(source) ORDER BY ordinal
      """
    ) { row in try SurveyQuestion.read(&row) }
    let wanted = Set(codes.map { $0.lowercased() })
    let answers = try questions.map { kept in
      wanted.contains(kept.question.code.lowercased())
        ? try self.answers(to: kept, on: connection) : .text([])
    }
    var weights: [Int128] = []
    try connection.forEach(
      "SELECT weights FROM record.survey_weight WHERE source_id = \(source) ORDER BY ordinal"
    ) { row in weights += SurveyChunks.values(try row.next()) }
    return Tabulation(
      try Instrument(questions: questions.map(\.question), countsDontKnow: countsDontKnow),
      Responses(
        count: count, answers: answers, weights: scale.map { Weights(scaled: weights, scale: $0) }))
  }

  private static func answers(
    to kept: KeptQuestion, on connection: Connection
  ) throws -> Answers {
    var codes: [UInt16] = []
    var masks: [UInt64] = []
    try connection.forEach(
      """
      SELECT codes FROM record.survey_answer
      WHERE survey_question_id = \(kept.id) ORDER BY ordinal
      """
    ) { row in
      let bytes: [UInt8] = try row.next()
      if kept.question.kind == .multiple {
        masks += SurveyChunks.values(bytes)
      } else {
        codes += SurveyChunks.values(bytes)
      }
    }
    return switch kept.question.kind {
    case .single: .single(codes)
    case .multiple: .multiple(masks)
    case .text: .text([])
    }
  }
}

extension Instrument {
  /// The instrument of a survey; `nil` when there is none of that reference.
  public static func read(
    _ reference: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> (instrument: Instrument, stated: [[StatedFigure]?])? {
    let found = try connection.query(
      """
      SELECT counts_dont_know, \(SurveyQuestion.columns)
      FROM record.survey
      JOIN record.source ON source.id = survey.source_id
      JOIN record.survey_question AS question ON question.source_id = source.id
      WHERE survey.inquiry_id = \(viewpoint.inquiryID) AND reference = \(reference)
      ORDER BY question.ordinal
      """
    ) { row in (try row.next() as Bool, try SurveyQuestion.read(&row)) }
    guard let first = found.first else { return nil }
    return (
      try Instrument(questions: found.map(\.1.question), countsDontKnow: first.0),
      found.map(\.1.stated)
    )
  }
}
