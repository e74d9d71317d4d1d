/// Reads OpenDocument text (ODF 1.3): the gate, then the parts with its text.
///
/// By ourselves: pandoc 2.17 drops the first row of tables, and counts lists anew.
enum ODTReader {
  static func read(
    _ bytes: [UInt8], fileName: String, limits: PaperLimits
  ) throws(PaperError) -> PaperText {
    let parts = try DocxGate(fileName: fileName, limits: limits, kind: .openDocument)
      .parts(of: bytes)
    let mimetype = String(decoding: parts["mimetype"] ?? [], as: UTF8.self)
    guard mimetype.contains("opendocument.text") else {
      throw PaperError(
        code: "paper_kind_differs",
        message:
          "\(fileName) is called .odt, and its content is “\(mimetype.prefix(80))”; save its text as .odt.",
        file: fileName)
    }
    if (parts["META-INF/manifest.xml"] ?? []).contains(sequence: Array("encryption-data".utf8)) {
      throw PaperError(
        code: "paper_encrypted",
        message: "\(fileName) is locked with a password; save it without one.", file: fileName)
    }
    let styles = ODTStyles()
    for name in ["styles.xml", "content.xml"] {
      guard let part = parts[name] else { continue }
      try DocxXML.parse(part, into: styles, name: name, fileName: fileName, limits: limits)
    }
    let body = ODTBody(styles: styles)
    try DocxXML.parse(
      parts["content.xml"] ?? [], into: body, name: "content.xml", fileName: fileName,
      limits: limits)
    try limits.check(body.paragraphs, fileName: fileName)
    guard !body.paragraphs.isEmpty else {
      guard body.pictures == 0 else { throw DocxReader.imageOnly(fileName) }
      throw PlainTextReader.noText(in: fileName)
    }
    return PaperText(
      paragraphs: body.paragraphs, aside: [], notes: body.notes, remarks: body.remarks)
  }
}

/// What the styles say that bears on the text: how lists count, and what is hidden.
final class ODTStyles: DocxPart {
  struct Level {
    var format = ""
    var prefix = ""
    var suffix = ""
    var start = 1
    /// How many levels the number shows: “2.1” shows two.
    var shown = 1
    var isBullet = false
  }

  private(set) var lists: [String: [Int: Level]] = [:]
  /// Styles whose text nobody sees.
  private(set) var hidden: Set<String> = []
  /// The list that a paragraph's style brings along.
  private(set) var listOf: [String: String] = [:]
  private var list: String?
  private var style: String?

  /// The style by which headings are numbered.
  static let outline = "outline style"

  func begin(_ element: DocxElement) {
    switch element.name {
    case "text:list-style": list = element["name"]
    case "text:outline-style": list = Self.outline
    case "text:list-level-style-number", "text:outline-level-style":
      guard let list, let level = element["level"].flatMap({ Int($0) }) else { return }
      lists[list, default: [:]][level] = Level(
        format: element["num-format"] ?? "", prefix: element["num-prefix"] ?? "",
        suffix: element["num-suffix"] ?? "",
        start: element["start-value"].flatMap { Int($0) } ?? 1,
        shown: element["display-levels"].flatMap { Int($0) } ?? 1)
    case "text:list-level-style-bullet", "text:list-level-style-image":
      guard let list, let level = element["level"].flatMap({ Int($0) }) else { return }
      lists[list, default: [:]][level] = Level(isBullet: true)
    case "style:style":
      style = element["name"]
      if let style, let list = element["list-style-name"] { listOf[style] = list }
    case "style:text-properties":
      if let style, element["display"] == "none" { hidden.insert(style) }
    default: break
    }
  }

  func text(_ text: String) {}

  func end(_ name: String) {
    switch name {
    case "text:list-style", "text:outline-style": list = nil
    case "style:style": style = nil
    default: break
    }
  }
}
