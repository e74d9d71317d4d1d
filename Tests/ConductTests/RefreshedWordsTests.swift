import Conduct
import Inquiries
import Papers
import Records
import TestSupport
import Testing

/// What an act on words brings before the public by itself: all that a rebuild would.
@Suite(.database) struct RefreshedWordsTests {
  private static let uncorrected = Sample.transcript()
    .replacing("Oral evidence: An inquiry", with: "Uncorrected oral evidence: An inquiry")

  /// A session, a submission with words left out and one as it came, all public, and a report.
  private func world() async throws -> World {
    let world = try await World.make()
    try await world.publish(RefreshedWordsTests.uncorrected)
    try await world.submit(Sample.submission().replacing("in place 2", with: "with Zebedina"))
    try await world.submit(Sample.submission(from: "Four charity", words: "Four."))
    try await world.consent(to: ["EXA0001", "EXA0002"])
    try await world.redact("EXA0001, para 2", "Zebedina")
    try await world.decide(.publishedRedacted, "EXA0001")
    try await world.decide(.publishedNamed, "EXA0002")
    try await world.perform(PublishSources(["EXA0001", "EXA0002"], World.decided))
    try await world.push(Sample.draft())
    try await world.perform(
      LinkEvidence(
        .recommendation("earlier-help"), to: "Q1+1", stance: .supports, quote: "help came late",
        isAffirmed: true))
    try await world.publishReport()
    return world
  }

  /// How much a rebuild has to bring after an act, which the public must see.
  private func left(by act: () async throws -> Void, in world: World) async throws -> [Int] {
    let before = try await world.staff.transaction { try Publication.version(on: $0) }
    try await act()
    let after = try await world.staff.transaction { try Publication.version(on: $0) }
    #expect(after > before)
    let rebuilt = try await world.staff.transaction { try Publication.rebuild(on: $0) }
    return rebuilt.map(\.changed)
  }

  private func note(_ world: World) async throws -> CorrectionEntry {
    try #require(
      try await world.read { try CorrectionEntry.all(of: "OS1", as: $0, on: $1) }.first)
  }

  @Test func `a corrected file leaves nothing to a rebuild`() async throws {
    let world = try await world()
    let file = Sample.transcript().replacing("It was case 2.", with: "It was case two.")
    let read = try RecordRead(
      PaperFile(Array(file.utf8), name: "b.txt"), said: .init(kind: .transcript))
    let rest = try await left(
      by: {
        try await world.perform(
          CorrectRecord("OS1", read, CorrectionTerms(.fact), leavesMisfits: false))
      }, in: world)
    #expect(rest == [0])
  }

  @Test func `a submission named beneath an answer leaves nothing to a rebuild`() async throws {
    let world = try await world()
    let rest = try await left(
      by: { try await world.perform(AnnotatePassage("Q1+1", .supplement("EXA0002"))) }, in: world)
    #expect(rest == [0])
    #expect(try await note(world).correction.supplement == "EXA0002")
  }

  @Test func `a note that is taken away leaves nothing to a rebuild`() async throws {
    let world = try await world()
    try await world.perform(AnnotatePassage("Q1+1", .supplement("EXA0002")))
    let entry = try await note(world)
    let rest = try await left(
      by: {
        try await world.perform(
          RemoveAnnotation(entry.correction.id, revision: entry.revision))
      }, in: world)
    #expect(rest == [0])
  }

  @Test(arguments: [DecideChanges.Decision.accept(.fact), .footnote("Very late.")])
  func `changes of a returned copy leave nothing to a rebuild`(
    decision: DecideChanges.Decision
  ) async throws {
    let world = try await world()
    try await world.perform(
      SendCopies("OS1", to: [], sentOn: World.day(-9), dueOn: World.day(-2)))
    let copy = try #require(
      try await world.read { try TranscriptCopy.all(of: "OS1", as: $0, on: $1) }.first)
    let bytes = WordFile.tracked(
      RefreshedWordsTests.uncorrected.replacing(
        "late. It was case 2.", with: "{+very +}late. It was case 2."))
    try await world.perform(
      ReadReturnedCopy(
        copy.id, PaperFile(bytes, name: "ann.docx"),
        try TrackedTranscript(bytes, fileName: "ann.docx"), on: nil, revision: nil))
    let rest = try await left(
      by: { try await world.perform(DecideChanges([1], of: "OS1", decision)) }, in: world)
    #expect(rest == [0])
  }

  @Test func `a corrected paragraph with words left out leaves nothing to a rebuild`()
    async throws
  {
    let world = try await world()
    let rest = try await left(
      by: {
        try await world.perform(
          CorrectPassage("EXA0001, para 2", version: 1, text: "We were with Zebedina, late."))
      }, in: world)
    #expect(rest == [0])
  }
}
