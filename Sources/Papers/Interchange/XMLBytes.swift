/// Writes XML as bytes: elements on lines of their own, text escaped.
struct XMLBytes {
  private(set) var bytes: [UInt8] = []

  mutating func literal(_ text: String) { bytes += text.utf8 }

  mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
    begin(name, attributes)
    literal(">\n")
  }

  mutating func close(_ name: String) { literal("</\(name)>\n") }

  mutating func empty(_ name: String, _ attributes: [(String, String)] = []) {
    begin(name, attributes)
    literal("/>\n")
  }

  /// An element that holds text, on one line.
  mutating func line(
    _ name: String, _ attributes: [(String, String)] = [], _ write: (inout XMLBytes) -> Void
  ) {
    begin(name, attributes)
    literal(">")
    write(&self)
    close(name)
  }

  mutating func inline(_ name: String, _ text: String, _ attributes: [(String, String)] = []) {
    begin(name, attributes)
    literal(">")
    self.text(text[...])
    literal("</\(name)>")
  }

  /// An element of words, with `eol` where their lines end, that keeps blanks
  /// which a reader would draw together.
  ///
  /// - Parameter after: Writes what stands in the element behind its words.
  mutating func words(
    _ name: String, _ text: Substring, after: (inout XMLBytes) -> Void = { _ in }
  ) {
    line(name, Self.keepsBlanks(text) ? [("xml:space", "preserve")] : []) { xml in
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        if index > 0 { xml.literal("<eol/>") }
        xml.text(line)
      }
      after(&xml)
    }
  }

  /// Characters that XML 1.0 cannot hold become blanks, or the sign for what
  /// cannot be shown.
  mutating func text(_ text: Substring) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": literal("&amp;")
      case "<": literal("&lt;")
      case ">": literal("&gt;")
      case "\"": literal("&quot;")
      case "\r": literal("&#13;")
      case "\u{B}", "\u{C}": literal(" ")
      case "\t", "\n": bytes.append(UInt8(scalar.value))
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": literal("\u{FFFD}")
      default: bytes += Array(String(scalar).utf8)
      }
    }
  }

  private static func keepsBlanks(_ text: Substring) -> Bool {
    if text.utf8.contains(0x09) || text.utf8.contains(0x0D) { return true }
    return ["  ", " \n", "\n "].contains { text.contains($0) }
  }

  private mutating func begin(_ name: String, _ attributes: [(String, String)]) {
    literal("<\(name)")
    for (name, value) in attributes {
      literal(" \(name)=\"")
      text(value[...])
      literal("\"")
    }
  }
}
