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

  /// The subject without what stands before it, such as “In the Autumn Budget”,
  /// “We recommend that” and “We call on”.
  private static func bare(_ subject: [AskToken]) -> ArraySlice<AskToken> {
    var rest = subject[...]
    if let that = rest.lastIndex(where: {
      ["that", "on", "urge", "ask", "invite"].contains($0.word)
    }),
      ["we", "i", "it"].contains(rest.first?.word)
    {
      rest = rest[(that + 1)...]
    }
    if let first = rest.first, prepositions.contains(first.word) {
      if let comma = rest.lastIndex(where: \.endsWithComma) {
        rest = rest[(comma + 1)...]
      } else if let article = rest.lastIndex(where: { $0.word == "the" }) {
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
      if token.word == "and", parts(names[names.count - 1], before: next) {
        names.append([])
        continue
      }
      names[names.count - 1].append(token)
      if token.endsWithComma, next?.word == "the" { names.append([]) }
    }
    return names.map { name in
      let bare = ["the", "any", "all"].contains(name.first?.word) ? name.dropFirst() : name[...]
      let words = bare.map(\.text).joined(separator: " ").trimmingMarks
      return words == "Government" ? "The Government" : words
    }.filter { !$0.isEmpty }
  }

  /// “Digital, Culture, Media and Sport” is one department.
  private static func parts(_ name: [AskToken], before next: AskToken?) -> Bool {
    if next?.word == "the" || next?.isCapitalised == false { return true }
    return
      !(name.contains { ["for", "of"].contains($0.word) } && name.contains(where: \.endsWithComma))
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
        "Commission", "Agency", "Authority", "NHS", "Board", "Audit Office", "olice",
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
