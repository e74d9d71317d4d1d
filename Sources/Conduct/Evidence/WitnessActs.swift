public import Inquiries
public import Records

/// Records what witnesses and submitters said to the publication of their
/// contribution, and how far it goes.
public struct RecordConsent: Act {
  public static let title = "record consent"
  public static let role = Role.clerk
  let list: SourceList
  let witness: String?
  let said: Contribution.Said
  let revisions: [Int]?

  /// - Parameters:
  ///   - list: Sources; what was said holds for each of them.
  ///   - witness: One witness by printed name; all of a source when `nil`.
  ///   - revisions: Of the contributions that were read, in the order in which
  ///     they are listed; `nil` where nobody says.
  public init(
    _ list: SourceList, witness: String? = nil, _ said: Contribution.Said,
    revisions: [Int]? = nil
  ) {
    self.list = list
    self.witness = witness
    self.said = said
    self.revisions = revisions
  }

  /// Consent to one source, to all that is asked for.
  public init(
    reference: String, witness: String?, consent: Consent, givenBy: String?, on: Day
  ) {
    self.init(
      [reference], witness: witness,
      Contribution.Said(
        consent, givenBy: givenBy, on: on, uses: consent.unsaidUses, wording: nil, reviewOn: nil))
  }

  /// What was recorded.
  public struct Recorded: Sendable {
    /// Contributions that it holds for, as they stand now.
    public let contributions: [Contribution]
    /// At which revisions they were found, in the order in which they are listed.
    public let found: [Int]
    /// References of sources that are public beyond what was agreed to: nothing is
    /// taken down by itself.
    public let publicBeyond: [String]
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Recorded> {
    let sources = try list.locked(from: viewpoint, at: desk).map(\.source)
    let references = sources.map(\.reference)
    try RecordConsent.require(said, from: viewpoint, at: desk)
    let found = try meant(in: references, from: viewpoint, at: desk)
    try check(found)
    try checkNoneIsNewer(found, of: references, on: desk.today(in: viewpoint.inquiry))
    for reference in references {
      let named = witness.map { typed in
        found.first { $0.reference == reference }?.witness.name ?? typed
      }
      let count = try Contribution.record(
        said, reference: reference, witness: named, as: viewpoint, on: desk.connection)
      guard count > 0 else { throw nobody(in: reference) }
    }
    let goesLessFar =
      said.consent != .given || !said.uses.contains(.publish) || !said.uses.contains(.name)
    return Done(
      Recorded(
        contributions: try meant(in: references, from: viewpoint, at: desk),
        found: found.map(\.revision),
        publicBeyond: goesLessFar
          ? sources.filter { $0.state == .published }.map(\.reference) : []),
      subject: ReferenceList.words(naming: references).joined(separator: " "),
      detail: RecordConsent.detail(of: said))
  }

  /// What the audit says of it.
  static func detail(of said: Contribution.Said) -> [String: String] {
    [
      "consent": said.consent.rawValue, "on": said.on.description,
      "uses": ConsentUse.allCases.filter(said.uses.contains).map(\.rawValue)
        .joined(separator: " "),
    ]
  }

  /// Refuses what nobody can have said: on a day that is to come, or to nothing.
  static func require(
    _ said: Contribution.Said, from viewpoint: Viewpoint, at desk: Desk
  ) throws {
    try requireSaid(on: said.on, from: viewpoint, at: desk)
    try requireUses(said)
  }

  /// Refuses a day that is to come.
  static func requireSaid(on day: Day, from viewpoint: Viewpoint, at desk: Desk) throws {
    let today = desk.today(in: viewpoint.inquiry)
    guard day <= today else {
      throw Refusal(
        .invalid, "consent_in_future",
        "Nothing can have been said to publication on \(day.inWords) yet; today is "
          + "\(today.inWords).", field: "on")
    }
  }

  private static func requireUses(_ said: Contribution.Said) throws(Refusal) {
    guard said.consent != .given || !said.uses.isEmpty else {
      throw Refusal(
        .invalid, "consent_uses_missing",
        "Consent is given to something: publish, quote or name.", field: "uses")
    }
    guard said.consent == .given || said.uses.isEmpty else {
      throw Refusal(
        .invalid, "consent_uses_unfit",
        "Where consent is \(said.consent.rawValue), nothing is agreed to; leave the uses out, or "
          + "record what is still given. Nothing was done.", field: "uses")
    }
  }

  private func meant(
    in references: [String], from viewpoint: Viewpoint, at desk: Desk
  ) throws -> [Contribution] {
    let references = Set(references)
    return try Contribution.all(as: viewpoint, on: desk.connection).filter {
      references.contains($0.reference)
    }.made(by: witness)
  }

  private func check(_ meant: [Contribution]) throws(Refusal) {
    if let revisions, revisions != meant.map(\.revision) {
      throw Refusal(
        .stale, "revision_differs",
        "A consent was changed meanwhile; read the list again and repeat.", field: "If-Match")
    }
    if let witness {
      let namesakes = Dictionary(grouping: meant, by: \.reference)
      if let (reference, several) = namesakes.first(where: { $0.value.count > 1 }) {
        throw Refusal(
          .conflict, "name_ambiguous",
          "\(several.count) witnesses of \(reference) are called “\(witness)”; give one another "
            + "printed name first.", field: "witness")
      }
    }
  }

  /// An older word does not replace a newer one: who withdrew has not agreed again
  /// because the form of before comes in later. A day on record that is still to come is
  /// a slip, and stands against nothing.
  private func checkNoneIsNewer(
    _ meant: [Contribution], of references: [String], on today: Day
  ) throws(Refusal) {
    let newer = meant.filter { $0.on.map { said.on < $0 && $0 <= today } ?? false }
    let days = Set(newer.compactMap(\.on)).sorted()
    guard !days.isEmpty else { return }
    let places = days.map { day in
      let there = Set(newer.filter { $0.on == day }.map(\.reference))
      return "\(SourceList.named(references.filter(there.contains))) has what was said on "
        + day.inWords
    }
    let all = Set(newer.map(\.reference))
    throw Refusal(
      .conflict, "consent_older",
      "\(places.joined(separator: "; ")), which is later than \(said.on.inWords); check the day. "
        + "Where the day on record is the wrong one, `inquiry consent correct` mends it. Nothing "
        + "was done."
        + SourceList.remedy(references.filter(all.contains), of: references.count), field: "on")
  }

  private func nobody(in reference: String) -> Refusal {
    Refusal(
      .notFound, "contribution_not_found",
      witness.map { "“\($0)” has no contribution to \(reference)." }
        ?? "There are no contributions to \(reference); `inquiry evidence list` shows what there is.",
      field: witness == nil ? "reference" : "witness")
  }
}

/// Says which kind of witness each of some witnesses is.
public struct GroupWitnesses: Act {
  public static let title = "group witnesses"
  public static let role = Role.clerk
  let group: WitnessGroup
  let witnesses: [String]
  let revision: Int?

  /// - Parameter revision: Of the group as it was read; `nil` where nobody says.
  public init(_ group: WitnessGroup, _ witnesses: [String], revision: Int? = nil) {
    self.group = group
    self.witnesses = witnesses
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Void> {
    guard group.slug.isSlug, !group.name.isEmpty else {
      throw Refusal(
        .invalid, "group_form",
        "A group needs a name, and a slug of lower-case words joined by hyphens.", field: "group")
    }
    let now = try group.put(as: viewpoint, on: desk.connection)
    if let revision, revision != now - 1 { throw Refusal.stale(group.slug, now: now - 1) }
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
