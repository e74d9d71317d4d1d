import Foundation
import HTTPTypes
import HummingbirdTesting
import Inquiries
import Records
import TestSupport
import Testing

/// Acts on lists over the API: ranges, exceptions, dry runs, tags.
@Suite(.database) struct StaffListTests {
  private static let decision = #""decision":{"on":"2020-02-03","by":"The committee"}"#

  private func received(_ count: Int) async throws -> World {
    let world = try await World.make()
    for number in 0..<count {
      try await world.receive(
        Sample.transcript(from: number * 3 + 1, on: "Tuesday \(number + 7) January 2020"))
    }
    return world
  }

  @Test func `a dry run shows each source, needs no key, and its tag makes the act sure`()
    async throws
  {
    let world = try await received(3)
    try await StaffClient.run(world) { client in
      let list = #"{"references":["OS1-3"],"except":["OS2"],"# + StaffListTests.decision
      let dry = try await client.post("evidence/accept", list + #","dryRun":true}"#)
      #expect(dry.status == .ok)
      #expect(dry.text.contains(#""reference":"OS3""#))
      #expect(dry.text.contains(#""state":"accepted""#))
      #expect(dry.text.contains(#""stateBefore":"received""#))
      let tag = try #require(dry.headers[.eTag])
      #expect(tag == "\"1.1\"")
      #expect(try await client.get("audit").text.contains(#""act":"accept""#) == false)
      let other = try await client.post(
        "evidence/accept", #"{"references":["OS3"],"# + StaffListTests.decision + "}")
      #expect(other.status == .ok)
      let late = try await client.post(
        "evidence/accept", list + "}", headers: [.ifMatch: tag])
      #expect(late.status == .preconditionFailed)
      #expect(late.text.contains("OS3 changed since you looked"))
    }
  }

  @Test(arguments: [
    (#"["OS1-9"]"#, "[]", "source_not_found"), (#"["OS3-1"]"#, "[]", "reference_range_backwards"),
    (#"["the lot"]"#, "[]", "reference_range_form"),
    (#"["OS1-2"]"#, #"["OS4"]"#, "reference_exception_unused"),
    (#"["OS1-2"]"#, #"["OS1-2"]"#, "references_missing"),
    (#"["CTI1-9999"]"#, "[]", "reference_range_too_long"),
  ])
  func `a list that cannot be taken is refused and nothing is done`(
    references: String, except: String, code: String
  ) async throws {
    let world = try await received(2)
    try await StaffClient.run(world) { client in
      let answer = try await client.post(
        "evidence/accept",
        #"{"references":\#(references),"except":\#(except),"# + StaffListTests.decision + "}")
      #expect(answer.code == code)
      #expect(try await client.get("evidence").text.contains("accepted") == false)
    }
  }

  @Test(arguments: ["1", "\"\"", "\"1.x\"", "\"1..2\"", "W/\"1\""])
  func `a tag of another form is refused`(tag: String) async throws {
    let world = try await received(1)
    try await StaffClient.run(world) { client in
      let answer = try await client.post(
        "evidence/accept", #"{"references":["OS1"],"# + StaffListTests.decision + "}",
        headers: [.ifMatch: tag])
      #expect(answer.code == "if_match_form")
    }
  }
}
