import Foundation
import Inquiries
import Testing
import Wire

@Suite struct JSONTests {
  @Test(arguments: ["", "plain", "quote \" slash \\ tab \t line \n \u{1} é 👩‍👩‍👧 \u{2028}"])
  func `a text reads back as it was written`(text: String) throws {
    var json = JSONBytes()
    json.object { $0.field("text", text) }
    let object = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: String]
    #expect(object == ["text": text])
    #expect(try JSONObject(json.bytes).text("text") == text)
  }

  @Test func `lists, objects and nothing are parted by commas`() {
    var json = JSONBytes()
    json.object { json in
      json.field("a", 1)
      json.field("b", texts: ["x", "y"])
      json.field("c", nil as Int?)
      json.field("d", true)
    }
    #expect(
      String(decoding: json.bytes, as: UTF8.self) == #"{"a":1,"b":["x","y"],"c":null,"d":true}"#)
  }

  @Test func `a field that nothing asked for is refused with its path`() throws {
    let json = try JSONObject(
      Array(#"{"references":[],"decision":{"on":"2020-01-01","by":"x","extra":1}}"#.utf8))
    _ = try ActRequest(json)
    let fault = #expect(throws: JSONFault.self) { try json.refuseUnknown() }
    #expect(fault?.field == "decision.extra")
  }

  @Test(arguments: [#"{"n":1.5}"#, #"{"n":"1"}"#, #"{"n":true}"#, #"{"n":1e300}"#])
  func `a number that is not whole is refused`(text: String) throws {
    let json = try JSONObject(Array(text.utf8))
    #expect(throws: JSONFault.self) { try json.number("n") }
  }

  @Test func `a NUL character is refused, not passed on`() throws {
    let json = try JSONObject(Array(#"{"t":"a\u0000b"}"#.utf8))
    #expect(throws: JSONFault.self) { try json.text("t") }
  }

  @Test func `what is sent reads back as the same value`() throws {
    let passage = Passage(
      ordinal: 3, kind: .turn, reference: "OS3", sessionNumber: 2, question: 4, offset: 1,
      point: nil, panel: 1,
      speaker: "A \"B\"", version: 2, stage: .corrected, text: "Words.\n\nMore.")
    #expect(try Passage(JSONObject(passage.jsonBytes)) == passage)
    let source = Source(
      reference: "OS2", kind: .note, state: .takenDown, stage: .uncorrected, sessionNumber: 2,
      hearing: .heardInPrivate, heldOn: Day("2020-02-29"), agreedOn: nil, publishedOn: nil,
      questions: 1...4, unplacedCount: 2, revision: 7)
    #expect(try Source(JSONObject(source.jsonBytes)) == source)
  }

  @Test func `submissions, calls and consents read back as the same value`() throws {
    let day = try #require(Day("2020-02-29"))
    let submission = WrittenSubmission(
      reference: "CTI0012", state: .accepted, submitter: "A charity", submitterKind: .organisation,
      sequenceKind: .furtherSupplementary, supplements: "CTI0003", call: "thresholds",
      receivedOn: day, datedOn: nil, late: .admitted, outcome: .publishedRedacted,
      publishedOn: nil, isRedacted: true, confidentialityAsked: "My address.", revision: 3)
    let contribution = Contribution(
      reference: "CTI0012",
      witness: Witness(name: "A charity", capacity: "", organisation: "", group: nil),
      consent: .given, givenBy: "form", on: day, uses: [.quote], wording: "2", reviewOn: day)
    let decision = DecisionTaken(act: "redact", on: day, by: "The group", reason: "x")
    let detail = SubmissionDetail(
      submission: submission, contributions: [contribution], paragraphCount: 4,
      omissions: [Omission(locator: "CTI0012, para 2", decision: decision)], decisions: [decision])
    #expect(try SubmissionDetail(JSONObject(detail.jsonBytes)) == detail)
    let call = CallForEvidence(
      slug: "thresholds", title: "T", text: "x", state: .published, publishedOn: day,
      periods: [.init(opensOn: day, closesOn: day), .init(opensOn: day, closesOn: nil)],
      revision: 2)
    #expect(try CallForEvidence(JSONObject(call.jsonBytes)) == call)
    let report = SubmissionReport(
      reference: "CTI0012", wasReceivedBefore: false, submitters: [contribution.witness],
      submitterKind: .proxy, sequenceKind: .joint, supplements: nil, call: nil, receivedOn: day,
      datedOn: day, late: .undecided, paragraphCount: 1, areNumbersPrinted: true,
      duplicates: ["CTI0001"], unplaced: [], remarks: ["x"])
    #expect(try SubmissionReport(JSONObject(report.jsonBytes)) == report)
  }

  @Test func `consent names one source or several, and known uses`() throws {
    func read(_ text: String) throws -> ConsentRequest {
      try ConsentRequest(JSONObject(Array(text.utf8)))
    }
    let one = try read(#"{"reference":"OS3","consent":"given","on":"2020-02-03"}"#)
    #expect(one.references == ["OS3"])
    #expect(one.uses == Set(ConsentUse.allCases))
    let refused = try read(#"{"reference":"OS3","consent":"refused","on":"2020-02-03"}"#)
    #expect(refused.uses.isEmpty)
    #expect(throws: JSONFault.self) { try read(#"{"consent":"given","on":"2020-02-03"}"#) }
    #expect(throws: JSONFault.self) {
      try read(#"{"reference":"OS3","consent":"given","on":"2020-02-03","uses":["sing"]}"#)
    }
  }
}
