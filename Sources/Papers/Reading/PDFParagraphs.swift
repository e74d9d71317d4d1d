/// Joins the lines of pages into paragraphs, over pages where one runs on.
struct PDFParagraphs {
  private(set) var paragraphs: [PaperText.Paragraph] = []
  private var lines: [PDFLine] = []
  /// The size of letters of the text, and the step from line to line in it.
  private let size: Double
  private let step: Double
  /// Whether the lines of a header may still come.
  private var isHeader = true
  private let isHearing: Bool
  /// The right edge of the text, by page.
  private let edges: [Int: Double]

  init(_ pages: [PDFPage]) {
    let all = pages.flatMap(\.lines)
    let size = all.map(\.size).middling
    self.size = size
    step =
      zip(all, all.dropFirst()).compactMap { above, below in
        let gap = below.middle - above.middle
        return above.page == below.page && gap > 0 && gap < 4 * size ? gap : nil
      }.middling
    edges = Dictionary(
      pages.map { page in
        let rights = page.lines.map(\.right).sorted()
        return (page.ordinal, rights.isEmpty ? 0 : rights[rights.count * 9 / 10])
      }, uniquingKeysWith: { first, _ in first })
    isHearing = HearingLine.isHearing(all.lazy.map(\.text))
    for (index, line) in all.enumerated() {
      // 150: three pages, as long as any list of who is present and heard.
      isHeader = isHeader && index < 150 && !isNumbered(line.text)
      if let before = lines.last, !begins(line, after: before) {
        lines.append(line)
      } else {
        close()
        lines = [line]
      }
    }
    close()
  }

  private mutating func close() {
    guard let first = lines.first else { return }
    var text = ""
    for line in lines {
      // A word broken at its own hyphen keeps it and gets no blank.
      let isBroken = text.last == "-" && (line.text.first?.isLetter ?? false)
      if text.last == "\u{AD}" {
        text.removeLast()
      } else if !text.isEmpty, !isBroken {
        text += " "
      }
      text += line.text
    }
    let isHeading = first.size > size * 1.12 && text.count <= 200
    let isItem = SubmissionShapes.isBullet(text)
    paragraphs.append(
      .init(
        text: text, line: first.number, form: isHeading ? .heading : isItem ? .item : .text,
        page: first.page))
    lines = []
  }

  /// Whether a line begins a paragraph, going by its place before its words.
  private func begins(_ line: PDFLine, after before: PDFLine) -> Bool {
    guard abs(line.size - before.size) < 0.08 * size else { return true }
    let text = line.text
    let goesOn = WrappedLines.continuesSentence(text, after: before.text)
    let isNext = line.page == before.page && line.middle > before.middle
    // 1.4: a blank line, or space before a paragraph; lines of one differ by less.
    if isNext, line.middle - before.middle > 1.4 * step { return true }
    if isNumbered(text) || isMarked(text) { return !goesOn }
    if isHeader, HeaderWords.parts(text, from: before.text) { return true }
    if isHearing, WrappedLines.isApart(text, after: before.text) { return true }
    if LabelShape.begins(text) {
      return WrappedLines.endsSentence(before.text)
        || (lines.count == 1 && StageText(before.text) != nil)
    }
    if endsEarly(before, next: line) {
      return !goesOn && (isNext || WrappedLines.endsSentence(before.text))
    }
    // Over to another column or page the indent cannot be compared.
    guard isNext else { return isFull(before) ? !goesOn && isClosed(before, line) : !goesOn }
    return isIndented(line) && !goesOn
  }

  private func isClosed(_ before: PDFLine, _ line: PDFLine) -> Bool {
    WrappedLines.endsSentence(before.text) && (line.text.first.map { !$0.isLowercase } ?? true)
  }

  /// Whether a line stands further in, or further out, than its paragraph.
  private func isIndented(_ line: PDFLine) -> Bool {
    // Half a letter: less is the ragged edge of a scan.
    let slack = size / 2
    guard lines.count > 1 else {
      guard let first = lines.first else { return true }
      let isHung =
        isMarked(first.text) || isNumbered(first.text) || LabelShape.begins(first.text)
      // After one line an indent may be that of the first line or of the rest.
      return !isHung && line.left > first.left + slack && WrappedLines.endsSentence(first.text)
    }
    let rest = lines[lines.count - 1].left
    return abs(line.left - rest) > slack
  }

  private func isFull(_ line: PDFLine) -> Bool {
    line.right > (edges[line.page] ?? 0) - 3 * size
  }

  /// Whether the first word of the next line would have fitted on a line.
  private func endsEarly(_ line: PDFLine, next: PDFLine) -> Bool {
    guard let word = next.words.first else { return false }
    let edge = max(lines.map(\.right).max() ?? 0, edges[line.page] ?? 0)
    return line.right + size / 2 + (word.right - word.left) < edge - size
  }

  /// “Q7”, “Q.”, “A.” before the words.
  private func isNumbered(_ text: String) -> Bool {
    QuestionMark(text) != nil || AnswerMark(text) != nil
  }

  /// “1.”, “(a)”, “1.6.”, “•” before the words.
  private func isMarked(_ text: String) -> Bool {
    SubmissionShapes.isItem(text) || SubmissionShapes.isOutlined(text)
      || text.prefixMatch(of: #/\(?[0-9]{1,3}[.)]\s\S/#) != nil
  }
}
