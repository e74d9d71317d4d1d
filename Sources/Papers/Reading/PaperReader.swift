/// Reads the plain paragraphs out of a document's bytes.
public enum PaperReader {
  /// Reads a `.docx`, `.txt` or `.md` file.
  ///
  /// Nothing of the file is executed, fetched or trusted: a Word file passes
  /// the gate of ``PaperLimits`` before a parser sees it.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - fileName: Its name; the extension decides how it is read.
  ///   - encoding: The encoding of a text file without a byte-order mark;
  ///     UTF-8 when absent.
  ///   - limits: What the reading may cost.
  /// - Returns: The paragraphs and what was remarked on the way.
  /// - Throws: ``PaperError`` when the file is of another kind, damaged,
  ///   hostile or empty.
  public static func read(
    _ bytes: [UInt8], fileName: String, encoding: String? = nil, limits: PaperLimits = .init()
  ) throws(PaperError) -> PaperText {
    guard bytes.count <= limits.fileBytes else {
      throw PaperError(
        code: "paper_too_large",
        message:
          "\(fileName) has \(bytes.count) bytes, more than the \(limits.fileBytes) that are accepted; split it or take its pictures out.",
        file: fileName)
    }
    switch fileExtension(of: fileName) {
    case "docx":
      return try DocxReader.read(bytes, fileName: fileName, limits: limits)
    case "txt":
      return try PlainTextReader.read(
        bytes, fileName: fileName, encoding: encoding, limits: limits)
    case "md", "markdown":
      return try MarkdownReader.read(
        bytes, fileName: fileName, encoding: encoding, limits: limits)
    case let other:
      let met = other.isEmpty ? "has no extension" : "is a .\(other) file"
      throw PaperError(
        code: "paper_kind_unknown",
        message:
          "\(fileName) \(met); what is read is .docx, .txt and .md, so save it as one of these.",
        file: fileName)
    }
  }

  private static func fileExtension(of fileName: String) -> String {
    let last = fileName.split(separator: "/").last ?? ""
    guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return "" }
    return last[last.index(after: dot)...].lowercased()
  }
}
