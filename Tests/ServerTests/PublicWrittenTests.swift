import Foundation
import Hummingbird
import HummingbirdTesting
import Inquiries
import Testing

@testable import Server

/// Written submissions and calls for evidence, as pages and as data.
@Suite struct PublicWrittenTests {
  private let hedges = PublicFixture.inquiry
  private let api = PublicFixture.api + PublicFixture.inquiry

  @Test func `a submission shows who wrote it and each paragraph at its anchor`() async throws {
    try await PublicDatabase.withSite { _, site in
      let page = try await site.page("\(hedges)/submissions/HED0001")
      #expect(page.texts("h1") == ["Written evidence submitted by A hedge charity"])
      #expect(
        page.texts(".facts dt")
          == ["Written by", "In answer to", "Added to by", "Dated", "Received", "Published"])
      #expect(
        page.texts(".facts dd") == [
          "An organisation", "Who lays <hedges>?", "HED0003", "19 January 2024", "20 January 2024",
          "20 March 2024",
        ])
      #expect(
        page.select(".facts a").map { $0.attributes["href"] }
          == ["\(hedges)/calls/laying", "\(hedges)/submissions/HED0003"])
      #expect(page.texts(".passages h2") == ["Who we are & why"])
      #expect(page.texts("#para-2 .said") == ["Nobody counts them."])
      #expect(page.texts("#para-2 .number") == ["Paragraph 2"])
      #expect(page.texts(".notice").isEmpty)
    }
  }

  @Test func `what was made of a paragraph stands beneath it`() async throws {
    try await PublicDatabase.withSite { _, site in
      let page = try await site.page("\(hedges)/submissions/HED0001")
      #expect(page.texts("#para-2 .cited") == ["Cited in: Recommendation 2, Paragraph 4"])
      #expect(page.texts(".uses li") == ["Recommendation 2", "Paragraph 4"])
      #expect(page.texts("#para-1 .cited").isEmpty)
      let none = try await site.page("\(hedges)/submissions/HED0003")
      #expect(none.texts(".uses p") == ["No published report cites it."])
    }
  }

  @Test func `from a recommendation to the written words and back`() async throws {
    try await PublicDatabase.withSite { _, site in
      let page = try await site.page("\(hedges)/recommendations/2")
      #expect(page.texts(".evidence blockquote") == ["“Nobody counts them.”"])
      #expect(
        page.texts(".evidence .source")
          == ["A hedge charity, HED0001, para 2, written evidence HED0001"])
      let link = try #require(page.select(".evidence .source a").first?.attributes["href"])
      #expect(link == "\(hedges)/submissions/HED0001#para-2")
      #expect(page.texts(".words") == ["Count them [A hedge charity (HED0001), para 2]."])
      let words = try await site.page("\(hedges)/submissions/HED0001")
      #expect(
        words.select("#para-2 .cited a").first?.attributes["href"] == "\(hedges)/recommendations/2")
    }
  }

  @Test func `a survey that a recommendation rests on is called one`() async throws {
    try await PublicDatabase.withSite { database, site in
      try await database.change(PublicFixture.survey)
      try await database.change(
        "INSERT INTO published.link VALUES (7, NULL, 2, 71, 'supports', NULL)")
      let sources = try await site.page("\(hedges)/recommendations/2").texts(".evidence .source")
      #expect(sources.count == 2)
      #expect(sources.contains { $0.hasSuffix(", survey S1") }, "\(sources)")
      #expect(sources.contains { $0.hasSuffix(", written evidence HED0001") }, "\(sources)")
    }
  }

  @Test func `a withheld name and omissions are each explained once`() async throws {
    try await PublicDatabase.withSite { _, site in
      let anonymous = try await site.page("\(hedges)/submissions/HED0002")
      #expect(anonymous.texts("h1") == ["Written evidence submitted by Name withheld"])
      #expect(anonymous.texts(".notice .mark") == ["Name withheld"])
      let redacted = try await site.page("\(hedges)/submissions/HED0003")
      #expect(
        redacted.texts("h1") == ["Supplementary written evidence submitted by A hedge charity"])
      #expect(redacted.texts(".notice .mark") == ["With omissions"])
      #expect(redacted.texts("#para-1 .said") == ["Since we wrote, [***] has gone."])
      #expect(redacted.select(".facts a").first?.attributes["href"]?.hasSuffix("HED0001") ?? false)
    }
  }

  @Test func `submissions are listed by reference`() async throws {
    try await PublicDatabase.withSite { _, site in
      let page = try await site.page("\(hedges)/submissions")
      #expect(
        page.texts(".entries h2")
          == ["A hedge charity (HED0001)", "Name withheld (HED0002)", "A hedge charity (HED0003)"])
      #expect(
        page.texts(".entries .days").last
          == "Supplementary written evidence · Received 2 March 2024 · Published 21 March 2024 "
          + "With omissions")
      let none = try await site.page("/inquiries/ponds/submissions")
      #expect(none.texts("main p") == ["No written submission has been published yet."])
    }
  }

  @Test func `a paragraph's own address leads to its place`() async throws {
    try await PublicDatabase.withSite { _, site in
      let response = try await site.get("\(hedges)/submissions/HED0001/paragraphs/2")
      #expect(response.status == .permanentRedirect)
      #expect(response.headers[.location] == "\(hedges)/submissions/HED0001#para-2")
    }
  }

  @Test func `a paragraph is told as data with its neighbours and uses`() async throws {
    try await PublicDatabase.withSite { _, site in
      let paragraph = try await site.json("\(api)/submissions/HED0001/paragraphs/2")
      #expect(paragraph["previous"] as? Int == 1)
      #expect(paragraph["next"] is NSNull)
      let passages = try #require(paragraph["passages"] as? [[String: Any]])
      #expect(passages.map { $0["text"] as? String } == ["Nobody counts them."])
      #expect(passages.first?["locator"] as? String == "HED0001, para 2")
      let uses = paragraph["citedBy"] as? [[String: Any]]
      #expect(uses?.map { $0["kind"] as? String } == ["recommendation", "paragraph"])
      #expect(
        paragraph["url"] as? String
          == "https://evidence.example\(hedges)/submissions/HED0001#para-2")
      _ = try await site.json("\(api)/submissions/HED0001/paragraphs/3", .notFound)
      _ = try await site.json("\(api)/submissions/HED0009/paragraphs/1", .notFound)
      _ = try await site.json("\(api)/submissions/HED0004/paragraphs/1", .gone)
      let third = try await site.json("\(api)/submissions/HED0003/paragraphs/3")
      #expect(third["previous"] as? Int == 1)
    }
  }

  @Test func `submissions are told as data`() async throws {
    try await PublicDatabase.withSite { _, site in
      let list = try await site.json("\(api)/submissions")
      let submissions = try #require(list["submissions"] as? [[String: Any]])
      #expect(submissions.map { $0["isAnonymous"] as? Bool } == [false, true, false])
      #expect(submissions.map { $0["isRedacted"] as? Bool } == [false, false, true])
      let one = try await site.json("\(api)/submissions/HED0003")
      #expect(one["supplements"] as? String == "HED0001")
      #expect(one["sequence"] as? String == "supplementary")
      #expect(one["call"] is NSNull)
      #expect((one["passages"] as? [Any])?.count == 2)
      let first = try await site.json("\(api)/submissions/HED0001")
      #expect(first["supplementedBy"] as? [String] == ["HED0003"])
      #expect(first["call"] as? String == "laying")
    }
  }

  @Test func `a submission that was withdrawn answers with its tombstone`() async throws {
    try await PublicDatabase.withSite { _, site in
      let page = try await site.page("\(hedges)/submissions/HED0004", .gone)
      #expect(page.texts(".tomb h2") == ["Written evidence"])
      #expect(
        page.texts(".tomb dd")
          == ["HED0004", "It was withdrawn on 3 October 2024", "They asked for it."])
      let problem = try await site.json("\(api)/submissions/HED0004", .gone)
      #expect(problem["code"] as? String == "gone")
    }
  }

  @Test(arguments: [
    "submissions/HED0009", "submissions/hed0001", "submissions/HED001", "submissions/OS1",
    "submissions/HED0001/x", "submissions/HED0001/paragraphs", "submissions/HED0001/paragraphs/0",
    "calls/none", "calls/Laying", "calls/laying/x", "evidence/x",
  ])
  func `every other reference answers with the same bytes`(address: String) async throws {
    try await PublicDatabase.withSite { _, site in
      let wanted = try await site.get("/inquiries/never-was")
      let response = try await site.get("\(hedges)/\(address)")
      #expect(response.status == .notFound)
      #expect(response.body == wanted.body)
      #expect(response.headers == wanted.headers)
    }
  }

  @Test func `a call shows what is asked as safe markup and what came in answer`() async throws {
    try await PublicDatabase.withSite { _, site in
      let page = try await site.page("\(hedges)/calls/laying")
      #expect(page.texts("h1") == ["Who lays <hedges>?"])
      #expect(page.texts(".call h2") == ["What we ask"])
      #expect(page.texts(".call em") == ["soon"])
      #expect(page.texts(".call li") == ["Who lays them?", "Why?"])
      #expect(
        page.select(".call a").map { $0.attributes["href"] } == ["mailto:hedges@example.org"])
      #expect(
        page.texts(".facts dd") == [
          "From 10 January 2024 to 28 February 2024", "From 1 May 2024 to 31 May 2024",
          "10 January 2024",
        ])
      #expect(
        page.texts(".entries h3") == ["A hedge charity (HED0001)", "Name withheld (HED0002)"])
    }
  }

  @Test(arguments: [
    ("2024-01-09", "Opens on 10 January 2024"), ("2024-01-10", "Open until 28 February 2024"),
    ("2024-02-28", "Open until 28 February 2024"),
    ("2024-02-29", "Closed on 28 February 2024; opens again on 1 May 2024"),
    ("2024-05-01", "Open until 31 May 2024"), ("2024-06-01", "Closed on 31 May 2024"),
  ])
  func `a call is open or closed by the inquiry's day`(text: String, words: String) throws {
    let periods = [("2024-01-10", "2024-02-28"), ("2024-05-01", "2024-05-31")]
    let call = CallForEvidence(
      slug: "laying", title: "Laying", text: "", state: .published, publishedOn: nil,
      periods: try periods.map {
        CallForEvidence.Period(opensOn: try #require(Day($0.0)), closesOn: Day($0.1))
      }, revision: 0)
    let standing = CallStanding(call, on: try #require(Day(text)))
    #expect(standing.inWords == words)
    #expect(standing.isOpen == words.hasPrefix("Open until"))
  }

  @Test(arguments: [
    ("2024-01-20", "Open until 28 February 2024", nil),
    ("2024-01-20", "Open until 28 February 2024", "2024-01-20"),
    ("2024-01-21", "Closed when the inquiry lapsed on 20 January 2024", "2024-01-20"),
    ("2024-05-02", "Closed when the inquiry lapsed on 20 January 2024", "2024-01-20"),
    ("2024-05-02", "Closed on 28 February 2024", "2024-02-28"),
    ("2024-05-02", "Closed on 28 February 2024", "2024-04-01"),
    ("2024-02-01", "Closed when the inquiry lapsed on 5 January 2024", "2024-01-05"),
  ])
  func `no call is open once its inquiry has lapsed`(text: String, words: String, lapsed: String?)
    throws
  {
    let periods = [("2024-01-10", "2024-02-28"), ("2024-05-01", "2024-05-31")]
    let call = CallForEvidence(
      slug: "laying", title: "Laying", text: "", state: .published, publishedOn: nil,
      periods: try periods.map {
        CallForEvidence.Period(opensOn: try #require(Day($0.0)), closesOn: Day($0.1))
      }, revision: 0)
    let standing = CallStanding(
      call, on: try #require(Day(text)), lapsedOn: lapsed.flatMap { Day($0) })
    #expect(standing.inWords == words)
    #expect(standing.isOpen == words.hasPrefix("Open until"))
  }
}
