/// Reads the plain paragraphs out of a document's bytes.
public enum PaperReader {
  /// Reads a `.docx`, `.odt`, `.rtf`, `.html`, `.txt` or `.md` file, or a `.pdf`
  /// that was opened.
  ///
  /// Nothing of the file is executed, fetched or trusted: an archive passes the
  /// gate of ``PaperLimits`` before a parser sees it.
  ///
  /// - Parameters:
  ///   - file: The file, from ``PaperFile/opened(_:name:encoding:limits:by:)``.
  ///   - limits: What the reading may cost.
  /// - Returns: The paragraphs, what stands beside them, and what was remarked on
  ///   the way.
  /// - Throws: ``PaperError`` when the file is of another kind, damaged,
  ///   hostile or empty.
  public static func read(
    _ file: PaperFile, limits: PaperLimits = .init()
  ) throws(PaperError) -> PaperText {
    let (bytes, name) = (file.bytes, file.name)
    try limits.check(bytes, fileName: name)
    guard let kind = PaperKind(fileName: name) else {
      let ending = PaperKind.fileExtension(of: name)
      let met = ending.isEmpty ? "has no extension" : "is a .\(ending) file"
      throw PaperError(
        code: "paper_kind_unknown",
        message:
          "\(name) \(met); what is read is .docx, .odt, .rtf, .pdf, .html, .txt and .md, so save it as one of these.",
        file: name)
    }
    try kind.check(bytes, fileName: name)
    let paper =
      switch kind {
      case .docx: try DocxReader.read(bytes, fileName: name, limits: limits)
      case .odt: try ODTReader.read(bytes, fileName: name, limits: limits)
      case .rtf: try RTFReader.read(bytes, fileName: name, limits: limits)
      case .html: try HTMLReader.read(file, limits: limits)
      case .pdf: try PDFReader.read(file, limits: limits)
      case .text:
        try PlainTextReader.read(bytes, fileName: name, encoding: file.encoding, limits: limits)
      case .markdown:
        try MarkdownReader.read(bytes, fileName: name, encoding: file.encoding, limits: limits)
      }
    return DoubleEncoding.remark(on: paper.paragraphs).map(paper.remarked) ?? paper
  }

  /// Reads a file of a format that needs no other program.
  public static func read(
    _ bytes: [UInt8], fileName: String, encoding: String? = nil, limits: PaperLimits = .init()
  ) throws(PaperError) -> PaperText {
    try read(PaperFile(bytes, name: fileName, encoding: encoding), limits: limits)
  }
}

extension PaperLimits {
  /// Refuses a file of too many bytes.
  func check(_ bytes: [UInt8], fileName: String) throws(PaperError) {
    guard bytes.count <= fileBytes else {
      throw PaperError(
        code: "paper_too_large",
        message:
          "\(fileName) has \(bytes.count) bytes, more than the \(fileBytes) that are accepted; split it or take its pictures out.",
        file: fileName)
    }
  }
}
