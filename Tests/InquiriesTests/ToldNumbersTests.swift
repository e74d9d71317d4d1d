import Inquiries
import Testing

/// Numbers that prose tells, and whether they tell a figure.
@Suite struct ToldNumbersTests {
  private let finder: ClaimFinder

  init() throws { finder = ClaimFinder(try productPhrases.get()) }

  @Test(arguments: [
    ("Only 3 of the 1,200 said “5.5%”.", ["3", "1200", "5.5"]),
    ("Twenty-one of two hundred and five, one of a hundred.", ["21", "205", "1", "100"]),
    ("No one in 2023, on 3 May, in Table 3 or an annex[^3].", []),
    ("One in twenty", ["1", "20", "5"]),
  ])
  func `digits and words are numbers, days and names are none`(text: String, values: [String]) {
    #expect(
      finder.numbersTold(in: Prose(Array(text.utf8))).map(\.value.description) == values)
  }

  @Test(arguments: [
    ("2", true), ("1.5", true), ("1.54", false), ("130", false), ("3", true), ("3.1", true),
    ("1", false),
  ])
  func `a count, its percentage and the weighted one tell it`(number: String, tells: Bool) throws {
    let figure = HeldBackFigure(
      count: 2, base: 130, weighted: Fraction(308, over: 100), isBaseHeldBack: false)
    #expect(figure.isTold(by: try #require(Fraction(number))) == tells)
  }

  @Test func `a base that is held back is not told either`() {
    let figure = HeldBackFigure(count: 0, base: 8, weighted: nil, isBaseHeldBack: true)
    #expect(figure.isTold(by: Fraction(8)))
  }
}
