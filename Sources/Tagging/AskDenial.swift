/// What takes an ask back before it is made: “we no longer think that it should”. Behind
/// its words, as in “should no longer”, stands what is asked.
///
/// A clause is followed only as far as its words let no doubt: an ask that is listed
/// amiss is read and passed over, one that is left out is lost.
struct AskDenial {
  let sentence: [AskToken]

  /// Whether the words that ask, from a place on, are denied.
  func holds(of phrase: [String], at start: Int) -> Bool {
    isDirect(phrase, at: start) || isOfSaying(before: start, end: start + phrase.count)
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
      return words.last { !$0.hasSuffix("ly") }.map { AskDenial.isNegative($0) } ?? false
    case "we", "i": return words.contains { ["not", "never", "nor", "neither"].contains($0) }
    default: return false
    }
  }

  /// “Do not think that”, “never said that”, “nobody is asking that”: a denial, and behind
  /// it a word of saying whose clause goes on to the ask.
  private func isOfSaying(before start: Int, end: Int) -> Bool {
    // “We do not think that it should not” asks after all.
    if end < sentence.count, AskDenial.isNegative(sentence[end].word) { return false }
    return (0..<start).contains { place in
      guard let behind = endOfDenial(at: place),
        let saying = saying(from: behind, before: start)
      else { return false }
      return goesOn(from: saying, to: start)
    }
  }

  private func endOfDenial(at place: Int) -> Int? {
    guard !AskDenial.parts(sentence[place]) else { return nil }
    let word = sentence[place].word
    guard word == "no" else { return AskDenial.isNegative(word) ? place + 1 : nil }
    return place + 1 < sentence.count && ["longer", "one"].contains(sentence[place + 1].word)
      ? place + 2 : nil
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
  private func goesOn(from saying: Int, to start: Int) -> Bool {
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
    "suggestion", "proposal", "recommendation",
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
