import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// What goes on record of answers in own words that become public, and of what is left out
/// of them.
@Suite(.database) struct SurveyAnswerTests {
  private static let codebook = """
    question,wording,kind,column,value,code,label,meaning
    Q1,Is it harder?,single,q1,1,yes,Yes,
    ,,,,2,no,No,
    Q2,What else?,text,q2,,,,
    """

  /// A public survey that twenty answered, each in own words.
  private func published(saying words: String) async throws -> World {
    let world = try await World.make(.allPartyGroup)
    var said = SurveyRead.Said()
    said.title = "A survey"
    let responses = "q1,q2\n" + (1...20).map { "\($0 % 2 + 1),\(words)\n" }.joined()
    try await world.perform(
      ImportSurvey(
        SurveyRead(
          .init(name: "r.csv", bytes: Array(responses.utf8)),
          codebook: .init(name: "c.csv", bytes: Array(SurveyAnswerTests.codebook.utf8)),
          said: said)))
    try await world.perform(AcceptSources(["S1"], World.decided))
    try await world.perform(PublishSources(["S1"], World.decided))
    return world
  }

  /// What the newest entry of an act is about, and what it says under a key.
  private func entry(
    of act: String, _ key: String, in world: World
  ) async throws -> (subject: String, value: String?) {
    let found = try await world.staff.run { connection in
      try connection.first(
        """
        SELECT subject, detail ->> \(key)::text FROM record.audit_entry WHERE act = \(act)
        ORDER BY id DESC LIMIT 1
        """
      ) { row -> (subject: String, value: String?) in
        (subject: try row.next(), value: try row.next())
      }
    }
    return try #require(found)
  }

  @Test func `personal data in an answer that is public again is told of, and goes on record`()
    async throws
  {
    let world = try await published(saying: "Write to a@b.example.org.")
    try await world.perform(
      QuoteAnswer("S1", "Q2", 5, isPersonalDataSeen: true, World.decided))
    try await world.redact("S1-Q2, answer 1", "a@b.example.org")
    func lift(seen: Bool) async throws {
      try await world.perform(
        LiftRedaction(
          RedactionList(["S1-Q2, answer 1"]), isPersonalDataSeen: seen,
          World.decided(because: "The writer agrees.")))
    }
    let open = await #expect(throws: Refusal.self) { try await lift(seen: false) }
    #expect(open?.code == "personal_data_open")
    #expect(open?.field == "personalDataSeen")
    try await lift(seen: true)
    let entry = try await entry(of: LiftRedaction.title, "personalDataSeen", in: world)
    #expect(entry.value == "S1 1")
  }

  @Test func `names that are withheld and protected terms are marked before one is published`()
    async throws
  {
    let world = try await published(saying: "Zebedina Quill drove the blue bus.")
    let (author, _) = try await world.user("Ann Author", .author)
    func marks(for actor: Actor = .machineOperator) async throws -> [[PersonalData.Kind]] {
      try await world.office.read(in: World.slug, by: actor) {
        try AnswersInWords.page(of: "S1", "Q2", after: 3, limit: 2, as: $0, on: $1)
      }.map(\.personalData)
    }
    #expect(try await marks() == [[], []])
    try await world.submit(Sample.submission(from: "Zebedina Quill"), .init(kind: .individual))
    try await world.consent(to: ["EXA0001"], [.publish])
    try await world.decide(.publishedAnonymous, "EXA0001", printedName: "A parent")
    #expect(try await marks() == [[.withheldName], [.withheldName]])
    try await world.receive(Sample.transcript())
    let witness = try #require(
      try await world.read { try Person.all(as: $0, on: $1) }.first { $0.name == "Ann Witness" })
    try await world.perform(
      ProtectPerson(witness.id, revision: 1, realName: "Real Namely", terms: ["blue bus"]))
    let both: [PersonalData.Kind] = [.withheldName, .protectedTerm]
    #expect(try await marks() == [both, both])
    // Beside words that can be read, the mark alone may tell the term.
    #expect(try await marks(for: author) == [[.withheldName], [.withheldName]])
  }

  @Test func `of many answers the audit's line names ten, and its entry all`() async throws {
    let world = try await published(saying: "No bus came.")
    let twelve = AnswerList(["1-12"])
    try await world.perform(QuoteAnswer("S1", "Q2", twelve, World.decided))
    try await world.perform(
      TakeDownAnswer("S1", "Q2", twelve, World.decided(because: "Asked for it.")))
    for act in [QuoteAnswer.title, TakeDownAnswer.title] {
      let entry = try await entry(of: act, "places", in: world)
      #expect(entry.subject.hasPrefix("S1-Q2, answer 1; S1-Q2, answer 2; "))
      #expect(entry.subject.hasSuffix("S1-Q2, answer 10; and 2 more"))
      #expect(entry.value?.hasSuffix("; S1-Q2, answer 11; S1-Q2, answer 12") == true)
    }
  }
}
