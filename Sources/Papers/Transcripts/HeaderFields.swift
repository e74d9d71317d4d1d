/// Fields of a header line that are recognised whatever blanks stand in it.
enum HeaderFields {
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let weekdays = [
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
  ]

  /// A date line taken apart.
  struct DateLine {
    let day: PrintedDay
    let time: PrintedTime?
    /// Whether the weekday printed is not that of the day.
    let isWeekdayWrong: Bool
    /// What “(public meeting)” or “(in private)” at its end says.
    let isPublic: Bool?
  }

  /// “Wednesday 8 May 2024”, “18 APRIL 2007”, with or without a time and a bracket behind it.
  static func date(_ squeezed: String) -> DateLine? {
    guard let printed = Self.printed(squeezed), let day = printed.found else { return nil }
    return DateLine(
      day: day, time: printed.time,
      isWeekdayWrong: printed.weekday.map { $0 != day.weekday } ?? false,
      isPublic: printed.note.flatMap { HeaderWords.hearing($0) })
  }

  /// Whether a line has the shape of a date, of a day that no calendar has: “31 November 2026”.
  static func hasNoSuchDay(_ squeezed: String) -> Bool {
    printed(squeezed).map { $0.found == nil } ?? false
  }

  /// What a date line says, whether or not there is such a day.
  private struct Printed {
    let weekday: Int?
    let found: PrintedDay?
    let time: PrintedTime?
    let note: String?
  }

  private static func printed(_ squeezed: String) -> Printed? {
    var rest = squeezed[...]
    for word in ["date:", "on"] where rest.hasPrefix(word) { rest = rest.dropFirst(word.count) }
    let weekday = weekdays.firstIndex { rest.hasPrefix($0) }
    if let weekday { rest = rest.dropFirst(weekdays[weekday].count).drop { $0 == "," } }
    // “June 18, 2018”, as some transcribers write it.
    let isMonthFirst = months.contains { rest.hasPrefix($0) }
    var month = isMonthFirst ? takeMonth(&rest) : nil
    guard let day = takeNumber(&rest, digits: 1...2) else { return nil }
    for ordinal in ["st", "nd", "rd", "th"] where rest.hasPrefix(ordinal) {
      rest = rest.dropFirst(2)
      break
    }
    month = month ?? takeMonth(&rest)
    guard let month else { return nil }
    rest = rest.drop { $0 == "," }
    guard let year = takeNumber(&rest, digits: 4...4) else { return nil }
    rest = rest.drop { ",;.".contains($0) }
    let note = takeNote(&rest)
    if rest.hasPrefix("at") { rest = rest.dropFirst(2) }
    let time = rest.isEmpty ? note.flatMap { self.time($0) } : self.time(String(rest))
    guard rest.isEmpty || time != nil else { return nil }
    return Printed(
      weekday: weekday, found: PrintedDay(year: year, month: month + 1, day: day), time: time,
      note: note)
  }

  /// What a bracket at the end says.
  private static func takeNote(_ rest: inout Substring) -> String? {
    guard rest.last == ")", let open = rest.lastIndex(of: "(") else { return nil }
    let note = String(rest[open...].dropFirst().dropLast())
    rest = rest[..<open]
    while let last = rest.last, ",;–-".contains(last) { rest = rest.dropLast() }
    return note
  }

  private static func takeMonth(_ rest: inout Substring) -> Int? {
    guard let month = months.firstIndex(where: { rest.hasPrefix($0) }) else { return nil }
    rest = rest.dropFirst(months[month].count)
    return month
  }

  /// Whether a line sets out to be a date: a weekday, or “Date:”, comes first.
  static func meansDate(_ squeezed: String) -> Bool {
    guard squeezed.count <= 60 else { return false }
    return squeezed.hasPrefix("date:")
      || weekdays.contains { squeezed.hasPrefix($0) && squeezed.contains(where: \.isNumber) }
  }

  /// “10.05 am”, “2:30pm”, “14.15”, “10 am”, “noon”.
  static func time(_ squeezed: String) -> PrintedTime? {
    var rest = squeezed[...]
    for word in ["time:", "at"] where rest.hasPrefix(word) { rest = rest.dropFirst(word.count) }
    if rest == "noon" || rest == "12noon" { return PrintedTime(hour: 12, minute: 0) }
    guard var hour = takeNumber(&rest, digits: 1...2) else { return nil }
    var minute: Int?
    if let sign = rest.first, ".:".contains(sign) {
      rest = rest.dropFirst()
      guard let printed = takeNumber(&rest, digits: 2...2) else { return nil }
      minute = printed
    }
    let half = rest.filter { $0 != "." }
    switch half {
    case "am", "pm":
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (half == "pm" ? 12 : 0)
    case "": guard minute != nil else { return nil }
    default: return nil
    }
    return PrintedTime(hour: hour, minute: minute ?? 0)
  }

  /// What the line between the members and the witnesses says.
  struct SessionLine {
    var sessionNumber: Int?
    var isPublic: Bool?
    var range: ClosedRange<Int>?
  }

  /// “Evidence Session No. 1 Heard in Public Questions 1 – 1 8”, or parts of it.
  static func session(_ squeezed: String) -> SessionLine? {
    var rest = squeezed[...]
    var line = SessionLine()
    if rest.hasPrefix("evidenceheardin") { rest = rest.dropFirst(8) }
    for word in ["evidencesessionno", "evidencesession", "sessionno"] where rest.hasPrefix(word) {
      rest = rest.dropFirst(word.count).drop { ".:".contains($0) }
      guard let number = takeNumber(&rest, digits: 1...4) else { return nil }
      line.sessionNumber = number
      break
    }
    for (word, isPublic) in [("heardinpublic", true), ("heardinprivate", false)]
    where rest.hasPrefix(word) {
      rest = rest.dropFirst(word.count)
      line.isPublic = isPublic
    }
    if let range = range(rest) {
      line.range = range
      rest = ""
    }
    let isFound = line.sessionNumber != nil || line.isPublic != nil || line.range != nil
    return rest.isEmpty && isFound ? line : nil
  }

  /// “questions33–56”, “question7”, “qq1to18”, in brackets or not.
  static func range(_ squeezed: Substring) -> ClosedRange<Int>? {
    var rest = squeezed
    if rest.first == "(", rest.last == ")" { rest = rest.dropFirst().dropLast() }
    guard let word = ["questions", "question", "qq"].first(where: { rest.hasPrefix($0) }) else {
      return nil
    }
    rest = rest.dropFirst(word.count)
    guard let first = takeNumber(&rest, digits: 1...5) else { return nil }
    rest = rest.last == "." ? rest.dropLast() : rest
    if rest.isEmpty { return first...first }
    if rest.hasPrefix("to") {
      rest = rest.dropFirst(2)
    } else {
      guard let dash = rest.first, "-‐‑‒–—−".contains(dash) else { return nil }
      rest = rest.dropFirst()
      if rest.first == "q" { rest = rest.dropFirst() }
    }
    guard let last = takeNumber(&rest, digits: 1...5), rest.isEmpty, first <= last else {
      return nil
    }
    return first...last
  }

  /// “HC 83”, “HC 111-i”, “HL Paper 12” at the end of a text, and where it begins.
  static func paperNumber(endOf text: Substring) -> (number: String, start: Substring.Index)? {
    for house in ["HC", "HL Paper", "HL"] {
      guard let found = text.ranges(of: house).last else { continue }
      let tail = text[found.upperBound...].squeezed.filter { $0 != "." }
      let digits = tail.prefix(while: \.isNumber)
      let part = tail.dropFirst(digits.count)
      let isPart =
        part.isEmpty || (part.first == "-" && part.dropFirst().allSatisfy("ivxlc".contains))
      guard (1...5).contains(digits.count), isPart, tail.allSatisfy(\.isASCII) else { continue }
      return ("\(house) \(digits)\(part)", found.lowerBound)
    }
    return nil
  }

  private static func takeNumber(_ rest: inout Substring, digits: ClosedRange<Int>) -> Int? {
    let run = rest.prefix { $0.isASCII && $0.isNumber }
    guard run.count >= digits.lowerBound else { return nil }
    let taken = run.prefix(digits.upperBound)
    guard taken.count == run.count else { return nil }
    rest = rest[taken.endIndex...]
    return Int(taken)
  }
}
