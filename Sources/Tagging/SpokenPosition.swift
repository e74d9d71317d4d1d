/// What somebody says for or against something, and what it is said of.
struct SpokenPosition {
  /// The words that tell the side.
  let cue: String
  let isAgainst: Bool
  /// Stems of the sentence, and of what it takes up.
  let terms: Set<String>

  /// A question that is answered.
  private struct Question {
    let terms: Set<String>
    /// Whether “no” to it may be for what it names: “Is that a waste?”
    let isOpposed: Bool

    init(_ text: String) {
      let sentences = SpokenSentence.read(text)
      terms = sentences.reduce(into: []) { $0.formUnion($1.terms) }
      isOpposed = sentences.contains {
        ContrastCues.opposing.first(in: $0.words[...]) != nil
          || ContrastCues.faulting.first(in: $0.words[...]) != nil
      }
    }
  }

  /// The sides that a passage takes, in order.
  ///
  /// - Parameter asked: The words of the question that it answers; read only where what it
  ///   says takes them up, because most do not.
  static func read(_ text: String, answering asked: String?) -> [SpokenPosition] {
    let sentences = SpokenSentence.read(text)
    lazy var question = asked.map(Question.init)
    var positions: [SpokenPosition] = []
    for (place, sentence) in sentences.enumerated() {
      let sides = sentence.sides
      guard !sides.isEmpty else { continue }
      var terms = sentence.terms(beside: sides)
      if terms.isEmpty || sentence.takesUp {
        let said = sentences[..<place].last { !$0.terms.isEmpty }
        terms.formUnion(said?.terms ?? question?.terms ?? [])
      }
      positions += sides.map { side in
        SpokenPosition(
          cue: sentence.words[side.cue].map(\.word).joined(separator: " "),
          isAgainst: side.isAgainst, terms: terms)
      }
    }
    // “No. It should be tested every week” answers something else.
    guard let answer = answer(sentences, to: { question }),
      positions.isEmpty || positions[0].isAgainst == answer.isAgainst
    else { return positions }
    return [answer] + positions
  }

  /// A leading “Yes” or “No”.
  private static func answer(
    _ sentences: [SpokenSentence], to asked: () -> Question?
  ) -> SpokenPosition? {
    guard let first = sentences.first, let word = first.words.first,
      ["yes", "no"].contains(word.word), word.endsClause || first.words.count == 1
    else { return nil }
    let question = asked()
    guard question?.isOpposed != true else { return nil }
    var terms = first.terms.subtracting(["yes"]).union(question?.terms ?? [])
    if first.words.count == 1, sentences.count > 1 { terms.formUnion(sentences[1].terms) }
    return SpokenPosition(cue: word.word, isAgainst: word.word == "no", terms: terms)
  }
}
