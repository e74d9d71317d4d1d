/// Texts held against the letter of their group, word by word.
public struct LetterComparison {
  private let letter: LetterWords
  private let shingles: Set<UInt64>
  private let asked: AskedWords

  /// - Parameters:
  ///   - letter: The paragraphs of the letter.
  ///   - asked: What the letter and the texts answer, whose words are not theirs.
  public init(_ letter: [String], without asked: AskedWords = AskedWords([])) {
    self.letter = LetterWords(letter, without: asked)
    self.asked = asked
    shingles = Set(self.letter.shingles.map(\.hash))
  }

  /// Of the letter's own words.
  public var wordCount: Int { letter.words.count }

  /// What a text has of the letter, and what of its own.
  public struct Outcome: Hashable, Sendable {
    /// Whether all words are the same, typography and capitals aside.
    public let isSame: Bool
    /// Whether enough of the shorter stands in the longer.
    public let isAlike: Bool
    /// Words of the letter that stand in the text, in runs of four and more.
    public let sharedWordCount: Int
    /// Words of the text that do not so stand in the letter.
    public let ownWordCount: Int
    /// The longest runs of own words, in order.
    public let own: [Run]
  }

  /// Own words within one paragraph, shortened where they are many.
  public struct Run: Hashable, Sendable {
    /// Place of the paragraph among those given, from 0.
    public let paragraph: Int
    public let words: String
  }

  /// As many runs as fit a look, and as many words of each.
  private static let mostRuns = 3
  private static let mostWords = 30

  /// - Complexity: Linear in the words of the text and of the letter.
  public func compare(_ paragraphs: [String]) -> Outcome {
    let text = LetterWords(paragraphs, without: asked)
    let textShingles = Set(text.shingles.map(\.hash))
    let isSame = text.words.map(\.hash) == letter.words.map(\.hash)
    let shared = textShingles.intersection(shingles).count
    let mine = text.covered(by: shingles)
    let its = letter.covered(by: textShingles)
    return Outcome(
      isSame: isSame,
      isAlike: isSame
        || shared > 0
          && CampaignFinder.isAlike(
            shared: shared, ofShorter: min(shingles.count, textShingles.count)),
      sharedWordCount: isSame ? wordCount : its.count { $0 },
      ownWordCount: isSame ? 0 : mine.count { !$0 },
      own: isSame ? [] : LetterComparison.own(text, where: mine))
  }

  private static func own(_ text: LetterWords, where covered: [Bool]) -> [Run] {
    var runs: [Range<Int>] = []
    for place in covered.indices where !covered[place] {
      let isNext =
        runs.last?.upperBound == place
        && text.words[place - 1].paragraph == text.words[place].paragraph
        && text.words[place - 1].ordinal + 1 == text.words[place].ordinal
      let start = isNext ? runs.removeLast().lowerBound : place
      runs.append(start..<place + 1)
    }
    let longest = runs.sorted { ($1.count, $0.lowerBound) < ($0.count, $1.lowerBound) }
    return longest.prefix(mostRuns).sorted { $0.lowerBound < $1.lowerBound }.map { run in
      let shown = run.prefix(mostWords)
      return Run(
        paragraph: text.words[run.lowerBound].paragraph,
        words: text.text(shown) + (shown.count < run.count ? " …" : ""))
    }
  }
}
