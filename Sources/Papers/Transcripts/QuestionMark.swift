/// The question number that a line begins with, as far as the line alone says.
struct QuestionMark {
  /// One way to read the digits: blanks may have fallen between them.
  struct Reading {
    let number: Int
    /// What follows the digits.
    let rest: Substring
  }

  /// The readings, the shortest number first.
  let readings: [Reading]
  private let text: String

  /// Nil when the line does not begin with a Q and a number.
  init?(_ text: String) {
    self.text = text
    var rest = text[...].trimmed
    guard rest.first == "Q" else { return nil }
    rest = rest.dropFirst().drop { $0.isBlank || $0 == "." }
    var digits = ""
    var readings: [Reading] = []
    while true {
      let group = rest.prefix { $0.isASCII && $0.isNumber }
      // Five digits: no inquiry has asked 100,000 questions.
      guard !group.isEmpty, digits.count + group.count <= 5 else { break }
      digits += group
      rest = rest[group.endIndex...]
      guard let number = Int(digits) else { break }
      let after = Self.afterSign(rest)
      if let after { readings.append(Reading(number: number, rest: after)) }
      let next = rest.drop(while: \.isBlank)
      guard next.startIndex != rest.startIndex else { break }
      rest = next
    }
    guard !readings.isEmpty else { return nil }
    self.readings = readings
  }

  /// The part of the line before what follows a reading.
  func lead(before rest: Substring) -> String {
    String(text[..<rest.startIndex][...].trimmed)
  }

  /// What follows the digits, or nil when they are part of a word (“Q4’s”).
  private static func afterSign(_ rest: Substring) -> Substring? {
    guard let first = rest.first else { return rest }
    if first.isBlank || first.isUppercase { return rest }
    guard ".:)]".contains(first), rest.dropFirst().first?.isBlank ?? true else { return nil }
    return rest.dropFirst()
  }
}
