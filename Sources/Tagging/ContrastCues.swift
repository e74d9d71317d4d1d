/// Words with which people speak against something.
///
/// A vector does not know for from against: “fees should rise” is near to “fees
/// should never rise”. These words say that a passage may be the other side, and
/// no more than that; whether it is, a person decides.
enum ContrastCues {
  private static let cues = [
    "disagree", "do not agree", "don't agree", "do not think", "don't think", "do not believe",
    "don't believe", "do not accept", "not convinced", "not persuaded", "not sure that",
    "not the case", "not necessary", "no evidence", "no need", "would not", "wouldn't",
    "should not", "shouldn't", "cannot support", "oppose", "object to", "however",
    "on the other hand", "on the contrary", "far from", "unintended", "mistake", "wrong",
    "sceptical", "unnecessary", "disproportionate", "too far", "caution", "resist", "reject",
  ]

  /// The places of cues by the byte that they begin with, and their bytes.
  private static let spelled = cues.map { Array($0.utf8) }
  private static let places = spelled.indices.reduce(
    into: [[Int]](repeating: [], count: 256)
  ) { places, cue in places[Int(spelled[cue][0])].append(cue) }

  /// The first of them in a text; `nil` where there is none.
  ///
  /// One look at each byte: an index of a large inquiry asks this of every passage.
  static func first(in text: String) -> String? {
    var lower = text.lowercased()
    let first = lower.withUTF8 { bytes in
      var first = cues.count
      for place in bytes.indices {
        for cue in places[Int(bytes[place])] where cue < first && stands(cue, bytes, at: place) {
          first = cue
        }
      }
      return first
    }
    return first < cues.count ? cues[first] : nil
  }

  /// An apostrophe may be bent.
  private static func stands(
    _ cue: Int, _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Bool {
    var place = start
    for byte in spelled[cue] {
      guard place < bytes.count else { return false }
      if bytes[place] == byte {
        place += 1
      } else if byte == UInt8(ascii: "'"), bytes[place...].starts(with: "’".utf8) {
        place += 3
      } else {
        return false
      }
    }
    return true
  }
}
