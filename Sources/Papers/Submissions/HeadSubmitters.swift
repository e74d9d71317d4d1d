/// Who submits, as one line of the head says it: the names are taken apart where that is
/// sure, and left together where it is not.
public enum HeadSubmitters: Hashable, Sendable {
  /// One name with what stands behind it.
  case one(String)
  /// People who sign together, each as name or name, capacity.
  case joint([String])
  /// People who write for a body.
  case body(String, contacts: [String])
  /// People who write for somebody else.
  case proxy([String], of: String)

  public init(_ line: String) {
    let line = line.split(whereSeparator: \.isBlank).joined(separator: " ")
    if let found = line.wholeMatch(of: Self.behalf) {
      let (writers, other) = (Self.people(String(found.output.1)), String(found.output.2))
      if Self.isSomebody(other) {
        self = .proxy(writers, of: other)
      } else {
        self = Self.isBody(other) ? .body(other, contacts: writers) : .one(line)
      }
      return
    }
    let people = Self.people(line)
    self = people.count > 1 ? .joint(people) : .one(line)
  }

  /// Whether a text that was left as one name may name several, or a body.
  public static func mayBeSeveral(_ text: String) -> Bool {
    let name = text.prefix { $0 != "," }
    let isListed = pieces(of: name).dropFirst().contains { $0.first?.isUppercase ?? false }
    return isListed || text.wholeMatch(of: behalf) != nil
      || pieces(of: text[...]).dropFirst().contains { isPerson($0.prefix { $0 != "," }) }
  }

  private static var behalf: Regex<(Substring, Substring, Substring)> {
    #/(.+?),? (?:(?:writing|acting|submitting|submitted) )?(?:for and )?on behalf of (.+)/#
      .ignoresCase()
  }

  /// “Jane Doe and John Roe, Northern University” is two people of one university. Where
  /// further names follow behind the comma, who is what cannot be told.
  private static func people(_ line: String) -> [String] {
    let comma = line.firstIndex(of: ",") ?? line.endIndex
    let names = pieces(of: line[..<comma])
    guard names.count > 1, names.allSatisfy(isPerson), pieces(of: line[comma...]).count < 2
    else { return [line] }
    return names.map { String($0) + line[comma...] }
  }

  private static func pieces(of text: Substring) -> [Substring] {
    var pieces: [Substring] = []
    var start = text.startIndex
    for found in text.matches(of: #/ (?:and|&) /#) {
      pieces.append(text[start..<found.range.lowerBound])
      start = found.range.upperBound
    }
    return (pieces + [text[start...]]).filter { !$0.isEmpty }
  }

  /// A given name and a surname, or a title and a surname, and no word that bodies are
  /// called by.
  private static func isPerson(_ text: Substring) -> Bool {
    isName(text, without: bodyWords)
  }

  /// The same of “Charlotte Church”, which may be a person or a church.
  private static func mayBePerson(_ text: Substring) -> Bool {
    isName(text, without: bodyWords.subtracting(ownNames))
  }

  private static func isName(_ text: Substring, without words: Set<String>) -> Bool {
    let name = PersonName(text)
    let isTitled = name.core.first.map { !name.cleaned.hasPrefix($0) } ?? false
    guard ((isTitled ? 1 : 2)...4).contains(name.core.count) else { return false }
    return name.core.allSatisfy { word in
      guard !words.contains(word.lowercased()) else { return false }
      let isName =
        (word.first?.isUppercase ?? false)
        && word.allSatisfy { $0.isLetter || "-'’.‑".contains($0) }
      return isName || LabelShape.isNameParticle(word)
    }
  }

  /// Who is named as people are, or has no name here: “John Roe and Ann Poe”, “my mother”.
  private static func isSomebody(_ text: String) -> Bool {
    let bare = hasArticle(text) ? text.dropFirst(4) : text[...]
    guard let first = bare.first, first.isUppercase || first.isNumber || "“\"‘'".contains(first)
    else { return true }
    return pieces(of: bare.prefix { $0 != "," }).allSatisfy(isPerson)
  }

  /// What is a body beyond doubt. “Mary” and “Shelter” look alike, and who is taken for a
  /// body is not looked for by surname where the name is to be withheld.
  private static func isBody(_ text: String) -> Bool {
    // “Lamps, Wicks and Oil Ltd” is one name; behind any other comma stands what somebody is.
    let firm = #/(?:[^\s,]+, )+[^\s,]+,? (?:and|&) [^,]+/#
    if text.wholeMatch(of: firm) != nil {
      let last = text.split(separator: " ").last.map(plain) ?? ""
      return bodyWords.contains(last) && !ownNames.contains(last)
    }
    let names = pieces(of: text.prefix { $0 != "," })
    guard let first = names.first, !(hasArticle(text) ? isPerson(first) : mayBePerson(first)),
      !names.dropFirst().contains(where: mayBePerson)
    else { return false }
    return hasArticle(text) || names.contains(where: isCalledLikeBody)
  }

  /// “Bank of England”, and neither “Church” nor “Mary from Northern University”.
  private static func isCalledLikeBody(_ name: Substring) -> Bool {
    let words = name.split(separator: " ")
    return words.count > 1 && words.contains { bodyWords.contains(plain($0)) }
      && words.allSatisfy { word in
        !(word.first?.isLowercase ?? false) || joiningWords.contains(String(word))
      }
  }

  private static func hasArticle(_ text: String) -> Bool {
    text.lowercased().hasPrefix("the ")
  }

  private static func plain(_ word: Substring) -> String {
    word.lowercased().filter(\.isLetter)
  }

  private static let joiningWords: Set<String> = ["against", "at", "for", "in", "of", "on", "the"]

  /// Words of bodies that people are called by too.
  private static let ownNames: Set<String> = [
    "bank", "board", "britain", "care", "chamber", "charity", "church", "city", "england",
    "europe", "family", "guild", "house", "ireland", "justice", "law", "league", "london", "press",
    "royal", "scotland", "service", "wales",
  ]

  private static let bodyWords: Set<String> = [
    "academy", "action", "age", "agency", "aid", "alliance", "archive", "association",
    "associates", "authority", "bank", "board", "britain", "british", "brothers", "bureau",
    "campaign", "care", "centre", "chamber", "charity", "children", "church", "city", "clinic",
    "club", "coalition", "college", "commission", "committee", "community", "company",
    "confederation", "consortium", "consultancy", "consulting", "cooperative", "corporation",
    "council", "county", "department", "diocese", "district", "england", "enterprise", "europe",
    "european", "faculty", "family", "federation", "forum", "foundation", "fund", "group",
    "guild", "health", "hospital", "house", "housing", "inc", "initiative", "institute",
    "institution", "international", "ireland", "justice", "laboratory", "law", "league",
    "limited", "llp", "london", "ltd", "ministry", "mission", "movement", "museum", "national",
    "network", "office", "organisation", "partners", "partnership", "party", "plc", "police",
    "practice", "press", "programme", "project", "research", "rights", "royal", "school",
    "schools", "scotland", "service", "services", "social", "societies", "society", "solicitors",
    "studies", "support", "team", "transport", "trust", "uk", "union", "unit", "united",
    "university", "voluntary", "volunteers", "wales", "welfare", "women", "workers", "youth",
  ]
}
