public import Inquiries

extension SuggestedEvidence: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      locator: try json.optionalText("locator"), reference: try json.text("reference"),
      sourceKind: try json.word("sourceKind"), speaker: try json.optionalText("speaker"),
      group: try json.optionalText("group"), words: try json.optionalText("words"),
      sharedTerms: try json.texts("sharedTerms"),
      blockTerms: try json.optionalTexts("blockTerms") ?? [],
      nearness: try json.optionalNumber("nearness"),
      namedGroup: try json.optionalText("namedGroup"),
      earlierLinks: try json.texts("earlierLinks"), tags: try json.optionalTexts("tags") ?? [],
      contrast: try json.optionalText("contrast"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("locator", locator)
      json.field("reference", reference)
      json.field("sourceKind", sourceKind.rawValue)
      json.field("speaker", speaker)
      json.field("group", group)
      json.field("words", words)
      json.field("sharedTerms", texts: sharedTerms)
      json.field("blockTerms", texts: blockTerms)
      json.field("nearness", nearness)
      json.field("namedGroup", namedGroup)
      json.field("earlierLinks", texts: earlierLinks)
      json.field("tags", texts: tags)
      json.field("contrast", contrast)
    }
  }
}

extension EvidenceSuggestions: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      key: try json.optionalText("key"), number: try json.optionalNumber("number"),
      limb: try json.optionalNumber("limb"), comparison: try json.word("comparison"),
      note: try json.optionalText("note"),
      items: try json.shapes("items"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("key", key)
      json.field("number", number)
      json.field("limb", limb)
      json.field("comparison", comparison.rawValue)
      json.field("note", note)
      json.field("items", items)
    }
  }
}

/// A text that evidence is sought for.
public struct SuggestRequest: JSONShape, Sendable {
  public let text: String
  /// How many passages at most; ten when it is left out.
  public let limit: Int?

  public init(text: String, limit: Int?) {
    self.text = text
    self.limit = limit
  }

  public init(_ json: JSONObject) throws {
    self.init(text: try json.text("text"), limit: try json.optionalNumber("limit"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("text", text)
      json.field("limit", limit)
    }
  }
}

/// Suggestions that are refused for a finding or a recommendation.
public struct DropSuggestionsRequest: JSONShape, Sendable {
  /// Key or number of the finding or recommendation; one of the two.
  public let finding: String?
  public let recommendation: String?
  public let locators: [String]

  public init(finding: String?, recommendation: String?, locators: [String]) {
    self.finding = finding
    self.recommendation = recommendation
    self.locators = locators
  }

  public init(_ json: JSONObject) throws {
    self.init(
      finding: try json.optionalText("finding"),
      recommendation: try json.optionalText("recommendation"), locators: try json.texts("locators"))
    try json.exactlyOne(of: "finding", "recommendation")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("finding", finding)
      json.field("recommendation", recommendation)
      json.field("locators", texts: locators)
    }
  }
}
