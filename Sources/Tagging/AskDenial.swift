/// What takes an ask back before it is made: “we no longer think that it should”. Behind
/// its words, as in “should no longer”, stands what is asked.
///
/// A clause is followed only as far as its words let no doubt: an ask that is listed
/// amiss is read and passed over, one that is left out is lost.
struct AskDenial {
  let sentence: [AskToken]

  /// Whether the words that ask, from a place on, are denied.
  func holds(of phrase: [String], at start: Int) -> Bool {
    if isDirect(phrase, at: start) { return true }
    // “We do not think that it should not” asks after all; “nobody says that it must not”
    // asks nothing.
    let end = start + phrase.count
    if end < sentence.count, AskDenial.isNegative(sentence[end].word) {
      return isOfSaying(before: start, byNobody: true)
    }
    return isOfSaying(before: start) || isTakenBack(before: start)
  }

  /// Whether a verb that asks is denied itself: “we do not call on”, “we no longer urge”.
  func isOfVerb(_ place: Int) -> Bool {
    let near = sentence[..<place].reversed().prefix { !AskDenial.parts($0) }.prefix(2)
    return near.contains { AskDenial.isNegative($0.word) } || near.map(\.word) == ["longer", "no"]
  }

  /// “No longer should”, “does not need to”, “nor do we want”.
  private func isDirect(_ phrase: [String], at start: Int) -> Bool {
    let before = sentence[max(0, start - 2)..<start]
    let words = before.map(\.word)
    guard !before.contains(where: { AskDenial.parts($0) }),
      !words.contains(where: { AskDenial.turning.contains($0) && $0 != "that" })
    else { return false }
    if words == ["no", "longer"] { return true }
    switch phrase.first {
    case "need", "needs":
      // “Nobody would need to”.
      return words.last { !$0.hasSuffix("ly") && !["would", "will"].contains($0) }
        .map { AskDenial.isNegative($0) } ?? false
    case "we", "i": return words.contains { ["not", "never", "nor", "neither"].contains($0) }
    default: return false
    }
  }

  /// “Do not think that”, “never said that”, “nobody is asking that”: a denial, and behind
  /// it a word of saying whose clause goes on to the ask.
  private func isOfSaying(before start: Int, byNobody: Bool = false) -> Bool {
    (0..<start).contains { place in
      guard !byNobody || isNobody(place), let behind = endOfDenial(at: place),
        let saying = saying(from: behind, before: start)
      else { return false }
      return goesOn(from: saying, to: start)
    }
  }

  private func isNobody(_ place: Int) -> Bool {
    ["nobody", "none"].contains(sentence[place].word) || words(from: place, are: ["no", "one"])
  }

  /// “I doubt that”, “we reject the idea that”, “rather than that”: it denies by itself.
  private func isTakenBack(before start: Int) -> Bool {
    (0..<start).contains { place in
      let word = sentence[place].word
      if word == "rather" {
        return words(from: place + 1, are: ["than", "that"]) && goesOn(from: place + 1, to: start)
      }
      let isDoubt = AskDenial.doubts.contains(word)
      guard isDoubt || AskDenial.withdrawals.contains(word), isOwn(place) else { return false }
      guard !isDoubt else { return goesOn(from: place, to: start) }
      let places = (place + 1)..<max(place + 1, min(place + 1 + AskDenial.reach, start))
      guard let noun = places.first(where: { AskDenial.requests.contains(sentence[$0].word) }),
        isOpener(noun + 1), !sentence[place..<noun].contains(where: { AskDenial.parts($0) })
      else { return false }
      return goesOn(from: noun, to: start)
    }
  }

  /// Whether who speaks says a verb of themselves, and does not deny it.
  private func isOwn(_ verb: Int) -> Bool {
    let near = sentence[..<verb].reversed().prefix { !AskDenial.parts($0) }.prefix(3)
    return near.contains { ["i", "we"].contains($0.word) }
      && !near.contains { AskDenial.isNegative($0.word) || ["no", "little"].contains($0.word) }
  }

  private func words(from place: Int, are words: [String]) -> Bool {
    sentence[min(place, sentence.count)...].prefix(words.count).map(\.word) == words
  }

  private func endOfDenial(at place: Int) -> Int? {
    guard !AskDenial.parts(sentence[place]) else { return nil }
    let next = place + 1
    switch sentence[place].word {
    case "no":
      if words(from: next, are: ["longer"]) || words(from: next, are: ["one"]) { return next + 1 }
      // “There is no good reason why”.
      return sentence[next...].prefix(2).contains { $0.word == "reason" } ? next : nil
    case "far": return words(from: next, are: ["from"]) ? next + 1 : nil
    case "stopped", "ceased":
      return next < sentence.count && sentence[next].word.hasSuffix("ing") ? next : nil
    case let word where AskDenial.wrong.contains(word):
      // “It would be wrong to say”, and not “it would not be wrong to say”.
      return words(from: next, are: ["to"]) && !isOfVerb(place) ? next + 1 : nil
    case let word where AskDenial.isNegative(word):
      if sentence[next...].prefix(3).contains(where: { AskDenial.wrong.contains($0.word) }) {
        return nil
      }
      // “We would not go so far as to say”.
      let isFar = AskDenial.goingFar.contains { words(from: next, are: $0) }
      return isFar ? next + AskDenial.goingFar[0].count : next
    default: return nil
    }
  }

  /// The word of saying that a denial turns.
  private func saying(from first: Int, before start: Int) -> Int? {
    let places = first..<max(first, min(first + AskDenial.reach, start))
    guard
      let saying = places.first(where: {
        AskDenial.verbs.contains(sentence[$0].word)
          || AskDenial.nouns.contains(sentence[$0].word) && isOpener($0 + 1)
      })
    else { return nil }
    let between = sentence[first..<saying]
    let words = between.map(\.word)
    guard !between.contains(where: { AskDenial.parts($0) }),
      !words.contains(where: { AskDenial.turning.contains($0) })
    else { return nil }
    // “Nor do we think”, and not “it is not right we think”.
    guard words.contains(where: { AskDenial.speakers.contains($0) }) else { return saying }
    return words.first.map { AskDenial.auxiliaries.contains($0) } == true ? saying : nil
  }

  /// Whether the clause of a word of saying goes on to a place.
  func goesOn(from saying: Int, to start: Int) -> Bool {
    guard !AskDenial.parts(sentence[saying]) else { return false }
    var first = saying + 1
    let isOpened = isOpener(first) && first < start
    if isOpened {
      // “That, as things stand, the Department should”.
      let close =
        sentence[first].endsWithComma
        ? sentence[(first + 1)..<start].firstIndex(where: \.endsWithComma) : nil
      first = (close ?? first) + 1
    }
    var hasVerb = false
    for place in first..<max(first, start) {
      let word = sentence[place].word
      if AskDenial.parts(sentence[place]) || AskDenial.reversing.contains(word) { return false }
      if place > first, AskDenial.contrary.contains(word) { return false }
      if !isOpened, AskDenial.subordinators.contains(word) { return false }
      // “That councils and schools should” has one clause, and so has “… pay and must”.
      if word == "and", !isOpened || hasVerb, place + 1 < start { return false }
      hasVerb = hasVerb || AskDenial.auxiliaries.contains(word)
    }
    return true
  }

  private func isOpener(_ place: Int) -> Bool {
    place < sentence.count && AskDenial.openers.contains(sentence[place].word)
  }

  // MARK: Words

  /// Words within which a denial finds what it turns.
  private static let reach = 4

  /// Whether a clause may end behind a word.
  private static func parts(_ token: AskToken) -> Bool {
    token.endsWithComma || token.endsWithSemicolon || token.endsWithColon || token.word.isEmpty
  }

  private static func isNegative(_ word: String) -> Bool {
    negatives.contains(word) || word.hasSuffix("n't") || word.hasSuffix("n’t")
  }

  /// Whether a word denies the verb beside it.
  static func isDenying(_ word: String) -> Bool {
    ["not", "never"].contains(word) || word.hasSuffix("n't") || word.hasSuffix("n’t")
  }

  /// Before these “not” denies nothing that is asked: “not only publish”, “not later than”.
  static let widening: Set<String> = [
    "earlier", "just", "later", "least", "less", "merely", "more", "only", "simply", "sooner",
  ]

  private static let negatives: Set<String> = [
    "not", "never", "nor", "neither", "cannot", "nobody", "none", "without",
  ]
  private static let verbs: Set<String> = [
    "think", "thinks", "thought", "thinking", "believe", "believes", "believed", "believing",
    "feel", "feels", "felt", "say", "says", "said", "saying", "suggest", "suggests", "suggested",
    "suggesting", "argue", "argues", "argued", "arguing", "claim", "claims", "claimed", "claiming",
    "propose", "proposed", "proposing", "recommend", "recommended", "recommending", "ask", "asked",
    "asking", "advocate", "advocated", "advocating", "demand", "demanded", "demanding", "mean",
    "meant", "know", "see", "want", "wanted", "wanting", "calling", "urging",
  ]
  /// Of these a clause must follow, as in “it is not our view that”.
  private static let nouns: Set<String> = [
    "case", "true", "clear", "sure", "certain", "convinced", "persuaded", "view", "position",
    "suggestion", "proposal", "recommendation", "reason",
  ]
  private static let wrong: Set<String> = ["misleading", "mistaken", "wrong"]
  private static let goingFar = ["so", "as"].map { ["go", $0, "far", "as", "to"] }
  private static let doubts: Set<String> = ["doubt", "doubted"]
  /// Of these a noun and its clause must follow, as in “we withdraw our request that”.
  private static let withdrawals: Set<String> = [
    "withdraw", "withdrew", "withdrawn", "withdrawing", "reject", "rejected", "rejecting",
    "retract", "retracted",
  ]
  private static let requests: Set<String> = [
    "argument", "call", "claim", "demand", "idea", "notion", "position", "proposal",
    "recommendation", "request", "suggestion", "view",
  ]
  private static let openers: Set<String> = ["that", "whether", "why", "what", "how"]
  /// Behind a denial these make it one of something else: “not only do we think”, “not
  /// least because we believe”.
  private static let turning: Set<String> = [
    "only", "just", "merely", "simply", "least", "because", "since", "if", "when", "while", "as",
    "but", "and", "or", "that", "which", "who", "what", "why", "how",
  ]
  private static let speakers: Set<String> = ["i", "we", "they", "you", "he", "she", "it"]
  private static let auxiliaries: Set<String> = [
    "do", "does", "did", "have", "has", "had", "is", "are", "was", "were", "am", "can", "could",
    "will", "would", "may", "might",
  ]
  /// “I cannot say often enough that”, “I do not think anybody doubts that”.
  private static let reversing: Set<String> = [
    "enough", "doubt", "doubts", "deny", "denies", "disagree", "disagrees", "dispute", "disputes",
  ]
  private static let contrary: Set<String> = [
    "but", "so", "because", "although", "though", "yet", "therefore", "instead", "however",
  ]
  private static let subordinators: Set<String> = [
    "or", "when", "where", "while", "who", "which", "if", "since", "then", "until", "unless",
  ]
}
