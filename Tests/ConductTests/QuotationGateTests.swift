import Checks
import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// What a report must not print of the evidence that it cites.
@Suite(.database) struct QuotationGateTests {
  private func remarks(_ world: World) async throws -> [Remark.Code] {
    try await world.read { try ReportMaterial.read(as: $0, on: $1).remarks.map(\.code) }
  }

  private func publish(_ outcome: WrittenSubmission.Outcome, in world: World) async throws {
    try await world.decide(outcome, "EXA0001", printedName: nil)
    try await world.perform(PublishSources(["EXA0001"], World.decided))
  }

  @Test(arguments: [
    "“Help comes late.”", "‘Help comes late,’", #"\"Help comes late\""#,
    "&ldquo;Help comes late&rdquo;", "“Help comes late.", "\"Help … late\"",
  ])
  func `who has not agreed is quoted in no marks at all`(quotation: String) async throws {
    let world = try await World.make()
    try await world.submit(Sample.submission())
    try await world.consent(to: ["EXA0001"], [.publish, .name])
    try await publish(.publishedNamed, in: world)
    try await world.push(
      Sample.draft(citing: "EXA0001, para 1").replacing(
        "# Summary\n\nHelp came late.", with: "# Summary\n\nThe charity said \(quotation)"))
    #expect(try await remarks(world).contains(.consentToQuoteMissing))
  }

  @Test func `a report prints no omitted words and quotes nobody who has not agreed`()
    async throws
  {
    let world = try await World.make()
    try await world.submit(
      Sample.submission().replacing("in place 2", with: "with Zebedina at school"))
    try await world.consent(to: ["EXA0001"], [.publish, .name])
    try await world.redact("EXA0001, para 2", "Zebedina at school")
    try await publish(.publishedRedacted, in: world)
    let quoting = Sample.draft(citing: "EXA0001, para 1").replacing(
      "# Summary\n\nHelp came late.", with: "# Summary\n\nThe charity said: “Help comes late.”")
    try await world.push(quoting)
    let refusal = await #expect(throws: Refusal.self) { try await world.publishReport() }
    #expect(refusal?.code == "consent_to_quote_missing")
    #expect(refusal?.message.contains("Paragraph 1") == true)
    // The check says what the gate will.
    #expect(try await remarks(world).contains(.consentToQuoteMissing))
    try await world.push(
      Sample.draft(citing: "EXA0001, para 2", base: 1).replacing(
        "Help came late.", with: "They were with Zebedina at school."))
    let omitted = await #expect(throws: Refusal.self) { try await world.publishReport() }
    #expect(omitted?.code == "omitted_words_printed")
    #expect(try await remarks(world).contains(.omittedWordsPrinted))
    try await world.push(Sample.draft(citing: "EXA0001, para 2", base: 2))
    #expect(try await !remarks(world).contains { $0.isAboutWhatIsNotPublic })
    try await world.publishReport()
    try await world.consent(to: ["EXA0001"])
    try await world.push(quoting.replacing("inquiry: example", with: "inquiry: example\nbase: 3"))
    #expect(try await world.publishReport() == 2)
  }
}
