import Inquiries

extension AskSentence {
  /// What each item asks of “We recommend: (a) …; (b) …” and “We recommend that the
  /// Department: (a) …”; `nil` of other sentences.
  ///
  /// An item that names nobody asks whom the words before the list name.
  var items: [LimbProposal]? {
    guard let first = tokens.indices.dropFirst().first(where: { tokens[$0].opensItem }),
      let word = tokens[..<first].firstIndex(where: { $0.word.hasPrefix("recommend") }),
      // “We recommend that the Council (a) halve its fees” names the Council before the list.
      tokens[first - 1].endsWithColon || tokens[first - 1].word == "that"
        || !addressees(in: 0..<first).isEmpty,
      // What is denied before a list is denied of each item.
      !tokens[..<first].contains(where: {
        AskSentence.modals.contains($0.word) || AskDenial.isDenying($0.word)
          || ["no", "nobody", "none", "neither"].contains($0.word)
      }),
      !AskDenial(sentence: tokens).isOfVerb(word)
    else { return nil }
    // “We recommend that the Department publish: (a) its data” has its verb before the list.
    if let recommended, recommended < first, tokens[recommended].word != "that" { return nil }
    let subject = addressees(in: 0..<first)
    let common = timing(in: 0..<first)
    let marks = tokens.indices.filter { $0 >= first && tokens[$0].opensItem }
    return zip(marks, marks.dropFirst() + [tokens.count]).flatMap { mark, end in
      limbs(inItem: mark + 1..<end, subject, common)
    }
  }

  private func limbs(
    inItem range: Range<Int>, _ subject: [Addressee], _ common: LimbProposal.Timing?
  ) -> [LimbProposal] {
    let words = tokens[range].drop { $0.word == "that" }
    guard !words.isEmpty else { return [] }
    let item = AskSentence(tokens: Array(words), scalars: scalars, isItem: subject.isEmpty)
    let limbs = item.limbs(after: nil)
    guard !limbs.isEmpty else {
      return item.takesBack ? [] : [item.one(asking: subject, common)]
    }
    return limbs.map {
      LimbProposal(
        span: $0.span, words: $0.words, act: $0.act,
        addressees: $0.addressees.isEmpty ? subject : $0.addressees,
        deadline: $0.deadline ?? common)
    }
  }
}
