import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// Decided acts on lists of sources: all of them or none, and what does not fit
/// named at once.
@Suite(.database) struct ListActTests {
  /// A world with so many sessions received, three questions each.
  private func world(_ sessions: Int) async throws -> World {
    let world = try await World.make()
    for number in 0..<sessions {
      try await world.receive(
        Sample.transcript(from: number * 3 + 1, on: "Tuesday \(number + 7) November 2023"))
    }
    return world
  }

  private func states(_ world: World) async throws -> [String: SourceState] {
    let sources = try await world.read { try Source.all(as: $0, on: $1) }
    return Dictionary(uniqueKeysWithValues: sources.map { ($0.reference, $0.state) })
  }

  @Test func `a range is taken with its exceptions, under one decision`() async throws {
    let world = try await world(4)
    let moved = try await world.perform(
      AcceptSources(SourceList(["OS1-4"], except: ["OS2"]), World.decided))
    #expect(moved.map(\.source.reference) == ["OS1", "OS3", "OS4"])
    #expect(moved.map(\.stateBefore) == [.received, .received, .received])
    #expect(moved.map(\.source.state) == [.accepted, .accepted, .accepted])
    let after = try await states(world)
    #expect(after == ["OS1": .accepted, "OS2": .received, "OS3": .accepted, "OS4": .accepted])
    let line = try await world.read { try AuditLine.newest(1, as: $0, on: $1) }.first
    #expect(line?.subject == "OS1 OS3-4")
  }

  @Test func `every hole of a range is named, with the exception that passes`() async throws {
    let world = try await world(2)
    let refusal = await #expect(throws: Refusal.self) {
      try await world.perform(AcceptSources(["OS1-6"], World.decided))
    }
    #expect(refusal?.code == "source_not_found")
    #expect(refusal?.message.contains("There is no OS3-6 in this inquiry") == true)
    #expect(refusal?.message.hasSuffix("--except OS3-6") == true)
    #expect(try await states(world).values.allSatisfy { $0 == .received })
    try await world.perform(AcceptSources(SourceList(["OS1-6"], except: ["OS3-6"]), World.decided))
    #expect(try await states(world).values.allSatisfy { $0 == .accepted })
  }

  @Test func `every source in a wrong state is named, and nothing is done`() async throws {
    let world = try await world(4)
    try await world.perform(AcceptSources(["OS2", "OS4"], World.decided))
    let refusal = await #expect(throws: Refusal.self) {
      try await world.perform(PublishSources(["OS1-4"], World.decided))
    }
    #expect(refusal?.code == "state_does_not_allow")
    #expect(refusal?.message.hasPrefix("OS1 and OS3 are received; publish takes what is") == true)
    #expect(refusal?.message.hasSuffix("--except OS1,OS3") == true)
    #expect(try await states(world).values.contains(.published) == false)
  }

  @Test func `a dry run shows what would be done and leaves nothing behind`() async throws {
    let world = try await world(2)
    let shown = try await world.office.perform(
      AcceptSources(["OS1-2"], World.decided), in: World.slug, by: .machineOperator, dryRun: true)
    #expect(shown.map(\.stateBefore) == [.received, .received])
    #expect(shown.map(\.source.state) == [.accepted, .accepted])
    #expect(try await states(world) == ["OS1": .received, "OS2": .received])
    let lines = try await world.read { try AuditLine.newest(10, as: $0, on: $1) }
    #expect(lines.contains { $0.act == "accept" } == false)
  }

  @Test func `what changed since it was shown is refused by name`() async throws {
    let world = try await world(3)
    try await world.perform(AcceptSources(["OS2"], World.decided))
    let refusal = await #expect(throws: Refusal.self) {
      try await world.perform(
        AcceptSources(SourceList(["OS1-3"], revisions: [1, 1, 1]), World.decided))
    }
    #expect(refusal?.kind == .stale)
    #expect(refusal?.message.hasPrefix("OS2 changed") == true)
    try await world.perform(
      AcceptSources(SourceList(["OS1", "OS3"], revisions: [1, 1]), World.decided))
  }

  @Test func `a submission that changed since it was shown is refused by name`() async throws {
    let world = try await World.make()
    try await world.submit(Sample.submission(words: "First."))
    try await world.submit(Sample.submission(words: "More."))
    let references = ["EXA0002", "EXA0001"]
    let act = DecideOutcome(
      SourceList(references, revisions: [1, 1]), .publishedNamed, World.decided)
    let shown = try await world.office.perform(
      act, in: World.slug, by: .machineOperator, dryRun: true)
    #expect(shown.found == [1, 1])
    try await world.perform(AcceptSources(["EXA0001"], World.decided))
    let refusal = await #expect(throws: Refusal.self) { try await world.perform(act) }
    #expect(refusal?.kind == .stale)
    #expect(refusal?.message.hasPrefix("EXA0001 changed") == true)
    let campaign = await #expect(throws: Refusal.self) {
      try await world.perform(SetCampaign(SourceList(references, revisions: [1, 1]), .alone))
    }
    #expect(campaign?.kind == .stale)
    let after = try await world.read { try WrittenSubmission.all(as: $0, on: $1) }
    #expect(after.map(\.outcome) == [.undecided, .undecided])
    let done = try await world.perform(
      DecideOutcome(SourceList(references, revisions: [1, 2]), .publishedNamed, World.decided))
    #expect(done.items.map(\.outcome) == [.publishedNamed, .publishedNamed])
  }

  @Test func `a decision of tomorrow is refused for a list as for one`() async throws {
    let world = try await world(2)
    let tomorrow = DecisionTerms(
      on: Day(daysSince1970: World.today.daysSince1970 + 1), by: "The committee")
    let refusal = await #expect(throws: Refusal.self) {
      try await world.perform(AcceptSources(["OS1-2"], tomorrow))
    }
    #expect(refusal?.code == "decision_in_future")
  }

  @Test func `links are affirmed and dropped by range, all or none`() async throws {
    let world = try await world(1)
    try await world.push(Sample.draft())
    for question in 1...3 {
      try await world.perform(
        LinkEvidence(
          .finding("late-help"), to: "Q\(question)", stance: .supports, quote: nil,
          isAffirmed: false))
    }
    let links = try await world.read { try Finding.all(as: $0, on: $1) }.flatMap(\.links)
    let numbers = links.map { Int($0.id.value) }.sorted()
    let first = try #require(numbers.first)
    let last = try #require(numbers.last)
    let refusal = await #expect(throws: Refusal.self) {
      try await world.perform(SettleLinks(["\(first)-\(last + 2)"], isAffirmed: true))
    }
    #expect(refusal?.code == "link_not_found")
    #expect(refusal?.message.hasSuffix("--except \(last + 1)-\(last + 2)") == true)
    let settled = try await world.perform(
      SettleLinks(["\(first)-\(last)"], except: ["\(last)"], isAffirmed: true))
    #expect(settled.map(\.statusBefore) == settled.map { _ in .suggested })
    let after = try await world.read { try Finding.all(as: $0, on: $1) }.flatMap(\.links)
    #expect(after.filter { $0.status == .affirmed }.count == numbers.count - 1)
    #expect(after.first { $0.id.value == Int64(last) }?.status == .suggested)
    try await world.perform(SettleLinks(["\(first)-\(last)"], isAffirmed: false))
    let dropped = try await world.read { try Finding.all(as: $0, on: $1) }.flatMap(\.links)
    #expect(dropped.allSatisfy { $0.status == .dropped })
  }
}
