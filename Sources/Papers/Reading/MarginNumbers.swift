/// The numbers that transcripts of inquiries print before each line of a page.
enum MarginNumbers {
  /// Fewer than these are a list: pages of transcripts have 25 lines.
  private static let fewest = 12

  /// Which lines begin with the number of the line, page by page.
  ///
  /// - Parameter lines: The lines in order, without blanks before them.
  /// - Returns: For each page that is numbered nearly throughout, the indices of
  ///   the lines whose first word numbers them; the last page of a hearing may have a
  ///   line or two.
  static func pages(_ lines: [String]) -> [[Int]] {
    var pages: [[Int]] = []
    var page: [Int] = []
    for (index, line) in lines.enumerated() {
      let opening = line.prefix { !$0.isBlank }
      // A line or two of the page's head may stand between.
      let isBroken = page.last.map { index - $0 > 3 } ?? false
      if opening == "\(page.count + 1)", !isBroken {
        page.append(index)
      } else if opening == "1" || isBroken {
        pages.append(page)
        page = opening == "1" ? [index] : []
      }
    }
    pages.append(page)
    // A lone “1” is the number of the page.
    let kept = pages.filter { $0.count > 1 || $0.contains { lines[$0] != "1" } }
    return kept.contains { isFull($0, of: lines) } || areNearlyAll(kept, of: lines) ? kept : []
  }

  /// Whether nearly every line of a short hearing has a number, and speakers begin some.
  private static func areNearlyAll(_ pages: [[Int]], of lines: [String]) -> Bool {
    let numbered = pages.joined()
    // 6: fewer lines are no hearing. One in four: heads, and the numbers of pages.
    guard numbered.count >= 6, numbered.count * 4 >= lines.count * 3 else { return false }
    return numbered.count { isRunning(lines[$0]) } * 8 >= numbered.count
      && numbered.contains { WrappedLines.opensTurn(words(of: lines[$0])) }
  }

  /// Points of a note may be numbered so too; but of the lines of a page one in eight
  /// at the least is blank, goes on in the middle of a sentence, or begins with the
  /// “Q.” or “A.” of a hearing.
  private static func isFull(_ page: [Int], of lines: [String]) -> Bool {
    page.count >= fewest && page.count { isRunning(lines[$0]) } * 8 >= page.count
  }

  private static func isRunning(_ line: String) -> Bool {
    let words = words(of: line)
    return words.first.map { $0.isLowercase } ?? true || AnswerMark(words) != nil
  }

  private static func words(of line: String) -> String {
    String(line.drop { !$0.isBlank }.trimmed)
  }

  /// The numbers as they stood, for what is kept beside the text.
  static func text(of page: [Int]) -> String {
    page.indices.map { "\($0 + 1)" }.joined(separator: " ")
  }
}
