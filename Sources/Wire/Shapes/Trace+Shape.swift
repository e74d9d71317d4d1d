public import Inquiries

extension EvidenceMatrix: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      kind: try json.word("kind"), rows: try json.shapes("rows"),
      columns: try json.shapes("columns"), cells: try json.shapes("cells"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("kind", kind.rawValue)
      json.field("rows", rows)
      json.field("columns", columns)
      json.field("cells", cells)
    }
  }
}

extension EvidenceMatrix.Heading: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(key: try json.text("key"), label: try json.text("label"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("key", key)
      json.field("label", label)
    }
  }
}

extension EvidenceMatrix.Cell: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(row: try json.number("row"), column: try json.number("column"))
    supports = try json.number("supports")
    contrasts = try json.number("contrasts")
    context = try json.number("context")
    waiting = try json.number("waiting")
    cited = try json.number("cited")
    sources = try json.number("sources")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("row", row)
      json.field("column", column)
      json.field("supports", supports)
      json.field("contrasts", contrasts)
      json.field("context", context)
      json.field("waiting", waiting)
      json.field("cited", cited)
      json.field("sources", sources)
    }
  }
}

extension EvidenceCoverage: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      conclusions: try json.shapes("conclusions"), sources: try json.shapes("sources"),
      groups: try json.shapes("groups"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("conclusions", conclusions)
      json.field("sources", sources)
      json.field("groups", groups)
    }
  }
}

extension EvidenceCoverage.Conclusion: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      isFinding: try json.flag("isFinding"), key: try json.text("key"),
      number: try json.optionalNumber("number"), paragraph: try json.optionalNumber("paragraph"))
    supports = try json.number("supports")
    contrasts = try json.number("contrasts")
    context = try json.number("context")
    waiting = try json.number("waiting")
    sources = try json.number("sources")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("isFinding", isFinding)
      json.field("key", key)
      json.field("number", number)
      json.field("paragraph", paragraph)
      json.field("supports", supports)
      json.field("contrasts", contrasts)
      json.field("context", context)
      json.field("waiting", waiting)
      json.field("sources", sources)
    }
  }
}

extension EvidenceCoverage.Source: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      reference: try json.text("reference"), title: try json.text("title"),
      kind: try json.word("kind"), state: try json.word("state"),
      passageCount: try json.number("passageCount"))
    citedCount = try json.number("citedCount")
    linkedCount = try json.number("linkedCount")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("reference", reference)
      json.field("title", title)
      json.field("kind", kind.rawValue)
      json.field("state", state.rawValue)
      json.field("passageCount", passageCount)
      json.field("citedCount", citedCount)
      json.field("linkedCount", linkedCount)
    }
  }
}

extension EvidenceCoverage.Group: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(name: try json.text("name"), sourceCount: try json.number("sourceCount"))
    usedCount = try json.number("usedCount")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("name", name)
      json.field("sourceCount", sourceCount)
      json.field("usedCount", usedCount)
    }
  }
}

/// Findings and recommendations with what they rest on.
public struct ChainShape: JSONShape, Sendable {
  public let findings: [Finding]
  public let recommendations: [Recommendation]

  public init(_ chain: EvidenceChain) {
    findings = chain.parts.compactMap(\.finding)
    recommendations = chain.parts.flatMap(\.recommendations)
  }

  public init(_ json: JSONObject) throws {
    findings = try json.shapes("findings")
    recommendations = try json.shapes("recommendations")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("findings", findings)
      json.field("recommendations", recommendations)
    }
  }
}

extension EvidenceAsk.Sentence: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(words: try json.text("words"), actors: try json.texts("actors"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("words", words)
      json.field("actors", texts: actors)
    }
  }
}

extension EvidenceAsk: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      number: try json.number("number"), locator: try json.text("locator"),
      reference: try json.text("reference"), state: try json.word("state"),
      group: try json.optionalText("group"), sentences: try json.shapes("sentences"),
      recommendations: try json.texts("recommendations"), findings: try json.texts("findings"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("number", number)
      json.field("locator", locator)
      json.field("reference", reference)
      json.field("state", state.rawValue)
      json.field("group", group)
      json.field("sentences", sentences)
      json.field("recommendations", texts: recommendations)
      json.field("findings", texts: findings)
    }
  }
}

/// A page of the asks in evidence.
public struct AskListShape: JSONShape, Sendable {
  public let items: [EvidenceAsk]
  /// What to ask for as `after`, where there may be more.
  public let next: Int?

  public init(items: [EvidenceAsk], next: Int?) {
    self.items = items
    self.next = next
  }

  public init(_ json: JSONObject) throws {
    self.init(items: try json.shapes("items"), next: try json.optionalNumber("next"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("items", items)
      json.field("next", next)
    }
  }
}
