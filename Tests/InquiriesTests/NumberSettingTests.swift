import Inquiries
import Testing

/// Numbers beside an answer to a survey that count nobody who answered.
@Suite struct NumberSettingTests {
  private let finder: ClaimFinder

  init() throws { finder = ClaimFinder(try productPhrases.get()) }

  private func settings(_ text: String) -> [NumberSetting] {
    let prose = Prose(Array(text.utf8))
    return finder.find(in: prose).map { NumberSetting($0.range, of: $0.sentence, in: prose) }
  }

  @Test(arguments: [
    ("They earn up to £18 a week.", [true]), ("Wages of £67 a head.", [true]),
    ("It is $18, €19 or 20 pounds.", [true, true, true]), ("It costs 18 p.", [true]),
    ("From £18–20 a week.", [true, true]), ("They earn 18 to 20 pounds.", [true, true]),
    ("Of 97 with £18 left.", [false, true]), ("Here 97 pounded the door.", [false]),
    ("They are in for 22 hours a day.", [true]), ("Between 2 and 5 hours.", [true, true]),
    ("They have 12 of the 24 hours.", [true, true]),
    ("Here 97 said it in 67 words.", [false, true]), ("An 18-year-old wrote.", [true]),
    ("Those of 16–24 years wrote.", [true, true]), ("A 65:35 split, of 97.", [true, true, false]),
    ("It was 97:103.", [false, false]), ("Here 97 had work.", [false]),
    ("Here 97 of the 200 had work.", [false, false]), ("Here 97 prisoners had work.", [false]),
    ("Here 97 councils had work.", [false]), ("Here 97 daily had work.", [false]),
    ("After 2 months’ work 97 left.", [true, false]),
    ("Here 97 day patients wrote.", [false]), ("We paid £18 to 97 of them.", [true, false]),
    ("Here 97 and 24 months ago 80 left.", [false, true, false]),
  ])
  func `money, time and a split count nobody`(text: String, isOfNobody: [Bool]) {
    #expect(settings(text).map(\.isOfNobody) == isOfNobody)
  }

  @Test(arguments: [
    ("Here 97 had less than 2 hours.", "Less than 2 hours", [false, true]),
    ("Here 97 had 2 to 5 hours.", "2 to 5 hours", [false, true, true]),
    ("Here 97 had between 2 and 5 hours.", "2–5 hours a day", [false, true, true]),
    ("Here 97 had 2 hours.", "Less than two hours", [false, true]),
    ("Here 97 had 3 or more children.", "3 or more children", [false, true]),
    ("Here 97 were over 65.", "Over 65", [false, true]),
    ("Here over 65 of them were.", "Over 65", [false]),
    ("Here 97 were 18 to 24 of age.", "18 to 24", [false, false, false]),
    (
      "Here 97 had work in the last 12 months.", "Have you worked in the last 12 months?",
      [false, true]
    ),
    ("Here less than 2 had work.", "Less than 2 hours", [false]),
    ("Here 5 hours were worked by 2.", "Less than 2 hours", [false, false]),
    ("Here 5 people said so.", "Did at least 5 people help?", [false]),
    ("Here 2 had work.", "2", [false]), ("Here 97 had work.", "Yes, has work", [false]),
    ("Here 1 child had work.", "1 child", [false]),
  ])
  func `a number is one of a label where its words stand around it`(
    text: String, label: String, isOfLabel: [Bool]
  ) {
    #expect(settings(text).map { $0.isNumber(of: label) } == isOfLabel)
  }
}
