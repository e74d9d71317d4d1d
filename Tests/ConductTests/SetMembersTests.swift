import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// Who of the body was present is mended, of a sitting planned and of one published.
@Suite(.database) struct SetMembersTests {
  private func sitting(_ world: World) async throws -> Sitting {
    let found = try await world.read { try Sitting.find(.session(1), as: $0, on: $1) }
    return try #require(found).sitting
  }

  private func published(_ world: World) async throws -> [Member] {
    try await world.read { viewpoint, connection in
      try PublishedSession.find(number: 1, of: viewpoint.inquiryID, on: connection)?.members ?? []
    }
  }

  @Test func `the members of a published session change, and its page with them`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    let before = try await sitting(world)
    #expect(try await published(world).map(\.name) == ["Clare Member", "Dev Member"])
    let now = try await world.perform(
      SetMembers(
        .session(1), [.init("Eva Member", isChair: true), .init("Clare Member")],
        revision: before.revision))
    #expect(now.members.map(\.name) == ["Eva Member", "Clare Member"])
    #expect(now.members.map(\.isChair) == [true, false])
    #expect(now.members.last?.person == before.members.first?.person)
    #expect(now.revision == before.revision + 1)
    #expect(
      try await published(world) == [
        Member(name: "Eva Member", isChair: true), Member(name: "Clare Member", isChair: false),
      ])
    let audit = try await world.read { try AuditLine.newest(1, as: $0, on: $1) }
    #expect(audit.map(\.act) == [SetMembers.title])
    #expect(audit.map(\.subject) == [now.handle])
    let stale = await #expect(throws: Refusal.self) {
      try await world.perform(
        SetMembers(.session(1), [.init("Clare Member")], revision: before.revision))
    }
    #expect(stale?.code == "revision_differs")
    #expect(try await sitting(world) == now)
  }

  @Test func `nobody is listed twice, two have no Chair, and a namesake is not guessed`()
    async throws
  {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    let before = try await sitting(world)
    let clare = try #require(before.members.first?.person)
    func code(_ members: [SetMembers.Listed]) async -> String? {
      await #expect(throws: Refusal.self) {
        try await world.perform(
          SetMembers(.session(1), members, revision: before.revision))
      }?.code
    }
    #expect(
      await code([.init("Clare Member"), .init("Clare", choice: .person(clare))])
        == "member_listed")
    #expect(
      await code([.init("Clare Member", isChair: true), .init("Dev Member", isChair: true)])
        == "chair_twice")
    #expect(await code([.init("Two\nLines")]) == "name_form")
    // A witness bears the name; whether the member is the same nobody has said.
    #expect(await code([.init("Ann Witness")]) == "person_undecided")
    #expect(try await sitting(world) == before)
    let now = try await world.perform(
      SetMembers(
        .session(1), [.init("Ann Witness", choice: .new)], revision: before.revision))
    #expect(now.members.map(\.name) == ["Ann Witness"])
    #expect(now.members.first?.person != now.panels.first?.first?.person)
  }

  @Test func `members mended since an import are not lost by undoing it`() async throws {
    let world = try await World.make()
    try await world.plan(Sample.agenda)
    func sitting() async throws -> Sitting {
      let found = try await world.read { try Sitting.find(.plan(1), as: $0, on: $1) }
      return try #require(found).sitting
    }
    func list(_ members: SetMembers.Listed...) async throws {
      let revision = try await sitting().revision
      try await world.perform(SetMembers(.plan(1), members, revision: revision))
    }
    let clare = SetMembers.Listed("Clare Member", isChair: true)
    let dev = SetMembers.Listed("Dev Member")
    let eva = SetMembers.Listed("Eva Member")
    var said = RecordRead.Said(kind: .transcript)
    said.plan = 1
    // What was mended before the import is in its picture, and comes back.
    try await list(clare, dev, eva)
    let before = try await sitting().members
    try await world.receive(Sample.heard, as: said)
    try await world.perform(UndoImport("OS1"))
    #expect(try await sitting().members == before)

    try await world.receive(Sample.heard, as: said)
    try await list(clare, dev, SetMembers.Listed("Gil Member"))
    #expect(try await world.receive(Sample.heard, as: said).wasReceivedBefore)
    let refused = await #expect(throws: Refusal.self) {
      try await world.perform(UndoImport("OS1"))
    }
    #expect(refused?.code == "import_members_mended")
    #expect(refused?.message.contains("Clare Member (Chair), Dev Member, Eva Member") == true)
    #expect(try await sitting().members.map(\.name).contains("Gil Member"))
    try await list(eva, clare, dev)
    try await world.perform(UndoImport("OS1"))
    #expect(try await sitting().members == before)
  }
}
