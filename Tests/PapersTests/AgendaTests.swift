import Papers
import Testing

struct AgendaTests {
  private func agenda(_ text: String) throws -> Agenda {
    try AgendaReader.read(try paper(text, name: "agenda.txt"), fileName: "agenda.txt")
  }

  @Test func `an agenda gives what a sitting is planned with`() throws {
    let agenda = try agenda(
      """
      Bridges and Ferries Committee
      Agenda
      Title: Island crossings in winter
      Tuesday 3 March 2020
      Venue: The Thatcher Room, Portcullis House
      Chair: Ada Quill MP
      Members expected: Ms Beth Rowan; Dr Carl Stone
      To be heard in public
      At 10.00 am: Eve Umber, Harbour Master, Port of Sandwick; and Finn J Vale, Pilot, Northern Lights
      11.15 am
      Rt Hon Gail West MP, Minister for Islands, Home Office
      12 noon: The Committee will deliberate.
      """)
    #expect(agenda.header.committeeName == "Bridges and Ferries Committee")
    #expect(agenda.header.title == "Island crossings in winter")
    #expect(agenda.header.date == PrintedDay(year: 2020, month: 3, day: 3))
    #expect(agenda.header.startTime == PrintedTime(hour: 10, minute: 0))
    #expect(agenda.header.isHeardInPublic == true)
    #expect(agenda.place == "The Thatcher Room, Portcullis House")
    #expect(agenda.members.map(\.name) == ["Ada Quill MP", "Ms Beth Rowan", "Dr Carl Stone"])
    #expect(agenda.members.map(\.isChair) == [true, false, false])
    #expect(
      agenda.panels.map { $0.witnesses.map(\.name) } == [
        ["Eve Umber", "Finn J Vale"], ["Rt Hon Gail West MP"],
      ])
    #expect(agenda.panels.first?.witnesses.first?.organisation == "Port of Sandwick")
    #expect(
      agenda.panelTimes
        == [
          1: PrintedTime(hour: 10, minute: 0), 2: PrintedTime(hour: 11, minute: 15),
        ].compactMapValues { $0 })
    #expect(agenda.unplaced.map(\.line) == [12])
  }

  @Test(arguments: [
    ("Heard in private", false), ("Private meeting", false), ("In public", true),
  ])
  func `a line says whether it is heard in public`(line: String, isPublic: Bool) throws {
    #expect(try agenda("4 May 2021\n\n\(line)").header.isHeardInPublic == isPublic)
  }

  @Test func `numbered panels and rooms without a key are read`() throws {
    let agenda = try agenda(
      "4 May 2021 at 2.30 pm\n\nCommittee Room 5\n\nPanel 1: Eve Umber, Pilot, Port House\n\nII: Finn Vale, Keeper, Lamp House"
    )
    #expect(agenda.header.startTime == PrintedTime(hour: 14, minute: 30))
    #expect(agenda.place == "Committee Room 5")
    #expect(agenda.panels.map(\.numeral) == ["1", "II"])
    #expect(agenda.header.committeeName == nil)
  }

  @Test func `a whole transcript plans its sitting by its header`() throws {
    let agenda = try agenda(TranscriptFixture.text)
    let read = try transcript(TranscriptFixture.text)
    #expect(agenda.header == read.header)
    #expect(agenda.members == read.members)
    #expect(agenda.panels == read.panels)
    let remark = try #require(agenda.remarks.last)
    #expect(remark.code == "lines_after_header")
    #expect(remark.message.hasPrefix("\(TranscriptFixture.turns.count) lines"))
  }

  @Test func `a header alone is enough, a text without day and witness is not`() throws {
    let header = try agenda(TranscriptFixture.header.joined(separator: "\n"))
    #expect(header.panels.count == 2)
    #expect(header.remarks.isEmpty)
    let error = try #require(throws: PaperError.self) {
      try agenda("Apologies\n\nAny other business")
    }
    #expect(error.code == "agenda_empty")
    #expect(error.message.contains("Witnesses:"))
  }
}
