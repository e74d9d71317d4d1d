public import Inquiries

/// Whom a recommendation addresses, under which finding it stands. A field left
/// out leaves what there is; `finding` as null takes it from its finding.
public struct RecommendationRequest: JSONShape, Sendable {
  public let addressees: [String]?
  public let finding: String??

  public init(addressees: [String]?, finding: String??) {
    self.addressees = addressees
    self.finding = finding
  }

  public init(_ json: JSONObject) throws {
    addressees = try json.optionalTexts("addressees")
    finding = json.has("finding") ? .some(try json.optionalText("finding")) : nil
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      if let addressees { json.field("addressees", texts: addressees) }
      if let finding { json.field("finding", finding) }
    }
  }
}

/// A link to evidence that is to be made.
public struct LinkRequest: JSONShape, Sendable {
  /// Key or number of the finding or recommendation; one of the two.
  public let finding: String?
  public let recommendation: String?
  public let locator: String
  public let stance: Stance
  /// Words of one of the passages; the link means them alone.
  public let quote: String?
  /// Whether the sender answers for it at once.
  public let affirmed: Bool

  public init(
    finding: String?, recommendation: String?, locator: String, stance: Stance, quote: String?,
    affirmed: Bool
  ) {
    self.finding = finding
    self.recommendation = recommendation
    self.locator = locator
    self.stance = stance
    self.quote = quote
    self.affirmed = affirmed
  }

  public init(_ json: JSONObject) throws {
    self.init(
      finding: try json.optionalText("finding"),
      recommendation: try json.optionalText("recommendation"),
      locator: try json.text("locator"), stance: try json.optionalWord("stance") ?? .supports,
      quote: try json.optionalText("quote"), affirmed: try json.optionalFlag("affirmed") ?? false)
    try json.exactlyOne(of: "finding", "recommendation")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("finding", finding)
      json.field("recommendation", recommendation)
      json.field("locator", locator)
      json.field("stance", stance.rawValue)
      json.field("quote", quote)
      json.field("affirmed", affirmed)
    }
  }
}
