import Foundation

/// A name as it is compared with those on record, to find out who bears it already.
public enum NameKey {
  /// Titles and letters after the name set aside: “Priya Nandakumar” and “Dr Priya
  /// Nandakumar OBE” are alike. A surname alone is told apart by its title: “Mr Ash” and
  /// “Mrs Ash” are two.
  public static func of(_ name: String) -> String {
    let parts = PersonName(name)
    return PersonName.key(((parts.core.count > 1 ? [] : parts.titles) + parts.core).joined())
  }

  /// Of the name, and of one given as lists sort it, “Ash, Dr Priya”, also as it is said.
  public static func readings(of name: String) -> Set<String> {
    let parts = name.split(separator: ",")
    guard parts.count == 2 else { return [of(name)] }
    return [of(name), of("\(parts[1]) \(parts[0])")]
  }
}

/// A printed name taken apart, for comparing it with labels.
struct PersonName {
  /// The name with what blanks did to it mended where that is sure.
  let cleaned: String
  /// Its titles in small letters, such as `dr` or `lord`.
  let titles: [String]
  /// The words between titles and letters after the name.
  let core: [String]
  /// What stands in brackets after the given name.
  let nickname: String?

  init(_ printed: some StringProtocol) {
    cleaned = Self.clean(printed)
    var words = cleaned.split(separator: " ").map(String.init)
    var titles: [String] = []
    while let first = words.first, words.count > 1, Self.titles.contains(Self.plain(first)) {
      titles.append(Self.plain(first))
      words.removeFirst()
    }
    while let last = words.last, words.count > 1, Self.lettersAfter.contains(Self.plain(last)) {
      words.removeLast()
    }
    // “Robert (Bob) Hall” is called Bob Hall too, and plain Robert Hall.
    let called = words.dropFirst().dropLast().first { $0.first == "(" && $0.last == ")" }
    nickname = called.map { String($0.dropFirst().dropLast()) }
    words.removeAll { $0 == called }
    self.titles = titles.filter { !Self.neutral.contains($0) }
    core = words.map { $0.filter { $0 != "," } }
  }

  /// A name to compare by: no blanks, full stops, accents or capitals, and one
  /// hyphen for all.
  static func key(_ name: some StringProtocol) -> String {
    let bare = name.squeezed.filter { $0 != "." && $0 != "," }
    guard !bare.utf8.allSatisfy({ $0 < 0x80 }) else { return bare }
    return bare.folding(options: .diacriticInsensitive, locale: nil).replacing("‑", with: "-")
      .replacing("‐", with: "-")
  }

  var isPeer: Bool { titles.contains(where: Self.peerage.contains) }

  /// Forms of the name that a label may take, the surest first: the whole
  /// name, the name without titles, title and surname, the surname alone.
  var forms: [[String]] {
    let whole = [Self.key(cleaned), Self.key((titles + core).joined())]
    guard let last = core.last else { return [whole, [], [], []] }
    let called = nickname.map { Self.key($0 + core.dropFirst().joined()) }
    let given = core.filter { Self.key($0).count > 1 }
    let addresses = self.addresses
    if isPeer {
      // “Lord Hill” for “Lord Hill of Oareford”.
      let place = core.firstIndex { $0.lowercased() == "of" } ?? core.count
      let short = core[..<place].joined()
      return [whole, [], place < core.count ? addresses.map { Self.key($0 + short) } : [], []]
    }
    // “van der Berg”: every particle before it, and a given name before those.
    let parted = core.dropFirst().dropLast().reversed().prefix(while: LabelShape.isNameParticle)
    let surname = parted.reversed().joined() + last
    var titled = addresses.flatMap { [$0 + surname, $0 + core.joined(), $0 + given.joined()] }
    if let first = core.first, core.count > 1 {
      for title in titles where title == "sir" || title == "dame" { titled.append(title + first) }
    }
    return [
      whole, [Self.key(core.joined()), Self.key(given.joined()), called ?? ""],
      titled.map { Self.key($0) },
      core.count > 1 ? [Self.key(surname)] : [],
    ]
  }

  /// Which titles a label may give the person: the listed ones, some of them
  /// or all; any of the plain ones for somebody listed without a title.
  private var addresses: [String] {
    guard !titles.isEmpty else {
      return ["mr", "mrs", "ms", "miss", "dr", "professor", "prof"]
    }
    var addresses: [String] = titles
    if titles.count > 1 { addresses += [titles.joined(), titles.suffix(2).joined()] }
    if titles.contains(where: ["ms", "mrs", "miss"].contains) {
      addresses += ["ms", "mrs", "miss"]
    }
    if titles.contains("professor") { addresses.append("prof") }
    if titles.contains("prof") { addresses.append("professor") }
    return addresses
  }

  /// Blanks set right, a stray full stop at the end or after an initial gone.
  private static func clean(_ printed: some StringProtocol) -> String {
    var words: [String] = []
    for word in String(printed).split(whereSeparator: { $0.isBlank }).map(String.init) {
      if word.allSatisfy({ ".,;".contains($0) }) { continue }
      words.append(word)
    }
    var text = words.joined(separator: " ")
    while let last = text.last, ",;:".contains(last) { text.removeLast() }
    if text.last == ".", words.last.map({ $0.count > 2 }) ?? false { text.removeLast() }
    return text
  }

  private static func plain(_ word: String) -> String { key(word) }

  private static let peerage: Set<String> = [
    "lord", "lady", "baroness", "baron", "viscount", "viscountess", "earl", "countess", "marquess",
    "duke", "duchess",
  ]

  /// Titles that everybody of a rank has and that labels leave out.
  private static let neutral: Set<String> = [
    "rt", "hon", "right", "honourable", "the", "thert", "cllr", "councillor", "he", "hh", "revd",
    "reverend", "rev",
  ]

  private static let titles: Set<String> = peerage.union(neutral).union([
    "mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "prof", "professor", "sir", "dame", "judge",
    "justice", "general", "admiral", "colonel", "major", "captain", "bishop", "archbishop",
    "father",
    "sister", "canon", "rabbi", "imam", "ambassador",
  ])

  /// Honours and offices that are printed after a name.
  static let lettersAfter: Set<String> = [
    "mp", "msp", "ms", "mla", "mep", "qc", "kc", "cbe", "obe", "dbe", "mbe", "kbe", "cb", "kcb",
    "dcb", "gcb", "pc", "frs", "fba", "frcpch", "frcp", "phd", "dl", "jp", "am", "qpm", "kg", "ch",
    "om", "cmg", "kcmg", "dcmg", "bem", "frsa", "gbe", "gcmg", "cvo", "kcvo", "dcvo", "lvo", "mvo",
    "frse", "frcs", "frcgp", "frcn", "frcpsych", "fmedsci", "freng", "facss", "frics", "fca",
    "fcca",
    "frgs", "td", "vr", "rd", "rn", "rgn", "dso", "dsc", "dfc", "mc", "gc", "vc", "qfsm", "kfsm",
    "kpm", "qam", "qgm", "qso", "ostj", "cstj", "kstj", "bt", "jr", "sr", "dphil", "llb", "llm",
    "(retd)", "(rtd)", "retd", "rtd",
  ]
}
