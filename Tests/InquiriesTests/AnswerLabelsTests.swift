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

  @Test(arguments: [
    ("Three did not know.", ["i don t know"]), ("They cannot know.", ["i don t know"]),
    ("We couldn’t remember.", ["cannot remember"]), ("Nobody could remember.", []),
    ("It was more than five hours.", ["more than 5 hours"]), ("More than 6 hours.", []),
    ("Some were aged twenty-five or less.", ["25 or less"]), ("Twenty, 5 or less.", []),
    ("He said 2, and I said 21.", []), ("He said two.", ["two"]), ("They did not.", []),
    ("They say: I do not.", ["i do not"]),
  ])
  func `numbers and denials are found whichever way they are written`(
    sentence: String, found: [String]
  ) {
    let labels = AnswerLabels(
      [
        "I don't know", "Cannot remember", "More than 5 hours", "25 or less", "Two",
        "Twenty-one", "I do not",
      ].map(AnswerLabels.words))
    let words = AnswerLabels.words(of: sentence)
    #expect(labels.found(in: words).map { $0.joined(separator: " ") }.sorted() == found)
  }
}
