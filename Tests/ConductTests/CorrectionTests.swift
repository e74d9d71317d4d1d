import Conduct
import Inquiries
import Papers
import Records
import TestSupport
import Testing

/// Corrections: of one passage, of a whole record from its corrected file, and
/// what is put beneath an answer.
@Suite(.database) struct CorrectionTests {
  private static let uncorrected = "Uncorrected oral evidence: An inquiry"

  /// Three questions, uncorrected.
  private func record() -> String {
    Sample.transcript().replacing("Oral evidence: An inquiry", with: CorrectionTests.uncorrected)
  }

  @discardableResult
  private func correct(
    _ world: World, _ text: String, _ terms: CorrectionTerms = CorrectionTerms(),
    leave: Bool = false, revision: Int? = nil, dryRun: Bool = false
  ) async throws -> RecordDifference {
    let read = try RecordRead(
      PaperFile(Array(text.utf8), name: "b.txt"), said: .init(kind: .transcript))
    return try await world.office.perform(
      CorrectRecord("OS1", read, terms, leavesMisfits: leave, revision: revision),
      in: World.slug, by: .machineOperator, dryRun: dryRun)
  }

  private func passages(_ world: World) async throws -> [Passage] {
    try await world.read { try Passage.page(of: "OS1", after: 0, limit: 100, as: $0, on: $1) }
  }

  private func published(
    _ number: Int, _ offset: Int, version: Int, _ world: World
  ) async throws -> (found: PublishedVersion?, gone: Tombstone?) {
    try await world.read { viewpoint, connection in
      let place = PublishedVersion.Place.turn(question: number, offset: offset)
      return (
        try PublishedVersion.find(version, of: place, in: viewpoint.inquiryID, on: connection),
        try PublishedVersion.tombstone(
          version, of: place, in: viewpoint.inquiryID, on: connection)
      )
    }
  }

  @Test func `notes of a file are footnotes of the turns that their marks stand in, once`()
    async throws
  {
    let world = try await World.make()
    let paragraphs = Sample.transcript().split(separator: "\n").map { line in
      let isNoted = line.hasSuffix("It was case 2.") || line.hasPrefix("Oral evidence")
      let mark = line.hasPrefix("Oral") ? 1 : 2
      return "<p>\(line)"
        + (isNoted ? "<sup><a role=\"doc-noteref\" href=\"#fn\(mark)\">\(mark)</a></sup>" : "")
        + "</p>"
    }
    let file =
      paragraphs.joined()
      + "<section class=\"footnotes\"><ol><li id=\"fn1\">In public.</li><li id=\"fn2\">Counted in March.</li></ol></section>"
    let report = try await world.receive(file, fileName: "a.html")
    let told = try #require(report.remarks.first { $0.contains("footnote") })
    #expect(told.hasPrefix("1 footnote stands beneath its answer: “["))
    #expect(told.contains("Counted in March.” on line "))
    #expect(report.unplaced.map(\.text).filter { $0.contains("In public.") }.count == 1)
    #expect(report.unplaced.allSatisfy { !$0.text.contains("March") })
    func footnotes() async throws -> [String] {
      try await world.read {
        try CorrectionEntry.all(of: "OS1", as: $0, on: $1).compactMap(\.correction.footnote)
      }
    }
    #expect(try await footnotes() == ["Counted in March."])
    #expect(try await world.receive(file, fileName: "a.html").wasReceivedBefore)
    #expect(try await footnotes() == ["Counted in March."])
  }

  @Test func `a corrected file adds the footnotes that do not stand yet`() async throws {
    let world = try await World.make()
    try await world.receive(record())
    try await world.perform(AnnotatePassage("Q1+1", .footnote("Known.")))
    let notes = "\n\n[Footnote: Known.]\n\n[Footnote: New.]\n\n[Footnote: New.]"
    let corrected = Sample.transcript().replacing("It was case 1.", with: "It was case 1." + notes)
    let done = try await correct(world, corrected)
    #expect(done.footnotes == 2 && done.changed.isEmpty && done.stage == .corrected)
    let standing = try await world.read {
      try CorrectionEntry.all(of: "OS1", as: $0, on: $1)
    }
    #expect(standing.map(\.locator) == ["Q1+1", "Q1+1", "Q1+1"])
    #expect(standing.map(\.correction.footnote) == ["Known.", "New.", "New."])
  }

  @Test func `a corrected file makes versions of what changed and sees the rest through`()
    async throws
  {
    let world = try await World.make()
    try await world.publish(record())
    let corrected = Sample.transcript().replacing("It was case 2.", with: "It was case two.")
    let shown = try await correct(world, corrected, dryRun: true)
    #expect(shown.changed.map(\.locator) == ["Q2+1"])
    #expect(try await passages(world).allSatisfy { $0.stage == .uncorrected })
    let done = try await correct(world, corrected, CorrectionTerms(.fact))
    #expect(done.changed.map(\.before) == ["We found that help came late. It was case 2."])
    #expect(done.changed.map(\.after) == ["We found that help came late. It was case two."])
    #expect(done.unchanged == 5)
    #expect(done.stage == .corrected)
    let now = try await passages(world)
    #expect(now.map(\.version) == [1, 1, 1, 2, 1, 1])
    #expect(now.allSatisfy { $0.stage == .corrected })
    let again = try await correct(world, corrected)
    #expect(again.wasReceivedBefore)
    #expect(again.revision == done.revision)
    let original = try await world.read {
      try Original.of(reference: "OS1", corrected: 1, as: $0, on: $1)
    }
    #expect(original?.bytes == Array(corrected.utf8))
    let entries = try await world.read { try CorrectionEntry.all(of: "OS1", as: $0, on: $1) }
    #expect(entries.map(\.fileName) == ["b.txt"])
    #expect(entries.map(\.correction.kind) == [.fact])
  }

  @Test func `what the header of a corrected file says otherwise is told, and changes nothing`()
    async throws
  {
    let world = try await World.make()
    try await world.receive(record())
    let corrected = Sample.transcript().replacing("It was case 2.", with: "It was case two.")
    #expect(try await correct(world, corrected, dryRun: true).remarks == [])
    let other =
      corrected
      .replacing("Dev Member.", with: "Eva Member.")
      .replacing("An inquiry, HC 1", with: "Another matter, HC 2")
      .replacing("Questions 1 - 3", with: "Heard in private  Questions 1 - 3")
      .replacing("Director, The", with: "Chief, The")
      .replacing("The Organisation.", with: "The Organisation; Tom Silent, Clerk, A Council.")
    for isDry in [true, false] {
      let remarks = try await correct(world, other, dryRun: isDry).remarks
      func told(_ words: String...) -> Bool {
        remarks.contains { remark in words.allSatisfy(remark.contains) }
      }
      #expect(told("heard in private", "as heard in public", "inquiry import undo OS1"))
      #expect(told("“HC 1” before and “HC 2” now"))
      #expect(
        told("the file lists Eva Member", "the record lists Dev Member", "session members OS1"))
      #expect(told("the file lists Tom Silent", "inquiry session replace"))
      #expect(told("Ann Witness is “Chief, The Organisation” in the file", "--capacity"))
    }
    let session = try await world.read { try Session.find(number: 1, as: $0, on: $1) }
    #expect(session?.members.map(\.name) == ["Clare Member", "Dev Member"])
    #expect(session?.panels.joined().map(\.capacity) == ["Director"])
    let refusal = await #expect(throws: Refusal.self) {
      try await correct(world, corrected.replacing("Tuesday 7", with: "Wednesday 8"))
    }
    #expect(refusal?.code == "session_day_differs")
    #expect(refusal?.message.contains("inquiry import undo OS1") == true)
  }

  @Test func `narrative is named by its place, for acts of staff`() async throws {
    let world = try await World.make()
    try await world.receive(
      record().replacing("Q2  Chair", with: "[Jo Hiddenname came in.]\n\nQ2  Chair"))
    let told = try await passages(world)[2]
    #expect(told.kind == .stage && told.locator == nil && told.place == "OS1, passage 3")
    try await world.perform(SetPrivacy("OS1", hidden: ["OS1, passage 3"], shown: []))
    let done = try await world.perform(
      CorrectPassage(
        "OS1, passage 3", version: 1, text: "[A child came in.]",
        CorrectionTerms(removal: "It named a child.")))
    #expect(done.locator == "OS1, passage 3" && done.version == 2)
    #expect(try await passages(world)[2].text == "[A child came in.]")
    let entries = try await world.read { try CorrectionEntry.all(of: "OS1", as: $0, on: $1) }
    #expect(entries.map(\.locator) == ["OS1, passage 3"])
    // A turn has such a place too.
    try await world.perform(
      CorrectPassage("OS1, passage 2", version: 1, text: "Help came very late."))
    #expect(try await passages(world)[1].locator == "Q1+1")
    for (place, code) in [
      ("OS1, passage 99", "passage_not_found"), ("OS2, passage 1", "passage_not_found"),
      ("OS1, passage x", "locator_form"),
    ] {
      let refusal = await #expect(throws: Refusal.self) {
        try await world.perform(CorrectPassage(place, version: 1, text: "So."))
      }
      #expect(refusal?.code == code)
    }
    let refusal = await #expect(throws: Refusal.self) {
      try await world.perform(AnnotatePassage("OS1, passage 3", .footnote("So.")))
    }
    #expect(refusal?.code == "annotation_of_answers")
  }

  @Test func `earlier words stay at their address, and go where words had to go`() async throws {
    let world = try await World.make()
    try await world.publish(record())
    try await world.perform(CorrectPassage("Q1+1", version: 1, text: "Help came very late."))
    let first = try await published(1, 1, version: 1, world)
    #expect(first.found?.passage.passage.text == "We found that help came late. It was case 1.")
    #expect(first.found?.superseding?.kind == .misreport)
    #expect(first.found?.standing.number == 2)
    #expect(try await published(1, 1, version: 2, world).found?.isCurrent == true)
    try await world.perform(
      CorrectPassage(
        "Q1+1", version: 2, text: "Help came.", CorrectionTerms(.fact, removal: "Privacy.")))
    for version in 1...2 {
      let gone = try await published(1, 1, version: version, world)
      #expect(gone.found == nil)
      #expect(gone.gone?.act == .removal)
      #expect(gone.gone?.reason == "Privacy.")
    }
    #expect(try await published(1, 1, version: 4, world).gone == nil)
    #expect(try await published(1, 1, version: 3, world).found?.isCurrent == true)
  }

  @Test func `evidence of which words had to go still says where it was used`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.push(Sample.draft())
    for end in [LinkEnd.finding("late-help"), .recommendation("earlier-help")] {
      try await world.perform(
        LinkEvidence(end, to: "Q1+1", stance: .supports, quote: nil, isAffirmed: true))
    }
    try await world.publishReport()
    func uses(_ question: Int) async throws -> [String] {
      try await world.read { _, connection in
        let inquiry = try #require(
          try PublishedInquiry.find(slug: World.slug, on: connection))
        return try PublishedPassage.all(ofQuestion: question, of: inquiry, on: connection)
          .flatMap { $0.citedBy.map { "\($0.inWords), \($0)" } }
      }
    }
    let before = try await uses(1)
    #expect(Set(before).count >= 3)
    try await world.perform(
      CorrectPassage("Q1+1", version: 1, text: "Help came.", CorrectionTerms(removal: "Privacy.")))
    #expect(try await uses(1) == before)
    #expect(try await uses(2) == [])
    let changed = try await world.staff.transaction { try Publication.rebuild(on: $0) }
    #expect(changed.map(\.changed) == [0])
    // An edition that no longer cites it takes the places away.
    try await world.push(Sample.draft(citing: "Q2", base: 1))
    let links = try await world.read { try TracedLink.page(LinkFilter(), as: $0, on: $1) }
    try await world.perform(SettleLinks(links.map { "\($0.link.id)" }, isAffirmed: false))
    try await world.publishReport()
    #expect(try await uses(1) == [])
  }

  @Test func `what was corrected before it was published never is public`() async throws {
    let world = try await World.make()
    try await world.receive(record())
    try await world.perform(CorrectPassage("Q1+1", version: 1, text: "Help came."))
    try await world.perform(AcceptSources(["OS1"], World.decided))
    try await world.perform(PublishSources(["OS1"], World.decided))
    let first = try await published(1, 1, version: 1, world)
    #expect(first.found == nil)
    #expect(first.gone == nil)
    #expect(try await published(1, 1, version: 2, world).found?.passage.corrections == [])
  }

  @Test func `what is corrected while it is withdrawn does not come back`() async throws {
    let world = try await World.make()
    try await world.publish(record())
    try await world.perform(WithdrawSources(["OS1"], World.decided(because: "A name.")))
    try await world.perform(CorrectPassage("Q1+1", version: 1, text: "Help came."))
    try await world.perform(PublishSources(["OS1"], World.decided))
    let first = try await published(1, 1, version: 1, world)
    #expect(first.found == nil)
    #expect(first.gone?.act == .removal)
  }

  @Test func `a name that must go is refused as a mere correction`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript(words: "Zebedina said so."))
    let people = try await world.read { try Person.all(as: $0, on: $1) }
    let witness = try #require(people.first { $0.name == "Ann Witness" })
    try await world.perform(
      ProtectPerson(witness.id, revision: 1, realName: "Real Namely", terms: ["zebedina"]))
    let refusal = await #expect(throws: Refusal.self) {
      try await world.perform(CorrectPassage("Q1+1", version: 1, text: "She said so."))
    }
    #expect(refusal?.code == "protected_term_found")
    #expect(refusal?.field == "removal")
    try await world.perform(
      CorrectPassage(
        "Q1+1", version: 1, text: "She said so.", CorrectionTerms(removal: "A name.")))
    #expect(try await published(1, 1, version: 1, world).found == nil)
  }

  @Test func `what cannot be placed is refused with its place, or left and listed`() async throws {
    let world = try await World.make()
    try await world.publish(record())
    let file = Sample.transcript().replacing("It was case 2.", with: "It was case two.")
      .replacing("Q1  Chair:", with: "Q1  Dev Member:")
    let refusal = await #expect(throws: Refusal.self) { try await correct(world, file) }
    #expect(refusal?.code == "correction_not_placed")
    #expect(refusal?.message.contains("Q1 is said by Chair in the record") == true)
    #expect(try await passages(world).allSatisfy { $0.version == 1 })
    let left = try await correct(world, file, leave: true)
    #expect(left.misfits.map(\.kind) == [.otherSpeaker])
    #expect(left.changed.map(\.locator) == ["Q2+1"])
    #expect(left.stage == .uncorrected)
    // The same file goes on where it was left.
    let rest = try await correct(world, file, leave: true)
    #expect(!rest.wasReceivedBefore)
    #expect(rest.changed == [])
  }

  @Test func `the wrong file is told apart`() async throws {
    let world = try await World.make()
    try await world.publish(record())
    let uncorrected = await #expect(throws: Refusal.self) {
      try await correct(world, record() + "\n")
    }
    #expect(uncorrected?.code == "correction_uncorrected")
    let own = await #expect(throws: Refusal.self) { try await correct(world, record()) }
    #expect(own?.code == "correction_is_original")
    let day = await #expect(throws: Refusal.self) {
      try await correct(world, Sample.transcript(on: "Tuesday 14 November 2023"))
    }
    #expect(day?.code == "session_day_differs")
    let stale = await #expect(throws: Refusal.self) {
      try await correct(world, Sample.transcript(), revision: 1)
    }
    #expect(stale?.code == "revision_differs")
    let kind = await #expect(throws: Refusal.self) {
      try await correct(world, Sample.transcript(), CorrectionTerms(.footnote))
    }
    #expect(kind?.code == "correction_kind")
  }

  @Test func `links follow a corrected file, carried or suspect`() async throws {
    let world = try await World.make()
    try await world.publish(record())
    try await world.push(Sample.draft())
    for (locator, quote) in [("Q1+1", "help came late"), ("Q2+1", "help came late")] {
      try await world.perform(
        LinkEvidence(
          .finding("late-help"), to: locator, stance: .supports, quote: quote, isAffirmed: true))
    }
    let done = try await correct(
      world,
      Sample.transcript().replacing("late. It was case 1", with: "late.  It was case 1")
        .replacing("late. It was case 2", with: "late: it was case 2"))
    #expect(done.changed.map(\.carried) == [1, 0])
    #expect(done.changed.map(\.suspect) == [0, 1])
  }

  @Test func `a footnote and supplementary evidence stand beneath the answer`() async throws {
    let world = try await World.make()
    try await world.publish(record())
    try await world.submit()
    let note = try await world.perform(
      AnnotatePassage("Q1+1", .footnote("In March, that is.")))
    try await world.perform(AnnotatePassage("Q1+1", .supplement("EXA0001")))
    func shown() async throws -> [Correction] {
      try await published(1, 1, version: 1, world).found?.passage.corrections ?? []
    }
    // The submission is not public yet.
    #expect(try await shown().map(\.footnote) == ["In March, that is."])
    try await world.consent(to: ["EXA0001"])
    try await world.decide(.publishedNamed, "EXA0001")
    try await world.perform(PublishSources(["EXA0001"], World.decided))
    #expect(try await shown().map(\.supplement) == [nil, "EXA0001"])
    let rebuilt = try await world.office.perform(RebuildPublished(), by: .machineOperator)
    #expect(rebuilt.allSatisfy { $0.changed == 0 })
    try await world.perform(WithdrawSources(["EXA0001"], World.decided(because: "Asked to.")))
    #expect(try await shown().count == 1)
    let entry = try #require(note.first)
    let stale = await #expect(throws: Refusal.self) {
      try await world.perform(RemoveAnnotation(entry.correction.id, revision: 7))
    }
    #expect(stale?.code == "revision_differs")
    try await world.perform(RemoveAnnotation(entry.correction.id, revision: entry.revision))
    #expect(try await shown() == [])
    let refusals = [
      (AnnotatePassage.Note.footnote(" "), "footnote_empty", "Q1"),
      (.supplement("OS1"), "supplement_is_submission", "Q1"),
      (.footnote("x"), "annotation_of_answers", "EXA0001, para 1"),
    ]
    for (note, code, locator) in refusals {
      let refusal = await #expect(throws: Refusal.self) {
        try await world.perform(AnnotatePassage(locator, note))
      }
      #expect(refusal?.code == code)
    }
  }
}
