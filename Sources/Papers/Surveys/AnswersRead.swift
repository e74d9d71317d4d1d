import Surveys

/// A question's answers as far as they are read, and where they stand.
enum AnswersRead {
  case single(place: Int, values: [String: Int], codes: [UInt16])
  case multiple(ticks: [(place: Int, tick: Codebook.Tick)], special: [String: Int], masks: [UInt64])
  case text(place: Int, words: [String?])

  mutating func take(_ row: ResponseRow) throws(PaperError) {
    switch self {
    case .single(let place, let values, var codes):
      // Put down while it grows, so that it is never copied.
      self = .text(place: 0, words: [])
      codes.append(try row.code(at: place, values))
      self = .single(place: place, values: values, codes: codes)
    case .multiple(let ticks, let special, var masks):
      self = .text(place: 0, words: [])
      masks.append(try row.mask(ticks, special))
      self = .multiple(ticks: ticks, special: special, masks: masks)
    case .text(let place, var words):
      self = .text(place: 0, words: [])
      let text = row.text(at: place)
      words.append(text.isEmpty ? nil : String(text))
      self = .text(place: place, words: words)
    }
  }
}

/// One response as it stands in the file.
struct ResponseRow {
  let row: CSVText.Row
  /// Counted in the file from 1, the header too.
  let number: Int
  let header: [String]
  let fileName: String
  let isFirst: Bool

  func text(at place: Int) -> Substring { row.fields[place][...].trimmed }

  func code(at place: Int, _ values: [String: Int]) throws(PaperError) -> UInt16 {
    let field = row.fields[place]
    if field.isEmpty { return 0 }
    if let option = values[field] { return UInt16(option + 1) }
    let text = String(text(at: place))
    if text.isEmpty { return 0 }
    guard let option = values[text] else { throw unknown(text, at: place) }
    return UInt16(option + 1)
  }

  func mask(
    _ ticks: [(place: Int, tick: Codebook.Tick)], _ special: [String: Int]
  ) throws(PaperError) -> UInt64 {
    var mask: UInt64 = 0
    var hasAnswer = false
    for (place, tick) in ticks {
      let text = text(at: place)
      if text.isEmpty { continue }
      let lowered = text.lowercased()
      if let option = special[String(text)] {
        mask |= 1 << UInt64(option)
      } else if tick.values.contains(lowered) {
        mask |= 1 << UInt64(tick.option)
      } else if CodebookQuestion.unticked.contains(lowered) {
        hasAnswer = true
      } else {
        throw unknown(String(text), at: place)
      }
    }
    return mask == 0 && hasAnswer ? Answers.noneTicked : mask
  }

  func weight(at place: Int) throws(PaperError) -> Weight {
    let text = text(at: place)
    do throws(Weight.Fault) {
      return try Weight(text)
    } catch {
      let what =
        switch error {
        case .missing: "is missing; give one, 0 for who is to weigh nothing"
        case .negative: "“\(text)” is negative, and nobody counts for less than nothing"
        case .notANumber: "“\(text)” is no number"
        case .decimalComma: "“\(text)” has a comma; write decimals with a point"
        case .tooLarge: "“\(text)” is a million or more; divide all weights by the same number"
        case .tooManyDecimals: "“\(text)” has more than \(Weights.mostDecimals) decimals; round it"
        }
      throw fault(
        "response_weight_invalid", "the weight in column “\(header[place])” \(what).")
    }
  }

  private func unknown(_ text: String, at place: Int) -> PaperError {
    fault(
      "response_value_unknown",
      "“\(text.prefix(60))” in column \(place + 1), “\(header[place])”, is no answer of the codebook; add it there\(isFirst ? ", or leave the row out with --skip-rows \(number) if it is a second header" : "")."
    )
  }

  func fault(_ code: String, _ message: String) -> PaperError {
    PaperError(
      code: code, message: "Row \(number) of \(fileName) (line \(row.line)): \(message)",
      file: fileName, line: row.line)
  }
}
