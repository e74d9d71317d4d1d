public import Foundation

/// The words by which an ask is known; data, so that a house can have its own.
///
/// The fields are explained in <doc:Suggestions>.
public struct AskPhrases: Sendable {
  /// Why a file of phrases cannot be used.
  public struct Fault: Error, CustomStringConvertible {
    public let description: String

    public init(description: String) {
      self.description = description
    }
  }

  enum Actor: String, Decodable {
    case before, after
  }

  struct Phrase: Hashable {
    /// In lower case.
    let words: [String]
    let actor: Actor
  }

  private struct File: Decodable {
    struct Entry: Decodable {
      let words: [String]
      let actor: Actor
    }

    let version: Int
    let asks: [Entry]
    let not: [String]
  }

  /// By their first word, the longest first.
  let phrases: [String: [Phrase]]
  let not: Set<[String]>
  /// A regular expression, of PostgreSQL too, that every passage with a phrase meets,
  /// whatever the case of its letters.
  public let pattern: String

  /// - Parameter json: `ask-phrases.json`.
  public init(json: Data) throws(Fault) {
    let file: File
    do { file = try JSONDecoder().decode(File.self, from: json) } catch {
      throw Fault(
        description:
          "ask-phrases.json: it needs version, asks (words, actor before or after) and not.")
    }
    let phrases = file.asks.flatMap { entry in
      entry.words.map { Phrase(words: AskPhrases.words($0), actor: entry.actor) }
    }
    let all = phrases.map(\.words) + file.not.map(AskPhrases.words)
    guard !phrases.isEmpty,
      all.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.allSatisfy(\.isLetter) } })
    else {
      throw Fault(description: "ask-phrases.json: a phrase is words of letters, and there is one.")
    }
    self.phrases = Dictionary(grouping: phrases) { $0.words[0] }.mapValues {
      $0.sorted { $0.words.count > $1.words.count }
    }
    not = Set(file.not.map(AskPhrases.words))
    pattern = "\\m(\(phrases.map { $0.words.joined(separator: "\\s+") }.joined(separator: "|")))\\M"
  }

  private static func words(_ phrase: String) -> [String] {
    phrase.lowercased().split(separator: " ").map(String.init)
  }
}
