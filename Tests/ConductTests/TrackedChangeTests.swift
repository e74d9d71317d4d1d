import Conduct
import Inquiries
import Papers
import Records
import TestSupport
import Testing

/// Returned copies with tracked changes: read, listed, decided on.
@Suite(.database) struct TrackedChangeTests {
  /// The sample with changes in the answers to two questions, and in a label.
  private static let changed = Sample.transcript()
    .replacing(
      "We found that help came late. It was case 1.",
      with: "We {-found-}{+saw+} that help came late. It was case 1. {+Not the last.+}"
    )
    .replacing(
      "Ann Witness: We found that help came late. It was case 2.",
      with: "Ann Witness: We found that help came {+very +}late. It was case 2."
    )
    .replacing(
      "Ann Witness: We found that help came late. It was case 3.",
      with: "Ann {+B +}Witness: We found that help came late. It was case 3.")

  private func world() async throws -> World {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.perform(
      SendCopies("OS1", to: [], sentOn: World.day(-9), dueOn: World.day(-2)))
    return world
  }

  @discardableResult
  private func giveBack(
    _ world: World, _ text: String = TrackedChangeTests.changed, bytes: [UInt8]? = nil,
    revision: Int? = nil, dryRun: Bool = false
  ) async throws -> ReturnedCopy {
    let bytes = bytes ?? WordFile.tracked(text)
    let copy = try #require(
      try await world.read { try TranscriptCopy.all(of: "OS1", as: $0, on: $1) }.first)
    return try await world.office.perform(
      ReadReturnedCopy(
        copy.id, PaperFile(bytes, name: "ann.docx"),
        try TrackedTranscript(bytes, fileName: "ann.docx"), on: nil, revision: revision),
      in: World.slug, by: .machineOperator, dryRun: dryRun)
  }

  private static let comments = [
    ("It was case 3", "It was the fourth, I think."), ("Dev Member", "Left early."),
    ("help came late. It was case 2", "Figures follow."), ("Q1", " "),
  ]

  @Test func `a comment is listed with the changes, made a footnote or dismissed`() async throws {
    let world = try await world()
    let bytes = WordFile.tracked(
      Self.changed.replacing("{+very +}", with: ""), comments: Self.comments)
    let back = try await giveBack(world, bytes: bytes)
    #expect(back.remarks.count == 1 && back.remarks[0].contains("none of the text: 1;"))
    let comments = back.changes.filter { $0.comment != nil }
    #expect(comments.map(\.number) == [1, 4, 6])
    #expect(comments.map(\.comment) == ["Left early.", "Figures follow.", Self.comments[0].1])
    #expect(comments.map(\.commented) == [Self.comments[1].0, Self.comments[2].0, "It was case 3"])
    #expect(comments.map(\.locator) == [nil, "Q2+1", "Q3+1"])
    #expect(comments.map(\.author) == ["Ann W", "Ann W", "Ann W"])
    #expect(comments.allSatisfy { $0.markedOn == Day("2023-11-20") && $0.gone + $0.come == "" })
    #expect(comments[1].before == "We found that help came late. It was case 2.")
    #expect(
      await code { _ = try await decide(world, [2, 4], .accept(.fact)) } == "change_is_comment")
    let noted = try await decide(world, [4, 6], .footnote(nil))
    #expect(noted.map(\.decision) == [.footnote, .footnote])
    let notes = try await world.read { try CorrectionEntry.all(of: "OS1", as: $0, on: $1) }
    #expect(notes.map(\.locator) == ["Q2+1", "Q3+1"])
    #expect(notes.map(\.correction.footnote) == ["Figures follow.", Self.comments[0].1])
    #expect(notes.map(\.fileName) == ["ann.docx", "ann.docx"])
    #expect(await code { _ = try await decide(world, [1], .footnote(nil)) } == "change_not_placed")
    #expect(try await decide(world, [1], .refuse("Seen.")).map(\.decision) == [.refused])
  }

  @Test func `a copy with comments alone is taken in`() async throws {
    let world = try await world()
    let bytes = WordFile.tracked(Sample.transcript(), comments: [("It was case 3", "No.")])
    #expect(try await giveBack(world, bytes: bytes).changes.map(\.comment) == ["No."])
    #expect(try await giveBack(world, bytes: bytes).wasReadBefore)
  }

  private func decide(
    _ world: World, _ numbers: [Int], _ decision: DecideChanges.Decision, revisions: [Int]? = nil
  ) async throws -> [ProposedChange] {
    try await world.perform(DecideChanges(numbers, of: "OS1", decision, revisions: revisions))
  }

  private func changes(_ world: World) async throws -> [ProposedChange] {
    try await world.read { try ProposedChange.all(of: "OS1", as: $0, on: $1) }
  }

  private func answers(_ world: World) async throws -> [String] {
    try await world.read { try Passage.page(of: "OS1", after: 0, limit: 100, as: $0, on: $1) }
      .filter { $0.offset == 1 }.map(\.text)
  }

  private func code(_ body: () async throws -> Void) async -> String? {
    await #expect(throws: Refusal.self) { try await body() }?.code
  }

  @Test func `a returned copy is a numbered list of proposals, and changes nothing`() async throws {
    let world = try await world()
    let before = try await answers(world)
    #expect(try await giveBack(world, dryRun: true).changes.count == 4)
    #expect(try await changes(world) == [])
    let back = try await giveBack(world)
    #expect(back.copy.returnedOn == World.today)
    #expect(back.changes.map(\.number) == [1, 2, 3, 4])
    #expect(back.changes.map(\.locator) == ["Q1+1", "Q1+1", "Q2+1", nil])
    #expect(back.changes.map(\.author) == ["Ann W", "Ann W", "Ann W", "Ann W"])
    #expect(back.changes.first?.markedOn == Day("2023-11-20"))
    #expect(back.changes.first?.gone == "found")
    #expect(back.changes.first?.before == "We found that help came late. It was case 1.")
    #expect(back.changes.first?.after == "We saw that help came late. It was case 1.")
    #expect(back.changes.last?.misplaced == "It touches the number of a question or who speaks.")
    #expect(back.changes.allSatisfy { $0.decision == .open && $0.witness == "Ann Witness" })
    #expect(try await answers(world) == before)
    let again = try await giveBack(world)
    #expect(again.wasReadBefore)
    #expect(again.changes == back.changes)
    #expect(try await changes(world).count == 4)
  }

  @Test func `what is accepted is a correction, and the words before stay at their address`()
    async throws
  {
    let world = try await world()
    try await giveBack(world)
    let done = try await decide(world, [1], .accept(.fact), revisions: [1])
    #expect(done.map(\.decision) == [.accepted])
    #expect(
      try await answers(world)[0]
        == "We saw that help came late. It was case 1.")
    // Later, and after the words around it changed.
    _ = try await decide(world, [2, 3], .accept(.misreport))
    #expect(
      try await answers(world)[0]
        == "We saw that help came late. It was case 1. Not the last.")
    #expect(try await answers(world)[1] == "We found that help came very late. It was case 2.")
    let entries = try await world.read { try CorrectionEntry.all(of: "OS1", as: $0, on: $1) }
    #expect(entries.map(\.correction.kind) == [.fact, .misreport, .misreport])
    #expect(entries.map(\.fileName) == ["ann.docx", "ann.docx", "ann.docx"])
    #expect(
      entries.map { Optional($0.correction.id) }
        == (try await changes(world)).prefix(3).map(\.correction))
    let first = try await world.read {
      try PublishedVersion.find(
        1, of: .turn(question: 1, offset: 1), in: $0.inquiryID, on: $1)
    }
    #expect(first?.passage.passage.text == "We found that help came late. It was case 1.")
    #expect(await code { _ = try await decide(world, [1], .refuse("x")) } == "change_decided")
  }

  @Test func `several changes of one answer make one version`() async throws {
    let world = try await world()
    try await giveBack(world)
    let done = try await decide(world, [1, 2], .accept(.misreport))
    #expect(Set(done.map(\.correction)).count == 1)
    let version = try await world.read {
      try Passage.page(of: "OS1", after: 0, limit: 2, as: $0, on: $1).map(\.version)
    }
    #expect(version == [1, 2])
  }

  @Test func `a refusal has its reason, and can be thought over`() async throws {
    let world = try await world()
    try await giveBack(world)
    let refused = try await decide(world, [3, 4], .refuse("It was said so."))
    #expect(refused.map(\.decision) == [.refused, .refused])
    #expect(refused.map(\.reason) == ["It was said so.", "It was said so."])
    #expect(await code { _ = try await decide(world, [3], .refuse(" ")) } == "reason_missing")
    let accepted = try await decide(world, [3], .accept(.fact), revisions: [2])
    #expect(accepted.map(\.decision) == [.accepted])
    #expect(accepted.map(\.reason) == [nil])
  }

  @Test func `a change becomes a footnote or supplementary evidence, and the words stay`()
    async throws
  {
    let world = try await world()
    let before = try await answers(world)
    try await giveBack(world)
    try await world.submit()
    #expect(try await decide(world, [2], .footnote(nil)).map(\.decision) == [.footnote])
    _ = try await decide(world, [1], .footnote("It was the first."))
    _ = try await decide(world, [3], .supplement("EXA0001"))
    #expect(try await answers(world) == before)
    let entries = try await world.read { try CorrectionEntry.all(of: "OS1", as: $0, on: $1) }
    #expect(entries.map(\.locator) == ["Q1+1", "Q1+1", "Q2+1"])
    #expect(entries.map(\.correction.footnote) == ["Not the last.", "It was the first.", nil])
    #expect(entries.map(\.correction.supplement) == [nil, nil, "EXA0001"])
  }

  @Test func `what has no place, is stale, unknown or overtaken is refused`() async throws {
    let world = try await world()
    try await giveBack(world)
    #expect(await code { _ = try await decide(world, [4], .accept(.fact)) } == "change_not_placed")
    #expect(await code { _ = try await decide(world, [9], .refuse("x")) } == "change_not_found")
    #expect(
      await code { _ = try await decide(world, [1], .refuse("x"), revisions: [2]) }
        == "revision_differs")
    #expect(
      await code { _ = try await decide(world, [1, 3], .footnote("x")) } == "one_passage_needed")
    #expect(
      await code { _ = try await decide(world, [1], .accept(.footnote)) } == "correction_kind")
    try await world.perform(CorrectPassage("Q2+1", version: 1, text: "Help was quick."))
    #expect(
      await code { _ = try await decide(world, [1, 3], .accept(.fact)) } == "change_words_differ")
    #expect(try await changes(world).allSatisfy { $0.decision == .open })
  }

  @Test func `a copy of words that were corrected since is placed in those that stand`()
    async throws
  {
    let world = try await world()
    try await world.perform(
      CorrectPassage("Q2+1", version: 1, text: "We found that help came late. It was case two."))
    let back = try await giveBack(world)
    #expect(back.changes.map(\.locator) == ["Q1+1", "Q1+1", "Q2+1", nil])
    _ = try await decide(world, [3], .accept(.misreport))
    #expect(try await answers(world)[1] == "We found that help came very late. It was case two.")
  }

  @Test func `another session's file and one without changes are refused whole`() async throws {
    let world = try await world()
    #expect(
      await code { try await giveBack(world, Sample.transcript()) } == "tracked_changes_none")
    let other = Sample.transcript(on: "Tuesday 14 November 2023", words: "{+No.+} Yes.")
    #expect(await code { try await giveBack(world, other) } == "returned_other_record")
    let numbers = Sample.transcript(from: 40, words: "{+No.+} Yes.")
    #expect(await code { try await giveBack(world, numbers) } == "returned_other_record")
    #expect(await code { try await giveBack(world, revision: 7) } == "revision_differs")
    let copies = try await world.read { try TranscriptCopy.all(of: "OS1", as: $0, on: $1) }
    #expect(copies.map(\.returnedOn) == [nil])
  }

  @Test func `an import is undone whole, with the changes proposed to it`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    try await world.perform(SendCopies("OS1", to: [], sentOn: nil, dueOn: World.today))
    try await giveBack(world)
    _ = try await decide(world, [1], .accept(.fact))
    try await world.perform(UndoImport("OS1"))
    #expect(try await changes(world) == [])
  }
}
