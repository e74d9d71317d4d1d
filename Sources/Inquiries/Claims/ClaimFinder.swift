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

  /// What a phrase by itself says, such as a figure as it was published.
  public func measure(of phrase: String) -> Measure? {
    find(in: Prose(Array(phrase.utf8))).first?.measure
  }

  /// Every number in digits, so that a base can be looked for.
  public func numbers(in prose: Prose) -> Set<Fraction> {
    Set(prose.words().flatMap { $0.words.compactMap(\.number) })
  }

  private func find(in sentenceWords: ClaimWords, of bytes: [UInt8], _ sentence: Int) -> [Found] {
    let reader = ClaimReader(phrases: phrases, sentence: sentenceWords)
    let words = sentenceWords.words
    var found: [Found] = []
    var place = 0
    while place < words.count {
      guard let (measure, count) = reader.phrase(at: place) else {
        place += 1
        continue
      }
      let range = words[place].range.lowerBound..<words[place + count - 1].range.upperBound
      found.append(
        Found(
          words: Locator.trimmed(String(decoding: bytes[range], as: UTF8.self)), measure: measure,
          range: range, sentence: sentence))
      place += count
    }
    // Beside a share, “of all” and “none of these” say whom and what it is of.
    let hasShare = found.contains { [.percentage, .ratio, .fraction].contains($0.measure.kind) }
    return found.filter { !hasShare || !$0.measure.isIdiomOfOneValue }
  }
}

/// Reads one phrase from the words of a sentence.
struct ClaimReader {
  let phrases: ClaimPhrases
  let sentence: ClaimWords
  private var words: [ClaimWords.Word] { sentence.words }

  /// The phrase that begins at a place, and how many words it has.
  func phrase(at place: Int) -> (Measure, Int)? {
    for entry in phrases.before[words[place].text] ?? []
    where sentence.follow(entry.words, at: place) {
      let start = place + entry.words.count
      if let (measure, count) = share(at: start), !words[start].isParted,
        let named = measure.named
      {
        let around = Measure(
          measure.kind, holds: entry.holds.raised(by: named),
          isTrue: entry.isTrue.raised(by: named), named: named)
        return (around, entry.words.count + count)
      }
    }
    for entry in phrases.alone[words[place].text] ?? []
    where sentence.follow(entry.words, at: place) {
      return (
        Measure(
          .quantifier, holds: entry.holds, isTrue: entry.isTrue, needsSurvey: entry.needsSurvey),
        entry.words.count
      )
    }
    return share(at: place) ?? number(at: place)
  }

  private func share(at place: Int) -> (Measure, Int)? {
    guard place < words.count else { return nil }
    return percentage(at: place) ?? ratio(at: place) ?? fraction(at: place)
  }

  private func percentage(at place: Int) -> (Measure, Int)? {
    guard let value = value(at: place), value <= Fraction(100) || words[place].number != nil,
      let sign = phrases.percent.first(where: { sentence.follow($0, at: place + 1) }),
      !words[place + 1].isParted
    else { return nil }
    // It is what the exact percentage rounds to, half up, at the digits shown.
    let unit = (0..<words[place].decimals).reduce(Fraction(1)) { unit, _ in
      unit * Fraction(1, over: 10)
    }
    let half = unit * Fraction(1, over: 2)
    let holds = Window(value - half, value + half, hasUpper: false).intersection(.all)
    return (Measure(.percentage, holds: holds, named: value), 1 + sign.count)
  }

  private func ratio(at place: Int) -> (Measure, Int)? {
    guard let part = value(at: place) else { return nil }
    for joint in phrases.ratio where sentence.follow(joint, at: place + 1) {
      let end = place + 1 + joint.count
      guard end < words.count, !words[place + 1].isParted, !words[end].isParted,
        let whole = value(at: end), Fraction(0) < part, part <= whole, Fraction(1) < whole,
        whole.denominator == 1, part.denominator == 1,
        !ClaimReader.isYear(words[end].text)
      else { continue }
      let named = Fraction(100 * part.numerator, over: whole.numerator)
      let step = min(Fraction(50, over: whole.numerator), phrases.ratioMost)
      let holds = Window(named - step, named + step).intersection(.all)
      return (Measure(.ratio, holds: holds, named: named), 2 + joint.count)
    }
    return nil
  }

  private func fraction(at place: Int) -> (Measure, Int)? {
    let before = place > 0 && !words[place].isParted ? words[place - 1].text : ""
    guard !phrases.noShareAfter.contains(before) else { return nil }
    var count = 1
    var parts = 1
    var under = phrases.parts[words[place].text]
    if under == nil || under != 2, let number = phrases.numbers[words[place].text],
      place + 1 < words.count, !words[place + 1].isParted
    {
      under = phrases.parts[words[place + 1].text]
      parts = number
      count = 2
    }
    // Without a number before it, only a half is a share: a third may be a person.
    guard let under, count == 2 || under == 2, parts < under else { return nil }
    let after = place + count
    if after < words.count, !words[after].isParted,
      phrases.noShareBefore.contains(words[after].text)
    {
      return nil
    }
    let named = Fraction(Int128(100 * parts), over: Int128(under))
    return (
      Measure(
        .fraction, holds: phrases.bareFraction.raised(by: named), named: named,
        needsSurvey: parts == 1), count
    )
  }

  func number(at place: Int) -> (Measure, Int)? {
    let word = words[place]
    guard let value = word.number, !ClaimReader.isYear(word.text) else { return nil }
    let before = place > 0 ? words[place - 1].text : ""
    let after = place + 1 < words.count && !words[place + 1].isParted ? words[place + 1].text : ""
    guard !phrases.noCountAfter.contains(before) || word.isParted && before != "per",
      !phrases.months.contains(after), !phrases.months.contains(before) || word.isParted
    else { return nil }
    return (.number(value), 1)
  }

  private func value(at place: Int) -> Fraction? {
    guard place < words.count else { return nil }
    return words[place].number ?? phrases.numbers[words[place].text].map { Fraction(Int128($0)) }
  }

  /// Four digits from 1500 to 2199.
  static func isYear(_ text: String) -> Bool {
    text.wholeMatch(of: /1[5-9]\d\d|2[01]\d\d/) != nil
  }
}
