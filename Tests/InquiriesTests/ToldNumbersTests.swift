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
    ("One in twenty", ["1", "20", "5"]), ("Some ¾ of them", ["75"]),
    ("2/3 of 60, on 1/4/2026 and 12/05, open 24/7: CTI/0004.", ["60", "66.7"]),
    ("3/60 of them, ½ per cent, 2½ per cent", ["3", "60", "0.5", "2.5", "5"]),
    ("Yes, no or unsure: 64/53/3.", ["64", "53", "3"]), ("From ¼ to ½ of them", ["25", "50"]),
    ("In 1/2 an hour", []),
  ])
  func `digits and words are numbers, days and names are none`(text: String, values: [String]) {
    #expect(
      finder.numbersTold(in: Prose(Array(text.utf8))).map(\.value.description) == values)
  }

  @Test(arguments: [
    ("They said no 53 times.", ["53"]), ("For no 53, for yes 64.", ["53", "64"]),
    ("Of those asked, no: 53.", ["53"]), ("No: 53.", ["53"]), ("They said no. 53 left.", ["53"]),
    ("They said: No. 53 of them left.", ["53"]), ("No. 53 of them left.", ["53"]),
    ("We rode on bus No. 53.", []), ("It was Act (No. 53).", []), ("See paragraph 53.", []),
    ("See Table 3 and section 53.", []), ("They asked it in Q53.", []),
    ("Those of age 22, or aged 22.", []),
  ])
  func `no is an answer and tells a number, unless it is short for one`(
    text: String, values: [String]
  ) {
    #expect(
      finder.numbersTold(in: Prose(Array(text.utf8))).map(\.value.description) == values)
  }

  @Test func `a claim is no figure behind no`() {
    #expect(finder.find(in: Prose(Array("It is Protocol no 53.".utf8))).isEmpty)
  }

  @Test(arguments: [
    ("Some 44 per cent, 44% and 44 of them.", ["%", "%", "plain"]),
    ("Between 44 and 53 per cent, or 4 in 5.", ["%", "%", "ratio", "ratio", "%"]),
    ("From forty to forty-four per cent of 120.", ["%", "%", "plain"]),
    ("Two thirds of the three.", ["plain", "%"]),
  ])
  func `a percentage is told with its sign or in a share`(text: String, forms: [String]) {
    let told = finder.numbersTold(in: Prose(Array(text.utf8))).map { number in
      switch number.form {
      case .plain: "plain"
      case .percentage: "%"
      case .ofRatio: "ratio"
      }
    }
    #expect(told == forms)
  }

  @Test(arguments: [
    ("Two in three met it.", ["2", "3"]),
    ("Four out of five, or 3 in every ten.", ["4", "5", "3", "10"]),
    ("One in twenty did.", ["1", "20"]), ("3 out of 57 did.", []), ("3/57 did, and 3.", []),
    ("Two of three did.", []),
  ])
  func `the numbers of a ratio as people say it count nobody`(text: String, values: [String]) {
    let told = finder.numbersTold(in: Prose(Array(text.utf8)))
    #expect(told.filter(\.isSpoken).map(\.value.description) == values)
  }

  @Test func `what a ratio in a quotation comes to is told too`() {
    let told = finder.numbersTold(in: Prose(Array("She said: “one in five of us did”.".utf8)))
    #expect(told.filter { !$0.isSpoken }.map(\.value.description) == ["20"])
  }

  @Test(arguments: [
    ("Three things follow.", true), ("It ran for 27 days.", true), ("Two maps came.", true),
    ("Two councils wrote.", false), ("3 employees did.", false), ("3 refugees did.", false),
    ("3 trustees did.", false), ("3 companies did.", false), ("3 firms did.", false),
    ("3 trusts did.", false), ("3 fees rose.", true), ("3 trees fell.", true),
    ("3 parents said so.", false), ("Five islanders did.", false), ("Two said no.", false),
    ("It was 3.", false), ("5 of the islands.", false), ("Some 44 per cent.", false),
    ("Twelve families left.", false), ("Four does not say.", false),
    ("12 of the 27 wards have none.", true), ("12 of 27 wards have none.", true),
    ("12 out of 27 wards have none.", true), ("12 out of 27 councils' wards.", true),
    ("12 out of the 27 councils’ wards.", true), ("Twelve of all the twenty-seven wards.", true),
    ("12 in 27 wards have none.", false), ("12 of the 120 parents did.", false),
    ("12 out of 27 councils' officers.", false), ("12 of the 27 schools.", false),
    ("12 of the 27 responses.", false), ("12 of the 27.", false), ("12 of the 27", false),
    ("12 of the 27 who did.", false), ("12 out of 27 said no.", false), ("53 responses.", false),
    ("They said no 53 times.", false), ("They said it 53 times.", true),
  ])
  func `a plural of things behind it says that a number counts no people`(
    text: String, isOfThings: Bool
  ) throws {
    let prose = Prose(Array(text.utf8))
    let number = try #require(finder.numbersTold(in: prose).first)
    #expect(prose.countsThings(number) == isOfThings)
  }

  @Test(arguments: [
    ("Three things follow.", true), ("12 of the 27 routes have none.", true),
    ("27 councils' wards.", true), ("Three hamlets said so.", false),
    ("12 of the 27 hamlets.", false), ("3 parents said so.", false),
  ])
  func `a plural that is on no list is not plainly of things`(
    text: String, isOfThings: Bool
  ) throws {
    let prose = Prose(Array(text.utf8))
    let number = try #require(finder.numbersTold(in: prose).first)
    #expect(prose.countsThings(number, plainly: true) == isOfThings)
    #expect(prose.countsThings(number) == !text.contains("parents"))
  }

  @Test(arguments: [
    ("2", true), ("1.5", true), ("1.54", false), ("130", false), ("3", true), ("3.1", true),
    ("1", false),
  ])
  func `a count, its percentage and the weighted one tell it`(number: String, tells: Bool) throws {
    var figure = FigureNumbers()
    figure.insert(count: 2, base: 130, weighted: Fraction(308, over: 100))
    #expect(figure.isTold(by: try #require(Fraction(number)), as: .either) == tells)
  }

  @Test func `a count that is shown hides no percentage, and the other way round`() {
    var held = FigureNumbers()
    held.insert(count: 53, base: 120, weighted: nil)
    var shown = FigureNumbers()
    shown.insert(count: 44, base: 120, weighted: nil)
    #expect(held.isTold(by: Fraction(44), as: .percentage, butFor: shown))
    #expect(!held.isTold(by: Fraction(44), as: .either, butFor: shown))
    #expect(!held.isTold(by: Fraction(44), as: .count))
    shown.insert(count: 64, base: 120, weighted: nil)
    #expect(held.isTold(by: Fraction(53), as: .either, butFor: shown))
    #expect(!held.isTold(by: Fraction(53), as: .percentage))
  }

  @Test func `a base is told as a count`() {
    var figure = FigureNumbers()
    figure.insert(base: 8)
    #expect(figure.isTold(by: Fraction(8), as: .either))
    #expect(!figure.isTold(by: Fraction(8), as: .percentage))
  }
}
