/// Reads the transcript of an oral evidence session.
///
/// Commons and Lords layouts, those of earlier decades, and texts that
/// programs have damaged with blanks in words and numbers. What is not sure is
/// not guessed: it is remarked, and it keeps its place.
public enum TranscriptReader {
  /// Reads a transcript from the paragraphs of a paper.
  ///
  /// - Parameters:
  ///   - paper: What ``PaperReader`` read.
  ///   - fileName: The name for messages.
  /// - Returns: The transcript; every visible character of the paper is in it once.
  /// - Throws: ``PaperError`` `no_turns`, `question_number_backwards`,
  ///   `question_number_repeated` or `question_number_unclear`.
  public static func read(
    _ paper: PaperText, fileName: String
  ) throws(PaperError) -> Transcript {
    let isHearing = HearingLine.isHearing(paper.paragraphs.lazy.map(\.text))
    var header = HeaderReading()
    // A hearing lists nobody before it begins.
    var start = isHearing ? nil : bodyStart(in: paper, reading: &header, isStrict: true)
    if start == nil {
      header = HeaderReading()
      start = bodyStart(in: paper, reading: &header, isStrict: false)
    }
    guard let start else {
      throw PaperError(
        code: "no_turns",
        message:
          "\(fileName) has no line that begins with a question number or a speaker's name and a colon; check that it is a transcript, or import it as a note.",
        file: fileName)
    }
    var body = TranscriptBody(
      header: header, isHearing: isHearing, fileName: fileName)
    let notes = Dictionary(grouping: paper.notes, by: \.line)
    for paragraph in paper.paragraphs[start...] {
      try body.take(paragraph)
      if let own = notes[paragraph.line] { body.bind(own, on: paragraph.line) }
    }
    let transcript = body.transcript(with: header, paper: paper)
    guard transcript.turns.contains(where: { $0.kind == .speech }) else {
      throw PaperError(
        code: "no_turns",
        message:
          "In \(fileName) no line could be read as the words of a speaker, though \(paper.paragraphs.count) hold text: they begin with no question number, no “Q.” or “A.” and no name with a colon; send the file that it was made from, or import it as a note.",
        file: fileName)
    }
    if let loss = Conservation.lossError(transcript.lostLines(of: paper), fileName: fileName) {
      throw loss
    }
    return transcript
  }

  /// Takes the header's lines and returns where the first turn begins.
  ///
  /// - Parameter isStrict: Whether a label has to be that of the Chair or of
  ///   somebody listed; without members, witnesses or numbers it cannot be.
  private static func bodyStart(
    in paper: PaperText, reading header: inout HeaderReading, isStrict: Bool
  ) -> Int? {
    for (index, paragraph) in paper.paragraphs.enumerated() {
      if begins(paragraph.text, header: header, isStrict: isStrict) { return index }
      header.take(paragraph)
    }
    return nil
  }

  static func begins(
    _ text: String, header: HeaderReading, isStrict: Bool
  ) -> Bool {
    if QuestionMark(text) != nil || AnswerMark(text) != nil { return true }
    if case .oath = HearingLine(text) { return true }
    if case .number = TurnStart.listed(text, last: nil, expected: nil, book: header.book) {
      return !isStrict || header.hasExamination || header.header.printedRange != nil
    }
    guard let start = TurnStart(label: text, book: header.book), let label = start.label else {
      return false
    }
    guard !HeaderWords.isKeyword(label) else { return false }
    if header.book.knows(label) { return !start.words.isEmpty }
    return !isStrict || header.hasExamination
  }
}
