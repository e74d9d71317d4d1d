public import Foundation

/// The words in which shares are told and the percentages of which each may be
/// said; data, so that a house can have its own.
///
/// The fields are explained in <doc:ClaimsAndQuotations>.
public struct ClaimPhrases: Sendable {
  struct Entry {
    let words: [String]
    let holds: Window
    let isTrue: Window
    let needsSurvey: Bool
    /// Whether it is said within what the share behind it says by itself.
    let narrows: Bool
  }

  /// Why a file of phrases cannot be used.
  public struct Fault: Error, CustomStringConvertible {
    public let description: String

    public init(description: String) {
      self.description = description
    }

    /// - Parameter place: `before, entry 4, holds`.
    fileprivate init(at place: String, _ what: String) {
      description = "claim-phrases.json, \(place.isEmpty ? "as a whole" : place): \(what)"
    }
  }

  /// Raised when a window changes, so that a verdict can be traced to its table.
  public let version: Int
  /// Windows around the share that follows, by the first word.
  let before: [String: [Entry]]
  /// Windows of phrases that name no share, by the first word.
  let alone: [String: [Entry]]
  /// Words that turn the phrase behind them, and idioms that have the words of one and
  /// are none, by the first word.
  let denials: [String: [[String]]]
  let idioms: [String: [[String]]]
  /// What joins the ends of a range, by the word that opens it, and where none does.
  let rangeOpen: [String: String]
  let rangeJoints: Set<String>
  /// Words before `from` that make of the two ends before and after.
  let changes: Set<String>
  /// Every word with which any of this begins.
  let openings: Set<String>
  let bareFraction: Window
  let ratio: [[String]]
  let ratioMost: Fraction
  let percent: [[String]]
  let numbers: [String: Int]
  let point: String
  let parts: [String: Int]
  let noShareAfter: Set<String>
  let noShareBefore: Set<String>
  let noCountAfter: Set<String>
  let months: Set<String>
  /// Words before a year in which something was counted.
  let yearAfter: Set<String>
  /// Words between a claim and those it is of, words that narrow them, and words
  /// before their age.
  let peopleAfter: [[String]]
  let peopleEnd: Set<String>
  let aged: Set<String>
  let noTopic: Set<String>
  /// Every phrase with its windows, in the order of the file, for people to read.
  public let rows: [Row]

  /// One line of the table as it is shown.
  public struct Row: Hashable, Sendable {
    /// `almost, nearly F`, where F is the share that follows.
    public let words: String
    public let holds: String
    /// Where it is true beyond that, and loose; `nil` where nowhere.
    public let isTrue: String?

    public init(words: String, holds: String, isTrue: String?) {
      self.words = words
      self.holds = holds
      self.isTrue = isTrue
    }
  }

  /// Reads the table.
  ///
  /// - Parameter json: `claim-phrases.json`.
  /// - Throws: ``Fault`` that names what cannot be read.
  public init(json: Data) throws {
    let file: File
    do {
      file = try JSONDecoder().decode(File.self, from: json)
    } catch let error as DecodingError {
      throw Fault(at: File.place(of: error), File.reason(of: error))
    }
    version = file.version
    before = try ClaimPhrases.entries(file.before, at: "before")
    alone = try ClaimPhrases.entries(file.alone, at: "alone")
    bareFraction = try ClaimPhrases.window(file.bareFraction, at: "bareFraction")
    ratio = file.ratio.words.map(ClaimPhrases.split).sorted { $0.count > $1.count }
    guard let most = Fraction(file.ratio.most) else {
      throw Fault(at: "ratio, most", "“\(file.ratio.most)” is no number of percentage points.")
    }
    ratioMost = most
    percent = file.percent.map(ClaimPhrases.split)
    denials = ClaimPhrases.byFirst(
      Array(Set(file.denials + file.denials.map { $0.replacing("'", with: "’") })))
    idioms = ClaimPhrases.byFirst(file.idioms)
    rangeOpen = file.ranges.open
    rangeJoints = Set(file.ranges.joints)
    changes = Set(file.ranges.changes)
    numbers = file.numbers
    point = file.point
    parts = file.parts
    noShareAfter = Set(file.noShare.after)
    noShareBefore = Set(file.noShare.before)
    noCountAfter = Set(file.noCount.after)
    months = Set(file.noCount.months)
    yearAfter = Set(file.years.after)
    peopleAfter = file.people.after.map(ClaimPhrases.split)
    peopleEnd = Set(file.people.end)
    aged = Set(file.people.aged)
    noTopic = Set(file.noTopic)
    openings = Set(before.keys).union(alone.keys).union(denials.keys).union(idioms.keys)
      .union(rangeOpen.keys).union(numbers.keys).union(parts.keys)
    rows =
      file.before.map {
        Row(
          words: $0.words.joined(separator: ", ") + " F", holds: "F + \($0.holds)",
          isTrue: $0.true.map { "F + \($0)" })
      }
      + [
        Row(words: "N per cent", holds: "rounds half up to N", isTrue: nil),
        Row(words: "a fraction F alone", holds: "F + \(file.bareFraction)", isTrue: nil),
        Row(
          words: "N \(file.ratio.words.joined(separator: ", ")) M",
          holds: "nearest to N/M of all k/M, and at most \(file.ratio.most) points away",
          isTrue: nil),
        Row(
          words: "F to G, between F and G", holds: "from where F holds to where G does",
          isTrue: nil),
      ]
      + file.alone.map {
        Row(words: $0.words.joined(separator: ", "), holds: $0.holds, isTrue: $0.true)
      }
  }

  private static func entries(
    _ phrases: [File.Phrase], at list: String
  ) throws -> [String: [Entry]] {
    var entries: [String: [Entry]] = [:]
    for (index, phrase) in phrases.enumerated() {
      let place = "\(list), entry \(index + 1)"
      let holds = try window(phrase.holds, at: "\(place), holds")
      let isTrue = try phrase.true.map { try window($0, at: "\(place), true") } ?? holds
      guard !phrase.words.isEmpty, phrase.words.allSatisfy({ !split($0).isEmpty }) else {
        throw Fault(at: "\(place), words", "A phrase has words.")
      }
      for words in phrase.words.map(split) {
        entries[words.first ?? "", default: []].append(
          Entry(
            words: words, holds: holds, isTrue: isTrue, needsSurvey: phrase.needsSurvey ?? false,
            narrows: phrase.narrows ?? false))
      }
    }
    return entries.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  private static func window(_ text: String, at place: String) throws -> Window {
    guard let window = Window(text) else {
      throw Fault(at: place, "“\(text)” is no window; write one as [-4, 0) or (50, 100].")
    }
    return window
  }

  private static func byFirst(_ phrases: [String]) -> [String: [[String]]] {
    Dictionary(grouping: phrases.map(split)) { $0.first ?? "" }
      .mapValues { $0.sorted { $0.count > $1.count } }
  }

  private static func split(_ words: String) -> [String] {
    words.split(separator: " ").map(String.init)
  }
}
