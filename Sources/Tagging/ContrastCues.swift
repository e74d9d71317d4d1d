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

  /// The first of them in a text; `nil` where there is none.
  static func first(in text: String) -> String? {
    let lower = text.lowercased().replacing("’", with: "'")
    return cues.first { lower.contains($0) }
  }
}
