import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// Campaigns of submissions, from finding to a clerk's word.
@Suite(.database) struct CampaignTests {
  private static let letter =
    "We write as parents of young children in this county. The nursery at the end of our road is "
    + "to close in the summer, and nobody has told us what comes in its place."

  /// Two of the letter, one of them opened in own words, and one of another matter.
  private func world() async throws -> World {
    let world = try await World.make()
    let texts = [
      "\(CampaignTests.letter)\n",
      "1. My daughter was three when it opened.\n\n2. \(CampaignTests.letter)\n",
      "1. Thresholds for help differ between neighbouring authorities, and families who move find "
        + "that what they were given before is refused, as our survey of four hundred shows.\n",
    ]
    for (place, text) in texts.enumerated() {
      try await world.submit(
        "Written evidence submitted by Parent \(place)\n\n" + text, fileName: "\(place).txt")
    }
    return world
  }

  private func groups(_ world: World) async throws -> [CampaignGroup] {
    try await world.read { try Campaigns.groups(as: $0, on: $1) }
  }

  private func code(_ body: () async throws -> Void) async -> String? {
    do {
      try await body()
      return nil
    } catch {
      return (error as? Refusal)?.code ?? "\(error)"
    }
  }

  @Test func `a group says what each has of the letter and of its own`() async throws {
    let found = try await groups(world())
    let group = try #require(found.first)
    #expect(found.count == 1)
    #expect(group.name == nil && group.letter == "EXA0001")
    #expect(group.members.map(\.reference) == ["EXA0001", "EXA0002"])
    #expect(group.members.map(\.isSame) == [true, false])
    let other = try #require(group.members.last)
    #expect(other.sharedWordCount == group.letterWordCount)
    #expect(other.ownWordCount == 7)
    #expect(
      other.own == [
        .init(locator: "EXA0002, para 1", words: "My daughter was three when it opened")
      ])
  }

  @Test func `own words of what is kept back are not shown beside others`() async throws {
    let world = try await world()
    try await world.submit(
      "Written evidence submitted by Parent 4\n\n\(CampaignTests.letter) I live at the corner.\n",
      .init(confidentiality: "Where I live."), fileName: "4.txt")
    let members = try #require(try await groups(world).first?.members)
    let kept = try #require(members.last)
    #expect(kept.reference == "EXA0004" && kept.ownWordCount > 0)
    #expect(kept.own.map(\.words) == [nil])
  }

  @Test func `a campaign is confirmed, listed, found again and taken back, each on record`()
    async throws
  {
    let world = try await world()
    let named = try await world.perform(
      SetCampaign(["EXA0001"], .confirmed, name: "Save our nurseries"))
    #expect(named.items.map(\.campaign) == ["Save our nurseries"])
    var group = try #require(try await groups(world).first)
    #expect(group.name == "Save our nurseries")
    #expect(group.members.map(\.standing) == [.confirmed, .open])
    try await world.perform(SetCampaign(["EXA0002"], .confirmed, name: "Save our nurseries"))
    let listed = try await world.read {
      try WrittenSubmission.all(.init(campaign: "Save our nurseries"), as: $0, on: $1)
    }
    #expect(listed.map(\.reference) == ["EXA0001", "EXA0002"])
    try await world.perform(SetCampaign(["EXA0002"], .alone))
    group = try #require(try await groups(world).first)
    #expect(group.members.map(\.reference) == ["EXA0001"])
    try await world.perform(SetCampaign(["EXA0001"], .open))
    #expect(try await groups(world).first?.members.map(\.standing) == [.open, .alone])
    let acts = try await world.database.asSuperuser { connection in
      try connection.query(
        "SELECT subject FROM record.audit_entry WHERE act = 'set campaign' ORDER BY id"
      ) { try $0.next() as String }
    }
    #expect(acts == ["EXA0001", "EXA0002", "EXA0002", "EXA0001"])
  }

  @Test func `what was set apart stays so, and a name is needed for a campaign alone`() async throws
  {
    let world = try await world()
    try await world.perform(SetCampaign(["EXA0001-0002"], .alone))
    #expect(try await groups(world) == [])
    #expect(
      await code { try await world.perform(SetCampaign(["EXA0001"], .confirmed)) }
        == "campaign_name_missing")
    #expect(
      await code { try await world.perform(SetCampaign(["EXA0001"], .alone, name: "A")) }
        == "campaign_name_not_wanted")
  }

  @Test func `what was withdrawn is compared no more, and stays in its campaign`() async throws {
    let world = try await World.make(.allPartyGroup)
    for place in 0..<3 {
      try await world.submit(
        "Written evidence submitted by Parent \(place)\n\n1. \(CampaignTests.letter)\n",
        fileName: "\(place).txt")
    }
    try await world.consent(to: ["EXA0001-0002"])
    try await world.decide(.publishedNamed, "EXA0001-0002")
    try await world.perform(PublishSources(["EXA0001-0002"], World.decided))
    try await world.perform(
      WithdrawSources(["EXA0001-0002"], World.decided(because: "Asked for.")))
    #expect(try await groups(world) == [])
    try await world.perform(SetCampaign(["EXA0002"], .confirmed, name: "Nurseries"))
    let group = try #require(try await groups(world).first)
    #expect(group.members.map(\.reference) == ["EXA0002", "EXA0003"])
    #expect(group.members.map(\.state) == [.withdrawn, .received])
  }
}
