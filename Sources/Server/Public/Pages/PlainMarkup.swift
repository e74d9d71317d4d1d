import Papers

/// Terms of reference and summaries: paragraphs and lists of the author's
/// Markdown. Everything else of Markdown stands as it was typed; these are a
/// few lines, and no converter runs on the public surface.
struct PlainMarkup {
  private enum Line {
    case words(Substring)
    case bullet(Substring)
    case number(Substring)
    case blank
  }

  private var html = HTMLBytes()
  private var list: StaticString?

  static func html(_ markdown: String) -> String {
    var writer = PlainMarkup()
    var paragraph: [Substring] = []
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      switch read(line) {
      case .blank:
        writer.flush(&paragraph)
      case .words(let words):
        paragraph.append(words)
      case .bullet(let words):
        writer.flush(&paragraph)
        writer.item(words, in: "ul")
      case .number(let words):
        writer.flush(&paragraph)
        writer.item(words, in: "ol")
      }
    }
    writer.flush(&paragraph)
    writer.close()
    return String(decoding: writer.html.bytes, as: UTF8.self)
  }

  private static func read(_ line: Substring) -> Line {
    let words = line.drop { $0.isWhitespace }
    if words.isEmpty { return .blank }
    if words.hasPrefix("- ") || words.hasPrefix("* ") { return .bullet(words.dropFirst(2)) }
    let digits = words.prefix { $0.isASCII && $0.isNumber }
    let rest = words.dropFirst(digits.count)
    guard (1...3).contains(digits.count), rest.hasPrefix(". ") || rest.hasPrefix(") ") else {
      return .words(words)
    }
    return .number(rest.dropFirst(2))
  }

  private mutating func flush(_ paragraph: inout [Substring]) {
    guard !paragraph.isEmpty else { return }
    close()
    html.literal("<p>")
    html.text(paragraph.joined(separator: " "))
    html.literal("</p>\n")
    paragraph = []
  }

  private mutating func item(_ words: Substring, in name: StaticString) {
    if list?.description != name.description {
      close()
      html.literal("<")
      html.literal(name)
      html.literal(">\n")
      list = name
    }
    html.literal("<li>")
    html.text(words)
    html.literal("</li>\n")
  }

  private mutating func close() {
    guard let open = list else { return }
    html.literal("</")
    html.literal(open)
    html.literal(">\n")
    list = nil
  }
}
