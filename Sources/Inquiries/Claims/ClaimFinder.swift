/// Finds what is quantified in prose: shares in words or figures, and plain
/// numbers that may be figures of something.
///
/// One pass over the words. Quotations are their speakers' claims and not the
/// report's, so nothing is found in them.
public struct ClaimFinder: Sendable {
  /// A phrase that was found.
  public struct Found: Hashable, Sendable {
    /// As it is written.
    public let words: String
    public let measure: Measure
    /// Its bytes in the prose.
    public let range: Range<Int>
    /// Place of its sentence in the prose.
    public let sentence: Int

    /// What its key is made of: the same with `3/4` for `¾`, so that keys tell the signs
    /// apart; a plain number by itself, so that “about 130” keeps what 130 was bound to.
    public var keyWords: String {
      let own = measure.kind == .number ? words.drop { !$0.isNumber } : words[...]
      return own.reduce(into: "") { digits, letter in
        let portion = ClaimPortion.signs[String(letter)]
        digits += portion.map { " \($0.parts)/\($0.whole)" } ?? String(letter)
      }
    }
  }

  let phrases: ClaimPhrases

  public init(_ phrases: ClaimPhrases) {
    self.phrases = phrases
  }

  /// Everything quantified, in order; idioms among them that need a survey beside
  /// them to be claims.
  public func find(in prose: Prose) -> [Found] {
    prose.words().enumerated().flatMap { sentence, words in
      find(in: words, of: prose.bytes, sentence)
    }
  }

  /// What a phrase by itself says, such as a figure as it was published; `nil` where
  /// it only denies a figure.
  public func measure(of phrase: String) -> Measure? {
    find(in: Prose(Array(phrase.utf8))).first { $0.measure.kind != .denial }?.measure
  }

  /// Every number in digits, so that a base can be looked for.
  public func numbers(in prose: Prose) -> Set<Fraction> {
    Set(prose.words().flatMap { $0.words.compactMap(\.number) })
  }

  func find(in sentenceWords: ClaimWords, of bytes: [UInt8], _ sentence: Int) -> [Found] {
    let reader = ClaimReader(phrases: phrases, sentence: sentenceWords)
    let words = sentenceWords.words
    var found: [Found] = []
    // The words of each that was found.
    var runs: [Range<Int>] = []
    var place = 0
    while place < words.count {
      guard reader.mayBegin(at: place) else {
        place += 1
        continue
      }
      let idiom = reader.idiom(at: place)
      guard idiom == nil, let (measure, count) = reader.phrase(at: place) else {
        place += idiom ?? 1
        continue
      }
      let range = words[place].range.lowerBound..<words[place + count - 1].range.upperBound
      found.append(
        Found(
          words: Locator.trimmed(String(decoding: bytes[range], as: UTF8.self)), measure: measure,
          range: range, sentence: sentence))
      runs.append(place..<place + count)
      place += count
    }
    found = reader.withRanges(found, at: runs)
    // Beside a share, “of all” and “none of these” say whom and what it is of.
    let hasShare = found.contains { [.percentage, .ratio, .fraction].contains($0.measure.kind) }
    return found.filter { !hasShare || !$0.measure.isIdiomOfOneValue }
  }
}
