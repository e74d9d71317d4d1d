import Conduct
import Inquiries
import Postgres
import Records
import TestSupport
import Testing

/// A wrong file is taken back before anything rests on it.
@Suite(.database) struct UndoImportTests {
  private func refusal(_ world: World, _ reference: String) async throws -> String {
    let error = await #expect(throws: Refusal.self) {
      try await world.perform(UndoImport(reference))
    }
    return try #require(error).code
  }

  private func names(_ world: World) async throws -> [String] {
    try await world.read { try Person.all(as: $0, on: $1).map(\.name) }
  }

  @Test func `a transcript gives back its numbers, its session and its people`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript(witness: "Ann Witness"))
    try await world.receive(
      Sample.transcript(from: 4, on: "Tuesday 14 November 2023", witness: "Wrong Person"),
      fileName: "wrong.txt")
    let tried = try await world.office.perform(
      UndoImport("OS2"), in: World.slug, by: .machineOperator, dryRun: true)
    #expect(tried.people == ["Wrong Person"])
    #expect(tried.questions == 4...6)
    #expect(try await names(world).contains("Wrong Person"))

    let undone = try await world.perform(UndoImport("OS2", reason: "wrong file"))
    #expect(undone == tried)
    #expect(undone.session == 2)
    #expect(try await !names(world).contains("Wrong Person"))
    #expect(try await names(world).contains("Ann Witness"))
    #expect(try await names(world).contains("Clare Member"))
    let right = try await world.receive(
      Sample.transcript(from: 4, on: "Tuesday 14 November 2023", witness: "Right Person"),
      fileName: "right.txt")
    #expect(right.reference == "OS2")
    #expect(right.questions == 4...6)
    // The same wrong file could come again: it is no longer known.
    try await world.perform(UndoImport("OS2"))
    let again = try await world.receive(
      Sample.transcript(from: 4, on: "Tuesday 14 November 2023", witness: "Wrong Person"),
      fileName: "wrong.txt")
    #expect(!again.wasReceivedBefore)
    let files = try await world.read { try ReceivedFile.all(as: $0, on: $1) }
    #expect(files.filter { $0.undoneAt != nil }.map(\.fileName) == ["wrong.txt", "right.txt"])
    let kept = try await world.staff.run { connection in
      try connection.query("SELECT DISTINCT file_name FROM record.original ORDER BY 1") {
        try $0.next() as String
      }
    }
    #expect(kept == ["a.txt", "right.txt", "wrong.txt"])
  }

  @Test func `the reference of a submission is spent`() async throws {
    let world = try await World.make()
    try await world.submit(Sample.submission(from: "A charity"))
    try await world.submit(Sample.submission(from: "Wrong charity", words: "Other."))
    let undone = try await world.perform(UndoImport("EXA0002"))
    #expect(undone.isReferenceSpent)
    #expect(undone.people == ["Wrong charity"])
    #expect(try await refusal(world, "EXA0002") == "source_not_found")
    let next = try await world.submit(Sample.submission(from: "Wrong charity", words: "Other."))
    #expect(next.reference == "EXA0003")
    #expect(!next.wasReceivedBefore)
  }

  @Test func `what is accepted and redacted goes whole`() async throws {
    let world = try await World.make()
    try await world.submit()
    try await world.redact("EXA0001, para 4", "in place 4")
    try await world.decide(.publishedRedacted, "EXA0001")
    try await world.perform(UndoImport("EXA0001"))
    let left = try await world.staff.run { connection in
      try connection.one(
        """
        SELECT (SELECT count(*) FROM record.passage) + (SELECT count(*) FROM record.redaction)
          + (SELECT count(*) FROM record.person) + (SELECT count(*) FROM record.contribution)
        """
      ) { try $0.next() as Int }
    }
    #expect(left == 0)
  }

  @Test func `what was published once is not undone, taken down or not`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    #expect(try await refusal(world, "OS1") == "import_published")
    try await world.perform(TakeDownSources(["OS1"], World.decided(because: "Wrong.")))
    #expect(try await refusal(world, "OS1") == "import_published")
    // The second wall: the function itself says no.
    await #expect(throws: DatabaseError.self) {
      try await world.staff.run { connection in
        try connection.execute("SELECT record.undo_import(id) FROM record.source")
      }
    }
  }

  @Test func `what is cited, linked or added to is not undone`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    try await world.push(Sample.draft(citing: "Q1"))
    #expect(try await refusal(world, "OS1") == "import_cited")
    try await world.receive(
      Sample.transcript(from: 4, on: "Tuesday 14 November 2023"), fileName: "b.txt")
    try await world.perform(
      LinkEvidence(
        .finding("late-help"), to: "Q4", stance: .supports, quote: nil, isAffirmed: true))
    #expect(try await refusal(world, "OS2") == "import_linked")
    try await world.submit(Sample.submission(words: "First."))
    try await world.submit(Sample.submission(words: "More."), .init(supplements: "EXA0001"))
    #expect(try await refusal(world, "EXA0001") == "import_supplemented")
    try await world.perform(UndoImport("EXA0002"))
    try await world.perform(UndoImport("EXA0001"))
  }

  @Test func `a record that another of its session followed is undone after that one`()
    async throws
  {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    try await world.receive(
      "The Example Committee\nNote of a meeting\n\n1. Help came late.\n\n2. It came too late.\n",
      as: .init(kind: .note, session: 1), fileName: "note.txt")
    #expect(try await refusal(world, "OS1") == "import_followed")
    let undone = try await world.perform(UndoImport("OS1-note"))
    #expect(undone.session == nil)
    let session = try await world.read { try Session.find(number: 1, as: $0, on: $1) }
    #expect(session?.panels.first?.first?.name == "Ann Witness")
    #expect(session?.members.count == 2)
    try await world.perform(UndoImport("OS1"))
    #expect(try await world.read { try Session.all(as: $0, on: $1).isEmpty })
  }

  @Test func `a list is undone whole, also where one of it adds to another, or not at all`()
    async throws
  {
    let world = try await World.make()
    for name in ["First", "Second", "Third"] {
      try await world.submit(Sample.submission(from: "\(name) charity", words: "\(name)."))
    }
    try await world.submit(
      Sample.submission(from: "First charity", words: "More."), .init(supplements: "EXA0001"))
    try await world.decide(.publishedNamed, "EXA0002", "EXA0003")
    try await world.consent(to: ["EXA0002-0003"])
    try await world.perform(PublishSources(["EXA0002-0003"], World.decided))
    func references() async throws -> [String] {
      try await world.read { try Source.all(as: $0, on: $1).map(\.reference) }
    }
    let refused = await #expect(throws: Refusal.self) {
      try await world.perform(UndoImports(["EXA0001-0004"]))
    }
    let told = try #require(refused)
    #expect(told.code == "import_published")
    #expect(told.message.contains("The import of EXA0002"))
    #expect(told.message.contains("The import of EXA0003"))
    #expect(told.message.hasSuffix("Without them: --except EXA0002-0003"))
    #expect(try await references().count == 4)

    let done = try await world.perform(
      UndoImports(SourceList(["EXA0001-0004"], except: ["EXA0002-0003"]), reason: "wrong folder"))
    #expect(done.items.map(\.reference) == ["EXA0001", "EXA0004"])
    #expect(done.items.flatMap(\.people) == ["First charity"])
    #expect(try await references() == ["EXA0002", "EXA0003"])
  }

  @Test func `one who goes by another revision is told`() async throws {
    let world = try await World.make()
    try await world.submit()
    let error = await #expect(throws: Refusal.self) {
      try await world.perform(UndoImport("EXA0001", revision: 7))
    }
    #expect(try #require(error).kind == .stale)
  }
}
