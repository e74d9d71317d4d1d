import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// Who is renamed is guarded under the old name as under the new one.
@Suite(.database) struct FormerNameTests {
  private static let charity = """
    Written evidence submitted by A charity

    1. We asked Aisha Rahman about it.
    """

  /// Aisha Rahman, whose paper is decided on, and a charity that names her.
  private func world(
    _ outcome: WrittenSubmission.Outcome = .publishedAnonymous
  ) async throws -> World {
    let world = try await World.make()
    try await world.submit(
      "Written evidence submitted by Aisha Rahman\n\n1. Help came late to me.\n",
      .init(kind: .individual))
    let isNamed = outcome != .publishedAnonymous
    try await world.consent(to: ["EXA0001"], isNamed ? Set(ConsentUse.allCases) : [.publish])
    try await world.decide(outcome, "EXA0001", printedName: isNamed ? nil : "Name withheld")
    try await world.submit(
      FormerNameTests.charity, .init(kind: .organisation), fileName: "b.txt")
    try await world.consent(to: ["EXA0002"])
    try await world.decide(.publishedNamed, "EXA0002")
    return world
  }

  private func person(_ name: String, _ world: World) async throws -> Person {
    let people = try await world.read { try Person.all(as: $0, on: $1) }
    return try #require(people.first { $0.name == name })
  }

  @discardableResult
  private func rename(
    _ name: String, to new: String, isMistake: Bool = false, _ world: World
  ) async throws -> Person {
    let person = try await person(name, world)
    return try await world.perform(
      RenamePerson(person.id, to: new, isMistake: isMistake, revision: person.revision)
    ).person
  }

  private func guarded(_ id: Identifier<Person>, _ world: World) async throws -> [FormerName] {
    try await world.read { try FormerName.guarded(of: id, as: $0, on: $1) }
  }

  private func code(_ body: () async throws -> Void) async -> String? {
    do {
      try await body()
      return nil
    } catch {
      return (error as? Refusal)?.code ?? "\(error)"
    }
  }

  private func publishingCharity(_ world: World) async -> String? {
    await code { try await world.perform(PublishSources(["EXA0002"], World.decided)) }
  }

  @Test func `a former name is guarded in the evidence of others until it was a mistake`()
    async throws
  {
    let world = try await world()
    let renamed = try await rename("Aisha Rahman", to: "Amina Karim", world)
    #expect(await publishingCharity(world) == "personal_data_open")
    let former = try #require(try await guarded(renamed.id, world).first)
    #expect(former.name == "Aisha Rahman")
    try await world.perform(
      SetAsideFormerName(former.id, of: renamed.id, revision: renamed.revision))
    #expect(try await guarded(renamed.id, world) == [])
    #expect(await publishingCharity(world) == nil)
    let again = await code {
      try await world.perform(
        SetAsideFormerName(former.id, of: renamed.id, revision: renamed.revision + 1))
    }
    #expect(again == "former_name_not_found")
  }

  @Test func `a report says no former name of who is not to be named`() async throws {
    let world = try await world()
    try await world.perform(PublishSources(["EXA0001"], World.decided))
    let renamed = try await rename("Aisha Rahman", to: "Amina Karim", world)
    let drafts: [(base: Int?, name: String)] = [(nil, "Aisha Rahman"), (1, "Amina Karim")]
    for (base, name) in drafts {
      try await world.push(
        Sample.draft(citing: "EXA0001, para 1", base: base).replacing(
          "# Summary\n", with: "# Summary\n\n\(name) wrote to us in November.\n"))
      #expect(await code { _ = try await world.publishReport() } == "anonymous_named", "\(name)")
    }
    let former = try #require(try await guarded(renamed.id, world).first)
    try await world.perform(
      SetAsideFormerName(former.id, of: renamed.id, revision: renamed.revision))
    try await world.push(
      Sample.draft(citing: "EXA0001, para 1", base: 2).replacing(
        "# Summary\n", with: "# Summary\n\nAisha Rahman wrote to us in November.\n"))
    #expect(await code { _ = try await world.publishReport() } == nil)
  }

  @Test func `an old name that was a typing error is not looked for`() async throws {
    let world = try await world()
    let renamed = try await rename("Aisha Rahman", to: "Amina Karim", isMistake: true, world)
    #expect(try await guarded(renamed.id, world) == [])
    #expect(await publishingCharity(world) == nil)
  }

  @Test(arguments: [
    ("A care leaver", [String]()), ("aisha r.", []), ("E\u{301}lodie", ["E\u{301}lodie"]),
    ("李明", ["李明"]),
  ])
  func `what does not look like a name is no former name`(
    old: String, kept: [String]
  ) async throws {
    let world = try await world()
    try await rename("Aisha Rahman", to: old, isMistake: true, world)
    let renamed = try await rename(old, to: "Aisha Rahman", world)
    #expect(try await guarded(renamed.id, world).map(\.name) == kept)
  }

  @Test func `a report says what somebody was entered as that is no name`() async throws {
    let world = try await world()
    try await rename("Aisha Rahman", to: "A care leaver", isMistake: true, world)
    try await rename("A care leaver", to: "Aisha Rahman", world)
    try await world.perform(PublishSources(["EXA0001"], World.decided))
    try await world.push(
      Sample.draft(citing: "EXA0001, para 1").replacing(
        "# Summary\n", with: "# Summary\n\nWe heard a care leaver in November.\n"))
    #expect(await code { _ = try await world.publishReport() } == nil)
  }

  @Test func `a name that comes back and goes again is a former name whatever it was before`()
    async throws
  {
    let world = try await world()
    try await rename("Aisha Rahman", to: "Amina Karim", isMistake: true, world)
    try await rename("Amina Karim", to: "Aisha Rahman", world)
    let renamed = try await rename("Aisha Rahman", to: "Amina Karim", world)
    #expect(
      Set(try await guarded(renamed.id, world).map(\.name)) == ["Aisha Rahman", "Amina Karim"])
    #expect(await publishingCharity(world) == "personal_data_open")
  }

  @Test func `who may be named is not guarded under a former name`() async throws {
    let world = try await world(.publishedNamed)
    try await rename("Aisha Rahman", to: "Amina Karim", world)
    #expect(await publishingCharity(world) == nil)
  }

  @Test func `whom somebody is joined with has their former names`() async throws {
    let world = try await world()
    let renamed = try await rename("Aisha Rahman", to: "Amina Karim", world)
    try await world.submit(
      "Written evidence submitted by Zoe Quince\n\n1. I was asked as well.\n",
      .init(kind: .individual), fileName: "c.txt")
    let other = try await person("Zoe Quince", world)
    let merged = try await world.perform(
      MergePeople(
        renamed.id, into: other.id, revision: renamed.revision, survivorRevision: other.revision))
    #expect(await publishingCharity(world) == "personal_data_open")
    let former = try #require(try await guarded(other.id, world).first)
    #expect(former.name == "Aisha Rahman")
    try await world.perform(UnmergePeople(merged.merge.id, revision: merged.merge.revision))
    #expect(try await guarded(other.id, world) == [])
    #expect(try await guarded(renamed.id, world) == [former])
  }

  @Test func `a former name of who is protected stands in the register and stops what is public`()
    async throws
  {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    let renamed = try await rename("Ann Witness", to: "Witness A", world)
    let protected = try await world.perform(
      ProtectPerson(
        renamed.id, revision: renamed.revision, realName: "Anna Wytness", terms: [])
    ).person
    let seen = try await world.staff.run { connection in
      try connection.one("SELECT count(*) FROM record.former_name") { try $0.next() as Int }
    }
    #expect(seen == 0)
    #expect(try await guarded(renamed.id, world) == [])
    let said = CorrectPassage("Q2+1", version: 1, text: "Ann Witness said it.")
    let refusal = await #expect(throws: Refusal.self) { try await world.perform(said) }
    #expect(refusal?.code == "protected_term_found")
    #expect(refusal?.message.contains("OS1, Q2+1 (passage version: text)") == true)
    let former = try await world.perform(ReadIdentity(renamed.id)).formerNames
    #expect(former.map(\.name) == ["Ann Witness"])
    // A pseudonym may be said.
    let pseudonym = try await rename("Witness A", to: "Witness B", world)
    #expect(try await world.perform(ReadIdentity(renamed.id)).formerNames == former)
    #expect(pseudonym.revision == protected.revision + 1)
    for name in former {
      try await world.perform(
        SetAsideFormerName(name.id, of: renamed.id, revision: pseudonym.revision))
    }
    try await world.perform(said)
  }

  private func submit(_ name: String, as fileName: String, _ world: World) async throws {
    try await world.submit(
      "Written evidence submitted by \(name)\n\n1. I was asked as well.\n",
      .init(kind: .individual), fileName: fileName)
  }

  private func join(_ name: String, into other: String, _ world: World) async throws {
    let gone = try await person(name, world)
    let survivor = try await person(other, world)
    try await world.perform(
      MergePeople(
        gone.id, into: survivor.id, revision: gone.revision, survivorRevision: survivor.revision))
  }

  @Test func `former names of all who were joined with the protected stand in the register alone`()
    async throws
  {
    let world = try await world(.publishedNamed)
    try await rename("Aisha Rahman", to: "Witness A", world)
    try await submit("Zoe Quince", as: "c.txt", world)
    try await submit("Mo Tarn", as: "d.txt", world)
    try await join("Witness A", into: "Zoe Quince", world)
    try await join("Zoe Quince", into: "Mo Tarn", world)
    let witness = try await person("Mo Tarn", world)
    #expect(try await guarded(witness.id, world).map(\.name) == ["Aisha Rahman"])
    try await world.perform(
      ProtectPerson(witness.id, revision: witness.revision, realName: "Moira Tarne", terms: []))
    #expect(try await guarded(witness.id, world) == [])
    let seen = try await world.staff.run { connection in
      try connection.one("SELECT count(*) FROM record.former_name") { try $0.next() as Int }
    }
    #expect(seen == 0)
    let known = try await world.perform(ReadIdentity(witness.id)).formerNames
    #expect(known.map(\.name) == ["Aisha Rahman"])
  }

  @Test func `the name of an entry that was joined with the protected is told and said nowhere`()
    async throws
  {
    let world = try await world(.publishedNamed)
    try await submit("Zoe Quince", as: "c.txt", world)
    try await join("Zoe Quince", into: "Aisha Rahman", world)
    let witness = try await rename("Aisha Rahman", to: "Witness A", world)
    func merges() async throws -> [String] {
      try await world.read { try PersonMerge.all(as: $0, on: $1) }
        .flatMap { [$0.name, $0.intoName] }
    }
    #expect(try await merges() == ["Zoe Quince", "Witness A"])
    try await world.perform(
      ProtectPerson(witness.id, revision: witness.revision, realName: "Moira Tarne", terms: []))
    #expect(try await merges() == ["Witness A", "Witness A"])
    let said = ["Zoe Quince said so.", "Ask Ms Quince.", "A quince.", "Witness A said so."]
    let found = try await world.read { try ProtectedTerms.standing(in: said, as: $0, on: $1) }
    #expect(found == [0, 1])
  }

  @Test func `nobody is joined with the protected afterwards, and keeps their former names`()
    async throws
  {
    let world = try await world(.publishedNamed)
    let renamed = try await rename("Aisha Rahman", to: "Witness A", world)
    try await submit("Mo Tarn", as: "c.txt", world)
    let witness = try await person("Mo Tarn", world)
    try await world.perform(
      ProtectPerson(witness.id, revision: witness.revision, realName: "Moira Tarne", terms: []))
    let refused = await code { try await join("Witness A", into: "Mo Tarn", world) }
    #expect(refused == "persona_protected")
    #expect(try await guarded(renamed.id, world).map(\.name) == ["Aisha Rahman"])
    #expect(try await guarded(witness.id, world) == [])
  }
}
