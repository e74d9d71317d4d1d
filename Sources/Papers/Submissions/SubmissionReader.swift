/// Reads a written submission into paragraphs that can be cited.
public enum SubmissionReader {
  /// Reads a submission from the paragraphs of a paper.
  ///
  /// Where the paper numbers its paragraphs (“1.”, “2)”, “(3)”), the numbers are
  /// those printed; else, also where they begin anew under each question, they are
  /// issued from 1, and what is printed, such as “2.1”, stays in the text. Footnotes
  /// that a document marks as such end their paragraph, after “[1]”. Lists belong to the paragraph before them.
  ///
  /// - Parameters:
  ///   - paper: What ``PaperReader`` read.
  ///   - fileName: The name for messages.
  /// - Returns: The submission; every visible character of the paper is in it once.
  /// - Throws: ``PaperError`` `image_only` or `no_paragraphs`.
  public static func read(
    _ paper: PaperText, fileName: String
  ) throws(PaperError) -> SubmissionPaper {
    let head = SubmissionHead(paper.paragraphs)
    let headLines = Set(head.lines.map(\.line))
    let noted = paper.withNotes(except: headLines)
    let rest = noted.paragraphs.filter { !headLines.contains($0.line) }
    let series = SubmissionSeries(rest)
    let isPrinted = series.isPrinted && series.isRising
    let isAnew = series.isPrinted && !series.isRising
    var body = SubmissionBody(isPrinted: isPrinted, areMarked: series.isOutline || isAnew)
    for index in rest.indices { body.take(rest, at: index) }
    guard body.paragraphs.contains(where: { $0.number != nil }) else {
      throw nothingToCite(in: paper, fileName: fileName)
    }
    if series.areNumbersLeft || isAnew {
      body.remark(
        "numbers_left_in_text",
        "The numbers that the paper prints are no single series of paragraphs from 1; they stay in the text, and the paragraphs were numbered 1 to \(body.lastNumber).",
        line: nil)
    }
    let submission = SubmissionPaper(
      submitter: head.submitter, reference: head.reference, day: head.day, header: head.lines,
      paragraphs: body.paragraphs, areNumbersPrinted: isPrinted,
      unplaced: noted.aside,
      remarks: paper.remarks + head.remarks + body.remarks)
    if let loss = Conservation.lossError(submission.lostLines(of: paper), fileName: fileName) {
      throw loss
    }
    return submission
  }

  private static func nothingToCite(in paper: PaperText, fileName: String) -> PaperError {
    if paper.remarks.contains(where: { $0.code == "picture_not_read" }) {
      return PaperError(
        code: "image_only",
        message:
          "\(fileName) holds only pictures below its heading, and no paragraph of text; send a file with text, such as the document that the pictures were made from.",
        file: fileName)
    }
    return PaperError(
      code: "no_paragraphs",
      message:
        "\(fileName) has a heading and no paragraph of text below it; check that it is the whole submission.",
      file: fileName)
  }
}

/// Whether a paper numbers its paragraphs.
struct SubmissionSeries {
  /// Whether the printed numbers are those of the paragraphs.
  let isPrinted: Bool
  /// Whether they rise throughout, so that each is there once.
  let isRising: Bool
  /// Whether paragraphs carry outline numbers such as “2.1”.
  let isOutline: Bool
  /// Whether numbers were found that are no such series.
  let areNumbersLeft: Bool

  init(_ paragraphs: [PaperText.Paragraph]) {
    var marks: [Int] = []
    var headings = 0
    var outlined = 0
    var others = 0
    var unnumbered = 0
    var isSigned = false
    for (index, paragraph) in paragraphs.enumerated()
    where paragraph.form != .heading && paragraph.form != .row {
      let text = paragraph.text
      if SubmissionShapes.isOutlined(text) {
        outlined += 1
      } else if let mark = PointMark(text, last: marks.last) {
        marks.append(mark.number)
        isSigned = mark.lead.last.map { ".)".contains($0) } ?? false
        let next = index + 1 < paragraphs.count ? paragraphs[index + 1] : nil
        let isFollowed =
          next.map { $0.form != .row && PointMark($0.text, last: mark.number) == nil } ?? false
        if isFollowed, SubmissionShapes.isShortTitle(mark.words) { headings += 1 }
      } else if paragraph.form == .text, !SubmissionShapes.isItem(text),
        !SubmissionShapes.isShortTitle(text)
      {
        unnumbered += 1
        if !marks.isEmpty { others += 1 }
      }
    }
    // Of a paper of one paragraph its “1.” is all there is of a series; “1 May” is none.
    let isOnly = marks == [1] && isSigned && unnumbered == 0
    isRising = zip(marks, marks.dropFirst()).allSatisfy(<)
    isOutline = outlined >= 2 && outlined * 2 >= marks.count
    isPrinted =
      (isOnly || marks.first == 1 && marks.contains { $0 > 1 }) && !isOutline
      && headings * 2 <= marks.count
      && marks.count >= others
    areNumbersLeft = !isPrinted && (isOutline || marks.count > 1)
  }
}
