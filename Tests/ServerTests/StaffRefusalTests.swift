import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Inquiries
import TestSupport
import Testing

/// What the staff side answers to bad input: a status, a stable code, a place.
@Suite(.database) struct StaffRefusalTests {
  private static let importPath = "/api/v1/inquiries/example/sessions/import?fileName="

  @Test func `a missing or foreign token is told apart from nothing else`() async throws {
    let world = try await World.make()
    try await StaffClient.run(world) { client in
      let missing = try await client.with(token: nil).get("sessions")
      #expect(missing.status == .unauthorized)
      #expect(missing.code == "token_missing")
      let foreign = try await client.with(token: "inq_00").get("sessions")
      #expect(foreign.status == .unauthorized)
      #expect(foreign.code == "token_unknown")
      let elsewhere = try await client.send(.get, "/api/v1/inquiries/unknown/sessions")
      #expect(elsewhere.status == .notFound)
    }
  }

  @Test(arguments: [
    ("{", "json_malformed"), ("[]", "json_malformed"),
    (#"{"references":["OS1"]}"#, "field_missing"),
    (#"{"references":["OS1"],"decision":{"on":"2020-02-30","by":"x"}}"#, "field_value"),
    (#"{"references":"OS1","decision":{"on":"2020-02-03","by":"x"}}"#, "field_type"),
    (#"{"references":["OS1"],"decision":{"on":"2020-02-03","by":"x","bye":1}}"#, "field_unknown"),
  ])
  func `a body that cannot be taken is refused with its fault`(body: String, code: String)
    async throws
  {
    let world = try await World.make()
    try await StaffClient.run(world) { client in
      let answer = try await client.post("evidence/accept", body)
      #expect(answer.status == .badRequest)
      #expect(answer.code == code)
    }
  }

  @Test(arguments: [
    ("a.docx", Array("no zip".utf8), "not_a_zip"),
    ("a.txt", [0x51, 0xE9, 0x20], "encoding_invalid"),
    ("a.txt", [0x51, 0x00, 0x20], "nul_byte"), ("a.txt", Array("  \n".utf8), "no_text"),
    ("a.pdf", Array("%PDF-1.7\n".utf8), "paper_damaged"),
    ("a.doc", Array("words".utf8), "paper_kind_unknown"),
    ("a.pdf", Array("words".utf8), "paper_kind_differs"),
    ("a.txt", Array("Just words without any turn.".utf8), "no_turns"),
  ])
  func `a file that cannot be read is refused, and nothing is received`(
    name: String, bytes: [UInt8], code: String
  ) async throws {
    let world = try await World.make()
    try await StaffClient.run(world) { client in
      let answer = try await client.send(.post, StaffRefusalTests.importPath + name, bytes)
      #expect(answer.status == .unprocessableContent)
      #expect(answer.code == code)
      #expect(try await client.get("evidence").text == #"{"items":[]}"#)
    }
  }

  @Test func `numbers that go backwards are refused with the line`() async throws {
    let world = try await World.make()
    let text = Sample.transcript().replacing("Q3  Chair", with: "Q1  Chair")
    try await StaffClient.run(world) { client in
      let answer = try await client.send(
        .post, StaffRefusalTests.importPath + "a.txt", Array(text.utf8))
      #expect(answer.status == .unprocessableContent)
      #expect(answer.text.contains("Line 19 of a.txt"))
    }
  }

  @Test func `an upload beyond the limit gets 413, declared or not`() async throws {
    let world = try await World.make()
    try await StaffClient.run(world, maximumUpload: 1_000) { client in
      let large = [UInt8](repeating: 0x51, count: 2_000)
      let answer = try await client.send(.post, StaffRefusalTests.importPath + "a.txt", large)
      #expect(answer.status == .contentTooLarge)
      #expect(answer.code == "upload_too_large")
    }
  }

  @Test func `a change without or with an old If-Match is refused`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    let people = try await world.read { try Person.all(as: $0, on: $1) }
    let id = try #require(people.first).id
    try await StaffClient.run(world) { client in
      let path = "/api/v1/inquiries/example/people/\(id)"
      let body = Array(#"{"name":"New Name"}"#.utf8)
      #expect(try await client.send(.patch, path, body).code == "if_match_missing")
      let old = try await client.send(.patch, path, body, headers: [.ifMatch: "\"9\""])
      #expect(old.status == .preconditionFailed)
      let done = try await client.send(.patch, path, body, headers: [.ifMatch: "\"1\""])
      #expect(done.status == .ok)
    }
  }

  @Test(arguments: ["%00.txt", "..%2Fa.txt", "a.txt&language=%3Cb%3E", "a.txt&session=x"])
  func `a query that cannot be taken is refused`(query: String) async throws {
    let world = try await World.make()
    try await StaffClient.run(world) { client in
      let answer = try await client.send(
        .post, StaffRefusalTests.importPath + query, Array("Q1".utf8))
      #expect(answer.code == "query_value")
    }
  }

  @Test func `a part of an address means what was typed, however it is encoded`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    try await StaffClient.run(world) { client in
      #expect(try await client.get("evidence/%4FS1/corrections").status == .ok)
      let passage = try await client.get("evidence/Q4%2B1/corrections")
      #expect(passage.code == "source_not_found")
      #expect(passage.text.contains("There is no “Q4+1” in this inquiry."))
      let percent = try await client.get("tags/100%2525")
      #expect(percent.text.contains("“100%25”"))
      #expect(try await client.get("evidence/%00/corrections").code == "source_not_found")
      #expect(try await client.get("evidence/%FF/corrections").code == "source_not_found")
    }
  }

  @Test func `a stranger is turned away before the body is judged`() async throws {
    let world = try await World.make()
    try await StaffClient.run(world) { client in
      let stranger = client.with(token: nil)
      let answers = [
        try await stranger.post("links", "{"), try await stranger.post("links/1/drop", ""),
        try await stranger.get("sessions/x?y=1"),
      ]
      #expect(answers.map(\.status) == [.unauthorized, .unauthorized, .unauthorized])
    }
  }

  @Test func `unknown query parameters of an import are refused`() async throws {
    let world = try await World.make()
    try await StaffClient.run(world) { client in
      let answer = try await client.send(
        .post, StaffRefusalTests.importPath + "a.txt&dry_run=true", Array("Q1".utf8))
      #expect(answer.status == .badRequest)
      #expect(answer.code == "query_unknown")
    }
  }

  @Test func `an unknown address of the API is a problem, not a page`() async throws {
    let world = try await World.make()
    try await StaffClient.run(world) { client in
      let answer = try await client.send(.get, "/api/v1/nowhere")
      #expect(answer.status == .notFound)
    }
  }

  @Test func `a retried import acts once and answers the same`() async throws {
    let world = try await World.make()
    let key = try #require(HTTPField.Name("Idempotency-Key"))
    try await StaffClient.run(world) { client in
      let body = Array(Sample.transcript().utf8)
      let path = StaffRefusalTests.importPath + "a.txt"
      let first = try await client.send(.post, path, body, headers: [key: "k1"])
      let second = try await client.send(.post, path, body, headers: [key: "k1"])
      #expect(first.status == .created)
      #expect(second.status == .created)
      #expect(first.text == second.text)
      let other = try await client.send(
        .post, path, Array(Sample.transcript(from: 9).utf8), headers: [key: "k1"])
      #expect(other.status == .unprocessableContent)
      #expect(other.code == "idempotency_key_reused")
    }
  }

  @Test func `with the database gone it says 503, and recovers by itself`() async throws {
    let world = try await World.make()
    try await StaffClient.run(world) { client in
      #expect(try await client.get("sessions").status == .ok)
      let name = world.database.name
      try await world.database.elsewhere { connection in
        try connection.execute("ALTER DATABASE \(unsafe: name) ALLOW_CONNECTIONS false")
        try connection.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = \(name)")
      }
      let down = try await client.get("sessions")
      #expect(down.status == .serviceUnavailable)
      #expect(down.code == "database_busy")
      #expect(down.headers[.retryAfter] != nil)
      try await world.database.elsewhere { connection in
        try connection.execute("ALTER DATABASE \(unsafe: name) ALLOW_CONNECTIONS true")
      }
      #expect(try await client.get("sessions").status == .ok)
    }
  }
}
