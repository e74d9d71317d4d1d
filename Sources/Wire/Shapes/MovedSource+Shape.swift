public import Inquiries

extension MovedSource: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      try Source(json), from: try json.word("stateBefore"),
      citedIn: try json.optionalTexts("citedIn") ?? [],
      copies: try json.optionalTexts("copies") ?? [])
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      source.writeFields(to: &json)
      json.field("stateBefore", stateBefore.rawValue)
      if !citedIn.isEmpty { json.field("citedIn", texts: citedIn) }
      if !copies.isEmpty { json.field("copies", texts: copies) }
    }
  }
}

extension SettledLink: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      id: Identifier(Int64(try json.number("id"))), key: try json.text("key"),
      status: try json.word("status"), statusBefore: try json.word("statusBefore"),
      revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("id", id.value)
      json.field("key", key)
      json.field("status", status.rawValue)
      json.field("statusBefore", statusBefore.rawValue)
      json.field("revision", revision)
    }
  }
}
