import Conduct
import Foundation
import HTTPTypes
import HummingbirdTesting
import Inquiries
import Records
import TestSupport
import Testing
import Wire

/// The end of an inquiry, what the next one takes over, and two entries of one person,
/// over the API.
@Suite(.database) struct StaffSuccessionTests {
  private static let decision = #""decision":{"on":"\#(World.today)","by":"The committee"}"#

  @Test func `an inquiry lapses once, at the revision that was read where one is said`()
    async throws
  {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    let act = "{\(StaffSuccessionTests.decision)}"
    let dryAct = #"{"dryRun":true,\#(StaffSuccessionTests.decision)}"#
    let list = #"{"references":["OS1"],\#(StaffSuccessionTests.decision)}"#
    try await StaffClient.run(world) { clerk in
      let path = "/api/v1/inquiries/example"
      let before = try await clerk.send(.get, path)
      let tag = try #require(before.headers[.eTag])
      let stale = try await clerk.post("lapse", act, headers: [.ifMatch: "\"1\""])
      #expect(stale.status == .preconditionFailed)
      #expect(stale.code == "revision_differs")
      let dry = try await clerk.post("lapse", dryAct)
      #expect(dry.status == .ok)
      #expect(try await clerk.send(.get, path).text == before.text)

      let done = try await clerk.twice(
        .post, "lapse", Array(act.utf8), headers: [.ifMatch: tag], as: LapseInquiry.title)
      #expect(done.status == .ok)
      #expect(done.text == #"{"count":1}"#)
      let inquiry = try await clerk.send(.get, path).read(as: Inquiry.self)
      #expect(inquiry.lapsedOn == World.today)
      let again = try await clerk.post("lapse", act)
      #expect(again.status == .conflict)
      #expect(again.code == "inquiry_lapsed")
      #expect(try await clerk.post("evidence/accept", list).status == .ok)
      let late = try await clerk.post("evidence/publish", list)
      #expect(late.status == .conflict)
      #expect(late.code == "inquiry_lapsed")
      let source = try await clerk.get("evidence/OS1").read(as: Source.self)
      #expect(source.state == .accepted)
    }
  }

  @Test func `a launch is shown as the public would see it, and done as it was shown`()
    async throws
  {
    let world = try await World.make()
    try await world.perform(LapseInquiry(World.decided))
    let next = Inquiry(
      body: Body(slug: "body-example", name: "The Body", kind: .commonsCommittee), slug: "next",
      title: "The next inquiry", referencePrefix: "NXT", summary: "What comes next.",
      termsOfReference: "1. Why it is late.", predecessorSlug: World.slug)
    _ = try await world.office.perform(OpenInquiry(next), by: .machineOperator)
    try await world.receive(Sample.transcript(), in: "next")
    try await world.perform(AcceptSources(["OS1"], World.decided), in: "next")
    let token = try await world.user("Alma Admin", .administrator, in: nil).token
    try await StaffClient.run(world) { clerk in
      let client = clerk.with(token: token)
      let path = "/api/v1/inquiries/next"
      func launch(_ first: String, headers: HTTPFields = [:]) async throws -> TestResponse {
        let body = "{\(first)\(StaffSuccessionTests.decision)}"
        return try await client.send(.post, "\(path)/launch", Array(body.utf8), headers: headers)
      }
      let before = try await client.send(.get, path).text
      let dry = try await launch(#""dryRun":true,"#)
      #expect(dry.status == .ok)
      let tag = try #require(dry.headers[.eTag])
      let shown = try dry.read(as: LaunchedInquiry.self)
      #expect(shown.title == "The next inquiry")
      #expect(shown.summary == "What comes next.")
      #expect(shown.termsOfReference == "1. Why it is late.")
      #expect(shown.predecessorSlug == World.slug)
      #expect(shown.publicSessions == 1)
      #expect(shown.launchedOn == World.today)
      #expect(try await client.send(.get, path).text == before)
      #expect(try await client.send(.get, "/api/public/v1/inquiries/next").status == .notFound)

      let edit = Array(#"{"title":"Another title"}"#.utf8)
      #expect(
        try await client.send(.patch, path, edit, headers: [.ifMatch: tag]).status == .ok)
      let stale = try await launch("", headers: [.ifMatch: tag])
      #expect(stale.status == .preconditionFailed)
      #expect(stale.code == "revision_differs")
      let again = try await launch(#""dryRun":true,"#)
      let seen = try #require(again.headers[.eTag])
      let done = try await launch("", headers: [.ifMatch: seen])
      #expect(done.status == .ok)
      #expect(done.text == again.text)
      #expect(done.text.contains("Another title"))
      let inquiry = try await client.send(.get, path).read(as: Inquiry.self)
      #expect(inquiry.isLaunched)
      let launched = try done.read(as: LaunchedInquiry.self)
      #expect(launched.revision == inquiry.revision)
    }
  }

  @Test func `evidence is carried once into the inquiry that follows, as it was read`()
    async throws
  {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.receive(Sample.transcript(from: 4, on: "Tuesday 14 November 2023"))
    try await world.perform(LapseInquiry(World.decided))
    let next = Inquiry(
      body: Body(slug: "body-example", name: "The Body", kind: .commonsCommittee), slug: "next",
      title: "The next inquiry", referencePrefix: "NXT", predecessorSlug: World.slug,
      launchedOn: World.today)
    _ = try await world.office.perform(OpenInquiry(next), by: .machineOperator)
    try await world.perform(LaunchInquiry(World.decided), in: "next")
    let token = try await world.user("Alma Admin", .administrator, in: nil).token
    let list = #"{"references":["OS1-2"],\#(StaffSuccessionTests.decision)}"#
    let dryList = #"{"references":["OS1-2"],"dryRun":true,\#(StaffSuccessionTests.decision)}"#
    try await StaffClient.run(world) { clerk in
      let client = clerk.with(token: token)
      let path = "/api/v1/inquiries/next"
      func carry(
        _ client: StaffClient, _ body: String, headers: HTTPFields = [:]
      ) async throws -> TestResponse {
        try await client.send(.post, "\(path)/carry", Array(body.utf8), headers: headers)
      }
      #expect(try await carry(clerk, list).code == "inquiry_not_found")
      let before = try await client.get("evidence")
      let revisions = try before.read(as: ListShape<Source>.self).items.map { "\($0.revision)" }
      let tag = "\"\(revisions.joined(separator: "."))\""
      // Both were at the first revision when they were received.
      let stale = try await carry(client, list, headers: [.ifMatch: "\"1.1\""])
      #expect(stale.status == .preconditionFailed)
      #expect(stale.code == "revision_differs")
      #expect(try await carry(client, dryList).status == .ok)
      #expect(try await client.send(.get, "\(path)/evidence").text == #"{"items":[]}"#)

      let done = try await client.twice(
        .post, "carry", Array(list.utf8), headers: [.ifMatch: tag], as: CarrySources.title,
        in: "next")
      #expect(done.status == .ok)
      let carried = try done.read(as: ListShape<MovedSource>.self).items
      #expect(carried.map(\.stateBefore) == [.published, .received])
      let answer = try await client.send(.get, "\(path)/evidence")
      let shown = try answer.read(as: ListShape<Source>.self).items
      #expect(shown.map(\.reference) == ["OS1", "OS2"])
      #expect(shown.map(\.state) == [.received, .received])
      #expect(try await client.get("evidence").text == before.text)
      let again = try await carry(client, list)
      #expect(again.status == .conflict)
      #expect(again.code == "carried_already")
    }
  }

  @Test func `two entries of one person are joined once and parted once, at their revisions`()
    async throws
  {
    let world = try await World.make()
    try await world.publish(Sample.transcript(witness: "Jane Smyth"))
    try await world.publish(
      Sample.transcript(from: 4, on: "Tuesday 14 November 2023", witness: "Jane Smith"))
    let people = try await world.read { try Person.all(as: $0, on: $1) }
    let old = try #require(people.first { $0.name == "Jane Smyth" }).id
    let kept = try #require(people.first { $0.name == "Jane Smith" }).id
    try await StaffClient.run(world) { clerk in
      #expect(try await clerk.witnesses() == ["Jane Smyth", "Jane Smith"])
      let stale = try await clerk.post(
        "people/\(old)/merge", #"{"into":\#(kept),"intoRevision":9}"#,
        headers: [.ifMatch: "\"1\""])
      #expect(stale.status == .preconditionFailed)
      #expect(stale.code == "revision_differs")
      let dry = try await clerk.post(
        "people/\(old)/merge", #"{"into":\#(kept),"intoRevision":1,"dryRun":true}"#,
        headers: [.ifMatch: "\"1\""])
      #expect(dry.status == .ok)
      #expect(dry.headers[.eTag] == "\"1\"")
      let shown = try dry.read(as: MergedShape.self)
      #expect(shown.survivor.name == "Jane Smith")
      #expect(shown.moved.sessions == 1)
      #expect(try await clerk.get("person-merges").text == #"{"items":[]}"#)

      let joined = try await clerk.change(
        .post, "people/\(old)/merge", #"{"into":\#(kept),"intoRevision":1}"#, of: "people", at: 1,
        as: MergePeople.title)
      #expect(joined.status == .created)
      let merged = try joined.read(as: MergedShape.self)
      #expect(merged.moved == shown.moved)
      let merge = merged.merge
      #expect(merge.name == "Jane Smyth")
      #expect(merge.intoName == "Jane Smith")
      #expect(try await clerk.witnesses() == ["Jane Smith", "Jane Smith"])
      #expect(try await clerk.get("people/\(old)").code == "person_not_found")
      let listed = try await clerk.get("person-merges").read(as: ListShape<MergeShape>.self).items
      #expect(listed.map(\.id) == [merge.id])
      #expect(listed.map(\.undoneAt) == [nil])

      let undo = "person-merges/\(merge.id)/undo"
      let parted = try await clerk.change(
        .post, undo, "", of: "person-merges", at: merge.revision, as: UnmergePeople.title)
      #expect(parted.status == .ok)
      let undone = try parted.read(as: MergeShape.self)
      #expect(undone.undoneAt != nil)
      #expect(try await clerk.witnesses() == ["Jane Smyth", "Jane Smith"])
      #expect(try await clerk.get("people/\(old)").status == .ok)
      let again = try await clerk.post(undo, "", headers: [.ifMatch: "\"\(undone.revision)\""])
      #expect(again.status == .conflict)
      #expect(again.code == "merge_undone")
    }
  }
}

extension StaffClient {
  /// Who is listed as a witness, by session.
  fileprivate func witnesses() async throws -> [String] {
    let sessions = try await get("sessions").read(as: ListShape<Session>.self).items
    return sessions.flatMap(\.panels).joined().map(\.name)
  }
}
