/// Ranges of plain numbers: `between 120 and 140`, `120–140`.
extension ClaimReader {
  /// What was found, with the two ends of each range of plain numbers held to what lies
  /// between them.
  ///
  /// Both stay in the list, since each may be bound by itself, as to an earlier report.
  ///
  /// - Parameter runs: The words of each.
  func withRanges(_ found: [ClaimFinder.Found], at runs: [Range<Int>]) -> [ClaimFinder.Found] {
    var ranged = found
    for place in found.indices.dropFirst() {
      let (first, second) = (found[place - 1], found[place])
      guard first.measure.kind == .number, second.measure.kind == .number,
        first.measure.around == nil, second.measure.around == nil,
        let low = first.measure.named, let high = second.measure.named, low < high,
        isRange(from: runs[place - 1], to: runs[place].lowerBound)
      else { continue }
      let range = Window(low, high)
      ranged[place - 1] = first.with(.number(low, range: range))
      ranged[place] = second.with(.number(high, range: range))
    }
    return ranged
  }

  private func isRange(from first: Range<Int>, to second: Int) -> Bool {
    guard !isChange(before: first.lowerBound) else { return false }
    let end = first.upperBound
    guard second > end else { return isTight(second) }
    guard second == end + 1, !words[end].isParted, !words[second].isParted else { return false }
    let isOpened = first.lowerBound > 0 && !words[first.lowerBound].isParted
    let opening = isOpened ? phrases.rangeOpen[words[first.lowerBound - 1].text] : nil
    return words[end].text == opening || phrases.rangeJoints.contains(words[end].text)
  }

  /// Whether a hyphen or dash without blanks ties a number to the one before: with blanks
  /// it may part two clauses.
  private func isTight(_ place: Int) -> Bool {
    let word = words[place]
    return word.isClose && (word.joint == .hyphen || word.joint == .dash)
  }

  /// Whether it is the second end of a range of which the first is no figure: the 24 of
  /// `aged 18 to 24`, the 19 of `sections 17–19`.
  func endsNumbering(at place: Int, isNoAnswer: Bool) -> Bool {
    guard place > 0 else { return false }
    let isTied = isTight(place)
    let isJoined =
      !words[place].isParted && !words[place - 1].isParted
      && phrases.rangeJoints.contains(words[place - 1].text)
    let first = place - (isTied ? 1 : 2)
    guard isTied || isJoined, first > 0, !words[first].isParted, words[first].number != nil
    else { return false }
    let before = words[first - 1].text
    return phrases.noCountAfter.contains(before) && !(isNoAnswer && before == "no")
  }
}

extension ClaimFinder.Found {
  fileprivate func with(_ measure: Measure) -> ClaimFinder.Found {
    ClaimFinder.Found(words: words, measure: measure, range: range, sentence: sentence)
  }
}
