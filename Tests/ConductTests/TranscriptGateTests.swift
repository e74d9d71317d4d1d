import Checks
import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// The gate for transcripts, on what is kept of them.
@Suite(.database) struct TranscriptGateTests {
  private func remarks(_ world: World, of reference: String? = nil) async throws -> [Remark] {
    try await world.read { try TranscriptGate.read(reference, as: $0, on: $1) }
      .remarks(of: reference)
  }

  @Test func `a clean transcript has no remark, in its import or later`() async throws {
    let world = try await World.make()
    let told = Sample.transcript().replacing("Oral evidence", with: "Uncorrected oral evidence")
      .replacing("Questions 1", with: "Heard in public  Questions 1")
    #expect(try await world.receive(told).remarks == [])
    #expect(try await remarks(world) == [])
  }

  @Test func `strangers, silent witnesses, leftovers and misprints are told with their places`()
    async throws
  {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    let report = try await world.receive(
      Sample.transcript(from: 6, count: 2, on: "Tuesday 14 November 2023")
        .replacing("Questions 6 - 7", with: "Questions 6 - 9")
        .replacing("Director, The Organisation.", with: "Director; and Bo Reed, [Add title].")
        .replacing("It was case 7.", with: "It was [insert case].\n\nA Voice: No."),
      as: .init(kind: .transcript, heldOn: Day("2023-11-15")))
    let told = try await remarks(world, of: "OS2")
    #expect(
      Set(told.map(\.code)) == [
        .transcriptRangeDiffers, .questionGap, .headerDateDiffers, .witnessSilent,
        .speakerUnknown, .templateTextLeft,
      ])
    #expect(told.first { $0.code == .speakerUnknown }?.place.locator == "Q7+2")
    #expect(
      told.filter { $0.code == .templateTextLeft }.compactMap(\.place.locator).contains("Q7+1"))
    for code in Set(told.map(\.code)) {
      #expect(report.remarks.contains { $0.hasSuffix("(\(code.rawValue))") }, "\(code)")
    }
    #expect(try await remarks(world, of: "OS1") == [])
    let refusal = await #expect(throws: Refusal.self) { try await remarks(world, of: "OS9") }
    #expect(refusal?.code == "transcript_not_found")
  }
}
