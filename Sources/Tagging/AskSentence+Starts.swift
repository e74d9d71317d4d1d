extension AskSentence {
  /// What may stand between “and” and “should”.
  private static let fillers: Set<String> = [
    "also", "then", "further", "in", "addition", "that", "instead", "rather",
  ]

  /// Where the asks behind the first begin.
  ///
  /// - Parameter isNobody: Whether nobody is to do what the first asks.
  func starts(after opening: Int, isNobody: Bool) -> [Start] {
    var starts: [Start] = []
    var isClause = false
    var last = opening
    var row = self.row(behind: opening)
    var isDenied = isNobody || denies(opening)
    let isDirective = tokens[opening].word == "to"
    let isItemised = opening + 1 < tokens.count && tokens[opening + 1].opensItem
    // What a denial says before a list it says of each item; the words of one alone would not.
    let isList = !isDenied && (isItemised || tokens[opening...].contains { $0.endsWithColon })
    for index in tokens.indices.dropFirst(opening + 2) {
      if isList, index > last, tokens[index].opensItem {
        // The first item takes the subject along.
        if starts.isEmpty, tokens[index - 1].endsWithColon {
          last = index
          isClause = false
          continue
        }
        starts.append(Start(at: index, verb: index))
        row = self.row(behind: index)
        last = index
        isClause = false
        continue
      }
      if opensClause(index) { isClause = true }
      guard index - last > 1,
        let start = row[index]
          ?? start(at: index, after: last, isClause: isClause, isDirective: isDirective),
        index > lead(of: last).flatMap({ lastOfShared(from: $0) }) ?? last,
        !isDenied || turns(start, at: index, isNobody: isNobody)
      else { continue }
      starts.append(start)
      if row[index] == nil { row = self.row(behind: start.verb) }
      last = start.verb
      isClause = false
      isDenied = denies(last)
    }
    return starts
  }

  /// Whether an ask is apart from the denial before it: behind “but” or “instead”, with a
  /// “should” of its own, or denied itself. Of “should not close it and sell the site”
  /// nobody can tell.
  private func turns(_ start: Start, at joint: Int, isNobody: Bool) -> Bool {
    if tokens[joint..<start.at].contains(where: { ["but", "instead"].contains($0.word) }) {
      return true
    }
    if isNobody { return start.verb > start.at }
    return AskSentence.modals.contains(tokens[start.verb].word) || denies(start.verb)
  }

  /// Whether a new ask begins at a word that follows a comma or “and”.
  private func start(at index: Int, after last: Int, isClause: Bool, isDirective: Bool) -> Start? {
    let joint = tokens[index - 1]
    let isParted = joint.endsWithSemicolon || joint.endsWithComma
    guard ["and", "or", "but"].contains(tokens[index].word) else {
      // “…; councils should”: a subject of its own.
      if joint.endsWithSemicolon, let modal = self.modal(from: index),
        ["it", "they"].contains(tokens[index].word) || !addressees(in: index..<modal).isEmpty
      {
        return Start(at: index, verb: modal)
      }
      if isDirective, joint.endsWithComma, isNextTo(index) { return Start(at: index, verb: index) }
      if joint.endsWithComma, isNextThat(index, after: last),
        let verb = clauseVerb(after: index)
      {
        return Start(at: index + 1, verb: verb)
      }
      guard isParted, !isClause, goesOn(with: index, after: last), isDetermined(index),
        tokens[index...].contains(where: { $0.word == "and" })
      else { return nil }
      return Start(at: index, verb: index)
    }
    var next = index + 1
    while next < tokens.count, AskSentence.fillers.contains(tokens[next].word) { next += 1 }
    guard next < tokens.count else { return nil }
    let word = tokens[next].word
    if AskSentence.modals.contains(word) { return Start(at: next, verb: next) }
    if isDirective, word == "to", next + 1 < tokens.count { return Start(at: next, verb: next) }
    if isDirective, let to = bodyTo(from: next),
      isParted
        || !AskSubject.isWithinName(index, of: tokens)
          && !tokens[(last + 1)..<index].contains(where: { ["to", "with"].contains($0.word) })
    {
      return Start(at: next, verb: to)
    }
    // “… and that Ofcom review”.
    if tokens[next - 1].word == "that", let verb = clauseVerb(after: next - 1) {
      return Start(at: next, verb: verb)
    }
    // “…, and Ofsted should”: a subject of its own, of six words at most.
    if let modal = self.modal(from: next),
      isParted
        || !AskSubject.isWithinName(index, of: tokens)
          && !addressees(in: next..<modal).isEmpty
    {
      return Start(at: next, verb: modal)
    }
    guard !isClause || pairs(next, with: last) else { return nil }
    let isVerb =
      isDoesNot(next) || goesOn(with: next, after: last)
      || AskSentence.doubtful.contains(word) && (isParted || isDetermined(next))
    return isVerb ? Start(at: next, verb: next) : nil
  }

  /// “Those that do not” in “run those that pay and close those that do not”.
  private func pairs(_ index: Int, with last: Int) -> Bool {
    index + 1 < tokens.count && tokens[index + 1].word == "those"
      && tokens[last..<index].contains { $0.word == "those" }
  }

  /// The modal of a clause that begins at a word, six words behind it at most, or behind one
  /// long name.
  private func modal(from first: Int) -> Int? {
    // “The Secretary of State for Levelling Up, Housing and Communities” is of ten.
    let most = 16
    guard
      let modal = (first..<min(first + most, tokens.count)).first(where: {
        AskSentence.modals.contains(tokens[$0].word)
      }), modal < first + 7 || AskSubject.isName(tokens[first..<modal]),
      !tokens[first..<modal].contains(where: {
        $0.endsWithSemicolon || AskSentence.subordinators.contains($0.word)
      }), !isDenied(modal)
    else { return nil }
    return modal
  }
}
