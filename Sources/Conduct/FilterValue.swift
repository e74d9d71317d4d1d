public import Inquiries
public import Postgres
public import Records

/// What the filter of a listing names has to be there: an empty list would say that
/// there is nothing, where a name was misspelt.
public enum FilterValue {
  /// Names of what there is that one sentence tells.
  private static let mostTold = 20

  /// - Throws: ``Refusal`` `group_not_found`.
  public static func require(
    group slug: String?, as viewpoint: Viewpoint, on connection: Connection
  ) throws {
    try require(slug, "group", "group of witnesses", "`inquiry witness groups`") {
      try WitnessGroup.all(as: viewpoint, on: connection).map(\.group.slug)
    }
  }

  /// - Throws: ``Refusal`` `source_not_found`.
  public static func require(
    source reference: String?, field: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws {
    guard let reference, try Source.find(reference, as: viewpoint, on: connection) == nil else {
      return
    }
    throw unknown(
      reference, "source", "source", field: field, "`inquiry evidence list`",
      of: ReferenceList.words(
        naming: try Source.all(as: viewpoint, on: connection).map(\.reference)))
  }

  /// - Throws: ``Refusal`` `limb_not_found`.
  public static func require(
    limb: Int?, of end: LinkEnd?, as viewpoint: Viewpoint, on connection: Connection
  ) throws {
    guard let limb, let end else { return }
    let named = try Recommendation.all(named: end.key, as: viewpoint, on: connection)
    guard named.contains(where: { $0.limbs.contains { $0.number == limb } }) else {
      throw EndLookup.limbNotFound(limb, of: end.key)
    }
  }

  /// Who puts tags on, by name.
  ///
  /// - Throws: ``Refusal`` `staff_user_not_found`, with who has put tags on here.
  @discardableResult
  public static func tagger(
    _ name: String, field: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Identifier<StaffUser> {
    if let id = try Staff.find(name: name, on: connection) { return id }
    throw unknown(
      name, "staff_user", "tagger", field: field, "`inquiry tag passages`",
      of: try TagComparison.taggers(as: viewpoint, on: connection))
  }

  /// The call and the campaign of a listing of submissions.
  ///
  /// - Throws: ``Refusal`` `call_not_found` or `campaign_not_found`.
  public static func require(
    of filter: WrittenSubmission.Filter, as viewpoint: Viewpoint, on connection: Connection
  ) throws {
    try require(filter.call, "call", "call for evidence", "`inquiry call list`") {
      try CallForEvidence.all(as: viewpoint, on: connection).map(\.slug)
    }
    try require(filter.campaign, "campaign", "campaign", "`inquiry campaign list`") {
      Set(try WrittenSubmission.all(as: viewpoint, on: connection).compactMap(\.campaign)).sorted()
    }
  }

  private static func require(
    _ value: String?, _ field: String, _ noun: String, _ list: String, known: () throws -> [String]
  ) throws {
    guard let value else { return }
    let known = try known()
    guard !known.contains(value) else { return }
    throw unknown(value, field, noun, field: field, list, of: known)
  }

  /// - Parameters:
  ///   - code: Of the error, without `_not_found`.
  ///   - list: The command that lists what there is.
  static func unknown(
    _ value: String, _ code: String, _ noun: String, field: String, _ list: String,
    of known: [String]
  ) -> Refusal {
    let told = known.prefix(mostTold).joined(separator: ", ")
    let more = known.count > mostTold ? " and \(known.count - mostTold) more (\(list))" : ""
    return Refusal(
      .notFound, "\(code)_not_found",
      "There is no \(noun) “\(value)” in this inquiry; "
        + (known.isEmpty ? "there is none yet." : "there are: \(told)\(more)."), field: field)
  }
}
