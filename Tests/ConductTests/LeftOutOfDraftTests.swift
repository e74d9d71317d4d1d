import Checks
import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// What was drafted once and is no longer in the newest draft.
@Suite(.database) struct LeftOutOfDraftTests {
  private static func remarks(_ world: World) async throws -> [Remark] {
    try await world.read { try ReportMaterial.read(as: $0, on: $1).remarks }
  }

  private static func use(_ world: World) async throws -> EvidenceUse {
    try await world.read { viewpoint, connection in
      try EvidenceUse.read(
        sources: try Source.all(as: viewpoint, on: connection), as: viewpoint, on: connection)
    }
  }

  @Test func `a finding that no draft carries stops nothing and counts nowhere`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.push(Sample.draft())
    try await world.perform(
      LinkEvidence(
        .finding("late-help"), to: "Q2+1", stance: .contrasts, quote: nil, isAffirmed: true))
    #expect(try await LeftOutOfDraftTests.remarks(world).contains { $0.code == .contrastLeftOut })
    #expect(try await LeftOutOfDraftTests.use(world).links.count == 1)

    try await world.push(
      Sample.draft(base: 1).replacing(
        "::: {.finding #late-help}\nHelp comes late. [@Q1]\n:::\n", with: ""))
    let remarks = try await LeftOutOfDraftTests.remarks(world)
    #expect(!remarks.contains { $0.place.key == "late-help" || $0.code == .contrastLeftOut })
    let use = try await LeftOutOfDraftTests.use(world)
    #expect(use.conclusions.map(\.key) == ["earlier-help"])
    #expect(use.links.isEmpty)
    #expect(try await world.publishReport() == 1)
    let listed = try await world.read { try Finding.all(as: $0, on: $1) }
    #expect(listed.map(\.number) == [nil])
  }

  @Test(arguments: [nil, "no-help"] as [String?])
  func `a published finding is left out, and the recommendation under it stays`(
    next: String?
  ) async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.push(Sample.draft())
    try await world.perform(
      EditRecommendation("earlier-help", addressees: nil, findingKey: "late-help", revision: nil))
    #expect(try await world.publishReport() == 1)
    let before = try await newest(world)
    #expect(before?.recommendations["earlier-help"]?.findingKey == "late-help")

    let other = next.map { "::: {.finding #\($0)}\nHelp came to nobody. [@Q2]\n:::\n" } ?? ""
    try await world.push(
      Sample.draft(base: 1).replacing(
        "::: {.finding #late-help}\nHelp comes late. [@Q1]\n:::\n", with: other))
    let remarks = try await LeftOutOfDraftTests.remarks(world)
    let remark = try #require(remarks.first { $0.code == .recommendationWithoutFinding })
    #expect(remark.place.key == "earlier-help" && remark.sentence.contains("“late-help”"))
    if let next {
      try await world.perform(
        EditRecommendation("earlier-help", addressees: nil, findingKey: next, revision: nil))
    }
    #expect(try await world.publishReport() == 2)
    let after = try #require(try await newest(world))
    let findings = after.blocks.filter { $0.kind == .finding }.compactMap(\.key)
    #expect(findings == [next].compactMap { $0 })
    let kept = try #require(after.recommendations["earlier-help"])
    #expect(kept.findingKey == next)
  }

  private func newest(_ world: World) async throws -> PublishedReport? {
    try await world.read { try PublishedReport.newest(of: $0.inquiryID, on: $1) }
  }

  @Test func `the register leaves out what no draft carries, and shows it by its name`()
    async throws
  {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.push(Sample.draft())
    try await world.perform(
      StateProposition("cases-alike", text: "All cases were alike.", revision: nil))
    let ends = [LinkEnd.finding("late-help"), .proposition("cases-alike")]
    for end in ends {
      for (locator, stance) in [("Q1+1", Stance.supports), ("Q2+1", .contrasts)] {
        try await world.perform(
          LinkEvidence(end, to: locator, stance: stance, quote: nil, isAffirmed: true))
      }
    }
    func keys(of end: LinkEnd? = nil, isTwoSided: Bool = true) async throws -> [String] {
      try await world.read { viewpoint, connection in
        try Conflict.all(of: end, isTwoSided: isTwoSided, as: viewpoint, on: connection)
          .map(\.key)
      }
    }
    #expect(try await keys() == ["late-help", "cases-alike"])
    try await world.push(
      Sample.draft(base: 1).replacing(
        "::: {.finding #late-help}\nHelp comes late. [@Q1]\n:::\n", with: ""))
    #expect(try await keys() == ["cases-alike"])
    #expect(try await keys(isTwoSided: false) == ["cases-alike"])
    #expect(try await keys(of: .finding("late-help"), isTwoSided: false) == ["late-help"])
  }

  @Test func `a recommendation that no draft carries is not asked for evidence`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.push(Sample.draft())
    func without() async throws -> Bool {
      try await LeftOutOfDraftTests.remarks(world).contains {
        $0.code == .recommendationWithoutEvidence
      }
    }
    #expect(try await without())
    try await world.push(
      Sample.draft(base: 1).replacing(
        "::: {.recommendation #earlier-help}\nThe Department should bring help forward.\n:::",
        with: ""))
    #expect(try await !without())
  }

  @Test func `an affirmed link to what is not published is told, with the link`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.submit(Sample.submission())
    try await world.push(Sample.draft())
    try await world.perform(
      LinkEvidence(
        .finding("late-help"), to: "EXA0001, para 2", stance: .supports, quote: nil,
        isAffirmed: true))
    let remark = try #require(
      try await LeftOutOfDraftTests.remarks(world).first { $0.code == .evidenceNotPublished })
    #expect(remark.place.key == "late-help" && remark.place.reference == "EXA0001")
    #expect(remark.severity == .warning && remark.remedy.contains("Publish EXA0001"))
  }
}
