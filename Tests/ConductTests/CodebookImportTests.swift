import Conduct
import Inquiries
import Papers
import Postgres
import Records
import TestSupport
import Testing

/// Codebooks that other programs wrote, taken in beside tags that are here.
@Suite(.database) struct CodebookImportTests {
  private static let prefixes = """
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix dcterms: <http://purl.org/dc/terms/> .
    @prefix owl: <http://www.w3.org/2002/07/owl#> .

    """

  private func load(
    _ world: World, _ turtle: String, dryRun: Bool = false
  ) async throws -> CodebookImport {
    try await take(
      world, Array((CodebookImportTests.prefixes + turtle).utf8), "a.ttl", dryRun: dryRun)
  }

  private func take(
    _ world: World, _ bytes: [UInt8], _ name: String, by actor: Actor = .machineOperator,
    dryRun: Bool = false
  ) async throws -> CodebookImport {
    try await world.office.perform(
      ImportCodebook(try CodedProject.read(bytes, fileName: name), site: "http://x"),
      in: World.slug, by: actor, dryRun: dryRun)
  }

  private func find(_ world: World, _ name: String) async throws -> Inquiries.Tag {
    try await world.read { try CodebookReading.tree(as: $0, on: $1).find(name) }
  }

  @Test func `what a file does not say of a tag that is here stays, and what changed is told`()
    async throws
  {
    let world = try await World.make()
    let turtle = """
      <urn:x:early> a skos:Concept ; skos:notation "early" ; skos:prefLabel "Early help" ;
        skos:definition "Before a referral." .
      """
    _ = try await load(world, turtle)
    var said = TagChanges()
    said.useWhen = "Now."
    said.useNotWhen = "Later."
    said.example = "A visit."
    try await world.perform(
      EditTag("early", said, revision: try await find(world, "early").revision))
    let again = try await load(world, turtle)
    #expect(again.changed == [] && again.changes == [] && again.unchangedCount == 1)
    let code =
      "<Code guid=\"\(NameGUID.of("a"))\" name=\"Early help\" isCodable=\"true\" color=\"#4F7A28\"><Description>Soon.</Description></Code>"
    let book = Array(
      "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\"><Codes>\(code)</Codes></CodeBook>".utf8)
    let dry = try await take(world, book, "a.qdc", dryRun: true)
    #expect(dry.changes == ["early: definition, colour"])
    #expect(try await find(world, "early").text.definition == "Before a referral.")
    let done = try await take(world, book, "a.qdc")
    #expect(done.changed == ["early"] && done.changes == dry.changes)
    #expect(
      try await find(world, "early").text
        == TagText(
          definition: "Soon.", useWhen: "Now.", useNotWhen: "Later.", example: "A visit."))
  }

  private static let priceAndCost = """
    <urn:x:cost> a skos:Concept ; skos:notation "cost" ; skos:prefLabel "Cost" .
    <urn:x:price> a skos:Concept ; skos:notation "price" ; skos:prefLabel "Price" .
    <urn:x:fare> a skos:Concept ; skos:notation "fare" ; skos:prefLabel "Fare" ;
      skos:broader <urn:x:price> .
    """

  @Test func `a merge in a file of a tag that stands here is told, and done by a person`()
    async throws
  {
    let world = try await World.make()
    _ = try await load(world, CodebookImportTests.priceAndCost)
    let replaced = CodebookImportTests.priceAndCost.replacing(
      "\"Price\" .",
      with: "\"Price\" ; owl:deprecated true ; dcterms:isReplacedBy <urn:x:cost> .")
    let told = try await load(world, replaced)
    #expect(
      told.leftOut == [
        "“Price” was replaced by “Cost” in the file and stands here; `inquiry tag merge price --into cost` merges it."
      ])
    #expect(told.added + told.changed == [] && told.unchangedCount == 2)
    #expect(try await find(world, "fare").parent == "price")
    // It is known by its name too, where it came from elsewhere.
    let foreign = try await load(world, replaced.replacing("urn:x:price", with: "urn:y:price"))
    #expect(foreign.leftOut == told.leftOut && foreign.changed == [])
    try await world.perform(
      MergeTag("price", into: "cost", revision: try await find(world, "price").revision))
    let after = try await load(world, replaced)
    #expect(after.added + after.changed + after.leftOut == [] && after.unchangedCount == 3)
  }

  @Test func `a tag that was replaced twice leads to the last, and one by nothing is left out`()
    async throws
  {
    let world = try await World.make()
    let report = try await load(
      world,
      """
      <urn:x:a> a skos:Concept ; skos:prefLabel "A" ; dcterms:isReplacedBy <urn:x:b> .
      <urn:x:b> a skos:Concept ; skos:prefLabel "B" ; dcterms:isReplacedBy <urn:x:c> .
      <urn:x:c> a skos:Concept ; skos:prefLabel "C" .
      <urn:x:d> a skos:Concept ; skos:prefLabel "D" ; dcterms:isReplacedBy <urn:x:gone> .
      <urn:x:e> a skos:Concept ; skos:prefLabel "E" ; dcterms:isReplacedBy <urn:x:e> .
      """)
    #expect(report.added == ["c"] && report.leftOut.count == 4)
    #expect(try await find(world, "A").key == "c")
    #expect(try await find(world, "B").key == "c")
    #expect(report.leftOut.count { $0.contains("does not hold") } == 2)
  }

  @Test func `a project whose lines end as on Windows brings the same tags`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    let ada = try await world.user("Ada", .author).actor
    _ = try await load(world, CodebookImportTests.priceAndCost)
    var project = try await world.read { viewpoint, connection in
      try CodebookExport(site: "http://x", as: viewpoint, on: connection).project(nil)
    }
    let text = try #require(project.texts.first)
    let tag = try #require(project.codebook.entries.first { $0.key == "price" })
    // Words that stand in every answer, and all of two turns: by its words neither is found.
    let twoTurns = text.text.split(separator: "\n\n")[1...2].joined(separator: "\n\n")
    let spans = [
      try #require(Wording.spans(of: "help came late", in: text.text).last),
      try #require(Wording.spans(of: twoTurns, in: text.text).first),
    ]
    func selections(of spans: [Range<Int>]) -> [CodedProject.Selection] {
      spans.map { span in
        CodedProject.Selection(
          guid: NameGUID.of("\(span)"), name: nil, span: span,
          codings: [.init(guid: NameGUID.of("c\(span)"), tag: tag.iri, user: nil, at: nil)])
      }
    }
    let scalars = Array(text.text.unicodeScalars)
    func shifted(_ place: Int) -> Int { place + scalars[..<place].count { $0 == "\n" } }
    project.texts = [
      CodedProject.Text(
        guid: text.guid, name: text.name, text: text.text.replacing("\n", with: "\r\n"),
        selections: selections(
          of: spans.map { shifted($0.lowerBound)..<shifted($0.upperBound) }))
    ]
    let windows = try await take(world, try REFIWriter.project(project), "a.qdpx", by: ada)
    #expect(windows.leftOut == [] && windows.appliedCount == 3)
    let applied = try await world.read {
      try AppliedTag.page(AppliedTagQuery(tag: "price", limit: 9), as: $0, on: $1)
    }
    #expect(Set(applied.map(\.locator)) == ["Q1+1", "Q2", "Q3+1"])
    #expect(applied.compactMap(\.quote) == ["help came late"])
    project.texts = [
      CodedProject.Text(
        guid: text.guid, name: text.name, text: text.text, selections: selections(of: spans))
    ]
    let ours = try await take(world, try REFIWriter.project(project), "a.qdpx", by: ada)
    #expect(ours.leftOut == [] && ours.appliedCount == 0 && ours.appliedBefore == 3)
  }
}
