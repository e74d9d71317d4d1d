public import Inquiries

extension PersonalDataRemark: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      locator: try json.text("locator"), kind: try json.word("kind"),
      words: try json.optionalText("words"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("locator", locator)
      json.field("kind", kind.rawValue)
      json.field("words", words)
    }
  }
}

extension PersonalDataCount: JSONShape {
  public init(_ json: JSONObject) throws {
    let kinds: [PersonalData.Kind]? = try json.optionalWords("kinds")
    self.init(
      reference: try json.text("reference"), count: try json.number("count"), kinds: kinds ?? [])
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("reference", reference)
      json.field("count", count)
      json.field("kinds", texts: kinds.map(\.rawValue))
    }
  }
}

/// Publishes sources, and says whether what looked like personal data was seen.
public struct PublishRequest: JSONShape, Sendable {
  public let act: ActRequest
  /// Whether a clerk looked at every flag that is open and lets it stand.
  public let personalDataSeen: Bool

  public init(_ act: ActRequest, personalDataSeen: Bool) {
    self.act = act
    self.personalDataSeen = personalDataSeen
  }

  public init(_ json: JSONObject) throws {
    self.init(
      try ActRequest(json),
      personalDataSeen: try json.optionalFlag("personalDataSeen") ?? false)
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      act.writeFields(to: &json)
      if personalDataSeen { json.field("personalDataSeen", personalDataSeen) }
    }
  }
}
