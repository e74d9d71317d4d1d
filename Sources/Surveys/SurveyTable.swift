/// How one question was answered, by everybody and by each group.
public struct SurveyTable: Hashable, Sendable {
  /// How many, and what they weigh.
  public struct Figure: Hashable, Sendable {
    public var count: Int
    /// Their weights together, at the scale of the survey's weights; `nil` where that
    /// is held back.
    public var weight: Int128?

    public init(count: Int = 0, weight: Int128? = 0) {
      self.count = count
      self.weight = weight
    }

    @inline(__always)
    mutating func add(_ weight: Int128) {
      count += 1
      self.weight = (self.weight ?? 0) + weight
    }
  }

  /// Everybody, or the respondents who gave one answer to another question.
  public struct Column: Hashable, Sendable {
    /// The answer that makes the group; `nil` for everybody.
    public let group: SurveyOption?
    /// One for each option of the table; `nil` for what is held back.
    public let cells: [Figure?]
    /// Who was asked and answered, what percentages are of; `nil` if held back.
    public let base: Figure?
    /// Who left the question out; `nil` in tables for the public.
    public let skipped: Figure?

    public init(group: SurveyOption?, cells: [Figure?], base: Figure?, skipped: Figure? = nil) {
      self.group = group
      self.cells = cells
      self.base = base
      self.skipped = skipped
    }

    /// The share of an option, by weight or by head; `nil` where it or the base
    /// is held back.
    public func share(_ place: Int, weighted isWeighted: Bool = false) -> Share? {
      guard let cell = cells[place], let base else { return nil }
      guard isWeighted else {
        return Share(part: Int128(cell.count), whole: Int128(base.count))
      }
      guard let part = cell.weight, let whole = base.weight else { return nil }
      return Share(part: part, whole: whole)
    }

    /// The same without the weights of some options, or without any.
    func withoutWeights(of options: Set<Int>, orAny isAny: Bool) -> Column {
      func bare(_ figure: Figure?) -> Figure? {
        figure.map { Figure(count: $0.count, weight: nil) }
      }
      return Column(
        group: group,
        cells: cells.enumerated().map { isAny || options.contains($0) ? bare($1) : $1 },
        base: isAny ? bare(base) : base, skipped: skipped)
    }

    var baseCount: Int { base?.count ?? 0 }
    func count(_ place: Int) -> Int { cells[place]?.count ?? 0 }
  }

  public let question: SurveyQuestion
  /// The question whose answers make the groups.
  public let by: SurveyQuestion?
  /// The rows: every option for staff, those in the base for the public.
  public let options: [SurveyOption]
  /// Everybody first, then each group that the other question makes.
  public let columns: [Column]
  /// The scale of the weights, where the survey is weighted.
  public let weightScale: Int?

  public init(
    question: SurveyQuestion, by: SurveyQuestion?, options: [SurveyOption], columns: [Column],
    weightScale: Int?
  ) {
    self.question = question
    self.by = by
    self.options = options
    self.columns = columns
    self.weightScale = weightScale
  }

  public var everybody: Column { columns[0] }
}
