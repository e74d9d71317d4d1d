public import Inquiries

/// A limb as the grammar of a recommendation suggests it; a person confirms it,
/// mends it or leaves it.
public struct LimbProposal: Hashable, Sendable {
  /// Where its words stand in the recommendation, in code points.
  public let span: Range<Int>
  public let words: String
  /// What is to be done, in short.
  public let act: String
  /// Whom its subject names; nobody leads by grammar alone.
  public let addressees: [Addressee]
  public let deadline: Timing?

  /// What the words say of the time.
  public struct Timing: Hashable, Sendable {
    public let words: String
    public let kind: Deadline.Kind
    /// The last day in time, where the words leave no doubt of it.
    public let on: Day?
    /// How long after the event, where the words say so.
    public let after: Period

    public init(words: String, kind: Deadline.Kind, on: Day? = nil, after: Period = Period()) {
      self.words = words
      self.kind = kind
      self.on = on
      self.after = after
    }
  }
}

/// Splits a compound recommendation into what it asks.
///
/// Pure grammar: an ask begins with a word such as “should”, goes on to the next
/// one, and takes its subject from the one before where it has none of its own.
/// It reads “and should …”, lists, “to … and to …”, and verbs in a row. It
/// proposes and decides nothing.
public enum LimbProposer {
  /// - Parameter words: The plain words of a recommendation, its paragraphs
  ///   parted by line breaks.
  /// - Returns: At least one limb for words that show anything, in order, without
  ///   overlap; none where all that they ask is taken back, as in “we no longer think that
  ///   it should”.
  public static func propose(_ words: String) -> [LimbProposal] {
    let tokens = AskToken.tokens(of: words)
    guard !tokens.isEmpty else { return [] }
    let scalars = Array(words.unicodeScalars)
    var limbs: [LimbProposal] = []
    var takesBack = false
    for range in sentences(tokens) {
      let sentence = AskSentence(tokens: Array(tokens[range]), scalars: scalars)
      limbs += sentence.limbs(after: limbs.last)
      takesBack = takesBack || sentence.takesBack
    }
    guard limbs.isEmpty, !takesBack else { return limbs }
    return [AskSentence(tokens: tokens, scalars: scalars).whole]
  }

  /// The last day in time of words such as “by 1 May 2026” or “by the end of May 2026”.
  ///
  /// - Returns: `nil` where the words leave a doubt of it.
  public static func lastDay(of words: String) -> Day? {
    AskTiming.onlyLastDay(in: words)
  }

  static func sentences(_ tokens: [AskToken]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    for index in tokens.indices {
      let isLast = index + 1 == tokens.count
      guard
        isLast || tokens[index].endsSentence(before: tokens[index + 1])
          // Numbered sentences are each their own; items follow words that open them.
          || tokens[index + 1].opensParagraph && tokens[start].opensItem
      else { continue }
      sentences.append(start..<index + 1)
      start = index + 1
    }
    return sentences
  }
}

/// A word with the marks around it.
struct AskToken {
  /// In code points of the text.
  let span: Range<Int>
  let text: String
  /// Without the marks around it, in lower case.
  let word: String
  let opensParagraph: Bool
  /// Whether it is a mark that opens an item of a list: `-`, `•`, `(a)`, `(ii)`, `b)`, `1.`.
  let opensItem: Bool

  static func tokens(of text: String) -> [AskToken] {
    let scalars = text.unicodeScalars
    var tokens: [AskToken] = []
    var start: (place: Int, index: String.Index)?
    var place = 0
    var opens = true
    func close(at index: String.Index) {
      guard let begun = start else { return }
      tokens.append(
        AskToken(
          span: begun.place..<place, text[begun.index..<index], opensParagraph: opens,
          behind: tokens.suffix(2)))
      start = nil
      opens = false
    }
    for index in scalars.indices {
      if isBlank(scalars[index]) {
        close(at: index)
        if scalars[index] == "\n" { opens = true }
      } else if start == nil {
        start = (place, index)
      }
      place += 1
    }
    close(at: scalars.endIndex)
    return tokens
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
  }

  private init(
    span: Range<Int>, _ words: Substring, opensParagraph: Bool, behind: ArraySlice<AskToken>
  ) {
    self.span = span
    text = String(words)
    word = AskToken.plain(words) ?? AskToken.word(of: text)
    self.opensParagraph = opensParagraph
    opensItem = AskToken.opensItem(text, word: word, opensParagraph: opensParagraph, behind)
  }

  private static func word(of text: String) -> String {
    let bare = text.drop { !$0.isLetter && !$0.isNumber }
    let last = bare.lastIndex { $0.isLetter || $0.isNumber }
    return (last.map { String(bare[...$0]) } ?? "").lowercased()
  }

  /// The same of a word of ASCII alone, which nearly all are, at a tenth of the cost;
  /// `nil` of others.
  private static func plain(_ words: Substring) -> String? {
    let bytes = words.utf8
    func counts(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    guard let first = bytes.firstIndex(where: counts), let last = bytes.lastIndex(where: counts)
    else { return "" }
    return String(
      decoding: bytes[first...last].lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 },
      as: UTF8.self)
  }

  var endsWithComma: Bool { text.hasSuffix(",") }
  var endsWithSemicolon: Bool { text.hasSuffix(";") }
  var endsWithColon: Bool { text.hasSuffix(":") }
  var isCapitalised: Bool { text.first { $0.isLetter }?.isUppercase == true }

  /// A dash stands between words too, and `3.` ends a sentence on section 3: they open an
  /// item only where one may begin.
  private static func opensItem(
    _ text: String, word: String, opensParagraph: Bool, _ behind: ArraySlice<AskToken>
  ) -> Bool {
    let isNumber =
      word.count == 1 || (2...4).contains(word.count) && word.allSatisfy { "ivx".contains($0) }
      || word.count == 2 && word.allSatisfy(\.isNumber)
    if text.hasSuffix(")") { return isNumber }
    guard text.hasSuffix(".") && isNumber || ["-", "–", "—", "•"].contains(text) else {
      return false
    }
    let isJoined = behind.count > 1 && ["and", "or"].contains(behind.last?.word)
    guard !opensParagraph, let before = isJoined ? behind.first : behind.last else {
      return opensParagraph
    }
    return before.endsWithColon || before.endsWithSemicolon
      || !isJoined && before.text.hasSuffix(".")
  }

  private static let abbreviations: Set<String> = [
    "no", "mr", "mrs", "ms", "dr", "prof", "s", "st",
  ]

  func endsSentence(before next: AskToken) -> Bool {
    if next.opensParagraph { return !next.opensItem }
    guard text.utf8.contains(where: { [0x21, 0x2E, 0x3F].contains($0) }), next.isCapitalised,
      !opensItem
    else { return false }
    let bare = text.drop { !".?!".contains($0) }
    return bare.dropFirst().allSatisfy { "\"'”’)".contains($0) }
      && !AskToken.abbreviations.contains(word)
  }
}
