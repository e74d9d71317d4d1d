public import Inquiries
public import Records

/// Records what witnesses said to the publication of their contribution.
public struct RecordConsent: Act {
  public static let title = "record consent"
  public static let role = Role.clerk
  let reference: String
  let witness: String?
  let consent: Consent
  let givenBy: String?
  let on: Day

  /// - Parameter witness: One witness by printed name; all of the source when `nil`.
  public init(
    reference: String, witness: String?, consent: Consent, givenBy: String?, on: Day
  ) {
    self.reference = reference
    self.witness = witness
    self.consent = consent
    self.givenBy = givenBy
    self.on = on
  }

  /// - Returns: How many contributions it was recorded for.
  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Int> {
    if let witness {
      let namesakes = try Contribution.all(as: viewpoint, on: desk.connection).count {
        $0.reference == reference && $0.witness.name == witness
      }
      guard namesakes < 2 else {
        throw Refusal(
          .conflict, "name_ambiguous",
          "\(namesakes) witnesses of \(reference) are called “\(witness)”; give one another printed "
            + "name first.", field: "witness")
      }
    }
    let count = try Contribution.record(
      consent, givenBy: givenBy, on: on, reference: reference, witness: witness, as: viewpoint,
      on: desk.connection)
    guard count > 0 else {
      throw Refusal(
        .notFound, "contribution_not_found",
        witness.map { "“\($0)” has no contribution to \(reference)." }
          ?? "There are no contributions to \(reference); `inquiry evidence list` shows what there is.",
        field: witness == nil ? "reference" : "witness")
    }
    return Done(
      count, subject: reference, detail: ["consent": consent.rawValue, "on": on.description])
  }
}

/// Says which kind of witness each of some witnesses is.
public struct GroupWitnesses: Act {
  public static let title = "group witnesses"
  public static let role = Role.clerk
  let group: WitnessGroup
  let witnesses: [String]

  public init(_ group: WitnessGroup, _ witnesses: [String]) {
    self.group = group
    self.witnesses = witnesses
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Void> {
    guard group.slug.isSlug, !group.name.isEmpty else {
      throw Refusal(
        .invalid, "group_form",
        "A group needs a name, and a slug of lower-case words joined by hyphens.", field: "group")
    }
    try group.put(as: viewpoint, on: desk.connection)
    for witness in witnesses {
      let count = try WitnessGroup.assign(
        witness: witness, to: group.slug, as: viewpoint, on: desk.connection)
      guard let count, count > 0 else {
        throw Refusal(
          .notFound, "witness_not_found", "“\(witness)” is not a witness of this inquiry.",
          field: "witnesses")
      }
    }
    try Publication.refresh(viewpoint.inquiryID, sources: [], on: desk.connection)
    return Done((), subject: group.slug, detail: ["witnesses": "\(witnesses.count)"])
  }
}
