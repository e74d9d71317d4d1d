/// A part of a whole, exact until it is shown.
public struct Share: Hashable, Sendable {
  public let part: Int128
  public let whole: Int128

  /// - Parameters:
  ///   - part: From 0; may exceed the whole only through a caller's mistake.
  ///   - whole: What it is a part of; 0 where nobody answered.
  public init(part: Int128, whole: Int128) {
    self.part = part
    self.whole = whole
  }

  /// Per cent, rounded once, half up.
  ///
  /// - Parameter decimals: Digits after the point.
  /// - Returns: `84`; `[low]` for what is above nothing and rounds to it; `nil`
  ///   where the whole is nothing.
  public func percent(decimals: Int = 0) -> String? {
    guard whole > 0 else { return nil }
    let unit = power(of: decimals)
    let rounded = (200 * unit * part + whole) / (2 * whole)
    if rounded == 0, part > 0 { return "[low]" }
    guard decimals > 0 else { return "\(rounded)" }
    let digits = "\(rounded % unit)"
    let zeros = String(repeating: "0", count: decimals - digits.count)
    return "\(rounded / unit).\(zeros)\(digits)"
  }

  /// Thousandths of the whole, for drawing.
  var thousandths: Int { whole > 0 ? Int(min(1000, 1000 * part / whole)) : 0 }
}
