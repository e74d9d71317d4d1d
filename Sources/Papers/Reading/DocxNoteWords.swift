/// Reads `word/footnotes.xml` or `word/endnotes.xml` into the words of each note.
final class DocxNoteWords: DocxPart {
  /// The words by ``key(_:)``; a note of several paragraphs has a line for each.
  private(set) var words: [String: String] = [:]
  private let body: DocxBodyPart
  private var start = 0
  private var key: String?

  init(_ body: DocxBodyPart) { self.body = body }

  /// What a note and the reference to it have in common.
  static func key(_ element: DocxElement) -> String {
    (element.name.hasPrefix("w:foot") ? "footnote " : "endnote ") + (element["id"] ?? "")
  }

  func begin(_ element: DocxElement) throws(PaperError) {
    if element.name == "w:footnote" || element.name == "w:endnote" {
      // The lines between text and notes are notes of a type.
      key = element["type"] == nil || element["type"] == "normal" ? Self.key(element) : nil
      start = body.paragraphs.count
    }
    try body.begin(element)
  }

  func text(_ text: String) throws(PaperError) { try body.text(text) }

  func end(_ name: String) throws(PaperError) {
    try body.end(name)
    guard name == "w:footnote" || name == "w:endnote", let key else { return }
    let text = body.paragraphs[start...].map(\.text).joined(separator: "\n")
    if !text.isEmpty { words[key] = text }
  }
}
