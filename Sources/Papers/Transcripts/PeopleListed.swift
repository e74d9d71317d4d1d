/// Lists of members and witnesses as transcripts print them.
enum PeopleListed {
  /// A name with every office that its bearer holds is shorter.
  private static let longestEntry = 2_000
  /// Beyond this a list is taken in one piece: nobody will be read from it.
  private static let most = HeaderReading.mostPeople + 1

  /// “Lord A (The Chair); Baroness B; Lord C.”
  static func members(_ text: Substring) -> [MemberPresent] {
    // The full stop that ends a list is no part of “Member C”.
    var text = text.trimmed
    if text.last == "." { text = text.dropLast() }
    // Two columns on a page, and “Mr John Ash, in the Chair” of old prints.
    let columns = #/\t+|[ \u{A0}]{3,}(?=[^\s(,;])/#
    let chair = #/,\s*(in the chair|chair(?:man|woman|person)?)(?=\s*(?:$|[;,\t]|  ))/#
      .ignoresCase()
    text = text.replacing(chair) { " (\($0.output.1))" }.replacing(columns, with: ";")[...]
    let isSemicolons = text.contains(";")
    return text.split(maxSplits: most) {
      isSemicolons ? $0 == ";" : $0 == "," || PlainTextReader.isLineEnd($0)
    }
    .compactMap { member($0) }
  }

  private static func member(_ text: Substring) -> MemberPresent? {
    guard text.utf8.count <= longestEntry else { return nil }
    var name = withoutAnd(text.trimmed)
    var isChair = false
    if let open = name.firstIndex(of: "(") {
      let remark = name[name.index(after: open)...].squeezed
      isChair = chairMarks.contains(remark.filter { !").,;".contains($0) })
      name = name[..<open].trimmed
    } else if let comma = name.firstIndex(of: ","),
      chairMarks.contains(PersonName.key(name[comma...]))
    {
      isChair = true
      name = name[..<comma].trimmed
    }
    let cleaned = PersonName(name).cleaned
    return cleaned.isEmpty ? nil : MemberPresent(name: cleaned, isChair: isChair)
  }

  /// “A, role, organisation; and B, role, organisation.”
  static func witnesses(_ text: Substring) -> [WitnessListed] {
    let heard =
      #/[,;]?\s+(?:gave evidence|(?:was |were )?(?:further )?(?:called in and )?examined)\s*\.?\s*$/#
      .ignoresCase()
    let list = text.utf8.count <= longestEntry ? text.replacing(heard, with: "") : text
    return list.split(separator: ";", maxSplits: most).flatMap { entries($0.trimmed) }
      .compactMap(witness)
  }

  /// The witnesses of an old print, which parts them by commas as it parts what they
  /// are: each begins with a title, or after “and”.
  private static func entries(_ text: Substring) -> [Substring] {
    let whole = withoutAnd(text)
    guard whole.utf8.count <= longestEntry else { return [whole] }
    let next = #/,\s*(?:and\s+)?(?=(?:Mr|Mrs|Ms|Miss|Dr|Professor|Prof|Sir|Dame)\.?\s+\p{Lu})/#
    var entries: [Substring] = []
    var start = whole.startIndex
    for found in whole.matches(of: next)
    where LabelShape.isName(whole[start..<found.range.lowerBound].prefix { $0 != "," }, words: 10) {
      entries.append(whole[start..<found.range.lowerBound])
      start = found.range.upperBound
    }
    return entries + [whole[start...]]
  }

  private static func witness(_ text: Substring) -> WitnessListed? {
    guard text.utf8.count <= longestEntry else { return nil }
    var parts = text.split(separator: ",").map(tidy).filter { !$0.isEmpty }
    guard !parts.isEmpty else { return nil }
    var name = parts.removeFirst()
    while let next = parts.first, LabelShape.isLettersAfter(next) {
      name += ", " + parts.removeFirst()
    }
    name = PersonName(name).cleaned
    guard let last = parts.last else { return WitnessListed(name: name) }
    if parts.count == 1 {
      return isRole(last)
        ? WitnessListed(name: name, role: last) : WitnessListed(name: name, organisation: last)
    }
    return WitnessListed(
      name: name, role: parts.dropLast().joined(separator: ", "), organisation: last)
  }

  /// “A, B and C.”: the names, or nil when one of the parts is no name.
  static func names(_ text: Substring) -> [String]? {
    let parts = parts(text)
    return !parts.isEmpty && areNames(parts) ? parts : nil
  }

  /// What is told of names under “Examination of witnesses” that are not listed.
  static func unlisted(_ names: [String], line: Int) -> String {
    "Line \(line) names as heard \(names.map { "“\($0)”" }.joined(separator: " and ")), and the list of witnesses has nobody of that name; say who it is."
  }

  /// Whether each has the shape of a name; one that is listed need not, such as
  /// “Social worker B”.
  static func areNames(_ parts: [String]) -> Bool {
    parts.allSatisfy { LabelShape.isName($0[...], words: 10) || $0.contains(",") }
  }

  /// Whether each has the shape of a name, or says that there is none yet.
  static func areNamed(_ listed: [WitnessListed]) -> Bool {
    listed.allSatisfy { $0.isToBeConfirmed || LabelShape.isName($0.name[...], words: 10) }
  }

  /// What stands between commas, semicolons and “and”, whatever its shape.
  static func parts(_ text: Substring) -> [String] {
    guard text.utf8.count <= longestEntry else { return [] }
    var parts: [Substring] = []
    for piece in text.split(maxSplits: most, whereSeparator: { $0 == "," || $0 == ";" }) {
      var words = piece.split(whereSeparator: \.isBlank)[...]
      while let and = words.firstIndex(of: "and") {
        parts.append(between(words[..<and], in: piece))
        words = words[(and + 1)...]
      }
      parts.append(between(words, in: piece))
    }
    let names = parts.map { PersonName($0).cleaned }.filter { !$0.isEmpty }
    return names.reduce(into: [String]()) { found, name in
      if LabelShape.isLettersAfter(name), let last = found.popLast() {
        found.append(last + ", " + name)
      } else {
        found.append(name)
      }
    }
  }

  private static func between(_ words: ArraySlice<Substring>, in piece: Substring) -> Substring {
    guard let first = words.first, let last = words.last else { return piece[piece.endIndex...] }
    return piece[first.startIndex..<last.endIndex]
  }

  private static func withoutAnd(_ text: Substring) -> Substring {
    let bare = text.drop { "–—-‐‑•*·‣▪●◦∙".contains($0) || $0.isBlank }
    return bare.hasPrefix("and ") ? bare.dropFirst(4).trimmed : bare
  }

  private static func tidy(_ text: Substring) -> String {
    var words = text.split(whereSeparator: \.isBlank).joined(separator: " ")
    while words.last == "." || words.last == " " { words.removeLast() }
    return words
  }

  /// With one word group after the name, whether it says what the person does
  /// or for whom.
  private static func isRole(_ text: String) -> Bool {
    text.split { !$0.isLetter && $0 != "-" }.contains { roles.contains($0.lowercased()) }
  }

  private static let chairMarks: Set<String> = [
    "chair", "thechair", "inthechair", "chairman", "thechairman", "chairwoman", "chairperson",
    "actingchair", "actingchairman",
  ]

  private static let roles: Set<String> = [
    "adviser", "advisor", "advocate", "ambassador", "analyst", "barrister", "chair", "chairman",
    "chief", "co-chair", "commissioner", "consultant", "correspondent", "councillor", "deputy",
    "director", "doctor", "economist", "editor", "executive", "fellow", "founder", "governor",
    "head", "headteacher", "inspector", "journalist", "judge", "lawyer", "lead", "leader",
    "lecturer", "manager", "member", "minister", "nurse", "officer", "ombudsman", "owner", "parent",
    "partner", "president", "principal", "professor", "reader", "registrar", "representative",
    "researcher", "secretary", "social", "solicitor", "specialist", "spokesperson", "student",
    "teacher", "treasurer", "trustee", "vice-chair", "volunteer", "worker",
  ]
}

extension WitnessListed {
  /// “TBC”, “Witness to be confirmed”: a place on a list, and nobody in it yet.
  var isToBeConfirmed: Bool {
    let words = name.prefix { $0 != "(" }
    let key = (words.isEmpty ? name[...] : words).squeezed.filter(\.isLetter)
    let endings = ["tobeconfirmed", "tobeannounced", "tbc", "tba"]
    guard let ending = endings.first(where: key.hasSuffix) else { return false }
    return [
      "", "witness", "witnesses", "furtherwitness", "furtherwitnesses", "otherwitnesses", "name",
      "names", "panel",
    ].contains(String(key.dropLast(ending.count)))
  }
}
