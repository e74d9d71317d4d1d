import Conduct
import HTTPTypes
import HummingbirdTesting
import Inquiries
import TestSupport
import Testing
import Wire

/// What a report rests on over the API: recommendations taken apart, what is checked,
/// citations pinned anew, matrices.
@Suite(.database) struct StaffTraceTests {
  private static let limbs = "recommendations/1/limbs"

  @Test func `limbs are proposed, confirmed, edited and dropped at the revision that was read`()
    async throws
  {
    try await TracedInquiry.run { _, _, author in
      let proposed: [LimbProposalShape] = try await author.list("recommendations/1/proposed-limbs")
      #expect(proposed.map(\.words) == [TracedInquiry.board, TracedInquiry.papers])
      #expect(proposed.map(\.deadlineWords) == [nil, "within 6 months"])
      #expect(try await author.recommendation().limbs.isEmpty)
      let both = """
        {"limbs":[
          {"words":"\(TracedInquiry.board)","act":"set up a board",
           "addressees":[{"name":"The Department","kind":"department","lead":true}]},
          {"words":"\(TracedInquiry.papers)","act":"publish its papers"}]}
        """
      let confirmed = try await author.write(.post, Self.limbs, both, at: "1")
      #expect(confirmed.status == .ok)
      #expect(try confirmed.shape(Recommendation.self).revision == 2)
      #expect(try await author.get("recommendations/1").headers[.eTag] == "\"2\"")
      let limbs = try await author.recommendation().limbs
      #expect(limbs.map(\.number) == [1, 2])
      #expect(limbs.map(\.status) == [.confirmed, .confirmed])
      #expect(limbs.map(\.confirmedBy) == ["Ada Author", "Ada Author"])
      #expect(limbs.first?.lead?.name == "The Department")
      let edit = #"{"limbs":[{"number":2,"words":"publish its papers","act":"print them"}]}"#
      #expect(try await author.write(.post, Self.limbs, edit, at: "2").status == .ok)
      #expect(
        try await author.recommendation().limbs.map(\.act) == ["set up a board", "print them"])
      let drop = #"{"drop":["1"]}"#
      try await author.expectGuarded(
        .post, Self.limbs, drop, not: "2", seen: "recommendations/1")
      #expect(try await author.write(.post, Self.limbs, drop, at: "3").status == .ok)
      #expect(try await author.recommendation().limbs.map(\.number) == [2])
    }
  }

  @Test func `an event is awaited, and its day starts the clock of the limb that waits for it`()
    async throws
  {
    try await TracedInquiry.run { _, _, author in
      let event = #"{"key":"next-budget","name":"Next Budget"}"#
      #expect(try await author.write(.post, "events", event).status == .created)
      #expect(try await author.write(.post, "events", event).code == "event_known")
      let limb = """
        {"limbs":[{"words":"\(TracedInquiry.papers)","act":"publish its papers",
          "deadline":{"words":"within 6 months","event":"next-budget","months":6}}]}
        """
      #expect(try await author.write(.post, Self.limbs, limb, at: "1").status == .ok)
      #expect(try await author.get("recommendations/1").text.contains(#""dueOn":null"#))
      let log = "events/next-budget/log"
      let august = #"{"on":"2024-08-31","source":"HM Treasury"}"#
      #expect(try await author.write(.post, log, august, at: "1").status == .ok)
      #expect(try await author.get("recommendations/1").text.contains(#""dueOn":"2025-02-28""#))
      try await author.expectGuarded(
        .post, log, #"{"on":"2024-09-01","source":"Hansard"}"#, not: "1", seen: "events")
      let events: [AwaitedEvent] = try await author.list("events")
      #expect(events.map(\.happenedOn) == [Day("2024-08-31")])
      #expect(events.map(\.source) == ["HM Treasury"])
      #expect(events.map(\.loggedBy) == ["Ada Author"])
    }
  }

  @Test func `a recommendation says which earlier ones it takes up, and takes that back`()
    async throws
  {
    try await TracedInquiry.run { world, _, author in
      let review = try await world.perform(
        AddDocument(
          Document.Facts(
            title: "A review", kind: .report, author: "A reviewer", year: 2011,
            fullReference: "A reviewer, A review, 2011")))
      let path = "recommendations/1/lineage"
      let lineage = """
        {"lineage":[
          {"relation":"repeats","document":"\(review.reference)","words":"A board."},
          {"relation":"extends","recommendation":"publish-figures"}]}
        """
      #expect(try await author.write(.put, path, lineage, at: "1").status == .ok)
      let told = try await author.recommendation().lineage
      #expect(told.map(\.relation) == [.repeats, .extends])
      #expect(
        told.first?.earlier == .document(reference: review.reference, words: "A board."))
      #expect(
        told.last?.earlier == .recommendation(key: "publish-figures", inquiry: World.slug))
      let none = #"{"lineage":[]}"#
      try await author.expectGuarded(.put, path, none, not: "1", seen: "recommendations/1")
      #expect(try await author.write(.put, path, none, at: "2").status == .ok)
      #expect(try await author.recommendation().lineage.isEmpty)
    }
  }

  @Test func `a clerk sets what is checked, and remarks weigh as it says`() async throws {
    try await TracedInquiry.run { _, clerk, author in
      let path = "check-policy"
      let policy = """
        {"weights":[{"code":"finding_without_evidence","severity":"error"}],
         "sourcesPerFinding":3,"minimumBase":50,"clerksWaiveErrors":true}
        """
      #expect(try await clerk.get(path).headers[.eTag] == "\"0\"")
      #expect(try await author.write(.put, path, policy, at: "0").code == "role_needed")
      #expect(try await clerk.write(.put, path, policy, at: "0").status == .ok)
      let read = try await clerk.get(path)
      #expect(read.headers[.eTag] == "\"1\"")
      let now = try read.shape(CheckPolicy.self)
      #expect(now.weights.map(\.code) == ["finding_without_evidence"])
      #expect(now.weights.map(\.severity) == [.error])
      #expect(now.sourcesPerFinding == 3 && now.minimumBase == 50 && now.clerksWaiveErrors)
      let remarks: [RemarkShape] = try await author.list("draft/remarks")
      let weighed = remarks.filter { $0.code == "finding_without_evidence" }
      #expect(weighed.map(\.severity) == ["error"])
      try await clerk.expectGuarded(
        .put, path, #"{"weights":[],"sourcesPerFinding":2}"#, not: "0", seen: path)
    }
  }

  @Test func `a remark is given to somebody and waived, and both at the revision that was read`()
    async throws
  {
    try await TracedInquiry.run { _, _, author in
      func remark() async throws -> RemarkShape {
        let all: [RemarkShape] = try await author.list("draft/remarks")
        return try #require(all.first { $0.code == "finding_without_evidence" })
      }
      let id = try #require(try await remark().id)
      let (owner, waiver) = ("draft/remarks/\(id)/owner", "draft/remarks/\(id)/waiver")
      let given = #"{"owner":"Ada Author","dueOn":"2024-11-01"}"#
      #expect(try await author.write(.put, owner, given, at: "0").status == .ok)
      let owned = try await remark()
      #expect(owned.owner == "Ada Author" && owned.dueOn == Day("2024-11-01"))
      #expect(owned.revision == 1)
      try await author.expectGuarded(
        .put, owner, #"{"owner":null}"#, not: "0", seen: "draft/remarks")
      let reason = #"{"reason":"It is known."}"#
      #expect(try await author.write(.put, waiver, reason, at: "1").status == .ok)
      let waived = try await remark()
      #expect(waived.waiver?.holds == true && waived.waiver?.by == "Ada Author")
      #expect(waived.owner == "Ada Author")
      try await author.expectGuarded(
        .put, waiver, #"{"reason":"Not so."}"#, not: "1", seen: "draft/remarks")
      try await author.expectGuarded(.delete, waiver, not: "1", seen: "draft/remarks")
      #expect(try await author.write(.delete, waiver, at: "2").status == .ok)
      #expect(try await remark().waiver?.reason == nil)
      #expect(try await author.write(.put, owner, #"{"owner":null}"#, at: "3").status == .ok)
      #expect(try await remark().owner == nil)
    }
  }

  @Test func `citations are pinned anew at the version of the draft that was read`() async throws {
    try await TracedInquiry.run { world, _, author in
      let path = "draft/repin"
      func suspects() async throws -> [String?] {
        let all: [RemarkShape] = try await author.list("draft/remarks")
        return all.filter { $0.code == "citation_suspect" }.map(\.locator)
      }
      #expect(try await suspects().isEmpty)
      try await world.perform(
        CorrectPassage("Q1+1", version: 1, text: "We found that help came early. It was case 1."))
      #expect(try await suspects() == ["Q1", "Q1"])
      let dry = try await author.write(.post, path, #"{"dryRun":true}"#, at: "1")
      #expect(try dry.shape(RepinReport.self).citations.count == 2)
      #expect(try await author.get("draft").headers[.eTag] == "\"1\"")
      let done = try await author.write(.post, path, #"{"locators":["Q1"]}"#, at: "1")
      #expect(done.status == .ok)
      let report = try done.shape(RepinReport.self)
      #expect(report.version == 2 && report.citations.map(\.locator) == ["Q1", "Q1"])
      #expect(report.citations.first?.before.contains("came late") == true)
      #expect(report.citations.first?.after.contains("came early") == true)
      #expect(try await author.get("draft").headers[.eTag] == "\"2\"")
      #expect(try await suspects().isEmpty)
      try await world.perform(
        CorrectPassage("Q1+1", version: 2, text: "We found that help never came."))
      try await author.expectGuarded(.post, path, "{}", not: "1", seen: "draft")
      #expect(try await suspects() == ["Q1", "Q1"])
    }
  }

  @Test func `the chain leaves out what no draft carries, and shows it by its name`()
    async throws
  {
    try await TracedInquiry.run { world, _, author in
      let under = #"{"finding":"late-help"}"#
      let put = try await author.write(.patch, "recommendations/earlier-help", under, at: "1")
      #expect(put.status == .ok)
      func chain(_ query: String = "") async throws -> String {
        try await author.get("chain?format=text\(query)").text
      }
      #expect(try await chain().hasPrefix("Finding 1 (late-help): Help comes late."))
      try await world.push(
        """
        ---
        title: A report
        inquiry: example
        base: 1
        ---

        # Summary

        ::: {.recommendation #earlier-help}
        The Department should set up a board.
        :::
        """)
      let left = """
        Recommendation 1 (earlier-help): The Department should set up a board.
          No evidence is linked.

        """
      #expect(try await chain() == left)
      #expect(try await chain("&recommendation=1") == left)
      let gone = try await chain("&recommendation=publish-figures")
      #expect(gone.hasPrefix("Recommendation “publish-figures”: no longer in the draft\n"))
      #expect(
        try await chain("&finding=late-help").hasPrefix(
          "Finding “late-help”: no longer in the draft\n"))
    }
  }

  @Test(arguments: [
    (
      "matrices/recommendations", "application/json",
      #"{"row":0,"column":0,"supports":1,"contrasts":1,"context":0,"waiting":1,"cited":0,"#
    ),
    (
      "matrices/recommendations?format=csv", "text/csv; charset=utf-8",
      #"Recommendation 1 (earlier-help),"1 supports, 1 contrasts, 1 waiting""#
    ),
    (
      "matrices/recommendations?format=html", "text/html; charset=utf-8",
      "earlier-help)</th><td>1 supports, 1 contrasts, 1 waiting</td></tr>"
    ),
    (
      "matrices/findings", "application/json",
      #""rows":[{"key":"late-help","label":"Finding 1 (late-help)"}]"#
    ),
    ("matrices/findings?format=csv", "text/csv; charset=utf-8", "Finding 1 (late-help)\n"),
    ("matrices/sources", "application/json", #""cited":2,"sources":1}"#),
    ("matrices/sources?format=csv", "text/csv; charset=utf-8", ",2 cited,2 cited\n"),
  ])
  func `a matrix counts evidence by what it does, in each form`(
    path: String, type: String, words: String
  ) async throws {
    try await TracedInquiry.run { _, _, author in
      for link in [
        #"{"recommendation":"1","locator":"Q1+1","affirmed":true}"#,
        #"{"recommendation":"1","locator":"Q2+1","stance":"contrasts","affirmed":true}"#,
        #"{"recommendation":"1","locator":"Q3+1"}"#,
      ] {
        #expect(try await author.write(.post, "links", link).status == .created)
      }
      let answer = try await author.get(path)
      #expect(answer.status == .ok)
      #expect(answer.headers[.contentType] == type)
      #expect(answer.text.contains(words), "\(answer.text)")
    }
  }
}
