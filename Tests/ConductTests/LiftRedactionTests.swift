import Conduct
import Inquiries
import Postgres
import Records
import TestSupport
import Testing

/// Words that were left out and are shown again.
@Suite(.database) struct LiftRedactionTests {
  private func code(_ body: () async throws -> Void) async -> String? {
    await #expect(throws: Refusal.self) { try await body() }?.code
  }

  /// The words that the public reads.
  private func published(_ world: World) async throws -> String {
    try await world.database.asSuperuser { connection in
      try connection.query("SELECT text FROM published.passage_version") {
        try $0.next() as String
      }.joined(separator: "\n")
    }
  }

  private func submission(_ world: World) async throws -> WrittenSubmission {
    try #require(
      try await world.read { try WrittenSubmission.find("EXA0001", as: $0, on: $1) })
  }

  @discardableResult
  private func lift(
    _ world: World, _ places: String..., except: [String] = [], words: String? = nil,
    seen: Bool = false
  ) async throws -> RedactionLifted {
    try await world.perform(
      LiftRedaction(
        RedactionList(places, except: except), words: words, isPersonalDataSeen: seen,
        World.decided(because: "Agreed to since.")))
  }

  /// EXA0001, whose second paragraph ends in other words; those redacted.
  private func redacted(
    _ words: String = "with Zebedina", from submitter: String = "A charity",
    _ said: SubmissionRead.Said = .init()
  ) async throws -> World {
    let world = try await World.make()
    try await world.submit(
      Sample.submission(from: submitter).replacing("in place 2", with: words), said)
    try await world.consent(to: ["EXA0001"])
    try await world.redact("EXA0001, para 2", words)
    return world
  }

  private func publish(
    _ world: World, _ outcome: WrittenSubmission.Outcome = .publishedRedacted,
    printedName: String? = nil
  ) async throws {
    try await world.decide(outcome, "EXA0001", printedName: printedName)
    try await world.perform(PublishSources(["EXA0001"], World.decided))
  }

  @Test func `what is published shows the words again, in every version, and can lose them anew`()
    async throws
  {
    let world = try await redacted()
    try await publish(world)
    try await world.perform(
      CorrectPassage("EXA0001, para 2", version: 1, text: "We were late with Zebedina."))
    #expect(try await !published(world).contains("Zebedina"))
    let done = try await lift(world, "EXA0001, para 2")
    #expect(done.places == ["EXA0001, para 2"])
    #expect(done.publicAgain == done.places)
    #expect(done.omissions == [])
    let shown = try await published(world)
    #expect(shown.contains("We were late with Zebedina."))
    #expect(shown.contains("what we saw with Zebedina."))
    #expect(!shown.contains(Omission.mark))
    #expect(try await submission(world).outcome == .publishedNamed)
    #expect(try await !submission(world).isRedacted)
    let detail = try await world.read {
      try WrittenSubmission.detail("EXA0001", as: $0, on: $1)
    }
    #expect(detail?.decisions.last?.act == "unredact")
    #expect(await code { try await lift(world, "EXA0001") } == "redaction_not_found")
    try await world.redact("EXA0001, para 2", "with Zebedina")
    #expect(try await !published(world).contains("Zebedina"))
  }

  @Test func `the door of the database opens to a decision as it is recorded, and not later`()
    async throws
  {
    let world = try await redacted()
    try await world.redact("EXA0001, para 3", "in place 3")
    try await lift(world, "EXA0001, para 2")
    await #expect(throws: DatabaseError.self) {
      try await world.staff.run { connection in
        try connection.execute(
          """
          SELECT record.lift_redactions(passage_version_id, ARRAY[span_from],
            (SELECT id FROM record.decision WHERE act = 'unredact'))
          FROM record.redaction
          """)
      }
    }
    #expect(try await submission(world).isRedacted)
  }

  @Test func `what is not public stays so, and is decided on anew`() async throws {
    let world = try await redacted()
    try await world.decide(.publishedRedacted, "EXA0001")
    #expect(try await lift(world, "EXA0001").publicAgain == [])
    #expect(try await published(world) == "")
    #expect(
      await code { try await world.perform(PublishSources(["EXA0001"], World.decided)) }
        == "redaction_missing")
    try await publish(world, .publishedNamed)
    #expect(try await published(world).contains("with Zebedina"))
  }

  @Test func `one omission is lifted by its words, and others stay`() async throws {
    let world = try await redacted()
    try await world.redact("EXA0001, para 2", "Help comes late.")
    try await publish(world)
    #expect(
      await code { try await lift(world, "EXA0001, para 2", words: "Zebedina") }
        == "redaction_not_found")
    let done = try await lift(world, "EXA0001, para 2", words: "with  Zebedina")
    #expect(done.omissions.map(\.locator) == ["EXA0001, para 2"])
    #expect(try await published(world).contains("[***] This is what we saw with Zebedina."))
    #expect(try await submission(world).outcome == .publishedRedacted)
  }

  @Test func `all places or none, under a reason`() async throws {
    let world = try await redacted()
    let none = await #expect(throws: Refusal.self) {
      try await lift(world, "EXA0001, para 2", "EXA0001, para 3")
    }
    #expect(none?.code == "redaction_not_found")
    #expect(none?.message.hasSuffix("Without it: --except \"EXA0001, para 3\"") == true)
    #expect(try await submission(world).isRedacted)
    #expect(
      await code {
        try await world.perform(
          LiftRedaction(RedactionList(["EXA0001, para 2"]), World.decided))
      } == "reason_missing")
    try await lift(
      world, "EXA0001, para 2", "EXA0001, para 3", except: ["EXA0001, para 3"])
    #expect(try await !submission(world).isRedacted)
  }

  @Test func `a name that is not to be named does not come back`() async throws {
    let world = try await redacted(
      "with Zebedina Quill", from: "Zebedina Quill", .init(kind: .individual))
    try await publish(world, .publishedAnonymous, printedName: "Name withheld")
    #expect(await code { try await lift(world, "EXA0001, para 2") } == "anonymous_named")
    #expect(try await submission(world).isRedacted)
    #expect(try await !published(world).contains("Quill"))
  }

  @Test func `consent, personal data and a lapse stop it`() async throws {
    let world = try await redacted("on 01632 960123")
    try await publish(world)
    #expect(await code { try await lift(world, "EXA0001, para 2") } == "personal_data_open")
    try await world.perform(
      RecordConsent(
        ["EXA0001"],
        .init(.withdrawn, givenBy: "e-mail", on: World.today, uses: [], wording: nil, reviewOn: nil)
      ))
    let refused = await #expect(throws: Refusal.self) {
      try await lift(world, "EXA0001, para 2", seen: true)
    }
    #expect(refused?.code == "consent_missing")
    #expect(refused?.field == "locators")
    #expect(
      refused?.message.hasPrefix("With these words EXA0001 could not be public: consent") == true)
    try await world.consent(to: ["EXA0001"])
    try await lift(world, "EXA0001, para 2", seen: true)
    #expect(try await published(world).contains("01632 960123"))
    try await world.redact("EXA0001, para 2", "01632 960123")
    try await world.perform(LapseInquiry(World.decided))
    #expect(
      await code { try await lift(world, "EXA0001, para 2", seen: true) } == "inquiry_lapsed")
  }
}
