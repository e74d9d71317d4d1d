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
