import Conduct
import HTTPTypes
import HummingbirdTesting
import Inquiries
import TestSupport
import Testing
import Wire

/// Claims over the API.
@Suite(.database) struct StaffClaimTests {
  @Test func `a claim is bound at the revision that was read`() async throws {
    let world = try await World.make()
    try await world.publish(Sample.transcript())
    try await world.push(
      Sample.draft().replacing("Help came late.", with: "Help came late in 4 in 5 cases."))
    let token = try await world.user("Ada Author", .author).token
    try await StaffClient.run(world) { clerk in
      let author = clerk.with(token: token)
      let listed = try await author.get("claims")
      let claims = try ListShape<Claim>(
        JSONObject(Array(listed.body.readableBytesView))
      ).items
      let claim = try #require(claims.first)
      #expect(claim.words == "4 in 5" && claim.binding == .proposed && claims.count == 1)
      let path = "claims/\(claim.key)/bind"
      let asked = #"{"locator":"Q1+1","figure":"four out of five"}"#
      #expect(try await author.get("claims/1").headers[.eTag] == "\"0\"")
      #expect(try await author.post(path, asked).code == "if_match_missing")
      let none: HTTPFields = [.ifMatch: "\"0\""]
      #expect(try await clerk.post(path, asked, headers: none).code == "role_needed")
      #expect(
        try await author.post(path, #"{"locator":"Q1+1","word":"x"}"#, headers: none).code
          == "field_unknown")
      let done = try await author.post(path, asked, headers: none)
      #expect(done.status == .ok && done.headers[.eTag] == "\"1\"")
      let bound = try Claim(JSONObject(Array(done.body.readableBytesView)))
      #expect(bound.verdict == .holds && bound.boundBy == "Ada Author")
      let late = try await author.post(path, asked, headers: none)
      #expect(late.status == .preconditionFailed && late.text.contains("revision 1"))
      let released = try await author.post(
        "claims/1/release", "", headers: [.ifMatch: "\"1\""])
      #expect(released.status == .ok && released.headers[.eTag] == "\"2\"")
      #expect(try await author.get("claims/none-such").code == "claim_not_found")
      #expect(try await author.get("claim-phrases").text.contains("almost, nearly F"))
    }
  }
}
