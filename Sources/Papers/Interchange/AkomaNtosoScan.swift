/// Cuts the file of an Akoma Ntoso debate into its pieces, in their order.
///
/// A block such as `p` ends a piece; what it holds, known or not, stays in it.
/// Every text node of the document's body, of what stands before and after it,
/// and of the notes in its `meta` comes in exactly one piece.
final class AkomaNtosoScan: DocxPart {
  /// What a piece of text is to the debate.
  enum Role: Equatable {
    /// Of the preface or cover page, before the first speech.
    case front
    /// A list of who is present.
    case roll
    /// Who is heard in the panel with this `eId`.
    case witnesses(String)
    case heading, number, from, words, narrative, note
    /// After the body.
    case back
  }

  /// A word or group of words that its element says something of.
  struct Mark {
    let name: String
    let text: String
    let value: String?
  }

  enum Piece {
    case begin(AkomaNtosoUtterance)
    case end
    /// A section of the turns heard with the panel of this `eId`.
    case panel(String?)
    case endOfPanel
    /// Where a note in the text begins; its words follow.
    case note
    case text(String, Role, [Mark])
  }

  private struct Frame {
    let name: String
    /// Whether it stands in a line of text and does not end it.
    let isInline: Bool
    let isLeaf: Bool
    let role: Role?
    let keepsBlanks: Bool
    var markStart: Int?
    var value: String?
  }

  private struct Line {
    var text = ""
    var marks: [Mark] = []
    var isAfterBlank = true
  }

  private(set) var pieces: [Piece] = []
  private(set) var meta = AkomaNtosoMeta()
  /// How many visible scalars of text were met.
  private(set) var ink = 0
  private var stack: [Frame] = []
  private var line = Line()
  /// Lines that a note interrupts.
  private var interrupted: [Line] = []
  /// Whether the next word stands behind a remark and needs a blank before it.
  private var isAfterRemark = false
  private var textBytes = 0
  private let fileName: String
  private let limits: PaperLimits

  init(fileName: String, limits: PaperLimits) {
    self.fileName = fileName
    self.limits = limits
  }

  func begin(_ element: DocxElement) throws(PaperError) {
    let name = String(element.name.split(separator: ":", maxSplits: 1).last ?? "")
    try checkTop(name, element)
    if isInMeta { meta.take(name, element) }
    let isInLeaf = stack.last.map { $0.isLeaf || $0.isInline } ?? false
    let isInline = isInLeaf && !Self.blocks.contains(name)
    if isInline, name == "remark", !line.isAfterBlank { putBlank() }
    if !isInline {
      if name == "authorialNote" {
        interrupted.append(line)
        line = Line()
        pieces.append(.note)
      } else {
        try flush()
      }
    }
    var frame = Frame(
      name: name, isInline: isInline, isLeaf: Self.leaves.contains(name),
      role: role(of: name, element, isInline: isInline),
      keepsBlanks: element["space"].map { $0 == "preserve" } ?? stack.last?.keepsBlanks ?? false)
    if Self.marked.contains(name) || (isInline && name == "remark") {
      frame.markStart = line.text.utf8.count
      frame.value = element["date"] ?? element["refersTo"]
    }
    stack.append(frame)
    if name == "eol" || name == "br" { breakLine() }
    if !isInMeta { open(name, element) }
  }

  private func open(_ name: String, _ element: DocxElement) {
    if Self.utterances.contains(name) {
      pieces.append(
        .begin(
          AkomaNtosoUtterance(
            kind: name, by: element["by"] ?? "", as: element["as"] ?? "")))
    } else if name == "debateSection", element["name"] == "panel" {
      pieces.append(.panel(element["refersTo"].map(AkomaNtosoMeta.bare)))
    } else if name == "debateSection" {
      pieces.append(.panel(nil))
    }
  }

  func end(_ closed: String) throws(PaperError) {
    guard let frame = stack.last else { return }
    if let start = frame.markStart, frame.name == "remark" {
      endRemark(from: start)
    } else if let start = frame.markStart {
      let found = line.text.utf8.dropFirst(start)
      line.marks.append(
        Mark(
          name: frame.name, text: String((String(found) ?? "")[...].trimmed), value: frame.value))
    }
    if !frame.isInline { try flush() }
    stack.removeLast()
    if frame.name == "authorialNote", let before = interrupted.popLast() { line = before }
    guard !isInMeta else { return }
    if Self.utterances.contains(frame.name) { pieces.append(.end) }
    if frame.name == "debateSection" { pieces.append(.endOfPanel) }
  }

  func text(_ text: String) throws(PaperError) {
    guard !isInMeta || stack.contains(where: { $0.name == "note" }) else { return }
    textBytes += text.utf8.count
    // Indentation counts in the file's own limit and not in that of its words.
    let keepsBlanks = stack.last?.keepsBlanks ?? false
    for scalar in text.unicodeScalars {
      if !scalar.isBlank { ink += 1 }
      if isAfterRemark {
        let isWord =
          scalar.properties.isAlphabetic
          || "0123456789(\u{201C}\u{2018}\"".unicodeScalars.contains(scalar)
        if isWord, !line.isAfterBlank { putBlank() }
        isAfterRemark = false
      }
      let isSpace = [" ", "\t", "\n", "\r"].contains(scalar)
      if isSpace, !keepsBlanks {
        if !line.isAfterBlank { line.text.unicodeScalars.append(" ") }
        line.isAfterBlank = true
      } else {
        line.text.unicodeScalars.append(scalar)
        line.isAfterBlank = false
      }
    }
    guard textBytes <= limits.partBytes, ink <= limits.textBytes else {
      throw PaperError(
        code: "too_much_text",
        message:
          "\(fileName) holds more than the \(limits.textBytes) bytes of text that are read; split it.",
        file: fileName)
    }
  }

  private func putBlank() {
    line.text += " "
    line.isAfterBlank = true
  }

  /// Sets what a remark says apart from the words around it: in square brackets, unless
  /// it has brackets of its own.
  private func endRemark(from start: Int) {
    let text = line.text
    guard let place = text.utf8.index(text.startIndex, offsetBy: start, limitedBy: text.endIndex)
    else { return }
    let words = text[place...].trimmed
    guard !words.isEmpty else { return }
    if !"([".contains(words.first ?? " ") {
      line.text = text[..<place] + "[" + words + "]"
      ink += 2
      line.isAfterBlank = false
    }
    isAfterRemark = true
  }

  private func breakLine() {
    let keepsBlanks = stack.last?.keepsBlanks ?? false
    if !keepsBlanks, line.text.last == " " { line.text.removeLast() }
    line.text += "\n"
    line.isAfterBlank = true
  }

  private func flush() throws(PaperError) {
    let text = line.text[...].trimmed
    let marks = line.marks
    line = Line()
    isAfterRemark = false
    guard !text.isEmpty else { return }
    guard pieces.count < 4 * limits.paragraphs else {
      throw PaperError(
        code: "too_many_paragraphs",
        message:
          "\(fileName) has more than the \(limits.paragraphs) paragraphs that are read; split it.",
        file: fileName)
    }
    pieces.append(.text(String(text), around, marks))
  }
}

// MARK: - The vocabulary

extension AkomaNtosoScan {
  static let utterances: Set<String> = ["speech", "question", "answer"]

  private static let leaves: Set<String> = [
    "p", "num", "heading", "subheading", "from", "narrative", "scene", "summary", "li", "block",
    "listIntroduction", "listWrapUp",
  ]

  /// Elements that end the line in which they stand.
  private static let blocks = leaves.union(utterances).union([
    "authorialNote", "item", "ul", "ol", "table", "tr", "td", "th", "caption", "blockList",
    "blockContainer", "tblock", "foreign", "container", "debateSection", "speechGroup", "other",
  ])

  private static let marked: Set<String> = [
    "docTitle", "docProponent", "docCommittee", "docNumber", "docDate", "person", "role",
    "organization", "inline",
  ]

  private var isInMeta: Bool { stack.count > 2 && stack[2].name == "meta" }

  /// What the text of the innermost element that says so is.
  private var around: Role { stack.last { $0.role != nil }?.role ?? .back }

  private var isInUtterance: Bool { stack.contains { Self.utterances.contains($0.name) } }

  private func role(of name: String, _ element: DocxElement, isInline: Bool) -> Role? {
    switch name {
    case "meta": .note
    case "coverPage", "preface": stack.count == 2 ? .front : nil
    case "debateBody", "debate", "body", "mainBody": stack.count == 2 ? .words : nil
    case "rollCall": around == .words ? .roll : nil
    case "container" where element["name"] == "panel" && stack.contains { $0.name == "preface" }:
      .witnesses(element["eId"] ?? "")
    case "heading", "subheading", "num": headingRole(name)
    case "from" where around == .words: isInUtterance ? .from : .heading
    case "remark" where isInline: nil
    case "narrative", "scene", "summary", "remark": around == .words ? .narrative : nil
    case "authorialNote", "note": .note
    default: stack.count == 2 ? .back : nil
    }
  }

  /// What heads a list or a quoted text inside a speech is part of its words.
  private func headingRole(_ name: String) -> Role? {
    guard around == .words else { return nil }
    guard isInUtterance else { return .heading }
    guard let parent = stack.last, Self.utterances.contains(parent.name) else { return nil }
    return name == "num" ? .number : .heading
  }

  /// The root and the kind of document must be those of a debate.
  private func checkTop(_ name: String, _ element: DocxElement) throws(PaperError) {
    switch stack.count {
    case 0:
      guard name == "akomaNtoso" else {
        throw PaperError(
          code: "akoma_ntoso_not_found",
          message:
            "\(fileName) is XML with “\(name.prefix(60))” at its top and no Akoma Ntoso; export it as Akoma Ntoso, or import it as text.",
          file: fileName)
      }
      meta.namespace = element.namespace
    case 1:
      guard ["debate", "debateRecord"].contains(name) else {
        throw PaperError(
          code: "akoma_ntoso_not_debate",
          message:
            "\(fileName) is the Akoma Ntoso of a “\(name.prefix(60))”; what is read as a transcript is a debate.",
          file: fileName)
      }
    default: break
    }
  }
}
