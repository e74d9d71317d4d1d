import Conduct
import Inquiries
import Papers
import Records
import TestSupport
import Testing

@Suite(.database) struct TranscriptExportTests {
  private func export(
    _ reference: String, _ format: TranscriptFormat, from world: World, in slug: String = World.slug
  ) async throws -> [UInt8] {
    try await world.read(in: slug) {
      try TranscriptExport.read(reference, from: $0, on: $1).bytes(as: format)
    }
  }

  @Test(arguments: TranscriptFormat.allCases)
  func `an exported transcript is taken into another inquiry as the same passages`(
    format: TranscriptFormat
  ) async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript(from: 5))
    try await world.perform(CorrectPassage("Q5+1", version: 1, text: "=Help & <hope>.\n\nLate."))
    for words in ["=It was [late].", "Two of them, “both” late", "Gone."] {
      try await world.perform(AnnotatePassage("Q5+1", .footnote(words)))
    }
    let gone = try #require(try await footnotes(in: World.slug, of: world).last)
    try await world.perform(RemoveAnnotation(gone.correction.id, revision: gone.revision))
    let bytes = try await export("OS1", format, from: world)
    try await world.open("second")
    try await world.receive(
      String(decoding: bytes, as: UTF8.self), fileName: "a.\(format.fileExtension)", in: "second")
    func passages(in slug: String) async throws -> [[String]] {
      try await world.read(in: slug) {
        try Passage.page(of: "OS1", after: 0, limit: 100, as: $0, on: $1).map {
          [$0.locator ?? "", $0.speaker ?? "", "\($0.panel ?? 0)", $0.text]
        }
      }
    }
    let here = try await passages(in: World.slug)
    #expect(here.count == 6)
    #expect(try await passages(in: "second") == here)
    let noted = try await footnotes(in: "second", of: world)
    #expect(noted.map(\.locator) == ["Q5+1", "Q5+1"])
    #expect(
      noted.map(\.correction.footnote) == ["=It was [late].", "Two of them, “both” late"])
    #expect(noted.map(\.fileName) == Array(repeating: "a.\(format.fileExtension)", count: 2))
    func people(in slug: String) async throws -> [[String]] {
      try await world.read(in: slug) {
        let session = try Session.find(number: 1, as: $0, on: $1)
        return [session?.members.map(\.name) ?? []]
          + (session?.panels ?? []).map { $0.map(\.inFull) }
      }
    }
    #expect(try await people(in: "second") == people(in: World.slug))
  }

  @Test(arguments: TranscriptFormat.allCases)
  func `the mention of a submission goes out beneath its answer, and comes back as no footnote`(
    format: TranscriptFormat
  ) async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.submit()
    try await world.perform(AnnotatePassage("Q1+1", .footnote("In March.")))
    try await world.perform(AnnotatePassage("Q1+1", .supplement("EXA0001")))
    func beneath() async throws -> [String] {
      try await world.read {
        try SpokenTurn.published(of: "OS1", of: $0.inquiryID, on: $1).flatMap(\.footnotes)
      }
    }
    // The submission is not public yet.
    #expect(try await beneath() == ["In March."])
    let bytes = try await export("OS1", format, from: world)
    let name = "a.\(format.fileExtension)"
    try await world.open("second")
    try await world.receive(String(decoding: bytes, as: UTF8.self), fileName: name, in: "second")
    let words = ["In March.", "Supplementary evidence: EXA0001"]
    #expect(try await footnotes(in: "second", of: world).map(\.correction.footnote) == words)
    let file = try RecordRead(
      PaperFile(bytes, name: name), said: .init(kind: .transcript, stage: .corrected))
    let difference = try await world.perform(
      CorrectRecord("OS1", file, CorrectionTerms(), leavesMisfits: true))
    #expect(difference.footnotes == 0)
    try await world.consent(to: ["EXA0001"])
    try await world.decide(.publishedNamed, "EXA0001")
    try await world.perform(PublishSources(["EXA0001"], World.decided))
    #expect(try await beneath() == words)
  }

  private func footnotes(in slug: String, of world: World) async throws -> [CorrectionEntry] {
    try await world.read(in: slug) {
      try CorrectionEntry.all(of: "OS1", as: $0, on: $1).filter { $0.correction.footnote != nil }
    }
  }

  @Test func `a protected person has no label of their own in an export`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    let people = try await world.read { try Person.all(as: $0, on: $1) }
    let witness = try #require(people.first { $0.name == "Ann Witness" })
    try await world.perform(
      RenamePerson(witness.id, to: "Speaker A", revision: witness.revision))
    try await world.perform(
      ProtectPerson(
        witness.id, revision: witness.revision + 1, realName: "Ann Witness", terms: ["Ann"]))
    for format in TranscriptFormat.allCases {
      let text = String(decoding: try await export("OS1", format, from: world), as: UTF8.self)
      #expect(text.contains("Speaker A"))
      #expect(!text.contains("Ann"))
    }
  }

  private static let summary = """
    The Example Committee

    Summary of a meeting: An inquiry

    Tuesday 7 November 2023

    Members present: Clare Member (Chair).

    Witnesses

    I: Ann Witness, Director, The Organisation.

    1. They met.

    And parted.

    3. All of them agreed.
    """

  @Test(arguments: [TranscriptFormat.json, .csv, .text])
  func `an exported summary is taken into another inquiry as the same points`(
    format: TranscriptFormat
  ) async throws {
    let world = try await World.make()
    var said = RecordRead.Said(kind: .summary)
    said.agreedOn = Day("2023-11-20")
    try await world.receive(Self.summary, as: said)
    try await world.perform(AnnotatePassage("OS1, point 1", .footnote("In March.")))
    let bytes = try await export("OS1", format, from: world)
    try await world.open("second")
    try await world.receive(
      String(decoding: bytes, as: UTF8.self), as: .init(kind: .summary),
      fileName: "a.\(format.fileExtension)", in: "second")
    for slug in [World.slug, "second"] {
      let (points, people, agreedOn) = try await world.read(in: slug) {
        (
          try Passage.page(of: "OS1", after: 0, limit: 100, as: $0, on: $1),
          try Session.find(number: 1, as: $0, on: $1),
          try Source.find("OS1", as: $0, on: $1)?.agreedOn
        )
      }
      #expect(points.map(\.point) == [1, 3], "\(slug)")
      #expect(points.map(\.text) == ["They met.\n\nAnd parted.", "All of them agreed."])
      #expect(
        try await footnotes(in: slug, of: world).map { [$0.locator, $0.correction.footnote] }
          == [["OS1, point 1", "In March."]])
      #expect(people?.members.map(\.name) == ["Clare Member"])
      #expect(
        people?.panels.map { $0.map(\.inFull) } == [["Ann Witness, Director, The Organisation"]])
      // Plain text has no place for that day.
      #expect(agreedOn == (slug == "second" && format == .text ? nil : Day("2023-11-20")))
    }
  }

  @Test func `what has no form for a record refuses it`() async throws {
    let world = try await World.make()
    try await world.receive(Self.summary, as: .init(kind: .summary))
    let akn = await #expect(throws: PaperError.self) {
      try await export("OS1", .akn, from: world)
    }
    #expect(akn?.code == "akoma_ntoso_no_note")
    let unknown = await #expect(throws: Refusal.self) {
      try await export("OS7", .json, from: world)
    }
    #expect(unknown?.code == "source_not_found")
    try await world.submit()
    let written = await #expect(throws: Refusal.self) {
      try await export("EXA0001", .json, from: world)
    }
    #expect(written?.code == "export_not_transcript")
    let json = try await export("OS1", .json, from: world)
    let kind = await #expect(throws: PaperError.self) {
      try await world.receive(
        String(decoding: json, as: UTF8.self), as: .init(kind: .note), fileName: "a.json")
    }
    #expect(kind?.code == "note_kind_differs")
  }
}
