/// The rows of a file of comma-separated values (RFC 4180).
///
/// A quoted field may hold separators, line ends and doubled quotes; lines with
/// nothing in them are passed over. Whether rows are as long as the header is
/// for the reader of what is in them to judge.
public struct CSVText: Sendable {
  /// One record.
  public struct Row: Sendable {
    /// The line where it begins, from 1: what an editor shows.
    public let line: Int
    public let fields: [String]
  }

  public let fileName: String
  private let bytes: [UInt8]
  private let separator: UInt8
  private var place = 0
  private var line = 1

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - bytes: The file; a byte-order mark is obeyed.
  ///   - fileName: As the sender gave it, for messages.
  ///   - encoding: UTF-8 unless named.
  ///   - separator: An ASCII character, `,` unless named.
  /// - Throws: ``PaperError`` `paper_too_large`, `csv_separator_unknown`, or what
  ///   decoding throws.
  public init(
    _ bytes: [UInt8], fileName: String, encoding: String? = nil, separator: String? = nil,
    limits: PaperLimits = PaperLimits()
  ) throws(PaperError) {
    guard bytes.count <= limits.fileBytes else {
      throw PaperError(
        code: "paper_too_large",
        message:
          "\(fileName) has \(bytes.count) bytes, more than the \(limits.fileBytes) that are read; leave out columns that are not needed.",
        file: fileName)
    }
    let named = separator == "tab" ? "\t" : separator ?? ","
    guard let byte = named.utf8.first, named.utf8.count == 1, byte < 0x80, byte != 0x22,
      byte != 0x0A, byte != 0x0D
    else {
      throw PaperError(
        code: "csv_separator_unknown",
        message: "“\(named)” cannot separate fields; give one character such as “;”, or “tab”.",
        file: fileName)
    }
    self.fileName = fileName
    self.separator = byte
    self.bytes = Array(
      try TextDecoding(bytes: bytes, fileName: fileName).text(encoding: encoding).utf8)
  }

  /// The next record.
  ///
  /// - Returns: `nil` after the last.
  /// - Throws: ``PaperError`` `csv_quote_open` or `csv_quote_stray`.
  public mutating func next() throws(PaperError) -> Row? {
    while place < bytes.count, bytes[place] == 0x0A || bytes[place] == 0x0D { endLine() }
    guard place < bytes.count else { return nil }
    let start = line
    var fields: [String] = []
    while true {
      fields.append(
        place < bytes.count && bytes[place] == 0x22
          ? try quoted(column: fields.count + 1) : plain())
      guard place < bytes.count, bytes[place] == separator else { break }
      place += 1
    }
    endLine()
    return Row(line: start, fields: fields)
  }

  private mutating func endLine() {
    guard place < bytes.count else { return }
    let isPair = bytes[place] == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
    place += isPair ? 2 : 1
    line += 1
  }

  private mutating func plain() -> String {
    let start = place
    while place < bytes.count, bytes[place] != separator, bytes[place] != 0x0A,
      bytes[place] != 0x0D
    { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func quoted(column: Int) throws(PaperError) -> String {
    let opened = line
    place += 1
    var text: [UInt8] = []
    while place < bytes.count {
      let byte = bytes[place]
      if byte == 0x22 {
        guard place + 1 < bytes.count, bytes[place + 1] == 0x22 else {
          place += 1
          return try closed(text, column: column)
        }
        place += 1
      }
      if byte == 0x0A || (byte == 0x0D && (place + 1 == bytes.count || bytes[place + 1] != 0x0A)) {
        line += 1
      }
      text.append(byte)
      place += 1
    }
    throw PaperError(
      code: "csv_quote_open",
      message:
        "Line \(opened) of \(fileName), field \(column): the quotation mark that opens the field is never closed; close it, or double it if it is part of the text.",
      file: fileName, line: opened)
  }

  private func closed(_ text: [UInt8], column: Int) throws(PaperError) -> String {
    let isAtEnd =
      place == bytes.count || bytes[place] == separator || bytes[place] == 0x0A
      || bytes[place] == 0x0D
    guard isAtEnd else {
      throw PaperError(
        code: "csv_quote_stray",
        message:
          "Line \(line) of \(fileName), field \(column): text follows the closing quotation mark; double the quotation marks inside the field.",
        file: fileName, line: line)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
