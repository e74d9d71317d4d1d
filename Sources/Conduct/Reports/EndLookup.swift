import Inquiries
public import Postgres
public import Records

/// Finds what a link starts from, by key or by number in the newest draft.
public enum EndLookup {
  static func recommendation(
    _ name: String, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Recommendation {
    let found = try Recommendation.all(named: name, as: viewpoint, on: desk.connection).first
    guard let found else { throw recommendationNotFound(name) }
    return found
  }

  /// The same at the revision at which it was read; `nil` where nobody said.
  static func recommendation(
    _ name: String, at revision: Int?, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Recommendation {
    let found = try recommendation(name, from: viewpoint, at: desk)
    if let revision, revision != found.revision {
      throw Refusal.stale("recommendation \(found.key)", now: found.revision)
    }
    return found
  }

  /// The same end by its key, where it was named by its number.
  static func resolve(
    _ end: LinkEnd, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> LinkEnd {
    try resolve(end, as: viewpoint, on: desk.connection)
  }

  /// The same end by its key.
  ///
  /// - Throws: ``Refusal`` such as `finding_not_found`, with the keys that there are.
  public static func resolve(
    _ end: LinkEnd, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> LinkEnd {
    if let found = try end.resolved(as: viewpoint, on: connection) { return found }
    let (noun, keys) =
      switch end {
      case .finding: ("finding", try Finding.all(as: viewpoint, on: connection).map(\.key))
      case .recommendation:
        ("recommendation", try Recommendation.all(as: viewpoint, on: connection).map(\.key))
      case .proposition:
        ("proposition", try Proposition.all(as: viewpoint, on: connection).map(\.key))
      }
    throw FilterValue.unknown(
      end.key, noun, noun, field: noun, "`inquiry \(noun) list`", of: keys)
  }

  /// Refuses a limb that the recommendation does not have, or of something else.
  static func require(
    _ limb: Int?, of end: LinkEnd, as viewpoint: Viewpoint, on connection: Connection
  ) throws {
    guard let limb else { return }
    guard case .recommendation = end else {
      throw Refusal(
        .invalid, "limb_of_recommendation",
        "Only a recommendation has limbs; leave “limb” out, or name its recommendation.",
        field: "limb")
    }
    guard try Limb.numbers(of: end, as: viewpoint, on: connection).contains(limb) else {
      throw limbNotFound(limb, of: end.key)
    }
  }

  static func limbNotFound(_ limb: Int, of key: String) -> Refusal {
    Refusal(
      .notFound, "limb_not_found",
      "\(key) has no limb \(limb); `inquiry limb list \(key)` lists its limbs.", field: "limb")
  }

  private static func recommendationNotFound(_ name: String) -> Refusal {
    Refusal(
      .notFound, "recommendation_not_found",
      "There is no recommendation “\(name)”; give its key or its number in the newest draft.",
      field: "recommendation")
  }
}
