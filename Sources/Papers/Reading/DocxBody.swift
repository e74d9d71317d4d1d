/// Reads the paragraphs of `word/document.xml`.
///
/// Tracked deletions are dropped and insertions taken, as if every change had
/// been accepted; text that nobody can see is left out; both are counted. Asked
/// for the changes, it reads the text as it was before them.
final class DocxBodyPart: DocxPart {
  private let styles: DocxStyles
  private var counters: DocxCounters
  private let fileName: String
  private let limits: PaperLimits

  private(set) var paragraphs: [PaperText.Paragraph] = []
  private(set) var tally = DocxTally()
  /// Words of the notes that are referred to, by ``DocxNoteWords/key(_:)``.
  private let noteWords: [String: String]
  private(set) var notes: [PaperText.Note] = []
  private var noteCounts: [String: Int] = [:]
  private var path: [String] = []
  /// How deep we are inside something that is passed over.
  private var skipped = 0
  private var open: [DocxParagraph] = []
  private var run = DocxLook()
  private var grounds: [String?] = []
  private var takenChoice: [Bool] = []
  private var rows = TableRows()
  private var ordinal = 0
  private var textBytes = 0
  /// The words of a paragraph whose own end was deleted.
  private var carried: DocxParagraph?
  private var looks: [String?: DocxLook] = [:]
  /// Whether the text is wanted as it was, with its changes.
  private let tracks: Bool
  /// The paragraphs that have changes, by ordinal.
  private(set) var tracked: [Int: TrackedParagraph] = [:]
  private(set) var commentRanges = DocxCommentRanges()
  /// Anchors between paragraphs, for the next one.
  private var anchors: [DocxCommentAnchor] = []
  /// What the elements around say of a run: it came, went, or both.
  private var changes: [TrackedPiece.Kind] = []

  init(
    styles: DocxStyles, counters: DocxCounters, fileName: String, limits: PaperLimits,
    noteWords: [String: String] = [:], tracks: Bool = false
  ) {
    self.noteWords = noteWords
    self.tracks = tracks
    self.styles = styles
    self.counters = counters
    self.fileName = fileName
    self.limits = limits
  }

  func begin(_ element: DocxElement) throws(PaperError) {
    let parent = path.last
    path.append(element.name)
    guard skipped == 0, !isPassedOver(element.name, in: parent) else {
      skipped += 1
      return
    }
    if tracks, let kind = TrackedPiece.kind(of: element, in: parent) { changes.append(kind) }
    switch element.name {
    case "w:p": try beginParagraph()
    case "w:r": run = DocxLook()
    case "w:tbl": rows.beginTable()
    case "w:tc":
      grounds.append(nil)
      rows.beginCell(at: paragraphs.count)
    case "mc:AlternateContent": takenChoice.append(false)
    case "mc:Choice": if !takenChoice.isEmpty { takenChoice[takenChoice.count - 1] = true }
    case "w:tab" where parent != "w:tabs": try append("\t")
    case "w:ptab": try append("\t")
    case "w:br", "w:cr": try append("\n")
    case "w:noBreakHyphen": try append("\u{2011}")
    case "w:sym": try append(symbol: element["char"])
    default: takeProperty(element, in: parent)
    }
    if tracks, let anchor = DocxCommentAnchor(element, at: open.last?.length ?? 0) {
      if open.isEmpty { anchors.append(anchor) } else { change { $0.comments.append(anchor) } }
    }
  }

  func text(_ text: String) throws(PaperError) {
    guard skipped == 0, ["w:t", "m:t", "w:delText"].contains(path.last) else { return }
    try append(text)
  }

  func end(_ name: String) throws(PaperError) {
    path.removeLast()
    guard skipped == 0 else {
      skipped -= 1
      return
    }
    if tracks, TrackedPiece.isHolder(name, in: path.last) { changes.removeLast() }
    switch name {
    case "w:p": endParagraph()
    case "w:tbl": rows.endTable()
    case "w:tr": endRow()
    case "w:tc": grounds.removeLast()
    case "mc:AlternateContent": takenChoice.removeLast()
    case "w:document", "w:footnote", "w:endnote", "w:hdr", "w:ftr":
      if let carried { finish(carried) }
      carried = nil
    default: break
    }
  }

  /// Deleted text, the former state of changed properties, the codes of
  /// fields, and the second form of what stands in two.
  private func isPassedOver(_ name: String, in parent: String?) -> Bool {
    switch name {
    case "w:del", "w:moveFrom", "w:delText":
      guard !tracks else { return false }
      guard name != "w:delText" else { return true }
      // In w:rPr and w:trPr these mark the paragraph or row and hold nothing.
      guard parent != "w:rPr", parent != "w:trPr" else { return false }
      tally.deletions += 1
      tally.firstDeletion = tally.firstDeletion ?? max(1, ordinal)
      return true
    case "w:rPrChange", "w:pPrChange", "w:tcPrChange", "w:trPrChange", "w:tblPrChange",
      "w:sectPr", "w:instrText", "w:delInstrText":
      return true
    case "mc:Fallback": return takenChoice.last ?? false
    default: return false
    }
  }

  private func takeProperty(_ element: DocxElement, in parent: String?) {
    switch (parent, element.name) {
    case ("w:pPr", "w:pStyle"): change { $0.style = element["val"] }
    case ("w:pPr", "w:outlineLvl"):
      change { $0.outline = element["val"].flatMap { Int($0) } }
    case ("w:pPr", "w:shd"): change { $0.ground = element["fill"] }
    case ("w:numPr", "w:numId"): change { $0.list = element["val"].flatMap { Int($0) } }
    case ("w:numPr", "w:ilvl"): change { $0.level = element["val"].flatMap { Int($0) } }
    case ("w:tcPr", "w:shd"):
      if !grounds.isEmpty { grounds[grounds.count - 1] = element["fill"] }
    case ("w:rPr", _): takeLook(element)
    case (_, "w:footnoteReference"), (_, "w:endnoteReference"): takeNote(element)
    case (_, "w:commentReference"): tally.comments += 1
    case (_, "w:altChunk"): tally.chunks += 1
    case (_, "w:drawing"), (_, "w:pict"), (_, "w:object"): tally.pictures += 1
    default: break
    }
  }

  /// Notes are of the text as it is now; before its changes there may have been others.
  private func takeNote(_ element: DocxElement) {
    guard !tracks, let words = noteWords[DocxNoteWords.key(element)] else {
      tally.notes += 1
      return
    }
    noteCounts[element.name, default: 0] += 1
    let count = noteCounts[element.name] ?? 1
    let isEndnote = element.name == "w:endnoteReference"
    change {
      $0.notes.append(
        PaperText.Note(
          line: $0.ordinal, offset: $0.text.utf8.count,
          // As Word prints them unless it is told otherwise.
          mark: DocxCounters.printed(count, format: isEndnote ? "lowerRoman" : "decimal"),
          text: words))
    }
  }

  private func takeLook(_ element: DocxElement) {
    if path.dropLast(2).last == "w:pPr" {
      // The look of the paragraph's end: only whether it came or went matters.
      takeEnd(element)
    } else if element.name == "w:rStyle" {
      run = styles.look(element["val"]).overlaid(by: run)
    } else {
      run.take(element)
    }
  }

  private func takeEnd(_ element: DocxElement) {
    switch TrackedPiece.kind(ofEnd: element) {
    case .gone(let mark):
      change {
        if !tracks {
          $0.goesOn = true
        } else if $0.comeEnd != nil {
          // It came and went again: the two were one, and are.
          $0.comeEnd = nil
        } else {
          $0.tracked.goneEnd = mark
        }
      }
    case .come(let mark) where tracks:
      change {
        $0.goesOn = true
        $0.comeEnd = mark
      }
    case .come, .kept, nil: break
    }
  }

  private func change(_ edit: (inout DocxParagraph) -> Void) {
    if !open.isEmpty { edit(&open[open.count - 1]) }
  }

  private func append(symbol: String?) throws(PaperError) {
    // Fonts of symbols sit in the private use area, where a code says nothing.
    guard let value = symbol.flatMap({ UInt32($0, radix: 16) }), !(0xE000...0xF8FF).contains(value),
      value != 0, let scalar = Unicode.Scalar(value)
    else {
      tally.symbols += 1
      return
    }
    try append(String(scalar))
  }

  private func append(_ text: String) throws(PaperError) {
    guard let paragraph = open.last else { return }
    let style = paragraph.style ?? styles.defaultStyle
    let look = base(of: style).overlaid(by: run)
    let ground = paragraph.ground ?? styles.first(style, \.ground) ?? grounds.last ?? nil
    if look.isUnseen(on: ground) {
      let seen = text.unicodeScalars.count { !$0.isBlank }
      change { $0.unseen += seen }
      return
    }
    textBytes += text.utf8.count
    guard textBytes <= limits.textBytes else {
      throw PaperError(
        code: "too_much_text",
        message:
          "\(fileName) holds more than \(limits.textBytes) bytes of text (reached in paragraph \(ordinal)); split it.",
        file: fileName, line: ordinal)
    }
    guard tracks else { return change { $0.text += text } }
    let kind = changes.last ?? .kept
    // What came and went again stands in neither text.
    guard changes.allSatisfy({ $0.isBefore == kind.isBefore }) else { return }
    change {
      $0.tracked.add(kind, text)
      if kind.isBefore {
        $0.text += text
        $0.length += text.unicodeScalars.count
      }
    }
  }

  private func base(of style: String?) -> DocxLook {
    if let known = looks[style] { return known }
    let look = styles.defaultLook.overlaid(by: styles.look(style))
    looks[style] = look
    return look
  }

  private func beginParagraph() throws(PaperError) {
    ordinal += 1
    guard ordinal <= limits.paragraphs else {
      throw PaperError(
        code: "too_many_paragraphs",
        message:
          "\(fileName) has more than the \(limits.paragraphs) paragraphs that are read; split it.",
        file: fileName, line: ordinal)
    }
    var paragraph = DocxParagraph(ordinal: ordinal)
    if open.isEmpty, let before = carried {
      paragraph.take(before)
      carried = nil
    }
    for var anchor in anchors {
      anchor.offset = paragraph.length
      paragraph.comments.append(anchor)
    }
    anchors = []
    open.append(paragraph)
    run = DocxLook()
  }

  private func endParagraph() {
    guard let paragraph = open.popLast() else { return }
    run = DocxLook()
    if !open.isEmpty {
      // A text box: its paragraphs come after the one that it hangs on.
      open[open.count - 1].boxed += [paragraph] + paragraph.boxed
    } else if paragraph.goesOn {
      carried = paragraph
    } else {
      finish(paragraph)
    }
  }

  private func place(_ paragraph: DocxParagraph, number: String?, words: Substring) {
    let text = paragraph.text
    let front = text.unicodeScalars.distance(from: text.startIndex, to: words.startIndex)
    let (lead, length) = (number?.unicodeScalars.count ?? 0, words.unicodeScalars.count)
    for anchor in paragraph.comments {
      let offset = words.isEmpty ? 0 : lead + min(max(0, anchor.offset - front), length)
      commentRanges.add(anchor, at: DocxPoint(line: paragraph.ordinal, offset: offset))
    }
  }

  private func endRow() {
    let cells = rows.endRow(in: &paragraphs, notes: &notes)
    guard let first = cells.first, cells.contains(where: { tracked[$0.line] != nil }) else {
      return
    }
    var row = TrackedParagraph()
    for cell in cells {
      if cell.line != first.line { row.add(.kept, "\t") }
      let own = tracked.removeValue(forKey: cell.line)
      for piece in own?.pieces ?? [TrackedPiece(kind: .kept, text: cell.text)] {
        row.add(piece.kind, piece.text)
      }
    }
    tracked[first.line] = row
  }

  private func finish(_ paragraph: DocxParagraph) {
    if paragraph.unseen > 0 { tally.unseen.append((paragraph.ordinal, paragraph.unseen)) }
    let words = paragraph.text[...].trimmed
    let style = paragraph.style ?? styles.defaultStyle
    let number = counters.next(list: paragraph.list, level: paragraph.level, style: style)
    if paragraph.tracked.isChanged {
      tracked[paragraph.ordinal] = paragraph.tracked(number: number, words: words)
    }
    if !paragraph.comments.isEmpty { place(paragraph, number: number, words: words) }
    if words.isEmpty {
      if number != nil { tally.emptyNumbers.append(paragraph.ordinal) }
    } else {
      let isHeading =
        paragraph.outline.map { (0...8).contains($0) } ?? styles.isHeading(style)
      let isItem =
        number == nil
        && counters.isBulleted(list: paragraph.list, level: paragraph.level, style: style)
      paragraphs.append(
        .init(
          text: (number ?? "") + words, line: paragraph.ordinal,
          form: isHeading ? .heading : isItem ? .item : .text))
    }
    let cut = paragraph.text.utf8.distance(from: paragraph.text.startIndex, to: words.startIndex)
    notes += paragraph.notes.map { note in
      var note = note
      note.line = paragraph.ordinal
      note.offset = min(max(0, note.offset - cut), words.utf8.count) + (number ?? "").utf8.count
      return note
    }
    for boxed in paragraph.boxed {
      finish(boxed.alone)
    }
  }
}
