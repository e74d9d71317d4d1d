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
  /// What may stand between “and” and “should”.
  private static let fillers: Set<String> = ["also", "then", "further", "in", "addition", "that"]
  /// After these a verb belongs to a clause or purpose, and asks nobody.
  private static let subordinators: Set<String> = [
    "that", "which", "who", "whom", "whose", "why", "how", "what", "where", "whether", "when", "so",
    "to", "by",
  ]
  private static let determiners: Set<String> = [
    "the", "a", "an", "its", "their", "this", "these", "those", "any", "all", "each", "every",
    "annually", "publicly", "new", "further", "it", "them",
  ]
  /// Verbs with which bodies are asked to act.
  private static let verbs: Set<String> = [
    "allocate", "amend", "appoint", "assess", "collect", "commission", "commit", "conduct",
    "consider", "consult", "create", "deliver", "develop", "encourage", "ensure", "establish",
    "evaluate", "examine", "expand", "explain", "extend", "implement", "improve", "include",
    "increase", "introduce", "invest", "investigate", "legislate", "maintain", "monitor", "prepare",
    "produce", "promote", "protect", "provide", "publish", "reduce", "reform", "remove", "require",
    "restore", "set", "simplify", "strengthen", "update",
  ]
  /// Further verbs behind “recommend that the Government”, where a verb must come.
  private static let further: Set<String> = [
    "abolish", "adopt", "allow", "ban", "begin", "bring", "clarify", "confirm", "define", "end",
    "give", "hold", "identify", "issue", "lead", "make", "offer", "pay", "repeal", "replace",
    "respond", "share", "stop", "take", "undertake", "write",
  ]
  /// Verbs that are nouns as often.
  private static let doubtful: Set<String> = [
    "audit", "fund", "plan", "report", "review", "study", "support", "work",
  ]

  /// Where asks begin, the first with its subject.
  func limbs(after before: LimbProposal?) -> [LimbProposal] {
    if let items { return items }
    guard let opening = opening else { return [] }
    let first = clause(of: opening)
    let starts = [Start(at: first, verb: opening)] + self.starts(after: opening)
    let common = timing(in: first..<opening)
    var subject = addressees(in: first..<opening)
    var isNobody = AskSubject.isNobody(tokens[first..<opening])
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
        if !own.isEmpty { subject = own }
        isNobody = AskSubject.isNobody(tokens[start.at..<start.verb])
      }
      let said = timing(in: (index == 0 ? start.verb : start.at)..<end)
      return limb(start.at..<end, verb: start.verb, subject, said ?? common, isNobody: isNobody)
    }
  }

  /// The sentence as one ask, for words that show none.
  var whole: LimbProposal { one(asking: [], nil) }

  func one(asking subject: [Addressee], _ common: LimbProposal.Timing?) -> LimbProposal {
    limb(0..<tokens.count, verb: -1, subject, timing(in: 0..<tokens.count) ?? common)
  }

  /// Whether it has words that ask, and takes back all of them.
  var takesBack: Bool { opening == nil && !denials.isEmpty }

  private struct Start {
    /// The first word of the ask.
    let at: Int
    /// The word that asks: “should”, “to”, the verb itself, or the mark of an item.
    let verb: Int
  }

  /// The word with which the sentence begins to ask.
  private var opening: Int? {
    asking.isEmpty ? directive : asking.first { !isDenied($0) }
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

  private func isDenied(_ index: Int) -> Bool {
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
      let word = tokens.indices.first(where: { tokens[$0].word.hasPrefix("recommend") }),
      let that = tokens.indices.dropFirst(word + 1).prefix(6).first(where: {
        tokens[$0].word == "that"
      })
    else { return nil }
    return verb(after: that) ?? that
  }

  /// The verb of a clause that “that” opens, or the modal before it.
  private func verb(after that: Int) -> Int? {
    let places = tokens.indices.dropFirst(that + 2).prefix(12)
    let found = places.first { place in
      let isKnown =
        AskSentence.modals.contains(tokens[place].word) || isVerb(place)
        || AskSentence.further.contains(tokens[place].word)
      return isKnown && !tokens[place].isCapitalised
        || isUnlistedVerb(place, of: (that + 1)..<place)
    }
    // “That councils count them, and publish”: a verb that is not known stands before.
    guard let found, !["and", "or"].contains(tokens[found - 1].word) else { return nil }
    return found
  }

  /// Whether a word must be a verb, by what stands about it: “every local authority count
  /// its refusals”.
  private func isUnlistedVerb(_ index: Int, of subject: Range<Int>) -> Bool {
    let token = tokens[index]
    guard index + 1 < tokens.count, AskSentence.articles.contains(tokens[index + 1].word),
      !token.isCapitalised, !token.word.isEmpty, token.word.allSatisfy(\.isLetter),
      !AskSentence.joining.contains(token.word),
      !token.endsWithComma, !token.endsWithSemicolon, !token.endsWithColon,
      !tokens[subject].contains(where: {
        $0.endsWithComma || AskSentence.subordinators.contains($0.word)
      })
    else { return false }
    return !addressees(in: subject).isEmpty
  }

  private static let articles: Set<String> = [
    "the", "a", "an", "its", "their", "this", "these", "those", "any", "all", "each", "every",
  ]
  /// These stand before an article too, and are no verbs.
  private static let joining: Set<String> = [
    "about", "across", "after", "alongside", "among", "and", "as", "at", "before", "between", "by",
    "during", "following", "for", "from", "in", "including", "into", "not", "of", "on", "or",
    "over", "than", "that", "through", "to", "under", "until", "with", "within", "without",
  ]

  /// The “to” after “call on”, “urge” and the like.
  private var directive: Int? {
    guard let verb = directiveVerb, !AskDenial(sentence: tokens).isOfVerb(verb) else { return nil }
    return tokens.indices.first { $0 > verb && tokens[$0].word == "to" }
  }

  private var directiveVerb: Int? {
    tokens.indices.first { AskSentence.directives.contains(tokens[$0].word) }
  }

  private func starts(after opening: Int) -> [Start] {
    var starts: [Start] = []
    var isClause = false
    var last = opening
    let isDirective = tokens[opening].word == "to"
    let isItemised = opening + 1 < tokens.count && tokens[opening + 1].opensItem
    let isList = isItemised || tokens[opening...].contains { $0.endsWithColon }
    for index in tokens.indices.dropFirst(opening + 2) {
      if isList, index > last, tokens[index].opensItem {
        // The first item takes the subject along.
        if starts.isEmpty, tokens[index - 1].endsWithColon { continue }
        starts.append(Start(at: index, verb: index))
        last = index
        continue
      }
      if AskSentence.subordinators.contains(tokens[index].word) { isClause = true }
      guard index - last > 1,
        let start = start(at: index, isClause: isClause, isDirective: isDirective)
      else { continue }
      starts.append(start)
      last = start.verb
      isClause = false
    }
    return starts
  }

  /// Whether a new ask begins at a word that follows a comma or “and”.
  private func start(at index: Int, isClause: Bool, isDirective: Bool) -> Start? {
    let joint = tokens[index - 1]
    let isParted = joint.endsWithSemicolon || joint.endsWithComma
    guard ["and", "or"].contains(tokens[index].word) else {
      // “…; councils should”: a subject of its own.
      if joint.endsWithSemicolon, let modal = self.modal(from: index),
        ["it", "they"].contains(tokens[index].word) || !addressees(in: index..<modal).isEmpty
      {
        return Start(at: index, verb: modal)
      }
      guard isParted, !isClause, AskSentence.verbs.contains(tokens[index].word),
        isDetermined(index), tokens[index...].contains(where: { $0.word == "and" })
      else { return nil }
      return Start(at: index, verb: index)
    }
    var next = index + 1
    while next < tokens.count, AskSentence.fillers.contains(tokens[next].word) { next += 1 }
    guard next < tokens.count else { return nil }
    let word = tokens[next].word
    if AskSentence.modals.contains(word) { return Start(at: next, verb: next) }
    if isDirective, word == "to", next + 1 < tokens.count { return Start(at: next, verb: next) }
    // “… and that Ofcom review”.
    if tokens[next - 1].word == "that", let verb = verb(after: next - 1) {
      return Start(at: next, verb: verb)
    }
    // “…, and Ofsted should”: a subject of its own, of six words at most.
    if let modal = self.modal(from: next), isParted || !addressees(in: next..<modal).isEmpty {
      return Start(at: next, verb: modal)
    }
    guard !isClause else { return nil }
    let isVerb =
      AskSentence.verbs.contains(word)
      || AskSentence.doubtful.contains(word) && (isParted || isDetermined(next))
    return isVerb ? Start(at: next, verb: next) : nil
  }

  /// The modal of a clause that begins at a word, six words behind it at most.
  private func modal(from first: Int) -> Int? {
    guard
      let modal = (first..<min(first + 7, tokens.count)).first(where: {
        AskSentence.modals.contains(tokens[$0].word)
      }),
      !tokens[first..<modal].contains(where: {
        $0.endsWithSemicolon || AskSentence.subordinators.contains($0.word)
      }), !isDenied(modal)
    else { return nil }
    return modal
  }

  private func isDetermined(_ index: Int) -> Bool {
    index + 1 < tokens.count && AskSentence.determiners.contains(tokens[index + 1].word)
  }

  private func limb(
    _ range: Range<Int>, verb: Int, _ addressees: [Addressee], _ deadline: LimbProposal.Timing?,
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
    let act = self.act(from: verb + (verb < 0 || isMark(verb) ? 1 : 0), to: end)
    return LimbProposal(
      span: span, words: text(in: span), act: isNobody ? "not \(act)" : act,
      addressees: addressees, deadline: deadline)
  }

  /// Whether a word asks, and the act stands behind it: “should”, “to”, the mark of an item.
  private func isMark(_ index: Int) -> Bool {
    AskSentence.modals.contains(tokens[index].word) || ["to", "that"].contains(tokens[index].word)
      || tokens[index].opensItem
  }

  /// “and”, and “that” of “and that”.
  private func isJoint(_ index: Int) -> Bool {
    let word = tokens[index].word
    return ["and", "or", ""].contains(word)
      || word == "that" && index > 0 && ["and", "or"].contains(tokens[index - 1].word)
  }

  private func isVerb(_ index: Int) -> Bool {
    index >= 0
      && (AskSentence.verbs.contains(tokens[index].word)
        || AskSentence.doubtful.contains(tokens[index].word))
  }

  /// The verb and its object, without adverbs before it and clauses behind it.
  private func act(from start: Int, to end: Int) -> String {
    // Enough to tell limbs apart in a list.
    let most = 8
    var start = afterTiming(min(max(start, 0), end - 1), before: end)
    while start + 1 < end, tokens[start].opensItem || isAdverb(tokens[start].word) { start += 1 }
    var words: [String] = []
    for token in tokens[start..<end] {
      if words.count >= 2, AskSentence.subordinators.contains(token.word), token.word != "to" {
        break
      }
      if words.count >= 3, token.word == "to" { break }
      if words.count >= 2, ["within", "before"].contains(token.word) { break }
      words.append(token.text.trimmingMarks)
      if words.count == most || token.endsWithComma || token.endsWithSemicolon { break }
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
  private func afterTiming(_ start: Int, before end: Int) -> Int {
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

  private func isAdverb(_ word: String) -> Bool {
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
  /// Without the marks at its edges.
  var trimmingMarks: String {
    let bare = drop { !$0.isLetter && !$0.isNumber }
    return String(bare.lastIndex { $0.isLetter || $0.isNumber }.map { bare[...$0] } ?? "")
  }
}
