import Inquiries

/// A total that a report tells of the whole inquiry: “we heard witnesses in seven sessions”.
public struct StatedTotal: Hashable, Sendable {
  enum Kind { case sessions, publicSessions, privateSessions, witnesses, submissions }

  /// As it is printed: `seven sessions`.
  let words: String
  let count: Int
  let kind: Kind

  /// Those in a text. A count that is narrowed (“two sessions in Leeds”) or that nobody
  /// heard, held or received is none of the whole.
  public static func all(in text: String) -> [StatedTotal] {
    guard ["session", "witness", "submission"].contains(where: text.contains) else { return [] }
    let words = PlainWords.of(text).split(whereSeparator: \.isWhitespace)
    var isGathered = false
    var found: [StatedTotal] = []
    for place in words.indices {
      let word = bare(words[place])
      if gathering.contains(word) { isGathered = true }
      if isGathered, let count = Int(word) ?? counts.firstIndex(of: word),
        let total = total(of: count, words[place...])
      {
        found.append(total)
      }
      if words[place].last == "." { isGathered = false }
    }
    return found
  }

  private static func total(of count: Int, _ words: ArraySlice<Substring>) -> StatedTotal? {
    let named = words.dropFirst().prefix { adjectives.contains(bare($0)) }.prefix(3)
    let rest = words.dropFirst(1 + named.count)
    guard let noun = rest.first, let kind = kind(bare(noun), Set(named.map { bare($0) })) else {
      return nil
    }
    let isWhole =
      noun.last.map { ".,;:)".contains($0) } ?? false
      || (rest.dropFirst().first.map { ["and", "between", "altogether"].contains(bare($0)) }
        ?? true)
    guard isWhole else { return nil }
    let printed = words.prefix(1 + named.count).map(String.init) + [bare(noun)]
    return StatedTotal(words: printed.joined(separator: " "), count: count, kind: kind)
  }

  private static func kind(_ noun: String, _ named: Set<String>) -> Kind? {
    switch noun {
    case "session", "sessions":
      named.contains("private")
        ? .privateSessions : named.contains("public") ? .publicSessions : .sessions
    case "witness", "witnesses": .witnesses
    case "submission", "submissions": .submissions
    default: nil
    }
  }

  private static func bare(_ word: Substring) -> String {
    String(word.drop { !$0.isLetter && !$0.isNumber }.prefix { $0.isLetter || $0.isNumber })
      .lowercased()
  }

  private static let gathering: Set<String> = ["heard", "held", "received", "took"]
  private static let adjectives: Set<String> = [
    "oral", "written", "evidence", "public", "private", "formal",
  ]
  private static let counts = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
  ]

  /// What the inquiry's page counts.
  func counted(in totals: Totals) -> Int {
    switch kind {
    case .sessions: totals.publicSessions + totals.privateSessions
    case .publicSessions: totals.publicSessions
    case .privateSessions: totals.privateSessions
    case .witnesses: totals.witnesses
    case .submissions: totals.submissions
    }
  }

  /// Totals of a report that are not those of the inquiry's page.
  static func remarks(on snapshot: Snapshot) -> [Remark] {
    guard let totals = snapshot.totals else { return [] }
    return snapshot.blocks.flatMap { block in
      all(in: block.words).filter { $0.counted(in: totals) != $0.count }.map { told in
        Remark(
          code: .totalDiffers,
          place: Remark.Place(paragraph: block.paragraph, line: block.line, key: block.key),
          sentence:
            "The draft tells of “\(told.words)”; the inquiry's page counts \(told.counted(in: totals)).",
          remedy: "Write what the page counts, or say of which part it is told.",
          subject: told.words, about: "\(told.counted(in: totals))")
      }
    }
  }
}
