import Foundation
import HTTPTypes
import HummingbirdTesting
import Inquiries
import TestSupport
import Testing

/// Remarks, policy and traces over the API.
@Suite(.database) struct StaffRemarkTests {
  private static let remark = "/api/v1/inquiries/example/draft/remarks/"

  private func drafted() async throws -> World {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.push(Sample.draft())
    return world
  }

  @Test func `a remark is waived at the revision that was read, and once for its key`()
    async throws
  {
    let world = try await drafted()
    let (_, token) = try await world.user("Ada Author", .author)
    try await StaffClient.run(world) { client in
      let client = client.with(token: token)
      let list = try await client.get("draft/remarks")
      let json = try #require(
        try JSONSerialization.jsonObject(with: Data(list.text.utf8)) as? [String: Any])
      let items = try #require(json["items"] as? [[String: Any]])
      let found = items.first { $0["code"] as? String == "finding_without_evidence" }
      let id = try #require(found?["id"] as? String)
      let path = StaffRemarkTests.remark + "\(id)/waiver"
      let body = Array(#"{"reason":"It is known."}"#.utf8)
      #expect(try await client.send(.put, path, body).code == "if_match_missing")
      let key = try #require(HTTPField.Name("Idempotency-Key"))
      let headers: HTTPFields = [.ifMatch: "\"0\"", key: "k1"]
      let first = try await client.send(.put, path, body, headers: headers)
      let again = try await client.send(.put, path, body, headers: headers)
      #expect(first.status == .ok)
      #expect(first.text.contains(#""holds":true"#))
      #expect(again.text == first.text)
      let late = try await client.send(.put, path, body, headers: [.ifMatch: "\"0\""])
      #expect(late.status == .preconditionFailed)
      let unknown = try await client.send(
        .put, path, Array(#"{"reason":"x","why":"y"}"#.utf8), headers: [.ifMatch: "\"1\""])
      #expect(unknown.code == "field_unknown")
      let lifted = try await client.send(.delete, path, headers: [.ifMatch: "\"1\""])
      #expect(lifted.text.contains(#""waiver":null"#))
    }
  }

  @Test(arguments: [
    ("matrices/findings?format=csv", "text/csv; charset=utf-8", "Finding"),
    ("matrices/sources?format=html", "text/html; charset=utf-8", "<th scope=\"row\">OS1"),
    ("coverage?format=html", "text/html; charset=utf-8", "<caption>"),
    ("asks?unanswered=true", "application/json", #"{"items":[],"next":null}"#),
    ("chain?format=svg&recommendation=1", "image/svg+xml", "<svg"),
    ("chain?format=text", "text/plain; charset=utf-8", "No evidence is linked."),
    ("chain?finding=late-help", "application/json", "\"key\":\"late-help\""),
  ])
  func `what rests on what is told in several forms`(path: String, type: String, words: String)
    async throws
  {
    let world = try await drafted()
    try await StaffClient.run(world) { client in
      let answer = try await client.get(path)
      #expect(answer.status == .ok)
      #expect(answer.headers[.contentType] == type)
      #expect(answer.text.contains(words))
    }
  }

  @Test(arguments: [
    ("asks?limit=0", "query_value"), ("asks?format=svg", "query_value"),
    ("matrices/none", "matrix_not_found"), ("matrices/findings?format=svg", "query_value"),
    ("chain?finding=1&recommendation=1", "query_value"), ("chain?finding=9", "finding_not_found"),
    ("chain?recommendation=9", "recommendation_not_found"),
  ])
  func `what is not there is refused`(path: String, code: String) async throws {
    let world = try await drafted()
    try await StaffClient.run(world) { client in
      let answer = try await client.get(path)
      #expect(answer.code == code)
    }
  }
}
