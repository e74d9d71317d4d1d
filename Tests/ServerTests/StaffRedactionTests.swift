import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Inquiries
import TestSupport
import Testing

/// Words left out of several places, as a program asks for it.
@Suite(.database) struct StaffRedactionTests {
  private func body(_ locators: String, dryRun: Bool = false) -> String {
    #"{"locators":[\#(locators)],"words":"in place 2","dryRun":\#(dryRun),"#
      + #""decision":{"on":"\#(World.today)","by":"The committee","reason":"Private."}}"#
  }

  @Test func `a list of places is redacted only as it was shown`() async throws {
    let world = try await World.make()
    for submitter in ["A charity", "Another"] {
      try await world.submit(Sample.submission(from: submitter, count: 2))
    }
    try await StaffClient.run(world) { client in
      let list = #""EXA0001-0002""#
      let dry = try await client.post("submissions/redact", body(list, dryRun: true))
      #expect(dry.status == .ok)
      #expect(dry.text.contains(#""places":["EXA0001, para 2","EXA0002, para 2"]"#))
      let shown = try #require(dry.headers[.eTag])
      #expect(shown == "\"1.1\"")
      #expect(try await client.get("submissions/EXA0001").text.contains(#""omissions":[]"#))
      let mended = try await client.send(
        .patch, "/api/v1/inquiries/example/submissions/EXA0002",
        Array(#"{"submitterKind":"proxy"}"#.utf8), headers: [.ifMatch: "\"1\""])
      #expect(mended.status == .ok)
      let stale = try await client.post(
        "submissions/redact", body(list), headers: [.ifMatch: shown])
      #expect(stale.status == .preconditionFailed)
      #expect(stale.text.contains("EXA0002 changed since you looked"))
      let again = try await client.post("submissions/redact", body(list, dryRun: true))
      let done = try await client.post(
        "submissions/redact", body(list), headers: [.ifMatch: try #require(again.headers[.eTag])])
      #expect(done.status == .ok, "\(done.text)")
      #expect(done.headers[.eTag] == nil)
      let none = try await client.post("submissions/redact", body(""))
      #expect(none.code == "references_missing")
    }
  }
}
