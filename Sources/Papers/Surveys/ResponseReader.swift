import Inquiries
public import Surveys

/// Reads the responses to a survey from CSV by its codebook.
///
/// Nothing is guessed: a value that the codebook does not have is refused with
/// its row and column, and so is a row of another length than the header.
public struct ResponseReader {
  private let fileName: String
  private let places: ColumnPlaces
  private let header: [String]
  private var columns: [AnswersRead]
  private var weights: [Weight] = []
  private var respondents: [String: Int] = [:]
  private var count = 0
  /// The lines of rows without anything in them.
  private var blankLines: [Int] = []

  /// - Parameters:
  ///   - bytes: The file.
  ///   - fileName: As the sender gave it.
  ///   - codebook: What was asked, and the columns.
  ///   - mapping: What the clerk says of the file.
  /// - Returns: The responses, and what a clerk should know of how they were read.
  /// - Throws: ``PaperError`` `response_column_missing`, `…_repeated`,
  ///   `…_unnamed`, `…_unexpected`, `…_unknown`, `response_row_ragged`,
  ///   `response_value_unknown`, `response_respondent_repeated`,
  ///   `response_respondent_missing`,
  ///   `response_weight_invalid`, `responses_missing`, `responses_too_many`, and
  ///   what CSV throws.
  public static func read(
    _ bytes: [UInt8], fileName: String, codebook: Codebook, mapping: ResponseMapping = .init(),
    limits: PaperLimits = PaperLimits()
  ) throws(PaperError) -> (responses: Responses, remarks: [PaperRemark]) {
    var csv = try CSVText(
      bytes, fileName: fileName, encoding: mapping.encoding, separator: mapping.separator,
      limits: limits)
    var reader: ResponseReader?
    var number = 0
    while let row = try csv.next() {
      number += 1
      guard !mapping.skippedRows.contains(number) else { continue }
      if reader == nil {
        reader = try ResponseReader(
          header: row.fields.map { String($0[...].trimmed) }, codebook: codebook, mapping: mapping,
          fileName: fileName)
      } else {
        try reader?.take(row, number: number)
      }
    }
    guard let reader, reader.count > 0 else {
      throw PaperError(
        code: "responses_missing",
        message:
          "\(fileName) has no response\(reader == nil ? "" : " below its header"); check that it is the right file.",
        file: fileName)
    }
    return (reader.finished(), reader.remarks)
  }

  private init(
    header: [String], codebook: Codebook, mapping: ResponseMapping, fileName: String
  ) throws(PaperError) {
    self.fileName = fileName
    self.header = header
    let places = try ColumnPlaces(
      header: header, mapping: mapping, codebook: codebook, fileName: fileName)
    self.places = places
    func place(_ name: String) -> Int { places.places[name] ?? 0 }
    columns = codebook.columns.map { columns in
      switch columns {
      case .single(let column, let values):
        .single(place: place(column), values: values, codes: [])
      case .multiple(let ticks, let special):
        .multiple(ticks: ticks.map { (place($0.column), $0) }, special: special, masks: [])
      case .text(let column): .text(place: place(column), words: [])
      }
    }
  }

  private mutating func take(_ read: CSVText.Row, number: Int) throws(PaperError) {
    guard !read.fields.allSatisfy({ $0[...].trimmed.isEmpty }) else {
      blankLines.append(read.line)
      return
    }
    let row = ResponseRow(
      row: read, number: number, header: header, fileName: fileName, isFirst: count == 0)
    guard read.fields.count == header.count else {
      throw row.fault(
        "response_row_ragged",
        "it has \(counted(read.fields.count, "field")) and the header \(header.count); put text that holds a separator in quotation marks, or leave the row out with --skip-rows \(number)."
      )
    }
    guard count < Responses.most else {
      throw row.fault(
        "responses_too_many",
        "a survey has at most \(Responses.most) responses; split the file.")
    }
    try checkRespondent(row)
    if let place = places.weight { weights.append(try row.weight(at: place)) }
    for place in columns.indices { try columns[place].take(row) }
    count += 1
  }

  private mutating func checkRespondent(_ row: ResponseRow) throws(PaperError) {
    guard let place = places.respondent else { return }
    let name = String(row.text(at: place))
    guard !name.isEmpty else {
      throw row.fault(
        "response_respondent_missing",
        "column “\(header[place])”, which --respondent names, is empty beside answers; give the respondent, or leave the row out with --skip-rows \(row.number)."
      )
    }
    if let earlier = respondents.updateValue(row.number, forKey: name) {
      throw row.fault(
        "response_respondent_repeated",
        "the \(header[place]) “\(name)” stands in row \(earlier) already; leave one of them out with --skip-rows."
      )
    }
  }

  private var remarks: [PaperRemark] {
    guard let first = blankLines.first else { return [] }
    let listed = blankLines.prefix(10).map(String.init).joined(separator: ", ")
    let more = blankLines.count > 10 ? " and \(blankLines.count - 10) more" : ""
    return [
      PaperRemark(
        code: "response_row_blank",
        message:
          "Rows with nothing in them (\(blankLines.count)) are no respondents and were passed over: line \(listed)\(more).",
        line: first)
    ]
  }

  private func finished() -> Responses {
    Responses(
      count: count,
      answers: columns.map { column in
        switch column {
        case .single(_, _, let codes): .single(codes)
        case .multiple(_, _, let masks): .multiple(masks)
        case .text(_, let words): .text(words)
        }
      }, weights: places.weight == nil ? nil : Weights(weights))
  }
}
