import Conduct
import Inquiries
import Postgres
import Records
import TestSupport
import Testing

/// Evidence that is linked to one limb of a recommendation.
@Suite(.database) struct LimbLinkTests {
  private static let end = LinkEnd.recommendation("first")

  /// A recommendation of three limbs, its words in a draft.
  private func world() async throws -> (World, Actor) {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.push(Self.draft)
    let ada = try await world.user("Ada Author", .author).actor
    try await world.perform(
      EditLimbs(
        "first",
        ["help families early", "publish the costs", "count the cases"].map {
          LimbChange(number: nil, words: $0, act: $0, addressees: [], due: nil)
        }, dropping: [], revision: nil), by: ada)
    return (world, ada)
  }

  private static let draft = """
    ---
    title: A report
    inquiry: example
    ---

    # Summary

    ::: {.recommendation #first}
    The Department should help families early, publish the costs and count the cases.
    :::
    """

  private func link(
    _ world: World, _ ada: Actor, _ limb: Int?, _ locator: String = "Q1+1"
  ) async throws -> Int {
    try await world.perform(
      LinkEvidence(
        Self.end, limb: limb, to: locator, stance: .supports, words: .whole, isAffirmed: true),
      by: ada)
  }

  private func links(_ world: World) async throws -> [Link] {
    try await world.read { try Recommendation.all(as: $0, on: $1).flatMap(\.links) }
  }

  private func code(_ body: () async throws -> Void) async -> String? {
    do {
      try await body()
      return nil
    } catch { return (error as? Refusal)?.code ?? "\(error)" }
  }

  @Test func `the same words are linked once to each limb and once to the whole`() async throws {
    let (world, ada) = try await world()
    for limb in [1, 2, nil] {
      #expect(try await link(world, ada, limb) == 1)
      #expect(try await link(world, ada, limb) == 0)
    }
    #expect(try await links(world).map(\.limb) == [1, 2, nil])
    let ofOne = try await world.read {
      try TracedLink.page(LinkFilter(end: Self.end, limb: 2), as: $0, on: $1)
    }
    #expect(ofOne.map(\.link.limb) == [2])
  }

  @Test func `a limb that is not there, or of something without limbs, is refused`() async throws {
    let (world, ada) = try await world()
    #expect(await code { _ = try await link(world, ada, 9) } == "limb_not_found")
    try await world.perform(StateProposition("claim", text: "Help is late.", revision: nil))
    #expect(
      await code {
        try await world.perform(
          LinkEvidence(
            .proposition("claim"), limb: 1, to: "Q1+1", stance: .supports, words: .whole,
            isAffirmed: true), by: ada)
      } == "limb_of_recommendation")
    #expect(try await links(world).isEmpty)
  }

  @Test func `evidence of the inquiry before is carried over before it is linked`() async throws {
    let (world, _) = try await world()
    _ = try await world.office.perform(
      OpenInquiry(
        Inquiry(
          body: Body(slug: "body-next", name: "The Body", kind: .commonsCommittee), slug: "next",
          title: "The next inquiry", referencePrefix: "NXT", predecessorSlug: World.slug,
          launchedOn: World.today)), by: .machineOperator)
    try await world.open("other")
    let link = LinkEvidence(
      .proposition("claim"), to: "Q2+1", stance: .supports, quote: nil, isAffirmed: true)
    for slug in ["next", "other"] {
      try await world.perform(
        StateProposition("claim", text: "Help is late.", revision: nil), in: slug)
    }
    let refusal = await #expect(throws: Refusal.self) {
      try await world.perform(link, in: "next")
    }
    #expect(refusal?.code == "passage_of_predecessor")
    #expect(refusal?.message.contains("`inquiry carry`") == true)
    // Whoever has no role in the earlier inquiry learns nothing; nor of one not followed.
    let nora = try await world.user("Nora New", .author, in: "next").actor
    #expect(
      await code { try await world.perform(link, in: "next", by: nora) } == "passage_not_found")
    #expect(await code { try await world.perform(link, in: "other") } == "passage_not_found")
    try await world.perform(CarrySources(["OS1"], World.decided), in: "next")
    #expect(try await world.perform(link, in: "next", by: nora) == 1)
  }

  @Test func `what was linked to a limb that goes stays with the recommendation, once`()
    async throws
  {
    let (world, ada) = try await world()
    for limb in [1, 2, 3] { _ = try await link(world, ada, limb) }
    _ = try await link(world, ada, 2, "Q2+1")
    try await world.perform(EditLimbs("first", [], dropping: [1, 2], revision: nil), by: ada)
    let left = try await links(world)
    #expect(left.filter { $0.status == .affirmed }.map(\.limb) == [nil, 3, nil])
    #expect(left.count(where: { $0.status == .dropped }) == 1)
    #expect(try await world.read { try Recommendation.all(as: $0, on: $1)[0].limbs.count } == 1)
  }

  @Test func `a report shows evidence under the limb it is for`() async throws {
    let (world, ada) = try await world()
    _ = try await link(world, ada, 2)
    _ = try await link(world, ada, nil, "Q2+1")
    try await world.publishReport()
    let told = try await world.staff.run { connection in
      try PublishedInquiry.find(slug: World.slug, on: connection).flatMap {
        try PublishedDocument.newest(of: $0, on: connection)
      }
    }
    let conclusion = try #require(told?.document.conclusions.first)
    #expect(conclusion.evidence(for: 2).map(\.printed) == ["Q1 [Ann Witness]"])
    #expect(conclusion.evidence(for: nil).map(\.printed) == ["Q2 [Ann Witness]"])
    #expect(conclusion.evidence(for: 1).isEmpty)
    // The limb goes; the edition keeps it, and what rested on it.
    try await world.perform(EditLimbs("first", [], dropping: [2], revision: nil), by: ada)
    let changed = try await world.staff.transaction { try Publication.rebuild(on: $0) }
    #expect(changed.map(\.changed) == [0])
  }

  @Test func `suggestions are sought by the limb, and leave what is linked to it`() async throws {
    let (world, ada) = try await world()
    try await world.receive(
      Sample.transcript(
        from: 4, count: 2, on: "Tuesday 14 November 2023", witness: "Ben Witness",
        words: "Nobody could say what the costs were."))
    let finder = EvidenceFinder(office: world.office, meaning: nil)
    func found(_ limb: Int?) async throws -> Set<String?> {
      let found = try await finder.suggestions(
        for: Self.end, limb: limb, limit: 9, in: World.slug, by: ada)
      return Set(found.items.map(\.locator))
    }
    #expect(try await found(2) == ["Q4+1", "Q5+1"])
    #expect(try await found(1).contains("Q4+1") == false)
    #expect(try await found(nil).isSuperset(of: ["Q4+1", "Q5+1", "Q1+1"]))
    _ = try await link(world, ada, 2, "Q4+1")
    #expect(try await found(2) == ["Q5+1"])
    #expect(try await found(nil).contains("Q4+1") == false)
    // Linked to another limb it may be evidence for this one.
    _ = try await link(world, ada, 1, "Q5+1")
    #expect(try await found(2) == ["Q5+1"])
    #expect(await code { _ = try await found(9) } == "limb_not_found")
    try await world.push(
      Self.draft.replacing("inquiry: example", with: "inquiry: example\nbase: 1")
        .replacing("help families early", with: "help families earlier"))
    #expect(await code { _ = try await found(2) } == "limb_words_changed")
  }

  @Test func `a tag of what was affirmed is a reason elsewhere`() async throws {
    let (world, ada) = try await world()
    try await world.receive(
      Sample.transcript(
        from: 4, count: 2, on: "Tuesday 14 November 2023", witness: "Ben Witness",
        words: "Trains were slow."))
    var said = TagChanges()
    said.name = "Delay"
    said.definition = "It came late."
    try await world.perform(AddTag(said))
    let finder = EvidenceFinder(office: world.office, meaning: nil)
    func tagged() async throws -> [String?: [String]] {
      let found = try await finder.suggestions(
        for: Self.end, limit: 9, in: World.slug, by: ada)
      return Dictionary(uniqueKeysWithValues: found.items.map { ($0.locator, $0.tags) })
    }
    for locator in ["Q1+1", "Q5+1"] {
      try await world.perform(ApplyTag("delay", to: locator), by: ada)
    }
    #expect(try await tagged().values.allSatisfy(\.isEmpty))
    _ = try await link(world, ada, nil, "Q1+1")
    #expect(try await tagged()["Q5+1"] == ["Delay"])
    #expect(try await tagged()["Q4+1"]?.isEmpty != false)
  }
}
