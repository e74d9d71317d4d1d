public import Inquiries
public import Postgres
import Surveys

extension HeldBackFigure {
  /// Those of these answers that the public tables hold back, as they were counted.
  ///
  /// - Complexity: The answers to each question of which one is held back are read once;
  ///   none where nothing is.
  public static func find(
    _ places: Set<SurveyFigure.Place>, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [SurveyFigure.Place: HeldBackFigure] {
    let held = try SurveyFigure.find(places, as: viewpoint, on: connection)
      .filter { places.contains($0.key) && $0.value.figure == .heldBack }
    var figures: [SurveyFigure.Place: HeldBackFigure] = [:]
    for (survey, shown) in Dictionary(grouping: held, by: { $0.key.survey }) {
      let codes = Set(shown.map { $0.key.answer.question })
      guard
        let tabulation = try Tabulation.read(
          survey, questions: codes.sorted(), as: viewpoint, on: connection)
      else { continue }
      for code in codes {
        guard let number = tabulation.instrument.index(of: code) else { continue }
        let options = tabulation.instrument.questions[number].options
        let everybody = tabulation.table(of: number).everybody
        for (place, figure) in shown where place.answer.question == code {
          guard let option = options.firstIndex(where: { $0.code == place.answer.option }) else {
            continue
          }
          figures[place] = HeldBackFigure(
            everybody, option, isWeighted: tabulation.responses.weights != nil,
            isBaseHeldBack: figure.isBaseHeldBack)
        }
      }
    }
    return figures
  }

  private init?(
    _ everybody: SurveyTable.Column, _ option: Int, isWeighted: Bool, isBaseHeldBack: Bool
  ) {
    guard let cell = everybody.cells[option], let base = everybody.base else { return nil }
    var weighted: Fraction?
    if isWeighted, let part = cell.weight, let whole = base.weight, whole > 0 {
      weighted = Fraction(100 * part, over: whole)
    }
    self.init(
      count: cell.count, base: base.count, weighted: weighted, isBaseHeldBack: isBaseHeldBack)
  }
}

extension SurveyFigure {
  /// The numbers that the public tables of the surveys of these answers show: every
  /// count and base, those of groups with them, and the percentages of these answers.
  ///
  /// - Complexity: Two statements, and as much as the tables of those surveys have cells;
  ///   none where there are no answers.
  public static func publicNumbers(
    of places: Set<Place>, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [String: Set<Fraction>] {
    guard !places.isEmpty else { return [:] }
    var numbers: [String: Set<Fraction>] = [:]
    for (place, shown) in try find(places, as: viewpoint, on: connection) {
      guard case .counted(let count, let base, let weighted) = shown.figure else { continue }
      numbers[place.survey, default: []].formUnion(
        HeldBackFigure.numbers(count: count, base: base, weighted: weighted))
    }
    try connection.forEach(
      """
      SELECT source.reference, survey_table.counts
      FROM record.source
      JOIN record.survey_question AS question ON question.source_id = source.id
      JOIN record.survey_table ON survey_question_id = question.id
      WHERE source.inquiry_id = \(viewpoint.inquiryID)
        AND source.reference = ANY (\(Set(places.map(\.survey)).sorted()))
      """
    ) { row in
      let survey: String = try row.next()
      let counts: [Int?] = try row.next()
      numbers[survey, default: []].formUnion(counts.compactMap { $0 }.map { Fraction(Int128($0)) })
    }
    return numbers
  }
}
