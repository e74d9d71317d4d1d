/// All figures that the public tables of one survey print or imply, and how
/// they add up: what somebody with paper and pencil would work with.
struct FigureSystem {
  /// A figure that a table prints, the same wherever it is printed.
  enum Printed: Hashable {
    case base(question: Int)
    case answer(question: Int, option: Int)
    case groupBase(question: Int, by: Int, group: Int)
    /// Who gave two answers; in both tables the same cell.
    case joint(Int, Int, Int, Int)

    static func cell(_ question: Int, _ option: Int, by other: Int, _ group: Int) -> Printed {
      question < other
        ? .joint(question, option, other, group) : .joint(other, group, question, option)
    }

    /// What is given up first: a cell before a group's base, totals last.
    fileprivate var level: Int {
      switch self {
      case .joint: 0
      case .groupBase: 1
      case .answer: 2
      case .base: 3
      }
    }
  }

  struct Term {
    let figure: Int
    let sign: Int
  }

  /// `constant` and the terms come to nothing.
  struct Equation {
    var constant = 0
    var terms: [Term]
  }

  private(set) var values: [Int] = []
  private(set) var levels: [Int] = []
  private(set) var equations: [Equation] = []
  /// The equations that a figure stands in.
  private(set) var places: [[Int]] = []
  /// Whether a table prints it, as opposed to what is left over.
  private(set) var isPrinted: [Bool] = []
  private(set) var isSuppressed: [Bool] = []
  /// Whether nobody may learn that it is as small as it is.
  private(set) var isSensitive: [Bool] = []
  private var numbers: [Printed: Int] = [:]
  let rule: DisclosureRule
  let responseCount: Int

  init(_ tabulation: Tabulation, by breaks: [Int], rule: DisclosureRule) {
    self.rule = rule
    responseCount = tabulation.responses.count
    let tables = tabulation.instrument.questions.indices
      .filter { tabulation.instrument.questions[$0].kind != .text }
      .map { (place: $0, table: tabulation.table(of: $0)) }
    let outside = tables.map { addAnswers($0.place, $0.table, tabulation.instrument) }
    for other in breaks {
      guard let grouping = tables.first(where: { $0.place == other })?.table else { continue }
      for (asked, missing) in zip(tables, outside) where asked.place != other {
        addGroups(
          asked.place, tabulation.table(of: asked.place, by: other), grouping, other, missing,
          tabulation.instrument)
      }
    }
  }

  func number(of printed: Printed) -> Int? { numbers[printed] }

  mutating func suppress(_ figure: Int) { isSuppressed[figure] = true }

  private mutating func print(_ printed: Printed, _ value: Int) -> Int {
    if let known = numbers[printed] { return known }
    let number = add(value, level: printed.level, isPrinted: true)
    numbers[printed] = number
    return number
  }

  /// What nobody prints and anybody can work out.
  private mutating func remainder(_ value: Int, isSensitive: Bool) -> Int {
    let number = add(value, level: 0, isPrinted: false)
    self.isSensitive[number] = isSensitive && isSmall(value)
    return number
  }

  private mutating func add(_ value: Int, level: Int, isPrinted: Bool) -> Int {
    values.append(value)
    levels.append(level)
    places.append([])
    self.isPrinted.append(isPrinted)
    isSuppressed.append(!isPrinted || isSmall(value))
    isSensitive.append(isPrinted && isSmall(value))
    return values.count - 1
  }

  private func isSmall(_ value: Int) -> Bool { value > 0 && value < rule.smallestCount }

  private mutating func equate(_ whole: Int, _ parts: [Int]) {
    equate(
      Equation(terms: [Term(figure: whole, sign: -1)] + parts.map { Term(figure: $0, sign: 1) }))
  }

  private mutating func equate(_ equation: Equation) {
    for term in equation.terms { places[term.figure].append(equations.count) }
    equations.append(equation)
  }

  /// The table of one question; gives back who is outside its base.
  private mutating func addAnswers(
    _ question: Int, _ table: SurveyTable, _ instrument: Instrument
  ) -> Int {
    let count = table.everybody.baseCount
    let base = print(.base(question: question), count)
    let outside = remainder(responseCount - count, isSensitive: false)
    if responseCount >= rule.smallestBase {
      equate(
        Equation(
          constant: responseCount,
          terms: [Term(figure: base, sign: -1), Term(figure: outside, sign: -1)]))
    }
    let cells = instrument.optionsInBase(of: table.question).map { option in
      print(.answer(question: question, option: option), table.everybody.count(option))
    }
    addUp(cells, to: base, isSingle: table.question.kind == .single)
    if count < rule.smallestBase { for figure in [base] + cells { suppress(figure) } }
    return outside
  }

  /// Options of which one is chosen sum to the base; of which several may be
  /// ticked, each leaves over who did not tick it.
  private mutating func addUp(_ cells: [Int], to base: Int, isSingle: Bool) {
    guard !isSingle else { return equate(base, cells) }
    for cell in cells {
      let rest = remainder(values[base] - values[cell], isSensitive: true)
      equate(base, [cell, rest])
      if isSensitive[rest] { suppress(cell) }
    }
  }

  private mutating func addGroups(
    _ question: Int, _ table: SurveyTable, _ grouping: SurveyTable, _ other: Int, _ missing: Int,
    _ instrument: Instrument
  ) {
    let options = instrument.optionsInBase(of: table.question)
    var bases: [Int] = []
    var outside: [Int] = []
    var rows: [[Int]] = Array(repeating: [], count: options.count)
    let groups = instrument.optionsInBase(of: grouping.question)
    for (column, group) in zip(table.columns.dropFirst(), groups) {
      let base = print(
        .groupBase(question: question, by: other, group: group), column.baseCount)
      bases.append(base)
      let cells = options.map {
        print(.cell(question, $0, by: other, group), column.count($0))
      }
      addUp(cells, to: base, isSingle: table.question.kind == .single)
      withhold(cells, base)
      for (row, cell) in cells.enumerated() { rows[row].append(cell) }
      // Who is of the group and outside the base of this question.
      let size = grouping.everybody.count(group)
      let rest = remainder(size - column.baseCount, isSensitive: false)
      outside.append(rest)
      equate(print(.answer(question: other, option: group), size), [base, rest])
    }
    let isSingle = grouping.question.kind == .single
    addAcross(
      bases, to: print(.base(question: question), table.everybody.baseCount), isSingle: isSingle,
      isSensitive: false)
    for (row, option) in options.enumerated() {
      let whole = print(
        .answer(question: question, option: option), table.everybody.count(option))
      addAcross(rows[row], to: whole, isSingle: isSingle, isSensitive: true)
    }
    if isSingle { addAcross(outside, to: missing, isSingle: true, isSensitive: false) }
  }

  /// Groups and who is of none make up the whole.
  private mutating func addAcross(
    _ parts: [Int], to whole: Int, isSingle: Bool, isSensitive: Bool
  ) {
    for parts in isSingle ? [parts] : parts.map({ [$0] }) {
      let rest = values[whole] - parts.reduce(0) { $0 + values[$1] }
      equate(whole, parts + [remainder(rest, isSensitive: isSensitive)])
    }
  }

  /// A group that is too small, or of one mind: who is known to be of it is
  /// known to have answered so.
  private mutating func withhold(_ cells: [Int], _ base: Int) {
    if values[base] < rule.smallestBase { for figure in [base] + cells { suppress(figure) } }
    guard cells.contains(where: { values[$0] == values[base] }), values[base] > 0 else { return }
    for cell in cells {
      suppress(cell)
      isSensitive[cell] = true
    }
  }
}
