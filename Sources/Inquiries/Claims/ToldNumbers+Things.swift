extension Prose {
  /// Whether a plain number counts things that answer no survey, as “three things” and
  /// “27 days” do: a plural stands directly behind it, and none of people or bodies.
  ///
  /// Where the words leave a doubt it counts who answered: what is held back stays so.
  public func countsThings(_ number: ClaimFinder.ToldNumber) -> Bool {
    guard number.form == .plain, !isOfAnswer(number) else { return false }
    let behind = bytes[number.range.upperBound...].drop { $0 == UInt8(ascii: " ") }
    let letters = behind.prefix { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
    let word = String(decoding: letters, as: UTF8.self).lowercased()
    guard word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") else { return false }
    return !Self.singulars.contains(word) && !Self.whoMayAnswer.contains(word)
      && !Self.endingsOfPeople.contains { word.hasSuffix($0) }
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

  private static let whoMayAnswer: Set<String> = [
    "adults", "authorities", "boys", "charities", "couples", "dads", "families", "females", "girls",
    "heads", "homes", "households", "individuals", "kids", "ladies", "males", "members", "mums",
    "nurses", "officials", "persons", "professionals", "pupils", "relatives", "schools",
    "witnesses",
  ]

  /// As of parents, passengers, participants and islanders.
  private static let endingsOfPeople = ["ers", "ors", "ists", "ents", "ants", "ians", "eens"]
}
