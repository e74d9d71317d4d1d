import Conduct
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Inquiries
import Papers
import Postgres
import Records
import TestSupport
import Testing

/// Plants a canary of every kind in the record and looks for it on the whole
/// public surface: pages, data, headers, errors, and by SQL in the public role.
@Suite(.database) struct LeakTests {
  private static let canaries = [
    "unpublishedcanary", "privatecanary", "protectedcanary", "termcanary", "labelcanary",
    "draftcanary", "filenamecanary", "consentcanary", "takendowncanary", "supersededcanary",
    "unplacedcanary", "anonymouscanary", "redactedcanary", "askedcanary", "withheldcanary",
    "addresscanary", "callcanary", "submissionfilecanary", "loggedcanary", "plannedcanary",
    "stretchcanary", "tagcanary", "memocanary",
  ]

  private func plant(_ world: World) async throws {
    // OS1: public, cited, later corrected in one place.
    let open = Sample.transcript(from: 1, words: "Supersededcanary. We found that help came late.")
    try await world.publish(open)
    try await world.perform(
      CorrectPassage(
        "Q2+1", version: 1, text: "We found that help came late. It was case 2.",
        CorrectionTerms(removal: "Privacy.")))
    try await world.perform(
      CorrectPassage(
        "Q1+1", version: 1, text: "We found that help came late. It was case 1.",
        CorrectionTerms(removal: "Privacy.")))
    try await world.perform(
      CorrectPassage(
        "Q3+1", version: 1, text: "We found that help came late. It was case 3.",
        CorrectionTerms(removal: "Privacy.")))
    // OS2: accepted, never published; its unplaced line and file name too.
    let hidden = Sample.transcript(
      from: 4, on: "Tuesday 14 November 2023", witness: "Una Labelcanary",
      words: "Unpublishedcanary.")
    try await world.receive(
      hidden.replacing(
        "Q5  Chair",
        with: "Sitting suspended.\n\nUnplacedcanary was said by nobody.\n\nQ5  Chair"),
      fileName: "filenamecanary.txt")
    try await world.perform(AcceptSources(["OS2"], World.decided))
    // OS3: private, with a protected witness; its agreed summary is public.
    try await world.receive(
      Sample.transcript(
        from: 7, on: "Wednesday 15 November 2023", witness: "Young person A",
        words: "Privatecanary, my name is Protectedcanary."),
      as: .init(kind: .transcript, hearing: .heardInPrivate), fileName: "c.txt")
    let people = try await world.read { try Person.all(as: $0, on: $1) }
    let person = try #require(people.first { $0.name == "Young person A" })
    try await world.perform(
      ProtectPerson(
        person.id, revision: 1, realName: "Protectedcanary Smith", terms: ["termcanary"]))
    try await world.receive(
      "The Example Committee\nWednesday 15 November 2023\n\n1. They asked for help with files.\n",
      as: .init(kind: .summary, session: 3, agreedOn: World.today), fileName: "d.txt")
    try await world.perform(
      RecordConsent(
        reference: "OS3-summary", witness: nil, consent: .given, givenBy: "Consentcanary",
        on: World.today))
    try await world.perform(AcceptSources(["OS3", "OS3-summary"], World.decided))
    try await world.perform(PublishSources(["OS3-summary"], World.decided))
    // OS4: published and taken down again.
    let gone = Sample.transcript(
      from: 10, on: "Thursday 16 November 2023", words: "Takendowncanary.")
    try await world.publish(gone, fileName: "e.txt")
    try await world.perform(TakeDownSources(["OS4"], World.decided(because: "It had to go.")))
    try await plantSubmissions(world)
    try await plantSittings(world)
    try await world.push(Sample.draft(citing: "OS3, point 1; @EXA0001, para 2"))
    try await world.perform(
      LinkEvidence(
        .recommendation("earlier-help"), to: "Q1+1", stance: .supports, quote: nil,
        isAffirmed: true))
    try await plantTags(world)
    try await world.publishReport()
    try await world.push(
      Sample.draft(citing: "OS3, point 1", base: 1).replacing("Help came", with: "Draftcanary came")
    )
  }

  /// A tag with a meaning, on words that are public, and a memo about each kind of
  /// thing: none of it is ever published.
  private func plantTags(_ world: World) async throws {
    let author = try await world.user("Tess Tagger", .author).actor
    var said = TagChanges()
    said.name = "Tagcanary"
    said.definition = "Tagcanary means something."
    try await world.perform(AddTag(said), by: author)
    try await world.perform(ApplyTag("tagcanary", to: "Q1+1"), by: author)
    for subject: WriteMemo.Subject in [
      .inquiry, .tag("tagcanary"), .source("OS1"), .passage("Q1+1"),
    ] {
      try await world.perform(WriteMemo(about: subject, "Memocanary."), by: author)
    }
  }

  /// EXA0001 without the name and EXA0002 with omissions are public; EXA0003 is
  /// accepted and stays unpublished; a call is only drafted.
  private func plantSubmissions(_ world: World) async throws {
    try await world.submit(
      Sample.submission(from: "Anonymouscanary Jones").replacing(
        "\n\n1.", with: "\nE-mail: addresscanary@example.org\n\n1."),
      .init(kind: .individual, confidentiality: "Askedcanary, because of my work."),
      fileName: "submissionfilecanary.txt")
    try await world.submit(
      Sample.submission(from: "A charity", words: "Help is slow.").replacing(
        "in place 3", with: "at Redactedcanary School"), .init(kind: .organisation))
    try await world.submit(
      Sample.submission(from: "Another charity", words: "Withheldcanary was there."),
      .init(kind: .organisation))
    try await world.consent(to: ["EXA0001", "EXA0002", "EXA0003"])
    try await world.decide(.publishedAnonymous, "EXA0001", printedName: "Name withheld")
    try await world.redact("EXA0002, para 3", "Redactedcanary School")
    try await world.decide(.publishedRedacted, "EXA0002")
    try await world.decide(.acceptedUnpublished, "EXA0003", because: "An individual case.")
    try await world.perform(PublishSources(["EXA0001", "EXA0002"], World.decided))
    try await world.perform(
      OpenCall(
        slug: "callcanary", title: "Callcanary", text: "Callcanary.",
        periods: [.init(opensOn: World.today, closesOn: nil)]))
  }

  /// P1 was logged and settled, a part of it in private: OS5, public. P2 is only
  /// planned.
  private func plantSittings(_ world: World) async throws {
    for (day, witness) in [("Friday 17", "Ann Witness"), ("Monday 20", "Pat Plannedcanary")] {
      let agenda = """
        Oral evidence: An inquiry
        \(day) November 2023
        Members present: Clare Member (Chair); Dev Member.
        Witnesses: \(witness), Director, The Organisation.
        """
      try await world.perform(
        PlanSitting(
          AgendaRead(PaperFile(Array(agenda.utf8), name: "agenda.txt"), said: .init()),
          isDryRun: false))
    }
    try await world.perform(
      LogLines(
        .plan(1),
        (13...15).map { number in
          NewLogLine(
            id: "line \(number)", at: Instant(microseconds: 1_700_200_000_000_000 + Int64(number)),
            kind: .question, person: nil, speaker: nil, text: "Loggedcanary, case \(number)?",
            isPromised: false, isPrivate: number == 14)
        }))
    var said = RecordRead.Said(kind: .transcript)
    said.plan = 1
    try await world.receive(
      Sample.transcript(from: 13, on: "Friday 17 November 2023").replacing(
        "We found that help came late. It was case 14.", with: "Stretchcanary told me."),
      as: said, fileName: "f.txt")
    try await world.perform(SetPrivacy("OS5", hidden: ["Q14"], shown: []))
    try await world.perform(AcceptSources(["OS5"], World.decided))
    try await world.perform(PublishSources(["OS5"], World.decided))
  }

  private static let addresses: [String] = {
    let site = "/inquiries/example"
    let api = "/api/public/v1/inquiries/example"
    let inner =
      [
        "", "/sessions", "/findings", "/recommendations", "/report", "/witnesses", "/passages",
        "/submissions", "/calls", "/calls/callcanary", "/evidence",
      ]
      + [
        "kind=written", "kind=oral", "session=5", "session=3", "call=other", "name=witness",
        "from=2023-11-13", "to=2023-11-20", "order=oldest", "order=reference",
      ].map { "/evidence?\($0)" }
      + (1...4).map { "/submissions/EXA000\($0)" }
      + (1...6).flatMap { ["/sessions/\($0)", "/findings/\($0)", "/recommendations/\($0)"] }
      + (0...16).map { "/questions/\($0)" }
      + (1...6).flatMap { number in
        ["xml", "json", "csv", "txt"].map { "/sessions/\(number)/OS\(number).\($0)" }
      }
      + (1...16).flatMap { question in
        (1...2).map { "/questions/\(question)/turns/1/versions/\($0)" }
      }
      + ["/sessions/3/points/1/versions/1", "/submissions/EXA0002/paragraphs/2/versions/1"]
    return ["/", "/accessibility", "/nowhere", "/api/public/v1/inquiries", "/inquiries/other"]
      + inner.map { site + $0 } + inner.map { api + $0 }
      + [api + "/passages?limit=200", api + "/passages?limit=x", site + "/sessions/1?x=1"]
  }()

  @Test func `no canary is anywhere on the public surface`() async throws {
    let world = try await World.make()
    try await plant(world)
    let canaries = LeakTests.canaries
    try await StaffClient.run(world) { client in
      var seen = 0
      for address in LeakTests.addresses {
        for method in [HTTPRequest.Method.get, .head, .post] {
          let answer = try await client.with(token: nil).send(method, address)
          let whole =
            (answer.text + answer.headers.map { "\($0.name): \($0.value)" }.joined(separator: "\n"))
            .lowercased()
          for canary in canaries {
            #expect(!whole.contains(canary), "\(method) \(address) shows \(canary)")
          }
          #expect(!whole.contains("14 november"), "\(address) shows an unpublished day")
          #expect(!whole.contains("15 november"), "\(address) shows the private day")
          if answer.status == .ok { seen += 1 }
        }
      }
      // The search is worth nothing unless the surface was there to be searched.
      #expect(seen >= 60)
      let report = try await client.with(token: nil).send(.get, "/inquiries/example/report")
      #expect(report.text.contains("Help came late"))
      let tombstone = try await client.with(token: nil).send(
        .get, "/inquiries/example/questions/10")
      #expect(tombstone.status == .gone)
      #expect(tombstone.text.contains("It had to go."))
      // What was said in private is no neighbour of what was not.
      for (place, next) in [
        ("/inquiries/example", "questions/15"),
        ("/api/public/v1/inquiries/example", "\"next\":15,"),
      ] {
        let question = try await client.with(token: nil).send(.get, "\(place)/questions/13")
        #expect(question.status == .ok)
        #expect(question.text.contains(next))
        #expect(!question.text.contains("questions/14"))
        let hidden = try await client.with(token: nil).send(.get, "\(place)/questions/14")
        #expect(hidden.status == .notFound)
      }
    }
  }

  @Test func `who is not to be named gets no name that is public in the words`() async throws {
    let world = try await World.make()
    try await plant(world)
    let people = try await world.read { try Person.all(as: $0, on: $1) }
    let person = try #require(people.first { $0.name == "Anonymouscanary Jones" })
    let refusal = await #expect(throws: Refusal.self) {
      try await world.perform(RenamePerson(person.id, to: "Help comes late", revision: 1))
    }
    #expect(refusal?.code == "anonymous_named")
    #expect(refusal?.message.contains("EXA0001") == true)
    try await world.perform(RenamePerson(person.id, to: "Anonymouscanary Johns", revision: 1))
  }

  @Test func `no canary can be found by SQL in the public role`() async throws {
    let world = try await World.make()
    try await plant(world)
    let pool = try TestDatabase.pool(world.database.conninfo("inquiry_public"), size: 1)
    let tables: [String] = try await pool.run { connection in
      try connection.query(
        """
        SELECT format('%I.%I', nspname, relname) FROM pg_class
        JOIN pg_namespace ON pg_namespace.oid = relnamespace
        WHERE relkind IN ('r', 'v', 'm') AND has_table_privilege(pg_class.oid, 'SELECT')
          AND has_schema_privilege(relnamespace, 'USAGE')
          AND nspname NOT IN ('pg_catalog', 'information_schema')
        """
      ) { try $0.next() }
    }
    #expect(tables.count > 15)
    for canary in LeakTests.canaries {
      for table in tables {
        let hits: Int = try await pool.run { connection in
          try connection.one(
            """
            SELECT count(*) FROM \(unsafe: table) AS whole_row
            WHERE strpos(lower(whole_row::text), \(canary)) > 0
            """
          ) { try $0.next() }
        }
        #expect(hits == 0, "\(table) shows \(canary)")
      }
    }
    await #expect(throws: DatabaseError.self) {
      try await pool.run { try $0.execute("SELECT text FROM record.passage_version") }
    }
    await pool.close()
  }

  @Test func `the canaries are in the record, so that the search means something`() async throws {
    let world = try await World.make()
    try await plant(world)
    let dump = try await world.database.asSuperuser { connection in
      let tables: [String] = try connection.query(
        "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = 'record'"
      ) { try $0.next() }
      return try tables.map { table in
        try connection.query("SELECT lower(whole_row::text) FROM \(unsafe: table) AS whole_row") {
          try $0.next() as String
        }.joined()
      }.joined()
    }
    for canary in LeakTests.canaries {
      let bytes = canary.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      #expect(dump.contains(canary) || dump.contains(bytes), "\(canary) was never planted")
    }
  }
}
