/// What was asked once and is only told, as in “they said that we should wait”, and what the
/// speaker will not be blamed for.
///
/// Of themselves people say “we said that it should” and ask it still: of these only what
/// was settled counts as told. A summary of a session says “they said that councils should”
/// of what its witnesses ask: of others only what they said to the speaker counts.
struct AskReport {
  let sentence: [AskToken]

  /// Whether the words that ask, from a place on, only tell of an ask, or ward off blame.
  func holds(of phrase: [String], at start: Int) -> Bool {
    isTold(before: start) || isOfAnother(before: start) || isWondered(before: start)
      || isSupposed(phrase, at: start) || isBlame(sentence[(start + phrase.count)...])
  }

  /// “In 2021 the Committee recommended that”: told of a year that is gone, unless the
  /// speakers go on to say what they think of it.
  private func isOfAnother(before start: Int) -> Bool {
    guard !sentence[start...].contains(where: { ["i", "we"].contains($0.word) }) else {
      return false
    }
    let denial = AskDenial(sentence: sentence)
    return (0..<start).contains { verb in
      guard AskReport.pressed.union(AskReport.told).contains(sentence[verb].word),
        let who = subject(of: verb), !["i", "we"].contains(who),
        sentence[..<verb].contains(where: { AskReport.isYear($0.word) }),
        let opener = clause(of: verb), opener < start
      else { return false }
      return denial.goesOn(from: opener, to: start)
    }
  }

  private static func isYear(_ word: String) -> Bool {
    word.count == 4 && word.allSatisfy(\.isNumber) && ["19", "20"].contains(word.prefix(2))
  }

  /// “The question is whether ministers should listen”.
  private func isWondered(before start: Int) -> Bool {
    let denial = AskDenial(sentence: sentence)
    return (0..<start).contains { place in
      sentence[place].word == "whether"
        // “Whether councils and schools should” is one clause where “whether” opens it.
        && (denial.goesOn(from: place, to: start)
          || place > 0 && denial.goesOn(from: place - 1, to: start))
    }
  }

  /// “If the Treasury were to fund it, it should”: what follows from what is not so.
  private func isSupposed(_ phrase: [String], at start: Int) -> Bool {
    guard phrase == ["should"], start > 0, sentence[0].word == "if",
      let end = sentence[..<start].firstIndex(where: \.endsWithComma), end == start - 2,
      AskReport.things.contains(sentence[start - 1].word)
    else { return false }
    return sentence[..<end].contains { $0.word == "were" }
  }

  private static let things: Set<String> = ["it", "that", "there", "they", "this"]

  private func isTold(before start: Int) -> Bool {
    let denial = AskDenial(sentence: sentence)
    return (0..<start).contains { place in
      guard isPast(place), let opener = clause(of: place), opener < start,
        !AskReport.others.contains(subject(of: place) ?? "")
          || sentence[(opener + 1)..<start].contains(where: { AskReport.own.contains($0.word) })
      else { return false }
      return denial.goesOn(from: opener, to: start)
    }
  }

  /// Whether a verb of saying tells of the past: “we were told”, “they said”, “I agreed”, and
  /// not “we have agreed”.
  private func isPast(_ verb: Int) -> Bool {
    let word = sentence[verb].word
    switch subject(of: verb) {
    case "was", "were", "been": return AskReport.told.contains(word)
    case "i", "we": return AskReport.settled.contains(word)
    case .some(let who) where AskReport.others.contains(who):
      return AskReport.pressed.union(AskReport.told).union(AskReport.settled).contains(word)
    default: return false
    }
  }

  /// The word before a verb and its adverbs.
  private func subject(of verb: Int) -> String? {
    let before = sentence[..<verb].last {
      !AskReport.adverbs.contains($0.word) && !$0.word.hasSuffix("ly")
    }
    return before.flatMap { $0.endsWithComma ? nil : $0.word }
  }

  /// The word before the clause of what was said: before “that”, or the verb itself, as in
  /// “they said we should”.
  private func clause(of verb: Int) -> Int? {
    for place in verb..<min(verb + AskReport.reach, sentence.count - 1) {
      let token = sentence[place]
      if token.endsWithComma || ["and", "but", "or"].contains(token.word) { return nil }
      if sentence[place + 1].word == "that" { return place }
    }
    guard verb + 1 < sentence.count, AskReport.pronouns.contains(sentence[verb + 1].word)
    else { return nil }
    return verb
  }

  /// “Should not be laid at our door”.
  private func isBlame(_ rest: ArraySlice<AskToken>) -> Bool {
    let words = rest.prefix(8).map(\.word)
    guard words.starts(with: ["not", "be"]) || words.starts(with: ["never", "be"]),
      let preposition = AskReport.blame[words.dropFirst(2).first ?? ""]
    else { return false }
    return zip(words, words.dropFirst()).contains {
      $0 == preposition && AskReport.own.contains($1)
    }
  }

  /// Words between a verb of saying and its “that”: “told us at the time that”.
  private static let reach = 6
  private static let adverbs: Set<String> = [
    "all", "also", "always", "both", "had", "often", "then",
  ]
  private static let told: Set<String> = [
    "advised", "assured", "believed", "felt", "informed", "instructed", "said", "thought", "told",
    "warned",
  ]
  /// Of “it was suggested that it should” nobody can tell.
  private static let pressed: Set<String> = [
    "argued", "asked", "insisted", "proposed", "recommended", "suggested",
  ]
  private static let settled: Set<String> = ["accepted", "agreed", "decided", "promised"]
  /// Of bodies and groups, as in “our members said that”, nobody can tell.
  private static let others: Set<String> = [
    "everybody", "everyone", "he", "it", "she", "somebody", "someone", "they", "you",
  ]
  private static let own: Set<String> = ["i", "me", "my", "our", "us", "we"]
  private static let pronouns: Set<String> = ["he", "i", "it", "she", "they", "we", "you"]
  private static let blame = [
    "blamed": "on", "counted": "against", "held": "against", "laid": "at", "pinned": "on",
  ]
}
