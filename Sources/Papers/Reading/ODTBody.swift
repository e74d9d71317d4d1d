/// Reads the paragraphs of `content.xml`.
///
/// Deleted text of tracked changes, comments and hidden text are left out and
/// counted; notes are kept beside the text.
final class ODTBody: DocxPart {
  private(set) var paragraphs: [PaperText.Paragraph] = []
  private(set) var notes: [PaperText.Note] = []
  private var noteCounts: [Bool: Int] = [:]
  private(set) var pictures = 0
  private var deletions = 0
  private var comments = 0
  private var hidden = 0

  /// A paragraph while it is read: one in a frame stands inside another.
  private struct Open {
    var text = ""
    var mark: String?
    var form = PaperText.Paragraph.Form.text
    /// Paragraphs of frames that hang on it.
    var boxed: [Open] = []
    let page: Int?
    var notes: [PaperText.Note] = []
  }

  private let styles: ODTStyles
  private var open: [Open] = []
  private var lists: [OpenList] = []
  /// The last numbers of each list, by its name and by its style.
  private var counts: [String: [Int: Int]] = [:]
  private var headings: [Int: Int] = [:]
  /// The mark of a list's item that has met no paragraph yet.
  private var mark: String?
  private var isItem = false
  private var path: [String] = []
  private var skipped = 0
  private var isTextHidden: [Bool] = []
  private var rows = TableRows()
  private var note: String?
  private var isEndnote = false
  /// Known only where the program marked its own page breaks.
  private var page: Int?
  private var ordinal = 0

  private struct OpenList {
    let style: String
    let name: String?
    let level: Int
  }

  init(styles: ODTStyles) { self.styles = styles }

  var remarks: [PaperRemark] {
    PaperRemark.counted([
      .hidden(hidden), .deletions(deletions), .comments(comments), .pictures(pictures),
    ])
  }

  func begin(_ element: DocxElement) {
    path.append(element.name)
    guard skipped == 0, !isPassedOver(element.name) else {
      skipped += 1
      return
    }
    switch element.name {
    case "text:p", "text:h": beginParagraph(element)
    case "text:span":
      isTextHidden.append(
        isTextHidden.last ?? false || element["style-name"].map(styles.hidden.contains) ?? false)
    case "text:list": beginList(element)
    case "text:list-item", "text:list-header": beginItem(element)
    case "table:table": rows.beginTable()
    case "table:table-cell": rows.beginCell(at: paragraphs.count)
    case "text:note":
      note = ""
      isEndnote = element["note-class"] == "endnote"
    case "text:s":
      // 1,000: more blanks are no text.
      put(String(repeating: " ", count: min(1_000, max(1, element["c"].flatMap { Int($0) } ?? 1))))
    case "text:tab": put("\t")
    case "text:line-break": put("\n")
    case "text:soft-page-break": page = (page ?? 1) + 1
    case "draw:image": pictures += 1
    default: break
    }
  }

  func text(_ text: String) {
    guard skipped == 0, note != nil || !open.isEmpty else { return }
    // A file may be wrapped where its program liked; its blanks fold (ODF 1.3, 6.1.2).
    let before = note ?? open.last?.text ?? ""
    var isAfterBlank = before.isEmpty || before.last == " "
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isBlank = scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value)
      if !isBlank { folded.append(scalar) } else if !isAfterBlank { folded.append(" ") }
      isAfterBlank = isBlank
    }
    put(String(folded))
  }

  func end(_ name: String) {
    path.removeLast()
    guard skipped == 0 else {
      skipped -= 1
      return
    }
    switch name {
    case "text:p", "text:h": endParagraph()
    case "text:span": _ = isTextHidden.popLast()
    case "table:table": rows.endTable()
    case "table:table-row": rows.endRow(in: &paragraphs, notes: &notes)
    case "text:list": lists.removeLast()
    case "text:list-item", "text:list-header":
      mark = nil
      isItem = false
    case "text:note": endNote()
    default: break
    }
  }

  private func endNote() {
    let words = (note ?? "")[...].trimmed
    note = nil
    guard !words.isEmpty else { return }
    noteCounts[isEndnote, default: 0] += 1
    let mark = DocxCounters.printed(
      noteCounts[isEndnote] ?? 1, format: isEndnote ? "lowerRoman" : "decimal")
    let own = PaperText.Note(
      line: ordinal + 1, offset: open.last?.text.utf8.count ?? 0, mark: mark, text: String(words))
    if open.isEmpty { notes.append(own) } else { open[open.count - 1].notes.append(own) }
  }

  private func isPassedOver(_ name: String) -> Bool {
    switch name {
    case "text:tracked-changes":
      deletions += 1
      return true
    case "office:annotation":
      comments += 1
      return true
    case "text:hidden-text", "text:hidden-paragraph":
      hidden += 1
      return true
    case "office:automatic-styles", "office:forms", "office:scripts", "office:font-face-decls",
      "text:sequence-decls", "text:variable-decls", "text:user-field-decls", "text:note-citation":
      return true
    default: return false
    }
  }

  private func put(_ text: String) {
    guard !(isTextHidden.last ?? false) else {
      hidden += text.unicodeScalars.count { !$0.isBlank }
      return
    }
    if note != nil {
      note? += text
    } else if !open.isEmpty {
      open[open.count - 1].text += text
    }
  }

  private func beginParagraph(_ element: DocxElement) {
    isTextHidden.append(element["style-name"].map(styles.hidden.contains) ?? false)
    guard note == nil else {
      if !(note?.isEmpty ?? true) { note? += "\n" }
      return
    }
    var paragraph = Open(page: page)
    let isHeading = element.name == "text:h"
    paragraph.form = isHeading ? .heading : isItem ? .item : .text
    paragraph.mark = mark
    mark = nil
    if isHeading, lists.isEmpty, let level = element["outline-level"].flatMap({ Int($0) }) {
      headings = headings.filter { $0.key <= level }
      paragraph.mark = number(in: ODTStyles.outline, at: level, counts: &headings, restart: nil)
    }
    open.append(paragraph)
  }

  private func endParagraph() {
    _ = isTextHidden.popLast()
    guard note == nil, let paragraph = open.popLast() else { return }
    if open.isEmpty {
      finish(paragraph)
    } else {
      open[open.count - 1].boxed.append(paragraph)
    }
  }

  private func finish(_ paragraph: Open) {
    let words = paragraph.text[...].trimmed
    if !words.isEmpty || !paragraph.notes.isEmpty {
      ordinal += 1
      let cut = paragraph.text.utf8.distance(from: paragraph.text.startIndex, to: words.startIndex)
      let lead = (paragraph.mark ?? "").utf8.count
      notes += paragraph.notes.map { note in
        var note = note
        note.line = ordinal
        note.offset = min(max(0, note.offset - cut), words.utf8.count) + lead
        return note
      }
    }
    if !words.isEmpty {
      paragraphs.append(
        .init(
          text: (paragraph.mark ?? "") + words, line: ordinal, form: paragraph.form,
          page: paragraph.page))
    }
    for boxed in paragraph.boxed { finish(boxed) }
  }

  // MARK: - Lists

  private func beginList(_ element: DocxElement) {
    let style = element["style-name"] ?? lists.last?.style ?? ""
    let list = OpenList(style: style, name: element["id"], level: lists.count + 1)
    lists.append(list)
    guard lists.count == 1 else { return }
    if let before = element["continue-list"], let known = counts["#" + before] {
      counts[style] = known
    } else if element["continue-numbering"] != "true" {
      counts[style] = nil
    }
  }

  private func beginItem(_ element: DocxElement) {
    guard let list = lists.last else { return }
    isItem = styles.lists[list.style]?[list.level]?.isBullet ?? false
    guard element.name == "text:list-item" else { return }
    var count = counts[list.style] ?? [:]
    count = count.filter { $0.key <= list.level }
    mark = number(
      in: list.style, at: list.level, counts: &count,
      restart: element["start-value"].flatMap { Int($0) })
    counts[list.style] = count
    for open in lists { if let name = open.name { counts["#" + name] = count } }
  }

  /// The number of the next paragraph of a list, as its style writes it.
  private func number(
    in style: String, at index: Int, counts: inout [Int: Int], restart: Int?
  ) -> String? {
    guard let levels = styles.lists[style], let level = levels[index], !level.isBullet else {
      return nil
    }
    counts[index] = restart ?? (counts[index].map { $0 &+ 1 } ?? level.start)
    guard !level.format.isEmpty else { return nil }
    let formats = ["a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"]
    let first = max(1, index - max(1, level.shown) + 1)
    let numbers = (first...index).map { place in
      DocxCounters.printed(
        counts[place] ?? levels[place]?.start ?? 1,
        format: formats[levels[place]?.format ?? ""] ?? "decimal")
    }
    return level.prefix + numbers.joined(separator: ".") + level.suffix + " "
  }
}
