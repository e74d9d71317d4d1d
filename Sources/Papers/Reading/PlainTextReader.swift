/// Reads a text file into paragraphs.
///
/// A line is a paragraph, unless the file is hard-wrapped, which is recognised
/// from its lines; then they are joined again.
enum PlainTextReader {
  static func read(
    _ bytes: [UInt8], fileName: String, encoding: String?, limits: PaperLimits
  ) throws(PaperError) -> PaperText {
    let text = try TextDecoding(bytes: bytes, fileName: fileName).text(encoding: encoding)
    let (lines, aside) = withoutFurniture(lines(of: text))
    guard lines.count <= limits.paragraphs else {
      throw PaperError(
        code: "too_many_paragraphs",
        message:
          "\(fileName) has \(lines.count) lines with text, more than the \(limits.paragraphs) that are read; split it.",
        file: fileName)
    }
    guard !lines.isEmpty else { throw noText(in: fileName) }
    let wrapped = WrappedLines(lines, areNumbered: aside.contains { $0.reason == .lineNumbers })
    guard wrapped.areWrapped else {
      return PaperText(
        paragraphs: lines.map { .init(text: $0.text, line: $0.number) }, aside: aside)
    }
    return PaperText(
      paragraphs: wrapped.joined(), aside: aside,
      remarks: [
        PaperRemark(
          code: "lines_joined",
          message:
            "The lines of this file are wrapped at about \(wrapped.width) characters; they were joined into paragraphs, so check where paragraphs begin.",
          line: lines[0].number)
      ])
  }

  /// The lines without the numbers that a page prints before each and of itself, and
  /// without the heads of the pages; and what was left out, line numbers page by page.
  private static func withoutFurniture(_ lines: [TextLine]) -> ([TextLine], [UnplacedLine]) {
    let pages = MarginNumbers.pages(lines.map(\.text))
    var words = lines
    for index in pages.joined() {
      words[index].text = String(words[index].text.drop { !$0.isBlank }.trimmed)
      words[index].indent = 0
    }
    let ofPages = PageNumbers.indices(words, areLinesNumbered: !pages.isEmpty)
    let heads = RunningHeads.indices(words, pageNumbers: ofPages)
    guard !(pages.isEmpty && ofPages.isEmpty && heads.isEmpty) else { return (lines, []) }
    var aside = pages.map {
      UnplacedLine(
        line: lines[$0[0]].number, text: MarginNumbers.text(of: $0), reason: .lineNumbers)
    }
    var isAfterBlank = false
    var isAfterFurniture = false
    var rest: [TextLine] = []
    for (index, line) in words.enumerated() {
      if ofPages.contains(index) {
        aside.append(UnplacedLine(line: line.number, text: line.text, reason: .pageNumber))
        isAfterFurniture = true
      } else if heads.contains(index) {
        aside.append(UnplacedLine(line: line.number, text: line.text, reason: .pageFurniture))
        isAfterFurniture = true
      } else if line.text.isEmpty {
        isAfterBlank = true
      } else {
        // A sentence that goes on over the end of a page is one.
        let goesOn =
          isAfterFurniture
          && rest.last.map { WrappedLines.continuesSentence(line.text, after: $0.text) } ?? false
        rest.append(line)
        rest[rest.count - 1].isAfterBlank = !goesOn && (line.isAfterBlank || isAfterBlank)
        (isAfterBlank, isAfterFurniture) = (false, false)
      }
    }
    return (rest, aside.sorted { $0.line < $1.line })
  }

  /// What both kinds of file say when they hold no words.
  static func noText(in fileName: String) -> PaperError {
    PaperError(
      code: "no_text", message: "No text found in \(fileName); check that it is the right file.",
      file: fileName)
  }

  /// Whether a character ends a line, as editors count lines; a form feed
  /// between the pages of an extracted text does not.
  static func isLineEnd(_ character: Character) -> Bool {
    character == "\n" || character == "\r\n" || character == "\r"
  }

  /// The lines between line ends, found by bytes: a session's text has hundreds
  /// of thousands of characters.
  private static func cut(_ text: String) -> [Substring] {
    var lines: [Substring] = []
    var start = text.startIndex
    while let end = text.utf8[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
      lines.append(text[start..<end])
      start = text.utf8.index(after: end)
      let isPair = text.utf8[end] == 0x0D && start < text.endIndex && text.utf8[start] == 0x0A
      if isPair { start = text.utf8.index(after: start) }
    }
    lines.append(text[start...])
    return lines
  }

  private static func lines(of text: String) -> [TextLine] {
    var lines: [TextLine] = []
    var isAfterBlank = true
    var isAfterPage = false
    for (index, line) in cut(text).enumerated() {
      let trimmed = line.trimmed
      // Before the words it ends the page above them, behind them their own.
      let isBroken = line[..<trimmed.startIndex].utf8.contains(0x0C)
      isAfterPage = isAfterPage || isBroken || (trimmed.isEmpty && line.utf8.contains(0x0C))
      guard !trimmed.isEmpty else {
        isAfterBlank = true
        continue
      }
      let indent = line[..<trimmed.startIndex].utf8.count { $0 != 0x0C }
      lines.append(
        TextLine(
          text: String(trimmed), number: index + 1, isAfterBlank: isAfterBlank,
          isAfterPage: isAfterPage, indent: indent))
      isAfterBlank = false
      isAfterPage = line[trimmed.endIndex...].utf8.contains(0x0C)
    }
    return lines
  }
}

/// A line with words in it.
struct TextLine {
  var text: String
  let number: Int
  /// Whether a blank line, or the start of the file, comes before it.
  var isAfterBlank: Bool
  /// Whether a page ended before it.
  let isAfterPage: Bool
  /// How many blanks stand before it.
  var indent: Int
  /// Whether it stands so far in that it is in the middle of a page or at its right.
  var isFarIn: Bool { indent >= 20 }
}
