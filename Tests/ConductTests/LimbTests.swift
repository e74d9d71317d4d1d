import Conduct
import Inquiries
import Papers
import Postgres
import Records
import TestSupport
import Testing

/// Recommendations taken apart: limbs, deadlines, addressees and lineage.
@Suite(.database) struct LimbTests {
  private static let words = """
    The Department should urgently review the rules [@Q1], and should publish them within 6 months \
    of the next Budget.
    """

  private static let department = Addressee(
    name: "The Department", kind: .department, isLead: true)

  private func draft(_ words: String = words, base: Int? = nil, slug: String = World.slug) -> String
  {
    """
    ---
    title: A report
    inquiry: \(slug)
    \(base.map { "base: \($0)\n" } ?? "")---

    # Summary

    ::: {.recommendation #first}
    \(words)
    :::

    ::: {.recommendation #second}
    Ofsted should act.
    :::
    """
  }

  private func world() async throws -> (world: World, ada: Actor) {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    try await world.push(draft())
    return (world, try await world.user("Ada Author", .author).actor)
  }

  private func first(_ world: World) async throws -> Recommendation {
    try #require(
      try await world.read { try Recommendation.all(named: "first", as: $0, on: $1) }.first)
  }

  private func limb(
    _ words: String, number: Int? = nil, to addressees: [Addressee] = [department],
    due: LimbChange.Due? = nil
  ) -> LimbChange {
    LimbChange(number: number, words: words, act: "act", addressees: addressees, due: due)
  }

  private func code(_ body: () async throws -> Void) async -> String? {
    do {
      try await body()
      return nil
    } catch { return (error as? Refusal)?.code ?? "\(error)" }
  }

  /// What the newest audit entry says under a name.
  private func detail(_ world: World, _ name: String) async throws -> String? {
    try await world.staff.run { connection in
      try connection.one(
        "SELECT detail ->> \(name) FROM record.audit_entry ORDER BY id DESC LIMIT 1"
      ) { row -> String? in try row.next() }
    }
  }

  @Test func `limbs are confirmed by a person, with whom they ask and until when`() async throws {
    let (world, ada) = try await world()
    try await world.perform(AwaitEvent("next-budget", name: "Next Budget"), by: ada)
    let made = try await world.perform(
      EditLimbs(
        "1",
        [
          limb(
            "The Department should urgently review the rules",
            due: LimbChange.Due(words: "urgently")),
          limb(
            "should publish them",
            to: [
              Addressee(name: "Ofsted", kind: .regulator, isLead: false), LimbTests.department,
            ],
            due: LimbChange.Due(
              words: "within 6 months", event: "next-budget", after: Period(months: 6))),
        ], dropping: [], revision: 1), by: ada)
    #expect(made.limbs.map(\.number) == [1, 2])
    #expect(made.limbs.map(\.status) == [.confirmed, .confirmed])
    #expect(made.limbs.map(\.confirmedBy) == ["Ada Author", "Ada Author"])
    #expect(made.limbs.map { $0.deadline?.kind } == [.vague, .event])
    #expect(made.limbs.map { $0.deadline?.dueOn } == [nil, nil])
    #expect(made.limbs[1].lead?.name == "The Department")
    #expect(made.addressees == ["The Department", "Ofsted"])
    #expect(made.revision == 2)
  }

  @Test func `an event starts the clock when it is logged, and again when it is mended`()
    async throws
  {
    let (world, ada) = try await world()
    try await world.perform(AwaitEvent("next-budget", name: "Next Budget"), by: ada)
    let due = LimbChange.Due(
      words: "within 6 months", event: "next-budget", after: Period(months: 6))
    try await world.perform(
      EditLimbs("first", [limb("should publish them", due: due)], dropping: [], revision: nil),
      by: ada)
    let tomorrow = Day(daysSince1970: World.today.daysSince1970 + 1)
    func log(_ day: Day, _ source: String, _ revision: Int) async -> String? {
      await code {
        try await world.perform(
          LogEvent("next-budget", on: day, source: source, revision: revision), by: ada)
      }
    }
    #expect(await log(tomorrow, "The Treasury", 1) == "event_in_future")
    #expect(await log(try #require(Day("1024-08-31")), "The Treasury", 1) == "event_too_early")
    #expect(await log(World.today, "  ", 1) == "event_source_missing")
    let august = try #require(Day("2024-08-31"))
    #expect(await log(august, "The Treasury", 1) == nil)
    #expect(try await first(world).limbs.first?.deadline?.dueOn == Day("2025-02-28"))
    #expect(await log(august, "The Treasury", 1) == "revision_differs")
    #expect(await log(try #require(Day("2024-09-01")), "Hansard", 2) == nil)
    #expect(try await first(world).limbs.first?.deadline?.dueOn == Day("2025-03-01"))
    let line = try await world.read { try AuditLine.newest(1, as: $0, on: $1) }.first
    #expect(line?.act == "log event")
    #expect(try await detail(world, "before") == "2024-08-31")
    #expect(
      await code { try await world.perform(AwaitEvent("next-budget", name: "Again"), by: ada) }
        == "event_known")
  }

  @Test func `limbs follow the words: moved with typography, looked at again after a change`()
    async throws
  {
    let (world, ada) = try await world()
    try await world.perform(
      EditLimbs(
        "first",
        [limb("The Department should urgently review the rules"), limb("should publish them")],
        dropping: [], revision: nil), by: ada)
    // Another citation and another blank are no change of the words.
    try await world.push(
      draft(LimbTests.words.replacing("[@Q1]", with: " [@Q2; @Q3]"), base: 1))
    #expect(try await first(world).limbs.map(\.status) == [.confirmed, .confirmed])
    try await world.push(
      draft(LimbTests.words.replacing("publish them", with: "print them all"), base: 2))
    let changed = try await first(world)
    #expect(changed.limbs.map(\.status) == [.suspect, .suspect])
    #expect(changed.limbs.map { $0.place == nil } == [false, true])
    #expect(changed.limbs[1].words == "should publish them")
    try await world.perform(
      EditLimbs(
        "first", [limb("should print them all", number: 2)], dropping: [],
        revision: changed.revision), by: ada)
    #expect(try await first(world).limbs.map(\.status) == [.suspect, .confirmed])
    // Words that come back are the words that were confirmed.
    try await world.push(draft(base: 3))
    #expect(try await first(world).limbs.map(\.status) == [.confirmed, .suspect])
  }

  @Test func `a number is never given twice, and the audit keeps what was dropped`() async throws {
    let (world, ada) = try await world()
    try await world.perform(
      EditLimbs(
        "first", [limb("review the rules"), limb("publish them")], dropping: [], revision: nil),
      by: ada)
    try await world.perform(EditLimbs("first", [], dropping: [2], revision: nil), by: ada)
    #expect(try await detail(world, "dropped") == "2: publish them")
    let again = try await world.perform(
      EditLimbs("first", [limb("publish them")], dropping: [], revision: nil), by: ada)
    #expect(again.limbs.map(\.number) == [1, 3])
  }

  @Test func `bad limbs are refused and nothing is done`() async throws {
    let (world, ada) = try await world()
    func edit(_ limbs: [LimbChange], dropping: [Int] = [], revision: Int? = nil) async -> String? {
      await code {
        try await world.perform(
          EditLimbs("first", limbs, dropping: dropping, revision: revision), by: ada)
      }
    }
    let good = limb("review the rules")
    #expect(await edit([]) == "limbs_missing")
    #expect(await edit([good], revision: 9) == "revision_differs")
    #expect(await edit([limb("never said")]) == "quote_not_found")
    #expect(await edit([limb("should")]) == "quote_not_unique")
    #expect(await edit([good, limb("the rules")]) == "limbs_overlap")
    #expect(await edit([limb("review the rules", number: 4)]) == "limb_not_found")
    #expect(await edit([], dropping: [1]) == "limb_not_found")
    let other = Addressee(name: "Ofsted", kind: .regulator, isLead: true)
    #expect(
      await edit([limb("review the rules", to: [LimbTests.department, other])])
        == "addressees_lead")
    #expect(await edit([limb("review the rules", to: [other, other])]) == "addressees_form")
    #expect(
      await edit([limb("review the rules", due: .init(words: "soon"))]) == "deadline_not_found")
    #expect(
      await edit([limb("review the rules", due: .init(words: "urgently", event: "nothing"))])
        == "event_not_found")
    #expect(
      await edit([
        limb("review the rules", due: .init(words: "urgently", after: Period(months: 1)))
      ]) == "deadline_form")
    #expect(try await first(world).limbs.isEmpty)
    #expect(try await first(world).revision == 1)
    #expect(await edit([good]) == nil)
    #expect(
      await code {
        try await world.perform(
          EditRecommendation("first", addressees: ["X"], findingKey: nil, revision: nil), by: ada)
      } == "limbs_have_addressees")
  }

  @Test(arguments: [
    ("by 1 May 2026", 5, 2, false), ("by 1 May 2026", 5, 1, true),
    ("before 1 May 2026", 5, 1, false), ("before 1 May 2026", 4, 30, true),
    ("by the end of May 2026", 5, 30, false), ("by May 2026", 5, 2, true),
  ])
  func `a deadline is the day that its words name`(
    words: String, month: Int, day: Int, isKept: Bool
  ) async throws {
    let (world, ada) = try await world()
    try await world.push(draft("The Department should review the rules \(words).", base: 1))
    let due = LimbChange.Due(words: words, on: Day(year: 2026, month: month, day: day))
    let refused = await code {
      try await world.perform(
        EditLimbs("first", [limb("review the rules", due: due)], dropping: [], revision: nil),
        by: ada)
    }
    #expect(refused == (isKept ? nil : "deadline_day_differs"))
  }

  @Test func `lineage leads to what an inquiry follows, and never in a circle`() async throws {
    let world = try await world().world
    _ = try await world.office.perform(
      OpenInquiry(
        Inquiry(
          body: Body(slug: "body-next", name: "The Body", kind: .commonsCommittee), slug: "next",
          title: "The next inquiry", referencePrefix: "NXT", predecessorSlug: World.slug,
          launchedOn: World.today)), by: .machineOperator)
    let next = try DraftReader.read(Array(draft(slug: "next").utf8), fileName: "report.md")
    try await world.perform(PushDraft(next, fileName: "report.md"), in: "next")
    func trace(
      _ name: String, _ earlier: Lineage.Earlier, in slug: String = World.slug,
      by actor: Actor = .machineOperator
    ) async -> String? {
      await code {
        try await world.perform(
          TraceLineage(name, [.init(.extends, earlier)], revision: nil), in: slug, by: actor)
      }
    }
    let ours = World.slug
    #expect(await trace("first", .recommendation(key: "first", inquiry: ours), in: "next") == nil)
    // The earlier inquiry does not follow the later one.
    #expect(
      await trace("first", .recommendation(key: "first", inquiry: "next")) == "lineage_unrelated")
    #expect(
      await trace("second", .recommendation(key: "nothing", inquiry: ours))
        == "recommendation_not_found")
    #expect(await trace("second", .recommendation(key: "2", inquiry: ours)) == "lineage_cycle")
    #expect(await trace("second", .recommendation(key: "first", inquiry: ours)) == nil)
    #expect(await trace("first", .recommendation(key: "second", inquiry: ours)) == "lineage_cycle")
    #expect(
      await trace("first", .document(reference: "D9", words: "x")) == "source_not_found")
    // Whoever has no role in the earlier inquiry learns nothing of it.
    let nora = try await world.user("Nora New", .author, in: "next").actor
    #expect(
      await trace("second", .recommendation(key: "first", inquiry: ours), in: "next", by: nora)
        == "lineage_unrelated")
    let seen = try await world.office.read(in: "next", by: nora) {
      try Recommendation.all(named: "first", as: $0, on: $1).first?.lineage.first
    }
    #expect(seen?.earlier == .recommendation(key: "first", inquiry: ours))
    #expect(seen?.words == nil)
    // Two that would close a circle between them are settled one after the other.
    let pairs = [("first", "second"), ("second", "first")]
    try await world.perform(TraceLineage("second", [], revision: nil))
    let codes = await withTaskGroup(of: String?.self) { group in
      for (name, earlier) in pairs {
        group.addTask { await trace(name, .recommendation(key: earlier, inquiry: ours)) }
      }
      return await group.reduce(into: [String?]()) { $0.append($1) }
    }
    #expect(codes.count { $0 == nil } == 1 && codes.contains("lineage_cycle"))
    let known = try await world.read(in: "next") {
      try Recommendation.all(named: "first", as: $0, on: $1).first?.lineage.first
    }
    #expect(known?.words?.hasPrefix("The Department should urgently review the rules,") == true)
    let document = try await world.perform(
      AddDocument(
        Document.Facts(
          title: "A review", kind: .report, author: "A reviewer", year: 2011,
          fullReference: "A reviewer, A review, 2011")), by: .machineOperator)
    #expect(
      await trace("second", .document(reference: document.reference, words: "The same.")) == nil)
    let second = try await world.read {
      try Recommendation.all(named: "second", as: $0, on: $1).first?.lineage
    }
    #expect(second?.map(\.title) == ["A review"])
  }
}
