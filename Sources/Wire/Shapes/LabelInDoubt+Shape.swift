public import Inquiries

extension LabelInDoubt: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      label: try json.text("label"), locator: try json.text("locator"),
      count: try json.number("count"), isSettled: try json.flag("isSettled"),
      isSure: try json.flag("isSure"),
      person: try json.optionalNumber("person").map { Identifier(Int64($0)) },
      name: try json.optionalText("name"), revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("label", label)
      json.field("locator", locator)
      json.field("count", count)
      json.field("isSettled", isSettled)
      json.field("isSure", isSure)
      json.field("person", person.map { Int($0.value) })
      json.field("name", name)
      json.field("revision", revision)
    }
  }
}

/// Who a speaker label is.
public struct LabelRequest: JSONShape, Sendable {
  /// As printed, without its colon.
  public let label: String
  /// Number of whom the turns meant are said by now; without it those that were in doubt.
  public let from: Int?
  /// Number of somebody who occurs in the inquiry.
  public let person: Int?
  /// Name of a member or witness of the session.
  public let listed: String?
  /// True where nobody known is meant.
  public let nobody: Bool?

  public init(
    label: String, from: Int? = nil, person: Int? = nil, listed: String? = nil,
    nobody: Bool? = nil
  ) {
    self.label = label
    self.from = from
    self.person = person
    self.listed = listed
    self.nobody = nobody
  }

  public init(_ json: JSONObject) throws {
    self.init(
      label: try json.text("label"), from: try json.optionalNumber("from"),
      person: try json.optionalNumber("person"),
      listed: try json.optionalText("listed"), nobody: try json.optionalFlag("nobody"))
    try json.exactlyOne(of: "person", "listed", "nobody")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("label", label)
      if let from { json.field("from", from) }
      if let person { json.field("person", person) }
      if let listed { json.field("listed", listed) }
      if let nobody { json.field("nobody", nobody) }
    }
  }
}
