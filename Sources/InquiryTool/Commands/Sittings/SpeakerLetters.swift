import Inquiries

/// The letter or two by which a clerk names those of a sitting.
///
/// `c` is the Chair; everybody else has initials, with a digit where two share
/// them, and may be called by the first letters of the last name as long as one
/// person alone is meant. Who is not surely meant is not guessed.
struct SpeakerLetters: Sendable {
  struct Speaker: Sendable, Hashable {
    let person: Identifier<Person>
    let name: String
  }

  private(set) var people: [(letters: String, speaker: Speaker)] = []
  /// First letters of last names that mean one person alone.
  private var beginnings: [String: Speaker] = [:]

  /// Letters that are taken: the Chair's, and the sign of a question.
  private static let taken: Set<String> = ["c", "q"]
  private static let honours: Set<String> = [
    "mp", "msp", "ms", "kc", "qc", "obe", "mbe", "cbe", "dbe", "kbe", "am", "mla", "frs",
  ]

  init(_ sitting: Sitting?) {
    guard let sitting else { return }
    var seen: Set<Identifier<Person>> = []
    var chair: Speaker?
    var others: [(Speaker, words: [String])] = []
    let members = sitting.members.map { (Speaker(person: $0.person, name: $0.name), $0.isChair) }
    let witnesses = sitting.panels.flatMap { $0 }.map {
      (Speaker(person: $0.person, name: $0.name), false)
    }
    for (speaker, isChair) in members + witnesses where seen.insert(speaker.person).inserted {
      if isChair { chair = chair ?? speaker }
      if !isChair { others.append((speaker, SpeakerLetters.words(of: speaker.name))) }
    }
    if let chair { people.append(("c", chair)) }
    let initials = others.map { SpeakerLetters.initials($0.words) }
    let shared = Dictionary(grouping: initials, by: { $0 }).mapValues(\.count)
    var counts: [String: Int] = [:]
    for ((speaker, _), own) in zip(others, initials) {
      counts[own, default: 0] += 1
      let isAlone = shared[own] == 1 && !SpeakerLetters.taken.contains(own)
      people.append((isAlone ? own : "\(own)\(counts[own, default: 1])", speaker))
    }
    let named = others.flatMap { speaker, words in
      [1, 2].map { (String((words.last ?? "").prefix($0)), speaker) }
    }
    beginnings = Dictionary(grouping: named, by: \.0)
      .compactMapValues { Set($0.map(\.1)).count == 1 ? $0[0].1 : nil }
  }

  /// Who is meant, when that is sure.
  func speaker(_ letters: String) -> Speaker? {
    let letters = letters.lowercased()
    if let found = people.first(where: { $0.letters == letters }) { return found.speaker }
    guard !SpeakerLetters.taken.contains(letters) else { return nil }
    return beginnings[letters]
  }

  private static func words(of name: String) -> [String] {
    var words = name.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
      .map(String.init)
    while words.count > 1, let last = words.last, honours.contains(last) { words.removeLast() }
    while words.count > 1, let first = words.first, isTitle(first) { words.removeFirst() }
    return words
  }

  private static func isTitle(_ word: String) -> Bool {
    [
      "mr", "mrs", "ms", "miss", "mx", "dr", "professor", "prof", "sir", "dame", "lord", "lady",
      "baroness", "rt", "hon", "right", "the", "councillor", "cllr", "rev", "reverend",
    ].contains(word)
  }

  private static func initials(_ words: [String]) -> String {
    let ends = words.count > 1 ? [words[0], words[words.count - 1]] : words
    let letters = ends.compactMap { $0.first.map(String.init) }.joined()
    return letters.isEmpty ? "x" : letters
  }
}
