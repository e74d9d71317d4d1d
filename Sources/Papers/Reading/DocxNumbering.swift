/// The lists of a document: how each level counts and is written.
struct DocxNumbering {
  /// One level of a list.
  struct Level {
    var start = 1
    var format = "decimal"
    var text = ""
    var suffix = "tab"
    var style: String?
    var isRestarting = true
  }

  /// A list definition that several lists share.
  struct Definition {
    var levels: [Int: Level] = [:]
    var styleLink: String?
  }

  /// A list: a definition and what the list changes in it.
  struct List {
    var definition = 0
    var levels: [Int: Level] = [:]
    var starts: [Int: Int] = [:]
  }

  fileprivate(set) var definitions: [Int: Definition] = [:]
  fileprivate(set) var lists: [Int: List] = [:]
}

/// Reads `word/numbering.xml`.
final class DocxNumberingPart: DocxPart {
  private(set) var numbering = DocxNumbering()
  private var definition: (id: Int, content: DocxNumbering.Definition)?
  private var list: (id: Int, content: DocxNumbering.List)?
  private var override: Int?
  private var level: (index: Int, content: DocxNumbering.Level)?

  func begin(_ element: DocxElement) {
    let number = element["val"].flatMap { Int($0) }
    switch element.name {
    case "w:abstractNum":
      definition = element["abstractNumId"].flatMap { Int($0) }.map { ($0, .init()) }
    case "w:num": list = element["numId"].flatMap { Int($0) }.map { ($0, .init()) }
    case "w:abstractNumId": list?.content.definition = number ?? 0
    case "w:numStyleLink": definition?.content.styleLink = element["val"]
    case "w:lvlOverride": override = Self.index(element)
    case "w:startOverride": if let override { list?.content.starts[override] = number }
    case "w:lvl": level = Self.index(element).map { ($0, .init()) }
    case "w:start": level?.content.start = number ?? 1
    case "w:numFmt": level?.content.format = element["val"] ?? "decimal"
    case "w:lvlText": level?.content.text = element["val"] ?? ""
    case "w:suff": level?.content.suffix = element["val"] ?? "tab"
    case "w:pStyle": level?.content.style = element["val"]
    case "w:lvlRestart": level?.content.isRestarting = number != 0
    default: break
    }
  }

  func text(_ text: String) {}

  /// A list has nine levels (ECMA-376, 17.9.6); others are none.
  private static func index(_ element: DocxElement) -> Int? {
    element["ilvl"].flatMap { Int($0) }.flatMap { (0...8).contains($0) ? $0 : nil }
  }

  func end(_ name: String) {
    switch name {
    case "w:lvl":
      if let level {
        if list != nil {
          list?.content.levels[level.index] = level.content
        } else {
          definition?.content.levels[level.index] = level.content
        }
      }
      level = nil
    case "w:lvlOverride": override = nil
    case "w:abstractNum":
      if let definition { numbering.definitions[definition.id] = definition.content }
      definition = nil
    case "w:num":
      if let list { numbering.lists[list.id] = list.content }
      list = nil
    default: break
    }
  }
}
