/// Openings without the words by which most sentences ask.
extension AskSentence {
  /// The verb behind “we recommend the Government”, where “that” is left out.
  ///
  /// Only a body that stands at once behind “recommend” is asked: “we recommend the
  /// publication” and “we recommend the Department’s review” name what is recommended.
  func verbOfBody(behind recommend: Int) -> Int? {
    let first = recommend + 1
    guard ["recommend", "recommends"].contains(tokens[recommend].word), first < tokens.count,
      tokens[first].isCapitalised || AskSentence.articles.contains(tokens[first].word)
        || AskSubject.kind(of: tokens[first].text) != nil,
      let verb = verb(after: recommend), !addressees(in: first..<verb).isEmpty,
      !["'s", "’s", "s'", "s’"].contains(where: { tokens[verb - 1].text.hasSuffix($0) }),
      !AskSentence.doubtful.contains(tokens[verb].word) || isDetermined(verb),
      !tokens[first..<verb].contains(where: { AskSentence.subordinators.contains($0.word) })
    else { return nil }
    return verb
  }

  /// Whether a modal says something of what is asked: “to agree a definition, which should
  /// be published”.
  func isOfThing(_ modal: Int) -> Bool {
    tokens[..<modal].reversed().prefix { !$0.endsWithComma && !$0.endsWithSemicolon }.prefix(5)
      .contains { AskSentence.relatives.contains($0.word) }
  }

  private static let relatives: Set<String> = ["which", "who", "whose"]

  /// The last place of words between commas that begin at a word: “, in consultation with
  /// the Welsh Government, the Scottish Government and NHS England,”.
  func endOfAside(at index: Int) -> Int? {
    guard index > 0, tokens[index - 1].endsWithComma, !tokens[index].isCapitalised,
      AskSubject.opensAside(tokens[index].word)
    else { return nil }
    return tokens.indices.dropFirst(index).prefix(40).first { place in
      guard tokens[place].endsWithComma, place + 1 < tokens.count else { return false }
      let next = tokens[place + 1]
      return !next.isCapitalised && !["and", "the"].contains(next.word)
    }
  }

  /// “The Ministry of Justice to deliver” behind “call on the Treasury to fund, and”: its “to”.
  func bodyTo(from first: Int) -> Int? {
    let places = tokens.indices.dropFirst(first).prefix(12)
    guard let to = places.first(where: { tokens[$0].word == "to" }), to + 1 < tokens.count,
      AskSubject.isName(tokens[first..<to]), !addressees(in: first..<to).isEmpty,
      !tokens[to + 1].isCapitalised, !AskSentence.articles.contains(tokens[to + 1].word)
    else { return nil }
    return to
  }

  /// The last verb of a row with one thing behind all of them: “publish” of “commission, fund
  /// and publish research”.
  func lastOfShared(from lead: Int) -> Int? {
    var place = lead
    repeat {
      guard tokens[place].endsWithComma, place + 1 < tokens.count else { return nil }
      place += 1
      guard tokens[place].word != "and" else { break }
      guard isKnown(place), place + 1 < tokens.count else { return nil }
    } while tokens[place + 1].word != "and"
    let and = tokens[place].word == "and" ? place : place + 1
    guard and > lead + 1, and + 1 < tokens.count,
      isKnown(and + 1) || isDetermined(and + 1) && isBare(tokens[and + 1])
    else { return nil }
    return and + 1
  }

  private func isKnown(_ index: Int) -> Bool {
    let word = tokens[index].word
    return [word, AskSentence.base(word) ?? word].contains {
      AskSentence.verbs.contains($0) || AskSentence.doubtful.contains($0)
        || AskSentence.further.contains($0)
    }
  }
}
