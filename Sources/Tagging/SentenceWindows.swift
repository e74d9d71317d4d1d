/// The pieces of a text whose meaning is taken apart: a few sentences each.
///
/// A vector of a long answer is near to nothing in particular; that of some
/// sixty words is near to what they say. Each piece begins with the sentence
/// that the one before it ended with, so that a thought is whole in one of them.
public enum SentenceWindows {
  /// The numbered way of cutting; vectors of one way are not compared with
  /// those of another.
  public static let form = "windows-1"
  /// Words of one piece, unless its only sentence is longer.
  static let words = 60

  /// Where the pieces stand, in code points; empty for a blank text.
  public static func spans(of text: String) -> [Range<Int>] {
    let sentences = sentences(of: Array(text.unicodeScalars))
    var spans: [Range<Int>] = []
    var first = 0
    while first < sentences.count {
      var last = first
      var count = sentences[first].words
      while last + 1 < sentences.count, count + sentences[last + 1].words <= words {
        last += 1
        count += sentences[last].words
      }
      spans.append(sentences[first].span.lowerBound..<sentences[last].span.upperBound)
      guard last + 1 < sentences.count else { break }
      first = max(first + 1, last)
    }
    return spans
  }

  /// The words of the pieces.
  public static func texts(of text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return spans(of: text).map { span in
      String(String.UnicodeScalarView(scalars[span]))
    }
  }

  /// The piece that shares most words with another text, the first of equals;
  /// `nil` for a blank text.
  public static func span(of text: String, nearestTo other: String) -> Range<Int>? {
    let sought = Set(Terms.read(other).map(\.stem))
    let shared = texts(of: text).map { Set(Terms.read($0).map(\.stem)).intersection(sought).count }
    let best = shared.indices.max { (shared[$0], $1) < (shared[$1], $0) }
    return best.map { spans(of: text)[$0] }
  }

  private static func sentences(
    of scalars: [Unicode.Scalar]
  ) -> [(span: Range<Int>, words: Int)] {
    var sentences: [(span: Range<Int>, words: Int)] = []
    var start: Int?
    var end = 0
    var words = 0
    for (place, scalar) in scalars.enumerated() {
      guard scalar.properties.isWhitespace else {
        if start == nil { start = place }
        if place == 0 || scalars[place - 1].properties.isWhitespace { words += 1 }
        end = place + 1
        continue
      }
      if let from = start, place > 0, [".", "?", "!", ";"].contains(scalars[place - 1]) {
        sentences.append((from..<end, words))
        start = nil
        words = 0
      }
    }
    if let start { sentences.append((start..<end, words)) }
    return sentences
  }
}
