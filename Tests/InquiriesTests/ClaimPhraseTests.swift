import Inquiries
import Testing

/// Phrases of a draft against the figure of which a tester wrote them.
@Suite struct ClaimPhraseTests {
  private let finder: ClaimFinder

  init() throws { finder = ClaimFinder(try productPhrases.get()) }

  private func found(_ text: String) -> [ClaimFinder.Found] {
    finder.find(in: Prose(Array(text.utf8)))
  }

  private func verdict(
    _ measure: Measure, _ count: Int, of base: Int = 300
  ) -> Claim.Verdict {
    finder.judge(measure, against: .counted(count, base: base, weighted: nil)).verdict
  }

  /// Of 197 in 300, 65.7 per cent.
  @Test(arguments: [
    ("Not less than 70 per cent", Claim.Verdict.fails), ("Not less than 65 per cent", .holds),
    ("No less than two thirds", .fails), ("No less than half", .trueButLoose),
    ("No fewer than 75 per cent", .fails), ("Not fewer than 62 per cent", .holds),
    ("Not more than 50 per cent", .fails), ("Not more than 70 per cent", .holds),
    ("No more than 60 per cent", .fails), ("Not over two thirds", .holds),
    ("Not under 70 per cent", .fails), ("Not even half", .fails), ("Not even 70 per cent", .holds),
    ("Not quite two thirds", .holds), ("Not quite half", .fails),
    ("Not a majority", .fails), ("No majority", .fails), ("Less than a majority", .fails),
    ("Not a minority", .holds), ("Not most", .fails), ("Not all", .holds),
    ("Not everyone", .holds), ("Fewer than half", .fails),
    ("Sixty-six per cent", .holds), ("Sixty\u{2011}six per cent", .holds),
    ("sixty six percent", .holds), ("sixty-five%", .fails), ("Thirty-one per cent", .fails),
    ("sixty-five point seven per cent", .holds), ("sixty-five point six per cent", .fails),
    ("One hundred per cent", .fails), ("More than sixty-four per cent", .holds),
    ("Almost sixty-eight per cent", .holds), ("sixty-six in a hundred", .holds),
    ("Between 60 and 70 per cent", .holds), ("66 to 67 per cent", .holds),
    ("65 to 66 per cent", .holds), ("67 to 70 per cent", .fails), ("60–70 per cent", .holds),
    ("60-65 per cent", .fails), ("60 – 70 per cent", .holds), ("60%–70%", .holds),
    ("from 60 to 70 per cent", .holds), ("from 60 per cent to 65 per cent", .fails),
    ("between sixty-five and sixty-six per cent", .holds),
    ("between half and three quarters", .holds), ("between a third and a half", .fails),
    ("between 65.7 and 66.0 per cent", .holds), ("between 65.8 and 66.0 per cent", .fails),
    ("The overwhelming majority", .fails), ("The vast majority", .fails),
    ("A clear majority", .holds), ("A significant majority", .holds), ("A large majority", .fails),
    ("A slim majority", .fails), ("A narrow majority", .fails), ("A small minority", .fails),
    ("A significant minority", .fails), ("Virtually all", .fails), ("Almost all", .fails),
    ("Nearly all", .fails), ("Almost everyone", .fails), ("Everyone", .fails),
    ("Everybody", .fails), ("Nobody", .fails), ("No one", .fails), ("No-one", .fails),
    ("Hardly any", .fails), ("Almost nobody", .fails),
    ("Exactly two thirds", .fails), ("Exactly half", .fails), ("Exactly 66 per cent", .holds),
    ("Exactly 65.7 per cent", .holds), ("Precisely 65.8 per cent", .fails),
  ])
  func `a phrase is one claim, and read as it is meant`(
    words: String, expected: Claim.Verdict
  ) throws {
    let claims = found("\(words), of those who answered, said yes.")
    #expect(claims.map { $0.words.lowercased() } == [words.lowercased()])
    #expect(verdict(try #require(claims.first).measure, 197) == expected)
  }

  @Test(arguments: [
    ("not all", 300, Claim.Verdict.fails), ("not all", 0, .holds), ("not a majority", 150, .holds),
    ("not a majority", 151, .fails), ("not a minority", 150, .holds),
    ("not a minority", 149, .fails), ("exactly two thirds", 200, .holds),
    ("exactly half", 150, .holds), ("exactly half", 153, .fails), ("everyone", 300, .holds),
    ("nobody", 0, .holds), ("nobody", 1, .fails), ("hardly any", 15, .holds),
    ("hardly any", 0, .fails), ("virtually all", 285, .holds), ("virtually all", 300, .fails),
    ("an overwhelming majority", 255, .holds), ("a clear majority", 170, .trueButLoose),
    ("a clear majority", 160, .fails), ("a narrow majority", 151, .holds),
    ("a small minority", 60, .holds), ("a significant minority", 60, .holds),
    ("between 60 and 70 per cent", 179, .holds), ("between 60 and 70 per cent", 178, .fails),
    ("between 60 and 70 per cent", 211, .holds), ("between 60 and 70 per cent", 212, .fails),
  ])
  func `a window ends where its phrase does`(
    words: String, count: Int, expected: Claim.Verdict
  ) throws {
    #expect(verdict(try #require(finder.measure(of: words)), count) == expected)
  }

  /// None of them is read as if the word that turns it were not there.
  @Test(arguments: [
    "Not half", "Not 66 per cent", "Never more than half", "Not between 60 and 70 per cent",
    "Almost a majority", "Just under a majority", "Not even a majority", "Not a large majority",
    "Not nearly half", "Far from all", "Weren’t all", "Weren't all", "More than a few",
    "Not nearly all", "Short of two thirds",
  ])
  func `a denial that no window is set for is listed and not compared`(words: String) throws {
    let claims = found("\(words) said yes.")
    #expect(claims.map(\.words) == [words] && claims.map(\.measure.kind) == [.denial])
    #expect(verdict(try #require(claims.first).measure, 197) == .unchecked)
    #expect(finder.measure(of: words) == nil)
    #expect(
      finder.judge(try #require(claims.first).measure, against: .heldBack).isHeldBack)
  }

  @Test(arguments: [
    "In all, we heard them.", "All in all it helped.", "First of all we asked.",
    "Above all, they wait.", "After all, they wait.", "They do not wait at all.",
    "A half-hearted reply, half-way there.", "Quite a few wrote.", "A good few wrote.",
    "They wait all the same.", "Not a few wrote.", "The most common reply was yes.",
    "An all-party group wrote a few years ago.", "Two and a half per cent is a guess.",
  ])
  func `an idiom is no claim`(sentence: String) {
    #expect(found(sentence).map(\.words) == [])
  }

  @Test(arguments: [
    ("It rose from 60 to 70 per cent.", ["60", "70 per cent"]),
    ("It grew sharply from 60 per cent to 70 per cent.", ["60 per cent", "70 per cent"]),
    ("It fell from 70 to 60 per cent.", ["70", "60 per cent"]),
    ("Question 5 – 60 per cent said yes.", ["60 per cent"]),
    ("Between 60 and 70 wrote, and 8 per cent rang.", ["60", "70", "8 per cent"]),
    ("In 2017, 60 per cent; in 2018 70 per cent.", ["60 per cent", "70 per cent"]),
    ("Most, if not all, said yes.", ["Most"]),
    ("Not only half, but two thirds said yes.", ["half", "two thirds"]),
    ("They said they would not, most of them.", ["most of"]),
    ("Everyone was asked, and 66 per cent said yes.", ["66 per cent"]),
    ("All-party groups: a majority-owned firm, most said.", ["most"]),
  ])
  func `what only looks like a range or a denial is read word by word`(
    sentence: String, words: [String]
  ) {
    #expect(found(sentence).map(\.words) == words)
  }

  @Test(arguments: [
    ("About 130", 131, Claim.Verdict.holds), ("Roughly 130", 131, .holds),
    ("Some 130", 131, .holds), ("More than 130", 131, .holds), ("Nearly 132", 131, .holds),
    ("Over 130", 131, .holds), ("Fewer than 140", 131, .holds), ("At least 131", 131, .holds),
    ("Up to 131", 131, .holds), ("Exactly 131", 131, .holds), ("Just over 130", 131, .holds),
    ("About 200", 131, .holds), ("131", 131, .holds), ("More than 100", 131, .trueButLoose),
    ("Fewer than 140", 90, .trueButLoose), ("Fewer than 500", 131, .trueButLoose),
    ("About 130", 90, .fails), ("Roughly 150", 131, .fails), ("More than 131", 131, .fails),
    ("More than 200", 131, .fails), ("Nearly 131", 131, .fails), ("Nearly 150", 131, .fails),
    ("Fewer than 131", 131, .fails), ("At least 132", 131, .fails), ("Up to 130", 131, .fails),
    ("No more than 130", 131, .fails), ("Exactly 130", 131, .fails), ("130", 131, .fails),
  ])
  func `a number is held to the words before it`(
    words: String, count: Int, expected: Claim.Verdict
  ) throws {
    let claims = found("\(words) of the 200 families met a delay.")
    #expect(claims.map(\.words) == [words, "200"])
    let claim = try #require(claims.first)
    #expect(claim.measure.kind == .number)
    #expect(verdict(claim.measure, count, of: 200) == expected)
    // What was bound to the number stays bound.
    #expect(claim.keyWords == words.split(separator: " ").last.map(String.init))
  }

  /// Of 130 in 200.
  @Test(arguments: [
    ("Between 120 and 140 of the 200 have work.", ["120", "140", "200"], Claim.Verdict.holds),
    ("From 120 to 140 have work.", ["120", "140"], .holds),
    ("Some had: 120 to 130 of them.", ["120", "130"], .holds),
    ("It was 120–140.", ["120", "140"], .holds), ("It was 130-140.", ["130", "140"], .holds),
    ("Between 100 and 120 have work.", ["100", "120"], .fails),
    ("It was 131–140.", ["131", "140"], .fails),
    // The base is no figure within a range.
    ("Between 150 and 250 have work.", ["150", "250"], .fails),
    ("It rose from 120 to 140.", ["120", "140"], .fails),
    ("It fell from 140 to 120.", ["140", "120"], .fails),
    ("We asked 97 – 140 answered.", ["97", "140"], .fails),
    ("We asked 97 - 140 answered.", ["97", "140"], .fails),
    ("We asked 97, 140 answered.", ["97", "140"], .fails),
    ("Here 97 and 140 answered.", ["97", "140"], .fails),
    ("We asked 97, to 140 of whom it was new.", ["97", "140"], .fails),
    ("Here 97 had work.", ["97"], .fails),
  ])
  func `a range of plain numbers holds of what lies between its ends`(
    sentence: String, words: [String], expected: Claim.Verdict
  ) {
    let claims = found(sentence)
    #expect(claims.map(\.words) == words)
    #expect(
      claims.prefix(2).allSatisfy { verdict($0.measure, 130, of: 200) == expected },
      "\(claims)")
  }

  @Test(arguments: [
    ("Those aged 18 to 24 wrote.", []), ("Those aged 16–24 wrote.", []),
    ("See sections 17 to 19 and paragraphs 3-5.", []),
    ("Those aged 18 told 24 of us.", ["24"]), ("Under section 17, 24 wrote.", ["24"]),
    ("Under section 17 – 24 wrote.", ["24"]), ("It was 18 to 24 of them.", ["18", "24"]),
  ])
  func `the second number of ages or sections is no claim either`(
    sentence: String, words: [String]
  ) {
    #expect(found(sentence).map(\.words) == words)
  }

  @Test(arguments: [
    ("More than 160", "164", Claim.Verdict.holds), ("About 160", "164", .holds),
    ("Nearly 170", "164", .holds), ("About 164", "about 164", .holds), ("164", "about 164", .holds),
    ("More than 100", "164", .trueButLoose), ("More than 164", "164", .fails),
    ("About 130", "164", .fails), ("More than 164", "about 164", .unchecked),
  ])
  func `a number that somebody published is held to the words before it too`(
    words: String, figure: String, expected: Claim.Verdict
  ) throws {
    let measure = try #require(finder.measure(of: words))
    let stated = ClaimFigure.stated(figure, base: nil, needsBase: false)
    #expect(finder.judge(measure, against: stated).verdict == expected)
  }

  @Test func `a number behind words that are denied is not compared`() throws {
    let claims = found("Never more than 130 of them wrote.")
    #expect(claims.map(\.words) == ["Never more than 130"])
    #expect(claims.map(\.measure.kind) == [.denial])
  }

  /// Of 158 in 200, 79 per cent.
  @Test(arguments: [
    ("Almost ¾ of managers close beds.", ["Almost ¾"], Claim.Verdict.fails),
    ("About ⅘ of managers close beds.", ["About ⅘"], .holds),
    ("Managers said so, 4/5 of them.", ["4/5"], .holds),
    ("Of managers, 4\u{2044}5 close beds.", ["4\u{2044}5"], .holds),
    ("Of managers, 2/3 close beds.", ["2/3"], .fails),
    ("Not less than ¾ did.", ["Not less than ¾"], .trueButLoose),
    ("More than 2/3 did.", ["More than 2/3"], .trueButLoose),
    ("158/200 managers close beds.", ["158/200"], .holds),
    ("150/200 managers close beds.", ["150/200"], .fails),
    ("Between ¾ and ⅘ did.", ["Between ¾ and ⅘"], .holds),
    ("78½ per cent did.", ["78½ per cent"], .fails),
    ("79 1/4 per cent did.", ["79 1/4 per cent"], .fails),
    ("½ per cent did.", ["½ per cent"], .fails),
  ])
  func `a fraction in digits or by its sign is read as one in words`(
    sentence: String, words: [String], expected: Claim.Verdict
  ) throws {
    let claims = found(sentence)
    #expect(claims.map(\.words) == words)
    #expect(verdict(try #require(claims.first).measure, 158, of: 200) == expected)
  }

  @Test(arguments: [
    ("¾", "3/4"), ("2/3", "2/3"), ("2\u{2044}3", "2/3"), ("half", "1/2"), ("1½ per cent", "3/200"),
    ("⅞", "7/8"), ("131/200", "131/200"), ("2½", "1/40"),
  ])
  func `what a fraction names is told in hundredths`(words: String, share: String) throws {
    let named = try #require(finder.measure(of: words)?.named) * Fraction(1, over: 100)
    #expect("\(named.numerator)/\(named.denominator)" == share)
  }

  @Test(arguments: [
    "They met on 1/4/2026 and on 12/05.", "They met on 1/4, and on 5/6 May.", "See CTI/0004.",
    "It is open 24/7, and/or at night.", "In 2024/25 and in 24/25.", "Since 9/11 they wait.",
    "By 3/2024 they wait.", "It took ½ an hour, or 1/2 an hour.", "See section 2/3.",
    "He stood at the 3/4-length window.",
  ])
  func `a slash in a day, a year or a reference makes no claim`(sentence: String) {
    #expect(found(sentence).map(\.words) == [])
  }

  @Test(arguments: [
    ("It took 1½ hours.", ["1½"]), ("It took 2 1/2 hours.", ["2 1/2"]),
    ("They said yes, no or nothing: 64/53/3.", ["64", "53", "3"]), ("They wrote 12/week.", ["12"]),
  ])
  func `a number beside a slash or a sign stays one`(sentence: String, words: [String]) {
    #expect(found(sentence).map(\.words) == words)
  }

  @Test func `signs of fractions have words of their own in keys`() throws {
    let claims = found("Almost ¾ did, or 1½ of them.")
    #expect(claims.map(\.keyWords) == ["Almost  3/4", "1 1/2"])
  }

  @Test(arguments: ["Everyone", "Nobody", "No one", "Hardly any", "Virtually all", "Not all"])
  func `words that are often said of nobody counted need a survey beside them`(
    words: String
  ) throws {
    #expect(try #require(finder.measure(of: words)).needsSurvey)
  }
}
