import Postgres

/// Words that had to go from one place, to be looked for in others: whole words, by which
/// marks and blanks ever they are parted.
public struct SoughtWords: Sendable {
  /// A removal that rewrites a long turn leaves dozens, and each is looked for in every
  /// passage.
  static let most = 20

  private struct Phrase {
    let words: String
    let longest: String
    let isAsWritten: Bool
  }

  private let all: [Phrase]

  /// Of very many phrases, and of very many names, the longest are looked for, which tell most.
  ///
  /// - Parameters:
  ///   - phrases: Looked for whatever the case.
  ///   - names: A name of one word must stand as it is written or in capitals, so that “May” is
  ///     not found in all that may be; others whatever the case.
  public init(_ phrases: [String], names: [String] = []) {
    all = Self.kept(phrases, areNames: false) + Self.kept(names, areNames: true)
  }

  var isEmpty: Bool { all.isEmpty }

  private static func kept(_ phrases: [String], areNames: Bool) -> [Phrase] {
    let longest = Set(phrases).sorted { ($0.count, $0) > ($1.count, $1) }.prefix(most)
    return longest.compactMap { phrase in
      let words = phrase.split { !$0.isLetter && !$0.isNumber }
      return words.max { $0.count < $1.count }.map {
        Phrase(words: phrase, longest: String($0), isAsWritten: areNames && words.count == 1)
      }
    }
  }

  /// A common table `sought`; its longest words are in small letters.
  var table: SQL {
    """
    sought AS MATERIALIZED (
      SELECT lower(\(AnonymousWall.plain("longest"))) AS longest,
        \(AnonymousWall.words("words")) AS words, is_as_written
      FROM unnest(\(all.map(\.longest)), \(all.map(\.words)), \(all.map(\.isAsWritten)))
        AS given (longest, words, is_as_written))
    """
  }

  /// Whether one of `sought` stands in a text, which is given as ``AnonymousWall/words(_:)``.
  static func stands(in words: SQL) -> SQL {
    """
    CASE WHEN sought.is_as_written
      THEN position(sought.words IN \(words)) > 0 OR position(upper(sought.words) IN \(words)) > 0
      ELSE position(lower(sought.words) IN lower(\(words))) > 0 END
    """
  }
}
