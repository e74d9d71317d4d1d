import Conduct
import Foundation
import HTTPTypes
import HummingbirdTesting
import Inquiries
import Records
import TestSupport
import Testing
import Wire

/// Sittings over the API, from the agenda to the transcript that settles them.
@Suite(.database) struct StaffSittingTests {
  /// A step of a planned sitting, and what the sitting is after it.
  struct Step: Sendable, CustomTestStringConvertible {
    let path: String
    let body: String
    let act: String
    var state = SittingState.planned
    var number: Int?
    var reason: String?
    var until: Day?
    var witnesses = ["Jane Doe", "Tom Okoro"]

    var testDescription: String { path }
  }

  static let steps = [
    Step(path: "hold", body: "", act: HoldSitting.title, state: .held, number: 1),
    Step(
      path: "adjourn", body: #"{"reason":"Division","until":"2023-11-14"}"#,
      act: StopSitting.title, state: .adjourned, reason: "Division", until: Day("2023-11-14")),
    Step(
      path: "cancel", body: #"{"reason":"The witness is ill"}"#, act: StopSitting.title,
      state: .cancelled, reason: "The witness is ill"),
    Step(
      path: "replace", body: #"{"witness":"Tom Okoro","by":{"name":"Ada Quill"}}"#,
      act: ReplaceWitness.title, witnesses: ["Jane Doe", "Ada Quill"]),
    Step(
      path: "replace", body: #"{"witness":"Tom Okoro","nobody":true}"#,
      act: ReplaceWitness.title, witnesses: ["Jane Doe"]),
  ]

  @Test(arguments: StaffSittingTests.steps)
  func `a step of a sitting is taken once, at the revision that was read`(
    _ step: Step
  ) async throws {
    let world = try await World.make()
    try await StaffClient.run(world) { clerk in
      #expect(try await clerk.plan().status == .created)
      let done = try await clerk.change(
        .post, "sittings/P1/\(step.path)", step.body, of: "sittings/P1", at: 1, as: step.act)
      #expect(done.status == .ok)
      let shown = try await clerk.get("sittings/P1")
      #expect(shown.text == done.text)
      let sitting = try shown.read(as: Sitting.self)
      #expect(sitting.state == step.state)
      #expect(sitting.number == step.number)
      #expect(sitting.reason == step.reason)
      #expect(sitting.adjournedUntil == step.until)
      #expect(sitting.panels.joined().map(\.name) == step.witnesses)
      #expect(sitting.revision == 2)
    }
  }

  @Test func `an agenda is planned once for its key; a dry run and an open namesake plan nothing`()
    async throws
  {
    let world = try await World.make()
    let namesake = Sample.agenda.replacing("The Organisation", with: "Another Body")
    try await StaffClient.run(world) { clerk in
      let dry = try await clerk.plan(query: "&dryRun=true")
      #expect(dry.status == .ok)
      #expect(try await clerk.get("sittings").text == #"{"items":[]}"#)
      let done = try await clerk.twice(
        .post, "sittings/plan?fileName=agenda.txt", Array(Sample.agenda.utf8),
        as: PlanSitting.title)
      #expect(done.status == .created)
      let one = try await clerk.get("sittings").read(as: ListShape<Sitting>.self).items
      #expect(one.map(\.handle) == ["P1"])
      #expect(one.map(\.number) == [nil])
      #expect(one.first?.heldOn == Day("2023-11-07"))
      #expect(one.first?.members.map(\.name) == ["Clare Member", "Dev Member"])
      #expect(one.first?.panels.map { $0.map(\.name) } == [["Jane Doe", "Tom Okoro"]])
      let open = try await clerk.plan(namesake)
      #expect(open.status == .conflict)
      #expect(open.code == "person_undecided")
      let still = try await clerk.get("sittings").read(as: ListShape<Sitting>.self).items
      #expect(still.map(\.handle) == ["P1"])
      #expect(try await clerk.plan(namesake, query: "&new=Jane%20Doe").status == .created)
      let two = try await clerk.get("sittings").read(as: ListShape<Sitting>.self).items
      #expect(Set(two.map(\.handle)) == ["P1", "P2"])
      let janes = two.flatMap { $0.panels.joined() }.filter { $0.name == "Jane Doe" }
      #expect(Set(janes.map(\.person)).count == 2)
      #expect(try await clerk.get("sittings/P3").code == "sitting_not_found")
    }
  }

  @Test func `the members of a sitting are put at the revision that was read`() async throws {
    let world = try await World.make()
    try await StaffClient.run(world) { clerk in
      #expect(try await clerk.plan().status == .created)
      let done = try await clerk.change(
        .put, "sittings/P1/members",
        #"{"members":[{"name":"Dev Member","isChair":true},{"name":"Eva Member"}]}"#,
        of: "sittings/P1", at: 1, as: SetMembers.title)
      #expect(done.status == .ok)
      let sitting = try done.read(as: Sitting.self)
      #expect(sitting.members.map(\.name) == ["Dev Member", "Eva Member"])
      #expect(sitting.members.map(\.isChair) == [true, false])
      #expect(sitting.revision == 2)
    }
  }

  @Test func `a line is logged once for its key and its id, and mended at its revision`()
    async throws
  {
    let world = try await World.make()
    let at = StaffSittingTests.second(1)
    let line = NewLogLine(id: "a", at: at, kind: .question, text: "What?")
    let other = NewLogLine(id: "a", at: at, kind: .question, text: "Who?")
    try await StaffClient.run(world) { clerk in
      #expect(try await clerk.plan().status == .created)
      let logged = try await clerk.twice(
        .post, "sittings/P1/log", LogRequest([line]).jsonBytes, as: LogLines.title)
      #expect(logged.status == .ok)
      let answer = try logged.read(as: LogAnswer.self)
      #expect(answer.taken == 1)
      #expect(answer.session == 1)
      #expect(answer.nextQuestion == 2)
      let again = try await clerk.log([line])
      #expect(try again.read(as: LogAnswer.self).known == 1)
      let reused = try await clerk.log([other])
      #expect(reused.status == .conflict)
      #expect(reused.code == "line_id_reused")
      let lines = try await clerk.get("sittings/OS1/log").read(as: ListShape<LogLine>.self).items
      #expect(lines.map(\.locator) == ["Q1"])
      #expect(lines.map(\.text) == ["What?"])

      let mended = try await clerk.change(
        .patch, "sittings/P1/log/a", #"{"text":"What then?"}"#, of: "sittings/P1/log/a", at: 1,
        as: MendLine.title)
      #expect(mended.status == .ok)
      let shown = try await clerk.get("sittings/P1/log/a")
      #expect(shown.text == mended.text)
      let now = try shown.read(as: LogLine.self)
      #expect(now.text == "What then?")
      #expect(now.revision == 2)
      #expect(try await clerk.get("sittings/P1/log/b").code == "log_line_not_found")
    }
  }

  @Test func `a transcript settles its sitting once and closes the log`() async throws {
    let world = try await World.make()
    let bytes = Array(Sample.heard.utf8)
    try await StaffClient.run(world) { clerk in
      #expect(try await clerk.plan().status == .created)
      let planned = try await clerk.get("sittings/P1").read(as: Sitting.self)
      #expect(try await clerk.log(StaffSittingTests.lines(of: planned)).status == .ok)
      let unnamed = try await clerk.send(
        .post, "/api/v1/inquiries/example/sessions/import?fileName=a.txt", bytes)
      #expect(unnamed.status == .conflict)
      #expect(unnamed.code == "sitting_unnamed")
      #expect(try await clerk.get("evidence/OS1").status == .notFound)

      let done = try await clerk.twice(
        .post, "sessions/import?fileName=a.txt&session=P1", bytes, as: ReceiveRecord.title)
      #expect(done.status == .created)
      let settled = try #require(try done.read(as: ImportReport.self).settled)
      #expect(settled.lineCount == 6)
      #expect(settled.matchedCount == 6)
      #expect(settled.privateStretches.map(\.firstTurn) == ["Q2"])
      #expect(try await clerk.get("evidence/OS1").status == .ok)
      let sitting = try await clerk.get("sittings/P1").read(as: Sitting.self)
      #expect(sitting.settledOn == World.today)
      #expect(sitting.state == .held)
      #expect(sitting.number == 1)

      let last = NewLogLine(id: "z", at: StaffSittingTests.second(9), kind: .turn, text: "Late.")
      let late = try await clerk.log([last])
      #expect(late.status == .conflict)
      #expect(late.code == "sitting_settled")
      let log = try await clerk.get("sittings/P1/log").read(as: ListShape<LogLine>.self).items
      #expect(log.count == 6)
    }
  }

  @Test func `what is said to be private stays out of what is published, once for its key`()
    async throws
  {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    let decision = #""decision":{"on":"\#(World.today)","by":"The committee"}"#
    try await StaffClient.run(world) { clerk in
      let hidden = try await clerk.twice(
        .post, "evidence/OS1/privacy", Array(#"{"private":["Q2","Q3"]}"#.utf8),
        as: SetPrivacy.title)
      #expect(hidden.status == .ok)
      #expect(try hidden.read(as: Source.self).reference == "OS1")
      let unknown = try await clerk.post("evidence/OS1/privacy", #"{"public":["Q3","Q9"]}"#)
      #expect(unknown.status == .notFound)
      #expect(unknown.code == "passage_not_found")
      let shown = try await clerk.post("evidence/OS1/privacy", #"{"public":["Q3"]}"#)
      #expect(shown.status == .ok)
      for step in ["accept", "publish"] {
        let moved = try await clerk.post(
          "evidence/\(step)", #"{"references":["OS1"],\#(decision)}"#)
        #expect(moved.status == .ok, "\(step)")
      }
      let address = "/api/public/v1/inquiries/example/sessions/1"
      let words = try await clerk.with(token: nil).send(.get, address).text
      #expect(words.contains("It was case 1."))
      #expect(!words.contains("case 2"))
      #expect(words.contains("It was case 3."))
      let late = try await clerk.post("evidence/OS1/privacy", #"{"public":["Q2"]}"#)
      #expect(late.status == .conflict)
      #expect(late.code == "state_does_not_allow")
    }
  }

  /// So many seconds after the sitting began.
  private static func second(_ number: Int64) -> Instant {
    Instant(microseconds: 1_699_351_200_000_000 + number * 1_000_000)
  }

  /// What a clerk typed of the transcript, its second question in private.
  private static func lines(of sitting: Sitting) -> [NewLogLine] {
    let (chair, dev) = (sitting.members.first?.person, sitting.members.last?.person)
    let panel = sitting.panels.first
    let (jane, tom) = (panel?.first?.person, panel?.last?.person)
    return [
      NewLogLine(
        id: "a", at: second(1), kind: .question, person: chair, text: "villages lost last bus?"),
      NewLogLine(
        id: "b", at: second(2), kind: .turn, person: jane,
        text: "one in three had no bus on a weekday"),
      NewLogLine(
        id: "c", at: second(3), kind: .question, person: dev, text: "who was the operator",
        isPrivate: true),
      NewLogLine(
        id: "d", at: second(4), kind: .turn, person: tom, text: "in confidence: Grasping Coaches",
        isPrivate: true),
      NewLogLine(
        id: "e", at: second(5), kind: .question, person: chair, text: "what would help first"),
      NewLogLine(
        id: "f", at: second(6), kind: .turn, person: jane,
        text: "one bus a day that can be relied on"),
    ]
  }
}

extension StaffClient {
  fileprivate func plan(
    _ agenda: String = Sample.agenda, query: String = ""
  ) async throws -> TestResponse {
    try await send(
      .post, "/api/v1/inquiries/example/sittings/plan?fileName=agenda.txt\(query)",
      Array(agenda.utf8))
  }

  fileprivate func log(_ lines: [NewLogLine]) async throws -> TestResponse {
    try await send(
      .post, "/api/v1/inquiries/example/sittings/P1/log", LogRequest(lines).jsonBytes)
  }
}
