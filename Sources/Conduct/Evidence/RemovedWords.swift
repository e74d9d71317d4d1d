import Foundation
import Inquiries
import Records

/// What a correction for removal takes from the public, as it is looked for elsewhere.
///
/// A run of words is seldom found as a whole in other places, so that the names in it are
/// looked for as well. Ordinary words are not: they would be told of wherever they stand.
enum RemovedWords {
  /// - Parameters:
  ///   - versions: The words of every version that goes.
  ///   - text: The words that stay.
  static func sought(of versions: [String], leaving text: String) -> SoughtWords {
    let gone = versions.flatMap { runs(from: $0, to: text) }
    let kept = Set(words(of: text))
    let called = gone.flatMap { names(in: $0) }.filter { name in
      let parts = words(of: name)
      return parts.count > 1 || !kept.isSuperset(of: parts)
    }
    return SoughtWords(gone.filter { PublicReason.canTell($0) }, names: called)
  }

  private static func runs(from before: String, to text: String) -> [String] {
    WordDifference.pieces(from: before, to: text).filter { $0.kind == .gone }
      .map { $0.text.trimmingCharacters(in: .whitespacesAndNewlines) }
      .filter { $0.count > 2 }
  }

  private static func words(of text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Each two words with a capital or a figure that follow each other, and such a word that
  /// stands alone.
  ///
  /// Whatever opens a sentence has a capital, so that of two words there the second is looked
  /// for by itself too.
  private static func names(in run: String) -> [String] {
    stretches(of: run).flatMap { stretch -> [String] in
      let pairs = zip(stretch.words, stretch.words.dropFirst()).map { "\($0) \($1)" }
      let alone = stretch.words.count == 1 || stretch.opens && stretch.words.count == 2
      return pairs + (alone ? stretch.words.suffix(1).filter { isTelling($0) } : [])
    }
  }

  private struct Stretch {
    var words: [String] = []
    /// Whether it is at the beginning of a sentence, or of the run.
    let opens: Bool
  }

  private static func stretches(of run: String) -> [Stretch] {
    var stretches = [Stretch(opens: true)]
    for token in run.split(whereSeparator: \.isWhitespace) {
      let word = bare(token)
      guard isMarked(word) else {
        stretches.append(Stretch(opens: isEnd(token)))
        continue
      }
      stretches[stretches.count - 1].words.append(word)
      if let last = token.last, parting.contains(last), !isInitial(word) {
        stretches.append(Stretch(opens: isEnd(token)))
      }
    }
    return stretches
  }

  /// Without marks at its ends, and as no possessive.
  private static func bare(_ token: Substring) -> String {
    var word = token.drop { !$0.isLetter && !$0.isNumber }
    while let last = word.last, !last.isLetter, !last.isNumber { word.removeLast() }
    for ending in ["’s", "'s", "’S", "'S"] where word.hasSuffix(ending) {
      return String(word.dropLast(ending.count))
    }
    return String(word)
  }

  private static func isMarked(_ word: String) -> Bool {
    guard let first = word.first, first.isUppercase || first.isNumber else { return false }
    let stem = word.prefix { $0 != "’" && $0 != "'" }.lowercased()
    return !PublicReason.empty.contains(stem) && !ordinary.contains(stem)
  }

  /// A number by itself may be of anything, but for one as long as a telephone's or a file's.
  private static func isTelling(_ word: String) -> Bool {
    word.contains(where: \.isLetter) ? word.count > 1 : word.count > 4
  }

  private static func isEnd(_ token: Substring) -> Bool {
    token.last.map { ".!?:”\"".contains($0) } ?? false
  }

  private static func isInitial(_ word: String) -> Bool { word.count == 1 }

  private static let parting: Set<Character> = [
    ".", ",", ";", ":", "!", "?", ")", "”", "\"", "…", "–", "—",
  ]

  /// What has a capital where it opens a sentence, and titles, months and days, which have one
  /// everywhere.
  private static let ordinary = Set(
    """
    also although because both can could did do does don during each even every few how if in \
    instead just last many may might more most much my nobody nor now once one only other others \
    over people perhaps same several shall should since some somebody sometimes still such then \
    therefore though three through today together too two until very well whatever when where \
    whether while why within without yes yesterday yet \
    dame dr lady lord miss mr mrs ms mx prof professor sir \
    april august december february january july june march november october september \
    friday monday saturday sunday thursday tuesday wednesday
    """.split(separator: " ").map(String.init))
}
