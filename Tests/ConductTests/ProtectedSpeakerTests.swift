import Conduct
import Inquiries
import Postgres
import Records
import TestSupport
import Testing

/// Whoever spoke in an inquiry is protected there, listed or not.
@Suite(.database) struct ProtectedSpeakerTests {
  private func publish(
    from question: Int, in slug: String, _ world: World
  ) async -> String? {
    do {
      let read = try await world.receive(
        Sample.transcript(
          from: question, on: "Tuesday 14 November 2023", words: "My sister Zebedina said so."),
        in: slug)
      try await world.perform(AcceptSources([read.reference], World.decided), in: slug)
      try await world.perform(PublishSources([read.reference], World.decided), in: slug)
      return nil
    } catch {
      return (error as? Refusal)?.code ?? "\(error)"
    }
  }

  @Test func `who is listed in another inquiry alone is protected where they spoke`()
    async throws
  {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    let found = try await world.read { try Sitting.find(.session(1), as: $0, on: $1) }
    let sitting = try #require(found).sitting
    let chair = try #require(sitting.members.first?.person)
    try await world.perform(
      ProtectPerson(chair, revision: 1, realName: "Real Namely", terms: ["zebedina"]))
    // The words of the Chair stay, and nothing else says that they were there.
    try await world.perform(
      SetMembers(.session(1), [.init("Dev Member", isChair: true)], revision: sitting.revision))
    try await world.open("other")
    try await world.perform(LaunchInquiry(World.decided), in: "other")
    #expect(await publish(from: 1, in: "other", world) == nil)
    // No act lists one entry in two inquiries that are not in line.
    try await world.database.asSuperuser { connection in
      _ = try connection.execute(
        """
        INSERT INTO record.witness (inquiry_id, person_id)
        SELECT id, \(chair) FROM record.inquiry WHERE slug = 'other'
        """)
    }
    #expect(await publish(from: 4, in: World.slug, world) == "protected_term_found")
  }
}
