import Conduct
import Inquiries
import Wire

extension ChangeRoutes {
  static var operations: [Operation] {
    let at = Operation.inquiry
    return [
      .act(
        .post, at + "copies/{id}/file", "readReturnedCopy",
        "Takes in the .docx in which a copy came back; each tracked change and comment becomes a proposal. A "
          + "dry run keeps nothing.", ReadReturnedCopy.self,
        takes: .upload(["application/octet-stream"]), answers: ReturnedCopy.self
      ).asking([
        .query("fileName", .text(), isRequired: true, "The file's name, without folders."),
        .query("on", .day, "The day on which it came back; today when left out."),
        .query("dryRun", .flag, "true reads and tells, and keeps nothing."),
      ]).revisedIfSaid,
      .get(
        at + "evidence/{reference}/copies/{id}/file", "readReturnedFile",
        "A file in which a copy came back, byte for byte.",
        query: [
          .query("nth", .number(1...1_000), "Which of them, from 1; the newest when left out.")
        ],
        types: [("application/octet-stream", nil)]),
      .get(
        at + "evidence/{reference}/changes", "listChanges",
        "The tracked changes and comments proposed to a transcript, and what was decided on each.",
        query: [.query("open", .flag, "true for those that nothing was decided on.")],
        answers: ListShape<ProposedChange>.self),
      .act(
        .post, at + "evidence/{reference}/changes/decide", "decideChanges",
        "Accepts changes as corrections, refuses them, or puts something beneath the answers.",
        DecideChanges.self, takes: .shape(ChangesRequest.self),
        answers: ListShape<ProposedChange>.self
      ).onList,
    ].tagged("Corrections")
  }
}
