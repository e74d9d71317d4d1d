/// A tag of a web page, as far as reading its text needs it.
struct HTMLTag {
  /// In small letters; empty for comments and declarations.
  let name: String
  let isEnd: Bool
  /// Where what follows it begins.
  let end: Int
  private let attributes: Substring

  /// Longer ones are text: no program writes such.
  static let longest = 20_000

  /// Nil when a sign stands there that begins no tag.
  ///
  /// - Parameters:
  ///   - place: Where the `<` is.
  ///   - close: The first `>` after it.
  ///   - lastCommentEnd: Where the last `-->` of the page begins. A comment that
  ///     is never closed is text: it would swallow the rest.
  init?(_ bytes: [UInt8], at place: Int, close: Int, lastCommentEnd: Int) {
    let start = place + 1
    guard start < bytes.count else { return nil }
    if bytes[start...].starts(with: "!--".utf8) {
      guard lastCommentEnd > start else { return nil }
      var end = start + 1
      while end < lastCommentEnd, !bytes[end...].starts(with: "-->".utf8) { end += 1 }
      self.init(name: "", isEnd: false, end: end + 3)
      return
    }
    guard close - place <= Self.longest else { return nil }
    let isEnd = bytes[start] == UInt8(ascii: "/")
    let opening = isEnd ? start + 1 : start
    guard opening < close else { return nil }
    if [UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[start]) {
      self.init(name: "", isEnd: false, end: close + 1)
      return
    }
    var place = opening
    while place < close, Self.isName(bytes[place]) { place += 1 }
    guard place > opening, !(0x30...0x39).contains(bytes[opening]) else { return nil }
    let end = Self.end(bytes, from: place, close: close)
    self.init(
      name: String(decoding: bytes[opening..<place], as: UTF8.self).lowercased(), isEnd: isEnd,
      end: end + 1, attributes: String(decoding: bytes[place..<end], as: UTF8.self)[...])
  }

  private init(name: String, isEnd: Bool, end: Int, attributes: Substring = "") {
    self.name = name
    self.isEnd = isEnd
    self.end = end
    self.attributes = attributes
  }

  private static func isName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
  }

  /// The `>` that ends the tag: one between quotation marks does not.
  private static func end(_ bytes: [UInt8], from place: Int, close: Int) -> Int {
    var quote: UInt8?
    let limit = min(bytes.count, place + longest)
    for index in place..<limit {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return index
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
    }
    return close
  }

  /// The value of an attribute.
  subscript(_ name: String) -> String? {
    guard !attributes.isEmpty else { return nil }
    let pattern = #/([A-Za-z-]+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/#
    for found in attributes.matches(of: pattern) where found.output.1.lowercased() == name {
      return (found.output.2 ?? found.output.3 ?? found.output.4).map(String.init) ?? ""
    }
    return nil
  }

  /// Whether a browser shows nothing of the element.
  var isHidden: Bool {
    guard !attributes.isEmpty, !isEmpty else { return false }
    if let style = self["style"]?.squeezed,
      style.contains("display:none") || style.contains("visibility:hidden")
    {
      return true
    }
    return self["hidden"] != nil
  }

  /// What is read beside the text of a page.
  enum Aside {
    /// A menu or the foot of the page.
    case furniture
    /// A list of notes, or one, by the name that references call it.
    case notes(String?)
  }

  /// - Parameter targets: The names that references to notes gave so far.
  func aside(targets: Set<String>) -> Aside? {
    if name == "footer" || name == "nav" { return .furniture }
    guard !attributes.isEmpty else { return nil }
    let role = self["role"] ?? ""
    if role == "contentinfo" || role == "navigation" { return .furniture }
    let classes = (self["class"] ?? "").lowercased().split(whereSeparator: \.isWhitespace)
    let isList =
      ["doc-endnotes", "doc-footnote", "doc-footnotes"].contains(role)
      || classes.contains { ["footnotes", "endnotes", "footnote", "footnotes-list"].contains($0) }
    if isList, Self.blocks.contains(name) || name == "ol" || name == "ul" { return .notes(nil) }
    guard !targets.isEmpty, let id = self["id"].map(Self.target), targets.contains(id) else {
      return nil
    }
    return .notes(id)
  }

  /// What the link of a reference to a note calls the note.
  var noteTarget: String? {
    guard let address = self["href"], address.first == "#" else { return nil }
    let target = Self.target(address.dropFirst())
    let isNote =
      ["fn", "ftn", "edn", "footnote", "endnote", "sdfootnote", "note"].contains {
        target.hasPrefix($0)
      } && !target.contains("ref") && target.contains(where: \.isNumber)
    return isNote || self["role"] == "doc-noteref" ? target : nil
  }

  /// Whether it leads from a note back to the text.
  var isBacklink: Bool {
    self["role"] == "doc-backlink" || (self["href"] ?? "").hasPrefix("#")
  }

  private static func target(_ name: some StringProtocol) -> String {
    String(name.lowercased().drop { $0 == "_" })
  }

  /// Whether nothing can be inside it.
  var isEmpty: Bool {
    attributes.last == "/"
      || [
        "br", "hr", "img", "input", "meta", "link", "base", "col", "wbr", "area", "source", "embed",
        "param", "track",
      ].contains(name)
  }

  /// Elements whose inside is for programs and not for readers.
  static let unread: Set<String> = [
    "script", "style", "head", "template", "svg", "math", "iframe", "object", "noscript", "canvas",
    "select",
  ]

  /// Elements inside which signs are no tags.
  static let raw: Set<String> = ["script", "style", "iframe", "noscript"]

  /// Elements with which a paragraph or an item ends that is not ended itself.
  static let holders: Set<String> = ["ol", "ul", "div", "section", "article", "main", "body"]

  /// Elements that begin on a line of their own.
  static let blocks: Set<String> = [
    "p", "div", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "blockquote",
    "section", "article", "header", "footer", "nav", "main", "aside", "dl", "dt", "dd", "figure",
    "figcaption", "address", "form", "fieldset", "legend", "hr", "body", "html", "center",
    "details",
    "summary", "title",
  ]
}
