import Conduct
import Foundation
import HTTPTypes
import HummingbirdTesting
import Inquiries
import Records
import TestSupport
import Testing

/// Suggestions over the API, from asking to affirming and refusing.
@Suite(.database) struct StaffSuggestionTests {
  private static let drop = #"{"recommendation":"1","locators":["Q1+1"]}"#
  private static let affirm = """
    {"recommendation":"1","locator":"Q1+1","stance":"supports","affirmed":true}
    """

  private func drafted() async throws -> World {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.push(Sample.draft())
    return world
  }

  private func json(_ answer: TestResponse) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
  }

  private func locators(_ answer: TestResponse) throws -> [String?] {
    try #require(try json(answer)["items"] as? [[String: Any]]).map { $0["locator"] as? String }
  }

  @Test func `all who have a role may ask, and are told that words alone found it`() async throws {
    let world = try await drafted()
    try await StaffClient.run(world) { client in
      let answers = [
        try await client.get("recommendations/1/suggestions"),
        try await client.get("recommendations/earlier-help/suggestions?limit=2"),
        try await client.get("findings/1/suggestions"),
        try await client.post("suggestions", #"{"text":"Help came late.","limit":2}"#),
      ]
      for answer in answers {
        #expect(answer.status == .ok)
        let told = try json(answer)
        #expect(told["comparison"] as? String == "by_words")
        #expect((told["note"] as? String)?.contains("--with-meaning") == true)
        let found = try locators(answer)
        #expect(found.contains("Q1+1"))
      }
      let second = try locators(answers[1])
      #expect(second.count == 2)
      let keys = try answers.map { try json($0)["key"] as? String }
      #expect(keys == ["earlier-help", "earlier-help", "late-help", nil])
      let all = try json(try await client.get("suggestions"))
      let items = try #require(all["items"] as? [[String: Any]])
      #expect(items.map { $0["number"] as? Int } == [1])
    }
  }

  @Test(arguments: [
    ("recommendations/9/suggestions", 404, "recommendation_not_found"),
    ("findings/none/suggestions", 404, "finding_not_found"),
    ("recommendations/1/suggestions?limb=3", 404, "limb_not_found"),
    ("findings/1/suggestions?limb=3", 400, "query_unknown"),
    ("recommendations/1/suggestions?limit=0", 422, "query_value"),
    ("suggestions?limit=many", 422, "query_value"),
    ("suggestions?of=1", 400, "query_unknown"),
  ])
  func `what cannot be asked is refused`(path: String, status: Int, code: String) async throws {
    let world = try await drafted()
    try await StaffClient.run(world) { client in
      let answer = try await client.get(path)
      #expect(answer.code == code)
      #expect(answer.status.code == status)
    }
  }

  @Test(arguments: [
    ("suggestions", #"{"text":" … "}"#, "text_without_words"),
    ("suggestions", #"{"text":"help","limit":101}"#, "limit_range"),
    ("suggestions", #"{"words":"help"}"#, "field_missing"),
    ("suggestions/drop", #"{"locators":["Q1"]}"#, "field_missing"),
    ("suggestions/drop", #"{"recommendation":"1","locators":[]}"#, "locators_missing"),
    ("suggestions/drop", #"{"recommendation":"1","locators":["Q99"]}"#, "passage_not_found"),
    ("suggestions/drop", #"{"recommendation":"7","locators":["Q1"]}"#, "recommendation_not_found"),
  ])
  func `a body that cannot be taken is refused`(path: String, body: String, code: String)
    async throws
  {
    let world = try await drafted()
    let (_, token) = try await world.user("Ada Author", .author)
    try await StaffClient.run(world) { client in
      let answer = try await client.with(token: token).post(path, body)
      #expect(answer.code == code)
    }
  }

  @Test func `a clerk refuses nothing, and a stranger learns nothing`() async throws {
    let world = try await drafted()
    try await world.open("other")
    let (_, foreign) = try await world.user("Sue Stranger", .author, in: "other")
    try await StaffClient.run(world) { client in
      let clerk = try await client.post("suggestions/drop", Self.drop)
      #expect(clerk.code == "role_needed")
      for path in [
        "recommendations/1/suggestions", "findings/1/suggestions", "suggestions",
      ] {
        let stranger = try await client.with(token: foreign).get(path)
        #expect(stranger.status == .notFound && stranger.code == "inquiry_not_found")
        let nobody = try await client.with(token: nil).get(path)
        #expect(nobody.status == .unauthorized)
      }
      for (path, body) in [("suggestions", #"{"text":"help"}"#), ("suggestions/drop", Self.drop)] {
        let stranger = try await client.with(token: foreign).post(path, body)
        #expect(stranger.code == "inquiry_not_found")
        let nobody = try await client.with(token: nil).post(path, body)
        #expect(nobody.status == .unauthorized)
      }
    }
  }

  @Test func `a retried refusal refuses once, and its key means one request`() async throws {
    let world = try await drafted()
    let (_, token) = try await world.user("Ada Author", .author)
    try await StaffClient.run(world) { client in
      let client = client.with(token: token)
      let key = try #require(HTTPField.Name("Idempotency-Key"))
      let first = try await client.post("suggestions/drop", Self.drop, headers: [key: "k"])
      let again = try await client.post("suggestions/drop", Self.drop, headers: [key: "k"])
      #expect(first.text == #"{"count":1}"#)
      #expect(again.text == first.text)
      let other = try await client.post(
        "suggestions/drop", #"{"finding":"1","locators":["Q1+1"]}"#, headers: [key: "k"])
      #expect(other.status == .unprocessableContent)
      let anew = try await client.post("suggestions/drop", Self.drop)
      #expect(anew.text == #"{"count":0}"#)
      let left = try locators(try await client.get("recommendations/1/suggestions"))
      #expect(!left.contains("Q1+1"))
    }
  }

  @Test func `two authors who affirm and drop at once settle it, and the audit tells how`()
    async throws
  {
    let world = try await drafted()
    let (_, ada) = try await world.user("Ada Author", .author)
    let (_, ben) = try await world.user("Ben Author", .author)
    try await StaffClient.run(world) { client in
      let suggested = Self.affirm.replacing("true", with: "false")
      let made = try await client.with(token: ada).post("links", suggested)
      #expect(made.status == .created)
      let headers: HTTPFields = [.ifMatch: "\"1\""]
      let path = "/api/v1/inquiries/example/links/1/"
      async let affirming = client.with(token: ada).send(.post, path + "affirm", headers: headers)
      async let dropping = client.with(token: ben).send(.post, path + "drop", headers: headers)
      let answers = try await [affirming, dropping]
      #expect(answers.count { $0.status == .ok } == 1)
      let stale = try #require(answers.first { $0.status == .preconditionFailed })
      #expect(stale.code == "revision_differs")
      let isAffirmed = answers[0].status == .ok
      let link = try await client.get("links/1")
      #expect(link.text.contains("\"status\":\"\(isAffirmed ? "affirmed" : "dropped")\""))
      #expect(link.headers[.eTag] == "\"2\"")
      let told = try await world.staff.run { connection in
        try connection.query(
          """
          SELECT act || ' ' || name FROM record.audit_entry
          JOIN record.staff_user ON staff_user.id = staff_user_id
          WHERE act LIKE '%link%' ORDER BY audit_entry.id
          """
        ) { row in try row.next() as String }
      }
      #expect(told.count == 2 && told[0] == "link evidence Ada Author")
      #expect(told[1].hasSuffix(isAffirmed ? "Ada Author" : "Ben Author"))
    }
  }

  @Test func `what one affirms and another refuses at once stays affirmed`() async throws {
    let world = try await drafted()
    let (_, ada) = try await world.user("Ada Author", .author)
    let (_, ben) = try await world.user("Ben Author", .author)
    try await StaffClient.run(world) { client in
      async let affirming = client.with(token: ada).post("links", Self.affirm)
      async let refusing = client.with(token: ben).post("suggestions/drop", Self.drop)
      let (affirmed, refused) = try await (affirming, refusing)
      #expect(affirmed.status == .created)
      // The link stands: a refusal speaks of what is suggested, and comes first or not at all.
      let isRefused = refused.status == .ok
      #expect(isRefused || refused.code == "suggestion_linked")
      let links = try await client.get("links")
      #expect(links.text.contains(#""status":"affirmed""#))
      let left = try locators(try await client.get("recommendations/1/suggestions"))
      #expect(!left.contains("Q1+1"))
      let acts = try await world.staff.run { connection in
        try connection.query(
          """
          SELECT act FROM record.audit_entry
          JOIN record.staff_user ON staff_user.id = staff_user_id
          WHERE name LIKE '% Author' ORDER BY act
          """
        ) { row in try row.next() as String }
      }
      #expect(acts == (isRefused ? ["drop suggestions"] : []) + ["link evidence"])
    }
  }
}
