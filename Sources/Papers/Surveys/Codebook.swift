import Inquiries
public import Surveys

/// A survey's instrument, and where in the response file each answer stands.
public struct Codebook: Sendable {
  /// The columns of one question.
  public enum Columns: Hashable, Sendable {
    /// One column; what stands in it, and the option's place.
    case single(column: String, values: [String: Int])
    /// A column for each option, and what in any of them means more than a tick.
    case multiple(ticks: [Tick], special: [String: Int])
    case text(column: String)
  }

  /// The column of one option that may be ticked.
  public struct Tick: Hashable, Sendable {
    public let column: String
    public let option: Int
    /// What counts as a tick, in lower case.
    public let values: Set<String>
  }

  public let instrument: Instrument
  /// One for each question.
  public let columns: [Columns]
  /// What a DDI document says of the survey, under the names of our fields.
  public let study: [String: String]
  /// Where a meaning was read from words.
  public let remarks: [PaperRemark]

  /// Every column that the codebook expects, in its order.
  var columnNames: [String] {
    columns.flatMap { columns in
      switch columns {
      case .single(let column, _), .text(let column): [column]
      case .multiple(let ticks, _): ticks.map(\.column)
      }
    }
  }
}

/// A question while its rows or elements are being read.
struct CodebookQuestion {
  struct Option {
    var value: String
    var code: String
    var label: String
    var meaning: SurveyOption.Meaning
    /// Of a question with several ticks.
    var column: String?
  }

  var code: String
  var kind: SurveyQuestion.Kind?
  var wording: String
  var askedOf: String?
  var column: String?
  var options: [Option] = []
  /// Where it begins, for messages.
  var line: Int?

  /// The words for “ticked” and “not ticked” in common use.
  static let ticked: Set = ["1", "yes", "true", "x", "ticked", "selected", "checked"]
  static let unticked: Set = [
    "0", "no", "false", "not ticked", "not selected", "unchecked",
  ]

  /// The question and its columns.
  func finished(fileName: String) throws(PaperError) -> (SurveyQuestion, Codebook.Columns) {
    let kind = kind ?? (options.isEmpty ? .text : .single)
    let codes = optionCodes()
    do throws(Refusal) {
      var made: [SurveyOption] = []
      for (option, code) in zip(options, codes) {
        made.append(try SurveyOption(code: code, label: option.label, meaning: option.meaning))
      }
      let question = try SurveyQuestion(
        code: code, kind: kind, wording: wording, askedOf: askedOf, options: made)
      return (question, try columns(of: question, fileName: fileName))
    } catch {
      throw PaperError(code: error.code, message: error.message, file: fileName, line: line)
    }
  }

  /// A code that was given, a value that can be one, or the place.
  private func optionCodes() -> [String] {
    let areCodes = options.allSatisfy { SurveyOption.isCode($0.code.isEmpty ? $0.value : $0.code) }
    return options.enumerated().map { place, option in
      !option.code.isEmpty ? option.code : areCodes ? option.value : "\(place + 1)"
    }
  }

  private func columns(
    of question: SurveyQuestion, fileName: String
  ) throws(Refusal) -> Codebook.Columns {
    switch question.kind {
    case .text: return .text(column: column ?? code)
    case .single:
      return .single(column: column ?? code, values: try values(Array(options.indices)))
    case .multiple:
      let special = options.indices.filter { options[$0].column == nil }
      guard special.allSatisfy({ options[$0].meaning != .answer }) else {
        throw Refusal(
          .invalid, "codebook_column_missing",
          "\(code) may be answered with several options, so each needs the name of its column.")
      }
      let ticks = options.enumerated().compactMap { place, option in
        option.column.map { column in
          var values = Self.ticked.union([option.label.lowercased(), option.code.lowercased()])
          if !option.value.isEmpty { values = [option.value.lowercased()] }
          return Codebook.Tick(column: column, option: place, values: values.subtracting([""]))
        }
      }
      return .multiple(ticks: ticks, special: try values(special))
    }
  }

  private func values(_ places: [Int]) throws(Refusal) -> [String: Int] {
    var values: [String: Int] = [:]
    for place in places {
      let option = options[place]
      let value = option.value.isEmpty ? option.code : option.value
      guard values.updateValue(place, forKey: value) == nil else {
        throw Refusal(
          .invalid, "codebook_value_repeated",
          "\(code) gives the value “\(value)” to two options; a response could be either.")
      }
    }
    return values
  }
}
