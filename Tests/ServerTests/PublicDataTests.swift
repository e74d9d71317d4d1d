import Foundation
import Hummingbird
import Testing

@testable import Server

/// The public API: the same as the pages, for programs.
@Suite struct PublicDataTests {
  private let hedges = PublicFixture.api + PublicFixture.inquiry

  @Test func `an inquiry carries the totals that its page shows`() async throws {
    try await PublicDatabase.withSite { _, site in
      let list = try await site.json("\(PublicFixture.api)/inquiries")
      let inquiries = try #require(list["inquiries"] as? [[String: Any]])
      #expect(inquiries.map { $0["slug"] as? String } == ["hedges", "ponds"])
      let one = try await site.json(hedges)
      #expect(
        one["totals"] as? [String: Int] == [
          "publicSessions": 3, "privateSessions": 2, "witnesses": 3, "submissions": 3,
          "questions": 5, "findings": 1,
          "recommendations": 2,
        ])
      #expect(one["url"] as? String == "https://evidence.example/inquiries/hedges")
      #expect(one["banner"] as? String == PublicFixture.banner)
    }
  }

  @Test func `a session carries its records and their passages`() async throws {
    try await PublicDatabase.withSite { _, site in
      let session = try await site.json("\(hedges)/sessions/1")
      let records = try #require(session["records"] as? [[String: Any]])
      let passages = try #require(records.first?["passages"] as? [[String: Any]])
      #expect(passages.count == 8)
      #expect(passages[2]["locator"] as? String == "Q1+1")
      #expect((passages[2]["text"] as? String)?.hasSuffix("\n\nThat is all.") ?? false)
      let cited = try #require(passages[2]["citedBy"] as? [[String: Any]])
      #expect(
        cited.first?["url"] as? String
          == "https://evidence.example/inquiries/hedges/recommendations/1")
      let hidden = try await site.json("\(hedges)/sessions")
      let sessions = try #require(hidden["sessions"] as? [[String: Any]])
      #expect(sessions.count == 5)
      #expect(sessions.last?["url"] is NSNull)
      #expect(sessions.last?["heldOn"] is NSNull)
    }
  }

  @Test func `a question knows its neighbours and what it is used for`() async throws {
    try await PublicDatabase.withSite { _, site in
      let question = try await site.json("\(hedges)/questions/2")
      #expect(question["previous"] as? Int == 1)
      #expect(question["next"] as? Int == 3)
      #expect((question["passages"] as? [Any])?.count == 2)
      let uses = question["citedBy"] as? [[String: Any]]
      #expect(uses?.map { $0["kind"] as? String } == ["paragraph", "paragraph"])
    }
  }

  @Test func `a recommendation carries its evidence with stance and source`() async throws {
    try await PublicDatabase.withSite { _, site in
      let recommendation = try await site.json("\(hedges)/recommendations/1")
      #expect(recommendation["addressees"] as? [String] == ["The Government", "Councils"])
      #expect(recommendation["finding"] as? Int == 1)
      let evidence = try #require(recommendation["evidence"] as? [[String: Any]])
      #expect(evidence.map { $0["stance"] as? String } == ["supports", "context", "contrasts"])
      #expect(evidence.map { $0["limb"] as? Int } == [nil, nil, 3])
      #expect(evidence[0]["citation"] as? String == "Q1 [Old Name]")
      #expect(evidence[1]["isVerbatim"] as? Bool == false)
      let list = try await site.json("\(hedges)/findings")
      #expect((list["findings"] as? [Any])?.count == 1)
      let none = try await site.json("\(PublicFixture.api)/inquiries/ponds/findings")
      #expect((none["findings"] as? [Any])?.isEmpty ?? false)
    }
  }

  @Test func `a recommendation tells its limbs, and what it takes up, as data`() async throws {
    try await PublicDatabase.withSite { _, site in
      let recommendation = try await site.json("\(hedges)/recommendations/1")
      let limbs = try #require(recommendation["limbs"] as? [[String: Any]])
      #expect(limbs.map { $0["number"] as? Int } == [1, 3])
      let addressees = try #require(limbs[0]["addressees"] as? [[String: Any]])
      #expect(addressees.map { $0["lead"] as? Bool } == [false, true])
      let deadlines = limbs.map { $0["deadline"] as? [String: Any] }
      #expect(deadlines.map { $0?["kind"] as? String } == ["day", "event"])
      #expect(deadlines.map { $0?["dueOn"] as? String } == ["2025-12-31", nil])
      #expect(deadlines[1]?["months"] as? Int == 6)
      let earlier = try #require(recommendation["lineage"] as? [[String: Any]])
      #expect(earlier.map { $0["relation"] as? String } == ["extends", "repeats"])
      #expect(earlier.map { $0["title"] as? String } == ["Ponds", "HED0002"])
      #expect(
        earlier.map { $0["href"] as? String } == [
          nil, "https://evidence.example/inquiries/hedges/submissions/HED0002",
        ])
    }
  }

  @Test func `the report can be put together again from its data`() async throws {
    try await PublicDatabase.withSite { _, site in
      let report = try await site.json("\(hedges)/report")
      let blocks = try #require(report["blocks"] as? [[String: Any]])
      #expect(blocks.count == 5)
      var ordinal = 0
      for block in blocks {
        let markdown = Array(try #require(block["markdown"] as? String).utf8)
        for citation in try #require(block["citations"] as? [[String: Any]]) {
          #expect(citation["ordinal"] as? Int == ordinal)
          let range = try #require(citation["range"] as? [String: Int])
          let from = try #require(range["from"])
          let to = try #require(range["to"])
          let text = String(decoding: markdown[from..<to], as: UTF8.self)
          #expect(text == citation["text"] as? String)
          #expect((block["html"] as? String)?.contains("data-citation=\"\(ordinal)\"") ?? false)
          ordinal += 1
        }
      }
      #expect(ordinal == 5)
    }
  }

  @Test(arguments: [1, 4, 5, 13, 200])
  func `pages of passages hold each passage once and in order`(limit: Int) async throws {
    try await PublicDatabase.withSite { _, site in
      var found: [String] = []
      var address: String? = "\(hedges)/passages?limit=\(limit)"
      while let next = address {
        let page = try await site.json(next)
        let passages = try #require(page["passages"] as? [[String: Any]])
        #expect(passages.count <= limit)
        found += passages.map { "\($0["source"] ?? "") \($0["ordinal"] ?? "")" }
        address = (page["next"] as? String).map { "\(hedges)/passages?limit=\(limit)&after=\($0)" }
      }
      let wanted =
        (1...8).map { "OS1 \($0)" } + ["OS2-summary 1", "OS2-summary 2"]
        + (1...3).map { "OS3 \($0)" } + (1...3).map { "HED0001 \($0)" }
        + ["HED0002 1", "HED0003 1", "HED0003 2"]
      #expect(found == wanted)
    }
  }

  @Test(arguments: [
    ("/inquiries?x=1", "query_unknown"), ("/inquiries/hedges/passages?offset=3", "query_unknown"),
    ("/inquiries/hedges/passages?limit=0", "limit_invalid"),
    ("/inquiries/hedges/passages?limit=201", "limit_invalid"),
    ("/inquiries/hedges/passages?limit=+5", "limit_invalid"),
    ("/inquiries/hedges/passages?limit=5&limit=6", "query_repeated"),
    ("/inquiries/hedges/passages?after=zzz", "cursor_unreadable"),
    ("/inquiries/hedges/passages?after=", "cursor_unreadable"),
    ("/inquiries/hedges/report?format=pdf", "query_unknown"),
  ])
  func `a query that is not understood is refused`(address: String, code: String) async throws {
    try await PublicDatabase.withSite { _, site in
      let response = try await site.get(PublicFixture.api + address)
      #expect(response.status == .badRequest)
      #expect(response.headers[.contentType] == "application/problem+json")
      let problem = try await site.json(PublicFixture.api + address, .badRequest)
      #expect(problem["code"] as? String == code)
      #expect(problem["status"] as? Int == 400)
    }
  }

  @Test(arguments: [
    "/inquiries/none", "/inquiries/hedges/witnesses", "/none", "", "/inquiries/ponds/report",
  ])
  func `what is not there is told as data`(address: String) async throws {
    try await PublicDatabase.withSite { _, site in
      let problem = try await site.json(PublicFixture.api + address, .notFound)
      #expect(problem["code"] as? String == "not_found")
    }
  }

  @Test func `a cursor reads what it wrote and nothing else`() {
    let cursor = PassageCursor(session: 12, reference: "OS12-summary", ordinal: 0)
    #expect(PassageCursor(cursor.text) == cursor)
    for text in ["", "=", cursor.text + "=", cursor.text + "A", "MCAgMA", "a b", "\u{e9}"] {
      #expect(PassageCursor(text) == nil, "\(text)")
    }
  }
}
