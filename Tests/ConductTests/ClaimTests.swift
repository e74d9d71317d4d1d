import Checks
import Conduct
import Inquiries
import Records
import TestSupport
import Testing

@Suite(.database) struct ClaimTests {
  /// 33 of 41 answered yes to Q1, and Q2 was published without a base.
  private static func surveyed() async throws -> World {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    let answers = (0..<41).map { $0 < 33 ? "1" : "2" }.joined(separator: "\n")
    try await receive(
      "q1\n\(answers)\n", "responses.csv",
      codebook: """
        question,wording,kind,column,value,code,label
        Q1,Do thresholds for early help vary?,single,q1,1,yes,Yes
        ,,,,2,no,No

        """, world)
    try await receive(
      """
      question,wording,code,label,figure,base
      Q1,Is help late?,yes,Yes,almost three quarters,
      Q2,Is help scarce?,yes,Yes,74 per cent,41

      """, "results.csv", codebook: nil, world)
    return world
  }

  private static func receive(
    _ text: String, _ name: String, codebook: String?, _ world: World
  ) async throws {
    var said = SurveyRead.Said()
    said.title = "Survey \(name)"
    said.facts.population = name == "results.csv" ? "Social workers" : "Directors"
    said.facts.fieldworkFrom = name == "results.csv" ? nil : Day(year: 2023, month: 3, day: 1)
    let report = try await world.perform(
      ImportSurvey(
        SurveyRead(
          .init(name: name, bytes: Array(text.utf8)),
          codebook: codebook.map { .init(name: "codebook.csv", bytes: Array($0.utf8)) }, said: said)
      ))
    try await world.perform(AcceptSources([report.survey.reference], World.decided))
    try await world.perform(PublishSources([report.survey.reference], World.decided))
  }

  private static func draft(_ paragraphs: String..., base: Int? = nil) -> String {
    """
    ---
    title: A report
    inquiry: example
    \(base.map { "base: \($0)\n" } ?? "")---

    \(paragraphs.joined(separator: "\n\n"))

    """
  }

  private static func claims(_ world: World) async throws -> [Claim] {
    try await world.read { try ClaimLedger.read(as: $0, on: $1).claims }
  }

  private static func codes(_ world: World) async throws -> [Remark.Code] {
    try await world.read { try ReportMaterial.read(as: $0, on: $1).remarks.map(\.code) }
      .filter { $0 != .sourceNeverCited }
  }

  @Test func `a claim is held to the year and the people of its figure`() async throws {
    let world = try await ClaimTests.surveyed()
    func told(_ sentence: String, base: Int? = nil) async throws -> Set<Remark.Code> {
      try await world.push(ClaimTests.draft("\(sentence) [@S1-Q1, answer yes].", base: base))
      return Set(try await ClaimTests.codes(world))
        .intersection([.claimYearDiffers, .claimPopulationDiffers])
    }
    let other = try await told("In 2021, 80 per cent of social workers told us so")
    #expect(other == [.claimYearDiffers, .claimPopulationDiffers])
    let same = try await told("In 2023, 80 per cent of directors told us so", base: 1)
    #expect(same == [])
  }

  @Test func `the citation beside a claim proposes what it rests on`() async throws {
    let world = try await ClaimTests.surveyed()
    try await world.push(
      ClaimTests.draft(
        "More than 80 per cent of 41 said that thresholds for early help vary [@S1-Q1, answer yes].",
        "Almost three quarters found it late. A tenth did not. [@S2-Q1]",
        "Two thirds said so in the street, and 17 in a shop."))
    let claims = try await ClaimTests.claims(world)
    #expect(
      claims.map(\.words) == [
        "More than 80 per cent", "41", "Almost three quarters",
        "A tenth", "Two thirds", "17",
      ])
    #expect(
      claims.map(\.boundTo) == [
        "S1-Q1, answer yes", "S1-Q1, answer yes", "S2-Q1, answer yes", "S2-Q1, answer yes", nil,
        nil,
      ])
    #expect(claims.map(\.verdict) == [.holds, .holds, .noBase, .fails, .unchecked, .unchecked])
    #expect(claims.map(\.number) == Array(1...6))
    #expect(claims[0].figure == "33 of 41" && claims[0].base == 41)
    #expect(
      try await Set(ClaimTests.codes(world)) == [
        .claimFails, .claimWithoutBase, .claimUnbound, .claimOnSmallBase, .claimHangsOnOne,
        .claimsDifferInStrength, .numberUnbound,
      ])
  }

  /// 33 of 41 were out for less than 2 hours.
  @Test(arguments: [
    ("Here 33 had less than 2 hours", ["33"], [Claim.Verdict.holds]),
    ("Here 30 had less than 2 hours", ["30"], [.fails]),
    ("Here 33 of 41 earn up to £18 a week", ["33", "41"], [.holds, .holds]),
    ("Between 30 and 35 of them are in for 22 hours", ["30", "35"], [.holds, .holds]),
    ("Here less than 2 were asked", ["less than 2"], [.fails]),
  ])
  func `numbers of a label, money and time beside an answer are no claims of it`(
    words: String, claimed: [String], verdicts: [Claim.Verdict]
  ) async throws {
    let world = try await World.make()
    let answers = (0..<41).map { $0 < 33 ? "1" : "2" }.joined(separator: "\n")
    try await ClaimTests.receive(
      "q1\n\(answers)\n", "responses.csv",
      codebook: """
        question,wording,kind,column,value,code,label
        Q1,How long are you out?,single,q1,1,lt2,Less than 2 hours
        ,,,,2,more,Longer

        """, world)
    try await world.push(ClaimTests.draft("\(words) [@S1-Q1, answer lt2]."))
    let claims = try await ClaimTests.claims(world)
    #expect(claims.map(\.words) == claimed)
    #expect(claims.map(\.verdict) == verdicts)
    #expect(claims.map(\.number) == Array(1...claimed.count))
  }

  @Test func `a claim rests on what its footnote cites, and not on the next sentence`()
    async throws
  {
    let world = try await ClaimTests.surveyed()
    try await world.push(
      ClaimTests.draft(
        "More than 80 per cent said so.[^a] Almost three quarters found it late [@S2-Q1].\n\n"
          + "[^a]: As the survey found [@S1-Q1, answer yes]."))
    #expect(
      try await ClaimTests.claims(world).map(\.boundTo)
        == ["S1-Q1, answer yes", "S2-Q1, answer yes"])
  }

  @Test func `everybody and nobody are claims where a footnote cites a survey`() async throws {
    let world = try await ClaimTests.surveyed()
    try await world.push(
      ClaimTests.draft(
        "Nobody said yes.[^a] Everybody wrote to us.\n\n"
          + "[^a]: As the survey found [@S1-Q1, answer yes]."))
    let claims = try await ClaimTests.claims(world)
    #expect(claims.map(\.words) == ["Nobody"])
    #expect(claims.map(\.boundTo) == ["S1-Q1, answer yes"])
  }

  @Test func `footnotes on adjacent lines are told apart`() async throws {
    let world = try await ClaimTests.surveyed()
    try await world.push(
      ClaimTests.draft(
        "More than 80 per cent said so.[^a] Almost three quarters found it late.[^b]\n\n"
          + "[^a]: [@S1-Q1, answer yes].\n[^b]: As they say\n[@S2-Q1]."))
    #expect(
      try await ClaimTests.claims(world).map(\.boundTo)
        == ["S1-Q1, answer yes", "S2-Q1, answer yes"])
  }

  @Test func `the question of a survey may be quoted, and a reference without its file`()
    async throws
  {
    let world = try await ClaimTests.surveyed()
    try await world.perform(
      AddDocument(Document.Facts(title: "Returns", kind: .statistics, author: "The department")))
    try await world.push(
      ClaimTests.draft(
        "Asked “thresholds for early help vary” [@S1-Q1]; see “No such words” [@D1].",
        "Asked “thresholds for late help vary” [@S1-Q1]."))
    #expect(try await ClaimTests.codes(world).filter { $0 == .quotationDiffers }.count == 1)
  }

  @Test func `everybody and nobody are claims beside a survey alone`() async throws {
    let world = try await ClaimTests.surveyed()
    try await world.push(
      ClaimTests.draft(
        "Everybody wrote to us, and nobody rang.", "Not all said yes [@S1-Q1, answer yes].",
        "Nobody said yes [@S1-Q1, answer yes].", "Not half said yes [@S1-Q1, answer yes]."))
    let claims = try await ClaimTests.claims(world)
    #expect(claims.map(\.words) == ["Not all", "Nobody", "Not half"])
    #expect(claims.map(\.verdict) == [.holds, .fails, .unchecked])
  }

  @Test func `an author may mark in the draft what a claim rests on`() async throws {
    let world = try await ClaimTests.surveyed()
    try await world.push(
      ClaimTests.draft(
        "They said of it: [half of them]{claim=\"S1-Q1=yes\"} and [60 per cent]{claim=\"S9\"}."))
    let claims = try await ClaimTests.claims(world)
    #expect(claims.map(\.boundTo) == ["S1-Q1, answer yes", nil])
    #expect(claims.map(\.verdict) == [.fails, .unchecked])
  }

  @Test(arguments: [
    ("S9-Q1=yes", "There is no survey S9."), ("S1-Q9=yes", "S1 has no question Q9."),
    ("S1-Q1=perhaps", "has no answer “perhaps”"), ("S1-Q1", "name one."),
  ])
  func `a mark that leads to no one place is told`(mark: String, told: String) async throws {
    let world = try await ClaimTests.surveyed()
    try await world.push(
      ClaimTests.draft("They said of it: [60 per cent]{claim=\"\(mark)\"} of them."))
    let remark = try #require(
      try await world.read { try ReportMaterial.read(as: $0, on: $1).remarks }
        .first { $0.code == .claimUnbound })
    #expect(remark.sentence.contains(told), "\(remark.sentence)")
  }

  @Test func `a person binds a claim, and the audit says so`() async throws {
    let world = try await ClaimTests.surveyed()
    let author = try await world.user("Ada Author", .author).actor
    try await world.push(ClaimTests.draft("They told us of it: 80 per cent had seen it."))
    let claim = try #require(try await ClaimTests.claims(world).first)
    #expect(claim.binding == .none && claim.revision == 0)
    let bound = try await world.perform(
      BindClaim(claim.key, to: "S1-Q1, answer yes", figure: nil, base: nil, revision: 0),
      by: author)
    #expect(bound.binding == .bound && bound.boundBy == "Ada Author" && bound.verdict == .holds)
    #expect(bound.revision == 1)
    let stale = await #expect(throws: Refusal.self) {
      try await world.perform(
        BindClaim("1", to: "S2-Q1", figure: nil, base: nil, revision: 0), by: author)
    }
    #expect(stale?.code == "revision_differs" && stale?.kind == .stale)
    let entries = try await world.read { try AuditLine.newest(50, as: $0, on: $1) }
    #expect(entries.contains { $0.act == "bind claim" && $0.subject == claim.key })
    let released = try await world.perform(ReleaseClaim("1", revision: 1), by: author)
    #expect(released.binding == .none && released.revision == 2)
    let again = await #expect(throws: Refusal.self) {
      try await world.perform(ReleaseClaim("1", revision: 2), by: author)
    }
    #expect(again?.code == "claim_not_bound")
  }

  @Test func `a binding follows its paragraph and is suspect when its sentence changes`()
    async throws
  {
    let world = try await ClaimTests.surveyed()
    let first = "They told us of it: 80 per cent had seen it for themselves."
    try await world.push(ClaimTests.draft(first))
    try await world.perform(
      BindClaim("1", to: "S1-Q1, answer yes", figure: nil, base: nil, revision: 0))
    try await world.push(ClaimTests.draft("This comes before it.", first, base: 1))
    let moved = try #require(try await ClaimTests.claims(world).first)
    #expect(moved.binding == .bound && moved.paragraph == 2)
    try await world.push(
      ClaimTests.draft(
        "This comes before it.", first.replacing("seen it", with: "caused it"), base: 2))
    let changed = try #require(try await ClaimTests.claims(world).first)
    #expect(changed.binding == .suspect && changed.key == moved.key)
    #expect(try await ClaimTests.codes(world).contains(.claimBindingSuspect))
  }

  @Test func `an outside statistic is bound with its figure, and a base may be found out`()
    async throws
  {
    let world = try await ClaimTests.surveyed()
    try await world.perform(
      AddDocument(
        Document.Facts(title: "Returns, 2017", kind: .statistics, author: "The department")))
    try await world.push(
      ClaimTests.draft(
        "It was about 10 per cent [@D1].", "Almost three quarters said so [@S2-Q1].",
        "And 74 per cent of 41 said this [@S2-Q2]."))
    var claims = try await ClaimTests.claims(world)
    #expect(claims.map(\.verdict) == [.unchecked, .noBase, .fails, .holds])
    #expect(try await ClaimTests.codes(world).contains(.percentageImpossible))
    try await world.perform(
      BindClaim(claims[0].key, to: "D1", figure: "9.6 per cent", base: nil, revision: 0))
    try await world.perform(
      BindClaim(claims[1].key, to: "S2-Q1", figure: nil, base: 41, revision: 0))
    claims = try await ClaimTests.claims(world)
    #expect(claims.map(\.verdict) == [.holds, .holds, .fails, .holds])
    #expect(claims[1].base == 41)
  }

  @Test(
    arguments: [
      ("9", "S1-Q1, answer yes", nil, nil, "claim_not_found"),
      ("1", "S1-Q1", nil, nil, "one_passage_needed"), ("1", "S9-Q1", nil, nil, "passage_not_found"),
      ("1", "no place", nil, nil, "locator_form"),
      ("1", "S1-Q1, answer yes", "80 per cent", nil, "claim_figure_on_record"),
      ("1", "Q1+1", "many", nil, "claim_figure_form"),
      ("1", "S2-Q1", nil, 0, "claim_base_form"),
    ] as [(String, String, String?, Int?, String)])
  func `what a claim cannot rest on is refused`(
    name: String, locator: String, figure: String?, base: Int?, code: String
  ) async throws {
    let world = try await ClaimTests.surveyed()
    try await world.push(ClaimTests.draft("80 per cent had seen it."))
    let refusal = await #expect(throws: Refusal.self) {
      try await world.perform(
        BindClaim(name, to: locator, figure: figure, base: base, revision: 0))
    }
    #expect(refusal?.code == code)
    #expect(try await ClaimTests.claims(world).map(\.binding) == [.none])
  }

  @Test func `the public summary has claims too, before there is a draft`() async throws {
    let world = try await ClaimTests.surveyed()
    try await world.perform(
      EditInquiry(
        title: nil, summary: "We asked. 4 in 5 say that help differs.", banner: nil, revision: 2))
    let claim = try #require(try await ClaimTests.claims(world).first)
    #expect(claim.key == "summary-4-in-5" && claim.place == "the public summary")
    try await world.perform(
      BindClaim(claim.key, to: "S1-Q1, answer yes", figure: nil, base: nil, revision: 0))
    try await world.push(
      ClaimTests.draft(
        "More than 80 per cent of 41 said that thresholds for early help vary [@S1-Q1, answer yes]."
      ))
    let codes = try await ClaimTests.codes(world)
    #expect(codes.contains(.claimsDifferInStrength) && codes.contains(.claimsDifferInProposition))
  }

  @Test func `two who bind at once are settled, and one is told`() async throws {
    let world = try await ClaimTests.surveyed()
    try await world.push(ClaimTests.draft("80 per cent had seen it."))
    let outcomes = await withTaskGroup(of: String.self) { group in
      for locator in ["S1-Q1, answer yes", "S2-Q1"] {
        group.addTask {
          do {
            try await world.perform(
              BindClaim("1", to: locator, figure: nil, base: nil, revision: 0))
            return "done"
          } catch {
            return (error as? Refusal)?.code ?? "\(error)"
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.sorted() == ["done", "revision_differs"])
    #expect(try await ClaimTests.claims(world).map(\.revision) == [1])
  }
}
