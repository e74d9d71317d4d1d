import Conduct
import Foundation
import HTTPTypes
import HummingbirdTesting
import Inquiries
import Records
import TestSupport
import Testing

/// Answers in respondents' own words: read by staff, published one by one.
@Suite(.database) struct SurveyWordsTests {
  private static let codebook = """
    question,wording,kind,column,value,code,label,meaning
    Q1,Is it harder?,single,q1,1,yes,Yes,
    ,,,,2,no,No,
    Q2,What else?,text,q2,,,,
    """

  /// Of twenty, the third, fifth and ninth wrote.
  private static let responses: String = {
    let words = [3: "wordsofthethird", 5: "Write to me at a@b.example.org.", 9: "Buses stopped."]
    return "q1,q2\n" + (1...20).map { "\($0 % 2 + 1),\(words[$0] ?? "")\n" }.joined()
  }()

  private static let page = "/inquiries/example/surveys/S1"

  private func object(_ answer: TestResponse) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(Array(answer.body.readableBytesView)))
    return try #require(json as? [String: Any])
  }

  private func imported(
    isPublished: Bool = true, ninth: String = "Buses stopped."
  ) async throws -> World {
    let world = try await World.make(.allPartyGroup)
    var said = SurveyRead.Said()
    said.title = "A survey"
    let responses = SurveyWordsTests.responses.replacing("Buses stopped.", with: ninth)
    try await world.perform(
      ImportSurvey(
        SurveyRead(
          .init(name: "r.csv", bytes: Array(responses.utf8)),
          codebook: .init(name: "c.csv", bytes: Array(SurveyWordsTests.codebook.utf8)),
          said: said)))
    if isPublished { try await publish(world) }
    return world
  }

  private func publish(_ world: World) async throws {
    try await world.perform(AcceptSources(["S1"], World.decided))
    try await world.perform(PublishSources(["S1"], World.decided))
  }

  private func quote(
    _ respondent: Int, _ client: StaffClient, _ more: String = ""
  ) async throws -> TestResponse {
    try await client.post(
      "surveys/S1/words/q2/publish",
      #"{"respondent":\#(respondent),\#(more)"decision":{"on":"\#(World.today)","by":"The group"}}"#
    )
  }

  /// The only one of the answers that it was done to.
  private func only(_ answer: TestResponse) throws -> [String: Any] {
    let items = try #require(try object(answer)["items"] as? [[String: Any]])
    #expect(items.count == 1)
    return try #require(items.first)
  }

  private func code(_ answer: TestResponse) throws -> String? {
    try object(answer)["code"] as? String
  }

  private func published(_ world: World) async throws -> String {
    try await world.database.asSuperuser { connection in
      try connection.query(
        """
        SELECT to_jsonb(passage)::text || to_jsonb(version)::text
        FROM published.passage
        JOIN published.passage_version AS version ON passage_id = passage.id
        """
      ) { try $0.next() as String }.joined(separator: "\n")
    }
  }

  @Test
  func
    `staff read the answers, what looks like personal data is told, and the reading is on record`()
    async throws
  {
    let world = try await imported()
    try await StaffClient.run(world) { client in
      let answer = try object(try await client.get("surveys/S1/words/Q2"))
      let items = try #require(answer["items"] as? [[String: Any]])
      #expect(items.map { $0["respondent"] as? Int } == [3, 5, 9])
      #expect(items.map { $0["personalData"] as? [String] } == [[], ["email"], []])
      #expect(items.allSatisfy { $0["locator"] is NSNull })
      let next = try object(try await client.get("surveys/S1/words/Q2?after=3&limit=1"))
      #expect((next["items"] as? [[String: Any]])?.map { $0["respondent"] as? Int } == [5])
      #expect(
        try await code(client.get("surveys/S1/words/Q1")) == "survey_question_not_in_words")
      #expect(try await code(client.get("surveys/S9/words/Q1")) == "source_not_found")
    }
    let readings = try await world.database.asSuperuser { connection in
      try connection.query(
        "SELECT subject FROM record.audit_entry WHERE act = 'read survey answers'"
      ) { try $0.next() as String }
    }
    #expect(readings == ["S1", "S1"])
  }

  @Test func `one answer is published by itself, cited by its number, and the others stay unsaid`()
    async throws
  {
    let world = try await imported()
    try await StaffClient.run(world) { client in
      let dry = try await quote(9, client, #""dryRun":true,"#)
      #expect(dry.status == .ok)
      #expect(try await !published(world).contains("Buses stopped."))
      let quoted = try await quote(9, client)
      #expect(quoted.status == .ok)
      #expect(try only(quoted)["locator"] as? String == "S1-Q2, answer 1")
      #expect(try await code(quote(9, client)) == "answer_published")
      #expect(try await code(quote(4, client)) == "answer_not_found")
      #expect(try await code(quote(5, client)) == "personal_data_open")
      #expect(try await quote(5, client, #""personalDataSeen":true,"#).status == .ok)

      let page = try await client.with(token: nil).send(.get, SurveyWordsTests.page)
      #expect(page.text.contains("id=\"q2-1\""))
      #expect(page.text.contains("Buses stopped."))
      #expect(page.text.contains("id=\"q2-2\""))
      #expect(!page.text.contains("wordsofthethird"))
      let data = try object(
        try await client.with(token: nil).send(
          .get, "/api/public/v1/inquiries/example/surveys/S1"))
      let questions = try #require(data["questions"] as? [[String: Any]])
      let inWords = try #require(questions[1]["inWords"] as? [[String: Any]])
      #expect(inWords.first as? [String: String] == ["number": "1", "text": "Buses stopped."])
    }
    let shown = try await published(world)
    #expect(shown.contains("Buses stopped."))
    #expect(!shown.contains("wordsofthethird"))
    let columns = try await world.database.asSuperuser { connection in
      try connection.query(
        """
        SELECT table_name::text FROM information_schema.columns
        WHERE table_schema = 'published' AND column_name LIKE '%respondent%'
        """
      ) { try $0.next() as String }
    }
    #expect(columns == [])
    let place = try Locator.read(key: "S1-Q2", suffix: ", answer 1").get()
    let index = try await world.read { try Passage.index(around: [place], as: $0, on: $1) }
    guard case .found(let entries) = index.resolve(place) else {
      Issue.record("the answer is not found")
      return
    }
    #expect(entries.map(\.answer?.option) == ["1"])
  }

  @Test func `it needs a public survey, leaves words out again, and goes with its survey`()
    async throws
  {
    let world = try await imported(isPublished: false)
    try await StaffClient.run(world) { client in
      let refused = try await quote(9, client)
      #expect(try code(refused) == "survey_not_published")
      try await publish(world)
      #expect(try await quote(9, client).status == .ok)
      let reader = client.with(token: nil)
      let answer = "\(SurveyWordsTests.page)/answers/q2-1"
      #expect(try await reader.send(.get, answer).text.contains("Buses stopped."))
      try await world.redact("S1-Q2, answer 1", "Buses")
      #expect(try await reader.send(.get, answer).text.contains("[***] stopped."))
      let lift = LiftRedaction(
        RedactionList(["S1-Q2, answer 1"]), World.decided(because: "Harmless after all."))
      #expect(try await world.perform(lift).publicAgain == ["S1-Q2, answer 1"])
      #expect(try await reader.send(.get, answer).text.contains("Buses stopped."))
      try await world.redact("S1-Q2, answer 1", "Buses")
      try await world.redact("S1-Q2, answer 1", "stopped.")
      let late = await #expect(throws: Refusal.self) { try await world.perform(lift) }
      #expect(late?.code == "answer_not_public")
      try await expectGone(answer, because: "Names a third person.", reader)
      let figure = try await client.post(
        "submissions/redact",
        #"{"locator":"S1-Q1, answer yes","words":"Yes","decision":{"on":"\#(World.today)","by":"A","reason":"B"}}"#
      )
      #expect(try code(figure) == "redaction_of_submissions")
      try await world.perform(
        TakeDownSources(["S1"], World.decided(because: "A mistake in the file.")))
      let gone = try await client.with(token: nil).send(.get, SurveyWordsTests.page)
      #expect(gone.status == .gone)
    }
    #expect(try await published(world).isEmpty)
  }

  /// The answer's own address, as page, data and version, and its survey's page tell
  /// of it and hold none of its words.
  private func expectGone(
    _ answer: String, because reason: String, _ reader: StaffClient
  ) async throws {
    for path in [answer, "\(answer)/versions/1"] {
      let page = try await reader.send(.get, path)
      #expect(page.status == .gone, "\(path)")
      #expect(page.text.contains(reason) && page.text.contains("S1-Q2, answer 1"))
      let data = try await reader.send(.get, "/api/public/v1\(path)")
      #expect(data.status == .gone)
      #expect(try code(data) == "gone")
      #expect(data.text.contains(reason) && !data.text.contains("sha"))
      for text in [page.text, data.text] {
        #expect(!text.contains("Buses") && !text.contains("stopped"))
      }
    }
    let survey = try await reader.send(.get, SurveyWordsTests.page)
    #expect(survey.status == .ok)
    #expect(survey.text.contains("id=\"q2-1\"") && survey.text.contains(reason))
    #expect(!survey.text.contains("Buses") && !survey.text.contains("[***]"))
    let told = try await reader.send(.get, "/api/public/v1\(SurveyWordsTests.page)")
    #expect(told.text.contains(#""takenDown":[{"number":"1","reason":"\#(reason)""#))
  }

  @Test func `an answer is taken down by itself, and its address tells of it`() async throws {
    let world = try await imported()
    try await StaffClient.run(world) { client in
      let reader = client.with(token: nil)
      let answer = "\(SurveyWordsTests.page)/answers/q2-1"
      func takeDown(_ respondent: Int, _ reason: String) async throws -> TestResponse {
        try await client.post(
          "surveys/S1/words/q2/take-down",
          #"{"respondent":\#(respondent),"decision":{"on":"\#(World.today)","by":"The group"\#(reason)}}"#
        )
      }
      #expect(try await quote(9, client).status == .ok)
      #expect(try await reader.send(.get, answer).status == .ok)
      #expect(
        try await reader.send(.get, "\(SurveyWordsTests.page)/answers/q2-2").status == .notFound)
      #expect(try await code(takeDown(9, "")) == "reason_missing")
      let reason = #","reason":"The writer asked for it.""#
      #expect(try await code(takeDown(3, reason)) == "answer_not_public")
      let gone = try await takeDown(9, reason)
      #expect(gone.status == .ok)
      #expect(try only(gone)["takenDownOn"] as? String == World.today.description)
      #expect(try await code(takeDown(9, reason)) == "answer_not_public")
      try await expectGone(answer, because: "The writer asked for it.", reader)
      #expect(try await code(quote(9, client)) == "answer_published")
      #expect(try await !published(world).contains("Buses"))
      // Another answer takes the next number, not the one that is spent.
      let next = try await quote(3, client)
      #expect(try only(next)["locator"] as? String == "S1-Q2, answer 2")
      try await world.perform(
        TakeDownSources(["S1"], World.decided(because: "A mistake in the file.")))
      let all = try await reader.send(.get, answer)
      #expect(all.status == .gone && all.text.contains("A mistake in the file."))
    }
  }

  @Test func `the take-down of an answer names the places of published reports that use it`()
    async throws
  {
    let world = try await imported()
    try await StaffClient.run(world) { client in
      for respondent in [9, 3] { #expect(try await quote(respondent, client).status == .ok) }
      try await world.push(Sample.draft(citing: "S1-Q2, answer 1"))
      try await world.publishReport()
      func takeDown(_ respondent: Int, dry: Bool) async throws -> [String]? {
        try only(
          try await client.post(
            "surveys/S1/words/q2/take-down",
            #"{"respondent":\#(respondent),"dryRun":\#(dry),"decision":{"on":"\#(World.today)","by":"The group","reason":"Asked to."}}"#
          ))["citedIn"] as? [String]
      }
      #expect(try await takeDown(3, dry: true) == nil)
      #expect(try await takeDown(9, dry: true) == ["edition 1, paragraphs 1-2"])
      let both = try await client.post(
        "surveys/S1/words/q2/take-down",
        #"{"respondents":["3","9"],"dryRun":true,"decision":{"on":"\#(World.today)","by":"The group","reason":"Asked to."}}"#
      )
      let items = try #require(try object(both)["items"] as? [[String: Any]])
      #expect(
        items.map { $0["citedIn"] as? [String] } == [nil, ["edition 1, paragraphs 1-2"]])
      #expect(try await takeDown(9, dry: false) == ["edition 1, paragraphs 1-2"])
    }
  }

  @Test func `answers of a list are published and taken down as they were shown, all or none`()
    async throws
  {
    let world = try await imported()
    try await StaffClient.run(world) { client in
      func act(
        _ step: String, _ list: String, headers: HTTPFields = [:]
      ) async throws -> TestResponse {
        let decision =
          #""decision":{"on":"\#(World.today)","by":"The group","reason":"Asked to."}"#
        return try await client.post(
          "surveys/S1/words/q2/\(step)", "{\(list),\(decision)}", headers: headers)
      }
      func locators(_ answer: TestResponse) throws -> [String?] {
        let items = try #require(try object(answer)["items"] as? [[String: Any]])
        return items.map { $0["locator"] as? String }
      }
      let holes = try await act("publish", #""respondents":["3-5","9"]"#)
      #expect(try code(holes) == "answer_not_found")
      #expect(holes.text.contains("--except 4"))
      let open = try await act("publish", #""respondents":["3-5","9"],"except":["4"]"#)
      #expect(try code(open) == "personal_data_open")
      #expect(open.text.contains("--except 5"))
      #expect(try await act("publish", #""respondents":[]"#).code == "respondents_missing")
      #expect(try await published(world).contains("Buses stopped.") == false)

      let list = #""respondents":["9","3-5"],"except":["4-5"]"#
      let dry = try await act("publish", list + #","dryRun":true"#)
      let shown = try #require(dry.headers[.eTag])
      #expect(try locators(dry) == ["S1-Q2, answer 1", "S1-Q2, answer 2"])
      #expect(try await published(world).contains("Buses stopped.") == false)
      #expect(
        try await quote(5, client, #""personalDataSeen":true,"#).status == .ok)
      #expect(
        try await act("publish", list, headers: [.ifMatch: shown]).status == .preconditionFailed)
      let again = try await act("publish", list + #","dryRun":true"#)
      let seen = try #require(again.headers[.eTag])
      let done = try await act("publish", list, headers: [.ifMatch: seen])
      #expect(done.status == .ok)
      #expect(try locators(done) == ["S1-Q2, answer 2", "S1-Q2, answer 3"])
      let reader = client.with(token: nil)
      for (number, words) in [(2, "Buses stopped."), (3, "wordsofthethird")] {
        let answer = try await reader.send(.get, "\(SurveyWordsTests.page)/answers/q2-\(number)")
        #expect(answer.text.contains(words))
      }

      let twice = try await act("publish", #""respondents":["3"]"#)
      #expect(try code(twice) == "answer_published")
      #expect(try await act("take-down", #""respondents":["3"]"#).status == .ok)
      let hidden = try await act("take-down", #""respondents":["3","5","9"]"#)
      #expect(try code(hidden) == "answer_not_public")
      #expect(hidden.text.contains("--except 3"))
      #expect(try await published(world).contains("Buses stopped."))
      #expect(try await act("take-down", #""respondents":["5","9"]"#).status == .ok)
      #expect(try await published(world).contains("Buses stopped.") == false)
    }
  }

  @Test func `an answer that names somebody who is not to be named is looked at first`()
    async throws
  {
    let world = try await imported(ninth: "Zebedina Quill helped.")
    try await world.submit(Sample.submission(from: "Zebedina Quill"), .init(kind: .individual))
    try await world.consent(to: ["EXA0001"], [.publish])
    try await world.decide(.publishedAnonymous, "EXA0001", printedName: "A parent")
    try await StaffClient.run(world) { client in
      let refused = try await quote(9, client)
      #expect(try code(refused) == "personal_data_open")
      #expect(refused.text.contains("Respondent 9"))
      #expect(!refused.text.contains("Quill"))
      #expect(try await quote(9, client, #""personalDataSeen":true,"#).status == .ok)
    }
    let paper = await #expect(throws: Refusal.self) {
      try await world.perform(PublishSources(["EXA0001"], World.decided))
    }
    #expect(paper?.code == "personal_data_open")
    #expect(paper?.message.contains("S1-Q2, answer 1") == true)
    try await world.redact("S1-Q2, answer 1", "Zebedina Quill")
    let lift = LiftRedaction(
      RedactionList(["S1-Q2, answer 1"]), World.decided(because: "Harmless after all."))
    let lifted = await #expect(throws: Refusal.self) { try await world.perform(lift) }
    #expect(lifted?.code == "personal_data_open")
  }

  @Test func `a protected term in an answer keeps it from the public`() async throws {
    let world = try await imported()
    try await world.receive(Sample.transcript())
    let witness = try #require(
      try await world.read { try Person.all(as: $0, on: $1) }.first { $0.name == "Ann Witness" })
    try await world.perform(
      ProtectPerson(witness.id, revision: 1, realName: "Real Namely", terms: ["wordsofthethird"]))
    try await StaffClient.run(world) { client in
      let refused = try await quote(3, client)
      #expect(try code(refused) == "protected_term_found")
    }
    #expect(try await !published(world).contains("wordsofthethird"))
  }
}
