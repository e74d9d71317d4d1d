import Checks
import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// Links as people mend them, and the register of what stands on both sides.
@Suite(.database) struct LinkEditTests {
  private func world() async throws -> (world: World, ada: Actor, ben: Actor) {
    let world = try await World.make()
    try await world.publish(Sample.transcript(witness: "Ann Wítness", words: "Help came late."))
    try await world.push(Sample.draft())
    return (
      world, try await world.user("Ada Author", .author).actor,
      try await world.user("Ben Author", .author).actor
    )
  }

  private func links(_ world: World, _ filter: LinkFilter = LinkFilter()) async throws
    -> [TracedLink]
  {
    try await world.read { try TracedLink.page(filter, as: $0, on: $1) }
  }

  private func make(
    _ world: World, _ locator: String = "Q1+1", _ words: LinkWords = .quote("came late"),
    stance: Stance = .supports, version: Int? = nil, affirmed: Bool = true, by actor: Actor
  ) async throws {
    try await world.perform(
      LinkEvidence(
        .finding("late-help"), to: locator, stance: stance, words: words, version: version,
        isAffirmed: affirmed), by: actor)
  }

  private func refusal(_ body: () async throws -> Void) async -> Refusal? {
    await #expect(throws: Refusal.self) { try await body() }
  }

  @Test func `a suspect link shows its words then and now, and is edited to others`() async throws {
    let (world, ada, ben) = try await world()
    try await make(world, by: ada)
    try await world.perform(
      CorrectPassage("Q1+1", version: 1, text: "Help came a year late. It was case 1."))
    let suspect = try #require(try await links(world).first)
    #expect(suspect.link.status == .suspect)
    #expect(suspect.link.passage.text == "Help came late. It was case 1.")
    #expect(suspect.now == PassageWords(version: 2, text: "Help came a year late. It was case 1."))
    let number = "\(suspect.link.id)"
    #expect(
      await refusal {
        try await world.perform(SettleLinks([number], isAffirmed: true), by: ben)
      }?.code == "quote_lost")
    let edited = try await world.perform(
      EditLinks(
        LinkList([number], revisions: [suspect.link.revision]),
        LinkChange(stance: .contrasts, words: .quote("a year late"))), by: ben)
    let link = try #require(edited.first?.link)
    #expect(link.status == .affirmed)
    #expect(link.affirmedBy == "Ben Author")
    #expect(link.stance == .contrasts)
    #expect(link.quote == "a year late")
    #expect(edited.first?.now == nil)
    let line = try await world.read { try AuditLine.newest(1, as: $0, on: $1) }.first
    #expect(line?.act == "edit link")
    #expect(line?.subject == "link \(number): late-help to Q1+1")
  }

  @Test func `what was only suggested stays so when it is edited, and dropped is refused`()
    async throws
  {
    let (world, ada, _) = try await world()
    try await make(world, affirmed: false, by: ada)
    let number = "\(try #require(try await links(world).first).link.id)"
    let change = LinkChange(stance: .context)
    let edited = try await world.perform(EditLinks(LinkList([number]), change), by: ada)
    #expect(edited.first?.link.status == .suggested)
    #expect(edited.first?.link.affirmedBy == nil)
    try await world.perform(SettleLinks([number], isAffirmed: false), by: ada)
    #expect(
      await refusal {
        try await world.perform(EditLinks(LinkList([number]), change), by: ada)
      }?.code == "link_dropped")
  }

  @Test func `a dropped link is affirmed again only where somebody says so`() async throws {
    let (world, ada, ben) = try await world()
    for question in 1...2 { try await make(world, "Q\(question)+1", .whole, by: ada) }
    let numbers = try await links(world).map { "\($0.link.id)" }
    try await world.perform(SettleLinks([numbers[0]], isAffirmed: false), by: ada)
    let told = await refusal {
      try await world.perform(SettleLinks(numbers, isAffirmed: true), by: ben)
    }
    #expect(told?.code == "link_dropped")
    #expect(told?.message.contains("`--dropped`") == true)
    #expect(told?.message.contains("--except \(numbers[0])") == true)
    #expect(try await links(world).map(\.link.status) == [.dropped, .affirmed])
    let done = try await world.perform(
      SettleLinks([numbers[0]], isAffirmed: true, revives: true), by: ben)
    #expect(done.map(\.statusBefore) == [.dropped])
    #expect(try await links(world).map(\.link.affirmedBy) == ["Ben Author", "Ada Author"])
  }

  @Test func `a span is whole characters of the version that was read`() async throws {
    let (world, ada, _) = try await world()
    try await world.perform(
      CorrectPassage("Q1+1", version: 1, text: "Cafe\u{301} help came late. It was case 1."))
    func code(_ span: Range<Int>, version: Int?, _ locator: String = "Q1+1") async -> String? {
      await refusal {
        try await make(world, locator, .span(span), version: version, by: ada)
      }?.code
    }
    #expect(await code(0..<4, version: 2) == "span_splits_character")
    #expect(await code(4..<9, version: 2) == "span_splits_character")
    #expect(await code(0..<900, version: 2) == "span_outside")
    #expect(await code(3..<3, version: 2) == "span_outside")
    #expect(await code(5..<6, version: 2) == "span_blank")
    #expect(await code(0..<5, version: 1) == "revision_differs")
    #expect(await code(0..<5, version: 2, "Q1") == "one_passage_needed")
    let never = await refusal {
      try await make(world, "Q1+1", .span(0..<5), version: 9, by: ada)
    }
    #expect(never?.code == "revision_differs")
    #expect(never?.message == "Q1+1 has no version 9; the newest is 2.")
    let backwards = #expect(throws: Refusal.self) { try Range<Int>.span(from: 9, to: 5) }
    #expect(backwards?.code == "span_outside" && backwards?.message.hasPrefix("9 to 5 ") == true)
    #expect(try await links(world).isEmpty)
    try await make(world, "Q1+1", .span(0..<5), version: 2, by: ada)
    #expect(try await links(world).first?.link.quote == "Cafe\u{301}")
  }

  @Test func `a correction settles all links of its passage at once, and no others`() async throws {
    let (world, ada, _) = try await world()
    let words = ["Help", "came", "late", "It was", "case 1"]
    for quote in words { try await make(world, "Q1+1", .quote(quote), by: ada) }
    try await make(world, "Q2+1", .whole, by: ada)
    let typography = try await world.perform(
      CorrectPassage("Q1+1", version: 1, text: "Help  came late.  It was case 1."))
    #expect(typography.carried == words.count)
    #expect(typography.suspect == 0)
    let wording = try await world.perform(
      CorrectPassage("Q1+1", version: 2, text: "Help came very late. It was case 1."))
    #expect(wording.suspect == words.count)
    let suspects = try await links(world, LinkFilter(statuses: [.suspect]))
    #expect(suspects.map(\.link.quote) == words)
    #expect(suspects.allSatisfy { $0.link.passage.version == 2 })
    // A further correction leaves them with the words that were affirmed.
    try await world.perform(
      CorrectPassage("Q1+1", version: 3, text: "Help  came very late. It was case 1."))
    let still = try await links(world, LinkFilter(statuses: [.suspect]))
    #expect(still.map(\.link.quote) == words)
    #expect(still.allSatisfy { $0.link.passage.version == 2 && $0.now?.version == 4 })
    #expect(zip(still, suspects).allSatisfy { $0.link.revision == $1.link.revision + 1 })
    let numbers = still.map { "\($0.link.id)" }
    try await world.perform(SettleLinks(numbers, except: [numbers[0]], isAffirmed: true), by: ada)
    #expect(try await links(world, LinkFilter(statuses: [.affirmed])).count == words.count)
    #expect(try await links(world, LinkFilter(reference: "OS1")).count == words.count + 1)
  }

  @Test
  func `two who affirm and drop at once: one does, the other is told, and the audit says who`()
    async throws
  {
    let (world, ada, ben) = try await world()
    for question in 1...3 {
      try await make(world, "Q\(question)+1", .whole, affirmed: false, by: ada)
    }
    let all = try await links(world)
    for link in all.map(\.link) {
      let outcomes = await withTaskGroup(of: String.self) { group in
        for (actor, isAffirmed) in [(ada, true), (ben, false)] {
          group.addTask {
            do {
              try await world.perform(
                SettleLinks(link.id, isAffirmed: isAffirmed, revision: link.revision), by: actor)
              return isAffirmed ? "affirmed" : "dropped"
            } catch { return (error as? Refusal)?.code ?? "\(error)" }
          }
        }
        return await group.reduce(into: [String]()) { $0.append($1) }
      }
      #expect(outcomes.contains("revision_differs"))
      let now = try #require(try await links(world, LinkFilter(ids: [link.id])).first)
      #expect(outcomes.contains(now.link.status.rawValue))
      #expect(now.link.revision == link.revision + 1)
      let line = try await world.read { try AuditLine.newest(1, as: $0, on: $1) }.first
      #expect(line?.act == "settle link")
      #expect(line?.by == (now.link.status == .affirmed ? "Ada Author" : "Ben Author"))
    }
  }

  @Test func `the register shows both sides, and what is only suggested is on none`() async throws {
    let (world, ada, _) = try await world()
    try await world.perform(
      StateProposition("cases-alike", text: "All cases were alike.", revision: nil), by: ada)
    try await make(world, "Q1+1", .whole, by: ada)
    func conflicts(_ end: LinkEnd? = nil, isTwoSided: Bool = true) async throws -> [Conflict] {
      try await world.read { try Conflict.all(of: end, isTwoSided: isTwoSided, as: $0, on: $1) }
    }
    #expect(try await conflicts().isEmpty)
    #expect(try await conflicts(isTwoSided: false).map(\.key) == ["late-help"])
    try await make(world, "Q2+1", .whole, stance: .contrasts, affirmed: false, by: ada)
    #expect(try await conflicts().isEmpty)
    try await make(world, "Q2+1", .whole, stance: .contrasts, by: ada)
    for (locator, stance) in [("Q1+1", Stance.supports), ("Q3+1", .contrasts)] {
      try await world.perform(
        LinkEvidence(
          .proposition("cases-alike"), to: locator, stance: stance, quote: nil, isAffirmed: true),
        by: ada)
    }
    let both = try await conflicts()
    #expect(both.map(\.key) == ["late-help", "cases-alike"])
    #expect(both[0].number == 1)
    #expect(both[0].text == "Help comes late.")
    #expect(both[0].contrasting.map(\.link.passage.locator) == ["Q2+1"])
    #expect(both[1].kind == .proposition)
    #expect(both[1].supporting.map(\.link.affirmedBy) == ["Ada Author"])
    #expect(
      try await conflicts(.recommendation("earlier-help"), isTwoSided: false).map(\.supporting)
        == [[]])
  }

  @Test func `of a whole question the answers are evidence, and the question is context`()
    async throws
  {
    let (world, ada, _) = try await world()
    func link(_ locator: String, _ stance: Stance) async throws -> LinksMade {
      try await world.perform(
        LinkEvidence(
          .finding("late-help"), to: locator, stance: stance, quote: nil, isAffirmed: true),
        by: ada)
    }
    func locators() async throws -> [String?] {
      try await links(world).map(\.link.passage.locator)
    }
    let made = try await link("Q1", .supports)
    #expect(made.count == 1 && made.leftOut == 1)
    #expect(try await locators() == ["Q1+1"])
    let several = try await link("Q2-3", .contrasts)
    #expect(several.count == 2 && several.leftOut == 2)
    #expect(try await locators() == ["Q1+1", "Q2+1", "Q3+1"])
    // Who quotes or names the question means it, and as context it is linked beside the answer.
    let quoted = try await world.perform(
      LinkEvidence(
        .finding("late-help"), to: "Q1", stance: .supports, quote: "What did you see",
        isAffirmed: true), by: ada)
    #expect(quoted.count == 1 && quoted.leftOut == 0)
    let named = try await link("Q3, Chair", .contrasts)
    #expect(named.count == 1 && named.leftOut == 0)
    try await world.perform(
      LinkEvidence(
        .recommendation("earlier-help"), to: "Q2", stance: .context, quote: nil, isAffirmed: true),
      by: ada)
    let all = try await links(world)
    #expect(all.count == 7)
    #expect(all.filter { $0.link.stance == .context }.map(\.link.status) == [.affirmed, .affirmed])
  }

  @Test func `a correction makes no evidence of what was only suggested`() async throws {
    let (world, ada, _) = try await world()
    try await make(world, "Q2+1", .whole, by: ada)
    try await make(world, "Q1+1", stance: .contrasts, affirmed: false, by: ada)
    let first = try await world.perform(
      CorrectPassage("Q1+1", version: 1, text: "Help came a year late. It was case 1."))
    #expect(first.carried == 0 && first.suspect == 0)
    let second = try await world.perform(
      CorrectPassage("Q1+1", version: 2, text: "Help came two years late. It was case 1."))
    #expect(second.carried == 0 && second.suspect == 0)
    let left = try #require(
      try await links(world, LinkFilter(statuses: [.suggested])).first)
    #expect(left.link.passage.version == 1 && left.now?.version == 3)
    #expect(left.link.quote == "came late" && left.link.affirmedBy == nil)
    #expect(try await links(world, LinkFilter(statuses: [.suspect])).isEmpty)
    #expect(
      try await world.read { try Conflict.all(isTwoSided: true, as: $0, on: $1) }.isEmpty)
    let number = "\(left.link.id)"
    #expect(
      await refusal {
        try await world.perform(SettleLinks([number], isAffirmed: true), by: ada)
      }?.code == "quote_lost")
  }

  @Test func `words linked over a suggestion for earlier ones are those that count`() async throws {
    let (world, ada, _) = try await world()
    try await make(world, "Q1+1", .quote("Help"), affirmed: false, by: ada)
    try await world.perform(
      CorrectPassage("Q1+1", version: 1, text: "Care came late. It was case 1."))
    try await make(world, "Q1+1", .quote("Care"), by: ada)
    let link = try #require(try await links(world).first?.link)
    #expect(link.status == .affirmed && link.quote == "Care" && link.passage.version == 2)
  }

  @Test func `the check tells of a suspect link of a proposition until it is settled`() async throws
  {
    let (world, ada, ben) = try await world()
    try await world.perform(
      StateProposition("late-help", text: "Help was late everywhere.", revision: nil), by: ada)
    try await world.perform(
      LinkEvidence(
        .proposition("late-help"), to: "Q1+1", stance: .supports, quote: nil, isAffirmed: true),
      by: ada)
    func told() async throws -> [Remark] {
      try await world.read { try ReportMaterial.read(as: $0, on: $1).remarks }
        .filter { $0.code == .linkSuspect }
    }
    #expect(try await told().isEmpty)
    try await world.perform(
      CorrectPassage("Q1+1", version: 1, text: "Help came a year late. It was case 1."))
    let remark = try #require(try await told().first)
    let link = try #require(try await links(world).first?.link)
    #expect(remark.sentence.contains("Link \(link.id) of proposition “late-help”"))
    #expect(remark.place.reference == "OS1" && remark.severity == .warning)
    try await world.perform(SettleLinks(["\(link.id)"], isAffirmed: true), by: ben)
    #expect(try await told().isEmpty)
  }

  @Test func `a proposition is entered once and reworded at its revision`() async throws {
    let (world, ada, _) = try await world()
    func state(_ key: String, _ text: String, _ revision: Int?) async -> String? {
      do {
        try await world.perform(StateProposition(key, text: text, revision: revision), by: ada)
        return nil
      } catch { return (error as? Refusal)?.code ?? "\(error)" }
    }
    #expect(await state("Not a key", "x", nil) == "key_form")
    #expect(await state("p", " ", nil) == "proposition_empty")
    #expect(await state("p", "One.", nil) == nil)
    #expect(await state("p", "Two.", nil) == "proposition_known")
    #expect(await state("p", "Two.", 7) == "revision_differs")
    #expect(await state("p", "Two.", 1) == nil)
    #expect(await state("q", "Two.", 1) == "proposition_not_found")
    #expect(try await world.read { try Proposition.all(as: $0, on: $1).map(\.text) } == ["Two."])
  }
}
