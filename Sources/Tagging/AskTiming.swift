import Inquiries

/// What the words of an ask say of the time.
enum AskTiming {
  static func timing(in words: String) -> LimbProposal.Timing? {
    if let span = within(words) { return span }
    // Looked at first: a pattern costs far more than a word.
    func holds(_ marks: String...) -> Bool { marks.contains { words.contains($0) } }
    if holds("20"), let day = words.firstMatch(of: day) {
      return LimbProposal.Timing(words: String(day.output), kind: .day)
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

  private static var forthcoming: Regex<Substring> {
    /\b(?i:forthcoming|upcoming) [\w’'-]+/
  }

  private static let numbers = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "eighteen": 18,
  ]
}
