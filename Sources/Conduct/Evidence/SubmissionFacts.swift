import Inquiries
import Records

/// What must hold of the facts of a submission, when it is received and when
/// they are mended.
enum SubmissionFacts {
  static func requireReceivable(
    on day: Day, from viewpoint: Viewpoint, at desk: Desk
  ) throws {
    let today = desk.today(in: viewpoint.inquiry)
    guard day <= today else {
      throw Refusal(
        .invalid, "received_in_future",
        "Nothing can have been received on \(day.inWords); today is \(today.inWords).",
        field: "receivedOn")
    }
  }

  /// A call that can be answered.
  static func call(
    _ slug: String, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> (id: Identifier<CallForEvidence>, call: CallForEvidence) {
    let found = try CallLookup.find(slug, from: viewpoint, at: desk)
    guard found.call.state != .drafted else {
      throw Refusal(
        .conflict, "call_not_published",
        "The call “\(slug)” has not been published, so nothing can have been sent in answer to it.",
        field: "call")
    }
    return found
  }

  /// The submission that another adds to.
  static func supplemented(
    _ reference: String, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Identifier<Source> {
    let found = try Source.locked(references: [reference], as: viewpoint, on: desk.connection)
    guard let first = found.first, first.source.kind == .writtenSubmission else {
      throw Refusal(
        .notFound, "supplemented_not_found",
        "There is no submission \(reference) to add to; `inquiry submission list` shows what there "
          + "is.", field: "supplements")
    }
    return first.id
  }
}
