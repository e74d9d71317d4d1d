import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Server

/// What holds for every address: headers, methods, errors, links.
@Suite struct PublicSurfaceTests {
  private static let hedges = PublicFixture.inquiry
  private static let api = PublicFixture.api

  @Test func `every page reached from the first is well formed and leads somewhere`() async throws {
    try await PublicDatabase.withSite { _, site in
      var waiting = ["/"]
      var pages: [String: ParsedPage] = [:]
      var fragments: [(from: String, to: String, id: String)] = []
      while let address = waiting.popLast() {
        let response = try await site.get(address)
        let isPage = response.headers[.contentType]?.hasPrefix("text/html") ?? false
        #expect([.ok, .gone].contains(response.status), "\(address)")
        Self.expectHeaders(response, address)
        guard isPage else { continue }
        let page = try ParsedPage(Array(buffer: response.body))
        pages[address] = page
        Self.expectForm(page, address)
        for link in page.links where !link.hasPrefix("mailto:") {
          let here = link.hasPrefix("https://evidence.example") ? String(link.dropFirst(24)) : link
          let parts = here.split(separator: "#", omittingEmptySubsequences: false)
          let target = parts[0].isEmpty ? address : String(parts[0])
          #expect(target.hasPrefix("/"), "\(link) on \(address)")
          if parts.count > 1 { fragments.append((address, target, String(parts[1]))) }
          if pages[target] == nil, !waiting.contains(target), !target.hasPrefix("/assets") {
            waiting.append(target)
            pages[target] = page
          }
        }
      }
      #expect(pages.count > 25)
      for fragment in fragments {
        let ids = pages[fragment.to]?.root.all.compactMap { $0.attributes["id"] } ?? []
        #expect(ids.contains(fragment.id), "\(fragment)")
      }
    }
  }

  private static func expectHeaders(_ response: TestResponse, _ address: String) {
    let policy = response.headers[.contentSecurityPolicy] ?? ""
    #expect(policy.hasPrefix("default-src 'none'"), "\(address)")
    #expect(!policy.contains("unsafe"), "\(address)")
    #expect(response.headers[.xContentTypeOptions] == "nosniff", "\(address)")
    #expect(response.headers[.strictTransportSecurity] != nil, "\(address)")
    #expect(response.headers[.setCookie] == nil, "\(address)")
    #expect(
      response.headers.contains {
        $0.name.canonicalName == "referrer-policy" && $0.value == "no-referrer"
      },
      "\(address)")
  }

  private static func expectForm(_ page: ParsedPage, _ address: String) {
    #expect(page.select("h1").count == 1, "\(address)")
    #expect(page.select("main").count == 1, "\(address)")
    #expect(page.select("script").isEmpty, "\(address)")
    #expect(page.root.all.allSatisfy { $0.attributes["style"] == nil }, "\(address)")
    let ids = page.root.all.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count, "\(address)")
    #expect(page.root.all.first { $0.name == "a" }?.attributes["href"] == "#main", "\(address)")
    guard address.hasPrefix(hedges) else { return }
    let example = page.texts(".illustrative").first ?? ""
    #expect(example.contains(PublicFixture.banner), "\(address)")
    #expect(page.texts(".rubric").first?.hasPrefix(PublicFixture.rubric) ?? false, "\(address)")
  }

  @Test(arguments: [
    "/inquiries/other", "/inquiries/hedges/sessions/5", "/inquiries/hedges/sessions/99",
    "/inquiries/hedges/sessions/01", "/inquiries/hedges/sessions/+1",
    "/inquiries/hedges/sessions/1.0", "/inquiries/hedges/sessions/%31",
    "/inquiries/hedges/sessions/1/x",
    "/inquiries/hedges/sessions/9999999999999999999999", "/inquiries/hedges/questions/0",
    "/inquiries/hedges/questions/900", "/inquiries/hedges/findings/2",
    "/inquiries/hedges/recommendations/-1", "/inquiries/HEDGES", "/inquiries//hedges",
    "/inquiries/ponds/report", "/inquiries/hedges/nouns", "/assets/../site.css", "/assets/none",
    "/nowhere", "/nowhere/at/all", "/inquiries/hedges/sessions/１",
  ])
  func `what never was public answers with the same bytes`(address: String) async throws {
    try await PublicDatabase.withSite { _, site in
      let wanted = try await site.get("/inquiries/never-was")
      let response = try await site.get(address)
      #expect(response.status == .notFound)
      #expect(response.body == wanted.body)
      #expect(response.headers == wanted.headers)
      Self.expectHeaders(response, address)
    }
  }

  @Test(arguments: ["/sessions/4", "/questions/6", "/questions/7"])
  func `what was public answers with its tombstone and nothing else`(address: String) async throws {
    try await PublicDatabase.withSite { _, site in
      let page = try await site.page(Self.hedges + address, .gone)
      #expect(page.texts(".tomb h2") == ["Transcript of oral session 4"])
      #expect(
        page.texts(".tomb dd")
          == ["OS4", "It was taken down on 1 October 2024", "It named a child."])
      #expect(
        page.texts("title")
          == ["No longer published – Hedges & <ditches> – Inquiries and evidence"])
      let response = try await site.get(Self.hedges + address)
      #expect(response.headers[.eTag] == nil)
      Self.expectHeaders(response, address)
      let problem = try await site.json(Self.api + Self.hedges + address, .gone)
      #expect(problem["code"] as? String == "gone")
      let tombstones = problem["tombstones"] as? [[String: String]]
      #expect(
        tombstones == [
          [
            "reference": "OS4", "title": "Transcript of oral session 4", "act": "take-down",
            "reason": "It named a child.", "removedOn": "2024-10-01",
          ]
        ])
    }
  }

  @Test(arguments: [
    "/", "/inquiries/hedges", "/nowhere", "/api/public/v1/inquiries", "/accessibility",
  ])
  func `HEAD answers as GET does, without a body`(address: String) async throws {
    try await PublicDatabase.withSite { _, site in
      let get = try await site.get(address)
      let head = try await site.send(.head, address)
      #expect(head.status == get.status)
      #expect(head.headers == get.headers)
      #expect(head.body.readableBytes == 0)
    }
  }

  @Test(arguments: [HTTPRequest.Method.post, .put, .delete, .patch, .options, .trace])
  func `other methods are refused`(method: HTTPRequest.Method) async throws {
    try await PublicDatabase.withSite { _, site in
      for address in ["/", "/inquiries/never-was", "/api/public/v1/inquiries"] {
        let response = try await site.send(method, address)
        #expect(response.status == .methodNotAllowed)
        #expect(response.headers[.allow] == "GET, HEAD")
        Self.expectHeaders(response, address)
      }
    }
  }

  @Test func `an address with one slash too many leads to the one it has`() async throws {
    try await PublicDatabase.withSite { _, site in
      let response = try await site.get("/inquiries/hedges/sessions/1/")
      #expect(response.status == .permanentRedirect)
      #expect(response.headers[.location] == "/inquiries/hedges/sessions/1")
      #expect(try await site.get("/inquiries").headers[.location] == "/")
      #expect(try await site.get("//evil.example/").status == .notFound)
    }
  }

  @Test func `assets are kept for ever under the name of their bytes`() async throws {
    try await PublicDatabase.withSite { _, site in
      let page = try await site.page("/")
      let sheet = try #require(
        page.select("link").first { $0.attributes["rel"] == "stylesheet" }?.attributes["href"])
      let response = try await site.get(sheet)
      #expect(response.status == .ok)
      #expect(response.headers[.contentType] == "text/css; charset=utf-8")
      #expect(response.headers[.cacheControl] == "public, max-age=31536000, immutable")
      Self.expectHeaders(response, sheet)
      let bare = try await site.get("/assets/site.css")
      #expect(bare.headers[.cacheControl] == "no-cache")
      let tag = try #require(bare.headers[.eTag])
      let again = try await site.get("/assets/site.css", headers: [.ifNoneMatch: tag])
      #expect(again.status == .notModified)
    }
  }

  @Test func `without a database the site says when to come back`() async throws {
    try await PublicDatabase.withSite { database, site in
      await database.pool.close()
      let page = try await site.get("/inquiries/hedges")
      #expect(page.status == .serviceUnavailable)
      #expect(page.headers[.retryAfter] == "5")
      #expect(page.headers[.cacheControl] == "no-store")
      Self.expectHeaders(page, "/inquiries/hedges")
      let problem = try await site.json("/api/public/v1/inquiries", .serviceUnavailable)
      #expect(problem["code"] as? String == "database_busy")
      #expect(try await site.get("/accessibility").status == .ok)
    }
  }
}
