import Inquiries
import Tagging
import Testing

@Suite struct TagTreeTests {
  private func tag(
    _ key: String, _ name: String, under parent: String? = nil, once: [String] = [],
    into target: String? = nil
  ) -> Inquiries.Tag {
    Inquiries.Tag(
      key: key, iri: "urn:x:\(key)", name: name, text: TagText(), parent: parent, isGroup: false,
      colour: nil, otherNames: once, mergedInto: target, retiredOn: nil, version: 1, revision: 1)
  }

  @Test func `a merged tag answers with its successor, by key and by every name`() throws {
    let tree = TagTree([
      tag("help", "Help", once: ["Support"]),
      tag("aid", "Aid", once: ["Relief"], into: "help"),
    ])
    for name in ["help", "HELP", "support", "aid", "Aid", "relief"] {
      #expect(try tree.find(name).key == "help", "\(name)")
    }
    #expect(throws: Refusal.self) { try tree.find("nothing") }
  }

  @Test func `what a tag is called now goes before what another was called`() throws {
    let tree = TagTree([
      tag("a", "New", once: ["Old"]), tag("b", "Old"), tag("c", "C", once: ["Shared"]),
      tag("d", "D", once: ["Shared"]),
    ])
    #expect(try tree.find("Old").key == "b")
    let refusal = #expect(throws: Refusal.self) { try tree.find("Shared") }
    #expect(refusal?.code == "tag_ambiguous")
  }

  @Test func `a name is held by the tag that its former names, its key and its merges lead to`() {
    let tree = TagTree([
      tag("help", "Aid", once: ["Support"]), tag("price", "Price", once: ["Fare"], into: "cost"),
      tag("cost", "Cost"),
    ])
    for name in ["HELP", "support", "Help"] { #expect(tree.holders(of: name) == ["help"]) }
    for name in ["Price", "price", "FARE", "Cost"] { #expect(tree.holders(of: name) == ["cost"]) }
    #expect(tree.holders(of: "Aid") == [] && tree.keys(foundBy: "aid") == ["help"])
    #expect(tree.keys(foundBy: "nothing") == [])
  }

  @Test func `tags stand in reading order, each under its wider one`() {
    let tree = TagTree([
      tag("z", "Zeal"), tag("a", "Alms", under: "z"), tag("b", "Beds"),
      tag("c", "Care", under: "a"),
      tag("gone", "Gone", into: "b"),
    ])
    #expect(tree.inOrder.map(\.tag.key) == ["b", "z", "a", "c"])
    #expect(tree.inOrder.map(\.depth) == [0, 0, 1, 2])
    #expect(tree.stands("c", withinOrUnder: "z"))
    #expect(!tree.stands("z", withinOrUnder: "c"))
  }

  @Test func `a circle is found, and a long line is none`() {
    #expect(TagTree.cycle(in: ["a": "b", "b": "c", "c": "a", "d": "a"]) == ["a", "b", "c"])
    #expect(TagTree.cycle(in: ["a": "a"]) == ["a"])
    let line = Dictionary(uniqueKeysWithValues: (0..<5_000).map { ("\($0)", "\($0 + 1)") })
    #expect(TagTree.cycle(in: line) == nil)
  }

  @Test(arguments: [
    ("Early help", "early-help"), ("Éducation & Santé", "education-sante"),
    ("Children's needs", "childrens-needs"),
    ("…", "tag"), ("取", "tag"),
  ])
  func `a key is made of a name`(name: String, key: String) {
    #expect(TagTree.key(for: name) { _ in false } == key)
    #expect(TagTree.key(for: name) { $0 == key } == "\(key)-2")
  }
}
