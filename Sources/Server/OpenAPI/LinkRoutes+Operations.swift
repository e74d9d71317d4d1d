import Conduct
import Inquiries
import Wire

extension LinkRoutes {
  static var operations: [Operation] {
    links.tagged("Links") + propositions.tagged("Propositions")
  }

  private static let at = Operation.inquiry

  private static let ends: [Parameter] = [
    .query("finding", .text(), "Of this finding, by key or number."),
    .query("recommendation", .text(), "Of this recommendation, by key or number."),
    .query("proposition", .text(), "Of this proposition, by key."),
  ]

  private static var links: [Operation] {
    [
      .get(
        at + "links", "listLinks", "Links with their words then and now, by number.",
        query: [
          .several("status", .word(LinkStatus.allCases.map(\.rawValue)), "Of this status."),
          .query("limb", .number(1...mostLimbs), "For this limb of the recommendation named."),
          .query("source", .text(), "To passages of this source, such as OS3."),
          .query("after", .number(0...999_999_999), "After the link of this number."),
          .query("limit", .number(1...mostListed), "How many at most; 100 unless said."),
        ] + ends, answers: ListShape<TracedLink>.self),
      .get(
        at + "links/{id}", "readLink", "One link with its words then and now.",
        answers: TracedLink.self),
      .get(
        at + "conflicts", "listConflicts",
        "Statements with the evidence for and against them; those with both unless said, and what "
          + "the newest draft no longer carries only by its key.",
        query: [
          .query("all", .flag, "true for all that have evidence, on one side or both.")
        ] + ends, answers: ListShape<Conflict>.self),
      .act(
        .post, at + "links", "linkEvidence",
        "Links a finding, recommendation, one limb of it, or a proposition to evidence. Questions "
          + "and turns of members that are named beside the answers are left out, and counted in "
          + "`leftOut`, unless the stance is context or words are quoted.",
        LinkEvidence.self, takes: .shape(LinkRequest.self), answers: LinksMadeShape.self
      ).answering(201).refusing(412),
      .act(
        .post, at + "links/edit", "editLinks",
        "Gives links another stance, other words, or another limb.",
        EditLinks.self, takes: .shape(LinkEditRequest.self), answers: ListShape<TracedLink>.self
      ).onList,
      .act(
        .post, at + "links/{id}/affirm", "affirmLink", "Answers for a link.", SettleLinks.self,
        answers: CountShape.self
      ).revised,
      .act(
        .post, at + "links/{id}/drop", "dropLink", "Takes a link back.", SettleLinks.self,
        answers: CountShape.self
      ).revised,
      .act(
        .post, at + "links/affirm", "affirmLinks", "Answers for links.", SettleLinks.self,
        takes: .shape(SettleRequest.self), answers: ListShape<SettledLink>.self
      ).onList,
      .act(
        .post, at + "links/drop", "dropLinks", "Takes links back.", SettleLinks.self,
        takes: .shape(SettleRequest.self), answers: ListShape<SettledLink>.self
      ).onList,
    ]
  }

  private static var propositions: [Operation] {
    [
      .get(
        at + "propositions", "listPropositions", "Statements that evidence is weighed for.",
        answers: ListShape<Proposition>.self),
      .act(
        .post, at + "propositions", "stateProposition", "Enters a proposition.",
        StateProposition.self, takes: .shape(PropositionRequest.self), answers: Proposition.self
      ).answering(201),
      .act(
        .patch, at + "propositions/{key}", "rewordProposition", "Gives a proposition other words.",
        StateProposition.self, takes: .shape(RewordRequest.self), answers: Proposition.self
      ).revised,
    ]
  }
}
