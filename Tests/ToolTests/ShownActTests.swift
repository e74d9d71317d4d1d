import Conduct
import Foundation
import Inquiries
import Records
import TestSupport
import Testing

/// Single acts that reach far: shown before they are done.
@Suite(.database, .serialized) struct ShownActTests {
  /// Serves while commands are run by an administrator of the whole installation, with
  /// these settings.
  private func serving(
    _ world: World, _ body: ([String: String]) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let served = try ServedInquiry(world.database, folder: folder)
    try await served.start()
    defer { served.stop() }
    let token = try await served.command(
      ["user", "add", "Alma Admin", "--role", "administrator", "--token-only"])
    try await body([
      "INQUIRY_URL": served.url, "INQUIRY_TOKEN": token, "INQUIRY_SLUG": World.slug,
      "COLUMNS": "200",
    ])
  }

  @Test func `what a launch makes public is shown before it is done`() async throws {
    let world = try await World.make()
    try await world.open("second")
    try await world.receive(Sample.transcript(), in: "second")
    try await world.perform(AcceptSources(["OS1"], World.decided), in: "second")
    func isLaunched() async throws -> Bool {
      try await world.read(in: "second") { viewpoint, _ in viewpoint.inquiry.isLaunched }
    }
    try await serving(world) { settings in
      func launch(_ flags: String...) async throws -> Binary.Run {
        let decided = ["--decision", "2024-10-04", "--by", "The committee"]
        return try await Binary.run(
          ["launch", "second"] + decided + flags, environment: settings)
      }
      let dry = try await launch("--dry-run")
      #expect(dry.status == 0, "\(dry.words)")
      #expect(dry.output.contains("“second” would be public"))
      #expect(dry.output.contains("An inquiry"))
      #expect(dry.output.contains("1 in public, 0 in private"))
      #expect(dry.words == "Nothing was done.\n")
      let unasked = try await launch()
      #expect(unasked.status == 1)
      #expect(unasked.output == dry.output)
      #expect(unasked.words.contains("(yes_missing; --yes)"))
      #expect(try await isLaunched() == false)
      let done = try await launch("--yes")
      #expect(done.status == 0, "\(done.words)")
      #expect(done.output.contains("“second” is public"))
      #expect(try await isLaunched())
    }
  }

  @Test func `what a merge moves is shown before it is done`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript(witness: "Jane Smyth"))
    try await world.publish(
      Sample.transcript(from: 4, on: "Tuesday 14 November 2023", witness: "Jane Smith"))
    let people = try await world.read { try Person.all(as: $0, on: $1) }
    let old = try #require(people.first { $0.name == "Jane Smyth" }).id
    let kept = try #require(people.first { $0.name == "Jane Smith" }).id
    func merges() async throws -> Int {
      try await world.read { try PersonMerge.all(as: $0, on: $1).count }
    }
    try await serving(world) { settings in
      func merge(_ flags: String...) async throws -> Binary.Run {
        try await Binary.run(
          ["person", "merge", "\(old)", "--into", "\(kept)"] + flags, environment: settings)
      }
      let dry = try await merge("--dry-run")
      #expect(dry.status == 0, "\(dry.words)")
      #expect(dry.output.contains("1 session, 0 submissions, 0 consents, 3 turns, 0 links"))
      #expect(dry.output.contains("unmerge") == false)
      #expect(dry.words == "Nothing was done.\n")
      let unasked = try await merge()
      #expect(unasked.status == 1)
      #expect(unasked.output == dry.output)
      #expect(unasked.words.contains("(yes_missing; --yes)"))
      #expect(try await merges() == 0)
      let done = try await merge("--yes")
      #expect(done.status == 0, "\(done.words)")
      #expect(done.output.contains("inquiry person unmerge"))
      #expect(try await merges() == 1)
    }
  }

  @Test func `who is protected is said to be public already, former names included`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript(witness: "Jane Smyth"))
    try await world.perform(CorrectPassage("Q2+1", version: 1, text: "Jane Smyth said it."))
    let people = try await world.read { try Person.all(as: $0, on: $1) }
    let witness = try #require(people.first { $0.name == "Jane Smyth" })
    try await world.perform(
      RenamePerson(witness.id, to: "Witness A", revision: witness.revision))
    try await serving(world) { settings in
      let done = try await Binary.run(
        ["person", "protect", "\(witness.id)"], environment: settings, input: "Moira Tarne\n")
      #expect(done.status == 0, "\(done.words)")
      #expect(done.output.contains("PUBLIC already"))
      #expect(done.output.contains("set-aside-name"))
    }
  }

  @Test func `survey answers of a list are shown before they are published`() async throws {
    let world = try await World.make(.allPartyGroup)
    var said = SurveyRead.Said()
    said.title = "A survey"
    let codebook = """
      question,wording,kind,column,value,code,label,meaning
      Q1,Is it harder?,single,q1,1,yes,Yes,
      ,,,,2,no,No,
      Q2,What else?,text,q2,,,,
      """
    let words = [1: "No bus came.", 3: "It left early.", 4: "It never came."]
    let responses = "q1,q2\n" + (1...20).map { "\($0 % 2 + 1),\(words[$0] ?? "")\n" }.joined()
    try await world.perform(
      ImportSurvey(
        SurveyRead(
          .init(name: "r.csv", bytes: Array(responses.utf8)),
          codebook: .init(name: "c.csv", bytes: Array(codebook.utf8)), said: said)))
    try await world.perform(AcceptSources(["S1"], World.decided))
    try await world.perform(PublishSources(["S1"], World.decided))
    try await serving(world) { settings in
      func quote(_ flags: String...) async throws -> Binary.Run {
        let decided = ["--decision", "2024-10-04", "--by", "The committee"]
        return try await Binary.run(
          ["survey", "quote", "S1", "Q2", "1-4", "--except", "2"] + decided + flags,
          environment: settings)
      }
      let unasked = try await quote()
      #expect(unasked.status == 1)
      #expect(unasked.output.contains("It left early."))
      #expect(unasked.words.contains("(yes_missing; --yes)"))
      let listed = try await Binary.run(["survey", "words", "S1", "Q2"], environment: settings)
      #expect(listed.output.contains("answer 1") == false)
      let done = try await quote("--yes")
      #expect(done.status == 0, "\(done.words)")
      #expect(done.output.contains("S1-Q2, answer 3"))
    }
  }

  @Test func `imports of a list are shown before they are undone`() async throws {
    let world = try await World.make()
    for words in ["First.", "More."] { try await world.submit(Sample.submission(words: words)) }
    func count() async throws -> Int {
      try await world.read { try Source.all(as: $0, on: $1).count }
    }
    try await serving(world) { settings in
      func undo(_ words: String...) async throws -> Binary.Run {
        try await Binary.run(["import", "undo"] + words, environment: settings)
      }
      let unasked = try await undo("EXA0001-0002")
      #expect(unasked.status == 1)
      #expect(unasked.output.contains("EXA0002"))
      #expect(unasked.words.contains("(yes_missing; --yes)"))
      #expect(try await count() == 2)
      let dry = try await undo("EXA0001", "--dry-run")
      #expect(dry.output.contains("This would go:"))
      #expect(try await count() == 2)
      // One alone is done as it is said.
      #expect(try await undo("EXA0001").status == 0)
      #expect(try await count() == 1)
      #expect(try await undo("EXA0002", "--yes").status == 0)
      #expect(try await count() == 0)
    }
  }
}
