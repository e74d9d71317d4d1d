import Checks
import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// Figures that the public tables of a survey hold back are told in no words that cite
/// nothing either.
@Suite(.database) struct UncitedFigureTests {
  @Test(arguments: [
    "Asked whether they were left behind, 3 said yes.",
    "Of the passengers surveyed three said yes.",
    "Of the respondents 5 per cent said yes.",
    "In S1 the answer was no 57 times.",
    "It was rare: 3 of the 60 said so, or 5 per cent.",
    "Of those surveyed 3 employees said yes.", "Of those surveyed 3 firms said yes.",
    "Of those surveyed 3 hamlets said yes.",
  ])
  func `a figure is told in words that cite nothing, too`(words: String) async throws {
    let world = try await HeldBackTests.surveyed()
    let remarks = try await HeldBackTests.tells(words) { world }
    #expect(remarks.count == 1)
    #expect(remarks.allSatisfy { $0.stops && $0.place.locator?.hasPrefix("S1-Q1") == true })
    try await world.push(HeldBackTests.draft("::: {.recommendation #help}\n\(words)\n:::", base: 1))
    let asked = try await world.read { try ReportMaterial.read(as: $0, on: $1).remarks }
    #expect(asked.contains { $0.code == .claimTellsHeldBack })
    for (field, edit) in [
      ("title", EditInquiry(title: words, summary: nil, banner: nil, revision: 2)),
      ("summary", EditInquiry(title: nil, summary: words, banner: nil, revision: 2)),
    ] {
      let refusal = await #expect(throws: Refusal.self) { try await world.perform(edit) }
      #expect(refusal?.code == "claim_tells_held_back")
      #expect(refusal?.field == field)
      #expect(refusal?.message.contains("S1-Q1, answer") == true)
    }
    let terms = await #expect(throws: Refusal.self) {
      try await world.perform(ReviseTerms(words, World.decided, revision: 2))
    }
    #expect(terms?.code == "claim_tells_held_back")
  }

  @Test(arguments: [
    "We made three surveys, and heard 3 drivers.", "There were 3 of us, and no bus.",
    "We heard 57 passengers. Nobody should be left behind.",
    "As the survey shows, 5 said yes to Sundays, and yes, 60 were asked.",
    "Asked whether they were left behind, few said yes, on 3 of the 27 routes.",
    "They met 3 hamlets in 57 days, and 5 per cent of hamlets said so.",
    "One of those surveyed said yes.", "Two in three respondents said no and few said yes.",
  ])
  func `numbers of something else stand where nothing is cited`(words: String) async throws {
    let world = try await HeldBackTests.surveyed()
    #expect(try await HeldBackTests.tells(words, in: { world }).isEmpty)
    try await world.perform(
      EditInquiry(title: nil, summary: words, banner: words, revision: 2))
  }

  private static let tables = [
    "| Answer | Number | Share |\n|---|---|---|\n| Yes | 3 | 5% |",
    "| Answer | Number |\n|:--|--:|\n| Yes | 3 |",
    "| Answer | Share (%) |\n|---|---|\n| Yes | 5 |",
    "| Answer | Number (%) |\n|---|---|\n| Yes | 3 (5) |",
    "| Yes | Some |\n|---|---|\n| 3 | 40 |",
    "| Answer | Number |\n|---|---|\n| Few | 4 |\n| Yes | 3 |",
    "+--------+---+\n| Answer | N |\n+========+===+\n| Yes    | 3 |\n+--------+---+",
  ]

  @Test(arguments: tables)
  func `the cells of a row tell together, with the heads and what introduces the table`(
    table: String
  ) async throws {
    let world = try await HeldBackTests.surveyed()
    let lead = "Our survey asked passengers of being left behind. The answers were:"
    let remarks = try await HeldBackTests.tells("\(lead)\n\n\(table)") { world }
    #expect(remarks.map(\.place.locator) == ["S1-Q1, answer yes"])
    #expect(remarks.allSatisfy { $0.stops })
    let rows = table.split(separator: "\n").count
    let line = try #require(remarks.first?.place.line)
    // The header of the draft, the sentence and a blank stand above the table.
    #expect(line == 7 + rows - (table.hasPrefix("+") ? 1 : 0))
  }

  @Test(arguments: tables)
  func `the caption of a table says what its numbers are`(table: String) async throws {
    let words = "We asked.\n\n\(table)\n\nTable: What the survey says of being left behind"
    let remarks = try await HeldBackTests.tells(words)
    #expect(remarks.map(\.place.locator) == ["S1-Q1, answer yes"])
  }

  @Test(arguments: [
    "The survey asked of Sundays.\n\n| Answer | Number |\n|---|---|\n| Yes | 5 |",
    "The survey asked of Sundays.\n\n| Routes | Number |\n|---|---|\n| Hill | 3 |",
    "Buses ran late.\n\n| On Monday | Number |\n|---|---|\n| Yes | 3 |",
    "Our survey:\n\n| Answer | Number |\n|---|---|\n| Yes [@Q9] | 3 |",
    "| Yes | Some |\n|---|---|\n| 3 | 5 |",
  ])
  func `rows of something else stand`(words: String) async throws {
    #expect(try await HeldBackTests.tells(words).isEmpty)
  }

  @Test func `a title of a report tells no figure`() async throws {
    let world = try await HeldBackTests.surveyed()
    try await world.push(
      HeldBackTests.draft("We asked.").replacing(
        "title: A report", with: "title: Of those left behind 3 said yes when asked if ever"))
    let remarks = try await world.read { try ReportMaterial.read(as: $0, on: $1).remarks }
    #expect(remarks.contains { $0.code == .claimTellsHeldBack })
  }

  @Test func `what was told before goes out of the summary before the survey is public`()
    async throws
  {
    let world = try await World.make()
    try await world.perform(
      EditInquiry(
        title: nil, summary: "Of those surveyed 3 said yes.", banner: nil, revision: 2))
    let refusal = await #expect(throws: Refusal.self) {
      try await HeldBackTests.passengers(in: world)
    }
    #expect(refusal?.code == "claim_tells_held_back")
    try await world.perform(
      EditInquiry(title: nil, summary: "Of those surveyed few did.", banner: nil, revision: 3))
    try await world.perform(PublishSources(["S1"], World.decided))
  }

  @Test func `what calls and documents told before stops the survey, too`() async throws {
    let world = try await World.make()
    let words = "Of those surveyed 3 said yes"
    let period = CallForEvidence.Period(opensOn: World.today, closesOn: nil)
    try await world.perform(
      OpenCall(slug: "told", title: "A call", text: "\(words).", periods: [period]))
    try await world.perform(PublishCall("told", World.decided))
    let memo = try await world.perform(
      AddDocument(Document.Facts(title: words, kind: .report, author: "A reviewer")))
    try await world.perform(AcceptSources([memo.reference], World.decided))
    try await world.perform(PublishSources([memo.reference], World.decided))
    let call = await #expect(throws: Refusal.self) {
      try await HeldBackTests.passengers(in: world)
    }
    #expect(call?.code == "claim_tells_held_back")
    #expect(call?.message.hasPrefix("The text of the call “told” would tell") == true)
    try await world.perform(WithdrawCall("told", World.decided))
    let document = await #expect(throws: Refusal.self) {
      try await world.perform(PublishSources(["S1"], World.decided))
    }
    #expect(document?.message.hasPrefix("The title of D1 would tell") == true)
    try await world.perform(TakeDownSources(["D1"], World.decided(because: "It tells a figure.")))
    try await world.perform(PublishSources(["S1"], World.decided))
  }
}
