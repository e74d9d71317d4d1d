import Conduct
import Inquiries
import Postgres
import Records
import TestSupport
import Testing

/// What is kept from the public stays so through acts that have nothing to do
/// with it.
@Suite(.database) struct SeamTests {
  private func code(_ body: () async throws -> Void) async -> String? {
    await #expect(throws: Refusal.self) { try await body() }?.code
  }

  private func published(_ query: SQL, _ world: World) async throws -> [String] {
    try await world.database.asSuperuser { try $0.query(query) { try $0.next() } }
  }

  @Test func `both parts of a private turn that is split stay private`() async throws {
    let world = try await World.make()
    try await world.receive(
      Sample.transcript().replacing(
        "Ann Witness: We found that help came late. It was case 2.",
        with: "Ann Witness: It was Hiddencoaches. Dev Member: Hiddenbuses too."))
    try await world.perform(SetPrivacy("OS1", hidden: ["Q2"], shown: []))
    try await world.perform(SplitPassage("Q2+1", at: "Dev Member"))
    try await world.perform(AcceptSources(["OS1"], World.decided))
    try await world.perform(PublishSources(["OS1"], World.decided))
    let words = try await published("SELECT text FROM published.passage_version", world)
    #expect(words.contains { $0.contains("case 1") })
    #expect(!words.contains { $0.contains("Hidden") })
  }

  @Test func `a report that cites what was said in private is refused`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    try await world.perform(SetPrivacy("OS1", hidden: ["Q2"], shown: []))
    try await world.perform(AcceptSources(["OS1"], World.decided))
    try await world.perform(PublishSources(["OS1"], World.decided))
    try await world.push(Sample.draft(citing: "Q2"))
    try await world.perform(
      LinkEvidence(
        .recommendation("earlier-help"), to: "Q1+1", stance: .supports, quote: nil,
        isAffirmed: true))
    #expect(await code { _ = try await world.publishReport() } == "private_words_cited")
    try await world.push(Sample.draft(citing: "Q1", base: 1))
    try await world.perform(
      LinkEvidence(
        .finding("late-help"), to: "Q2+1", stance: .supports, quote: nil, isAffirmed: true))
    #expect(await code { _ = try await world.publishReport() } == "private_words_cited")
  }

  @Test func `what adds to a submission does not tell whose name is withheld`() async throws {
    let world = try await World.make()
    try await world.submit(Sample.submission(from: "Jo Hiddenname"), .init(kind: .individual))
    try await world.submit(
      Sample.submission(from: "Jo Hiddenname", count: 3),
      .init(kind: .individual, supplements: "EXA0001"))
    try await world.submit(
      Sample.submission(from: "Jo Hiddenname", count: 2),
      .init(kind: .individual, supplements: "EXA0001"))
    try await world.consent(to: ["EXA0001-0003"])
    try await world.decide(.publishedAnonymous, "EXA0002", printedName: "Name withheld")
    try await world.decide(.publishedNamed, "EXA0001", "EXA0003")
    try await world.perform(PublishSources(["EXA0001-0003"], World.decided))
    let told = try await published(
      """
      SELECT coalesce(supplements_reference, '') FROM published.written_submission
      ORDER BY source_id
      """, world)
    #expect(told == ["", "", "EXA0001"])
  }

  @Test func `who was planned and did not come is no witness, whatever came in first`()
    async throws
  {
    let world = try await World.make()
    try await world.plan(Sample.agenda)
    try await world.perform(HoldSitting(.plan(1), revision: 1))
    try await world.receive(
      "Note of oral session 1\nTuesday 7 November 2023\n\n1. One point.\n\n2. Another point.",
      as: .init(kind: .note, session: 1, hearing: .heardInPublic), fileName: "note.txt")
    try await world.receive(
      Sample.transcript(witness: "Jane Doe"), as: .init(kind: .transcript, session: 1))
    let references = try await world.read { try Source.all(as: $0, on: $1) }.map(\.reference)
    try await world.perform(AcceptSources(SourceList(references), World.decided))
    try await world.perform(PublishSources(SourceList(references), World.decided))
    let witnesses = try await published(
      """
      SELECT name FROM published.witness
      JOIN published.person ON person.id = person_id
      """, world)
    #expect(witnesses == ["Jane Doe"])
  }

  @Test func `a name withheld counts under every entry that was joined`() async throws {
    let world = try await World.make()
    try await world.submit(
      Sample.submission(from: "Bob Longname", words: "I, Bob Longname, say so."),
      .init(kind: .individual))
    try await world.submit(Sample.submission(from: "Robert Longname"), .init(kind: .individual))
    let people = try await world.read { try Person.all(as: $0, on: $1) }
    let bob = try #require(people.first { $0.name == "Bob Longname" })
    let robert = try #require(people.first { $0.name == "Robert Longname" })
    try await world.perform(
      MergePeople(
        bob.id, into: robert.id, revision: bob.revision, survivorRevision: robert.revision))
    #expect(
      await code {
        try await world.decide(.publishedAnonymous, "EXA0001", printedName: "Name withheld")
      } == "anonymous_named")
  }

  @Test func `what is printed in place of a name is looked at again when the name changes`()
    async throws
  {
    let world = try await World.make()
    try await world.submit(Sample.submission(from: "Quentin Hill"), .init(kind: .individual))
    try await world.consent(to: ["EXA0001"], [.publish])
    try await world.decide(.publishedAnonymous, "EXA0001", printedName: "Young parent")
    try await world.perform(PublishSources(["EXA0001"], World.decided))
    func person(_ name: String) async throws -> Person {
      let people = try await world.read { try Person.all(as: $0, on: $1) }
      return try #require(people.first { $0.name == name })
    }
    func expectNamed(_ field: String, _ act: some Act) async {
      let refusal = await #expect(throws: Refusal.self) { _ = try await world.perform(act) }
      #expect(refusal?.code == "anonymous_named")
      #expect(refusal?.field == field)
      #expect(refusal?.message.contains("EXA0001") == true)
    }
    let hill = try await person("Quentin Hill")
    await expectNamed("name", RenamePerson(hill.id, to: "Quentin Young", revision: 1))
    try await world.perform(RenamePerson(hill.id, to: "Quentin Hall", revision: 1))
    try await world.submit(
      Sample.submission(from: "Quentin Young", count: 3), .init(kind: .individual))
    let young = try await person("Quentin Young")
    let merge = MergePeople(young.id, into: hill.id, revision: 1, survivorRevision: 2)
    await expectNamed("into", merge)
    try await world.decide(.publishedAnonymous, "EXA0001", printedName: "Name withheld")
    try await world.perform(merge)
  }
}
