public import Inquiries
public import Records

/// Binds a claim to the survey answer or statistic that it rests on; the actor
/// answers for it from then on.
public struct BindClaim: Act {
  public static let title = "bind claim"
  public static let role = Role.author
  let name: String
  let locator: String
  let figure: String?
  let base: Int?
  let revision: Int

  /// - Parameters:
  ///   - name: Its key, or its number among the claims.
  ///   - locator: The one passage, as in a citation: `S2-Q1, answer vary`, `D4`.
  ///   - figure: What the figure is there, in words, where no survey holds it.
  ///   - base: How many it is of, where the source does not say.
  ///   - revision: The revision at which it was read, 0 before it was ever bound.
  public init(
    _ name: String, to locator: String, figure: String?, base: Int?, revision: Int
  ) {
    self.name = name
    self.locator = locator
    self.figure = figure
    self.base = base
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Claim> {
    let (claim, ledger) = try ClaimLookup.find(name, revision, from: viewpoint, at: desk)
    let entry = try target(from: viewpoint, at: desk)
    try check(entry)
    try NewClaimBinding(
      claim: claim, paragraph: ledger.paragraphs[claim.key], version: entry.version,
      figure: figure, base: base
    ).keep(at: desk.now, as: viewpoint, on: desk.connection)
    return Done(
      try ClaimLookup.find(claim.key, nil, from: viewpoint, at: desk).claim, subject: claim.key,
      detail: ["locator": locator])
  }

  private func target(from viewpoint: Viewpoint, at desk: Desk) throws -> PassageEntry {
    let entries = try PassageLookup.all(
      PassageLookup.read(locator), from: viewpoint, at: desk)
    guard entries.count == 1, let entry = entries.first else {
      throw Refusal(
        .invalid, "one_passage_needed",
        "“\(locator)” names \(entries.count) passages; a claim rests on one, such as "
          + "S2-Q4, answer yes or Q45+2.", field: "locator")
    }
    return entry
  }

  private func check(_ entry: PassageEntry) throws {
    if let figure {
      guard entry.answer == nil else {
        throw Refusal(
          .invalid, "claim_figure_on_record",
          "\(locator) is an answer of a survey, whose figure is on record; leave the figure out.",
          field: "figure")
      }
      guard figure.isVisible, figure.count <= 200,
        ClaimFinder(try ClaimLedger.phrases).measure(of: figure) != nil
      else {
        throw Refusal(
          .invalid, "claim_figure_form",
          "No number can be read from the figure; write it as 41 per cent, 4 in 5 or 164.",
          field: "figure")
      }
    }
    guard base.map({ (1...1_000_000_000).contains($0) }) ?? true else {
      throw Refusal(
        .invalid, "claim_base_form", "A base is a number of people from 1 on.", field: "base")
    }
  }
}

/// Takes a claim from what it was bound to; the citation beside it counts again.
public struct ReleaseClaim: Act {
  public static let title = "release claim"
  public static let role = Role.author
  let name: String
  let revision: Int

  /// - Parameters:
  ///   - name: Its key, or its number among the claims.
  ///   - revision: The revision at which it was read.
  public init(_ name: String, revision: Int) {
    self.name = name
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Claim> {
    let (claim, _) = try ClaimLookup.find(name, revision, from: viewpoint, at: desk)
    guard [.bound, .suspect].contains(claim.binding) else {
      throw Refusal(
        .conflict, "claim_not_bound", "Nobody bound “\(claim.words)”; there is nothing to release.")
    }
    try claim.release(at: desk.now, as: viewpoint, on: desk.connection)
    return Done(
      try ClaimLookup.find(claim.key, nil, from: viewpoint, at: desk).claim, subject: claim.key)
  }
}

/// Finds a claim among those of the newest draft and the summary.
public enum ClaimLookup {
  public static func find(_ name: String, in claims: [Claim]) throws(Refusal) -> Claim {
    guard let claim = claims.first(where: { $0.key == name || "\($0.number)" == name }) else {
      throw Refusal(
        .notFound, "claim_not_found",
        "There is no claim “\(name)” in the newest draft or the summary; `inquiry claim list` shows "
          + "what there is.", field: "claim")
    }
    return claim
  }

  static func find(
    _ name: String, _ revision: Int?, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> (claim: Claim, ledger: ClaimLedger) {
    let ledger = try ClaimLedger.read(as: viewpoint, on: desk.connection)
    let claim = try find(name, in: ledger.claims)
    if let revision, revision != claim.revision {
      throw Refusal.stale("claim \(claim.key)", now: claim.revision)
    }
    return (claim, ledger)
  }
}
