import Papers

/// Emphasis and links within a line of Markdown: `**so**`, `*so*`,
/// `[words](https://…)`, `<https://…>`. What is anything else, or leads anywhere
/// else, stands as it was typed.
enum InlineMarkup {
  static func write(_ text: String, to html: inout HTMLBytes) {
    var rest = text[...]
    while let mark = rest.firstIndex(where: { "*[<".contains($0) }) {
      html.text(rest[..<mark])
      rest = rest[mark...]
      guard let taken = take(rest, to: &html) else {
        html.text(rest.prefix(1))
        rest = rest.dropFirst()
        continue
      }
      rest = rest[taken...]
    }
    html.text(rest)
  }

  /// - Returns: Where what was written ends; `nil` when nothing was.
  private static func take(_ text: Substring, to html: inout HTMLBytes) -> String.Index? {
    if text.hasPrefix("**") { return emphasis(text, "**", to: &html) }
    if text.hasPrefix("*") { return emphasis(text, "*", to: &html) }
    return text.hasPrefix("[") ? link(text, to: &html) : address(text, to: &html)
  }

  private static func emphasis(
    _ text: Substring, _ mark: String, to html: inout HTMLBytes
  ) -> String.Index? {
    let inner = text.dropFirst(mark.count)
    guard let end = inner.firstRange(of: mark), end.lowerBound > inner.startIndex,
      inner.first?.isWhitespace == false
    else { return nil }
    html.literal(mark.count == 2 ? "<strong>" : "<em>")
    html.text(inner[..<end.lowerBound])
    html.literal(mark.count == 2 ? "</strong>" : "</em>")
    return end.upperBound
  }

  private static func link(_ text: Substring, to html: inout HTMLBytes) -> String.Index? {
    guard let middle = text.firstRange(of: "]("),
      let end = text[middle.upperBound...].firstIndex(of: ")")
    else { return nil }
    let address = text[middle.upperBound..<end]
    guard leadsOut(address) else { return nil }
    anchor(address, text[text.index(after: text.startIndex)..<middle.lowerBound], to: &html)
    return text.index(after: end)
  }

  private static func address(_ text: Substring, to html: inout HTMLBytes) -> String.Index? {
    guard let end = text.firstIndex(of: ">") else { return nil }
    let address = text[text.index(after: text.startIndex)..<end]
    guard leadsOut(address) else { return nil }
    anchor(address, address, to: &html)
    return text.index(after: end)
  }

  private static func anchor(
    _ address: Substring, _ words: Substring, to html: inout HTMLBytes
  ) {
    html.literal("<a href=\"")
    html.attribute(address)
    html.literal("\">")
    html.text(words)
    html.literal("</a>")
  }

  /// A page elsewhere or a mailbox, and nothing that a browser would run.
  private static func leadsOut(_ address: Substring) -> Bool {
    ["https://", "http://", "mailto:"].contains { address.hasPrefix($0) }
      && !address.contains { $0.isWhitespace || $0 == "\"" || $0 == "<" }
  }
}
