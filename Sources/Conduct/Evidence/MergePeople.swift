public import Inquiries
public import Records

/// Joins two entries that are one person: whatever said the one says the other
/// from then on, in every inquiry.
public struct MergePeople: Act {
  public static let title = "merge people"
  public static let role = Role.clerk
  let id: Identifier<Person>
  let survivor: Identifier<Person>
  let revision: Int
  let survivorRevision: Int
  let wereTogether: Bool

  /// - Parameters:
  ///   - id: The entry that goes.
  ///   - survivor: The entry that stays.
  ///   - revision: The revision at which the one was read.
  ///   - survivorRevision: The revision at which the other was read.
  ///   - wereTogether: Whether the clerk knows that both stand at one session's
  ///     table, and says that they are one person all the same.
  public init(
    _ id: Identifier<Person>, into survivor: Identifier<Person>, revision: Int,
    survivorRevision: Int, wereTogether: Bool = false
  ) {
    self.id = id
    self.survivor = survivor
    self.revision = revision
    self.survivorRevision = survivorRevision
    self.wereTogether = wereTogether
  }

  public func perform(
    from viewpoint: Viewpoint, at desk: Desk
  ) throws -> Done<MergedPeople> {
    guard id != survivor else {
      throw Refusal(
        .invalid, "person_same", "Person \(id) cannot be joined with itself.", field: "into")
    }
    let one = try PersonLookup.find(id, revision: revision, from: viewpoint, at: desk)
    let other = try PersonLookup.find(
      survivor, revision: survivorRevision, isTag: false, from: viewpoint, at: desk)
    try PersonLookup.requireUnprotected([one, other])
    let inquiries = try PersonLookup.inquiries(of: [id, survivor], for: Self.role, at: desk)
    let together = try Person.together(id, survivor, as: viewpoint, on: desk.connection)
    guard together.isEmpty || wereTogether else {
      throw Refusal(
        .conflict, "people_together",
        "“\(one.name)” and “\(other.name)” were both at \(together.joined(separator: ", ")). If they "
          + "are one person listed twice, say so (--same-person).", field: "wereTogether")
    }
    let merge = try PersonMerge.insert(
      id, into: survivor, at: desk.now, by: desk.actor, on: desk.connection)
    let move = PersonMove(merge, of: id, to: survivor)
    let differing = try move.disagreements(on: desk.connection)
    guard differing.isEmpty else {
      throw Refusal(
        .conflict, "merge_consents_differ",
        "The two said different things about the publication of \(differing.joined(separator: ", ")); "
          + "record one consent for both first.")
    }
    try requireStillWithheld(move, of: one, as: other, in: inquiries, at: desk)
    try move.carryOut(on: desk.connection)
    try PersonLookup.checkPrintedNames(of: survivor, field: "into", at: desk)
    try PersonLookup.refresh(inquiries, at: desk)
    guard let made = try PersonMerge.find(merge, on: desk.connection) else {
      throw PersonLookup.mergeNotFound(merge)
    }
    guard let stays = try Person.find(survivor, as: viewpoint, on: desk.connection) else {
      throw PersonLookup.notFound(survivor)
    }
    // Of other inquiries too: whoever joins holds the role in each of them.
    let moved = try MergedPeople.Moved.by(merge, on: desk.connection)
    return Done(
      MergedPeople(merge: made, survivor: stays, moved: moved, together: together),
      subject: "person \(id)", detail: ["into": "\(survivor)"])
  }

  /// Whose evidence is published without the name is not named by way of what another entry
  /// of them has public; who is public under the name already may be.
  private func requireStillWithheld(
    _ move: PersonMove, of one: Person, as other: Person, in inquiries: [Identifier<Inquiry>],
    at desk: Desk
  ) throws {
    for inquiry in inquiries {
      let uncovered = try move.uncovering(in: inquiry, on: desk.connection)
      guard !uncovered.isEmpty else { continue }
      throw Refusal(
        .conflict, "anonymous_named",
        "“\(other.name)” would be public in \(SourceList.named(uncovered)) and is withheld where "
          + "they gave evidence without the name; nothing was done. Joined the other way round "
          + "(`inquiry person merge \(other.id) --into \(one.id)`) “\(one.name)” stays what the "
          + "public sees.", field: "into")
    }
  }
}

/// Parts what a merge joined: every row that it moved goes back. What was made
/// since stays with the survivor.
public struct UnmergePeople: Act {
  public static let title = "unmerge people"
  public static let role = Role.clerk
  let id: Identifier<PersonMerge>
  let revision: Int

  /// - Parameter revision: The revision at which the merge was read.
  public init(_ id: Identifier<PersonMerge>, revision: Int) {
    self.id = id
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<PersonMerge> {
    let known = try PersonMerge.all(as: viewpoint, on: desk.connection).contains { $0.id == id }
    guard known, let merge = try PersonMerge.find(id, on: desk.connection) else {
      throw PersonLookup.mergeNotFound(id)
    }
    guard merge.revision == revision else {
      throw Refusal.stale("merge \(id)", now: merge.revision)
    }
    guard merge.undoneAt == nil else {
      throw Refusal(.conflict, "merge_undone", "Merge \(id) was undone already.")
    }
    guard
      let survivor = try Person.find(merge.into, as: viewpoint, on: desk.connection)
    else {
      throw Refusal(
        .conflict, "merge_not_last",
        "“\(merge.intoName)” was joined with another person since; undo that merge first.")
    }
    // The name that comes back was printed before the protection.
    try PersonLookup.requireUnprotected([survivor])
    let people = [merge.person, merge.into]
    let inquiries = try PersonLookup.inquiries(of: people, for: Self.role, at: desk)
    try PersonMove(merge.id, of: merge.person, to: merge.into).takeBack(on: desk.connection)
    try merge.undo(at: desk.now, on: desk.connection)
    try PersonLookup.refresh(inquiries, at: desk)
    guard let undone = try PersonMerge.find(id, on: desk.connection) else {
      throw PersonLookup.mergeNotFound(id)
    }
    return Done(
      undone, subject: "person \(merge.person)",
      detail: ["from": "\(merge.into)", "merge": "\(id)"])
  }
}

extension PersonLookup {
  /// One person with two personas must not be joined, not even to be looked at.
  static func requireUnprotected(_ people: [Person]) throws {
    guard let protected = people.first(where: \.isProtected) else { return }
    throw Refusal(
      .conflict, "persona_protected",
      "“\(protected.name)” is a protected persona, which is joined with nobody and parted from "
        + "nobody.")
  }

  /// Where people occur; the actor must hold the role in every one of these.
  static func inquiries(
    of people: [Identifier<Person>], for role: Role, at desk: Desk
  ) throws -> [Identifier<Inquiry>] {
    let inquiries = try Person.inquiries(of: people, on: desk.connection)
    let isAllowed = inquiries.allSatisfy { inquiry in
      let roles = desk.actor.roles(in: inquiry)
      return roles.contains(role) || roles.contains(.administrator)
    }
    guard isAllowed else {
      throw Refusal(
        .forbidden, "role_needed_elsewhere",
        "The person occurs in another inquiry too, where you are no \(role.rawValue); an "
          + "administrator can do this.")
    }
    return inquiries
  }

  /// Brings what is public of a person into line wherever they occur.
  static func refresh(_ inquiries: [Identifier<Inquiry>], at desk: Desk) throws {
    for inquiry in inquiries {
      try Publication.refresh(inquiry, sources: nil, on: desk.connection)
    }
    // A name that nothing refers to any more goes only after all have let it go.
    for inquiry in inquiries {
      try Publication.refresh(inquiry, sources: [], on: desk.connection)
      try AnonymousWall.check(inquiry, sources: nil, on: desk.connection)
    }
  }

  static func mergeNotFound(_ id: Identifier<PersonMerge>) -> Refusal {
    Refusal(
      .notFound, "merge_not_found",
      "There is no merge \(id) of anybody in this inquiry; `inquiry person merges` lists them.")
  }
}
