/// A clause of a sentence, and which side it takes.
///
/// Denials are counted as far as their words let no doubt: “we do not oppose” is for,
/// “I support the view that it should not” is against.
struct SpokenClause {
  /// Where somebody speaks for or against something.
  struct Side {
    /// The places of the words that tell it.
    let cue: Range<Int>
    let isAgainst: Bool
  }

  let words: ArraySlice<SpokenWord>
  private let denials: [Int]

  init(words: ArraySlice<SpokenWord>) {
    self.words = words
    denials = words.indices.filter { SpokenClause.isDenial($0, in: words) }
  }

  var side: Side? {
    guard words.contains(where: { !$0.kinds.isDisjoint(with: .telling) }) else { return nil }
    return opposed ?? faulted ?? refused ?? approved ?? asked
  }

  /// What stands behind the first word that asks; nothing where none does.
  var behindModal: ArraySlice<SpokenWord> {
    words.drop { !$0.kinds.contains(.modal) }.dropFirst()
  }

  /// Whether what it states is a denial: “should not”, “no swimmer must”, “is not needed”.
  var isDenied: Bool {
    if let ask { return ask.isAgainst }
    let end =
      words.indices.first {
        words[$0].kinds.contains(.subordinate)
          // “We conclude that it is not”, and not “it publishes what it has that is not”.
          || words[$0].word == "that" && $0 - words.startIndex > 3
      } ?? words.endIndex
    return denials.contains { $0 < end }
  }

  /// “We oppose”, “no objection to”.
  private var opposed: Side? {
    guard let cue = ContrastCues.opposing.first(in: words) else { return nil }
    let before = denials.filter { (1...SpokenClause.reach).contains(cue.lowerBound - $0) }
    let count = before.count + turns(from: cue.upperBound).count
    return Side(
      cue: before.first.map { span(from: $0, to: cue.upperBound) } ?? cue,
      isAgainst: count.isMultiple(of: 2))
  }

  /// “Poor value”, “not too costly”.
  private var faulted: Side? {
    guard let cue = ContrastCues.faulting.first(in: words) else { return nil }
    guard let denial = denials.first(where: { (1...2).contains(cue.lowerBound - $0) }) else {
      return Side(cue: cue, isAgainst: true)
    }
    return Side(cue: span(from: denial, to: cue.upperBound), isAgainst: false)
  }

  /// “We do not support”, “no need”.
  private var refused: Side? {
    for place in words.indices {
      guard let denial = denials.first(where: { refuses($0, place) }) else { continue }
      return Side(
        cue: span(from: denial, to: place + 1),
        isAgainst: turns(from: place + 1).count.isMultiple(of: 2))
    }
    return nil
  }

  private func refuses(_ denial: Int, _ place: Int) -> Bool {
    guard (1...SpokenClause.reach).contains(place - denial) else { return false }
    let kinds = words[place].kinds
    if kinds.contains(.ground) { return words[denial].word == "no" && place - denial <= 2 }
    if kinds.contains(.helping) {
      let first = max(words.startIndex, denial - 1)
      return !words[first...denial].contains { $0.kinds.contains(.past) }
    }
    return !kinds.isDisjoint(with: [.approving, .weighing])
  }

  /// “We support”, “we support the view that it should not”.
  private var approved: Side? {
    guard let place = words.firstIndex(where: { $0.kinds.contains(.approving) }),
      !denials.contains(where: { $0 < place })
    else { return nil }
    let behind = turns(from: place + 1)
    guard let first = behind.first, !behind.count.isMultiple(of: 2) else {
      return Side(cue: place..<place + 1, isAgainst: false)
    }
    return Side(cue: span(from: first, to: first + 1), isAgainst: true)
  }

  private var asked: Side? {
    guard let ask, ask.isAgainst || !denials.contains(where: { $0 < ask.cue.lowerBound }) else {
      return nil
    }
    return ask
  }

  /// The first word that asks, and whether it is denied.
  private var ask: Side? {
    guard let place = words.firstIndex(where: { $0.kinds.contains(.modal) }) else { return nil }
    if words[place].kinds.contains(.denial) {
      return Side(cue: place..<place + 1, isAgainst: true)
    }
    for next in [place + 1, place + 2] where next < words.endIndex && isDenial(next) {
      // “Should not”, “should make no charge”.
      if next == place + 1 || words[next].word == "no" {
        return Side(cue: place..<next + 1, isAgainst: true)
      }
    }
    // “No swimmer should”, “we recommend that nobody should”.
    let subject = denials.first { denial in
      denial < place && ["no", "neither", "nobody", "none"].contains(words[denial].word)
        && (denial == words.startIndex || words[denial - 1].word == "that")
    }
    return Side(cue: (subject ?? place)..<place + 1, isAgainst: subject != nil)
  }

  // MARK: Denials

  /// Words within which a denial finds what it turns.
  private static let reach = 4

  private func isDenial(_ place: Int) -> Bool { SpokenClause.isDenial(place, in: words) }

  private static func isDenial(_ place: Int, in words: ArraySlice<SpokenWord>) -> Bool {
    guard words[place].kinds.contains(.denial) else { return false }
    return place + 1 >= words.endIndex || !words[place + 1].kinds.contains(.limiting)
  }

  /// Those of what a cue speaks of, which turn it once more.
  private func turns(from first: Int) -> [Int] {
    var found: [Int] = []
    for place in first..<words.endIndex {
      let before = words[place - 1]
      // “A duty that would not work” denies something else.
      if words[place].word == "that", place > first, !before.kinds.contains(.idea) { break }
      guard isDenial(place) else { continue }
      let word = words[place].word
      let isBound =
        place == first || before.kinds.contains(.binding) || word == "cannot"
        || word.hasSuffix("n't") || before.word == "that" && ["no", "never"].contains(word)
        || place + 1 < words.endIndex && words[place + 1].word == "to"
      if isBound { found.append(place) }
    }
    return found
  }

  private func span(from denial: Int, to end: Int) -> Range<Int> {
    let isLed = denial > words.startIndex && words[denial - 1].kinds.contains(.auxiliary)
    return (isLed ? denial - 1 : denial)..<end
  }
}
