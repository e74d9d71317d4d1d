import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// What was taken down wrongly at receipt is mended before it is public.
@Suite(.database) struct EditSubmissionTests {
  private func edit(
    _ world: World, _ reference: String = "EXA0001", revision: Int = 1,
    _ change: (inout EditSubmission.Changes) -> Void
  ) async throws -> WrittenSubmission {
    var changes = EditSubmission.Changes()
    change(&changes)
    return try await world.perform(EditSubmission(reference, changes, revision: revision))
  }

  private func code(_ body: () async throws -> WrittenSubmission) async throws -> String {
    let error = await #expect(throws: Refusal.self) { try await body() }
    return try #require(error).code
  }

  @Test func `kind, days, call and what it adds to are mended, and lateness is asked anew`()
    async throws
  {
    let world = try await World.make()
    try await world.closedCall()
    try await world.submit(Sample.submission(words: "First."))
    try await world.submit(Sample.submission(words: "More."))
    let mended = try await edit(world, "EXA0002") {
      $0.submitterKind = .proxy
      $0.sequenceKind = .supplementary
      $0.supplements = "EXA0001"
      $0.call = "thresholds"
      $0.datedOn = World.day(-3)
    }
    #expect(mended.submitterKind == .proxy)
    #expect(mended.supplements == "EXA0001")
    #expect(mended.datedOn == World.day(-3))
    #expect(mended.late == .undecided)
    let inTime = try await edit(world, "EXA0002", revision: 3) { $0.receivedOn = World.day(-12) }
    #expect(inTime.late == .no)
    #expect(inTime.receivedOn == World.day(-12))
    let bare = try await edit(world, "EXA0002", revision: 5) {
      $0.supplements = .some(nil)
      $0.call = .some(nil)
      $0.datedOn = .some(nil)
    }
    #expect(bare.supplements == nil && bare.call == nil && bare.datedOn == nil)
    #expect(bare.sequenceKind == .supplementary)
  }

  @Test func `capacity and organisation of one who signed`() async throws {
    let world = try await World.make()
    try await world.submit(
      Sample.submission(), .init(submitters: ["Ann Author, Nurse", "Bob Both"]))
    #expect(
      try await code { try await edit(world) { $0.capacity = "Chair" } } == "submitter_unclear")
    _ = try await edit(world) {
      $0.submitter = "Ann Author"
      $0.organisation = "The Trust"
    }
    let detail = try await world.read {
      try WrittenSubmission.detail("EXA0001", as: $0, on: $1)
    }
    let ann = detail?.contributions.first { $0.witness.name == "Ann Author" }?.witness
    #expect(ann?.capacity == "Nurse")
    #expect(ann?.organisation == "The Trust")
    // In neither capacity is anything left of one who signed nothing else.
    let undone = try await world.perform(UndoImport("EXA0001"))
    #expect(undone.people == ["Ann Author", "Bob Both"])
  }

  @Test func `what cannot be is refused and changes nothing`() async throws {
    let world = try await World.make()
    try await world.submit(Sample.submission(words: "First."))
    try await world.submit(Sample.submission(words: "More."), .init(supplements: "EXA0001"))
    #expect(
      try await code { try await edit(world) { $0.supplements = "EXA0002" } }
        == "supplements_itself")
    #expect(
      try await code { try await edit(world) { $0.receivedOn = World.day(1) } }
        == "received_in_future")
    #expect(try await code { try await edit(world) { $0.call = "none-such" } } == "call_not_found")
    #expect(
      try await code { try await edit(world, revision: 9) { $0.submitterKind = .proxy } }
        == "revision_differs")
    try await world.consent(to: ["EXA0001"])
    try await world.decide(.publishedNamed, "EXA0001")
    try await world.perform(PublishSources(["EXA0001"], World.decided))
    #expect(
      try await code { try await edit(world, revision: 4) { $0.submitterKind = .proxy } }
        == "submission_published")
  }
}
