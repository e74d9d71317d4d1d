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
}
