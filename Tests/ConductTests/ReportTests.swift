import Checks
import Conduct
import Inquiries
import Records
import TestSupport
import Testing

@Suite(.database) struct ReportTests {
  @Test func `pull then push without an edit changes nothing`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    let first = try await world.push(Sample.draft())
    #expect(first.version == 1)
    #expect(first.newKeys.sorted() == ["earlier-help", "late-help"])
    let again = try await world.push(Sample.draft(base: 1))
    #expect(again.isUnchanged)
    #expect(again.version == 1)
  }

  @Test func `a draft edited from an older version is refused`() async throws {
    let world = try await World.make()
    try await world.push(Sample.draft())
    try await world.push(Sample.draft(citing: "Q2", base: 1))
    let refusal = await #expect(throws: Refusal.self) {
      try await world.push(Sample.draft(citing: "Q3", base: 1))
    }
    #expect(refusal?.code == "draft_base_differs")
  }

  @Test func `nothing unpublished can be cited in a published report`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    try await world.push(Sample.draft())
    let refusal = await #expect(throws: Refusal.self) { try await world.publishReport() }
    #expect(refusal?.code == "checks_not_passed")
    try await world.perform(AcceptSources(["OS1"], World.decided))
    try await world.perform(PublishSources(["OS1"], World.decided))
    #expect(try await world.publishReport() == 1)
  }

  @Test func `what a published report cites can be taken down but not withdrawn`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.push(Sample.draft())
    try await world.publishReport()
    let refusal = await #expect(throws: Refusal.self) {
      try await world.perform(WithdrawSources(["OS1"], World.decided(because: "Asked to.")))
    }
    #expect(refusal?.code == "cited_in_published_report")
    try await world.perform(TakeDownSources(["OS1"], World.decided(because: "Asked to.")))
  }

  @Test func `a quote is found once or the link is refused`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.push(Sample.draft())
    for (quote, code) in [("never said", "quote_not_found"), ("e", "quote_not_unique")] {
      let refusal = await #expect(throws: Refusal.self) {
        try await world.perform(
          LinkEvidence(
            .finding("late-help"), to: "Q1+1", stance: .supports, quote: quote, isAffirmed: true))
      }
      #expect(refusal?.code == code)
    }
  }

  @Test func `a suggested link is no evidence until a named person affirms it`() async throws {
    let world = try await World.make()
    let author = try await world.user("Ada Author", .author).actor
    try await world.publish(Sample.transcript())
    try await world.push(Sample.draft())
    try await world.perform(
      LinkEvidence(
        .finding("1"), to: "Q1+1", stance: .supports, quote: nil, isAffirmed: false), by: author)
    func codes() async throws -> [Remark.Code] {
      try await world.read { try ReportMaterial.read(as: $0, on: $1).remarks.map(\.code) }
    }
    #expect(try await codes().contains(.findingWithoutEvidence))
    let link = try #require(
      try await world.read { try Finding.all(as: $0, on: $1).first?.links.first })
    try await world.perform(SettleLinks(link.id, isAffirmed: true, revision: 1), by: author)
    #expect(try await !codes().contains(.findingWithoutEvidence))
    let affirmed = try await world.read { try Finding.all(as: $0, on: $1).first?.links.first }
    #expect(affirmed?.affirmedBy == "Ada Author")
  }

  @Test func `a correction of wording makes links suspect, one of typography does not`()
    async throws
  {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.push(Sample.draft())
    try await world.perform(
      LinkEvidence(
        .finding("late-help"), to: "Q1+1", stance: .supports, quote: "help came late",
        isAffirmed: true))
    let typography = try await world.perform(
      CorrectPassage(
        "Q1+1", version: 1, text: "We found that  help came late. It was case 1."))
    #expect(typography.carried == 1)
    let wording = try await world.perform(
      CorrectPassage("Q1+1", version: 2, text: "We found that help came early. It was case 1."))
    #expect(wording.suspect == 1)
    let link = try await world.read { try Finding.all(as: $0, on: $1).first?.links.first }
    let suspect = try #require(link)
    #expect(suspect.status == .suspect)
    #expect(suspect.passage.version == 2)
    let refusal = await #expect(throws: Refusal.self) {
      try await world.perform(SettleLinks(suspect.id, isAffirmed: true, revision: suspect.revision))
    }
    #expect(refusal?.code == "quote_lost")
    try await world.perform(
      CorrectPassage("Q1+1", version: 3, text: "We all found that help came late, every time."))
    try await world.perform(
      SettleLinks(suspect.id, isAffirmed: true, revision: suspect.revision + 1))
    let again = try await world.read { try Finding.all(as: $0, on: $1).first?.links.first }
    #expect(again?.status == .affirmed)
    #expect(again?.passage.version == 4)
  }

  @Test func `a turn is split where a second speaker runs on`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript(words: "I agree. Dev Member: Do you? I do."))
    let split = try await world.perform(SplitPassage("Q1+1", at: "Dev Member"))
    #expect(split.locator == "Q1+2" && !split.isInDoubt)
    let passages = try await world.read {
      try Passage.page(of: "OS1", after: 0, limit: 20, as: $0, on: $1)
    }
    #expect(passages.map(\.locator) == ["Q1", "Q1+1", "Q1+2", "Q2", "Q2+1", "Q3", "Q3+1"])
    #expect(passages[1].text == "I agree.")
    #expect(passages[2].speaker == "Dev Member")
  }

  @Test func `citations stay pinned to the version they were pushed against`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.push(Sample.draft(citing: "Q1+1"))
    try await world.perform(
      CorrectPassage("Q1+1", version: 1, text: "We found something else altogether."))
    try await world.push(
      Sample.draft(citing: "Q1+1", base: 1).replacing("forward.", with: "forward soon."))
    let material = try await world.read { try ReportMaterial.read(as: $0, on: $1) }
    let pinned = material.references.values.flatMap { reference -> [Int] in
      guard case .cited(_, _, let passages) = reference else { return [] }
      return passages.map(\.version)
    }
    #expect(pinned == [1])
  }
}
