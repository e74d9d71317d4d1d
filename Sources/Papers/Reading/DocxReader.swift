/// Reads a Word document: the gate, then the parts that bear on its text.
enum DocxReader {
  static func read(
    _ bytes: [UInt8], fileName: String, limits: PaperLimits
  ) throws(PaperError) -> PaperText {
    let parts = try DocxGate(fileName: fileName, limits: limits).parts(of: bytes)
    return try text(of: body(parts, fileName: fileName, limits: limits), fileName)
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
    let body = try body(parts, fileName: fileName, limits: limits, tracks: true)
    let comments = DocxCommentsPart(fileName: fileName, limits: limits)
    if let bytes = parts["word/comments.xml"] {
      try DocxXML.parse(
        bytes, into: comments, name: "word/comments.xml", fileName: fileName, limits: limits)
    }
    return Before(
      paper: try text(of: body, fileName), tracked: body.tracked, comments: comments.comments,
      ranges: body.commentRanges)
  }

  private static func body(
    _ parts: [String: [UInt8]], fileName: String, limits: PaperLimits, tracks: Bool = false
  ) throws(PaperError) -> DocxBodyPart {
    func parse(_ name: String, into part: any DocxPart) throws(PaperError) {
      guard let bytes = parts[name] else { return }
      try DocxXML.parse(bytes, into: part, name: name, fileName: fileName, limits: limits)
    }
    let styles = DocxStylesPart()
    try parse("word/styles.xml", into: styles)
    let numbering = DocxNumberingPart()
    try parse("word/numbering.xml", into: numbering)
    let body = DocxBodyPart(
      styles: styles.styles,
      counters: DocxCounters(numbering: numbering.numbering, styles: styles.styles),
      fileName: fileName, limits: limits, tracks: tracks)
    try parse("word/document.xml", into: body)
    return body
  }

  private static func text(
    of body: DocxBodyPart, _ fileName: String
  ) throws(PaperError) -> PaperText {
    guard body.paragraphs.isEmpty else {
      return PaperText(paragraphs: body.paragraphs, remarks: body.tally.remarks)
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
