import Inquiries

/// Reads the lines between the first two `---` of a draft.
///
/// Three settings on a line each, not YAML: whatever else stands there is
/// refused, because it would have no effect.
struct DraftHeaderReader {
  let lines: DraftLines
  let fileName: String

  /// - Returns: The header and how many lines it takes.
  func read() throws(PaperError) -> (Draft.Header, lineCount: Int) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    guard lines.count > 0 else { throw missing() }
    var first = lines.content(0)
    if first.starts(with: mark) { first = first.dropFirst(mark.count) }
    guard first.elementsEqual("---".utf8) else { throw missing() }
    var values: [String: String] = [:]
    for line in 1..<max(lines.count, 1) {
      let text = lines.trimmed(line)
      if text.elementsEqual("---".utf8) || text.elementsEqual("...".utf8) {
        return (try header(values), line + 1)
      }
      guard let first = text.first, first != .hash else { continue }
      let (name, value) = try setting(text, line)
      guard values.updateValue(value, forKey: name) == nil else {
        throw fault("draft_header_repeated", "“\(name)” stands twice in the header", line)
      }
    }
    throw fault("draft_header_unclosed", "The header is never closed; end it with a line of ---", 0)
  }

  private func setting(
    _ text: ArraySlice<UInt8>, _ line: Int
  ) throws(PaperError) -> (String, String) {
    guard let colon = text.firstIndex(of: .colon) else {
      throw fault("draft_header_line", "A line of the header is not “name: value”", line)
    }
    let name = String(decoding: text[..<colon], as: UTF8.self)
    guard ["title", "inquiry", "base"].contains(name) else {
      throw fault(
        "draft_header_unknown",
        "“\(name)” is not known in a header; it has title, inquiry and base", line)
    }
    var value = text[(colon + 1)...].drop { $0.isBlank }
    for quote in [UInt8(ascii: "\""), UInt8(ascii: "'")]
    where value.count >= 2 && value.first == quote && value.last == quote {
      value = value.dropFirst().dropLast()
      break
    }
    return (name, String(decoding: value, as: UTF8.self))
  }

  private func header(_ values: [String: String]) throws(PaperError) -> Draft.Header {
    guard let title = values["title"], !title.isEmpty else {
      throw fault("draft_title_missing", "The header has no title; write title: …", 0)
    }
    guard let inquiry = values["inquiry"], inquiry.isSlug else {
      throw fault(
        "draft_inquiry_missing",
        "The header does not name its inquiry; write inquiry: and the last part of its address", 0)
    }
    var base: Int?
    if let text = values["base"], !text.isEmpty {
      guard text.utf8.count <= 9, let number = Int(text), number > 0 else {
        throw fault("draft_base_invalid", "“base: \(text)” is not the number of a version", 0)
      }
      base = number
    }
    return Draft.Header(title: title, inquiry: inquiry, base: base)
  }

  private func missing() -> PaperError {
    fault(
      "draft_header_missing",
      "A draft begins with a header: --- on a line, then title: and inquiry:, then --- again", 0)
  }

  private func fault(_ code: String, _ message: String, _ line: Int) -> PaperError {
    PaperError(
      code: code, message: "\(message) (line \(line + 1)).", file: fileName, line: line + 1)
  }
}
