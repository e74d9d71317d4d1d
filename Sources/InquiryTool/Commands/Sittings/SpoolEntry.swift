import Inquiries
import Wire

/// One thing that a clerk typed and the server has not acknowledged.
struct SpoolEntry: JSONShape, Sendable {
  enum Content: Sendable {
    case line(NewLogLine)
    case mend(line: String, LineChangeRequest)
  }

  let content: Content
  /// Why the server does not take it; such an entry is kept and shown.
  var refusal: String?

  init(_ content: Content) {
    self.content = content
  }

  init(_ json: JSONObject) throws {
    refusal = try json.optionalText("refused")
    if json.has("line") {
      content = .line(try json.shape("line"))
    } else {
      content = .mend(line: try json.text("mend"), try json.shape("change"))
    }
  }

  func write(to json: inout JSONBytes) {
    json.object { json in
      switch content {
      case .line(let line): json.field("line", line)
      case .mend(let line, let change):
        json.field("mend", line)
        json.field("change", change)
      }
      if let refusal { json.field("refused", refusal) }
    }
  }

  /// With other words, to be sent again.
  func mended(_ text: String) -> SpoolEntry {
    switch content {
    case .line(let line):
      return SpoolEntry(
        .line(
          NewLogLine(
            id: line.id, at: line.at, kind: line.kind, number: line.number, person: line.person,
            speaker: line.speaker, text: text, isStarred: line.isStarred,
            isPromised: line.isPromised, isPrivate: line.isPrivate)))
    case .mend(let line, var change):
      change.text = text
      return SpoolEntry(.mend(line: line, change))
    }
  }

  func isLine(_ id: String) -> Bool {
    if case .line(let line) = content { line.id == id } else { false }
  }

  /// What it is with all its words.
  var inFull: String {
    switch content {
    case .line(let line): "“\(line.text)”"
    case .mend(_, let change): inWords + (change.text.map { " to “\($0)”" } ?? "")
    }
  }

  /// What it is, for a person.
  var inWords: String {
    switch content {
    case .line(let line): "“\(Words.beginning(of: line.text, upTo: 60))”"
    case .mend(let line, _): "the change of line \(line)"
    }
  }
}
