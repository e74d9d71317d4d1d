import Inquiries

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
  /// Where it numbers its paragraphs, straight through (“1.”, “2)”) or within its
  /// chapters (“2.17”, “4.3.1.”), the numbers are those printed, and what stands
  /// between has none; a report that begins anew in its list of conclusions keeps
  /// those numbers in the text. Else numbers are issued from 1.
  ///
  /// - Parameters:
  ///   - paper: What ``PaperReader`` read.
  ///   - fileName: The name for messages.
  /// - Returns: The document; every visible character of the paper is in it once.
  /// - Throws: ``PaperError`` `no_paragraphs`.
  public static func read(
    _ paper: PaperText, fileName: String
  ) throws(PaperError) -> DocumentPaper {
    let outline = OutlineSeries(paper.paragraphs)
    let series = SubmissionSeries(paper.paragraphs)
    let isPrinted = series.isPrinted || !outline.marks.isEmpty
    var document = DocumentPaper(
      paragraphs: [], areNumbersPrinted: isPrinted, remarks: paper.remarks)
    var last = 0
    var strays = outline.strays
    var gaps = outline.gaps
    for (index, paragraph) in paper.paragraphs.enumerated() {
      let (text, line) = (paragraph.text, paragraph.line)
      let mark = PointMark(text, last: last == 0 ? nil : last)
      if index > 0, paragraph.form == .row, paper.paragraphs[index - 1].form == .row {
        document.paragraphs[document.paragraphs.count - 1].text += "\n\n" + text
      } else if let mark = outline.marks[index] {
        document.paragraphs.append(
          .init(
            outline: mark.number, lead: mark.lead, text: mark.words, line: line,
            page: paragraph.page))
      } else if series.isPrinted, paragraph.form != .row, let mark, mark.number > last {
        if last > 0, mark.number > last + 1 {
          gaps.append((ParagraphNumber(last), ParagraphNumber(mark.number)))
        }
        last = mark.number
        document.paragraphs.append(
          .init(
            number: last, lead: mark.lead, text: mark.words, line: line, page: paragraph.page))
      } else if isHeading(paper.paragraphs, at: index) {
        document.paragraphs.append(
          .init(isHeading: true, text: text, line: line, page: paragraph.page))
      } else {
        if series.isPrinted, let mark { strays.append(ParagraphNumber(mark.number)) }
        if !isPrinted { last += 1 }
        document.paragraphs.append(
          .init(
            number: isPrinted ? nil : last, text: text, line: line, page: paragraph.page))
      }
    }
    guard document.paragraphs.contains(where: { !$0.isHeading }) else {
      throw PaperError(
        code: "no_paragraphs",
        message:
          "\(fileName) has headings and no paragraph of text; check that it is the whole document.",
        file: fileName)
    }
    document.remarks += isPrinted ? remarks(strays, gaps) : remarks(series, last: last)
    document.unplaced += paper.aside
    if let loss = Conservation.lossError(document.lostLines(of: paper), fileName: fileName) {
      throw loss
    }
    return document
  }

  /// More than these nobody reads in a sentence.
  private static let named = 20

  private static func remarks(
    _ strays: [ParagraphNumber], _ gaps: [(before: ParagraphNumber, after: ParagraphNumber)]
  ) -> [PaperRemark] {
    func list(_ items: [String]) -> String {
      items.prefix(named).joined(separator: ", ")
        + (items.count > named ? " and \(items.count - named) more" : "")
    }
    var remarks: [PaperRemark] = []
    if !strays.isEmpty {
      remarks.append(
        PaperRemark(
          code: "numbers_left_in_text",
          message:
            "Numbers that stand twice or do not go on from the one before stay in the text, and their paragraphs are cited by page: \(list(strays.map(\.description)))."
        ))
    }
    if !gaps.isEmpty {
      remarks.append(
        PaperRemark(
          code: "paragraph_number_gap",
          message:
            "Numbers are missing between paragraphs: \(list(gaps.map { "\($0.before) and \($0.after)" }))."
        ))
    }
    return remarks
  }

  private static func remarks(_ series: SubmissionSeries, last: Int) -> [PaperRemark] {
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
