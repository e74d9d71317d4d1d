/// The heads that a print repeats at the top of its pages, in a text file.
///
/// A line is one only where that is sure: it is the first of a page, or the next below
/// another head, and the same but for the number of the page on three pages or more.
enum RunningHeads {
  /// On fewer pages it may be the words that happen to stand there.
  private static let fewestPages = 3
  /// A head of more words is a sentence.
  private static let mostWords = 15

  /// The indices of the heads.
  ///
  /// - Parameters:
  ///   - lines: The lines in order, without the numbers of lines.
  ///   - numbers: The indices of those that hold a page number alone.
  static func indices(_ lines: [TextLine], pageNumbers numbers: Set<Int>) -> Set<Int> {
    let hasPages = lines.contains(where: \.isAfterPage)
    var tops = lines.indices.filter {
      hasPages ? lines[$0].isAfterPage : numbers.contains($0 - 1)
    }
    var heads: Set<Int> = []
    // A second line of the head is found once the first is.
    for _ in 0..<2 {
      tops = tops.compactMap { top in
        lines.indices[top...].first { !numbers.contains($0) && !heads.contains($0) }
      }.filter { isHead(lines[$0].text) }
      let repeated = Dictionary(grouping: Set(tops)) { key(lines[$0].text) }
        .filter { $1.count >= fewestPages }
      tops = repeated.values.joined().sorted()
      heads.formUnion(tops)
    }
    return heads
  }

  /// Neither words of a sentence, nor “(Pause)”, nor what begins a turn.
  private static func isHead(_ text: String) -> Bool {
    text.contains(where: \.isLetter) && text.utf8.count <= 150
      && text.split(whereSeparator: \.isBlank).count <= mostWords
      && !WrappedLines.endsSentence(text) && !WrappedLines.opensTurn(text)
      && StageText(text) == nil && HearingLine(text) == nil
  }

  /// The line without blanks and without a number at its beginning or end.
  private static func key(_ text: String) -> String {
    var words = text.split(whereSeparator: \.isBlank)[...]
    if words.first.map(isNumber) ?? false { words.removeFirst() }
    if words.last.map(isNumber) ?? false { words.removeLast() }
    return words.joined().lowercased()
  }

  private static func isNumber(_ word: Substring) -> Bool {
    (1...4).contains(word.utf8.count) && word.allSatisfy { $0.isASCII && $0.isNumber }
  }
}
