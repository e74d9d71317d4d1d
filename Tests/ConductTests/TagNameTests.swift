import Conduct
import Inquiries
import Papers
import Records
import TestSupport
import Testing

/// A name leads to one tag, whichever case it is written in.
@Suite(.database) struct TagNameTests {
  private func refusal(_ body: () async throws -> Void) async throws -> Refusal? {
    do {
      try await body()
      return nil
    } catch let refusal as Refusal {
      return refusal
    }
  }

  private func find(_ world: World, _ name: String) async throws -> Inquiries.Tag {
    try await world.read { try CodebookReading.tree(as: $0, on: $1).find(name) }
  }

  @discardableResult
  private func add(
    _ world: World, _ name: String, key: String? = nil
  ) async throws -> Inquiries.Tag {
    var said = TagChanges()
    said.name = name
    said.definition = "What \(name) means."
    return try await world.perform(AddTag(key: key, said))
  }

  private func rename(_ world: World, _ tag: String, to name: String) async throws {
    var changes = TagChanges()
    changes.name = name
    try await world.perform(
      EditTag(tag, changes, revision: try await find(world, tag).revision))
  }

  /// `price` is merged into `cost`, and `help` is called Aid by now.
  private func world() async throws -> World {
    let world = try await World.make()
    for name in ["Cost", "Price", "Help"] { try await add(world, name) }
    try await rename(world, "price", to: "Fare")
    try await world.perform(
      MergeTag("price", into: "cost", revision: try await find(world, "price").revision))
    try await rename(world, "help", to: "Aid")
    return world
  }

  @Test(arguments: [
    ("Price", "cost", "price"), ("FARE", "cost", "price"), ("price", "cost", "price"),
    ("Help", "help", "as its key"), ("COST", "cost", "is the name of"),
  ])
  func `a name that leads to another tag is refused, and the refusal names that tag`(
    name: String, holder: String, way: String
  ) async throws {
    let world = try await world()
    let added = try #require(try await refusal { try await add(world, name) })
    #expect(added.code == "tag_name_taken")
    #expect(added.message.contains("the tag “\(holder)”") && added.message.contains(way))
    #expect(!added.message.contains("-2"))
    try await add(world, "Other")
    let renamed = try #require(
      try await refusal { try await rename(world, "other", to: name) })
    #expect(renamed.code == "tag_name_taken" && renamed.message.contains("the tag “\(holder)”"))
  }

  @Test func `a tag takes back a name that leads to it`() async throws {
    let world = try await world()
    try await rename(world, "help", to: "Help")
    #expect(try await find(world, "HELP").name == "Help")
    // Those of a tag that was merged into it are its own by now.
    try await rename(world, "cost", to: "Price")
    #expect(try await find(world, "price").name == "Price")
    try await rename(world, "cost", to: "PRICE")
    #expect(try await find(world, "Price").name == "PRICE")
  }

  @Test func `a key is no name of another tag, and one that is made of a name is another`()
    async throws
  {
    let world = try await world()
    let taken = try #require(
      try await refusal { try await add(world, "Other", key: "aid") })
    #expect(taken.code == "tag_key_taken" && taken.message.contains("“help”"))
    #expect(try await add(world, "Aid!").key == "aid-2")
    #expect(try await find(world, "aid").key == "help")
  }

  @Test func `a file's tag is known by a name that leads to one here`() async throws {
    let world = try await world()
    let turtle = """
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      <urn:z:cost> a skos:Concept ; skos:prefLabel "Cost" .
      <urn:z:price> a skos:Concept ; skos:prefLabel "Price" .
      <urn:z:help> a skos:Concept ; skos:prefLabel "Help" ; skos:definition "What Help means." .
      """
    let report = try await world.office.perform(
      ImportCodebook(
        try CodedProject.read(Array(turtle.utf8), fileName: "a.ttl"), site: "http://x"),
      in: World.slug, by: .machineOperator, dryRun: false)
    #expect(report.added + report.changed == [] && report.unchangedCount == 2)
    #expect(
      report.leftOut == [
        "“Price” was merged here into “cost”.",
        "“Help” is called “Aid” here by now, and stays so.",
      ])
    #expect(try await find(world, "Help").name == "Aid")
  }
}
