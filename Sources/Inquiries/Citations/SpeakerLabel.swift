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

  /// Whether it is the surname of another label, or ends with it: `Dr Grey` of “Dr Anna Grey”.
  ///
  /// Names that may not be printed are in no label, so that nobody is found by them; and a
  /// last word such as “witness”, or the letter of “Director D”, is no surname.
  func isSurname(of name: String) -> Bool {
    guard let last = name.split(whereSeparator: \.isWhitespace).last, last.count > 1,
      last.contains(where: \.isUppercase)
    else { return false }
    return SpeakerLabel(name).plain.hasSuffix(" \(plain)")
  }

  /// Each name once, as it was first printed.
  static func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert(SpeakerLabel($0).full).inserted }
  }
}
