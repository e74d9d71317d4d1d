/// A number of which no digit is lost: figures are compared as they are, and
/// rounded only where they are shown.
public struct Fraction: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let numerator: Int128
  public let denominator: Int128

  /// - Parameter denominator: Above 0.
  public init(_ numerator: Int128, over denominator: Int128 = 1) {
    var (divisor, rest) = (denominator, numerator.magnitude)
    while rest != 0 { (divisor, rest) = (Int128(rest), (UInt128(divisor) % rest)) }
    self.numerator = numerator / max(1, divisor)
    self.denominator = denominator / max(1, divisor)
  }

  /// Reads `1,204`, `82.5` or `-2`; up to nine digits before the point and six
  /// after it, since more are a slip of the hand.
  public init?(_ text: String) {
    guard
      let match = text.wholeMatch(of: /(-?)(\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.(\d{1,6}))?/),
      let whole = Int128(match.output.2.replacing(",", with: ""))
    else { return nil }
    let decimals = match.output.3 ?? ""
    let scale = decimals.reduce(Int128(1)) { scale, _ in scale * 10 }
    let value: Int128 = whole * scale + (Int128(decimals) ?? 0)
    self.init(match.output.1.isEmpty ? value : -value, over: scale)
  }

  public static func < (left: Fraction, right: Fraction) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }

  public static func + (left: Fraction, right: Fraction) -> Fraction {
    Fraction(
      left.numerator * right.denominator + right.numerator * left.denominator,
      over: left.denominator * right.denominator)
  }

  public static func - (left: Fraction, right: Fraction) -> Fraction {
    left + Fraction(-right.numerator, over: right.denominator)
  }

  public static func * (left: Fraction, right: Fraction) -> Fraction {
    Fraction(
      left.numerator * right.numerator, over: left.denominator * right.denominator)
  }

  /// How far it is from 0.
  public var magnitude: Fraction {
    numerator < 0 ? Fraction(-numerator, over: denominator) : self
  }

  /// The greatest whole number that is not above it.
  var floor: Int128 {
    let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    return rest < 0 ? quotient - 1 : quotient
  }

  /// To so many parts of a whole, rounded half up: 10 for one decimal.
  func rounded(to parts: Int128) -> Fraction {
    Fraction((self * Fraction(parts) + Fraction(1, over: 2)).floor, over: parts)
  }

  /// To one decimal, rounded half up: `82.5`, `66.7`, `80`.
  public var description: String {
    let tenths = (self * Fraction(10) + Fraction(1, over: 2)).floor
    let sign = tenths < 0 ? "-" : ""
    let rest = tenths.magnitude % 10
    return "\(sign)\(tenths.magnitude / 10)" + (rest == 0 ? "" : ".\(rest)")
  }
}
