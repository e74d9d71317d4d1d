/// The numbers that tell figures, counts and percentages apart: who may know that 44
/// gave an answer does not know of which 44 per cent did.
public struct FigureNumbers: Hashable, Sendable {
  /// What a number may be: behind one without a sign of its own, neither is sure.
  public enum Reading: Sendable {
    case count, percentage, either
  }

  private var counts: Set<Fraction> = []
  private var percentages: Set<Fraction> = []

  public init() {}

  public var isEmpty: Bool { counts.isEmpty && percentages.isEmpty }

  /// Takes in a figure: its count, and its percentages exactly, as whole numbers and to
  /// one decimal.
  ///
  /// - Parameters:
  ///   - count: How many gave the answer.
  ///   - base: Of how many; `nil` where that is not known.
  ///   - weighted: The percentage by weight; `nil` where there are no weights.
  public mutating func insert(count: Int, base: Int?, weighted: Fraction?) {
    counts.insert(Fraction(Int128(count)))
    let plain = base.flatMap { base in
      base > 0 ? Fraction(100 * Int128(count), over: Int128(base)) : nil
    }
    for percentage in [plain, weighted].compactMap({ $0 }) {
      percentages.formUnion([percentage, percentage.rounded(to: 1), percentage.rounded(to: 10)])
    }
  }

  /// Takes in how many were asked and answered.
  public mutating func insert(base: Int) {
    counts.insert(Fraction(Int128(base)))
  }

  public mutating func formUnion(_ other: FigureNumbers) {
    counts.formUnion(other.counts)
    percentages.formUnion(other.percentages)
  }

  /// Whether a number tells one of them, and none of those that are shown.
  public func isTold(
    by number: Fraction, as reading: Reading, butFor shown: FigureNumbers = FigureNumbers()
  ) -> Bool {
    let isCount = counts.contains(number) && !shown.counts.contains(number)
    let isPercentage = percentages.contains(number) && !shown.percentages.contains(number)
    return switch reading {
    case .count: isCount
    case .percentage: isPercentage
    case .either: isCount || isPercentage && !shown.counts.contains(number)
    }
  }
}
