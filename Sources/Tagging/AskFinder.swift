public import Inquiries

/// Finds the sentences of evidence in which somebody asks for something, and who is to act.
///
/// By words and grammar alone: it shows and decides nothing.
public struct AskFinder: Sendable {
  private let phrases: AskPhrases

  public init(_ phrases: AskPhrases) {
    self.phrases = phrases
  }

  /// The sentences that ask, in order; a question asks nobody to act, nor does an ask that
  /// is denied, or is only told of.
  public func asks(in text: String) -> [EvidenceAsk.Sentence] {
    let tokens = AskToken.tokens(of: text)
    return LimbProposer.sentences(tokens).compactMap { range in
      let sentence = Array(tokens[range])
      guard sentence.last?.text.utf8.contains(UInt8(ascii: "?")) == false,
        let found = phrase(in: sentence)
      else {
        return nil
      }
      return EvidenceAsk.Sentence(
        words: sentence.map(\.text).joined(separator: " "), actors: actors(of: found, in: sentence))
    }
  }

  private func phrase(in sentence: [AskToken]) -> (phrase: AskPhrases.Phrase, at: Int)? {
    let words = sentence.map(\.word)
    let denial = AskDenial(sentence: sentence)
    let report = AskReport(sentence: sentence)
    func stands(_ phrase: [String], at start: Int) -> Bool {
      words.indices.contains(start) && words[start...].starts(with: phrase)
    }
    for start in words.indices {
      guard
        let phrase = phrases.phrases[words[start]]?.first(where: { stands($0.words, at: start) }),
        !phrases.not.contains(where: { not in
          (1 - phrase.words.count..<not.count).contains { stands(not, at: start - $0) }
        }), !denial.holds(of: phrase.words, at: start),
        !report.holds(of: phrase.words, at: start)
      else { continue }
      return (phrase, start)
    }
    return nil
  }

  private func actors(
    of found: (phrase: AskPhrases.Phrase, at: Int), in sentence: [AskToken]
  ) -> [String] {
    let end = found.at + found.phrase.words.count
    switch found.phrase.actor {
    case .before:
      guard !isPassive(sentence[end...]) else { return [] }
      return names(before: found.at, in: sentence, opening: sentence[0].span.lowerBound)
    case .after:
      // “We recommend that the regulator should”, “we urge the Government to”.
      let rest = Array(sentence[end...].prefix(AskFinder.reach))
      guard rest.first?.word != "for" else { return [] }
      let place = rest.firstIndex { AskFinder.acting.contains($0.word) }
      if rest.first?.word == "that", place.map({ rest[$0].word == "to" }) ?? true {
        // “That the Ministry of Justice publish its data”.
        let name = rest.dropFirst().prefix {
          $0.isCapitalised || AskSubject.connectors.contains($0.word)
        }
        let bodies = AskSubject.addressees(in: Array(name)).map(\.name)
        if !bodies.isEmpty { return bodies }
      }
      guard let verb = place else { return [] }
      // “That the regulator legislates to” has its verb before “to”.
      let isVerbBefore = rest.first?.word == "that" && rest[verb].word == "to"
      return names(before: isVerbBefore ? verb - 1 : verb, in: rest)
    }
  }

  /// Whether something is to be done to the subject: “should be paid”, and not “should be
  /// required to pay”.
  private func isPassive(_ rest: ArraySlice<AskToken>) -> Bool {
    let words = rest.prefix(6).map(\.word).drop { $0 == "not" || $0.hasSuffix("ly") }
    guard words.first == "be" else { return false }
    let done = words.dropFirst().drop { $0.hasSuffix("ly") }
    guard let participle = done.first, participle != "open", done.dropFirst().first != "to"
    else { return false }
    return participle.hasSuffix("ed") || participle.hasSuffix("en")
      || AskFinder.participles.contains(participle)
  }

  /// Those that do not end as others do.
  private static let participles: Set<String> = [
    "bought", "brought", "built", "cut", "done", "found", "heard", "held", "kept", "left", "made",
    "met", "paid", "put", "run", "sent", "set", "shown", "sold", "spent", "taught", "told",
  ]

  /// Words within which an actor is named behind “we recommend”.
  private static let reach = 14
  /// What stands between an actor and the act.
  private static let acting: Set<String> = ["to", "should", "must", "ought", "needs", "need"]
  /// Where a clause begins that has a subject of its own.
  private static let openers: Set<String> = [
    "that", "think", "believe", "feel", "say", "said", "says", "but", "so", "because", "if", "when",
    "where", "while", "then", "which", "who", "why", "whether",
  ]
  /// These name nobody who could be asked.
  private static let pronouns: Set<String> = [
    "we", "i", "you", "they", "it", "he", "she", "there", "this", "that", "these", "those", "one",
    "what", "people", "things", "something", "nobody", "everybody", "not", "nor", "neither",
    "never", "only", "rather",
  ]

  /// Bodies by their names, or else a name in capitals; “wages” and “a county” are nobody.
  ///
  /// - Parameter opening: Where the first word of a sentence stands, whose capital tells
  ///   nothing.
  private func names(
    before verb: Int, in sentence: [AskToken], opening: Int? = nil
  ) -> [String] {
    let near = subject(before: verb, in: sentence, AskFinder.openers)
    // “The Ministry of Housing, Communities and Local Government”.
    let capitals = sentence[..<verb].reversed().prefix {
      ($0.isCapitalised || AskSubject.connectors.contains($0.word))
        && !AskFinder.openers.contains($0.word)
    }
    let bodies = AskSubject.addressees(
      in: capitals.count > near.count ? Array(capitals.reversed()) : near
    ).map(\.name)
    guard bodies.isEmpty else { return bodies }
    // Of “help is late, and schools should” the last is the subject.
    let words = subject(before: verb, in: sentence, AskFinder.openers.union(["and"]))
      .filter { !["also", "really", "just", "therefore"].contains($0.word) }
    guard let first = words.first, !AskFinder.pronouns.contains(first.word),
      AskSubject.isName(words[...]),
      first.word == "parliament"
        || words.contains(where: { $0.isCapitalised && $0.span.lowerBound != opening })
    else { return [] }
    let name = words.map(\.text).joined(separator: " ").trimmingMarks
    return name.isEmpty ? [] : [name]
  }

  private func subject(
    before verb: Int, in sentence: [AskToken], _ openers: Set<String>
  ) -> [AskToken] {
    let most = 8
    var start = verb
    while start > 0, verb - start < most, !openers.contains(sentence[start - 1].word),
      !sentence[start - 1].endsWithComma, !sentence[start - 1].endsWithSemicolon
    {
      start -= 1
    }
    return Array(sentence[start..<verb])
  }
}
