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
