/// Where in the source a quotation that does not stand there is nearest to it.
public enum NearestWords {
  /// The run of as many words with most of the quotation's words in it, by one
  /// pass of a sliding window.
  ///
  /// - Returns: `nil` where no word of it is there.
  public static func find(_ quotation: String, in texts: [String]) -> String? {
    let sought = words(quotation).map(key)
    guard !sought.isEmpty else { return nil }
    var wanted: [String: Int] = [:]
    for word in sought { wanted[word, default: 0] += 1 }
    var best: (hits: Int, window: Range<Int>, words: [Substring]) = (0, 0..<0, [])
    for text in texts {
      let words = words(text)
      var left = wanted
      var hits = 0
      for end in words.indices {
        if left[key(words[end])] != nil {
          left[key(words[end]), default: 0] -= 1
          if left[key(words[end]), default: 0] >= 0 { hits += 1 }
        }
        let start = end - sought.count
        if start >= 0, left[key(words[start])] != nil {
          if left[key(words[start]), default: 0] >= 0 { hits -= 1 }
          left[key(words[start]), default: 0] += 1
        }
        if hits > best.hits { best = (hits, max(0, start + 1)..<end + 1, words) }
      }
    }
    let start = NearestWords.start(of: sought, in: best.words, best.window)
    let end = max(best.window.upperBound, min(start + sought.count, best.words.count))
    var nearest = best.words[start..<end].joined(separator: " ")
    while let last = nearest.last, ".,;:".contains(last) { nearest.removeLast() }
    return best.hits > 0 ? nearest : nil
  }

  /// Whether a text holds so many words of a quotation close together that it is
  /// meant: three at least, and two thirds of them.
  public static func resemble(_ quotation: String, in texts: [String]) -> Bool {
    guard let nearest = find(quotation, in: texts) else { return false }
    let sought = words(quotation).map(key)
    let there = Set(words(nearest).map(key))
    let hits = sought.count(where: there.contains)
    return hits >= 3 && hits * 3 >= sought.count * 2
  }

  /// Where the quotation begins in the first window that has most of its words, which may
  /// begin too early: with words that stand before the quotation's first.
  private static func start(
    of sought: [String], in words: [Substring], _ window: Range<Int>
  ) -> Int {
    for (index, place) in window.enumerated() {
      if let before = sought.firstIndex(of: key(words[place])) {
        return window.lowerBound + max(0, index - before)
      }
    }
    return window.lowerBound
  }

  private static func words(_ text: String) -> [Substring] {
    text.split(whereSeparator: \.isWhitespace)
  }

  private static func key(_ word: Substring) -> String {
    String(Wording.normalised(String(word)).lowercased().filter { $0.isLetter || $0.isNumber })
  }
}

extension Wording {
  /// Where the words named stand in a text: all of them, or from the first to the
  /// last where only those are named: `A plan used to … all of them`.
  ///
  /// - Returns: Every place, as spans of `text`; more than one is not sure.
  public static func spans(naming words: String, in text: String) -> [Range<Int>] {
    let whole = spans(of: words, in: text)
    let ends = words.replacing("...", with: "…").split(
      separator: "…", omittingEmptySubsequences: false)
    guard whole.isEmpty, ends.count == 2 else { return whole }
    let lasts = spans(of: String(ends[1]), in: text)
    return spans(of: String(ends[0]), in: text).flatMap { first in
      lasts.filter { $0.lowerBound >= first.upperBound }.map { first.lowerBound..<$0.upperBound }
    }
  }
}
