extension ClaimReader {
  /// A number in digits or in words: `66`, `sixty-six`, `sixty-five point seven`.
  private struct Value {
    let number: Fraction
    /// Its words.
    let count: Int
    /// What its last digit counts: 1/10 of `65.7`, 1/2 of `1½`.
    let unit: Fraction
  }

  /// A share, or a range of two.
  func share(at place: Int) -> (Measure, Int)? {
    guard place < words.count else { return nil }
    if let joint = phrases.rangeOpen[words[place].text] {
      guard place + 1 < words.count, !words[place + 1].isParted,
        let (measure, count) = range(from: single(at: place + 1), at: place + 1, joint: joint)
      else { return nil }
      return (measure, count + 1)
    }
    let first = single(at: place)
    return range(from: first, at: place, joint: nil) ?? first
  }

  private func single(at place: Int) -> (Measure, Int)? {
    guard place < words.count else { return nil }
    return percentage(at: place) ?? ratio(at: place) ?? fraction(at: place)
  }

  /// `60 to 70 per cent`: from where the one share holds to where the other does, so
  /// that both ends belong to it as they are rounded.
  ///
  /// - Parameters:
  ///   - first: The share at its beginning; `nil` where a number alone may stand there.
  ///   - joint: What must stand between the two; `nil` where a dash may.
  private func range(
    from first: (Measure, Int)?, at start: Int, joint: String?
  ) -> (Measure, Int)? {
    guard let (low, count) = first ?? bareNumber(at: start), start + count < words.count
    else { return nil }
    let between = words[start + count]
    let isDash =
      joint == nil && low.kind == .percentage && [.hyphen, .dash].contains(between.joint)
    let isJoint =
      !between.isParted
      && (joint.map { $0 == between.text } ?? phrases.rangeJoints.contains(between.text))
    guard isDash || isJoint else { return nil }
    let end = start + count + (isDash ? 0 : 1)
    guard end < words.count, isDash || !words[end].isParted, let (high, more) = single(at: end),
      first != nil || high.kind == .percentage, let lowest = low.named, let highest = high.named,
      lowest < highest, !isChange(before: start)
    else { return nil }
    let holds = Window(
      low.holds.lower, high.holds.upper, hasLower: low.holds.hasLower, hasUpper: high.holds.hasUpper
    )
    return (Measure(.percentage, holds: holds), end - start + more)
  }

  /// `66` of `66 to 67 per cent`; no number of a section, a question or a day.
  private func bareNumber(at place: Int) -> (Measure, Int)? {
    guard let value = value(at: place), words[place].number == nil || number(at: place) != nil
    else { return nil }
    return (percentage(value), value.count)
  }

  /// Whether what begins there is told as it was and as it is: `rose from 60 to 70 per cent`.
  func isChange(before place: Int) -> Bool {
    guard place > 1, let joint = phrases.rangeOpen[words[place - 1].text],
      phrases.rangeJoints.contains(joint)
    else { return false }
    // The verb, and a word or two such as “sharply”.
    return words[max(0, place - 4)..<place - 1].contains { phrases.changes.contains($0.text) }
  }

  private func percentage(at place: Int) -> (Measure, Int)? {
    guard let value = value(at: place) else { return nil }
    let end = place + value.count
    guard value.number <= Fraction(100) || words[place].number != nil,
      let sign = phrases.percent.first(where: { sentence.follow($0, at: end) }),
      !words[end].isParted
    else { return nil }
    return (percentage(value), value.count + sign.count)
  }

  /// It is what the exact percentage rounds to, half up, at the digits shown.
  private func percentage(_ value: Value) -> Measure {
    let half = value.unit * Fraction(1, over: 2)
    let holds = Window(value.number - half, value.number + half, hasUpper: false)
      .intersection(.all)
    return Measure(.percentage, holds: holds, named: value.number)
  }

  private func ratio(at place: Int) -> (Measure, Int)? {
    guard let (part, whole, count) = ofWhole(at: place) else { return nil }
    let named = Fraction(100 * part, over: whole)
    let step = min(Fraction(50, over: whole), phrases.ratioMost)
    let holds = Window(named - step, named + step).intersection(.all)
    return (Measure(.ratio, holds: holds, named: named), count)
  }

  /// Whether the ratio that begins there is a way to speak, such as `two in three` and
  /// `one in twenty`, so that its numbers count nobody.
  func isSpoken(at place: Int) -> Bool {
    guard let (part, whole, _) = ofWhole(at: place) else { return false }
    return whole <= 10 || part == 1 && [20, 25, 50, 100, 1000, 10_000].contains(whole)
  }

  /// `4 in 5`, `131/200`: the two numbers, and how many words they have.
  private func ofWhole(at place: Int) -> (part: Int128, whole: Int128, count: Int)? {
    if let (portion, count) = portion(at: place) {
      guard !portion.isFraction else { return nil }
      return (Int128(portion.parts), Int128(portion.whole), count)
    }
    guard let value = value(at: place) else { return nil }
    let part = value.number
    let next = place + value.count
    for joint in phrases.ratio where sentence.follow(joint, at: next) {
      let end = next + joint.count
      guard end < words.count, !words[next].isParted, !words[end].isParted,
        let all = self.value(at: end), Fraction(0) < part, part <= all.number,
        Fraction(1) < all.number, all.number.denominator == 1, part.denominator == 1,
        !ClaimReader.isYear(words[end].text)
      else { continue }
      return (part.numerator, all.number.numerator, value.count + joint.count + all.count)
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
    let inDigits = portion(at: place)
    if let (portion, length) = inDigits {
      guard portion.isFraction else { return nil }
      parts = portion.parts
      under = portion.whole
      count = length
    }
    // Without a number before it, only a half is a share: a third may be a person.
    guard let under, count == 2 || under == 2 || inDigits != nil, parts < under else {
      return nil
    }
    let after = place + count
    guard !isTied(after) else { return nil }
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

  private func value(at place: Int) -> Value? {
    guard place < words.count else { return nil }
    let word = words[place]
    if let (portion, count) = portion(at: place), portion.isFraction {
      return Value(
        number: portion.value, count: count, unit: Fraction(1, over: Int128(portion.whole)))
    }
    if let (number, unit, count) = mixed(at: place) {
      return Value(number: number, count: count, unit: unit)
    }
    if let number = word.number, !isOfSlashes(at: place) {
      let unit = (0..<word.decimals).reduce(Fraction(1)) { unit, _ in
        unit * Fraction(1, over: 10)
      }
      return Value(number: number, count: 1, unit: unit)
    }
    guard var number = phrases.numbers[word.text] else { return nil }
    var count = 1
    if (20..<100).contains(number), let unit = numberGoingOn(at: place + 1, in: 1...9) {
      number += unit
      count = 2
    }
    if number < 100, numberGoingOn(at: place + count, in: 100...100) != nil {
      number *= 100
      count += 1
    }
    var decimals = 0
    var value = Fraction(Int128(number))
    var unit = Fraction(1)
    let point = place + count
    guard sentence.follow([phrases.point], at: point), !words[point].isParted else {
      return Value(number: value, count: count, unit: unit)
    }
    // Six digits at most, as of numbers in digits.
    while decimals < 6, let digit = numberGoingOn(at: point + decimals + 1, in: 0...9) {
      unit = unit * Fraction(1, over: 10)
      value = value + unit * Fraction(Int128(digit))
      decimals += 1
    }
    return Value(
      number: value, count: decimals == 0 ? count : count + 1 + decimals, unit: unit)
  }

  private func numberGoingOn(at place: Int, in numbers: ClosedRange<Int>) -> Int? {
    guard place < words.count, !words[place].isParted,
      let number = phrases.numbers[words[place].text], numbers.contains(number)
    else { return nil }
    return number
  }
}
