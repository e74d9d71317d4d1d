import Conduct
import Inquiries
import Wire

extension SuggestionRoutes {
  static var operations: [Operation] {
    [
      .get(
        Operation.inquiry + "recommendations/{name}/suggestions", "suggestForRecommendation",
        "Passages that may be evidence for a recommendation or one limb of it, best first.",
        query: [
          limit, .query("limb", .number(1...LinkRoutes.mostLimbs), "For the words of this limb."),
        ],
        answers: EvidenceSuggestions.self
      ).refusing(409),
      .get(
        Operation.inquiry + "findings/{name}/suggestions", "suggestForFinding",
        "Passages that may be evidence for a finding, best first.", query: [limit],
        answers: EvidenceSuggestions.self
      ).refusing(409),
      .get(
        Operation.inquiry + "suggestions", "suggestForAllRecommendations",
        "The same for every recommendation of the newest draft.", query: [limit],
        answers: ListShape<EvidenceSuggestions>.self),
      forText,
      .act(
        .post, Operation.inquiry + "suggestions/drop", "dropSuggestions",
        "Refuses passages for a finding or recommendation: they are not suggested for it again.",
        DropSuggestions.self, takes: .shape(DropSuggestionsRequest.self), answers: CountShape.self
      ),
    ].tagged("Suggestions")
  }

  private static let limit = Parameter.query(
    "limit", .number(1...most), "How many at most; ten unless said.")

  /// The text is a body and no query, which would stand in logs; it changes nothing.
  private static var forText: Operation {
    Operation(
      method: .post, path: Operation.staff + Operation.inquiry + "suggestions",
      id: "suggestForText", summary: "Passages that may be evidence for any text, best first.",
      who: .staff, body: .shape(SuggestRequest.self),
      answers: [("application/json", EvidenceSuggestions.schema)])
  }
}
