public import Inquiries

extension Link: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      id: Identifier(Int64(try json.number("id"))), stance: try json.word("stance"),
      status: try json.word("status"), reference: try json.text("reference"),
      sourceState: try json.word("sourceState"), passage: try json.shape("passage"),
      quote: try json.optionalText("quote"), affirmedBy: try json.optionalText("affirmedBy"),
      revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("id", id.value)
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

/// A remark of the check engine.
public struct RemarkShape: JSONShape, Sendable {
  public let code: String
  /// `error`, `warning` or `information`.
  public let severity: String
  public let paragraph: Int?
  /// Key and displayed number of the finding or recommendation meant.
  public let key: String?
  public let number: Int?
  /// Reference of the source meant.
  public let reference: String?
  /// A passage of that source, or a line of its file.
  public let locator: String?
  public let sentence: String
  public let remedy: String

  public init(
    code: String, severity: String, paragraph: Int?, key: String?, number: Int?,
    reference: String?, locator: String? = nil, sentence: String, remedy: String
  ) {
    self.code = code
    self.severity = severity
    self.paragraph = paragraph
    self.key = key
    self.number = number
    self.reference = reference
    self.locator = locator
    self.sentence = sentence
    self.remedy = remedy
  }

  public init(_ json: JSONObject) throws {
    self.init(
      code: try json.text("code"), severity: try json.text("severity"),
      paragraph: try json.optionalNumber("paragraph"), key: try json.optionalText("key"),
      number: try json.optionalNumber("number"), reference: try json.optionalText("reference"),
      locator: try json.optionalText("locator"),
      sentence: try json.text("sentence"), remedy: try json.text("remedy"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("code", code)
      json.field("severity", severity)
      json.field("paragraph", paragraph)
      json.field("key", key)
      json.field("number", number)
      json.field("reference", reference)
      json.field("locator", locator)
      json.field("sentence", sentence)
      json.field("remedy", remedy)
    }
  }
}
