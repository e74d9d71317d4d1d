/// A word of a page and the box that it stands in, in points from the upper
/// left corner.
struct PDFWord {
  let text: String
  let left: Double
  let top: Double
  let right: Double
  let bottom: Double
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
  let height: Double
  var lines: [PDFLine] = []
}

/// Reads what `pdftotext -bbox-layout` writes: one element a line, with the
/// words of a line inside it.
struct PDFWords {
  private(set) var pages: [PDFPage] = []

  init(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      take(bytes[start..<end].drop { $0 == 0x20 })
      start = end + 1
    }
    for index in pages.indices { pages[index].lines.removeAll { $0.words.isEmpty } }
    let margins = PDFMargins(pages)
    for index in pages.indices {
      pages[index].lines =
        margins.lines(of: pages[index]) ?? Self.rejoined(pages[index].lines)
    }
  }

  private mutating func take(_ element: ArraySlice<UInt8>) {
    if element.starts(with: Array("<word ".utf8)) {
      guard let word = Self.word(element), !pages.isEmpty,
        let line = pages[pages.count - 1].lines.indices.last
      else { return }
      pages[pages.count - 1].lines[line].words.append(word)
    } else if element.starts(with: Array("<line ".utf8)), !pages.isEmpty {
      pages[pages.count - 1].lines.append(PDFLine(words: [], page: pages.count))
    } else if element.starts(with: Array("<page ".utf8)) {
      pages.append(
        PDFPage(ordinal: pages.count + 1, height: Self.numbers(element).last ?? 0))
    }
  }

  private static func word(_ element: ArraySlice<UInt8>) -> PDFWord? {
    guard let open = element.firstIndex(of: 0x3E), let close = element.lastIndex(of: 0x3C),
      open < close
    else { return nil }
    let box = numbers(element[..<open])
    let text = HTMLEntities.decoded(String(decoding: element[(open + 1)..<close], as: UTF8.self))
      .filter { !$0.unicodeScalars.allSatisfy { $0.value < 0x20 } }
    guard box.count == 4, text.contains(where: { !$0.isBlank }) else { return nil }
    return PDFWord(text: text, left: box[0], top: box[1], right: box[2], bottom: box[3])
  }

  /// The values between quotation marks.
  private static func numbers(_ element: ArraySlice<UInt8>) -> [Double] {
    element.split(separator: 0x22, omittingEmptySubsequences: false).enumerated()
      .compactMap { index, part in
        index % 2 == 1 ? Double(String(decoding: part, as: UTF8.self)) : nil
      }
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
