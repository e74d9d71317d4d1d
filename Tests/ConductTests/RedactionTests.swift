import Checks
import Conduct
import Inquiries
import Papers
import Postgres
import Records
import TestSupport
import Testing

/// Names and words that the public must not see, and how they are kept from it.
@Suite(.database) struct RedactionTests {
  private func code(_ body: () async throws -> Void) async -> String? {
    do {
      try await body()
      return nil
    } catch {
      return (error as? Refusal)?.code ?? "\(error)"
    }
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

  private func remarks(_ world: World) async throws -> [Remark.Code] {
    try await world.read { try ReportMaterial.read(as: $0, on: $1).remarks.map(\.code) }
  }

  private func publish(
    _ world: World, _ outcome: WrittenSubmission.Outcome, printedName: String? = nil
  ) async throws {
    try await world.decide(outcome, "EXA0001", printedName: printedName)
    try await world.perform(PublishSources(["EXA0001"], World.decided))
  }

  @Test func `an anonymous submitter is named nowhere in what is public`() async throws {
    let world = try await World.make()
    try await world.submit(
      Sample.submission(from: "Zebedina Quill"), .init(kind: .individual),
      fileName: "zebedina-quill.txt")
    try await world.consent(to: ["EXA0001"], [.publish, .quote])
    try await publish(world, .publishedAnonymous, printedName: "Name withheld")
    let shown = try await published(world)
    #expect(shown.contains("name withheld"))
    #expect(shown.contains("help comes late"))
    #expect(!shown.contains("zebedina"))
    #expect(!shown.contains("quill"))
    // Named elsewhere, as one who spoke, she is still not named here.
    try await world.publish(Sample.transcript(witness: "Zebedina Quill"))
    let submissions = try await world.database.asSuperuser { connection in
      try connection.query("SELECT submitter FROM published.written_submission") {
        try $0.next() as String
      }
    }
    #expect(submissions == ["Name withheld"])
  }

  @Test func `anonymity is refused while the name stands in the words`() async throws {
    let world = try await World.make()
    try await world.submit(
      Sample.submission(from: "Dr Zebedina Quill").replacing(
        "4. Help", with: "4. I, ZEBEDINA\nQuill, say so. Help"), .init(kind: .individual))
    try await world.consent(to: ["EXA0001"], [.publish])
    let refusal = await #expect(throws: Refusal.self) {
      try await world.decide(.publishedAnonymous, "EXA0001", printedName: "Name withheld")
    }
    #expect(refusal?.code == "anonymous_named")
    #expect(refusal?.message.contains("EXA0001, para 4") == true)
    try await world.redact("EXA0001, para 4", "ZEBEDINA Quill")
    try await publish(world, .publishedAnonymous, printedName: "Name withheld")
    let shown = try await published(world)
    #expect(shown.contains("i, [***], say so."))
    #expect(!shown.contains("quill"))
  }

  @Test func `a surname behind a title and the own body name an anonymous witness`() async throws {
    let world = try await World.make()
    try await world.submit(
      Sample.submission(from: "Zebedina Young").replacing(
        "4. Help", with: "4. Young people know Mrs. Young of Hedge Trust. Help"),
      .init(submitters: ["Zebedina Young, Parent, Hedge Trust"], kind: .individual))
    try await world.consent(to: ["EXA0001"], [.publish])
    for said in ["Mrs. Young", "Hedge Trust"] {
      #expect(
        await code {
          try await world.decide(.publishedAnonymous, "EXA0001", printedName: "Name withheld")
        } == "anonymous_named")
      try await world.redact("EXA0001, para 4", said)
    }
    try await world.decide(.publishedAnonymous, "EXA0001", printedName: "Name withheld")
    try await world.perform(
      PublishSources(["EXA0001"], World.decided, isPersonalDataSeen: true))
    #expect(try await published(world).contains("young people know"))
  }

  @Test func `what is printed in place of a name holds no part of it`() async throws {
    let world = try await World.make()
    try await world.submit(
      Sample.submission(from: "Quentin Young"),
      .init(submitters: ["Quentin Young, Parent, Hedge Trust"], kind: .individual))
    try await world.consent(to: ["EXA0001"], [.publish])
    for printed in ["Mr Quentin Young", "quentin young", "Q. YOUNG", "Quentin", "Hedge Trust"] {
      let refusal = await #expect(throws: Refusal.self, "\(printed)") {
        try await world.decide(.publishedAnonymous, "EXA0001", printedName: printed)
      }
      #expect(refusal?.code == "anonymous_named")
      #expect(refusal?.field == "printedName")
      #expect(refusal?.message.contains("Young") == false)
    }
    try await publish(world, .publishedAnonymous, printedName: "A young parent")
    #expect(try await published(world).contains("a young parent"))
  }

  @Test func `words in place of a name go when it is decided anew without them`() async throws {
    let world = try await World.make()
    try await world.submit(
      Sample.submission(from: "Quentin Hill"), .init(kind: .individual))
    try await world.consent(to: ["EXA0001"], [.publish])
    try await publish(world, .publishedAnonymous, printedName: "A young parent")
    for empty in ["", " "] {
      let refusal = await #expect(throws: Refusal.self) {
        try await world.decide(.publishedAnonymous, "EXA0001", printedName: empty)
      }
      #expect(refusal?.code == "printed_name_missing")
    }
    try await world.decide(.publishedAnonymous, "EXA0001")
    let shown = try await published(world)
    #expect(shown.contains("name withheld"))
    #expect(!shown.contains("a young parent"))
  }

  @Test func `a correction cannot name who is anonymous`() async throws {
    let world = try await World.make()
    try await world.submit(
      Sample.submission(from: "Zebedina Quill"), .init(kind: .individual))
    try await world.consent(to: ["EXA0001"], [.publish])
    try await publish(world, .publishedAnonymous, printedName: "Name withheld")
    let correction = await code {
      try await world.perform(
        CorrectPassage("EXA0001, para 2", version: 1, text: "Zebedina Quill saw it."))
    }
    #expect(correction == "anonymous_named")
    try await world.push(
      Sample.draft(citing: "EXA0001, para 1").replacing(
        "Help came late.", with: "Zebedina Quill told us."))
    #expect(await code { try await world.publishReport() } == "anonymous_named")
    // Also where nothing of theirs is cited.
    try await world.submit(Sample.submission(from: "A charity"))
    try await world.consent(to: ["EXA0002"])
    try await world.decide(.publishedNamed, "EXA0002")
    try await world.perform(PublishSources(["EXA0002"], World.decided))
    try await world.push(
      Sample.draft(citing: "EXA0002, para 1", base: 1).replacing(
        "Help came late.", with: "Zebedina Quill told us."))
    #expect(await code { try await world.publishReport() } == "anonymous_named")
    #expect(try await !published(world).contains("quill"))
  }

  @Test func `what is published under the name can lose it`() async throws {
    let world = try await World.make()
    try await world.submit(Sample.submission(from: "Zebedina Quill"), .init(kind: .individual))
    try await world.consent(to: ["EXA0001"])
    try await publish(world, .publishedNamed)
    #expect(try await published(world).contains("zebedina quill"))
    try await world.decide(.publishedAnonymous, "EXA0001", printedName: "A parent")
    #expect(try await !published(world).contains("zebedina"))
    try await world.consent(to: ["EXA0001"], [.publish])
    #expect(
      await code { try await world.decide(.publishedNamed, "EXA0001") }
        == "consent_to_name_missing")
  }

  @Test func `omitted words are a visible mark in every version that is public`() async throws {
    let world = try await World.make()
    try await world.submit(
      Sample.submission().replacing("in place 2", with: "with Zebedina at her school"))
    try await world.consent(to: ["EXA0001"])
    #expect(await code { try await publish(world, .publishedRedacted) } == "redaction_missing")
    try await publish(world, .publishedNamed)
    try await world.push(Sample.draft(citing: "EXA0001, para 2"))
    try await world.publishReport()
    try await world.perform(
      CorrectPassage(
        "EXA0001, para 2", version: 1,
        text: "Help comes too late. This is what we saw with Zebedina at her school."))
    #expect(try await published(world).contains("zebedina"))
    try await world.redact("EXA0001, para 2", "Zebedina at her school")
    let shown = try await published(world)
    #expect(!shown.contains("zebedina"))
    #expect(shown.components(separatedBy: "what we saw with [***].").count >= 3)
    let submission = try await world.read {
      try WrittenSubmission.find("EXA0001", as: $0, on: $1)
    }
    #expect(submission?.outcome == .publishedRedacted)
    #expect(
      await code { try await world.redact("EXA0001, para 2", "with Zebedina") }
        == "redacted_already")
  }

  @Test func `what is redacted after it was to be published whole is decided on anew`()
    async throws
  {
    let world = try await World.make()
    try await world.submit(Sample.submission().replacing("in place 2", with: "with Zebedina"))
    try await world.consent(to: ["EXA0001"])
    try await world.decide(.publishedNamed, "EXA0001")
    try await world.redact("EXA0001, para 2", "Zebedina")
    #expect(
      await code { try await world.perform(PublishSources(["EXA0001"], World.decided)) }
        == "redactions_stand")
    #expect(await code { try await publish(world, .publishedNamed) } == "redactions_stand")
    try await publish(world, .publishedRedacted)
    #expect(try await !published(world).contains("zebedina"))
  }

  @Test func `words are left out only where they stand once, and with a reason`() async throws {
    let world = try await World.make()
    try await world.submit()
    #expect(
      await code { try await world.redact("EXA0001, para 1", "nowhere") } == "words_not_found")
    #expect(await code { try await world.redact("EXA0001", "Help comes") } == "words_not_unique")
    #expect(
      await code {
        try await world.perform(
          RedactPassage("EXA0001, para 1", words: "Help", World.decided))
      } == "reason_missing")
    try await world.publish(Sample.transcript())
    #expect(await code { try await world.redact("Q1", "Help") } == "redaction_of_submissions")
  }

  @Test func `a correction keeps an omission or is refused`() async throws {
    let world = try await World.make()
    try await world.submit(
      Sample.submission().replacing("in place 2", with: "with Zebedina"))
    try await world.consent(to: ["EXA0001"])
    try await world.redact("EXA0001, para 2", "Zebedina")
    try await publish(world, .publishedRedacted)
    for text in ["Help comes late to all.", "Zebedina and Zebedina were there."] {
      #expect(
        await code {
          try await world.perform(CorrectPassage("EXA0001, para 2", version: 1, text: text))
        } == "redaction_lost")
    }
    try await world.perform(
      CorrectPassage("EXA0001, para 2", version: 1, text: "We were with Zebedina, late."))
    let shown = try await published(world)
    #expect(shown.contains("we were with [***], late."))
    #expect(!shown.contains("zebedina"))
  }

  @Test func `no link quotes what is left out`() async throws {
    let world = try await World.make()
    try await world.submit(
      Sample.submission().replacing("in place 2", with: "with Zebedina at school"))
    try await world.consent(to: ["EXA0001"])
    try await world.push(Sample.draft(citing: "EXA0001, para 2"))
    func link(_ quote: String) async throws {
      try await world.perform(
        LinkEvidence(
          .finding("late-help"), to: "EXA0001, para 2", stance: .supports, quote: quote,
          isAffirmed: false))
    }
    try await link("with Zebedina")
    let refusal = await #expect(throws: Refusal.self) {
      try await world.redact("EXA0001, para 2", "Zebedina at school")
    }
    #expect(refusal?.code == "quoted_by_link")
    #expect(refusal?.message.contains("late-help") == true)
    let made = try #require(
      try await world.read { try Finding.all(as: $0, on: $1).first?.links.first })
    try await world.perform(SettleLinks(made.id, isAffirmed: false, revision: made.revision))
    try await world.redact("EXA0001, para 2", "Zebedina at school")
    #expect(await code { try await link("with Zebedina") } == "quote_omitted")
    try await link("Help comes late.")
  }

  @Test func `a name that is left out stands nowhere in a report, cited or not`() async throws {
    let world = try await World.make()
    try await world.submit(
      Sample.submission().replacing("in place 2", with: "with Zebedina Quill at school"))
    try await world.consent(to: ["EXA0001"])
    try await world.redact("EXA0001, para 2", "Zebedina Quill")
    try await publish(world, .publishedRedacted)
    try await world.push(
      Sample.draft(citing: "EXA0001, para 1").replacing(
        "Help came late.", with: "Of zebedina  quill we heard."))
    #expect(await code { try await world.publishReport() } == "omitted_words_printed")
    try await world.push(Sample.draft(citing: "EXA0001, para 1", base: 1))
    try await world.publishReport()
  }

  @Test func `protected terms do not become public with a submission, omitted ones may`()
    async throws
  {
    let world = try await World.make()
    try await world.submit(
      Sample.submission(from: "Young person A").replacing("in place 2", with: "at Zebedina House"),
      .init(kind: .individual))
    try await world.consent(to: ["EXA0001"])
    let person = try #require(
      try await world.read { try Person.all(as: $0, on: $1) }.first { $0.name == "Young person A" })
    try await world.perform(
      ProtectPerson(person.id, revision: 1, realName: "Real Namely", terms: ["zebedina"]))
    try await world.decide(.publishedNamed, "EXA0001")
    #expect(
      await code { try await world.perform(PublishSources(["EXA0001"], World.decided)) }
        == "protected_term_found")
    try await world.redact("EXA0001, para 2", "Zebedina House")
    try await publish(world, .publishedRedacted)
    #expect(try await !published(world).contains("zebedina"))
    let call = await code {
      try await world.perform(
        OpenCall(
          slug: "c", title: "For Real Namely", text: "x",
          periods: [.init(opensOn: World.today, closesOn: nil)]))
      try await world.perform(PublishCall("c", World.decided))
    }
    #expect(call == "protected_term_found")
  }

  @Test func `a report cites a submission by name, and a mended name follows`() async throws {
    let world = try await World.make()
    try await world.submit(Sample.submission(), .init(kind: .organisation))
    try await world.consent(to: ["EXA0001"])
    try await publish(world, .publishedNamed)
    try await world.push(Sample.draft(citing: "EXA0001, para. 3"))
    let material = try await world.read { try ReportMaterial.read(as: $0, on: $1) }
    #expect(!material.remarks.contains { $0.severity == .error })
    let built = try await material.build(with: ReportBuilder(converter: Converter()))
    #expect(ReportMarkdown.text(built).contains("A charity (EXA0001), para 3"))
    try await world.publishReport()
    func shown() async throws -> String {
      let pool = try TestDatabase.pool(world.database.conninfo("inquiry_public"), size: 1)
      let html = try await pool.run { connection -> String in
        guard let inquiry = try PublishedInquiry.find(slug: World.slug, on: connection),
          let document = try PublishedDocument.newest(of: inquiry, on: connection)?.document
        else { return "" }
        return String(decoding: ReportHTML.fragment(document), as: UTF8.self)
      }
      await pool.close()
      return html
    }
    #expect(try await shown().contains("A charity (EXA0001), para 3"))
    let person = try #require(
      try await world.read { try Person.all(as: $0, on: $1) }.first { $0.name == "A charity" })
    try await world.perform(RenamePerson(person.id, to: "The Charity", revision: 1))
    let after = try await shown()
    #expect(after.contains("The Charity (EXA0001), para 3"))
    #expect(!after.contains("A charity"))
  }
}
