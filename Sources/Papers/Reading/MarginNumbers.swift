/// The numbers that transcripts of inquiries print before each line of a page.
enum MarginNumbers {
  /// Fewer than these are a list: pages of transcripts have 25 lines.
  private static let fewest = 12

  /// Which lines begin with the number of the line, page by page.
  ///
  /// - Parameters:
  ///   - lines: The lines in order, without blanks before them.
  ///   - areOthersNumbered: Whether pages before them are.
  /// - Returns: For each page that is numbered nearly throughout, the indices of
  ///   the lines whose first word numbers them; the last page of a hearing may have a
  ///   line or two.
  static func pages(_ lines: [String], areOthersNumbered: Bool = false) -> [[Int]] {
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
    let isNumbered = areOthersNumbered || pages.contains { isFull($0, of: lines) }
    // A lone “1” is the number of the page.
    return isNumbered ? pages.filter { $0.count > 1 || $0.contains { lines[$0] != "1" } } : []
  }

  /// Points of a note may be numbered so too; but of the lines of a page one in eight
  /// at the least is blank, goes on in the middle of a sentence, or begins with the
  /// “Q.” or “A.” of a hearing.
  private static func isFull(_ page: [Int], of lines: [String]) -> Bool {
    let running = page.count {
      let words = lines[$0].drop { !$0.isBlank }.trimmed
      return words.first.map { $0.isLowercase } ?? true || AnswerMark(String(words)) != nil
    }
    return page.count >= fewest && running * 8 >= page.count
  }

  /// The numbers as they stood, for what is kept beside the text.
  static func text(of page: [Int]) -> String {
    page.indices.map { "\($0 + 1)" }.joined(separator: " ")
  }
}
