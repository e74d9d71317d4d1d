import Checks
import Inquiries
import Testing

private typealias Transcript = TranscriptSnapshot.Transcript

private func transcript(
  _ session: Int = 1, _ numbers: ClosedRange<Int> = 1...3,
  _ change: (inout Transcript) -> Void = { _ in }
) -> Transcript {
  let day = Day(daysSince1970: 20_000 + session)
  var transcript = Transcript(
    reference: "OS\(session)", session: session, heldOn: day, numbers: Array(numbers),
    printedRange: numbers, printedDay: day,
    lines: [.init(place: "Q1", text: "It was [inaudible] and [added] later. Click on it.")])
  change(&transcript)
  return transcript
}

@Suite struct TranscriptCheckTests {
  private static func stranger(isKnown: Bool) -> TranscriptSnapshot.Stranger {
    .init(label: "Bo Reed", isKnown: isKnown, locator: "Q2+1", count: 3)
  }

  /// Of each code transcripts that raise it, and the nearest that do not.
  static let cases:
    [(Remark.Code, [TranscriptSnapshot.Transcript], [TranscriptSnapshot.Transcript])] =
      [
        (
          .transcriptRangeDiffers, [transcript { $0.printedRange = 1...4 }],
          [transcript { $0.printedRange = nil }]
        ),
        (
          .questionGap, [transcript(), transcript(2, 5...6)], [transcript(), transcript(2, 4...6)]
        ),
        (
          .questionOverlap, [transcript(), transcript(2, 4...6) { $0.printedRange = 3...6 }],
          [transcript(), transcript(2, 4...6)]
        ),
        (
          .headerDateDiffers, [transcript { $0.printedDay = Day(daysSince1970: 1) }],
          [transcript { $0.printedDay = nil }]
        ),
        (.witnessSilent, [transcript { $0.silent = ["Ann Quill"] }], [transcript()]),
        (
          .speakerUnknown, [transcript { $0.strangers = [stranger(isKnown: false)] }],
          [transcript()]
        ),
        (
          .speakerNotListed, [transcript { $0.strangers = [stranger(isKnown: true)] }],
          [transcript()]
        ),
        (
          .templateTextLeft,
          [
            transcript { $0.lines = [.init(place: "line 4", text: "Members present: [Add names]")] }
          ],
          [transcript()]
        ),
      ]

  private static func remarks(_ transcripts: [TranscriptSnapshot.Transcript]) -> [Remark] {
    CheckEngine.remarks(on: TranscriptSnapshot(transcripts: transcripts))
  }

  @Test(arguments: cases)
  func `each code has what raises it and what does not`(
    code: Remark.Code, raising: [TranscriptSnapshot.Transcript],
    silent: [TranscriptSnapshot.Transcript]
  ) throws {
    let remark = try #require(TranscriptCheckTests.remarks(raising).first { $0.code == code })
    #expect(remark.place.reference != nil)
    #expect(remark.sentence.hasSuffix(".") && remark.remedy.hasSuffix("."))
    #expect(TranscriptCheckTests.remarks(silent).isEmpty)
  }

  @Test func `a gap is found within a transcript, between two and before the first`() {
    let remarks = TranscriptCheckTests.remarks([
      transcript(1, 3...6) { $0.numbers = [3, 4, 6] }, transcript(2, 9...9),
    ])
    #expect(
      remarks.map(\.sentence) == [
        "Q5 is missing in OS1.", "Q1–2 are missing before OS1.",
        "Q7–8 are missing between OS1 and OS2.",
      ])
  }

  @Test func `one transcript is told of alone, and compared with the one before it`() {
    let snapshot = TranscriptSnapshot(transcripts: [
      transcript { $0.silent = ["Ann Quill"] }, transcript(2, 6...7),
    ])
    #expect(CheckEngine.remarks(on: snapshot, of: "OS2").map(\.code) == [.questionGap])
  }
}
