import Conduct
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Inquiries
import TestSupport
import Testing
import Wire

@testable import Server

/// Holds the description of the API to the routes and to what they answer.
@Suite(.database) struct OpenAPITests {
  @Test func `every route has its operation, and every operation its route`() async throws {
    let world = try await World.make()
    let router = Router(context: BasicRequestContext.self)
    StaffAPI(
      office: world.office, finder: EvidenceFinder(office: world.office, meaning: nil),
      maximumUpload: 1_000, publicURL: "http://test.example"
    ).addRoutes(to: router)
    let routes = router.routes.map { "\($0.method.rawValue) \($0.path)" }
    #expect(Set(routes) == Set(StaffAPI.operations.map(\.key)))
    #expect(routes.count == StaffAPI.operations.count)
  }

  @Test func `the description is served, and only once to who keeps it`() async throws {
    let world = try await World.make()
    try await StaffClient.run(world) { client in
      let answer = try await client.with(token: nil).send(.get, "/openapi.json")
      #expect(answer.status == .ok)
      #expect(answer.headers[.contentType] == "application/json")
      let etag = try #require(answer.headers[.eTag])
      let again = try await client.send(.get, "/openapi.json", headers: [.ifNoneMatch: etag])
      #expect(again.status == .notModified)
      #expect(try await client.send(.get, "/openapi.json?a=1").code == "query_unknown")
      let head = try await client.send(.head, "/openapi.json")
      #expect(head.status == .ok)
      #expect(head.body.readableBytes == 0)
    }
  }

  /// Something of everything that the staff side tells of.
  private func fill(_ world: World) async throws {
    try await world.publish(Sample.transcript() + "\n2\n")
    try await world.push(
      Sample.draft().replacing("Help came late.", with: "Help came late for 4 in 5."))
    for quote in ["What did you see", nil] {
      _ = try await world.perform(
        LinkEvidence(
          .recommendation("earlier-help"), to: "Q1", stance: .supports, quote: quote,
          isAffirmed: true))
    }
    _ = try await world.perform(
      LinkEvidence(
        .recommendation("earlier-help"), to: "Q2", stance: .contrasts, quote: nil, isAffirmed: true)
    )
    _ = try await world.perform(CorrectPassage("Q1", version: 1, text: "What did you not see?"))
    _ = try await world.perform(StateProposition("alike", text: "All is alike.", revision: nil))
    _ = try await world.perform(AwaitEvent("budget", name: "The Budget"))
    _ = try await world.perform(
      EditLimbs(
        "earlier-help",
        [
          LimbChange(
            number: nil, words: "The Department should bring help forward", act: "bring help",
            addressees: [Addressee(name: "The Department", kind: .department, isLead: true)],
            due: .init(words: "forward", event: "budget", after: Period(months: 2)))
        ], dropping: [], revision: nil))
    var tag = TagChanges()
    tag.name = "Late help"
    try await world.perform(AddTag(tag))
    for name in ["Ada Author", "Ben Author"] {
      try await world.perform(
        ApplyTag("late-help", to: "Q1+1", .quote("help came late")),
        by: try await world.user(name, .author).actor)
    }
    try await world.perform(
      WriteMemo(about: .tag("late-help"), "Late for whom?"),
      by: try await world.user("Mia Memo", .author).actor)
    try await world.closedCall()
    try await world.perform(
      AddDocument(.init(title: "An Act", kind: .law, author: "Parliament")))
    _ = try await world.perform(
      TraceLineage(
        "earlier-help", [.init(.repeats, .document(reference: "D1", words: "The same."))],
        revision: nil))
    try await world.submit()
    try await world.consent(to: ["EXA0001"])
    let ids = try await world.read { try Person.all(as: $0, on: $1).map(\.id) }
    let people = try #require(ids.count > 1 ? (ids[0], ids[1]) : nil)
    try await world.perform(
      MergePeople(
        people.1, into: people.0, revision: 1, survivorRevision: 1, wereTogether: true))
  }

  private static let agenda = """
    Oral evidence: Buses
    Tuesday 7 November 2023
    Members present: Clare Member (Chair).
    Witnesses: Jane Doe, Director, The Organisation.
    """

  private static let line =
    #"{"lines":[{"id":"a","at":"2023-11-07T10:00:00.000Z","kind":"question","text":"What?"}]}"#

  /// The address of an operation, of things that are there.
  private func path(
    _ operation: Server.Operation, _ person: Identifier<Person>, copy: Int64
  ) -> String {
    let names = [
      "inquiry": "example", "number": "1", "slug": "thresholds", "sitting": "P1", "line": "a",
      "id": operation.path.contains("/links/")
        ? "1" : operation.path.contains("/copies/") ? "\(copy)" : "\(person)",
      "tag": "late-help",
      "matrix": "findings",
      "reference": operation.tag == "Submissions"
        ? "EXA0001"
        : operation.tag == "Surveys" ? "S1" : operation.tag == "Documents" ? "D1" : "OS1",
      "question": operation.path.contains("/words/") ? "Q2" : "Q1",
      "name": operation.tag == "Staff"
        ? "Alma%20Admin"
        : operation.tag == "Claims"
          ? "1" : operation.path.contains("findings") ? "late-help" : "earlier-help",
    ]
    return names.reduce(operation.path) { $0.replacing("{\($1.key)}", with: $1.value) }
  }

  @Test func `answers of the staff side are described to the last field`() async throws {
    let world = try await World.make()
    try await fill(world)
    let (_, token) = try await world.user("Alma Admin", .administrator, in: nil)
    let person = try #require(try await world.read { try Person.all(as: $0, on: $1) }.first?.id)
    try await StaffClient.run(world) { client in
      let client = client.with(token: token)
      let check = try SchemaCheck()
      let planned = try await client.send(
        .post, "/api/v1/inquiries/example/sittings/plan?fileName=a.txt&new=Jane%20Doe",
        Array(OpenAPITests.agenda.utf8))
      let logged = try await client.post("sittings/P1/log", OpenAPITests.line)
      let codebook =
        "question,wording,kind,column,value\nQ1,Is it?,single,q,1\n,,,,2\nQ2,What?,text,w,\n"
      let survey = try await client.send(
        .post,
        "/api/v1/inquiries/example/surveys/import?title=A&codebookLength=\(codebook.utf8.count)",
        Array((codebook + "q,w\n1,\n2,Late.\n").utf8))
      let copies = try await world.perform(
        SendCopies("OS1", to: [], sentOn: nil, dueOn: World.today))
      let copy = try #require(copies.first).id
      let back = WordFile.tracked(
        Sample.transcript().replacing("case 3.", with: "case {-3-}{+three+}."),
        comments: [("It was case 2", "So I think.")])
      let returned = try await client.send(
        .post, "/api/v1/inquiries/example/copies/\(copy)/file?fileName=a.docx", back)
      let corrected = try await client.send(
        .post, "/api/v1/inquiries/example/evidence/OS1/correct?fileName=b.txt&leave=true",
        Array(Sample.transcript().replacing("case 2.", with: "case two.").utf8))
      for (answer, id) in [
        (planned, "planSitting"), (logged, "logLines"), (survey, "importSurvey"),
        (returned, "readReturnedCopy"), (corrected, "correctRecord"),
      ] {
        let operation = try #require(StaffAPI.operations.first { $0.id == id })
        #expect(
          check.faults(
            in: [UInt8](buffer: answer.body), of: operation, status: answer.status.code) == [])
        #expect(answer.status.code < 300, "\(answer.text)")
      }
      for operation in StaffAPI.operations where operation.method == .get {
        let path = path(operation, person, copy: copy)
        let answer = try await client.send(.get, path)
        let bytes = [UInt8](buffer: answer.body)
        #expect(answer.status == .ok, "\(path)")
        #expect(
          check.faults(in: bytes, of: operation, status: answer.status.code) == [], "\(path)")
      }
    }
  }

  @Test func `a method that an address does not take is told which it takes`() async throws {
    let world = try await World.make()
    try await StaffClient.run(world) { client in
      let answer = try await client.send(.delete, "/api/v1/inquiries/example/draft")
      #expect(answer.status == .methodNotAllowed)
      #expect(answer.headers[.allow] == "GET, PUT")
      #expect(answer.code == "method_not_allowed")
      let literal = try await client.send(.delete, "/api/v1/inquiries/example/sessions/import")
      #expect(literal.headers[.allow] == "POST")
      let nowhere = try await client.send(.delete, "/api/v1/inquiries/example/nothing")
      #expect(nowhere.status == .notFound)
    }
  }

  @Test func `parameters that no operation takes are refused everywhere`() async throws {
    let world = try await World.make()
    try await StaffClient.run(world) { client in
      for operation in StaffAPI.operations {
        let path = operation.path.replacing("{inquiry}", with: "example")
          .replacing("{number}", with: "1").replacing("{id}", with: "1")
        let answer = try await client.send(operation.method, path + "?limitt=1", [])
        #expect(answer.code == "query_unknown", "\(operation.key)")
      }
      let twice = try await client.get("evidence/OS1/passages?limit=1&limit=2")
      #expect(twice.code == "query_repeated")
    }
  }
}

/// The same of the open API, and of the document itself.
@Suite struct OpenAPIDocumentTests {
  @Test(arguments: PublicOperation.allCases)
  func `every operation of the open API is what its address reads as`(
    operation: PublicOperation
  ) throws {
    let path = operation.operation.path
      .replacing("{inquiry}", with: "hedges").replacing("{number}", with: "1")
      .replacing("surveys/{reference}", with: "surveys/S1")
      .replacing("documents/{reference}", with: "documents/D1")
      .replacing("{reference}", with: "EXA0001").replacing("{slug}", with: "laying")
      .replacing("{version}", with: "1").replacing("{turn}", with: "1")
      .replacing("{point}", with: "1").replacing("{answer}", with: "q4-yes")
      .replacing("{paragraph}", with: "2.17")
    #expect(PublicTarget(path: path).operation == operation)
  }

  @Test func `operations have names of their own`() {
    let operations = Operation.all(isPublicOnly: false)
    #expect(Set(operations.map(\.id)).count == operations.count)
    #expect(Set(operations.map(\.key)).count == operations.count)
  }

  @Test func `config/openapi.json is what inquiry openapi prints`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../config/openapi.json").standardizedFileURL
    let kept = try String(contentsOf: file, encoding: .utf8)
    let made = try OpenAPIDocument(isPublicOnly: false).json.lines() + "\n"
    #expect(kept == made, "run: inquiry openapi >config/openapi.json, and look at the change")
  }

  @Test func `a public node describes the open API alone`() throws {
    let text = String(
      decoding: try OpenAPIDocument(isPublicOnly: true).json.jsonBytes, as: UTF8.self)
    #expect(text.contains("/api/public/v1/inquiries"))
    #expect(!text.contains("/api/v1"))
    #expect(!text.contains("securitySchemes"))
  }

  @Test func `answers of the open API are described to the last field`() async throws {
    try await PublicDatabase.withSite { database, client in
      try await database.change(PublicFixture.document)
      try await database.change(PublicFixture.survey)
      let check = try SchemaCheck()
      for operation in PublicOperation.allCases.map(\.operation) {
        let path = operation.path
          .replacing("{inquiry}", with: "hedges").replacing("{number}", with: "1")
          .replacing("surveys/{reference}", with: "surveys/S1")
          .replacing("documents/{reference}", with: "documents/D1")
          .replacing("{reference}", with: "HED0001").replacing("{slug}", with: "laying")
          .replacing("{version}", with: "1").replacing("{turn}", with: "1")
          .replacing("sessions/1/points/{point}", with: "sessions/2/points/1")
          .replacing("{answer}", with: "q2-1").replacing("{paragraph}", with: "2.17")
        let answer = try await client.get(path)
        #expect(answer.status == .ok, "\(path)")
        #expect(
          check.faults(
            in: [UInt8](buffer: answer.body), of: operation, status: answer.status.code) == [],
          "\(path)")
      }
      let gone = try await client.get("\(PublicFixture.api)/inquiries/hedges/sessions/4")
      #expect(
        check.faults(
          in: [UInt8](buffer: gone.body), of: PublicOperation.session.operation, status: 410)
          == [])
    }
  }
}
