import Conduct
import Foundation
import HTTPTypes
import HummingbirdTesting
import Inquiries
import Records
import TestSupport
import Testing
import Wire

/// Staff, inquiries and people over the API.
@Suite(.database) struct StaffPeopleTests {
  private static let key = HTTPField.Name("Idempotency-Key")

  private func administrator(_ world: World) async throws -> String {
    try await world.user("Alma Admin", .administrator, in: nil).token
  }

  @Test func `a user is entered, given a role and a token, and loses them again`() async throws {
    let world = try await World.make()
    let token = try await administrator(world)
    try await StaffClient.run(world) { clerk in
      let client = clerk.with(token: token)
      func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: String = "", revision: Int? = nil
      ) async throws -> TestResponse {
        var headers: HTTPFields = [:]
        headers[.ifMatch] = revision.map { "\"\($0)\"" }
        return try await client.send(
          method, "/api/v1/staff\(path)", Array(body.utf8), headers: headers)
      }
      #expect(try await send(.post, "", #"{"name":"Ada Clerk"}"#).status == .created)
      #expect(try await send(.post, "", #"{"name":"Ada Clerk"}"#).code == "staff_user_known")
      let role = #"{"role":"clerk","inquiry":"example"}"#
      #expect(try await send(.post, "/Ada%20Clerk/roles", role).code == "if_match_missing")
      let given = try await send(.post, "/Ada%20Clerk/roles", role, revision: 1)
      #expect(given.text.contains(#""roles":[{"role":"clerk","inquiry":"example"}]"#))
      #expect(
        try await send(.post, "/Ada%20Clerk/roles", role, revision: 1).status
          == .preconditionFailed)
      let issued = try await send(.post, "/Ada%20Clerk/tokens", #"{"label":"laptop"}"#)
      #expect(issued.status == .created)
      let shown = try TokenShape(JSONObject(Array(issued.body.readableBytesView)))
      let ada = client.with(token: shown.token)
      #expect(try await ada.get("evidence").status == .ok)
      #expect(try await ada.send(.get, "/api/v1/staff").code == "administrators_only")
      let one = try await client.send(.get, "/api/v1/staff/Ada%20Clerk")
      #expect(one.headers[.eTag] == "\"3\"")
      let taken = try await send(
        .delete, "/Ada%20Clerk/roles/clerk?inquiry=example", revision: 3)
      #expect(taken.status == .ok)
      #expect(try await ada.get("evidence").status == .notFound)
      #expect(
        try await send(.delete, "/Ada%20Clerk/roles/clerk?inquiry=example", revision: 4).code
          == "role_not_held")
      #expect(try await send(.post, "/Ada%20Clerk/revoke-tokens").text == #"{"count":1}"#)
      #expect(try await ada.get("evidence").status == .unauthorized)
      #expect(
        try await send(.delete, "/Alma%20Admin/roles/administrator", revision: 1).code
          == "last_administrator")
    }
  }

  @Test func `a token asked for twice under one key is one token, and is kept nowhere`()
    async throws
  {
    let world = try await World.make()
    let token = try await administrator(world)
    let key = try #require(StaffPeopleTests.key)
    try await StaffClient.run(world) { clerk in
      let client = clerk.with(token: token)
      func issue(_ label: String) async throws -> TestResponse {
        try await client.send(
          .post, "/api/v1/staff/Cleo%20Clerk/tokens", Array(#"{"label":"\#(label)"}"#.utf8),
          headers: [key: "k1"])
      }
      let first = try await issue("a")
      #expect(try await issue("a").text == first.text)
      #expect(try await issue("b").code == "idempotency_key_reused")
      let shown = try TokenShape(JSONObject(Array(first.body.readableBytesView)))
      #expect(try await client.with(token: shown.token).get("evidence").status == .ok)
      let kept = try await world.staff.run { connection in
        try connection.query("SELECT body FROM record.idempotency_key") { try $0.next() as [UInt8] }
      }
      #expect(kept.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("inq_") })
      #expect(
        try await client.send(.get, "/api/v1/staff/Cleo%20Clerk").text.contains(#""tokens":2"#))
    }
  }

  @Test func `an administrator of one inquiry gives roles in it and nowhere else`() async throws {
    let world = try await World.make()
    try await world.open("other")
    let token = try await world.user("Lo Cal", .administrator).token
    try await StaffClient.run(world) { clerk in
      let client = clerk.with(token: token)
      func grant(_ inquiry: String) async throws -> TestResponse {
        try await client.send(
          .post, "/api/v1/staff/Cleo%20Clerk/roles",
          Array(#"{"role":"author","inquiry":\#(inquiry)}"#.utf8), headers: [.ifMatch: "\"1\""])
      }
      let everywhere = try await grant("null")
      #expect(everywhere.code == "administrators_only")
      let elsewhere = try await grant(#""other""#)
      #expect(elsewhere.code == "inquiry_not_found")
      let here = try await grant(#""example""#)
      #expect(here.status == .ok)
      let audit = try await client.get("audit")
      #expect(audit.text.contains("change role"))
    }
  }

  @Test func `an inquiry is mended and its terms revised, under If-Match, version by version`()
    async throws
  {
    let world = try await World.make()
    try await StaffClient.run(world) { client in
      let path = "/api/v1/inquiries/example"
      let read = try await client.send(.get, path)
      let tag = try #require(read.headers[.eTag])
      let edit = Array(#"{"title":"A better title","banner":"Look"}"#.utf8)
      #expect(try await client.send(.patch, path, edit).code == "if_match_missing")
      let edited = try await client.send(.patch, path, edit, headers: [.ifMatch: tag])
      #expect(edited.text.contains("A better title"))
      let late = try await client.send(.patch, path, edit, headers: [.ifMatch: tag])
      #expect(late.status == .preconditionFailed)
      for (number, text) in ["First.", "Second."].enumerated() {
        let now = try #require(try await client.send(.get, path).headers[.eTag])
        let made = try await client.post(
          "terms",
          #"{"text":"\#(text)","decision":{"on":"2020-02-03","by":"The committee"}}"#,
          headers: [.ifMatch: now])
        #expect(made.status == .created)
        #expect(made.text.contains(#""version":\#(number + 1)"#))
      }
      #expect(try await client.get("terms").text.contains("First."))
      let shown = try await client.send(.get, "/api/public/v1/inquiries/example")
      #expect(shown.text.contains("Second."))
      #expect(shown.text.contains("A better title"))
    }
  }

  @Test func `a problem has the title of its status, and things that change have a tag`()
    async throws
  {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    let person = try #require(try await world.read { try Person.all(as: $0, on: $1) }.first)
    try await StaffClient.run(world) { client in
      let problem = try await client.get("evidence/OS9")
      #expect(problem.text.contains(#""title":"Not Found""#))
      for path in ["evidence/OS1", "people/\(person.id)"] {
        #expect(try await client.get(path).headers[.eTag] == "\"1\"")
      }
    }
  }

  @Test func `a former name is listed until it is said to have been a mistake`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    let people = try await world.read { try Person.all(as: $0, on: $1) }
    let person = try #require(people.first { $0.name == "Ann Witness" })
    try await StaffClient.run(world) { client in
      let path = "/api/v1/inquiries/example/people/\(person.id)"
      for (name, revision) in [(#""Ann Other""#, 1), (#""Ann Third","mistake":true"#, 2)] {
        let renamed = try await client.send(
          .patch, path, Array(#"{"name":\#(name)}"#.utf8),
          headers: [.ifMatch: "\"\(revision)\""])
        #expect(renamed.status == .ok)
      }
      let names = "people/\(person.id)/former-names"
      let listed = try await client.get(names).read(as: ListShape<FormerName>.self).items
      #expect(listed.map(\.name) == ["Ann Witness"])
      let former = try #require(listed.first)
      let mistake = "\(names)/\(former.id)/mistake"
      #expect(try await client.post(mistake, "").code == "if_match_missing")
      let done = try await client.post(mistake, "", headers: [.ifMatch: "\"3\""])
      #expect(done.status == .ok)
      #expect(try done.read(as: Person.self).revision == 4)
      #expect(try await client.get(names).text == #"{"items":[]}"#)
      let again = try await client.post(mistake, "", headers: [.ifMatch: "\"4\""])
      #expect(again.code == "former_name_not_found")
    }
  }
}
