import Conduct
import Inquiries
import Postgres
import Records
import TestSupport
import Testing

@Suite(.database) struct PublishingTests {
  private func refusal(_ body: () async throws -> Void) async -> String? {
    do {
      try await body()
      return nil
    } catch {
      return (error as? Refusal)?.code
    }
  }

  private func publicPassages(_ world: World) async throws -> [PublishedPassage] {
    let pool = try TestDatabase.pool(world.database.conninfo("inquiry_public"), size: 1)
    let passages = try await pool.run { connection in
      guard let inquiry = try PublishedInquiry.find(slug: World.slug, on: connection) else {
        return [PublishedPassage]()
      }
      return try PublishedPassage.all(ofSession: 1, of: inquiry, on: connection).passages
    }
    await pool.close()
    return passages
  }

  @Test func `what is received and accepted is not public, what is published is`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    #expect(try await publicPassages(world).isEmpty)
    try await world.perform(AcceptSources(["OS1"], World.decided))
    #expect(try await publicPassages(world).isEmpty)
    try await world.perform(PublishSources(["OS1"], World.decided))
    #expect(try await publicPassages(world).count == 6)
    // Nothing is taken down by itself, and the clerk is told.
    let withdrawn = try await world.perform(
      RecordConsent(
        reference: "OS1", witness: nil, consent: .withdrawn, givenBy: "letter", on: World.today))
    #expect(withdrawn.publicBeyond == ["OS1"])
    #expect(try await publicPassages(world).count == 6)
  }

  @Test func `received evidence cannot be published past acceptance`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    let code = await refusal { try await world.perform(PublishSources(["OS1"], World.decided)) }
    #expect(code == "state_does_not_allow")
  }

  @Test func `a list under one decision is done all or none`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    try await world.receive(Sample.transcript(from: 4, on: "Tuesday 14 November 2023"))
    let code = await refusal {
      try await world.perform(AcceptSources(["OS1", "OS2", "OS9"], World.decided))
    }
    #expect(code == "source_not_found")
    let states = try await world.read { try Source.all(as: $0, on: $1).map(\.state) }
    #expect(states == [.received, .received])
    let moved = try await world.perform(AcceptSources(["OS1", "OS2"], World.decided))
    #expect(moved.map(\.source.state) == [.accepted, .accepted])
  }

  @Test func `a decision in the future is refused`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    let tomorrow = Day(daysSince1970: World.today.daysSince1970 + 1)
    let code = await refusal {
      try await world.perform(AcceptSources(["OS1"], DecisionTerms(on: tomorrow, by: "x")))
    }
    #expect(code == "decision_in_future")
  }

  @Test func `a decision older than the session is refused`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    let before = try #require(Day("2023-11-06"))
    let code = await refusal {
      try await world.perform(AcceptSources(["OS1"], DecisionTerms(on: before, by: "x")))
    }
    #expect(code == "decision_before_session")
  }

  @Test(arguments: ["", "   ", "\u{200B}", "\u{202E}evil", "A\u{1B}[31m", "two\nlines"])
  func `a name that shows nothing, or hides something, is refused`(name: String) async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    let person = try #require(try await world.read { try Person.all(as: $0, on: $1) }.first)
    let code = await refusal {
      try await world.perform(RenamePerson(person.id, to: name, revision: 1))
    }
    #expect(code == "name_form")
  }

  @Test func `what was withdrawn can still be taken down, with the new reason`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.perform(WithdrawSources(["OS1"], World.decided(because: "Wrong file.")))
    try await world.perform(TakeDownSources(["OS1"], World.decided(because: "A court order.")))
    let reasons: [String] = try await world.database.asSuperuser { connection in
      try connection.query("SELECT reason FROM published.tombstone") { try $0.next() }
    }
    #expect(reasons == ["A court order."])
  }

  @Test func `a group publishes nobody without consent, a committee what it heard in public`()
    async throws
  {
    let world = try await World.make(.allPartyGroup)
    try await world.receive(Sample.transcript())
    try await world.perform(AcceptSources(["OS1"], World.decided))
    let code = await refusal { try await world.perform(PublishSources(["OS1"], World.decided)) }
    #expect(code == "consent_missing")
    try await world.perform(
      RecordConsent(
        reference: "OS1", witness: nil, consent: .given, givenBy: "form", on: World.today))
    try await world.perform(PublishSources(["OS1"], World.decided))
    #expect(try await publicPassages(world).count == 6)
  }

  @Test func `refused consent stops a committee too`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    try await world.perform(AcceptSources(["OS1"], World.decided))
    try await world.perform(
      RecordConsent(
        reference: "OS1", witness: "Ann Witness", consent: .refused, givenBy: nil, on: World.today))
    let code = await refusal { try await world.perform(PublishSources(["OS1"], World.decided)) }
    #expect(code == "consent_missing")
  }

  @Test func `a consent is of no day to come, and replaces none that was said later`()
    async throws
  {
    let world = try await World.make()
    for words in ["First.", "More."] { try await world.submit(Sample.submission(words: words)) }
    func say(_ consent: Consent, on day: Day, _ references: String...) async throws {
      try await world.perform(
        RecordConsent(
          SourceList(references),
          .init(
            consent, givenBy: "letter", on: day,
            uses: consent == .given ? Set(ConsentUse.allCases) : [], wording: nil, reviewOn: nil)))
    }
    #expect(
      await refusal { try await say(.given, on: World.day(1), "EXA0001") } == "consent_in_future")
    let said = Contribution.Said(
      .given, givenBy: "form", on: World.day(1), uses: [.publish], wording: nil, reviewOn: nil)
    #expect(
      await refusal {
        try await world.submit(Sample.submission(words: "Third."), .init(consent: said))
      } == "consent_in_future")
    try await say(.given, on: World.day(-5), "EXA0001-0002")
    try await say(.withdrawn, on: World.day(-2), "EXA0001")
    let older = await #expect(throws: Refusal.self) {
      try await say(.given, on: World.day(-3), "EXA0001", "EXA0002")
    }
    #expect(older?.code == "consent_older")
    #expect(older?.message.contains("EXA0001 has what was said on ") == true)
    #expect(older?.message.contains(World.day(-2).inWords) == true)
    #expect(older?.message.hasSuffix("--except EXA0001") == true)
    let kept = try await world.read { try Contribution.all(as: $0, on: $1) }
    #expect(kept.map(\.consent) == [.withdrawn, .given])
    #expect(kept.map(\.on) == [World.day(-2), World.day(-5)])
    try await say(.given, on: World.day(-2), "EXA0001")
  }

  @Test func `the transcript of a private session is never published`() async throws {
    let world = try await World.make()
    try await world.receive(
      Sample.transcript(), as: .init(kind: .transcript, hearing: .heardInPrivate))
    try await world.perform(AcceptSources(["OS1"], World.decided))
    let code = await refusal { try await world.perform(PublishSources(["OS1"], World.decided)) }
    #expect(code == "heard_in_private")
  }

  @Test(arguments: [("Thank you, Mrs. Quill.", true), ("Mr Quilliam has a quill.", false)])
  func `a protected surname counts behind a title`(words: String, isHeld: Bool) async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript(words: words))
    let people = try await world.read { try Person.all(as: $0, on: $1) }
    let person = try #require(people.first { $0.name == "Ann Witness" })
    try await world.perform(
      ProtectPerson(person.id, revision: 1, realName: "Zebedina Quill", terms: []))
    try await world.perform(AcceptSources(["OS1"], World.decided))
    let code = await refusal { try await world.perform(PublishSources(["OS1"], World.decided)) }
    #expect((code == "protected_term_found") == isHeld)
  }

  @Test(arguments: [
    ("Ann’s sister said so.", true), ("It was Ann-Marie.", true), ("ANN said so.", true),
    ("Both Anns did.", true), ("By “Ann”, in 2019.", true), ("Under ann2.", true),
    ("An annual report.", false), ("Joanna did.", false), ("Zoëann did.", false),
  ])
  func `a protected term counts as whole words`(words: String, isHeld: Bool) async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript(witness: "Dr Smith", words: words))
    let people = try await world.read { try Person.all(as: $0, on: $1) }
    let person = try #require(people.first { $0.name == "Dr Smith" })
    try await world.perform(
      ProtectPerson(person.id, revision: 1, realName: "Zebedina Quill", terms: ["Ann"]))
    try await world.perform(AcceptSources(["OS1"], World.decided))
    let code = await refusal { try await world.perform(PublishSources(["OS1"], World.decided)) }
    #expect((code == "protected_term_found") == isHeld)
  }

  @Test(arguments: [
    ("It was Ann-Marie\u{A0}Vale-Hope.", true), ("It was Ann\u{2011}Marie Vale\u{2011}Hope.", true),
    ("It was Ann Marie Vale Hope.", true), ("At Elm\u{A0}Lodge.", true), ("At Elm  Lodge.", true),
    ("At Elm\nLodge.", true), ("By Bran-\nnigan.", true), ("By Okafor-\nSmith.", true),
    ("By OKAFOR\u{2013}SMITH.", true), ("By Jay\u{AD}don.", true), ("By Jay\u{AD}\ndon.", true),
    ("To Mrs.\u{A0}Vale-Hope.", true), ("The elm by a lodge.", false), ("At Elmlodge.", false),
    ("A pre- and post-elm lodger.", false),
  ])
  func `a protected name counts whatever stands between its words`(
    words: String, isHeld: Bool
  ) async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript(witness: "Young person A"))
    let people = try await world.read { try Person.all(as: $0, on: $1) }
    let person = try #require(people.first { $0.name == "Young person A" })
    try await world.perform(
      ProtectPerson(
        person.id, revision: 1, realName: "Ann-Marie Vale-Hope",
        terms: ["Elm Lodge", "Brannigan", "Okafor-Smith", "Jaydon"]))
    try await world.perform(CorrectPassage("Q1+1", version: 1, text: words))
    try await world.perform(AcceptSources(["OS1"], World.decided))
    let code = await refusal { try await world.perform(PublishSources(["OS1"], World.decided)) }
    #expect((code == "protected_term_found") == isHeld)
    // The last wall sees the same.
    try await world.perform(CorrectPassage("Q1+1", version: 2, text: "Nothing."))
    if isHeld { try await world.perform(PublishSources(["OS1"], World.decided)) }
    let correction = await refusal {
      try await world.perform(CorrectPassage("Q2+1", version: 1, text: words))
    }
    #expect((correction == "protected_term_found") == isHeld)
  }

  @Test func `a protected name in the words stops publication and is not named`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript(words: "My sister Zebedina said so."))
    let people = try await world.read { try Person.all(as: $0, on: $1) }
    let person = try #require(people.first { $0.name == "Ann Witness" })
    try await world.perform(
      ProtectPerson(person.id, revision: 1, realName: "Real Name", terms: ["zebedina"]))
    try await world.perform(AcceptSources(["OS1"], World.decided))
    let error = await #expect(throws: Refusal.self) {
      try await world.perform(PublishSources(["OS1"], World.decided))
    }
    #expect(error?.code == "protected_term_found")
    #expect(error?.message.lowercased().contains("zebedina") == false)
    #expect(error?.message.contains("stands at OS1, Q1+1; OS1, Q2+1; OS1, Q3+1.") == true)
  }

  @Test func `a protected name said in private stops nothing, and clerks are told of others`()
    async throws
  {
    let world = try await World.make()
    try await world.receive(Sample.transcript(words: "My sister Zebedina said so."))
    let people = try await world.read { try Person.all(as: $0, on: $1) }
    let person = try #require(people.first { $0.name == "Ann Witness" })
    try await world.perform(
      ProtectPerson(person.id, revision: 1, realName: "Real Namely", terms: ["zebedina"]))
    try await world.perform(SetPrivacy("OS1", hidden: ["Q2", "Q3"], shown: []))
    let found = try await world.read {
      try PersonalDataCheck.remarks(onSource: "OS1", as: $0, on: $1)
    }
    #expect(found == [PersonalDataRemark(locator: "Q1+1", kind: .protectedTerm, words: nil)])
    let (author, _) = try await world.user("Ann Author", .author)
    let told = try await world.office.read(in: World.slug, by: author) {
      try PersonalDataCheck.remarks(onSource: "OS1", as: $0, on: $1)
    }
    #expect(told == [])
    try await world.perform(CorrectPassage("Q1+1", version: 1, text: "My sister said so."))
    try await world.perform(AcceptSources(["OS1"], World.decided))
    try await world.perform(PublishSources(["OS1"], World.decided))
    #expect(try await !publicPassages(world).isEmpty)
  }

  @Test func `a wrong name is mended once and every published place follows`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript(witness: "Ann Wittness"))
    let people = try await world.read { try Person.all(as: $0, on: $1) }
    let person = try #require(people.first { $0.name == "Ann Wittness" })
    try await world.perform(RenamePerson(person.id, to: "Ann Witness", revision: person.revision))
    let speakers = Set(try await publicPassages(world).compactMap(\.passage.speaker))
    #expect(speakers.contains("Ann Witness"))
    #expect(!speakers.contains("Ann Wittness"))
    let code = await refusal {
      try await world.perform(RenamePerson(person.id, to: "Other", revision: person.revision))
    }
    #expect(code == "revision_differs")
  }

  @Test func `whose name has to go is shown without capacity, body and group, joined or not`()
    async throws
  {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.publish(
      Sample.transcript(from: 4, on: "Tuesday 14 November 2023", witness: "Ann Othername"))
    func person(_ name: String) async throws -> Person {
      try #require(
        try await world.read { try Person.all(as: $0, on: $1) }.first { $0.name == name })
    }
    func shown() async throws -> [String] {
      let pool = try TestDatabase.pool(world.database.conninfo("inquiry_public"), size: 1)
      let rows = try await pool.run { connection in
        try connection.query(
          """
          SELECT name || '|' || capacity || '|' || organisation || coalesce('|' || group_name, '')
          FROM published.witness JOIN published.person ON person.id = person_id
          ORDER BY witness.id
          """
        ) { try $0.next() as String }
      }
      await pool.close()
      return rows
    }
    let ann = try await person("Ann Witness")
    try await world.perform(
      GroupWitnesses(
        WitnessGroup(slug: "leavers", name: "Care leavers"), ["Ann Witness", "Ann Othername"]))
    let spelt = try await world.perform(RenamePerson(ann.id, to: "Witness A", revision: 1))
    #expect(spelt.shownAs == ["Director, The Organisation, group “Care leavers”"])
    let alone = try await world.perform(
      RenamePerson(ann.id, to: "Witness A", isNameOnly: true, revision: 2))
    #expect(alone.shownAs == [] && alone.person.isNameOnly)
    #expect(
      try await shown() == [
        "Witness A||", "Ann Othername|Director|The Organisation|Care leavers",
      ])
    // Another name says nothing of it, and whom they are joined with is shown alone too.
    let other = try await person("Ann Othername")
    try await world.perform(RenamePerson(ann.id, to: "Witness B", revision: 3))
    try await world.perform(
      MergePeople(ann.id, into: other.id, revision: 4, survivorRevision: 1, wereTogether: false))
    #expect(try await shown().allSatisfy { $0 == "Ann Othername||" })
    let changed = try await world.staff.transaction { try Publication.rebuild(on: $0) }
    #expect(changed.map(\.changed) == [0])
  }

  @Test func `what is taken down leaves its tombstone and nothing of its words`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.perform(TakeDownSources(["OS1"], World.decided(because: "A name had to go.")))
    #expect(try await publicPassages(world).isEmpty)
    let pool = try TestDatabase.pool(world.database.conninfo("inquiry_public"), size: 1)
    let tombstone = try await pool.run { connection in
      try PublishedInquiry.find(slug: World.slug, on: connection).flatMap {
        try Tombstone.ofQuestion(2, of: $0.id, on: connection)
      }
    }
    await pool.close()
    #expect(tombstone?.reason == "A name had to go.")
    #expect(tombstone?.act == .takeDown)
  }

  @Test func `taking down needs a reason`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    let code = await refusal { try await world.perform(TakeDownSources(["OS1"], World.decided)) }
    #expect(code == "reason_missing")
  }

  @Test func `a rebuild of what is already right writes nothing`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.push(Sample.draft())
    try await world.perform(
      LinkEvidence(
        .recommendation("earlier-help"), to: "Q1+1", stance: .supports, quote: "help came late",
        isAffirmed: true))
    try await world.publishReport()
    let first = try await world.office.perform(RebuildPublished(), by: .machineOperator)
    #expect(first.map(\.changed) == [0])
    _ = try await world.database.asSuperuser {
      try $0.execute("UPDATE published.passage_version SET text = 'forged'")
    }
    let second = try await world.office.perform(RebuildPublished(), by: .machineOperator)
    #expect(second.map(\.changed) == [6])
    #expect(try await publicPassages(world)[1].passage.text.contains("help came late"))
  }
}
