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
    let behalf =
      #/(.+?),? (?:(?:writing|acting|submitting|submitted) )?(?:for and )?on behalf of (.+)/#
      .ignoresCase()
    if let found = line.wholeMatch(of: behalf) {
      let (writers, other) = (Self.people(String(found.output.1)), String(found.output.2))
      self =
        Self.isBody(other) ? .body(other, contacts: writers) : .proxy(writers, of: other)
      return
    }
    let people = Self.people(line)
    self = people.count > 1 ? .joint(people) : .one(line)
  }

  /// Whether a text that was left as one name may name several.
  public static func mayBeSeveral(_ text: String) -> Bool {
    let name = text.prefix { $0 != "," }
    let isListed = pieces(of: name).dropFirst().contains { $0.first?.isUppercase ?? false }
    return isListed
      || pieces(of: text[...]).dropFirst().contains { isPerson($0.prefix { $0 != "," }) }
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
    let name = PersonName(text)
    let isTitled = name.core.first.map { !name.cleaned.hasPrefix($0) } ?? false
    guard ((isTitled ? 1 : 2)...4).contains(name.core.count) else { return false }
    return name.core.allSatisfy { word in
      guard !bodyWords.contains(word.lowercased()) else { return false }
      let isName =
        (word.first?.isUppercase ?? false)
        && word.allSatisfy { $0.isLetter || "-'’.‑".contains($0) }
      return isName || LabelShape.isNameParticle(word)
    }
  }

  /// What has a name of its own and is no person: “the Acme Trust”, not “my mother”.
  private static func isBody(_ text: String) -> Bool {
    let bare = text.lowercased().hasPrefix("the ") ? text.dropFirst(4) : text[...]
    guard let first = bare.first, first.isUppercase || first.isNumber || "“\"‘'".contains(first)
    else { return false }
    return !isPerson(bare.prefix { $0 != "," })
  }

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
