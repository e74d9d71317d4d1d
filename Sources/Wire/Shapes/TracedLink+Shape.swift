public import Inquiries

extension PassageWords: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(version: try json.number("version"), text: try json.text("text"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("version", version)
      json.field("text", text)
    }
  }
}

extension TracedLink: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      endKind: try json.word("kind"), endKey: try json.text("key"),
      link: try json.shape("link"), now: try json.optionalShape("now"),
      group: try json.optionalText("group"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("kind", endKind.rawValue)
      json.field("key", endKey)
      json.field("link", link)
      json.field("now", now)
      json.field("group", group)
    }
  }
}

extension Conflict: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      kind: try json.word("kind"), key: try json.text("key"),
      number: try json.optionalNumber("number"), text: try json.optionalText("text"),
      supporting: try json.shapes("supporting"), contrasting: try json.shapes("contrasting"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("kind", kind.rawValue)
      json.field("key", key)
      json.field("number", number)
      json.field("text", text)
      json.field("supporting", supporting)
      json.field("contrasting", contrasting)
    }
  }
}

extension Proposition: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      key: try json.text("key"), text: try json.text("text"), links: try json.shapes("links"),
      revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("key", key)
      json.field("text", text)
      json.field("links", links)
      json.field("revision", revision)
    }
  }
}
