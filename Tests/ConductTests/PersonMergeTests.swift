import Conduct
import Inquiries
import Postgres
import Records
import TestSupport
import Testing

/// Two entries of one person joined and parted.
@Suite(.database) struct PersonMergeTests {
  /// Two published sessions, the same witness under two spellings.
  private func world() async throws -> (world: World, old: Person, kept: Person) {
    let world = try await World.make()
    try await world.publish(Sample.transcript(witness: "Jane Smyth"))
    try await world.publish(
      Sample.transcript(from: 4, on: "Tuesday 14 November 2023", witness: "Jane Smith"))
    return (world, try await person("Jane Smyth", world), try await person("Jane Smith", world))
  }

  private func person(_ name: String, _ world: World) async throws -> Person {
    let all = try await world.read { try Person.all(as: $0, on: $1) }
    return try #require(all.first { $0.name == name })
  }

  @Test func `a paper under a name that was joined is the survivor's, and stays so`() async throws {
    let (world, old, kept) = try await world()
    try await world.perform(
      MergePeople(
        old.id, into: kept.id, revision: old.revision, survivorRevision: kept.revision,
        wereTogether: false))
    try await world.submit(Sample.submission(from: "Jane Smyth"), .init(kind: .individual))
    func submitters() async throws -> [String] {
      try await world.read { try Contribution.all(as: $0, on: $1) }
        .filter { $0.reference == "EXA0001" }.map(\.witness.name)
    }
    #expect(try await submitters() == ["Jane Smith"])
    let merge = try #require(try await world.read { try PersonMerge.all(as: $0, on: $1) }.first)
    try await world.perform(UnmergePeople(merge.id, revision: merge.revision))
    #expect(try await submitters() == ["Jane Smith"])
  }

  private func speakers(_ world: World) async throws -> Set<String> {
    let names = try await world.staff.run { connection in
      try connection.query(
        """
        SELECT DISTINCT coalesce(person.name, '') FROM published.passage
        JOIN published.person ON person.id = person_id WHERE NOT is_chair
        """
      ) { try $0.next() as String }
    }
    return Set(names)
  }

  private func publicNames(_ world: World) async throws -> Set<String> {
    Set(
      try await world.staff.run { connection in
        try connection.query("SELECT name FROM published.person") { try $0.next() as String }
      })
  }

  /// Everything that says who somebody is, as text, for comparing.
  private func everything(_ world: World) async throws -> [String] {
    try await world.database.asSuperuser { connection in
      try connection.query(
        """
        SELECT 'witness ' || concat_ws('|', id, inquiry_id, person_id, capacity, organisation)
        FROM record.witness
        UNION ALL SELECT 'contribution ' || concat_ws('|', id, source_id, witness_id, consent)
        FROM record.contribution
        UNION ALL SELECT 'panel ' || concat_ws('|', panel_id, witness_id, ordinal)
        FROM record.panel_witness
        UNION ALL SELECT 'member ' || concat_ws('|', session_id, person_id, ordinal, is_chair)
        FROM record.session_member
        UNION ALL SELECT 'passage ' || concat_ws('|', id, person_id) FROM record.passage
        UNION ALL SELECT 'published ' || concat_ws('|', id, name) FROM published.person
        UNION ALL SELECT 'public witness ' || concat_ws('|', id, person_id) FROM published.witness
        UNION ALL SELECT 'public passage ' || concat_ws('|', id, person_id)
        FROM published.passage
        ORDER BY 1
        """
      ) { try $0.next() }
    }
  }

  @Test func `what said the one says the other, in the record and in public`() async throws {
    let (world, old, kept) = try await world()
    #expect(try await speakers(world) == ["Jane Smyth", "Jane Smith"])
    let done = try await world.perform(
      MergePeople(old.id, into: kept.id, revision: 1, survivorRevision: 1))
    #expect(done.together.isEmpty)
    #expect(try await speakers(world) == ["Jane Smith"])
    #expect(try await publicNames(world).contains("Jane Smyth") == false)
    let people = try await world.read { try Person.all(as: $0, on: $1) }
    #expect(people.map(\.name).contains("Jane Smyth") == false)
    let sessions = try await world.read { try Session.all(as: $0, on: $1) }
    #expect(sessions.flatMap(\.panels).joined().map(\.name) == ["Jane Smith", "Jane Smith"])
  }

  @Test func `it is told what moved, and how the one who stays is printed`() async throws {
    let (world, old, kept) = try await world()
    try await world.submit(Sample.submission(from: "Jane Smyth"), .init(kind: .individual))
    try await world.consent(to: ["EXA0001"])
    try await world.push(Sample.draft(citing: "Q4"))
    for locator in ["Q1+1", "EXA0001, para 2"] {
      try await world.perform(
        LinkEvidence(
          .recommendation("earlier-help"), to: locator, stance: .supports, quote: nil,
          isAffirmed: true))
    }
    try await world.perform(
      RenamePerson(old.id, to: old.name, isNameOnly: true, revision: old.revision))
    let done = try await world.perform(
      MergePeople(
        old.id, into: kept.id, revision: old.revision + 1, survivorRevision: kept.revision))
    #expect(done.survivor.name == "Jane Smith")
    // Who asked to be named alone stays so under the other name.
    #expect(done.survivor.isNameOnly)
    #expect(
      done.moved
        == MergedPeople.Moved(sessions: 1, submissions: 1, consents: 1, passages: 3, links: 2))
  }

  @Test func `undone, every row is as it was`() async throws {
    let (world, old, kept) = try await world()
    let before = try await everything(world)
    let done = try await world.perform(
      MergePeople(old.id, into: kept.id, revision: 1, survivorRevision: 1))
    #expect(try await everything(world) != before)
    try await world.perform(UnmergePeople(done.merge.id, revision: 1))
    #expect(try await everything(world) == before)
    let merges = try await world.read { try PersonMerge.all(as: $0, on: $1) }
    #expect(merges.map { $0.undoneAt != nil } == [true])
  }

  @Test func `what came since stays with the survivor when it is undone`() async throws {
    let (world, old, kept) = try await world()
    let done = try await world.perform(
      MergePeople(old.id, into: kept.id, revision: 1, survivorRevision: 1))
    // The old spelling comes again and means the one person there is.
    try await world.publish(
      Sample.transcript(from: 7, on: "Tuesday 21 November 2023", witness: "Jane Smyth"))
    #expect(try await speakers(world) == ["Jane Smith"])
    try await world.perform(UnmergePeople(done.merge.id, revision: 1))
    let sessions = try await world.read { try Session.all(as: $0, on: $1) }
    #expect(
      sessions.flatMap(\.panels).joined().map(\.name) == ["Jane Smyth", "Jane Smith", "Jane Smith"])
    #expect(try await speakers(world) == ["Jane Smyth", "Jane Smith"])
  }

  /// What the newest edition prints as citations.
  private func citations(_ world: World) async throws -> [String] {
    try await world.staff.run { connection in
      let inquiry = try #require(try PublishedInquiry.find(slug: World.slug, on: connection))
      let newest = try #require(try PublishedDocument.newest(of: inquiry, on: connection))
      return newest.document.citations.map(\.text)
    }
  }

  @Test func `a published report cites whoever spoke, joined and parted again`() async throws {
    let (world, old, kept) = try await world()
    try await world.push(Sample.draft(citing: "Q1, Jane Smyth; @Q4, Jane Smith"))
    try await world.publishReport()
    let apart = ["[@Q1, Jane Smyth; @Q4, Jane Smith]", "[@Q1, Jane Smyth; @Q4, Jane Smith]"]
    let joined = ["[@Q1, Jane Smith; @Q4, Jane Smith]", "[@Q1, Jane Smith; @Q4, Jane Smith]"]
    #expect(try await citations(world) == apart)
    let first = try await world.perform(
      MergePeople(old.id, into: kept.id, revision: 1, survivorRevision: 1))
    #expect(try await citations(world) == joined)
    // An edition of the time when they were one is parted with them.
    try await world.push(
      Sample.draft(citing: "Q1, Jane Smith; @Q4, Jane Smith", base: 1)
        .replacing("Help came late.", with: "Help came too late."))
    try await world.publishReport()
    #expect(try await citations(world) == joined)
    try await world.perform(UnmergePeople(first.merge.id, revision: 1))
    #expect(try await citations(world) == apart)
  }

  @Test func `two at one table are joined only when the clerk says so, and exactly parted`()
    async throws
  {
    let world = try await World.make()
    let text = Sample.transcript(witness: "Jane Smyth")
      .replacing(
        "I: Jane Smyth, Director, The Organisation.",
        with:
          "I: Jane Smyth, Director, The Organisation; and Jane Smith, Director, The Organisation."
      )
      .replacing("Witness: Jane Smyth.", with: "Witnesses: Jane Smyth and Jane Smith.")
    try await world.publish(text)
    let (old, kept) = (
      try await person("Jane Smyth", world), try await person("Jane Smith", world)
    )
    let before = try await everything(world)
    let refusal = await #expect(throws: Refusal.self) {
      try await world.perform(
        MergePeople(old.id, into: kept.id, revision: 1, survivorRevision: 1))
    }
    #expect(refusal?.code == "people_together")
    #expect(refusal?.message.contains("session 1") == true)
    let done = try await world.perform(
      MergePeople(old.id, into: kept.id, revision: 1, survivorRevision: 1, wereTogether: true))
    #expect(done.together == ["session 1"])
    let sessions = try await world.read { try Session.all(as: $0, on: $1) }
    #expect(sessions.flatMap(\.panels).joined().map(\.name) == ["Jane Smith"])
    try await world.perform(UnmergePeople(done.merge.id, revision: 1))
    #expect(try await everything(world) == before)
  }

  /// One submission of each, the first published without the name, the second under it.
  private func withheld() async throws -> (world: World, hidden: Person, named: Person) {
    let world = try await World.make()
    for (name, words, file) in [
      ("Jane Hidden", "Help came late.", "a.txt"), ("Jane Smyth", "We were not asked.", "b.txt"),
    ] {
      try await world.submit(
        "Written evidence submitted by \(name)\n\n1. \(words)\n",
        .init(kind: .individual), fileName: file)
    }
    try await world.consent(to: ["EXA0001"], [.publish])
    try await world.consent(to: ["EXA0002"])
    try await world.decide(.publishedAnonymous, "EXA0001", printedName: "Name withheld")
    try await world.decide(.publishedNamed, "EXA0002")
    try await world.perform(PublishSources(["EXA0001", "EXA0002"], World.decided))
    return (world, try await person("Jane Hidden", world), try await person("Jane Smyth", world))
  }

  private func printedSubmitters(_ world: World) async throws -> [String] {
    try await world.staff.run { connection in
      try connection.query(
        "SELECT submitter FROM published.written_submission ORDER BY source_id"
      ) { try $0.next() as String }
    }
  }

  @Test func `a name that is withheld is not made public by a merge`() async throws {
    let (world, hidden, named) = try await withheld()
    let refusal = await #expect(throws: Refusal.self) {
      try await world.perform(
        MergePeople(
          named.id, into: hidden.id, revision: named.revision, survivorRevision: hidden.revision))
    }
    #expect(refusal?.code == "anonymous_named")
    #expect(refusal?.message.contains("EXA0002") == true)
    #expect(try await printedSubmitters(world) == ["Name withheld", "Jane Smyth"])
    // The name that is public already tells nothing new.
    try await world.perform(
      MergePeople(
        hidden.id, into: named.id, revision: hidden.revision, survivorRevision: named.revision))
    #expect(try await printedSubmitters(world) == ["Name withheld", "Jane Smyth"])
  }

  @Test func `who is public under the name already is joined though it is withheld elsewhere`()
    async throws
  {
    let (world, hidden, named) = try await withheld()
    try await world.publish(Sample.transcript(witness: "Jane Hidden"))
    let twin = try await person("Jane Hidden", world)
    #expect(twin.id == hidden.id)
    try await world.perform(
      MergePeople(
        named.id, into: twin.id, revision: named.revision, survivorRevision: twin.revision))
    #expect(try await printedSubmitters(world) == ["Name withheld", "Jane Hidden"])
  }

  @Test func `protected personas, stale readings and other people's inquiries are refused`()
    async throws
  {
    let (world, old, kept) = try await world()
    func refusal(_ act: MergePeople, by actor: Actor = .machineOperator) async -> String? {
      await #expect(throws: Refusal.self) { try await world.perform(act, by: actor) }?.code
    }
    #expect(
      await refusal(MergePeople(old.id, into: kept.id, revision: 1, survivorRevision: 9))
        == "revision_differs")
    #expect(
      await refusal(MergePeople(old.id, into: old.id, revision: 1, survivorRevision: 1))
        == "person_same")
    try await world.perform(
      ProtectPerson(kept.id, revision: 1, realName: "Somebody Else", terms: []))
    #expect(
      await refusal(MergePeople(old.id, into: kept.id, revision: 1, survivorRevision: 2))
        == "persona_protected")
  }

  @Test func `different consents to one source stand in the way`() async throws {
    let world = try await World.make()
    let text = Sample.transcript(witness: "Jane Smyth")
      .replacing(
        "I: Jane Smyth, Director, The Organisation.",
        with:
          "I: Jane Smyth, Director, The Organisation; and Jane Smith, Director, The Organisation.")
    try await world.receive(text)
    try await world.perform(
      RecordConsent(
        reference: "OS1", witness: "Jane Smyth", consent: .given, givenBy: nil, on: World.today))
    let (old, kept) = (
      try await person("Jane Smyth", world), try await person("Jane Smith", world)
    )
    let refusal = await #expect(throws: Refusal.self) {
      try await world.perform(
        MergePeople(old.id, into: kept.id, revision: 1, survivorRevision: 1, wereTogether: true))
    }
    #expect(refusal?.code == "merge_consents_differ")
    #expect(refusal?.message.contains("OS1") == true)
  }
}
