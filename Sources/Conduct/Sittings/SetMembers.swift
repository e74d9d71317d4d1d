public import Inquiries
public import Records

/// Puts a list of members in the place of the one that a sitting has.
///
/// Who was present is a fact of the sitting and none of its record, so it is mended
/// whatever became of that; what is public follows.
public struct SetMembers: Act {
  public static let title = "set members"
  public static let role = Role.clerk
  let handle: SittingHandle
  let members: [Listed]
  let revision: Int

  /// A member as the list has it.
  public struct Listed: Sendable {
    let name: String
    let isChair: Bool
    let choice: GuestChoice?

    /// - Parameter choice: Who that is, where somebody on record bears the name; one who
    ///   is listed already by the name is meant without it.
    public init(_ name: String, isChair: Bool = false, choice: GuestChoice? = nil) {
      self.name = name
      self.isChair = isChair
      self.choice = choice
    }
  }

  /// - Parameters:
  ///   - members: All of them, in the order in which they are printed.
  ///   - revision: Of the sitting, as it was read.
  public init(_ handle: SittingHandle, _ members: [Listed], revision: Int) {
    self.handle = handle
    self.members = members
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Sitting> {
    let (id, sitting) = try SittingLookup.find(
      handle, revision: revision, from: viewpoint, at: desk)
    try requireForm()
    let people = try people(at: sitting, from: viewpoint, at: desk)
    guard Set(people).count == people.count else {
      throw Refusal(
        .conflict, "member_listed",
        "Two of the members listed are one person; list everybody once. Nothing was changed.",
        field: "members")
    }
    try SessionPeople(
      members: zip(people, members).map { (person: $0, isChair: $1.isChair) }, panels: []
    ).replaceMembers(of: id, on: desk.connection)
    try Publication.refresh(viewpoint.inquiryID, sources: [], on: desk.connection)
    let before = Set(sitting.members.map(\.person))
    let now = try SittingLookup.find(handle, from: viewpoint, at: desk).sitting
    return Done(
      now, subject: now.handle,
      detail: [
        "added": SetMembers.numbers(Set(people).subtracting(before)),
        "removed": SetMembers.numbers(before.subtracting(people)),
        "chair": now.chair.map { "\($0.person)" } ?? "nobody",
      ].filter { !$0.value.isEmpty })
  }

  private static func numbers(_ people: Set<Identifier<Person>>) -> String {
    people.sorted().map(\.description).joined(separator: " ")
  }

  private func requireForm() throws(Refusal) {
    guard
      members.allSatisfy({
        $0.name.isVisible && $0.name.count <= 200 && !$0.name.contains(where: \.isNewline)
      })
    else {
      throw Refusal(
        .invalid, "name_form", "A member has a name of 1 to 200 visible characters on one line.",
        field: "members")
    }
    guard members.filter(\.isChair).count < 2 else {
      throw Refusal(
        .invalid, "chair_twice", "One member alone is in the Chair.", field: "members")
    }
  }

  /// Everybody listed, in order; who is on record nowhere is entered.
  private func people(
    at sitting: Sitting, from viewpoint: Viewpoint, at desk: Desk
  ) throws -> [Identifier<Person>] {
    let standing = members.map { SetMembers.standing($0, among: sitting.members) }
    let others = zip(members, standing).filter { $1 == nil }.map(\.0)
    var guests = try GuestList(
      members: others.map(\.name), witnesses: [],
      choices: Dictionary(
        others.compactMap { other in other.choice.map { (other.name, $0) } },
        uniquingKeysWith: { first, _ in first }), from: viewpoint, at: desk)
    try guests.requireDecided(in: .members)
    try guests.insertNew(at: desk)
    let ids = guests.ids
    return zip(members, standing).compactMap { member, person in person ?? ids[member.name] }
  }

  /// Who of those listed by now is meant, by number or by a name that one alone bears.
  private static func standing(
    _ member: Listed, among listed: [SittingMember]
  ) -> Identifier<Person>? {
    let meant = listed.filter { one in
      switch member.choice {
      case .person(let person): one.person == person
      case .new: false
      case nil: one.name == member.name
      }
    }
    return meant.count == 1 ? meant[0].person : nil
  }
}
