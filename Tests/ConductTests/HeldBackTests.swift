import Checks
import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// Figures that the public tables of a survey hold back are told in no report.
@Suite(.database) struct HeldBackTests {
  /// 3 of 60 answered yes to the first question, which no table shows, and 5 to the
  /// second, which one does.
  static func surveyed() async throws -> World {
    try await passengers(in: World.make())
  }

  @discardableResult
  static func passengers(in world: World) async throws -> World {
    let answers = (0..<60).map { "\($0 < 3 ? 1 : 2),\($0 < 5 ? 1 : 2)" }
    let codebook = """
      question,wording,kind,column,value,code,label
      Q1,Were you ever left behind?,single,q1,1,yes,Yes
      ,,,,2,no,No
      Q2,Do you travel on Sundays?,single,q2,1,yes,Yes
      ,,,,2,no,No

      """
    return try await HeldBackTests.world(of: answers, codebook, in: world)
  }

  /// 64 of 120 said yes and 44 named distance, which the tables show; 53 said no, 3 were
  /// unsure, 22 named age and 2 the form, which they do not.
  private static func parents() async throws -> World {
    let answers = zip(
      codes([64, 53, 3]), codes([52, 44, 22, 2])
    ).map { lost, why in "\(lost),\(why)" }
    let codebook = """
      question,wording,kind,column,value,code,label
      Q1,Did you lose your transport?,single,q1,1,yes,Yes
      ,,,,2,no,No
      ,,,,3,unsure,Unsure
      Q2,Why?,single,q2,1,cost,Cost
      ,,,,2,distance,Distance
      ,,,,3,age,Age
      ,,,,4,form,Form

      """
    return try await world(of: answers, codebook)
  }

  /// 5 of 7 islanders said yes, too few to be shown; of the others there are many.
  static func islanders() async throws -> World {
    let told = ["1,1", "2,1", "1,2", "2,2", "1,3", "2,3"]
    let answers = codes([21, 19, 5, 2, 44, 29]).map { told[$0 - 1] }
    let codebook = """
      question,wording,kind,column,value,code,label
      Q1,Did you lose your transport?,single,q1,1,yes,Yes
      ,,,,2,no,No
      Q2,Where do you live?,single,q2,1,south,South
      ,,,,2,islands,Islands
      ,,,,3,north,North

      """
    return try await world(of: answers, codebook, by: ["Q2"])
  }

  /// The first option so many times, then the second, and so on.
  static func codes(_ counts: [Int]) -> [Int] {
    counts.enumerated().flatMap { place, count in
      Array(repeating: place + 1, count: count)
    }
  }

  static func world(
    of answers: [String], _ codebook: String, by breaks: [String] = [], in known: World? = nil
  ) async throws -> World {
    let world: World
    if let known { world = known } else { world = try await World.make() }
    var said = SurveyRead.Said()
    said.title = "Passengers"
    said.breaks = breaks
    let report = try await world.perform(
      ImportSurvey(
        SurveyRead(
          .init(
            name: "responses.csv",
            bytes: Array("q1,q2\n\(answers.joined(separator: "\n"))\n".utf8)),
          codebook: .init(name: "codebook.csv", bytes: Array(codebook.utf8)), said: said)))
    try await world.perform(AcceptSources([report.survey.reference], World.decided))
    try await world.perform(PublishSources([report.survey.reference], World.decided))
    return world
  }

  static func draft(_ words: String, base: Int? = nil) -> String {
    """
    ---
    title: A report
    inquiry: example
    \(base.map { "base: \($0)\n" } ?? "")---

    \(words)

    """
  }

  static func tells(
    _ words: String, in survey: () async throws -> World = HeldBackTests.surveyed
  ) async throws -> [Remark] {
    let world = try await survey()
    try await world.push(draft(words))
    return try await world.read { try ReportMaterial.read(as: $0, on: $1).remarks }
      .filter { $0.code == .claimTellsHeldBack }
  }

  @Test(arguments: [
    "Only 3 of the 60 passengers said yes [@S1-Q1, answer yes].",
    "Three of the sixty said yes [@S1-Q1, answer yes].",
    "It was rare: 5.0 of a hundred [@S1-Q1, answer yes].",
    "A tiny 5% said yes [@S1-Q1, answer yes; @S1-Q1, answer no].",
    "Fifty-seven were never left behind [@S1-Q1, answer no].",
    "Of the answers 95 per cent were the same [@S1-Q1].",
    "# Why 3 were left behind [@S1-Q1, answer yes]\n\nWe asked.",
    "We asked:\n\n| Answer | Number |\n|---|---|\n| Yes [@S1-Q1, answer yes] | 3 |",
    "It was rare.[^rare]\n\n[^rare]: It was 3 of 60 [@S1-Q1, answer yes].",
    "It was rare [@S1-Q1, answer yes].[^rare]\n\n[^rare]: It was 3 of 60.",
    "::: {.recommendation #help}\nThe company should help the 3 [@S1-Q1, answer yes].\n:::",
    "They said: “3 of us were left behind” [@S1-Q1, answer yes].",
    "[The 3]{claim=\"S1-Q1=yes\"} were left behind.",
    "Only three were left behind. The passengers told us so [@S1-Q1, answer yes].",
    "The passengers told us who was left behind [@S1-Q1, answer yes]. It was 3 of them.",
    "It was rare.[^rare] Three had to wait.\n\n[^rare]: As they said [@S1-Q1, answer yes].",
    "Nobody was left behind.[^3]\n\n[^3]: As they told us [@S1-Q1, answer yes].",
    "Only 3 passengers were left behind [@S1].",
    "Of the passengers 57 were never left behind [@S1].",
  ])
  func `a number that tells it where its answer is cited is remarked`(words: String) async throws {
    let remarks = try await HeldBackTests.tells(words)
    #expect(remarks.count == 1)
    #expect(remarks.allSatisfy { $0.stops && $0.place.locator?.hasPrefix("S1-Q1") == true })
  }

  @Test(arguments: [
    "In 2023 they asked 60 passengers, 4 of them twice; see Table 3 [@S1-Q1, answer yes].",
    "We rode on 3 buses [@Q9]. The passengers were asked of that [@S1-Q1, answer yes].",
    "We rode on 3 buses.[^3] They told us of it [@S1-Q1, answer yes].\n\n[^3]: As they saw [@Q9].",
    "We rode on 3 buses.\n\nThe passengers were asked of that [@S1-Q1, answer yes].",
    "We rode on 3 buses. We liked it. They were asked of that [@S1-Q1, answer yes].",
    "Of the passengers 5 travel on Sundays [@S1].",
    "We rode on 3 buses. The survey asked of that [@S1].",
    "They were asked on 3 May.[^3]\n\n[^3]: As they told us [@S1-Q1, answer yes].",
  ])
  func `other numbers tell nothing`(words: String) async throws {
    #expect(try await HeldBackTests.tells(words).isEmpty)
  }

  @Test(arguments: [
    ("Some 44 per cent of parents had not lost it [@S1].", true),
    ("Some 44% of parents had not lost it [@S1].", true),
    ("Distance was named by 44 [@S1].", false),
    ("Of the parents 53 had not lost it [@S1].", true),
    ("Of the parents 53 per cent had lost it [@S1].", false),
  ])
  func `a count that is shown hides no percentage, and no percentage a count`(
    words: String, tells: Bool
  ) async throws {
    let remarks = try await HeldBackTests.tells(words, in: HeldBackTests.parents)
    #expect(remarks.map(\.place.locator) == (tells ? ["S1-Q1, answer no"] : []))
  }

  @Test(arguments: [
    (
      "Of 120 parents, 43 per cent were told of cost [@S1-Q2, answer cost]. Twenty-two were told "
        + "of age and two of the form.", "S1-Q2, answer age"
    ),
    ("Here 53 per cent lost it [@S1-Q1, answer yes]. A further 44 per cent did not.", "no"),
    ("Here 64 lost it and 53 did not [@S1-Q1, answer yes].", "no"),
    ("Here 53 did not [@Q9] [@S1-Q1, answer yes].", "no"),
    ("Here 64 lost it and 53 of the 120 parents did not [@S1-Q1, answer yes].", "no"),
    ("They said yes 64 times and no 53 times [@S1-Q1, answer yes].", "no"),
    (
      "We asked:\n\n| Answer | Number |\n|---|---|\n| Yes [@S1-Q1, answer yes] | 64 |\n| No | 53 |",
      "no"
    ),
    ("They said:\n\n| Yes, 64 [@S1-Q1, answer yes]\n| Unsure, none\n| No, 53", "no"),
    ("They said [@S1-Q1, answer yes]:\n\n- yes, 64;\n- unsure, none;\n- no, 53.", "no"),
    ("They said:\n\n1. yes, 64 [@S1-Q1, answer yes];\n2. no, 53.", "no"),
  ])
  func `an answer that is held back is not told beside another to its question`(
    words: String, answer: String
  ) async throws {
    let remarks = try await HeldBackTests.tells(words, in: HeldBackTests.parents)
    #expect(remarks.map(\.place.locator) == [answer == "no" ? "S1-Q1, answer no" : answer])
  }

  @Test(arguments: [
    "Cost was named by 52 [@S1-Q2, answer cost]. Of 22 schools two wrote to us [@Q9].",
    "We met 22 witnesses [@Q9], and 52 parents named cost [@S1-Q2, answer cost].",
    "They named [@S1-Q2, answer cost]:\n\n1. cost, 52 of 120;\n2. distance, 44.",
    "Two thirds wrote, and 52 named cost [@S1-Q2, answer cost].",
    "Cost was named by 52 [@S1-Q2, answer cost]. Two things follow, and 22 days remain.",
    "Cost was named by 52 [@S1-Q2, answer cost]; two reports told us why.",
    "Cost was named by 52 [@S1-Q2, answer cost]. It was told in 22 of the 27 wards.",
  ])
  func `what is shown, or is of something else, may stand beside an answer`(
    words: String
  ) async throws {
    #expect(try await HeldBackTests.tells(words, in: HeldBackTests.parents).isEmpty)
  }

  /// 3 were unsure and 2 named the form, which is held back.
  @Test(arguments: [
    "Three in seven named cost (base 120) [@S1-Q2, answer cost]. One in 3 lost it [@S1-Q1].",
    "One in two lost it (base 120) [@S1-Q1, answer yes], and no more than 2 in 3 [@S1].",
    "Two in three lost it (base 120) [@S1-Q1, answer yes].",
    "A driver told us [@Q9]: “we lost 3 nurses”. Of all 64 lost it [@S1-Q1, answer yes].",
    "He said “we lost 3 nurses” [@Q9], and some were unsure [@S1-Q1, answer unsure].",
  ])
  func `what people say of shares, and what others are quoted with, tells nothing`(
    words: String
  ) async throws {
    #expect(try await HeldBackTests.tells(words, in: HeldBackTests.parents).isEmpty)
  }

  @Test(arguments: [
    "One in forty were unsure, and 64 lost it [@S1-Q1, answer yes].",
    "3 out of 118 were unsure [@S1-Q1, answer yes].",
    "Only 3/118 were unsure [@S1-Q1, answer yes].",
    "They said: “one in 40 of us was unsure” [@S1-Q1, answer yes].",
    "They said: “3 were unsure” [@Q9] [@S1-Q1, answer unsure].",
  ])
  func `what a ratio comes to, and a count out of many, is told`(words: String) async throws {
    let remarks = try await HeldBackTests.tells(words, in: HeldBackTests.parents)
    #expect(remarks.map(\.place.locator) == ["S1-Q1, answer unsure"])
  }

  @Test(arguments: [
    "Of islanders 71 per cent did [@S1].",
    "Five of the islanders did [@S1-Q1, answer no].",
    "Of islanders 5 did.[^a]\n\n[^a]: As they told us [@S1-Q1].",
    "We asked:\n\n| Area | Per cent |\n|---|---|\n| Islands | 71 |\n\nTable: Who did [@S1-Q1]",
  ])
  func `what tables by group hold back is not told either`(words: String) async throws {
    let remarks = try await HeldBackTests.tells(words, in: HeldBackTests.islanders)
    #expect(remarks.map(\.place.locator) == ["S1-Q1, answer yes"])
  }

  /// Of all 58.3 per cent did, of islanders 71.
  @Test(arguments: [
    ("Between 50 and 71 per cent did [@S1-Q1, answer yes].", false),
    ("Here 50–71% did [@S1-Q1, answer yes].", false),
    ("Under 71 per cent did [@S1-Q1, answer yes].", false),
    ("Between 50 and 71 per cent of islanders did [@S1-Q1, answer yes].", true),
    ("On the islands it was between 50 and 71 per cent [@S1-Q1, answer yes].", true),
    ("Between 59 and 71 per cent did [@S1-Q1, answer yes].", true),
    ("Here 71 per cent did [@S1-Q1, answer yes].", true),
    ("Between 50 and 60 per cent did, and 71 per cent there [@S1-Q1, answer yes].", true),
  ])
  func `a share that holds of everybody tells none of a group that is not named`(
    words: String, tells: Bool
  ) async throws {
    let remarks = try await HeldBackTests.tells(words, in: HeldBackTests.islanders)
    #expect(remarks.map(\.place.locator) == (tells ? ["S1-Q1, answer yes"] : []))
  }

  @Test(arguments: [
    "One of the reasons was cost, said one in five [@S1].",
    "We met five drivers [@Q9] and read the survey [@S1].",
    "We met five drivers. Most parents lost it [@S1-Q1, answer yes].",
    "We asked 71 drivers too [@S1].",
  ])
  func `a small number that is of something else tells nothing of a group`(
    words: String
  ) async throws {
    #expect(try await HeldBackTests.tells(words, in: HeldBackTests.islanders).isEmpty)
  }

  /// 2 of the islanders were out for longer, which is held back.
  @Test(arguments: [
    ("Most had 2 to 5 hours [@S1-Q1, answer short].", false),
    ("Most had two to five hours [@S1-Q1, answer short].", false),
    ("Here 2 had longer [@S1-Q1, answer short].", true),
  ])
  func `a number of the label that is cited tells nothing`(
    words: String, tells: Bool
  ) async throws {
    let told = ["1,1", "2,1", "1,2", "2,2", "1,3", "2,3"]
    let answers = HeldBackTests.codes([21, 19, 5, 2, 44, 29]).map { told[$0 - 1] }
    let codebook = """
      question,wording,kind,column,value,code,label
      Q1,How long are you out?,single,q1,1,short,2 to 5 hours
      ,,,,2,long,Longer
      Q2,Where do you live?,single,q2,1,south,South
      ,,,,2,islands,Islands
      ,,,,3,north,North

      """
    let remarks = try await HeldBackTests.tells(words) {
      try await HeldBackTests.world(of: answers, codebook, by: ["Q2"])
    }
    #expect(remarks.isEmpty != tells)
  }

  @Test func `a clerk lets a count stand that is of something else, while its words stay`()
    async throws
  {
    let world = try await HeldBackTests.parents()
    let words = "Cost was named by 52 [@S1-Q2, answer cost]. Twenty-two drivers told us why."
    try await world.push(HeldBackTests.draft(words))
    let told = try await world.read { try ReportMaterial.read(as: $0, on: $1).remarks }
    let remark = try #require(told.first { $0.code == .claimTellsHeldBack })
    #expect(remark.stops && remark.isInDoubt)
    let waive = WaiveRemark(remark.id, because: "They drive for us.", revision: 0)
    let ada = try await world.user("Ada Author", .author).actor
    let refusal = await #expect(throws: Refusal.self) {
      try await world.perform(waive, by: ada)
    }
    #expect(refusal?.code == "waiver_needs_clerk")
    _ = try await world.user("Cleo Clerk", .clerk)
    let cleo = try await world.user("Cleo Clerk", .author).actor
    try await world.perform(waive, by: cleo)
    let audit = try await world.read { try AuditLine.newest(20, as: $0, on: $1) }
    #expect(audit.first { $0.act == "waive remark" }?.by == "Cleo Clerk")
    try await world.publishReport()
    try await world.push(
      HeldBackTests.draft(words.replacing("drivers", with: "parents"), base: 1))
    let again = await #expect(throws: Refusal.self) { try await world.publishReport() }
    #expect(again?.code == "claim_tells_held_back")
  }

  @Test(arguments: [
    "Here 53 had not lost it [@S1-Q1, answer no].", "Of the parents 53 had not lost it [@S1].",
    "Here 64 lost it [@S1-Q1, answer yes]. A further 44 per cent did not.",
    "We asked:\n\n| Lost | Number |\n|---|---|\n| Yes [@S1-Q1, answer yes] | 64 |\n| No | 53 |",
    "Of those surveyed 53 said no.",
    "Here 64 lost it [@S1-Q1, answer yes]. Of those surveyed 53 said no.",
  ])
  func `what is surely or nearly told, or as a percentage, nobody lets stand`(
    words: String
  ) async throws {
    let world = try await HeldBackTests.parents()
    try await world.push(HeldBackTests.draft(words))
    let told = try await world.read { try ReportMaterial.read(as: $0, on: $1).remarks }
    let remark = try #require(told.first { $0.code == .claimTellsHeldBack && !$0.isInDoubt })
    let refusal = await #expect(throws: Refusal.self) {
      try await world.perform(WaiveRemark(remark.id, because: "Agreed.", revision: 0))
    }
    #expect(refusal?.code == "remark_not_waivable")
  }

  @Test func `no such report is published`() async throws {
    let world = try await HeldBackTests.surveyed()
    try await world.push(
      HeldBackTests.draft(
        "Only 3 of the 60 passengers said yes [@S1-Q1, answer yes].\n\n"
          + "It was 3 [@S1-Q1, answer yes]."))
    let refusal = await #expect(throws: Refusal.self) { try await world.publishReport() }
    #expect(refusal?.code == "claim_tells_held_back")
    #expect(refusal?.message.contains("“3” in paragraph 1") == true)
    #expect(refusal?.message.contains("There is 1 further error;") == true)
    try await world.push(
      HeldBackTests.draft("Some of the 60 passengers said yes [@S1-Q1, answer yes].", base: 1))
    try await world.publishReport()
  }
}
