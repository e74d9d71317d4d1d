import Conduct
import Hummingbird
import Inquiries
import Records
import Testing

@testable import Server

/// What the pages show of what is published.
@Suite struct PublicPagesTests {
  private let hedges = PublicFixture.inquiry

  @Test func `a session shows who was there and every word at its anchor`() async throws {
    try await PublicDatabase.withSite { _, site in
      let page = try await site.page("\(hedges)/sessions/1")
      #expect(page.texts("h1") == ["Oral evidence session 1"])
      #expect(page.texts("main time").first == "6 February 2024")
      #expect(page.texts(".side .person") == ["Old Name", "Dr Green", "Ann Chair", "Bo Member"])
      #expect(page.texts(".side .capacity") == ["hedger, Hedge Trust", "ecologist", "Chair"])
      #expect(page.texts(".side .span") == ["Q1–2", "Q3"])
      #expect(page.texts("h3.panel") == ["Panel 1 Old Name", "Panel 2 Dr Green"])
      #expect(page.texts("#q0-1 .said") == ["Welcome."])
      #expect(page.texts("#q1 .speaker") == ["Bo Member"])
      #expect(page.select("#q1 h4 a").map { $0.attributes["href"] } == ["\(hedges)/questions/1"])
      #expect(
        page.texts("#q1-1 .said p")
          == ["Hardly anybody, since <em>nobody</em> pays & few know how.", "That is all."])
      #expect(page.texts(".narrative") == ["The lights went out."])
      #expect(
        page.texts("#q1-1 .cited")
          == ["Cited in: Recommendation 1, Finding 1, Paragraph 1, Paragraph 2"])
      #expect(
        page.select("#q1-1 .cited a").map { $0.attributes["href"] } == [
          "\(hedges)/recommendations/1", "\(hedges)/findings/1", "\(hedges)/report#para-1",
          "\(hedges)/report#para-2",
        ])
      #expect(page.texts(".mark").isEmpty)
    }
  }

  @Test(arguments: [true, false])
  func `a session read without a transaction is of one moment`(isReported: Bool) async throws {
    try await PublicDatabase.with { database in
      let pages = PublicPages(
        drawing: try PublicDrawing(
          files: try SiteFiles(), publicURL: "https://evidence.example", siteName: "Site"))
      if !isReported {
        try await database.change("UPDATE published.inquiry SET reported_on = NULL")
      }
      let inquiry = try await database.pool.run {
        try #require(try PublishedInquiry.find(slug: "hedges", on: $0))
      }
      let made = try await database.pool.run { connection in
        (
          try pages.sessionAlone(1, of: "hedges", on: connection),
          try pages.answer(.session("hedges", 1), at: Calendars.now(), on: connection),
          try pages.sessionAlone(99, of: "hedges", on: connection)?.version
        )
      }
      #expect(made.0?.version == inquiry.publication)
      #expect(made.0?.answer.body == made.1?.body)
      #expect(made.2 == nil)
      // Published between the first statement and the last.
      try await database.change("UPDATE published.session SET held_on = held_on + 1")
      let moved = try await database.pool.run {
        try pages.unmoved(session: 1, of: inquiry, on: $0)?.version
      }
      #expect(moved == nil)
    }
  }

  @Test(arguments: [
    ("OS1.xml", "application/akn+xml", "<docTitle>Hedges &amp; &lt;ditches&gt;</docTitle>"),
    ("OS1.json", "application/json", #""speaker" : "Old Name""#),
    ("OS1.csv", "text/csv; charset=utf-8", "speech,1,,Bo Member,,1,,,Who lays hedges now?\n"),
    ("OS1.txt", "text/plain; charset=utf-8", "\n\nQ1 Bo Member: Who lays hedges now?\n\n"),
  ])
  func `a transcript is there as a file that its page links`(
    file: String, type: String, words: String
  ) async throws {
    try await PublicDatabase.withSite { _, site in
      let page = try await site.page("\(hedges)/sessions/1")
      let address = "\(hedges)/sessions/1/\(file)"
      #expect(page.select(".files a").map { $0.attributes["href"] }.contains(address))
      let answer = try await site.get(address)
      #expect(answer.status == .ok)
      #expect(answer.headers[.contentType] == type)
      #expect(String(buffer: answer.body).contains(words))
      #expect(String(buffer: answer.body).contains(PublicFixture.rubric))
    }
  }

  @Test(arguments: [
    ("sessions/4/OS4.json", 410), ("sessions/1/OS1-note.json", 410), ("sessions/1/OS3.json", 404),
    ("sessions/2/OS2-summary.xml", 404), ("sessions/9/OS9.json", 404),
  ])
  func `what is no published record, or has no such form, is no file`(place: String, status: Int)
    async throws
  {
    try await PublicDatabase.withSite { _, site in
      let answer = try await site.get("\(hedges)/\(place)")
      #expect(answer.status.code == status)
    }
  }

  @Test func `a summary is there as the files that have a form for it`() async throws {
    try await PublicDatabase.withSite { _, site in
      let page = try await site.page("\(hedges)/sessions/2")
      let links = page.select(".files a").compactMap { $0.attributes["href"] }
      #expect(links.map { $0.split(separator: ".").last } == ["json", "csv", "txt"])
      let answer = try await site.get("\(hedges)/sessions/2/OS2-summary.json")
      let text = String(buffer: answer.body)
      #expect(text.contains(#""format" : "inquiry-note-1""#))
      #expect(text.contains(#""text" : "They wanted hedges.""#))
      #expect(text.contains(#""agreedOn" : "2024-02-28""#))
    }
  }

  @Test func `a record that was withdrawn is told beside those that stand`() async throws {
    try await PublicDatabase.withSite { _, site in
      let page = try await site.page("\(hedges)/sessions/1")
      #expect(
        page.texts(".body .notice") == [
          "Clerk's note of oral session 1 (OS1-note) was withdrawn on 2 October 2024. "
            + "It was of another day."
        ])
    }
  }

  @Test func `uncorrected words are marked wherever they stand`() async throws {
    try await PublicDatabase.withSite { _, site in
      for address in ["sessions", "sessions/3", "questions/4", "recommendations/1"] {
        let page = try await site.page("\(hedges)/\(address)")
        #expect(page.texts(".mark").contains("Uncorrected"), "\(address)")
      }
    }
  }

  @Test func `a summary says that it is no verbatim record and quotes nobody`() async throws {
    try await PublicDatabase.withSite { _, site in
      let session = try await site.page("\(hedges)/sessions/2")
      #expect(session.texts(".record .mark") == ["Not a verbatim record"])
      #expect(session.texts(".by") == ["Heard in private"])
      #expect(session.texts("#point-2 .said") == ["They wanted hedges."])
      let recommendation = try await site.page("\(hedges)/recommendations/1")
      #expect(recommendation.texts(".evidence .context .point-words") == ["They wanted hedges."])
      #expect(recommendation.texts(".evidence blockquote") == ["“few know how”"])
    }
  }

  @Test func `a private session of which nothing is published counts and has no page`() async throws
  {
    try await PublicDatabase.withSite { _, site in
      let page = try await site.page("\(hedges)/sessions")
      #expect(page.texts(".sessions h2").last == "Session 5")
      #expect(page.select(".sessions h2 a").count == 3)
      let overview = try await site.page(hedges)
      #expect(overview.texts(".figures .count") == ["3", "3", "3", "5", "1", "2"])
      #expect(overview.texts(".body").joined().contains("2 further sessions were held in private."))
    }
  }

  @Test func `from a recommendation to the words it rests on are two clicks`() async throws {
    try await PublicDatabase.withSite { _, site in
      let list = try await site.page("\(hedges)/recommendations")
      let first = try #require(list.select("main .recommendation h2 a").first?.attributes["href"])
      let recommendation = try await site.page(first)
      let link = try #require(recommendation.select(".evidence .supports .source a").first)
      // By itself it says which words of which session it leads to.
      #expect(link.text.contains(", turn 1, oral evidence session 1"), "\(link.text)")
      let words = try #require(link.attributes["href"])
      let parts = words.split(separator: "#")
      let page = try await site.page(String(parts[0]))
      let place = parts.count > 1 ? String(parts[1]) : "q1"
      #expect(page.texts("#\(place) .said").joined().contains("few know how"))
    }
  }

  @Test func `a recommendation names whom it asks and what it stands under`() async throws {
    try await PublicDatabase.withSite { _, site in
      let page = try await site.page("\(hedges)/recommendations/1")
      #expect(page.texts(".words") == ["Pay for it [Q2]."])
      #expect(
        page.texts(".side .facts dd") == ["The Government; Councils", "Finding 1", "Paragraph 3"])
      #expect(
        page.texts(".evidence .lead-in")
          == ["Contrasted by Uncorrected", "Supported by", "Context from Not a verbatim record"])
      #expect(
        page.texts(".evidence .source").dropFirst().first
          == "Old Name, Q1, turn 1, oral evidence session 1, 6 February 2024")
      let second = try await site.page("\(hedges)/recommendations/2")
      #expect(second.texts(".facts dd") == ["Nobody is named", "Paragraph 4"])
    }
  }

  @Test func `a recommendation says what it asks, of whom and until when`() async throws {
    try await PublicDatabase.withSite { _, site in
      let page = try await site.page("\(hedges)/recommendations/1")
      #expect(page.texts(".limbs h3") == ["pay <everybody>", "count"])
      #expect(page.select(".limbs li").compactMap { $0.attributes["value"] } == ["1", "3"])
      #expect(
        page.texts(".limbs dd") == [
          "The Government (government); Councils (local authorities), in the lead",
          "“by 2025”: 31 December 2025", "Nobody is named",
          "“after the Budget”: 6 months after Budget, which had not happened when the report was made",
        ])
      // Evidence for one limb stands under it, and nowhere else.
      #expect(
        page.texts(".limbs li .evidence .source") == page.texts(".evidence .contrasts .source"))
      #expect(
        page.texts(".earlier li") == [
          "Extends an earlier recommendation of “Ponds”", "Repeats HED0002 (HED0002): Lay <more>.",
        ])
      let second = try await site.page("\(hedges)/recommendations/2")
      #expect(second.select(".limbs, .earlier").isEmpty)
    }
  }

  @Test func `a finding leads to what is recommended upon it`() async throws {
    try await PublicDatabase.withSite { _, site in
      let page = try await site.page("\(hedges)/findings/1")
      #expect(page.texts("h1") == ["Finding 1"])
      #expect(page.texts(".box") == ["Few can lay one [Qq1–2].So it is."])
      #expect(page.texts(".evidence blockquote") == ["“Hardly anybody”", "“I lost mine.”"])
      #expect(page.texts(".conclusions h3") == ["Recommendation 1"])
    }
  }

  @Test func `a question has its turns, its neighbours, and what it is used for`() async throws {
    try await PublicDatabase.withSite { _, site in
      let page = try await site.page("\(hedges)/questions/3")
      #expect(page.texts("h1") == ["Question 3"])
      #expect(page.select(".turn").map { $0.attributes["id"] } == ["q3", "q3-1"])
      #expect(page.texts("#q3-1 .capacity") == ["ecologist"])
      #expect(
        page.select(".by a").first?.attributes["href"] == "\(hedges)/sessions/1#q3")
      #expect(page.texts(".uses p") == ["No published report cites it."])
      #expect(page.texts(".before") == ["Question 2"])
      // The numbers run on into the next session.
      #expect(page.texts(".after") == ["Question 4"])
      let cited = try await site.page("\(hedges)/questions/1")
      #expect(
        cited.texts(".uses li") == ["Recommendation 1", "Finding 1", "Paragraph 1", "Paragraph 2"])
      #expect(cited.texts(".before") == [""])
    }
  }

  @Test func `the report stands in the site's frame with one heading of the first level`()
    async throws
  {
    try await PublicDatabase.withSite { _, site in
      let page = try await site.page("\(hedges)/report")
      #expect(page.texts("h1") == ["Laid low"])
      #expect(page.texts("#para-1").first?.hasPrefix("Paragraph 1") ?? false)
      #expect(page.texts("#finding-1 p a") == ["Qq1–2"])
      #expect(page.texts(".rubric").count == 1)
    }
  }

  @Test func `witnesses are listed by session and by group`() async throws {
    try await PublicDatabase.withSite { _, site in
      let page = try await site.page("\(hedges)/witnesses")
      #expect(page.texts(".witness-table tbody th") == ["Old Name", "Dr Green", "Eve Late"])
      #expect(page.texts(".groups h3") == ["Practitioners", "Experts"])
      #expect(page.select("table").count == 2)
      #expect(page.select("th").allSatisfy { $0.attributes["scope"] != nil })
    }
  }

  @Test func `an inquiry that has not reported says so and has no report`() async throws {
    try await PublicDatabase.withSite { _, site in
      let page = try await site.page("/inquiries/ponds/recommendations")
      #expect(page.texts("main p") == ["The inquiry has not reported yet."])
      let overview = try await site.page("/inquiries/ponds")
      #expect(
        overview.texts(".parts li") == [
          "Overview", "Evidence", "Sessions", "Submissions", "Calls", "Witnesses",
        ])
      #expect(overview.texts(".rubric").isEmpty)
      #expect(try await site.get("/inquiries/ponds/report").status == .notFound)
    }
  }

  @Test func `a name that is mended is mended everywhere, in the report too`() async throws {
    try await PublicDatabase.withSite { database, site in
      try await database.change("UPDATE published.person SET name = 'Witness A' WHERE id = 3")
      for address in [
        "", "/sessions", "/sessions/1", "/questions/1", "/findings/1", "/recommendations/1",
        "/report", "/witnesses",
      ] {
        for prefix in ["", PublicFixture.api] where address != "/witnesses" || prefix.isEmpty {
          if address == "/findings/1", !prefix.isEmpty { continue }
          let response = try await site.get(prefix + hedges + address)
          let text = String(buffer: response.body)
          #expect(response.status == .ok, "\(prefix)\(address)")
          #expect(!text.contains("Old Name"), "\(prefix)\(address)")
        }
      }
      let report = try await site.page("\(hedges)/report")
      #expect(
        report.texts("#para-1 .citation").first
          == "(see Q1 [Witness A]; Summary of oral session 2 (private), "
          + "agreed with the witnesses, point 2)")
    }
  }

  @Test func `a citation of what was taken down keeps its form and names nobody`() async throws {
    try await PublicDatabase.withSite { _, site in
      let page = try await site.page("\(hedges)/report")
      #expect(page.texts("#para-1 .citation").last == "[Q6]")
      let address = try #require(page.select("#para-1 .citation a").last?.attributes["href"])
      #expect(address == "\(hedges)/questions/6")
      #expect(try await site.get(address).status == .gone)
      for address in ["\(hedges)/report", "\(PublicFixture.api)\(hedges)/report"] {
        let text = String(buffer: try await site.get(address).body)
        #expect(!text.contains("Secret Name"))
      }
    }
  }
}
