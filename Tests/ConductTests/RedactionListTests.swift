import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// Words that are left out of several places by one act.
@Suite(.database) struct RedactionListTests {
  /// So many submissions, of which the second paragraph of each names somebody.
  private func world(_ count: Int) async throws -> World {
    let world = try await World.make()
    for number in 1...count {
      try await world.submit(
        Sample.submission(from: "Charity \(number)", count: 3)
          .replacing("in place 2", with: "with Zebedina Quill"))
    }
    return world
  }

  private func redact(_ list: RedactionList, in world: World) async throws -> RedactionDone {
    try await world.perform(
      RedactPassage(
        list, words: "Zebedina Quill", World.decided(because: "Names a third person.")))
  }

  private func omissions(_ world: World) async throws -> [String] {
    try await world.read {
      try WrittenSubmission.all(as: $0, on: $1).map { $0.isRedacted ? "some" : "none" }
    }
  }

  @Test func `several places lose the same words under one decision`() async throws {
    let world = try await world(4)
    let done = try await redact(
      RedactionList(["EXA0001-0003", "EXA0004, para 2"], except: ["EXA0002"]), in: world)
    #expect(done.places == ["EXA0001, para 2", "EXA0003, para 2", "EXA0004, para 2"])
    #expect(done.omissions.map(\.locator) == done.places)
    #expect(done.elsewhere.places.map(\.locator) == ["EXA0002, para 2"])
    #expect(try await omissions(world) == ["some", "none", "some", "some"])
    let decisions = try await world.database.asSuperuser { connection in
      try connection.query("SELECT id FROM record.decision WHERE act = 'redact'") {
        try $0.next() as Int64
      }
    }
    #expect(decisions.count == 1)
  }

  @Test func `where the words stand in one place not once, nothing is done in any`() async throws {
    let world = try await world(2)
    try await world.submit(Sample.submission(from: "Others", count: 2))
    let missing = await #expect(throws: Refusal.self) {
      try await redact(RedactionList(["EXA0001-0003"]), in: world)
    }
    #expect(missing?.code == "words_not_found")
    #expect(missing?.message.hasSuffix("Without it: --except EXA0003") == true)
    try await world.submit(
      Sample.submission(from: "Friends", count: 2, words: "Zebedina Quill told us."))
    let twice = await #expect(throws: Refusal.self) {
      try await redact(RedactionList(["EXA0001", "EXA0004"]), in: world)
    }
    #expect(twice?.code == "words_not_unique")
    #expect(twice?.message.contains("EXA0004 2 times") == true)
    #expect(try await omissions(world) == ["none", "none", "none", "none"])
    _ = try await redact(RedactionList(["EXA0001-0003"], except: ["EXA0003"]), in: world)
    let again = await #expect(throws: Refusal.self) {
      try await redact(RedactionList(["EXA0002", "EXA0004, para 1"]), in: world)
    }
    #expect(again?.code == "redacted_already")
    #expect(again?.message.hasSuffix("Without it: --except EXA0002") == true)
  }

  @Test func `a place counts once, exceptions are of the list, revisions of what was read`()
    async throws
  {
    let world = try await world(2)
    let unused = await #expect(throws: Refusal.self) {
      try await redact(RedactionList(["EXA0001"], except: ["EXA0002, para 1"]), in: world)
    }
    #expect(unused?.code == "reference_exception_unused")
    let stale = await #expect(throws: Refusal.self) {
      try await redact(RedactionList(["EXA0001-0002"], revisions: [1, 2]), in: world)
    }
    #expect(stale?.message.contains("EXA0002 changed since you looked") == true)
    let done = try await redact(
      RedactionList(["EXA0001; EXA0001, para 2", "EXA0002, para 2"], revisions: [1, 1]), in: world)
    #expect(done.places == ["EXA0001, para 2", "EXA0002, para 2"])
    #expect(done.found == [1, 1])
  }
}
