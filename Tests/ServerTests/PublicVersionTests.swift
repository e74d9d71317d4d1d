import Conduct
import Hummingbird
import HummingbirdTesting
import Inquiries
import Records
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

  @Test func `paragraphs of documents and figures of surveys keep their earlier versions`()
    async throws
  {
    let world = try await World.make()
    let (_, token) = try await world.user("Cleo Clerk", .clerk)
    try await StaffClient.run(world) { anyone in
      let client = anyone.with(token: token)
      let reader = PublicClient(client: anyone.client)
      let document = try await client.send(
        .post,
        "/api/v1/inquiries/example/documents/import?fileName=d.md&title=T&author=A&kind=report",
        Array("1.1. Hedges shrink.\n\n1.2. Nobody knows.\n\n2.1. We should ask.\n".utf8))
      #expect(document.status == .created)
      let survey = try await client.send(
        .post, "/api/v1/inquiries/example/surveys/import?fileName=r.csv&title=S",
        Array(
          "question,wording,label,code,figure,base\nQ1,Do they?,Yes,yes,70 per cent,120\n".utf8))
      #expect(survey.status == .created)
      try await world.perform(AcceptSources(["D1", "S1"], World.decided))
      try await world.perform(PublishSources(["D1", "S1"], World.decided))
      for (locator, page, anchor, place) in [
        ("D1, para 1.2", "documents/D1", "para-1.2", "documents/D1/paragraphs/1.2"),
        ("S1-Q1, answer yes", "surveys/S1", "q1-yes", "surveys/S1/answers/q1-yes"),
      ] {
        let before = try await reader.get("\(site)/\(place)/versions/1")
        #expect(before.status == .ok, "\(place)")
        func correct(_ text: String, _ version: Int, _ more: String = "") async throws {
          let done = try await client.post(
            "passages/correct",
            #"{"locator":"\#(locator)","text":"\#(text)","version":\#(version)\#(more)}"#)
          #expect(done.status == .ok, "\(done.text)")
        }
        try await correct("Somebody knows.", 1)
        let shown = try await reader.get("\(site)/\(page)")
        #expect(shown.text.contains("id=\"\(anchor)\""), "\(anchor)")
        #expect(shown.text.contains("href=\"\(site)/\(place)/versions/1\""))
        let old = try await reader.page("\(site)/\(place)/versions/1")
        #expect(old.texts(".mark") == ["Superseded"])
        let data = try await reader.json("/api/public/v1\(site)/\(place)/versions/1")
        #expect(data["standing"] as? Int == 2)
        try await correct(
          "They do.", 2, #","kind":"fact","removal":"It named a child.""#)
        for version in 1...2 {
          let path = "\(site)/\(place)/versions/\(version)"
          let gone = try await reader.get(path)
          #expect(gone.status == .gone && gone.text.contains("It named a child."), "\(path)")
          #expect(!gone.text.contains("nobody knows") && !gone.text.contains("Somebody"))
          #expect(try await reader.get("/api/public/v1\(path)").status == .gone)
        }
        #expect(try await reader.get("\(site)/\(place)/versions/3").status == .ok)
        #expect(try await reader.get("\(site)/\(place)/versions/4").status == .notFound)
      }
    }
  }

  @Test func `a place that cites words from before a correction says so and leads to them`()
    async throws
  {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.push(
      Sample.draft(citing: "Q1").replacing(
        "The Department should", with: "The Department [@Q2] should"))
    try await world.publishReport()
    try await StaffClient.run(world) { anyone in
      let reader = PublicClient(client: anyone.client)
      func links(_ path: String, _ part: String = ".uses a") async throws -> [String] {
        try await reader.page("\(site)/\(path)").select(part)
          .compactMap { $0.attributes["href"] }.filter { $0.contains("/versions/") }
      }
      func earlier(_ path: String) async throws -> [String] {
        let data = try await reader.json("/api/public/v1\(site)/\(path)")
        let cited = try #require(data["citedBy"] as? [[String: Any]])
        #expect(!cited.isEmpty)
        return try cited.flatMap { use in
          try #require(use["earlierWords"] as? [[String: Any]]).map {
            "\($0["locator"] ?? ""), \($0["version"] ?? "")"
          }
        }
      }
      #expect(try await links("questions/1").isEmpty)
      #expect(try await earlier("questions/1").isEmpty)
      try await world.perform(CorrectPassage("Q1+1", version: 1, text: "We found it in time."))
      let page = try await reader.page("\(site)/questions/1")
      #expect(
        page.texts(".uses p") == [
          "Paragraph 1, Paragraph 2: on version 1 of Q1+1, from before it was corrected."
        ])
      let address = "\(site)/questions/1/turns/1/versions/1"
      #expect(try await links("questions/1") == [address])
      #expect(try await earlier("questions/1") == ["Q1+1, 1", "Q1+1, 1"])
      #expect(try await links("sessions/1", ".cited a") == [address, address])
      #expect(try await links("questions/2").isEmpty)
      #expect(try await earlier("questions/2").isEmpty)
      #expect(try await reader.get(address).status == .ok)
      // An edition that rests on them no more says nothing of it.
      try await world.push(Sample.draft(citing: "Q2", base: 1))
      try await world.publishReport()
      #expect(try await links("questions/1").isEmpty)
    }
  }

  @Test func `what rests on words corrected since leads to them as they were, and says so`()
    async throws
  {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.push(
      Sample.draft(citing: "Q1").replacing(
        "The Department should", with: "The Department [@Q1+1] should"))
    for end in [LinkEnd.finding("late-help"), .recommendation("earlier-help")] {
      try await world.perform(
        LinkEvidence(
          end, to: "Q1+1", stance: .supports, quote: "help came late", isAffirmed: true))
    }
    try await world.publishReport()
    let turn = "\(site)/questions/1#q1-1"
    let version = "\(site)/questions/1/turns/1/versions/1"
    try await StaffClient.run(world) { anyone in
      let reader = PublicClient(client: anyone.client)
      func hrefs(_ path: String, _ part: String) async throws -> [String] {
        try await reader.page("\(site)/\(path)").select(part)
          .compactMap { $0.attributes["href"] }
      }
      for isCorrected in [false, true] {
        if isCorrected {
          try await world.perform(
            CorrectPassage("Q1+1", version: 1, text: "We found it in time."))
        }
        let address = isCorrected ? version : turn
        for kind in ["findings", "recommendations"] {
          let path = "\(kind)/1"
          #expect(try await hrefs(path, ".evidence .source a") == [address], "\(path)")
          let page = try await reader.page("\(site)/\(path)")
          #expect(page.texts(".evidence .corrected").count == (isCorrected ? 1 : 0), "\(path)")
          let data = try await reader.json("/api/public/v1\(site)/\(kind)")
          let listed = try #require(data[kind] as? [[String: Any]])
          let evidence = (listed.first?["evidence"] as? [[String: Any]])?.first
          #expect(evidence?["isSuperseded"] as? Bool == isCorrected, "\(path)")
          #expect(evidence?["version"] as? Int == 1, "\(path)")
          #expect((evidence?["url"] as? String)?.hasSuffix(address) == true, "\(path)")
        }
        // The question has words that stand, too; the turn alone has none.
        let whole = "\(site)/questions/1"
        #expect(
          try await hrefs("findings/1", ".box .citation a")
            == (isCorrected ? [whole, version] : [whole]))
        #expect(
          try await hrefs("recommendations/1", ".box .citation a")
            == (isCorrected ? [version, version] : [turn]))
        let report = try await reader.page("\(site)/report")
        let told = report.texts(".citation").filter {
          $0.contains("corrected since; as cited: Q1+1")
        }
        #expect(told.isEmpty != isCorrected)
        let resting = try await hrefs("report", ".evidence a")
        #expect(Set(resting) == [address])
      }
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
