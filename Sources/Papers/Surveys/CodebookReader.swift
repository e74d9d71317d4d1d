import Inquiries
import Surveys

/// Reads a codebook: CSV with a row for each option, or DDI Codebook 2.5.
///
/// The CSV has a header. `question` and `wording` are needed; `kind` (`single`,
/// `multiple`, `text`), `asked_of`, `column`, `value`, `code`, `label` and
/// `meaning` are not. The first row of a question carries its wording, the rows
/// after it repeat the code or leave it blank.
public enum CodebookReader {
  private static let known = [
    "question", "wording", "kind", "asked_of", "column", "value", "code", "label", "meaning",
  ]

  /// - Parameters:
  ///   - bytes: The file.
  ///   - fileName: As the sender gave it; what begins with `<` is DDI.
  ///   - encoding: Of CSV; UTF-8 unless named.
  ///   - separator: Of CSV; a comma unless named.
  ///   - countsDontKnow: Whether a don't-know counts in the base.
  /// - Throws: ``PaperError`` `codebook_column_unknown`, `codebook_column_missing`,
  ///   `codebook_row_ragged`, `codebook_kind_unknown`, `codebook_meaning_unknown`,
  ///   `codebook_value_repeated`, `codebook_question_scattered`, what CSV and XML
  ///   throw, and the refusals of ``Instrument`` and its parts.
  public static func read(
    _ bytes: [UInt8], fileName: String, encoding: String? = nil, separator: String? = nil,
    countsDontKnow: Bool = true, limits: PaperLimits = PaperLimits()
  ) throws(PaperError) -> Codebook {
    let first = bytes.prefix(8).first { ![0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
    if first == 0x3C {
      let ddi = try DDIReader.read(bytes, fileName: fileName, limits: limits)
      return try finish(
        ddi.questions, study: ddi.study, remarks: ddi.remarks, fileName: fileName,
        countsDontKnow: countsDontKnow)
    }
    let text = try CSVText(
      bytes, fileName: fileName, encoding: encoding, separator: separator, limits: limits)
    return try finish(
      questions(text), study: [:], remarks: [], fileName: fileName, countsDontKnow: countsDontKnow)
  }

  static func finish(
    _ questions: [CodebookQuestion], study: [String: String], remarks: [PaperRemark],
    fileName: String, countsDontKnow: Bool
  ) throws(PaperError) -> Codebook {
    var made: [SurveyQuestion] = []
    var columns: [Codebook.Columns] = []
    for question in questions {
      let (one, itsColumns) = try question.finished(fileName: fileName)
      made.append(one)
      columns.append(itsColumns)
    }
    do throws(Refusal) {
      let codebook = Codebook(
        instrument: try Instrument(questions: made, countsDontKnow: countsDontKnow),
        columns: columns, study: study, remarks: remarks)
      var met: Set<String> = []
      for name in codebook.columnNames where !met.insert(name).inserted {
        throw Refusal(
          .invalid, "codebook_column_repeated",
          "The codebook takes two answers from the column “\(name)”; name another for one of them.")
      }
      return codebook
    } catch {
      throw PaperError(code: error.code, message: error.message, file: fileName)
    }
  }

  private static func questions(_ csv: CSVText) throws(PaperError) -> [CodebookQuestion] {
    var csv = csv
    let fileName = csv.fileName
    guard let header = try csv.next() else { throw PlainTextReader.noText(in: fileName) }
    let names = header.fields.map { $0[...].trimmed.lowercased() }
    try check(names, fileName: fileName)
    var questions: [CodebookQuestion] = []
    while let row = try csv.next() {
      guard row.fields.count == names.count else {
        throw PaperError(
          code: "codebook_row_ragged",
          message:
            "Line \(row.line) of \(fileName) has \(counted(row.fields.count, "field")) and the header \(names.count); put text that holds a comma in quotation marks.",
          file: fileName, line: row.line)
      }
      let cells = Dictionary(
        uniqueKeysWithValues: zip(names, row.fields.map { String($0[...].trimmed) }))
      try take(cells, line: row.line, into: &questions, fileName: fileName)
    }
    return questions
  }

  private static func check(_ names: [String], fileName: String) throws(PaperError) {
    if let stranger = names.first(where: { !known.contains($0) }) {
      throw PaperError(
        code: "codebook_column_unknown",
        message:
          "The header of \(fileName) has the column “\(stranger)”, which a codebook does not have; the columns are \(known.joined(separator: ", "))\(stranger.contains(";") ? ", and --separator \";\" says that semicolons separate them" : "").",
        file: fileName, line: 1)
    }
    for needed in ["question", "wording"] where !names.contains(needed) {
      throw missing(needed, fileName)
    }
    guard Set(names).count == names.count else {
      throw PaperError(
        code: "codebook_column_repeated",
        message: "The header of \(fileName) names a column twice; take one out.", file: fileName,
        line: 1)
    }
  }

  private static func missing(_ name: String, _ fileName: String) -> PaperError {
    PaperError(
      code: "codebook_column_missing",
      message: "The header of \(fileName) has no column “\(name)”; a codebook needs it.",
      file: fileName, line: 1)
  }

  private static func take(
    _ cells: [String: String], line: Int, into questions: inout [CodebookQuestion],
    fileName: String
  ) throws(PaperError) {
    func cell(_ name: String) -> String { cells[name] ?? "" }
    func fault(_ code: String, _ message: String) -> PaperError {
      PaperError(
        code: code, message: "Line \(line) of \(fileName): \(message)", file: fileName, line: line)
    }
    let code = cell("question")
    if code.isEmpty, questions.isEmpty {
      throw fault("codebook_question_missing", "the first row names no question; give its code.")
    }
    if !code.isEmpty, code != questions.last?.code {
      guard !questions.contains(where: { $0.code == code }) else {
        throw fault(
          "codebook_question_scattered",
          "\(code) comes again after another question; keep its rows together.")
      }
      questions.append(CodebookQuestion(code: code, wording: cell("wording"), line: line))
    }
    let last = questions.count - 1
    if !cell("kind").isEmpty {
      guard let kind = SurveyQuestion.Kind(rawValue: cell("kind").lowercased()) else {
        throw fault(
          "codebook_kind_unknown",
          "“\(cell("kind"))” is no kind of question; it is single, multiple or text.")
      }
      questions[last].kind = kind
    }
    if !cell("asked_of").isEmpty { questions[last].askedOf = cell("asked_of") }
    let isMultiple = questions[last].kind == .multiple
    let column = cell("column").isEmpty ? nil : cell("column")
    if !isMultiple, let column { questions[last].column = column }
    let named = ["value", "code", "label"].contains { !cell($0).isEmpty }
    guard named || (isMultiple && column != nil) else { return }
    guard
      let meaning = cell("meaning").isEmpty
        ? .answer : SurveyOption.Meaning(rawValue: cell("meaning").lowercased())
    else {
      throw fault(
        "codebook_meaning_unknown",
        "“\(cell("meaning"))” is no meaning; it is \(SurveyOption.Meaning.allCases.map(\.rawValue).joined(separator: ", "))."
      )
    }
    questions[last].options.append(
      CodebookQuestion.Option(
        value: cell("value"), code: cell("code"),
        label: cell("label").isEmpty
          ? (cell("value").isEmpty ? cell("code") : cell("value")) : cell("label"),
        meaning: meaning, column: isMultiple ? column : nil))
  }
}
