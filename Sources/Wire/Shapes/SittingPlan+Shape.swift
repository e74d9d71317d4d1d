public import Inquiries

extension SittingPlan.Candidate: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      person: Identifier(Int64(try json.number("person"))), name: try json.text("name"),
      places: try json.texts("places"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("person", person.value)
      json.field("name", name)
      json.field("places", texts: places)
    }
  }
}

extension SittingPlan.Guest: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      name: try json.text("name"), isMember: try json.flag("isMember"),
      standing: try json.word("standing"), person: try json.optionalPerson("person"),
      candidates: try json.shapes("candidates"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("name", name)
      json.field("isMember", isMember)
      json.field("standing", standing.rawValue)
      json.field("person", person?.value)
      json.field("candidates", candidates)
    }
  }
}

extension SittingPlan: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      sitting: try json.optionalShape("sitting"), title: try json.optionalText("title"),
      guests: try json.shapes("guests"), unplaced: try json.shapes("unplaced"),
      remarks: try json.texts("remarks"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("sitting", sitting)
      json.field("title", title)
      json.field("guests", guests)
      json.field("unplaced", unplaced)
      json.field("remarks", texts: remarks)
    }
  }
}

/// Another witness in the place of one.
public struct ReplaceRequest: JSONShape, Sendable {
  /// Printed name of who does not come; the number where two bear it.
  public let witness: String
  public let person: Identifier<Person>?
  public let by: SubstituteShape?
  /// True where nobody comes instead.
  public let nobody: Bool?

  public init(witness: String, person: Identifier<Person>? = nil, by: SubstituteShape?) {
    self.witness = witness
    self.person = person
    self.by = by
    nobody = by == nil ? true : nil
  }

  public init(_ json: JSONObject) throws {
    witness = try json.text("witness")
    person = try json.optionalPerson("person")
    by = try json.optionalShape("by")
    nobody = try json.optionalFlag("nobody")
    try json.exactlyOne(of: "by", "nobody")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("witness", witness)
      if let person { json.field("person", person.value) }
      if let by { json.field("by", by) }
      if let nobody { json.field("nobody", nobody) }
    }
  }
}

/// Who comes instead.
public struct SubstituteShape: JSONShape, Sendable {
  public let name: String
  /// None where left out; what stands, where it is the same person.
  public let capacity: String?
  /// Likewise.
  public let organisation: String?
  /// Who on record that is, where somebody bears the name.
  public let person: Identifier<Person>?
  /// Whether it is somebody else than all who bear the name.
  public let isNew: Bool
  /// The panel from then on, from 1; where who does not come sat when `nil`.
  public let panel: Int?

  public init(
    name: String, capacity: String?, organisation: String?, person: Identifier<Person>? = nil,
    isNew: Bool = false, panel: Int? = nil
  ) {
    self.name = name
    self.capacity = capacity
    self.organisation = organisation
    self.person = person
    self.isNew = isNew
    self.panel = panel
  }

  public init(_ json: JSONObject) throws {
    self.init(
      name: try json.text("name"), capacity: try json.optionalText("capacity"),
      organisation: try json.optionalText("organisation"),
      person: try json.optionalPerson("person"), isNew: try json.optionalFlag("isNew") ?? false,
      panel: try json.optionalNumber("panel"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("name", name)
      if let capacity { json.field("capacity", capacity) }
      if let organisation { json.field("organisation", organisation) }
      if let person { json.field("person", person.value) }
      if isNew { json.field("isNew", true) }
      if let panel { json.field("panel", panel) }
    }
  }
}
