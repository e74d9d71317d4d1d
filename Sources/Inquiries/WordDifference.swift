/// What went and what came between two texts, word by word.
public enum WordDifference {
  public enum Kind: Hashable, Sendable {
    case same, gone, come
  }

  /// A run of words of one kind; what is gone stands before what came.
  public struct Piece: Hashable, Sendable {
    public let kind: Kind
    public let text: String

    public init(_ kind: Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// Beyond this many words changed in one place, all of it is told as
  /// exchanged: to compare them costs the square, and nobody reads it word by word.
  private static let most = 2_000

  /// The pieces of both texts: without what came they are the old, without what
  /// is gone the new.
  public static func pieces(from old: String, to new: String) -> [Piece] {
    let (old, new) = (tokens(of: old), tokens(of: new))
    let front = zip(old, new).prefix { $0 == $1 }.count
    let rest = min(old.count, new.count) - front
    let back = zip(old.reversed(), new.reversed()).prefix(rest).prefix { $0 == $1 }.count
    let gone = old[front..<old.count - back]
    let come = new[front..<new.count - back]
    let middle =
      max(gone.count, come.count) > most
      ? gone.map { Token(.gone, $0) } + come.map { Token(.come, $0) } : compared(gone, come)
    return gathered(
      old[..<front].map { Token(.same, $0) } + middle
        + old[(old.count - back)...].map { Token(.same, $0) })
  }

  private struct Token {
    let kind: Kind
    let text: Substring

    init(_ kind: Kind, _ text: Substring) {
      self.kind = kind
      self.text = text
    }
  }

  /// Words, and the blanks between them.
  private static func tokens(of text: String) -> [Substring] {
    var tokens: [Substring] = []
    var rest = text[...]
    while let first = rest.first {
      let isBlank = first.isWhitespace
      let token = rest.prefix { $0.isWhitespace == isBlank }
      tokens.append(token)
      rest = rest[token.endIndex...]
    }
    return tokens
  }

  private static func compared(
    _ old: ArraySlice<Substring>, _ new: ArraySlice<Substring>
  ) -> [Token] {
    let (old, new) = (Array(old), Array(new))
    let difference = new.difference(from: old)
    let gone = Set(difference.removals.map(WordDifference.offset))
    let come = Set(difference.insertions.map(WordDifference.offset))
    var tokens: [Token] = []
    var (here, there) = (0, 0)
    while here < old.count || there < new.count {
      if here < old.count, gone.contains(here) {
        tokens.append(Token(.gone, old[here]))
        here += 1
      } else if there < new.count, come.contains(there) {
        tokens.append(Token(.come, new[there]))
        there += 1
      } else {
        tokens.append(Token(.same, old[here]))
        here += 1
        there += 1
      }
    }
    return tokens
  }

  private static func offset(_ change: CollectionDifference<Substring>.Change) -> Int {
    switch change {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }

  /// Runs of one kind; a blank between two changes belongs to both.
  private static func gathered(_ tokens: [Token]) -> [Piece] {
    var pieces: [Piece] = []
    var (same, gone, come) = ("", "", "")
    func close() {
      if !gone.isEmpty { pieces.append(Piece(.gone, gone)) }
      if !come.isEmpty { pieces.append(Piece(.come, come)) }
      (gone, come) = ("", "")
    }
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .same:
        let isBetween =
          token.text.allSatisfy(\.isWhitespace) && !(gone.isEmpty && come.isEmpty)
          && index + 1 < tokens.count && tokens[index + 1].kind != .same
        if isBetween {
          gone += token.text
          come += token.text
        } else {
          close()
          same += token.text
        }
      case .gone, .come:
        if !same.isEmpty { pieces.append(Piece(.same, same)) }
        same = ""
        if token.kind == .gone { gone += token.text } else { come += token.text }
      }
    }
    close()
    if !same.isEmpty { pieces.append(Piece(.same, same)) }
    return pieces
  }
}

extension WordDifference {
  /// How the new text differs, as `wdiff` marks it: what went between `[-` and
  /// `-]`, what came between `{+` and `+}`; of longer runs their ends alone.
  ///
  /// - Parameter words: How many words of a run are shown from either end.
  public static func marked(from old: String, to new: String, words: Int = 12) -> String {
    let pieces = pieces(from: Wording.normalised(old), to: Wording.normalised(new))
    return pieces.enumerated().map { place, piece in
      let text = shortened(
        piece.text, to: words, isFirst: place == 0, isLast: place == pieces.count - 1,
        isSame: piece.kind == .same)
      return switch piece.kind {
      case .same: text
      case .gone: "[-\(text)-]"
      case .come: "{+\(text)+}"
      }
    }.joined()
  }

  /// Of what stayed, the words beside a change are enough.
  private static func shortened(
    _ text: String, to most: Int, isFirst: Bool, isLast: Bool, isSame: Bool
  ) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    let head = isSame && isFirst ? 0 : most
    let tail = isSame && isLast ? 0 : most
    guard words.count > head + tail + 1 else { return text }
    return (words.prefix(head) + ["…"] + words.suffix(tail)).joined(separator: " ")
  }

  /// How many code points of the words around must stand once in the new text,
  /// so that a span in it is sure.
  private static let around = 24

  /// Where a span of one text stands in another, in code points; `nil` unless that
  /// is sure: its words and those around stayed, and stand there once.
  public static func place(of span: Range<Int>, from old: String, to new: String) -> Range<Int>? {
    guard old != new else { return span }
    var (here, there) = (0, 0)
    for piece in pieces(from: old, to: new) {
      let count = piece.text.unicodeScalars.count
      guard piece.kind != .come else {
        there += count
        continue
      }
      let stretch = here..<here + count
      if piece.kind == .same, stretch.lowerBound <= span.lowerBound,
        span.upperBound <= stretch.upperBound
      {
        let context =
          max(
            stretch.lowerBound, span.lowerBound - around)..<min(
            stretch.upperBound, span.upperBound + around)
        let words = Wording.text(in: context, of: old) ?? ""
        guard Wording.spans(of: words, in: new).count == 1 else { return nil }
        // Between words that stayed and words that changed, either side may be meant.
        let isAfter = stretch.lowerBound < span.lowerBound || (here, there) == (0, 0)
        let isBefore =
          span.upperBound < stretch.upperBound
          || (here + count == old.unicodeScalars.count
            && there + count == new.unicodeScalars.count)
        guard !span.isEmpty || isAfter && isBefore else { return nil }
        return span.lowerBound - here + there..<span.upperBound - here + there
      }
      here += count
      if piece.kind == .same { there += count }
    }
    return nil
  }
}
