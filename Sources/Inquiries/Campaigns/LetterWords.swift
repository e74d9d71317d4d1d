/// The words of a text as numbers that equal words share, typography and
/// capitals aside.
struct LetterWords {
  /// One word: which it is, and where it stands.
  struct Word {
    let hash: UInt64
    /// Place of its paragraph among those given, from 0.
    let paragraph: Int
    /// Its bytes in the normalised paragraph.
    let bytes: Range<Int>
    /// Its place among all words of the text, from 0.
    let ordinal: Int
  }

  /// A run of ``CampaignFinder/shingleLength`` words as a number.
  struct Shingle {
    /// Place of its first word among ``words``.
    let start: Int
    let hash: UInt64
  }

  /// ``Wording/normalised(_:)`` of each paragraph.
  let paragraphs: [[UInt8]]
  private(set) var words: [Word] = []

  /// - Parameter asked: What the text answers, whose words are not its own and are
  ///   left out.
  init(_ paragraphs: [String], without asked: AskedWords = AskedWords([])) {
    self.paragraphs = paragraphs.map { Array(Wording.normalised($0).utf8) }
    for (place, bytes) in self.paragraphs.enumerated() { read(bytes, at: place) }
    guard !asked.shingles.isEmpty else { return }
    let repeated = covered(by: asked.shingles)
    words = zip(words, repeated).filter { !$1 }.map(\.0)
  }

  /// The runs of so many words that follow one another in the text.
  var shingles: [Shingle] {
    let length = CampaignFinder.shingleLength
    guard words.count >= length else { return [] }
    return (0...words.count - length).compactMap { start in
      let run = words[start..<start + length]
      guard words[start + length - 1].ordinal == words[start].ordinal + length - 1 else {
        return nil
      }
      return Shingle(
        start: start, hash: run.reduce(LetterWords.seed) { LetterWords.mixed($0, $1.hash) })
    }
  }

  /// Which words stand in a run that is among those given.
  func covered(by other: Set<UInt64>) -> [Bool] {
    var covered = Array(repeating: false, count: words.count)
    for shingle in shingles where other.contains(shingle.hash) {
      for place in shingle.start..<shingle.start + CampaignFinder.shingleLength {
        covered[place] = true
      }
    }
    return covered
  }

  /// One number for all words in order.
  var whole: UInt64 {
    words.reduce(LetterWords.seed) { LetterWords.mixed($0, $1.hash) }
  }

  /// The words of a run within one paragraph, and what stands between them.
  func text(_ run: Range<Int>) -> String {
    let bytes = words[run.lowerBound].bytes.lowerBound..<words[run.upperBound - 1].bytes.upperBound
    return String(decoding: paragraphs[words[run.lowerBound].paragraph][bytes], as: UTF8.self)
  }

  /// A word is a run of letters, digits and apostrophes; whatever is not ASCII
  /// counts as a letter, since dashes and quotation marks are ASCII by now.
  private mutating func read(_ bytes: [UInt8], at paragraph: Int) {
    var place = 0
    while place < bytes.count {
      guard LetterWords.isInWord(bytes[place]) else {
        place += 1
        continue
      }
      let start = place
      var hash = LetterWords.seed
      var isASCII = true
      while place < bytes.count, LetterWords.isInWord(bytes[place]) {
        isASCII = isASCII && bytes[place] < 0x80
        hash = LetterWords.taken(hash, LetterWords.lowercased(bytes[place]))
        place += 1
      }
      if !isASCII {
        let word = String(decoding: bytes[start..<place], as: UTF8.self).lowercased()
        hash = word.utf8.reduce(LetterWords.seed, LetterWords.taken)
      }
      words.append(
        Word(hash: hash, paragraph: paragraph, bytes: start..<place, ordinal: words.count))
    }
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, UInt8(ascii: "'"): true
    default: false
    }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  // FNV-1a in 64 bits (Fowler, Noll, Vo; RFC 9923): the same on every machine
  // and in every run, which Swift's own hashes are not.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func taken(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// Takes one hash into another, with every bit of the outcome spread (the
  /// finaliser of SplitMix64; Steele, Lea, Flood 2014): shingles are chosen by
  /// their low bits.
  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    var hash = (hash ^ word) &+ 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
    return hash ^ hash >> 31
  }
}

/// The words of the calls that submissions answer. Many papers repeat the
/// questions before their answers, and are no campaign for that.
public struct AskedWords: Sendable {
  let shingles: Set<UInt64>

  /// - Parameter texts: Of the calls; the marks of Markdown are no words.
  public init(_ texts: [String]) {
    shingles = Set(texts.flatMap { LetterWords([$0]).shingles.map(\.hash) })
  }
}
