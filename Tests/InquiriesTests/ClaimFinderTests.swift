import Foundation
import Inquiries
import Testing

/// The table that the product comes with.
func phraseFile() throws -> String {
  let file = URL(filePath: #filePath).appending(
    path: "../../../Sources/Conduct/Claims/claim-phrases.json"
  ).standardizedFileURL
  return try String(contentsOf: file, encoding: .utf8)
}

/// The same, read.
let productPhrases = Result { try ClaimPhrases(json: Data(phraseFile().utf8)) }

private func percent(_ numerator: Int, of denominator: Int) -> Fraction {
  Fraction(Int128(100 * numerator), over: Int128(denominator))
}

@Suite struct ClaimFinderTests {
  private let finder: ClaimFinder

  init() throws { finder = ClaimFinder(try productPhrases.get()) }

  private func found(_ text: String) -> [String] {
    finder.find(in: Prose(Array(text.utf8))).map(\.words)
  }

  @Test(arguments: [
    ("More than 80 per cent reported it.", ["More than 80 per cent"]),
    (
      "Almost three quarters said so, and almost two-thirds of the rest.",
      ["Almost three quarters", "almost two-thirds"]
    ),
    ("4 in 5 directors, or four out of five.", ["4 in 5", "four out of five"]),
    ("In our survey the majority of directors said so.", ["the majority"]),
    ("Half felt the same; half an hour later nobody did, in the first half.", ["Half"]),
    (
      "About 10\u{A0}per\u{A0}cent of it, 12.5% or ten percent.",
      ["About 10\u{A0}per\u{A0}cent", "12.5%", "ten percent"]
    ),
    (
      "An average of 60 in every 10,000, with 22 and 1,164.", ["60 in every 10,000", "22", "1,164"]
    ),
    ("Under section 17, on 12 September 2017 and in March 2018, in paragraph 3.", []),
    ("A third wrote of it, and one in person.", ["A third"]),
    ("“Ninety per cent of them” [@Q4], he said: 8 per cent.", ["8 per cent"]),
    ("See https://example.org/80/90 for 5 of them.", ["5"]),
    ("A family of four in winter; 60 in 2018.", ["60"]),
    ("In 2024-25, in 2024–25 and in 2024/25 they met 25 of them.", ["25"]),
    ("In 1999-00 and in 2024-60.", ["60"]), ("In 2024, 25 of them wrote.", ["25"]),
    ("They count 22.[^1] Others[^note-5] count 1,164.", ["22", "1,164"]),
    (
      "Of all, 56 per cent said yes, and 22.9 per cent said none.",
      ["56 per cent", "22.9 per cent"]
    ),
    ("More than 4 in 10 said so.", ["More than 4 in 10"]),
  ])
  func `shares and numbers are found, idioms and dates are not`(text: String, words: [String]) {
    #expect(found(text) == words.map { $0.replacing("\u{A0}", with: " ") })
  }

  @Test(arguments: [
    ("80 per cent", "[79.5, 80.5)", "[79.5, 80.5)"), ("12.5%", "[12.5, 12.6)", "[12.5, 12.6)"),
    ("just under half", "[48, 50)", "[48, 50)"), ("nearly a third", "[29.3, 33.3)", "[29.3, 33.3)"),
    ("more than 80 per cent", "(80, 85]", "(80, 100]"), ("over half", "(50, 55]", "(50, 100]"),
    ("fewer than a fifth", "[15, 20)", "[0, 20)"),
    ("at least 98 per cent", "[98, 100]", "[98, 100]"),
    ("half", "[48, 52]", "[48, 52]"), ("4 in 5", "[77.5, 82.5]", "[77.5, 82.5]"),
    ("more than 4 in 10", "(40, 45]", "(40, 100]"),
    ("fewer than one in ten", "[5, 10)", "[0, 10)"),
    ("33 out of 41", "[79.3, 81.7]", "[79.3, 81.7]"), ("the majority", "[55, 90]", "(50, 100]"),
    ("the vast majority", "[85, 100]", "[85, 100]"), ("a minority", "(0, 50)", "(0, 50)"),
  ])
  func `a phrase may be said of its window`(phrase: String, holds: String, isTrue: String) throws {
    let measure = try #require(finder.measure(of: phrase))
    #expect("\(measure.holds)" == holds)
    #expect("\(measure.isTrue)" == isTrue)
  }

  /// The seed check of the handbook: `almost three quarters` of 41.
  @Test func `a window says which counts of a base it allows`() throws {
    let quarters = try #require(finder.measure(of: "almost three quarters")).holds
    #expect(quarters.counts(of: 41) == 30...30)
    #expect(quarters.counts(of: 20) == nil)
    #expect(try #require(finder.measure(of: "almost two thirds")).holds.counts(of: 41) == 26...27)
  }

  @Test func `counts of a window are those whose percentage lies in it`() {
    var dice = Seeded(20_240_611)
    for _ in 0..<400 {
      let low = Int.random(in: 0...100, using: &dice)
      let high = Int.random(in: low...100, using: &dice)
      let base = Int.random(in: 1...60, using: &dice)
      let window = Window(
        Fraction(Int128(low)), Fraction(Int128(high)), hasLower: Bool.random(using: &dice),
        hasUpper: Bool.random(using: &dice))
      let within = (0...base).filter { window.contains(percent($0, of: base)) }
      #expect(window.counts(of: base).map(Array.init) ?? [] == within, "\(window) of \(base)")
    }
  }

  @Test func `what lies in two windows lies in their intersection, and nothing else`() {
    var dice = Seeded(7)
    func window() -> Window {
      let low = Int.random(in: 0...20, using: &dice)
      return Window(
        Fraction(Int128(low)), Fraction(Int128(Int.random(in: low...20, using: &dice))),
        hasLower: Bool.random(using: &dice), hasUpper: Bool.random(using: &dice))
    }
    for _ in 0..<300 {
      let (one, other) = (window(), window())
      let common = one.intersection(other)
      for half in 0...40 {
        let value = Fraction(Int128(half), over: 2)
        #expect(common.contains(value) == (one.contains(value) && other.contains(value)))
      }
      #expect(
        common.isEmpty == !(0...40).contains { common.contains(Fraction(Int128($0), over: 2)) })
    }
  }

  /// Exhaustive: every count of every base up to 200 against its rounded percentage.
  @Test func `a percentage holds of the counts that round half up to it`() throws {
    for base in 1...200 {
      for count in 0...base {
        let rounded = (200 * count + base) / (2 * base)
        let measure = try #require(finder.measure(of: "\(rounded) per cent"))
        #expect(
          finder.judge(measure, against: .counted(count, base: base, weighted: nil)).verdict
            == .holds)
      }
    }
  }

  @Test(arguments: [
    ("80 per cent", ClaimFigure.counted(33, base: 41, weighted: nil), Claim.Verdict.holds),
    ("more than 80 per cent", .counted(33, base: 41, weighted: nil), .holds),
    ("more than 80 per cent", .counted(39, base: 41, weighted: nil), .trueButLoose),
    ("more than 80 per cent", .counted(32, base: 41, weighted: nil), .fails),
    ("about a third", .counted(76, base: 250, weighted: nil), .holds),
    ("more than a third", .counted(38, base: 100, weighted: nil), .trueButLoose),
    ("half", .counted(10, base: 30, weighted: Fraction(101, over: 2)), .holds),
    ("33", .counted(33, base: 41, weighted: nil), .holds),
    ("34", .counted(33, base: 41, weighted: nil), .fails),
    (
      "more than 80 per cent", .stated("more than 80 per cent", base: nil, needsBase: true), .noBase
    ),
    ("90 per cent", .stated("70 per cent", base: nil, needsBase: true), .fails),
    ("80 per cent", .stated("80 per cent", base: 41, needsBase: true), .holds),
    ("81 per cent", .stated("80 per cent", base: 41, needsBase: true), .fails),
    ("most", .stated("80 per cent", base: 41, needsBase: true), .holds),
    ("more than 80 per cent", .stated("80 per cent", base: 1000, needsBase: true), .unchecked),
    ("about 10 per cent", .stated("10 per cent", base: nil, needsBase: false), .holds),
    ("164", .stated("164", base: nil, needsBase: false), .holds),
    ("164", .stated("146", base: nil, needsBase: false), .fails),
    ("half", .stated("many", base: 41, needsBase: true), .unchecked),
    ("half", .heldBack, .unchecked), ("half", .unknown, .unchecked),
    ("half", .counted(0, base: 0, weighted: nil), .noBase),
  ])
  func `a claim is judged by its figure`(
    words: String, figure: ClaimFigure, verdict: Claim.Verdict
  ) throws {
    let measure = try #require(finder.measure(of: words))
    let judgement = finder.judge(measure, against: figure)
    #expect(judgement.verdict == verdict, "\(judgement.reason)")
  }

  @Test func `a percentage that no count makes is impossible, and one respondent may decide`()
    throws
  {
    let measure = try #require(finder.measure(of: "79 per cent"))
    #expect(
      finder.judge(measure, against: .stated("79 per cent", base: 41, needsBase: true)).isImpossible
    )
    #expect(
      !finder.judge(measure, against: .stated("79 per cent", base: 42, needsBase: true))
        .isImpossible)
    let counted = finder.judge(measure, against: .counted(33, base: 41, weighted: nil))
    #expect(counted.isImpossible)
    #expect(counted.reason.hasSuffix("No number of 41 makes the percentage claimed."))
    let half = try #require(finder.measure(of: "half"))
    #expect(finder.judge(half, against: .counted(21, base: 41, weighted: nil)).hangsOnOne)
    #expect(!finder.judge(half, against: .counted(500, base: 1000, weighted: nil)).hangsOnOne)
  }

  @Test func `what a sentence takes over from a question is told without endings`() {
    let question = "Do thresholds for early help vary between authorities?"
    #expect(
      finder.topic(of: "Most said that the threshold for early help varied.", in: question)
        == finder.topic(of: "Thresholds, early help, varies", in: question))
    #expect(finder.topic(of: "Help differs.", in: question).count == 1)
  }

  @Test(arguments: [
    ("half, in 2016, said so", true), ("half said so in May 2016", true),
    ("half, in 2017, said so", false), ("half in 2016 and in 2017", false),
    ("half said so under the Act of 2016", false), ("half spoke of Agenda 2016", false),
    ("half in 2017-18", false), ("half in 2015-16", true), ("half said so", false),
  ])
  func `a year that a figure is not of is told`(sentence: String, differs: Bool) {
    let setting = ClaimSetting(years: [2017])
    let rest = String(sentence.dropFirst(4))
    let told = finder.departures(of: sentence, rest: rest, from: setting)
    #expect(told.isEmpty != differs, "\(told)")
    // Nobody knows the year of a figure whose source names none.
    #expect(finder.departures(of: sentence, rest: rest, from: ClaimSetting()).isEmpty)
    // The words cited may name it.
    #expect(
      finder.departures(
        of: sentence, rest: rest, from: ClaimSetting(years: [2017], words: ["In 2015-16 half did."])
      ).isEmpty)
  }

  @Test(arguments: [
    (" of social workers", "Social workers in England"), (" of the parents asked", "Parent"),
    (" of directors of children’s services", nil), (" of directors", nil),
    (" of heads of service", nil), (" said social workers", nil), (" of families", nil),
    (" of those aged 5 to 10", "people aged 5 to 10"), (" of those aged 11-16", nil),
  ])
  func `people that a figure is not of are told`(rest: String, told: String?) {
    let setting = ClaimSetting(
      populations: ["Directors of children's services", "Heads of children aged 11 to 16"],
      words: ["Do heads of service agree?"],
      others: ["Social workers in England", "Social", "Parent", "Directors", "in"])
    let found = finder.departures(of: "Half\(rest).", rest: rest, from: setting)
    let people = found.compactMap { departure -> String? in
      guard case .people(let told, _) = departure else { return nil }
      return told
    }
    #expect(people == [told].compactMap { $0 })
  }

  @Test(arguments: [
    ("{}", "claim-phrases.json, version: This is missing."),
    ("{\"version\": 1}", "claim-phrases.json, before: This is missing."),
    ("{", "claim-phrases.json, as a whole: This is no JSON."),
  ])
  func `a table that is not whole is refused with the place`(json: String, words: String) throws {
    let fault = try #require(throws: ClaimPhrases.Fault.self) {
      try ClaimPhrases(json: Data(json.utf8))
    }
    #expect(fault.description == words)
  }

  @Test(arguments: [
    (#""[-4, 0)""#, #""[-4, 0""#, "before, entry 2, holds: “[-4, 0” is no window"),
    (
      #""true": "(50, 100]", "needsSurvey""#, #""true": "half", "needsSurvey""#,
      "alone, entry 1, true: “half” is no window"
    ),
    (#"["just under"]"#, #"[" "]"#, "before, entry 1, words: A phrase has words."),
    (#""most": "2.5""#, #""most": "two""#, "ratio, most: “two” is no number"),
    (#""most": "2.5""#, #""most": 2"#, "ratio, most: A value of another kind"),
  ])
  func `a rule that cannot be read is named`(good: String, bad: String, words: String) throws {
    let json = try phraseFile().replacing(good, with: bad, maxReplacements: 1)
    let fault = try #require(throws: ClaimPhrases.Fault.self) {
      try ClaimPhrases(json: Data(json.utf8))
    }
    #expect(fault.description.hasPrefix("claim-phrases.json, " + words))
  }
}
