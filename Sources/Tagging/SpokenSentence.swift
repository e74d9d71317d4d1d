/// A word in lower case, its apostrophe straight.
struct SpokenWord {
  let word: String
  let kinds: ContrastCues.Kinds
  /// Whether a comma, colon, bracket or dash follows.
  var endsClause = false
}

/// A sentence of evidence, or of a text that evidence is sought for, as sides are read in it.
struct SpokenSentence {
  let words: [SpokenWord]
  let isQuestion: Bool

  /// The sentences of a text; one look at each byte, since an index of a large inquiry asks
  /// this of every passage.
  static func read(_ text: String) -> [SpokenSentence] {
    var lower = text.lowercased()
    return lower.withUTF8 { SentenceScan($0).sentences }
  }

  /// The clauses, each as far as it speaks of its own.
  var clauses: [SpokenClause] {
    var clauses: [SpokenClause] = []
    var start = 0
    func end(at end: Int) {
      let own = words[start..<end].prefix { !$0.kinds.contains(.subordinate) }
      if !own.isEmpty { clauses.append(SpokenClause(words: own)) }
      start = end
    }
    for place in words.indices {
      if place > start, isParted(before: place) { end(at: place) }
      if words[place].endsClause { end(at: place + 1) }
    }
    if start < words.count { end(at: words.count) }
    return clauses
  }

  /// “And we”, “and would”: more than a list of things.
  private func isParted(before place: Int) -> Bool {
    if words[place].kinds.contains(.parting) { return true }
    guard ["and", "or", "so"].contains(words[place].word), place + 1 < words.count else {
      return false
    }
    return !words[place + 1].kinds.isDisjoint(with: [.speaker, .auxiliary, .modal, .denial])
  }

  /// What it states, cut at “but”.
  var statements: [SpokenClause] {
    words.split { $0.word == "but" }.map(SpokenClause.init)
  }

  /// The sides that its clauses take; a question takes none.
  var sides: [SpokenClause.Side] {
    guard !isQuestion, words.contains(where: { !$0.kinds.isDisjoint(with: .telling) }) else {
      return []
    }
    return clauses.compactMap(\.side)
  }

  /// Stems of what it speaks of, without the words that tell the sides.
  var terms: Set<String> { terms(beside: sides) }

  /// - Parameter sides: Its own.
  func terms(beside sides: [SpokenClause.Side]) -> Set<String> {
    let cues = Set(sides.flatMap(\.cue))
    return Set(
      words.indices.compactMap { place -> String? in
        guard !cues.contains(place), !words[place].kinds.contains(.linking) else { return nil }
        return Terms.stem(of: String(words[place].word.prefix { $0 != "'" }))
      })
  }

  /// Whether it speaks of what was said before: “this would cost more”, “I disagree with that”.
  var takesUp: Bool {
    guard let first = words.first?.word, let last = words.last?.word else { return false }
    return ["this", "that", "it", "these"].contains(first) || ["this", "that", "it"].contains(last)
  }
}

/// Cuts a text in lower case into sentences.
private struct SentenceScan {
  private(set) var sentences: [SpokenSentence] = []
  private var words: [SpokenWord] = []
  private var word: [UInt8] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var place = 0
    while place < bytes.count { place += take(bytes, at: place) }
    endWord()
    endSentence(isQuestion: false)
  }

  /// Takes what stands at a place, and says how many bytes that is.
  private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    let byte = bytes[place]
    guard !SentenceScan.isLetter(byte) else {
      word.append(byte)
      return 1
    }
    let isSign = byte == SentenceScan.sign
    let next = place + (isSign ? 3 : 1)
    let isBeforeLetter = next < bytes.count && SentenceScan.isLetter(bytes[next])
    let isApostrophe =
      byte == UInt8(ascii: "'") || isSign && bytes[place...].starts(with: "’".utf8)
    if isApostrophe, isBeforeLetter, !word.isEmpty {
      word.append(UInt8(ascii: "'"))
      return next - place
    }
    endWord()
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"): endClause()
    case SentenceScan.sign where ["–", "—"].contains { bytes[place...].starts(with: $0.utf8) }:
      endClause()
    // A point in a figure ends nothing.
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: ";"):
      if !isBeforeLetter { endSentence(isQuestion: false) }
    case UInt8(ascii: "?"): endSentence(isQuestion: true)
    default: break
    }
    return next - place
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    let text = String(decoding: word, as: UTF8.self)
    words.append(SpokenWord(word: text, kinds: ContrastCues.kinds(of: text)))
    word.removeAll(keepingCapacity: true)
  }

  private mutating func endClause() {
    if !words.isEmpty { words[words.count - 1].endsClause = true }
  }

  private mutating func endSentence(isQuestion: Bool) {
    guard !words.isEmpty else { return }
    sentences.append(SpokenSentence(words: words, isQuestion: isQuestion))
    words = []
  }

  /// The byte with which dashes and quotation marks begin.
  private static let sign: UInt8 = 0xE2

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte != sign && Terms.isLetter(byte)
  }
}
