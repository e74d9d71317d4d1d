import Conduct
import Inquiries
import Papers
import Postgres
import Records
import TestSupport
import Testing

/// The codebook as a whole: counted, compared, given out and taken in.
@Suite(.database) struct CodebookTests {
  private static let turtle = """
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix dcterms: <http://purl.org/dc/terms/> .
    <urn:x:help> a skos:Concept ; skos:prefLabel "Help" ; dcterms:type "group" .
    <urn:x:early> a skos:Concept ; skos:notation "early" ; skos:prefLabel "Early help" ;
      skos:definition "Before a referral." ; skos:broader <urn:x:help> .
    <urn:x:late> a skos:Concept ; skos:prefLabel "Late help" ; skos:broader <urn:x:help> .
    """

  private func load(_ world: World, _ text: String = turtle) async throws -> CodebookImport {
    try await take(world, Array(text.utf8), "a.ttl")
  }

  private func take(
    _ world: World, _ bytes: [UInt8], _ name: String, by actor: Actor = .machineOperator,
    dryRun: Bool = false
  ) async throws -> CodebookImport {
    try await world.office.perform(
      ImportCodebook(try CodedProject.read(bytes, fileName: name), site: "http://x"),
      in: World.slug, by: actor, dryRun: dryRun)
  }

  private func keys(_ world: World) async throws -> [String] {
    try await world.read {
      try CodebookReading.tree(as: $0, on: $1).inOrder.map {
        String(repeating: " ", count: $0.depth) + $0.tag.key
      }
    }
  }

  @Test func `a codebook is taken in whole, and the same file again changes nothing`()
    async throws
  {
    let world = try await World.make()
    let project = try CodedProject.read(Array(CodebookTests.turtle.utf8), fileName: "a.ttl")
    let dry = try await world.office.perform(
      ImportCodebook(project, site: ""), in: World.slug, by: .machineOperator, dryRun: true)
    #expect(dry.added.count == 3)
    #expect(try await keys(world) == [])
    #expect(try await load(world).added == ["help", "early", "late-help"])
    #expect(try await keys(world) == ["help", " early", " late-help"])
    let before = try await world.read { try Tag.all(as: $0, on: $1) }
    let again = try await load(world)
    #expect(again.added + again.changed == [])
    #expect(again.unchangedCount == 3)
    #expect(try await world.read { try Tag.all(as: $0, on: $1) } == before)
    // Names may go round.
    let swapped = CodebookTests.turtle.replacing("Early help", with: "#").replacing(
      "Late help", with: "Early help"
    ).replacing("#\"", with: "Late help\"")
    #expect(try await load(world, swapped).changed == ["early", "late-help"])
    // A circle with what stands here already is refused, and nothing of the file stays.
    let circle = """
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      <urn:x:new> a skos:Concept ; skos:prefLabel "New" .
      <urn:x:help> a skos:Concept ; skos:prefLabel "Help" ; skos:broader <urn:x:early> .
      <urn:x:early> a skos:Concept ; skos:prefLabel "E" ; skos:broader <urn:x:help> .
      """
    let refusal = await #expect(throws: Refusal.self) { try await load(world, circle) }
    #expect(refusal?.code == "tag_cycle")
    #expect(try await keys(world) == ["help", " late-help", " early"])
  }

  @Test(arguments: [CodebookFormat.ttl, .qdc, .qdpx])
  func `what is given out changes nothing where it came from, and is whole elsewhere`(
    format: CodebookFormat
  ) async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    let ada = try await world.user("Ada", .author, in: nil).actor
    let ben = try await world.user("Ben", .author).actor
    _ = try await load(world)
    try await world.perform(ApplyTag("early", to: "Q1+1", .quote("help came late")), by: ada)
    try await world.perform(ApplyTag("early", to: "Q2+1"), by: ben)
    // With the blank behind it.
    try await world.perform(ApplyTag("early", to: "Q3+1", .span(from: 0, to: 3)), by: ada)
    try await world.perform(
      MergeTag("late-help", into: "early", revision: try await revision(world, "late-help")))
    let bytes = try await export(world, format)
    let same = try await take(world, bytes, "a.\(format.rawValue)", by: ada)
    #expect(same.added + same.changed == [])
    #expect(same.appliedCount == 0)
    #expect(same.appliedBefore == (format == .qdpx ? 3 : 0))
    #expect(try await export(world, format) == bytes)
    try await world.open("other")
    let there = try await world.office.perform(
      ImportCodebook(
        try CodedProject.read(bytes, fileName: "a.\(format.rawValue)"), site: "http://x"),
      in: "other", by: ada)
    #expect(there.added.count == 2)
    // The texts are of another inquiry.
    #expect(there.appliedCount == 0)
    let tags = try await world.read(in: "other") { try Tag.all(as: $0, on: $1) }
    #expect(tags.first { $0.name == "Early help" }?.text.definition == "Before a referral.")
    #expect(tags.first { $0.name == "Help" }?.isGroup == true)
    // SKOS alone says what became of a merged tag.
    #expect(
      tags.first { $0.name == "Early help" }?.otherNames
        == ([.ttl, .jsonld].contains(format) ? ["Late help"] : []))
  }

  private func revision(_ world: World, _ key: String) async throws -> Int {
    try await world.read { try CodebookReading.tree(as: $0, on: $1).find(key).revision }
  }

  private func export(_ world: World, _ format: CodebookFormat) async throws -> [UInt8] {
    let project = try await world.read { viewpoint, connection in
      try CodebookExport(site: "http://x", as: viewpoint, on: connection).project(nil)
    }
    switch format {
    case .ttl: return SKOSCodebook.write(project.codebook)
    case .jsonld: return try SKOSCodebook.json(project.codebook)
    case .qdc: return try REFIWriter.codebook(project.codebook)
    case .qdpx: return try REFIWriter.project(project)
    }
  }

  @Test func `a project that was worked on elsewhere brings its tags home`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    let ada = try await world.user("Ada", .author).actor
    _ = try await load(world)
    try await world.perform(ApplyTag("early", to: "Q1+1"), by: ada)
    var project = try await world.read { viewpoint, connection in
      try CodebookExport(site: "http://x", as: viewpoint, on: connection).project(nil)
    }
    #expect(project.users.map(\.name) == ["Tagger 1"])
    let text = try #require(project.texts.first)
    let tag = try #require(project.codebook.entries.first { $0.key == "late-help" })
    func selection(_ words: String, by user: String?, _ other: String? = nil) throws
      -> CodedProject.Selection
    {
      let whole = other ?? text.text
      let span = try #require(Wording.spans(of: words, in: whole).first)
      return CodedProject.Selection(
        guid: NameGUID.of(words), name: nil, span: span,
        codings: [.init(guid: NameGUID.of("c"), tag: tag.iri, user: user, at: nil)])
    }
    let turns = text.text.split(separator: "\n\n")
    let twoTurns = turns[1...2].joined(separator: "\n\n")
    project.texts = [
      CodedProject.Text(
        guid: text.guid, name: text.name, text: text.text,
        selections: [
          try selection("It was case 2", by: project.users[0].guid),
          try selection(String(twoTurns), by: NameGUID.of("somebody")),
        ])
    ]
    let bytes = try REFIWriter.project(project)
    let ben = try await world.user("Ben", .author).actor
    let report = try await take(world, bytes, "a.qdpx", by: ben)
    #expect(report.leftOut == [])
    #expect(report.appliedCount == 3)
    let applied = try await world.read {
      try AppliedTag.page(AppliedTagQuery(tag: "late-help", limit: 9), as: $0, on: $1)
    }
    #expect(applied.map(\.tagger) == ["Ada", "Ben", "Ben"])
    #expect(applied.map(\.locator) == ["Q2+1", "Q1+1", "Q2"])
    #expect(applied.map(\.quote) == ["It was case 2", nil, nil])
    #expect(try await take(world, bytes, "a.qdpx", by: ben).appliedCount == 0)
    // After a correction the words are looked for, and told where they are gone; what went along
    // with them is on already.
    try await world.perform(
      CorrectPassage("Q2+1", version: 1, text: "Well. It was case 2, I think."))
    let later = try await take(world, bytes, "a.qdpx", by: ben)
    #expect(later.appliedCount == 0)
    #expect(later.leftOut.count == 1)
  }

  @Test func `what is kept from the public is in no project`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.receive(
      Sample.transcript(from: 4, on: "Wednesday 15 November 2023", words: "Secretly."),
      as: .init(kind: .transcript, hearing: .heardInPrivate), fileName: "b.txt")
    let ada = try await world.user("Ada", .author).actor
    _ = try await load(world)
    try await world.perform(ApplyTag("early", to: "Q4+1", .quote("Secretly")), by: ada)
    let project = try await world.read { viewpoint, connection in
      try CodebookExport(site: "http://x", as: viewpoint, on: connection).project(nil)
    }
    #expect(project.texts.map(\.name) == ["OS1"])
    #expect(project.texts.flatMap(\.selections) == [])
    let applied = try await world.read {
      try AppliedTag.page(AppliedTagQuery(limit: 9), as: $0, on: $1)
    }
    #expect(applied.map(\.quote) == [nil])
    #expect(applied.map(\.span) == [0..<8])
  }

  @Test func `tags are counted by group, sources and passages apart`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.publish(
      Sample.transcript(from: 4, on: "Wednesday 15 November 2023", witness: "Bob Other"),
      fileName: "b.txt")
    try await world.perform(
      GroupWitnesses(WitnessGroup(slug: "directors", name: "Directors"), ["Ann Witness"]))
    let ada = try await world.user("Ada", .author).actor
    let ben = try await world.user("Ben", .author).actor
    _ = try await load(world)
    for (tag, place) in [
      ("early", "Q1+1"), ("early", "Q2+1"), ("early", "Q3"), ("early", "Q4+1"),
      ("late-help", "Q2+1"), ("late-help", "Q4+1"),
    ] {
      try await world.perform(ApplyTag(tag, to: place), by: ada)
      try await world.perform(ApplyTag(tag, to: place), by: ben)
    }
    let matrix = try await world.read {
      try CodebookReading.byGroup(hasBelow: false, as: $0, on: $1)
    }
    #expect(
      matrix.rows.map { [$0.key, "\($0.sources)", "\($0.passages)"] } == [
        ["early", "2", "5"], ["late-help", "2", "2"],
      ])
    func cell(_ matrix: TagMatrix, _ row: String, _ column: String) -> [Int]? {
      matrix.cells.first { $0.row == row && $0.column == column }.map { [$0.sources, $0.passages] }
    }
    // Q3 has the question, which is the Chair's, and the answer.
    #expect(cell(matrix, "early", "directors") == [1, 3])
    #expect(cell(matrix, "early", "(none)") == [2, 2])
    #expect(cell(matrix, "late-help", "directors") == [1, 1])
    let below = try await world.read {
      try CodebookReading.byGroup(hasBelow: true, as: $0, on: $1)
    }
    #expect(cell(below, "help", "directors") == [1, 3])
    #expect(below.rows.first?.passages == 5)
    let together = try await world.read { try CodebookReading.together(as: $0, on: $1) }
    #expect(
      together.cells == [
        TagMatrix.Cell(row: "early", column: "late-help", sources: 2, passages: 2)
      ])
    let csv = String(decoding: together.csv(column: "with"), as: UTF8.self)
    #expect(csv.contains("early,Early help,late-help,Late help,2,2\n"))
    #expect(csv.contains("early,Early help,,,2,5\n"))
  }

  @Test func `agreement is counted over all passages of the sources that both tagged`()
    async throws
  {
    let world = try await World.make()
    // Ten passages: five questions with their answers.
    try await world.publish(Sample.transcript(count: 5))
    let ada = try await world.user("Ada", .author).actor
    let ben = try await world.user("Ben", .author).actor
    _ = try await load(world)
    let nobody = await #expect(throws: Refusal.self) {
      _ = try await world.read {
        try CodebookReading.agreement(between: nil, limit: 9, as: $0, on: $1)
      }
    }
    #expect(nobody?.code == "taggers_missing")
    // The published example of two observers and ten units: 1, 1 and 3 of ten.
    for place in ["Q1", "Q2+1"] {
      try await world.perform(ApplyTag("early", to: place, .all), by: ben)
    }
    try await world.perform(ApplyTag("early", to: "Q3+1"), by: ben)
    try await world.perform(ApplyTag("early", to: "Q1+1"), by: ada)
    try await world.perform(ApplyTag("early", to: "Q5+1"), by: ada)
    let agreement = try await world.read {
      try CodebookReading.agreement(between: ("Ada", "Ben"), limit: 9, as: $0, on: $1)
    }
    #expect(agreement.unitCount == 10)
    #expect(agreement.sources == ["OS1"])
    let line = try #require(agreement.tags.first)
    #expect([line.both, line.onlyFirst, line.onlySecond, line.neither] == [1, 1, 3, 5])
    #expect(line.alpha == "0.095")
    #expect(
      agreement.disagreements.map { "\($0.locator) \($0.tagger)" } == [
        "Q1 Ben", "Q2+1 Ben", "Q3+1 Ben", "Q5+1 Ada",
      ])
  }
}
