import Inquiries

/// Whom the subject of an ask names.
enum AskSubject {
  private static let prepositions: Set<String> = [
    "in", "at", "by", "within", "before", "after", "when", "once", "from", "following", "during",
    "alongside",
  ]

  static func addressees(in subject: [AskToken]) -> [Addressee] {
    var seen: Set<String> = []
    return names(in: bare(subject)).compactMap { name in
      kind(of: name).map { Addressee(name: name, kind: $0, isLead: false) }
    }.filter { seen.insert($0.name).inserted }
  }

  /// Whether a subject says that nobody is to act: “no authority should”.
  static func isNobody(_ subject: ArraySlice<AskToken>) -> Bool {
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
  private static let openers: Set<String> = ["we", "i", "it", "far", "rather", "there"]
  /// “No later than May the Department should”.
  private static let notNobody: Set<String> = [
    "doubt", "earlier", "fewer", "later", "less", "longer", "matter", "more", "sooner",
  ]

  /// The subject without what stands before it, such as “In the Autumn Budget”,
  /// “We recommend that” and “We call on”.
  private static func bare(_ subject: [AskToken]) -> ArraySlice<AskToken> {
    var rest = subject[...]
    if let that = rest.lastIndex(where: {
      ["that", "on", "urge", "ask", "invite"].contains($0.word)
    }),
      openers.contains(rest.first?.word ?? "")
    {
      rest = rest[(that + 1)...]
    }
    if let first = rest.first, prepositions.contains(first.word) {
      if let comma = rest.lastIndex(where: \.endsWithComma) {
        rest = rest[(comma + 1)...]
      } else if let article = rest.lastIndex(where: { ["the", "no"].contains($0.word) }) {
        rest = rest[article...]
      }
    }
    // “The Agency, by 1 May 2026,”.
    if let end = rest.indices.dropLast().first(where: {
      rest[$0].endsWithComma && prepositions.contains(rest[$0 + 1].word)
    }) {
      rest = rest[...end]
    }
    return rest
  }

  private static func names(in subject: ArraySlice<AskToken>) -> [String] {
    var names: [[AskToken]] = [[]]
    for (index, token) in zip(subject.indices, subject) {
      let next = index + 1 < subject.endIndex ? subject[index + 1] : nil
      if token.word == "and", parts(names[names.count - 1], before: subject[(index + 1)...]) {
        names.append([])
        continue
      }
      names[names.count - 1].append(token)
      if token.endsWithComma, next?.word == "the" { names.append([]) }
    }
    return names.map { name in
      var bare = name[...]
      let isOf = bare.dropFirst().first?.word == "of"
      if isOf, ["each", "neither", "none"].contains(bare.first?.word) { bare = bare.dropFirst(2) }
      if ["the", "any", "all", "every", "no"].contains(bare.first?.word) {
        bare = bare.dropFirst()
      }
      let words = bare.map(\.text).joined(separator: " ").trimmingMarks
      return words == "Government" ? "The Government" : words
    }.filter { !$0.isEmpty }
  }

  /// “Digital, Culture, Media and Sport” is one department.
  private static func parts(_ name: [AskToken], before rest: ArraySlice<AskToken>) -> Bool {
    if rest.first?.word == "the" || rest.first?.isCapitalised == false { return true }
    if isFirstHalf(name, of: rest) { return false }
    return
      !(name.contains { ["for", "of"].contains($0.word) } && name.contains(where: \.endsWithComma))
  }

  /// “Disclosure” of “Disclosure and Barring Service”, and not “Ofsted” of “Ofsted and
  /// NHS England”.
  private static func isFirstHalf(_ name: [AskToken], of rest: ArraySlice<AskToken>) -> Bool {
    let words = name.drop { $0.word == "the" }
    let second = rest.prefix { $0.isCapitalised }
    guard !words.isEmpty, words.allSatisfy({ $0.isCapitalised && !$0.endsWithComma }),
      second.count > 1, let last = second.last
    else { return false }
    return ["agency", "authority", "commission", "service"].contains(last.word)
      && kind(of: words.map(\.text).joined(separator: " ")) == nil
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
    (.government, ["Government"]),
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
    // One word in capitals is the short name of a body.
    let isShort = name.count >= 3 && name.allSatisfy { $0.isUppercase || $0.isNumber }
    return isShort ? .other : nil
  }
}
