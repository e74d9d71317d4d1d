/// Lets through of a converter's HTML what a report may contain.
///
/// The converter is told not to pass an author's HTML on; this is the wall
/// behind that. Elements and attributes that are not listed go, their words
/// stay; a picture becomes its description; a link leads to the web, to an
/// address of mail or to a place on the page, or it is no link.
struct HTMLSanitiser {
  private static let elements: Set<String> = [
    "p", "em", "strong", "a", "code", "pre", "blockquote", "ul", "ol", "li", "table", "caption",
    "thead", "tbody", "tfoot", "tr", "th", "td", "hr", "br", "del", "sub", "sup",
  ]
  private static let linkPrefixes = ["http://", "https://", "mailto:", "#"]
  private static let alignments: Set<String> = [
    "text-align: left;", "text-align: right;", "text-align: center;",
  ]

  private let input: [UInt8]
  private var position = 0
  private var output = HTMLBytes()
  /// Whether the `a` that is open was let through.
  private var linkIsOpen = false

  private init(_ html: some Sequence<UInt8>) {
    input = Array(html)
  }

  /// - Parameter html: What a converter wrote: every `<` in it begins a tag.
  /// - Returns: HTML that may stand on a page.
  static func sanitise(_ html: some Sequence<UInt8>) -> String {
    var sanitiser = HTMLSanitiser(html)
    sanitiser.run()
    return String(decoding: sanitiser.output.bytes, as: UTF8.self)
  }

  private mutating func run() {
    while position < input.count {
      let start = position
      while position < input.count, input[position] != .less { position += 1 }
      output.sanitised(input[start..<position])
      if position < input.count { tag() }
    }
  }

  private mutating func tag() {
    position += 1
    let isClosing = position < input.count && input[position] == UInt8(ascii: "/")
    if isClosing { position += 1 }
    let start = position
    while position < input.count, input[position].isWord { position += 1 }
    let name = String(decoding: input[start..<position], as: UTF8.self).lowercased()
    let attributes = attributes()
    switch name {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      // A heading inside a list or quotation is no heading of the report.
      output.sanitised(isClosing ? "</strong></p>" : "<p><strong>")
    case "img":
      output.text(HTMLSanitiser.decoded(attributes["alt"] ?? ""))
    case "a":
      link(isClosing, attributes)
    case let name where HTMLSanitiser.elements.contains(name):
      output.sanitised(isClosing ? "</\(name)" : "<\(name)")
      if !isClosing { write(attributes, of: name) }
      output.literal(">")
    default:
      break
    }
  }

  private mutating func link(_ isClosing: Bool, _ attributes: [String: String]) {
    if isClosing {
      if linkIsOpen { output.literal("</a>") }
      linkIsOpen = false
      return
    }
    guard let href = attributes["href"], !linkIsOpen, HTMLSanitiser.mayLead(to: href) else {
      return
    }
    linkIsOpen = true
    output.literal("<a href=\"")
    output.attribute(HTMLSanitiser.decoded(href))
    output.literal("\"")
    write(attributes, of: "a")
    output.literal(">")
  }

  /// Whether a link leads to the web, to an address of mail or to a place on the page.
  static func mayLead(to href: String) -> Bool {
    linkPrefixes.contains { href.lowercased().hasPrefix($0) }
  }

  private mutating func write(_ attributes: [String: String], of element: String) {
    if let id = attributes["id"], HTMLSanitiser.isNoteMark(id) { write("id", id) }
    if let role = attributes["role"], role.hasPrefix("doc-"), element == "a" { write("role", role) }
    if element == "ol", let start = attributes["start"], HTMLSanitiser.isNumber(start) {
      write("start", start)
    }
    if element == "th" { write("scope", "col") }
    guard element == "th" || element == "td" else { return }
    if let style = attributes["style"], HTMLSanitiser.alignments.contains(style) {
      write("style", style)
    }
    if let columns = attributes["colspan"], HTMLSanitiser.isNumber(columns) {
      write("colspan", columns)
    }
    if let rows = attributes["rowspan"], HTMLSanitiser.isNumber(rows) { write("rowspan", rows) }
  }

  private mutating func write(_ name: StaticString, _ value: String) {
    output.literal(" ")
    output.literal(name)
    output.literal("=\"")
    output.attribute(value)
    output.literal("\"")
  }

  /// Reads up to the `>` that ends the tag.
  private mutating func attributes() -> [String: String] {
    var attributes: [String: String] = [:]
    while position < input.count, input[position] != .greater {
      let start = position
      while position < input.count, input[position] != .greater, input[position] != .equals,
        !input[position].isBlank
      {
        position += 1
      }
      let name = String(decoding: input[start..<position], as: UTF8.self).lowercased()
      guard position + 1 < input.count, input[position] == .equals,
        input[position + 1] == UInt8(ascii: "\"")
      else {
        if position < input.count, input[position] != .greater { position += 1 }
        continue
      }
      position += 2
      let value = position
      while position < input.count, input[position] != UInt8(ascii: "\"") { position += 1 }
      attributes[name] = String(decoding: input[value..<position], as: UTF8.self)
      position = min(position + 1, input.count)
    }
    position = min(position + 1, input.count)
    return attributes
  }

  /// `fn3` or `fnref3`: the marks of the author's own notes.
  private static func isNoteMark(_ id: String) -> Bool {
    let number = id.hasPrefix("fnref") ? id.dropFirst(5) : id.hasPrefix("fn") ? id.dropFirst(2) : ""
    return isNumber(String(number))
  }

  private static func isNumber(_ text: String) -> Bool {
    (1...6).contains(text.utf8.count) && text.utf8.allSatisfy(\.isDigit)
  }

  /// An attribute's value as it was before the converter escaped it.
  private static func decoded(_ value: String) -> String {
    guard value.utf8.contains(UInt8(ascii: "&")) else { return value }
    var decoded = ""
    var rest = value[...]
    while let mark = rest.firstIndex(of: "&") {
      decoded += rest[..<mark]
      rest = rest[mark...]
      let known = [
        ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
      ].first { rest.hasPrefix($0.0) }
      decoded += known?.1 ?? "&"
      rest = rest.dropFirst(known?.0.count ?? 1)
    }
    return decoded + rest
  }
}
