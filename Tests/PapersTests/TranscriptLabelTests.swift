import Papers
import Testing

struct TranscriptLabelTests {
  @Test func `turns carry number, label as printed, speaker and words`() throws {
    let turns = try transcript(TranscriptFixture.text).turns
    #expect(turns.map(\.questionNumber) == [7, nil, nil, 8, nil, 9, nil, 10])
    #expect(
      turns.map(\.label) == [
        "Chair", "Eve Umber", "Chair", "Ms Rowan", "Finn J Vale", "Dr Stone", "Eve Umber",
        "Sir Dan Tarn",
      ])
    #expect(
      turns.map(\.speaker) == [
        "Ada Quill", "Eve Umber", "Ada Quill", "Ms Beth Rowan", "Finn J Vale", "Dr Carl Stone",
        "Eve Umber", "Sir Dan Tarn",
      ])
    #expect(turns.map(\.isChair) == [true, false, true, false, false, false, false, false])
    #expect(turns[1].text == "The harbour does, in most years.\n\nIn the last one it did not.")
    #expect(turns[0].lead == "Q7\u{A0}   Chair:")
    #expect(turns[0].line == 27)
    #expect(turns.allSatisfy { $0.panel == 1 })
  }

  @Test(arguments: [
    "So I think it is both: we need fewer boats.", "I am sorry: forget the boats.",
    "The point I wanted to make is this: the boats are old.",
    "As the owner of a small boat put it to me: never again.", "At 10:30 we sailed.",
    "Brexit: it changed the tides.", "See https://example.org for more.",
    "There are two: Alpha and Beta.",
  ])
  func `a sentence with a colon goes on with the turn before`(sentence: String) throws {
    let transcript = try transcript(body: ["Q7 Chair: Well?", "Eve Umber: Yes.", sentence])
    #expect(transcript.turns.count == 2)
    #expect(transcript.turns[1].text == "Yes.\n\n" + sentence)
    #expect(transcript.codes == [])
  }

  @Test(
    arguments: [
      ("Eve Umb er", "Eve Umber"), ("Finn J. Vale", "Finn J Vale"),
      ("Finn J . Vale", "Finn J Vale"),
      ("Finn Vale", "Finn J Vale"), ("Mr Vale", "Finn J Vale"),
      ("Dr Stone", "Dr Carl Stone"), ("Carl Stone", "Dr Carl Stone"),
      ("Beth Rowan", "Ms Beth Rowan"),
      ("Dan Tarn", "Sir Dan Tarn"), ("Sir Dan", "Sir Dan Tarn"), ("Mr Rowan", nil),
      ("Gail West", "Rt Hon Gail West MP"), ("Rt Hon Gail West", "Rt Hon Gail West MP"),
      ("Stone", "Dr Carl Stone"), ("Miss Rowan", "Ms Beth Rowan"), ("EVE UMBER", "Eve Umber"),
    ] as [(String, String?)])
  func `labels are compared without blanks, titles and initials`(
    label: String, name: String?
  ) throws {
    let turns = try transcript(body: ["Q7 Chair: Well?", "\(label): Yes."]).turns
    #expect(turns.last?.speaker == name)
    #expect(turns.last?.label == label)
  }

  @Test(arguments: [
    "Chair", "The Chair", "Chairman", "The Chairman", "The C hair", "The Chair (Ada Quill)",
    "Ada Quill",
  ])
  func `every form of the Chair is the member listed as Chair`(label: String) throws {
    let turn = try #require(try transcript(body: ["Q7 \(label): Well?"]).turns.first)
    #expect(turn.isChair)
    #expect(turn.speaker == "Ada Quill")
  }

  @Test func `a peer may go without the place`() throws {
    let turns = try transcript(
      "Members present: Lord Ash of Bere (The Chair); Lord Dell of Esk; Lord Ash.\n\nQ1 Lord Dell: One.\n\nLord Ash: Two."
    ).turns
    #expect(turns.map(\.speaker) == ["Lord Dell of Esk", "Lord Ash"])
  }

  @Test func `a surname that two people share is nobody's`() throws {
    let transcript = try transcript(
      "Members present: Ada Quill (Chair); Ben Quill; Cy Ray.\n\nQ1 Mr Quill: One.\n\nBen Quill: Two."
    )
    #expect(transcript.turns.map(\.speaker) == [nil, "Ben Quill"])
    #expect(transcript.codes == ["label_ambiguous"])
  }

  @Test func `a member and a witness of one name are not joined`() throws {
    let transcript = try transcript(
      "Members present: Ada Quill (Chair); Ben Ray.\n\nWitnesses\n\nI: Ben Ray, Pilot, Port Office.\n\nQ1 Chair: One.\n\nBen Ray: Two."
    )
    #expect(transcript.turns.map(\.speaker) == ["Ada Quill", nil])
    #expect(transcript.codes == ["label_ambiguous"])
  }

  @Test func `two witnesses of one name are told apart by the panel`() throws {
    let transcript = try transcript(
      """
      Witnesses

      I: Ben Ray, Pilot, Port Office; and Cy Orr, Cook, Port Office.

      II: Ben Ray, Mate, Harbour Trust.

      Witnesses: Ben Ray and Cy Orr.

      Q1 Chair: One.

      Ben Ray: Two.
      """)
    #expect(transcript.turns.map(\.speaker) == [nil, "Ben Ray"])
    #expect(transcript.turns.map(\.panel) == [1, 1])
  }

  @Test func `an unknown label of the shape of a name is a turn of its own`() throws {
    let transcript = try transcript(body: [
      "Q7 Chair: Well?", "Hana Xu: Yes.", "Chair: And?", "Hana Xu: No.",
    ])
    #expect(transcript.turns.map(\.label) == ["Chair", "Hana Xu", "Chair", "Hana Xu"])
    #expect(transcript.turns.map(\.speaker) == ["Ada Quill", nil, "Ada Quill", nil])
    #expect(transcript.codes == ["label_unknown"])
  }

  @Test(arguments: [
    "The Parliamentary Ombudsman", "The Stenographer", "Young person B", "Unknown speaker",
    "Member of the public", "An hon. Member", "Several hon. Members", "Hana Xu [via Zoom]",
    "Hana Xu (Leeds) (Lab)", "A voice from the gallery", "A voice from the public gallery",
  ])
  func `somebody whose name nobody knows has a turn of their own`(label: String) throws {
    let transcript = try transcript(body: [
      "Q7 Chair: Well?", "Eve Umber: Yes.", "\(label): Shame!", "Chair: Order.",
      "Q8 \(label): Hear, hear.",
    ])
    #expect(transcript.turns.map(\.label) == ["Chair", "Eve Umber", label, "Chair", label])
    #expect(transcript.turns[2].speaker == nil)
    #expect(transcript.codes == ["label_unknown"])
  }

  @Test(arguments: ["W1", "Xu, H.", "hana xu", "The harbour front office"])
  func `a beginning that may be a label is remarked`(label: String) throws {
    let transcript = try transcript(body: ["Q7 Chair: Well?", "Eve Umber: Yes.", "\(label): No."])
    #expect(transcript.turns.count == 2)
    #expect(transcript.codes == ["label_perhaps"])
    #expect(transcript.remarks.contains { $0.message.contains("“\(label):”") })
  }

  @Test(arguments: [
    "A member of the public told me: Never.", "In short: Boats.",
    "What members of the public say: No.",
    "My answer is simple: No.", "The answer: Boats.",
  ])
  func `a sentence with a capital after its colon goes on`(sentence: String) throws {
    let transcript = try transcript(body: ["Q7 Chair: Well?", "Eve Umber: Yes.", sentence])
    #expect(transcript.turns.count == 2)
    #expect(transcript.codes == [])
  }

  @Test func `the Convener is in the Chair`() throws {
    let turns = try transcript(
      "The Lamps Committee\n\nThe Convener (Ada Quill): Good morning.\n\nBen Ray (Esk) (Green): Thank you.\n\nThe Convener: And now?"
    ).turns
    #expect(turns.map(\.isChair) == [true, false, true])
    #expect(
      turns.map(\.label) == ["The Convener (Ada Quill)", "Ben Ray (Esk) (Green)", "The Convener"])
  }

  @Test func `a slip of a known label is remarked and not guessed`() throws {
    let transcript = try transcript(body: ["Q7 Chair: Well?", "Eve Umbre: Yes."])
    #expect(transcript.turns.last?.speaker == nil)
    let remark = try #require(transcript.remarks.first { $0.code == "label_looks_like" })
    #expect(remark.message.contains("Eve Umber"))
    #expect(remark.line == 29)
  }

  @Test func `a label in the middle of a paragraph is remarked and not split`() throws {
    let transcript = try transcript(body: [
      "Q7 Chair: Well?", "Eve Umber: Yes, thank you. Sir Dan Tarn: Can I come in?",
      "It is late. Q8 Ms Rowan: Is it?",
    ])
    #expect(transcript.turns.count == 2)
    #expect(transcript.codes == ["speaker_inside_text", "speaker_inside_text"])
    #expect(transcript.remarks.filter { $0.code == "speaker_inside_text" }.map(\.line) == [29, 31])
  }

  @Test func `a label that follows itself is remarked`() throws {
    let transcript = try transcript(body: ["Q7 Chair: Well?", "Eve Umber: Yes.", "Eve Umber: No."])
    #expect(transcript.turns.count == 3)
    #expect(transcript.codes == ["label_repeated"])
  }

  @Test func `a witness who has no turn is remarked`() throws {
    let remarks = try transcript(TranscriptFixture.text).remarks
    #expect(remarks.map(\.code) == ["witness_silent"])
    #expect(remarks.first?.message.contains("Gail West") == true)
  }

  @Test func `speech before the first number is kept without one`() throws {
    let turns = try transcript(body: ["Chair: Good morning.", "Q7 Ms Rowan: Well?"]).turns
    #expect(turns.map(\.questionNumber) == [nil, 7])
  }

  @Test func `a transcript without lists and numbers is read by the shape of its labels`() throws {
    let transcript = try transcript(
      "Day 3 of the ferry hearings\n\nLady Oak: Yes, Mr Pine.\n\nMr Pine: May I call the pilot?")
    #expect(transcript.turns.map(\.label) == ["Lady Oak", "Mr Pine"])
    #expect(transcript.codes.contains("no_question_numbers"))
    #expect(transcript.unplaced.count == 1)
  }

  @Test func `a text without turns is no transcript`() throws {
    let error = try #require(throws: PaperError.self) {
      try transcript("A page about boats.\n\nAnother paragraph.")
    }
    #expect(error.code == "no_turns")
  }
}

extension TranscriptLabelTests {
  @Test func `witnesses known by a role begin their panels like any others`() throws {
    let text = """
      Oral evidence: An inquiry, HC 1
      Tuesday 7 November 2023
      Members present: Member A (Chair); Member B.
      Questions 1 - 2
      Witnesses
      I: Social worker A, frontline, a county; and Social worker B, reviewing officer, a city.
      II: Care adviser C, adviser, an association.
      Examination of witnesses
      Witnesses: Social worker A and Social worker B.

      Q1  Chair: What is a threshold?

      Social worker B: A line.

      Examination of witness

      Witness: Care adviser C.

      Q2  Member B: Is it?

      Care adviser C: It is.
      """
    let paper = try PaperReader.read(Array(text.utf8), fileName: "roles.txt")
    let transcript = try TranscriptReader.read(paper, fileName: "roles.txt")
    #expect(
      transcript.panels.map { $0.witnesses.map(\.name) } == [
        ["Social worker A", "Social worker B"], ["Care adviser C"],
      ])
    let speech = transcript.turns.filter { $0.kind == .speech }
    #expect(speech.map(\.panel) == [1, 1, 2, 2])
    #expect(speech.map(\.label) == ["Chair", "Social worker B", "Member B", "Care adviser C"])
  }
}
