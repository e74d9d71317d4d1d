/// Reads a Word document: the gate, then the parts that bear on its text.
enum DocxReader {
  static func read(
    _ bytes: [UInt8], fileName: String, limits: PaperLimits
  ) throws(PaperError) -> PaperText {
    let parts = try DocxGate(fileName: fileName, limits: limits).parts(of: bytes)
    let body = try body(parts, fileName: fileName, limits: limits)
    return try text(of: body, parts, fileName, limits)
  }

  /// A document as it was before its tracked changes.
  struct Before {
    let paper: PaperText
    /// The paragraphs that have changes, by line.
    let tracked: [Int: TrackedParagraph]
    let comments: [DocxNotesPart.Note]
    let ranges: DocxCommentRanges
  }

  static func readBefore(
    _ bytes: [UInt8], fileName: String, limits: PaperLimits
  ) throws(PaperError) -> Before {
    let parts = try DocxGate(fileName: fileName, limits: limits).parts(of: bytes)
    let body = try body(parts, fileName: fileName, limits: limits, tracks: true)
    return Before(
      paper: try text(of: body, parts, fileName, limits), tracked: body.tracked,
      comments: try notes("comment", parts, fileName, limits), ranges: body.commentRanges)
  }

  /// What stands beside the text: the comments, footnotes or endnotes.
  private static func notes(
    _ kind: String, _ parts: [String: [UInt8]], _ fileName: String, _ limits: PaperLimits
  ) throws(PaperError) -> [DocxNotesPart.Note] {
    let name = "word/\(kind)s.xml"
    let part = DocxNotesPart(of: "w:\(kind)", fileName: fileName, limits: limits)
    guard let bytes = parts[name] else { return [] }
    try DocxXML.parse(bytes, into: part, name: name, fileName: fileName, limits: limits)
    return part.notes
  }

  /// The footnotes and endnotes that the text refers to, each once and with the
  /// paragraph that does; what has none stays in the tally.
  private static func notesReferredTo(
    by body: DocxBodyPart, _ parts: [String: [UInt8]], _ fileName: String, _ limits: PaperLimits
  ) throws(PaperError) -> [UnplacedLine] {
    guard !body.tally.notes.isEmpty else { return [] }
    var words: [Bool: [String: String]] = [:]
    for (isEndnote, kind) in [(false, "footnote"), (true, "endnote")] {
      for note in try notes(kind, parts, fileName, limits) where !note.text.isEmpty {
        words[isEndnote, default: [:]][note.id] = note.text
      }
    }
    var aside: [UnplacedLine] = []
    body.tally.notes.removeAll { reference in
      guard let text = words[reference.isEndnote]?.removeValue(forKey: reference.id) else {
        return false
      }
      aside.append(UnplacedLine(line: reference.line, text: text, reason: .footnote))
      return true
    }
    return aside
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
    of body: DocxBodyPart, _ parts: [String: [UInt8]], _ fileName: String, _ limits: PaperLimits
  ) throws(PaperError) -> PaperText {
    let aside = try notesReferredTo(by: body, parts, fileName, limits)
    guard body.paragraphs.isEmpty else {
      return PaperText(
        paragraphs: body.paragraphs, aside: aside, remarks: body.tally.remarks)
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
