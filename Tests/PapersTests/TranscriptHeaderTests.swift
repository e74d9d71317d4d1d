import Papers
import Testing

struct TranscriptHeaderTests {
  @Test func `a Commons header is read field by field`() throws {
    let header = try transcript(TranscriptFixture.text).header
    #expect(header.committeeName == "Bridges and Ferries Committee")
    #expect(header.title == "Island crossings in winter")
    #expect(header.paperNumber == "HC 412")
    #expect(header.date == PrintedDay(year: 2020, month: 3, day: 3))
    #expect(header.printedRange == 7...10)
    #expect(header.stage == nil)
    #expect(header.lines.map(\.field).contains(.order))
    #expect(header.lines.count == TranscriptFixture.header.count)
  }

  @Test func `members and the Chair come from the list`() throws {
    let members = try transcript(TranscriptFixture.text).members
    #expect(members.map(\.name) == ["Ada Quill", "Ms Beth Rowan", "Dr Carl Stone", "Sir Dan Tarn"])
    #expect(members.filter(\.isChair).map(\.name) == ["Ada Quill"])
  }

  @Test func `witnesses have the role and organisation of the list`() throws {
    let panels = try transcript(TranscriptFixture.text).panels
    #expect(panels.map(\.numeral) == ["I", "II"])
    #expect(
      panels[0].witnesses == [
        WitnessListed(name: "Eve Umber", role: "Harbour Master", organisation: "Port of Sandwick"),
        WitnessListed(name: "Finn J Vale", role: "Pilot", organisation: "Northern Lights"),
      ])
    #expect(
      panels[1].witnesses == [
        WitnessListed(name: "Rt Hon Gail West MP", role: "Minister for Islands")
      ])
  }

  @Test func `the heading of a panel is no witness`() throws {
    let panels = try transcript(
      """
      The Example Committee
      Oral evidence: Buses, HC 1
      Tuesday 7 November 2023
      Members present: Clare Member (Chair).
      Questions 1 - 1
      Witnesses
      Panel 1 (10.15 am)
      Jane Doe, Director, The Organisation
      Panel 2:
      Tom Okoro, Driver, Valley Buses
      Examination of witness
      Witness: Jane Doe.

      Q1  Chair: What?

      Jane Doe: That.
      """
    ).panels
    #expect(panels.map(\.numeral) == ["1", "2"])
    #expect(panels.map { $0.witnesses.map(\.name) } == [["Jane Doe"], ["Tom Okoro"]])
  }

  @Test func `a Lords header with blanks in words and numbers is read`() throws {
    let transcript = try transcript(
      """
      Coasts Commit tee

      C orrected oral evidence: The price of tides

      Thurs day 5 March 2020

      10.0 5 am

      Members present: Lord Ash of Bere (The Chair ); Baroness Cole ; Lord Dell of Esk .

      Evidence Session No. 1 2 Heard in Pub lic Questions 1 – 1 2

      Witnes se s

      I : Eve Umber, Chief Pilot, Port of Sandwick ; Finn J . Vale, Owner, Vale Ferries .

      USE OF THE TRANSCRIPT

      14

      Examination of witnes se s

      Eve Umber and Finn J . Vale .

      Q1 The Chair: Welcome.

      Finn J Vale: Thank you.
      """)
    let header = transcript.header
    #expect(header.stage == .corrected)
    #expect(!header.isUncorrected)
    #expect(header.title == "The price of tides")
    #expect(header.date == PrintedDay(year: 2020, month: 3, day: 5))
    #expect(header.startTime == PrintedTime(hour: 10, minute: 5))
    #expect(header.evidenceSessionNumber == 12)
    #expect(header.isHeardInPublic == true)
    #expect(header.printedRange == 1...12)
    #expect(
      transcript.members.map(\.name) == ["Lord Ash of Bere", "Baroness Cole", "Lord Dell of Esk"])
    #expect(transcript.members.first?.isChair == true)
    #expect(transcript.panels[0].witnesses[1].name == "Finn J Vale")
    #expect(transcript.panels[0].witnesses[1].organisation == "Vale Ferries")
    #expect(transcript.unplaced == [UnplacedLine(line: 19, text: "14", reason: .pageNumber)])
    #expect(transcript.turns.map(\.speaker) == ["Lord Ash of Bere", "Finn J Vale"])
    #expect(transcript.turns.allSatisfy { $0.panel == 1 })
  }

  @Test(arguments: [
    ("Questions 33 – 5 6", 33...56), ("Questions 82-122", 82...122), ("Question 5", 5...5),
    ("Questions 114 - 144", 114...144), ("Qq 1 to 18", 1...18),
  ])
  func `printed ranges are read through damage`(line: String, range: ClosedRange<Int>) throws {
    let first = range.lowerBound
    let header = try transcript("\(line)\n\nQ\(first) Chair: Hello.").header
    #expect(header.printedRange == range)
  }

  @Test(arguments: [
    ("18 APRIL 2007", 2007, 4, 18), ("Wednesday, 1st March 2023", 2023, 3, 1),
    ("Mon day 2 9 Feb ruary 2016", 2016, 2, 29), ("Date: 12 June 2018", 2018, 6, 12),
  ])
  func `dates are read in the forms of both Houses`(
    line: String, year: Int, month: Int, day: Int
  ) throws {
    let header = try transcript("\(line)\n\nQ1 Chair: Hello.").header
    #expect(header.date == PrintedDay(year: year, month: month, day: day))
  }

  @Test(arguments: [
    ("10.15 am", 10, 15), ("2:30pm", 14, 30), ("14.05", 14, 5), ("12 noon", 12, 0),
    ("12.10 am", 0, 10), ("9 am", 9, 0),
  ])
  func `times of day are read`(line: String, hour: Int, minute: Int) throws {
    let header = try transcript("\(line)\n\nQ1 Chair: Hello.").header
    #expect(header.startTime == PrintedTime(hour: hour, minute: minute))
  }

  @Test func `a date that no calendar has is remarked and kept`() throws {
    let transcript = try transcript("Tuesday 31 February 2020\n\nQ1 Chair: Hello.")
    #expect(transcript.header.date == nil)
    #expect(transcript.codes.contains("header_date_unreadable"))
    #expect(transcript.unplaced.map(\.text) == ["Tuesday 31 February 2020"])
  }

  @Test func `a weekday that the date did not fall on is remarked`() throws {
    let transcript = try transcript("Monday 3 March 2020\n\nQ1 Chair: Hello.")
    #expect(transcript.codes.contains("weekday_differs"))
  }

  @Test func `uncorrected anywhere in the header decides the stage`() throws {
    let header = try transcript(
      """
      UNCORRECTED TRANSCRIPT OF ORAL EVIDENCE

      To be published as HC 111-i

      Oral evidence: Locks

      USE OF THE TRANSCRIPT

      1. This is an unc orrected transcript, published so that the public may read it.

      Q1 Chair: Hello.
      """
    ).header
    #expect(header.isUncorrected)
    #expect(header.paperNumber == "HC 111-i")
    #expect(header.lines.last?.field == .use)
  }

  @Test func `text of the template that was left in is remarked`() throws {
    let transcript = try transcript(
      "Written evidence from witnesses:\n\n– [Add names and links]\n\nQ1 Chair: Hello.")
    #expect(transcript.codes.contains("template_text_left"))
    #expect(transcript.unplaced.isEmpty)
  }

  @Test func `members printed below each other are listed`() throws {
    let members = try transcript(
      "Members present:\n\nAda Quill (Chair)\n\nMs Beth Rowan\n\nQuestions 1-2\n\nQ1 Chair: Hello."
    ).members
    #expect(
      members == [
        MemberPresent(name: "Ada Quill", isChair: true), MemberPresent(name: "Ms Beth Rowan"),
      ])
  }

  @Test func `a header line that nobody knows is kept and listed`() throws {
    let transcript = try transcript("Held in the Old Ropeworks, Sandwick\n\nQ1 Chair: Hello.")
    #expect(transcript.unplaced.map(\.reason) == [.notRecognised])
  }

  @Test func `an old print lists members in columns and witnesses who gave evidence`() throws {
    let transcript = try transcript(
      """
      Taken before the Lamps Committee on Tuesday 12 June 2007

      Members present:

      Mr John Ash, in the Chair

      Mr Brady Cole                         Mr Dan Esk

      Ms Fay Gill                           John Hythe

      Evidence heard in Public                 Questions 1 - 2

      Witnesses: Mr Ivo Jay, Partner, KKR, Mr Ken Lamb, Managing Partner, Permira, and Mr Max Nye, Chief Executive, 3i Group plc, gave evidence.

      Q1  Chairman: Gentlemen?

      Mr Lamb: Good morning.

      Q2  Mr Esk: How much?
      """)
    #expect(
      transcript.members.map(\.name)
        == ["Mr John Ash", "Mr Brady Cole", "Mr Dan Esk", "Ms Fay Gill", "John Hythe"])
    #expect(transcript.members.filter(\.isChair).map(\.name) == ["Mr John Ash"])
    #expect(transcript.header.date == PrintedDay(year: 2007, month: 6, day: 12))
    #expect(transcript.header.isHeardInPublic == true)
    #expect(transcript.header.printedRange == 1...2)
    #expect(
      transcript.panels.flatMap(\.witnesses) == [
        WitnessListed(name: "Mr Ivo Jay", role: "Partner", organisation: "KKR"),
        WitnessListed(name: "Mr Ken Lamb", role: "Managing Partner", organisation: "Permira"),
        WitnessListed(name: "Mr Max Nye", role: "Chief Executive", organisation: "3i Group plc"),
      ])
    #expect(transcript.turns.map(\.speaker) == ["Mr John Ash", "Mr Ken Lamb", "Mr Dan Esk"])
  }

  @Test func `an old heading gives committee, range and date`() throws {
    let transcript = try transcript(
      """
      Select Committee on Lamps Minutes of Evidence

      Examination of Witnesses (Questions 20-21)


      18 APRIL 2007

        Q20  Chairman: How many lamps?

        Mr Wick: Nine.
      """)
    #expect(transcript.header.committeeName == "Select Committee on Lamps")
    #expect(transcript.header.printedRange == 20...21)
    #expect(transcript.turns.map(\.isChair) == [true, false])
    #expect(transcript.codes.contains("chair_not_sure"))
  }
}
