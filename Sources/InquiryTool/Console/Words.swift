import Inquiries

/// How counts, ranges and shortened words are written.
enum Words {
  /// `1 question`, `3 questions`.
  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    counted(number, one, many)
  }

  /// `Q45` or `Q45 to Q62`.
  static func questions(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "Q\(range.lowerBound)" : "Q\(range.lowerBound) to Q\(range.upperBound)"
  }

  /// The first words, with an ellipsis where more follow.
  static func beginning(of text: String, upTo limit: Int = 120) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard line.count > limit else { return line }
    let cut = line.prefix(limit)
    let end = cut.lastIndex(of: " ") ?? cut.endIndex
    return cut[..<end] + " …"
  }

  /// A number, or nothing where there is none.
  static func number(_ number: Int?) -> String {
    number.map(String.init) ?? ""
  }

  /// `2.4 MB`, in powers of ten.
  static func size(_ bytes: Int) -> String {
    switch bytes {
    case ..<1_000: count(bytes, "byte")
    case ..<1_000_000: "\(bytes / 1_000) kB"
    default: "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
    }
  }
}
