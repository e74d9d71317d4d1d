public import Inquiries
public import Records

/// Refuses passages that were suggested for a finding or a recommendation: they
/// do not come again for it until their words change, and the like of them comes
/// later. A link that there is stays.
public struct DropSuggestions: Act {
  public static let title = "drop suggestions"
  public static let role = Role.author
  let end: LinkEnd
  let locators: [String]

  public init(_ locators: [String], for end: LinkEnd) {
    self.end = end
    self.locators = locators
  }

  /// - Returns: How many passages were not refused before.
  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Int> {
    guard !locators.isEmpty else {
      throw Refusal(
        .invalid, "locators_missing", "Name at least one passage, such as Q45+2.",
        field: "locators")
    }
    let end = try EndLookup.resolve(end, from: viewpoint, at: desk)
    let versions = try locators.flatMap { locator in
      try PassageLookup.all(PassageLookup.read(locator), from: viewpoint, at: desk).map(\.version)
    }
    let count = try EvidenceDecisions.drop(
      Set(versions).sorted(), for: end, at: desk.now, as: viewpoint, on: desk.connection)
    return Done(
      count, subject: end.key,
      detail: ["locators": locators.joined(separator: " "), "passages": "\(count)"])
  }
}
