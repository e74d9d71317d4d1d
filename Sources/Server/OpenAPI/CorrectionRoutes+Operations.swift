import Conduct
import Inquiries
import Wire

extension CorrectionRoutes {
  static var operations: [Operation] {
    let at = Operation.inquiry
    return [
      .act(
        .post, at + "evidence/{reference}/correct", "correctRecord",
        "Takes in the corrected file of a record. A dry run shows the difference and changes "
          + "nothing.", CorrectRecord.self, takes: .upload(["application/octet-stream"]),
        answers: RecordDifference.self
      ).asking(CorrectionQuery.parameters).revisedIfSaid,
      .get(
        at + "evidence/{reference}/corrections", "listCorrections",
        "What was corrected in a source, in order.", answers: ListShape<CorrectionEntry>.self),
      .get(
        at + "evidence/{reference}/left", "readLeftByCorrection",
        "What the newest corrected file of a record says otherwise than the record does.",
        query: [.query("encoding", .text(), "The encoding of a text that is not UTF-8.")],
        answers: LeftByCorrection.self
      ).refusing(422),
      .act(
        .post, at + "passages/correct", "correctPassage",
        "Gives a passage its next version. A dry run changes nothing.",
        CorrectPassage.self, takes: .shape(CorrectionRequest.self),
        answers: CorrectionShape.self
      ).refusing(412),
      .act(
        .post, at + "passages/annotate", "annotatePassage",
        "Puts a footnote, or the mention of a submission, beneath an answer; If-Match is the "
          + "version of the passage.",
        AnnotatePassage.self, takes: .shape(AnnotationRequest.self),
        answers: ListShape<CorrectionEntry>.self
      ).revisedIfSaid.answering(201),
      .act(
        .post, at + "corrections/{id}/remove", "removeAnnotation",
        "Takes a footnote or the mention of a submission away again.",
        RemoveAnnotation.self, answers: CountShape.self
      ).revised,
      .act(
        .post, at + "passages/split", "splitPassage",
        "Parts a turn where a second speaker begins; If-Match is the version of the passage.",
        SplitPassage.self, takes: .shape(SplitRequest.self), answers: SplitShape.self
      ).revisedIfSaid,
    ].tagged("Corrections")
  }
}

extension CorrectionQuery {
  static var parameters: [Parameter] {
    [
      .query("fileName", .text(), isRequired: true, "The file's name, without folders."),
      .query("encoding", .text(), "The encoding of a text that is not UTF-8."),
      .query("dryRun", .flag, "true reads and tells, and keeps nothing."),
      .query("leave", .flag, "true leaves what cannot be placed as it stands."),
      .query(
        "stage", .word([Stage.corrected.rawValue]), "For a file that calls itself uncorrected."),
      .query("kind", .word(["misreport", "fact"]), "Of the corrections; misreport unless said."),
      .query("removal", .text(), "Why no earlier version may stay public."),
      .query(
        "personalDataSeen", .flag,
        "true says that what looks like personal data in the new words was looked at."),
    ]
  }
}
