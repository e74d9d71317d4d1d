import Conduct
import Inquiries
import Papers
import Records
import TestSupport
import Testing

/// What is put into published evidence is looked at as it is before a publication.
@Suite(.database) struct ChangedWordsTests {
  /// OS1 is public, and EXA0001 without the name of who wrote it.
  private func world(_ record: String = Sample.transcript()) async throws -> World {
    let world = try await World.make()
    try await world.publish(record)
    try await world.submit(Sample.submission(from: "Megan Tully"), .init(kind: .individual))
    try await world.consent(to: ["EXA0001"], [.publish])
    try await world.decide(.publishedAnonymous, "EXA0001", printedName: "A parent")
    try await world.perform(PublishSources(["EXA0001"], World.decided))
    return world
  }

  private func expectOpen(_ act: some Act, at place: String, _ world: World) async {
    let refusal = await #expect(throws: Refusal.self) { _ = try await world.perform(act) }
    #expect(refusal?.code == "personal_data_open")
    #expect(refusal?.message.contains(place) == true)
    #expect(refusal?.message.contains("Tully") == false)
  }

  /// What the audit says of the newest act of a title.
  private func detail(of act: String, _ world: World) async throws -> String? {
    try await world.staff.run { connection in
      try connection.first(
        "SELECT detail::text FROM record.audit_entry WHERE act = \(act) ORDER BY id DESC"
      ) { try $0.next() as String }
    }
  }

  private static let seen = CorrectionTerms(isPersonalDataSeen: true)

  @Test func `new words of a published passage are looked at, or said to have been seen`()
    async throws
  {
    let world = try await world()
    for words in ["I'd start with Megan Tully's key worker.", "Ring 01632 960123."] {
      await expectOpen(CorrectPassage("Q2+1", version: 1, text: words), at: "Q2+1", world)
    }
    await expectOpen(
      CorrectPassage("EXA0001, para 2", version: 1, text: "Megan told us."),
      at: "EXA0001, para 2", world)
    try await world.perform(
      CorrectPassage("Q2+1", version: 1, text: "Ring 01632 960123.", Self.seen))
    #expect(try await detail(of: "correct passage", world)?.contains("OS1 1") == true)
  }

  @Test func `what stood in public before and stays is not asked again`() async throws {
    let world = try await world()
    func correct(_ version: Int, _ text: String, _ terms: CorrectionTerms) -> CorrectPassage {
      CorrectPassage("Q2+1", version: version, text: text, terms)
    }
    try await world.perform(correct(1, "Ring 01632 960123 or 01632 960124.", Self.seen))
    try await world.perform(
      correct(2, "Ring 01632 960124.", CorrectionTerms(removal: "Privacy.")))
    await expectOpen(
      correct(3, "Ring 01632 960124, or 01632 960124.", CorrectionTerms()), at: "Q2+1", world)
    try await world.perform(CorrectPassage("Q1+1", version: 1, text: "Help came very late."))
  }

  @Test func `what is not public yet is corrected freely, and looked at when it is published`()
    async throws
  {
    let world = try await world()
    try await world.receive(Sample.transcript(from: 4, on: "Tuesday 14 November 2023"))
    try await world.perform(CorrectPassage("Q4+1", version: 1, text: "Megan Tully said so."))
    try await world.perform(AcceptSources(["OS2"], World.decided))
    await expectOpen(PublishSources(["OS2"], World.decided), at: "Q4+1", world)
  }

  @Test func `a footnote beneath published words is looked at, or said to have been seen`()
    async throws
  {
    let world = try await world(Self.uncorrected)
    for words in ["Note by witness: Megan Tully.", "Ring 07700 900321."] {
      await expectOpen(AnnotatePassage("Q2+1", .footnote(words)), at: "Q2+1, footnote", world)
    }
    try await world.perform(
      AnnotatePassage("Q2+1", .footnote("Ring 07700 900321."), isPersonalDataSeen: true))
    #expect(try await detail(of: "annotate passage", world)?.contains("OS1 1") == true)
    try await world.perform(AnnotatePassage("Q2+1", .footnote("Published in March.")))
    let act = try corrected(
      Sample.transcript().replacing(
        "It was case 3.", with: "It was case 3.\n\n[Footnote: Ring 07700 900322.]"))
    await expectOpen(act, at: "Q3+1, footnote", world)
  }

  @Test func `a footnote is looked at before its record is published, and one taken away is not`()
    async throws
  {
    let world = try await world()
    try await world.receive(Sample.transcript(from: 4, on: "Tuesday 14 November 2023"))
    let note = "Note by witness: Megan Tully, 07700 900321."
    let made = try await world.perform(AnnotatePassage("Q4+1", .footnote(note)))
    let remarks = try await world.read {
      try PersonalDataCheck.remarks(onSource: "OS2", as: $0, on: $1)
    }
    #expect(remarks.map(\.locator) == ["Q4+1, footnote", "Q4+1, footnote"])
    #expect(remarks.map(\.kind) == [.telephone, .withheldName])
    try await world.perform(AcceptSources(["OS2"], World.decided))
    await expectOpen(PublishSources(["OS2"], World.decided), at: "remove-note", world)
    let entry = try #require(made.first)
    try await world.perform(RemoveAnnotation(entry.correction.id, revision: entry.revision))
    try await world.perform(PublishSources(["OS2"], World.decided))
  }

  @Test func `a public footnote that names somebody is told before their paper is published`()
    async throws
  {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.perform(AnnotatePassage("Q1+1", .footnote("So Zebedina Quill told us.")))
    try await world.submit(Sample.submission(from: "Zebedina Quill"), .init(kind: .individual))
    try await world.consent(to: ["EXA0001"], [.publish])
    try await world.decide(.publishedAnonymous, "EXA0001", printedName: "A parent")
    await expectOpen(PublishSources(["EXA0001"], World.decided), at: "Q1+1, footnote", world)
  }

  @Test func `a published paper loses the name only once the words without it were looked at`()
    async throws
  {
    let world = try await World.make()
    try await world.submit(
      Sample.submission(from: "Gwen Harte", words: "Gwen said it."), .init(kind: .individual))
    try await world.consent(to: ["EXA0001"])
    try await world.decide(.publishedNamed, "EXA0001")
    try await world.perform(PublishSources(["EXA0001"], World.decided))
    func unnamed(seen: Bool) -> DecideOutcome {
      DecideOutcome(
        ["EXA0001"], .publishedAnonymous, printedName: "A teacher", isPersonalDataSeen: seen,
        World.decided)
    }
    await expectOpen(unnamed(seen: false), at: "EXA0001, para 1", world)
    try await world.perform(unnamed(seen: true))
    #expect(try await detail(of: "decide on submissions", world)?.contains("EXA0001 4") == true)
  }

  private func corrected(
    _ text: String, _ terms: CorrectionTerms = CorrectionTerms()
  ) throws -> CorrectRecord {
    let read = try RecordRead(
      PaperFile(Array(text.utf8), name: "b.txt"), said: .init(kind: .transcript))
    return CorrectRecord("OS1", read, terms, leavesMisfits: true)
  }

  private static let uncorrected = Sample.transcript().replacing(
    "Oral evidence: An inquiry", with: "Uncorrected oral evidence: An inquiry")

  @Test func `a corrected file brings no name into public unseen`() async throws {
    let world = try await world(Self.uncorrected)
    let text = Sample.transcript().replacing("It was case 2.", with: "It was Ms Tully's case.")
    await expectOpen(try corrected(text), at: "Q2+1", world)
    let done = try await world.perform(try corrected(text, Self.seen))
    #expect(done.changed.map(\.locator) == ["Q2+1"])
    #expect(try await detail(of: "correct record", world)?.contains("OS1 1") == true)
  }

  /// OS1 came back with one change, the first, in the second answer.
  private func returned(_ change: String) async throws -> World {
    let world = try await world()
    try await world.perform(
      SendCopies("OS1", to: [], sentOn: World.day(-9), dueOn: World.day(-2)))
    let bytes = WordFile.tracked(
      Sample.transcript().replacing("late. It was case 2.", with: "late. It was case 2.\(change)"))
    let copy = try #require(
      try await world.read { try TranscriptCopy.all(of: "OS1", as: $0, on: $1) }.first)
    try await world.perform(
      ReadReturnedCopy(
        copy.id, PaperFile(bytes, name: "ann.docx"),
        try TrackedTranscript(bytes, fileName: "ann.docx"), on: nil, revision: nil))
    return world
  }

  @Test func `a witness's change brings no name into public unseen`() async throws {
    let world = try await returned(" {+So Ms Tully said.+}")
    await expectOpen(
      DecideChanges([1], of: "OS1", .accept(.misreport)), at: "Q2+1", world)
    await expectOpen(
      DecideChanges([1], of: "OS1", .footnote(nil)), at: "Q2+1, footnote", world)
    let done = try await world.perform(
      DecideChanges([1], of: "OS1", .accept(.misreport), isPersonalDataSeen: true))
    #expect(done.map(\.decision) == [.accepted])
    #expect(try await detail(of: "decide on changes", world)?.contains("OS1 1") == true)
  }
}
