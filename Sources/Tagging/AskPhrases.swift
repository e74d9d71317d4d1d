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
  /// The words of the phrases as bytes, by the byte that they begin with.
  private let spelled: [[[[UInt8]]]]

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
    spelled = phrases.reduce(into: Array(repeating: [], count: 256)) { spelled, phrase in
      let words = phrase.words.map { Array($0.utf8) }
      spelled[Int(words[0][0])].append(words)
    }
  }

  /// Whether a phrase may stand in a text: a quick look at its bytes that lets through
  /// every text with one. A regular expression of all phrases takes longer in the database.
  public func mayStand(in text: String) -> Bool {
    var lower = text.lowercased()
    return lower.withUTF8 { bytes in
      bytes.indices.contains { place in
        !spelled[Int(bytes[place])].isEmpty && (place == 0 || !isLetter(bytes[place - 1]))
          && spelled[Int(bytes[place])].contains { stands($0, bytes, at: place) }
      }
    }
  }

  /// Between the words of a phrase may be whatever is no letter.
  private func stands(
    _ words: [[UInt8]], _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Bool {
    var place = start
    for (index, word) in words.enumerated() {
      if index > 0 {
        guard place < bytes.count, !isLetter(bytes[place]) else { return false }
        while place < bytes.count, !isLetter(bytes[place]), bytes[place] != word[0] { place += 1 }
      }
      guard place + word.count <= bytes.count,
        bytes[place..<place + word.count].elementsEqual(word)
      else { return false }
      place += word.count
    }
    return place == bytes.count || !isLetter(bytes[place])
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  private static func words(_ phrase: String) -> [String] {
    phrase.lowercased().split(separator: " ").map(String.init)
  }
}
