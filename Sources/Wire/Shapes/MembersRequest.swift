public import Inquiries

/// The members who were present at a sitting, all of them, in the order printed.
public struct MembersRequest: JSONShape, Sendable {
  public let members: [ListedMemberShape]

  public init(_ members: [ListedMemberShape]) {
    self.members = members
  }

  public init(_ json: JSONObject) throws {
    members = try json.shapes("members")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in json.field("members", members) }
  }
}

/// One of them.
public struct ListedMemberShape: JSONShape, Sendable {
  public let name: String
  public let isChair: Bool
  /// Who on record that is, where several bear the name.
  public let person: Identifier<Person>?
  /// Whether it is somebody else than all who bear the name.
  public let isNew: Bool

  public init(
    name: String, isChair: Bool = false, person: Identifier<Person>? = nil, isNew: Bool = false
  ) {
    self.name = name
    self.isChair = isChair
    self.person = person
    self.isNew = isNew
  }

  public init(_ json: JSONObject) throws {
    self.init(
      name: try json.text("name"), isChair: try json.optionalFlag("isChair") ?? false,
      person: try json.optionalPerson("person"), isNew: try json.optionalFlag("isNew") ?? false)
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("name", name)
      if isChair { json.field("isChair", true) }
      if let person { json.field("person", person.value) }
      if isNew { json.field("isNew", true) }
    }
  }
}
