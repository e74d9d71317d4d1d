/// Reads the transcript of a session from a debate in Akoma Ntoso 2.0 or 3.0.
///
/// Headings, scenes and narrative become narrative of the transcript, notes in a
/// speech its footnotes; other notes and what stands after the debate are kept as
/// unplaced.
enum AkomaNtosoReader {
  /// - Throws: ``PaperError`` `akoma_ntoso_not_found`, `akoma_ntoso_not_debate`,
  ///   `doctype_refused`, `no_turns`, and those of XML.
  static func read(
    _ bytes: [UInt8], fileName: String, limits: PaperLimits
  ) throws(PaperError) -> Transcript {
    var doctype = DoctypeScan()
    guard !bytes.withUnsafeBytes({ doctype.finds(in: $0) }) else {
      throw PaperError(
        code: "doctype_refused",
        message:
          "\(fileName) declares a document type, which can hide what a text says; take the declaration out.",
        file: fileName)
    }
    let scan = AkomaNtosoScan(fileName: fileName, limits: limits)
    try DocxXML.parse(
      bytes, into: scan, name: "akomaNtoso", fileName: fileName, limits: limits,
      remedy: "export it again, in UTF-8")
    var body = AkomaNtosoBody(meta: scan.meta)
    for piece in scan.pieces { body.take(piece) }
    let transcript = body.transcript()
    guard transcript.turns.contains(where: { $0.kind == .speech }) else {
      throw PaperError(
        code: "no_turns",
        message: "\(fileName) has no speech, question or answer; check that it is a debate.",
        file: fileName)
    }
    guard transcript.ink == scan.ink else {
      throw PaperError(
        code: "text_lost",
        message:
          "Text of \(fileName) would be lost or doubled, so nothing was read; this is a fault of the reader, please report it.",
        file: fileName)
    }
    return transcript
  }
}

extension Transcript {
  /// How many visible scalars stand in its lines and turns.
  fileprivate var ink: Int {
    let texts =
      header.lines.map(\.text) + turns.map { $0.lead + $0.text }
      + turns.flatMap(\.footnotes).map(\.text) + unplaced.map(\.text)
    return texts.reduce(0) { $0 + $1.unicodeScalars.count { !$0.isBlank } }
  }
}
