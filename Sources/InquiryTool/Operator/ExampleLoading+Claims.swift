import Conduct
import Records

/// Binds the figures of the report and of the summary to what they rest on.
extension ExampleLoading {
  func bindClaims(as author: Actor) async throws {
    let slug = example.inquiry.slug
    let claims = try await office.read(in: slug, by: author) {
      try ClaimLedger.read(as: $0, on: $1).claims
    }
    for bound in example.claims {
      guard let claim = claims.first(where: { $0.words == bound.words }) else {
        throw ExampleFault(description: "example.json: “\(bound.words)” is no claim of the report.")
      }
      _ = try await office.perform(
        BindClaim(
          claim.key, to: bound.cite, figure: bound.figure, base: nil, revision: claim.revision),
        in: slug, by: author)
    }
    tell("\(example.claims.count) claims, bound to their figures")
  }
}
