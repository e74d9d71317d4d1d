/// A file as it came, ready to be read.
///
/// Opened before anything else is done with it, because some formats need a
/// program that is not ours, and no such program is awaited in a transaction.
public struct PaperFile: Sendable {
  /// The whole file, byte for byte.
  public let bytes: [UInt8]
  /// Its name; the extension decides how it is read.
  public let name: String
  /// The encoding of a text file without a byte-order mark; UTF-8 when absent.
  public let encoding: String?
  /// The words of a PDF, where they stand and whether they are seen.
  let layout: PDFLayout?

  /// A file of a format that we read ourselves.
  public init(_ bytes: [UInt8], name: String, encoding: String? = nil) {
    self.init(bytes, name: name, encoding: encoding, layout: nil)
  }

  private init(_ bytes: [UInt8], name: String, encoding: String?, layout: PDFLayout?) {
    self.bytes = bytes
    self.name = name
    self.encoding = encoding
    self.layout = layout
  }

  /// Whether another program has to take the text out of a file of this name.
  public static func isForeign(_ name: String) -> Bool {
    PaperKind(fileName: name) == .pdf
  }

  /// Opens a file of any format that is read.
  ///
  /// - Throws: ``PaperError`` for a file that is no PDF though its name says so,
  ///   is locked, or is too much for the converter.
  public static func opened(
    _ bytes: [UInt8], name: String, encoding: String? = nil, limits: PaperLimits = .init(),
    by converter: Converter = .forPapers
  ) async throws(PaperError) -> PaperFile {
    guard isForeign(name) else { return PaperFile(bytes, name: name, encoding: encoding) }
    try limits.check(bytes, fileName: name)
    try PaperKind.pdf.check(bytes, fileName: name)
    var layout: PDFLayout
    do {
      layout = PDFLayout(
        try await converter.run(.wordsOfPDF, on: bytes, fileName: name).output)
    } catch {
      throw PDFReader.refusal(for: error, of: bytes)
    }
    while layout.takePage() { await Task.yield() }
    await converter.look(at: bytes, name: name, marking: &layout)
    return PaperFile(bytes, name: name, encoding: encoding, layout: layout)
  }
}
