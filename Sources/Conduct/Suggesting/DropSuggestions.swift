public import Inquiries
public import Records

/// Refuses passages that were suggested for a finding or a recommendation: they
/// do not come again for it until their words change, and the like of them comes
/// later. What is linked is no suggestion and is refused here; what is linked to one
/// limb stays linked to it.
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
    let entries = try locators.flatMap { locator in
      try PassageLookup.all(PassageLookup.read(locator), from: viewpoint, at: desk)
    }
    let links = try EvidenceDecisions.links(
      from: end, to: Set(entries.map(\.passage)).sorted(), as: viewpoint, on: desk.connection)
    guard links.isEmpty else { throw linked(links, to: end) }
    let count = try EvidenceDecisions.drop(
      Set(entries.map(\.version)).sorted(), for: end, at: desk.now, as: viewpoint,
      on: desk.connection)
    return Done(
      count, subject: end.key,
      detail: ["locators": locators.joined(separator: " "), "passages": "\(count)"])
  }

  private func linked(_ links: [Identifier<Link>], to end: LinkEnd) -> Refusal {
    let numbers = NumberList.words(naming: links.map { Int($0.value) }).joined(separator: " ")
    return Refusal(
      .conflict, "suggestion_linked",
      "What is named is linked to \(end.key) already, by link \(numbers); `inquiry link drop "
        + "\(numbers)` drops that, and what is dropped is not suggested for it again.",
      field: "locators")
  }
}
