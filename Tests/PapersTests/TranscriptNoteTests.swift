import Papers
import Testing

struct TranscriptNoteTests {
  private func note(_ text: String) throws -> Note {
    let paper = try paper(text, name: "note.txt")
    let note = try NoteReader.read(paper, fileName: "note.txt")
    #expect(note.lostLines(of: paper) == [])
    return note
  }

  @Test func `points and header lines of a note are read`() throws {
    let note = try note(
      """
      Group on Small Harbours

      Note of a private meeting: Young deckhands

      12 June 2018

      Chair: Ada Quill MP

      Present: Ms Beth Rowan; Dr Carl Stone

      Agreed with those who came

      1. The deckhands said that nobody asks them.

      They said it twice.

      2 Three of them had left school at fifteen.

      Pay

      3) Pay differs from boat to boat.
      """)
    #expect(note.header.committeeName == "Group on Small Harbours")
    #expect(note.header.title == "Young deckhands")
    #expect(note.header.date == PrintedDay(year: 2018, month: 6, day: 12))
    #expect(note.members.map(\.name) == ["Ada Quill MP", "Ms Beth Rowan", "Dr Carl Stone"])
    #expect(note.members.first?.isChair == true)
    #expect(note.points.map(\.number) == [1, 2, 3])
    #expect(note.points.map(\.lead) == ["1.", "2", "3)"])
    #expect(
      note.points[0].text == "The deckhands said that nobody asks them.\n\nThey said it twice.")
    #expect(note.unplaced.map(\.reason) == [.notRecognised, .heading])
    #expect(note.remarks.isEmpty)
  }

  @Test(arguments: [
    "10.30 am was the start.", "2.5 per cent stayed.", "30 boats came.", "2019. A year.",
  ])
  func `figures at the start of a paragraph are no points`(line: String) throws {
    let note = try note("1. First.\n\n\(line)\n\n2. Second.")
    #expect(note.points.map(\.number) == [1, 2])
    #expect(note.points[0].text == "First.\n\n\(line)")
  }

  @Test func `points that go backwards or repeat are refused`() throws {
    let backwards = try #require(throws: PaperError.self) {
      try note("1. One.\n\n2. Two.\n\n1. One again.")
    }
    #expect(backwards.code == "point_number_backwards")
    #expect(backwards.line == 5)
    let repeated = try #require(throws: PaperError.self) { try note("1. One.\n\n1. Two.") }
    #expect(repeated.code == "point_number_repeated")
  }

  @Test func `a gap between points is remarked`() throws {
    let note = try note("1. One.\n\n3. Three.")
    #expect(note.remarks.map(\.code) == ["point_number_gap"])
  }

  @Test func `a text without points is no note`() throws {
    let error = try #require(throws: PaperError.self) { try note("Only words.") }
    #expect(error.code == "no_points")
  }
}
