/// The rows of tables while a document is read: cells that are a line each are
/// one paragraph together, so that a figure stays beside what it is of.
struct TableRows {
  /// Where the cells of the row begin that is open in each table, the outermost
  /// first: indices of paragraphs.
  private var tables: [[Int]] = []

  var isInTable: Bool { !tables.isEmpty }

  mutating func beginTable() { tables.append([]) }

  /// Notes that the next paragraph is the first of a cell.
  mutating func beginCell(at count: Int) {
    if !tables.isEmpty { tables[tables.count - 1].append(count) }
  }

  mutating func endTable() { _ = tables.popLast() }

  /// Ends the row that is open in the innermost table.
  ///
  /// - Parameters:
  ///   - paragraphs: What was read so far; its last ones become one where they are the
  ///     cells of a row.
  ///   - notes: The notes so far, which keep their places.
  /// - Returns: What became one, empty where a cell holds several paragraphs, as in
  ///   tables that only lay a page out.
  @discardableResult
  mutating func endRow(
    in paragraphs: inout [PaperText.Paragraph], notes: inout [PaperText.Note]
  ) -> ArraySlice<PaperText.Paragraph> {
    guard let starts = tables.last else { return [] }
    tables[tables.count - 1] = []
    let ends = starts.dropFirst() + [paragraphs.count]
    let counts = zip(starts, ends).map { $1 - $0 }
    guard let first = starts.first, counts.allSatisfy({ $0 <= 1 }),
      counts.count(where: { $0 == 1 }) > 1
    else { return [] }
    let cells = paragraphs[first...]
    var start = 0
    let moved = cells.reduce(into: [Int: Int]()) {
      $0[$1.line] = start
      start += $1.text.utf8.count + 1
    }
    for index in notes.indices.reversed() {
      guard let start = moved[notes[index].line] else { break }
      notes[index].offset += start
      notes[index].line = paragraphs[first].line
    }
    let text = cells.map(\.text).joined(separator: "\t")
    let row = PaperText.Paragraph(
      text: text, line: paragraphs[first].line,
      // Longer ones are prose that was laid out in columns.
      form: text.count <= 200 ? .row : .text, page: paragraphs[first].page)
    paragraphs.replaceSubrange(first..., with: [row])
    return cells
  }
}
