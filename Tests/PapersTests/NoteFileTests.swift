import Papers
import Testing

/// Notes and summaries as files.
struct NoteFileTests {
  private static let name = TranscriptName(
    body: "Group on Small Harbours", number: 4, reference: "OS4-summary",
    notices: ["A worked example."])

  private func again(_ note: Note, _ format: TranscriptFormat) throws -> Note {
    let bytes = try format.write(note, name: Self.name)
    let fileName = "n.\(format.fileExtension)"
    if let read = try TranscriptFormat.readNote(bytes, fileName: fileName) { return read }
    return try NoteReader.read(
      try PaperReader.read(bytes, fileName: fileName), fileName: fileName)
  }

  private func plain(_ note: Note) -> [String] {
    note.points.map { "\($0.number)|\($0.text)|\($0.footnotes.map(\.text))" }
  }

  @Test(arguments: UInt64(1)...60, [TranscriptFormat.json, .csv])
  func `a note comes back as it went out`(seed: UInt64, format: TranscriptFormat) throws {
    print("note, seed \(seed)")
    var dice = TranscriptDice(seed: seed)
    let note = dice.note()
    let read = try again(note, format)
    let comment = Comment(rawValue: "seed \(seed)")
    #expect(plain(read) == plain(note), comment)
    #expect(read.members == note.members, comment)
    #expect(read.panels == note.panels, comment)
    #expect(read.facts == note.facts, comment)
    #expect(read.isSummary == note.isSummary && read.agreedOn == note.agreedOn, comment)
    #expect(read.unplaced == [], comment)
  }

  @Test(arguments: UInt64(1)...60)
  func `plain text gives the same points back or is refused`(seed: UInt64) throws {
    print("note as text, seed \(seed)")
    var dice = TranscriptDice(seed: seed)
    let note = dice.note()
    do {
      let read = try again(note, .text)
      let evened = note.points.map { point in
        let paragraphs = point.text.components(separatedBy: "\n\n").map { paragraph in
          paragraph.split(whereSeparator: \.isNewline)
            .map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
        }
        let notes = point.footnotes.map { note in
          note.text.split(whereSeparator: \.isNewline)
            .map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
        }
        return "\(point.number)|\(paragraphs.joined(separator: "\n\n"))|\(notes)"
      }
      #expect(plain(read) == evened, "seed \(seed)")
    } catch let error as PaperError {
      #expect(error.code == "note_text_unclear", "seed \(seed)")
    }
  }

  @Test func `a plain note goes out as text and comes back with who was there`() throws {
    let text = """
      Group on Small Harbours

      Summary of a meeting: Young deckhands

      Tuesday 12 June 2018

      Members present: Ada Quill (Chair); Beth Rowan.

      Witnesses

      I: Eve Umber, Harbour Master, Port of Sandwick.

      1. Nobody asks them.

      They said it twice.

      [Footnote: At both meetings.]

      4. Pay differs.

      """
    let read = try NoteReader.read(
      try PaperReader.read(Array(text.utf8), fileName: "a.txt"), fileName: "a.txt")
    var note = read
    note.isSummary = true
    let bytes = try TranscriptFormat.text.write(
      note, name: TranscriptName(body: "B", number: 4, reference: "OS4-summary"))
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test func `what would be read as another point is refused as text`() throws {
    for words in ["They met.\n\n2. Not a point", "They met.\n\nA heading"] {
      let note = Note(
        header: TranscriptHeader(), members: [], panels: [],
        points: [
          .init(number: 1, lead: "", text: words, line: 1),
          .init(number: 2, lead: "", text: "So.", line: 2),
        ], unplaced: [], remarks: [])
      let error = #expect(throws: PaperError.self) {
        try TranscriptFormat.text.write(note, name: Self.name)
      }
      #expect(error?.code == "note_text_unclear")
      #expect(plain(try again(note, .json)) == plain(note))
    }
  }

  @Test func `Akoma Ntoso holds no note, either way`() throws {
    var dice = TranscriptDice(seed: 1)
    let note = dice.note()
    let out = #expect(throws: PaperError.self) {
      try TranscriptFormat.akn.write(note, name: Self.name)
    }
    let back = #expect(throws: PaperError.self) {
      try TranscriptFormat.readNote(Array("<akomaNtoso/>".utf8), fileName: "n.xml")
    }
    #expect([out?.code, back?.code] == ["akoma_ntoso_no_note", "akoma_ntoso_no_note"])
  }

  @Test(arguments: [
    (#"{"kind":"speech","text":"x"}"#, "points alone"),
    (#"{"kind":"point","text":"x"}"#, "number is missing"),
    (#"{"kind":"point","number":2,"text":" "}"#, "no words"),
    (#"{"kind":"point","number":2,"text":"x","panel":1}"#, "nothing else"),
    (#"{"kind":"point","number":2,"text":"x"},{"kind":"point","number":2,"text":"y"}"#, "is 2"),
  ])
  func `what is wrong in a note is named`(turns: String, words: String) throws {
    let json =
      #"{"format":"inquiry-note-1","session":{},"members":[],"panels":[],"turns":[\#(turns)]}"#
    let error = #expect(throws: PaperError.self) {
      try TranscriptFormat.readNote(Array(json.utf8), fileName: "n.json")
    }
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    let transcript = #expect(throws: PaperError.self) {
      try TranscriptFormat.read(Array(json.utf8), fileName: "n.json")
    }
    #expect(transcript?.message.contains("--kind note") == true)
  }
}

extension Note {
  fileprivate var facts: TranscriptHeader {
    var facts = header
    facts.lines = []
    return facts
  }
}
