import Conduct
import Inquiries
import Wire

extension CopyRoutes {
  static var operations: [Operation] {
    let at = Operation.inquiry
    return [
      .get(
        at + "copies", "listCopies", "The witnesses' copies of transcripts.",
        query: [.query("overdueOn", .day, "Only those that should have been back by that day.")],
        answers: ListShape<TranscriptCopy>.self),
      .get(
        at + "evidence/{reference}/copies", "listCopiesOf", "The copies of one transcript.",
        answers: ListShape<TranscriptCopy>.self),
      .act(
        .post, at + "evidence/{reference}/copies", "sendCopies",
        "Sends witnesses copies of a transcript; who had one before keeps that.",
        SendCopies.self, takes: .shape(CopiesRequest.self),
        answers: ListShape<TranscriptCopy>.self),
      .act(
        .post, at + "copies/{id}/return", "returnCopy", "Notes that a copy came back.",
        ReturnCopy.self, takes: .shape(ReturnRequest.self), answers: TranscriptCopy.self
      ).revised,
    ].tagged("Corrections")
  }
}
