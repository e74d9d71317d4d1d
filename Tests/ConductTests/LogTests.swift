import Conduct
import Inquiries
import Records
import TestSupport
import Testing

@Suite(.database) struct LogTests {
  @Test func `the first line holds the sitting and issues its number`() async throws {
    let world = try await World.make()
    try await world.plan(Sample.agenda)
    let taken = try await world.log("P1", [World.line("a", .question, "What?")])
    #expect(taken.taken == 1)
    #expect(taken.sitting.number == 1)
    #expect(taken.nextQuestion == 2)
    #expect(try await world.logged("OS1").map(\.locator) == ["Q1"])
  }

  @Test func `a line that comes again is there once; another one under its id is refused`()
    async throws
  {
    let world = try await World.make()
    try await world.plan(Sample.agenda)
    let lines = [World.line("a", .question, "What?"), World.line("b", .turn, "That.", at: 1)]
    try await world.log("P1", lines)
    let again = try await world.log("P1", lines + [World.line("c", .turn, "Yes.", at: 2)])
    #expect(again.taken == 1)
    #expect(again.known == 2)
    let refusal = await #expect(throws: Refusal.self) {
      try await world.log(
        "P1", [World.line("d", .turn, "More.", at: 3), World.line("a", .question, "Who?")])
    }
    #expect(refusal?.code == "line_id_reused")
    #expect(refusal?.message.contains("“a”") == true)
    #expect(try await world.logged("P1").map(\.id) == ["a", "b", "c"])
  }

  @Test func `two clerks log one sitting: lines stand in the order in which they were typed`()
    async throws
  {
    let world = try await World.make()
    let ann = try await world.user("Ann Clerk", .clerk)
    let bob = try await world.user("Bob Clerk", .clerk)
    try await world.plan(Sample.agenda)
    let handle = SittingHandle.plan(1)
    try await world.perform(
      LogLines(
        handle,
        [
          World.line("a1", .question, "First?", at: 1),
          World.line("a2", .question, "Third?", at: 30),
        ]), by: ann.actor)
    // Bob was offline for ten minutes.
    try await world.perform(
      LogLines(
        handle,
        [
          World.line("b1", .turn, "One.", at: 2), World.line("b2", .question, "Second?", at: 20),
          World.line("b3", .turn, "Three.", at: 31),
        ]), by: bob.actor)
    let lines = try await world.logged("P1")
    #expect(lines.map(\.locator) == ["Q1", "Q1+1", "Q2", "Q3", "Q3+1"])
    #expect(
      lines.map(\.loggedBy) == ["Ann Clerk", "Bob Clerk", "Bob Clerk", "Ann Clerk", "Bob Clerk"])
  }

  @Test func `a line is mended, struck and numbered anew; its words keep their versions`()
    async throws
  {
    let world = try await World.make()
    try await world.plan(Sample.agenda)
    try await world.log(
      "P1",
      [
        World.line("a", .question, "What?"), World.line("b", .question, "A slip", at: 1),
        World.line("c", .question, "Which?", at: 2),
      ])
    var words = LineChange()
    words.text = "What then?"
    words.number = .some(7)
    let mended = try await world.perform(MendLine(.plan(1), "a", words, revision: 1))
    #expect(mended.text == "What then?")
    #expect(mended.revision == 2)
    var strike = LineChange()
    strike.isStruck = true
    try await world.perform(MendLine(.plan(1), "b", strike, revision: 1))
    #expect(try await world.logged("P1").map(\.locator) == ["Q7", nil, "Q8"])
    let stale = await #expect(throws: Refusal.self) {
      try await world.perform(MendLine(.plan(1), "a", words, revision: 1))
    }
    #expect(stale?.code == "revision_differs")
    // The clerk's machine may still send what was mended meanwhile.
    let again = try await world.log("P1", [World.line("a", .question, "What?")])
    #expect(again.known == 1)
    #expect(try await world.logged("P1").first?.text == "What then?")
  }

  @Test func `a line without words, of a stranger or in too great a number is refused`()
    async throws
  {
    let world = try await World.make()
    try await world.plan(Sample.agenda)
    let wrong: [([NewLogLine], String)] = [
      ([World.line("a", .turn, "  ")], "log_line_form"),
      ([World.line("", .turn, "Words.")], "log_line_form"),
      ([World.line("a", .turn, "Words.", person: Identifier(999_999))], "person_not_found"),
      ([], "log_lines_count"),
      ((0...200).map { World.line("l\($0)", .turn, "Words.") }, "log_lines_count"),
    ]
    for (lines, code) in wrong {
      let refusal = await #expect(throws: Refusal.self) { try await world.log("P1", lines) }
      #expect(refusal?.code == code)
    }
    #expect(try await world.read { try Sitting.all(as: $0, on: $1) }.first?.number == nil)
  }

  @Test func `logged passages are linked by their provisional locators, and never published`()
    async throws
  {
    let world = try await World.make()
    try await world.plan(Sample.agenda)
    try await world.log(
      "P1",
      [World.line("a", .question, "What?"), World.line("b", .turn, "Help came late.", at: 1)])
    try await world.push(Sample.draft(citing: "Q1+1"))
    let made = try await world.perform(
      LinkEvidence(
        .finding("late-help"), to: "Q1+1", stance: .supports, quote: "came late",
        isAffirmed: true))
    #expect(made.count == 1)
    let publishing = await #expect(throws: Refusal.self) {
      try await world.perform(AcceptSources(["OS1-log"], World.decided))
      try await world.perform(PublishSources(["OS1-log"], World.decided))
    }
    #expect(publishing?.code == "log_stays_notes")
    let report = await #expect(throws: Refusal.self) { try await world.publishReport() }
    #expect(report != nil)
  }
}
