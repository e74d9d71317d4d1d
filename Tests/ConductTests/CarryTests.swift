import Conduct
import Inquiries
import Papers
import Records
import TestSupport
import Testing

/// Nothing that was kept from the public comes to light on the way from one
/// inquiry into the next.
@Suite(.database) struct CarryTests {
  private static let hidden = ["hiddenname", "hiddenschool", "hiddencoaches", "withheldwords"]

  private func refusal(_ body: () async throws -> Void) async -> String? {
    await #expect(throws: Refusal.self) { try await body() }?.code
  }

  /// Everything in `published`, in small letters.
  private func published(_ world: World) async throws -> String {
    try await world.database.asSuperuser { connection in
      let tables: [String] = try connection.query(
        "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = 'published'"
      ) { try $0.next() }
      return try tables.map { table in
        try connection.query("SELECT lower(whole_row::text) FROM \(unsafe: table) AS whole_row") {
          try $0.next() as String
        }.joined(separator: "\n")
      }.joined(separator: "\n")
    }
  }

  /// EXA0001 public without name and a school, EXA0002 withheld, OS1 public
  /// with a private part; then lapsed and followed.
  private func world() async throws -> World {
    let world = try await World.make()
    try await world.submit(
      Sample.submission(from: "Jo Hiddenname").replacing("in place 3", with: "at Hiddenschool"),
      .init(kind: .individual))
    try await world.submit(
      Sample.submission(from: "A charity", words: "Withheldwords."), .init(kind: .organisation))
    try await world.perform(
      RecordConsent(
        ["EXA0001-0002"],
        .init(
          .given, givenBy: "form", on: World.today, uses: [.publish], wording: "I agree.",
          reviewOn: World.day(100))))
    try await world.redact("EXA0001, para 3", "Hiddenschool")
    try await world.decide(.publishedAnonymous, "EXA0001", printedName: "Name withheld")
    try await world.decide(.acceptedUnpublished, "EXA0002", because: "An individual case.")
    try await world.perform(PublishSources(["EXA0001"], World.decided))
    try await world.receive(
      Sample.transcript().replacing(
        "Ann Witness: We found that help came late. It was case 2.",
        with: "Ann Witness: It was Hiddencoaches."))
    try await world.perform(SetPrivacy("OS1", hidden: ["Q2"], shown: []))
    try await world.perform(AcceptSources(["OS1"], World.decided))
    try await world.perform(PublishSources(["OS1"], World.decided))
    try await world.perform(LapseInquiry(World.decided))
    try await follow(world)
    try await world.perform(
      CarrySources(["EXA0001-0002", "OS1"], World.decided), in: "next")
    return world
  }

  private func follow(
    _ world: World, as slug: String = "next", after predecessor: String = World.slug
  ) async throws {
    _ = try await world.office.perform(
      OpenInquiry(
        Inquiry(
          body: Body(slug: "body-example", name: "The Body", kind: .commonsCommittee), slug: slug,
          title: "The next inquiry", referencePrefix: "NXT", predecessorSlug: predecessor,
          launchedOn: World.today)),
      by: .machineOperator)
    try await world.perform(LaunchInquiry(World.decided), in: slug)
  }

  @Test func `a document comes with its facts, pages and numbers, a transcript with its footnotes`()
    async throws
  {
    let world = try await World.make()
    let text = "1.1. Hedges shrink.\n\n1.2. Nobody knows.\n\n2.1. We should ask.\n"
    try await world.perform(
      ReceiveDocument(
        DocumentRead(
          PaperFile(Array(text.utf8), name: "d.md"),
          facts: .init(title: "A review", kind: .report, author: "A reviewer", year: 2011))))
    // Only a PDF has pages.
    _ = try await world.database.asSuperuser { connection in
      try connection.execute("UPDATE record.passage SET page_number = ordinal + 2")
    }
    try await world.receive(Sample.transcript())
    try await world.perform(AnnotatePassage("Q1+1", .footnote("Counted in March.")))
    // Long before it is carried.
    _ = try await world.database.asSuperuser { connection in
      try connection.execute("UPDATE record.source SET received_on = \(World.day(-30))")
    }
    try await world.perform(AcceptSources(["D1", "OS1"], World.decided))
    try await world.perform(PublishSources(["D1", "OS1"], World.decided))
    try await world.perform(LapseInquiry(World.decided))
    try await follow(world)
    try await world.perform(CarrySources(["D1", "OS1"], World.decided), in: "next")
    func told(in slug: String) async throws -> (Document?, [Passage], [String?]) {
      try await world.read(in: slug) {
        (
          try Document.find("D1", as: $0, on: $1),
          try Passage.page(of: "D1", after: 0, limit: 10, as: $0, on: $1),
          try CorrectionEntry.all(of: "OS1", as: $0, on: $1).map(\.correction.footnote)
        )
      }
    }
    let (here, there) = (try await told(in: World.slug), try await told(in: "next"))
    #expect(there.1.map { $0.outline?.description } == ["1.1", "1.2", "2.1"])
    #expect(there.1.map(\.page) == [3, 4, 5])
    #expect(there.1.map(\.locator) == here.1.map(\.locator))
    #expect(there.0?.facts == here.0?.facts && there.0?.pageCount == 5)
    #expect(there.2 == ["Counted in March."])
    let days = try await world.database.asSuperuser { connection in
      try connection.query("SELECT received_on FROM record.source") { try $0.next() as Day }
    }
    #expect(days == Array(repeating: World.day(-30), count: 4))
  }

  @Test func `a submission comes with its omissions, its consent and without its name`()
    async throws
  {
    let world = try await world()
    let detail = try #require(
      try await world.read(in: "next") {
        try WrittenSubmission.detail("EXA0001", as: $0, on: $1)
      })
    #expect(detail.submission.state == .received)
    #expect(detail.submission.submitter == "Name withheld")
    #expect(detail.submission.isRedacted)
    #expect(detail.omissions.count == 1)
    let contribution = try #require(detail.contributions.first)
    #expect(contribution.witness.name == "Jo Hiddenname")
    #expect(contribution.uses == [.publish])
    #expect(contribution.wording == "I agree.")
    #expect(contribution.reviewOn == World.day(100))
    // The same words in another file are told of in the new inquiry too.
    let again = try await world.submit(
      Sample.submission(from: "A charity", words: "Withheldwords."), fileName: "other.md",
      in: "next")
    #expect(again.duplicates == ["EXA0002"] || again.wasReceivedBefore)
  }

  @Test func `published by the next body, nothing that was hidden can be read`() async throws {
    let world = try await world()
    try await world.perform(AcceptSources(["EXA0001-0002", "OS1"], World.decided), in: "next")
    #expect(
      await refusal {
        try await world.perform(PublishSources(["EXA0002"], World.decided), in: "next")
      } == "outcome_forbids")
    try await world.perform(PublishSources(["EXA0001", "OS1"], World.decided), in: "next")
    let shown = try await published(world)
    #expect(shown.components(of: "name withheld") == 2)
    #expect(shown.components(of: "it was case 3.") == 2)
    for word in CarryTests.hidden { #expect(!shown.contains(word), "\(word) can be read") }
  }

  @Test func `what is kept back after it was carried over is told of its copy, or stops it`()
    async throws
  {
    let world = try await world()
    try await world.perform(AcceptSources(["EXA0001", "OS1"], World.decided), in: "next")
    try await world.perform(PublishSources(["OS1"], World.decided), in: "next")
    let gone = try await world.perform(
      TakeDownSources(["OS1"], World.decided(because: "A name had to go.")))
    #expect(gone.map(\.copies) == [["OS1 in next"]])
    // Words that were left out before it was carried over are left out of the copy.
    try await world.redact("EXA0001, para 4", "in place 4")
    let stopped = await refusal {
      try await world.perform(PublishSources(["EXA0001"], World.decided), in: "next")
    }
    #expect(stopped == "origin_restricted")
    try await world.perform(
      RedactPassage("EXA0001, para 4", words: "in place 4", World.decided(because: "Private.")),
      in: "next")
    try await world.perform(PublishSources(["EXA0001"], World.decided), in: "next")
    let lifted = await refusal {
      try await world.perform(
        LiftRedaction(
          RedactionList(["EXA0001, para 4"]), World.decided(because: "Harmless here.")),
        in: "next")
    }
    #expect(lifted == "origin_restricted")
    let told = try await world.perform(
      RedactPassage("EXA0001, para 2", words: "in place 2", World.decided(because: "Private.")))
    #expect(told.publicPlaces == ["the copy EXA0001 in next"])
  }

  /// Leaves words out of EXA0001, para 4 in the next inquiry.
  private func redactCopy(_ words: String, _ world: World) async throws {
    try await world.perform(
      RedactPassage("EXA0001, para 4", words: words, World.decided(because: "Private.")),
      in: "next")
  }

  private func publishCopy(_ world: World) async throws {
    try await world.perform(PublishSources(["EXA0001"], World.decided), in: "next")
  }

  private func lift(_ words: String, ofCopyIn world: World) async throws {
    try await world.perform(
      LiftRedaction(
        RedactionList(["EXA0001, para 4"]), words: words, World.decided(because: "Harmless.")),
      in: "next")
  }

  @Test func `what the origin keeps back must be left out of the copy, and not as much of others`()
    async throws
  {
    let world = try await world()
    try await world.perform(AcceptSources(["EXA0001"], World.decided), in: "next")
    try await world.redact("EXA0001, para 4", "in place 4")
    try await redactCopy("Help comes late.", world)
    #expect(await refusal { try await publishCopy(world) } == "origin_restricted")
    try await redactCopy("saw in", world)
    #expect(await refusal { try await publishCopy(world) } == "origin_restricted")
    // Two omissions cover what is one in the origin; the blank between them tells nothing.
    try await redactCopy("place 4", world)
    try await publishCopy(world)
    #expect(
      await refusal { try await lift("place 4", ofCopyIn: world) } == "origin_restricted")
    try await lift("Help comes late.", ofCopyIn: world)
    let shown = try await published(world)
    #expect(shown.contains("help comes late. this is what we [***] [***]."))
  }

  @Test func `what the origin keeps back is found in a copy that was corrected since`()
    async throws
  {
    let world = try await world()
    try await world.perform(
      CorrectPassage("EXA0001, para 4", version: 1, text: "It came late in place 4."), in: "next")
    try await world.perform(AcceptSources(["EXA0001"], World.decided), in: "next")
    try await world.redact("EXA0001, para 4", "in place 4")
    try await redactCopy("It came late", world)
    #expect(await refusal { try await publishCopy(world) } == "origin_restricted")
    try await redactCopy("in place 4", world)
    try await publishCopy(world)
    #expect(
      await refusal { try await lift("in place 4", ofCopyIn: world) } == "origin_restricted")
    try await lift("It came late", ofCopyIn: world)
  }

  @Test func `what is kept back after it was carried over twice stops the copy of the copy`()
    async throws
  {
    let world = try await world()
    try await world.perform(LapseInquiry(World.decided), in: "next")
    try await follow(world, as: "third", after: "next")
    try await world.perform(CarrySources(["EXA0001"], World.decided), in: "third")
    try await world.perform(AcceptSources(["EXA0001"], World.decided), in: "third")
    // In the first alone; the second still has the words.
    try await world.redact("EXA0001, para 4", "in place 4")
    #expect(
      await refusal {
        try await world.perform(PublishSources(["EXA0001"], World.decided), in: "third")
      } == "origin_restricted")
    try await world.perform(
      RedactPassage("EXA0001, para 4", words: "in place 4", World.decided(because: "Private.")),
      in: "third")
    try await world.perform(PublishSources(["EXA0001"], World.decided), in: "third")
    let told = try await world.perform(
      RedactPassage("EXA0001, para 2", words: "in place 2", World.decided(because: "Private.")))
    #expect(told.publicPlaces == ["the copy EXA0001 in third"])
  }

  @Test func `words that went on the way to the copy do not stop it`() async throws {
    let world = try await world()
    func remove(_ text: String, in slug: String) async throws {
      try await world.perform(
        CorrectPassage(
          "Q1+1", version: 1, text: text, CorrectionTerms(removal: "Somebody asked for it.")),
        in: slug)
    }
    try await remove("We found that.", in: World.slug)
    try await remove("We found it late.", in: "next")
    try await world.perform(LapseInquiry(World.decided), in: "next")
    try await follow(world, as: "third", after: "next")
    try await world.perform(CarrySources(["OS1"], World.decided), in: "third")
    try await world.perform(AcceptSources(["OS1"], World.decided), in: "third")
    try await world.perform(PublishSources(["OS1"], World.decided), in: "third")
    #expect(try await published(world).contains("we found it late."))
  }

  @Test func `a record whose private part was not found stays closed in the next inquiry`()
    async throws
  {
    let world = try await World.make()
    try await world.plan(Sample.agenda)
    try await world.log(
      "P1",
      [
        World.line("a", .question, "What did you see?", at: 1),
        World.line("b", .turn, "zebras and yaks in confidence", at: 2, isPrivate: true),
      ])
    var said = RecordRead.Said(kind: .transcript)
    said.plan = 1
    try await world.receive(Sample.transcript(), as: said)
    try await world.perform(AcceptSources(["OS1"], World.decided))
    #expect(
      await refusal { try await world.perform(PublishSources(["OS1"], World.decided)) }
        == "privacy_open")
    try await world.perform(LapseInquiry(World.decided))
    try await follow(world)
    try await world.perform(CarrySources(["OS1"], World.decided), in: "next")
    try await world.perform(AcceptSources(["OS1"], World.decided), in: "next")
    #expect(
      await refusal { try await world.perform(PublishSources(["OS1"], World.decided), in: "next") }
        == "privacy_open")
  }
}

extension String {
  fileprivate func components(of word: String) -> Int {
    ranges(of: word).count
  }
}
