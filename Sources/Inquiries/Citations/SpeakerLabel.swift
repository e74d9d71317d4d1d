/// A printed name as one compares it: case, blanks and the form of an
/// apostrophe do not count.
struct SpeakerLabel: Hashable {
  /// Evened out, honorifics kept.
  let full: String
  /// Without honorifics; the whole where nothing else would be left.
  let plain: String

  /// What may stand before a name and say nothing about who it is.
  private static let honorifics: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "prof", "professor", "sir", "dame", "lord",
    "lady", "baroness", "baron", "earl", "viscount", "rt", "right", "hon", "honourable", "the",
    "cllr", "councillor", "rev", "reverend",
  ]

  init(_ text: String) {
    let words = text.lowercased().split { $0.isWhitespace || $0 == "." }.map {
      String($0.map { $0 == "’" ? "'" : $0 })
    }
    let names = Array(words.drop { SpeakerLabel.honorifics.contains($0) })
    full = words.joined(separator: " ")
    plain = (names.isEmpty ? words : names).joined(separator: " ")
  }

  /// Each name once, as it was first printed.
  static func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert(SpeakerLabel($0).full).inserted }
  }
}
