import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// Acts that are told what was read, on what was changed since.
@Suite(.database) struct StaleTests {
  private func expectStale(_ act: some Act, in world: World) async throws {
    let refusal = await #expect(throws: Refusal.self) { try await world.perform(act) }
    #expect(refusal?.code == "revision_differs")
  }

  @Test func `consents are recorded only on those that were read`() async throws {
    let world = try await World.make()
    try await world.submit()
    let read = try await world.read { try Contribution.all(as: $0, on: $1) }
    func consent(_ consent: Consent) -> RecordConsent {
      RecordConsent(
        SourceList(read.map(\.reference)),
        .init(
          consent, givenBy: "form", on: World.today, uses: consent == .given ? [.publish] : [],
          wording: nil, reviewOn: nil),
        revisions: read.map(\.revision))
    }
    try await world.perform(consent(.given))
    try await expectStale(consent(.refused), in: world)
    #expect(
      try await world.read { try Contribution.all(as: $0, on: $1) }.map(\.consent) == [.given])
  }

  @Test func `a group is changed only as it was read`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    let witness = try #require(
      try await world.read { try Contribution.all(as: $0, on: $1) }.first?.witness.name)
    func group(_ name: String, _ revision: Int?) -> GroupWitnesses {
      GroupWitnesses(WitnessGroup(slug: "experts", name: name), [witness], revision: revision)
    }
    try await world.perform(group("Experts", nil))
    try await world.perform(group("Academic experts", 1))
    try await expectStale(group("Practitioners", 1), in: world)
    let groups = try await world.read { try WitnessGroup.all(as: $0, on: $1) }
    #expect(groups.map(\.group.name) == ["Academic experts"])
    #expect(groups.map(\.revision) == [2])
  }

  @Test func `privacy is said, and a footnote put, only on what was read`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    try await expectStale(
      SetPrivacy("OS1", hidden: ["Q2"], shown: [], revision: 2), in: world)
    try await expectStale(AnnotatePassage("Q1+1", .footnote("Late."), version: 2), in: world)
    try await world.perform(SetPrivacy("OS1", hidden: ["Q2"], shown: [], revision: 1))
    try await world.perform(AnnotatePassage("Q1+1", .footnote("Late."), version: 1))
  }

  @Test func `a turn is split only at the version that was read`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript(words: "I agree. Dev Member: Do you? I do."))
    try await world.perform(
      CorrectPassage("Q1+1", version: 1, text: "I agree. Dev Member: Do you? I do so."))
    try await expectStale(SplitPassage("Q1+1", at: "Dev Member", version: 1), in: world)
    let split = try await world.perform(SplitPassage("Q1+1", at: "Dev Member", version: 2))
    #expect(split.locator == "Q1+2")
  }
}
