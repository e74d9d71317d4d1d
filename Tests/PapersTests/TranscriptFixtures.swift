import Papers
import Testing

/// An invented session: a header, two panels, a few turns.
enum TranscriptFixture {
  static let header = [
    "Bridges and Ferries Committee",
    "Oral evidence: Island crossings in winter, HC 412",
    "Tuesday 3 March 2020",
    "Ordered by the House of Commons to be published on 3 March 2020.",
    "Watch the meeting",
    "Members present: Ada Quill (Chair); Ms Beth Rowan; Dr Carl Stone; Sir Dan Tarn.",
    "Questions 7 - 10",
    "Witnesses",
    "I: Eve Umber, Harbour Master, Port of Sandwick; and Finn J Vale, Pilot, Northern Lights.",
    "II: Rt Hon Gail West MP, Minister for Islands.",
    "Written evidence from witnesses:",
    "Examination of witnesses",
    "Witnesses: Eve Umber and Finn J Vale.",
  ]

  static let turns = [
    "Q7\u{A0}   Chair: Good morning. Who keeps the winter timetable?",
    "Eve Umber: The harbour does, in most years.",
    "In the last one it did not.",
    "Chair: Why?",
    "Q8  Ms Rowan: Is that usual?",
    "Finn J Vale: It is not.",
    "Q9\tDr Stone: And the lights?",
    "Eve Umber: They work.",
    "Q10 Sir Dan Tarn: Thank you both.",
  ]

  /// The session's lines with blank lines between them.
  static var text: String { (header + turns).joined(separator: "\n\n") }

  /// A short transcript: a plain header and the given body.
  static func text(body: [String]) -> String {
    (header + body).joined(separator: "\n\n")
  }
}

/// Reads a text as a `.txt` file would be read.
func paper(_ text: String, name: String = "session.txt") throws -> PaperText {
  try PaperReader.read(Array(text.utf8), fileName: name)
}

/// Reads a transcript and checks that nothing of it was lost.
func transcript(
  _ text: String, sourceLocation: SourceLocation = #_sourceLocation
) throws -> Transcript {
  let paper = try paper(text)
  let transcript = try TranscriptReader.read(paper, fileName: "session.txt")
  #expect(transcript.lostLines(of: paper) == [], sourceLocation: sourceLocation)
  return transcript
}

/// Reads a transcript with the invented header and the given body.
func transcript(
  body: [String], sourceLocation: SourceLocation = #_sourceLocation
) throws -> Transcript {
  try transcript(TranscriptFixture.text(body: body), sourceLocation: sourceLocation)
}

extension Transcript {
  /// The codes of the remarks, without those on witnesses and ranges that
  /// short fixtures always draw.
  var codes: [String] {
    let usual = ["witness_silent", "printed_range_differs"]
    return remarks.map(\.code).filter { !usual.contains($0) }
  }
}

// MARK: - Files that say of themselves what they mean

extension TranscriptFixture {
  static let json = """
    {"format": "inquiry-transcript-1", "session": {"date": "2024-05-08"},
     "members": [{"name": "Ada Quill", "isChair": true}], "panels": [],
     "turns": [{"kind": "speech", "number": 1, "speaker": "Ada Quill", "text": "Who?"},
               {"kind": "speech", "label": "Eve", "text": "I."}]}
    """

  static let csv = """
    row,number,label,speaker,isChair,panel,role,organisation,text
    fact,,format,,,,,,inquiry-transcript-1
    member,,,Ada Quill,yes,,,,
    panel,,I,,,1,,,
    witness,,,Eve Umber,,1,'=Head,,
    speech,1,Chair,Ada Quill,yes,1,,,"Who, ""then""?

    So?"
    speech,,,Eve Umber,,1,,,'+1
    """
}
