import Papers
import Testing

/// A day of an invented statutory inquiry.
private let day = [
  "Transcript of Module 2 Public Hearing on 16 June 2023", "(10.00 am)",
  "LADY FENN: Yes, Mr Keel.", "MR KEEL: Good morning, my Lady. May I call Ada Quill.",
  "MS ADA QUILL (affirmed)", "Questioned by MR KEEL",
  "MR KEEL: Your full name, please.", "A. Ada Mary Quill.", "Q. You keep the harbour?",
  "A. I do.", "And have for years.", "(Pause)", "Since 1990.", "THE WITNESS: I am sorry.",
  "LADY FENN: Take your time.", "(The witness withdrew)",
  "PROFESSOR CARL McVALE (sworn)", "DR EVE UMBER-HILL (affirmed).",
  "Questions from Counsel to the Inquiry", "Q. Are you both pilots?",
  "PROFESSOR McVALE: We are.", "DR UMBER-HILL: Yes.", "A. Quite so.",
  "Closing statement on behalf of the Pilots by MS ROWE", "MS ROWE: My Lady.",
  "(4.30 pm)", "(The hearing adjourned until 10.00 am the following day)",
]

@Suite struct HearingTests {
  @Test func `witnesses are known by their oath, and sections are narrative`() throws {
    let hearing = try transcript(day.joined(separator: "\n\n"))
    #expect(
      hearing.panels.map { $0.witnesses.map(\.name) } == [
        ["Ms Ada Quill"], ["Professor Carl McVALE", "Dr Eve Umber-Hill"],
      ])
    #expect(hearing.header.date == PrintedDay(year: 2023, month: 6, day: 16))
    #expect(hearing.header.isHeardInPublic == true)
    #expect(hearing.header.startTime == PrintedTime(hour: 10, minute: 0))
    let stages = hearing.turns.filter { $0.kind == .stage }.map(\.text)
    #expect(stages.contains("Questioned by MR KEEL"))
    #expect(stages.contains("Closing statement on behalf of the Pilots by MS ROWE"))
    #expect(hearing.unplaced.isEmpty)
  }

  @Test func `Q and A are who asks and who answers, where the transcript says it`() throws {
    let hearing = try transcript(day.joined(separator: "\n\n"))
    let asked = try #require(hearing.turns.first { $0.text == "You keep the harbour?" })
    #expect(asked.label == "MR KEEL" && asked.lead == "Q." && asked.speaker == nil)
    let answered = try #require(hearing.turns.first { $0.text.hasPrefix("I do.") })
    #expect(answered.speaker == "Ms Ada Quill" && answered.text == "I do.\n\nAnd have for years.")
    #expect(hearing.turns.first { $0.text == "Since 1990." }?.speaker == "Ms Ada Quill")
    #expect(hearing.turns.first { $0.text == "I am sorry." }?.speaker == "Ms Ada Quill")
    // Of two witnesses nobody can say which one answered, nor who asked for a body.
    #expect(hearing.turns.first { $0.text == "Quite so." }?.speaker == nil)
    #expect(hearing.turns.first { $0.text == "Are you both pilots?" }?.label == "Q")
    #expect(hearing.turns.first { $0.text == "Yes." }?.speaker == "Dr Eve Umber-Hill")
  }

  @Test func `a label that looks like a slip of another, or shares its surname, is told`() throws {
    let hearing = try transcript(
      (day + ["LADY FENN: One.", "LADY FEN: Two.", "MS ROWE KC: Three.", "MS ROWE KC: Four."])
        .joined(separator: "\n\n"))
    let slip = hearing.remarks.first { $0.code == "label_looks_like" }
    #expect(slip?.message.contains("“LADY FEN” looks like a slip of “LADY FENN”") == true)
    let clash = hearing.remarks.first { $0.code == "label_clash" }
    #expect(clash?.message.contains("“MS ROWE” may be the person of “MS ROWE KC”") == true)
  }

  @Test func `bold speakers and marked headings of Markdown are read as they are`() throws {
    let text = """
      # Mr Marcus Vane

      *MR MARCUS VANE (sworn).*

      ## Questions From Counsel to the Inquiry

      **Ms Black**: Can you confirm the statement?

      **Mr Marcus Vane**: I can.

      It is mine.

      ## Questions From Mr Weir KC

      **Mr Weir KC**: Thank you.
      """
    let paper = try PaperReader.read(Array(text.utf8), fileName: "day.md")
    let hearing = try TranscriptReader.read(paper, fileName: "day.md")
    #expect(hearing.lostLines(of: paper) == [])
    #expect(
      hearing.turns.filter { $0.kind == .speech }.map(\.text) == [
        "Can you confirm the statement?", "I can.\n\nIt is mine.", "Thank you.",
      ])
    #expect(hearing.panels.map { $0.witnesses.map(\.name) } == [["Mr Marcus Vane"]])
  }

  @Test func `a hearing written as text keeps its headings, panels and speakers`() throws {
    let text = """
      # Mr Marcus Vane

      *MR MARCUS VANE (sworn).*

      ## Matters of the harbour

      **Ms Black**: Can you confirm the statement?

      **Mr Marcus Vane**: I can.

      # Ms Eve Umber

      *MS EVE UMBER (affirmed).*

      **Ms Black**: And you?

      **Ms Eve Umber**: I can.
      """
    let hearing = try TranscriptReader.read(
      try PaperReader.read(Array(text.utf8), fileName: "day.md"), fileName: "day.md")
    let written = try TranscriptFormat.text.write(
      hearing, name: TranscriptName(body: "Inquiry", number: 1, reference: "OS1"))
    #expect(
      String(decoding: written, as: UTF8.self).contains("\n\n[Heading: Matters of the harbour]\n\n")
    )
    let paper = try PaperReader.read(written, fileName: "day.txt")
    let again = try TranscriptReader.read(paper, fileName: "day.txt")
    #expect(again.exported.turns == hearing.exported.turns)
    #expect(again.turns.count { $0.kind == .stage } == 4)
    #expect(again.panels == hearing.panels)
    #expect(again.lostLines(of: paper) == [])
  }

  @Test func `a published day with running line numbers is read, its short last page too`() throws {
    let first = [
      "                          Thursday, 13 July 2023", "(10.00 am)", "LADY FENN:  Mr Keel.",
      "MR KEEL:  My Lady, may I call the first witness, please,", "    who is Professor Carl Vale.",
      "          PROFESSOR CARL VALE (affirmed)", "       Questions from COUNSEL TO THE INQUIRY",
      "MR KEEL:  Could you give your full name.", "A.  Carl Alexander Vale.",
      "Q.  Thank you.  You have provided a statement, at", "    INQ000184643.", "A.  I have.",
      "Q.  Is it true?", "A.  It is.", "LADY FENN:  Thank you.", "                         1",
    ].enumerated().map { "\($0 + 1)   \($1)" }
    let last = [
      "1   Q.  One question only.", "2   A.  I understand.", "3   (The witness withdrew)",
    ]
    let hearing = try transcript((first + [""] + last).joined(separator: "\n"))
    #expect(hearing.header.date == PrintedDay(year: 2023, month: 7, day: 13))
    #expect(hearing.panels.map { $0.witnesses.map(\.name) } == [["Professor Carl Vale"]])
    #expect(
      hearing.turns.filter { $0.kind == .speech }.map(\.text) == [
        "Mr Keel.",
        "My Lady, may I call the first witness, please, who is Professor Carl Vale.",
        "Could you give your full name.", "Carl Alexander Vale.",
        "Thank you.  You have provided a statement, at INQ000184643.", "I have.", "Is it true?",
        "It is.", "Thank you.", "One question only.", "I understand.",
      ])
    #expect(hearing.unplaced.map(\.reason) == [.lineNumbers, .pageNumber, .lineNumbers])
  }

  @Test func `lines numbered at the margin are read without their numbers`() throws {
    let page = (1...25).map { line in
      let words = [
        "MR KEEL: Did you see the paper at the time at which", "it was sent to you and to others?",
        "A. I did not see it then, and nobody told me that it",
        "had been sent to anybody at all.", "",
      ]
      return "\(line)  \(words[(line - 1) % 5])"
    }
    let text = (["MS ADA QUILL (sworn)", "Questioned by MR KEEL"] + page + ["          1"] + page)
      .joined(separator: "\n")
    let hearing = try transcript(text)
    #expect(hearing.turns.count { $0.kind == .speech } == 20)
    #expect(hearing.unplaced.map(\.reason) == [.lineNumbers, .pageNumber, .lineNumbers])
    #expect(
      hearing.turns.last?.text
        == "I did not see it then, and nobody told me that it had been sent to anybody at all.")
  }
}
