import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// The end of an inquiry at a dissolution, and what the next one takes over.
@Suite(.database) struct LapseTests {
  private func refusal(_ body: () async throws -> Void) async -> String? {
    await #expect(throws: Refusal.self) { try await body() }?.code
  }

  /// A published and an accepted session, then lapsed.
  private func lapsed() async throws -> World {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.receive(Sample.transcript(from: 4, on: "Tuesday 14 November 2023"))
    try await world.perform(AcceptSources(["OS2"], World.decided))
    try await world.perform(LapseInquiry(World.decided))
    return world
  }

  @Test func `nothing is published after it, and what is public can still go`() async throws {
    let world = try await lapsed()
    #expect(
      await refusal { try await world.perform(PublishSources(["OS2"], World.decided)) }
        == "inquiry_lapsed")
    #expect(
      await refusal { try await world.perform(LapseInquiry(World.decided)) }
        == "inquiry_lapsed")
    let inquiry = try await world.staff.run { try PublishedInquiry.find(slug: World.slug, on: $0) }
    #expect(inquiry?.lapsedOn == World.today)
    #expect(inquiry?.totals.publicSessions == 2)
    try await world.perform(TakeDownSources(["OS1"], World.decided(because: "Names a child.")))
    try await world.perform(WithdrawSources(["OS2"], World.decided(because: "Asked for.")))
  }

  @Test func `the record of a session held before it is completed, of a later one not`()
    async throws
  {
    let world = try await World.make()
    let day = DecisionTerms(on: Day(daysSince1970: 19_676), by: "Dissolution of Parliament")
    try await world.perform(LapseInquiry(day))
    try await world.receive(Sample.transcript(on: "Tuesday 7 November 2023"))
    #expect(
      await refusal {
        try await world.receive(Sample.transcript(from: 4, on: "Tuesday 21 November 2023"))
      } == "inquiry_lapsed")
    #expect(
      await refusal { try await world.perform(AcceptSources(["OS1"], World.decided)) }
        == "decision_after_lapse")
    try await world.perform(AcceptSources(["OS1"], day))
  }

  private func follow(_ world: World) async throws {
    _ = try await world.office.perform(
      OpenInquiry(
        Inquiry(
          body: Body(slug: "body-example", name: "The Body", kind: .commonsCommittee), slug: "next",
          title: "The next inquiry", referencePrefix: "NXT", predecessorSlug: World.slug,
          launchedOn: World.today)),
      by: .machineOperator)
    try await world.perform(LaunchInquiry(World.decided), in: "next")
  }

  @Test func `evidence is carried over with words, people and consents, to be taken anew`()
    async throws
  {
    let world = try await lapsed()
    try await world.perform(
      RecordConsent(
        reference: "OS2", witness: nil, consent: .given, givenBy: "form", on: World.today))
    try await follow(world)
    let carried = try await world.perform(CarrySources(["OS1-2"], World.decided), in: "next")
    #expect(carried.map(\.source.reference) == ["OS1", "OS2"])
    #expect(carried.map(\.stateBefore) == [.published, .accepted])
    #expect(carried.map(\.source.state) == [.received, .received])
    #expect(carried.map(\.source.questions) == [1...3, 4...6])
    let (old, new) = (
      try await world.read { try Passage.page(of: "OS2", after: 0, limit: 100, as: $0, on: $1) },
      try await world.read(in: "next") {
        try Passage.page(of: "OS2", after: 0, limit: 100, as: $0, on: $1)
      }
    )
    #expect(old.map(\.text) == new.map(\.text))
    #expect(old.map(\.locator) == new.map(\.locator))
    #expect(old.map(\.speaker) == new.map(\.speaker))
    let consents = try await world.read(in: "next") { try Contribution.all(as: $0, on: $1) }
    #expect(consents.filter { $0.reference == "OS2" }.map(\.consent) == [.given])
    let original = try await world.read(in: "next") {
      try Original.of(reference: "OS1", as: $0, on: $1)
    }
    #expect(original?.bytes == Array(Sample.transcript().utf8))
    try await world.perform(AcceptSources(["OS1-2"], World.decided), in: "next")
    try await world.perform(PublishSources(["OS1-2"], World.decided), in: "next")
    // Numbers run on after what was carried over.
    let next = try await world.receive(
      Sample.transcript(from: 7, on: "Tuesday 28 November 2023"), in: "next")
    #expect(next.reference == "OS3")
    #expect(next.remarks.isEmpty)
  }

  @Test func `it is carried once, from the predecessor, and not what was taken down`()
    async throws
  {
    let world = try await lapsed()
    try await world.perform(TakeDownSources(["OS1"], World.decided(because: "Names a child.")))
    try await world.open("other")
    #expect(
      await refusal { try await world.perform(CarrySources(["OS2"], World.decided), in: "other") }
        == "no_predecessor")
    try await follow(world)
    #expect(
      await refusal { try await world.perform(CarrySources(["OS1-2"], World.decided), in: "next") }
        == "state_does_not_allow")
    try await world.perform(CarrySources(["OS2"], World.decided), in: "next")
    #expect(
      await refusal { try await world.perform(CarrySources(["OS2"], World.decided), in: "next") }
        == "carried_already")
    let clerk = try await world.user("Nina Next", .clerk, in: "next").actor
    #expect(
      await refusal {
        try await world.perform(CarrySources(["OS2"], World.decided), in: "next", by: clerk)
      } == "role_needed")
  }

  @Test func `numbers that the successor has used are not used again`() async throws {
    let world = try await lapsed()
    try await follow(world)
    try await world.receive(Sample.transcript(from: 2, on: "Tuesday 28 November 2023"), in: "next")
    let refused = await #expect(throws: Refusal.self) {
      try await world.perform(CarrySources(["OS1"], World.decided), in: "next")
    }
    #expect(refused?.code == "carry_numbers_taken")
    #expect(refused?.message.contains("OS1, session 1, question 2 and 1 further ones") == true)
  }
}
