import Inquiries

/// Asks in a row, parted by commas and a last “and”.
extension AskSentence {
  /// Behind these “to” says to whom: “write to trusts”.
  private static let directed: Set<String> = [
    "apply", "listen", "refer", "reply", "report", "respond", "speak", "submit", "talk", "write",
  ]
  /// No verbs, though they look like one behind a comma.
  private static let noVerbs: Set<String> = [
    "along", "alone", "he", "it", "she", "them", "there", "they", "together", "too", "we", "you",
  ]
  private static let seasons: Set<String> = ["autumn", "next", "spring", "summer", "winter"]

  /// Whether a verb behind a word belongs to a clause or purpose: behind “to” of “to help”,
  /// and not of “to the board”.
  func opensClause(_ index: Int) -> Bool {
    guard AskSentence.subordinators.contains(tokens[index].word) else { return false }
    guard index > 0, index + 1 < tokens.count else { return true }
    let next = tokens[index + 1]
    switch tokens[index].word {
    case "to":
      return !AskSentence.directed.contains(tokens[index - 1].word) && !next.isCapitalised
        && !AskSentence.articles.contains(next.word)
    case "by":
      // “By 1 April 2027”, “by the end of 2026”.
      let last = index + 2 < tokens.count ? tokens[index + 2].word : ""
      let isTime =
        next.word.first?.isNumber == true || AskSentence.seasons.contains(next.word)
        || next.word == "the" && ["beginning", "end", "start"].contains(last)
        || Day.monthNames.contains { $0.lowercased() == next.word }
      return !isTime
    default: return true
    }
  }

  /// The acts that follow one in its row, by the places of the words that join them: “fund
  /// beds, publish lists and train nurses”.
  ///
  /// One of them must be known by a listed verb; the others begin with a word in its form.
  func row(behind last: Int) -> [Int: Start] {
    guard let lead = lead(of: last), !denies(last) else { return [:] }
    let isBase = AskSentence.modals.contains(tokens[last].word) || tokens[last].word == "to"
    let saysWhatIsDone = !isBase && AskSentence.base(tokens[lead].word) != nil
    var row: [Int: Start] = [:]
    var before = lead
    var isKnown = false
    for index in tokens.indices.dropFirst(lead + 1) {
      let joint = tokens[index - 1]
      if joint.endsWithSemicolon || joint.endsWithColon || tokens[index].opensItem { return [:] }
      let isLast = tokens[index].word == "and"
      let verb = isLast ? behindAdverb(index + 1) : index
      if isLast || joint.endsWithComma, isAct(verb, saysWhatIsDone, isLast: isLast) {
        // “Review, publish and update its guidance” is one ask, of one thing.
        guard index - before > 1 else { return [:] }
        row[index] = Start(at: verb, verb: verb)
        isKnown = isKnown || isListed(verb, saysWhatIsDone)
        before = verb
        if isLast { return isKnown && row.count > 1 ? row : [:] }
      } else if joint.endsWithComma || opensClause(index)
        || AskSentence.modals.contains(tokens[index].word)
      {
        return [:]
      }
    }
    return [:]
  }

  func lead(of last: Int) -> Int? {
    let word = tokens[last].word
    guard word != "that", !isDoesNot(last) else { return nil }
    var lead = last
    if AskSentence.modals.contains(word) || word == "to" || tokens[last].opensItem {
      guard last + 1 < tokens.count else { return nil }
      lead = afterTiming(last + 1, before: tokens.count)
    }
    while lead < tokens.count, isAdverb(tokens[lead].word) { lead += 1 }
    return lead < tokens.count ? lead : nil
  }

  private func behindAdverb(_ index: Int) -> Int {
    let isAdverb = index < tokens.count && ["also", "then"].contains(tokens[index].word)
    return isAdverb ? index + 1 : index
  }

  private func isListed(_ index: Int, _ saysWhatIsDone: Bool) -> Bool {
    let word = tokens[index].word
    return AskSentence.verbs.contains(saysWhatIsDone ? AskSentence.base(word) ?? "" : word)
  }

  /// Whether a word begins an act of a row: a verb in the form of the first, with something
  /// behind it.
  private func isAct(_ index: Int, _ saysWhatIsDone: Bool, isLast: Bool) -> Bool {
    guard index < tokens.count, isBare(tokens[index]) else { return false }
    let word = tokens[index].word
    guard !AskSentence.noVerbs.contains(word), !AskSubject.finite.contains(word),
      !AskSentence.modals.contains(word), !AskSentence.subordinators.contains(word)
    else { return false }
    let isListed = isListed(index, saysWhatIsDone)
    let isVerb = isListed || AskSentence.further.contains(word)
    guard isVerb || !AskSentence.isNoun(word) && (AskSentence.base(word) != nil) == saysWhatIsDone
    else { return false }
    // “And report.”
    if ends(index) { return isLast && (isVerb || AskSentence.doubtful.contains(word)) }
    return tokens[index + 1].word != "and"
  }

  /// “…, to name”, behind “we call on the Council to pool” and before “and to report”.
  func isNextTo(_ index: Int) -> Bool {
    tokens[index].word == "to" && isRow(of: "to", behind: index)
  }

  /// “…, that it funds”, behind “we recommend that” and before “and that”.
  func isNextThat(_ index: Int, after last: Int) -> Bool {
    tokens[index].word == "that" && isRow(of: "that", behind: index)
      && !tokens[(last + 1)..<index].contains { $0.word == "that" } && recommended != nil
  }

  private func isRow(of word: String, behind index: Int) -> Bool {
    tokens.indices.dropFirst(index + 2).contains {
      tokens[$0].word == word && tokens[$0 - 1].word == "and"
    }
  }

  /// The verb of a clause in a row of clauses that “that” opens.
  func clauseVerb(after that: Int) -> Int? {
    let first = that + 1
    let isRecommended = recommended != nil && first + 1 < tokens.count
    // “That it funds the service by the end of 2026”.
    if isRecommended, ["it", "they"].contains(tokens[first].word), isBare(tokens[first + 1]),
      !isAdverb(tokens[first + 1].word)
    {
      return first + 1
    }
    if let found = verb(after: that),
      !tokens[first..<found].contains(where: { $0.word == "that" })
    {
      return found
    }
    guard isRecommended else { return nil }
    // “Ofsted inspects it”, and not “NHS trusts reopen wards”.
    let place = tokens.indices.dropFirst(first).first {
      !tokens[$0].isCapitalised && !AskSubject.connectors.contains(tokens[$0].word)
    }
    guard let place, place > first, AskSentence.base(tokens[place].word) != nil,
      ends(place) || ["it", "them"].contains(tokens[place + 1].word),
      !addressees(in: first..<place).isEmpty
    else { return nil }
    return place
  }
}
