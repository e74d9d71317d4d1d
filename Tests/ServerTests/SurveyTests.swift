import Conduct
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Inquiries
import Postgres
import Records
import Surveys
import TestSupport
import Testing

/// Surveys from import to the public, as programs and people ask for them.
@Suite(.database) struct SurveyTests {
  private static let codebook = """
    question,wording,kind,column,value,code,label,meaning
    Q1,Is it harder than three years ago?,single,q1,1,yes,Yes,
    ,,,,2,no,No,
    ,,,,97,dk,Don't know,dont_know
    ,,,,98,pnts,Prefer not to say,prefer_not_to_say
    Q2,Where do you work?,single,q2,1,north,North,
    ,,,,2,south,South,
    ,,,,3,isles,Isles,
    Q3,What else?,text,q3,,,,
    """

  /// Of 120 one preferred not to say, three are of the Isles, one wrote.
  private static let responses: String = {
    var text = "q1,q2,q3,w\n"
    for place in 0..<120 {
      let first = place == 5 ? "98" : place % 4 == 0 ? "2" : "1"
      let second = place < 3 ? "3" : "\(place % 2 + 1)"
      let words = place == 7 ? "surveywordscanary" : ""
      text += "\(first),\(second),\(words),\(place % 2 == 0 ? "0.5" : "1.5")\n"
    }
    return text
  }()

  private func object(_ answer: TestResponse) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(Array(answer.body.readableBytesView)))
    return try #require(json as? [String: Any])
  }

  private func send(
    _ client: StaffClient, _ query: String = "&weight=w&by=Q2", codebook: String = codebook,
    responses: String = responses
  ) async throws -> TestResponse {
    try await client.send(
      .post,
      "/api/v1/inquiries/example/surveys/import?fileName=r.csv&title=A%20survey&codebookLength=\(codebook.utf8.count)"
        + query,
      Array((codebook + responses).utf8))
  }

  private func publish(_ reference: String, _ world: World) async throws {
    try await world.perform(AcceptSources([reference], World.decided))
    try await world.perform(PublishSources([reference], World.decided))
  }

  @Test func `a survey goes from import to its public page, without what is too small`()
    async throws
  {
    let world = try await World.make(.allPartyGroup)
    try await StaffClient.run(world) { client in
      let dry = try await send(client, "&weight=w&by=Q2&openLink=true&dryRun=true")
      #expect(dry.status == .ok)
      #expect(try object(try await client.get("surveys"))["items"] as? [String] == [])
      let taken = try await send(client, "&weight=w&by=Q2&openLink=true")
      #expect(taken.status == .created)
      let report = try object(taken)
      #expect((report["survey"] as? [String: Any])?["reference"] as? String == "S1")
      #expect(try #require(report["heldBackCount"] as? Int) > 0)

      let table = try object(try await client.get("surveys/S1/tables/q1?by=Q2&decimals=1"))
      let columns = try #require(table["columns"] as? [[String: Any]])
      #expect(columns.map { $0["base"] as? Int } == [119, 58, 58, 3])
      let cells = try #require(columns[0]["cells"] as? [[String: Any]])
      #expect(cells.map { $0["count"] as? Int } == [89, 30, 0, 1])
      #expect(cells[0]["percent"] as? String == "74.8")
      #expect(columns[0]["weightedBase"] as? String == "119")

      let path = "/inquiries/example/surveys/S1"
      #expect(try await client.with(token: nil).send(.get, path).status == .notFound)
      try await publish("S1", world)
      let page = try await client.with(token: nil).send(.get, path)
      #expect(page.status == .ok)
      for words in [
        "Open survey", "id=\"q1-yes\"", "<svg ", "119", "[c]", "Weighted base", "not known",
      ] { #expect(page.text.contains(words), "\(words)") }
      #expect(!page.text.contains("surveywordscanary"))
      let list = try await client.with(token: nil).send(.get, "/inquiries/example/surveys")
      #expect(list.text.contains("A survey"))
      let evidence = try await client.with(token: nil).send(.get, "/inquiries/example/evidence")
      #expect(evidence.text.contains("surveys/S1"))

      let api = "/api/public/v1/inquiries/example/surveys"
      let data = try object(try await client.with(token: nil).send(.get, "\(api)/S1"))
      let questions = try #require(data["questions"] as? [[String: Any]])
      #expect(questions.count == 3)
      let tables = try #require(questions[0]["tables"] as? [[String: Any]])
      let isles = try #require((tables[1]["columns"] as? [[String: Any]])?.last)
      #expect(isles["base"] is NSNull)
      #expect((isles["cells"] as? [[String: Any]])?.allSatisfy { $0["count"] is NSNull } == true)
      let csv = try await client.with(token: nil).send(.get, "\(path)/tables.csv")
      #expect(csv.status == .ok)
      #expect(csv.text.contains("Q1,Is it harder than three years ago?,,,dk,Don't know,0,119,0,"))

      try await world.perform(
        WithdrawSources(["S1"], World.decided(because: "A mistake in the file.")))
      #expect(try await client.with(token: nil).send(.get, path).status == .gone)
      #expect(
        try await client.with(token: nil).send(.get, "\(path)/tables.csv").status == .notFound)
    }
  }

  @Test func `no response and no words of a respondent are in published`() async throws {
    let world = try await World.make(.allPartyGroup)
    try await StaffClient.run(world) { client in
      let taken = try await send(client, "&weight=w")
      #expect(taken.status == .created)
    }
    try await publish("S1", world)
    let dump = try await world.database.asSuperuser { connection in
      let tables: [String] = try connection.query(
        "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = 'published'"
      ) { try $0.next() }
      #expect(!tables.contains("published.survey_answer"))
      return try tables.map { table in
        try connection.query("SELECT whole_row::text FROM \(unsafe: table) AS whole_row") {
          try $0.next() as String
        }.joined(separator: "\n")
      }.joined(separator: "\n")
    }
    #expect(dump.contains("Is it harder than three years ago?"))
    #expect(!dump.contains("surveywordscanary"))
    #expect(dump.contains("Yes: 89 of 119 respondents (75 per cent), weighted"))
    // Three of the Isles answered; no column of theirs is anywhere.
    #expect(dump.contains("Isles: [c]"))
  }

  @Test func `an answer is cited by its place, and its words say its base`() async throws {
    let world = try await World.make()
    try await StaffClient.run(world) { client in
      let taken = try await send(client)
      #expect(taken.status == .created)
    }
    let yes = Locator.answers(survey: "S1", question: "Q1", option: "yes")
    let index = try await world.read { try Passage.index(around: [yes], as: $0, on: $1) }
    guard case .found(let one) = index.resolve(yes),
      case .found(let all) = index.resolve(.answers(survey: "S1", question: "Q1"))
    else {
      Issue.record("the answers are not found")
      return
    }
    #expect(one.count == 1)
    #expect(all.count == 3)
  }

  @Test func `the same files again change nothing, another codebook is refused`() async throws {
    let world = try await World.make()
    try await StaffClient.run(world) { client in
      #expect(try await send(client).status == .created)
      let again = try object(try await send(client))
      #expect(again["wasReceivedBefore"] as? Bool == true)
      let other = try await send(
        client, codebook: SurveyTests.codebook.replacing("Yes", with: "Oh yes"))
      #expect(other.status == .conflict)
      #expect(try object(other)["code"] as? String == "file_received_otherwise")
    }
  }

  @Test(arguments: [
    ("&by=Q3&weight=w", "survey_break_unknown"), ("&weight=q3&ignore=w", "response_weight_invalid"),
    ("", "response_column_unexpected"), ("&weight=w&map=q1", "query_value"),
    ("&weight=w&skipRow=no", "query_value"), ("&weight=w&separator=ab", "csv_separator_unknown"),
    ("&weight=w&fieldworkFrom=2024-01-02&fieldworkTo=2024-01-01", "query_value"),
  ])
  func `what does not fit is refused and nothing is kept`(query: String, code: String) async throws
  {
    let world = try await World.make()
    try await StaffClient.run(world) { client in
      let answer = try await send(client, query)
      #expect(try object(answer)["code"] as? String == code)
      #expect((try object(try await client.get("surveys"))["items"] as? [Any])?.isEmpty == true)
    }
  }

  @Test func `results stand in their own words, with their base or that there is none`()
    async throws
  {
    let world = try await World.make(.allPartyGroup)
    try await StaffClient.run(world) { client in
      let results = """
        question,wording,label,code,figure,base
        Q1,Do thresholds vary?,Yes,yes,more than 80 per cent,
        Q2,Have they risen?,Yes,yes,70 per cent,120
        """
      let taken = try await client.send(
        .post,
        "/api/v1/inquiries/example/surveys/import?fileName=r.csv&title=Directors",
        Array(results.utf8))
      #expect(taken.status == .created)
      try await publish("S1", world)
      let page = try await client.with(token: nil).send(.get, "/inquiries/example/surveys/S1")
      #expect(page.text.contains("no base published"))
      #expect(page.text.contains("more than 80 per cent"))
      let words = try await client.get("evidence/S1/passages")
      #expect(words.text.contains("Yes: more than 80 per cent, no base published."))
      #expect(words.text.contains("Yes: 70 per cent, base 120."))
      let table = try await client.get("surveys/S1/tables/Q1")
      #expect(try object(table)["code"] as? String == "survey_without_responses")
    }
  }

  @Test func `answers and weights come back as they went in, beyond one piece`() async throws {
    let count = 66_000
    let world = try await World.make()
    let codebook = """
      question,wording,kind,column,value
      Q1,One?,single,a,1
      ,,,,2
      Q2,Many?,multiple,,
      Q2,,,b,
      Q2,,,c,
      """
    var text = "a,b,c,w\n"
    for place in 0..<count { text += "\(place % 3 == 0 ? 2 : 1),\(place % 2),0,0.\(place % 7)1\n" }
    let csv = text
    var said = SurveyRead.Said()
    said.title = "Large"
    said.mapping.weight = "w"
    let read = try SurveyRead(
      .init(name: "r.csv", bytes: Array(csv.utf8)),
      codebook: .init(name: "c.csv", bytes: Array(codebook.utf8)), said: said)
    try await world.perform(ImportSurvey(read))
    let kept = try await world.read {
      try Tabulation.read("S1", questions: ["Q1", "Q2"], as: $0, on: $1)
    }
    let tabulation = try #require(kept)
    #expect(tabulation.responses.count == count)
    #expect(
      tabulation.responses.answers[0] == .single((0..<count).map { $0 % 3 == 0 ? 2 : 1 }))
    #expect(
      tabulation.responses.answers[1]
        == .multiple((0..<count).map { $0 % 2 == 1 ? 1 : Answers.noneTicked }))
    #expect(
      tabulation.responses.weights?.scaled == (0..<count).map { Int128($0 % 7) * 10 + 1 })
  }
}
