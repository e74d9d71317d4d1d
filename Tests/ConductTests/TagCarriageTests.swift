import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// What becomes of tags when the words they are on are corrected.
@Suite(.database) struct TagCarriageTests {
  private static let words = "We found that help came late. It was case 1."

  private func world() async throws -> (World, ada: Actor, ben: Actor) {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    for name in ["Late", "Case"] {
      var said = TagChanges()
      said.name = name
      said.definition = "What \(name) means."
      try await world.perform(AddTag(said))
    }
    return (
      world, try await world.user("Ada", .author).actor, try await world.user("Ben", .author).actor
    )
  }

  private func applied(
    _ world: World, isSuspect: Bool = false
  ) async throws -> [AppliedTag] {
    try await world.read {
      try AppliedTag.page(AppliedTagQuery(isSuspect: isSuspect, limit: 9), as: $0, on: $1)
    }
  }

  private func code(_ body: () async throws -> Void) async -> String? {
    do {
      try await body()
      return nil
    } catch { return (error as? Refusal)?.code ?? "\(error)" }
  }

  @Test func `tags go along over typography, and where their words are found once`() async throws {
    let (world, ada, _) = try await world()
    try await world.perform(ApplyTag("late", to: "Q1+1", .quote("help came late")), by: ada)
    try await world.perform(ApplyTag("case", to: "Q1+1"), by: ada)
    try await world.perform(
      CorrectPassage(
        "Q1+1", version: 1, text: Self.words.replacing("help came", with: "help  came")))
    let typography = try await applied(world)
    #expect(typography.map(\.passageVersion) == [2, 2])
    #expect(typography.map(\.quote) == ["help  came late", nil])
    #expect(typography.allSatisfy { !$0.isSuspect && !$0.isSuperseded })
    // The words of the one still stand; of the other nobody can say.
    try await world.perform(
      CorrectPassage("Q1+1", version: 2, text: "All said that help came late. It was case 2."))
    let wording = try await applied(world)
    #expect(wording.map(\.passageVersion) == [3, 2])
    #expect(wording.map(\.isSuspect) == [false, true])
    #expect(wording[0].span == 14..<28)
    #expect(try await applied(world, isSuspect: true).map(\.tag) == ["case"])
  }

  @Test(arguments: [
    "Nothing of it.", "The help came late, and help came late again.", "So help came lately.",
  ])
  func `a tag whose words are gone, doubled or part of others is suspect`(text: String)
    async throws
  {
    let (world, ada, _) = try await world()
    try await world.perform(ApplyTag("late", to: "Q1+1", .quote("help came late")), by: ada)
    try await world.perform(CorrectPassage("Q1+1", version: 1, text: text))
    let tag = try #require(try await applied(world).first)
    #expect(tag.isSuspect && tag.passageVersion == 1 && tag.quote == "help came late")
    // Words that come back do not affirm it by themselves.
    try await world.perform(CorrectPassage("Q1+1", version: 2, text: Self.words))
    let again = try #require(try await applied(world).first)
    #expect(again.isSuspect && again.revision == tag.revision + 1)
    let affirmed = try await world.perform(
      AffirmAppliedTag(again.id, revision: again.revision), by: ada)
    #expect(!affirmed.isSuspect && affirmed.passageVersion == 3)
  }

  @Test func `a suspect tag is affirmed, put on other words, or taken off by who put it on`()
    async throws
  {
    let (world, ada, ben) = try await world()
    try await world.perform(ApplyTag("late", to: "Q1+1", .quote("help came late")), by: ada)
    try await world.perform(CorrectPassage("Q1+1", version: 1, text: "Help came a year late."))
    let tag = try #require(try await applied(world, isSuspect: true).first)
    func affirm(
      _ words: TaggedWords?, version: Int? = nil, revision: Int? = nil, by actor: Actor
    ) async -> String? {
      await code {
        try await world.perform(
          AffirmAppliedTag(
            tag.id, words: words, version: version, revision: revision ?? tag.revision),
          by: actor)
      }
    }
    #expect(await affirm(nil, by: ada) == "quote_lost")
    #expect(await affirm(.quote("never said"), by: ada) == "quote_not_found")
    #expect(await affirm(.quote("a year late"), by: ben) == "applied_tag_of_another")
    #expect(await affirm(.quote("a year late"), version: 1, by: ada) == "revision_differs")
    #expect(await affirm(.quote("a year late"), revision: 9, by: ada) == "revision_differs")
    #expect(await affirm(.span(from: 0, to: 99), version: 2, by: ada) == "span_outside")
    try await world.perform(ApplyTag("late", to: "Q1+1", .quote("came a year late")), by: ada)
    #expect(await affirm(.quote("came a year late"), by: ada) == "tag_stands")
    #expect(await affirm(.quote("a year late"), by: ada) == nil)
    #expect(try await applied(world, isSuspect: true).isEmpty)
    #expect(try await applied(world).map(\.quote) == ["a year late", "came a year late"])
  }
}
