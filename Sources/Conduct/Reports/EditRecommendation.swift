public import Inquiries
public import Records

/// Says whom a recommendation asks to act and which finding it stands under.
public struct EditRecommendation: Act {
  public static let title = "edit recommendation"
  public static let role = Role.author
  let name: String
  let addressees: [String]?
  let findingKey: String??
  let revision: Int?

  /// - Parameters:
  ///   - name: Its key, or its number in the newest draft.
  ///   - addressees: `nil` leaves them; where there are limbs, each has its own.
  ///   - findingKey: `.some(nil)` takes it from its finding; `nil` leaves it.
  ///   - revision: The revision at which it was read.
  public init(
    _ name: String, addressees: [String]?, findingKey: String??, revision: Int?
  ) {
    self.name = name
    self.addressees = addressees
    self.findingKey = findingKey
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Recommendation> {
    let recommendation = try EndLookup.recommendation(
      name, at: revision, from: viewpoint, at: desk)
    if addressees != nil, let limb = recommendation.limbs.first(where: { !$0.addressees.isEmpty }) {
      throw Refusal(
        .conflict, "limbs_have_addressees",
        "Limb \(limb.number) of \(recommendation.key) says whom it asks; say it of each limb "
          + "(`inquiry limb edit`).", field: "addressees")
    }
    let addressees = addressees ?? recommendation.addressees
    guard Set(addressees).count == addressees.count, !addressees.contains("") else {
      throw Refusal(
        .invalid, "addressees_form", "Name each addressee once, and none empty.",
        field: "addressees")
    }
    let finding = try (findingKey ?? recommendation.findingKey).map {
      try EndLookup.resolve(.finding($0), from: viewpoint, at: desk).key
    }
    guard
      try recommendation.update(
        addressees: addressees, findingKey: finding, as: viewpoint, on: desk.connection)
    else {
      throw Refusal.stale("recommendation \(recommendation.key)", now: recommendation.revision)
    }
    return Done(
      try EndLookup.recommendation(recommendation.key, from: viewpoint, at: desk),
      subject: recommendation.key, detail: ["addressees": addressees.joined(separator: "; ")])
  }
}
