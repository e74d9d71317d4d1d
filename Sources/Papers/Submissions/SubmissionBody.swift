/// Takes what follows the head of a submission.
struct SubmissionBody {
  private(set) var paragraphs: [SubmissionPaper.Paragraph] = []
  private(set) var remarks: [PaperRemark] = []
  /// The number given last, 0 before the first.
  private(set) var lastNumber = 0
  /// Whether every paragraph so far carries a number in its text, so that the
  /// next one that does is like them and no piece of a list.
  private var isNumberedThroughout = true
  private let isPrinted: Bool
  private let areMarked: Bool

  /// - Parameters:
  ///   - isPrinted: Whether the paper's own numbers are those of its paragraphs.
  ///   - areMarked: Whether they carry others, as of an outline, or such as begin
  ///     anew; then a number begins a paragraph, and no item of a list.
  init(isPrinted: Bool, areMarked: Bool) {
    self.isPrinted = isPrinted
    self.areMarked = areMarked
  }

  mutating func remark(_ code: String, _ message: String, line: Int?) {
    remarks.append(PaperRemark(code: code, message: message, line: line))
  }

  /// Takes one paragraph; those after it tell a heading from text.
  mutating func take(_ all: [PaperText.Paragraph], at index: Int) {
    let paragraph = all[index]
    let (text, line) = (paragraph.text, paragraph.line)
    if SubmissionHead.holdsContact(text) {
      remark(
        "contact_in_text",
        "Paragraph or line \(line) holds an e-mail address or telephone number; look whether it may be published.",
        line: line)
    }
    if isPrinted, paragraph.form != .heading, paragraph.form != .row, let mark = mark(text) {
      remarkGap(before: mark.number, line: line)
      lastNumber = mark.number
      paragraphs.append(
        .init(number: mark.number, lead: mark.lead, text: mark.words, line: line))
    } else if isHeading(all, at: index) {
      paragraphs.append(.init(isHeading: true, text: text, line: line))
    } else if continues(all, at: index) {
      paragraphs[paragraphs.count - 1].text += "\n\n" + text
    } else if isPrinted {
      remark(
        "paragraph_unnumbered",
        "Line \(line) stands outside the numbered paragraphs and has no number to cite it by.",
        line: line)
      paragraphs.append(.init(text: text, line: line))
    } else {
      lastNumber += 1
      isNumberedThroughout = isNumberedThroughout && Self.isNumbered(text)
      paragraphs.append(.init(number: lastNumber, text: text, line: line))
    }
  }

  private func mark(_ text: String) -> PointMark? {
    PointMark(text, last: lastNumber == 0 ? nil : lastNumber)
  }

  /// Whether a paragraph goes on with the one before.
  private func continues(_ all: [PaperText.Paragraph], at index: Int) -> Bool {
    let paragraph = all[index]
    guard let before = paragraphs.last, !before.isHeading else { return false }
    // A table is one paragraph, or goes with a numbered one.
    if !isPrinted, paragraph.form == .row { return index > 0 && all[index - 1].form == .row }
    if isPrinted || paragraph.form == .item || SubmissionShapes.isItem(paragraph.text) {
      return true
    }
    // Numbers in a paper that has no series are those of lists in it.
    return !areMarked && !isNumberedThroughout && Self.isNumbered(paragraph.text)
  }

  private static func isNumbered(_ text: String) -> Bool {
    PointMark(text, last: nil)?.lead.last.map { ".)".contains($0) } ?? false
  }

  private func isHeading(_ all: [PaperText.Paragraph], at index: Int) -> Bool {
    let paragraph = all[index]
    // 200: people give whole paragraphs the style of a heading for its looks.
    if paragraph.form == .heading { return paragraph.text.count <= 200 }
    guard paragraph.form == .text, SubmissionShapes.isShortTitle(paragraph.text),
      paragraph.text.contains(where: \.isLetter),
      !SubmissionShapes.isItem(paragraph.text), index + 1 < all.count
    else { return false }
    let next = all[index + 1]
    let isBeforeMark = isPrinted && mark(next.text) != nil
    if isBeforeMark || next.form == .heading { return true }
    if SubmissionShapes.isItem(next.text) || next.form == .item { return false }
    if SubmissionShapes.isShortTitle(next.text), index + 2 < all.count {
      return isPrinted ? mark(all[index + 2].text) != nil : all[index + 2].text.count > 100
    }
    if isPrinted { return false }
    if paragraph.text.last == "?" { return next.text.count > 100 }
    return next.text.last.map { ".?!:;”\"".contains($0) } ?? false
  }

  private mutating func remarkGap(before number: Int, line: Int) {
    guard lastNumber > 0, number > lastNumber + 1 else { return }
    remark(
      "paragraph_number_gap",
      "On line \(line) paragraph \(number) follows paragraph \(lastNumber).", line: line)
  }
}
