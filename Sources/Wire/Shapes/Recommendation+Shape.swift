public import Inquiries

extension Link: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      id: Identifier(Int64(try json.number("id"))), limb: try json.optionalNumber("limb"),
      stance: try json.word("stance"), status: try json.word("status"),
      reference: try json.text("reference"),
      sourceState: try json.word("sourceState"), passage: try json.shape("passage"),
      quote: try json.optionalText("quote"), affirmedBy: try json.optionalText("affirmedBy"),
      revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("id", id.value)
      json.field("limb", limb)
      json.field("stance", stance.rawValue)
      json.field("status", status.rawValue)
      json.field("reference", reference)
      json.field("sourceState", sourceState.rawValue)
      json.field("passage", passage)
      json.field("quote", quote)
      json.field("affirmedBy", affirmedBy)
      json.field("revision", revision)
    }
  }
}

extension Finding: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      key: try json.text("key"), number: try json.optionalNumber("number"),
      paragraph: try json.optionalNumber("paragraph"), text: try json.optionalText("text"),
      links: try json.shapes("links"), revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("key", key)
      json.field("number", number)
      json.field("paragraph", paragraph)
      json.field("text", text)
      json.field("links", links)
      json.field("revision", revision)
    }
  }
}

extension Recommendation: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      key: try json.text("key"), number: try json.optionalNumber("number"),
      paragraph: try json.optionalNumber("paragraph"), text: try json.optionalText("text"),
      findingKey: try json.optionalText("finding"), addressees: try json.texts("addressees"),
      links: try json.shapes("links"), limbs: try json.optionalShapes("limbs") ?? [],
      lineage: try json.optionalShapes("lineage") ?? [], revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("key", key)
      json.field("number", number)
      json.field("paragraph", paragraph)
      json.field("text", text)
      json.field("finding", findingKey)
      json.field("addressees", texts: addressees)
      json.field("links", links)
      json.field("limbs", limbs)
      json.field("lineage", lineage)
      json.field("revision", revision)
    }
  }
}

extension PushReport.Change: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      change: try json.text("change"), paragraphBefore: try json.optionalNumber("paragraphBefore"),
      paragraphAfter: try json.optionalNumber("paragraphAfter"), words: try json.text("words"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("change", change)
      json.field("paragraphBefore", paragraphBefore)
      json.field("paragraphAfter", paragraphAfter)
      json.field("words", words)
    }
  }
}

extension PushReport: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      version: try json.number("version"), isUnchanged: try json.flag("isUnchanged"),
      changes: try json.shapes("changes"), newKeys: try json.texts("newKeys"),
      paragraphCount: try json.number("paragraphCount"),
      citationCount: try json.number("citationCount"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("version", version)
      json.field("isUnchanged", isUnchanged)
      json.field("changes", changes)
      json.field("newKeys", texts: newKeys)
      json.field("paragraphCount", paragraphCount)
      json.field("citationCount", citationCount)
    }
  }
}

extension RepinnedCitation: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      locator: try json.text("locator"), paragraph: try json.optionalNumber("paragraph"),
      before: try json.text("before"), after: try json.text("after"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("locator", locator)
      json.field("paragraph", paragraph)
      json.field("before", before)
      json.field("after", after)
    }
  }
}

extension RepinReport: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(version: try json.number("version"), citations: try json.shapes("citations"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("version", version)
      json.field("citations", citations)
    }
  }
}
