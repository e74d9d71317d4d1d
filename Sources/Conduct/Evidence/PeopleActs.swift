public import Inquiries
public import Records

/// Mends a printed name once; every published place follows.
public struct RenamePerson: Act {
  public static let title = "rename person"
  public static let role = Role.clerk
  let id: Identifier<Person>
  let name: String
  let revision: Int

  /// - Parameter revision: The revision at which the person was read.
  public init(_ id: Identifier<Person>, to name: String, revision: Int) {
    self.id = id
    self.name = name
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Person> {
    let person = try PersonLookup.find(id, revision: revision, from: viewpoint, at: desk)
    guard !name.isEmpty, name.count <= 200 else {
      throw Refusal(
        .invalid, "name_form", "A name has 1 to 200 characters.", field: "name")
    }
    try person.rename(to: name, on: desk.connection)
    try Publication.refresh(viewpoint.inquiryID, sources: [], on: desk.connection)
    return Done(
      Person(id: id, name: name, isProtected: person.isProtected, revision: revision + 1),
      subject: "person \(id)")
  }
}

/// Marks a person as protected: the printed name is a pseudonym from now on,
/// and the real one is kept in the identity register.
public struct ProtectPerson: Act {
  public static let title = "protect person"
  public static let role = Role.clerk
  let id: Identifier<Person>
  let revision: Int
  let realName: String
  let terms: [String]

  /// - Parameter terms: Further words that would give the person away.
  public init(_ id: Identifier<Person>, revision: Int, realName: String, terms: [String]) {
    self.id = id
    self.revision = revision
    self.realName = realName
    self.terms = terms
  }

  /// - Returns: The person, and where terms of the register are public already:
  ///   those places must be mended or taken down.
  public func perform(
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Done<(person: Person, publicPlaces: [String])> {
    let person = try PersonLookup.find(id, revision: revision, from: viewpoint, at: desk)
    guard !realName.isEmpty, realName != person.name else {
      throw Refusal(
        .invalid, "pseudonym_missing",
        "The printed name must be a pseudonym; rename the person first, then protect.",
        field: "realName")
    }
    try person.protect(
      realName: realName, terms: terms.filter { !$0.isEmpty }, on: desk.connection)
    return Done(
      (
        Person(id: id, name: person.name, isProtected: true, revision: revision + 1),
        try ProtectedTerms.published(as: viewpoint, on: desk.connection)
      ), subject: "person \(id)")
  }
}

/// Reads one entry of the identity register; the reading itself is on record.
public struct ReadIdentity: Act {
  public static let title = "read identity"
  public static let role = Role.clerk
  let id: Identifier<Person>

  public init(_ id: Identifier<Person>) {
    self.id = id
  }

  public func perform(
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Done<(name: String, terms: [String])> {
    let person = try Person.find(id, as: viewpoint, on: desk.connection)
    guard let person, let identity = try person.identity(on: desk.connection) else {
      throw Refusal(
        .notFound, "identity_not_found", "There is no identity on register for person \(id).")
    }
    return Done(identity, subject: "person \(id)")
  }
}

enum PersonLookup {
  static func find(
    _ id: Identifier<Person>, revision: Int, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Person {
    guard let person = try Person.find(id, as: viewpoint, on: desk.connection) else {
      throw Refusal(
        .notFound, "person_not_found",
        "There is no person \(id) in this inquiry; `inquiry person list` shows who there is.")
    }
    guard person.revision == revision else {
      throw Refusal.stale("person \(id)", now: person.revision)
    }
    return person
  }
}

extension Refusal {
  /// What was to be changed has been changed by someone else meanwhile.
  static func stale(_ subject: String, now revision: Int) -> Refusal {
    Refusal(
      .stale, "revision_differs",
      "\(subject) was changed meanwhile and is at revision \(revision); read it again and repeat.",
      field: "If-Match")
  }
}

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
