import Inquiries
import Wire

extension TraceRoutes {
  static var operations: [Operation] {
    [
      .get(
        at + "matrices/{matrix}", "readMatrix",
        "What rests on what, counted in passages: recommendations and sources (recommendations), findings and groups of witnesses (findings), sources and paragraphs of the draft (sources).",
        query: [tableFormat],
        types: [
          ("application/json", EvidenceMatrix.schema), ("text/csv", nil), ("text/html", nil),
        ]),
      .get(
        at + "coverage", "readCoverage",
        "Findings and recommendations that rest on nothing, and evidence that nothing rests on.",
        query: [tableFormat],
        types: [
          ("application/json", EvidenceCoverage.schema), ("text/csv", nil), ("text/html", nil),
        ]),
      .get(
        at + "asks", "listAsks",
        "Passages of evidence in which somebody asks for something, and the recommendations linked to each.",
        query: [
          tableFormat, .query("group", .text(), "Of this group of witnesses, by its slug."),
          .query("unanswered", .flag, "true for those that no recommendation is linked to."),
          .query("after", .number(0...999_999_999), "After the passage of this number."),
          .query(
            "limit", .number(1...mostAsking),
            "How many passages are looked through at most; 500 unless said."),
        ],
        types: [
          ("application/json", AskListShape.schema), ("text/csv", nil), ("text/html", nil),
        ]),
      .get(
        at + "chain", "readChain",
        "From recommendations through findings to passages, as data, as words or as a picture; "
          + "what the newest draft no longer carries only by its key.",
        query: [
          .query(
            "format", .word(["json", "text", "svg", "html"]), "Its format; json unless said."),
          .query("recommendation", .text(), "One recommendation, by its key or number."),
          .query("finding", .text(), "One finding, by its key or number."),
        ],
        types: [
          ("application/json", ChainShape.schema), ("text/plain", nil), ("image/svg+xml", nil),
          ("text/html", nil),
        ]),
    ].tagged("Traces")
  }

  private static let at = Operation.inquiry

  private static let tableFormat = Parameter.query(
    "format", .word(["json", "csv", "html"]), "Its format; json unless said.")
}
