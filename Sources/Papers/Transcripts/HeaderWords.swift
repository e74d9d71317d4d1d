/// Words and shapes by which header lines are told apart.
enum HeaderWords {
  /// Digits alone, “Page 3”, or “3 of 12”.
  static func isPageNumber(_ squeezed: String) -> Bool {
    guard squeezed.count <= 12 else { return false }
    let bare = squeezed.hasPrefix("page") ? squeezed.dropFirst(4) : squeezed[...]
    let parts = bare.filter { !"-–[]".contains($0) }.split(separator: "of", maxSplits: 1)
    return !parts.isEmpty
      && parts.allSatisfy { (1...4).contains($0.count) && $0.allSatisfy(\.isNumber) }
  }

  /// “© Parliament”, “Printed by authority of …”: what a printer or a website puts
  /// under a text, and nobody says.
  static func isImprint(_ text: String) -> Bool {
    guard text.utf8.count <= 200 else { return false }
    let small = text.lowercased()
    return [
      "©", "(c) parliament", "parliamentary copyright", "crown copyright", "printed by authority",
      "published by authority", "printed in the united kingdom", "printed and published by",
      "published by the authority", "published under the authority",
    ].contains(where: small.hasPrefix)
  }

  /// Whether a label is a word that opens header lines, and no speaker.
  static func isKeyword(_ label: String) -> Bool {
    let key = label.squeezed
    let words = ["witness", "witnesses", "memberspresent", "present", "attendees", "inattendance"]
    let isRoman = (1...5).contains(key.count) && key.allSatisfy("ivx".contains)
    return words.contains(key) || key.hasPrefix("writtenevidence") || isTitleKey(key, isNote: false)
      || isRoman
  }

  static func keyword(_ text: String) -> (key: String, rest: Substring) {
    guard let colon = text.firstIndex(of: ":") else { return (text.squeezed, "") }
    return (text[..<colon].squeezed, text[text.index(after: colon)...])
  }

  static func isTitleKey(_ key: String, isNote: Bool) -> Bool {
    if key.hasSuffix("oralevidence"), key.count <= 60 { return true }
    let openings = ["note", "agreednote", "summary", "agreedsummary", "minutesof", "title"]
    return isNote && key.count <= 40 && openings.contains(where: key.hasPrefix)
  }

  /// “I: …”, “Panel 2: …”.
  static func panelLine(_ text: String) -> (numeral: String, rest: Substring)? {
    guard let (label, rest) = LabelShape.candidate(in: text[...]), rest.contains(where: \.isLetter)
    else { return nil }
    var key = label.squeezed
    for word in ["witnesses", "panel"] where key.hasPrefix(word) {
      key = String(key.dropFirst(word.count))
    }
    let isRoman = (1...5).contains(key.count) && key.allSatisfy("ivxl".contains)
    let isPlain = (1...2).contains(key.count) && key.allSatisfy(\.isNumber)
    guard isRoman || isPlain else { return nil }
    return (key.uppercased(), rest)
  }
}
