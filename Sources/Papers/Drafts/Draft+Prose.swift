public import Inquiries

extension Draft {
  /// A block as sentences, with its quotations and citations; `nil` for a heading,
  /// code and a table, which are no prose.
  public func prose(of block: DraftBlock) -> Prose? {
    if case .heading = block.kind { return nil }
    if block.kind == .continuation {
      let text = bytes[block.contentRange]
      let starts = ["```", "~~~", "    ", "\t", "|", "+-", "Table:"]
      guard !starts.contains(where: { text.starts(with: $0.utf8) }) else { return nil }
    }
    return words(of: block)
  }

  /// A block as sentences, whatever it is.
  public func words(of block: DraftBlock) -> Prose {
    let text = bytes[block.contentRange]
    return Prose(
      Array(text),
      citations: block.citations.map {
        ($0.range.lowerBound - text.startIndex)..<($0.range.upperBound - text.startIndex)
      })
  }

  /// A heading, or the cells of a table: no prose, and they may quote and cite.
  public func asides(of block: DraftBlock) -> [Aside] {
    let content = block.contentRange
    if case .heading = block.kind { return [aside([content], of: block, row: content)] }
    let starts = ["|", "+-", "Table:"]
    guard block.kind == .continuation,
      starts.contains(where: { bytes[content].starts(with: $0.utf8) })
    else { return [] }
    var rows: [[Range<Int>]] = []
    // How many rows stand above the rule that closes the heads of the columns.
    var heads = 0
    var isGrid = false
    for line in bytes[content].split(separator: .newline).map(\.indices) {
      guard bytes[line].contains(where: { !"|+-=: \r".utf8.contains($0) }) else {
        // A rule parts the rows of a grid; in a pipe table each line is one.
        isGrid = isGrid || bytes[line.lowerBound] == UInt8(ascii: "+")
        let closesHeads =
          isGrid ? bytes[line].contains(.equals) : rows.count == 1 && bytes[line].contains(.hyphen)
        if closesHeads { heads = rows.count }
        if isGrid { rows.append([]) }
        continue
      }
      if isGrid, !rows.isEmpty { rows[rows.count - 1].append(line) } else { rows.append([line]) }
    }
    let caption = rows.indices.dropFirst().first { isCaption(rows[$0]) } ?? rows.count
    return rows.enumerated().flatMap { row, lines -> [Aside] in
      guard let first = lines.first, let last = lines.last else { return [] }
      var cells: [[Range<Int>]] = []
      for line in lines {
        for (column, cell) in self.cells(of: line).enumerated() {
          if column == cells.count { cells.append([]) }
          cells[column].append(cell)
        }
      }
      let role: Aside.Cell.Role = row < heads ? .head : row < caption ? .body : .caption
      return cells.enumerated().map { column, pieces in
        aside(
          pieces, of: block, row: first.lowerBound..<last.upperBound,
          cell: Aside.Cell(row: row, column: column, role: role))
      }
    }
  }

  /// Whether a row is the first line of what pandoc prints beneath a table.
  private func isCaption(_ row: [Range<Int>]) -> Bool {
    guard let line = row.first else { return false }
    return ["Table:", ": "].contains { bytes[line].starts(with: $0.utf8) }
  }

  /// Where the cells of a line stand, between its bars.
  private func cells(of line: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    for place in line where bytes[place] == UInt8(ascii: "|") {
      guard place == line.lowerBound || bytes[place - 1] != UInt8(ascii: "\\") else { continue }
      if place > line.lowerBound { cells.append(start..<place) }
      start = place + 1
    }
    if start < line.upperBound { cells.append(start..<line.upperBound) }
    return cells
  }

  /// Pieces of a block as prose, put together with blanks.
  private func aside(
    _ pieces: [Range<Int>], of block: DraftBlock, row: Range<Int>, cell: Aside.Cell? = nil
  ) -> Aside {
    var text: [UInt8] = []
    var citations: [(place: Int, range: Range<Int>)] = []
    for piece in pieces {
      let shift = text.count - piece.lowerBound
      for (place, citation) in block.citations.enumerated()
      where piece.lowerBound <= citation.range.lowerBound
        && citation.range.upperBound <= piece.upperBound
      {
        citations.append(
          (place, citation.range.lowerBound + shift..<citation.range.upperBound + shift))
      }
      text += bytes[piece] + [0x20]
    }
    return Aside(
      start: (pieces.first?.lowerBound ?? row.lowerBound) - block.contentRange.lowerBound,
      prose: Prose(text, citations: citations.map(\.range)), citations: citations.map(\.place),
      row: block.citations.indices.filter { row.contains(block.citations[$0].range.lowerBound) },
      cell: cell)
  }

  /// Words of a draft that stand in no paragraph.
  public struct Aside: Sendable {
    /// The byte of the block's content at which it begins.
    public let start: Int
    public let prose: Prose
    /// Which citations of the block those of the prose are.
    public let citations: [Int]
    /// Which citations of the block stand in its row.
    public let row: [Int]
    /// Where in its table it stands; `nil` for a heading.
    public let cell: Cell?

    /// The place of a cell of a table.
    public struct Cell: Hashable, Sendable {
      /// What its row is.
      public enum Role: Hashable, Sendable {
        case head, body, caption
      }

      /// Each from 0.
      public let row: Int
      public let column: Int
      public let role: Role
    }
  }

  /// The line of the draft, from 1, in which a byte of a block's prose stands.
  public func line(of offset: Int, in block: DraftBlock) -> Int {
    let end = min(block.contentRange.lowerBound + offset, bytes.count)
    return block.line + bytes[block.range.lowerBound..<end].count { $0 == .newline }
  }
}
