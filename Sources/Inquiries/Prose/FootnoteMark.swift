/// The mark of a footnote: `[^1]` refers to one, and `[^1]:` begins it.
public struct FootnoteMark: Hashable, Sendable {
  public let label: String
  /// Whether a colon behind it says that it begins the footnote and does not refer to it.
  public let isBeginning: Bool

  /// Those of a text, in order.
  public static func find(in text: String) -> [FootnoteMark] {
    text.matches(of: pattern).map { FootnoteMark($0, in: text) }
  }

  /// The label of the footnote that a text is; `nil` where it is none.
  public static func label(ofFootnote text: String) -> String? {
    let mark = text.prefixMatch(of: pattern).map { FootnoteMark($0, in: text) }
    return mark.flatMap { $0.isBeginning ? $0.label : nil }
  }

  private init(_ match: Regex<(Substring, Substring)>.Match, in text: String) {
    label = String(match.output.1)
    isBeginning = text[match.range.upperBound...].first == ":"
  }

  // Built where it is used: a Regex is not Sendable.
  static var pattern: Regex<(Substring, Substring)> { #/\[\^([^\]\s]+)\]/# }
}
