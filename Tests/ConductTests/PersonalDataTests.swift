import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// Nobody's telephone number is published by oversight.
@Suite(.database) struct PersonalDataGateTests {
  private static let text = """
    Written evidence submitted by A charity

    1. Help comes late.

    2. Ring Mary on 01632 960123 or write to mary@example.org about it.
    """

  private func accepted(_ world: World) async throws {
    try await world.submit(Self.text)
    try await world.consent(to: ["EXA0001"])
  }

  private func remarks(_ world: World) async throws -> [PersonalDataRemark] {
    try await world.read { try PersonalDataCheck.remarks(on: "EXA0001", as: $0, on: $1) }
  }

  @Test func `open flags stop it until each is redacted`() async throws {
    let world = try await World.make()
    try await accepted(world)
    try await world.decide(.publishedNamed, "EXA0001")
    #expect(try await remarks(world).map(\.kind) == [.telephone, .email])
    #expect(try await remarks(world).first?.locator == "EXA0001, para 2")
    let error = await #expect(throws: Refusal.self) {
      try await world.perform(PublishSources(["EXA0001"], World.decided))
    }
    #expect(try #require(error).code == "personal_data_open")
    #expect(try #require(error).message.contains("01632") == false)
    try await world.redact("EXA0001, para 2", "01632 960123")
    #expect(try await remarks(world).map(\.kind) == [.email])
    let counts = try await world.read { try PersonalDataCheck.counts(as: $0, on: $1) }
    #expect(counts == [PersonalDataCount(reference: "EXA0001", count: 1, kinds: [.email])])
    try await world.redact("EXA0001, para 2", "mary@example.org")
    try await world.decide(.publishedRedacted, "EXA0001")
    try await world.perform(PublishSources(["EXA0001"], World.decided))
    #expect(try await world.read { try PersonalDataCheck.counts(as: $0, on: $1) } == [])
  }

  @Test func `one who has seen them publishes, and the audit says so`() async throws {
    let world = try await World.make()
    try await accepted(world)
    try await world.decide(.publishedNamed, "EXA0001")
    try await world.perform(
      PublishSources(["EXA0001"], World.decided, isPersonalDataSeen: true))
    let detail = try await world.staff.run { connection in
      try connection.first(
        "SELECT detail::text FROM record.audit_entry WHERE act = 'publish' ORDER BY id DESC"
      ) { try $0.next() as String }
    }
    #expect(detail?.contains("EXA0001 2") == true)
  }

  @Test func `parts of the name of who is not named are looked at first`() async throws {
    let world = try await World.make()
    try await world.submit(
      """
      Written evidence submitted by Dr Ophelia Nightshade

      1. I am Ophelia.

      2. As O. Nightshade and NIGHTSHADE I say: nightshades are no trouble.
      """, .init(kind: .individual))
    try await world.consent(to: ["EXA0001"], [.publish])
    #expect(try await remarks(world) == [])
    try await world.decide(
      .publishedAnonymous, "EXA0001", printedName: "Name withheld")
    #expect(try await remarks(world).map(\.words) == ["Ophelia", "NIGHTSHADE", "Nightshade"])
    #expect(try await remarks(world).map(\.kind) == [.ownName, .ownName, .ownName])
    let error = await #expect(throws: Refusal.self) {
      try await world.perform(PublishSources(["EXA0001"], World.decided))
    }
    #expect(error?.code == "personal_data_open")
    try await world.perform(
      PublishSources(["EXA0001"], World.decided, isPersonalDataSeen: true))
  }

  @Test func `an author is told where and not what`() async throws {
    let world = try await World.make()
    try await accepted(world)
    let (author, _) = try await world.user("Ann Author", .author)
    let remarks = try await world.office.read(in: World.slug, by: author) {
      try PersonalDataCheck.remarks(on: "EXA0001", as: $0, on: $1)
    }
    #expect(remarks.map(\.words) == [nil, nil])
  }
}
