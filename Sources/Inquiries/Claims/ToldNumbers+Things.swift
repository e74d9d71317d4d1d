extension Prose {
  /// Whether a number counts things that answer no survey, as “three things”, “27 days”
  /// and “12 of the 27 wards” do: a plural stands directly behind it, or behind the number
  /// that it is out of, and none of people or bodies.
  ///
  /// Where the words leave a doubt it counts who answered: what is held back stays so.
  ///
  /// - Parameter plainly: Whether a plural that is on no list, as “lads”, leaves a doubt too.
  public func countsThings(_ number: ClaimFinder.ToldNumber, plainly: Bool = false) -> Bool {
    guard !isOfAnswer(number) else { return false }
    let end = number.range.upperBound
    return switch number.form {
    // Of “12 out of 27 wards”; behind one with its sign stands no plural.
    case .percentage: areThings(behind: end, plainly)
    case .ofRatio: wholeOfThings(behind: end, plainly) == true
    case .plain: wholeOfThings(behind: end, plainly) ?? areThings(behind: end, plainly)
    }
  }

  /// Whether the number that another is out of counts things; `nil` where none follows.
  private func wholeOfThings(behind place: Int, _ plainly: Bool) -> Bool? {
    // “Out of all of the” and a number in words.
    let most = 60
    let behind = String(decoding: bytes[place...].prefix(most), as: UTF8.self)
    guard
      let whole = behind.prefixMatch(
        of: #/\s+(?:out\s+)?of\s+(?:(?:all|the|these|those|our|its|their)\s+){0,2}/#)?.range
    else { return nil }
    let rest = behind[whole.upperBound...]
    guard let number = rest.prefixMatch(of: Prose.numeral)?.range else { return nil }
    return areThings(behind: place + behind[..<number.upperBound].utf8.count, plainly)
  }

  private func areThings(behind place: Int, _ plainly: Bool) -> Bool {
    let behind = bytes[place...].drop { $0 <= 0x20 }
    let letters = behind.prefix { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
    let word = String(decoding: letters, as: UTF8.self).lowercased()
    // Of “27 councils' wards” it is the wards.
    for apostrophe in ["'", "’"] where behind[letters.endIndex...].starts(with: apostrophe.utf8) {
      let owned = letters.endIndex + apostrophe.utf8.count
      return word.hasSuffix("s") && owned < bytes.count && bytes[owned] <= 0x20
        && areThings(behind: owned, plainly)
    }
    guard !Self.plainThings.contains(word) else { return true }
    guard !plainly, word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") else { return false }
    return !Self.singulars.contains(word) && !Self.whoMayAnswer.contains(word)
      && !Self.endingsOfPeople.contains { word.hasSuffix($0) }
  }

  /// In digits, or in words up to ninety-nine.
  private static var numeral: Regex<Substring> {
    #/[0-9][0-9,]*|(?:[a-z]+teen|[a-z]+ty(?:-[a-z]+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/#
  }

  /// Whether “yes” or “no” stands before it, which so many said: `no 53 times`.
  private func isOfAnswer(_ number: ClaimFinder.ToldNumber) -> Bool {
    // Either word, what parts it from the word before and from the number.
    let most = 8
    let start = max(0, number.range.lowerBound - most)
    return String(decoding: bytes[start..<number.range.lowerBound], as: UTF8.self)
      .contains(#/\b(?:[Yy]es|[Nn]o)\W*$/#)
  }

  private static let singulars: Set<String> = ["always", "does", "says", "thus"]

  /// What reports count that answers no survey; “times” and “cases” may be of answers.
  private static let plainThings: Set<String> = [
    "amendments", "buildings", "buses", "chapters", "conclusions", "days", "decades", "degrees",
    "documents", "events", "fees", "findings", "hearings", "hours", "issues", "kilometres", "kinds",
    "laws", "measures", "meetings", "miles", "minutes", "months", "options", "pages", "paragraphs",
    "parts", "points", "pounds", "principles", "problems", "proposals", "questions", "reasons",
    "recommendations", "regions", "reports", "roads", "routes", "rules", "sections", "sessions",
    "stages", "steps", "stops", "surveys", "tables", "themes", "things", "topics", "trains",
    "trees", "vehicles", "visits", "wards", "ways", "weeks", "years",
  ]

  /// Those who answer a survey, and what they answer it with.
  private static let whoMayAnswer: Set<String> = [
    "adults", "agencies", "associations", "authorities", "boards", "bodies", "boys", "businesses",
    "charities", "churches", "citizens", "clubs", "colleagues", "colleges", "companies", "councils",
    "couples", "dads", "families", "females", "firms", "friends", "girls", "groups", "heads",
    "homes", "hospitals", "households", "individuals", "institutions", "kids", "ladies", "males",
    "members", "mums", "nurses", "officials", "organisations", "parishes", "persons", "practices",
    "professionals", "pupils", "questionnaires", "relatives", "replies", "representatives",
    "responses", "returns", "schools", "societies", "trusts", "unions", "universities", "veterans",
    "victims", "witnesses",
  ]

  /// As of parents, passengers, participants, employees and islanders.
  private static let endingsOfPeople = [
    "ers", "ors", "ists", "ents", "ants", "ians", "eens", "ees",
  ]
}
