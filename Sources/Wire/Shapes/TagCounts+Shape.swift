public import Inquiries

extension TagMatrix.Line: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      key: try json.text("key"), name: try json.text("name"), sources: try json.number("sources"),
      passages: try json.number("passages"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("key", key)
      json.field("name", name)
      json.field("sources", sources)
      json.field("passages", passages)
    }
  }
}

extension TagMatrix.Cell: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      row: try json.text("row"), column: try json.text("column"),
      sources: try json.number("sources"), passages: try json.number("passages"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("row", row)
      json.field("column", column)
      json.field("sources", sources)
      json.field("passages", passages)
    }
  }
}

extension TagMatrix: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      rows: try json.shapes("rows"), columns: try json.shapes("columns"),
      cells: try json.shapes("cells"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("rows", rows)
      json.field("columns", columns)
      json.field("cells", cells)
    }
  }
}

extension TagAgreement.Line: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      key: try json.text("key"), name: try json.text("name"), both: try json.number("both"),
      onlyFirst: try json.number("onlyFirst"), onlySecond: try json.number("onlySecond"),
      neither: try json.number("neither"), alpha: try json.optionalText("alpha"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("key", key)
      json.field("name", name)
      json.field("both", both)
      json.field("onlyFirst", onlyFirst)
      json.field("onlySecond", onlySecond)
      json.field("neither", neither)
      json.field("alpha", alpha)
    }
  }
}

extension TagAgreement.Disagreement: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      locator: try json.text("locator"), tag: try json.text("tag"),
      tagger: try json.text("tagger"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("locator", locator)
      json.field("tag", tag)
      json.field("tagger", tagger)
    }
  }
}

extension TagAgreement: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      first: try json.text("first"), second: try json.text("second"),
      sources: try json.texts("sources"), unitCount: try json.number("unitCount"),
      tags: try json.shapes("tags"), disagreements: try json.shapes("disagreements"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("first", first)
      json.field("second", second)
      json.field("sources", texts: sources)
      json.field("unitCount", unitCount)
      json.field("tags", tags)
      json.field("disagreements", disagreements)
    }
  }
}

extension CodebookImport: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      added: try json.texts("added"), changed: try json.texts("changed"),
      changes: try json.texts("changes"), unchangedCount: try json.number("unchangedCount"),
      appliedCount: try json.number("appliedCount"),
      appliedBefore: try json.number("appliedBefore"), leftOut: try json.texts("leftOut"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("added", texts: added)
      json.field("changed", texts: changed)
      json.field("changes", texts: changes)
      json.field("unchangedCount", unchangedCount)
      json.field("appliedCount", appliedCount)
      json.field("appliedBefore", appliedBefore)
      json.field("leftOut", texts: leftOut)
    }
  }
}
