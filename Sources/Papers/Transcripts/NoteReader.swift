/// Reads a note or agreed summary of evidence in numbered points.
public enum NoteReader {
  /// Reads a note from the paragraphs of a paper.
  ///
  /// Points are “1. …”, “2) …” or “3 …”; header lines are those of a
  /// transcript, where present. Unnumbered paragraphs go on with their point.
  ///
  /// - Parameters:
  ///   - paper: What ``PaperReader`` read.
  ///   - fileName: The name for messages.
  /// - Returns: The note; every visible character of the paper is in it once.
  /// - Throws: ``PaperError`` `no_points`, `point_number_backwards` or
  ///   `point_number_repeated`.
  public static func read(_ paper: PaperText, fileName: String) throws(PaperError) -> Note {
    var header = HeaderReading(isNote: true)
    guard
      let start = paper.paragraphs.firstIndex(where: {
        $0.form != .row && PointMark($0.text, last: nil) != nil
      })
    else {
      throw PaperError(
        code: "no_points",
        message:
          "\(fileName) has no line that begins with the number of a point, such as “1.”; number the points of the note.",
        file: fileName)
    }
    for paragraph in paper.paragraphs[..<start] { header.take(paragraph) }
    var body = NoteBody(fileName: fileName)
    for (index, paragraph) in paper.paragraphs.enumerated().dropFirst(start) {
      let next = index + 1 < paper.paragraphs.count ? paper.paragraphs[index + 1] : nil
      try body.take(paragraph, before: next)
    }
    let note = Note(
      header: header.header, members: header.members, panels: header.panels, points: body.points,
      unplaced: header.unplaced + body.unplaced + paper.aside,
      remarks: paper.remarks + header.remarks + body.remarks)
    if let loss = Conservation.lossError(note.lostLines(of: paper), fileName: fileName) {
      throw loss
    }
    return note
  }
}

/// The number that a point of a note begins with.
struct PointMark {
  let number: Int
  let lead: String
  let words: String

  /// Nil when the paragraph begins no point.
  ///
  /// - Parameter last: The number of the point before. A number without a
  ///   full stop or bracket begins a point only when it is the next one.
  init?(_ text: String, last: Int?) {
    let whole = text[...].trimmed
    let body = whole.first == "(" ? whole.dropFirst() : whole
    let digits = body.prefix { $0.isASCII && $0.isNumber }
    guard (1...4).contains(digits.count), let number = Int(digits) else { return nil }
    var rest = body[digits.endIndex...]
    let isNext = number == last.map { $0 + 1 } ?? 1
    if let sign = rest.first, ".)".contains(sign) {
      rest = rest.dropFirst()
    } else {
      let opensSentence = rest.trimmed.first.map { !$0.isLowercase } ?? false
      guard whole.first != "(", isNext, opensSentence else { return nil }
    }
    // “10.30 am” and “2.5 per cent” begin no point.
    guard let blank = rest.first, blank.isBlank, !rest.trimmed.isEmpty else { return nil }
    // A year or a sum that ends a sentence; 50 points are never missing at once.
    guard number <= (last ?? 0) + 50 else { return nil }
    self.number = number
    lead = String(whole[..<rest.startIndex])
    words = String(rest.trimmed)
  }
}

/// Takes the paragraphs of a note from its first point on.
struct NoteBody {
  private(set) var points: [Note.Point] = []
  private(set) var unplaced: [UnplacedLine] = []
  private(set) var remarks: [PaperRemark] = []
  private let fileName: String

  init(fileName: String) { self.fileName = fileName }

  /// Takes one paragraph; what comes after it tells a heading from text.
  mutating func take(
    _ paragraph: PaperText.Paragraph, before next: PaperText.Paragraph?
  ) throws(PaperError) {
    let (text, line) = (paragraph.text, paragraph.line)
    let last = points.last?.number
    if !points.isEmpty, let footnote = Footnote(printed: text, line: line) {
      points[points.count - 1].footnotes.append(footnote)
    } else if paragraph.form != .row, let mark = PointMark(text, last: last) {
      try checkOrder(mark.number, after: last, line: line)
      points.append(
        .init(number: mark.number, lead: mark.lead, text: mark.words, line: line))
    } else if isHeading(text, before: next, last: last) {
      unplaced.append(.init(line: line, text: text, reason: .heading))
    } else {
      points[points.count - 1].text += "\n\n" + text
    }
  }

  private mutating func checkOrder(_ number: Int, after last: Int?, line: Int) throws(PaperError) {
    guard let last else {
      if number != 1 { gap(number, after: nil, line: line) }
      return
    }
    guard number != last else {
      throw PaperError(
        code: "point_number_repeated",
        message:
          "Line \(line) of \(fileName) begins with point \(number), which stands before it already; correct the numbers, and letter what belongs under a point.",
        file: fileName, line: line)
    }
    guard number > last else {
      throw PaperError(
        code: "point_number_backwards",
        message:
          "Line \(line) of \(fileName) begins with point \(number) after point \(last); correct the numbers, and letter what belongs under a point.",
        file: fileName, line: line)
    }
    if number > last + 1 { gap(number, after: last, line: line) }
  }

  private mutating func gap(_ number: Int, after last: Int?, line: Int) {
    let before = last.map { "follows point \($0)" } ?? "comes first"
    remarks.append(
      PaperRemark(
        code: "point_number_gap", message: "On line \(line) point \(number) \(before).", line: line)
    )
  }

  /// A short line without a full stop right before the next point.
  private func isHeading(_ text: String, before next: PaperText.Paragraph?, last: Int?) -> Bool {
    guard text.count <= 100, let end = text.last, !".?!:;,”\"".contains(end), let next else {
      return false
    }
    return (text.first?.isUppercase ?? false) && PointMark(next.text, last: last) != nil
  }
}
