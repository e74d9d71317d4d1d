import Foundation
import TestSupport
import Testing

/// Lists on the command line: shown before they are done.
@Suite(.database) struct ListActTests {
  @Test func `a list in a pipe is shown, and done once the caller says yes`() async throws {
    let database = try TestDatabase.require()
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let served = try ServedInquiry(database, folder: folder)
    let token = try await served.command(
      ["user", "add", "Ada Clerk", "--role", "administrator", "--token-only"])
    try await served.start()
    defer { served.stop() }
    func inquiry(_ arguments: String...) async throws -> Binary.Run {
      try await Binary.run(
        arguments,
        environment: [
          "INQUIRY_URL": served.url, "INQUIRY_TOKEN": token, "INQUIRY_SLUG": "buses",
        ])
    }
    #expect(
      try await inquiry(
        "open", "--slug", "buses", "--title", "Buses", "--prefix", "BUS", "--body-slug", "body",
        "--body-name", "The Body", "--body-kind", "commons-committee"
      ).status == 0)
    for number in 0..<3 {
      let file = folder.appending(path: "\(number).txt")
      try Sample.transcript(from: number * 3 + 1, on: "Tuesday \(number + 7) January 2020")
        .write(to: file, atomically: true, encoding: .utf8)
      let imported = try await inquiry("session", "import", file.path)
      #expect(imported.status == 0, "\(imported.words)")
    }
    let decided = ["--decision", "2020-02-03", "--by", "The committee"]
    func accept(_ arguments: String...) async throws -> Binary.Run {
      try await Binary.run(
        ["evidence", "accept"] + arguments + decided,
        environment: [
          "INQUIRY_URL": served.url, "INQUIRY_TOKEN": token, "INQUIRY_SLUG": "buses",
        ])
    }

    let holes = try await accept("OS1-5")
    #expect(holes.status == 1)
    #expect(holes.words.contains("There is no OS4-5"))
    #expect(holes.words.contains("--except OS4-5"))

    let dry = try await accept("OS1-3", "--except", "OS2", "--dry-run")
    #expect(dry.status == 0)
    #expect(dry.output.contains("Would be"))
    #expect(dry.words == "Nothing was done.\n")

    let unasked = try await accept("OS1-3", "--except", "OS2")
    #expect(unasked.status == 1)
    #expect(unasked.output.contains("Would be"))
    #expect(unasked.words.contains("(yes_missing; --yes)"))
    #expect(try await inquiry("evidence", "list").output.contains("accepted") == false)

    let done = try await accept("OS1-3", "--except", "OS2", "--yes")
    #expect(done.status == 0, "\(done.words)")
    #expect(done.output.contains("2 sources."))
    // A single one is done as it is said, and two exceptions may follow each other.
    #expect(try await accept("OS2").status == 0)
    let both = try await accept("OS1-3", "--except", "OS1", "OS2", "--yes")
    #expect(both.words.contains("OS3 is accepted"))
  }
}
