import Conduct
import Inquiries
import Papers
import Records
import TestSupport
import Testing

@Suite(.database) struct SittingTests {
  @Test func `an agenda plans a sitting with everybody on it, and spends no number`() async throws {
    let world = try await World.make()
    let plan = try await world.plan(Sample.agenda)
    let sitting = try #require(plan.sitting)
    #expect(sitting.handle == "P1")
    #expect(sitting.number == nil)
    #expect(sitting.state == .planned)
    #expect(sitting.startsAt == "10:00")
    #expect(sitting.place == "Committee Room 5")
    #expect(sitting.members.map(\.name) == ["Clare Member", "Dev Member"])
    #expect(sitting.panels.first?.map(\.name) == ["Jane Doe", "Tom Okoro"])
    #expect(plan.guests.allSatisfy { $0.standing == .new })
    #expect(try await world.read { try Session.all(as: $0, on: $1) } == [])
  }

  @Test func `who is known from another inquiry of the body alone is new here, and untold`()
    async throws
  {
    let world = try await World.make()
    let other = Inquiry(
      body: Body(slug: "body-example", name: "The Body", kind: .commonsCommittee), slug: "other",
      title: "Another inquiry", referencePrefix: "OTH")
    _ = try await world.office.perform(OpenInquiry(other), by: .machineOperator)
    try await world.receive(Sample.heard, in: "other")
    let elsewhere = try await world.read(in: "other") { try Person.all(as: $0, on: $1) }
    #expect(elsewhere.map(\.name).contains("Jane Doe"))
    let plan = try await world.plan(Sample.agenda)
    #expect(plan.guests.allSatisfy { $0.standing == .new && $0.candidates.isEmpty })
    let heard = try #require(plan.sitting?.panels.first)
    #expect(Set(heard.map(\.person)).isDisjoint(with: elsewhere.map(\.id)))
  }

  @Test func `a dry run plans nothing`() async throws {
    let world = try await World.make()
    let read = try AgendaRead(
      PaperFile(Array(Sample.agenda.utf8), name: "agenda.txt"), said: AgendaRead.Said())
    _ = try await world.office.perform(
      PlanSitting(read, isDryRun: true), in: World.slug, by: .machineOperator, dryRun: true)
    #expect(try await world.read { try Sitting.all(as: $0, on: $1) } == [])
  }

  @Test func `a namesake is not guessed: it is refused until a clerk says who is meant`()
    async throws
  {
    let world = try await World.make()
    let first = try #require(try await world.plan(Sample.agenda).sitting)
    let known = try #require(first.panels.first?.first?.person)
    let again = Sample.agenda.replacing("The Organisation", with: "Another Body")
      .replacing("Tuesday 7 November", with: "Tuesday 14 November")
    let refusal = await #expect(throws: Refusal.self) { try await world.plan(again) }
    #expect(refusal?.code == "person_undecided")
    #expect(refusal?.message.contains("Jane Doe") == true)
    let named = try await world.plan(again, ["Jane Doe": .person(known)])
    #expect(named.sitting?.panels.first?.first?.person == known)
    let other = try await world.plan(
      again.replacing("10.00 am", with: "2.00 pm"), ["Jane Doe": .new])
    #expect(other.sitting?.panels.first?.first?.person != known)
    // Now two bear the name: even the same agenda cannot tell.
    let refused = await #expect(throws: Refusal.self) { try await world.plan(Sample.agenda) }
    #expect(refused?.code == "person_undecided")
  }

  @Test func `an agenda that is planned already is refused, in a dry run too`() async throws {
    let world = try await World.make()
    try await world.plan(Sample.agenda)
    let refusal = await #expect(throws: Refusal.self) { try await world.plan(Sample.agenda) }
    #expect(refusal?.code == "sitting_planned_already")
    #expect(
      refusal?.message.hasPrefix(
        "P1 is planned for 7 November 2023, 10.00 am with the same people; nothing was planned."
      ) == true)
    let read = try AgendaRead(
      PaperFile(Array(Sample.agenda.utf8), name: "agenda.txt"), said: AgendaRead.Said())
    let dry = await #expect(throws: Refusal.self) {
      _ = try await world.office.perform(
        PlanSitting(read, isDryRun: true), in: World.slug, by: .machineOperator, dryRun: true)
    }
    #expect(dry?.code == "sitting_planned_already")
    let asNew = await #expect(throws: Refusal.self) {
      try await world.plan(Sample.agenda, ["Jane Doe": .new])
    }
    #expect(asNew?.code == "sitting_planned_already")
    let later = try await world.plan(Sample.agenda.replacing("10.00 am", with: "2.00 pm"))
    #expect(later.sitting?.handle == "P2")
  }

  @Test func `of several who paste one agenda at once, one plans the sitting`() async throws {
    let world = try await World.make()
    let codes: [String?] = await withTaskGroup(of: String?.self) { group in
      for _ in 0..<4 {
        group.addTask {
          do {
            try await world.plan(Sample.agenda)
            return nil
          } catch {
            return (error as? Refusal)?.code ?? "\(error)"
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(codes.count { $0 == nil } == 1)
    #expect(codes.compactMap { $0 } == Array(repeating: "sitting_planned_already", count: 3))
    #expect(try await world.read { try Sitting.all(as: $0, on: $1) }.map(\.handle) == ["P1"])
  }

  @Test func `a title hides nobody who is on record`() async throws {
    let world = try await World.make()
    let known = try #require(try await world.plan(Sample.agenda).sitting?.panels.first?.first)
    let titled = Sample.agenda.replacing("7 November", with: "14 November")
      .replacing("Jane Doe", with: "Dr Jane Doe OBE")
    let plan = try await world.plan(titled)
    #expect(plan.sitting?.panels.first?.first?.person == known.person)
    let refusal = await #expect(throws: Refusal.self) {
      try await world.plan(titled.replacing("The Organisation", with: "Another Body"))
    }
    #expect(refusal?.code == "person_undecided")
    #expect(refusal?.message.contains("(Jane Doe): P1, Director, The Organisation") == true)
  }

  @Test func `names of one agenda that are alike but for titles are asked about`() async throws {
    let world = try await World.make()
    let agenda =
      "7 November 2023\nWitnesses: Mr Ivo Hart, Director, River Trust; Ivo Hart, Pilot, Lamp House"
    let refusal = await #expect(throws: Refusal.self) { try await world.plan(agenda) }
    #expect(refusal?.code == "person_undecided")
    #expect(refusal?.message.contains("“Mr Ivo Hart” is on the agenda too") == true)
    let plan = try await world.plan(agenda, ["Ivo Hart": .new])
    #expect(Set((plan.sitting?.panels.first ?? []).map(\.person)).count == 2)
  }

  @Test func `two who are alike but for titles and asked about once are known apart`()
    async throws
  {
    let world = try await World.make()
    let agenda =
      "7 November 2023\nMembers: Mr Ivo Hart (Chair)\nWitnesses: Ivo Hart, Pilot, Lamp House"
    let first = try await world.plan(agenda, ["Ivo Hart": .new])
    let second = try await world.plan(agenda.replacing("7 November", with: "8 November"))
    #expect(second.guests.map(\.person) == first.guests.map(\.person))
  }

  @Test func `an agenda of a day that there is not is refused by its line`() async throws {
    let world = try await World.make()
    let refusal = await #expect(throws: Refusal.self) {
      try await world.plan(Sample.agenda.replacing("Tuesday 7 November", with: "31 November"))
    }
    #expect(refusal?.code == "session_day_missing")
    #expect(
      refusal?.message.contains("Line 2 says “31 November 2023”, and there is no such day") == true)
  }

  @Test func `who comes in somebody's place is asked for in the words of that command`()
    async throws
  {
    let world = try await World.make()
    let member = try #require(try await world.plan(Sample.agenda).sitting?.members.last)
    let refusal = await #expect(throws: Refusal.self) {
      try await world.perform(
        ReplaceWitness(.plan(1), "Tom Okoro", by: .init(name: member.name), revision: 1))
    }
    #expect(refusal?.code == "person_undecided")
    #expect(refusal?.message.contains("--person \(member.person), or with --new for") == true)
    #expect(refusal?.message.hasSuffix("nothing was changed.") == true)
  }

  @Test func `a cancelled sitting spends no number and stays listed with its reason`() async throws
  {
    let world = try await World.make()
    try await world.plan(Sample.agenda)
    try await world.perform(
      StopSitting(.plan(1), .cancelled, reason: "The witness is ill", revision: 1))
    try await world.plan(Sample.agenda)
    let held = try await world.perform(HoldSitting(.plan(2), revision: 1))
    #expect(held.number == 1)
    let all = try await world.read { try Sitting.all(as: $0, on: $1) }
    #expect(all.map(\.state) == [.held, .cancelled])
    #expect(all.last?.reason == "The witness is ill")
    let refusal = await #expect(throws: Refusal.self) {
      try await world.log("P1", [World.line("a", .question, "What?")])
    }
    #expect(refusal?.code == "sitting_cancelled")
    let late = await #expect(throws: Refusal.self) {
      try await world.perform(StopSitting(.plan(2), .cancelled, reason: "No", revision: 2))
    }
    #expect(late?.code == "state_does_not_allow")
  }

  @Test func `an adjourned sitting goes on, on its new day and under its number`() async throws {
    let world = try await World.make()
    try await world.plan(Sample.agenda)
    let until = try #require(Day("2023-11-14"))
    try await world.perform(
      StopSitting(.plan(1), .adjourned, reason: "Division", until: until, revision: 1))
    let held = try await world.perform(HoldSitting(.plan(1), revision: 2))
    #expect(held.heldOn == until)
    let stopped = try await world.perform(
      StopSitting(.session(1), .adjourned, reason: "Fire alarm", revision: 3))
    #expect(stopped.number == 1)
    let refusal = await #expect(throws: Refusal.self) {
      try await world.perform(
        StopSitting(.plan(1), .cancelled, reason: "No more", revision: stopped.revision))
    }
    #expect(refusal?.code == "sitting_held")
    #expect(
      try await world.perform(HoldSitting(.plan(1), revision: stopped.revision)).number == 1)
  }

  @Test func `a witness is replaced until the sitting is settled`() async throws {
    let world = try await World.make()
    try await world.plan(Sample.agenda)
    let by = ReplaceWitness.Substitute(
      name: "Ada Quill", capacity: "Driver", organisation: "Hill Buses")
    let replaced = try await world.perform(
      ReplaceWitness(.plan(1), "Tom Okoro", by: by, revision: 1))
    #expect(replaced.panels.first?.map(\.name) == ["Jane Doe", "Ada Quill"])
    let stale = await #expect(throws: Refusal.self) {
      try await world.perform(ReplaceWitness(.plan(1), "Ada Quill", by: by, revision: 1))
    }
    #expect(stale?.code == "revision_differs")
    let unknown = await #expect(throws: Refusal.self) {
      try await world.perform(ReplaceWitness(.plan(1), "Tom Okoro", by: by, revision: 2))
    }
    #expect(unknown?.code == "witness_not_found")
  }

  @Test func `a witness read wrongly gets another capacity and panel, and the consent stays`()
    async throws
  {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    try await world.perform(
      RecordConsent(
        reference: "OS1", witness: nil, consent: .given, givenBy: "Herself", on: World.today))
    func by(_ capacity: String?, panel: Int) -> ReplaceWitness.Substitute {
      .init(name: "Ann Witness", capacity: capacity, panel: panel)
    }
    let sitting = try await world.perform(
      ReplaceWitness(.session(1), "Ann Witness", by: by("Trustee", panel: 2), revision: 2))
    #expect(sitting.panels.map { $0.map(\.inFull) } == [["Ann Witness, Trustee, The Organisation"]])
    let parts = try await world.read { try Contribution.all(as: $0, on: $1) }
    #expect(parts.map(\.witness.capacity) == ["Trustee"])
    #expect(parts.map(\.consent) == [.given])
    let far = await #expect(throws: Refusal.self) {
      try await world.perform(
        ReplaceWitness(.session(1), "Ann Witness", by: by(nil, panel: 3), revision: 3))
    }
    #expect(far?.code == "panel_unknown")
    let back = try await world.perform(
      ReplaceWitness(.session(1), "Ann Witness", by: by(nil, panel: 1), revision: 3))
    #expect(back.panels.map { $0.map(\.capacity) } == [["Trustee"]])
  }

  @Test func `somebody in the place of a witness of a transcript takes the words over`()
    async throws
  {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    try await world.perform(
      RecordConsent(
        reference: "OS1", witness: nil, consent: .given, givenBy: "Herself", on: World.today))
    let by = ReplaceWitness.Substitute(name: "Anne Whitness")
    try await world.perform(ReplaceWitness(.session(1), "Ann Witness", by: by, revision: 2))
    let speakers = try await world.read {
      try Passage.page(of: "OS1", after: 0, limit: 9, as: $0, on: $1).compactMap(\.speaker)
    }
    #expect(speakers.count { $0 == "Anne Whitness" } == 3)
    #expect(!speakers.contains("Ann Witness"))
    let parts = try await world.read { try Contribution.all(as: $0, on: $1) }
    #expect(parts.map(\.witness.name) == ["Anne Whitness"])
    #expect(parts.map(\.consent) == [.notAsked])
  }

  @Test func `somebody who was no witness is taken off until their words are out`() async throws {
    let world = try await World.make()
    let named = Sample.transcript().replacing(
      "Director, The Organisation.", with: "Director, The Organisation; and Tom Okoro.")
    try await world.receive(named)
    let sitting = try await world.perform(
      ReplaceWitness(.session(1), "Tom Okoro", by: nil, revision: 2))
    #expect(sitting.panels.map { $0.map(\.name) } == [["Ann Witness"]])
    let parts = try await world.read { try Contribution.all(as: $0, on: $1) }
    #expect(parts.map(\.witness.name) == ["Ann Witness"])
    // The same file again changes nothing.
    #expect(try await world.receive(named).wasReceivedBefore)
    let again = try await world.read { try Sitting.all(as: $0, on: $1) }
    #expect(again.first?.panels.map { $0.map(\.name) } == [["Ann Witness"]])

    try await world.push(Sample.draft(citing: "Q1"))
    func refusal() async -> String? {
      await #expect(throws: Refusal.self) {
        try await world.perform(ReplaceWitness(.session(1), "Ann Witness", by: nil, revision: 3))
      }?.code
    }
    #expect(await refusal() == "witness_cited")
    try await world.perform(AcceptSources(["OS1"], World.decided))
    try await world.perform(PublishSources(["OS1"], World.decided))
    #expect(await refusal() == "witness_published")
    let audit = try await world.read { try AuditLine.newest(9, as: $0, on: $1) }
    #expect(audit.count { $0.act == ReplaceWitness.title } == 1)
  }

}

extension World {
  @discardableResult
  func plan(
    _ agenda: String, _ choices: [String: GuestChoice] = [:]
  ) async throws -> SittingPlan {
    var said = AgendaRead.Said()
    said.choices = choices
    let read = try AgendaRead(PaperFile(Array(agenda.utf8), name: "agenda.txt"), said: said)
    return try await perform(PlanSitting(read, isDryRun: false))
  }

  /// A line at so many seconds into the day of the tests.
  static func line(
    _ id: String, _ kind: LogLineKind, _ text: String, at second: Int64 = 0,
    person: Identifier<Person>? = nil, speaker: String? = nil, isPromised: Bool = false,
    isPrivate: Bool = false
  ) -> NewLogLine {
    NewLogLine(
      id: id, at: Instant(microseconds: 1_699_351_200_000_000 + second * 1_000_000), kind: kind,
      person: person, speaker: speaker, text: text, isPromised: isPromised, isPrivate: isPrivate)
  }

  @discardableResult
  func log(_ handle: String, _ lines: [NewLogLine]) async throws -> LinesTaken {
    try await perform(LogLines(try #require(SittingHandle(handle)), lines))
  }

  func logged(_ handle: String) async throws -> [LogLine] {
    try await office.readLog(
      of: try #require(SittingHandle(handle)), after: 0, limit: 1_000, in: World.slug,
      by: .machineOperator)
  }
}
