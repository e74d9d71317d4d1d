/// Reads a Word document: the gate, then the parts that bear on its text.
enum DocxReader {
  static func read(
    _ bytes: [UInt8], fileName: String, limits: PaperLimits
  ) throws(PaperError) -> PaperText {
    let parts = try DocxGate(fileName: fileName, limits: limits).parts(of: bytes)
    let (body, furniture) = try body(parts, fileName: fileName, limits: limits)
    return try text(of: body, furniture, fileName)
  }

  /// A document as it was before its tracked changes.
  struct Before {
    let paper: PaperText
    /// The paragraphs that have changes, by line.
    let tracked: [Int: TrackedParagraph]
    let comments: [DocxCommentsPart.Comment]
    let ranges: DocxCommentRanges
  }

  static func readBefore(
    _ bytes: [UInt8], fileName: String, limits: PaperLimits
  ) throws(PaperError) -> Before {
    let parts = try DocxGate(fileName: fileName, limits: limits).parts(of: bytes)
    let body = try body(parts, fileName: fileName, limits: limits, tracks: true).0
    let comments = DocxCommentsPart(fileName: fileName, limits: limits)
    if let bytes = parts["word/comments.xml"] {
      try DocxXML.parse(
        bytes, into: comments, name: "word/comments.xml", fileName: fileName, limits: limits)
    }
    return Before(
      paper: try text(of: body, [], fileName), tracked: body.tracked,
      comments: comments.comments,
      ranges: body.commentRanges)
  }

  private static func body(
    _ parts: [String: [UInt8]], fileName: String, limits: PaperLimits, tracks: Bool = false
  ) throws(PaperError) -> (DocxBodyPart, furniture: [String]) {
    func parse(_ name: String, into part: any DocxPart) throws(PaperError) {
      guard let bytes = parts[name] else { return }
      try DocxXML.parse(bytes, into: part, name: name, fileName: fileName, limits: limits)
    }
    let styles = DocxStylesPart()
    try parse("word/styles.xml", into: styles)
    let numbering = DocxNumberingPart()
    try parse("word/numbering.xml", into: numbering)
    func body(_ noteWords: [String: String] = [:], tracks: Bool = false) -> DocxBodyPart {
      DocxBodyPart(
        styles: styles.styles,
        counters: DocxCounters(numbering: numbering.numbering, styles: styles.styles),
        fileName: fileName, limits: limits, noteWords: noteWords, tracks: tracks)
    }
    let notes = DocxNoteWords(body())
    try parse("word/footnotes.xml", into: notes)
    try parse("word/endnotes.xml", into: notes)
    let text = body(notes.words, tracks: tracks)
    try parse("word/document.xml", into: text)
    var furniture: [String] = []
    var seen: Set<String> = []
    for name in parts.keys.sorted()
    where DocxGate.Kind.word.families.contains(where: name.hasPrefix) {
      let part = body()
      try parse(name, into: part)
      furniture += part.paragraphs.map(\.text)
        .filter { !HeaderWords.isPageNumber($0.squeezed) && seen.insert($0).inserted }
    }
    return (text, furniture)
  }

  private static func text(
    of body: DocxBodyPart, _ furniture: [String], _ fileName: String
  ) throws(PaperError) -> PaperText {
    guard body.paragraphs.isEmpty else {
      return PaperText(
        paragraphs: body.paragraphs,
        aside: furniture.map { UnplacedLine(line: 1, text: $0, reason: .pageFurniture) },
        notes: body.notes, remarks: body.tally.remarks)
    }
    guard body.tally.pictures == 0 else { throw imageOnly(fileName) }
    throw PlainTextReader.noText(in: fileName)
  }

  static func imageOnly(_ fileName: String) -> PaperError {
    PaperError(
      code: "image_only",
      message:
        "\(fileName) holds only pictures and no text; send a file with text, such as the document that the pictures were made from.",
      file: fileName)
  }
}
