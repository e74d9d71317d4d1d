import Conduct
import Inquiries
import Papers
import Postgres
import Records
import TestSupport
import Testing

/// What the public is told of limbs, deadlines, addressees and lineage: what an
/// edition was published with, and nothing else.
@Suite(.database) struct PublishedLimbTests {
  private static let department = Addressee(
    name: "The Department", kind: .department, isLead: true)
  private static let words = "The Department should bring help forward"

  private func world() async throws -> World {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.push(Sample.draft())
    return world
  }

  private func limb(_ act: String, number: Int? = nil, due: LimbChange.Due? = nil) -> LimbChange {
    LimbChange(
      number: number, words: Self.words, act: act, addressees: [Self.department], due: due)
  }

  private func edit(_ world: World, _ limbs: LimbChange...) async throws {
    try await world.perform(EditLimbs("earlier-help", limbs, dropping: [], revision: nil))
  }

  private func told(
    _ world: World, slug: String = World.slug
  ) async throws -> PublishedReport.Recommendation? {
    try await world.staff.run { connection in
      guard let inquiry = try PublishedInquiry.find(slug: slug, on: connection) else { return nil }
      return try PublishedReport.newest(of: inquiry.id, on: connection)?
        .recommendations["earlier-help"]
    }
  }

  @Test func `an edition keeps what it asked when it was published`() async throws {
    let world = try await world()
    let due = "bring help forward"
    try await world.perform(AwaitEvent("next-budget", name: "Next Budget"))
    try await edit(
      world,
      limb(
        "help earlier",
        due: LimbChange.Due(words: due, event: "next-budget", after: Period(months: 6))))
    try await world.publishReport()
    let before = try #require(try await told(world)).limbs
    #expect(before.map(\.act) == ["help earlier"])
    #expect(before.first?.addressees == [Self.department])
    #expect(before.first?.deadline?.event?.name == "Next Budget")
    #expect(before.first?.deadline?.dueOn == nil)
    try await world.perform(
      LogEvent("next-budget", on: World.today, source: "HC Deb", revision: 1))
    try await edit(world, limb("do something else", number: 1))
    _ = try await world.staff.transaction { try Publication.rebuild(on: $0) }
    #expect(try await told(world)?.limbs == before)
    try await world.push(
      Sample.draft(base: 1).replacing("Help came late.", with: "Help came late indeed."))
    try await world.publishReport()
    #expect(try await told(world)?.limbs.map(\.act) == ["do something else"])
  }

  @Test func `a limb whose words changed since it was confirmed is not published`() async throws {
    let world = try await world()
    try await edit(world, limb("help earlier"))
    try await world.push(Sample.draft(base: 1).replacing("forward.", with: "forward soon."))
    try await world.publishReport()
    #expect(try await told(world)?.limbs == [])
  }

  @Test func `what is taken up is told as far as it is public`() async throws {
    let world = try await world()
    _ = try await world.office.perform(
      OpenInquiry(
        Inquiry(
          body: Body(slug: "body-next", name: "The Body", kind: .commonsCommittee), slug: "next",
          title: "The next inquiry", referencePrefix: "NXT", predecessorSlug: World.slug,
          launchedOn: World.today)), by: .machineOperator)
    try await world.perform(LaunchInquiry(World.decided), in: "next")
    let document = try await world.perform(
      AddDocument(
        Document.Facts(
          title: "A review", kind: .report, author: "A reviewer", year: 2011,
          fullReference: "A reviewer, A review, 2011")), in: "next")
    let draft = Sample.draft().replacing("inquiry: example", with: "inquiry: next")
      .replacing(" [@Q1]", with: "")
    try await world.perform(
      PushDraft(try DraftReader.read(Array(draft.utf8), fileName: "r.md"), fileName: "r.md"),
      in: "next")
    try await world.perform(
      TraceLineage(
        "earlier-help",
        [
          .init(.extends, .recommendation(key: "earlier-help", inquiry: World.slug)),
          .init(.repeats, .document(reference: document.reference, words: "The same.")),
        ], revision: nil), in: "next")
    try await world.publishReport(in: "next")
    // Neither the earlier report nor the document is public yet.
    let first = try #require(try await told(world, slug: "next")).lineage
    #expect(first.map(\.place) == ["an earlier recommendation of “An inquiry”"])
    #expect(first.map(\.href) == [nil])
    // Its recommendations stand open for whoever follows it, once they are public.
    func open() async throws -> [String] {
      try await world.read(in: "next") {
        try EarlierRecommendation.untaken(as: $0, on: $1).map(\.key)
      }
    }
    #expect(try await open() == [])
    // What the earlier inquiry publishes shows at the later one in the same act.
    try await world.publishReport()
    try await world.perform(AcceptSources([document.reference], World.decided), in: "next")
    try await world.perform(PublishSources([document.reference], World.decided), in: "next")
    #expect(try await open() == [])
    let lineage = try #require(try await told(world, slug: "next")).lineage
    #expect(lineage.map(\.lead) == ["Extends", "Repeats"])
    #expect(lineage.map(\.place) == ["recommendation 1 of “An inquiry”", "A review (D1)"])
    #expect(
      lineage.map(\.href) == [
        "/inquiries/example/recommendations/1", "/inquiries/next/documents/D1",
      ])
    let changed = try await world.staff.transaction { try Publication.rebuild(on: $0) }
    #expect(changed.map(\.changed) == [0, 0])
    try await world.perform(
      TakeDownSources([document.reference], World.decided(because: "Asked to.")), in: "next")
    #expect(try await told(world, slug: "next")?.lineage.map(\.lead) == ["Extends"])
    try await world.perform(TraceLineage("earlier-help", [], revision: nil), in: "next")
    #expect(try await open() == ["earlier-help"])
    let remark = try await world.read(in: "next") {
      try ReportMaterial.read(as: $0, on: $1).remarks.first {
        $0.code == .earlierRecommendationNotTakenUp
      }
    }
    #expect(remark?.sentence.hasPrefix("Recommendation 1 of “An inquiry” (earlier-help)") == true)
  }
}
