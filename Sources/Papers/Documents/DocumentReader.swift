/// What a document says: an earlier report, a law, statistics, an analysis.
///
/// Every visible character of the paper stands in exactly one place
/// (``DocumentPaper/lostLines(of:)`` checks it).
public struct DocumentPaper: Sendable, Equatable {
  /// Paragraphs and headings in order, each with the page it begins on.
  public var paragraphs: [SubmissionPaper.Paragraph]
  /// Whether the numbers are those that the document prints.
  public var areNumbersPrinted: Bool
  /// Lines that are no part of the text.
  public var unplaced: [UnplacedLine]
  /// What a clerk should look at.
  public var remarks: [PaperRemark]

  /// Makes a document.
  public init(
    paragraphs: [SubmissionPaper.Paragraph], areNumbersPrinted: Bool,
    unplaced: [UnplacedLine] = [], remarks: [PaperRemark] = []
  ) {
    self.paragraphs = paragraphs
    self.areNumbersPrinted = areNumbersPrinted
    self.unplaced = unplaced
    self.remarks = remarks
  }
}

/// Reads a document into paragraphs that can be cited by number and page.
public enum DocumentReader {
  /// Reads a document from the paragraphs of a paper.
  ///
  /// Where it numbers its paragraphs straight through (“1.”, “2)”), the numbers are
  /// those printed, and what stands between has none; a report that begins anew
  /// in its list of conclusions keeps those numbers in the text. Else numbers are
  /// issued from 1, and outline numbers such as “2.17.” stay in the text.
  ///
  /// - Parameters:
  ///   - paper: What ``PaperReader`` read.
  ///   - fileName: The name for messages.
  /// - Returns: The document; every visible character of the paper is in it once.
  /// - Throws: ``PaperError`` `no_paragraphs`.
  public static func read(
    _ paper: PaperText, fileName: String
  ) throws(PaperError) -> DocumentPaper {
    let series = SubmissionSeries(paper.paragraphs)
    var document = DocumentPaper(
      paragraphs: [], areNumbersPrinted: series.isPrinted, remarks: paper.remarks)
    var last = 0
    var left = 0
    for (index, paragraph) in paper.paragraphs.enumerated() {
      let (text, line) = (paragraph.text, paragraph.line)
      let mark = PointMark(text, last: last == 0 ? nil : last)
      if text.utf8.count <= 40, HeaderWords.isPageNumber(text.squeezed) {
        document.unplaced.append(.init(line: line, text: text, reason: .pageNumber))
      } else if series.isPrinted, let mark, mark.number > last {
        last = mark.number
        document.paragraphs.append(
          .init(
            number: last, lead: mark.lead, text: mark.words, line: line, page: paragraph.page))
      } else if isHeading(paper.paragraphs, at: index) {
        document.paragraphs.append(
          .init(isHeading: true, text: text, line: line, page: paragraph.page))
      } else {
        left += series.isPrinted && mark != nil ? 1 : 0
        if !series.isPrinted { last += 1 }
        document.paragraphs.append(
          .init(
            number: series.isPrinted ? nil : last, text: text, line: line, page: paragraph.page))
      }
    }
    guard document.paragraphs.contains(where: { !$0.isHeading }) else {
      throw PaperError(
        code: "no_paragraphs",
        message:
          "\(fileName) has headings and no paragraph of text; check that it is the whole document.",
        file: fileName)
    }
    document.remarks += remarks(series, last: last, left: left)
    document.unplaced += paper.aside
    if let loss = Conservation.lossError(document.lostLines(of: paper), fileName: fileName) {
      throw loss
    }
    return document
  }

  private static func remarks(
    _ series: SubmissionSeries, last: Int, left: Int
  ) -> [PaperRemark] {
    if left > 0 {
      return [
        PaperRemark(
          code: "numbers_left_in_text",
          message:
            "\(left) paragraphs carry a number that does not go on from the one before; it stays in their text, and they are cited by page."
        )
      ]
    }
    guard series.areNumbersLeft else { return [] }
    return [
      PaperRemark(
        code: "numbers_left_in_text",
        message:
          "The numbers that the document prints are no single series of paragraphs from 1; they stay in the text, and the paragraphs were numbered 1 to \(last)."
      )
    ]
  }

  private static func isHeading(_ all: [PaperText.Paragraph], at index: Int) -> Bool {
    let paragraph = all[index]
    // 200: people give whole paragraphs the style of a heading for its looks.
    if paragraph.form == .heading { return paragraph.text.count <= 200 }
    guard paragraph.form == .text, SubmissionShapes.isShortTitle(paragraph.text),
      paragraph.text.contains(where: \.isLetter), !SubmissionShapes.isItem(paragraph.text),
      index + 1 < all.count
    else { return false }
    // Of a row of short lines, such as a table's, none is a heading.
    return !SubmissionShapes.isShortTitle(all[index + 1].text)
  }
}
