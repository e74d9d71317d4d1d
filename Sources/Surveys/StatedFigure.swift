/// A figure as somebody published it, in its own words, with its base if it has one.
public struct StatedFigure: Hashable, Sendable {
  /// `more than 80 per cent`.
  public let words: String
  /// Empty where none was published.
  public let base: String

  public init(words: String, base: String) {
    self.words = words
    self.base = base
  }

  /// `more than 80 per cent, no base published`.
  public var inWords: String {
    words + (base.isEmpty ? ", no base published" : ", base \(base)")
  }

  /// What can be drawn of it: a plain percentage alone.
  public var share: Share? {
    guard
      let match = words.wholeMatch(of: /(\d{1,3})(?:\.(\d))?(?: ?%| per cent)/),
      let whole = Int128(match.output.1)
    else { return nil }
    let tenth = match.output.2.flatMap { Int128($0) } ?? 0
    return Share(part: min(1000, whole * 10 + tenth), whole: 1000)
  }
}
