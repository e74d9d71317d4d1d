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

  private func remarks(in source: String, _ world: World) async throws -> [PersonalDataRemark] {
    try await world.read { try PersonalDataCheck.remarks(onSource: source, as: $0, on: $1) }
  }

  private func expectOpen(
    _ references: [String], at place: String, _ world: World
  ) async throws {
    let error = await #expect(throws: Refusal.self) {
      try await world.perform(PublishSources(SourceList(references), World.decided))
    }
    #expect(try #require(error).code == "personal_data_open")
    #expect(try #require(error).message.contains(place))
    #expect(try #require(error).message.contains("Nightshade") == false)
  }

  /// Somebody whose submission is decided on without her name.
  private func unnamed(_ world: World) async throws {
    try await world.submit(
      """
      Written evidence submitted by Dr Ophelia Nightshade

      1. Help came late to me.
      """, .init(kind: .individual))
    try await world.consent(to: ["EXA0001"], [.publish])
    try await world.decide(
      .publishedAnonymous, "EXA0001", printedName: "Name withheld")
  }

  @Test func `a name that is withheld is found in the papers of others`() async throws {
    let world = try await World.make()
    try await unnamed(world)
    try await world.submit(
      """
      Written evidence submitted by A charity

      1. We helped OPHELIA NIGHTSHADE.

      2. So Ms Nightshade told us, beside the nightshades of Brook House.

      3. Ophelia is a play's, and Nightshade a plant.
      """, fileName: "b.txt")
    try await world.consent(to: ["EXA0002"])
    try await world.decide(.publishedNamed, "EXA0002")
    let found = try await remarks(in: "EXA0002", world)
    #expect(found.map(\.kind) == [.withheldName, .withheldName])
    #expect(found.map(\.words) == ["OPHELIA NIGHTSHADE", "Ms Nightshade"])
    #expect(found.map(\.locator) == ["EXA0002, para 1", "EXA0002, para 2"])
    try await expectOpen(["EXA0002"], at: "submission check EXA0002", world)
    try await world.redact("EXA0002, para 1", "OPHELIA NIGHTSHADE")
    try await world.redact("EXA0002, para 2", "Ms Nightshade")
    try await world.decide(.publishedRedacted, "EXA0002")
    try await world.perform(PublishSources(["EXA0002"], World.decided))
  }

  @Test func `a name that is withheld is told as it stands in the words, each form once`()
    async throws
  {
    let world = try await World.make()
    try await world.submit(
      "Written evidence submitted by Vera Vale-Hope\n\n1. Help came late to me.\n",
      .init(kind: .individual))
    try await world.consent(to: ["EXA0001"], [.publish])
    try await world.decide(.publishedAnonymous, "EXA0001", printedName: "Name withheld")
    try await world.submit(
      """
      Written evidence submitted by A charity

      1. It was Mrs V.-Hope who came, in the hope of help.

      2. Ms Vale‑Hope, or Vera Vale-Hope, came with dr. vera vale-hope; Vera Vale-Hope spoke.
      """, fileName: "b.txt")
    try await world.consent(to: ["EXA0002"])
    let found = try await remarks(in: "EXA0002", world)
    let first = found.filter { $0.locator == "EXA0002, para 1" }
    #expect(Set(first.map(\.words)) == ["Mrs V.-Hope"])
    let second = Set(found.filter { $0.locator == "EXA0002, para 2" }.map(\.words))
    #expect(second == ["Ms Vale‑Hope", "Vera Vale-Hope", "dr. vera vale-hope"])
  }

  @Test func `a name in a script without capitals is withheld as well`() async throws {
    let world = try await World.make()
    try await world.submit(
      "Written evidence\n\n1. I am 小明, and help came late to me.\n",
      .init(submitters: ["王 小明"], kind: .individual))
    try await world.consent(to: ["EXA0001"], [.publish])
    try await world.decide(.publishedAnonymous, "EXA0001", printedName: "Name withheld")
    #expect(try await remarks(world).map(\.words) == ["小明"])
    try await world.submit(
      "Written evidence submitted by A charity\n\n1. We helped 王 小明, as we help many.\n",
      fileName: "b.txt")
    try await world.consent(to: ["EXA0002"])
    #expect(try await remarks(in: "EXA0002", world).map(\.words) == ["王 小明"])
  }

  @Test func `who agreed to publication alone is named by no others either`() async throws {
    let world = try await World.make()
    for (name, file) in [("Zebedina Quill", "a.txt"), ("Ada Brook", "b.txt")] {
      try await world.submit(
        "Written evidence submitted by \(name)\n\n1. I live by Ada Brook and Zebedina Quill.\n",
        .init(kind: .individual), fileName: file)
    }
    try await world.consent(to: ["EXA0001"], [.publish])
    try await world.consent(to: ["EXA0002"])
    #expect(try await remarks(in: "EXA0001", world) == [])
    #expect(try await remarks(in: "EXA0002", world).map(\.words) == ["Zebedina Quill"])
  }

  @Test func `what is said at a session is looked through before it is published`() async throws {
    let world = try await World.make()
    try await unnamed(world)
    try await world.receive(
      Sample.transcript(words: "Ring 01632 960123, as Ophelia Nightshade did."))
    try await world.perform(AcceptSources(["OS1"], World.decided))
    let found = try await remarks(in: "OS1", world)
    #expect(found.map(\.locator) == ["Q1+1", "Q1+1", "Q2+1", "Q2+1", "Q3+1", "Q3+1"])
    #expect(found.prefix(2).map(\.kind) == [.telephone, .withheldName])
    let counts = try await world.read { try PersonalDataCheck.counts(as: $0, on: $1) }
    #expect(
      counts == [
        PersonalDataCount(reference: "OS1", count: 6, kinds: [.telephone, .withheldName])
      ])
    try await expectOpen(["OS1"], at: "evidence check OS1", world)
    for number in 1...3 {
      try await world.perform(
        CorrectPassage("Q\(number)+1", version: 1, text: "It was case \(number)."))
    }
    try await world.perform(PublishSources(["OS1"], World.decided))
  }

  @Test func `a name that others made public is told before its bearer's paper is published`()
    async throws
  {
    let world = try await World.make()
    try await world.publish(
      Sample.transcript(words: "I spoke with Ophelia Nightshade, and with Zebedina Quill."))
    try await unnamed(world)
    try await expectOpen(["EXA0001"], at: "evidence check OS1", world)
    for number in 1...3 {
      try await world.perform(
        CorrectPassage(
          "Q\(number)+1", version: 1, text: "I spoke with somebody.",
          CorrectionTerms(removal: "It named a person.")))
    }
    try await world.perform(PublishSources(["EXA0001"], World.decided))
  }

  @Test func `who is heard under the name may say it`() async throws {
    let world = try await World.make()
    try await unnamed(world)
    try await world.publish(
      Sample.transcript(
        witness: "Dr Ophelia Nightshade", words: "I am Ophelia Nightshade, as you know."))
    #expect(try await remarks(in: "OS1", world) == [])
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
