import Foundation
import Inquiries
import TestSupport
import Testing

/// What only a person at a terminal sees and is asked.
@Suite(.database, .serialized) struct TerminalTests {
  private static let agenda = """
    Oral evidence: Buses
    Tuesday 7 November 2023
    Members present: Clare Member (Chair); Dev Member.
    Witnesses: Jane Doe, Director, The Organisation.
    """

  @Test(.timeLimit(.minutes(5)))
  func `lines that are not sent are counted where the next is typed`() async throws {
    let stage = try await LogStage.make()
    defer { stage.end() }
    try await stage.plan(TerminalTests.agenda)
    let screen = try TerminalTool(["session", "log", "P1"], environment: stage.environment())
    defer { screen.stop() }
    #expect(try await screen.shows("“end” ends it."), "\(screen.text)")
    stage.proxy.cut()
    try screen.type("q c What?")
    #expect(try await screen.shows("(1 unsent)> "), "\(screen.text)")
    try screen.type("jd That.")
    #expect(try await screen.shows("(2 unsent)> "), "\(screen.text)")
    stage.proxy.mend()
    try screen.type("end")
    #expect(try await screen.ended() == 0)
    #expect(try await screen.shows("2 lines logged; everything is sent."), "\(screen.text)")
    #expect(try await stage.lines("P1").map(\.text) == ["What?", "That."])
  }

  @Test(.timeLimit(.minutes(5)))
  func `a list act is shown and asked about, and a no leaves all as it was`() async throws {
    let stage = try await LogStage.make()
    defer { stage.end() }
    for number in 1...2 {
      let file = stage.folder.appending(path: "\(number).txt")
      try Sample.transcript(from: number * 3 - 2, on: "Tuesday \(number * 7) November 2023")
        .write(to: file, atomically: true, encoding: .utf8)
      let imported = try await stage.run(["session", "import", file.path])
      #expect(imported.status == 0, "\(imported.words)")
    }
    let before = try await stage.run(["evidence", "list"])
    #expect(before.output.contains("OS2"))
    let screen = try TerminalTool(
      ["evidence", "accept", "OS1-2", "--decision", "2024-10-07", "--by", "The committee"],
      environment: stage.environment())
    defer { screen.stop() }
    #expect(try await screen.shows("Do this? (yes or no)"), "\(screen.text)")
    #expect(screen.text.contains("Would be"))
    try screen.type("n")
    #expect(try await screen.ended() == 1)
    #expect(try await screen.shows("Nothing was done."), "\(screen.text)")
    #expect(try await stage.run(["evidence", "list"]).output == before.output)
  }
}
