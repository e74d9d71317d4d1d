public import Inquiries

extension TagMatrix {
  /// A row for each cell that is not empty, sources and passages in columns of their
  /// own; sums have no column.
  ///
  /// - Parameter column: What the columns of the matrix are, such as `group`.
  public func csv(column: String) -> [UInt8] {
    let rowNames = Dictionary(rows.map { ($0.key, $0.name) }, uniquingKeysWith: { $1 })
    let columnNames = Dictionary(columns.map { ($0.key, $0.name) }, uniquingKeysWith: { $1 })
    return CommaRows.write(
      [["tag", "tag name", column, "\(column) name", "sources", "passages"]]
        + rows.map { [$0.key, $0.name, "", "", "\($0.sources)", "\($0.passages)"] }
        + cells.map { cell in
          [
            cell.row, rowNames[cell.row] ?? "", cell.column, columnNames[cell.column] ?? "",
            "\(cell.sources)", "\(cell.passages)",
          ]
        })
  }
}
