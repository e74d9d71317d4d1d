import Conduct
import Crypto
import Inquiries
import Records
import TestSupport
import Testing

@Suite(.database) struct OfficeTests {
  @Test func `a role is needed, and one in another inquiry does not count`() async throws {
    let world = try await World.make()
    try await world.open("other")
    let author = try await world.user("Ada Author", .author).actor
    let stranger = try await world.user("Sam Stranger", .clerk, in: "other").actor
    let forbidden = await #expect(throws: Refusal.self) {
      try await world.perform(AcceptSources(["OS1"], World.decided), by: author)
    }
    #expect(forbidden?.kind == .forbidden)
    let unseen = await #expect(throws: Refusal.self) {
      try await world.perform(AcceptSources(["OS1"], World.decided), by: stranger)
    }
    #expect(unseen?.kind == .notFound)
    let list = try await world.office.inquiries(for: stranger)
    #expect(list.map(\.slug) == ["other"])
  }

  @Test func `a token that is unknown or revoked counts for nothing`() async throws {
    let world = try await World.make()
    let (_, token) = try await world.user("Ada Author", .author)
    _ = try await world.office.perform(RevokeTokens(name: "Ada Author"), by: .machineOperator)
    for shown in [token, "inq_0", ""] {
      let refusal = await #expect(throws: Refusal.self) {
        try await world.office.actor(showing: shown)
      }
      #expect(refusal?.code == "token_unknown")
    }
  }

  @Test func `every act has its entry with who, what and when, and a refused one none`()
    async throws
  {
    let world = try await World.make()
    let clerk = try await world.user("Cleo Clerk", .clerk).actor
    try await world.receive(Sample.transcript())
    try await world.perform(AcceptSources(["OS1"], World.decided), by: clerk)
    _ = try? await world.perform(AcceptSources(["OS1"], World.decided), by: clerk)
    let lines = try await world.read { try AuditLine.newest(10, as: $0, on: $1) }
    #expect(lines.map(\.act) == ["accept", "receive", "launch inquiry"])
    #expect(lines.first?.by == "Cleo Clerk")
    #expect(lines.first?.subject == "OS1")
  }

  @Test func `reading an identity is on record, and nobody reads the register otherwise`()
    async throws
  {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    let people = try await world.read { try Person.all(as: $0, on: $1) }
    let person = try #require(people.first { $0.name == "Ann Witness" })
    try await world.perform(
      ProtectPerson(person.id, revision: 1, realName: "Real Name", terms: []))
    let rows = try await world.staff.run { connection in
      try connection.one("SELECT count(*) FROM record.identity") { try $0.next() as Int }
    }
    #expect(rows == 0)
    let identity = try await world.perform(ReadIdentity(person.id))
    #expect(identity.name == "Real Name")
    let lines = try await world.read { try AuditLine.newest(1, as: $0, on: $1) }
    #expect(lines.first?.act == "read identity")
  }

  @Test func `a request sent twice acts once, and another with its key is refused`() async throws {
    let world = try await World.make()
    let clerk = try await world.user("Cleo Clerk", .clerk).actor
    try await world.receive(Sample.transcript())
    func accept(_ body: String) async throws -> [UInt8] {
      let once = OnceOnly(key: "k1", request: SHA256.hash(data: Array(body.utf8)))
      let answer = try await world.office.performOnce(
        AcceptSources(["OS1"], World.decided), in: World.slug, by: clerk, as: once,
        answer: { (200, Array("\($0.count)".utf8)) })
      return answer.body
    }
    let answers = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<5 { group.addTask { try await accept("same") } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(answers) == [Array("1".utf8)])
    let refusal = await #expect(throws: Refusal.self) { _ = try await accept("other") }
    #expect(refusal?.code == "idempotency_key_reused")
    let lines = try await world.read { try AuditLine.newest(10, as: $0, on: $1) }
    #expect(lines.count { $0.act == "accept" } == 1)
  }
}
