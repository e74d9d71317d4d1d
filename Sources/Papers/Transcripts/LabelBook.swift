/// Who may speak in a transcript, and whom a label means.
struct LabelBook {
  /// What a label was read as.
  enum Reading: Equatable {
    /// The Chair, with the listed name where one is sure.
    case chair(String?)
    /// A listed person.
    case person(String)
    /// A form that fits several listed people.
    case ambiguous([String])
    case unknown
  }

  private struct Person {
    let name: String
    let witness: WitnessListed?
    var panels: Set<Int>
  }

  private var people: [Person] = []
  /// Forms of names to people, the surest forms first.
  private var forms: [[String: Set<Int>]] = [[:], [:], [:], [:]]
  /// The listed name of who is in the Chair.
  private(set) var chair: String?

  /// A book of those listed.
  init(members: [MemberPresent] = [], panels: [PanelHeard] = []) {
    for member in members { add(member.name, witness: nil, panel: nil) }
    for panel in panels {
      for witness in panel.witnesses { add(witness.name, witness: witness, panel: panel.ordinal) }
    }
    let chairs = members.filter(\.isChair)
    chair = chairs.count == 1 ? chairs[0].name : nil
  }

  /// Records that somebody else took the Chair; nil when it is not sure who.
  mutating func takeChair(_ name: String?) { chair = name }

  /// Whom a label means.
  ///
  /// - Parameters:
  ///   - label: The words before the colon.
  ///   - panel: The panel being heard, which decides between two witnesses of
  ///     one name.
  func read(_ label: some StringProtocol, panel: Int? = nil) -> Reading {
    let key = PersonName.key(label)
    if Self.chairForms.contains(key) { return .chair(chair) }
    if let named = Self.nameOfChair(in: String(label)) {
      if case .person(let name) = read(named) { return .chair(name) }
      return .chair(nil)
    }
    let name = PersonName(label)
    let bare = PersonName.key((name.titles + name.core).joined())
    for tier in forms {
      guard let found = tier[key] ?? tier[bare] else { continue }
      let names = Set(found.map { people[$0].name })
      if found.count == 1, let name = names.first { return .person(name) }
      let heard = found.filter { panel.map(people[$0].panels.contains) ?? false }
      let areAllWitnesses = found.allSatisfy { people[$0].witness != nil }
      if names.count == 1, let name = names.first, areAllWitnesses, heard.count == 1 {
        return .person(name)
      }
      return .ambiguous(found.sorted().map { people[$0].name })
    }
    return .unknown
  }

  /// Whether a label is that of the Chair or of a listed person.
  func knows(_ label: some StringProtocol) -> Bool { read(label) != .unknown }

  /// Whether words are a form of a listed name, or the Chair's, as they stand.
  ///
  /// Quicker than ``knows(_:)``, for looking at every colon of a text.
  func knowsForm(_ words: Substring) -> Bool {
    let key = PersonName.key(words)
    return Self.chairForms.contains(key) || forms.contains { $0[key] != nil }
  }

  /// The listed forms that a label differs from by so little that it may be a
  /// slip of them.
  func lookalikes(of label: some StringProtocol) -> [String] {
    let key = Array(PersonName.key(label).unicodeScalars)
    // One letter in five, two in nine: below that, names differ by themselves.
    let allowed = key.count >= 9 ? 2 : key.count >= 5 ? 1 : 0
    guard allowed > 0 else { return [] }
    var found: [String] = []
    for tier in forms.prefix(3) {
      for (form, indices) in tier {
        let other = Array(form.unicodeScalars)
        guard abs(other.count - key.count) <= allowed,
          editDistance(key, other) <= allowed
        else { continue }
        found += indices.map { people[$0].name }
      }
    }
    return Set(found).sorted()
  }

  /// The panel whose witnesses are exactly or among others these names.
  func panel(of names: [String]) -> Int? {
    let heard = panel(ofSome: names)
    return heard.flatMap { $0.strangers.isEmpty ? $0.panel : nil }
  }

  /// The panel in which most of these names are listed, the first of several, and
  /// those that are not; nil when none of them is.
  func panel(ofSome names: [String]) -> (panel: Int, strangers: [String])? {
    let known = names.map { name in (name, panels(of: name)) }
    let counts = known.reduce(into: [Int: Int]()) { counts, name in
      for panel in name.1 { counts[panel, default: 0] += 1 }
    }
    guard let best = counts.min(by: { ($1.value, $0.key) < ($0.value, $1.key) })?.key else {
      return nil
    }
    return (best, known.filter { !$0.1.contains(best) }.map(\.0))
  }

  /// The panels in which a name is listed.
  private func panels(of name: String) -> Set<Int> {
    let parts = PersonName(name)
    let keys = [PersonName.key(name), PersonName.key((parts.titles + parts.core).joined())]
    for tier in forms {
      let found = keys.compactMap { tier[$0] }.joined()
      if let first = found.first {
        return found.reduce(into: people[first].panels) { $0.formUnion(people[$1].panels) }
      }
    }
    return []
  }

  private mutating func add(_ name: String, witness: WitnessListed?, panel: Int?) {
    if let witness, let panel,
      let same = people.firstIndex(where: {
        $0.witness.map {
          PersonName.key($0.name) == PersonName.key(name) && $0.role == witness.role
            && $0.organisation == witness.organisation
        } ?? false
      })
    {
      people[same].panels.insert(panel)
      return
    }
    people.append(Person(name: name, witness: witness, panels: panel.map { [$0] } ?? []))
    for (tier, keys) in PersonName(name).forms.enumerated() {
      for key in keys where !key.isEmpty { forms[tier][key, default: []].insert(people.count - 1) }
    }
  }

  private static let chairForms: Set<String> = [
    "chair", "thechair", "chairman", "thechairman", "chairwoman", "thechairwoman", "chairperson",
    "thechairperson", "madamchair", "mrchairman", "madamchairman", "thelordchairman",
    "lordchairman", "convener", "theconvener",
  ]

  /// `The Chair (Lord X)`: the name in the brackets.
  private static func nameOfChair(in label: String) -> String? {
    guard let open = label.firstIndex(of: "("), label.last == ")",
      chairForms.contains(PersonName.key(label[..<open]))
    else { return nil }
    return String(label[label.index(after: open)...].dropLast())
  }
}

/// Letters to add, drop, change or swap to make one word the other.
func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
  var before: [Int] = []
  var above = Array(0...second.count)
  for (row, letter) in first.enumerated() {
    var current = [row + 1]
    for (column, other) in second.enumerated() {
      var least = min(above[column] + (letter == other ? 0 : 1), above[column + 1] + 1)
      least = min(least, current[column] + 1)
      if row > 0, column > 0, letter == second[column - 1], first[row - 1] == other {
        least = min(least, before[column - 1] + 1)
      }
      current.append(least)
    }
    (before, above) = (above, current)
  }
  return above[second.count]
}
