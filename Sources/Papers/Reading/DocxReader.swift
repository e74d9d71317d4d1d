/// Reads a Word document: the gate, then the parts that bear on its text.
enum DocxReader {
  static func read(
    _ bytes: [UInt8], fileName: String, limits: PaperLimits
  ) throws(PaperError) -> PaperText {
    try text(of: body(bytes, fileName: fileName, limits: limits), fileName)
  }

  /// The text as it was before its tracked changes, and the paragraphs that have
  /// some, by line.
  static func readBefore(
    _ bytes: [UInt8], fileName: String, limits: PaperLimits
  ) throws(PaperError) -> (paper: PaperText, tracked: [Int: TrackedParagraph]) {
    let body = try body(bytes, fileName: fileName, limits: limits, tracks: true)
    return (try text(of: body, fileName), body.tracked)
  }

  private static func body(
    _ bytes: [UInt8], fileName: String, limits: PaperLimits, tracks: Bool = false
  ) throws(PaperError) -> DocxBodyPart {
    let parts = try DocxGate(fileName: fileName, limits: limits).parts(of: bytes)
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
