public import Inquiries
public import Records

/// Mends a printed name once; every published place follows. Others may still say the old
/// one, which is guarded as the new one is.
public struct RenamePerson: Act {
  public static let title = "rename person"
  public static let role = Role.clerk
  let id: Identifier<Person>
  let name: String
  let isNameOnly: Bool?
  let isMistake: Bool
  let revision: Int

  /// - Parameters:
  ///   - isNameOnly: Whether capacity, organisation and group are left out of what is
  ///     public, in every inquiry; `nil` leaves that as it is.
  ///   - isMistake: Whether the old name never was theirs, as a typing error, so that it
  ///     is not guarded.
  ///   - revision: The revision at which the person was read.
  public init(
    _ id: Identifier<Person>, to name: String, isNameOnly: Bool? = nil, isMistake: Bool = false,
    revision: Int
  ) {
    self.id = id
    self.name = name
    self.isNameOnly = isNameOnly
    self.isMistake = isMistake
    self.revision = revision
  }

  /// - Returns: The person, and what the public sees beside the name.
  public func perform(
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Done<(person: Person, shownAs: [String])> {
    let person = try PersonLookup.find(id, revision: revision, from: viewpoint, at: desk)
    guard name.isVisible, name.count <= 200, !name.contains(where: \.isNewline) else {
      throw Refusal(
        .invalid, "name_form", "A name has 1 to 200 visible characters on one line.",
        field: "name")
    }
    let inquiries = try PersonLookup.inquiries(of: [id], for: Self.role, at: desk)
    let isNameOnly = isNameOnly ?? person.isNameOnly
    // Of who is protected the printed name is a pseudonym, which may be said.
    let isKept = name != person.name && !person.isProtected
    if isKept { try person.keepName(isMistake: isMistake, on: desk.connection) }
    try person.rename(to: name, isNameOnly: isNameOnly, on: desk.connection)
    try PersonLookup.checkPrintedNames(of: id, field: "name", at: desk)
    for inquiry in inquiries {
      try Publication.refresh(inquiry, sources: [], on: desk.connection)
      try AnonymousWall.check(inquiry, sources: nil, on: desk.connection)
    }
    try PersonLookup.requirePseudonym(of: id, field: "name", at: desk)
    return Done(
      (
        Person(
          id: id, name: name, isProtected: person.isProtected, isNameOnly: isNameOnly,
          revision: revision + 1), try Person.publicCapacities(of: id, on: desk.connection)
      ),
      subject: "person \(id)",
      detail: [
        "nameOnly": isNameOnly ? "yes" : "", "oldName": isKept && isMistake ? "mistake" : "",
      ].filter { !$0.value.isEmpty })
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
    try PersonLookup.requirePseudonym(of: id, field: "realName", at: desk)
    return Done(
      (
        Person(
          id: id, name: person.name, isProtected: true, isNameOnly: person.isNameOnly,
          revision: revision + 1),
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
  ) throws -> Done<(name: String, terms: [String], formerNames: [FormerName])> {
    let person = try Person.find(id, as: viewpoint, on: desk.connection)
    guard let person, let identity = try person.identity(on: desk.connection) else {
      throw Refusal(
        .notFound, "identity_not_found", "There is no identity on register for person \(id).")
    }
    let former = try FormerName.guarded(of: id, as: viewpoint, on: desk.connection)
    return Done(
      (name: identity.name, terms: identity.terms, formerNames: former), subject: "person \(id)")
  }
}

enum PersonLookup {
  /// - Parameter isTag: Whether `If-Match` is of this person.
  static func find(
    _ id: Identifier<Person>, revision: Int, isTag: Bool = true, from viewpoint: Viewpoint,
    at desk: Desk
  ) throws -> Person {
    guard let person = try Person.find(id, as: viewpoint, on: desk.connection) else {
      throw notFound(id)
    }
    guard person.revision == revision else {
      throw Refusal.stale("person \(id)", now: person.revision, isTag: isTag)
    }
    return person
  }

  /// Words that hid one name may hold a part of another.
  static func checkPrintedNames(
    of id: Identifier<Person>, field: String, at desk: Desk
  ) throws {
    let found = try AnonymousWall.inPrintedName(ofSubmissionsBy: [id], on: desk.connection)
    guard !found.isEmpty else { return }
    throw Refusal(
      .conflict, "anonymous_named",
      "What is printed in place of the name of \(SourceList.named(found)) would hold a name of its "
        + "submitter, or a part of one; decide on other words first, such as "
        + "\(WrittenSubmission.nameWithheld) (`inquiry submission outcome`). Nothing was done.",
      field: field)
  }

  /// Of who is on the register nothing of the real name is printed, as in what is printed in
  /// place of a name that is withheld.
  static func requirePseudonym(
    of id: Identifier<Person>, field: String, at desk: Desk
  ) throws {
    guard try ProtectedTerms.standInPrintedName(of: id, on: desk.connection) else { return }
    throw Refusal(
      .invalid, "pseudonym_missing",
      "The printed name would hold a part of the real name; nothing was done. Choose a pseudonym "
        + "that has nothing of it (`inquiry person rename`).",
      field: field)
  }

  static func notFound(_ id: Identifier<Person>) -> Refusal {
    Refusal(
      .notFound, "person_not_found",
      "There is no person \(id) in this inquiry; `inquiry person list` shows who there is.")
  }
}
