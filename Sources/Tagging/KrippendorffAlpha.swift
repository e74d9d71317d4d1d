/// How far several people agree beyond chance on values that have no order.
///
/// - SeeAlso: Krippendorff, “Computing Krippendorff's Alpha-Reliability” (2011),
///   part C: nominal data, any number of observers, missing data.
public enum KrippendorffAlpha {
  /// - Parameter patterns: What the observers said of a unit, `nil` where one said
  ///   nothing, and of how many units they said so.
  /// - Returns: 1 for agreement without a fault, 0 for what chance gives; `nil`
  ///   where only one value occurs, or no unit has two: then nothing could have
  ///   differed.
  public static func nominal<Value: Hashable>(
    _ patterns: [(values: [Value?], units: Int)]
  ) -> Double? {
    var totals: [Value: Double] = [:]
    var observed = 0.0
    for pattern in patterns {
      let values = pattern.values.compactMap(\.self)
      guard values.count > 1, pattern.units > 0 else { continue }
      let units = Double(pattern.units)
      let counts = Dictionary(values.map { ($0, 1.0) }, uniquingKeysWith: +)
      let pairs = Double(values.count - 1)
      for (value, count) in counts {
        totals[value, default: 0] += units * count
        observed += units * count * (Double(values.count) - count) / pairs
      }
    }
    let all = totals.values.reduce(0, +)
    let expected = totals.values.reduce(0) { $0 + $1 * (all - $1) }
    guard expected > 0 else { return nil }
    return 1 - (all - 1) * observed / expected
  }

  /// To three decimals, half up, as it is printed: `0.692`, `-0.083`.
  public static func printed(_ alpha: Double) -> String {
    let thousandths = Int((alpha * 1_000 + 0.5).rounded(.down))
    let digits = String(abs(thousandths) % 1_000)
    return (thousandths < 0 ? "-" : "") + "\(abs(thousandths) / 1_000)."
      + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
