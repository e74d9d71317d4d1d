import Conduct
import Foundation
import HTTPTypes
import HummingbirdTesting
import Inquiries
import Records
import TestSupport
import Testing
import Wire

/// Speaker labels and returned copies over the API.
@Suite(.database) struct StaffChangeTests {
  private func list<Shape: JSONShape>(_ response: TestResponse, of _: Shape.Type) throws -> [Shape]
  {
    try ListShape<Shape>(JSONObject(Array(response.body.readableBytesView))).items
  }

  @Test func `a label in doubt is mapped at the revision that was read`() async throws {
    let world = try await World.make()
    try await world.receive(
      Sample.transcript().replacing("Ann Witness: We", with: "Ann Witnes: We"))
    try await StaffClient.run(world) { clerk in
      let seen = try list(try await clerk.get("evidence/OS1/labels"), of: LabelInDoubt.self)
      #expect(seen.map(\.revision) == [0])
      let said = #"{"label":"Ann Witnes","listed":"Ann Witness"}"#
      let done = try await clerk.post("evidence/OS1/labels", said, headers: [.ifMatch: "\"0\""])
      #expect(done.status == .ok)
      #expect(done.headers[.eTag] == "\"1\"")
      let late = try await clerk.post("evidence/OS1/labels", said, headers: [.ifMatch: "\"0\""])
      #expect(late.status == .preconditionFailed)
      let none = try await clerk.post(
        "evidence/OS1/labels", #"{"label":"Ann Witnes","nobody":false}"#)
      #expect(none.code == "speaker_missing")
    }
  }

  @Test func `what a corrected file left is read back from the file that was kept`() async throws {
    let world = try await World.make()
    try await world.receive(
      Sample.transcript().replacing("Oral evidence:", with: "Uncorrected oral evidence:"))
    let file = Sample.transcript().replacing("Q1  Chair:", with: "Q1  Dev Member:")
    try await StaffClient.run(world) { clerk in
      #expect(try await clerk.get("evidence/OS1/left").code == "correction_file_missing")
      #expect(try await clerk.get("evidence/OS9/left").code == "source_not_found")
      let taken = try await clerk.send(
        .post, "/api/v1/inquiries/example/evidence/OS1/correct?fileName=b.txt&leave=true",
        Array(file.utf8))
      #expect(taken.status == .ok)
      let answer = try await clerk.get("evidence/OS1/left")
      let left = try LeftByCorrection(JSONObject(Array(answer.body.readableBytesView)))
      #expect(left.misfits.map(\.kind) == [.otherSpeaker])
      #expect(left.misfits.first?.sentence.contains("Q1 is said by Chair") == true)
      #expect(left.fileName == "b.txt")
    }
  }

  @Test func `a returned copy is uploaded, listed and decided on`() async throws {
    let world = try await World.make()
    try await world.receive(Sample.transcript())
    let copies = try await world.perform(
      SendCopies("OS1", to: [], sentOn: nil, dueOn: World.today))
    let copy = try #require(copies.first)
    let file = WordFile.tracked(
      Sample.transcript().replacing("in case 2?", with: "in case {-2-}{+two+}?")
        .replacing("It was case 3.", with: "It was case {-3-}{+three+}."))
    try await StaffClient.run(world) { clerk in
      func upload(_ query: String) async throws -> TestResponse {
        try await clerk.send(
          .post, "/api/v1/inquiries/example/copies/\(copy.id)/file?\(query)", file)
      }
      #expect(try await upload("fileName=ann.txt").code == "tracked_changes_docx")
      #expect(try await upload("fileName=ann.docx&dryRun=true").status == .ok)
      #expect(try await clerk.get("evidence/OS1/changes").text == #"{"items":[]}"#)
      #expect(try await upload("fileName=ann.docx").status == .ok)
      let kept = "evidence/OS1/copies/\(copy.id)/file"
      #expect(Array(try await clerk.get(kept).body.readableBytesView) == file)
      #expect(try await clerk.get("\(kept)?nth=1").status == .ok)
      #expect(try await clerk.get("\(kept)?nth=2").code == "returned_file_not_found")
      #expect(
        try await clerk.get("evidence/OS2/copies/\(copy.id)/file").code == "source_not_found")
      #expect(try await clerk.with(token: nil).get(kept).status == .unauthorized)
      let listed = try list(try await clerk.get("evidence/OS1/changes"), of: ProposedChange.self)
      #expect(listed.map(\.locator) == ["Q2", "Q3+1"])
      let path = "evidence/OS1/changes/decide"
      let dry = try await clerk.post(
        path, #"{"changes":["1-2"],"accept":"misreport","dryRun":true}"#)
      #expect(dry.headers[.eTag] == "\"1.1\"")
      let done = try await clerk.post(
        path, #"{"changes":["1-2"],"accept":"misreport"}"#, headers: [.ifMatch: "\"1.1\""])
      #expect(try list(done, of: ProposedChange.self).map(\.decision) == [.accepted, .accepted])
      #expect(
        try await clerk.get("evidence/OS1/changes?open=true").text == #"{"items":[]}"#)
      let both = try await clerk.post(
        path, #"{"changes":["1"],"accept":"fact","refuse":"No."}"#)
      #expect(both.status == .badRequest)
    }
  }
}
