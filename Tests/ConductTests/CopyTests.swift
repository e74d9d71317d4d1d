import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// The witnesses' copies of a transcript: sent, due, back, overdue.
@Suite(.database) struct CopyTests {
  private func copies(_ world: World, overdueOn day: Day? = nil) async throws -> [TranscriptCopy] {
    try await world.read { try TranscriptCopy.all(overdueOn: day, as: $0, on: $1) }
  }

  private func code(_ body: () async throws -> Void) async -> String? {
    await #expect(throws: Refusal.self) { try await body() }?.code
  }

  @Test func `a copy is sent once, overdue after its day, and back on another`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    let sent = try await world.perform(
      SendCopies("OS1", to: [], sentOn: World.day(-9), dueOn: World.day(-2)))
    #expect(sent.map(\.witness) == ["Ann Witness"])
    let again = try await world.perform(
      SendCopies("OS1", to: ["Ann Witness"], sentOn: nil, dueOn: World.day(5)))
    #expect(again == sent)
    #expect(try await copies(world, overdueOn: World.day(-2)) == [])
    #expect(try await copies(world, overdueOn: World.day(-1)) == sent)
    let copy = try #require(sent.first)
    #expect(
      await code { try await world.perform(ReturnCopy(copy.id, on: nil, revision: 7)) }
        == "revision_differs")
    #expect(
      await code {
        try await world.perform(ReturnCopy(copy.id, on: World.day(1), revision: copy.revision))
      } == "copy_days")
    let back = try await world.perform(ReturnCopy(copy.id, on: nil, revision: copy.revision))
    #expect(back.returnedOn == World.today)
    #expect(try await copies(world, overdueOn: World.today) == [])
    #expect(try await copies(world) == [back])
  }

  @Test func `who was not heard, what is no transcript and days that cannot be are refused`()
    async throws
  {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    try await world.submit()
    func send(_ reference: String, _ names: [String], _ sent: Day?, _ due: Day) async -> String? {
      await code {
        try await world.perform(SendCopies(reference, to: names, sentOn: sent, dueOn: due))
      }
    }
    #expect(await send("OS1", ["No Body"], nil, World.today) == "copy_witness_unknown")
    #expect(await send("EXA0001", [], nil, World.today) == "copies_of_transcripts")
    #expect(await send("OS1", [], World.day(1), World.day(2)) == "copy_days")
    #expect(await send("OS1", [], nil, World.day(-1)) == "copy_days")
    #expect(
      await code { try await world.perform(ReturnCopy(99, on: nil, revision: 1)) }
        == "copy_not_found")
    #expect(try await copies(world) == [])
  }
}
