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
      by: ada
    ).count
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

  @Test func `a link is moved to a limb, to another, and back to the whole`() async throws {
    let (world, ada) = try await world()
    let ben = try await world.user("Ben Author", .author).actor
    _ = try await link(world, ada, nil)
    let made = try #require(try await links(world).first)
    func move(_ limb: Int?, revision: Int) async throws -> Link? {
      let edit = EditLinks(
        LinkList(["\(made.id)"], revisions: [revision]), LinkChange(limb: .some(limb)))
      let edited = try await world.perform(edit, by: ben)
      return edited.first?.link
    }
    let moved = try #require(try await move(2, revision: made.revision))
    #expect(moved.limb == 2 && moved.status == .affirmed && moved.affirmedBy == "Ben Author")
    let lines = try await world.read { try AuditLine.newest(2, as: $0, on: $1) }
    #expect(lines.map(\.act) == ["edit link", "link evidence"])
    #expect(lines[0].subject == "link \(made.id): first to Q1+1")
    #expect(await code { _ = try await move(3, revision: made.revision) } == "revision_differs")
    #expect(try await move(3, revision: moved.revision)?.limb == 3)
    #expect(try await move(nil, revision: moved.revision + 1)?.limb == .some(nil))
    _ = try await link(world, ada, 1)
    #expect(
      await code { _ = try await move(1, revision: moved.revision + 2) } == "link_stands")
  }

  @Test func `a suspect link stays suspect in its limb`() async throws {
    let (world, ada) = try await world()
    _ = try await link(world, ada, nil)
    try await world.perform(CorrectPassage("Q1+1", version: 1, text: "Help came early."))
    let suspect = try #require(try await links(world).first)
    let change = LinkChange(limb: 2)
    let moved = try await world.perform(EditLinks(LinkList(["\(suspect.id)"]), change), by: ada)
    #expect(moved.first?.link.limb == 2)
    #expect(moved.first?.link.status == .suspect)
    #expect(moved.first?.now?.text == "Help came early.")
  }

  @Test func `a limb of another recommendation, or of none, is refused`() async throws {
    let (world, ada) = try await world()
    try await world.push(
      Self.draft.replacing("inquiry: example", with: "inquiry: example\nbase: 1")
        + "\n\n::: {.recommendation #second}\nThe Department should ask.\n:::\n")
    try await world.perform(StateProposition("claim", text: "Help is late.", revision: nil))
    _ = try await link(world, ada, 2)
    for end in [LinkEnd.recommendation("second"), .proposition("claim")] {
      try await world.perform(
        LinkEvidence(end, to: "Q2+1", stance: .supports, quote: nil, isAffirmed: true), by: ada)
    }
    let all = try await world.read { try TracedLink.page(LinkFilter(), as: $0, on: $1) }
    let numbers = all.map { "\($0.link.id)" }
    func edit(_ numbers: [String], _ limb: Int) async -> String? {
      await code {
        try await world.perform(EditLinks(LinkList(numbers), LinkChange(limb: limb)), by: ada)
      }
    }
    #expect(await edit([numbers[0]], 9) == "limb_not_found")
    // The second has no limbs of its own.
    #expect(await edit([numbers[1]], 2) == "limb_not_found")
    #expect(await edit([numbers[2]], 2) == "limb_of_recommendation")
    #expect(await edit([numbers[0], numbers[1]], 2) == "limb_of_other_recommendation")
    let left = try await world.read { try TracedLink.page(LinkFilter(), as: $0, on: $1) }
    #expect(left.map(\.link.limb) == [2, nil, nil])
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
    #expect(try await world.perform(link, in: "next", by: nora).count == 1)
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
