import Conduct
import Inquiries
import Papers
import Records
import TestSupport
import Testing

/// Speaker labels in doubt, and who a clerk says they are.
@Suite(.database) struct MapLabelTests {
  /// Three questions; the second answer's label is a slip of the witness's name.
  private static let transcript = Sample.transcript().replacing(
    "Ann Witness: We found that help came late. It was case 2.",
    with: "Ann Witnes: We found that help came late. It was case 2.")

  private func labels(_ world: World, of reference: String = "OS1") async throws -> [LabelInDoubt] {
    try await world.read { try LabelInDoubt.all(of: reference, as: $0, on: $1) }
  }

  /// Who is printed with the answers, to the public.
  private func speakers(_ world: World) async throws -> [String?] {
    try await world.read {
      try SpokenTurn.published(of: "OS1", of: $0.inquiryID, on: $1)
        .filter { $0.question == nil }.map { $0.name ?? $0.label }
    }
  }

  private func code(_ body: () async throws -> Void) async -> String? {
    await #expect(throws: Refusal.self) { try await body() }?.code
  }

  @Test func `a label in doubt is mapped, the public follows, and mapping again undoes it`()
    async throws
  {
    let world = try await World.make()
    try await world.publish(MapLabelTests.transcript)
    let seen = try await labels(world)
    #expect(seen.map(\.label) == ["Ann Witnes"])
    #expect(seen.map(\.locator) == ["Q2+1"])
    #expect(seen.map(\.isSettled) == [false])
    #expect(try await speakers(world) == ["Ann Witness", "Ann Witnes", "Ann Witness"])

    let done = try await world.perform(
      MapLabel("Ann Witnes", of: "OS1", to: .listed("Ann Witness"), revision: 0))
    #expect(done.name == "Ann Witness")
    #expect(done.isSettled)
    #expect(done.revision == 1)
    #expect(try await labels(world) == [done])
    #expect(try await speakers(world) == ["Ann Witness", "Ann Witness", "Ann Witness"])

    let other = try #require(
      try await world.read { try Person.all(as: $0, on: $1) }.first { $0.name == "Dev Member" })
    try await world.perform(MapLabel("Ann Witnes", of: "OS1", to: .person(other.id), revision: 1))
    #expect(try await speakers(world) == ["Ann Witness", "Dev Member", "Ann Witness"])

    let nobody = try await world.perform(MapLabel("Ann Witnes", of: "OS1", to: .nobody))
    #expect(nobody.isSettled)
    #expect(nobody.person == nil)
    #expect(nobody.revision == 3)
    #expect(try await speakers(world) == ["Ann Witness", "Ann Witnes", "Ann Witness"])
    let audit = try await world.read { try AuditLine.newest(10, as: $0, on: $1) }
    #expect(audit.count { $0.act == MapLabel.title } == 3)
  }

  @Test func `whoever is shown as a speaker alone keeps the name that the record has`()
    async throws
  {
    let world = try await World.make()
    try await world.publish(MapLabelTests.transcript)
    try await world.publish(
      Sample.transcript(from: 4, on: "Tuesday 14 November 2023", witness: "Cat Other"))
    let cat = try #require(
      try await world.read { try Person.all(as: $0, on: $1) }.first { $0.name == "Cat Other" })
    try await world.perform(MapLabel("Ann Witnes", of: "OS1", to: .person(cat.id), revision: 0))
    // No longer a witness of anything public: the answer in the other session is all.
    try await world.perform(WithdrawSources(["OS2"], World.decided(because: "Wrong file.")))
    #expect(try await speakers(world) == ["Ann Witness", "Cat Other", "Ann Witness"])
    try await world.perform(RenamePerson(cat.id, to: "Cat Otherly", revision: cat.revision))
    #expect(try await speakers(world) == ["Ann Witness", "Cat Otherly", "Ann Witness"])
    let changed = try await world.staff.transaction { try Publication.rebuild(on: $0) }
    #expect(changed.map(\.changed) == [0])
    try await world.perform(MapLabel("Ann Witnes", of: "OS1", to: .nobody))
    let people: [String] = try await world.database.asSuperuser { connection in
      try connection.query("SELECT name FROM published.person WHERE name LIKE 'Cat%'") {
        try $0.next()
      }
    }
    #expect(people == [])
  }

  @Test func `the gate asks no more once somebody has said who it is`() async throws {
    let world = try await World.make()
    try await world.receive(MapLabelTests.transcript)
    func strangers() async throws -> Int {
      try await world.read { try TranscriptFacts.all(wordsOf: "OS1", as: $0, on: $1) }
        .flatMap(\.strangers).count
    }
    #expect(try await strangers() == 1)
    try await world.perform(MapLabel("Ann Witnes", of: "OS1", to: .nobody))
    #expect(try await strangers() == 0)
  }

  @Test func `turns that were never in doubt stay whose they are`() async throws {
    let world = try await World.make()
    try await world.receive(MapLabelTests.transcript)
    try await world.perform(MapLabel("Ann Witnes", of: "OS1", to: .listed("Dev Member")))
    let speakers = try await world.read {
      try Passage.page(of: "OS1", after: 0, limit: 9, as: $0, on: $1).map(\.speaker)
    }
    #expect(speakers.filter { $0 == "Dev Member" }.count == 1)
    #expect(
      await code {
        try await world.perform(MapLabel("Ann Witness", of: "OS1", to: .nobody))
      } == "label_not_in_doubt")
  }

  @Test func `a label that the import was sure of is mapped by whose turns are meant, and back`()
    async throws
  {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    func speakers() async throws -> [String] {
      try await world.read {
        try Passage.page(of: "OS1", after: 0, limit: 9, as: $0, on: $1).compactMap(\.speaker)
      }
    }
    let asRead = try await speakers()
    let people = try await world.read { try Person.all(as: $0, on: $1) }
    func number(_ name: String) throws -> Identifier<Person> {
      try #require(people.first { $0.name == name }).id
    }
    let (witness, member) = (try number("Ann Witness"), try number("Dev Member"))
    #expect(try await labels(world) == [])
    let sure = try await world.read {
      try LabelInDoubt.all(of: "OS1", withSure: true, as: $0, on: $1)
    }
    #expect(sure.map(\.isSure) == [true])
    let done = try await world.perform(
      MapLabel("Ann Witness", of: "OS1", from: witness, to: .person(member), revision: 0))
    #expect(done.name == "Dev Member" && done.isSettled && !done.isSure && done.count == 3)
    #expect(try await speakers().count { $0 == "Dev Member" } == 3)

    // A corrected file goes on printing the label, and is no other speaker's.
    let corrected = Sample.transcript(words: "We found that help came very late.")
    let file = try RecordRead(
      PaperFile(Array(corrected.utf8), name: "b.txt"), said: .init(kind: .transcript))
    let difference = try await world.perform(
      CorrectRecord("OS1", file, CorrectionTerms(), leavesMisfits: false))
    #expect(difference.changed.count == 3 && difference.misfits.isEmpty)
    #expect(try await speakers().count { $0 == "Dev Member" } == 3)

    try await world.perform(MapLabel("Ann Witness", of: "OS1", to: .listed("Ann Witness")))
    #expect(try await speakers() == asRead)
    #expect(
      await code {
        try await world.perform(MapLabel("Ann Witness", of: "OS1", from: member, to: .nobody))
      } == "label_not_in_doubt")
  }

  @Test func `a sure label that is published or cited stays whose it is`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    let witness = try #require(
      try await world.read { try Person.all(as: $0, on: $1) }.first { $0.name == "Ann Witness" })
    func refusal() async -> Refusal? {
      await #expect(throws: Refusal.self) {
        try await world.perform(MapLabel("Ann Witness", of: "OS1", from: witness.id, to: .nobody))
      }
    }
    try await world.push(Sample.draft(citing: "Q2"))
    let cited = await refusal()
    #expect(cited?.code == "witness_cited")
    #expect(cited?.message.contains("[@Q2]") == true)
    try await world.perform(AcceptSources(["OS1"], World.decided))
    try await world.perform(PublishSources(["OS1"], World.decided))
    #expect(await refusal()?.code == "witness_published")
  }

  @Test func `an import whose labels were mapped is undone whole`() async throws {
    let world = try await World.make()
    try await world.receive(MapLabelTests.transcript)
    try await world.perform(MapLabel("Ann Witnes", of: "OS1", to: .nobody))
    try await world.perform(UndoImport("OS1"))
    #expect(try await labels(world) == [])
    try await world.receive(MapLabelTests.transcript)
    #expect(try await labels(world).map(\.revision) == [0])
  }

  @Test func `what is stale, unknown, not listed or no transcript is refused`() async throws {
    let world = try await World.make()
    try await world.receive(MapLabelTests.transcript)
    try await world.submit()
    func map(
      _ reference: String, _ speaker: MapLabel.Speaker, revision: Int? = nil
    ) async -> String? {
      await code {
        try await world.perform(
          MapLabel("Ann Witnes", of: reference, to: speaker, revision: revision))
      }
    }
    #expect(await map("OS1", .nobody, revision: 1) == "revision_differs")
    #expect(await map("OS1", .listed("No Body")) == "speaker_not_listed")
    #expect(await map("OS1", .person(Identifier(999))) == "person_not_found")
    #expect(await map("EXA0001", .nobody) == "labels_of_transcripts")
    #expect(try await labels(world).map(\.isSettled) == [false])
  }

  @Test func `a turn split off is said by whoever bears the label, and in doubt where nobody does`()
    async throws
  {
    let world = try await World.make()
    // “Ms Witness” is a form of a listed name, and nobody called “Okoro” is known.
    let run = "Chair: Was it? Ms Witness: It was. Ann Witnes: So it was. Okoro: Was it?"
    let words = "We found that help came late. It was case"
    try await world.receive(
      Sample.transcript()
        .replacing("Ann Witness: \(words) 1.", with: "Ann Witness: Late. \(run)")
        .replacing("Ann Witness: \(words) 2.", with: "Ms Witness: Late.")
        .replacing("Ann Witness: \(words) 3.", with: "Ann Witnes: Late."))
    try await world.perform(MapLabel("Ann Witnes", of: "OS1", to: .listed("Ann Witness")))

    let stranger = try await world.perform(SplitPassage("Q1+1", at: "Okoro"))
    #expect(stranger.isInDoubt && stranger.speaker == nil)
    let slip = try await world.perform(SplitPassage("Q1+1", at: "Ann Witnes"))
    #expect(slip.speaker == "Ann Witness" && !slip.isInDoubt)
    let witness = try await world.perform(SplitPassage("Q1+1", at: "Ms Witness"))
    #expect(witness.speaker == "Ann Witness" && !witness.isInDoubt)
    let chair = try await world.perform(SplitPassage("Q1+1", at: "Chair"))
    #expect(chair.locator == "Q1+2")
    #expect(chair.speaker == "Clare Member" && !chair.isInDoubt)

    #expect(try await labels(world).filter { !$0.isSettled }.map(\.label) == ["Okoro"])
    // What is said of a label anew reaches the turn that was split off as well.
    let nobody = try await world.perform(MapLabel("Ann Witnes", of: "OS1", to: .nobody))
    #expect(nobody.count == 2)
    let again = try await world.perform(MapLabel("Okoro", of: "OS1", to: .listed("Dev Member")))
    #expect(again.count == 1)
  }
}
