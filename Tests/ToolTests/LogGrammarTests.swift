import Inquiries
import Testing

@testable import InquiryTool

@Suite struct LogGrammarTests {
  private typealias Line = LogGrammar.TypedLine

  @Test func `questions, turns and stage texts are told apart`() {
    #expect(
      LogGrammar.read("q c How many were there?")
        == .line(Line(kind: .question, letters: "c", text: "How many were there?")))
    #expect(
      LogGrammar.read("q47 c And then?")
        == .line(Line(kind: .question, number: 47, letters: "c", text: "And then?")))
    #expect(
      LogGrammar.read("  jd It was late. ")
        == .line(Line(kind: .turn, letters: "jd", text: "It was late.")))
    #expect(
      LogGrammar.read("/ Sitting suspended") == .line(Line(kind: .stage, text: "Sitting suspended"))
    )
  }

  @Test func `signs stand at the end behind a blank, in any order`() {
    #expect(
      LogGrammar.read("jd I will write. ! *")
        == .line(
          Line(kind: .turn, letters: "jd", text: "I will write.", isStarred: true, isPromised: true)
        ))
    #expect(
      LogGrammar.read("jd It was late!")
        == .line(Line(kind: .turn, letters: "jd", text: "It was late!")))
  }

  @Test func `a time stands in front`() {
    #expect(
      LogGrammar.read("@10:42 jd Late.")
        == .line(Line(kind: .turn, letters: "jd", text: "Late.", time: 38_520)))
    #expect(
      LogGrammar.read("@jane jd Late.") == .line(Line(kind: .turn, text: "@jane jd Late.")))
  }

  @Test func `what has no letters is kept, with nobody guessed`() {
    #expect(
      LogGrammar.read("Yesterday it was late")
        == .line(Line(kind: .turn, text: "Yesterday it was late")))
    #expect(LogGrammar.read("late") == .line(Line(kind: .turn, text: "late")))
  }

  @Test func `commands are words of their own`() {
    #expect(LogGrammar.read("private on") == .isPrivate(true))
    #expect(LogGrammar.read("private off") == .isPrivate(false))
    #expect(LogGrammar.read("fix 12 It was late.") == .fix(line: "12", text: "It was late."))
    #expect(LogGrammar.read("strike 3f9a2c1b-12") == .strike(line: "3f9a2c1b-12"))
    #expect(LogGrammar.read("fix r2 It was late.") == .fix(line: "r2", text: "It was late."))
    #expect(LogGrammar.read("strike r2") == .strike(line: "r2"))
    #expect(LogGrammar.read("refused") == .refused)
    #expect(LogGrammar.read("who") == .who)
    #expect(LogGrammar.read("end") == .end)
    #expect(LogGrammar.read("  ") == .nothing)
    #expect(
      LogGrammar.read("private matters came up")
        == .line(Line(kind: .turn, text: "private matters came up")))
  }

  @Test(arguments: [
    "fix 3", "fix", "fix 3f9a2c1b-12 ", "strike", "strike 3 it was wrong", "fix r1",
    "@25:99 jd Late.",
  ])
  func `a command that lacks something is no line of the log`(typed: String) {
    guard case .fault(let told) = LogGrammar.read(typed) else {
      Issue.record("“\(typed)” was read as \(LogGrammar.read(typed))")
      return
    }
    #expect(told.contains("such as"))
  }

  private func sitting(_ members: [(String, Bool)], _ witnesses: [String]) -> Sitting {
    Sitting(
      plan: 1, number: nil, state: .planned, reason: nil, heldOn: Day(daysSince1970: 0),
      adjournedUntil: nil, startsAt: nil, place: nil, hearing: .heardInPublic, settledOn: nil,
      members: members.enumerated().map {
        SittingMember(person: Identifier(Int64($0 + 1)), name: $1.0, isChair: $1.1)
      },
      panels: [
        witnesses.enumerated().map {
          SittingWitness(
            person: Identifier(Int64($0 + 101)), name: $1, capacity: "", organisation: "")
        }
      ], lineCount: 0, nextQuestion: 1, timeZone: "Europe/London", revision: 1)
  }

  @Test func `a line has its time in the sitting's zone, and its day where that is another`() {
    let sitting = sitting([], [])
    // All through 1970 clocks in Britain were an hour ahead.
    #expect(sitting.clock(Instant(microseconds: 0)) == "01:00:00")
    #expect(Instant("2026-07-01T09:42:30Z").map(sitting.clock) == "2026-07-01 10:42:30")
  }

  @Test func `c is the Chair, others have initials, titles left out`() {
    let letters = SpeakerLetters(
      sitting([("Clare Member MP", true), ("Dev Other", false)], ["Dr Jane Doe", "Sir Tom Okoro"]))
    #expect(letters.speaker("c")?.name == "Clare Member MP")
    #expect(letters.speaker("JD")?.name == "Dr Jane Doe")
    #expect(letters.speaker("to")?.name == "Sir Tom Okoro")
    // The first letters of a last name, as long as they mean one person.
    #expect(letters.speaker("d")?.name == "Dr Jane Doe")
    #expect(letters.speaker("o") == nil)
    #expect(letters.speaker("x") == nil)
  }

  @Test func `two with the same initials get a digit each, and neither is guessed`() {
    let letters = SpeakerLetters(sitting([], ["Jane Doe", "John Drew"]))
    #expect(letters.speaker("jd") == nil)
    #expect(letters.speaker("jd1")?.name == "Jane Doe")
    #expect(letters.speaker("jd2")?.name == "John Drew")
  }
}
