import Inquiries

/// Whom the subject of an ask names.
enum AskSubject {
  private static let prepositions: Set<String> = [
    "in", "at", "by", "within", "before", "after", "when", "once", "from", "following", "during",
    "alongside",
  ]
  /// With these begin words that stand before who is asked.
  static let leads: Set<String> = prepositions.union([
    "although", "as", "because", "beyond", "despite", "for", "given", "if", "like", "on", "since",
    "though", "through", "to", "under", "unless", "until", "where", "while", "whilst", "with",
    "without",
  ])
  /// With these, or a number, they may end: “in our view councils should”.
  private static let leadEnds: Set<String> = [
    "context", "doubt", "judgement", "judgment", "opinion", "view",
  ]
  /// These join a sentence to the one before.
  private static let connectives: Set<String> = [
    "accordingly", "and", "but", "first", "furthermore", "hence", "however", "instead", "likewise",
    "moreover", "nevertheless", "next", "second", "so", "then", "therefore", "third", "thus",
  ]
  /// These stand between who is asked and the verb.
  private static let trailing: Set<String> = [
    "also", "both", "itself", "not", "now", "only", "then", "therefore", "themselves",
  ]
  /// A name holds no verb that says what is so.
  static let finite: Set<String> = [
    "are", "believe", "believes", "can", "concluded", "could", "did", "do", "does", "found", "had",
    "has", "have", "is", "recommend", "recommended", "recommends", "said", "say", "says", "told",
    "was", "were", "will", "would",
  ]
  /// These stand between the capitals of names.
  static let connectors: Set<String> = ["and", "for", "neither", "nor", "of", "the"]
  private static let pairing: Set<String> = ["both", "either", "neither", "nor"]
  private static let articles: Set<String> = ["all", "any", "each", "every", "no", "the"]

  static func addressees(in subject: [AskToken]) -> [Addressee] {
    var seen: Set<String> = []
    return names(in: bare(subject)).compactMap { name in
      kind(of: name).map { Addressee(name: name, kind: $0, isLead: false) }
    }.filter { seen.insert($0.name).inserted }
  }

  /// Whether words before a verb say anything of who is asked.
  static func saysWho(_ subject: ArraySlice<AskToken>) -> Bool {
    guard let first = bare(Array(subject)).first else { return false }
    return !leads.contains(first.word)
  }

  /// Whether a subject says that nobody is to act: “no authority should”.
  static func isNobody(_ subject: ArraySlice<AskToken>) -> Bool {
    let who = bare(Array(subject))
    let second = who.dropFirst().first?.word ?? ""
    if ["neither", "nobody", "none"].contains(who.first?.word)
      || who.first?.word == "no" && !second.isEmpty && !notNobody.contains(second)
    {
      return true
    }
    let opened = openers.contains(subject.first?.word ?? "")
    let that = opened ? subject.lastIndex { $0.word == "that" } : nil
    let start = that.map { $0 + 1 } ?? subject.startIndex
    return (start..<subject.endIndex).contains { index in
      // “By 2027 no authority should”.
      guard
        index == start || subject[index - 1].endsWithComma
          || subject[index - 1].word.allSatisfy(\.isNumber)
      else { return false }
      let next = index + 1 < subject.endIndex ? subject[index + 1].word : ""
      switch subject[index].word {
      case "nobody", "none", "neither": return true
      case "no": return !next.isEmpty && !notNobody.contains(next)
      default: return false
      }
    }
  }

  /// What stands before “that”: “we recommend that”, “far from saying that”.
  private static let openers: Set<String> = [
    "we", "i", "it", "far", "rather", "there", "this", "our",
  ]
  /// Behind these stands who is asked: “the Committee recommends the Department”.
  private static let asking: Set<String> = [
    "ask", "asks", "invite", "invites", "recommend", "recommends", "urge", "urges",
  ]
  /// “No later than May the Department should”.
  private static let notNobody: Set<String> = [
    "delay", "doubt", "earlier", "fewer", "later", "less", "longer", "matter", "more", "sooner",
  ]

  /// The subject without what stands before it, such as “In the Autumn Budget”, “As the
  /// inspectorate said,” “We recommend that” and “We call on”.
  private static func bare(_ subject: [AskToken]) -> ArraySlice<AskToken> {
    var rest = withoutAsides(subject).drop { $0.opensItem }
    // “Clearly the Council”, “Second, Ofcom”.
    rest = rest.drop { connectives.contains($0.word) || isAdverb($0.word) }
    let ask = rest.lastIndex { asking.contains($0.word) || ["that", "on"].contains($0.word) }
    if let ask,
      asking.contains(rest[ask].word) || rest[..<ask].last?.word == "calls"
        || rest[..<ask].contains(where: { openers.contains($0.word) || finite.contains($0.word) })
        || openers.contains(rest.first?.word ?? "")
    {
      rest = rest[(ask + 1)...]
      rest = rest.drop { connectives.contains($0.word) || isAdverb($0.word) }
    }
    while let last = rest.last, trailing.contains(last.word) || isAdverb(last.word) {
      rest = rest.dropLast()
    }
    // “The Agency, by 1 May 2026,”.
    if rest.last?.endsWithComma == true,
      let comma = rest.dropLast().lastIndex(where: \.endsWithComma),
      prepositions.contains(rest[comma + 1].word)
    {
      rest = rest[...comma]
    }
    let isNoMore =
      rest.first?.word == "no" && notNobody.contains(rest.dropFirst().first?.word ?? "")
    if let first = rest.first,
      isNoMore || leads.contains(first.word) || openers.contains(first.word)
    {
      rest = behindLead(rest)
    }
    // “The Agency alone, by 1 May 2026”.
    if let end = rest.indices.dropLast().first(where: {
      rest[$0].endsWithComma && prepositions.contains(rest[$0 + 1].word)
    }) {
      rest = rest[...end]
    }
    return rest
  }

  /// Who is asked behind words that lead there; nothing where they cannot be told from it.
  private static func behindLead(_ words: ArraySlice<AskToken>) -> ArraySlice<AskToken> {
    if let comma = words.dropLast().lastIndex(where: \.endsWithComma) {
      // “As was said, the Department, the Council and Ofsted”.
      var start = comma + 1
      var end = comma
      while end > words.startIndex {
        let first = words[..<end].lastIndex(where: \.endsWithComma).map { $0 + 1 }
        guard let first, isName(words[first...end]) else { break }
        start = first
        end = first - 1
      }
      return words[start...]
    }
    let close = words.dropLast().lastIndex {
      leadEnds.contains($0.word) || !$0.word.isEmpty && $0.word.allSatisfy(\.isNumber)
    }
    if let close { return words[(close + 1)...] }
    var start = words.endIndex
    while start - 1 > words.startIndex {
      let token = words[start - 1]
      guard token.isCapitalised || connectors.contains(token.word) else { break }
      // “In May the Department”.
      let isNext = start < words.endIndex && words[start].word == "the"
      if isNext, !connectors.contains(token.word) { break }
      start -= 1
    }
    let capitals = words[start...].drop { ["and", "for", "nor", "of"].contains($0.word) }
    // “In NHS England”: a name of the lead goes on into the next one.
    if start - 1 == words.startIndex, capitals.first?.isCapitalised == true,
      !openers.contains(words[words.startIndex].word)
    {
      return words[words.endIndex...]
    }
    if capitals.contains(where: \.isCapitalised) { return capitals }
    return words.lastIndex { articles.contains($0.word) }.map { words[$0...] }
      ?? words[words.endIndex...]
  }

  static func isName(_ words: ArraySlice<AskToken>) -> Bool {
    guard let first = words.first, !leads.contains(first.word) else { return false }
    return words.contains(where: \.isCapitalised)
      && words.allSatisfy { $0.isCapitalised || connectors.contains($0.word) }
  }

  /// “Clearly”, and not “Family” of “Family Justice Board”.
  private static func isAdverb(_ word: String) -> Bool {
    word.hasSuffix("ly") && word.count > 4
      && !["assembly", "early", "elderly", "family", "italy", "supply"].contains(word)
  }

  private static func names(in subject: ArraySlice<AskToken>) -> [String] {
    var names: [[AskToken]] = [[]]
    for (index, token) in zip(subject.indices, subject) {
      let rest = subject[(index + 1)...]
      if ["and", "nor"].contains(token.word), parts(names[names.count - 1][...], before: rest) {
        names.append([])
        continue
      }
      names[names.count - 1].append(token)
      // “The Department for Education, Ofsted and NHS England”.
      if token.endsWithComma, rest.first?.word == "the" || beginsBody(rest) { names.append([]) }
    }
    return names.filter { name in
      // “The Council has failed”, “the Council or Ofcom”: no name, or nobody knows whose.
      !name.contains { finite.contains($0.word) || ["or", "to"].contains($0.word) }
    }.map { name in
      var bare = name[...]
      let isOf = bare.dropFirst().first?.word == "of"
      if isOf, ["each", "neither", "none"].contains(bare.first?.word) { bare = bare.dropFirst(2) }
      bare = bare.drop { articles.contains($0.word) || pairing.contains($0.word) }
      let words = bare.map(\.text).joined(separator: " ").trimmingMarks
      return words == "Government" ? "The Government" : words
    }.filter { !$0.isEmpty }
  }

  private static let kinds: [(Addressee.Kind, [String])] = [
    (.minister, ["Secretary of State", "Minister", "Chancellor"]),
    (.parliamentaryCommittee, ["Committee"]),
    (
      .regulator,
      [
        "Ofsted", "Ofcom", "Ofgem", "Ofwat", "Regulator", "regulator", "Inspectorate",
        "Quality Commission", "Conduct Authority", "CQC", "FCA",
      ]
    ),
    (.other, ["Association", "Royal College"]),
    (.department, ["Department", "Ministry", "Home Office", "Treasury", "Cabinet Office"]),
    (.localAuthorities, ["ouncil", "ocal authorit", "ombined authorit"]),
    (
      .publicBody,
      [
        "Commission", "Agency", "uthorit", "NHS", "Board", "Audit Office", "olice",
        "Centre", "Service",
      ]
    ),
  ]

  /// What kind of body a name is of; `nil` for what is no body by its name.
  static func kind(of name: String) -> Addressee.Kind? {
    if let known = kinds.first(where: { $0.1.contains { name.contains($0) } }) { return known.0 }
    if isGovernment(name) { return .government }
    // One word in capitals is the short name of a body.
    let isShort = name.count >= 3 && name.allSatisfy { $0.isUppercase || $0.isNumber }
    return isShort ? .other : nil
  }
}
