/// Breaks words into lines, and measures them as a terminal shows them.
enum Wrapping {
  /// Lines of at most `width` columns, broken at blanks; a word that is longer
  /// than a line is cut. Line breaks of the text are kept.
  static func lines(_ text: String, width: Int) -> [String] {
    let width = max(width, 1)
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      wrapped(plain(line), width)
    }
  }

  private static func wrapped(_ line: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var open = ""
    var taken = 0
    for word in line.split(separator: " ").flatMap({ cut(String($0), width) }) {
      let columns = self.width(of: word)
      if taken > 0, taken + 1 + columns > width {
        lines.append(open)
        (open, taken) = (word, columns)
      } else {
        open += taken > 0 ? " \(word)" : word
        taken += columns + (taken > 0 ? 1 : 0)
      }
    }
    return lines + [open]
  }

  private static func cut(_ word: String, _ width: Int) -> [String] {
    guard self.width(of: word) > width else { return [word] }
    var parts: [String] = []
    var open = ""
    var taken = 0
    for character in word {
      let columns = self.width(of: character)
      if taken > 0, taken + columns > width {
        parts.append(open)
        (open, taken) = ("", 0)
      }
      open.append(character)
      taken += columns
    }
    return parts + [open]
  }

  /// The text with control characters as blanks: words out of a transcript
  /// must not steer a terminal. Line breaks are the caller's to keep.
  static func plain(_ text: some StringProtocol) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { steers($0) ? " " : $0 }))
  }

  /// C0 and C1 controls, and the marks that turn the direction of writing.
  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Columns that a text takes on a terminal.
  static func width(of text: String) -> Int {
    text.utf8.allSatisfy { $0 < 0x80 }
      ? text.utf8.count : text.reduce(0) { $0 + width(of: $1) }
  }

  /// East Asian wide characters and pictures take two columns, marks that
  /// combine with nothing before them none (Unicode annex 11, coarsely).
  private static func width(of character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    switch first.value {
    case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: return 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
