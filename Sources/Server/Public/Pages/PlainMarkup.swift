import Papers

/// Terms of reference, summaries and calls for evidence: headings, paragraphs
/// and lists of the author's Markdown, with emphasis and links in their lines.
/// Everything else of Markdown stands as it was typed; these are a few lines,
/// and no converter runs on the public surface.
struct PlainMarkup {
  private enum Line {
    case words(Substring)
    case heading(Substring)
    case bullet(Substring)
    case number(Substring)
    case blank
  }

  private var html = HTMLBytes()
  private var list: StaticString?
  /// The line that an item began with and those that carry it on.
  private var item: [Substring] = []

  /// - Parameters:
  ///   - markdown: As it was written.
  ///   - droppingTitle: Whether a heading that opens it is left out, because
  ///     the page says it already.
  static func html(_ markdown: String, droppingTitle: Bool = false) -> String {
    var writer = PlainMarkup()
    var paragraph: [Substring] = []
    var isFirst = true
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      let read = read(line)
      switch read {
      case .blank:
        writer.flush(&paragraph)
        continue
      case .heading(let words):
        writer.flush(&paragraph)
        if !(isFirst && droppingTitle) { writer.heading(words) }
      case .words(let words):
        if writer.item.isEmpty { paragraph.append(words) } else { writer.item.append(words) }
      case .bullet(let words):
        writer.flush(&paragraph)
        writer.open(words, in: "ul")
      case .number(let words):
        writer.flush(&paragraph)
        writer.open(words, in: "ol")
      }
      isFirst = false
    }
    writer.flush(&paragraph)
    writer.close()
    return String(decoding: writer.html.bytes, as: UTF8.self)
  }

  private static func read(_ line: Substring) -> Line {
    let words = line.drop { $0.isWhitespace }
    if words.isEmpty { return .blank }
    let marks = words.prefix { $0 == "#" }
    let title = words.dropFirst(marks.count)
    if (1...6).contains(marks.count), title.hasPrefix(" ") {
      return .heading(title.drop { $0.isWhitespace })
    }
    if words.hasPrefix("- ") || words.hasPrefix("* ") { return .bullet(words.dropFirst(2)) }
    let digits = words.prefix { $0.isASCII && $0.isNumber }
    let rest = words.dropFirst(digits.count)
    guard (1...3).contains(digits.count), rest.hasPrefix(". ") || rest.hasPrefix(") ") else {
      return .words(words)
    }
    return .number(rest.dropFirst(2))
  }

  private mutating func flush(_ paragraph: inout [Substring]) {
    endItem()
    guard !paragraph.isEmpty else { return }
    close()
    html.literal("<p>")
    InlineMarkup.write(paragraph.joined(separator: " "), to: &html)
    html.literal("</p>\n")
    paragraph = []
  }

  /// Every heading stands one below the page's own.
  private mutating func heading(_ words: Substring) {
    close()
    html.literal("<h2>")
    InlineMarkup.write(String(words), to: &html)
    html.literal("</h2>\n")
  }

  private mutating func open(_ words: Substring, in name: StaticString) {
    endItem()
    if list?.description != name.description {
      close()
      html.literal("<")
      html.literal(name)
      html.literal(">\n")
      list = name
    }
    item = [words]
  }

  private mutating func endItem() {
    guard !item.isEmpty else { return }
    html.literal("<li>")
    InlineMarkup.write(item.joined(separator: " "), to: &html)
    html.literal("</li>\n")
    item = []
  }

  private mutating func close() {
    endItem()
    guard let open = list else { return }
    html.literal("</")
    html.literal(open)
    html.literal(">\n")
    list = nil
  }
}
