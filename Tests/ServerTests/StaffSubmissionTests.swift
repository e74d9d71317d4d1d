import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Inquiries
import TestSupport
import Testing

/// Submissions and calls as a program sends them.
@Suite(.database) struct StaffSubmissionTests {
  private static let importPath = "/api/v1/inquiries/example/submissions/import?fileName="

  private func object(_ answer: TestResponse) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(Array(answer.body.readableBytesView)))
    return try #require(json as? [String: Any])
  }

  private func receive(
    _ client: StaffClient, _ name: String, _ bytes: [UInt8], _ query: String = ""
  ) async throws -> TestResponse {
    try await client.send(.post, StaffSubmissionTests.importPath + name + query, bytes)
  }

  private func decision(_ world: World) -> String {
    #""decision":{"on":"\#(World.today)","by":"The committee","reason":"Asked to."}"#
  }

  @Test func `a campaign is found, confirmed and listed, and the public hears nothing of it`()
    async throws
  {
    let world = try await World.make()
    try await StaffClient.run(world) { client in
      for (place, end) in ["", "I say so too.\n"].enumerated() {
        let text = "\(Sample.submission(from: "Parent \(place)", count: 6))\n\n7. \(end)"
        let taken = try await receive(client, "\(place).txt", Array(text.utf8))
        #expect(taken.status == .created)
      }
      let found = try object(try await client.get("campaigns"))["items"] as? [[String: Any]]
      let members = try #require(found?.first?["members"] as? [[String: Any]])
      #expect(members.map { $0["reference"] as? String } == ["EXA0001", "EXA0002"])
      #expect(members.map { $0["standing"] as? String } == ["open", "open"])
      let asked = #"{"references":["EXA0001-0002"],"standing":"confirmed","name":"Late help"}"#
      #expect(try await client.post("campaigns", asked).status == .ok)
      let listed = try object(try await client.get("submissions?campaign=Late%20help"))
      #expect((listed["items"] as? [Any])?.count == 2)
      let wrong = try await client.post(
        "campaigns", #"{"references":["EXA0001"],"standing":"some","name":null}"#)
      #expect(wrong.status == .badRequest)
    }
    let tables = try await world.database.asSuperuser { connection in
      try connection.query(
        """
        SELECT table_name::text FROM information_schema.columns
        WHERE table_schema = 'published' AND column_name LIKE '%campaign%'
        """
      ) { try $0.next() as String }
    }
    #expect(tables == [])
  }

  @Test func `a submission goes from receipt to the public in a few requests`() async throws {
    let world = try await World.make()
    let decision = decision(world)
    try await StaffClient.run(world) { client in
      let call = try await client.post(
        "calls",
        #"{"slug":"thresholds","title":"Thresholds","text":"Tell us.","periods":[{"opensOn":"\#(World.today)","closesOn":null}]}"#
      )
      #expect(call.status == .created)
      #expect(try await client.post("calls/thresholds/publish", "{\(decision)}").status == .ok)
      let taken = try await receive(
        client, "a.md", Array(Sample.submission().utf8),
        "&submitter=A%20charity&submitter=B%20%26%20C&kind=organisation&call=thresholds")
      #expect(taken.status == .created)
      let report = try object(taken)
      #expect(report["reference"] as? String == "EXA0001")
      #expect(report["sequenceKind"] as? String == "joint")
      #expect((report["submitters"] as? [[String: Any]])?.count == 2)
      let consent = try await client.post(
        "consents",
        #"{"references":["EXA0001"],"consent":"given","on":"\#(World.today)","uses":["publish","name"],"wording":"form 2","reviewOn":"2099-01-01","givenBy":"web form"}"#
      )
      #expect((try object(consent)["contributions"] as? [[String: Any]])?.count == 2)
      let due = try await client.get("consents?reviewBy=2099-01-01")
      #expect(due.text.contains(#""uses":["publish","name"],"wording":"form 2""#))
      #expect(try await client.get("consents?reviewBy=2020-01-01").text == #"{"items":[]}"#)
      let tried = try await client.post(
        "submissions/outcome",
        #"{"references":["EXA0001"],"dryRun":true,"outcome":"published_named",\#(decision)}"#)
      #expect(tried.text.contains(#""outcome":"published_named""#))
      #expect(try await client.get("submissions?outcome=published_named").text == #"{"items":[]}"#)
      let decided = try await client.post(
        "submissions/outcome",
        #"{"references":["EXA0001"],"outcome":"published_named",\#(decision)}"#)
      #expect(decided.status == .ok)
      let published = try await client.post(
        "evidence/publish", #"{"references":["EXA0001"],\#(decision)}"#)
      #expect(published.status == .ok)
      let detail = try object(try await client.get("submissions/EXA0001"))
      #expect(detail["paragraphCount"] as? Int == 4)
      #expect((detail["decisions"] as? [[String: Any]])?.count == 2)
      let list = try await client.get("submissions?call=thresholds&state=published&late=no")
      #expect(list.text.contains("A charity and B & C"))
      let original = try await client.get("evidence/EXA0001/original")
      #expect(original.text == Sample.submission())
    }
  }

  @Test func `a submission that cannot be taken gets a clear answer, and spends no reference`()
    async throws
  {
    let world = try await World.make()
    let words = Sample.submission()
    let papers: [(String, [UInt8], String)] = [
      ("latin.txt", Array(words.utf8) + [0xE9, 0x20], "encoding_invalid"),
      ("picture.docx", Docx.file("<w:p><w:r><w:drawing/></w:r></w:p>"), "image_only"),
      (
        "scan.docx",
        Docx.file(
          Docx.paragraph("Written evidence submitted by A charity")
            + "<w:p><w:r><w:drawing/></w:r></w:p>"), "image_only"
      ),
      (
        "macro.docx",
        Docx.file(Docx.paragraph("Help is late."), extra: [("word/vbaProject.bin", [1, 2, 3])]),
        "macro_refused"
      ),
      ("paper.pdf", Array("%PDF-1.4".utf8), "paper_damaged"),
      ("bare.txt", Array("Help comes late in our town.".utf8), "submitter_missing"),
      ("empty.txt", Array("\n".utf8), "no_text"),
    ]
    try await StaffClient.run(world) { client in
      for (name, bytes, code) in papers {
        let answer = try await receive(client, name, bytes)
        #expect(answer.status == .unprocessableContent, "\(name)")
        #expect(answer.code == code, "\(name): \(answer.text)")
      }
      for (query, code) in [
        ("&sequence=sequel", "query_value"), ("&copies=2", "query_unknown"),
        ("&receivedOn=2099-01-01", "received_in_future"), ("&call=none", "call_not_found"),
        ("&supplements=EXA0099", "supplemented_not_found"),
      ] {
        #expect(try await receive(client, "a.txt", Array(words.utf8), query).code == code)
      }
      #expect(try await client.get("submissions").text == #"{"items":[]}"#)
      let tried = try await receive(client, "a.txt", Array(words.utf8), "&dryRun=true")
      #expect(tried.text.contains(#""reference":"EXA0001""#))
      let latin =
        Array("Written evidence submitted by Caf".utf8) + [0xE9]
        + Array("\n\n1. A.\n\n2. B.\n".utf8)
      let taken = try await receive(client, "latin.txt", latin, "&encoding=windows-1252")
      #expect(taken.text.contains(#""reference":"EXA0001""#))
      #expect(taken.text.contains("Café"))
    }
  }

  @Test func `late and repeated submissions are told apart from others`() async throws {
    let world = try await World.make()
    try await world.closedCall()
    try await StaffClient.run(world) { client in
      let late = try await receive(
        client, "a.txt", Array(Sample.submission().utf8), "&call=thresholds")
      #expect(late.status == .created)
      #expect(late.text.contains(#""late":"undecided""#))
      #expect(late.text.contains("It came late"))
      let again = try await receive(client, "b.txt", Array(Sample.submission().utf8))
      #expect(again.text.contains(#""wasReceivedBefore":true"#))
      #expect(again.text.contains("EXA0001"))
      let alike = try await receive(
        client, "c.txt", Array(Sample.submission(from: "Others").utf8))
      #expect(alike.text.contains(#""duplicates":["EXA0001"]"#))
      let refused = try await client.post(
        "evidence/accept", #"{"references":["EXA0001"],\#(decision(world))}"#)
      #expect(refused.code == "late_not_admitted")
      let admitted = try await client.post(
        "submissions/admit", #"{"references":["EXA0001"],\#(decision(world))}"#)
      #expect(admitted.text.contains(#""late":"admitted""#))
      #expect(
        try await client.post(
          "evidence/accept", #"{"references":["EXA0001"],\#(decision(world))}"#
        ).status == .ok)
    }
  }

  @Test func `a list is admitted and decided on only as it was shown`() async throws {
    let world = try await World.make()
    try await world.closedCall()
    for words in ["First.", "More."] {
      try await world.submit(Sample.submission(words: words), .init(call: "thresholds"))
    }
    try await StaffClient.run(world) { client in
      let list = #"{"references":["EXA0001-0002"],\#(decision(world))"#
      let late = try await client.post("submissions/admit", list + #","dryRun":true}"#)
      let admitted = try #require(late.headers[.eTag])
      #expect(admitted == "\"1.1\"")
      let mended = try await client.send(
        .patch, "/api/v1/inquiries/example/submissions/EXA0002",
        Array(#"{"submitterKind":"proxy"}"#.utf8), headers: [.ifMatch: "\"1\""])
      #expect(mended.status == .ok)
      let stale = try await client.post(
        "submissions/admit", list + "}", headers: [.ifMatch: admitted])
      #expect(stale.status == .preconditionFailed)
      #expect(stale.text.contains("EXA0002 changed since you looked"))
      #expect(try await client.get("submissions").text.contains(#""late":"admitted""#) == false)
      #expect(try await client.post("submissions/admit", list + "}").status == .ok)

      let outcome = list + #","outcome":"published_named","printedName":null"#
      let dry = try await client.post("submissions/outcome", outcome + #","dryRun":true}"#)
      let shown = try #require(dry.headers[.eTag])
      let one = try await client.post(
        "evidence/accept", #"{"references":["EXA0001"],\#(decision(world))}"#)
      #expect(one.status == .ok)
      let changed = try await client.post(
        "submissions/outcome", outcome + "}", headers: [.ifMatch: shown])
      #expect(changed.code == "revision_differs")
      #expect(changed.text.contains("EXA0001 changed since you looked"))
      #expect(try await client.get("submissions").text.contains("published_named") == false)
      let again = try await client.post("submissions/outcome", outcome + #","dryRun":true}"#)
      let seen = try #require(again.headers[.eTag])
      let done = try await client.post(
        "submissions/outcome", outcome + "}", headers: [.ifMatch: seen])
      #expect(done.status == .ok)
    }
  }

  @Test func `consents of a list are shown before they are recorded, and only as shown`()
    async throws
  {
    let world = try await World.make()
    for words in ["First.", "More."] { try await world.submit(Sample.submission(words: words)) }
    try await StaffClient.run(world) { client in
      func said(_ consent: String, _ references: String) -> String {
        #"{"references":["\#(references)"],"consent":"\#(consent)","on":"\#(World.today)""#
      }
      let list = said("given", "EXA0001-0002")
      let dry = try await client.post("consents", list + #","dryRun":true}"#)
      let shown = try #require(dry.headers[.eTag])
      #expect(shown == "\"1.1\"")
      #expect((try object(dry)["contributions"] as? [[String: Any]])?.count == 2)
      #expect(dry.text.contains(#""consent":"given""#))
      #expect(try await client.get("consents").text.contains(#""consent":"given""#) == false)
      #expect(try await client.post("consents", said("refused", "EXA0002") + "}").status == .ok)
      let stale = try await client.post("consents", list + "}", headers: [.ifMatch: shown])
      #expect(stale.status == .preconditionFailed)
      #expect(try await client.get("consents").text.contains(#""consent":"given""#) == false)
      let again = try await client.post("consents", list + #","dryRun":true}"#)
      let seen = try #require(again.headers[.eTag])
      let done = try await client.post("consents", list + "}", headers: [.ifMatch: seen])
      #expect(done.status == .ok)
      #expect(try await client.get("consents").text.contains("refused") == false)
    }
  }

  @Test func `nothing is agreed to where consent is refused or withdrawn`() async throws {
    let world = try await World.make()
    try await world.submit()
    try await StaffClient.run(world) { client in
      func say(_ consent: String, _ uses: String = "") async throws -> TestResponse {
        try await client.post(
          "consents",
          #"{"references":["EXA0001"],"consent":"\#(consent)","on":"\#(World.today)"\#(uses)}"#)
      }
      for consent in ["refused", "withdrawn"] {
        let unfit = try await say(consent, #","uses":["name"]"#)
        #expect(unfit.status == .unprocessableContent)
        #expect(unfit.code == "consent_uses_unfit")
        #expect(try await say(consent).text.contains(#""uses":[]"#))
      }
      #expect(try await say("given").text.contains(#""uses":["publish","quote","name"]"#))
    }
  }

  @Test func `a request sent again with its key receives once`() async throws {
    let world = try await World.make()
    let key = try #require(HTTPField.Name("Idempotency-Key"))
    try await StaffClient.run(world) { client in
      for _ in 1...2 {
        let answer = try await client.send(
          .post, StaffSubmissionTests.importPath + "a.txt", Array(Sample.submission().utf8),
          headers: [key: "k1"])
        #expect(answer.status == .created)
        #expect(answer.text.contains(#""wasReceivedBefore":false"#))
      }
    }
  }

  @Test func `calls are changed by who has read them`() async throws {
    let world = try await World.make()
    try await world.closedCall("c")
    let day = World.day(20).description
    let open = World.day(-30).description
    let body = #"{"periods":[{"opensOn":"\#(open)","closesOn":"\#(day)"}]}"#
    try await StaffClient.run(world) { client in
      let path = "/api/v1/inquiries/example/calls/c"
      let bare = try await client.send(.patch, path, Array(body.utf8))
      #expect(bare.code == "if_match_missing")
      let stale = try await client.send(
        .patch, path, Array(body.utf8), headers: [.ifMatch: "\"1\""])
      #expect(stale.status == .preconditionFailed)
      #expect(stale.headers[.eTag] == "\"2\"")
      #expect(try await client.get("calls/c").headers[.eTag] == "\"2\"")
      let done = try await client.send(
        .patch, path, Array(body.utf8), headers: [.ifMatch: "\"2\""])
      #expect(done.text.contains(day))
      #expect(try await client.get("calls").text.contains(day))
      let early = try await client.post(
        "calls/c/withdraw", "{\(decision(world))}", headers: [.ifMatch: "\"2\""])
      #expect(early.status == .preconditionFailed)
      let gone = try await client.post("calls/c/withdraw", "{\(decision(world))}")
      #expect(gone.text.contains(#""state":"withdrawn""#))
      let form = try await client.post(
        "calls",
        #"{"slug":"d","title":"D","text":"x","periods":[{"opensOn":"2024-02-02","closesOn":"2024-02-01"}]}"#
      )
      #expect(form.code == "call_periods_form")
    }
  }

  @Test func `words are left out by a request, and the answer does not repeat them`()
    async throws
  {
    let world = try await World.make()
    try await world.submit(Sample.submission().replacing("place 2", with: "Zebedina House"))
    try await StaffClient.run(world) { client in
      let body = #"{"locator":"EXA0001, para 2","words":"Zebedina House",\#(decision(world))}"#
      let stale = try await client.post(
        "submissions/redact", body, headers: [.ifMatch: "\"2\""])
      #expect(stale.status == .preconditionFailed)
      #expect(stale.headers[.eTag] == "\"1\"")
      let done = try await client.post(
        "submissions/redact", body, headers: [.ifMatch: "\"1\""])
      #expect(try await client.get("submissions/EXA0001").headers[.eTag] == "\"2\"")
      #expect(done.text.contains(#""locator":"EXA0001, para 2""#))
      #expect(done.text.contains(#""elsewhere":{"count":0,"places":[]}"#))
      #expect(!done.text.contains("Zebedina"))
      #expect(try await !client.get("submissions/EXA0001").text.contains("Zebedina"))
      let audit = try await client.send(.get, "/api/v1/inquiries/example/audit")
      #expect(audit.text.contains(#""act":"redact""#))
      #expect(!audit.text.contains("Zebedina"))
    }
  }
}

/// A Word document of the given body: a zip archive of stored members.
private enum Docx {
  private static let space =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

  static func paragraph(_ text: String) -> String {
    "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  static func file(_ body: String, extra: [(String, [UInt8])] = []) -> [UInt8] {
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
    let document = "<w:document \(space)><w:body>\(body)</w:body></w:document>"
    var file: [UInt8] = []
    var directory: [UInt8] = []
    let members =
      [("[Content_Types].xml", Array(types.utf8)), ("word/document.xml", Array(document.utf8))]
      + extra
    for (name, content) in members {
      let place = file.count
      var head = little(20, 2) + little(0x0800, 2) + little(0, 6) + little(Int(crc(content)), 4)
      head += little(content.count, 4) + little(content.count, 4) + little(name.utf8.count, 2)
      head += little(0, 2)
      file += little(0x0403_4B50, 4) + head + Array(name.utf8) + content
      directory += little(0x0201_4B50, 4) + little(20, 2) + head + little(0, 10)
      directory += little(place, 4) + Array(name.utf8)
    }
    let end =
      little(0x0605_4B50, 4) + little(0, 4) + little(members.count, 2) + little(members.count, 2)
      + little(directory.count, 4) + little(file.count, 4) + little(0, 2)
    return file + directory + end
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> ($0 * 8)) : 0 }
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0 as UInt32) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in
        sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1
      }
    }
  }
}
