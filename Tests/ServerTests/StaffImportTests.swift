import Conduct
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

/// Imports listed, mended, checked and undone, as a program does it.
@Suite(.database) struct StaffImportTests {
  @Test func `a submission is mended at its revision, checked, and its import undone once`()
    async throws
  {
    let world = try await World.make()
    try await world.submit(
      "Written evidence submitted by Mary\n\n1. Write to mary@example.org about it.\n")
    try await StaffClient.run(world) { client in
      let place = "/api/v1/inquiries/example/submissions/EXA0001"
      let read = try await client.get("submissions/EXA0001")
      let tag = try #require(read.headers[.eTag])
      let edit = Array(#"{"submitterKind":"proxy","datedOn":null}"#.utf8)
      let mended = try await client.send(.patch, place, edit, headers: [.ifMatch: tag])
      #expect(mended.text.contains(#""submitterKind":"proxy""#))
      let stale = try await client.send(.patch, place, edit, headers: [.ifMatch: tag])
      #expect(stale.code == "revision_differs")
      #expect(try await client.send(.patch, place, edit).code == "if_match_missing")

      #expect(
        try await client.get("submissions/EXA0001/personal-data").text.contains(
          #""locator":"EXA0001, para 1","kind":"email","words":"mary@example.org""#))
      #expect(
        try await client.get("evidence/EXA0001/personal-data").text.contains(
          #""locator":"EXA0001, para 1","kind":"email""#))
      #expect(try await client.get("evidence/OS9/personal-data").code == "source_not_found")
      #expect(
        try await client.get("personal-data").text
          == #"{"items":[{"reference":"EXA0001","count":1,"kinds":["email"]}]}"#)

      let dry = try await client.post("imports/EXA0001/undo", #"{"dryRun":true,"reason":null}"#)
      #expect(dry.text.contains(#""people":["Mary"]"#))
      #expect(try await client.get("submissions/EXA0001").status == .ok)
      let key = try #require(HTTPField.Name("Idempotency-Key"))
      for _ in 1...2 {
        let undone = try await client.post(
          "imports/EXA0001/undo", #"{"reason":"wrong file"}"#, headers: [key: "undo-1"])
        #expect(undone.text == dry.text)
      }
      #expect(try await client.get("submissions/EXA0001").status == .notFound)
      #expect(try await client.get("imports").text.contains(#""undoneAt":"2"#))
    }
  }

  @Test func `imports of a list are undone as they were shown`() async throws {
    let world = try await World.make()
    for words in ["First.", "More."] { try await world.submit(Sample.submission(words: words)) }
    try await StaffClient.run(world) { client in
      let list = #"{"references":["EXA0001-0002"],"reason":"wrong folder""#
      let dry = try await client.post("imports/undo", list + #","dryRun":true}"#)
      #expect(dry.status == .ok)
      #expect(dry.headers[.eTag] == "\"1.1\"")
      #expect(dry.text.contains(#""reference":"EXA0002""#))
      #expect(try await client.get("submissions/EXA0001").status == .ok)
      let stale = try await client.post("imports/undo", list + "}", headers: [.ifMatch: "\"1.2\""])
      #expect(stale.status == .preconditionFailed)
      let done = try await client.twice(
        .post, "imports/undo", Array((list + "}").utf8), headers: [.ifMatch: "\"1.1\""],
        as: UndoImports.title)
      #expect(done.text == dry.text)
      #expect(try await client.get("submissions/EXA0001").status == .notFound)
      #expect(try await client.get("submissions/EXA0002").status == .notFound)
    }
  }
}
