/// Reads a text file into paragraphs.
///
/// A line is a paragraph, unless the file is hard-wrapped, which is recognised
/// from its lines; then they are joined again.
enum PlainTextReader {
  static func read(
    _ bytes: [UInt8], fileName: String, encoding: String?, limits: PaperLimits
  ) throws(PaperError) -> PaperText {
    let text = try TextDecoding(bytes: bytes, fileName: fileName).text(encoding: encoding)
    let (lines, margins) = withoutMargins(lines(of: text))
    guard lines.count <= limits.paragraphs else {
      throw PaperError(
        code: "too_many_paragraphs",
        message:
          "\(fileName) has \(lines.count) lines with text, more than the \(limits.paragraphs) that are read; split it.",
        file: fileName)
    }
    guard !lines.isEmpty else { throw noText(in: fileName) }
    let wrapped = WrappedLines(lines)
    guard wrapped.areWrapped else {
      return PaperText(
        paragraphs: lines.map { .init(text: $0.text, line: $0.number) }, aside: margins)
    }
    return PaperText(
      paragraphs: wrapped.joined(), aside: margins,
      remarks: [
        PaperRemark(
          code: "lines_joined",
          message:
            "The lines of this file are wrapped at about \(wrapped.width) characters; they were joined into paragraphs, so check where paragraphs begin.",
          line: lines[0].number)
      ])
  }

  /// The lines without the numbers that a page prints before each, and those
  /// numbers page by page.
  private static func withoutMargins(_ lines: [TextLine]) -> ([TextLine], [UnplacedLine]) {
    let pages = MarginNumbers.pages(lines.map(\.text))
    guard !pages.isEmpty else { return (lines, []) }
    let numbered = Set(pages.joined())
    var isAfterBlank = false
    var rest: [TextLine] = []
    for (index, line) in lines.enumerated() {
      let words =
        numbered.contains(index) ? line.text.drop { !$0.isBlank }.trimmed : line.text[...]
      if words.isEmpty {
        isAfterBlank = true
      } else {
        rest.append(
          TextLine(
            text: String(words), number: line.number,
            isAfterBlank: line.isAfterBlank || isAfterBlank))
        isAfterBlank = false
      }
    }
    let margins = pages.map {
      UnplacedLine(
        line: lines[$0[0]].number, text: MarginNumbers.text(of: $0), reason: .lineNumbers)
    }
    return (rest, margins)
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
    for (index, line) in cut(text).enumerated() {
      let trimmed = line.trimmed
      guard !trimmed.isEmpty else {
        isAfterBlank = true
        continue
      }
      lines.append(
        TextLine(text: String(trimmed), number: index + 1, isAfterBlank: isAfterBlank))
      isAfterBlank = false
    }
    return lines
  }
}

/// A line with words in it.
struct TextLine {
  let text: String
  let number: Int
  /// Whether a blank line, or the start of the file, comes before it.
  let isAfterBlank: Bool
}
