/// A table as flat rows of figures, as it is kept, and as sentences.
extension SurveyTable {
  /// Column by column: the base, then every option; `nil` for what is held back.
  public var counts: [Int?] {
    columns.flatMap { [$0.base?.count] + $0.cells.map { $0?.count } }
  }

  /// The same by weight, exact; empty without weights.
  public var exactWeights: [String?] {
    guard let weightScale else { return [] }
    let weights = Weights(scaled: [], scale: weightScale)
    return columns.flatMap { column in
      ([column.base] + column.cells).map { $0?.weight.map { weights.exact($0) } }
    }
  }

  /// A table from what ``counts`` and ``exactWeights`` give.
  ///
  /// - Returns: `nil` when the numbers do not make one.
  public init?(
    _ question: SurveyQuestion, options: [SurveyOption], by: SurveyQuestion?,
    groups: [SurveyOption], counts: [Int?], weights: [String?], weightScale: Int?
  ) {
    let height = options.count + 1
    guard counts.count == height * (groups.count + 1),
      weights.count == (weightScale == nil ? 0 : counts.count)
    else { return nil }
    let figures = counts.indices.map { place -> Figure? in
      guard let count = counts[place] else { return nil }
      guard let weightScale else { return Figure(count: count, weight: Int128(count)) }
      return Figure(
        count: count, weight: weights[place].flatMap { Weights.scaled($0, to: weightScale) })
    }
    let columns = ([nil] + groups).enumerated().map { number, group in
      let start = number * height
      return Column(
        group: group, cells: Array(figures[(start + 1)..<(start + height)]), base: figures[start])
    }
    self.init(
      question: question, by: by, options: options, columns: columns, weightScale: weightScale)
  }

  /// What the public reads of an option: `84 of 100 respondents (84 per cent)`.
  public func words(ofOption place: Int, rule: DisclosureRule) -> String {
    let column = everybody
    guard let base = column.base else { return "[c], held back to protect respondents" }
    guard let cell = column.cells[place], let share = column.share(place) else {
      return "[c] of \(base.count) respondents, held back to protect respondents"
    }
    let count = "\(cell.count) of \(base.count) respondents"
    guard rule.band(base: base.count) != .countsOnly, let percent = share.percent() else {
      return count
    }
    var words = "\(count) (\(percent) per cent)"
    if weightScale != nil, let weighted = column.share(place, weighted: true)?.percent() {
      words += ", weighted \(weighted) per cent"
    }
    return words
  }
}

extension Weights {
  /// A sum that ``exact(_:)`` wrote, at a scale.
  static func scaled(_ text: String, to scale: Int) -> Int128? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = Int128(parts[0]) else { return nil }
    let decimals = parts.count == 2 ? parts[1] : ""
    guard decimals.count <= scale, let part = decimals.isEmpty ? 0 : Int128(decimals) else {
      return nil
    }
    return whole * power(of: scale) + part * power(of: scale - decimals.count)
  }
}
