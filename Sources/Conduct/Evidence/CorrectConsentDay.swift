public import Inquiries
public import Records

/// Puts another day in the place of the one that was recorded as that of a consent.
///
/// A day that was written down too late holds up every later word, since an older one
/// replaces none. What was said stays as it is; why the day was wrong goes on record.
public struct CorrectConsentDay: Act {
  public static let title = "correct day of consent"
  public static let role = Role.clerk
  let reference: String
  let witness: String?
  let day: Day
  let reason: String
  let revisions: [Int]?

  /// - Parameters:
  ///   - witness: One witness by printed name; all of the source when `nil`.
  ///   - day: On which it was said in truth.
  ///   - reason: Why the day on record is wrong.
  ///   - revisions: Of the contributions that were read, in the order in which they are
  ///     listed; `nil` where nobody says.
  public init(
    _ reference: String, witness: String? = nil, to day: Day, because reason: String,
    revisions: [Int]? = nil
  ) {
    self.reference = reference
    self.witness = witness
    self.day = day
    self.reason = reason
    self.revisions = revisions
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<[Contribution]> {
    let sources = try SourceList([reference]).lockedUnread(from: viewpoint, at: desk).map(\.id)
    try RecordConsent.requireSaid(on: day, from: viewpoint, at: desk)
    guard reason.isVisible, reason.count <= 500, !reason.contains(where: \.isNewline) else {
      throw Refusal(
        .invalid, "reason_missing",
        "Say in up to 500 characters on one line why the day on record is wrong.", field: "reason")
    }
    let found = try meant(of: sources, at: desk)
    let before = try wrongDay(of: found)
    try Contribution.redate(
      to: day, reference: reference, witness: witness == nil ? nil : found.first?.witness.name,
      as: viewpoint, on: desk.connection)
    return Done(
      try meant(of: sources, at: desk), subject: reference,
      detail: ["from": before.description, "to": day.description, "reason": reason])
  }

  private func meant(
    of sources: [Identifier<Source>], at desk: Desk
  ) throws -> [Contribution] {
    // A range is no reference of one source, and nobody's contribution.
    let meant = try Contribution.of(sources, on: desk.connection).filter {
      $0.reference == reference
    }.made(by: witness)
    guard !meant.isEmpty else {
      throw Refusal(
        .notFound, "contribution_not_found",
        witness.map { "“\($0)” has no contribution to \(reference)." }
          ?? "There are no contributions to \(reference).",
        field: witness == nil ? "reference" : "witness")
    }
    return meant
  }

  /// The day that stands, which is one and not the right one.
  private func wrongDay(of meant: [Contribution]) throws(Refusal) -> Day {
    if let revisions, revisions != meant.map(\.revision) {
      throw Refusal(
        .stale, "revision_differs",
        "A consent was changed meanwhile; read the list again and repeat.", field: "If-Match")
    }
    if let witness, meant.count > 1 {
      throw Refusal(
        .conflict, "name_ambiguous",
        "\(meant.count) witnesses of \(reference) are called “\(witness)”; give one another printed "
          + "name first.", field: "witness")
    }
    let days = Set(meant.filter { $0.consent != .notAsked }.compactMap(\.on)).sorted()
    guard let before = days.first else {
      throw Refusal(
        .conflict, "consent_not_recorded",
        "Nothing is on record of \(reference) that was said to publication; record it first "
          + "(`inquiry consent record`).", field: "reference")
    }
    guard days.count == 1 else {
      throw Refusal(
        .conflict, "consent_days_differ",
        "What was said to \(reference) is on record under \(days.count) days ("
          + "\(days.map(\.inWords).joined(separator: ", "))); say whose is wrong (--witness).",
        field: "witness")
    }
    guard before != day else {
      throw Refusal(
        .conflict, "consent_day_stands", "\(day.inWords) is the day on record.", field: "on")
    }
    return before
  }
}
