public import Inquiries
public import Postgres
import Surveys

/// What the public tables of surveys hold back of some answers, as they were counted,
/// and the numbers that the same tables show.
public struct HeldBackFigures: Sendable {
  /// Those of the answers of which anything is held back.
  public private(set) var held: [SurveyFigure.Place: HeldBackFigure] = [:]
  /// What the answers are called to questions of which anything is held back.
  public private(set) var labels: [SurveyFigure.Place: String] = [:]
  private var shownOfSurvey: [String: FigureNumbers] = [:]
  private var shownOfQuestion: [String: [String: FigureNumbers]] = [:]
  private var groupsOfSurvey: [String: Set<String>] = [:]

  /// What all tables of a survey show: every count and base, those of groups with them,
  /// and their percentages; nothing where nothing is held back.
  public func shown(of survey: String) -> FigureNumbers {
    shownOfSurvey[survey] ?? FigureNumbers()
  }

  /// The same of the tables of one question.
  public func shown(of survey: String, question: String) -> FigureNumbers {
    shownOfQuestion[survey]?[question] ?? FigureNumbers()
  }

  /// What the groups are called that its tables tell apart; nothing where nothing is held
  /// back.
  public func groups(of survey: String) -> Set<String> {
    groupsOfSurvey[survey] ?? []
  }

  /// - Complexity: Two statements for each survey, and as much as its tables have cells;
  ///   the answers to each question of which a figure is held back are read once.
  public static func find(
    _ places: Set<SurveyFigure.Place>, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> HeldBackFigures {
    var figures = HeldBackFigures()
    for (survey, places) in Dictionary(grouping: places, by: \.survey) {
      let answers = Set(places.map(\.answer))
      let tables = try KeptTable.all(of: survey, as: viewpoint, on: connection)
      let codes = Set(answers.map(\.question))
      let wanted = tables.filter { codes.contains($0.question) && $0.holdsBack }
      guard !wanted.isEmpty,
        let tabulation = try Tabulation.read(
          survey, questions: Set(wanted.flatMap(\.questions)).sorted(), as: viewpoint,
          on: connection)
      else { continue }
      for table in tables {
        figures.addShown(table, of: survey, tabulation)
      }
      for table in wanted {
        figures.addHeld(table, of: survey, tabulation, answers)
      }
    }
    return figures
  }

  private mutating func addShown(
    _ kept: KeptTable, of survey: String, _ tabulation: Tabulation
  ) {
    guard let table = kept.table(in: tabulation) else { return }
    var numbers = FigureNumbers()
    for column in table.columns {
      if let base = column.base { numbers.insert(base: base.count) }
      for (place, cell) in column.cells.enumerated() {
        guard let cell else { continue }
        numbers.insert(
          count: cell.count, base: column.base?.count, weighted: column.weighted(place))
      }
    }
    groupsOfSurvey[survey, default: []].formUnion(table.columns.compactMap { $0.group?.label })
    shownOfSurvey[survey, default: FigureNumbers()].formUnion(numbers)
    shownOfQuestion[survey, default: [:]][kept.question, default: FigureNumbers()]
      .formUnion(numbers)
  }

  private mutating func addHeld(
    _ kept: KeptTable, of survey: String, _ tabulation: Tabulation, _ answers: Set<AnswerPlace>
  ) {
    let instrument = tabulation.instrument
    guard let table = kept.table(in: tabulation), let number = instrument.index(of: kept.question)
    else { return }
    let counted = tabulation.table(
      of: number, by: kept.by.flatMap { instrument.index(of: $0) })
    for (place, option) in instrument.optionsInBase(of: table.question).enumerated() {
      let answer = AnswerPlace(question: kept.question, option: table.options[place].code)
      guard answers.contains(answer) else { continue }
      let key = SurveyFigure.Place(survey: survey, answer: answer)
      labels[key] = table.options[place].label
      var figure = held[key] ?? HeldBackFigure()
      for (column, whole) in zip(table.columns, counted.columns) {
        let numbers = FigureNumbers(heldBackBy: column, place, from: whole, option)
        guard let group = column.group, let by = kept.by else {
          figure.everybody.formUnion(numbers)
          continue
        }
        figure.groups.formUnion(numbers)
        let maker = AnswerPlace(question: by, option: group.code)
        figure.byGroup[maker, default: FigureNumbers()].formUnion(numbers)
      }
      guard !figure.isEmpty else { continue }
      held[key] = figure
    }
  }
}

/// A public table as it is kept.
private struct KeptTable {
  let question: String
  /// The question whose answers make the groups; `nil` for everybody alone.
  let by: String?
  let counts: [Int?]
  let weights: [String?]

  var questions: [String] { [question] + (by.map { [$0] } ?? []) }
  var holdsBack: Bool { counts.contains { $0 == nil } }

  static func all(
    of survey: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [KeptTable] {
    try connection.query(
      """
      SELECT question.code, maker.code, survey_table.counts, survey_table.weights
      FROM record.source
      JOIN record.survey_question AS question ON question.source_id = source.id
      JOIN record.survey_table ON survey_table.survey_question_id = question.id
      LEFT JOIN record.survey_question AS maker ON maker.id = survey_table.by_survey_question_id
      WHERE source.inquiry_id = \(viewpoint.inquiryID) AND source.reference = \(survey)
      ORDER BY survey_table.id
      """
    ) { row in
      KeptTable(
        question: try row.next(), by: try row.next(), counts: try row.next(),
        weights: try row.next())
    }
  }

  /// `nil` when the numbers do not make one.
  func table(in tabulation: Tabulation) -> SurveyTable? {
    let instrument = tabulation.instrument
    func asked(_ code: String) -> SurveyQuestion? {
      instrument.index(of: code).map { instrument.questions[$0] }
    }
    func options(_ question: SurveyQuestion) -> [SurveyOption] {
      instrument.optionsInBase(of: question).map { question.options[$0] }
    }
    guard let question = asked(self.question) else { return nil }
    let maker = by.flatMap { asked($0) }
    return SurveyTable(
      question, options: options(question), by: maker, groups: maker.map { options($0) } ?? [],
      counts: counts, weights: weights, weightScale: tabulation.responses.weights?.scale)
  }
}

extension FigureNumbers {
  /// What a column of a public table holds back of one of its options.
  ///
  /// - Parameters:
  ///   - place: Of the option in the column as it is shown.
  ///   - option: The same in the column as it was counted, where every option stands.
  fileprivate init(
    heldBackBy shown: SurveyTable.Column, _ place: Int, from counted: SurveyTable.Column,
    _ option: Int
  ) {
    self.init()
    guard let base = counted.base, let cell = counted.cells[option] else { return }
    if shown.base == nil { insert(base: base.count) }
    if shown.base == nil || shown.cells[place] == nil {
      insert(count: cell.count, base: base.count, weighted: counted.weighted(option))
    }
  }
}
