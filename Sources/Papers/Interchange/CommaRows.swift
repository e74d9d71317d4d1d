/// Rows of cells between commas, after RFC 4180.
///
/// Cells that a spreadsheet would take for a formula get an apostrophe before
/// them, and lose it when they are read.
enum CommaRows {
  struct Row: Equatable {
    /// The line of the file on which it begins, from 1.
    let line: Int
    let cells: [String]
  }

  static func write(_ rows: [[String]]) -> [UInt8] {
    var bytes: [UInt8] = []
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        let cell = guarded(cell)
        if cell.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) {
          bytes.append(0x22)
          for byte in cell.utf8 {
            if byte == 0x22 { bytes.append(byte) }
            bytes.append(byte)
          }
          bytes.append(0x22)
        } else {
          bytes += cell.utf8
        }
      }
      bytes.append(0x0A)
    }
    return bytes
  }

  /// - Throws: ``PaperError`` `csv_damaged` for a quotation mark that is not
  ///   closed, or with text after it.
  static func read(_ text: String, fileName: String) throws(PaperError) -> [Row] {
    let bytes = Array(text.utf8)
    var rows: [Row] = []
    var cells: [String] = []
    var place = 0
    var line = 1
    var start = 1
    while place < bytes.count {
      cells.append(unguarded(try cell(bytes, &place, &line, fileName)))
      guard place < bytes.count, bytes[place] == 0x2C else {
        if place < bytes.count, bytes[place] == 0x0D { place += 1 }
        if place < bytes.count, bytes[place] == 0x0A { place += 1 }
        if cells != [""] { rows.append(Row(line: start, cells: cells)) }
        cells = []
        line += 1
        start = line
        continue
      }
      place += 1
      if place == bytes.count { cells.append("") }
    }
    if !cells.isEmpty { rows.append(Row(line: start, cells: cells)) }
    return rows
  }

  /// Reads a cell up to the comma or line end behind it.
  private static func cell(
    _ bytes: [UInt8], _ place: inout Int, _ line: inout Int, _ fileName: String
  ) throws(PaperError) -> String {
    guard place < bytes.count, bytes[place] == 0x22 else {
      let start = place
      while place < bytes.count, ![0x2C, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
      return String(decoding: bytes[start..<place], as: UTF8.self)
    }
    let first = line
    var cell: [UInt8] = []
    place += 1
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == 0x22 {
        guard place < bytes.count, bytes[place] == 0x22 else {
          guard place == bytes.count || [0x2C, 0x0A, 0x0D].contains(bytes[place]) else {
            throw damaged("text stands after a closing quotation mark", line, fileName)
          }
          return String(decoding: cell, as: UTF8.self)
        }
        place += 1
      }
      if byte == 0x0A { line += 1 }
      cell.append(byte)
    }
    throw damaged("a quotation mark opens and none closes", first, fileName)
  }

  private static func damaged(_ words: String, _ line: Int, _ fileName: String) -> PaperError {
    PaperError(
      code: "csv_damaged",
      message: "On line \(line) of \(fileName) \(words); save it again from its program as CSV.",
      file: fileName, line: line)
  }

  /// An apostrophe more where, behind any that there are, a formula begins.
  private static func guarded(_ cell: String) -> String { isFormula(cell) ? "'" + cell : cell }

  private static func unguarded(_ cell: String) -> String {
    cell.utf8.first == UInt8(ascii: "'") && isFormula(cell) ? String(cell.dropFirst()) : cell
  }

  private static func isFormula(_ cell: String) -> Bool {
    let first = cell.utf8.first { $0 != UInt8(ascii: "'") }
    return first.map { "=+-@\t\r".utf8.contains($0) } ?? false
  }
}
