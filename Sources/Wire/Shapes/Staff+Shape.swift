public import Inquiries

extension StaffMember.Held: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(try json.word("role"), in: try json.optionalText("inquiry"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("role", role.rawValue)
      json.field("inquiry", inquiry)
    }
  }
}

extension StaffMember: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      name: try json.text("name"), roles: try json.shapes("roles"),
      tokenCount: try json.number("tokens"), revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("name", name)
      json.field("roles", roles)
      json.field("tokens", tokenCount)
      json.field("revision", revision)
    }
  }
}

/// A token as it is asked for.
public struct TokenRequest: JSONShape, Sendable {
  /// What it is for.
  public let label: String

  public init(label: String) {
    self.label = label
  }

  public init(_ json: JSONObject) throws {
    label = try json.optionalText("label") ?? "cli"
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in json.field("label", label) }
  }
}

/// A token as it is shown, once.
public struct TokenShape: JSONShape, Sendable {
  public let name: String
  public let label: String
  public let token: String

  public init(name: String, label: String, token: String) {
    self.name = name
    self.label = label
    self.token = token
  }

  public init(_ json: JSONObject) throws {
    self.init(
      name: try json.text("name"), label: try json.text("label"), token: try json.text("token"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("name", name)
      json.field("label", label)
      json.field("token", token)
    }
  }
}
