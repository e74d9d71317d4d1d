/// Shapes of lines by which the parts of a submission are told apart.
enum SubmissionShapes {
  /// “2.1 …”, “2.1.3. …”: a number of an outline. “2.5 per cent” is none.
  static func isOutlined(_ text: String) -> Bool {
    let mark = text[...].trimmed.prefix { ($0.isASCII && $0.isNumber) || $0 == "." }
    let parts = mark.split(separator: ".")
    let rest = text[...].trimmed[mark.endIndex...]
    return (2...5).contains(parts.count) && parts.allSatisfy { $0.count <= 2 }
      && mark.first != "." && (rest.first?.isBlank ?? false)
      && (rest.trimmed.first.map { !$0.isLowercase } ?? false)
  }

  /// “• …”, “a) …”, “(iv) …”, “i. …”: a piece of a list.
  static func isItem(_ text: String) -> Bool {
    let whole = text[...].trimmed
    guard let first = whole.first else { return false }
    if isBullet(text) { return true }
    let bare = first == "(" ? whole.dropFirst() : whole
    let letters = bare.prefix { $0.isASCII && $0.isLowercase }
    let after = bare[letters.endIndex...]
    let isLettered = letters.count == 1 || letters.count <= 5 && letters.allSatisfy("ivx".contains)
    guard !letters.isEmpty, isLettered, let sign = after.first, ".)".contains(sign) else {
      return false
    }
    return (first != "(" || sign == ")") && (after.dropFirst().first?.isBlank ?? false)
  }

  /// “• …”, “– …”: a piece of a list without numbers or letters.
  static func isBullet(_ text: String) -> Bool {
    let whole = text[...].trimmed
    guard let first = whole.first else { return false }
    return "•▪◦‣●○■□·*–—-o".contains(first) && whole.dropFirst().first?.isBlank ?? false
      || first == "\u{F0B7}"
  }

  /// A short line that begins with a capital and ends without a stop.
  static func isShortTitle(_ text: String) -> Bool {
    guard text.count <= 100, let first = text.first, let last = text.last else { return false }
    return (first.isUppercase || first.isNumber) && !".!:;,”\"".contains(last)
      && !text.contains(where: PlainTextReader.isLineEnd)
  }
}
