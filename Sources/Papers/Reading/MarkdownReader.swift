import Inquiries

/// Reads a Markdown file into paragraphs as they are printed.
///
/// By ourselves: pandoc would count lists anew, and the numbers of paragraphs
/// are what a submission is cited by. Marks that only dress the words are taken
/// off; whatever else is not understood stays as it stands.
enum MarkdownReader {
  static func read(
    _ bytes: [UInt8], fileName: String, encoding: String?, limits: PaperLimits
  ) throws(PaperError) -> PaperText {
    let text = try TextDecoding(bytes: bytes, fileName: fileName).text(encoding: encoding)
    guard text.utf8.count <= limits.textBytes else {
      throw PaperError(
        code: "too_much_text",
        message: "\(fileName) holds more than \(limits.textBytes) bytes of text; split it.",
        file: fileName)
    }
    var body = MarkdownBody(text)
    body.read()
    guard body.paragraphs.count <= limits.paragraphs else {
      throw PaperError(
        code: "too_many_paragraphs",
        message:
          "\(fileName) has \(body.paragraphs.count) paragraphs, more than the \(limits.paragraphs) that are read; split it.",
        file: fileName)
    }
    guard !body.paragraphs.isEmpty else { throw PlainTextReader.noText(in: fileName) }
    return PaperText(paragraphs: body.paragraphs, remarks: body.remarks)
  }
}

/// The lines of a Markdown file, taken one after the other.
struct MarkdownBody {
  private(set) var paragraphs: [PaperText.Paragraph] = []
  private(set) var remarks: [PaperRemark] = []

  /// A paragraph while its lines come in.
  private struct Open {
    var text: String
    let line: Int
    var kind: Kind
    enum Kind { case text, numbered, item, table, code }
  }

  private let lines: [Substring]
  private let lastCommentEnd: Int?
  private var open: Open?
  /// The signs that end the code block we are in.
  private var fence: String?
  private var isInComment = false
  private var comments = 0
  private var firstComment: Int?

  init(_ text: String) {
    lines = text.split(
      omittingEmptySubsequences: false, whereSeparator: PlainTextReader.isLineEnd)
    lastCommentEnd = lines.lastIndex { $0.contains("-->") }
  }

  mutating func read() {
    for index in bodyStart()..<lines.count {
      if let fence {
        takeCode(lines[index], until: fence)
      } else {
        let line = withoutComments(lines[index], at: index)
        // A line that held a comment alone ends nothing.
        if line.trimmed.isEmpty, !lines[index].trimmed.isEmpty { continue }
        take(line, number: index + 1)
      }
    }
    close()
    guard let firstComment else { return }
    remarks.append(
      PaperRemark(
        code: "comment_dropped",
        message:
          "In the document: \(counted(comments, "comment")), left out, the first on line \(firstComment).",
        line: firstComment))
  }

  /// Passes over the head in YAML that some programs write: title, author,
  /// often addresses, for a program and not for readers.
  private mutating func bodyStart() -> Int {
    guard lines.first?.trimmed == "---", lines.count > 1, lines[1].contains(":"),
      let end = lines.dropFirst().firstIndex(where: { ["---", "..."].contains($0.trimmed) })
    else { return 0 }
    remarks.append(
      PaperRemark(
        code: "yaml_head_not_read",
        message:
          "Lines 1 to \(end + 1) are a head for programs (YAML) and were left out; check whether they name the author or a date.",
        line: 1))
    return end + 1
  }

  private mutating func take(_ line: Substring, number: Int) {
    let quoted = withoutQuoteMarks(line)
    let text = quoted.trimmed
    guard !text.isEmpty else { return close() }
    if let mark = Self.fence(text) {
      close()
      open = Open(text: "", line: number, kind: .code)
      fence = mark
    } else if let heading = Self.heading(text) {
      close()
      append(heading, line: number, form: .heading)
    } else if let under = open, under.kind == .text, Self.isUnderline(text),
      // Longer, and the line under it is a rule that lacks its blank line.
      under.text.count <= 120
    {
      open = nil
      append(under.text, line: under.line, form: .heading)
    } else if Self.isRule(text) {
      close()
    } else if text.first == "|" {
      takeTable(text, number: number)
    } else if let kind = beginning(text) {
      close()
      open = Open(text: Self.ended(quoted), line: number, kind: kind)
    } else if open?.kind == .table || open == nil {
      close()
      open = Open(text: Self.ended(quoted), line: number, kind: .text)
    } else {
      let parting = open?.text.last == "\n" ? "" : " "
      open?.text += parting + Self.ended(quoted)
    }
  }

  /// What a line begins, if it begins something in the middle of a paragraph.
  ///
  /// As in CommonMark 5.3: after plain text a list begins with 1, so that a
  /// figure that fell to the start of a line makes no paragraph.
  private func beginning(_ text: Substring) -> Open.Kind? {
    if let first = text.first, "-*+•".contains(first), text.dropFirst().first?.isBlank ?? false {
      return .item
    }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let after = text[digits.endIndex...]
    guard (1...4).contains(digits.count), let sign = after.first, ".)".contains(sign),
      after.dropFirst().first?.isBlank ?? false
    else { return nil }
    return open?.kind == .text && Int(digits) != 1 ? nil : .numbered
  }

  private mutating func takeTable(_ text: Substring, number: Int) {
    if open?.kind == .table {
      open?.text += "\n" + text
    } else {
      close()
      open = Open(text: String(text), line: number, kind: .table)
    }
  }

  private mutating func takeCode(_ line: Substring, until fence: String) {
    let text = line.trimmed
    if text.hasPrefix(fence), text.allSatisfy({ $0 == fence.first }) {
      self.fence = nil
      close()
    } else {
      let parting = open?.text.isEmpty ?? true ? "" : "\n"
      open?.text += parting + line
    }
  }

  private mutating func close() {
    guard let open else { return }
    self.open = nil
    let isVerbatim = open.kind == .code || open.kind == .table
    append(
      open.text, line: open.line, form: open.kind == .item ? .item : .text, isVerbatim: isVerbatim)
  }

  private mutating func append(
    _ text: String, line: Int, form: PaperText.Paragraph.Form, isVerbatim: Bool = false
  ) {
    let words = (isVerbatim ? text : MarkdownWords.plain(text))[...].trimmed
    guard !words.isEmpty else { return }
    paragraphs.append(.init(text: String(words), line: line, form: form))
  }

  /// A line without what nobody sees on the page.
  ///
  /// A comment that is never closed is text: it would swallow the rest.
  private mutating func withoutComments(_ line: Substring, at index: Int) -> Substring {
    guard isInComment || line.contains("<!--") else { return line }
    let bytes = Array(line.utf8)
    func stands(_ mark: StaticString, at place: Int) -> Bool {
      bytes[place...].starts(with: mark.withUTF8Buffer { Array($0) })
    }
    // Where the last comment that begins on this line can end.
    let lastEnd =
      index < lastCommentEnd ?? -1
      ? Int.max : bytes.indices.last { bytes[$0] == 0x2D && stands("-->", at: $0) } ?? -1
    var seen: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if isInComment {
        let isEnd = bytes[place] == 0x2D && stands("-->", at: place)
        isInComment = !isEnd
        place += isEnd ? 3 : 1
      } else if bytes[place] == 0x3C, stands("<!--", at: place), place + 4 <= lastEnd {
        isInComment = true
        comments += 1
        firstComment = firstComment ?? index + 1
        place += 4
      } else {
        seen.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: seen, as: UTF8.self)[...]
  }

  private func withoutQuoteMarks(_ line: Substring) -> Substring {
    var text = line
    while let first = text.first(where: { !$0.isBlank }), first == ">" {
      text = text.drop(while: \.isBlank).dropFirst()
    }
    return text
  }
}

extension MarkdownBody {
  /// A line's words, with a line break where two blanks or a backslash ask for it.
  private static func ended(_ line: Substring) -> String {
    let text = line.trimmed
    if text.last == "\\" { return text.dropLast().trimmed + "\n" }
    return text + (line.hasSuffix("  ") ? "\n" : "")
  }

  private static func fence(_ text: Substring) -> String? {
    for sign in ["`", "~"] {
      let run = text.prefix { String($0) == sign }
      if run.count >= 3, !text[run.endIndex...].contains("`") { return String(run) }
    }
    return nil
  }

  /// The words of `## Heading ##`.
  private static func heading(_ text: Substring) -> String? {
    let marks = text.prefix { $0 == "#" }
    guard (1...6).contains(marks.count) else { return nil }
    var words = text[marks.endIndex...]
    guard words.first?.isBlank ?? false else { return nil }
    words = words.trimmed
    let bare = words[
      ..<(words.lastIndex { $0 != "#" }.map(words.index(after:)) ?? words.startIndex)]
    return String(bare.isEmpty || (bare.last?.isBlank ?? false) ? bare.trimmed : words)
  }

  private static func isUnderline(_ text: Substring) -> Bool {
    text.count >= 2 && (text.allSatisfy { $0 == "=" } || text.allSatisfy { $0 == "-" })
  }

  private static func isRule(_ text: Substring) -> Bool {
    let marks = text.filter { !$0.isBlank }
    guard marks.count >= 3, let first = marks.first, "-*_".contains(first) else { return false }
    return marks.allSatisfy { $0 == first }
  }
}
