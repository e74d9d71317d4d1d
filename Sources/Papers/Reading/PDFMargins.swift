/// The numbers at the margin of pages that number every line, and the lines by them.
///
/// `pdftotext` takes a wide gap for one between columns, so that the number of a line,
/// “Q.” and the words come apart; the height at which a number stands says what is one
/// line. A sheet may hold several such pages, beside and below each other.
struct PDFMargins {
  /// Numbers below each other from 1 on.
  private struct Column {
    let left: Double
    var runs: [[PDFWord]]
  }

  /// Fewer are no margin by themselves.
  private static let fewest = 3
  /// What a margin inside a sheet has at the least; a table's column has fewer.
  private static let fewestInside = 12

  /// Where the margin of the first page is that has one.
  private let left: Double?

  init(_ pages: [PDFPage]) {
    left = pages.lazy.compactMap { Self.columns(of: $0, fewest: Self.fewest).first?.left }.first
  }

  /// The lines of a page, each from its number on, column by column; nil when the page
  /// numbers none.
  func lines(of page: PDFPage) -> [PDFLine]? {
    guard let left else { return nil }
    var columns = Self.columns(of: page, fewest: Self.fewest)
    if columns.isEmpty {
      // The last page of a hearing may have a line or two.
      columns = Self.columns(of: page, fewest: 1).filter { abs($0.left - left) < 12 }
    }
    guard !columns.isEmpty else { return nil }
    let words = page.lines.flatMap(\.words)
    return columns.indices.flatMap { index in
      let from = index == 0 ? -Double.infinity : Self.edge(columns[index])
      let to = index + 1 < columns.count ? Self.edge(columns[index + 1]) : Double.infinity
      return Self.rows(words.filter { ($0.left >= from) && ($0.left < to) }).map {
        PDFLine(words: $0.sorted { $0.left < $1.left }, page: page.ordinal)
      }
    }
  }

  private static func edge(_ column: Column) -> Double {
    column.left - (column.runs.first?.first?.height ?? 0) / 2
  }

  private static func columns(of page: PDFPage, fewest: Int) -> [Column] {
    let words = page.lines.flatMap(\.words)
    // 5,000: a sheet of four pages in small print has 2,000.
    guard words.count <= 5_000 else { return [] }
    var columns: [Column] = []
    for run in runs(in: words) where run.count >= fewest {
      guard let first = run.first else { continue }
      if let last = columns.indices.last, abs(columns[last].left - first.left) < first.height {
        columns[last].runs.append(run)
      } else if columns.isEmpty || run.count >= fewestInside {
        columns.append(Column(left: first.left, runs: [run]))
      }
    }
    // Each reaches to the next on its right; figures in the words are none.
    var margins: [Column] = []
    for (index, column) in columns.enumerated().reversed() {
      let to = margins.first.map(edge) ?? Double.infinity
      let own = words.filter { $0.left < to }
      if column.runs.allSatisfy({ isMargin($0, among: own, isFirst: index == 0) }) {
        margins.insert(column, at: 0)
      } else if index == 0 {
        return []
      }
    }
    return margins
  }

  /// Numbers that go on by one downwards, from the left, and from above.
  private static func runs(in words: [PDFWord]) -> [[PDFWord]] {
    var byNumber: [Int: [PDFWord]] = [:]
    for word in words where word.text.utf8.count <= 2 {
      if let number = Int(word.text), number > 0 { byNumber[number, default: []].append(word) }
    }
    let starts = (byNumber[1] ?? []).prefix(20)
    return starts.map { start in
      var run = [start]
      while let last = run.last,
        let next = (byNumber[run.count + 1] ?? [])
          .filter({
            $0.top > last.top + last.height / 2
              && min(abs($0.left - start.left), abs($0.right - start.right)) < start.height / 2
          }).min(by: { $0.top < $1.top })
      {
        run.append(next)
      }
      return run
    }.sorted { ($0[0].left, $0[0].top) < ($1[0].left, $1[0].top) }
  }

  /// Whether nine lines in ten from the first number to the last have one, and nothing
  /// stands before the numbers.
  private static func isMargin(_ run: [PDFWord], among words: [PDFWord], isFirst: Bool) -> Bool {
    guard let first = run.first, let last = run.last else { return false }
    let beside = words.filter {
      $0.bottom > first.top + first.height / 2 && $0.top < last.bottom - last.height / 2
    }
    let from = first.left - first.height
    guard !isFirst || beside.allSatisfy({ $0.left >= from }) else { return false }
    return rows(beside.filter { $0.left >= from }).count * 9 <= run.count * 10
  }

  private static func rows(_ words: [PDFWord]) -> [[PDFWord]] {
    var rows: [[PDFWord]] = []
    var middle = -Double.infinity
    for word in words.sorted(by: { $0.top + $0.bottom < $1.top + $1.bottom }) {
      let own = (word.top + word.bottom) / 2
      if rows.isEmpty || own - middle > word.height / 2 {
        rows.append([word])
        middle = own
      } else {
        rows[rows.count - 1].append(word)
      }
    }
    return rows
  }
}
