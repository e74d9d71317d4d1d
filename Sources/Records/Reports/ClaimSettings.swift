public import Inquiries
public import Postgres

/// When the figures that claims rest on were taken, and whom they are of.
public struct ClaimSettings: Sendable {
  private struct Survey {
    let population: String?
    let years: Set<Int>
  }

  private struct Question {
    let askedOf: String?
    let labels: [String]
  }

  private var surveys: [String: Survey] = [:]
  /// By the survey's reference and the question's code.
  private var questions: [String: [String: Question]] = [:]
  private var documents: [String: Int] = [:]

  /// - Parameter references: Of the sources that claims rest on.
  /// - Complexity: Three statements, and as much as those surveys have questions.
  public static func read(
    _ references: Set<String>, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> ClaimSettings {
    var settings = ClaimSettings()
    guard !references.isEmpty else { return settings }
    try connection.forEach(
      """
      SELECT source.reference, population, fieldwork_from, fieldwork_to
      FROM record.survey JOIN record.source ON source.id = source_id
      WHERE survey.inquiry_id = \(viewpoint.inquiryID)
      """
    ) { row in
      let reference: String = try row.next()
      let population: String? = try row.next()
      let from: Day? = try row.next()
      let to: Day? = try row.next()
      let ends = [from, to].compactMap { $0?.year }
      settings.surveys[reference] = Survey(
        population: population,
        years: ends.isEmpty ? [] : Set((ends.min() ?? 0)...(ends.max() ?? 0)))
    }
    try connection.forEach(
      """
      SELECT source.reference, question.code, question.asked_of, question.option_labels
      FROM record.survey_question AS question
      JOIN record.source ON source.id = question.source_id
      WHERE source.inquiry_id = \(viewpoint.inquiryID)
        AND source.reference = ANY (\(references.sorted())) AND question.kind <> 'text'
      """
    ) { row in
      let reference: String = try row.next()
      let code: String = try row.next()
      settings.questions[reference, default: [:]][code] = Question(
        askedOf: try row.next(), labels: try row.next())
    }
    try connection.forEach(
      """
      SELECT source.reference, year
      FROM record.document JOIN record.source ON source.id = source_id
      WHERE document.inquiry_id = \(viewpoint.inquiryID)
        AND source.reference = ANY (\(references.sorted())) AND year IS NOT NULL
      """
    ) { row in settings.documents[try row.next()] = try row.next() }
    return settings
  }

  /// Of one figure.
  ///
  /// - Parameters:
  ///   - question: Code of the survey's question; `nil` of other sources.
  ///   - words: The question as it was put, or the words cited.
  public func setting(
    of reference: String, question: String?, words: [String]
  ) -> ClaimSetting {
    guard let survey = surveys[reference] else {
      // The year of a document is not that of each figure in it: it only counts beside
      // what the words say of themselves.
      return ClaimSetting(words: words + (documents[reference].map { ["\($0)"] } ?? []))
    }
    let asked = questions[reference] ?? [:]
    let groups = asked.filter { $0.key != question }.flatMap(\.value.labels)
    let elsewhere = surveys.filter { $0.key != reference }.compactMap(\.value.population)
    return ClaimSetting(
      years: survey.years,
      populations: [survey.population, question.flatMap { asked[$0]?.askedOf }].compactMap { $0 },
      words: words, others: Set(groups + elsewhere).sorted())
  }
}
