/// So many parts of a whole, as digits or a sign tell it: `2/3`, `¾`.
struct ClaimPortion {
  let parts: Int
  let whole: Int

  var value: Fraction { Fraction(Int128(parts), over: Int128(whole)) }

  /// Whether it is a fraction as people say it; one of a larger whole, such as `131/200`,
  /// counts.
  var isFraction: Bool { whole <= 10 }

  /// The signs that keyboards have and word processors put for `3/4`.
  static let signs: [String: ClaimPortion] = [
    "¼": ClaimPortion(parts: 1, whole: 4), "½": ClaimPortion(parts: 1, whole: 2),
    "¾": ClaimPortion(parts: 3, whole: 4), "⅐": ClaimPortion(parts: 1, whole: 7),
    "⅑": ClaimPortion(parts: 1, whole: 9), "⅒": ClaimPortion(parts: 1, whole: 10),
    "⅓": ClaimPortion(parts: 1, whole: 3), "⅔": ClaimPortion(parts: 2, whole: 3),
    "⅕": ClaimPortion(parts: 1, whole: 5), "⅖": ClaimPortion(parts: 2, whole: 5),
    "⅗": ClaimPortion(parts: 3, whole: 5), "⅘": ClaimPortion(parts: 4, whole: 5),
    "⅙": ClaimPortion(parts: 1, whole: 6), "⅚": ClaimPortion(parts: 5, whole: 6),
    "⅛": ClaimPortion(parts: 1, whole: 8), "⅜": ClaimPortion(parts: 3, whole: 8),
    "⅝": ClaimPortion(parts: 5, whole: 8), "⅞": ClaimPortion(parts: 7, whole: 8),
  ]
}

extension ClaimReader {
  /// What a sign or two numbers around a slash tell, and how many words they have.
  func portion(at place: Int) -> (ClaimPortion, Int)? {
    guard place < words.count else { return nil }
    if let portion = words[place].portion { return (portion, 1) }
    guard let run = slashed(at: place), run.lowerBound == place, run.count == 2,
      !isNoFigure(run), let parts = wholeNumber(at: place), let whole = wholeNumber(at: place + 1),
      0 < parts, parts < whole
    else { return nil }
    return (ClaimPortion(parts: parts, whole: whole), 2)
  }

  /// A number and a fraction: `1½`, `1 1/2`; and how many words they have.
  func mixed(at place: Int) -> (value: Fraction, unit: Fraction, count: Int)? {
    guard place + 1 < words.count, !words[place + 1].isParted, !isTied(place + 1),
      words[place].text.utf8.count <= 2, let number = wholeNumber(at: place),
      let (portion, count) = portion(at: place + 1), portion.isFraction
    else { return nil }
    return (
      Fraction(Int128(number)) + portion.value, Fraction(1, over: Int128(portion.whole)), 1 + count
    )
  }

  /// Whether slashes make of a number something else: a fraction, a day, a reference.
  func isOfSlashes(at place: Int) -> Bool {
    guard let run = slashed(at: place) else { return false }
    return isNoFigure(run) || portion(at: run.lowerBound) != nil
  }

  /// The words that slashes tie to one; `nil` where it stands alone.
  private func slashed(at place: Int) -> Range<Int>? {
    // No day and no reference has more than this on either side, and a longer run must
    // not be read again for each of its words.
    let most = 4
    var start = place
    while start > 0, place - start < most, words[start].joint == .slash { start -= 1 }
    var end = place + 1
    while end < words.count, end - place <= most, words[end].joint == .slash { end += 1 }
    return end - start > 1 ? start..<end : nil
  }

  /// Of words that slashes tie: a day, years, a reference such as `CTI/0004`, `24/7`.
  private func isNoFigure(_ run: Range<Int>) -> Bool {
    let texts = words[run].map(\.text)
    let isPair = texts.count == 2
    let before = run.lowerBound > 0 ? words[run.lowerBound - 1].text : ""
    let isBefore = !words[run.lowerBound].isParted
    let isBehind = run.upperBound < words.count && !words[run.upperBound].isParted
    let after = isBehind ? words[run.upperBound].text : ""
    // Nobody writes a count with a nought before it.
    let hasNought = texts.contains {
      $0.hasPrefix("0") && $0.utf8.count > 1 && !$0.contains(".")
    }
    guard !hasNought, words[run.lowerBound].number != nil,
      !(isPair && ["24/7", "9/11"].contains(texts.joined(separator: "/"))),
      !phrases.months.contains(after),
      !(isBefore && (phrases.months.contains(before) || phrases.noCountAfter.contains(before)))
    else { return true }
    guard isPair, let first = Int(texts[0]), let second = Int(texts[1]) else {
      return texts.contains(where: ClaimReader.isYear)
    }
    if ClaimReader.isYear(texts[0]) || ClaimReader.isYear(texts[1]) && first <= 12 { return true }
    guard isBefore, after != "of" else { return false }
    let isDay = before == "on" && first <= 31 && second <= 12
    let isOfYears =
      texts.allSatisfy { $0.utf8.count == 2 } && (first + 1) % 100 == second
      && (phrases.yearAfter.contains(before) || ["the", "since", "from", "until"].contains(before))
    return isDay || isOfYears
  }

  private func wholeNumber(at place: Int) -> Int? {
    guard let number = words[place].number, number.denominator == 1,
      !words[place].text.contains(".")
    else { return nil }
    return Int(number.numerator)
  }
}
