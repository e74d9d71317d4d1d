import Inquiries

/// One sentence of a recommendation, cut where a new ask begins.
struct AskSentence {
  let tokens: [AskToken]
  /// The code points of the whole recommendation, which the tokens' spans count.
  let scalars: [Unicode.Scalar]
  /// Whether it is an item of what “we recommend” opens, so that a verb asks in it as
  /// behind “we recommend that”.
  var isItem = false

  static let modals: Set<String> = ["should", "must", "shall", "ought", "needs"]
  private static let directives: Set<String> = [
    "call", "calls", "urge", "urges", "ask", "asks", "invite", "invites",
  ]
  /// Where asks begin, the first with its subject.
  func limbs(after before: LimbProposal?) -> [LimbProposal] {
    if let items { return items }
    guard let opening = opening else { return [] }
    let first = clause(of: opening)
    let isInverted = self.isInverted(first..<opening)
    // “We urge the Council not to close it”.
    let isNotTo =
      tokens[opening].word == "to" && opening > first
      && AskDenial.isDenying(tokens[opening - 1].word)
    let isDenied = isInverted || isNotTo || AskSubject.isNobody(tokens[first..<opening])
    let starts =
      [Start(at: first, verb: opening)] + self.starts(after: opening, isNobody: isDenied)
    let common = timing(in: first..<opening)
    var subject = addressees(in: first..<opening)
    var isNobody = isDenied && !isInverted
    let isTakenUp = tokens[first..<opening].allSatisfy { ["it", "they"].contains($0.word) }
    if subject.isEmpty, isTakenUp {
      // “It is not our view that councils should …; they should …”.
      subject =
        denials.last { $0 < opening }.map { addressees(in: 0..<$0) } ?? before?.addressees ?? []
    }
    return starts.indices.map { index in
      let start = starts[index]
      let end = index + 1 < starts.count ? starts[index + 1].at : tokens.count
      if index > 0, start.verb > start.at {
        let own = addressees(in: start.at..<start.verb)
        if !own.isEmpty || namesOthers(start.at..<start.verb) { subject = own }
        isNobody = AskSubject.isNobody(tokens[start.at..<start.verb])
      } else if index > 0 {
        isNobody = false
      }
      let said = timing(in: (index == 0 ? start.verb : start.at)..<end)
      // “Under no circumstances should the Council close it” is denied by its first words.
      let verb = index == 0 && isInverted ? nil : start.verb
      return limb(start.at..<end, verb: verb, subject, said ?? common, isNobody: isNobody)
    }
  }

  /// “Nor should Ofcom close it”: a denial, and who is asked behind “should”.
  private func isInverted(_ before: Range<Int>) -> Bool {
    let next = before.upperBound + 1
    guard next < tokens.count, AskSentence.modals.contains(tokens[before.upperBound].word),
      tokens[next].isCapitalised || ["the", "any", "it", "they"].contains(tokens[next].word)
    else { return false }
    return before.contains {
      let word = tokens[$0].word
      return ["no", "nor", "neither"].contains(word)
        || AskDenial.isDenying(word) && tokens[$0 + 1].word != "only"
    }
  }

  /// Whether the words before a verb say who is asked, though no body is known by them: then
  /// it is not the body before.
  private func namesOthers(_ subject: Range<Int>) -> Bool {
    !tokens[subject].contains { ["it", "they"].contains($0.word) }
      && AskSubject.saysWho(tokens[subject])
  }

  /// The sentence as one ask, for words that show none.
  var whole: LimbProposal { one(asking: [], nil) }

  func one(asking subject: [Addressee], _ common: LimbProposal.Timing?) -> LimbProposal {
    limb(0..<tokens.count, verb: nil, subject, timing(in: 0..<tokens.count) ?? common)
  }

  /// Whether it has words that ask, and takes back all of them.
  var takesBack: Bool { opening == nil && !denials.isEmpty }

  struct Start {
    /// The first word of the ask.
    let at: Int
    /// The word that asks: “should”, “to”, the verb itself, or the mark of an item.
    let verb: Int
  }

  /// The word with which the sentence begins to ask.
  private var opening: Int? {
    if recommended == nil, let directive,
      asking.allSatisfy({ $0 > directive && isOfThing($0) })
    {
      return directive
    }
    return asking.first { !isDenied($0) }
  }

  /// The words that ask: the first behind “we recommend that”, and then the others.
  private var asking: [Int] {
    let modals = tokens.indices.filter { AskSentence.modals.contains(tokens[$0].word) }
    guard let recommended else { return modals }
    return [recommended] + modals.filter { $0 != recommended }
  }

  /// Where the words stand that ask and are taken back, in order.
  private var denials: [Int] {
    let denied = asking.filter(isDenied)
    guard denied.isEmpty, asking.isEmpty, let verb = directiveVerb else { return denied.sorted() }
    return AskDenial(sentence: tokens).isOfVerb(verb) ? [verb] : []
  }

  func isDenied(_ index: Int) -> Bool {
    AskDenial(sentence: tokens).holds(of: [tokens[index].word], at: index)
  }

  /// Where the clause of the first ask begins: behind what is taken back before it.
  private func clause(of opening: Int) -> Int {
    guard let denied = denials.last(where: { $0 < opening }) else { return 0 }
    let between = denied..<opening
    let joint =
      between.last { tokens[$0].endsWithSemicolon } ?? between.first { tokens[$0].word == "but" }
      ?? between.last { tokens[$0].endsWithComma }
    return joint.map { $0 + 1 } ?? opening
  }

  /// The verb, or the modal before it, behind “we recommend that the Government”; “that”
  /// itself, where neither is known.
  var recommended: Int? {
    if isItem, !isVerb(0), !AskSentence.further.contains(tokens[0].word) {
      return verb(after: -1).flatMap { addressees(in: 0..<$0).isEmpty ? nil : $0 }
    }
    guard
      let word = tokens.indices.first(where: { tokens[$0].word.hasPrefix("recommend") })
    else { return nil }
    if let verb = verbOfBody(behind: word) { return verb }
    guard
      let that = tokens.indices.dropFirst(word + 1).prefix(6).first(where: {
        tokens[$0].word == "that"
      })
    else { return nil }
    return verb(after: that) ?? that
  }

  /// The “to” after “call on”, “urge” and the like.
  private var directive: Int? {
    guard let verb = directiveVerb, !AskDenial(sentence: tokens).isOfVerb(verb) else { return nil }
    return tokens.indices.first { $0 > verb && tokens[$0].word == "to" }
  }

  private var directiveVerb: Int? {
    tokens.indices.first { AskSentence.directives.contains(tokens[$0].word) }
  }

  private func limb(
    _ range: Range<Int>, verb: Int?, _ addressees: [Addressee], _ deadline: LimbProposal.Timing?,
    isNobody: Bool = false
  ) -> LimbProposal {
    var end = range.upperBound
    while end > range.lowerBound + 1, isJoint(end - 1) { end -= 1 }
    let isItem = tokens[range.lowerBound].opensItem && end > range.lowerBound + 1
    let first = range.lowerBound + (isItem ? 1 : 0)
    let trail = tokens[end - 1].text.reversed().prefix { ",;.:".contains($0) }.count
    let length = tokens[end - 1].text.count
    let span =
      tokens[first].span.lowerBound..<tokens[end - 1].span.upperBound
      - (trail < length ? trail : 0)
    let act = self.act(from: verb.map { $0 + (isMark($0) ? 1 : 0) } ?? first, to: end)
    return LimbProposal(
      span: span, words: text(in: span), act: isNobody ? "not \(act)" : act,
      addressees: addressees, deadline: deadline)
  }

  /// Whether a word asks, and the act stands behind it: “should”, “to”, the mark of an item,
  /// “does” of “does not”.
  func isMark(_ index: Int) -> Bool {
    AskSentence.modals.contains(tokens[index].word) || ["to", "that"].contains(tokens[index].word)
      || tokens[index].opensItem || isDoesNot(index)
  }

  /// “and”, “but”, and what follows them: “that” of “and that”, “also” of “but also”.
  private func isJoint(_ index: Int) -> Bool {
    let word = tokens[index].word
    return ["and", "or", "but", ""].contains(word)
      || ["also", "instead", "that", "then"].contains(word) && index > 0
        && ["and", "or", "but"].contains(tokens[index - 1].word)
      || word == "that" && index > 0 && tokens[index - 1].endsWithComma
  }

  /// The verb and its object, without adverbs before it and clauses behind it.
  private func act(from start: Int, to end: Int) -> String {
    // Enough to tell limbs apart in a list.
    let most = 8
    var start = afterTiming(min(max(start, 0), end - 1), before: end)
    while start + 1 < end, tokens[start].opensItem || isAdverb(tokens[start].word) { start += 1 }
    // “Should take two steps: (a) publish its data”.
    if let item = (start..<end).dropFirst().first(where: { tokens[$0].opensItem }), item + 1 < end,
      tokens[item - 1].endsWithColon, !denies(start)
    {
      start = item + 1
    }
    let shared = lastOfShared(from: start) ?? start
    var words: [String] = []
    for (place, token) in zip(start..<end, tokens[start..<end]) where !token.opensItem {
      // “Those that pay” are nobody without their clause.
      if words.count >= 2, AskSentence.subordinators.contains(token.word), token.word != "to",
        tokens[place - 1].word != "those"
      {
        break
      }
      if words.count >= 3, token.word == "to" { break }
      if words.count >= 2, ["within", "before"].contains(token.word) { break }
      let isShared = place < shared && token.endsWithComma
      words.append(token.text.trimmingMarks + (isShared ? "," : ""))
      if words.count == most || !isShared && (token.endsWithComma || token.endsWithSemicolon) {
        break
      }
    }
    while words.count > 1, let last = words.last, AskSentence.loose.contains(last.lowercased()) {
      words.removeLast()
    }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What says nothing at the end of an act that was cut short.
  private static let loose: Set<String> = [
    "a", "an", "and", "at", "by", "for", "from", "in", "into", "its", "of", "on", "or", "the",
    "their", "to", "with", "",
  ]

  /// Where the verb stands behind “should, by 1 May 2026,” or “should within two months”.
  func afterTiming(_ start: Int, before end: Int) -> Int {
    let reach = start..<min(start + 15, end)
    if start > 0, AskSentence.modals.contains(tokens[start - 1].word),
      tokens[start - 1].endsWithComma,
      let comma = reach.first(where: { tokens[$0].endsWithComma }), comma + 1 < end
    {
      return comma + 1
    }
    // “No later than May”, and not “no longer”.
    let isNoMore =
      tokens[start].word == "no" && start + 1 < end
      && ["later", "more"].contains(tokens[start + 1].word)
    guard isNoMore || ["after", "before", "by", "from", "within"].contains(tokens[start].word),
      let verb = reach.first(where: { isVerb($0) || AskSentence.further.contains(tokens[$0].word) })
    else { return start }
    return verb
  }

  func isAdverb(_ word: String) -> Bool {
    ["also", "now", "therefore", "to"].contains(word) || word.count > 4 && word.hasSuffix("ly")
  }

  func addressees(in range: Range<Int>) -> [Addressee] {
    AskSubject.addressees(in: Array(tokens[range]))
  }

  func timing(in range: Range<Int>) -> LimbProposal.Timing? {
    guard let first = range.first, let last = range.last else { return nil }
    let span = tokens[first].span.lowerBound..<tokens[last].span.upperBound
    return AskTiming.timing(in: text(in: span))
  }

  private func text(in span: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[span]))
  }
}

extension String {
  /// Without the marks at its edges; “£12” and “5%” keep the sign that says of what.
  var trimmingMarks: String {
    let bare = drop { !$0.isLetter && !$0.isNumber && !$0.isCurrencySymbol }
    guard bare.contains(where: { $0.isLetter || $0.isNumber }) else { return "" }
    let last = bare.lastIndex { $0.isLetter || $0.isNumber || $0 == "%" }
    return String(last.map { bare[...$0] } ?? "")
  }
}
