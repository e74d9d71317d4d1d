import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Inquiries
import Records
import Testing

@testable import Server

/// The listing over all evidence, and the filters that its address carries.
@Suite struct PublicEvidenceTests {
  private let evidence = PublicFixture.inquiry + "/evidence"
  private let api = PublicFixture.api + PublicFixture.inquiry + "/evidence"

  private func references(_ json: [String: Any]) -> [String] {
    ((json["evidence"] as? [[String: Any]]) ?? []).compactMap { $0["reference"] as? String }
  }

  @Test func `every published source stands in it, the newest first`() async throws {
    try await PublicDatabase.withSite { _, site in
      let page = try await site.page(evidence)
      #expect(page.texts(".body h2") == ["6 sources"])
      #expect(
        page.texts(".entries h3") == [
          "Transcript of oral session 3 (OS3)", "A hedge charity (HED0003)",
          "Summary of oral session 2 (private), agreed with the witnesses (OS2-summary)",
          "Name withheld (HED0002)", "Transcript of oral session 1 (OS1)",
          "A hedge charity (HED0001)",
        ])
      #expect(page.texts(".entries .heard-of") == ["Eve Late", "Old Name; Dr Green"])
      #expect(
        page.texts(".entries .days").first
          == "Transcript, Q4–5 · Heard 5 March 2024 · Published 12 March 2024 Uncorrected")
      #expect(page.texts(".set").isEmpty)
    }
  }

  @Test(arguments: [
    ("kind=oral", ["OS3", "OS1"]), ("kind=written", ["HED0003", "HED0002", "HED0001"]),
    ("kind=notes", ["OS2-summary"]), ("session=1", ["OS1"]), ("session=4", []),
    ("call=laying", ["HED0002", "HED0001"]), ("call=none", []),
    ("group=Practitioners", ["OS3", "OS1"]), ("group=Experts", ["OS1"]),
    ("name=CHARITY", ["HED0003", "HED0001"]), ("name=charity+a", ["HED0003", "HED0001"]),
    ("name=green", ["OS1"]), ("name=green+old", []), ("name=%25", []), ("name=Ann", []),
    ("from=2024-02-06&to=2024-02-28", ["OS2-summary", "HED0002", "OS1"]),
    ("order=oldest&kind=written", ["HED0001", "HED0002", "HED0003"]),
    ("order=reference", ["OS1", "OS2-summary", "OS3", "HED0001", "HED0002", "HED0003"]),
    ("kind=written&name=charity&from=2024-03-01", ["HED0003"]),
  ])
  func `a filter lets through what meets it, on the page and as data`(
    query: String, wanted: [String]
  ) async throws {
    try await PublicDatabase.withSite { _, site in
      let json = try await site.json("\(api)?\(query)")
      #expect(references(json) == wanted)
      #expect(json["count"] as? Int == wanted.count)
      let page = try await site.page("\(evidence)?\(EvidenceQueryReader(query).query.text)")
      #expect(page.select(".entries li").count == wanted.count)
      let says = page.texts(".body p").joined().contains("Nothing that is published meets")
      #expect(says == wanted.isEmpty)
    }
  }

  @Test func `filters that are set are shown, and each can be taken away`() async throws {
    try await PublicDatabase.withSite { _, site in
      let page = try await site.page("\(evidence)?kind=written&call=laying&name=hedge")
      #expect(
        page.texts(".set a") == [
          "Remove the filter Written submissions",
          "Remove the filter In answer to “Who lays <hedges>?”", "Remove the filter Name: hedge",
          "Remove all filters",
        ])
      #expect(
        page.select(".set a").map { $0.attributes["href"] } == [
          "\(evidence)?call=laying&name=hedge", "\(evidence)?kind=written&name=hedge",
          "\(evidence)?kind=written&call=laying", evidence,
        ])
      let chosen = page.select("option").filter { $0.attributes["selected"] != nil }
      #expect(chosen.map { $0.attributes["value"] } == ["written", "laying", "newest"])
      let field = page.select("#name").first
      #expect(field?.attributes["value"] == "hedge")
      let data = page.select("link").first { $0.attributes["type"] == "application/json" }
      #expect(data?.attributes["href"] == "\(api)?kind=written&call=laying&name=hedge")
    }
  }

  @Test(arguments: [
    ("kind=&name=&order=newest", ""), ("name=a++b+", "?name=a%20b"),
    ("to=2024-02-28&from=2024-02-01", "?from=2024-02-01&to=2024-02-28"),
    ("%6Eame=x", nil), ("limit=50", ""), ("group=A%26B", nil), ("group=A%2526", nil),
  ])
  func `each way of asking leads to the one address`(
    query: String, wanted: String?
  ) async throws {
    try await PublicDatabase.withSite { _, site in
      let response = try await site.get("\(evidence)?\(query)")
      guard let wanted else {
        #expect(response.status == (query.hasPrefix("%") ? .badRequest : .ok))
        return
      }
      #expect(response.status == .seeOther)
      #expect(response.headers[.location] == evidence + wanted)
    }
  }

  @Test(arguments: [
    ("kind=x", "filter_invalid"), ("session=01", "filter_invalid"),
    ("call=A%20b", "filter_invalid"),
    ("from=2024-02-30", "filter_invalid"), ("to=yesterday", "filter_invalid"),
    ("from=2024-02-02&to=2024-02-01", "filter_invalid"), ("order=best", "filter_invalid"),
    ("name=%ff", "filter_invalid"), ("name=%00", "filter_invalid"),
    ("name=\(String(repeating: "a", count: 201))", "filter_invalid"), ("limit=0", "limit_invalid"),
    ("limit=201", "limit_invalid"), ("after=zzz", "cursor_unreadable"),
    ("name=a&name=b", "query_repeated"), ("page=2", "query_unknown"),
  ])
  func `a query that is not understood is answered with what is wrong`(
    query: String, code: String
  ) async throws {
    try await PublicDatabase.withSite { _, site in
      let problem = try await site.json("\(api)?\(query)", .badRequest)
      #expect(problem["code"] as? String == code)
      let page = try await site.page("\(evidence)?\(query)", .badRequest)
      #expect(page.texts(".notice li") == [problem["detail"] as? String ?? ""])
      #expect(page.select("form").count == 1)
      #expect(page.select(".entries").isEmpty)
      #expect(try await site.get("/inquiries/none/evidence?\(query)").status == .notFound)
    }
  }

  @Test func `a program leaves away what it does not ask for`() async throws {
    try await PublicDatabase.withSite { _, site in
      for name in ["to", "kind", "after"] {
        let problem = try await site.json("\(api)?\(name)=", .badRequest)
        #expect(problem["code"] as? String == "filter_invalid")
        #expect(problem["field"] as? String == name)
      }
    }
  }

  @Test(arguments: [
    (1, EvidenceOrder.newest), (2, .oldest), (4, .reference), (6, .newest), (5, .oldest),
  ])
  func `pages hold each source once and in order`(limit: Int, order: EvidenceOrder) async throws {
    try await PublicDatabase.withSite { _, site in
      let whole = references(try await site.json("\(api)?order=\(order.rawValue)"))
      #expect(whole.count == 6)
      var found: [String] = []
      var next: String? = ""
      while let after = next {
        let part = try await site.json(
          "\(api)?limit=\(limit)&order=\(order.rawValue)" + (after.isEmpty ? "" : "&after=\(after)")
        )
        #expect(part["count"] as? Int == 6)
        found += references(part)
        next = part["next"] as? String
      }
      #expect(found == whole)
      var address: String? = "\(evidence)?\(EvidenceQuery(order: order, limit: limit).text)"
      var shown = 0
      while let page = address {
        let parsed = try await site.page(page)
        shown += parsed.select(".entries li").count
        address = parsed.select(".more a").first?.attributes["href"]
      }
      #expect(shown == 6)
    }
  }

  /// What is printed is read back as it was, whatever stands in it.
  @Test(arguments: 1...40) func `a query is read as it was printed`(seed: UInt64) {
    var dice = Dice(state: seed)
    for _ in 0..<25 {
      let query = dice.query()
      let reader = EvidenceQueryReader(query.text)
      #expect(reader.faults.isEmpty, "seed \(seed): \(query.text)")
      #expect(reader.query == query, "seed \(seed): \(query.text)")
      #expect(reader.query.text == query.text, "seed \(seed): \(query.text)")
      #expect(!query.text.contains { "<>\"' #".contains($0) }, "seed \(seed): \(query.text)")
    }
  }
}

/// A seeded draw of queries (SplitMix64).
private struct Dice {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  mutating func query() -> EvidenceQuery {
    let orders = EvidenceOrder.allCases
    return EvidenceQuery(
      filter: EvidenceFilter(
        kind: maybe { EvidenceFilter.Kind.allCases[$0.next(3)] },
        session: maybe { 1 + $0.next(99) },
        call: maybe { "call-\($0.next(9))" }, group: maybe { $0.words() },
        name: maybe { $0.words() } ?? "", from: maybe { Day(daysSince1970: $0.next(9_000)) },
        to: maybe { Day(daysSince1970: 9_000 + $0.next(9_000)) }),
      order: orders[next(orders.count)], limit: 1 + next(200),
      after: maybe {
        PublishedEvidence.Place(
          givenOn: Day(daysSince1970: $0.next(20_000)), session: $0.next(40),
          reference: "OS\($0.next(40))")
      })
  }

  private mutating func maybe<Value>(_ draw: (inout Dice) -> Value) -> Value? {
    next(2) == 0 ? nil : draw(&self)
  }

  /// Words with everything in them that an address has to write otherwise.
  private mutating func words() -> String {
    let letters = Array("abcÉ’&=+%?#/<>\"'é漢😀-._~;,:@$!*()[]")
    return (0..<1 + next(3)).map { _ in
      String((0..<1 + next(8)).map { _ in letters[next(letters.count)] })
    }.joined(separator: " ")
  }
}
