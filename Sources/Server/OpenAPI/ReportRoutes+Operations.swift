import Conduct
import Inquiries
import Wire

extension ReportRoutes {
  static var operations: [Operation] {
    draft.tagged("Report") + conclusions.tagged("Conclusions")
  }

  private static let at = Operation.inquiry

  private static var draft: [Operation] {
    [
      .get(
        at + "draft", "pullDraft", "The newest draft, in Markdown.", types: [("text/markdown", nil)]
      ),
      .act(
        .put, at + "draft", "pushDraft", "Takes the next version of the draft.", PushDraft.self,
        takes: .upload(["text/markdown"]), answers: PushReport.self
      ).asking([.query("fileName", .text(), "The file's name; report.md unless said.")]),
      .act(
        .post, at + "draft/repin", "repinCitations",
        "Pins citations of the draft to the words they name now, as its next version.",
        RepinCitations.self, takes: .shape(RepinRequest.self), answers: RepinReport.self
      ).revised,
      .get(
        at + "draft/report", "buildReport", "The report that the draft makes.",
        query: [
          .query("format", .word(["html", "json", "markdown"]), "Its format; json unless said.")
        ],
        types: [
          ("application/json", .reportDocument), ("text/html", nil), ("text/markdown", nil),
        ]),
      .act(
        .post, at + "report/publish", "publishReport",
        "Publishes the version of the draft that If-Match names.", PublishReport.self,
        takes: .shape(ActRequest.self), answers: CountShape.self
      ).revised,
    ]
  }

  private static var conclusions: [Operation] {
    [
      .get(
        at + "findings", "listFindings", "The findings and what they rest on.",
        answers: ListShape<Finding>.self),
      .get(
        at + "findings/{name}", "readFinding", "One finding, by its key or number.",
        answers: Finding.self),
      .get(
        at + "recommendations", "listRecommendations",
        "The recommendations and what they rest on.",
        answers: ListShape<Recommendation>.self),
      .get(
        at + "recommendations/{name}", "readRecommendation",
        "One recommendation, by its key or number.", answers: Recommendation.self),
      .act(
        .patch, at + "recommendations/{name}", "editRecommendation",
        "Says whom a recommendation addresses, and under which finding it stands.",
        EditRecommendation.self, takes: .shape(RecommendationRequest.self),
        answers: Recommendation.self
      ).revised,
    ]
  }
}
