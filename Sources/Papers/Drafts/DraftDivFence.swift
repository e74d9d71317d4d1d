import Inquiries

/// The line that opens a finding, conclusion or recommendation:
/// `::: {.finding #postcode-lottery}`.
struct DraftDivFence {
  let kind: DraftBlockKind
  let key: String

  var name: String { kind.divClass ?? "block" }

  init(_ lines: DraftLines, line: Int, fileName: String) throws(PaperError) {
    func fault(_ code: String, _ message: String) -> PaperError {
      PaperError(
        code: code, message: "\(message) (line \(line + 1)).", file: fileName, line: line + 1)
    }
    func example(_ kind: DraftBlockKind? = nil) -> String {
      "write ::: {.\(kind?.divClass ?? "finding") #a-short-key}"
    }
    var rest = lines.divFence(line) ?? []
    guard !rest.isEmpty else {
      throw fault("draft_div_unopened", "Here ::: closes a block that was never opened")
    }
    while rest.last == .colon || rest.last?.isBlank ?? false { rest.removeLast() }
    if rest.first == .openBrace {
      guard rest.last == .closeBrace, rest.count >= 2 else {
        throw fault("draft_div_attributes", "The { after ::: is not closed; \(example())")
      }
      rest = rest.dropFirst().dropLast()
    }
    var kind: DraftBlockKind?
    var key: String?
    for word in rest.split(whereSeparator: \.isBlank) {
      let text = String(decoding: word, as: UTF8.self)
      if text.hasPrefix("#"), key == nil {
        key = String(text.dropFirst())
      } else if kind == nil,
        let known = DraftBlockKind(divClass: text.hasPrefix(".") ? String(text.dropFirst()) : text)
      {
        kind = known
      } else {
        throw fault(
          "draft_div_attributes",
          "“\(text)” after ::: is not known; a block is a finding, conclusion or recommendation "
            + "with one key: \(example(kind))")
      }
    }
    guard let kind else {
      throw fault("draft_div_attributes", "What is opened here is not said; \(example())")
    }
    guard let key else {
      throw fault(
        "draft_key_missing", "The \(kind.divClass ?? "block") has no key; \(example(kind))")
    }
    guard key.isSlug else {
      throw fault(
        "draft_key_invalid",
        "The key “\(key)” is not lower-case letters and digits joined by hyphens")
    }
    self.kind = kind
    self.key = key
  }
}
