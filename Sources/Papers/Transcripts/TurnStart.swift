/// How a paragraph begins: with a number, a label, both, or neither.
struct TurnStart {
  /// The question number, where the paragraph has one.
  var number: Int?
  /// The label as printed, without its colon.
  var label: String?
  /// Number and label as printed.
  var lead: String
  /// What the person says.
  var words: String

  /// What a number at the beginning of a paragraph is.
  enum NumberReading {
    case none
    /// The number, and what follows it.
    case number(Int, rest: Substring)
    /// A label follows digits that could be one number or another.
    case unclear([Int])
  }

  /// Reads the label of a paragraph without a number.
  ///
  /// - Parameter isRow: Whether it is the row of a table; then a label nobody is
  ///   listed for is the whole of the first cell, and words follow it.
  /// - Returns: Nil when the paragraph goes on with the turn before.
  init?(label text: String, isRow: Bool = false, book: LabelBook) {
    guard let found = LabelShape.candidate(in: text[...]) else { return nil }
    let isCell = found.rest.first == "\t" && found.rest.trimmed.first?.isLetter ?? false
    let isShaped =
      LabelShape.isLabel(found.label) && LabelShape.startsSpeech(found.rest) && (!isRow || isCell)
    guard isShaped || (book.knows(found.label) && Self.isParted(found.rest)) else { return nil }
    self.init(number: nil, label: found.label, in: text[...], rest: found.rest)
  }

  /// Reads what follows a question number, label or not.
  init(number: Int, in text: String, rest: Substring, book: LabelBook) {
    if let found = LabelShape.candidate(in: rest),
      book.knows(found.label) || LabelShape.isLabel(found.label)
    {
      self.init(number: number, label: found.label, in: text[...], rest: found.rest)
    } else {
      self.init(number: number, label: nil, in: text[...], rest: rest)
    }
  }

  private init(number: Int?, label: Substring?, in text: Substring, rest: Substring) {
    self.number = number
    self.label = label.map(String.init)
    lead = String(text[..<rest.startIndex].trimmed)
    words = String(rest.trimmed)
  }

  /// What “Q.” or “A.” stands before, with the name that is meant.
  init(_ mark: AnswerMark, label: String) {
    self.label = label
    lead = mark.lead
    words = mark.words
  }

  /// “Chair:Good” is a label; “10:30” and “http://” are not.
  private static func isParted(_ rest: Substring) -> Bool {
    guard let first = rest.first else { return true }
    return first.isBlank || first.isUppercase || "—–…“‘[(".contains(first)
  }

  /// The number that a paragraph begins with, read in its sequence.
  ///
  /// Blanks that fell between the digits are taken out only when that makes
  /// the very number that is expected.
  ///
  /// - Parameters:
  ///   - last: The number before it in the transcript.
  ///   - expected: The number that should come: the next, or the first printed.
  ///   - isRow: Whether it is the row of a table, such as of the quarters of a year.
  ///   - mayBeListed: Whether an item of a list can be a question.
  static func number(
    of text: String, last: Int?, expected: Int?, isRow: Bool = false, mayBeListed: Bool = true,
    book: LabelBook
  ) -> NumberReading {
    guard let mark = QuestionMark(text), let shortest = mark.readings.first,
      let longest = mark.readings.last
    else {
      return isRow || !mayBeListed
        ? .none : listed(text, last: last, expected: expected, book: book)
    }
    let sure = mark.readings.first { $0.number == expected }
    func isLabelled(_ rest: Substring) -> Bool {
      LabelShape.candidate(in: rest).map {
        book.knows($0.label) || LabelShape.isLabel($0.label)
      } ?? false
    }
    if let sure, isLabelled(sure.rest) { return .number(sure.number, rest: sure.rest) }
    if isLabelled(longest.rest) {
      guard mark.readings.count == 1 else { return .unclear(mark.readings.map(\.number)) }
      return .number(shortest.number, rest: shortest.rest)
    }
    // “Q4 results were poor”, “Q4 2019 was poor” and “Q4 | 120” ask nothing, whatever
    // number is expected; nor is one asked out of turn that nobody asks.
    let isAlone = longest.rest.trimmed.isEmpty && last.map { shortest.number > $0 } ?? true
    guard let asked = sure ?? (last == nil || isAlone ? shortest : nil), !isRow,
      asked.rest.trimmed.first.map({ !$0.isLowercase && !$0.isNumber }) ?? true
        || Self.isPair(asked.rest)
    else { return .none }
    return .number(asked.number, rest: asked.rest)
  }

  /// “310. Ian Mear: …”: a turn that a list numbers, as web pages do. A list inside an
  /// answer has other numbers than the questions.
  static func listed(
    _ text: String, last: Int?, expected: Int?, book: LabelBook
  ) -> NumberReading {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text[digits.endIndex...]
    guard (1...5).contains(digits.count), rest.hasPrefix(". "), let number = Int(digits),
      let found = LabelShape.candidate(in: rest.dropFirst()),
      LabelShape.startsSpeech(found.rest), !HeaderWords.isKeyword(String(found.label))
    else { return .none }
    let isKnown = book.knows(found.label)
    let follows = number == expected || last.map { number > $0 && isKnown } ?? true
    guard follows, isKnown || LabelShape.isLabel(found.label) else { return .none }
    return .number(number, rest: rest.dropFirst())
  }

  /// “Q13 and Q14”: two numbers before one question.
  private static func isPair(_ rest: Substring) -> Bool {
    rest.prefixMatch(of: #/\s*and Q\s?[0-9]/#) != nil
  }
}
