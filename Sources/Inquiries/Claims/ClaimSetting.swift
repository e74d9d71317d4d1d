/// When a figure was taken and whom it is of, as its source describes it.
public struct ClaimSetting: Hashable, Sendable {
  /// In which a survey was in the field; empty where nobody said.
  public let years: Set<Int>
  /// Who was asked: the survey's population, and those to whom the question was put.
  public let populations: [String]
  /// What else the source says of the figure: the question, or the words cited. A year
  /// or an age in them is the figure's own.
  public let words: [String]
  /// Whom other figures are of: the groups that the same survey tells apart, and the
  /// populations of the inquiry's other surveys.
  public let others: [String]

  public init(
    years: Set<Int> = [], populations: [String] = [], words: [String] = [], others: [String] = []
  ) {
    self.years = years
    self.populations = populations
    self.words = words
    self.others = others
  }
}

/// A year or people that a claim names and its figure is not of.
public enum ClaimDeparture: Hashable, Sendable {
  case years(told: [Int], of: [Int])
  case people(told: String, of: String)
}

extension ClaimFinder {
  /// What a claim names that its figure is not of.
  ///
  /// Nothing is guessed: a year counts behind a word such as “in”, people directly
  /// behind the claim, as in “half of parents”, and both only against what the figure's
  /// source says of itself. What is named in either is no departure.
  ///
  /// - Parameters:
  ///   - sentence: Of the claim.
  ///   - rest: What of the sentence follows the claim.
  public func departures(
    of sentence: String, rest: String, from setting: ClaimSetting
  ) -> [ClaimDeparture] {
    [years(sentence, setting), people(rest, setting) ?? ages(rest, setting)].compactMap { $0 }
  }

  private func years(_ sentence: String, _ setting: ClaimSetting) -> ClaimDeparture? {
    let own = setting.words.reduce(into: setting.years) {
      $0.formUnion(SettingWords.years(in: SettingWords.tokens($1)).map(\.year))
    }
    let tokens = SettingWords.tokens(sentence)
    let told = Set(
      SettingWords.years(in: tokens).filter { found in
        var before = found.place - 1
        if before > 0, phrases.months.contains(tokens[before]) { before -= 1 }
        return before >= 0 && phrases.yearAfter.contains(tokens[before])
      }.map(\.year))
    guard !own.isEmpty, !told.isEmpty, own.isDisjoint(with: told) else { return nil }
    return .years(told: told.sorted(), of: own.sorted())
  }

  private func people(_ rest: String, _ setting: ClaimSetting) -> ClaimDeparture? {
    guard let own = setting.populations.first else { return nil }
    let named = SettingWords.behind(phrases.peopleAfter, SettingWords.tokens(rest)).map {
      Self.stem($0)
    }
    guard !named.isEmpty else { return nil }
    let known = Set(
      (setting.populations + setting.words).flatMap {
        SettingWords.tokens($0).map { Self.stem($0) }
      })
    let other = setting.others.filter { other in
      let head = head(of: other).map { Self.stem($0) }
      return !head.isEmpty && named.starts(with: head) && !known.isSuperset(of: head)
    }.max { $0.count < $1.count }
    return other.map { .people(told: $0, of: own) }
  }

  private func ages(_ rest: String, _ setting: ClaimSetting) -> ClaimDeparture? {
    func ages(_ text: String) -> [[String]] {
      let tokens = SettingWords.tokens(text)
      return tokens.indices.filter { phrases.aged.contains(tokens[$0]) }.map { place in
        tokens[(place + 1)...].prefix(3).filter { Int($0) != nil }
      }.filter { !$0.isEmpty }
    }
    let own = (setting.populations + setting.words).flatMap(ages)
    let isOfPeople = !SettingWords.behind(phrases.peopleAfter, SettingWords.tokens(rest)).isEmpty
    guard isOfPeople, let first = own.first, let told = ages(rest).first, !own.contains(told) else {
      return nil
    }
    func inWords(_ ages: [String]) -> String {
      "people aged \(ages.joined(separator: " to "))"
    }
    return .people(told: inWords(told), of: inWords(first))
  }

  /// The words of a population before what narrows it: “social workers in England”.
  private func head(of population: String) -> [String] {
    Array(SettingWords.tokens(population).prefix { !phrases.peopleEnd.contains($0) })
  }
}

/// Words in lower case as they are compared with what a source says of itself.
private enum SettingWords {
  static func tokens(_ text: String) -> [String] {
    Wording.normalised(text).lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Years from 1900 to 2099, and the second of a pair such as 2016-17.
  static func years(in tokens: [String]) -> [(year: Int, place: Int)] {
    var years: [(year: Int, place: Int)] = []
    for (place, token) in tokens.enumerated() {
      guard token.count == 4, let year = Int(token), (1900...2099).contains(year) else { continue }
      years.append((year, place))
      if place + 1 < tokens.count, tokens[place + 1].count == 2, let next = Int(tokens[place + 1]),
        (year + 1) % 100 == next
      {
        years.append((year + 1, place))
      }
    }
    return years
  }

  /// What follows the longest of some phrases with which a text begins; empty where it
  /// begins with none.
  static func behind(_ phrases: [[String]], _ tokens: [String]) -> ArraySlice<String> {
    let phrase = phrases.filter { tokens.starts(with: $0) }.max { $0.count < $1.count }
    return phrase.map { tokens.dropFirst($0.count) } ?? []
  }
}
