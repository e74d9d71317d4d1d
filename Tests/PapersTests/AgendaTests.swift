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

  @Test(arguments: [
    "Panel 1 (10.15 am)", "Panel 1: 10.15 am", "PANEL ONE – 10.15 am:", "Panel I 10.15am",
    "Panel 1 (10.15–11.00 am)",
  ])
  func `a panel's heading is no witness, and its time is the panel's`(heading: String) throws {
    let agenda = try agenda(
      """
      3 November 2026
      \(heading)
      Witnesses: Dr Priya Nandakumar, Professor of Hydrology, University of Leeds
      Panel 2 (11.00 am)
      Witnesses: John Smith, Director, River Trust
      """)
    #expect(
      agenda.panels.map { $0.witnesses.map(\.name) } == [["Dr Priya Nandakumar"], ["John Smith"]])
    #expect(agenda.panels.first?.witnesses.first?.role == "Professor of Hydrology")
    #expect(agenda.panels.last?.numeral == "2")
    #expect(agenda.panelTimes[1] == PrintedTime(hour: 10, minute: 15))
    #expect(agenda.panelTimes[2] == PrintedTime(hour: 11, minute: 0))
    #expect(agenda.header.startTime == PrintedTime(hour: 10, minute: 15))
  }

  @Test func `a heading without a colon stands among lines of witnesses`() throws {
    let agenda = try agenda(
      """
      3 November 2026
      Witnesses
      Panel 1
      Jane Doe, Director, River Trust
      Ada Quill, Pilot, Lamp House
      Panel 2
      Witnesses: John Smith and Finn Vale
      """)
    #expect(
      agenda.panels.map { $0.witnesses.map(\.name) } == [
        ["Jane Doe", "Ada Quill"], ["John Smith", "Finn Vale"],
      ])
    #expect(agenda.panels.map(\.numeral) == ["1", "2"])
  }

  @Test func `bullets list witnesses, one of whom may be of Westminster`() throws {
    let agenda = try agenda(
      """
      3 November 2026
      Witnesses:
      • Jane Doe, Director, Westminster Council
      ▪ John Smith, Director, River Trust
      - Ada Quill, Pilot, Lamp House
      """)
    #expect(
      agenda.panels.map { $0.witnesses.map(\.name) } == [["Jane Doe", "John Smith", "Ada Quill"]])
    #expect(agenda.panels.first?.witnesses.first?.organisation == "Westminster Council")
    #expect(agenda.place == nil)
    #expect(agenda.unplaced.isEmpty)
  }

  @Test func `who is to be confirmed is no witness, and is remarked`() throws {
    let agenda = try agenda(
      """
      3 November 2026
      Panel 1
      Witnesses: TBC
      Panel 2 (11.00 am)
      - Jane Doe, Director, River Trust
      - Witness to be confirmed
      12 noon: To be confirmed
      """)
    #expect(agenda.panels.map { $0.witnesses.map(\.name) } == [["Jane Doe"]])
    #expect(agenda.panels.map(\.numeral) == ["2"])
    #expect(agenda.panelTimes[1] == PrintedTime(hour: 11, minute: 0))
    let open = agenda.remarks.filter { $0.code == "witness_to_be_confirmed" }
    #expect(open.map(\.line) == [3, 6, 7])
  }

  @Test func `a day that no calendar has is told with its line`() throws {
    let agenda = try agenda("Oral evidence: Rivers\n31 November 2026")
    #expect(agenda.header.date == nil)
    #expect(
      agenda.remarks.map(\.message) == [
        "Line 2 says “31 November 2026”, and there is no such day."
      ])
  }

  @Test(arguments: [
    ("Tuesday 3 November 2026, 10.00am (public meeting)", true),
    ("3 November 2026 at 10 am (in private)", false),
  ])
  func `a date has a time and a bracket behind it`(line: String, isPublic: Bool) throws {
    let agenda = try agenda(line)
    #expect(agenda.header.date == PrintedDay(year: 2026, month: 11, day: 3))
    #expect(agenda.header.startTime == PrintedTime(hour: 10, minute: 0))
    #expect(agenda.header.isHeardInPublic == isPublic)
    #expect(agenda.unplaced.isEmpty)
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
