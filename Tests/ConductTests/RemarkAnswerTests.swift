import Checks
import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// What people say of remarks of the checker, and what the inquiry wants checked.
@Suite(.database) struct RemarkAnswerTests {
  private func remarks(_ world: World) async throws -> [Remark] {
    try await world.read { try ReportMaterial.read(as: $0, on: $1).remarks }
  }

  private func remark(_ code: Remark.Code, _ world: World) async throws -> Remark {
    try #require(try await remarks(world).first { $0.code == code })
  }

  /// An inquiry whose finding rests on nothing, and an author of it.
  private func drafted() async throws -> (World, Actor) {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.push(Sample.draft())
    return (world, try await world.user("Ada Author", .author).actor)
  }

  @Test
  func `a remark keeps owner, day and waiver from version to version, until its words change`()
    async throws
  {
    let (world, ada) = try await drafted()
    let open = try await remark(.findingWithoutEvidence, world)
    let due = Day(daysSince1970: 20_030)
    try await world.perform(
      AssignRemark(open.id, to: "Ada Author", dueOn: due, revision: 0), by: ada)
    try await world.perform(
      WaiveRemark(open.id, because: "It is common knowledge.", revision: 1), by: ada)
    try await world.push(
      Sample.draft(base: 1).replacing("# Summary\n", with: "# Summary\n\nA new paragraph.\n"))
    let moved = try await remark(.findingWithoutEvidence, world)
    #expect(moved.id == open.id)
    #expect(moved.place.paragraph == 3)
    #expect(moved.isWaived)
    #expect(moved.answer?.owner == "Ada Author")
    #expect(moved.answer?.dueOn == due)
    #expect(moved.answer?.waiver?.by == "Ada Author")
    #expect(moved.answer?.waiver?.on == World.today)
    try await world.push(
      Sample.draft(base: 2).replacing("Help comes late.", with: "Help never comes."))
    let changed = try await remark(.findingWithoutEvidence, world)
    #expect(changed.id == open.id)
    #expect(!changed.isWaived)
    #expect(changed.answer?.waiver?.reason == "It is common knowledge.")
    let audit = try await world.read { try AuditLine.newest(20, as: $0, on: $1) }
    let waived = try #require(audit.first { $0.act == "waive remark" })
    #expect(waived.subject == "remark \(open.id)")
    #expect(waived.by == "Ada Author")
  }

  @Test func `what is said at an older revision is refused, and of what is not remarked too`()
    async throws
  {
    let (world, ada) = try await drafted()
    let id = try await remark(.findingWithoutEvidence, world).id
    func code<A: Act>(_ act: A) async -> String? {
      do {
        try await world.perform(act, by: ada)
        return nil
      } catch { return (error as? Refusal)?.code }
    }
    #expect(await code(WaiveRemark(id, because: "Yes.", revision: 1)) == "revision_differs")
    #expect(await code(WaiveRemark(id, because: " ", revision: 0)) == "waiver_reason_missing")
    #expect(await code(WaiveRemark(id, because: nil, revision: 0)) == "remark_not_waived")
    #expect(await code(WaiveRemark("none", because: "Yes.", revision: 0)) == "remark_not_found")
    #expect(
      await code(AssignRemark(id, to: "Nobody", dueOn: nil, revision: 0)) == "staff_user_not_found")
    let unknown = await #expect(throws: Refusal.self) {
      try await world.perform(AssignRemark(id, to: "Nobody", dueOn: nil, revision: 0), by: ada)
    }
    #expect(unknown?.message.contains("an administrator can tell") == true)
    #expect(
      await code(AssignRemark(id, to: nil, dueOn: World.today, revision: 0))
        == "remark_owner_missing")
    #expect(await code(WaiveRemark(id, because: "Yes.", revision: 0)) == nil)
    #expect(await code(WaiveRemark(id, because: nil, revision: 1)) == nil)
    #expect(try await !remark(.findingWithoutEvidence, world).isWaived)
  }

  @Test func `what stops a report by policy stops it, a waiver lets it go, citations never`()
    async throws
  {
    let (world, _) = try await drafted()
    let weights = [CheckPolicy.Weight(code: "finding_without_evidence", severity: .error)]
    try await world.perform(
      SetCheckPolicy(weights: weights, sourcesPerFinding: 3, minimumBase: 50, revision: 0))
    let refusal = await #expect(throws: Refusal.self) { try await world.publishReport() }
    #expect(refusal?.code == "checks_not_passed")
    let id = try await remark(.findingWithoutEvidence, world).id
    try await world.perform(WaiveRemark(id, because: "Agreed.", revision: 0))
    #expect(try await world.publishReport() == 1)
    let policy = try await world.read { try CheckPolicy.find(as: $0, on: $1) }
    #expect(
      policy == CheckPolicy(weights: weights, sourcesPerFinding: 3, minimumBase: 50, revision: 1))
    try await world.push(Sample.draft(citing: "Q99", base: 1))
    let lost = try await remark(.citationNotFound, world)
    let fixed = await #expect(throws: Refusal.self) {
      try await world.perform(WaiveRemark(lost.id, because: "Agreed.", revision: 0))
    }
    #expect(fixed?.code == "remark_not_waivable")
  }

  @Test func `where clerks waive errors an author alone waives what does not stop the report`()
    async throws
  {
    let (world, ada) = try await drafted()
    let weights = [CheckPolicy.Weight(code: "finding_without_evidence", severity: .error)]
    try await world.perform(
      SetCheckPolicy(
        weights: weights, sourcesPerFinding: 2, clerksWaiveErrors: true, revision: 0))
    let error = try await remark(.findingWithoutEvidence, world).id
    let warning = try await remark(.recommendationWithoutEvidence, world).id
    func waive(_ id: String, _ reason: String?, revision: Int, by actor: Actor) async -> String? {
      do {
        try await world.perform(
          WaiveRemark(id, because: reason, revision: revision), by: actor)
        return nil
      } catch { return (error as? Refusal)?.code ?? "\(error)" }
    }
    #expect(await waive(error, "Agreed.", revision: 0, by: ada) == "waiver_needs_clerk")
    #expect(await waive(warning, "Agreed.", revision: 0, by: ada) == nil)
    _ = try await world.user("Cleo Clerk", .clerk)
    let cleo = try await world.user("Cleo Clerk", .author).actor
    #expect(await waive(error, "Agreed.", revision: 0, by: cleo) == nil)
    #expect(await waive(error, nil, revision: 1, by: ada) == nil)
    let head = try await world.user("Hed Administrator", .administrator).actor
    #expect(await waive(error, "Agreed.", revision: 2, by: head) == nil)
    // Left out it stays; taken back, authors waive errors again.
    try await world.perform(SetCheckPolicy(weights: weights, sourcesPerFinding: 3, revision: 1))
    let policy = try await world.read { try CheckPolicy.find(as: $0, on: $1) }
    #expect(policy.clerksWaiveErrors && policy.sourcesPerFinding == 3)
    #expect(await waive(error, "Mine.", revision: 3, by: ada) == "waiver_needs_clerk")
    try await world.perform(
      SetCheckPolicy(
        weights: weights, sourcesPerFinding: 3, clerksWaiveErrors: false, revision: 2))
    #expect(await waive(error, "Mine.", revision: 3, by: ada) == nil)
  }

  @Test(arguments: [
    ("no_such_code", RemarkSeverity.error, 2, 0, "remark_code_unknown"),
    ("citation_not_found", .warning, 2, 0, "remark_weight_fixed"),
    ("question_gap", .error, 2, 0, "remark_weight_fixed"),
    ("source_never_cited", .warning, 0, 0, "sources_per_finding_range"),
    ("source_never_cited", .warning, 2, 1, "revision_differs"),
  ])
  func `a policy that makes no sense is refused`(
    code: String, severity: RemarkSeverity, sources: Int, revision: Int, refused: String
  ) async throws {
    let world = try await World.make()
    let refusal = await #expect(throws: Refusal.self) {
      try await world.perform(
        SetCheckPolicy(
          weights: [.init(code: code, severity: severity)], sourcesPerFinding: sources,
          revision: revision))
    }
    #expect(refusal?.code == refused)
  }

  @Test func `a total that the inquiry's page does not count is told`() async throws {
    let (world, _) = try await drafted()
    func push(_ count: String, base: Int) async throws {
      try await world.push(
        Sample.draft(base: base).replacing(
          "# Summary\n", with: "# Summary\n\nWe heard witnesses in \(count), and wrote.\n"))
    }
    try await push("nine sessions", base: 1)
    #expect(
      try await remark(.totalDiffers, world).sentence
        == "The draft tells of “nine sessions”; the inquiry's page counts 1.")
    try await push("one session", base: 2)
    #expect(try await !remarks(world).contains { $0.code == .totalDiffers })
  }

  @Test func `links, citations and groups are counted as they stand`() async throws {
    let (world, _) = try await drafted()
    try await world.perform(
      GroupWitnesses(WitnessGroup(slug: "directors", name: "Directors"), ["Ann Witness"]))
    for (cite, isAffirmed) in [("Q1+1", true), ("Q2+1", false)] {
      try await world.perform(
        LinkEvidence(
          .finding("late-help"), to: cite, stance: .supports, quote: nil, isAffirmed: isAffirmed))
    }
    let use = try await world.read { viewpoint, connection in
      try EvidenceUse.read(
        sources: try Source.all(as: viewpoint, on: connection), as: viewpoint, on: connection)
    }
    #expect(use.links.map(\.counts) == [true, false])
    // The draft cites the whole of Q1, its question by the Chair with it, twice.
    #expect(use.citations.map(\.paragraph) == [1, 1, 2, 2])
    #expect(use.groups == [.init(slug: "directors", name: "Directors", sourceCount: 1)])
    #expect(use.groupsOf.count == 2)
    #expect(use.groupsOf[use.links[0].passage] == [0])
    #expect(use.sources.map(\.passageCount) == [6])
  }
}
