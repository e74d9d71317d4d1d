import Conduct
import Inquiries
import Records
import TestSupport
import Testing

@Suite(.database) struct SettlingTests {
  /// The log of the same sitting: the second question was put in private.
  private func log(_ world: World) async throws {
    try await world.plan(Sample.agenda)
    let sitting = try #require(
      try await world.read { try Sitting.all(as: $0, on: $1) }.first)
    let chair = sitting.members.first?.person
    let dev = sitting.members.last?.person
    let jane = sitting.panels.first?.first?.person
    let tom = sitting.panels.first?.last?.person
    try await world.log(
      "P1",
      [
        World.line("a", .question, "villages lost last bus?", at: 1, person: chair),
        World.line("b", .turn, "one in three had no bus on a weekday", at: 2, person: jane),
        World.line("c", .question, "who was the operator", at: 3, person: dev, isPrivate: true),
        World.line(
          "d", .turn, "in confidence: Grasping Coaches", at: 4, person: tom, isPrivate: true),
        World.line("e", .question, "what would help first", at: 5, person: chair),
        World.line(
          "f", .turn, "one bus a day that can be relied on", at: 6, person: jane, isPromised: true),
      ])
  }

  private func settle(_ world: World, _ text: String = Sample.heard) async throws -> ImportReport {
    var said = RecordRead.Said(kind: .transcript)
    said.plan = 1
    return try await world.receive(text, as: said)
  }

  @Test func `a wrong transcript is undone and the sitting waits for the right one`() async throws {
    let world = try await World.make()
    try await log(world)
    let before = try await world.read { try Sitting.all(as: $0, on: $1) }
    let wrong = Sample.heard.replacing("Jane Doe", with: "Joan Roe")
    #expect(try await settle(world, wrong).settled != nil)
    let undone = try await world.perform(UndoImport("OS1"))
    #expect(undone.isSettlingUndone)
    #expect(undone.session == nil)
    #expect(undone.people == ["Joan Roe"])
    let after = try await world.read { try Sitting.all(as: $0, on: $1) }
    #expect(after.map(\.panels) == before.map(\.panels))
    #expect(after.map(\.members) == before.map(\.members))
    #expect(after.first?.settledOn == nil)
    #expect(after.first?.number == 1)
    let right = try await settle(world)
    #expect(right.reference == "OS1")
    #expect(right.settled?.matchedCount == 6)
  }

  @Test func `a transcript becomes the record: lines are matched, links move, the log stays`()
    async throws
  {
    let world = try await World.make()
    try await log(world)
    try await world.push(Sample.draft(citing: "Q1+1"))
    for (locator, quote) in [("Q1+1", "no bus on a weekday"), ("Q3+1", "one bus a day")] {
      try await world.perform(
        LinkEvidence(
          .finding("late-help"), to: locator, stance: .supports, quote: quote, isAffirmed: true))
    }
    try await world.perform(
      LinkEvidence(
        .recommendation("earlier-help"), to: "Q1", stance: .context, quote: nil, isAffirmed: true))
    let report = try await settle(world)
    let settled = try #require(report.settled)
    #expect(report.reference == "OS1")
    #expect(settled.lineCount == 6)
    #expect(settled.matchedCount == 6)
    #expect(settled.linksMoved == 1)
    // “one bus a day” begins with a capital in print, and whole lines are worded
    // otherwise: the draft's own citation and the last link.
    #expect(settled.linksLeft.map(\.line).sorted() == ["a", "b", "f"])
    #expect(settled.promised.map(\.id) == ["f"])
    #expect(settled.privateStretches.map(\.firstTurn) == ["Q2"])
    #expect(settled.privateStretches.map(\.lastTurn) == ["Q2+1"])
    #expect(settled.privateStretches.map(\.isSure) == [true])
    let lines = try await world.logged("P1")
    #expect(lines.count == 6)
    let sitting = try await world.read { try Sitting.all(as: $0, on: $1) }.first
    #expect(sitting?.settledOn == World.today)
    for refused in [
      await #expect(
        throws: Refusal.self,
        performing: { try await world.log("P1", [World.line("z", .turn, "Late.")]) }),
      await #expect(
        throws: Refusal.self,
        performing: {
          var change = LineChange()
          change.text = "Other"
          try await world.perform(MendLine(.plan(1), "a", change, revision: 1))
        }),
    ] { #expect(refused?.code == "sitting_settled") }
    // A line whose answer got lost is known, settled or not.
    let again = try await world.log(
      "P1",
      [
        World.line(
          "e", .question, "what would help first", at: 5,
          person: sitting?.members.first?.person)
      ])
    #expect(again.known == 1)
  }

  /// How the second question and its answer came to be missing from the public log.
  enum Gap: CaseIterable { case notTyped, struck, typedByAnother, typedElsewhere }

  @Test(arguments: Gap.allCases)
  func `what was said in private stays so, whoever typed it or nobody`(_ gap: Gap) async throws {
    let world = try await World.make()
    let (ada, bea) = (
      try await world.user("Ada", .clerk).actor, try await world.user("Bea", .clerk).actor
    )
    try await world.plan(Sample.agenda)
    let sitting = try #require(
      try await world.read { try Sitting.all(as: $0, on: $1) }.first)
    let (jane, tom) = (
      sitting.panels.first?.first?.person, sitting.panels.first?.last?.person
    )
    func log(_ lines: [NewLogLine], by actor: Actor) async throws -> [String] {
      try await world.perform(LogLines(.plan(1), lines), by: actor).inPrivate
    }
    let secret = World.line("d", .turn, "in confidence: Grasping Coaches", at: 4, person: tom)
    _ = try await log(
      [
        World.line("a", .turn, "one in three had no bus on a weekday", at: 2, person: jane),
        World.line("b", .stage, LogPrivacy.mark(true), at: 3, isPrivate: true),
      ], by: ada)
    switch gap {
    case .notTyped: break
    case .typedElsewhere:
      let line = World.line("train-1", .turn, secret.text, at: 4, person: tom)
      #expect(try await log([line], by: ada) == ["Ada"])
    case .struck:
      var change = LineChange()
      change.isStruck = true
      try await world.perform(MendLine(.plan(1), "b", change, revision: 1), by: ada)
    case .typedByAnother:
      #expect(try await log([secret], by: bea) == ["Ada"])
      let own = try await world.office.logPrivacy(of: .plan(1), in: World.slug, by: ada)
      #expect(own == LogPrivacy.Now(isPrivate: true, inPrivate: []))
      let other = try await world.office.logPrivacy(of: .plan(1), in: World.slug, by: bea)
      #expect(other == LogPrivacy.Now(isPrivate: false, inPrivate: ["Ada"]))
    }
    _ = try await log(
      [
        World.line("y", .stage, LogPrivacy.mark(false), at: 5),
        World.line("z", .turn, "one bus a day that can be relied on", at: 6, person: jane),
      ], by: ada)
    #expect(try await log([World.line("zz", .stage, "End.", at: 7)], by: bea) == [])
    let settled = try #require(try await settle(world).settled)
    #expect(settled.privateStretches.map(\.isSure) == [false])
    try await world.perform(AcceptSources(["OS1"], World.decided))
    let refused = await #expect(
      throws: Refusal.self,
      performing: { try await world.perform(PublishSources(["OS1"], World.decided)) })
    #expect(refused?.code == "privacy_open")
    try await world.perform(SetPrivacy("OS1", hidden: [], shown: []))
    try await world.perform(PublishSources(["OS1"], World.decided))
    let passages = try await world.database.asSuperuser { connection in
      try connection.query("SELECT text FROM published.passage_version") {
        try $0.next() as String
      }
    }
    #expect(passages.contains { $0.contains("One bus a day") })
    #expect(!passages.contains { $0.contains("Grasping Coaches") })
  }

  @Test func `the private part of a public sitting is nowhere in what is published`() async throws {
    let world = try await World.make()
    try await log(world)
    let report = try await settle(world)
    try await world.perform(AcceptSources([report.reference], World.decided))
    try await world.perform(PublishSources([report.reference], World.decided))
    let texts: [String] = try await world.database.asSuperuser { connection in
      try connection.query("SELECT text FROM published.passage_version ORDER BY id") {
        try $0.next()
      }
    }
    #expect(texts.count == 4)
    #expect(!texts.contains { $0.contains("Grasping") || $0.contains("operator") })
  }

  @Test func `a private stretch that is not found keeps the transcript from being published`()
    async throws
  {
    let world = try await World.make()
    try await log(world)
    let strange = Sample.heard
      .replacing(
        "Q2  Dev Member: Who was the operator that let them down?", with: "Jane Doe: Zebra."
      )
      .replacing(
        "Tom Okoro: The name I give in confidence is that of Grasping Coaches.",
        with: "Jane Doe: Yak.")
    let report = try await settle(world, strange)
    #expect(report.settled?.privateStretches.map(\.isSure) == [false])
    try await world.perform(AcceptSources([report.reference], World.decided))
    let refusal = await #expect(throws: Refusal.self) {
      try await world.perform(PublishSources([report.reference], World.decided))
    }
    #expect(refusal?.code == "privacy_open")
    try await world.perform(SetPrivacy("OS1", hidden: [], shown: ["Q1+2"]))
    try await world.perform(PublishSources([report.reference], World.decided))
  }

  @Test func `the second to settle a sitting is told so; the same file changes nothing`()
    async throws
  {
    let world = try await World.make()
    try await log(world)
    _ = try await settle(world)
    #expect(try await settle(world).wasReceivedBefore)
    let refusal = await #expect(throws: Refusal.self) {
      _ = try await settle(world, Sample.heard.replacing("Q3", with: "Q4"))
    }
    #expect(refusal?.code == "record_received")
  }

  @Test func `a transcript of the day of a planned sitting must say whether it is of it`()
    async throws
  {
    let world = try await World.make()
    try await log(world)
    let refusal = await #expect(throws: Refusal.self) {
      try await world.receive(Sample.heard)
    }
    #expect(refusal?.code == "sitting_unnamed")
    #expect(refusal?.message.contains("P1") == true)
  }

  @Test func `sittings settle in any order`() async throws {
    let world = try await World.make()
    try await world.plan(Sample.agenda)
    try await world.plan(Sample.agenda.replacing("7 November", with: "14 November"))
    try await world.log("P1", [World.line("a", .question, "March?")])
    try await world.log("P2", [World.line("a", .question, "June?")])
    var said = RecordRead.Said(kind: .transcript)
    said.plan = 2
    let june = try await world.receive(
      Sample.heard.replacing("7 November", with: "14 November")
        .replacing("Q1", with: "Q11").replacing("Q2", with: "Q12").replacing("Q3", with: "Q13"),
      as: said)
    #expect(june.reference == "OS2")
    // What came later moves no number of the earlier log.
    #expect(try await world.logged("P1").map(\.locator) == ["Q1"])
    #expect(try await settle(world).reference == "OS1")
  }
}
