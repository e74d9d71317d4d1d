/// Rows under headings, with blanks between the columns and nothing else.
///
/// A table that is too wide wraps its widest columns at word boundaries, so
/// that references, numbers and days stay on one line while there is room.
struct Table {
  /// The heading of a column, and where its cells stand.
  struct Column: ExpressibleByStringLiteral {
    let title: String
    let isNumeric: Bool

    init(stringLiteral title: String) {
      self.init(title, isNumeric: false)
    }

    private init(_ title: String, isNumeric: Bool) {
      self.title = title
      self.isNumeric = isNumeric
    }

    /// A column of numbers, which stand to the right.
    static func number(_ title: String) -> Column {
      Column(title, isNumeric: true)
    }
  }

  let columns: [Column]
  let rows: [[String]]
  private static let gap = 2
  /// Words beyond this, such as addresses, are cut rather than make room for.
  private static let longestWord = 24

  init(_ columns: [Column], _ rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }

  /// The heading's lines and those of the rows, none wider than `width`.
  func lines(width: Int) -> (heading: [String], body: [String]) {
    let widths = widths(in: width)
    let rule = widths.map { String(repeating: "-", count: $0) }
    return (
      row(columns.map(\.title), widths) + row(rule, widths),
      rows.flatMap { row($0, widths) }
    )
  }

  private func row(_ cells: [String], _ widths: [Int]) -> [String] {
    let cells = zip(cells, widths).map { Wrapping.lines($0, width: $1) }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line in
      let parts = cells.indices.map { column -> String in
        let text = line < cells[column].count ? cells[column][line] : ""
        let blank = String(repeating: " ", count: max(0, widths[column] - Wrapping.width(of: text)))
        return columns[column].isNumeric ? blank + text : text + blank
      }
      return trimmed(parts.joined(separator: String(repeating: " ", count: Table.gap)))
    }
  }

  private func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  /// Whether there is room for the words of every column side by side.
  func fits(in width: Int) -> Bool {
    leastWidths.reduce(0, +) <= room(in: width)
  }

  /// What each column gets: its longest word, and of the rest what it wants,
  /// the most modest first, or a fair share where the wants go beyond it.
  private func widths(in width: Int) -> [Int] {
    var widths = leastWidths
    let wants = zip(cells, widths).map { cells, least in
      (cells.map { Table.widest($0, splitAt: \.isNewline) }.max() ?? 0) - least
    }
    var left = max(0, room(in: width) - widths.reduce(0, +))
    for (place, column) in wants.indices.sorted(by: { wants[$0] < wants[$1] }).enumerated() {
      let share = min(wants[column], left / (columns.count - place))
      widths[column] += share
      left -= share
    }
    return widths
  }

  private func room(in width: Int) -> Int {
    width - Table.gap * (columns.count - 1)
  }

  private var leastWidths: [Int] {
    cells.map { cells in
      min(Table.longestWord, cells.map { Table.widest($0, splitAt: \.isWhitespace) }.max() ?? 0)
    }
  }

  /// The heading and cells of each column.
  private var cells: [[String]] {
    columns.indices.map { column in [columns[column].title] + rows.map { $0[column] } }
  }

  private static func widest(_ cell: String, splitAt isBreak: (Character) -> Bool) -> Int {
    cell.split(whereSeparator: isBreak).map { Wrapping.width(of: Wrapping.plain($0)) }.max() ?? 0
  }
}
