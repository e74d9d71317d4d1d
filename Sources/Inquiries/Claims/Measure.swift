/// What a quantified phrase says in numbers.
public struct Measure: Hashable, Sendable {
  /// How it is said.
  public enum Kind: Hashable, Sendable {
    /// `80 per cent`, with so many digits after the point, and what is before it.
    case percentage
    /// `three quarters`.
    case fraction
    /// `4 in 5`.
    case ratio
    /// `the majority`.
    case quantifier
    /// `not half`: a share behind a word that turns it, which nothing is compared with.
    case denial
    /// A plain number, which is no share: `164`.
    case number
  }

  /// What words such as “about” and “more than” say of the plain number behind them: how
  /// far off the figure may be, in hundredths of all who answered.
  public struct Around: Hashable, Sendable {
    public let holds: Window
    public let isTrue: Window
  }

  public let kind: Kind
  /// Where the phrase fits.
  public let holds: Window
  /// Where it is true at all: `more than 80 per cent` is true of 95, and loose.
  public let isTrue: Window
  /// The share or number it names; `nil` of a quantifier.
  public let named: Fraction?
  /// Whether it may be an idiom, so that only beside a survey it is a claim.
  public let needsSurvey: Bool
  /// Of a plain number; `nil` where it is told as it is.
  public let around: Around?
  /// Of either end of a range of plain numbers: what lies between the two.
  public let range: Window?

  public init(
    _ kind: Kind, holds: Window, isTrue: Window? = nil, named: Fraction? = nil,
    needsSurvey: Bool = false, around: Around? = nil, range: Window? = nil
  ) {
    self.kind = kind
    self.holds = holds
    self.isTrue = isTrue ?? holds
    self.named = named
    self.needsSurvey = needsSurvey
    self.around = around
    self.range = range
  }

  /// Whether it is `all` or `none`, which may also say of whom a share is.
  var isIdiomOfOneValue: Bool {
    kind == .quantifier && needsSurvey && holds.lower == holds.upper
  }

  static func number(
    _ value: Fraction, around: Around? = nil, range: Window? = nil
  ) -> Measure {
    Measure(
      .number, holds: Window(value, value), named: value, around: around, range: range)
  }

  /// What a plain number is as the figure of some, of so many in all.
  func verdict(onNumber figure: Fraction, of whole: Fraction) -> Claim.Verdict {
    if let range { return range.contains(figure) ? .holds : .fails }
    guard let named else { return .fails }
    // “Fewer than 500” is true of 131 of 200 too.
    let whole = max(whole, named)
    guard let around, Fraction(0) < whole else { return figure == named ? .holds : .fails }
    let apart = (figure - named) * Fraction(100 * whole.denominator, over: whole.numerator)
    if around.holds.contains(apart) { return .holds }
    return around.isTrue.contains(apart) ? .trueButLoose : .fails
  }

  /// The fraction with a denominator up to five that is nearer to `value` than
  /// the one the phrase names, as a reader would have said it.
  func nearerFraction(to value: Fraction) -> Fraction? {
    guard kind == .fraction, let named else { return nil }
    let simple = (2...5).flatMap { under in
      (1..<under).map { Fraction(Int128($0), over: Int128(under)) }
    }
    let nearest = simple.min {
      ($0 * Fraction(100) - value).magnitude < ($1 * Fraction(100) - value).magnitude
    }
    guard let nearest,
      (nearest * Fraction(100) - value).magnitude < (named - value).magnitude
    else { return nil }
    return nearest
  }
}
