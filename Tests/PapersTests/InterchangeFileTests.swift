import Papers
import Testing

/// Our own JSON and CSV of a transcript.
struct InterchangeFileTests {
  private func refusal(_ text: String, _ fileName: String) -> PaperError? {
    #expect(throws: PaperError.self) {
      try TranscriptFormat.read(Array(text.utf8), fileName: fileName)
    }
  }

  @Test func `JSON of our own is read`() throws {
    let read = try #require(
      try TranscriptFormat.read(Array(TranscriptFixture.json.utf8), fileName: "a.json"))
    #expect(read.turns.map(\.speaker) == ["Ada Quill", nil])
    #expect(read.header.date == PrintedDay(year: 2024, month: 5, day: 8))
  }

  @Test(arguments: [
    (#""format": "inquiry-transcript-1""#, #""format": "x""#, "transcript_value", "format"),
    (#""text": "I.""#, #""texts": "I.""#, "json_field", "turns[1]"),
    (#""text": "I.""#, #""text": "I.", "x": 1"#, "json_field", "turns[1].x"),
    (#""number": 1"#, #""number": "1""#, "json_field", "turns[0].number"),
    (#""number": 1"#, #""number": 0"#, "transcript_value", "Turn 1"),
    (#""number": 1"#, #""panel": 1"#, "transcript_value", "Turn 1"),
    (#""label": "Eve""#, #""number": 1"#, "question_number_repeated", "Turn 2"),
    (#""label": "Eve""#, #""label": "E\u0000""#, "nul_byte", "2"),
    ("2024-05-08", "2024-13-08", "transcript_value", "date"),
    (#""date""#, #""day""#, "transcript_value", "day"),
    (#""kind": "speech", "label""#, #""kind": "song", "label""#, "transcript_value", "song"),
    ("}]}", "}]", "json_damaged", "a.json"),
  ])
  func `JSON that is wrong is refused with its place`(
    part: String, instead: String, code: String, place: String
  ) throws {
    let error = refusal(TranscriptFixture.json.replacing(part, with: instead), "a.json")
    #expect(error?.code == code)
    #expect(error?.message.contains(place) ?? false, "\(error?.message ?? "")")
  }

  @Test(arguments: ["\n", "\r\n"])
  func `CSV of our own is read, and its guarded cells without their guard`(end: String) throws {
    let text = TranscriptFixture.csv.replacing("\n", with: end)
    let read = try #require(try TranscriptFormat.read(Array(text.utf8), fileName: "a.csv"))
    #expect(read.turns.map(\.text) == ["Who, \"then\"?\(end)\(end)So?", "+1"])
    #expect(read.turns.map(\.line) == [6, 9])
    #expect(
      read.panels == [
        PanelHeard(
          ordinal: 1, numeral: "I", witnesses: [WitnessListed(name: "Eve Umber", role: "=Head")])
      ])
  }

  @Test(arguments: [
    ("row,number", "kind,number", "csv_columns", "line"),
    ("speech,1,", "speech,one,", "transcript_value", "line 6"),
    ("speech,,,Eve", "song,,,Eve", "transcript_value", "line 9"),
    ("speech,,,Eve", "stage,2,,Eve", "transcript_value", "Line 9"),
    ("panel,,I,,,1", "panel,,I,,,2", "transcript_value", "line 4"),
    ("member,,,Ada Quill,yes,", "member,,,Ada Quill,yes,1", "transcript_value", "line 3"),
    ("'+1", "'+1,x", "transcript_value", "line 9"),
    ("So?\"", "So?\"x", "csv_damaged", "line 8"),
    ("So?\"", "So?", "csv_damaged", "line 6"),
  ])
  func `CSV that is wrong is refused with its line`(
    part: String, instead: String, code: String, place: String
  ) throws {
    let error = refusal(TranscriptFixture.csv.replacing(part, with: instead), "a.csv")
    #expect(error?.code == code)
    #expect(error?.message.contains(place) ?? false, "\(error?.message ?? "")")
  }

  @Test(arguments: ["=1+1", "+1", "-x", "@x", "\tx", "'=x", "''-x"])
  func `a cell that begins like a formula is guarded`(words: String) throws {
    let transcript = Transcript(
      header: TranscriptHeader(), members: [], panels: [],
      turns: [Turn(kind: .speech, label: words, text: "x", line: 0)], unplaced: [], remarks: [])
    let bytes = try TranscriptFormat.csv.write(
      transcript, name: TranscriptName(body: "B", number: 1, reference: "OS1"))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("speech,,'\(words),,,,,,x\n"))
    let read = try #require(try TranscriptFormat.read(bytes, fileName: "a.csv"))
    #expect(read.turns.map(\.label) == [words])
  }

  @Test func `who speaks and is not listed keeps a label and is remarked`() throws {
    let text = TranscriptFixture.json.replacing(#""name": "Ada Quill""#, with: #""name": "Bea""#)
    let read = try #require(try TranscriptFormat.read(Array(text.utf8), fileName: "a.json"))
    #expect(read.turns.map(\.label) == ["Ada Quill", "Eve"])
    #expect(read.remarks.contains { $0.code == "speaker_not_listed" })
  }
}
