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

  private struct File: Decodable {
    struct Phrase: Decodable {
      let words: [String]
      let holds: String
      let `true`: String?
      let needsSurvey: Bool?
    }
    struct Ratio: Decodable {
      let words: [String]
      let most: String
    }
    struct NoShare: Decodable {
      let after: [String]
      let before: [String]
    }
    struct Years: Decodable {
      let after: [String]
    }
    struct People: Decodable {
      let after: [String]
      let end: [String]
      let aged: [String]
    }
    struct NoCount: Decodable {
      let after: [String]
      let months: [String]
    }

    let version: Int
    let before: [Phrase]
    let bareFraction: String
    let ratio: Ratio
    let alone: [Phrase]
    let percent: [String]
    let numbers: [String: Int]
    let parts: [String: Int]
    let noShare: NoShare
    let noCount: NoCount
    let years: Years
    let people: People
    let noTopic: [String]
  }

  /// Raised when a window changes, so that a verdict can be traced to its table.
  public let version: Int
  /// Windows around the share that follows, by the first word.
  let before: [String: [Entry]]
  /// Windows of phrases that name no share, by the first word.
  let alone: [String: [Entry]]
  let bareFraction: Window
  let ratio: [[String]]
  let ratioMost: Fraction
  let percent: [[String]]
  let numbers: [String: Int]
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
      throw Fault(at: ClaimPhrases.place(of: error), ClaimPhrases.reason(of: error))
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
    numbers = file.numbers
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
            words: words, holds: holds, isTrue: isTrue, needsSurvey: phrase.needsSurvey ?? false))
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

  /// `before, entry 4, holds`.
  private static func place(of error: DecodingError) -> String {
    let path: [any CodingKey] =
      switch error {
      case .keyNotFound(let key, let context): context.codingPath + [key]
      case .typeMismatch(_, let context), .valueNotFound(_, let context),
        .dataCorrupted(let context):
        context.codingPath
      @unknown default: []
      }
    return path.map { key in key.intValue.map { "entry \($0 + 1)" } ?? key.stringValue }
      .joined(separator: ", ")
  }

  private static func reason(of error: DecodingError) -> String {
    switch error {
    case .keyNotFound: "This is missing."
    case .typeMismatch(let type, _): "A value of another kind stands here; \(type) is expected."
    case .valueNotFound: "Nothing stands here."
    case .dataCorrupted: "This is no JSON."
    @unknown default: "This cannot be read."
    }
  }

  private static func split(_ words: String) -> [String] {
    words.split(separator: " ").map(String.init)
  }
}
