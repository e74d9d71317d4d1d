import Conduct
import Inquiries
import Postgres
import Records
import TestSupport
import Testing

/// What a first review of the gates found: each way by which protected words or
/// undecided changes could have reached the public.
@Suite(.database) struct LastWallTests {
  private func code(_ body: () async throws -> Void) async -> String? {
    do {
      try await body()
      return nil
    } catch {
      return (error as? Refusal)?.code ?? "\(error)"
    }
  }

  private func person(_ name: String, _ world: World) async throws -> Person {
    try #require(
      try await world.read { try Person.all(as: $0, on: $1) }.first { $0.name == name })
  }

  /// Everything in a schema, in small letters.
  private func dump(_ schema: String, _ world: World) async throws -> String {
    try await world.database.asSuperuser { connection in
      let tables: [String] = try connection.query(
        "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = \(schema)"
      ) { try $0.next() }
      return try tables.map { table in
        try connection.query("SELECT lower(whole_row::text) FROM \(unsafe: table) AS whole_row") {
          try $0.next() as String
        }.joined(separator: "\n")
      }.joined(separator: "\n")
    }
  }

  @Test func `words mended before publication do not come back with a report that pins them`()
    async throws
  {
    let world = try await World.make()
    try await world.receive(Sample.transcript(words: "My sister Zebedina said so."))
    try await world.push(Sample.draft(citing: "Q1+1"))
    let witness = try await person("Ann Witness", world)
    try await world.perform(
      ProtectPerson(witness.id, revision: 1, realName: "Real Namely", terms: ["zebedina"]))
    for number in 1...3 {
      try await world.perform(
        CorrectPassage("Q\(number)+1", version: 1, text: "My sister said so, in case \(number)."))
    }
    try await world.perform(AcceptSources(["OS1"], World.decided))
    try await world.perform(PublishSources(["OS1"], World.decided))
    #expect(await code { try await world.publishReport() } == "protected_term_found")
    #expect(try await !dump("published", world).contains("zebedina"))
  }

  @Test func `no act brings a protected term before the public`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    let witness = try await person("Ann Witness", world)
    try await world.perform(RenamePerson(witness.id, to: "Witness A", revision: 1))
    try await world.perform(
      ProtectPerson(witness.id, revision: 2, realName: "Real Namely", terms: ["zebedina"]))
    let correction = await #expect(throws: Refusal.self) {
      try await world.perform(CorrectPassage("Q2+1", version: 1, text: "Zebedina said it."))
    }
    #expect(correction?.code == "protected_term_found")
    #expect(correction?.message.contains("OS1, Q2+1 (passage version: text)") == true)
    let rename = await #expect(throws: Refusal.self) {
      try await world.perform(RenamePerson(witness.id, to: "Real Namely", revision: 3))
    }
    #expect(rename?.code == "protected_term_found")
    #expect(rename?.message.contains("(person: name, sort name)") == true)
    try await world.push(Sample.draft().replacing("Help came late.", with: "Zebedina told us."))
    let report = await #expect(throws: Refusal.self) { try await world.publishReport() }
    #expect(report?.code == "protected_term_found")
    #expect(report?.message.contains("paragraph 1 (report block: html, markdown)") == true)
    // The next transcript lists the real name again.
    try await world.receive(
      Sample.transcript(from: 4, on: "Tuesday 14 November 2023", witness: "Real Namely"))
    try await world.perform(AcceptSources(["OS2"], World.decided))
    let next = await code { try await world.perform(PublishSources(["OS2"], World.decided)) }
    #expect(next == "protected_term_found")
    let published = try await dump("published", world)
    #expect(!published.contains("zebedina"))
    #expect(!published.contains("real namely"))
  }

  @Test func `protecting says where the terms are public already`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript(words: "My sister Zebedina said so."))
    let witness = try await person("Ann Witness", world)
    let done = try await world.perform(
      ProtectPerson(witness.id, revision: 1, realName: "Real Namely", terms: ["zebedina"]))
    #expect(
      done.publicPlaces == [
        "OS1, Q1+1 (passage version: text)", "OS1, Q2+1 (passage version: text)",
        "OS1, Q3+1 (passage version: text)",
      ])
  }

  @Test func `protecting goes over everything that is public`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript(count: 1))
    try await world.perform(AnnotatePassage("Q1+1", .footnote("So Zebedina wrote.")))
    let revision = try await world.read { viewpoint, _ in viewpoint.inquiry.revision }
    try await world.perform(
      EditInquiry(
        title: nil, summary: "What Zebedina saw.", banner: "By Zebedina.", revision: revision))
    let witness = try await person("Ann Witness", world)
    let done = try await world.perform(
      ProtectPerson(
        witness.id, revision: 1, realName: "Real Namely", terms: ["zebedina", "Chair"]))
    #expect(
      done.publicPlaces == [
        "the inquiry itself (inquiry: banner, summary)", "OS1, Q1+0 (passage: label)",
        "OS1, Q1+1 (correction: footnote)",
      ])
  }

  @Test func `a place in no source is told with what it is about, but for what tells the term`()
    async throws
  {
    let world = try await World.make()
    try await world.publish(Sample.transcript(count: 1))
    try await world.push(Sample.draft(citing: "Q1"))
    try await world.publishReport()
    let witness = try await person("Ann Witness", world)
    let member = try await person("Clare Member", world)
    let places = try await world.perform(
      ProtectPerson(
        witness.id, revision: 1, realName: "Real Namely", terms: ["Clare", "earlier-help"])
    ).publicPlaces
    #expect(places.contains { $0.hasPrefix("person \(member.id) (person: name") })
    #expect(places.contains { $0.hasPrefix("the report") && $0.contains("(report block: ") })
    #expect(places.contains("(recommendation: key)"))
    #expect(!places.contains { $0.contains("earlier-help") })
  }

  @Test func `a term does not stand in two columns that are beside each other`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    let witness = try await person("Ann Witness", world)
    try await world.perform(
      ProtectPerson(
        witness.id, revision: 1, realName: "Real Namely", terms: ["Director The Organisation"]))
    try await world.perform(AcceptSources(["OS1"], World.decided))
    try await world.perform(PublishSources(["OS1"], World.decided))
    #expect(try await dump("published", world).contains("director,\"the organisation\""))
  }

  @Test func `an old name stays nowhere once it is mended, not even in citations`() async throws {
    let world = try await World.make()
    let text = Sample.transcript(witness: "Ann Oldname")
      .replacing("Clare Member (Chair)", with: "Clare Membre (Chair)")
      .replacing("Q2  Chair:", with: "Q2  Chair:")
    try await world.publish(text)
    try await world.push(Sample.draft(citing: "Q1, Ann Oldname"))
    try await world.publishReport()
    let witness = try await person("Ann Oldname", world)
    try await world.perform(RenamePerson(witness.id, to: "Ann Newname", revision: 1))
    let published = try await dump("published", world)
    #expect(!published.contains("oldname"))
    #expect(published.contains("ann newname"))
  }

  @Test func `the real name is kept in the register and nowhere else`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript(words: "I agree. Zebedina: Do you? I do."))
    let witness = try await person("Ann Witness", world)
    try await world.perform(
      ProtectPerson(witness.id, revision: 1, realName: "Real Namely", terms: []))
    _ = try await world.perform(ReadIdentity(witness.id))
    try await world.perform(SplitPassage("Q1+1", at: "Zebedina"))
    let audit = try await world.database.asSuperuser { connection in
      try connection.query("SELECT lower(whole_row::text) FROM record.audit_entry AS whole_row") {
        try $0.next() as String
      }.joined()
    }
    #expect(!audit.contains("real namely"))
    #expect(!audit.contains("zebedina"))
  }

  @Test func `a group cannot publish what lists nobody to ask`() async throws {
    let world = try await World.make(.allPartyGroup)
    let bare = Sample.transcript()
      .replacing("Witnesses\nI: Ann Witness, Director, The Organisation.\n", with: "")
      .replacing("Examination of witness\nWitness: Ann Witness.\n", with: "")
    try await world.receive(bare)
    try await world.perform(AcceptSources(["OS1"], World.decided))
    let refusal = await code { try await world.perform(PublishSources(["OS1"], World.decided)) }
    #expect(refusal == "contributors_unknown")
  }

  @Test func `withdrawing is no way round acceptance`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    let refusal = await code {
      try await world.perform(WithdrawSources(["OS1"], World.decided(because: "x")))
    }
    #expect(refusal == "state_does_not_allow")
  }

  @Test func `what was withdrawn and is published again loses its tombstone`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.perform(WithdrawSources(["OS1"], World.decided(because: "Asked to.")))
    #expect(try await dump("published", world).contains("asked to."))
    try await world.perform(PublishSources(["OS1"], World.decided))
    #expect(try await !dump("published", world).contains("asked to."))
  }

  @Test func `evidence linked or quoted in a published report cannot be withdrawn`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.publish(Sample.transcript(from: 4, on: "Tuesday 14 November 2023"))
    try await world.push(
      Sample.draft().replacing("# Summary\n", with: "# Summary\n\n> It was. [@Q1]\n"))
    try await world.perform(
      LinkEvidence(
        .finding("late-help"), to: "Q4+1", stance: .supports, quote: nil, isAffirmed: true))
    try await world.publishReport()
    for reference in ["OS1", "OS2"] {
      let refusal = await code {
        try await world.perform(WithdrawSources([reference], World.decided(because: "x")))
      }
      #expect(refusal == "cited_in_published_report")
    }
  }

  @Test func `later work on links and addressees waits for the next edition`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.push(Sample.draft())
    try await world.perform(
      EditRecommendation("1", addressees: ["The Department"], findingKey: nil, revision: nil))
    try await world.publishReport()
    let before = try await dump("published", world)
    try await world.perform(
      LinkEvidence(
        .finding("late-help"), to: "Q2+1", stance: .contrasts, quote: nil, isAffirmed: true))
    try await world.perform(
      EditRecommendation("1", addressees: ["Somebody Else"], findingKey: nil, revision: nil))
    #expect(try await dump("published", world) == before)
  }

  @Test func `a citation pinned to nothing is an error until the draft is pushed again`()
    async throws
  {
    let world = try await World.make()
    try await world.push(Sample.draft())
    try await world.publish(Sample.transcript())
    #expect(await code { try await world.publishReport() } == "checks_not_passed")
    let again = try await world.push(Sample.draft(base: 1))
    #expect(!again.isUnchanged)
    #expect(try await world.publishReport() == 1)
  }

  @Test func `a link dropped can be made again, and one suggested can be affirmed`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.push(Sample.draft())
    func link(_ isAffirmed: Bool) async throws -> Int {
      try await world.perform(
        LinkEvidence(
          .finding("late-help"), to: "Q1+1", stance: .supports, quote: nil, isAffirmed: isAffirmed)
      ).count
    }
    #expect(try await link(false) == 1)
    #expect(try await link(false) == 0)
    #expect(try await link(true) == 1)
    let links = try await world.read { try Finding.all(as: $0, on: $1).first?.links ?? [] }
    let only = try #require(links.first)
    #expect(links.map(\.status) == [.affirmed])
    try await world.perform(SettleLinks(only.id, isAffirmed: false, revision: only.revision))
    #expect(try await link(true) == 1)
  }

  @Test func `a note that does not say so was not heard in public`() async throws {
    let world = try await World.make()
    let report = try await world.receive(
      "The Example Committee\nTuesday 7 November 2023\n\n1. They came.\n", as: .init(kind: .note))
    #expect(report.hearing == .heardInPrivate)
  }

  @Test func `a term stops the inquiry of its person and those in line with it, and no other`()
    async throws
  {
    let world = try await World.make()
    try await world.receive(Sample.transcript(witness: "Young person A"))
    let witness = try await person("Young person A", world)
    try await world.perform(
      ProtectPerson(witness.id, revision: 1, realName: "Real Namely", terms: ["zebedina"]))
    try await world.open("other")
    _ = try await world.office.perform(
      OpenInquiry(
        Inquiry(
          body: Body(slug: "b", name: "B", kind: .commonsCommittee), slug: "next", title: "Next",
          referencePrefix: "NXT", predecessorSlug: World.slug, launchedOn: World.today)),
      by: .machineOperator)
    func publish(in slug: String) async -> String? {
      await code {
        try await world.perform(LaunchInquiry(World.decided), in: slug)
        let read = try await world.receive(
          Sample.transcript(words: "My sister Zebedina said so to Real Namely."), in: slug)
        try await world.perform(AcceptSources([read.reference], World.decided), in: slug)
        try await world.perform(PublishSources([read.reference], World.decided), in: slug)
      }
    }
    #expect(await publish(in: "next") == "protected_term_found")
    #expect(await publish(in: "other") == nil)
    // Nor is told here of whom the other inquiry names in public.
    let done = try await world.perform(
      ProtectPerson(witness.id, revision: 2, realName: "Real Namely", terms: ["Ann Witness"]))
    #expect(done.publicPlaces == [])
  }

  @Test func `a predecessor launched later is shown by those that follow it`() async throws {
    let world = try await World.make()
    try await world.open("earlier")
    _ = try await world.office.perform(
      OpenInquiry(
        Inquiry(
          body: Body(slug: "b", name: "B", kind: .commonsCommittee), slug: "later", title: "Later",
          referencePrefix: "LAT", predecessorSlug: "earlier", launchedOn: World.today)),
      by: .machineOperator)
    try await world.perform(LaunchInquiry(World.decided), in: "later")
    try await world.perform(LaunchInquiry(World.decided), in: "earlier")
    let pool = try TestDatabase.pool(world.database.conninfo("inquiry_public"), size: 1)
    let shown = try await pool.run { try PublishedInquiry.find(slug: "later", on: $0) }
    await pool.close()
    #expect(shown?.predecessorSlug == "earlier")
  }

  @Test func `reading the words of a private session is on record`() async throws {
    let world = try await World.make()
    try await world.receive(
      Sample.transcript(), as: .init(kind: .transcript, hearing: .heardInPrivate))
    _ = try await world.office.readWords(
      of: "OS1", in: World.slug, by: .machineOperator
    ) { try Passage.page(of: "OS1", after: 0, limit: 1, as: $0, on: $1) }
    let lines = try await world.read { try AuditLine.newest(1, as: $0, on: $1) }
    #expect(lines.map(\.act) == ["read private record"])
  }
}
