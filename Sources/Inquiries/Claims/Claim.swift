/// A quantified statement of the report, or of what the inquiry says of itself in
/// public, and what it rests on.
public struct Claim: Hashable, Sendable {
  /// How it came to what it is bound to.
  public enum Binding: String, CaseIterable, Sendable {
    /// Nothing is known that it rests on.
    case none
    /// The citation beside it says so, and nobody has.
    case proposed
    /// A named person answers for it.
    case bound
    /// A person did, and the sentence or the source has other words since.
    case suspect
  }

  /// What the figure says of the words.
  public enum Verdict: String, CaseIterable, Sendable {
    case holds
    case trueButLoose = "true_but_loose"
    case fails
    /// The answer was published without the number of those who gave answers.
    case noBase = "no_base"
    case unchecked

    public var inWords: String {
      rawValue.replacing("_", with: " ")
    }
  }

  /// Its place among the claims, from 1; it changes with the draft.
  public let number: Int
  /// Permanent as long as the words stand in their paragraph:
  /// `p57-more-than-80-per-cent`, `summary-4-in-5`.
  public let key: String
  /// Of the draft; `nil` in the inquiry's public summary.
  public let paragraph: Int?
  /// Line of the draft; `nil` in the summary.
  public let line: Int?
  /// `More than 80 per cent`.
  public let words: String
  public let sentence: String
  /// Whether it is a plain number and no share.
  public let isNumber: Bool
  /// The percentages of which it may be said, `(80, 85]`.
  public let holds: String
  public let binding: Binding
  /// `S2-Q1, answer vary`; `nil` where it rests on nothing.
  public let boundTo: String?
  /// The figure there in words: `33 of 41 (80.5 per cent)`.
  public let figure: String?
  public let base: Int?
  /// Who bound it; `nil` too for the operator.
  public let boundBy: String?
  public let verdict: Verdict
  /// Why, in a sentence.
  public let reason: String
  /// 0 until somebody binds it.
  public let revision: Int

  public init(
    number: Int, key: String, paragraph: Int?, line: Int?, words: String, sentence: String,
    isNumber: Bool, holds: String, binding: Binding, boundTo: String?, figure: String?, base: Int?,
    boundBy: String?, verdict: Verdict, reason: String, revision: Int
  ) {
    self.number = number
    self.key = key
    self.paragraph = paragraph
    self.line = line
    self.words = words
    self.sentence = sentence
    self.isNumber = isNumber
    self.holds = holds
    self.binding = binding
    self.boundTo = boundTo
    self.figure = figure
    self.base = base
    self.boundBy = boundBy
    self.verdict = verdict
    self.reason = reason
    self.revision = revision
  }

  /// The sentence for people to read: no blank stays before a mark where a citation went.
  /// Bindings and waivers rest on ``sentence``, and stay.
  public var shownSentence: String {
    sentence.split(whereSeparator: \.isWhitespace).reduce(into: "") { shown, word in
      let closes = !word.hasPrefix("..") && word.allSatisfy { ".,;:!?)”’".contains($0) }
      if !closes, !shown.isEmpty { shown += " " }
      shown += word
    }
  }

  /// Where it stands, in words.
  public var place: String {
    paragraph.map { "paragraph \($0)" } ?? line.map { "line \($0)" } ?? "the public summary"
  }
}

/// A claim with what the checks must know of it.
public struct ClaimEntry: Hashable, Sendable {
  public let claim: Claim
  public let measure: Measure
  public let judgement: ClaimJudgement
  /// The words that its sentence shares with the question that was put.
  public let topic: Set<String>
  /// What must be said of a base so small; `nil` where nothing must.
  public let caution: String?
  /// Whether the base stands in the claim's paragraph.
  public let isBasePrinted: Bool
  /// What it names that its figure is not of.
  public let departures: [ClaimDeparture]
  /// Why what the author marked it with in the draft is no one place; `nil` where it is.
  public let lostMark: String?

  public init(
    claim: Claim, measure: Measure, judgement: ClaimJudgement, topic: Set<String> = [],
    caution: String? = nil, isBasePrinted: Bool = true, departures: [ClaimDeparture] = [],
    lostMark: String? = nil
  ) {
    self.claim = claim
    self.measure = measure
    self.judgement = judgement
    self.topic = topic
    self.caution = caution
    self.isBasePrinted = isBasePrinted
    self.departures = departures
    self.lostMark = lostMark
  }
}
