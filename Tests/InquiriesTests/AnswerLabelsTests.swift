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
}
