/// Notes and summaries as files, written and read.
extension TranscriptFormat {
  /// A note or summary as the bytes of a file.
  ///
  /// What could not be placed, and the remarks, stay behind.
  ///
  /// - Throws: ``PaperError`` `akoma_ntoso_no_note`, and `note_text_unclear` where
  ///   the plain text of the points would be read as other points.
  public func write(_ note: Note, name: TranscriptName) throws(PaperError) -> [UInt8] {
    switch self {
    case .akn: throw TranscriptFormat.noNote(name.reference)
    case .json: return try TranscriptJSON.write(TranscriptDocument(note, notices: name.notices))
    case .csv: return TranscriptCSV.write(TranscriptDocument(note, notices: name.notices))
    case .text:
      let text = NoteText(note, notices: name.notices)
      guard text.isClear else {
        throw PaperError(
          code: "note_text_unclear",
          message:
            "As plain text the points of \(name.reference) would not be told apart, because a paragraph of one reads like a number or a heading; use JSON or CSV.",
          file: name.reference)
      }
      return Array(text.text.utf8)
    }
  }
}

/// A note as plain text, in a layout that is read.
private struct NoteText {
  let text: String
  private let points: [Note.Point]

  init(_ note: Note, notices: [String]) {
    // On one line each: a line break within would end it.
    points = note.points.map { point in
      var point = point
      point.text = point.text.split(separator: "\n\n").map { paragraph in
        paragraph.split(whereSeparator: \.isNewline).map { $0.trimmed }.joined(separator: " ")
      }.joined(separator: "\n\n")
      point.footnotes = point.footnotes.map(\.onOneLine)
      return point
    }
    let header = note.header
    let kind = note.isSummary == true ? "Summary of a meeting" : "Note of a meeting"
    var lines = notices + (header.committeeName.map { [$0] } ?? [])
    lines.append(header.title.map { "\(kind): \($0)" } ?? kind)
    if let day = header.date { lines.append(TranscriptText.words(for: day)) }
    lines += TranscriptText.memberLine(of: note.members).map { [$0] } ?? []
    lines += TranscriptText.panelLines(of: note.panels)
    lines += points.flatMap { ["\($0.number). \($0.text)"] + $0.footnotes.map(\.printed) }
    text = lines.joined(separator: "\n\n") + "\n"
  }

  /// Whether the same points are read from it.
  var isClear: Bool {
    let name = "note.txt"
    guard let paper = try? PaperReader.read(Array(text.utf8), fileName: name),
      let read = try? NoteReader.read(paper, fileName: name)
    else { return false }
    return read.points.map(\.number) == points.map(\.number)
      && read.points.map(\.text) == points.map(\.text)
      && read.points.map { $0.footnotes.map(\.text) } == points.map { $0.footnotes.map(\.text) }
  }
}

extension TranscriptDocumentReading {
  func note(_ document: TranscriptDocument) throws(PaperError) -> Note {
    try check(document, isNote: true)
    let facts = document.session
    var note = Note(
      header: try header(facts, isNote: true), members: try members(of: document),
      panels: try panels(of: document), points: [], unplaced: [], remarks: [])
    if let kind = facts[TranscriptDocument.Fact.record.rawValue]?.filled {
      guard let isSummary = ["note": false, "summary": true][kind] else {
        throw wrong("record is “\(kind.prefix(40))”; write note or summary")
      }
      note.isSummary = isSummary
    }
    if let text = facts[TranscriptDocument.Fact.agreedOn.rawValue]?.filled {
      guard let day = PrintedDay(iso: text) else {
        throw wrong("agreedOn is “\(text.prefix(60))”; write it as 2024-05-08")
      }
      note.agreedOn = day
    }
    for (index, said) in document.turns.enumerated() {
      try add(said, to: &note, line: lines?[index] ?? index + 1)
    }
    guard !note.points.isEmpty else {
      throw PaperError(
        code: "no_points", message: "\(fileName) has no turn of the kind “point”.", file: fileName)
    }
    return note
  }

  private func add(
    _ said: TranscriptDocument.Said, to note: inout Note, line: Int
  ) throws(PaperError) {
    guard said.kind == TranscriptDocument.point else {
      throw wrong("kind is “\(said.kind.prefix(40))”; a note has points alone", line)
    }
    guard said.label == nil, said.speaker == nil, said.isChair == nil, said.panel == nil
    else {
      throw wrong("a point has a number, text and footnotes, and nothing else", line)
    }
    guard let number = said.number, (1...9_999).contains(number),
      number > note.points.last?.number ?? 0
    else {
      throw wrong(
        "number is \(said.number.map(String.init) ?? "missing"); points are numbered from 1 to 9999, each higher than the one before",
        line)
    }
    try checkWords([said.text], line)
    guard said.text.filled != nil else { throw wrong("the point has no words", line) }
    note.points.append(
      Note.Point(
        number: number, lead: "", text: said.text, line: line,
        footnotes: try footnotes(of: said, line)))
  }
}
