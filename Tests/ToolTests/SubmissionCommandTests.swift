import Foundation
import Inquiries
import TestSupport
import Testing

/// What a clerk types in the night in which the submissions come.
@Suite(.database, .serialized) struct SubmissionCommandTests {
  @Test func `a folder is received, decided on in one act and published`() async throws {
    let world = try await World.make()
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "inquiry-submissions-\(UInt32.random(in: 0 ... .max))")
    let inbox = folder.appending(path: "inbox")
    try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for number in 1...3 {
      try Data(Sample.submission(from: "Charity \(number)", count: number + 1).utf8).write(
        to: inbox.appending(path: "\(number).txt"))
    }
    try Data("No head and no name.\n".utf8).write(to: inbox.appending(path: "2b.md"))
    try Data("left alone".utf8).write(to: inbox.appending(path: "notes.xlsx"))
    let server = try ServedInquiry(world.database, folder: folder)
    try await server.start()
    defer { server.stop() }
    let token = try await server.command([
      "user", "add", "Cleo Clerk", "--role", "clerk", "--inquiry", "example", "--token-only",
    ])
    let environment = [
      "INQUIRY_URL": server.url, "INQUIRY_TOKEN": token, "INQUIRY_SLUG": "example",
      "COLUMNS": "120",
    ]
    func run(_ words: String, input: String = "") async throws -> Binary.Run {
      try await Binary.run(
        words.split(separator: " ").map(String.init), environment: environment, input: input)
    }
    let decided = "--decision 2024-11-11 --by Everybody"
    let taken = try await run(
      "submission receive \(inbox.path) --organisation --received-on 2024-11-01")
    #expect(taken.status == 1)
    #expect(taken.words.contains("2b.md does not say at its head who submits it"))
    #expect(taken.words.split(separator: "\n").count == 1)
    for reference in ["EXA0001", "EXA0002", "EXA0003"] {
      #expect(taken.output.contains(reference))
    }
    #expect(taken.output.contains("refused"))
    let again = try await run("submission receive \(inbox.path)/1.txt --json")
    #expect(again.status == 0)
    #expect(again.output.contains(#""wasReceivedBefore":true"#))
    let tried = try await run(
      "submission outcome EXA0001-0003 --as published-named \(decided) --dry-run")
    #expect(tried.words == "Nothing was done.\n")
    #expect(try await run("submission list --undecided").output.contains("EXA0003"))
    #expect(
      try await run("submission outcome EXA0001-0003 --as published-named \(decided) --yes").status
        == 0)
    let consented =
      "consent record EXA0001-0003 --given --use publish --use name --on 2024-11-01 --by form"
    let shown = try await run(consented + " --dry-run")
    #expect(shown.words.hasSuffix("Nothing was done.\n"))
    #expect(try await run(consented).words.contains("yes_missing"))
    #expect(try await run("consent list").output.contains("publish, name") == false)
    let consent = try await run(consented + " --yes")
    for reference in ["EXA0001", "EXA0002", "EXA0003"] {
      #expect(shown.output.contains(reference))
      #expect(consent.output.contains(reference))
    }
    #expect(consent.output.contains("publish, name"))
    let redacted = try await run(
      "submission redact EXA0003 \(decided) --reason Private.", input: "in place 4\n")
    #expect(redacted.output.contains("EXA0003, para 4"))
    #expect(!redacted.output.contains("elsewhere"))
    let common = try await Binary.run(
      ["submission", "redact", "EXA0003, para 1", "--reason", "Private.", "--dry-run"]
        + decided.split(separator: " ").map(String.init),
      environment: environment, input: "Help comes late.\n")
    #expect(common.output.contains("stand elsewhere in this inquiry (8)"))
    #expect(common.output.contains("- EXA0001, para 1, not public"))
    #expect(common.output.contains(#"inquiry submission redact "EXA0001, para 1""#))
    let several = try await run(
      "submission redact EXA0001-0003 --except EXA0001 --reason Private. \(decided)",
      input: "in place 3\n")
    #expect(several.status == 1)
    #expect(several.output.contains("Would be left out of EXA0002, para 3; EXA0003, para 3"))
    #expect(several.words.contains("yes_missing"))
    let early = try await run("evidence publish EXA0001-0003 \(decided) --yes")
    #expect(early.words.contains("redactions_stand"))
    #expect(
      try await run("submission outcome EXA0003 --as published-redacted \(decided)").status == 0)
    let published = try await run("evidence publish EXA0001-0003 \(decided) --yes")
    #expect(published.status == 0)
    let submission = try await run("submission show EXA0003")
    #expect(submission.output.contains("with omissions"))
    let unredact = "submission unredact EXA0003 \(decided) --reason Harmless."
    let asked = try await run(unredact)
    #expect(asked.status == 1)
    #expect(asked.output.contains("Would be left out no more of EXA0003, para 4."))
    #expect(asked.words.contains("yes_missing"))
    #expect(try await run("submission show EXA0003").output.contains("with omissions"))
    let lifted = try await run(unredact + " --yes")
    #expect(lifted.output.contains("Left out no more of EXA0003, para 4."))
    #expect(lifted.output.contains("PUBLIC with these words: EXA0003, para 4."))
    let bare = try await run(unredact + " --yes")
    #expect(bare.words.contains("redaction_not_found"))
    let words = try await run("submission words EXA0001")
    #expect(words.output.contains("1. Help comes late."))
    let call = folder.appending(path: "call.md")
    try Data("Tell us.\n".utf8).write(to: call)
    let opened = try await run("call open c --title C --text \(call.path) --opens-on 2024-01-01")
    #expect(opened.status == 0)
    #expect(try await run("call publish c \(decided)").status == 0)
    #expect(
      try await run("call extend c --closes-on 2099-01-01").output.contains("1 January 2099"))
    #expect(try await run("call withdraw c \(decided)").output.contains("withdrawn"))
  }
}
