import Hummingbird
import HummingbirdTesting
import Inquiries
import TestSupport
import Testing

@testable import Server

/// Corrections over REST, and what the public reads of them.
@Suite(.database) struct PublicVersionTests {
  private let site = "/inquiries/example"

  @Test func `a superseded version keeps its address, and a removed one shows a tombstone`()
    async throws
  {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    let (_, token) = try await world.user("Cleo Clerk", .clerk)
    try await StaffClient.run(world) { anyone in
      let client = anyone.with(token: token)
      let reader = PublicClient(client: anyone.client)
      let words = #""locator":"Q1","text":"What did you hear?","version":"#
      let tried = try await client.post("passages/correct", "{\(words)1,\"dryRun\":true}")
      #expect(tried.text.contains(#""after":"What did you hear?""#))
      #expect(try await client.post("passages/correct", "{\(words)1}").status == .ok)
      #expect(
        try await client.post("passages/correct", "{\(words)1}").status == .preconditionFailed)
      let page = try await reader.page("\(site)/questions/1")
      #expect(
        page.select("#q1 .corrected a").map { $0.attributes["href"] }
          == ["\(site)/questions/1/versions/1"])
      let old = try await reader.page("\(site)/questions/1/versions/1")
      #expect(old.texts(".mark") == ["Superseded"])
      #expect(old.texts("del") == ["see in case 1?"])
      #expect(old.texts("ins") == ["hear?"])
      let data = try await reader.json("/api/public/v1\(site)/questions/1/versions/1")
      #expect(data["isCurrent"] as? Bool == false)
      #expect(data["correction"] as? String == "misreport")
      #expect(try await reader.get("\(site)/questions/1/versions/3").status == .notFound)
      let removed = try await client.post(
        "passages/correct",
        #"{"locator":"Q1","text":"What?","version":2,"kind":"fact","removal":"It named a child."}"#)
      #expect(removed.status == .ok)
      let gone = try await reader.page("\(site)/questions/1/versions/1", .gone)
      #expect(gone.texts("dd").contains("It named a child."))
      let told = try await reader.get("/api/public/v1\(site)/questions/1/versions/2")
      #expect(told.status == .gone)
      #expect(told.text.contains(#""act":"removal""#))
      #expect(!told.text.contains("hear"))
    }
  }

  @Test func `a corrected file is shown first and taken in once`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    let (_, token) = try await world.user("Cleo Clerk", .clerk)
    try await StaffClient.run(world) { anyone in
      let client = anyone.with(token: token)
      let path = "/api/v1/inquiries/example/evidence/OS1/correct?fileName=b.txt&kind=fact"
      let file = Array(Sample.transcript().replacing("case 2.", with: "case two.").utf8)
      let shown = try await client.send(.post, path + "&dryRun=true", file)
      let tag = try #require(shown.headers[.eTag])
      #expect(shown.text.contains(#""locator":"Q2+1""#))
      let done = try await client.send(.post, path, file, headers: [.ifMatch: tag])
      #expect(done.status == .ok)
      let again = try await client.send(.post, path, file)
      #expect(again.text.contains(#""wasReceivedBefore":true"#))
      let stale = try await client.send(
        .post, path, file + [10], headers: [.ifMatch: tag])
      #expect(stale.status == .preconditionFailed)
      #expect(
        try await client.get("evidence/OS1/original?corrected=1").body.readableBytes == file.count)
      let listed = try await client.get("evidence/OS1/corrections")
      #expect(listed.text.contains(#""fileName":"b.txt""#))
      for query in ["&kind=footnote", "&leave=perhaps", "&stage=uncorrected"] {
        let path = "/api/v1/inquiries/example/evidence/OS1/correct?fileName=b.txt\(query)"
        #expect(try await client.send(.post, path, file).status.code / 100 == 4, "\(query)")
      }
    }
  }

  @Test func `footnotes and supplementary evidence are printed beneath the answer`() async throws {
    try await PublicDatabase.withSite { _, reader in
      let page = try await reader.page("/inquiries/hedges/questions/3")
      #expect(
        page.texts("#q3-1 .footnote")
          == ["Footnote 1. And <newts>.", "Supplementary evidence: HED0001"])
      let data = try await reader.get("/api/public/v1/inquiries/hedges/questions/3")
      #expect(data.text.contains(#""footnotes":[{"text":"And <newts>.","on":"2024-04-02"}]"#))
    }
  }
}
