import Checks
import Conduct
import Inquiries
import Records
import TestSupport
import Testing

@Suite(.database) struct QuotationCheckTests {
  private static func draft(_ words: String, base: Int? = nil) -> String {
    Sample.draft(base: base).replacing("Help came late. [@Q1]", with: words)
  }

  private static func remarks(_ world: World) async throws -> [Remark] {
    try await world.read { try ReportMaterial.read(as: $0, on: $1).remarks }
      .filter { $0.code.rawValue.hasPrefix("quotation_") }
  }

  private static func published() async throws -> World {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    return world
  }

  @Test(arguments: [
    "“We found that help came late.” [@Q1]", "One found “that help … late” [@Q1, Ann Witness].",
    "> We found that help came late.\n> [@Q1]", "As one said [@Q1]:\n\n> [W]e found … help",
    "“[H]elp came late. It was case 1” [@Q1, “that help … case 1”].",
    "“We found that … case 2” [@Q1; @Q2].", "One called it a “cliff”, and nobody cites it.",
    "“We found that help came late.”[^1]\n\n[^1]: See [@Q1].",
    "“We found that help came late.” (Q1 [@Q1]).", "« We found that help came late. » [@Q1]",
    "„We found that help came late.“ [@Q1]", "One found “that help came late”. So it was [@Q1].",
    "Much was said [@Q1]. One found “that help came late”.",
    "| Who | What |\n|---|---|\n| “that help came late” | [@Q1] |",
    "## “that help came late”\n\nSo it was [@Q1].",
    "\\\"We found that help came late.\\\" [@Q1]", "&ldquo;that help came late&rdquo; [@Q1]",
    "“that help came late\" [@Q1]", "The directors' “help came late” [@Q1] isn't 'tis.",
    "“We found that\n\n“help came late.” [@Q1]",
    "One said [@Q1]: “We found that\n\n“help came late.”", "One [inaudible] said “[sic]” [@Q1].",
  ])
  func `what stands in the passage may be quoted`(words: String) async throws {
    let world = try await QuotationCheckTests.published()
    try await world.push(QuotationCheckTests.draft(words))
    #expect(try await QuotationCheckTests.remarks(world) == [])
    #expect(try await world.publishReport() == 1)
  }

  @Test(arguments: [
    ("“We found that help came early” [@Q1].", Remark.Code.quotationDiffers, "{+early+}"),
    ("> We know that help came late. [@Q1]", .quotationDiffers, "{+know+}"),
    ("As one said [@Q1]:\n\n> We know that help came late.", .quotationDiffers, "{+know+}"),
    ("“case 1. What did you see” [@Q1-2].", .quotationDiffers, "does not stand in [@Q1-2]"),
    ("“found that help” [@Q1, “It was … case 1”].", .quotationDiffers, "does not stand"),
    ("“We found that help came early.”[^1]\n\n[^1]: See [@Q1].", .quotationDiffers, "early"),
    ("“We found that help came early.” (Q1 [@Q1]).", .quotationDiffers, "early"),
    ("« We found that help came early. » [@Q1]", .quotationDiffers, "early"),
    ("„We found that help came early.“ [@Q1]", .quotationDiffers, "early"),
    ("One found “that help came early”. So it was [@Q1].", .quotationDiffers, "early"),
    ("\"We found that help came early!\" [@Q1]", .quotationDiffers, "early!"),
    ("\"We found that help came early!\" One said so [@Q1].", .quotationDiffers, "early!"),
    ("| Who | What |\n|---|---|\n| “that help came early” | [@Q1] |", .quotationDiffers, "early"),
    (
      "+-------+-------+\n| Who   | What  |\n+=======+=======+\n| [@Q1] | “that |\n|       | help  |\n"
        + "|       | came  |\n|       | early”|\n+-------+-------+", .quotationDiffers, "early"
    ),
    ("## “that help came early” [@Q1]", .quotationDiffers, "early"),
    ("## “that help came early”\n\nSo it was [@Q1].", .quotationDiffers, "early"),
    ("\\\"We found that help came early\\\" [@Q1].", .quotationDiffers, "early"),
    ("&ldquo;We found that help came early&rdquo; [@Q1].", .quotationDiffers, "early"),
    ("&quot;We found that help came early&#x201D; [@Q1].", .quotationDiffers, "early"),
    ("“We found that help came early\" [@Q1].", .quotationDiffers, "early"),
    ("\"We found that help came early” [@Q1].", .quotationDiffers, "early"),
    ("\"We found \"that help\", and it came early\" [@Q1].", .quotationDiffers, "early"),
    ("“We found that help came early.\n\n“It was case 1.” [@Q1]", .quotationDiffers, "early"),
    ("“[all of it paraphrased]” [@Q1].", .quotationDiffers, "wholly in square brackets"),
    ("> [All of it paraphrased.] [@Q1]", .quotationDiffers, "wholly in square brackets"),
    ("It was late [@Q1, “case … late”].", .quotationSpanLost, "does not stand"),
    ("It was late [@Q1-2, “found … late”].", .quotationSpanLost, "stands 2 times"),
  ])
  func `what does not stand there stops the report`(
    words: String, code: Remark.Code, told: String
  ) async throws {
    let world = try await QuotationCheckTests.published()
    try await world.push(QuotationCheckTests.draft(words))
    let remarks = try await QuotationCheckTests.remarks(world)
    #expect(remarks.map(\.code) == [code])
    #expect(remarks.first?.sentence.contains(told) == true, "\(remarks)")
    #expect(remarks.first?.place.line != nil)
    let refusal = await #expect(throws: Refusal.self) { try await world.publishReport() }
    #expect(refusal?.code == "checks_not_passed")
  }

  @Test(arguments: [
    ("“never said”, and nobody cites it.", Remark.Code.quotationUnbound, "is cited beside it."),
    (
      "They call it “the front door of care”. Help was late [@Q1].", .quotationUnbound,
      "[@Q1], which is cited close by."
    ),
    ("| Who | What |\n|---|---|\n| “never said” | so |", .quotationUnbound, "“never said”"),
    ("## “Storing up trouble”\n\nHelp was late [@Q1].", .quotationUnbound, "close by"),
    ("“We found that help came late [@Q1].", .quotationNotClosed, "none closes it"),
    (
      "“We found that help came late [@Q1].", .quotationNotClosed,
      "opens before “We found that help came late.”"
    ),
    ("“What did you see … help came late” [@Q1].", .quotationJoinsSpeakers, "several people"),
  ])
  func `what nobody cites is listed, as is what several said in one`(
    words: String, code: Remark.Code, told: String
  ) async throws {
    let world = try await QuotationCheckTests.published()
    try await world.push(QuotationCheckTests.draft(words))
    let remarks = try await QuotationCheckTests.remarks(world)
    #expect(remarks.map(\.code) == [code])
    #expect(remarks.first?.sentence.contains(told) == true, "\(remarks)")
    #expect(remarks.first?.place.line != nil)
    #expect(try await world.publishReport() == 1)
  }

  @Test func `each citation is held to its own pins`() async throws {
    let world = try await QuotationCheckTests.published()
    try await world.push(QuotationCheckTests.draft("“We found that help came late.” [@Q1]"))
    try await world.perform(
      CorrectPassage("Q1+1", version: 1, text: "We found that help came early. It was case 1."))
    try await world.push(
      QuotationCheckTests.draft(
        "“We found that help came late.” [@Q1]\n\n“We found that help came early.” [@Q1]", base: 1))
    #expect(try await QuotationCheckTests.remarks(world) == [])
  }

  @Test func `a quotation is held to the version that its citation is pinned to`() async throws {
    let world = try await QuotationCheckTests.published()
    try await world.push(QuotationCheckTests.draft("“We found that help came late.” [@Q1]"))
    try await world.perform(
      CorrectPassage("Q1+1", version: 1, text: "We found that help came early. It was case 1."))
    #expect(try await QuotationCheckTests.remarks(world) == [])
    try await world.push(
      QuotationCheckTests.draft("“We found that help came early.” [@Q1]", base: 1))
    #expect(try await QuotationCheckTests.remarks(world).map(\.code) == [.quotationDiffers])
  }

  @Test func `a link may name its words by the first and the last`() async throws {
    let world = try await QuotationCheckTests.published()
    try await world.push(Sample.draft())
    try await world.perform(
      LinkEvidence(
        .finding("late-help"), to: "Q1+1", stance: .supports, quote: "found … late",
        isAffirmed: true))
    let finding = try #require(try await world.read { try Finding.all(as: $0, on: $1).first })
    #expect(finding.links.first?.quote == "found that help came late")
  }
}
