import Inquiries

/// Reads a report draft: Pandoc Markdown with a header, findings,
/// conclusions and recommendations in fenced divs, and citations.
public enum DraftReader {
  /// Half as large again as the longest report we know of, with its tables.
  public static let byteLimit = 5 * 1024 * 1024

  /// Reads one version of a draft.
  ///
  /// - Parameters:
  ///   - bytes: The file as the author saved it; UTF-8.
  ///   - fileName: For errors.
  /// - Throws: A ``PaperError`` with the line, when the draft's structure is
  ///   broken. Citations that cannot be read are no error: they are kept as
  ///   failures, for the check to report all at once.
  public static func read(_ bytes: [UInt8], fileName: String) throws(PaperError) -> Draft {
    guard bytes.count <= byteLimit else {
      throw PaperError(
        code: "draft_too_large", message: "A draft may have at most 5 MB; split off its annexes.",
        file: fileName)
    }
    let lines = DraftLines(bytes)
    try checkCharacters(lines, fileName: fileName)
    let header = try DraftHeaderReader(lines: lines, fileName: fileName).read()
    var splitter = DraftSplitter(lines, headerLines: header.lineCount, fileName: fileName)
    let pieces = try splitter.split()
    var builder = DraftBlocks(lines, fileName: fileName)
    for piece in pieces { try builder.add(piece) }
    return Draft(bytes: bytes, header: header.0, pieces: pieces, blocks: builder.blocks)
  }

  private static func checkCharacters(_ lines: DraftLines, fileName: String) throws(PaperError) {
    func fault(_ code: String, at offset: Int, _ message: String) -> PaperError {
      let line = lines.number(at: offset)
      let column =
        String(
          decoding: lines.bytes[lines.starts[line - 1]..<offset], as: UTF8.self
        ).count + 1
      return PaperError(
        code: code, message: "\(message) (line \(line), column \(column)).", file: fileName,
        line: line, column: column)
    }
    if let nul = lines.bytes.firstIndex(of: 0) {
      throw fault("draft_nul", at: nul, "There is a NUL byte; this is not a text file")
    }
    guard String(validating: lines.bytes, as: UTF8.self) == nil else { return }
    var parser = Unicode.UTF8.ForwardParser()
    var rest = lines.bytes.makeIterator()
    var offset = 0
    while case .valid(let scalar) = parser.parseScalar(from: &rest) { offset += scalar.count }
    throw fault(
      "draft_not_utf8", at: offset, "There is a character that is not UTF-8; save the file as UTF-8"
    )
  }
}

/// Numbers the blocks of a draft and gives them their headings.
struct DraftBlocks {
  private(set) var blocks: [DraftBlock] = []
  private let lines: DraftLines
  private let fileName: String
  private var headings: [(level: Int, text: String)] = []
  private var paragraphs = 0
  private var counts: [DraftBlockKind: Int] = [:]
  private var lineOfKey: [String: Int] = [:]

  init(_ lines: DraftLines, fileName: String) {
    self.lines = lines
    self.fileName = fileName
  }

  mutating func add(_ piece: DraftPiece) throws(PaperError) {
    guard case .block(let kind, let key) = piece.kind else { return }
    if let key, let earlier = lineOfKey.updateValue(piece.line, forKey: key) {
      throw PaperError(
        code: "draft_key_repeated",
        message: "The key “\(key)” stands on lines \(earlier) and \(piece.line); a key names one.",
        file: fileName, line: piece.line)
    }
    let content = contentRange(of: piece, kind)
    let text = DraftBlocks.text(lines.bytes[content])
    if case .heading(let level) = kind { headings.removeAll { $0.level >= level } }
    var scanner = CitationScanner(lines, in: content)
    blocks.append(
      DraftBlock(
        ordinal: blocks.count, kind: kind, key: key, line: piece.line, range: piece.range,
        contentRange: content, text: text, paragraphNumber: nextParagraph(kind),
        number: nextNumber(kind), section: headings.map(\.text),
        citations: piece.isCode ? [] : scanner.scan()))
    if case .heading(let level) = kind { headings.append((level, text)) }
  }

  private mutating func nextParagraph(_ kind: DraftBlockKind) -> Int? {
    switch kind {
    case .heading, .continuation: return nil
    case .paragraph, .finding, .conclusion, .recommendation:
      paragraphs += 1
      return paragraphs
    }
  }

  private mutating func nextNumber(_ kind: DraftBlockKind) -> Int? {
    guard kind.divClass != nil else { return nil }
    counts[kind, default: 0] += 1
    return counts[kind]
  }

  /// A heading's words, without the marks that make it one.
  private func contentRange(of piece: DraftPiece, _ kind: DraftBlockKind) -> Range<Int> {
    guard case .heading = kind else { return piece.contentRange }
    let bytes = lines.bytes
    let first = lines.content(piece.line - 1)
    var text = first.drop { $0.isBlank }
    if lines.headingLevel(piece.line - 1) != nil {
      text = text.drop { $0 == .hash }.drop { $0.isBlank }
    }
    if text.last == .closeBrace, let brace = text.lastIndex(of: .openBrace),
      brace + 1 < text.endIndex, [.hash, .point, .hyphen].contains(bytes[brace + 1])
    {
      text = text[..<brace]
    }
    while let last = text.last, last == .hash || last.isBlank { text = text.dropLast() }
    return text.startIndex..<text.endIndex
  }

  /// The words with lines ended by `\n` and without blank lines at either end.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for (index, byte) in zip(bytes.indices, bytes) {
      if byte == .carriageReturn, index + 1 < bytes.endIndex, bytes[index + 1] == .newline {
        continue
      }
      text.append(byte)
    }
    while let last = text.last, last.isBlank { text.removeLast() }
    return String(decoding: text.drop { $0 == .newline || $0 == .carriageReturn }, as: UTF8.self)
  }
}
