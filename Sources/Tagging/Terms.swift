/// The words of a text by which it is found: without those that every text has,
/// and without their endings.
public enum Terms {
  /// A word as it stands and what is left of it without its ending.
  public struct Term: Hashable, Sendable {
    public let stem: String
    public let word: String
  }

  /// The terms of a text, in order. Figures are terms; single letters are none.
  public static func read(_ text: String) -> [Term] {
    var terms: [Term] = []
    forEach(in: text) { word in
      if let stem = stem(of: word) { terms.append(Term(stem: stem, word: word)) }
    }
    return terms
  }

  /// Gives each run of letters and figures, in lower case.
  private static func forEach(in text: String, _ body: (String) -> Void) {
    var lower = text.lowercased()
    lower.withUTF8 { bytes in
      var start = 0
      var place = 0
      while place <= bytes.count {
        // A byte beyond ASCII is taken as part of a letter, but for the signs
        // U+2000 to U+2BFF (dashes, quotation marks), which begin with E2.
        let isSign = place < bytes.count && bytes[place] == 0xE2
        let isLetter = place < bytes.count && !isSign && Terms.isLetter(bytes[place])
        if !isLetter {
          if place > start { body(String(decoding: bytes[start..<place], as: UTF8.self)) }
          place += isSign ? 3 : 1
          start = place
        } else {
          place += 1
        }
      }
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  /// What is left of a word without its ending; `nil` for one that says nothing.
  ///
  /// A light cut: plurals first, then one ending, where four letters remain.
  /// “publication” and “publish” stay apart; that they are near is what vectors
  /// are for.
  static func stem(of word: String) -> String? {
    guard word.utf8.count > 1, !common.contains(word) else { return nil }
    guard word.utf8.count > 3 else { return word }
    // Bytes, because endings are letters of ASCII and strings look at characters.
    var stem = Array(word.utf8)
    func ends(_ ending: [UInt8]) -> Bool { stem.suffix(ending.count).elementsEqual(ending) }
    if stem.count > 4, ends(Terms.ies) {
      stem.replaceSubrange((stem.count - 3)..., with: [UInt8(ascii: "y")])
    } else if ends(Terms.sses) {
      stem.removeLast(2)
    } else if stem.last == UInt8(ascii: "s"), !Terms.singular.contains(where: ends) {
      stem.removeLast()
    }
    for endings in [long, short] {
      if let ending = endings.first(where: { stem.count - $0.count >= 4 && ends($0) }) {
        stem.removeLast(ending.count)
      }
    }
    return String(decoding: stem, as: UTF8.self)
  }

  private static let ies = Array("ies".utf8)
  private static let sses = Array("sses".utf8)
  private static let singular = ["ss", "us", "is"].map { Array($0.utf8) }
  private static let long = [
    "ational", "ization", "isation", "fulness", "ousness", "iveness",
  ].map { Array($0.utf8) }
  private static let short = [
    "ations", "ation", "ments", "ment", "ness", "ings", "ing", "edly", "ingly", "ed", "ly", "ity",
    "ities", "ive", "able", "ible", "ance", "ence", "er", "or", "al", "ion", "e",
  ].map { Array($0.utf8) }

  /// Words that every English text has, and those that every recommendation has.
  private static let common = Set(
    """
    a about above after again against all am an and any are as at be because been before being
    below between both but by can could did didn do does doesn doing don down during each few for
    from further had has have haven having he her here hers him his how if in into is isn it its
    itself just ll may me might more most must my no nor not now of off on once only or other our
    out over own re same shall she should shouldn so some such than that the their them then there
    these they this those through to too under until up us ve very was wasn we were what when where
    which while who whom why will with would wouldn you your yours
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
