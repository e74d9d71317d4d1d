import Inquiries
import Testing

/// The words of answers, found in sentences.
@Suite struct AnswerLabelsTests {
  @Test(arguments: [
    ("Few said “No”.", ["no"]), ("Nobody knows.", []), ("They don’t.", []),
    ("They don’t know, or no.", ["don t know", "no"]),
    ("Very much – or very much so.", ["very much", "very much so"]),
    ("Most, 3 of them.", []), ("", []),
  ])
  func `a label is found by whole words that follow one another`(
    sentence: String, found: [String]
  ) {
    let labels = AnswerLabels(
      ["No", "Don't know", "Very much", "Very much so", "3", ""].map(AnswerLabels.words))
    let words = AnswerLabels.words(of: sentence)
    #expect(labels.found(in: words).map { $0.joined(separator: " ") }.sorted() == found)
  }

  @Test func `a thousand answers are looked for in a report at once`() {
    let labels = AnswerLabels((0..<1_000).map { ["the", "reason", "\($0)", "of", "many"] })
    let sentences = (0..<500).map { sentence in
      AnswerLabels.words(
        of: String(repeating: "It was the reason for the rest of the words. ", count: 5)
          + "The reason \(sentence) of many.")
    }
    var found: [Int] = []
    let time = ContinuousClock().measure {
      found = sentences.map { labels.found(in: $0).count }
    }
    #expect(found == Array(repeating: 1, count: 500))
    #expect(time < .seconds(5))
  }
}
