import Checks
import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// Names that must not be public stay out of what is printed beside a report's words: whom
/// it asks, its limbs, what it takes up, and how documents are referred to.
@Suite(.database) struct NamesBesideReportTests {
  enum Place: CaseIterable {
    case act, addressee, event, lineage, recommendation
  }

  enum Name: String, CaseIterable {
    case withheld = "Ophelia Nightshade"
    case omitted = "Zebedina Quill"

    var code: Remark.Code {
      switch self {
      case .withheld: .anonymousNamed
      case .omitted: .omittedWordsPrinted
      }
    }
  }

  /// Ophelia Nightshade's submission is public without her name, and in another one
  /// Zebedina Quill is left out.
  private func world() async throws -> World {
    let world = try await World.make()
    try await world.submit(
      Sample.submission(from: "Dr Ophelia Nightshade"), .init(kind: .individual))
    try await world.submit(
      Sample.submission().replacing("in place 2", with: "with Zebedina Quill at school"))
    try await world.consent(to: ["EXA0001"], [.publish])
    try await world.consent(to: ["EXA0002"])
    try await world.decide(.publishedAnonymous, "EXA0001", printedName: "Name withheld")
    try await world.redact("EXA0002, para 2", "Zebedina Quill")
    try await world.decide(.publishedRedacted, "EXA0002")
    try await world.perform(PublishSources(["EXA0001", "EXA0002"], World.decided))
    try await world.push(Sample.draft(citing: "EXA0002, para 1"))
    return world
  }

  private func document(
    _ world: World, title: String = "A memo", author: String = "A reviewer"
  ) async throws -> Document {
    let made = try await world.perform(
      AddDocument(Document.Facts(title: title, kind: .report, author: author, year: 2019)))
    try await world.perform(AcceptSources([made.reference], World.decided))
    return made
  }

  private func write(_ name: String, at place: Place, _ world: World) async throws {
    func limb(
      act: String = "help earlier", to addressee: String = "The Department",
      due: LimbChange.Due? = nil
    ) async throws {
      try await world.perform(
        EditLimbs(
          "earlier-help",
          [
            LimbChange(
              number: nil, words: "The Department should bring help forward", act: act,
              addressees: [Addressee(name: addressee, kind: .other, isLead: true)], due: due)
          ], dropping: [], revision: nil))
    }
    switch place {
    case .act: try await limb(act: "help as \(name) asked")
    case .addressee: try await limb(to: name)
    case .event:
      try await world.perform(AwaitEvent("letter", name: "The letter of \(name)"))
      try await limb(due: .init(words: "forward", event: "letter", after: Period(months: 6)))
    case .lineage:
      let known = try await document(world)
      try await world.perform(
        TraceLineage(
          "earlier-help",
          [.init(.repeats, .document(reference: known.reference, words: "\(name) asked for it."))],
          revision: nil))
    case .recommendation:
      try await world.perform(
        EditRecommendation("1", addressees: [name], findingKey: nil, revision: nil))
    }
  }

  private func walls(_ world: World) async throws -> [Remark] {
    try await world.read { try ReportMaterial.read(as: $0, on: $1).remarks }
      .filter(\.code.isAboutWhatIsNotPublic)
  }

  private func refused(_ body: () async throws -> Void) async -> Refusal? {
    do {
      try await body()
      return nil
    } catch {
      return error as? Refusal
    }
  }

  @Test(
    arguments: NamesBesideReportTests.Place.allCases, NamesBesideReportTests.Name.allCases)
  func `the check tells of each place, and the report is not published`(
    place: Place, name: Name
  ) async throws {
    let world = try await world()
    #expect(try await walls(world) == [])
    try await write(name.rawValue, at: place, world)
    let remarks = try await walls(world)
    #expect(remarks.map(\.code) == [name.code])
    #expect(remarks.first?.place.key == "earlier-help")
    #expect(remarks.first?.sentence.contains("recommendation 1") == true)
    #expect(remarks.first?.sentence.contains(name.rawValue) == false)
    let refusal = await refused { _ = try await world.publishReport() }
    #expect(refusal?.code == name.code.rawValue)
  }

  @Test func `other words may stand there, and are published`() async throws {
    let world = try await world()
    try await write("Of nightshades", at: .act, world)
    try await write("Others", at: .lineage, world)
    #expect(try await walls(world) == [])
    #expect(try await world.publishReport() == 1)
  }

  @Test(arguments: [
    ("Memo of Ophelia Nightshade", "A reviewer", "anonymous_named", "The title of D1"),
    ("A memo", "Ophelia Nightshade", "anonymous_named", "The author of D1"),
    ("A memo", "Zebedina Quill", "omitted_words_printed", "The author of D1"),
  ])
  func `a document whose title or author names them is not published`(
    title: String, author: String, code: String, place: String
  ) async throws {
    let world = try await world()
    let made = try await document(world, title: title, author: author)
    let refusal = await refused {
      try await world.perform(PublishSources([made.reference], World.decided))
    }
    #expect(refusal?.code == code)
    #expect(refusal?.message.hasPrefix(place) == true)
    #expect(refusal?.field == "references")
    let other = try await document(world)
    try await world.perform(PublishSources([other.reference], World.decided))
  }

  @Test func `what is public already stops the submission of whom it names`() async throws {
    let world = try await world()
    try await write("Basil Henbane", at: .act, world)
    try await world.publishReport()
    try await world.submit(Sample.submission(from: "Dr Basil Henbane"), .init(kind: .individual))
    try await world.consent(to: ["EXA0003"], [.publish])
    try await world.decide(.publishedAnonymous, "EXA0003", printedName: "Name withheld")
    let limb = await refused { try await world.perform(PublishSources(["EXA0003"], World.decided)) }
    #expect(limb?.code == "anonymous_named")
    #expect(limb?.message.contains("the recommendation earlier-help, limb 1") == true)
  }

  @Test func `a document that is public already stops it too, and the check tells of it`()
    async throws
  {
    let world = try await world()
    let made = try await document(world, author: "Basil Henbane")
    try await world.perform(PublishSources([made.reference], World.decided))
    #expect(try await walls(world) == [])
    try await world.submit(Sample.submission(from: "Dr Basil Henbane"), .init(kind: .individual))
    try await world.consent(to: ["EXA0003"], [.publish])
    try await world.decide(.publishedAnonymous, "EXA0003", printedName: "Name withheld")
    let remarks = try await walls(world)
    #expect(remarks.map(\.code) == [.anonymousNamed, .anonymousNamed])
    #expect(remarks.first?.place.reference == "D1")
    let refusal = await refused {
      try await world.perform(PublishSources(["EXA0003"], World.decided))
    }
    #expect(refusal?.code == "anonymous_named")
    #expect(refusal?.message.contains("the reference of D1") == true)
  }

  @Test func `the check tells the author of a name in the draft`() async throws {
    let world = try await world()
    for (cited, words) in [
      ("EXA0002, para 1", "Help came late to Ophelia Nightshade."),
      ("EXA0002, para 1", "Help came late to OPHELIA\nNightshade."),
      ("EXA0001, para 1", "Help came late to Ms Nightshade, and to O. Nightshade."),
    ] {
      let base = try await world.read { try DraftVersion.find(as: $0, on: $1)?.number }
      try await world.push(
        Sample.draft(citing: cited, base: base).replacing("Help came late.", with: words))
      let remarks = try await walls(world)
      #expect(remarks.map(\.code) == [.anonymousNamed])
      #expect(remarks.first?.place.paragraph == 1)
      #expect(remarks.first?.sentence.hasPrefix("Paragraph 1 of the report") == true)
      let refusal = await refused { _ = try await world.publishReport() }
      #expect(refusal?.code == "anonymous_named")
    }
  }

  @Test func `who is heard under the name is told of beside a citation of the paper alone`()
    async throws
  {
    let world = try await world()
    try await world.publish(Sample.transcript(witness: "Ophelia Nightshade"))
    func walls(citing locator: String) async throws -> [Remark.Code] {
      let base = try await world.read { try DraftVersion.find(as: $0, on: $1)?.number }
      try await world.push(
        Sample.draft(citing: locator, base: base).replacing(
          "Help came late.", with: "Ophelia Nightshade said that help came late."))
      return try await self.walls(world).map(\.code)
    }
    #expect(try await walls(citing: "Q1, Ophelia Nightshade") == [])
    #expect(try await walls(citing: "EXA0001, para 1") == [.anonymousNamed])
  }
}
