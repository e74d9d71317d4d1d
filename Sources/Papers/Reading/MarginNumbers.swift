/// The numbers that transcripts of inquiries print before each line of a page.
enum MarginNumbers {
  /// Fewer than these are a list: pages of transcripts have 25 lines.
  private static let fewest = 12

  /// Which lines begin with the number of the line, page by page.
  ///
  /// - Parameter lines: The lines in order, without blanks before them.
  /// - Returns: For each page that is numbered nearly throughout, the indices of
  ///   the lines whose first word numbers them.
  static func pages(_ lines: [String]) -> [[Int]] {
    var pages: [[Int]] = []
    var page: [Int] = []
    func close() {
      // Points of a note may be numbered so too; but lines of a page are blank
      // or begin in the middle of a sentence, one in eight at the least.
      let running = page.count {
        lines[$0].drop { !$0.isBlank }.trimmed.first.map { $0.isLowercase } ?? true
      }
      if page.count >= fewest, running * 8 >= page.count { pages.append(page) }
      page = []
    }
    for (index, line) in lines.enumerated() {
      let opening = line.prefix { !$0.isBlank }
      // A line or two of the page's head may stand between.
      if let last = page.last, index - last > 3 { close() }
      if opening == "\(page.count + 1)" {
        page.append(index)
      } else if opening == "1" {
        close()
        page = [index]
      }
    }
    close()
    return pages
  }

  /// The numbers as they stood, for what is kept beside the text.
  static func text(of page: [Int]) -> String {
    page.indices.map { "\($0 + 1)" }.joined(separator: " ")
  }
}
