import Inquiries
import Surveys

/// A question answered by one of several options, `1`, `2` and so on.
func question(
  _ code: String, options: Int, kind: SurveyQuestion.Kind = .single,
  meanings: [SurveyOption.Meaning] = []
) throws -> SurveyQuestion {
  try SurveyQuestion(
    code: code, kind: kind, wording: "What of \(code)?",
    options: (1...options).map { number in
      try SurveyOption(
        code: "\(number)", label: "Option \(number)",
        meaning: number <= meanings.count ? meanings[number - 1] : .answer)
    })
}

/// Numbers that come again for the same seed.
struct SurveyDice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var mixed = state
    mixed ^= mixed >> 33
    mixed = mixed &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ mixed >> 33
  }
}
