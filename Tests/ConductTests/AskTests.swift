import Checks
import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// What evidence asks for, and what answers it.
@Suite(.database) struct AskTests {
  private func world() async throws -> World {
    let world = try await World.make()
    try await world.publish(
      Sample.transcript(words: "Help came late. The Department should bring it forward."))
    try await world.push(Sample.draft(citing: "Q2"))
    return world
  }

  private func asks(
    _ world: World, _ filter: AskFilter = AskFilter(), after: Int = 0, limit: Int = 500
  ) async throws -> (asks: [EvidenceAsk], next: Int?) {
    try await world.read {
      try EvidenceAsks.page(filter, after: after, limit: limit, as: $0, on: $1)
    }
  }

  private func link(_ world: World, _ end: LinkEnd, _ locator: String, affirmed: Bool = true)
    async throws
  {
    try await world.perform(
      LinkEvidence(end, to: locator, stance: .supports, quote: nil, isAffirmed: affirmed))
  }

  private func remarks(_ world: World) async throws -> [Remark] {
    try await world.read { try ReportMaterial.read(as: $0, on: $1).remarks }
      .filter { $0.code == .evidenceAskUnanswered }
  }

  @Test func `asks are listed with whom they ask and what answers them`() async throws {
    let world = try await world()
    try await link(world, .recommendation("earlier-help"), "Q1+1")
    try await link(world, .recommendation("earlier-help"), "Q3+1", affirmed: false)
    try await link(world, .finding("late-help"), "Q1+1")
    let all = try await asks(world)
    #expect(all.asks.map(\.locator) == ["Q1+1", "Q2+1", "Q3+1"])
    #expect(all.next == nil)
    #expect(
      all.asks[0].sentences == [
        .init(words: "The Department should bring it forward.", actors: ["Department"])
      ])
    #expect(all.asks.map(\.recommendations) == [["earlier-help"], [], []])
    #expect(all.asks.map(\.findings) == [["late-help"], [], []])
    #expect(
      try await asks(world, AskFilter(isUnanswered: true)).asks.map(\.locator) == ["Q2+1", "Q3+1"])
    #expect(try await asks(world, AskFilter(group: "schools")).asks.isEmpty)
    let first = try await asks(world, limit: 2)
    #expect(first.asks.count == 2)
    // The first that meets the words is left out by the filter; the page goes on.
    let next = try await asks(world, AskFilter(isUnanswered: true), limit: 1)
    #expect(next.asks.map(\.locator) == ["Q2+1"])
    #expect(
      try await asks(world, after: try #require(first.next)).asks.map(\.locator) == ["Q3+1"])
  }

  @Test func `what no draft carries any more answers nothing`() async throws {
    let world = try await world()
    try await link(world, .recommendation("earlier-help"), "Q1+1")
    let unanswered = AskFilter(isUnanswered: true)
    #expect(try await asks(world, unanswered).asks.map(\.locator) == ["Q2+1", "Q3+1"])
    try await world.push(
      Sample.draft(citing: "Q2", base: 1).replacing("earlier-help", with: "sooner-help"))
    let left = try await asks(world, unanswered).asks
    #expect(left.map(\.locator) == ["Q1+1", "Q2+1", "Q3+1"])
    #expect(left.allSatisfy { $0.recommendations.isEmpty })
  }

  @Test func `a list goes on where it ended, record by record`() async throws {
    let world = try await World.make()
    let words = "The Department should bring it forward."
    try await world.receive(Sample.transcript(words: words), as: .init(kind: .transcript))
    try await world.receive(
      Sample.transcript(from: 4, count: 2, on: "Tuesday 14 November 2023", words: words),
      as: .init(kind: .transcript))
    var seen: [String] = []
    var after: Int? = 0
    while let start = after {
      let page = try await asks(world, after: start, limit: 2)
      seen += page.asks.map(\.locator)
      after = page.next
    }
    #expect(seen == ["Q1+1", "Q2+1", "Q3+1", "Q4+1", "Q5+1"])
  }

  @Test func `what is kept from the public is not shown`() async throws {
    let world = try await World.make()
    try await world.receive(
      Sample.transcript(words: "The Department should bring it forward."),
      as: .init(kind: .transcript, hearing: .heardInPrivate))
    #expect(try await asks(world).asks.isEmpty)
  }

  @Test func `what is published without the name is shown, but for what words are left out of`()
    async throws
  {
    let world = try await World.make()
    try await world.submit(
      Sample.submission(
        from: "Zebedina Quill", words: "The Department should bring it forward."),
      .init(kind: .individual))
    try await world.consent(to: ["EXA0001"], [.publish, .quote])
    try await world.redact("EXA0001, para 2", "in place 2")
    try await world.decide(.publishedAnonymous, "EXA0001", printedName: "Name withheld")
    #expect(try await asks(world).asks.isEmpty)
    try await world.perform(PublishSources(["EXA0001"], World.decided))
    #expect(
      try await asks(world).asks.map(\.locator) == [
        "EXA0001, para 1", "EXA0001, para 3", "EXA0001, para 4",
      ])
  }

  @Test func `a finding's ask is told until a recommendation is linked to it`() async throws {
    let world = try await world()
    try await link(world, .finding("late-help"), "Q1+1")
    // Q1 by the link, Q2 by the citation of the finding.
    let told = try await remarks(world)
    #expect(told.map(\.place.locator) == ["Q1+1", "Q2+1"])
    #expect(told.allSatisfy { $0.severity == .information && $0.place.key == "late-help" })
    #expect(told.first?.sentence.contains("“The Department should bring it forward.”") == true)
    try await link(world, .recommendation("earlier-help"), "Q1+1")
    #expect(try await remarks(world).map(\.place.locator) == ["Q2+1"])
  }

  @Test func `whom a recommendation names is proposed and never recorded`() async throws {
    let world = try await world()
    let remark = try await world.read { try ReportMaterial.read(as: $0, on: $1).remarks }
      .first { $0.code == .recommendationWithoutAddressee }
    #expect(remark?.sentence.contains("names “Department” in its words") == true)
    #expect(remark?.remedy.contains("edit earlier-help --to \"Department\".") == true)
    let all = try await world.read { try Recommendation.all(as: $0, on: $1) }
    #expect(all.map(\.addressees) == [[]])
  }

  @Test func `a take-down names the places of published reports`() async throws {
    let world = try await world()
    try await world.push(
      Sample.draft(citing: "Q2", base: 1).replacing(
        "Help came late. [@Q2]", with: "Help came late. [@Q2]\n\nOne said “bring it forward”."))
    try await world.publishReport()
    let act = TakeDownSources(["OS1"], World.decided(because: "Asked to."))
    let plan = try await world.office.perform(
      act, in: World.slug, by: .machineOperator, dryRun: true)
    let places = [
      "edition 1, paragraphs 1, 3", "edition 1, paragraph 2, in quotation marks",
    ]
    #expect(plan.map(\.citedIn) == [places])
    #expect(try await world.perform(act).map(\.citedIn) == [places])
  }
}
