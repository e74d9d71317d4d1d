/// Reads `word/comments.xml`: who said what beside the text.
final class DocxCommentsPart: DocxPart {
  struct Comment {
    let id: String
    let mark: TrackedMark
    var text = ""
  }

  private(set) var comments: [Comment] = []
  private var path: [String] = []
  private var isOpen = false
  private var textBytes = 0
  private let fileName: String
  private let limits: PaperLimits

  init(fileName: String, limits: PaperLimits) {
    self.fileName = fileName
    self.limits = limits
  }

  func begin(_ element: DocxElement) throws(PaperError) {
    switch element.name {
    case "w:comment":
      guard comments.count < limits.paragraphs else {
        throw PaperError(
          code: "too_many_paragraphs",
          message: "\(fileName) has more than the \(limits.paragraphs) comments that are read.",
          file: fileName)
      }
      comments.append(Comment(id: element["id"] ?? "", mark: TrackedMark(element)))
      isOpen = true
    case "w:tab" where path.last == "w:r": try append("\t")
    case "w:br", "w:cr": try append("\n")
    default: break
    }
    path.append(element.name)
  }

  func text(_ text: String) throws(PaperError) {
    if path.last == "w:t" { try append(text) }
  }

  func end(_ name: String) throws(PaperError) {
    path.removeLast()
    if name == "w:p" { try append("\n\n") }
    if name == "w:comment", let last = comments.indices.last {
      comments[last].text = String(comments[last].text[...].trimmed)
      isOpen = false
    }
  }

  private func append(_ text: String) throws(PaperError) {
    guard isOpen, let last = comments.indices.last else { return }
    textBytes += text.utf8.count
    guard textBytes <= limits.textBytes else {
      throw PaperError(
        code: "too_much_text",
        message: "\(fileName) holds more than \(limits.textBytes) bytes of comments.",
        file: fileName)
    }
    comments[last].text += text
  }
}

/// A place in the text of a document before its changes.
struct DocxPoint: Equatable {
  /// Of the paragraph, from 1.
  let line: Int
  /// In code points of the paragraph's text.
  let offset: Int
}

/// Between which places of the text each comment stands, by its id.
struct DocxCommentRanges {
  private(set) var ranges: [String: (start: DocxPoint?, end: DocxPoint?)] = [:]

  mutating func add(_ anchor: DocxCommentAnchor, at point: DocxPoint) {
    var range = ranges[anchor.id] ?? (nil, nil)
    if anchor.edge != .end { range.start = range.start ?? point }
    if anchor.edge != .start { range.end = range.end ?? point }
    ranges[anchor.id] = range
  }
}

/// Where in a paragraph that is being read a comment begins, ends or hangs.
struct DocxCommentAnchor {
  enum Edge { case start, end, reference }

  let id: String
  let edge: Edge
  /// In code points of the paragraph's text so far.
  var offset: Int

  init?(_ element: DocxElement, at offset: Int) {
    switch element.name {
    case "w:commentRangeStart": edge = .start
    case "w:commentRangeEnd": edge = .end
    case "w:commentReference": edge = .reference
    default: return nil
    }
    guard let id = element["id"] else { return nil }
    self.id = id
    self.offset = offset
  }
}
