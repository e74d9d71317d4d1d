public import Inquiries
public import Records

/// Decides on tracked changes and comments of returned copies, one or many: all of them or
/// none. What was refused can be decided anew; what became something on record is
/// mended there.
public struct DecideChanges: Act {
  public enum Decision: Sendable {
    /// The words become those of the change, as a correction of this kind.
    case accept(Correction.Kind)
    /// With the reason that the witness is told.
    case refuse(String)
    /// The words stay, and this stands beneath them; what the change puts in, or the
    /// comment says, when `nil`.
    case footnote(String?)
    /// The words stay, and this submission adds to them.
    case supplement(String)
  }

  public static let title = "decide on changes"
  public static let role = Role.clerk
  let reference: String
  let numbers: [Int]
  let decision: Decision
  let isPersonalDataSeen: Bool
  let revisions: [Int]?

  /// - Parameters:
  ///   - reference: The transcript, such as `OS3`.
  ///   - numbers: Of its changes.
  ///   - isPersonalDataSeen: Whether a clerk looked at what in new words of published
  ///     evidence looks like personal data, or is a name that is withheld, and lets it stand.
  ///   - revisions: Of the changes as they were read, by number; `nil` where nobody
  ///     says.
  public init(
    _ numbers: [Int], of reference: String, _ decision: Decision,
    isPersonalDataSeen: Bool = false, revisions: [Int]? = nil
  ) {
    self.reference = reference
    self.numbers = numbers
    self.decision = decision
    self.isPersonalDataSeen = isPersonalDataSeen
    self.revisions = revisions
  }

  /// - Returns: The changes as they stand now.
  public func perform(
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Done<[ProposedChange]> {
    let found = try SourceList([reference]).locked(from: viewpoint, at: desk)
    guard let (id, source) = found.first, found.count == 1 else {
      throw Refusal(
        .invalid, "one_record_needed", "Name one record, such as OS3.", field: "reference")
    }
    let changes = try StandingChange.locked(numbers, of: id, on: desk.connection)
    try check(changes)
    let day = desk.today(in: viewpoint.inquiry)
    let gate = try ChangedWordsGate(
      changes.compactMap(\.passage), of: id, in: source.state, at: desk)
    let made = try ChangesMade(changes, of: source, id, from: viewpoint, at: desk)
      .carryOut(decision)
    let seen = try gate.require(seen: isPersonalDataSeen, at: desk)
    try StandingChange.decide(
      changes, made.decision, corrections: made.corrections, reason: made.reason, on: day,
      by: viewpoint, desk.connection)
    let decided = try ProposedChange.all(
      of: reference, numbers: numbers, as: viewpoint, on: desk.connection)
    let places = Dictionary(
      decided.map { ($0.locator, $0.suspectLinks) }, uniquingKeysWith: { first, _ in first })
    return Done(
      decided,
      subject: reference,
      detail: [
        "changes": NumberList.words(naming: changes.map(\.number)).joined(separator: " "),
        "decision": made.decision.rawValue, "suspect": "\(places.values.reduce(0, +))",
      ].merging(seen) { first, _ in first })
  }

  private func check(_ changes: [StandingChange]) throws {
    let missing = Set(numbers).subtracting(changes.map(\.number)).sorted()
    guard missing.isEmpty, !changes.isEmpty else {
      throw Refusal(
        .notFound, "change_not_found",
        "\(reference) has no change \(NumberList.words(naming: missing).joined(separator: ", ")); "
          + "`inquiry session changes \(reference)` lists them.", field: "changes")
    }
    if let revisions, revisions != changes.map(\.revision) {
      throw Refusal(
        .stale, "revision_differs",
        "A change was decided on meanwhile; read the list again and repeat.", field: "If-Match")
    }
    if let final = changes.first(where: { $0.decision.isFinal }) {
      throw Refusal(
        .conflict, "change_decided",
        "Change \(final.number) was \(final.decision == .accepted ? "accepted" : "made a note") "
          + "before; correct the passage again, or take the note away (`inquiry passage`).",
        field: "changes")
    }
  }
}
