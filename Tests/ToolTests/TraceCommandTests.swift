import Foundation
import Inquiries
import TestSupport
import Testing
import Wire

/// What authors type while a report comes to rest on its evidence.
@Suite(.database, .serialized) struct TraceCommandTests {
  /// The binary in the hands of somebody who may do all in the inquiry.
  private struct Tool {
    let world: World
    let environment: [String: String]

    func run(_ arguments: [String]) async throws -> Binary.Run {
      try await Binary.run(arguments, environment: environment)
    }

    /// What a command prints, which must be done.
    func done(
      _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String {
      let run = try await run(arguments)
      #expect(run.status == 0, "\(arguments): \(run.words)", sourceLocation: sourceLocation)
      return run.output
    }

    /// The same as JSON.
    func shape<Shape: JSONShape>(_ arguments: String...) async throws -> Shape {
      let run = try await run(arguments + ["--json"])
      #expect(run.status == 0, "\(arguments): \(run.words)")
      return try Shape(JSONObject(Array(run.output.utf8)))
    }

    /// What `inquiry check` ends with, and what it remarks.
    func check() async throws -> (status: Int32, remarks: [RemarkShape]) {
      let run = try await run(["check", "--json"])
      let remarks = try ListShape<RemarkShape>(JSONObject(Array(run.output.utf8))).items
      return (run.status, remarks)
    }
  }

  private func serving(_ draft: String, _ body: (Tool) async throws -> Void) async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.push(draft)
    try await ServedInquiry.serving(world, to: "Ada Author", "administrator", columns: 400) {
      try await body(Tool(world: world, environment: $1))
    }
  }

  /// Two recommendations, the first of two asks.
  private static let compound = """
    ---
    title: A report
    inquiry: example
    ---

    # Summary

    Help came late. [@Q1]

    ::: {.recommendation #board}
    The Department should set up a board, and should publish its papers within 6 months.
    :::

    ::: {.recommendation #publish-figures}
    Ofsted should publish its figures.
    :::
    """

  @Test func `limbs are confirmed, an event starts a clock, and lineage is told`() async throws {
    try await serving(Self.compound) { tool in
      let proposed = try await tool.done("limb", "propose", "1")
      #expect(proposed.contains("The Department should set up a board"))
      let confirmed = try await tool.done("limb", "confirm", "1", "--yes")
      #expect(confirmed.contains("confirmed by Ada Author"))
      let awaited = try await tool.done("event", "add", "next-budget", "Next Budget")
      #expect(awaited.contains("inquiry event log next-budget"))
      let edited = try await tool.done(
        "limb", "edit", "1", "2", "--act", "print", "--event", "next-budget", "--months", "6")
      #expect(edited.contains("6 months after Next Budget") && edited.contains("not logged yet"))
      let logged = try await tool.done(
        "event", "log", "next-budget", "--on", "2024-08-31", "--source", "HM Treasury")
      #expect(logged.contains("Next Budget happened on 31 August 2024."))
      #expect(try await tool.done("event", "list").contains("HM Treasury"))
      #expect(try await tool.done("limb", "list", "1").contains("28 February 2025"))
      let dropped: Recommendation = try await tool.shape("limb", "drop", "1", "1")
      #expect(dropped.limbs.map(\.act) == ["print"])
      let taken = try await tool.done(
        "lineage", "add", "1", "extends", "--recommendation", "publish-figures")
      #expect(taken.contains("recommendation publish-figures of An inquiry"))
      #expect(try await tool.done("lineage", "list").contains("extends"))
      let left = try await tool.done("lineage", "drop", "1", "1")
      #expect(left.contains("It takes up no earlier recommendation."))
    }
  }

  @Test func `a recommendation that takes an ask back says so, and how to write its limbs`()
    async throws
  {
    let draft = Self.compound.replacingOccurrences(
      of: "The Department should set up a board, and should publish its papers within 6 months.",
      with: "We no longer think that the Department should set up a board.")
    try await serving(draft) { tool in
      let proposed = try await tool.done("limb", "propose", "1")
      #expect(proposed.contains("take an ask back") && proposed.contains("`inquiry limb add`"))
      let confirmed = try await tool.run(["limb", "confirm", "1", "--yes"])
      #expect(confirmed.status == 1)
      #expect(confirmed.words.contains("take an ask back"), "\(confirmed.words)")
    }
  }

  @Test func `a recommendation in no draft is not said to come apart`() async throws {
    try await serving(Self.compound) { tool in
      #expect(try await tool.done("limb", "list", "publish-figures").contains("limb propose"))
      let rest = Self.compound.replacingOccurrences(
        of: "#publish-figures", with: "#print-figures"
      ).replacingOccurrences(of: "inquiry: example\n", with: "inquiry: example\nbase: 1\n")
      try await tool.world.push(rest)
      for verb in ["list", "propose"] {
        let told = try await tool.done("limb", verb, "publish-figures")
        #expect(told.contains("No draft carries it, so that it has no words to take apart."))
        #expect(!told.contains("limb propose"), "\(told)")
      }
      #expect(try await tool.done("limb", "list", "print-figures").contains("limb propose"))
    }
  }

  @Test func `suggestions become links, and links show in conflicts and traces`() async throws {
    try await serving(Sample.draft()) { tool in
      #expect(
        try await tool.done("suggestion", "find", "Help came late.").contains("Q1+1"))
      let why = try await tool.done("suggestion", "find", "Help that they could see")
      #expect(why.contains("words: help") && why.contains("in its question block: see"))
      let before: EvidenceSuggestions = try await tool.shape("recommendation", "suggest", "1")
      #expect(before.items.map(\.locator).contains("Q1+1"))
      let refused = try await tool.done("suggestion", "drop", "--recommendation", "1", "Q1+1")
      #expect(refused == "1 passage dropped.\n")
      let after: EvidenceSuggestions = try await tool.shape("recommendation", "suggest", "1")
      #expect(!after.items.map(\.locator).contains("Q1+1"))
      let linked = try await tool.done("suggestion", "affirm", "--finding", "1", "Q1+1")
      #expect(linked == "Q1+1 is linked and affirmed.\n")
      let added = try await tool.done(
        "link", "add", "--finding", "1", "--cite", "Q2+1", "--stance", "contrasts")
      #expect(added.contains("1 link to Q2+1, suggested"))
      _ = try await tool.done("link", "add", "--finding", "1", "--cite", "Q3+1")
      #expect(try await tool.done("conflict", "list").contains("No statement has evidence"))
      let made: ListShape<TracedLink> = try await tool.shape("link", "list")
      let numbers = made.items.map { "\($0.link.id)" }
      try #require(numbers.count == 3)
      let affirmed = try await tool.done("link", "affirm", numbers[1])
      #expect(affirmed.contains("late-help"))
      _ = try await tool.done("link", "drop", numbers[2])
      let settled: ListShape<TracedLink> = try await tool.shape("link", "list")
      #expect(settled.items.map(\.link.status) == [.affirmed, .affirmed, .dropped])
      #expect(settled.items.first?.link.affirmedBy == "Ada Author")
      let edited = try await tool.done("link", "edit", numbers[0], "--quote", "help came late")
      #expect(edited.contains("“help came late”"))
      #expect(try await tool.done("conflict", "list").contains("finding 1 (late-help)"))
      let conflict = try await tool.done("conflict", "show", "--finding", "1")
      #expect(conflict.contains("For (1)") && conflict.contains("Against (1)"))
      #expect(try await tool.done("trace", "matrix", "findings").contains("+1 -1"))
      let rows = try await tool.done("trace", "matrix", "findings", "--format", "csv")
      #expect(rows.contains(#"Finding 1 (late-help),"1 supports, 1 contrasts""#))
      let bare = try await tool.done("trace", "coverage")
      #expect(bare.contains("Rest on no evidence (1 of 2)"))
      let chain = try await tool.done("trace", "chain", "--finding", "1")
      #expect(chain.contains("Finding 1 (late-help)") && chain.contains("“help came late”"))
      #expect(
        try await tool.done("trace", "asks").contains("No evidence asks for anything so."))
    }
  }

  @Test func `a tag is put on, given out with the codebook, merged and taken off`() async throws {
    try await serving(Sample.draft()) { tool in
      for name in ["Late help", "Slowness"] {
        let made = try await tool.done("tag", "add", name, "--definition", "It took too long.")
        #expect(made.contains(name))
      }
      let put = try await tool.done(
        "tag", "apply", "late-help", "Q1+1", "--quote", "help came late")
      #expect(put == "“late-help” is on 1 passage more.\n")
      let memo = try await tool.done("memo", "write", "Same thing?", "--tag", "late-help")
      #expect(memo.contains("Memo 1 on late-help"))
      let renamed = try await tool.done("tag", "edit", "late-help", "--name", "Delay")
      #expect(renamed.contains("Delay"))
      let exported = try await tool.done("codebook", "export")
      #expect(exported.contains("skos:prefLabel") && exported.contains("Delay"))
      #expect(
        try await tool.done("codebook", "export", "--format", "qdc").contains("<CodeBook"))
      let merged = try await tool.done("tag", "merge", "Late help", "--into", "slowness")
      #expect(merged.contains("“Delay” is merged into “Slowness”: 1 tagged place went over."))
      let tags: ListShape<Inquiries.Tag> = try await tool.shape("tag", "list")
      #expect(tags.items.map(\.key) == ["slowness"])
      let found: ListShape<AppliedTag> = try await tool.shape("tag", "passages", "late-help")
      let applied = try #require(found.items.first)
      #expect(applied.tag == "slowness" && applied.quote == "help came late")
      let removed = try await tool.done("tag", "remove", "\(applied.id)")
      #expect(removed == "“slowness” was taken off Q1+1.\n")
      #expect(try await tool.done("memo", "list").contains("Same thing?"))
      #expect(try await tool.done("memo", "remove", "1") == "Memo 1 was taken away.\n")
      #expect(try await tool.done("memo", "list").contains("None."))
    }
  }

  @Test func `a claim is listed, bound and released`() async throws {
    let draft = Sample.draft().replacing(
      "Help came late.", with: "Help came late in 4 in 5 cases.")
    try await serving(draft) { tool in
      #expect(try await tool.done("claim", "list").contains("4 in 5"))
      let bound: Claim = try await tool.shape(
        "claim", "bind", "1", "--to", "Q1+1", "--figure", "four out of five")
      #expect(bound.binding == .bound && bound.boundBy == "Ada Author")
      #expect(bound.verdict == .holds)
      #expect(try await tool.done("claim", "show", "1").contains("Ada Author"))
      let released: Claim = try await tool.shape("claim", "release", "1")
      #expect(released.binding == .proposed && released.revision == 2)
      #expect(try await tool.done("claim", "phrases").contains("almost, nearly F"))
    }
  }

  @Test func `the check exits 2 for an error or a warning, and 0 where there is neither`()
    async throws
  {
    try await serving(Sample.draft(citing: "Q99")) { tool in
      let broken = try await tool.check()
      #expect(broken.status == 2)
      #expect(broken.remarks.contains { $0.severity == "error" })
      try await tool.world.push(Sample.draft(base: 1))
      let mended = try await tool.check()
      #expect(mended.status == 2)
      #expect(!mended.remarks.contains { $0.severity == "error" })
      let bare = "finding_without_evidence"
      let id = try #require(mended.remarks.first { $0.code == bare }?.id)
      let owned = try await tool.done(
        "remark", "assign", id, "--to", "Ada Author", "--by", "2024-11-01")
      #expect(owned.contains("Ada Author answers it by 1 November 2024."))
      let waived = try await tool.done("remark", "waive", id, "--reason", "It is known.")
      #expect(waived.contains("Waived by Ada Author"))
      let unwaived = try await tool.done("remark", "unwaive", id)
      #expect(unwaived.contains("the remark counts again."))
      let warnings = mended.remarks.filter { $0.severity == "warning" }.map(\.code)
      #expect(warnings.contains(bare))
      let weighed = try await tool.run(
        ["remark", "policy"] + Set(warnings).flatMap { ["--weigh", "\($0)=information"] })
      #expect(weighed.status == 0, "\(weighed.words)")
      #expect(try await tool.done("check").contains("0 errors, 0 warnings"))
      let policy = try await tool.done("remark", "policy", "--weigh", "\(bare)=error")
      #expect(policy.contains(bare))
      let stopped = try await tool.run(["check"])
      #expect(stopped.status == 2)
      #expect(stopped.output.contains("1 error, 0 warnings"))
    }
  }
}
