import Inquiries

/// The cells of one sheet, row by row.
final class SheetPart: DocxPart {
  private(set) var rows: [SheetRow] = []
  private let strings: [String]
  private let dateStyles: Set<Int>
  private let countsFrom1904: Bool
  private let fileName: String
  private var number = 0
  private var column = -1
  private var cells: [Int: SheetRow.Cell] = [:]
  private var kind = "n"
  private var style = 0
  private var value = ""
  private var isInValue = false

  init(strings: [String], dateStyles: Set<Int>, countsFrom1904: Bool, fileName: String) {
    self.strings = strings
    self.dateStyles = dateStyles
    self.countsFrom1904 = countsFrom1904
    self.fileName = fileName
  }

  func begin(_ element: DocxElement) throws(PaperError) {
    switch element.name {
    case "other:row":
      number = element["r"].flatMap { Int($0) } ?? number + 1
      column = -1
      cells = [:]
    case "other:c":
      column = element["r"].flatMap(Self.column) ?? column + 1
      kind = element["t"] ?? "n"
      style = element["s"].flatMap { Int($0) } ?? 0
      value = ""
    case "other:v", "other:t": isInValue = true
    default: break
    }
  }

  func text(_ text: String) {
    if isInValue { value += text }
  }

  func end(_ name: String) throws(PaperError) {
    switch name {
    case "other:v", "other:t": isInValue = false
    case "other:c":
      guard let cell = cell() else { return }
      guard column < Workbook.mostColumns else { throw tooLarge() }
      cells[column] = cell
    case "other:row" where !cells.isEmpty:
      guard rows.count < Workbook.mostRows else { throw tooLarge() }
      rows.append(SheetRow(number: number, cells: cells))
    default: break
    }
  }

  private func cell() -> SheetRow.Cell? {
    guard value.contains(where: { !$0.isWhitespace }) else { return nil }
    switch kind {
    case "s":
      guard let index = Int(value), strings.indices.contains(index) else {
        return .unusable("its words are not in the file")
      }
      return strings[index].contains { !$0.isWhitespace } ? .text(strings[index]) : nil
    case "str", "inlineStr": return .text(value)
    case "b": return .unusable("it is TRUE or FALSE and no word")
    case "e": return .unusable("it is the error \(value)")
    case "d": return Day(value.prefix(10)).map { .day($0) } ?? .unusable("it is no day")
    default:
      guard dateStyles.contains(style) else { return .number(value) }
      return day().map { .day($0) } ?? .unusable("the number \(value) is no day")
    }
  }

  /// A serial day: 1 January 1970 is number 25569, or 24107 from 1904 on. What
  /// lies before March 1900 is left out, as Excel has a day there that never was.
  private func day() -> Day? {
    guard let serial = Double(value), (61...2_958_465).contains(serial) else { return nil }
    return Day(daysSince1970: Int(serial) - (countsFrom1904 ? 24_107 : 25_569))
  }

  /// 27 of `AB12`.
  private static func column(_ reference: String) -> Int? {
    let letters = reference.prefix { $0.isASCII && $0.isLetter }.uppercased()
    guard (1...3).contains(letters.count) else { return nil }
    return letters.utf8.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
  }

  private func tooLarge() -> PaperError {
    PaperError(
      code: "sheet_too_large",
      message:
        "\(fileName) has more than the \(Workbook.mostRows) rows or \(Workbook.mostColumns) columns that are read; split it.",
      file: fileName)
  }
}
