/// What a claim's figure is, as far as it is known.
public enum ClaimFigure: Hashable, Sendable {
  /// So many of so many, counted from responses; with the exact percentage where
  /// they are weighted.
  case counted(Int, base: Int, weighted: Fraction?)
  /// As somebody published it, in words; a survey's figure needs its base.
  case stated(String, base: Int?, needsBase: Bool)
  /// It is known, and held back to protect respondents.
  case heldBack
  /// What was cited holds no figure that could be compared.
  case unknown
}

/// What comes of comparing a claim with its figure.
public struct ClaimJudgement: Hashable, Sendable {
  public let verdict: Claim.Verdict
  /// Why, in a sentence.
  public let reason: String
  /// Whether no number of so many respondents makes the percentage (GRIM).
  public let isImpossible: Bool
  /// Whether one respondent more or less would change the verdict.
  public let hangsOnOne: Bool
  /// Whether its figure is held back to protect respondents.
  public let isHeldBack: Bool

  public init(
    _ verdict: Claim.Verdict, _ reason: String, isImpossible: Bool = false,
    hangsOnOne: Bool = false, isHeldBack: Bool = false
  ) {
    self.verdict = verdict
    self.reason = reason
    self.isImpossible = isImpossible
    self.hangsOnOne = hangsOnOne
    self.isHeldBack = isHeldBack
  }
}

extension ClaimFinder {
  /// Compares a claim with its figure, exactly; nothing is rounded but by the
  /// claim's own words.
  public func judge(_ measure: Measure, against figure: ClaimFigure) -> ClaimJudgement {
    switch figure {
    case .unknown:
      ClaimJudgement(.unchecked, "What it is bound to has no figure on record.")
    case .heldBack:
      ClaimJudgement(
        .unchecked, "The figure is held back to protect respondents; a report must not tell it.",
        isHeldBack: true)
    case _ where measure.kind == .denial:
      ClaimJudgement(
        .unchecked, "A phrase that is denied is not compared; say what the figure is instead.")
    case .counted(let count, let base, let weighted):
      judge(measure, count, of: base, weighted)
    case .stated(let words, let base, let needsBase):
      judge(measure, stated: words, base, needsBase)
    }
  }

  private func judge(
    _ measure: Measure, _ count: Int, of base: Int, _ weighted: Fraction?
  ) -> ClaimJudgement {
    guard base > 0 else { return ClaimJudgement(.noBase, "Nobody answered.") }
    if measure.kind == .number {
      let whole = Fraction(Int128(base))
      // Every base is more than a number of some of them: what is loose of it is not meant,
      // and no range.
      let isOfBase =
        measure.range == nil && measure.verdict(onNumber: whole, of: whole) == .holds
      return ClaimJudgement(
        isOfBase ? .holds : measure.verdict(onNumber: Fraction(Int128(count)), of: whole),
        "The figures are \(count) of \(base).")
    }
    func percent(_ count: Int) -> Fraction { Fraction(100 * Int128(count), over: Int128(base)) }
    let value = weighted ?? percent(count)
    let told =
      "The figure is \(value) per cent\(weighted == nil ? "" : ", weighted"): \(count) of \(base)."
    let verdict = ClaimFinder.verdict(measure, value)
    let hangs =
      weighted == nil
      && [count - 1, count + 1].contains { other in
        (0...base).contains(other) && ClaimFinder.verdict(measure, percent(other)) != verdict
      }
    if verdict == .holds, let nearer = measure.nearerFraction(to: value) {
      return ClaimJudgement(
        .trueButLoose, "\(told) \(nearer.numerator)/\(nearer.denominator) is nearer.",
        hangsOnOne: hangs)
    }
    let isImpossible =
      verdict == .fails && measure.kind == .percentage && weighted == nil
      && measure.holds.counts(of: base) == nil
    return ClaimJudgement(
      verdict, isImpossible ? "\(told) No number of \(base) makes the percentage claimed." : told,
      isImpossible: isImpossible, hangsOnOne: hangs)
  }

  private static func verdict(_ measure: Measure, _ value: Fraction) -> Claim.Verdict {
    measure.holds.contains(value)
      ? .holds : measure.isTrue.contains(value) ? .trueButLoose : .fails
  }

  private func judge(
    _ measure: Measure, stated words: String, _ base: Int?, _ needsBase: Bool
  ) -> ClaimJudgement {
    let told = "The figure was published as “\(words)”" + (base.map { ", base \($0)." } ?? ".")
    guard let stated = self.measure(of: words) else {
      return ClaimJudgement(.unchecked, "\(told) No number can be read from it.")
    }
    let whole = base.map { Fraction(Int128($0)) }
    if let whole, measure.kind == .number, measure.range == nil,
      measure.verdict(onNumber: whole, of: whole) == .holds
    {
      return ClaimJudgement(.holds, told)
    }
    if measure.kind == .number || stated.kind == .number {
      guard measure.kind == stated.kind else {
        return ClaimJudgement(.unchecked, "\(told) A share and a plain number cannot be compared.")
      }
      return judge(measure, statedNumber: stated, of: whole, told)
    }
    if let base {
      guard base > 0, let possible = stated.isTrue.counts(of: base) else {
        return ClaimJudgement(
          .fails, "\(told) No number of \(base) respondents makes that.", isImpossible: true)
      }
      func lies(_ window: Window) -> (all: Bool, any: Bool) {
        guard let counts = window.counts(of: base) else { return (false, false) }
        let likely = stated.holds.counts(of: base) ?? possible
        return (
          counts.lowerBound <= likely.lowerBound && likely.upperBound <= counts.upperBound,
          counts.overlaps(possible)
        )
      }
      return ClaimFinder.told(told, holds: lies(measure.holds).all, isTrue: lies(measure.isTrue))
    }
    let isTrue = (
      all: measure.isTrue.contains(stated.holds),
      any: !measure.isTrue.intersection(stated.isTrue).isEmpty
    )
    guard isTrue.any else { return ClaimJudgement(.fails, told) }
    guard !needsBase else { return ClaimJudgement(.noBase, "\(told) No base was published.") }
    return ClaimFinder.told(told, holds: measure.holds.contains(stated.holds), isTrue: isTrue)
  }

  private func judge(
    _ measure: Measure, statedNumber stated: Measure, of whole: Fraction?, _ told: String
  ) -> ClaimJudgement {
    guard let figure = stated.named else { return ClaimJudgement(.unchecked, told) }
    let isAsStated = figure == measure.named && measure.around == stated.around
    guard !isAsStated else { return ClaimJudgement(.holds, told) }
    guard stated.around == nil || measure.around == nil else {
      return ClaimJudgement(.unchecked, "\(told) That may bear the claim out or not.")
    }
    return ClaimJudgement(measure.verdict(onNumber: figure, of: whole ?? figure), told)
  }

  /// What can be said where the figure is known within bounds alone.
  private static func told(
    _ told: String, holds: Bool, isTrue: (all: Bool, any: Bool)
  ) -> ClaimJudgement {
    if holds { return ClaimJudgement(.holds, told) }
    if isTrue.all { return ClaimJudgement(.trueButLoose, told) }
    return isTrue.any
      ? ClaimJudgement(.unchecked, "\(told) That may bear the claim out or not.")
      : ClaimJudgement(.fails, told)
  }
}
