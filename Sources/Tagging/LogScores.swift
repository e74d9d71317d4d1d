import Inquiries

/// What speaks for each pair of a logged line and a turn.
///
/// The weights are small whole numbers, so that equal means equal. A speaker
/// weighs less than most of the words and more than some of them.
struct LogScores {
  /// What it costs that two lines share a turn: more than a number has to say,
  /// less than a pair with the same speaker.
  static let sharing: Int32 = 5
  private static let pair: Int32 = 2
  private static let sameSpeaker: Int32 = 6
  private static let bothNumbered: Int32 = 3
  private static let neitherNumbered: Int32 = 2
  private static let numberFits: Int32 = 4
  private static let allWords: Int32 = 10

  let lineCount: Int
  let turnCount: Int
  /// Whether a line may go on with the turn of the line before.
  let continues: [Bool]
  /// A score for each pair, 0 for one that must not be.
  private var scores: [Int32]

  init(log: [LogMatching.Logged], turns: [LogMatching.Turn]) {
    lineCount = log.count
    turnCount = turns.count
    let lineNames = log.map { Self.evened($0.speaker) }
    let turnNames = turns.map { Self.evened($0.speaker) }
    continues = log.indices.map { line in
      line > 0 && log[line].question == nil && lineNames[line] != nil
        && lineNames[line] == lineNames[line - 1]
    }
    scores = []
    scores.reserveCapacity(log.count * turns.count)
    var words = LogWords(turns: turns.map(\.text))
    let shares = log.map { words.shares(of: $0.text) }
    let numbers = LogNumbers(log: log, turns: turns, names: (lineNames, turnNames), shares: shares)
    for line in log.indices {
      for turn in turns.indices {
        let isSame = lineNames[line] != nil && lineNames[line] == turnNames[turn]
        let isOther = !isSame && lineNames[line] != nil && turnNames[turn] != nil
        let isFitting = numbers.fit(log[line].question, at: line, turns[turn].question)
        let share = shares[line][turn]
        // Order alone is no ground, nor a word or two.
        guard !isOther, isSame || isFitting || share * 2 >= Self.allWords else {
          scores.append(0)
          continue
        }
        var score = Self.pair + share
        if isSame { score += Self.sameSpeaker }
        switch (log[line].question, turns[turn].question) {
        case (.some, .some): score += Self.bothNumbered + (isFitting ? Self.numberFits : 0)
        case (nil, nil): score += Self.neitherNumbered
        default: break
        }
        scores.append(score)
      }
    }
  }

  /// What speaks for a pair; nil for one that must not be.
  subscript(line: Int, turn: Int) -> Int32? {
    let score = scores[line * turnCount + turn]
    return score > 0 ? score : nil
  }

  /// A printed name without its case, full stops and runs of blanks.
  private static func evened(_ name: String?) -> String? {
    let words = Wording.normalised(name ?? "").lowercased().split {
      $0.isWhitespace || $0 == "."
    }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// How much of a line's words a turn has, in tenths.
  private struct LogWords {
    /// The turns that have a word; those that many have are not kept.
    private var turns: [String: [Int]] = [:]
    private let count: Int
    /// A word in more turns than these tells nothing.
    private var common: Int { max(4, count / 4) }

    init(turns texts: [String]) {
      count = texts.count
      for (turn, text) in texts.enumerated() {
        for word in Self.words(of: text) { turns[word, default: []].append(turn) }
      }
      turns = turns.filter { $0.value.count <= common }
    }

    mutating func shares(of text: String) -> [Int32] {
      let words = Self.words(of: text)
      var found = [Int32](repeating: 0, count: count)
      for word in words { for turn in turns[word] ?? [] { found[turn] += 1 } }
      let all = max(1, Int32(clamping: words.count))
      return found.map { ($0 * LogScores.allWords + all / 2) / all }
    }

    private static func words(of text: String) -> Set<String> {
      Set(
        Wording.normalised(text).lowercased().split { !$0.isLetter && !$0.isNumber }
          .filter { $0.count > 1 }.map(String.init))
    }
  }
}

/// By how much the provisional numbers are off, line by line.
///
/// A log may have missed a question, so that from there on its numbers lag
/// behind. The turns about a line vote, with the words they share with it; who
/// has no words to go by keeps the number as it is.
private struct LogNumbers {
  private let offsets: [Int]

  /// Numbered lines on either side that vote: enough to be sure, and few enough
  /// for a jump to be found where it is.
  private static let reach = 6

  init(
    log: [LogMatching.Logged], turns: [LogMatching.Turn], names: ([String?], [String?]),
    shares: [[Int32]]
  ) {
    let numbered = log.indices.filter { log[$0].question != nil }
    let asked = turns.indices.filter { turns[$0].question != nil }
    let votes = numbered.map { line in
      asked.reduce(into: [Int: Int32]()) { votes, turn in
        let isOther = names.0[line] != nil && names.1[turn] != nil && names.0[line] != names.1[turn]
        guard let own = log[line].question, let printed = turns[turn].question, !isOther,
          shares[line][turn] > 0
        else { return }
        // Squared: one clear echo outweighs many faint ones.
        votes[printed - own, default: 0] += shares[line][turn] * shares[line][turn]
      }
    }
    var offsets = [Int](repeating: 0, count: log.count)
    for place in numbered.indices {
      let near = max(0, place - Self.reach)...min(numbered.count - 1, place + Self.reach)
      var sums = [0: Int32(1)]
      for vote in votes[near] { sums.merge(vote, uniquingKeysWith: +) }
      // Equal votes: the smaller step, then the lower number, so that the
      // answer never hangs on the order of a dictionary.
      let best = sums.min {
        ($1.value, abs($0.key), $0.key) < ($0.value, abs($1.key), $1.key)
      }
      offsets[numbered[place]] = best?.key ?? 0
    }
    self.offsets = offsets
  }

  func fit(_ own: Int?, at line: Int, _ printed: Int?) -> Bool {
    guard let own, let printed else { return false }
    return own + offsets[line] == printed
  }
}
