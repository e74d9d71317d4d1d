import Conduct
import Inquiries
import Papers
import Postgres
import Records
import TestSupport
import Testing

/// Tags: their life, where they are put, and who puts them there.
@Suite(.database) struct TagTests {
  private func code(_ body: () async throws -> Void) async -> String? {
    do {
      try await body()
      return nil
    } catch let refusal as Refusal {
      return refusal.code
    } catch {
      return "\(error)"
    }
  }

  private func find(_ world: World, _ name: String) async throws -> Inquiries.Tag {
    try await world.read { try CodebookReading.tree(isCounting: true, as: $0, on: $1).find(name) }
  }

  @discardableResult
  private func add(
    _ world: World, _ name: String, under: String? = nil, isGroup: Bool = false
  ) async throws -> Inquiries.Tag {
    var said = TagChanges()
    said.name = name
    said.definition = "What \(name) means."
    said.under = .some(under)
    said.isGroup = isGroup
    return try await world.perform(AddTag(said))
  }

  private func edit(
    _ world: World, _ name: String, _ change: (inout TagChanges) -> Void
  ) async throws -> Inquiries.Tag {
    var changes = TagChanges()
    change(&changes)
    return try await world.perform(
      EditTag(name, changes, revision: try await find(world, name).revision))
  }

  @Test func `a new meaning is a new version, and what was tagged keeps the old one`()
    async throws
  {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    let ada = try await world.user("Ada", .author).actor
    try await add(world, "Late help")
    #expect(try await world.perform(ApplyTag("late-help", to: "Q1+1"), by: ada) == 1)
    #expect(try await world.perform(ApplyTag("late-help", to: "Q1+1"), by: ada) == 0)
    let renamed = try await edit(world, "late-help") { $0.name = "Delay" }
    #expect(renamed.key == "late-help")
    #expect(renamed.version == 2)
    #expect(renamed.otherNames == ["Late help"])
    #expect(try await find(world, "LATE HELP").name == "Delay")
    let applied = try await world.read {
      try AppliedTag.page(AppliedTagQuery(limit: 9), as: $0, on: $1)
    }
    #expect(applied.map(\.meantVersion) == [1])
    let versions = try await world.read { try renamed.versions(as: $0, on: $1) }
    #expect(versions.map(\.name) == ["Late help", "Delay"])
    // Where it stands is no meaning.
    try await add(world, "Causes", isGroup: true)
    #expect(try await edit(world, "late-help") { $0.under = "causes" }.version == 2)
    #expect(
      await code {
        _ = try await world.perform(EditTag("late-help", TagChanges(), revision: 1))
      } == "revision_differs")
    #expect(await code { try await add(world, "delay") } == "tag_name_taken")
  }

  @Test func `tags do not stand under themselves`() async throws {
    let world = try await World.make()
    try await add(world, "A")
    try await add(world, "B", under: "a")
    try await add(world, "C", under: "b")
    #expect(
      await code { _ = try await edit(world, "a") { $0.under = "c" } } == "tag_cycle")
    #expect(
      await code {
        try await world.perform(MergeTag("a", into: "c", revision: 1))
      } == "tag_cycle")
    #expect(try await find(world, "a").parent == nil)
    // Two who would close a circle between them are settled one after the other.
    try await add(world, "D")
    try await add(world, "E")
    let codes = await withTaskGroup(of: String?.self) { group in
      for (name, under) in [("d", "e"), ("e", "d")] {
        group.addTask {
          await code {
            var changes = TagChanges()
            changes.under = under
            try await world.perform(EditTag(name, changes, revision: 1))
          }
        }
      }
      return await group.reduce(into: [String?]()) { $0.append($1) }
    }
    #expect(codes.count { $0 == nil } == 1 && codes.contains("tag_cycle"))
  }

  @Test func `a merge loses nothing, and the old key and name answer`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    let ada = try await world.user("Ada", .author).actor
    let ben = try await world.user("Ben", .author).actor
    for name in ["Early help", "Family support", "Below"] {
      try await add(world, name, under: name == "Below" ? "family-support" : nil)
    }
    for (tag, place, who) in [
      ("early-help", "Q1+1", ada), ("family-support", "Q1+1", ada),
      ("family-support", "Q1+1", ben), ("family-support", "Q2+1", ada),
    ] {
      try await world.perform(ApplyTag(tag, to: place), by: who)
    }
    try await world.perform(WriteMemo(about: .tag("family-support"), "Same thing?"), by: ada)
    let gone = try await find(world, "family-support")
    let merged = try await world.perform(
      MergeTag("family-support", into: "early-help", revision: gone.revision))
    #expect(merged.moved == 2)
    let after = try await find(world, "Family Support")
    #expect(after.key == "early-help")
    #expect(after.passageCount == 2)
    #expect(after.sourceCount == 1)
    #expect(try await find(world, "below").parent == "early-help")
    let applied = try await world.read {
      try AppliedTag.page(AppliedTagQuery(tag: "early-help", limit: 9), as: $0, on: $1)
    }
    #expect(applied.map(\.meant) == ["early-help", "family-support", "family-support"])
    #expect(applied.map(\.tagger) == ["Ada", "Ben", "Ada"])
    let memos = try await world.read { try Memo.page(tag: "early-help", limit: 9, as: $0, on: $1) }
    #expect(memos.map(\.text) == ["Same thing?"])
    // Who tags under the old name meanwhile tags with the new one.
    #expect(try await world.perform(ApplyTag("family-support", to: "Q3+1"), by: ben) == 1)
    #expect(
      await code { _ = try await edit(world, "family-support") { $0.name = "x" } }
        == "tag_merged")
    #expect(
      await code {
        try await world.perform(MergeTag("family-support", into: "below", revision: 3))
      } == "tag_merged")
    // A chain of merges still leads to its end.
    let early = try await find(world, "early-help")
    try await add(world, "Help")
    try await world.perform(MergeTag("early-help", into: "help", revision: early.revision))
    #expect(try await find(world, "family-support").key == "help")
  }

  @Test func `narrative takes no tag, though staff can name it`() async throws {
    let world = try await World.make()
    try await world.publish(
      Sample.transcript().replacing("Q2  Chair", with: "[Somebody came in.]\n\nQ2  Chair"))
    let ada = try await world.user("Ada", .author).actor
    try await add(world, "Late")
    func apply(_ words: TaggedWords) async -> String? {
      await code {
        try await world.perform(ApplyTag("late", to: "OS1, passage 3", words), by: ada)
      }
    }
    #expect(await apply(.span(from: 0, to: 4)) == "passage_not_found")
    #expect(await apply(.all) == "locator_form")
  }

  @Test func `a tag goes on words that are there, and parts no character`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript(words: "Ma\u{308}r 👩‍👩‍👧 came late, came late."))
    let ada = try await world.user("Ada", .author).actor
    try await add(world, "Late")
    func apply(_ words: TaggedWords, version: Int? = nil) async -> String? {
      await code {
        try await world.perform(ApplyTag("late", to: "Q1+1", words, version: version), by: ada)
      }
    }
    #expect(await apply(.span(from: 0, to: 9_999)) == "span_outside")
    #expect(await apply(.span(from: -1, to: 2)) == "span_outside")
    #expect(await apply(.span(from: 3, to: 3)) == "span_outside")
    // Between a letter and its diaeresis, and within a family.
    #expect(await apply(.span(from: 0, to: 2)) == "span_splits_character")
    #expect(await apply(.span(from: 6, to: 10)) == "span_splits_character")
    #expect(await apply(.quote("came late")) == "quote_not_unique")
    #expect(await apply(.quote("came early")) == "quote_not_found")
    #expect(await apply(.span(from: 0, to: 4), version: 2) == "revision_differs")
    #expect(await apply(.span(from: 0, to: 4), version: 1) == nil)
    let applied = try await world.read {
      try AppliedTag.page(AppliedTagQuery(limit: 9), as: $0, on: $1)
    }
    #expect(applied.map(\.quote) == ["Ma\u{308}r"])
    #expect(applied.map(\.span) == [0..<4])
    #expect(
      await code { try await world.perform(ApplyTag("late", to: "Q1+1")) } == "person_needed")
  }

  @Test func `only who put a tag on takes it off, and it stays on record`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    let ada = try await world.user("Ada", .author).actor
    let ben = try await world.user("Ben", .author).actor
    try await add(world, "Late")
    try await world.perform(ApplyTag("late", to: "Q1+1"), by: ada)
    let applied = try #require(
      try await world.read { try AppliedTag.page(AppliedTagQuery(limit: 1), as: $0, on: $1) }.first)
    #expect(
      await code { try await world.perform(RemoveAppliedTag(applied.id, revision: 1), by: ben) }
        == "applied_tag_of_another")
    #expect(
      await code { try await world.perform(RemoveAppliedTag(applied.id, revision: 7), by: ada) }
        == "revision_differs")
    // The import cannot be undone under it, and can once it is off.
    #expect(await code { try await world.perform(UndoImport("OS1")) } == "import_tagged")
    try await world.perform(RemoveAppliedTag(applied.id, revision: 1), by: ada)
    #expect(
      await code { try await world.perform(RemoveAppliedTag(applied.id, revision: 2), by: ada) }
        == "applied_tag_not_found")
    #expect(try await world.perform(ApplyTag("late", to: "Q1+1"), by: ada) == 1)
    let again = try #require(
      try await world.read { try AppliedTag.page(AppliedTagQuery(limit: 1), as: $0, on: $1) }.first)
    try await world.perform(RemoveAppliedTag(again.id, revision: 1), by: ada)
    try await world.perform(UndoImport("OS1"))
  }

  @Test func `two people tagging, and a merge meanwhile, are settled`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript(count: 8))
    let ada = try await world.user("Ada", .author).actor
    let ben = try await world.user("Ben", .author).actor
    try await add(world, "Old")
    try await add(world, "New")
    let made = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 1...8 {
        for actor in [ada, ben, ada] {
          group.addTask {
            try await world.perform(
              ApplyTag("old", to: "Q\(number)+1", .quote("help came late")), by: actor)
          }
        }
      }
      group.addTask {
        _ = try await world.perform(MergeTag("old", into: "new", revision: 1))
        return 0
      }
      return try await group.reduce(0, +)
    }
    let applied = try await world.read {
      try AppliedTag.page(AppliedTagQuery(limit: 99), as: $0, on: $1)
    }
    // Each person once on each passage, all on the tag that stayed.
    #expect(applied.count == 16)
    #expect(made == 16)
    #expect(Set(applied.map(\.tag)) == ["new"])
    #expect(Set(applied.map { "\($0.tagger) \($0.locator)" }).count == 16)
  }

  @Test func `groups and retired tags are put on nothing`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    let ada = try await world.user("Ada", .author).actor
    try await add(world, "Causes", isGroup: true)
    try await add(world, "Money")
    _ = try await edit(world, "money") { $0.isRetired = true }
    for (tag, refusal) in [("causes", "tag_is_group"), ("money", "tag_retired")] {
      #expect(
        await code { try await world.perform(ApplyTag(tag, to: "Q1+1"), by: ada) } == refusal)
    }
    _ = try await edit(world, "money") { $0.isRetired = false }
    #expect(try await world.perform(ApplyTag("money", to: "Q1"), by: ada) == 2)
    for (change, refusal): ((inout TagChanges) -> Void, String) in [
      ({ $0.name = "" }, "tag_name_form"), ({ $0.name = "a\nb" }, "tag_name_form"),
      ({ $0.definition = "a\u{202E}b" }, "tag_text_form"),
      ({ $0.definition = "What.\nWhen to use: now." }, "tag_text_heading"),
      ({ $0.colour = "red" }, "tag_colour_form"), ({ $0.under = "nowhere" }, "tag_not_found"),
    ] {
      #expect(await code { _ = try await edit(world, "money", change) } == refusal)
    }
  }
}
