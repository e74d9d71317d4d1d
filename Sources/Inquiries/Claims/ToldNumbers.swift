extension ClaimFinder {
  /// A number that prose tells.
  public struct ToldNumber: Hashable, Sendable {
    /// How it is told.
    public enum Form: Hashable, Sendable {
      /// Without a sign: a count, or a percentage whose sign stands elsewhere.
      case plain
      /// `44 per cent`, either end of `40 to 44 per cent`, what `4 in 5` comes to.
      case percentage
      /// The `4` and the `5` of `4 in 5`.
      case ofRatio
    }

    /// As it is written.
    public let words: String
    public let value: Fraction
    public let form: Form
    /// Whether it is the 2 or the 3 of “two in three” or the like, which count nobody; what
    /// that comes to is a number of its own. Of “3 out of 57” both may.
    public let isSpoken: Bool
    /// Its bytes in the prose.
    public let range: Range<Int>
    /// Place of its sentence in the prose.
    public let sentence: Int
  }

  /// Every number in digits or in words, those in quotations with them, and of a ratio
  /// or fraction the percentage that it comes to; the words of a fraction, a day, a year
  /// and the number of a chapter or the like are none.
  public func numbersTold(in prose: Prose) -> [ToldNumber] {
    let sentences = prose.words(withQuotations: true).enumerated()
    let plain = sentences.flatMap { sentence, words in
      numbers(in: words, of: prose.bytes, sentence)
    }
    let found = sentences.flatMap { sentence, words in
      find(in: words, of: prose.bytes, sentence)
    }
    let shares = found.compactMap { found -> ToldNumber? in
      guard [.ratio, .fraction].contains(found.measure.kind), let value = found.measure.named
      else { return nil }
      return ToldNumber(
        words: found.words, value: value, form: .percentage, isSpoken: false, range: found.range,
        sentence: found.sentence)
    }
    return plain + shares
  }

  private func numbers(
    in sentenceWords: ClaimWords, of bytes: [UInt8], _ sentence: Int
  ) -> [ToldNumber] {
    let reader = ClaimReader(phrases: phrases, sentence: sentenceWords)
    let words = sentenceWords.words
    var found: [ToldNumber] = []
    var place = 0
    // The words of a share that was met, and how its numbers are told.
    var share: (end: Int, form: ToldNumber.Form, isSpoken: Bool) = (0, .plain, false)
    while place < words.count {
      if reader.mayBegin(at: place), let (measure, count) = reader.share(at: place) {
        let isEnd =
          place < share.end && share.form == .percentage && reader.portion(at: place) != nil
        guard measure.kind != .fraction || isEnd else {
          place += count
          continue
        }
        let isRatio = measure.kind == .ratio
        share = (
          place + count, isRatio ? .ofRatio : .percentage, isRatio && reader.isSpoken(at: place)
        )
      }
      let form = place < share.end ? share.form : .plain
      let isSpoken = place < share.end && share.isSpoken
      let start = words[place].range.lowerBound
      if let (portion, count) = reader.portion(at: place) {
        let range = start..<words[place + count - 1].range.upperBound
        let counts = portion.isFraction ? [] : [portion.parts, portion.whole]
        // `½ per cent`, or an end of `from ¼ to ½`.
        let isSigned = phrases.percent.contains { sentenceWords.follow($0, at: place + count) }
        let values =
          form == .percentage
          ? [isSigned ? portion.value : portion.value * Fraction(100)]
          : counts.map { Fraction(Int128($0)) }
        found += values.map { value in
          ToldNumber(
            words: String(decoding: bytes[range], as: UTF8.self), value: value, form: form,
            isSpoken: isSpoken, range: range, sentence: sentence)
        }
        place += count
        continue
      }
      guard let (value, count) = reader.count(at: place) else {
        place += 1
        continue
      }
      let before = place > 0 ? words[place - 1].text : ""
      guard before != "no" || !ClaimFinder.isAbbreviated(before: start, in: bytes) else {
        place += count
        continue
      }
      let range = start..<words[place + count - 1].range.upperBound
      found.append(
        ToldNumber(
          words: String(decoding: bytes[range], as: UTF8.self), value: value,
          form: form, isSpoken: isSpoken, range: range, sentence: sentence))
      place += count
    }
    return found
  }

  /// Whether “No.” within a sentence or bracket is short for number, as in `bus No. 53`;
  /// first in a sentence or behind a colon it may be an answer.
  private static func isAbbreviated(before number: Int, in bytes: [UInt8]) -> Bool {
    // The word before it, as far as its last letter, and blanks of several bytes.
    let most = 16
    return String(decoding: bytes[max(0, number - most)..<number], as: UTF8.self)
      .contains(#/(?:\(|[\p{L}\p{N}]\s+)No\.\s*$/#)
  }
}

extension ClaimReader {
  /// A number that may be a count or a percentage, and how many words it has.
  fileprivate func count(at place: Int) -> (Fraction, Int)? {
    if let (measure, count) = number(at: place, isNoAnswer: true), let value = measure.named {
      return (value, count)
    }
    guard let (value, count) = spelt(at: place) else { return nil }
    // “No one” and “that one” count nobody.
    let before = place > 0 && !sentence.words[place].isParted ? sentence.words[place - 1].text : ""
    guard value != 1 || !["no", "this", "that", "which", "each", "every", "any"].contains(before)
    else { return nil }
    return (Fraction(Int128(value)), count)
  }

  /// `three`, `twenty-one`, `two hundred and five`.
  private func spelt(at place: Int) -> (value: Int, count: Int)? {
    let words = sentence.words
    let few = belowHundred(at: place)
    let hundred = place + (few?.count ?? 0)
    guard word(at: hundred) == 100, few == nil || !words[hundred].isParted else { return few }
    var rest = hundred + 1
    if rest < words.count, words[rest].text == "and", !words[rest].isParted { rest += 1 }
    let value = 100 * (few?.value ?? 1)
    guard let more = belowHundred(at: rest), !words[rest].isParted else {
      return (value, hundred + 1 - place)
    }
    return (value + more.value, rest + more.count - place)
  }

  private func belowHundred(at place: Int) -> (value: Int, count: Int)? {
    guard let first = word(at: place), first < 100 else { return nil }
    guard first >= 20, let unit = word(at: place + 1), unit < 10,
      !sentence.words[place + 1].isParted
    else { return (first, 1) }
    return (first + unit, 2)
  }

  private func word(at place: Int) -> Int? {
    guard place < sentence.words.count else { return nil }
    let text = sentence.words[place].text
    return ["a", "an"].contains(text) ? nil : phrases.numbers[text]
  }
}
