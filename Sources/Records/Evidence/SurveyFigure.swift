public import Inquiries
public import Postgres
public import Surveys

/// One answer to a question of a survey as the public may know it.
public struct SurveyFigure: Sendable {
  /// The words that were put, and what was answered.
  public let question: String
  public let label: String
  public let figure: ClaimFigure
  public let rule: DisclosureRule

  /// Which answer: `S2`, `Q1`, `vary`.
  public struct Place: Hashable, Sendable {
    public let survey: String
    public let answer: AnswerPlace

    public init(survey: String, answer: AnswerPlace) {
      self.survey = survey
      self.answer = answer
    }
  }

  /// These answers of the inquiry's surveys, from their public tables.
  ///
  /// - Complexity: One statement, and as much as those questions have options.
  public static func find(
    _ places: Set<Place>, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Place: SurveyFigure] {
    guard !places.isEmpty else { return [:] }
    let questions = Set(places.map { [$0.survey, $0.answer.question] })
    var figures: [Place: SurveyFigure] = [:]
    try connection.forEach(
      """
      SELECT source.reference, survey.counts_dont_know, survey.smallest_count,
        survey.smallest_base, survey.weight_scale, coalesce(survey_table.counts, '{}'),
        coalesce(survey_table.weights, '{}'),
        \(SurveyQuestion.columns)
      FROM unnest(\(questions.map { $0[0] }), \(questions.map { $0[1] })) AS wanted (survey, code)
      JOIN record.source ON source.inquiry_id = \(viewpoint.inquiryID)
        AND source.reference = wanted.survey
      JOIN record.survey ON survey.source_id = source.id
      JOIN record.survey_question AS question ON question.source_id = source.id
        AND question.code = wanted.code
      LEFT JOIN record.survey_table ON survey_question_id = question.id
        AND by_survey_question_id IS NULL
      """
    ) { row in
      let survey: String = try row.next()
      let countsDontKnow: Bool = try row.next()
      let rule = DisclosureRule(smallestCount: try row.next(), smallestBase: try row.next())
      let scale: Int? = try row.next()
      let counts: [Int?] = try row.next()
      let weights: [String?] = try row.next()
      let kept = try SurveyQuestion.read(&row)
      let all = kept.question.options
      let options = all.filter {
        $0.meaning == .answer || $0.meaning == .dontKnow && countsDontKnow
      }
      let table = SurveyTable(
        kept.question, options: options, by: nil, groups: [], counts: counts, weights: weights,
        weightScale: scale)
      for (place, option) in all.enumerated() {
        let key = Place(
          survey: survey,
          answer: AnswerPlace(question: kept.question.code, option: option.code))
        let figure: ClaimFigure =
          if let table {
            table.everybody.figure(options.firstIndex(of: option), isWeighted: scale != nil)
          } else if let stated = kept.stated, place < stated.count {
            .stated(stated[place].words, base: Int(stated[place].base), needsBase: true)
          } else {
            .unknown
          }
        figures[key] = SurveyFigure(
          question: kept.question.wording, label: option.label, figure: figure, rule: rule)
      }
    }
    return figures
  }
}

extension SurveyTable.Column {
  /// The figure of an option; `nil` is one outside the base.
  fileprivate func figure(_ place: Int?, isWeighted: Bool) -> ClaimFigure {
    guard let place else { return .unknown }
    guard let base, let cell = cells[place] else { return .heldBack }
    return .counted(
      cell.count, base: base.count, weighted: isWeighted ? weighted(place) : nil)
  }

  /// The percentage of an option by weight; `nil` where none is shown.
  func weighted(_ place: Int) -> Fraction? {
    guard let part = cells[place]?.weight, let whole = base?.weight, whole > 0 else { return nil }
    return Fraction(100 * part, over: whole)
  }
}
