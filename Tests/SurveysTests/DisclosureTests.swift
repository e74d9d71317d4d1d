import Surveys
import Testing

/// The attack: from what is printed alone, every table of answers that could
/// have been is listed, and no small cell may be the same in all of them.
///
/// It shares no line with what holds cells back.
@Suite struct DisclosureTests {
  static let rule = DisclosureRule(smallestCount: 3, smallestBase: 4)

  /// Answers of each respondent to each question, 0 for none.
  struct Survey {
    let options: [Int]
    let counts: [[Int]: Int]

    func sum(_ place: (Int, Int)...) -> Int {
      counts.reduce(0) { sum, cell in
        place.allSatisfy { cell.key[$0.0] == $0.1 } ? sum + cell.value : sum
      }
    }

    var disclosure: Disclosure {
      get throws {
        var answers: [[UInt16]] = Array(repeating: [], count: options.count)
        for (cell, count) in counts {
          for _ in 0..<count {
            for (q, code) in cell.enumerated() { answers[q].append(UInt16(code)) }
          }
        }
        let instrument = try Instrument(
          questions: options.enumerated().map { try question("Q\($0 + 1)", options: $1) })
        let responses = Responses(
          count: answers[0].count, answers: answers.map { .single($0) }, weights: nil)
        return Disclosure(
          of: Tabulation(instrument, responses), by: Array(options.indices),
          rule: DisclosureTests.rule)
      }
    }
  }

  /// A figure of two answers, of one, or of a base, and what is printed of it.
  struct Printed {
    let cells: Set<Int>
    let shown: Int?
    let real: Int
    /// Whether it is a cell of two answers.
    let isJoint: Bool
  }

  /// Every figure the tables print, as sums over the cells of all answers.
  static func printed(_ survey: Survey, keys: [[Int]]) throws -> [Printed] {
    let disclosure = try survey.disclosure
    func cells(_ test: ([Int]) -> Bool) -> Set<Int> {
      Set(keys.indices.filter { test(keys[$0]) })
    }
    func figure(_ set: Set<Int>, _ shown: Int?, joint: Bool = false) -> Printed {
      let real = set.reduce(0) { $0 + (survey.counts[keys[$1]] ?? 0) }
      #expect(shown == nil || shown == real, "a printed figure is true")
      return Printed(cells: set, shown: shown, real: real, isJoint: joint)
    }
    var found: [Printed] = []
    for (q, options) in survey.options.enumerated() {
      let column = disclosure.table(of: q).everybody
      found.append(figure(cells { $0[q] > 0 }, column.base?.count))
      for o in 1...options {
        found.append(figure(cells { $0[q] == o }, column.cells[o - 1]?.count))
      }
      for (other, groups) in survey.options.enumerated() where other != q {
        let table = disclosure.table(of: q, by: other)
        #expect(table.columns.count == groups + 1)
        for g in 1...groups {
          let column = table.columns[g]
          found.append(figure(cells { $0[q] > 0 && $0[other] == g }, column.base?.count))
          for o in 1...options {
            found.append(
              figure(
                cells { $0[q] == o && $0[other] == g }, column.cells[o - 1]?.count, joint: true))
          }
        }
      }
    }
    return found
  }

  /// Lists every way to spread the respondents over the cells that agrees with
  /// what is printed; calls back with each.
  static func worlds(
    count: Int, keys: [[Int]], known: [(Set<Int>, Int)], _ body: ([Int]) -> Void
  ) {
    var world = Array(repeating: 0, count: keys.count)
    // For each fact, what is left to place; a fact is settled at its last cell.
    let last = known.map { $0.0.max() ?? 0 }
    let facts = keys.indices.map { cell in known.indices.filter { known[$0].0.contains(cell) } }
    var rest = known.map(\.1)
    func place(_ cell: Int, _ left: Int) {
      guard cell < keys.count else {
        if left == 0 { body(world) }
        return
      }
      let most = facts[cell].reduce(left) { min($0, rest[$1]) }
      guard most >= 0 else { return }
      for value in 0...most {
        for fact in facts[cell] { rest[fact] -= value }
        world[cell] = value
        if !facts[cell].contains(where: { last[$0] == cell && rest[$0] != 0 }) {
          place(cell + 1, left - value)
        }
        for fact in facts[cell] { rest[fact] += value }
      }
      world[cell] = 0
    }
    place(0, count)
  }

  static func attack(_ survey: Survey, seed: UInt64) throws {
    var keys: [[Int]] = [[]]
    let hasSkips = survey.options.count == 2
    for options in survey.options {
      keys = keys.flatMap { key in (hasSkips ? 0...options : 1...options).map { key + [$0] } }
    }
    let figures = try printed(survey, keys: keys)
    let count = survey.counts.values.reduce(0, +)
    var known: [(Set<Int>, Int)] = []
    for figure in figures { if let shown = figure.shown { known.append((figure.cells, shown)) } }
    // What no table prints either: an answer of those who are of no group.
    var small: [Set<Int>] = figures.filter { (1..<3).contains($0.real) }.map(\.cells)
    if hasSkips {
      for (q, options) in survey.options.enumerated() {
        for o in 1...options {
          let cells = Set(keys.indices.filter { keys[$0][q] == o && keys[$0][1 - q] == 0 })
          let real = cells.reduce(0) { $0 + (survey.counts[keys[$1]] ?? 0) }
          if (1..<3).contains(real) { small.append(cells) }
        }
      }
    }
    var values: [[Int: Int]] = Array(repeating: [:], count: small.count)
    // A nought would have been printed, so what is held back is somebody.
    let somebody = figures.filter { $0.shown == nil && $0.real > 0 }.map(\.cells)
    worlds(count: count, keys: keys, known: known) { world in
      guard somebody.allSatisfy({ cells in cells.contains { world[$0] > 0 } }) else { return }
      for (number, cells) in small.enumerated() {
        values[number][cells.reduce(0) { $0 + world[$1] }, default: 0] += 1
      }
    }
    for (cells, possible) in zip(small, values) {
      let names = cells.map { keys[$0] }
      #expect(possible.count > 1, "seed \(seed): \(names) is found, \(survey)")
    }
  }

  @Test(arguments: 1...16 as ClosedRange<UInt64>)
  func `no small cell of two questions is found by subtraction`(seed: UInt64) throws {
    var dice = SurveyDice(state: seed)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<Int.random(in: 8...12, using: &dice) {
      let q = Int.random(in: 0...9, using: &dice)
      let g = Int.random(in: 0...9, using: &dice)
      counts[[q == 0 ? 0 : q < 7 ? 1 : 2, g == 0 ? 0 : g < 6 ? 1 : 2], default: 0] += 1
    }
    try Self.attack(Survey(options: [2, 2], counts: counts), seed: seed)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `no small cell of three questions is found from tables that share one`(seed: UInt64) throws {
    var dice = SurveyDice(state: seed)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<14 {
      counts[(0..<3).map { _ in Int.random(in: 1...5, using: &dice) < 4 ? 1 : 2 }, default: 0] += 1
    }
    try Self.attack(Survey(options: [2, 2, 2], counts: counts), seed: seed)
  }

  @Test func `the attack finds what is held back too thinly`() {
    // One cell of four held back, its row and column printed.
    var found: Set<Int> = []
    Self.worlds(
      count: 10, keys: [[1, 1], [1, 2], [2, 1], [2, 2]],
      known: [([0, 1], 6), ([1], 4), ([2], 1), ([3], 3)]
    ) { found.insert($0[0]) }
    #expect(found == [2])
  }

  @Test func `a large survey loses no more than its small cells need`() throws {
    var dice = SurveyDice(state: 5)
    let asked = [5, 4, 3, 2]
    let answers = asked.map { options in
      (0..<2_000).map { _ in UInt16(Int.random(in: 0...options, using: &dice)) }
    }
    let instrument = try Instrument(
      questions: asked.enumerated().map { try question("Q\($0 + 1)", options: $1) })
    let disclosure = Disclosure(
      of: Tabulation(
        instrument, Responses(count: 2_000, answers: answers.map { .single($0) }, weights: nil)),
      by: [1, 2])
    for q in asked.indices {
      for by in [nil, 1, 2] where by != q {
        #expect(
          disclosure.table(of: q, by: by).columns.allSatisfy { column in
            column.base != nil && column.cells.allSatisfy { $0 != nil }
          })
      }
    }
  }

  @Test func `a group of one mind is held back, a tick of nearly all too`() throws {
    // All ten of group 1 said 1.
    let codes: [UInt16] = Array(repeating: 1, count: 20) + Array(repeating: 2, count: 10)
    let groups: [UInt16] = Array(repeating: 1, count: 10) + Array(repeating: 2, count: 20)
    let instrument = try Instrument(questions: [
      try question("Q1", options: 2), try question("Q2", options: 2),
      try question("Q3", options: 2, kind: .multiple),
    ])
    let ticks: [UInt64] = Array(repeating: 0b01, count: 28) + [0b10, 0b10]
    let disclosure = Disclosure(
      of: Tabulation(
        instrument,
        Responses(
          count: 30, answers: [.single(codes), .single(groups), .multiple(ticks)], weights: nil)),
      by: [1])
    #expect(disclosure.table(of: 0, by: 1).columns[1].cells == [nil, nil])
    #expect(disclosure.table(of: 0, by: 1).columns[2].cells == [nil, nil])
    #expect(disclosure.table(of: 0).everybody.cells.map { $0?.count } == [20, 10])
    // Two who did not tick are as easily found as two who did.
    #expect(disclosure.table(of: 2).everybody.cells == [nil, nil])
  }

  @Test func `weights give away no cell that heads do not`() throws {
    // Region 3 and 4 weigh otherwise than the rest; few of them said 3.
    let counts = [[40, 37, 27], [45, 38, 25], [26, 28, 5], [30, 29, 4]]
    let weights: [Int128] = [8, 11, 30, 17]
    var (said, region, weight): ([UInt16], [UInt16], [Int128]) = ([], [], [])
    for (place, row) in counts.enumerated() {
      for (answer, count) in row.enumerated() {
        said += Array(repeating: UInt16(answer + 1), count: count)
        region += Array(repeating: UInt16(place + 1), count: count)
        weight += Array(repeating: weights[place], count: count)
      }
    }
    let instrument = try Instrument(questions: [
      try question("Q1", options: 3), try question("Q2", options: 4),
    ])
    let disclosure = Disclosure(
      of: Tabulation(
        instrument,
        Responses(
          count: said.count, answers: [.single(said), .single(region)],
          weights: Weights(scaled: weight, scale: 1))), by: [0, 1])
    let (alone, table) = (disclosure.table(of: 0), disclosure.table(of: 0, by: 1))
    #expect(table.columns[4].cells[2] == nil)
    // Two answers at least have no weight, in any column of either table: a weighted
    // sum that is complete would give the cell beside the plain one.
    let bare = alone.everybody.cells.indices.filter { alone.everybody.cells[$0]?.weight == nil }
    #expect(bare.count >= 2 && bare.contains(2))
    for column in table.columns {
      #expect(bare.allSatisfy { column.cells[$0]?.weight == nil })
    }
    #expect(alone.everybody.cells.allSatisfy { $0?.count != nil })
    #expect(alone.everybody.share(bare[0], weighted: true) == nil)
    #expect(alone.everybody.share(bare[0]) != nil)
    // As a break, each of them would tell the same by its base.
    for place in bare {
      let column = disclosure.table(of: 1, by: 0).columns[place + 1]
      #expect(column.base?.weight == nil)
    }
  }

  @Test func `where nothing is held back every table has weights`() throws {
    let answers: [[UInt16]] = [
      (0..<80).map { UInt16($0 % 2 + 1) }, (0..<80).map { UInt16($0 / 2 % 2 + 1) },
    ]
    let disclosure = Disclosure(
      of: Tabulation(
        try Instrument(questions: [try question("Q1", options: 2), try question("Q2", options: 2)]),
        Responses(
          count: 80, answers: answers.map { .single($0) },
          weights: Weights(scaled: (0..<80).map { $0 < 40 ? 1 : 3 }, scale: 1))),
      by: [0, 1])
    for column in disclosure.tables.flatMap(\.columns) {
      let isHalf = column.share(0, weighted: true).map { $0.part * 2 == $0.whole }
      #expect(isHalf == true)
    }
  }

  @Test func `nothing is shown of a base below ten`() throws {
    let instrument = try Instrument(questions: [try question("Q1", options: 2)])
    let codes: [UInt16] = [1, 1, 1, 1, 1, 1, 1, 1, 1] + Array(repeating: 0, count: 50)
    let disclosure = Disclosure(
      of: Tabulation(instrument, Responses(count: 59, answers: [.single(codes)], weights: nil)))
    #expect(disclosure.table(of: 0).everybody.base == nil)
    #expect(disclosure.table(of: 0).everybody.cells == [nil, nil])
    #expect(disclosure.rule.band(base: 9) == .tooSmall)
    #expect(
      [10, 30, 50, 100].map(disclosure.rule.band) == [.countsOnly, .caution, .small, .plain])
  }
}
