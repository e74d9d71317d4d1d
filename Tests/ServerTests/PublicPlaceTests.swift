import Inquiries
import Testing

@testable import Server

/// Addresses: one for each place, read as they are written.
@Suite struct PublicPlaceTests {
  private static let places: [PublicPlace] = [
    .inquiries, .inquiry("a-b"), .sessions("a"), .session("a", 7), .question("a", 123_456_789),
    .findings("a"), .finding("a", 1), .recommendations("a"), .recommendation("a", 12), .report("a"),
    .witnesses("a"), .submissions("a"), .submission("a", "ABC0012"), .calls("a"),
    .call("a", "b-c"), .evidence("a"), .version("a", .turn(question: 45, offset: 0), 1),
    .version("a", .turn(question: 45, offset: 2), 3),
    .version("a", .opening(session: 3, offset: 1), 2),
    .version("a", .point(session: 6, number: 3), 1),
    .version("a", .paragraph(reference: "ABC0012", number: 3), 12),
    .version("a", .paragraph(reference: "D3", number: ParagraphNumber(12)), 1),
    .version("a", .paragraph(reference: "D3", number: ParagraphNumber("2.17") ?? 1), 2),
    .version("a", .answer(survey: "S2", anchor: "q4-yes"), 1), .answer("a", "S2", "q_c3_a9-1"),
    .transcript("a", 3, TranscriptFile(reference: "OS3", format: .akn)),
    .transcript("a", 3, TranscriptFile(reference: "OS3-2", format: .text)),
  ]

  @Test(arguments: places)
  func `a place is read from its own address`(place: PublicPlace) {
    #expect(PublicTarget(path: place.address) == .page(place))
    #expect(PublicTarget.covers(place.address))
    if let address = place.dataAddress {
      #expect(PublicTarget(path: address) == .data(place))
      #expect(PublicTarget.covers(address))
    }
  }

  @Test(arguments: [
    "surveys/S2/answers/q4", "surveys/S2/answers/Q4-yes", "surveys/S2/answers/q4-yes-no",
    "surveys/S2/answers/q4-", "surveys/D2/answers/q4-yes", "documents/D3/paragraphs/2.17",
    "documents/D3/paragraphs/02.17/versions/1", "documents/D3/paragraphs/2./versions/1",
    "documents/S3/paragraphs/2/versions/1", "submissions/ABC0012/paragraphs/2.17/versions/1",
  ])
  func `an answer or paragraph has one way to be written`(path: String) {
    #expect(PublicTarget(path: "/inquiries/a/\(path)") == .nowhere)
  }

  @Test(arguments: ["", "0", "01", "+1", "-1", "1 ", "１", "1234567890", "1a", "²"])
  func `a number is digits without a leading zero`(text: String) {
    #expect(PublicPlace.number(text) == nil)
  }

  @Test(arguments: ["OS3", "OS3.", ".json", "OS3.pdf", "OS3.json.csv", "O S.json", "ÖS.json"])
  func `a file has a reference and a known ending`(name: String) {
    #expect(TranscriptFile(name[...]) == nil)
    #expect(PublicTarget(path: "/inquiries/a/sessions/3/\(name)") == .nowhere)
  }

  @Test(arguments: ["/staff", "/api/v1/inquiries", "/inquiriesx", "/api/publicity", "/accessible"])
  func `addresses of others are left to them`(path: String) {
    #expect(!PublicTarget.covers(path))
  }
}
