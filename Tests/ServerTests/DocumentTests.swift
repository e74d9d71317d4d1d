import Foundation
import Hummingbird
import HummingbirdTesting
import Inquiries
import TestSupport
import Testing

@testable import Server

/// Documents from receipt to the public, as a program sends them and a reader sees them.
@Suite(.database) struct DocumentTests {
  private static let facts =
    "&title=Hedge%20Review%2C%202011&author=A%20reviewer&kind=report&year=2011"

  private func receive(
    _ client: StaffClient, _ name: String, _ text: String, _ query: String = facts
  ) async throws -> TestResponse {
    try await client.send(
      .post, "/api/v1/inquiries/example/documents/import?fileName=\(name)\(query)",
      Array(text.utf8))
  }

  private static let report = "Why\n\n1. Hedges shrink.\n\n2. Nobody knows.\n\n3. We should ask.\n"

  @Test func `a document is received, published and cited by the acts on all evidence`()
    async throws
  {
    let world = try await World.make()
    let decision =
      #""decision":{"on":"\#(World.today)","by":"The committee","reason":"Asked to."}"#
    try await StaffClient.run(world) { client in
      let tried = try await receive(client, "r.md", Self.report, Self.facts + "&dryRun=true")
      #expect(tried.status == .ok)
      #expect(try await client.get("documents").text == #"{"items":[]}"#)
      let taken = try await receive(client, "r.md", Self.report)
      #expect(taken.status == .created)
      #expect(taken.text.contains(#""reference":"D1""#))
      #expect(taken.text.contains(#""areNumbersPrinted":true"#))
      #expect(taken.text.contains(#""paragraphCount":3"#))
      let again = try await receive(client, "r.md", Self.report)
      #expect(again.text.contains(#""wasReceivedBefore":true"#))
      let stub = try await client.post(
        "documents",
        #"{"title":"Hedgerows Act 1997","kind":"law","author":"Parliament","year":1997,"address":"https://example.org/act"}"#
      )
      #expect(stub.status == .created)
      #expect(stub.text.contains(#""reference":"D2""#) && stub.text.contains(#""isExternal":true"#))
      #expect(
        stub.text.contains("Parliament, Hedgerows Act 1997, 1997, https://example.org/act"))
      // Its reference is what can be cited of it.
      #expect(
        try await client.get("evidence/D2/passages").text.contains(
          #""text":"Parliament, Hedgerows Act 1997, 1997, https://example.org/act""#))
      for act in ["accept", "publish"] {
        let done = try await client.post(
          "evidence/\(act)", #"{"references":["D1","D2"],\#(decision)}"#)
        #expect(done.status == .ok, "\(done.text)")
      }
      #expect(try await client.get("documents/D1").text.contains(#""state":"published""#))
    }
  }

  @Test func `numbers within chapters and the language come with a document`() async throws {
    let world = try await World.make()
    try await StaffClient.run(world) { client in
      let text =
        "1.1. Mae gwrychoedd yn crebachu.\n\n1.2. Nid oes neb yn gwybod.\n\n2.1. Gofynnwn.\n"
      let taken = try await receive(client, "c.md", text, Self.facts + "&language=cy")
      #expect(taken.status == .created, "\(taken.text)")
      #expect(taken.text.contains(#""language":"cy""#))
      #expect(taken.text.contains(#""paragraphCount":3"#))
      let passages = try await client.get("evidence/D1/passages").text
      #expect(passages.contains(#""locator":"D1, para 1.2""#))
      #expect(passages.contains(#""point":null,"outline":"1.2""#))
      #expect(passages.contains(#""text":"Gofynnwn.""#))
    }
  }

  @Test(arguments: [
    ("&title=T&author=A&language=Welsh!", "document_form"), ("&title=T", "document_form"),
    ("&title=T&author=A&year=20111", "document_form"),
    ("&title=T&author=A&kind=novel", "query_value"),
    ("&title=T&author=A&address=ftp%3A%2F%2Fx", "document_form"),
  ])
  func `what is said of a document is looked at first`(query: String, code: String) async throws {
    let world = try await World.make()
    try await StaffClient.run(world) { client in
      let answer = try await receive(client, "r.md", Self.report, query)
      #expect(answer.status == .unprocessableContent)
      #expect(answer.code == code)
      #expect(try await client.get("documents/D1").code == "document_not_found")
    }
  }

  @Test func `a reader finds each page and paragraph at its anchor`() async throws {
    try await PublicDatabase.withSite { database, site in
      try await database.change(PublicFixture.document)
      let list = try await site.page("\(PublicFixture.inquiry)/documents")
      #expect(list.texts("h2") == ["Hedge Review, 2011 (D1)", "Hedgerows Act 1997 (D2)"])
      #expect(list.texts(".parts li").contains("Documents"))
      #expect(!list.texts(".parts li").contains("Surveys"))
      let page = try await site.page("\(PublicFixture.inquiry)/documents/D1")
      #expect(page.texts("h1") == ["Hedge Review, 2011"])
      #expect(page.texts("#para-2 .said") == ["Nobody knows."])
      #expect(page.texts("#para-2.17 .said") == ["Gofynnwn."])
      #expect(page.select(".passages").map(\.attributes["lang"]) == ["cy"])
      #expect(page.texts("#page-2") == ["Page 2"] && page.texts("#page-3") == ["Page 3"])
      let stub = try await site.page("\(PublicFixture.inquiry)/documents/D2")
      #expect(stub.texts(".notice").count == 1)
      let data = try await site.get(
        "\(PublicFixture.api)\(PublicFixture.inquiry)/documents/D1")
      #expect(data.text.contains(#""locator":"D1, para 2.17""#))
      #expect(data.text.contains(#""page":3"#) && data.text.contains(#""isExternal":false"#))
      #expect(try await site.get("\(PublicFixture.inquiry)/documents/D01").status == .notFound)
    }
  }
}
