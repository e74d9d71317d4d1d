import Inquiries
import Surveys
import Testing

@Suite struct TabulationTests {
  @Test func `the four ways of not answering are kept apart, and a don't-know counts`() throws {
    let asked = try question(
      "Q1", options: 4, meanings: [.answer, .dontKnow, .preferNotToSay, .notAsked])
    let responses = Responses(
      count: 7, answers: [.single([1, 1, 2, 3, 4, 0, 1])], weights: nil)
    let column = Tabulation(try Instrument(questions: [asked]), responses).table(of: 0).everybody
    #expect(column.cells.map { $0?.count } == [3, 1, 1, 1])
    #expect(column.skipped?.count == 1)
    #expect(column.base?.count == 4)
    #expect(column.share(0)?.percent() == "75")
    let without = Tabulation(
      try Instrument(questions: [asked], countsDontKnow: false), responses
    ).table(of: 0).everybody
    #expect(without.base?.count == 3)
    #expect(without.share(0)?.percent() == "100")
  }

  @Test func `ticks overlap, and who ticked none is in the base`() throws {
    let asked = try question("Q1", options: 3, kind: .multiple)
    let by = try question("Q2", options: 2)
    let responses = Responses(
      count: 5,
      answers: [.multiple([0b11, 0b1, Answers.noneTicked, 0, 0b100]), .single([1, 2, 1, 1, 0])],
      weights: nil)
    let tabulation = Tabulation(try Instrument(questions: [asked, by]), responses)
    let table = tabulation.table(of: 0, by: 1)
    #expect(table.columns.map { $0.base?.count } == [4, 2, 1])
    #expect(
      table.columns.map { $0.cells.map { $0?.count } } == [[2, 1, 1], [1, 1, 0], [1, 0, 0]])
    // Groups made by ticks overlap too.
    #expect(tabulation.table(of: 1, by: 0).columns.map { $0.base?.count } == [4, 2, 1, 0])
  }

  @Test func `weights are summed exactly`() throws {
    let weights = Weights(try ["0.1", "0.2", "0.7", "1e-3"].map { try Weight($0) })
    let responses = Responses(count: 4, answers: [.single([1, 1, 2, 2])], weights: weights)
    let table = Tabulation(
      try Instrument(questions: [try question("Q1", options: 2)]), responses
    ).table(of: 0)
    let cells = table.everybody.cells.compactMap { $0 }
    #expect(cells.map { weights.exact($0.weight ?? 0) } == ["0.3", "0.701"])
    #expect(weights.exact(table.everybody.base?.weight ?? 0) == "1.001")
    #expect(weights.rounded(table.everybody.base?.weight ?? 0) == "1")
    #expect(table.everybody.share(0, weighted: true)?.percent(decimals: 1) == "30.0")
    #expect(table.everybody.share(0)?.percent() == "50")
  }

  @Test(arguments: [
    (1, 200, 0, "1"), (1, 201, 0, "[low]"), (0, 7, 0, "0"), (29, 200, 0, "15"), (1, 3, 1, "33.3"),
    (2, 3, 0, "67"), (1, 8, 1, "12.5"), (1, 16, 1, "6.3"), (5, 1000, 2, "0.50"), (41, 41, 0, "100"),
  ])
  func `a percentage is rounded once, half up`(part: Int, whole: Int, decimals: Int, shown: String)
  {
    #expect(Share(part: Int128(part), whole: Int128(whole)).percent(decimals: decimals) == shown)
  }

  @Test func `nothing is a percentage of nobody`() {
    #expect(Share(part: 0, whole: 0).percent() == nil)
  }

  @Test(arguments: [
    ("", Weight.Fault.missing), ("-1", .negative), ("1,5", .decimalComma), ("heavy", .notANumber),
    ("1.2.3", .notANumber), ("1000000", .tooLarge), ("1e9", .tooLarge), ("NaN", .notANumber),
    ("0.000000000000000000001", .tooManyDecimals), (".", .notANumber),
  ])
  func `what is no weight is refused`(text: String, fault: Weight.Fault) {
    #expect(throws: fault) { try Weight(text) }
  }

  @Test func `a seventeenth decimal and an exponent are weights`() throws {
    let weights = Weights(
      try ["0.07652345678901234", "25", "8.5e-05", "1.50", "2E2"].map { try Weight($0) })
    #expect(
      weights.scaled.map(weights.exact)
        == ["0.07652345678901234", "25", "0.000085", "1.5", "200"])
  }

  @Test func `a chart draws what is known and says the rest`() {
    let chart = AnswerChart(
      title: "Q1 <all>",
      bars: [
        .init(label: "Yes & no", figure: "50 per cent", share: Share(part: 1, whole: 2)),
        .init(label: "Other", figure: "[c]", share: nil),
        .init(
          label: "Help that came long after it was asked for, if at all, or later", figure: "[c]",
          share: nil),
      ])
    let svg = String(decoding: chart.svg, as: UTF8.self)
    #expect(svg.contains("<title>Q1 &lt;all&gt;</title>"))
    #expect(svg.contains("width=\"50.0%\""))
    // Nothing scales the words, and each line of them fits 320 points with margins.
    #expect(!svg.contains("viewBox") && svg.contains("width=\"100%\""))
    #expect(svg.contains("font-size=\"14\""))
    #expect(svg.contains("Other: [c]"))
    #expect(svg.matches(of: /<rect/).count == 4)
    #expect(svg.matches(of: /<text[^>]*>([^<]*)/).map(\.1.count).allSatisfy { $0 <= 38 })
    #expect(svg.matches(of: /<text/).count == 4)
    #expect(!svg.contains("style="))
  }

  @Test func `questions and options that cannot be told apart are refused`() throws {
    #expect(throws: Refusal.self) {
      try Instrument(questions: [try question("Q1", options: 2), try question("q1", options: 2)])
    }
    #expect(throws: Refusal.self) { try Instrument(questions: []) }
    #expect(throws: Refusal.self) {
      try SurveyQuestion(
        code: "Q1", kind: .single, wording: "?",
        options: [try SurveyOption(code: "a", label: ""), try SurveyOption(code: "A", label: "")])
    }
    #expect(throws: Refusal.self) { try SurveyOption(code: "two words", label: "") }
    #expect(throws: Refusal.self) { try question("Q1", options: 63, kind: .multiple) }
  }
}
