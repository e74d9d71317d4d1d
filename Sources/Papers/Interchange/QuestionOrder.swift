/// The numbers of a transcript's questions, which only rise.
struct QuestionOrder {
  private(set) var last: Int?

  /// Takes a number.
  ///
  /// - Returns: What is to be remarked of a gap before it; nil when the number
  ///   does not follow those before.
  mutating func follow(_ number: Int, line: Int) -> [PaperRemark]? {
    guard number > last ?? 0 else { return nil }
    defer { last = number }
    guard let last, number > last + 1 else { return [] }
    let missing = number == last + 2 ? "Q\(last + 1)" : "Q\(last + 1) to Q\(number - 1)"
    return [
      PaperRemark(
        code: "question_number_gap",
        message: "On line \(line) Q\(number) follows Q\(last); \(missing) cannot be found.",
        line: line)
    ]
  }
}
