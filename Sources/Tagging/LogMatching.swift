import Inquiries

/// Which turn of a transcript each line of a live log became.
///
/// The pairing keeps the order of both, and of all that do it is the one with
/// the most in its favour: the speaker, the question number, and the words, which
/// in a clerk's shorthand are a hint only. Lines in a row of one speaker may
/// share a turn. A line gets a turn only when every best pairing gives it that
/// turn; where two fit equally, it gets none.
///
/// Costs two passes over lines times turns, and six tables of 32-bit numbers:
/// for 600 lines against 1,200 turns 17 MB, for the length of the call.
public enum LogMatching {
  /// A line of the log.
  public struct Logged: Hashable, Sendable {
    /// The provisional number, on the line that asks.
    public let question: Int?
    /// The printed name, where the clerk gave one.
    public let speaker: String?
    public let text: String

    /// Makes a line.
    public init(question: Int? = nil, speaker: String? = nil, text: String) {
      self.question = question
      self.speaker = speaker
      self.text = text
    }
  }

  /// A turn of the transcript.
  public struct Turn: Hashable, Sendable {
    /// The number, on the numbered turn itself.
    public let question: Int?
    /// The printed name, where it is known.
    public let speaker: String?
    public let text: String

    /// Makes a turn.
    public init(question: Int? = nil, speaker: String? = nil, text: String) {
      self.question = question
      self.speaker = speaker
      self.text = text
    }
  }

  /// Pairs a log with the transcript of its session.
  ///
  /// - Returns: For each line the index of its turn, or nil; never falling.
  public static func turns(of log: [Logged], in turns: [Turn]) -> [Int?] {
    guard !log.isEmpty, !turns.isEmpty else { return log.map { _ in nil } }
    let table = LogScores(log: log, turns: turns)
    return LogAlignment(table).sure
  }
}

/// The best pairings of all beginnings and of all ends, and what they share.
private struct LogAlignment {
  private let scores: LogScores
  private let width: Int
  /// The best of the first lines and turns, and of the lines and turns from a
  /// place on.
  private var before: [Int32]
  private var after: [Int32]
  /// The best up to a pair, and from it on, the pair itself in both.
  private var upTo: [Int32]
  private var from: [Int32]

  /// What a pair has that must not be; low, and far from running over.
  private static let never = Int32.min / 4

  init(_ scores: LogScores) {
    self.scores = scores
    width = scores.turnCount + 1
    let cells = (scores.lineCount + 1) * width
    before = Array(repeating: 0, count: cells)
    after = before
    upTo = Array(repeating: Self.never, count: cells)
    from = upTo
    fillForward()
    fillBackward()
  }

  private mutating func fillForward() {
    for line in 0..<scores.lineCount {
      let row = line * width
      for turn in 0..<scores.turnCount {
        if let score = scores[line, turn] {
          var best = before[row + turn]
          if line > 0, scores.continues[line] {
            best = max(best, upTo[row - width + turn] - LogScores.sharing)
          }
          upTo[row + turn] = best + score
        }
        before[row + width + turn + 1] = max(
          before[row + turn + 1], before[row + width + turn], upTo[row + turn])
      }
    }
  }

  private mutating func fillBackward() {
    for line in (0..<scores.lineCount).reversed() {
      let row = line * width
      for turn in (0..<scores.turnCount).reversed() {
        if let score = scores[line, turn] {
          var best = after[row + width + turn + 1]
          if line + 1 < scores.lineCount, scores.continues[line + 1] {
            best = max(best, from[row + width + turn] - LogScores.sharing)
          }
          from[row + turn] = best + score
        }
        after[row + turn] = max(after[row + width + turn], after[row + turn + 1], from[row + turn])
      }
    }
  }

  /// What every best pairing has in common.
  var sure: [Int?] {
    let best = after[0]
    return (0..<scores.lineCount).map { line in
      let row = line * width
      var found: Int?
      for turn in 0..<width {
        // A best pairing that leaves the line out.
        if before[row + turn] + after[row + width + turn] == best { return nil }
        guard turn < scores.turnCount, let score = scores[line, turn],
          upTo[row + turn] + from[row + turn] - score == best
        else { continue }
        guard found == nil else { return nil }
        found = turn
      }
      return found
    }
  }
}
