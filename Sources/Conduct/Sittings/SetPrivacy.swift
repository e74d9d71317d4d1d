public import Inquiries
public import Records

/// Says which passages of a record were heard in private, and which were not,
/// before it is published. With neither it says that a clerk has looked.
public struct SetPrivacy: Act {
  public static let title = "set privacy"
  public static let role = Role.clerk
  let reference: String
  let hidden: [String]
  let shown: [String]
  let revision: Int?

  /// - Parameters:
  ///   - hidden: Locators of what was heard in private.
  ///   - shown: Locators of what was not.
  ///   - revision: Of the record as it was read; `nil` where nobody says.
  public init(_ reference: String, hidden: [String], shown: [String], revision: Int? = nil) {
    self.reference = reference
    self.hidden = hidden
    self.shown = shown
    self.revision = revision
  }

  /// - Returns: The source, which may be published from then on.
  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Source> {
    guard let source = try Source.find(reference, as: viewpoint, on: desk.connection) else {
      throw Refusal(
        .notFound, "source_not_found", "There is no “\(reference)” in this inquiry.",
        field: "reference")
    }
    try Refusal.requireFresh(reference, read: revision, now: source.revision)
    guard [.received, .accepted].contains(source.state) else {
      throw Refusal(
        .conflict, "state_does_not_allow",
        "\(reference) is \(source.state.inWords); what is private is said before it is published. "
          + "Take it down if something must go.", field: "reference")
    }
    for (locators, isPrivate) in [(shown, false), (hidden, true)] {
      let ids = try locators.flatMap { locator in
        try passages(locator, from: viewpoint, at: desk)
      }
      try Passage.mark(ids, isPrivate: isPrivate, on: desk.connection)
    }
    try Source.setPrivacyOpen(false, reference: reference, as: viewpoint, on: desk.connection)
    let looked = try Source.find(reference, as: viewpoint, on: desk.connection) ?? source
    return Done(
      looked, subject: reference,
      detail: ["hidden": hidden.joined(separator: ", "), "shown": shown.joined(separator: ", ")])
  }

  private func passages(
    _ locator: String, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> [Identifier<Passage>] {
    let found = try PassageLookup.all(naming: locator, from: viewpoint, at: desk)
    guard found.allSatisfy({ $0.sourceReference == reference }) else {
      throw Refusal(
        .invalid, "passage_not_in_source", "“\(locator)” is not in \(reference).",
        field: "locator")
    }
    return found.map(\.passage)
  }
}
