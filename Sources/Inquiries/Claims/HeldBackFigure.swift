/// A figure that the public tables of a survey hold back, so that it is known when a
/// number tells it.
public struct HeldBackFigure: Hashable, Sendable {
  private let values: Set<Fraction>

  /// - Parameters:
  ///   - count: How many gave the answer.
  ///   - base: Of how many.
  ///   - weighted: The percentage by weight; `nil` where there are no weights.
  ///   - isBaseHeldBack: Whether the public may not know the base either.
  public init(count: Int, base: Int, weighted: Fraction?, isBaseHeldBack: Bool) {
    var values = HeldBackFigure.numbers(count: count, base: base, weighted: weighted)
    if isBaseHeldBack { values.insert(Fraction(Int128(base))) }
    self.values = values
  }

  /// The numbers that tell a figure: the count, and its percentages exactly, as whole
  /// numbers and to one decimal.
  public static func numbers(count: Int, base: Int, weighted: Fraction?) -> Set<Fraction> {
    var values: Set<Fraction> = [Fraction(Int128(count))]
    let plain = base > 0 ? Fraction(100 * Int128(count), over: Int128(base)) : nil
    for percentage in [plain, weighted].compactMap({ $0 }) {
      values.formUnion([percentage, percentage.rounded(to: 1), percentage.rounded(to: 10)])
    }
    return values
  }

  /// Whether a number is the count, or its percentage exactly, as a whole number or to
  /// one decimal.
  public func isTold(by number: Fraction) -> Bool {
    values.contains(number)
  }
}
