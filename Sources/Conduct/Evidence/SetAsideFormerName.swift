public import Inquiries
public import Records

/// Says that a former name of somebody was a mistake, so that it is guarded no longer,
/// wherever they occur.
public struct SetAsideFormerName: Act {
  public static let title = "set aside former name"
  public static let role = Role.clerk
  let id: Identifier<FormerName>
  let person: Identifier<Person>
  let revision: Int

  /// - Parameter revision: The revision at which the person was read.
  public init(
    _ id: Identifier<FormerName>, of person: Identifier<Person>, revision: Int
  ) {
    self.id = id
    self.person = person
    self.revision = revision
  }

  public func perform(from viewpoint: Viewpoint, at desk: Desk) throws -> Done<Person> {
    let found = try PersonLookup.find(person, revision: revision, from: viewpoint, at: desk)
    _ = try PersonLookup.inquiries(of: [person], for: Self.role, at: desk)
    guard try FormerName.setAside(id, of: person, on: desk.connection) else {
      throw Refusal(
        .notFound, "former_name_not_found",
        "Person \(person) has no former name \(id) that is guarded; `inquiry person names "
          + "\(person)` lists them.")
    }
    return Done(
      Person(
        id: person, name: found.name, isProtected: found.isProtected,
        isNameOnly: found.isNameOnly, revision: revision + 1),
      subject: "person \(person)", detail: ["formerName": "\(id)"])
  }
}
