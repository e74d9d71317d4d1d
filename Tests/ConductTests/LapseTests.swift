import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// The end of an inquiry at a dissolution, and what the next one takes over.
@Suite(.database) struct LapseTests {
  private func refusal(_ body: () async throws -> Void) async -> String? {
    await #expect(throws: Refusal.self) { try await body() }?.code
  }

  /// A published and an accepted session, then lapsed.
  private func lapsed() async throws -> World {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.receive(Sample.transcript(from: 4, on: "Tuesday 14 November 2023"))
    try await world.perform(AcceptSources(["OS2"], World.decided))
    try await world.perform(LapseInquiry(World.decided))
    return world
  }

  @Test func `nothing is published after it, and what is public can still go`() async throws {
    let world = try await lapsed()
    #expect(
      await refusal { try await world.perform(PublishSources(["OS2"], World.decided)) }
        == "inquiry_lapsed")
    #expect(
      await refusal { try await world.perform(LapseInquiry(World.decided)) }
        == "inquiry_lapsed")
    let (inquiry, totals) = try await world.staff.run { connection in
      let inquiry = try #require(try PublishedInquiry.find(slug: World.slug, on: connection))
      return (inquiry, try Totals.published(of: [inquiry.id], on: connection)[inquiry.id])
    }
    #expect(inquiry.lapsedOn == World.today)
    #expect(totals?.publicSessions == 2)
    #expect(
      await refusal {
        try await world.perform(CorrectPassage("Q1+1", version: 1, text: "New words."))
      } == "inquiry_lapsed")
    #expect(
      await refusal {
        try await world.perform(AnnotatePassage("Q1+1", .footnote("A new note.")))
      } == "inquiry_lapsed")
    let edited = await refusal {
      try await world.perform(
        EditInquiry(title: "Another title", summary: nil, banner: nil, revision: 1))
    }
    #expect(edited == "inquiry_lapsed")
    try await world.perform(
      CorrectPassage("Q1+1", version: 1, text: "Withheld.", .init(removal: "Names a child.")))
    try await world.perform(TakeDownSources(["OS1"], World.decided(because: "Names a child.")))
    try await world.perform(WithdrawSources(["OS2"], World.decided(because: "Asked for.")))
  }

  @Test func `the record of a session held before it is completed, of a later one not`()
    async throws
  {
    let world = try await World.make()
    let day = DecisionTerms(on: Day(daysSince1970: 19_676), by: "Dissolution of Parliament")
    try await world.perform(LapseInquiry(day))
    try await world.receive(Sample.transcript(on: "Tuesday 7 November 2023"))
    #expect(
      await refusal {
        try await world.receive(Sample.transcript(from: 4, on: "Tuesday 21 November 2023"))
      } == "inquiry_lapsed")
    #expect(
      await refusal { try await world.perform(AcceptSources(["OS1"], World.decided)) }
        == "decision_after_lapse")
    try await world.perform(AcceptSources(["OS1"], day))
  }

  @Test func `every act that publishes or receives is refused, and what protects goes on`()
    async throws
  {
    let world = try await World.make()
    let period = CallForEvidence.Period(opensOn: World.day(-30), closesOn: World.day(30))
    for slug in ["drafted", "public"] {
      try await world.perform(
        OpenCall(slug: slug, title: "A call", text: "Tell us.", periods: [period]))
    }
    try await world.perform(PublishCall("public", World.decided))
    for place in ["One", "Two", "Three"] {
      try await world.submit(
        Sample.submission(from: "\(place) charity", words: "\(place)."), fileName: "\(place).txt")
    }
    try await world.consent(to: ["EXA0001-0003"])
    try await world.decide(.publishedNamed, "EXA0001", "EXA0002")
    try await world.perform(PublishSources(["EXA0001"], World.decided))
    try await world.plan(Sample.agenda)
    try await world.plan(Sample.agenda.replacing("7 November 2023", with: "7 November 2034"))
    try await world.plan(Sample.agenda.replacing("7 November 2023", with: "8 November 2034"))
    try await world.push(Sample.draft(citing: "EXA0001, para 1"))
    try await world.perform(LapseInquiry(World.decided))
    let refused: [(String, () async throws -> Void)] = [
      ("publish evidence", { try await world.perform(PublishSources(["EXA0002"], World.decided)) }),
      (
        "open a call",
        {
          try await world.perform(
            OpenCall(slug: "third", title: "A call", text: "Tell us.", periods: [period]))
        }
      ),
      ("publish a call", { try await world.perform(PublishCall("drafted", World.decided)) }),
      (
        "extend a call",
        {
          try await world.perform(
            EditCall(
              "public", title: nil, text: nil,
              periods: [.init(opensOn: World.day(-30), closesOn: World.day(60))], revision: 2))
        }
      ),
      (
        "receive a submission",
        {
          try await world.submit(
            Sample.submission(from: "Four charity", words: "Four."), fileName: "four.txt")
        }
      ),
      ("decide to print", { try await world.decide(.publishedNamed, "EXA0003") }),
      (
        "decide to print without a name",
        { try await world.decide(.publishedAnonymous, "EXA0003", printedName: "Name withheld") }
      ),
      (
        "plan a sitting",
        {
          try await world.plan(
            Sample.agenda.replacing("7 November 2023", with: "9 November 2034"))
        }
      ),
      ("hold a sitting", { try await world.perform(HoldSitting(.plan(2), revision: 1)) }),
      ("log a sitting", { try await world.log("P3", [World.line("a", .question, "What?")]) }),
      (
        "revise the terms",
        { try await world.perform(ReviseTerms("Other terms.", World.decided, revision: 3)) }
      ),
      ("publish a report", { try await world.publishReport() }),
    ]
    for (name, act) in refused {
      #expect(await refusal(act) == "inquiry_lapsed", "\(name)")
    }
    // What was said before is still entered, and what protects people goes on.
    try await world.log("P1", [World.line("a", .question, "What?")])
    try await world.perform(
      DecideOutcome(
        SourceList(["EXA0001"]), .publishedAnonymous, printedName: "Name withheld",
        isPersonalDataSeen: true, World.decided))
    #expect(
      await refusal { try await world.decide(.publishedNamed, "EXA0001") } == "inquiry_lapsed")
    try await world.decide(.acceptedUnpublished, "EXA0003", because: "Asked for.")
    try await world.perform(WithdrawCall("public", World.decided))
    try await world.perform(TakeDownSources(["EXA0001"], World.decided(because: "A child.")))
    try await world.perform(WithdrawSources(["EXA0002"], World.decided(because: "Asked for.")))
  }

  private func follow(_ world: World) async throws {
    _ = try await world.office.perform(
      OpenInquiry(
        Inquiry(
          body: Body(slug: "body-example", name: "The Body", kind: .commonsCommittee), slug: "next",
          title: "The next inquiry", referencePrefix: "NXT", predecessorSlug: World.slug,
          launchedOn: World.today)),
      by: .machineOperator)
    try await world.perform(LaunchInquiry(World.decided), in: "next")
  }

  @Test func `evidence is carried over with words, people and consents, to be taken anew`()
    async throws
  {
    let world = try await lapsed()
    try await world.perform(
      RecordConsent(
        reference: "OS2", witness: nil, consent: .given, givenBy: "form", on: World.today))
    try await follow(world)
    let carried = try await world.perform(
      CarrySources(["OS1-2"], World.decided), in: "next"
    ).items
    #expect(carried.map(\.source.reference) == ["OS1", "OS2"])
    #expect(carried.map(\.stateBefore) == [.published, .accepted])
    #expect(carried.map(\.source.state) == [.received, .received])
    #expect(carried.map(\.source.questions) == [1...3, 4...6])
    let (old, new) = (
      try await world.read { try Passage.page(of: "OS2", after: 0, limit: 100, as: $0, on: $1) },
      try await world.read(in: "next") {
        try Passage.page(of: "OS2", after: 0, limit: 100, as: $0, on: $1)
      }
    )
    #expect(old.map(\.text) == new.map(\.text))
    #expect(old.map(\.locator) == new.map(\.locator))
    #expect(old.map(\.speaker) == new.map(\.speaker))
    let consents = try await world.read(in: "next") { try Contribution.all(as: $0, on: $1) }
    #expect(consents.filter { $0.reference == "OS2" }.map(\.consent) == [.given])
    let original = try await world.read(in: "next") {
      try Original.of(reference: "OS1", as: $0, on: $1)
    }
    #expect(original?.bytes == Array(Sample.transcript().utf8))
    try await world.perform(AcceptSources(["OS1-2"], World.decided), in: "next")
    try await world.perform(PublishSources(["OS1-2"], World.decided), in: "next")
    // Numbers run on after what was carried over.
    let told = Sample.transcript(from: 7, on: "Tuesday 28 November 2023")
      .replacing("Oral evidence", with: "Uncorrected oral evidence")
      .replacing("Questions 7", with: "Heard in public  Questions 7")
    let next = try await world.receive(told, in: "next")
    #expect(next.reference == "OS3")
    #expect(next.remarks.isEmpty)
  }

  @Test func `it is carried once, from the predecessor, and not what was taken down`()
    async throws
  {
    let world = try await lapsed()
    try await world.perform(TakeDownSources(["OS1"], World.decided(because: "Names a child.")))
    try await world.open("other")
    #expect(
      await refusal { try await world.perform(CarrySources(["OS2"], World.decided), in: "other") }
        == "no_predecessor")
    try await follow(world)
    #expect(
      await refusal { try await world.perform(CarrySources(["OS1-2"], World.decided), in: "next") }
        == "state_does_not_allow")
    try await world.perform(CarrySources(["OS2"], World.decided), in: "next")
    #expect(
      await refusal { try await world.perform(CarrySources(["OS2"], World.decided), in: "next") }
        == "carried_already")
    let clerk = try await world.user("Nina Next", .clerk, in: "next").actor
    #expect(
      await refusal {
        try await world.perform(CarrySources(["OS2"], World.decided), in: "next", by: clerk)
      } == "role_needed")
  }

  @Test func `numbers that the successor has used are not used again`() async throws {
    let world = try await lapsed()
    try await follow(world)
    try await world.receive(Sample.transcript(from: 2, on: "Tuesday 28 November 2023"), in: "next")
    let refused = await #expect(throws: Refusal.self) {
      try await world.perform(CarrySources(["OS1"], World.decided), in: "next")
    }
    #expect(refused?.code == "carry_numbers_taken")
    #expect(refused?.message.contains("OS1, session 1, question 2 and 1 further ones") == true)
  }
}
