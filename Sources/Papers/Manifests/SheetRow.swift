public import Inquiries

/// A row of a table of ours, whichever program saved it.
public struct SheetRow: Sendable {
  /// One cell as its file tells it; nothing in it is guessed.
  public enum Cell: Hashable, Sendable {
    case text(String)
    /// A number as the file spells it.
    case number(String)
    /// A cell that the program itself shows as a date.
    case day(Day)
    /// What can be taken for nothing, with why.
    case unusable(String)
  }

  /// The row of the program, or the line of a text, from 1.
  public let number: Int
  /// By column, from 0; one that is empty is not there.
  public let cells: [Int: Cell]

  /// Reads the rows that are not empty, out of a `.xlsx` or a `.csv`.
  ///
  /// - Parameters:
  ///   - encoding: Of a `.csv` without a byte-order mark; UTF-8 unless named.
  ///   - separator: Of a `.csv`; found in its first line unless named.
  /// - Throws: ``PaperError`` when the file is of another kind, damaged or hostile.
  public static func read(
    _ bytes: [UInt8], fileName: String, encoding: String? = nil, separator: String? = nil,
    limits: PaperLimits = PaperLimits()
  ) throws(PaperError) -> [SheetRow] {
    let lowered = fileName.lowercased()
    if lowered.hasSuffix(".xlsx") {
      return try Workbook.rows(of: bytes, fileName: fileName, limits: limits)
    }
    guard lowered.hasSuffix(".csv") else {
      throw PaperError(
        code: "manifest_kind_unknown",
        message: "\(fileName) is no table that is read; save it as .xlsx or .csv.",
        file: fileName)
    }
    var named = separator
    if named == nil { named = try seen(bytes, fileName: fileName, encoding: encoding) }
    var text = try CSVText(
      bytes, fileName: fileName, encoding: encoding, separator: named, limits: limits)
    var rows: [SheetRow] = []
    while let row = try text.next() {
      let cells = row.fields.enumerated().filter { $1.contains { !$0.isWhitespace } }
      guard !cells.isEmpty else { continue }
      rows.append(
        SheetRow(
          number: row.line,
          cells: Dictionary(uniqueKeysWithValues: cells.map { ($0, .text($1)) })))
    }
    return rows
  }

  /// What separates the names of the columns, none of which holds one of these.
  private static func seen(
    _ bytes: [UInt8], fileName: String, encoding: String?
  ) throws(PaperError) -> String {
    let text = try TextDecoding(bytes: bytes, fileName: fileName).text(encoding: encoding)
    let first = text.drop(while: \.isNewline).prefix { !$0.isNewline }
    let found = [";", ",", "\t"].filter { first.contains($0) }
    guard found.count <= 1 else {
      throw PaperError(
        code: "csv_separator_unclear",
        message:
          "The first line of \(fileName) holds several signs that separate fields; say which it is with --separator.",
        file: fileName, line: 1)
    }
    return found.first ?? ","
  }
}
