/// What the public tables of one survey show, worked out for all of them
/// together.
///
/// Cells that are too small are held back, and with them so many others that
/// none can be found by subtraction: from the totals, from another group, from
/// another table, or by way of those whom no table names (who belongs to no
/// group, who did not tick). ``SubtractionAttack`` is run until it finds nothing.
///
/// Weights tell each sum once more: where those of a group are known, as they often
/// are, a weighted total and a plain one give two cells that the plain one
/// hides. An answer of which anything is held back is shown without weights.
public struct Disclosure: Sendable {
  private let tabulation: Tabulation
  private let system: FigureSystem
  /// The questions by whose answers tables are made, as places.
  public let breaks: [Int]
  public let rule: DisclosureRule

  /// - Parameters:
  ///   - tabulation: The answers.
  ///   - breaks: Questions whose answers make groups; each table by each of
  ///     them is held to be public.
  ///   - rule: What is too small.
  /// - Complexity: A few rounds over all figures of all tables.
  public init(of tabulation: Tabulation, by breaks: [Int] = [], rule: DisclosureRule = .init()) {
    self.tabulation = tabulation
    self.breaks = breaks
    self.rule = rule
    var system = FigureSystem(tabulation, by: breaks, rule: rule)
    while Self.givesUpMore(&system) {}
    self.system = system
  }

  /// One round: what the attack finds is covered by one figure more, and no
  /// total is given up while cells can still be.
  private static func givesUpMore(_ system: inout FigureSystem) -> Bool {
    let attack = SubtractionAttack(system)
    let covered = system.values.indices.filter { isExposed($0, attack, system) }
      .compactMap { figure in partner(of: figure, system).map { (figure: figure, by: $0) } }
    let level = covered.map { system.levels[$0.by] }.min()
    var touched: Set<Int> = []
    for pair in covered where system.levels[pair.by] == level {
      guard touched.isDisjoint(with: system.places[pair.figure]) else { continue }
      system.suppress(pair.by)
      touched.formUnion(system.places[pair.figure])
      touched.formUnion(system.places[pair.by])
    }
    return !covered.isEmpty
  }

  private static func isExposed(
    _ figure: Int, _ attack: SubtractionAttack, _ system: FigureSystem
  ) -> Bool {
    if system.isSensitive[figure] {
      return attack.most[figure] < system.rule.smallestCount || attack.isKnown(figure)
    }
    return system.isPrinted[figure] && system.isSuppressed[figure] && attack.isKnown(figure)
  }

  /// The printed figure that costs least to hold back beside an exposed one: a
  /// cell before a total, one whose other sums are covered already, a small one.
  private static func partner(of figure: Int, _ system: FigureSystem) -> Int? {
    let candidates = Set(system.places[figure].flatMap { system.equations[$0].terms.map(\.figure) })
      .filter { !system.isSuppressed[$0] && system.values[$0] > 0 }
    return candidates.min { cost(of: $0, system) < cost(of: $1, system) }
  }

  private static func cost(of figure: Int, _ system: FigureSystem) -> (Int, Int, Int, Int) {
    let bare = system.places[figure].count { place in
      !system.equations[place].terms.contains {
        system.isSuppressed[$0.figure] && system.isPrinted[$0.figure]
      }
    }
    return (system.levels[figure], bare, system.values[figure], figure)
  }

  /// A table as the public sees it: options of the base only, `nil` for what is
  /// held back.
  ///
  /// - Parameter other: One of ``breaks``, or `nil` for everybody.
  public func table(of question: Int, by other: Int? = nil) -> SurveyTable {
    let whole = tabulation.table(of: question, by: other)
    let options = tabulation.instrument.optionsInBase(of: whole.question)
    let groups = other.map {
      tabulation.instrument.optionsInBase(of: tabulation.instrument.questions[$0])
    }
    let columns = whole.columns.enumerated().map { number, column in
      // The first column is everybody.
      let group = number == 0 ? nil : groups?[number - 1]
      return SurveyTable.Column(
        group: column.group,
        cells: options.map { shows(question, $0, other, group) ? column.cells[$0] : nil },
        base: shows(question, nil, other, group) ? column.base : nil)
    }
    let held = whole.weightScale == nil ? [] : heldWeights(of: question)
    let heldGroups = whole.weightScale == nil ? [] : other.map { heldWeights(of: $0) } ?? []
    let isBaseHeld =
      whole.weightScale != nil
      && breaks.contains { by in
        by != question && self.groups(of: by).contains { !shows(question, nil, by, $0) }
      }
    return SurveyTable(
      question: whole.question, by: whole.by, options: options.map { whole.options[$0] },
      columns: columns.enumerated().map { number, column in
        column.withoutWeights(
          of: Set(options.indices.filter { held.contains(options[$0]) }),
          orAny: isBaseHeld
            || number > 0 && groups.map { heldGroups.contains($0[number - 1]) } ?? false)
      }, weightScale: whole.weightScale)
  }

  private func groups(of question: Int) -> [Int] {
    tabulation.instrument.optionsInBase(of: tabulation.instrument.questions[question])
  }

  /// The options of a question of which a table holds something back. Where answers
  /// exclude each other, one alone would follow from the others: the one
  /// that fewest gave goes with it.
  private func heldWeights(of question: Int) -> Set<Int> {
    let options = groups(of: question)
    var held = Set(
      options.filter { option in
        !shows(question, option, nil, nil)
          || breaks.contains { by in
            by != question && groups(of: by).contains { !shows(question, option, by, $0) }
          }
          || breaks.contains(question)
            && tabulation.instrument.questions.indices.contains { asked in
              asked != question && isTabled(asked)
                && groups(of: asked).contains { !shows(asked, $0, question, option) }
            }
      })
    if held.count == 1, tabulation.instrument.questions[question].kind != .multiple {
      let cells = tabulation.table(of: question).everybody.cells
      held.formUnion(
        options.filter { !held.contains($0) }.min {
          (cells[$0]?.count ?? 0) < (cells[$1]?.count ?? 0)
        }.map { [$0] } ?? [])
    }
    return held
  }

  private func isTabled(_ question: Int) -> Bool {
    tabulation.instrument.questions[question].kind != .text
  }

  private func shows(_ question: Int, _ option: Int?, _ other: Int?, _ group: Int?) -> Bool {
    let printed: FigureSystem.Printed =
      switch (option, other, group) {
      case (let option?, let other?, let group?): .cell(question, option, by: other, group)
      case (nil, let other?, let group?): .groupBase(question: question, by: other, group: group)
      case (let option?, _, _): .answer(question: question, option: option)
      case (nil, _, _): .base(question: question)
      }
    return system.number(of: printed).map { !system.isSuppressed[$0] } ?? false
  }
}

extension Disclosure {
  /// Every table that the public sees: of each question with options, then by
  /// each break.
  public var tables: [SurveyTable] {
    let asked = tabulation.instrument.questions.indices.filter(isTabled)
    return asked.flatMap { question in
      [table(of: question)]
        + breaks.filter { $0 != question }.map { table(of: question, by: $0) }
    }
  }
}
