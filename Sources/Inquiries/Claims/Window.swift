/// The percentages of which a phrase may be said: `(80, 85]` is above 80 and up
/// to 85.
public struct Window: Hashable, Sendable, CustomStringConvertible {
  public let lower: Fraction
  public let upper: Fraction
  public let hasLower: Bool
  public let hasUpper: Bool

  /// - Parameters:
  ///   - hasLower: Whether the lower end belongs to it; likewise the upper.
  public init(_ lower: Fraction, _ upper: Fraction, hasLower: Bool = true, hasUpper: Bool = true) {
    self.lower = lower
    self.upper = upper
    self.hasLower = hasLower
    self.hasUpper = hasUpper
  }

  /// Reads `[-2, 0)`, as ``description`` writes it.
  public init?(_ text: String) {
    guard
      let match = text.wholeMatch(of: /([\[(])\s*([^,\s]+)\s*,\s*([^,\s]+)\s*([\])])/),
      let lower = Fraction(String(match.output.2)), let upper = Fraction(String(match.output.3)),
      lower <= upper
    else { return nil }
    self.init(
      lower, upper, hasLower: match.output.1 == "[", hasUpper: match.output.4 == "]")
  }

  public static let all = Window(Fraction(0), Fraction(100))

  public var isEmpty: Bool {
    upper < lower || lower == upper && !(hasLower && hasUpper)
  }

  public func contains(_ value: Fraction) -> Bool {
    (lower < value || hasLower && lower == value) && (value < upper || hasUpper && value == upper)
  }

  /// Whether everything that is in `other` is in it.
  public func contains(_ other: Window) -> Bool {
    other.isEmpty || intersection(other) == other
  }

  public func intersection(_ other: Window) -> Window {
    let lower = max(lower, other.lower)
    let upper = min(upper, other.upper)
    return Window(
      lower, upper,
      hasLower: (lower > self.lower || hasLower) && (lower > other.lower || other.hasLower),
      hasUpper: (upper < self.upper || hasUpper) && (upper < other.upper || other.hasUpper))
  }

  /// The same window so much higher, within 0 and 100.
  func raised(by value: Fraction) -> Window {
    Window(lower + value, upper + value, hasLower: hasLower, hasUpper: hasUpper)
      .intersection(.all)
  }

  /// How many of so many respondents make a percentage within it; `nil` where no
  /// number of them does.
  ///
  /// - Parameter base: Above 0.
  public func counts(of base: Int) -> ClosedRange<Int>? {
    let unit = Fraction(Int128(base), over: 100)
    let (low, high) = (lower * unit, upper * unit)
    // The least whole number that is not below, and the greatest that is not above.
    var least = -Fraction(-low.numerator, over: low.denominator).floor
    var most = high.floor
    if !hasLower, Fraction(least) == low { least += 1 }
    if !hasUpper, Fraction(most) == high { most -= 1 }
    least = max(0, least)
    most = min(Int128(base), most)
    return least <= most ? Int(least)...Int(most) : nil
  }

  public var description: String {
    "\(hasLower ? "[" : "(")\(lower), \(upper)\(hasUpper ? "]" : ")")"
  }

  /// `between 80 and 82.5 per cent`; to two decimals where an end has them, since phrases
  /// set ends such as 82.35.
  public var inWords: String {
    lower == upper
      ? "at \(Window.told(lower)) per cent"
      : "between \(Window.told(lower)) and \(Window.told(upper)) per cent"
  }

  private static func told(_ value: Fraction) -> String {
    let hundredths = (value * Fraction(100) + Fraction(1, over: 2)).floor
    guard hundredths > 0, hundredths % 10 != 0 else { return value.description }
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
