import Papers
import Testing

struct TranscriptStageTests {
  @Test(arguments: [
    "Sitting suspended for a Division in the House.", "On resuming—", "(Sitting suspended.)",
    "*Sitting suspended.*", "The Committee divided:", "[The witness withdrew.]",
  ])
  func `narrative is a stage turn and not speech`(line: String) throws {
    let turns = try transcript(body: ["Q7 Chair: Well?", line, "Eve Umber: Yes."]).turns
    #expect(turns.map(\.kind) == [.speech, .stage, .speech])
    #expect(turns[1].text == line)
    #expect(turns[1].label == nil)
  }

  @Test(arguments: [
    "The Committee divided on this last year, and I regret it.",
    "On resuming our work we found the lamps broken.",
    "(a) the lamps and (b) the boats are old, and (c) the pier is gone.",
  ])
  func `speech that only sounds like narrative stays speech`(line: String) throws {
    let turns = try transcript(body: ["Q7 Chair: Well?", "Eve Umber: Yes.", line]).turns
    #expect(turns.map(\.kind) == [.speech, .speech])
  }

  @Test func `words after an interruption go on with the same speaker`() throws {
    let turns = try transcript(body: [
      "Q7 Chair: Well?", "Eve Umber: It is", "[Interruption.]", "late, I fear.",
    ]).turns
    #expect(turns.map(\.kind) == [.speech, .speech, .stage, .speech])
    #expect(turns[3].speaker == "Eve Umber")
    #expect(turns[3].label == nil)
    #expect(turns[3].questionNumber == nil)
  }

  @Test func `words after a break that name nobody are unplaced`() throws {
    let transcript = try transcript(body: [
      "Q7 Chair: Well?", "Sitting suspended.", "We are back.", "Chair: Order.",
    ])
    #expect(transcript.unplaced.map(\.reason) == [.noSpeaker])
    #expect(transcript.turns.count == 3)
  }

  @Test func `a division keeps its lists together`() throws {
    let turns = try transcript(body: [
      "Q7 Chair: Well?", "The Committee divided: Ayes 2, Noes 1.", "AYES", "Chair: Order.",
    ]).turns
    #expect(turns[1].text == "The Committee divided: Ayes 2, Noes 1.\n\nAYES")
  }

  @Test func `whoever takes the Chair is the Chair from then on`() throws {
    let transcript = try transcript(body: [
      "Q7 Chair: Well?", "In the absence of the Chair, Sir Dan Tarn took the Chair.",
      "Chair: Order.",
    ])
    #expect(transcript.turns.map(\.speaker) == ["Ada Quill", nil, "Sir Dan Tarn"])
    #expect(transcript.codes == ["chair_changed"])
  }

  @Test func `a stranger in the Chair leaves the Chair's turns without a name`() throws {
    let transcript = try transcript(body: [
      "Q7 Chair: Well?", "(Hana Xu took the Chair)", "Chair: Order.",
    ])
    #expect(transcript.turns.last?.speaker == nil)
    #expect(transcript.turns.last?.isChair == true)
  }

  @Test func `a line of witnesses begins their panel`() throws {
    let transcript = try transcript(body: [
      "Q7 Chair: Well?", "Eve Umber: Yes.", "Examination of witness",
      "Witness: Rt Hon Gail West MP.",
      "Q8 Chair: Minister?", "Gail West: Yes.",
    ])
    #expect(transcript.turns.map(\.panel) == [1, 1, 1, 2, 2, 2])
    #expect(transcript.turns.map(\.kind) == [.speech, .speech, .stage, .stage, .speech, .speech])
    #expect(transcript.codes == [])
  }

  @Test func `names under the examination line begin a panel`() throws {
    let transcript = try transcript(body: [
      "Q7 Chair: Well?", "Examination of witness", "Rt Hon Gail West MP.", "Q8 Chair: Minister?",
    ])
    #expect(transcript.turns.last?.panel == 2)
  }

  @Test func `witnesses that the header does not list make a panel and a remark`() throws {
    let transcript = try transcript(body: [
      "Q7 Chair: Well?", "Witnesses: Hana Xu and Ivo Yard.", "Q8 Chair: Yes?", "Hana Xu: No.",
    ])
    #expect(transcript.panels.count == 3)
    #expect(transcript.panels[2].witnesses.map(\.name) == ["Hana Xu", "Ivo Yard"])
    #expect(transcript.turns.last?.speaker == "Hana Xu")
    #expect(transcript.codes == ["witness_not_listed"])
  }

  @Test(arguments: [
    ("Dr Jan van der Berg", "Dr van der Berg"), ("José Núñez", "Jose Nunez"),
    ("Robert (Bob) Hall", "Bob Hall"),
    ("Professor Dame Sally Orr GBE FRS", "Professor Dame Sally Orr"),
    ("Cllr Ann Lee", "Councillor Ann Lee"), ("Anne‑Marie Duff", "Anne-Marie Duff"),
    ("Col Jo Ash (retd)", "Col Jo Ash"),
  ])
  func `names under the examination line are those listed`(listed: String, heard: String) throws {
    for names in ["\(heard), Eve Umber and Finn Vale", heard, "\(heard) and Eve Umber"] {
      let text = """
        Witnesses
        I: Eve Umber, Pilot, Port; \(listed), Director, TNO; and Finn Vale, Mate, Port.
        Examination of witnesses
        Witnesses: \(names).
        Q1 Chair: Welcome.
        \(heard): Hello.
        Examination of witnesses
        Witnesses: \(names).
        Q2 Chair: Again?
        """
      let transcript = try transcript(text)
      #expect(transcript.panels.count == 1)
      #expect(transcript.turns.allSatisfy { $0.panel == 1 })
      #expect(transcript.turns[1].speaker == listed)
      #expect(!transcript.codes.contains("witness_not_listed"))
    }
  }

  @Test func `a stranger among them makes no panel and is told of`() throws {
    let text = """
      Witnesses
      I: Eve Umber, Pilot, Port; and Finn Vale, Mate, Port.
      Examination of witnesses
      Witnesses: Eve Umber, Hana Xu and Finn Vale.
      Q1 Chair: Welcome.
      Examination of witnesses
      Witnesses: Ivo Yard, Finn Vale and Eve Umber.
      Q2 Chair: Again?
      """
    let transcript = try transcript(text)
    #expect(transcript.panels.map { $0.witnesses.map(\.name) } == [["Eve Umber", "Finn Vale"]])
    #expect(transcript.turns.allSatisfy { $0.panel == 1 })
    let told = transcript.remarks.filter { $0.code == "witness_not_listed" }.map(\.message)
    #expect(told.count == 2 && told[0].contains("“Hana Xu”") && told[1].contains("“Ivo Yard”"))
    let none = try underRubric("Examination of witnesses\nWitnesses: Hana Xu and Ivo Yard.")
    #expect(none.panels.count == 1)
  }

  private func underRubric(_ lines: String) throws -> Transcript {
    try transcript("Witnesses\nI: Eve Umber, Pilot, Port.\n\(lines)\nQ1 Chair: Welcome.")
  }

  @Test func `what is printed under a transcript is in nobody's mouth`() throws {
    let transcript = try transcript(body: [
      "Q7 Chair: Well?", "Eve Umber: Yes.", "© Parliament 2020", "And no.", "Witnesses withdrew.",
      "Printed by authority", "Contact: Jane Clerk, 020 7219 0000",
    ])
    #expect(transcript.turns.map(\.kind) == [.speech, .speech, .stage])
    #expect(transcript.turns[1].text == "Yes.\n\nAnd no.")
    #expect(transcript.unplaced.map(\.reason) == [.pageFurniture, .pageFurniture, .noSpeaker])
  }

  @Test func `panels without a starting line leave the panel open`() throws {
    let lines = TranscriptFixture.header.filter { !$0.hasPrefix("Witnesses: ") }
    let transcript = try transcript((lines + ["Q7 Chair: Well?"]).joined(separator: "\n\n"))
    #expect(transcript.turns.map(\.panel) == [nil])
    #expect(transcript.codes == ["panel_start_not_found"])
  }
}
