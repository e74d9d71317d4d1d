import Conduct
import Inquiries
import Records
import TestSupport
import Testing

/// The same file once more, with other data beside it.
@Suite(.database) struct ReceivedAgainTests {
  @Test func `what is given otherwise than it stands is told with its command, and not taken`()
    async throws
  {
    let world = try await World.make()
    try await world.closedCall()
    let (then, day) = (World.day(-20), World.day(-3))
    try await world.submit(Sample.submission(), .init(receivedOn: then))
    let again = try await world.submit(
      Sample.submission(),
      .init(
        kind: .organisation, sequence: .supplementary, call: "thresholds", receivedOn: day,
        datedOn: day,
        consent: Contribution.Said(
          .given, givenBy: "form", on: day, uses: [.publish], wording: nil, reviewOn: nil),
        confidentiality: "My street.", language: "cy"))
    #expect(again.wasReceivedBefore)
    #expect(again.receivedOn == then)
    #expect(again.remarks.count == 8)
    let told = again.remarks.joined(separator: "\n")
    for words in [
      "submitter was given as organisation and is on record as individual",
      "`inquiry submission edit EXA0001 --kind organisation`",
      "`inquiry submission edit EXA0001 --sequence supplementary`",
      "call was given as thresholds and is on record as none",
      "`inquiry submission edit EXA0001 --received-on \(day)`",
      "`inquiry submission edit EXA0001 --dated-on \(day)`",
      "`inquiry consent record EXA0001 --given --on \(day) …`",
      "language was given as cy and is on record as en", "asks to be kept back",
    ] { #expect(told.contains(words), "\(words)") }
    #expect(!told.contains("street"))
    let standing = try #require(
      try await world.read { try WrittenSubmission.detail("EXA0001", as: $0, on: $1) })
    #expect(standing.submission.receivedOn == then)
    #expect(standing.submission.call == nil)
    #expect(standing.contributions.map(\.consent) == [.notAsked])
  }

  @Test func `what is given as it stands, or not at all, is no matter`() async throws {
    let world = try await World.make()
    let consent = Contribution.Said(
      .given, givenBy: "form", on: World.today, uses: [.publish], wording: nil, reviewOn: nil)
    let said = SubmissionRead.Said(
      submitters: ["Bob B, Driver, Buses Ltd"], kind: .individual, receivedOn: World.day(-3),
      datedOn: World.day(-5), consent: consent, confidentiality: "My street.", language: "cy")
    try await world.submit(Sample.submission(), said)
    let same = try await world.submit(Sample.submission(), said)
    #expect(same.wasReceivedBefore)
    #expect(same.remarks == [])
    let bare = try await world.submit(Sample.submission(), .init(submitters: ["Bob B"]))
    #expect(bare.wasReceivedBefore)
    #expect(bare.remarks == [])
    let moved = try await world.submit(
      Sample.submission(), .init(submitters: ["Bob B, Driver, Trains Ltd"]))
    #expect(moved.remarks.count == 1)
    #expect(moved.remarks.first?.contains("`inquiry submission edit EXA0001 --capacity") == true)
  }
}
