/// A word of a page and the box that it stands in, in points from the upper
/// left corner.
struct PDFWord {
  let text: String
  let left: Double
  let top: Double
  let right: Double
  let bottom: Double
  /// Whether somebody who looks at the page sees it.
  var isSeen = true
  var width: Double { right - left }
  var height: Double { bottom - top }
}

/// A line of a page.
struct PDFLine {
  var words: [PDFWord]
  /// The page, from 1.
  let page: Int
  /// The ordinal in the file, from 1.
  var number = 0

  var text: String { words.map(\.text).joined(separator: " ") }
  var left: Double { words.map(\.left).min() ?? 0 }
  var right: Double { words.map(\.right).max() ?? 0 }
  var top: Double { words.map(\.top).min() ?? 0 }
  var bottom: Double { words.map(\.bottom).max() ?? 0 }
  /// Where the letters stand: the middle of the word in the commonest size.
  var middle: Double { words.map { ($0.top + $0.bottom) / 2 }.middling }
  /// The size of the letters, as the height of their boxes tells it.
  var size: Double { words.map(\.height).middling }
}

extension [Double] {
  /// The upper median, 0 for none.
  var middling: Double { isEmpty ? 0 : sorted()[count / 2] }
}

/// A page and its lines, in the order in which a person reads its columns.
struct PDFPage {
  let ordinal: Int
  /// In points; of a page that is turned, as it was before.
  let width: Double
  let height: Double
  var lines: [PDFLine] = []
}

/// The words of pages, put in the order in which a person reads them.
struct PDFWords {
  let pages: [PDFPage]

  init(_ layout: PDFLayout) {
    var pages = layout.pages
    for index in pages.indices { pages[index].lines.removeAll { $0.words.isEmpty } }
    let margins = PDFMargins(pages)
    for index in pages.indices {
      pages[index].lines =
        margins.lines(of: pages[index]) ?? Self.rejoined(pages[index].lines)
    }
    self.pages = pages
  }

  /// Puts a number, bullet or label that hangs before a line back in front of it: a wide
  /// gap makes two lines of them.
  private static func rejoined(_ lines: [PDFLine]) -> [PDFLine] {
    var rest = lines
    // 400: more than any page that people read has, and an end to hostile ones.
    guard lines.count <= 400 else { return lines }
    for index in rest.indices where isMark(rest[index]) {
      let mark = rest[index]
      let body = rest.indices.filter {
        $0 != index && abs(rest[$0].middle - mark.middle) < mark.size / 3
          && rest[$0].left > mark.right && rest[$0].left - mark.right < 6 * mark.size
      }.min { rest[$0].left < rest[$1].left }
      guard let body, !rest[body].words.isEmpty else { continue }
      rest[body].words = mark.words + rest[body].words
      rest[index].words = []
    }
    rest.removeAll(where: \.words.isEmpty)
    // Where no two lines stand beside each other there is one column, read downwards.
    let down = rest.sorted { $0.middle < $1.middle }
    let isColumn = zip(down, down.dropFirst()).allSatisfy {
      $1.middle - $0.middle > min($0.size, $1.size) / 2
    }
    return isColumn ? down : rest
  }

  private static func isMark(_ line: PDFLine) -> Bool {
    if line.words.count <= 6, line.words.last?.text.last == ":",
      let found = LabelShape.candidate(in: line.text[...]), found.rest.isEmpty
    {
      return LabelShape.isLabel(found.label)
    }
    guard line.words.count <= 2, let text = line.words.first.map({ _ in line.text }),
      text.count <= 8
    else { return false }
    return QuestionMark(text) != nil || SubmissionShapes.isItem(text + " x")
      || text.wholeMatch(of: #/\(?[0-9]{1,3}(\.[0-9]{1,3}){0,3}[.)]?/#) != nil
      || ["Q", "Q.", "A", "A."].contains(text)
  }
}
