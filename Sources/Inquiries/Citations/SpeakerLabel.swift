/// A printed name as one compares it: case, blanks and the form of an
/// apostrophe do not count.
struct SpeakerLabel: Hashable {
  /// Evened out, honorifics kept.
  let full: String
  /// Without honorifics and the letters behind a name; the whole where nothing else
  /// would be left.
  let plain: String

  /// What may stand before a name and say nothing about who it is.
  private static let honorifics: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "prof", "professor", "sir", "dame", "lord",
    "lady", "baroness", "baron", "earl", "viscount", "rt", "right", "hon", "honourable", "the",
    "cllr", "councillor", "rev", "reverend",
  ]

  /// What may stand behind a name and say nothing about who it is: `Edwin Vale CBE MP`.
  ///
  /// A list, since a transcript may print whole names in capitals; and none that is a
  /// surname too, such as MA.
  private static let letters: Set<String> = [
    "mp", "msp", "ms", "mla", "mep", "kc", "qc", "kg", "kt", "gbe", "kbe", "dbe", "cbe", "obe",
    "mbe", "bem", "gcb", "kcb", "dcb", "cb", "gcmg", "kcmg", "dcmg", "cmg", "gcvo", "kcvo", "dcvo",
    "cvo", "lvo", "mvo", "qpm", "kpm", "jp", "dl", "frs", "frse", "fba", "frcp", "frcs", "frcgp",
    "frcpch", "frcpsych", "frcn", "frsa", "fmedsci", "freng", "facss", "pc", "phd", "dphil", "esq",
  ]

  init(_ text: String) {
    let words = SpeakerLabel.words(text)
    full = SpeakerLabel.even(words[...])
    plain = SpeakerLabel.even(SpeakerLabel.names(words))
  }

  private static func words(_ text: String) -> [String] {
    text.split { $0.isWhitespace || $0 == "." }.map(String.init)
  }

  private static func even(_ words: ArraySlice<String>) -> String {
    String(words.joined(separator: " ").lowercased().map { $0 == "’" ? "'" : $0 })
  }

  /// The words that name somebody; all of them where nothing else would be left.
  private static func names(_ words: [String]) -> ArraySlice<String> {
    var names = words.drop { honorifics.contains($0.lowercased()) }
    while names.count > 1, let last = names.last, letters.contains(bare(last).lowercased()) {
      names.removeLast()
      // The comma before the letters went with them: `Edwin Vale KC, MP`.
      if let name = names.popLast() { names.append(bare(name)) }
    }
    return names.isEmpty ? words[...] : names
  }

  private static func bare(_ word: String) -> String {
    word.hasSuffix(",") ? String(word.dropLast()) : word
  }

  /// Whether it is the surname of another label, or ends with it: `Dr Grey` of “Dr Anna Grey”.
  ///
  /// Names that may not be printed are in no label, so that nobody is found by them; and a
  /// last word such as “witness”, or the letter of “Director D”, is no surname.
  func isSurname(of name: String) -> Bool {
    guard let last = SpeakerLabel.names(SpeakerLabel.words(name)).last, last.count > 1,
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
