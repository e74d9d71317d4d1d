/// What the styles of a document say that bears on its text.
struct DocxStyles {
  /// A style as far as we need it.
  struct Style {
    var basedOn: String?
    var look = DocxLook()
    var ground: String?
    var numbering: Int?
    var level: Int?
    /// `heading 1`, `Title`: Word keeps these names whatever its language.
    var name: String?
    /// The level in the outline, 0 to 8; 9 is body text.
    var outline: Int?
  }

  private(set) var styles: [String: Style] = [:]
  private(set) var defaultStyle: String?
  fileprivate(set) var defaultLook = DocxLook()

  /// A property along the chain of styles, the nearest first.
  func first<Value>(_ style: String?, _ property: (Style) -> Value?) -> Value? {
    chain(style).lazy.compactMap(property).first
  }

  /// The look that a style gives, with those it is based on beneath it.
  func look(_ style: String?) -> DocxLook {
    chain(style).reversed().reduce(DocxLook()) { $0.overlaid(by: $1.look) }
  }

  /// Whether a style makes headings: it has a level in the outline, or is one
  /// of those that Word has for it.
  func isHeading(_ style: String?) -> Bool {
    if let outline = first(style, \.outline) { return (0...8).contains(outline) }
    return chain(style).contains { found in
      let name = found.name?.squeezed ?? ""
      return name.hasPrefix("heading") || name == "title" || name == "subtitle"
    }
  }

  private func chain(_ style: String?) -> [Style] {
    var chain: [Style] = []
    var next = style
    // 16: deeper than Word lets styles build on each other, and an end to circles.
    while let id = next, let found = styles[id], chain.count < 16 {
      chain.append(found)
      next = found.basedOn
    }
    return chain
  }

  fileprivate mutating func add(_ style: Style, id: String, isDefault: Bool) {
    styles[id] = style
    if isDefault { defaultStyle = id }
  }
}

/// Reads `word/styles.xml`.
final class DocxStylesPart: DocxPart {
  private(set) var styles = DocxStyles()
  private var style: (id: String, isDefault: Bool, content: DocxStyles.Style)?
  private var path: [String] = []

  func begin(_ element: DocxElement) {
    let parent = path.last
    path.append(element.name)
    if element.name == "w:style" {
      let isDefault = element["default"] == "1" && element["type"] == "paragraph"
      style = element["styleId"].map { ($0, isDefault, DocxStyles.Style()) }
    } else if path.contains("w:rPrDefault") {
      styles.defaultLook.take(element)
    } else if element.name == "w:name", parent == "w:style" {
      style?.content.name = element["val"]
    } else if element.name == "w:outlineLvl" {
      style?.content.outline = element["val"].flatMap { Int($0) }
    } else if element.name == "w:basedOn" {
      style?.content.basedOn = element["val"]
    } else if path.contains(where: { $0.hasPrefix("w:tblStylePr") }) {
      // Banding of tables: conditional on the row, so not a look of the style.
    } else if parent == "w:rPr" {
      style?.content.look.take(element)
    } else if parent == "w:pPr", element.name == "w:shd" {
      style?.content.ground = element["fill"]
    } else if parent == "w:numPr" {
      let value = element["val"].flatMap { Int($0) }
      if element.name == "w:numId" { style?.content.numbering = value }
      if element.name == "w:ilvl" { style?.content.level = value }
    }
  }

  func text(_ text: String) {}

  func end(_ name: String) {
    path.removeLast()
    if name == "w:style", let style {
      styles.add(style.content, id: style.id, isDefault: style.isDefault)
      self.style = nil
    }
  }
}
