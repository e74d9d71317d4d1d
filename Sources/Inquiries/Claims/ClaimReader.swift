/// Reads one phrase from the words of a sentence.
struct ClaimReader {
  let phrases: ClaimPhrases
  let sentence: ClaimWords
  var words: [ClaimWords.Word] { sentence.words }

  /// Whether anything can begin there; asked first, since of most words nothing does.
  func mayBegin(at place: Int) -> Bool {
    words[place].number != nil || words[place].portion != nil
      || phrases.openings.contains(words[place].text)
  }

  /// The phrase that begins at a place, and how many words it has.
  func phrase(at place: Int) -> (Measure, Int)? {
    told(at: place) ?? denial(at: place) ?? number(at: place)
  }

  /// How many words an idiom has that has the words of a phrase and counts nobody.
  func idiom(at place: Int) -> Int? {
    phrases.idioms[words[place].text]?.first { sentence.follow($0, at: place) }?.count
  }

  /// A share or a number, with what is said around it, or a phrase that names none.
  private func told(at place: Int) -> (Measure, Int)? {
    for entry in phrases.before[words[place].text] ?? []
    where sentence.follow(entry.words, at: place) {
      let start = place + entry.words.count
      if let (measure, count) = share(at: start), !words[start].isParted,
        let around = entry.around(measure)
      {
        return (around, entry.words.count + count)
      }
      if start < words.count, !words[start].isParted, let (measure, count) = number(at: start),
        let value = measure.named
      {
        return (.number(value, around: entry.aroundNumber), entry.words.count + count)
      }
    }
    for entry in phrases.alone[words[place].text] ?? []
    where sentence.follow(entry.words, at: place) && !isTied(place + entry.words.count) {
      return (
        Measure(
          .quantifier, holds: entry.holds, isTrue: entry.isTrue, needsSurvey: entry.needsSurvey),
        entry.words.count
      )
    }
    return share(at: place)
  }

  /// A phrase behind words that turn it, of which no entry says how: it is listed, and
  /// never read as if they were not there.
  private func denial(at place: Int) -> (Measure, Int)? {
    for denial in phrases.denials[words[place].text] ?? []
    where sentence.follow(denial, at: place) {
      let start = place + denial.count
      guard start < words.count, !words[start].isParted, idiom(at: start) == nil,
        let (measure, count) = told(at: start)
      else { continue }
      return (
        Measure(.denial, holds: .all, needsSurvey: measure.needsSurvey), denial.count + count
      )
    }
    return nil
  }

  /// Whether a hyphen ties a word to the one before, as in “half-hearted”.
  func isTied(_ place: Int) -> Bool {
    place < words.count && words[place].joint == .hyphen
  }

  /// - Parameter isNoAnswer: Whether “no” before it may be what so many answered, and
  ///   not short for number.
  func number(at place: Int, isNoAnswer: Bool = false) -> (Measure, Int)? {
    let word = words[place]
    guard let value = word.number, !ClaimReader.isYear(word.text), !endsYears(at: place),
      !isOfSlashes(at: place), !endsNumbering(at: place, isNoAnswer: isNoAnswer)
    else { return nil }
    let mixed = self.mixed(at: place)
    let end = place + (mixed?.count ?? 1)
    let before = place > 0 ? words[place - 1].text : ""
    let after = end < words.count && !words[end].isParted ? words[end].text : ""
    let isNumbered = phrases.noCountAfter.contains(before) && !(isNoAnswer && before == "no")
    guard !isNumbered || word.isParted && before != "per",
      !phrases.months.contains(after), !phrases.months.contains(before) || word.isParted
    else { return nil }
    return (.number(mixed?.value ?? value), end - place)
  }

  /// Whether it is the second half of a financial or school year: `2024-25`, `2024/25`.
  private func endsYears(at place: Int) -> Bool {
    guard place > 0, words[place].text.utf8.count == 2, let second = Int(words[place].text),
      ClaimReader.isYear(words[place - 1].text), let first = Int(words[place - 1].text)
    else { return false }
    let gap = words[place].range.lowerBound - words[place - 1].range.upperBound
    let isOneMark =
      switch words[place].joint {
      case .hyphen: true
      // An en dash has three bytes.
      case .dash: gap == 3
      case .slash: true
      case .other: gap == 1
      case .blank: false
      }
    return isOneMark && (first + 1) % 100 == second
  }

  /// Four digits from 1500 to 2199.
  static func isYear(_ text: String) -> Bool {
    text.wholeMatch(of: /1[5-9]\d\d|2[01]\d\d/) != nil
  }
}

extension ClaimPhrases.Entry {
  /// What is told with these words of a number; `nil` where they leave it as it is.
  fileprivate var aroundNumber: Measure.Around? {
    narrows ? nil : Measure.Around(holds: holds, isTrue: isTrue)
  }

  /// What a share says behind these words; `nil` of a range, which they cannot move.
  fileprivate func around(_ measure: Measure) -> Measure? {
    guard let named = measure.named else { return nil }
    let raised = (holds: holds.raised(by: named), isTrue: isTrue.raised(by: named))
    return Measure(
      measure.kind, holds: narrows ? raised.holds.intersection(measure.holds) : raised.holds,
      isTrue: narrows ? raised.isTrue.intersection(measure.isTrue) : raised.isTrue, named: named)
  }
}
