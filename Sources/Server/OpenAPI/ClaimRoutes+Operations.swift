import Conduct
import Inquiries
import Wire

extension ClaimRoutes {
  static var operations: [Operation] {
    [
      .get(
        at + "claims", "listClaims",
        "Quantified statements of the draft and the public summary, and what they rest on.",
        answers: ListShape<Claim>.self),
      .get(
        at + "claims/{name}", "readClaim", "One claim, by its key or number.",
        answers: Claim.self),
      .act(
        .post, at + "claims/{name}/bind", "bindClaim",
        "Binds a claim to a survey answer or an outside statistic.", BindClaim.self,
        takes: .shape(ClaimRequest.self), answers: Claim.self
      ).revised,
      .act(
        .post, at + "claims/{name}/release", "releaseClaim",
        "Takes a claim from what it was bound to.", ReleaseClaim.self, answers: Claim.self
      ).revised,
      .get(
        at + "claim-phrases", "listClaimPhrases",
        "Phrases and the percentages of which each may be said.",
        answers: ListShape<ClaimPhrases.Row>.self),
    ].tagged("Claims")
  }

  private static let at = Operation.inquiry
}
