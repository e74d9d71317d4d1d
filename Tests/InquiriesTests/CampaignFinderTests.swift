import Testing

@testable import Inquiries

/// Submissions that are like each other, found from their words.
struct CampaignFinderTests {
  private static let letter = [
    "We write as parents of young children in this county. The nursery at the end of our road is "
      + "to close in the summer, and nobody has told us what comes in its place.",
    "Please ask the council to keep it open until another is there, and to publish the figures "
      + "on which it decided.",
  ]

  private static func sketch(
    _ text: [String], _ standing: CampaignStanding = .open, campaign: String? = nil
  ) -> CampaignFinder.Sketch {
    CampaignFinder.Sketch(of: text, standing, campaign: campaign)
  }

  /// A text of its own, of so many words drawn by a seed.
  private static func other(_ seed: UInt64, words: Int = 120) -> [String] {
    var dice = Seeded(seed)
    return [
      (0..<words).map { _ in "word\(Int.random(in: 0..<400, using: &dice))" }.joined(separator: " ")
    ]
  }

  private func groups(_ sketches: [CampaignFinder.Sketch]) -> [[Int]] {
    CampaignFinder.groups(of: sketches).map(\.members)
  }

  @Test
  func `the same letter is known with an opening added, reflowed or with other quotation marks`() {
    let letter = CampaignFinderTests.letter
    let opened = ["My daughter was three when it opened, and I drive her there each day."] + letter
    let reflowed = [letter.joined(separator: "  ").replacing("county.", with: "COUNTY.")]
    let texts = [
      CampaignFinderTests.other(1), opened, CampaignFinderTests.other(2), letter, reflowed,
    ]
    let found = CampaignFinder.groups(of: texts.map { CampaignFinderTests.sketch($0) })
    #expect(found.map(\.members) == [[1, 3, 4]])
    #expect(found.first?.letter == 3)
  }

  @Test func `what shares less than half is no group`() {
    let letter = CampaignFinderTests.letter
    let quoting = [letter[1]] + CampaignFinderTests.other(3, words: 80)
    #expect(
      groups([CampaignFinderTests.sketch(letter), CampaignFinderTests.sketch(quoting)]) == [])
    #expect(!LetterComparison(letter).compare(quoting).isAlike)
  }

  @Test func `papers that repeat what was asked are no campaign, and letters that do are`() {
    let questions = [
      "What has changed since the closure of nurseries was announced, and for whom has it changed?",
      "How should the council decide which nurseries stay open, and whom should it ask before?",
      "What would you have the Government do within the next two years, and at what cost?",
    ]
    let asked = AskedWords([questions.map { "1. **\($0)**" }.joined(separator: "\n\n")])
    func answered(_ seed: UInt64) -> [String] {
      questions.enumerated().flatMap { [$1] + Self.other(seed * 10 + UInt64($0), words: 12) }
    }
    let papers = [answered(1), answered(2), questions, questions.map { $0.uppercased() }]
    func sketches(_ texts: [[String]], _ asked: AskedWords) -> [CampaignFinder.Sketch] {
      texts.map { CampaignFinder.Sketch(of: $0, .open, campaign: nil, without: asked) }
    }
    #expect(groups(sketches(papers, AskedWords([]))) == [[0, 1, 2, 3]])
    #expect(groups(sketches(papers, asked)) == [])
    let letters = [questions + Self.letter, [questions[0]] + Self.letter]
    #expect(groups(sketches(papers + letters, asked)) == [[4, 5]])
    let outcome = LetterComparison(letters[1], without: asked).compare(letters[0])
    #expect(outcome.isSame && outcome.ownWordCount == 0)
    let own = LetterComparison(answered(1), without: asked).compare(answered(2))
    #expect(!own.isAlike && own.ownWordCount == 36)
    #expect(own.own.map(\.paragraph) == [1, 3, 5])
  }

  @Test func `a line or two are known by all their words alone, and nothing by none`() {
    let short = ["I support the letter of the parents."]
    let texts = [
      short, ["I support the letter of the parents!"], ["I support the letter."], [], [],
    ]
    #expect(groups(texts.map { CampaignFinderTests.sketch($0) }) == [[0, 1]])
  }

  @Test func `a comparison says how many words are the letter's and which are not`() throws {
    let letter = CampaignFinderTests.letter
    let comparison = LetterComparison(letter)
    let same = comparison.compare(letter.map { $0.uppercased() })
    #expect(same.isSame && same.ownWordCount == 0 && same.sharedWordCount == comparison.wordCount)
    let opening = "My daughter was three when it opened."
    let other = comparison.compare([opening] + letter)
    #expect(!other.isSame && other.isAlike)
    #expect(other.sharedWordCount == comparison.wordCount)
    #expect(other.ownWordCount == 7)
    #expect(other.own == [.init(paragraph: 0, words: "My daughter was three when it opened")])
    let long = comparison.compare(
      letter + [Array(repeating: "more", count: 50).joined(separator: " ")])
    #expect(long.ownWordCount == 50)
    #expect(long.own.map(\.paragraph) == [2])
    #expect(long.own.first?.words.hasSuffix("more …") == true)
    #expect(comparison.compare(CampaignFinderTests.other(4)).isAlike == false)
  }

  @Test func `a campaign stays together, and finds what is like its letter`() {
    let letter = CampaignFinderTests.letter
    let note = CampaignFinderTests.sketch(["See what we sent."], .confirmed, campaign: "Nurseries")
    let sent = CampaignFinderTests.sketch(letter, .confirmed, campaign: "Nurseries")
    let new = CampaignFinderTests.sketch(letter + ["Yours, with hope."])
    let found = CampaignFinder.groups(of: [note, sent, new])
    #expect(found.map(\.members) == [[0, 1, 2]])
    #expect(found.first?.letter == 1)
  }

  @Test func `what a clerk set apart is not put together again, but a later one is found`() {
    let letter = CampaignFinderTests.letter
    let apart = CampaignFinderTests.sketch(letter, .alone)
    let more = CampaignFinderTests.sketch(letter + ["And more."], .alone)
    #expect(groups([apart, more]) == [])
    #expect(groups([apart, more, CampaignFinderTests.sketch(letter)]).first?.contains(2) == true)
    let confirmed = CampaignFinderTests.sketch(letter, .confirmed, campaign: "Nurseries")
    #expect(groups([confirmed, apart]) == [[0]])
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `the work does not grow with the square of the texts`(seed: UInt64) {
    let texts = (0..<2_000).map { CampaignFinderTests.other(seed &* 10_000 &+ UInt64($0)) }
    let letters = (0..<500).map { [CampaignFinderTests.letter[0] + " Number \($0)."] }
    let sketches = (texts + letters).map { CampaignFinderTests.sketch($0) }
    // Compared pair by pair this takes minutes.
    #expect(groups(sketches) == [Array(2_000..<2_500)])
  }
}
