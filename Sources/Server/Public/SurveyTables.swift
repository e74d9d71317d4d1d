import Surveys
import Wire

extension SurveyTableShape {
  /// A table as people read it.
  ///
  /// - Parameters:
  ///   - table: Exact figures.
  ///   - isInBase: Whether an option counts in the base.
  ///   - rule: For the public, from which base on there are percentages; `nil`
  ///     for staff, who see all of them.
  ///   - decimals: Of percentages.
  init(
    _ table: SurveyTable, rule: DisclosureRule? = nil, decimals: Int = 0,
    isInBase: (SurveyOption) -> Bool = { _ in true }
  ) {
    let weights = table.weightScale.map { Weights(scaled: [], scale: $0) }
    self.init(
      question: table.question.code, wording: table.question.wording, by: table.by?.code,
      rows: table.options.map {
        Row(
          code: $0.code, label: $0.label, meaning: $0.meaning.rawValue, isInBase: isInBase($0))
      },
      columns: table.columns.map { column in
        let isBare = rule.map { rule in
          [.countsOnly, .tooSmall].contains(rule.band(base: column.base?.count ?? 0))
        }
        return Column(
          group: column.group?.code, label: column.group?.label ?? "All respondents",
          base: column.base?.count,
          weightedBase: column.base?.weight.flatMap { base in weights.map { $0.rounded(base) } },
          skipped: column.skipped?.count,
          cells: table.options.indices.map { place in
            let hasShare = isBare != true && isInBase(table.options[place])
            return Cell(
              count: column.cells[place]?.count,
              percent: hasShare ? column.share(place)?.percent(decimals: decimals) : nil,
              weightedCount: column.cells[place]?.weight.flatMap { weight in
                weights.map { $0.exact(weight) }
              },
              weightedPercent: hasShare && weights != nil
                ? column.share(place, weighted: true)?.percent(decimals: decimals) : nil)
          })
      })
  }
}
