import Inquiries

/// What the words of an ask say of the time.
enum AskTiming {
  static func timing(in words: String) -> LimbProposal.Timing? {
    if let span = within(words) { return span }
    // Looked at first: a pattern costs far more than a word.
    func holds(_ marks: String...) -> Bool { marks.contains { words.contains($0) } }
    if holds("20"), let day = words.firstMatch(of: day) {
      let words = String(day.output)
      return LimbProposal.Timing(words: words, kind: .day, on: lastDay(of: words))
    }
    if holds(
      "rgen", "mmediately", "romptly", "wiftly", "uickly", "soon", "elay", "earliest", "due"),
      let vague = words.firstMatch(of: vague)
    {
      return LimbProposal.Timing(words: String(vague.output), kind: .vague)
    }
    if holds("Budget", "Review", "Statement", "Session", "Speech", "Election", "Paper", "Bill"),
      let event = words.firstMatch(of: event)
    {
      return LimbProposal.Timing(words: String(event.output), kind: .event)
    }
    if holds("ecess"), let event = words.firstMatch(of: recess) {
      return LimbProposal.Timing(words: String(event.output), kind: .event)
    }
    if holds("coming"), let event = words.firstMatch(of: forthcoming) {
      return LimbProposal.Timing(words: String(event.output), kind: .event)
    }
    return nil
  }

  /// “within 12 months of its implementation”.
  private static func within(_ words: String) -> LimbProposal.Timing? {
    guard words.contains("ithin"), let match = words.firstMatch(of: span) else { return nil }
    let number = String(match.output.1).lowercased()
    guard let count = Int(number) ?? numbers[number] else { return nil }
    let unit = match.output.2.lowercased()
    let after =
      unit.hasPrefix("year")
      ? Period(months: 12 * count)
      : unit.hasPrefix("month")
        ? Period(months: count) : Period(days: unit.hasPrefix("week") ? 7 * count : count)
    return LimbProposal.Timing(words: String(match.output.0), kind: .event, after: after)
  }

  /// The last day in time of words that name one; `nil` where they name two.
  static func onlyLastDay(in words: String) -> Day? {
    let named = words.contains("20") ? words.matches(of: day) : []
    return named.count == 1 ? lastDay(of: String(named[0].output)) : nil
  }

  /// The last day in time: of “by 1 May 2026”, “by the end of May 2026” and “before May
  /// 2026”. “By May 2026” may mean its first day or its last, and a season has neither.
  private static func lastDay(of words: String) -> Day? {
    let parts = words.lowercased().split(separator: " ").map(String.init)
    guard let year = parts.last.flatMap({ Int($0) }), parts.count > 1 else { return nil }
    let named = parts[parts.count - 2]
    let month = Day.monthNames.firstIndex { $0.lowercased() == named }.map { $0 + 1 }
    guard month != nil || ["by", "before", "than", "of"].contains(named) else { return nil }
    let first = Day(year: year, month: month ?? 1, day: 1)
    if parts.contains("end") {
      let next =
        month.map { Day(year: $0 == 12 ? year + 1 : year, month: $0 % 12 + 1, day: 1) }
        ?? Day(year: year + 1, month: 1, day: 1)
      return next.map { Day(daysSince1970: $0.daysSince1970 - 1) }
    }
    let number = parts.count > 2 ? Int(parts[parts.count - 3]) : nil
    let isBefore = parts[0] == "before"
    let day: Day?
    if let month, let number {
      day = Day(year: year, month: month, day: number)
    } else {
      day = isBefore || parts.contains("start") || parts.contains("beginning") ? first : nil
    }
    return day.map { isBefore ? Day(daysSince1970: $0.daysSince1970 - 1) : $0 }
  }

  // Built where they are used: a Regex is not Sendable.
  private static var span: Regex<(Substring, Substring, Substring)> {
    /(?i:within) (?:the next )?(\w{1,9}) (days?|weeks?|months?|years?)(?: (?:of|after|from) [^,;.]{1,80}(?=[,;.]|$))?/
  }

  private static var day: Regex<Substring> {
    /(?i:by|before|no later than) (?:the (?:end|start|beginning) of )?(?:[0-9]{1,2} )?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter) )?20[0-9]{2}\b/
  }

  private static var vague: Regex<Substring> {
    /\b(?i:urgently|immediately|promptly|swiftly|quickly|as soon as (?:possible|practicable|it can)|without (?:further |undue )?delay|at the earliest opportunity|as a matter of urgency|in due course)\b/
  }

  private static var event: Regex<Substring> {
    /\b(?i:in|at|before|after|following|during|alongside|by) the (?:next |forthcoming |coming )?(?:[A-Z][\w’']* ){0,4}(?:Budget|Spending Review|Statement|Session|Speech|Election|White Paper|Green Paper|Bill)\b/
  }

  private static var recess: Regex<Substring> {
    /\b(?i:before|by|after|during) the (?:[\w’']+ ){0,2}(?i:recess)\b/
  }

  private static var forthcoming: Regex<Substring> {
    /\b(?i:forthcoming|upcoming) [\w’'-]+/
  }

  private static let numbers = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "eighteen": 18,
  ]
}
