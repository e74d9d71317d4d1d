/// Where the name of a body ends that holds commas and “and”.
extension AskSubject {
  /// Behind these, “for” or the like opens a name that goes on with its commas and one
  /// “and”: “Department of Health and Social Care”.
  private static let offices: Set<String> = [
    "committee", "department", "minister", "ministers", "ministry", "state",
  ]
  /// With these ends a name that may hold an “and”: “Disclosure and Barring Service”.
  private static let bodies: Set<String> = [
    "agency", "authority", "commission", "committee", "council", "executive", "inspectorate",
    "ombudsman", "service",
  ]
  /// With these, between commas, it is said how or with whom somebody is to act.
  private static let asides: Set<String> = [
    "acting", "along", "alongside", "including", "jointly", "led", "liaising", "supported",
    "together", "which", "who", "working",
  ]
  /// These stand behind “Government” in who is asked, and are no verb.
  private static let ofGovernment: Set<String> = [
    "agencies", "bodies", "departments", "of", "officials",
  ]

  /// Whether behind a comma a word opens what stands between commas.
  static func opensAside(_ word: String) -> Bool {
    asides.contains(word) || leads.contains(word)
  }

  /// “HM Treasury” of “HM Treasury, working with councils,”.
  static func withoutAsides(_ words: [AskToken]) -> [AskToken] {
    var kept: [AskToken] = []
    var isAside = false
    for (index, token) in words.enumerated() {
      if index > 0, words[index - 1].endsWithComma {
        isAside =
          asides.contains(token.word) && !token.isCapitalised
          && words[index...].contains(where: \.endsWithComma)
      }
      if !isAside { kept.append(token) }
    }
    return kept
  }

  /// Whether “and” stands between two names, and not within one.
  static func parts(_ name: ArraySlice<AskToken>, before rest: ArraySlice<AskToken>) -> Bool {
    guard rest.first?.word != "the", rest.first?.isCapitalised == true else { return true }
    // “Department of Health and Social Care and NHS England”: it holds one “and”.
    if isOpen(name) { return name.contains { $0.word == "and" } || beginsBody(rest) }
    if isFirstHalf(name, of: rest) { return false }
    return
      !(name.contains { ["for", "of"].contains($0.word) } && name.contains(where: \.endsWithComma))
  }

  /// Whether a name goes on with what is capitalised: “Department of Health”.
  private static func isOpen(_ name: ArraySlice<AskToken>) -> Bool {
    name.indices.dropFirst().contains {
      ["for", "of", "on"].contains(name[$0].word) && offices.contains(name[$0 - 1].word)
        && name[$0 - 1].isCapitalised && name[($0 + 1)...].first?.isCapitalised == true
    }
  }

  /// Whether words begin with a body that needs none before it: “Ofsted”, and not “Social
  /// Care”.
  static func beginsBody(_ words: ArraySlice<AskToken>) -> Bool {
    var run: [AskToken] = []
    for token in words {
      guard token.isCapitalised else { break }
      run.append(token)
      if token.endsWithComma { break }
    }
    // “Social Services” is what a department is for.
    guard let first = run.first, run.last?.word != "services" else { return false }
    if first.text == "HM" || kind(of: run.map(\.text).joined(separator: " ").trimmingMarks) != nil {
      return true
    }
    // “Transport for London”.
    let behind = words.dropFirst(run.count)
    return run.last?.endsWithComma == false && ["for", "of"].contains(behind.first?.word)
      && behind.dropFirst().first?.isCapitalised == true
  }

  /// Whether an “and” joins what stands in one name: “and Social Care” behind “Department of
  /// Health”.
  static func isWithinName(_ joint: Int, of tokens: [AskToken]) -> Bool {
    let behind = tokens[..<joint].reversed().prefix {
      $0.isCapitalised || connectors.contains($0.word)
    }
    let name = tokens[(joint - behind.count)..<joint]
    return isOpen(name) && !parts(name, before: tokens[(joint + 1)...])
  }

  /// “Disclosure” of “Disclosure and Barring Service” and “Environment, Food” of its
  /// committee, and not “Ofsted” of “Ofsted and NHS England”.
  private static func isFirstHalf(
    _ name: ArraySlice<AskToken>, of rest: ArraySlice<AskToken>
  ) -> Bool {
    let words = name.drop { $0.word == "the" }
    guard !words.isEmpty, words.allSatisfy(\.isCapitalised),
      words.allSatisfy({ kind(of: $0.text.trimmingMarks) == nil }),
      kind(of: words.map(\.text).joined(separator: " ")) == nil
    else { return false }
    let comma = rest.firstIndex(where: \.endsWithComma)
    let second = (comma.map { rest[...$0] } ?? rest).prefix { !["and", "nor"].contains($0.word) }
    if endsName(second.prefix { $0.isCapitalised }) { return true }
    // “Medicines and Healthcare products Regulatory Agency”.
    return second.filter { !$0.isCapitalised }.count == 1 && endsName(second)
  }

  private static func endsName(_ words: ArraySlice<AskToken>) -> Bool {
    words.count > 1 && words.last.map { $0.isCapitalised && bodies.contains($0.word) } == true
  }

  /// “The Welsh Government” and “Government Office for Science”, and neither “Local
  /// Government” nor “Government legislates”.
  static func isGovernment(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard let place = words.firstIndex(where: { $0.hasPrefix("Government") }) else { return false }
    if place > 0, words[place - 1].lowercased() == "local" { return false }
    guard place + 1 < words.count else { return true }
    let next = words[place + 1]
    return next.first?.isUppercase == true || ofGovernment.contains(next.lowercased())
  }
}
