import Conduct
import Foundation
import Inquiries
import TestSupport
import Testing
import Wire

/// A log that goes on elsewhere, later, or against what happened meanwhile.
@Suite(.database, .serialized) struct LogResumeTests {
  private static let agenda = """
    Oral evidence: Buses
    Tuesday 7 November 2023
    Members present: Clare Member (Chair); Dev Member.
    Witnesses: Jane Doe, Director, The Organisation.
    """

  @Test func `lines of a machine that was away come in where they were typed`() async throws {
    let stage = try await LogStage.make()
    defer { stage.end() }
    try await stage.plan(
      LogResumeTests.agenda.replacing(
        "Tuesday 7 November 2023",
        with: Calendars.day(of: Calendars.now(), in: "Europe/London").inWords))
    stage.proxy.cut()
    let away = try stage.log("P1", machine: "train", wait: 0)
    try away.type("q c Typed on the train?")
    try await away.settled()
    #expect(try await away.end() == 1)
    #expect(away.words.contains("1 line not sent"))
    stage.proxy.mend()
    let desk = try stage.log("P1")
    try desk.type("q c Typed at the desk?")
    try desk.type("xx Who is this?")
    #expect(try await desk.end() == 0)
    #expect(desk.words.contains("nobody here goes by “xx”"))
    let back = try stage.log("P1", machine: "train")
    #expect(try await back.end() == 0)
    #expect(back.words.contains("2 lines on the server"))
    let lines = try await stage.lines("P1")
    #expect(lines.map(\.text) == ["Typed on the train?", "Typed at the desk?", "Who is this?"])
    #expect(lines.map(\.locator) == ["Q1", "Q2", "Q2+1"])
    // Letters typed before anybody was known stand as they were typed.
    #expect(lines.map(\.speaker) == ["c", "Chair", "xx"])
  }

  @Test func `private stays on after a kill; fix and strike reach what was typed`() async throws {
    let stage = try await LogStage.make()
    defer { stage.end() }
    try await stage.plan(LogResumeTests.agenda)
    let first = try stage.log("P1")
    try first.type("q c What?")
    try first.type("jd That. * !")
    try await first.settled()
    // Answered by no id, so that it is not waited for.
    try first.say("fix 1 What then?")
    try first.say("strike 2")
    try first.say("private on")
    try first.type("q c In confidence?")
    try await first.settled()
    try await first.kill()
    let again = try stage.log("P1")
    try again.type("jd In confidence, this.")
    #expect(try await again.end() == 0)
    #expect(again.words.contains("The log is in private"))
    let lines = try await stage.lines("P1")
    #expect(
      lines.map(\.text) == [
        "What then?", "That.", "The sitting goes into private.", "In confidence?",
        "In confidence, this.",
      ])
    #expect(lines.map(\.isPrivate) == [false, false, true, true, true])
    #expect(lines.map(\.isStruck) == [false, true, false, false, false])
    #expect(lines.map(\.isStarred) == [false, true, false, false, false])
    #expect(lines.map(\.isPromised) == [false, true, false, false, false])
  }

  @Test func `a log that goes on tells whose numbers count, and nothing of lines on their way`()
    async throws
  {
    let stage = try await LogStage.make()
    defer { stage.end() }
    try await stage.plan(LogResumeTests.agenda)
    let first = try stage.log("P1")
    try first.type("q c What?")
    try await first.settled()
    let id = try #require(first.answered.first)
    #expect(try await first.end() == 0)
    let again = try stage.log("P1")
    try again.say("fix 1 What then?")
    try again.say("@25:99 jd Late.")
    try again.type("xx Who is this?")
    try await again.settled()
    // Longer than it takes to tell of lines that wait.
    try await Task.sleep(for: .milliseconds(2_200))
    try again.type("jd Late.")
    try await again.settled()
    try again.say("fix \(id) What then?")
    #expect(try await again.end() == 1)
    #expect(again.words.contains("numbers are of this run alone"))
    #expect(again.words.contains("“@25:99” is no time of day"))
    #expect(again.words.contains("“strike 1” takes it back"))
    #expect(!again.words.contains("not sent yet"))
    let texts = try await stage.lines("P1").map(\.text)
    #expect(texts == ["What then?", "Who is this?", "Late."])
  }

  @Test func `what is private on one machine is so on the next, and on the first again`()
    async throws
  {
    let stage = try await LogStage.make()
    defer { stage.end() }
    try await stage.plan(LogResumeTests.agenda)
    for (machine, words) in [
      ("desk", ["q c What?"]), ("train", ["private on", "q c In confidence?"]),
      ("desk", ["jd In confidence, this.", "private off"]), ("train", ["jd In public."]),
    ] {
      let log = try stage.log("P1", machine: machine)
      for line in words { try log.say(line) }
      #expect(try await log.end() == 0)
      #expect(log.words.contains("still in private") == (words.first == "private on"))
      #expect(log.words.contains("ended elsewhere") == (words == ["jd In public."]))
    }
    let lines = try await stage.lines("P1")
    #expect(
      lines.map(\.text) == [
        "What?", "The sitting goes into private.", "In confidence?", "In confidence, this.",
        "The sitting is public again.", "In public.",
      ])
    #expect(lines.map(\.isPrivate) == [false, true, true, true, false, false])
  }

  @Test func `what one machine has in private is told on the other of the same clerk`()
    async throws
  {
    let stage = try await LogStage.make()
    defer { stage.end() }
    try await stage.plan(LogResumeTests.agenda)
    let (desk, train) = (try stage.log("P1"), try stage.log("P1", machine: "train"))
    try await train.greeted()
    try desk.say("private on")
    try desk.type("q c In confidence?")
    try await desk.settled()
    while try await stage.lines("P1").count < 2 { try await Task.sleep(for: .milliseconds(5)) }
    try train.type("jd In confidence, this.")
    while !train.words.contains("of Cleo Clerk is in private") {
      try await Task.sleep(for: .milliseconds(5))
    }
    try train.say("private off")
    #expect(try await train.end() == 0)
    #expect(train.words.contains("This log is not in private; that of Cleo Clerk is"))
    try desk.say("private off")
    #expect(try await desk.end() == 0)
    let lines = try await stage.lines("P1")
    #expect(LogPrivacy.flags(of: lines) == [true, true, true, false])
  }

  @Test func `notes typed up later keep the sitting's day and the order in which they stand`()
    async throws
  {
    let stage = try await LogStage.make()
    defer { stage.end() }
    try await stage.plan(LogResumeTests.agenda)
    for words in [
      ["/ The Committee met.", "q c What?", "@10:42 jd That.", "q c Why?"], ["jd For this."],
    ] {
      let log = try stage.log("P1")
      for line in words { try log.type(line) }
      #expect(try await log.end() == 0)
    }
    let lines = try await stage.lines("P1")
    #expect(
      lines.map(\.text) == ["The Committee met.", "What?", "That.", "Why?", "For this."])
    let times = lines.map { "\($0.at)".prefix(16) }
    #expect(times.allSatisfy { $0.hasPrefix("2023-11-07") })
    #expect(times[2...].allSatisfy { $0 == "2023-11-07T10:42" })
  }

  @Test func `without a network a log goes on under the sitting's other name`() async throws {
    let stage = try await LogStage.make()
    defer { stage.end() }
    try await stage.plan(LogResumeTests.agenda)
    let first = try stage.log("P1")
    try first.say("private on")
    try first.type("q c In confidence?")
    #expect(try await first.end() == 0)
    let seen = try stage.log("P1")
    #expect(try await seen.end() == 0)
    stage.proxy.cut()
    let away = try stage.log("OS1", wait: 0)
    try away.type("jd In confidence, this.")
    try await away.settled()
    #expect(try await away.end() == 1)
    #expect(away.words.contains("The log is in private"))
    stage.proxy.mend()
    let back = try stage.log("P1")
    #expect(try await back.end() == 0)
    let lines = try await stage.lines("P1")
    #expect(
      lines.map(\.text) == [
        "The sitting goes into private.", "In confidence?", "In confidence, this.",
      ])
    #expect(lines.map(\.isPrivate) == [true, true, true])
  }

  @Test func `an answer that is cut off half way is asked for again`() async throws {
    let stage = try await LogStage.make()
    defer { stage.end() }
    stage.proxy.cutNextAnswer()
    let run = try await stage.run(["list"])
    #expect(run.status == 0, "\(run.words)")
    #expect(run.output.contains(World.slug))
  }

  @Test func `one machine has a sitting open once`() async throws {
    let stage = try await LogStage.make()
    defer { stage.end() }
    try await stage.plan(LogResumeTests.agenda)
    let first = try stage.log("P1")
    try first.type("q c What?")
    try await first.settled()
    let second = try await stage.run(["session", "log", "P1"])
    #expect(second.status == 1)
    #expect(second.words.contains("log_open_elsewhere"))
    #expect(try await first.end() == 0)
  }

  @Test func `a refused line is shown, mended or let go of with its words kept beside`()
    async throws
  {
    let stage = try await LogStage.make()
    defer { stage.end() }
    try await stage.plan(LogResumeTests.agenda)
    let long = String(repeating: "long ", count: 10_000)
    let first = try stage.log("P1")
    try first.type("jd One, \(long)")
    try first.type("jd Two, \(long)")
    try first.type("jd Three.")
    try await first.settled()
    #expect(try await first.end() == 1)
    #expect(first.words.contains("r1") && first.words.contains("r2"))
    #expect(first.words.contains("--drop-refused"))
    #expect(try await stage.lines("P1").map(\.text) == ["Three."])

    let again = try stage.log("P1")
    while !again.words.contains("as r2") { try await Task.sleep(for: .milliseconds(5)) }
    try again.say("refused")
    try again.say("fix r1 One, in short.")
    try again.say("strike r9")
    try again.say("fix 3")
    #expect(try await again.end() == 1)
    #expect(again.words.contains("r1 is mended"))
    #expect(again.words.contains("no refused line r9"))
    #expect(again.words.contains("“fix” needs a line and its words"))
    let texts = try await stage.lines("P1").map(\.text)
    #expect(texts == ["One, in short.", "Three."])

    let dropping = try await stage.run(["session", "log", "P1", "--drop-refused"], input: "jd No.")
    #expect(dropping.status == 0, "\(dropping.words)")
    #expect(dropping.words.contains("Let go of: “Two, long"))
    let spool = try #require(try stage.spools().first)
    #expect(try Data(contentsOf: spool).isEmpty)
    let kept = try String(contentsOfFile: spool.path + ".dropped", encoding: .utf8)
    #expect(kept.contains("Two, long") && kept.contains("log_line_form"))
    #expect(try await stage.lines("P1").count == 2)
  }

  @Test func `a question number given twice is told`() async throws {
    let stage = try await LogStage.make()
    defer { stage.end() }
    try await stage.plan(LogResumeTests.agenda)
    let log = try stage.log("P1")
    try log.type("q7 c What?")
    try log.type("q7 c And what?")
    #expect(try await log.end() == 0)
    #expect(log.words.contains("Two questions bear Q7"))
    let shown = try await stage.run(["session", "show", "P1"])
    #expect(shown.output.contains("Asked twice") && shown.output.contains("Q7"))
  }

  @Test func `what is refused is kept and shown, never lost`() async throws {
    let stage = try await LogStage.make()
    defer { stage.end() }
    try await stage.plan(LogResumeTests.agenda)
    let away = try stage.log("P1")
    try await away.greeted()
    stage.proxy.cut()
    try away.type("jd Typed while it was cancelled.")
    try await away.settled()
    let clerk = Client(base: stage.server.url, token: stage.token)
    _ = try await clerk.write(
      "POST", "/api/v1/inquiries/example/sittings/P1/cancel", StopRequest(reason: "Fire alarm"),
      revision: 1)
    stage.proxy.mend()
    #expect(try await away.end() == 1)
    #expect(away.words.contains("sitting_cancelled"))
    #expect(try await stage.lines("P1").isEmpty)
    let spool = try #require(try stage.spools().first)
    #expect(
      try String(contentsOf: spool, encoding: .utf8).contains("Typed while it was cancelled."))
  }
}
