extension AskSentence {
  /// After these a verb belongs to a clause or purpose, and asks nobody.
  static let subordinators: Set<String> = [
    "that", "which", "who", "whom", "whose", "why", "how", "what", "where", "whether", "when", "so",
    "to", "by",
  ]
  private static let determiners = AskSentence.articles.union([
    "annually", "publicly", "new", "further", "it", "them",
  ])
  /// Verbs with which bodies are asked to act.
  static let verbs: Set<String> = [
    "abolish", "adopt", "allocate", "allow", "amend", "appoint", "assess", "clarify", "collect",
    "commission", "commit", "conduct", "confirm", "consider", "consult", "create", "define",
    "deliver", "develop", "embed", "encourage", "ensure", "establish", "evaluate", "examine",
    "expand", "explain", "extend", "identify", "implement", "improve", "include", "increase",
    "introduce", "invest", "investigate", "legislate", "maintain", "monitor", "prepare", "produce",
    "promote", "protect", "provide", "publish", "reduce", "reform", "remove", "repeal", "replace",
    "require", "restore", "set", "simplify", "strengthen", "undertake", "update",
  ]
  /// Further verbs behind “recommend that the Government”, where a verb must come.
  static let further: Set<String> = [
    "apply", "ban", "begin", "bring", "comply", "end", "give", "hold", "issue", "lead", "make",
    "offer", "pay", "reply", "respond", "share", "stop", "supply", "take", "write",
  ]
  /// Of the verbs those that with an “s” may be things.
  private static let nounsToo: Set<String> = [
    "commission", "increase", "reform", "repeal", "set", "update",
  ]
  /// Verbs that are nouns as often.
  static let doubtful: Set<String> = [
    "audit", "fund", "plan", "report", "review", "study", "support", "work",
  ]
  static let articles: Set<String> = [
    "the", "a", "an", "its", "their", "this", "these", "those", "any", "all", "each", "every",
  ]
  /// These stand before an article too, and are no verbs.
  private static let joining: Set<String> = [
    "about", "above", "across", "after", "again", "against", "almost", "alongside", "although",
    "among", "and", "as", "at", "because", "before", "below", "between", "beyond", "both", "but",
    "by", "despite", "during", "either", "even", "few", "following", "for", "from", "given", "half",
    "if", "in", "including", "indeed", "into", "least", "less", "like", "many", "more", "most",
    "much", "neither", "nor", "not", "of", "off", "on", "once", "onto", "or", "over", "per",
    "perhaps", "rather", "regardless", "since", "some", "such", "than", "that", "though", "through",
    "throughout", "to", "towards", "twice", "under", "unless", "until", "upon", "via", "well",
    "whatever", "while", "whilst", "with", "within", "without",
  ]
  /// With an article these tell a time: “each year”.
  private static let times: Set<String> = [
    "day", "month", "quarter", "session", "spring", "summer", "autumn", "term", "time", "week",
    "winter", "year",
  ]
  /// “Him or her the powers”: before an article too, and never verbs.
  private static let pronouns: Set<String> = [
    "he", "her", "him", "his", "i", "it", "me", "my", "our", "she", "them", "they", "us", "we",
    "you", "your",
  ]
  /// Of these a second thing may follow another: “give a child and parent a plan”.
  private static let giving: Set<String> = [
    "allow", "ask", "award", "give", "grant", "lend", "make", "offer", "pay", "send", "show",
    "teach", "tell",
  ]
  /// With these words end that are no verbs as they stand.
  private static let nounEndings = [
    "ed", "ing", "ism", "ity", "ly", "ness", "ship", "sion", "tion",
  ]

  func isVerb(_ index: Int) -> Bool {
    index >= 0
      && (AskSentence.verbs.contains(tokens[index].word)
        || AskSentence.doubtful.contains(tokens[index].word))
  }

  func isDetermined(_ index: Int) -> Bool {
    index + 1 < tokens.count && AskSentence.determiners.contains(tokens[index + 1].word)
  }

  /// The verb of a clause that “that” opens, or the modal or the denial before it.
  func verb(after that: Int) -> Int? {
    var places: [Int] = []
    var next = that + 2
    while next < tokens.count, places.count < 12, !tokens[next].opensItem {
      // What stands between commas is no part of the subject, however long it is.
      if let end = endOfAside(at: next) {
        next = end + 1
        continue
      }
      places.append(next)
      next += 1
    }
    let found = places.first { place in
      let isKnown =
        AskSentence.modals.contains(tokens[place].word) || isVerb(place) && !isNamed(place)
        || AskSentence.further.contains(tokens[place].word) || isIndicative(place)
      return isKnown && !tokens[place].isCapitalised
        || opensDenial(place) || isUnlistedVerb(place, of: (that + 1)..<place)
    }
    // “That councils count them, and publish”: a verb that is not known stands before. So it
    // does behind a comma that ends no words between commas.
    guard let found, !["and", "or"].contains(tokens[found - 1].word) else { return nil }
    let commas = tokens[(that + 1)..<found].filter(\.endsWithComma).count
    guard commas != 1 || !tokens[found - 1].endsWithComma else { return nil }
    return found
  }

  /// Whether the denial of a verb begins at a word: “does not abolish”, “no longer require”.
  private func opensDenial(_ index: Int) -> Bool {
    let word = tokens[index].word
    let next = index + 1 < tokens.count ? tokens[index + 1].word : ""
    return isDoesNot(index) || word == "no" && next == "longer"
      || AskDenial.isDenying(word) && !AskDenial.widening.contains(next)
  }

  /// “The fund”, and not “fund”.
  private func isNamed(_ index: Int) -> Bool {
    AskSentence.articles.contains(tokens[index - 1].word)
  }

  func isDoesNot(_ index: Int) -> Bool {
    ["do", "does"].contains(tokens[index].word) && index + 1 < tokens.count
      && tokens[index + 1].word == "not"
  }

  /// Whether what is asked from a word on is denied: “should not”, “no longer require”.
  func denies(_ start: Int) -> Bool {
    // Behind “that” the subject stands before the denial.
    let reach = tokens[start].word == "that" ? 12 : 4
    for index in start..<min(start + reach, tokens.count) {
      let word = tokens[index].word
      if index > start, AskSentence.subordinators.contains(word) { return false }
      let next = index + 1 < tokens.count ? tokens[index + 1].word : ""
      if AskDenial.isDenying(word), !AskDenial.widening.contains(next) { return true }
      if word == "no", next == "longer" { return true }
    }
    return false
  }

  /// Whether a listed verb says what is done, “publishes”, and no “should” follows it.
  private func isIndicative(_ index: Int) -> Bool {
    let next = index + 1 < tokens.count ? tokens[index + 1].word : ""
    guard let base = AskSentence.base(tokens[index].word), AskSentence.verbs.contains(base),
      next != "be", !AskSubject.finite.contains(next),
      // “The Government legislates to”, and not “the reforms to”.
      !AskSentence.joining.contains(next) || !AskSentence.nounsToo.contains(base)
    else { return false }
    let clause = tokens[index...].prefix { !$0.endsWithComma && !$0.endsWithSemicolon }
    return !clause.contains { AskSentence.modals.contains($0.word) }
  }

  /// “Publish” of “publishes”; `nil` of words that do not end so.
  static func base(_ word: String) -> String? {
    guard word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us") else { return nil }
    if word.hasSuffix("ies") { return String(word.dropLast(3)) + "y" }
    if ["shes", "sses", "ches"].contains(where: { word.hasSuffix($0) }) {
      return String(word.dropLast(2))
    }
    return String(word.dropLast())
  }

  /// Whether a word must be a verb, by what stands about it: “every local authority count
  /// its refusals”.
  private func isUnlistedVerb(_ index: Int, of subject: Range<Int>) -> Bool {
    let token = tokens[index]
    guard index + 1 < tokens.count, AskSentence.articles.contains(tokens[index + 1].word),
      isBare(token),
      !tokens[subject].contains(where: {
        $0.endsWithComma || $0.endsWithSemicolon || $0.endsWithColon
          || AskSentence.subordinators.contains($0.word)
      })
    else { return false }
    return !addressees(in: subject).isEmpty
  }

  /// Whether a word may be a verb at all.
  func isBare(_ token: AskToken) -> Bool {
    !token.isCapitalised && !token.word.isEmpty
      && token.word.allSatisfy { $0.isLetter || $0 == "-" }
      && !AskSentence.joining.contains(token.word) && !AskSentence.articles.contains(token.word)
      && !AskSentence.pronouns.contains(token.word)
      && !token.endsWithComma && !token.endsWithSemicolon && !token.endsWithColon
  }

  /// Whether a word behind a comma or “and” goes on with the verbs of an ask: a listed one,
  /// or one in the form of theirs with its object behind it.
  func goesOn(with index: Int, after last: Int) -> Bool {
    let lead = min(tokens[last].opensItem ? last + 1 : last, index)
    let word = tokens[index].word
    let base = AskSentence.base(word)
    let saysWhatIsDone =
      !AskSentence.modals.contains(tokens[lead].word) && AskSentence.base(tokens[lead].word) != nil
    if AskSentence.verbs.contains(word) { return true }
    if saysWhatIsDone || tokens[last].word == "that", let base, AskSentence.verbs.contains(base) {
      return true
    }
    guard (base != nil) == saysWhatIsDone, isBare(tokens[index]),
      !AskSentence.subordinators.contains(word), !AskSentence.modals.contains(word),
      AskSentence.further.contains(word) || !AskSentence.isNoun(word),
      opensObject(index + 1), !isClauseOfNoun(index + 1)
    else { return false }
    // “… and give staff or parents the powers”: a choice may stand far behind the first verb.
    let given = tokens[last..<index]
    let near = tokens[index - 1].word == "or" ? given.suffix(4) : given.prefix(0)
    return !(given.prefix(4) + near).contains { AskSentence.giving.contains($0.word) }
  }

  static func isNoun(_ word: String) -> Bool {
    nounEndings.contains { word.hasSuffix($0) } && !word.hasSuffix("eed")
  }

  /// Whether the object of a verb begins at a word: “the appeals”, “them”, and not “each
  /// year”.
  private func opensObject(_ index: Int) -> Bool {
    guard index < tokens.count else { return false }
    let token = tokens[index]
    let next = index + 1 < tokens.count ? tokens[index + 1].word : ""
    if AskSentence.articles.contains(token.word) {
      return !token.endsWithComma && !AskSentence.times.contains(next)
    }
    // “Data it holds” is a noun with its clause.
    let isLast = ends(index) || AskSentence.joining.contains(next)
    return ["her", "him", "me", "them", "us"].contains(token.word) || token.word == "it" && isLast
  }

  /// “The method the Department used”: a noun and who did what with it.
  private func isClauseOfNoun(_ object: Int) -> Bool {
    for index in (object + 1)..<max(object + 1, min(object + 6, tokens.count)) {
      let word = tokens[index].word
      if AskSubject.finite.contains(word) { return true }
      if ends(index) { return word.hasSuffix("ed") && !word.hasSuffix("eed") }
      if AskSentence.joining.contains(word) || AskSentence.subordinators.contains(word) {
        return false
      }
    }
    return false
  }

  func ends(_ index: Int) -> Bool {
    let token = tokens[index]
    return index + 1 == tokens.count || token.endsWithComma || token.endsWithSemicolon
      || token.endsWithColon
  }
}
