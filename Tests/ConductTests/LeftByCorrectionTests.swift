import Conduct
import Inquiries
import Papers
import Records
import TestSupport
import Testing

/// What a corrected file says that the record does not, as often as it is asked.
@Suite(.database) struct LeftByCorrectionTests {
  private func read(_ bytes: [UInt8]) throws -> RecordRead {
    try RecordRead(
      PaperFile(bytes, name: "b.txt"), said: .init(kind: .transcript, stage: .corrected))
  }

  private func left(_ world: World) async throws -> LeftByCorrection {
    let file = try await world.read { try CorrectedFile.newest(of: "OS1", as: $0, on: $1) }
    return try await world.office.left(
      of: "OS1", by: read(file.original.bytes), in: World.slug, by: .machineOperator)
  }

  @Test func `what was left is listed until it is mended, and no longer`() async throws {
    let world = try await World.make()
    try await world.receive(
      Sample.transcript().replacing("Oral evidence:", with: "Uncorrected oral evidence:"))
    let missing = await #expect(throws: Refusal.self) { try await left(world) }
    #expect(missing?.code == "correction_file_missing")
    let words = "Nothing whatever could be counted before spring arrived again."
    let file = Sample.transcript()
      .replacing(
        "We found that help came late. It was case 1.",
        with: "\(words)\n\n[Footnote: Counted in March.]"
      )
      .replacing("It was case 2.", with: "It was case two.")
    let done = try await world.perform(
      CorrectRecord("OS1", read(Array(file.utf8)), CorrectionTerms(), leavesMisfits: true))
    #expect(done.changed.map(\.locator) == ["Q2+1"])
    let first = try await left(world)
    #expect(first.misfits == done.misfits)
    #expect(first.misfits.map(\.locator) == ["Q1+1"])
    #expect(first.differing == [])
    #expect(first.footnotes == ["Counted in March."])
    #expect(first.fileName == "b.txt" && first.stage == .uncorrected)
    // Asked again it is the same: nothing of it is forgotten.
    #expect(try await left(world) == first)

    try await world.perform(CorrectPassage("Q1+1", version: 1, text: words))
    let placed = try await left(world)
    #expect(placed.misfits == [] && placed.differing == [])
    #expect(placed.footnotes == ["Counted in March."])
    try await world.perform(AnnotatePassage("Q1+1", .footnote("Counted in March.")))
    #expect(try await left(world).isNothing)

    // What was corrected otherwise since is told beside the file's words.
    try await world.perform(CorrectPassage("Q2+1", version: 2, text: "It was case II."))
    let last = try await left(world)
    #expect(last.differing.map(\.inRecord) == ["It was case II."])
    #expect(
      last.differing.map(\.inFile) == ["We found that help came late. It was case two."])
  }

  @Test func `words beside what cannot be placed are shown with it, and listed until mended`()
    async throws
  {
    let world = try await World.make()
    try await world.publish(
      Sample.transcript().replacing("Oral evidence:", with: "Uncorrected oral evidence:"))
    let file = Sample.transcript().replacing("It was case 1.", with: "It was case one.")
      .replacing("Q1  Chair:", with: "Q1  Dev Member:")
    func correct(dryRun: Bool) async throws -> RecordDifference {
      try await world.office.perform(
        CorrectRecord("OS1", read(Array(file.utf8)), CorrectionTerms(), leavesMisfits: true),
        in: World.slug, by: .machineOperator, dryRun: dryRun)
    }
    let shown = try await correct(dryRun: true)
    #expect(shown.misfits.map(\.locator) == ["Q1"])
    #expect(shown.differing.map(\.locator) == ["Q1+1"])
    #expect(shown.differing.map(\.inFile) == ["We found that help came late. It was case one."])
    let done = try await correct(dryRun: false)
    #expect(done.differing == shown.differing && done.changed == [])
    let page = String(decoding: DifferenceHTML.page(done), as: UTF8.self)
    #expect(page.contains("<h3>Q1+1, Ann Witness</h3>"))
    #expect(try await left(world).differing == done.differing)
    try await world.perform(
      CorrectPassage("Q1+1", version: 1, text: "We found that help came late. It was case one."))
    #expect(try await left(world).differing == [])
  }
}
