import Inquiries
public import Surveys

/// Results of a survey as somebody published them, without the responses.
public struct SurveyResults: Sendable {
  public let instrument: Instrument
  /// For each question one for each option.
  public let figures: [[StatedFigure]]

  /// Reads CSV with the columns `question`, `wording`, `label` and `figure`, and
  /// if there are such `code`, `base` and `asked_of`. A figure is kept in its own
  /// words, a base as published or none.
  ///
  /// - Throws: ``PaperError`` `results_column_unknown`, `results_column_missing`,
  ///   `results_row_ragged`, `results_figure_missing`, `results_base_invalid`, what
  ///   CSV throws and the refusals of ``Instrument``.
  public static func read(
    _ bytes: [UInt8], fileName: String, encoding: String? = nil, separator: String? = nil,
    limits: PaperLimits = PaperLimits()
  ) throws(PaperError) -> SurveyResults {
    var csv = try CSVText(
      bytes, fileName: fileName, encoding: encoding, separator: separator, limits: limits)
    guard let header = try csv.next() else { throw PlainTextReader.noText(in: fileName) }
    let names = header.fields.map { $0[...].trimmed.lowercased() }
    let known: Set = ["question", "wording", "asked_of", "code", "label", "figure", "base"]
    if let stranger = names.first(where: { !known.contains($0) }) {
      throw PaperError(
        code: "results_column_unknown",
        message:
          "The header of \(fileName) has the column “\(stranger)”; results have question, wording, asked_of, code, label, figure and base, and responses need --codebook.",
        file: fileName, line: 1)
    }
    for needed in ["question", "wording", "label", "figure"] where !names.contains(needed) {
      throw PaperError(
        code: "results_column_missing",
        message: "The header of \(fileName) has no column “\(needed)”; results need it.",
        file: fileName, line: 1)
    }
    var questions: [CodebookQuestion] = []
    var figures: [[StatedFigure]] = []
    while let row = try csv.next() {
      func fault(_ code: String, _ message: String) -> PaperError {
        PaperError(
          code: code, message: "Line \(row.line) of \(fileName): \(message)", file: fileName,
          line: row.line)
      }
      guard row.fields.count == names.count else {
        throw fault(
          "results_row_ragged",
          "it has \(counted(row.fields.count, "field")) and the header \(names.count); put text that holds a comma in quotation marks."
        )
      }
      let cells = Dictionary(
        zip(names, row.fields.map { String($0[...].trimmed) }), uniquingKeysWith: { $1 })
      func cell(_ name: String) -> String { cells[name] ?? "" }
      if !cell("question").isEmpty, cell("question") != questions.last?.code {
        questions.append(
          CodebookQuestion(
            code: cell("question"), kind: .single, wording: cell("wording"),
            askedOf: cell("asked_of").isEmpty ? nil : cell("asked_of"), line: row.line))
        figures.append([])
      }
      guard !questions.isEmpty, !cell("figure").isEmpty else {
        throw fault("results_figure_missing", "it has no question or no figure; give both.")
      }
      guard cell("base").isEmpty || Int(cell("base")).map({ $0 > 0 }) == true else {
        throw fault(
          "results_base_invalid",
          "the base “\(cell("base"))” is no number of respondents from 1 on; leave it empty where none was published."
        )
      }
      questions[questions.count - 1].options.append(
        .init(
          value: "", code: cell("code"), label: cell("label"), meaning: .answer, column: nil))
      figures[figures.count - 1].append(StatedFigure(words: cell("figure"), base: cell("base")))
    }
    let codebook = try CodebookReader.finish(
      questions.map { question in
        var question = question
        // The value tells options apart in a codebook; here their places do.
        for place in question.options.indices where question.options[place].code.isEmpty {
          question.options[place].code = "\(place + 1)"
        }
        return question
      }, study: [:], remarks: [], fileName: fileName, countsDontKnow: true)
    return SurveyResults(instrument: codebook.instrument, figures: figures)
  }
}
