/// What somebody learns of unprinted figures by adding up the printed ones.
///
/// Two ways together: what a figure can be at most and at least, passed on from
/// sum to sum until nothing moves; and what whole chains of sums determine,
/// though no single one does.
struct SubtractionAttack {
  private(set) var least: [Int]
  private(set) var most: [Int]

  init(_ system: FigureSystem) {
    // It is taken as known that a printed nought is a nought, so that what is
    // held back is somebody.
    least = system.values.indices.map { figure in
      system.isSuppressed[figure]
        ? (system.isPrinted[figure] ? min(1, system.values[figure]) : 0) : system.values[figure]
    }
    most = system.values.indices.map { figure in
      system.isSuppressed[figure] ? system.responseCount : system.values[figure]
    }
    passOn(system)
    eliminate(system)
  }

  func isKnown(_ figure: Int) -> Bool { least[figure] == most[figure] }

  private mutating func passOn(_ system: FigureSystem) {
    var waiting = Array(system.equations.indices)
    var isWaiting = Array(repeating: true, count: waiting.count)
    // Bounds only ever narrow; the cap is for sums that narrow one by one.
    var steps = 200 * waiting.count
    while let number = waiting.popLast(), steps > 0 {
      steps -= 1
      isWaiting[number] = false
      let equation = system.equations[number]
      var low = equation.constant
      var high = equation.constant
      for term in equation.terms {
        low += term.sign > 0 ? least[term.figure] : -most[term.figure]
        high += term.sign > 0 ? most[term.figure] : -least[term.figure]
      }
      for term in equation.terms {
        let figure = term.figure
        let (below, above) =
          term.sign > 0
          ? (most[figure] - high, least[figure] - low)
          : (most[figure] + low, least[figure] + high)
        let narrower = (max(least[figure], below), min(most[figure], above))
        guard narrower != (least[figure], most[figure]) else { continue }
        // The sums above are stale now; the equation waits with the others.
        (least[figure], most[figure]) = narrower
        for place in system.places[figure] where !isWaiting[place] {
          isWaiting[place] = true
          waiting.append(place)
        }
        break
      }
    }
  }

  /// Gauss over the figures still open, modulo a prime: a figure is determined
  /// where a row of the reduced system holds it alone.
  private mutating func eliminate(_ system: FigureSystem) {
    let open = system.values.indices.filter { !isKnown($0) }
    var group = Groups(count: system.values.count)
    let lines = system.equations.map { $0.terms.filter { !isKnown($0.figure) } }
      .filter { !$0.isEmpty }
    for line in lines { for term in line { group.join(line[0].figure, term.figure) } }
    let figures = Dictionary(grouping: open) { group.root(of: $0) }
    let rows = Dictionary(grouping: lines) { group.root(of: $0[0].figure) }
    for (root, lines) in rows {
      for figure in Self.determined(lines, among: figures[root] ?? []) {
        (least[figure], most[figure]) = (system.values[figure], system.values[figure])
      }
    }
  }

  private static let prime = 2_147_483_647

  private static func determined(_ lines: [[FigureSystem.Term]], among figures: [Int]) -> [Int] {
    let column = Dictionary(uniqueKeysWithValues: figures.enumerated().map { ($1, $0) })
    var rows = lines.map { line in
      line.reduce(into: Array(repeating: 0, count: figures.count)) { row, term in
        row[column[term.figure]!] = term.sign > 0 ? 1 : prime - 1
      }
    }
    var pivot = 0
    for place in figures.indices {
      guard let found = rows[pivot...].firstIndex(where: { $0[place] != 0 }) else { continue }
      rows.swapAt(pivot, found)
      let inverse = inverted(rows[pivot][place])
      for other in place..<figures.count {
        rows[pivot][other] = rows[pivot][other] * inverse % prime
      }
      for row in rows.indices where row != pivot && rows[row][place] != 0 {
        let factor = prime - rows[row][place]
        for other in place..<figures.count where rows[pivot][other] != 0 {
          rows[row][other] = (rows[row][other] + factor * rows[pivot][other]) % prime
        }
      }
      pivot += 1
      if pivot == rows.count { break }
    }
    return rows.prefix(pivot).compactMap { row in
      let held = row.indices.filter { row[$0] != 0 }
      return held.count == 1 ? figures[held[0]] : nil
    }
  }

  private static func inverted(_ value: Int) -> Int {
    var (result, base, exponent) = (1, value, prime - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      exponent >>= 1
    }
    return result
  }

  /// Which figures hang together.
  private struct Groups {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(of figure: Int) -> Int {
      var root = figure
      while parents[root] != root {
        parents[root] = parents[parents[root]]
        root = parents[root]
      }
      return root
    }

    mutating func join(_ one: Int, _ other: Int) {
      parents[root(of: one)] = root(of: other)
    }
  }
}
