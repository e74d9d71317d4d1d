import Checks
import Conduct
import Inquiries
import Papers
import Records
import TestSupport
import Testing

/// Citations whose words were corrected after they were pinned.
@Suite(.database) struct RepinTests {
  private static let draft = Sample.draft().replacing(
    "Help came late. [@Q1]", with: "Help came late. [@Q1]\n\nIt was late again. [@Q2; @Q3]")

  private func world() async throws -> World {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.push(Self.draft)
    return world
  }

  private func suspects(_ world: World) async throws -> [Remark] {
    try await world.read { try ReportMaterial.read(as: $0, on: $1).remarks }
      .filter { $0.code == .citationSuspect }
  }

  private func correct(_ world: World, _ question: Int, _ word: String) async throws {
    let locator = "Q\(question)+1"
    let version = try await world.read {
      try Passage.index(around: [.turn(question: question, offset: 1)], as: $0, on: $1)
    }.resolve(.turn(question: question, offset: 1))
    guard case .found(let entries) = version, let entry = entries.first else {
      Issue.record("\(locator) is not there")
      return
    }
    let number = try await world.read { try Passage.versions([entry.version], on: $1) }[
      entry.version]?
      .passage.version
    try await world.perform(
      CorrectPassage(
        locator, version: number ?? 0, text: "We found that help \(word). It was case \(question).")
    )
  }

  @Test func `a citation of corrected words is told with the words before and after`() async throws
  {
    let world = try await world()
    #expect(try await suspects(world).isEmpty)
    try await correct(world, 1, "came early")
    // In the paragraph and in the finding.
    let remarks = try await suspects(world)
    #expect(remarks.map(\.place.locator) == ["Q1", "Q1"])
    #expect(remarks.map(\.place.paragraph) == [1, 3])
    #expect(remarks.allSatisfy { $0.severity == .warning && $0.place.line != nil })
    #expect(remarks[0].sentence.contains("help came [-late.-]{+early.+} It was"))
    #expect(remarks[0].remedy.contains("`inquiry report repin \"Q1\"`"))
  }

  @Test func `typography goes along without a word`() async throws {
    let world = try await world()
    try await correct(world, 1, " came  late")
    #expect(try await suspects(world).isEmpty)
    try await world.push(
      Self.draft.replacing("inquiry: example", with: "inquiry: example\nbase: 1")
        .replacing("late again", with: "late once more"))
    let pinned = try await world.read { viewpoint, connection in
      let version = try DraftVersion.find(as: viewpoint, on: connection)
      let rows = try version.map { try DraftVersion.citations(of: $0.id, on: connection) } ?? []
      return try Passage.versions(rows.flatMap(\.versions), on: connection).values
        .map(\.passage).filter { $0.locator == "Q1+1" }
    }
    #expect(pinned.map(\.version) == [2])
  }

  @Test func `citations are pinned anew, one or all, as a version of their own`() async throws {
    let world = try await world()
    for question in 1...3 { try await correct(world, question, "came early") }
    #expect(try await suspects(world).count == 4)
    let one = try await world.perform(RepinCitations(["Q1"], version: 1))
    #expect(one.version == 2)
    #expect(one.citations.map(\.paragraph) == [1, 3])
    #expect(one.citations[0].before.contains("came late"))
    #expect(one.citations[0].after.contains("came early"))
    #expect(try await suspects(world).map(\.place.locator) == ["Q2", "Q3"])
    let again = try await world.perform(RepinCitations(["Q1"], version: 2))
    #expect(again == RepinReport(version: 2, citations: []))
    let rest = try await world.perform(RepinCitations(nil, except: ["Q3"], version: 2))
    #expect(rest.citations.map(\.locator) == ["Q2"])
    #expect(try await suspects(world).map(\.place.locator) == ["Q3"])
    let line = try await world.read { try AuditLine.newest(1, as: $0, on: $1) }.first
    #expect(line?.act == "repin citation")
    #expect(line?.subject == "draft 3")
  }

  @Test func `an author who edits goes on from the version before`() async throws {
    let world = try await world()
    try await correct(world, 1, "came early")
    try await world.perform(RepinCitations(nil, version: 1))
    let report = try await world.push(
      Self.draft.replacing("inquiry: example", with: "inquiry: example\nbase: 1")
        .replacing("late again", with: "late once more"))
    #expect(report.version == 3)
    #expect(try await suspects(world).isEmpty)
    // Another's words are never written over.
    let refusal = await #expect(throws: Refusal.self) {
      try await world.push(
        Self.draft.replacing("inquiry: example", with: "inquiry: example\nbase: 1"))
    }
    #expect(refusal?.code == "draft_base_differs")
  }

  @Test func `what a published report is pinned to stays`() async throws {
    let world = try await world()
    try await world.publishReport()
    try await correct(world, 1, "came early")
    try await world.perform(RepinCitations(nil, version: 1))
    let changed = try await world.staff.transaction { try Publication.rebuild(on: $0) }
    #expect(changed.map(\.changed) == [0])
    #expect(try await world.publishReport() == 2)
  }

  @Test func `what the draft does not cite, and an old version, are refused`() async throws {
    let world = try await world()
    func code(_ locators: [String]?, _ version: Int) async -> String? {
      do {
        _ = try await world.perform(RepinCitations(locators, version: version))
        return nil
      } catch { return (error as? Refusal)?.code ?? "\(error)" }
    }
    #expect(await code(["Q1-3"], 1) == "citation_not_in_draft")
    #expect(await code(["what"], 1) == "locator_form")
    #expect(await code(nil, 7) == "revision_differs")
    #expect(await code(nil, 1) == nil)
  }
}
