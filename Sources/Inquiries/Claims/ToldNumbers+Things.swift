extension Prose {
  /// Whether a plain number counts things that do not answer a survey, as “three things” and
  /// “27 days” do: a plural stands directly behind it, and none of people.
  ///
  /// Where the words let a doubt it counts people: what is held back stays so.
  public func countsThings(_ number: ClaimFinder.ToldNumber) -> Bool {
    guard number.form == .plain else { return false }
    let behind = bytes[number.range.upperBound...].drop { $0 == UInt8(ascii: " ") }
    let letters = behind.prefix { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
    let word = String(decoding: letters, as: UTF8.self).lowercased()
    guard word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") else { return false }
    return !Self.people.contains(word) && !Self.endingsOfPeople.contains { word.hasSuffix($0) }
  }

  private static let endingsOfPeople = ["ers", "ors", "ists", "ents", "ants", "ians", "eens"]

  private static let people: Set<String> = [
    "adults", "authorities", "boys", "charities", "couples", "does", "families", "girls", "heads",
    "homes", "households", "individuals", "kids", "ladies", "males", "females", "members", "mums",
    "dads", "nurses", "officials", "persons", "professionals", "pupils", "relatives", "says",
    "schools", "thus", "always", "witnesses",
  ]
}
