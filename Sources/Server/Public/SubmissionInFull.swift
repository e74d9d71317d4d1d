import Inquiries
import Postgres
import Records

/// A submission with its words, what they answer, and what was added to them.
struct SubmissionInFull {
  let submission: WrittenSubmission
  let passages: [PublishedPassage]
  /// The call that it answers, where that is public.
  let call: CallForEvidence?
  /// Later ones that add to it.
  let additions: [WrittenSubmission]

  /// - Returns: `nil` when nothing of it is published.
  static func find(
    _ reference: String, of inquiry: PublishedInquiry, on connection: Connection
  ) throws -> SubmissionInFull? {
    guard
      let submission = try PublishedSubmission.find(reference, of: inquiry.id, on: connection)
    else { return nil }
    return SubmissionInFull(
      submission: submission,
      passages: try PublishedPassage.all(
        ofSubmission: reference, of: inquiry, on: connection),
      call: try submission.call.flatMap {
        try PublishedCall.find($0, of: inquiry.id, on: connection)
      },
      additions: try PublishedSubmission.adding(to: reference, of: inquiry.id, on: connection))
  }

  /// The paragraphs with that number, as printed or as issued; one, unless a
  /// paper numbers two alike.
  func paragraphs(_ number: Int) -> [PublishedPassage] {
    passages.filter { $0.passage.point == number }
  }

  /// The numbers before and after one, in the order of the paper.
  func neighbours(of number: Int) -> (previous: Int?, next: Int?) {
    let numbers = passages.compactMap(\.passage.point)
    guard let first = numbers.firstIndex(of: number), let last = numbers.lastIndex(of: number)
    else { return (nil, nil) }
    return (
      numbers[..<first].last, last + 1 < numbers.endIndex ? numbers[last + 1] : nil
    )
  }
}
