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

/// Citations of the newest draft that are to be pinned to the words they name now.
public struct RepinRequest: JSONShape, Sendable {
  /// As the draft cites them, such as `Q45-48`; every citation whose words changed
  /// where it is left out.
  public let locators: [String]?
  /// What to leave out, written in the same way.
  public let except: [String]
  /// Whether it is only shown what would be done.
  public let dryRun: Bool

  public init(locators: [String]?, except: [String], dryRun: Bool) {
    self.locators = locators
    self.except = except
    self.dryRun = dryRun
  }

  public init(_ json: JSONObject) throws {
    self.init(
      locators: try json.optionalTexts("locators"), except: try json.optionalTexts("except") ?? [],
      dryRun: try json.optionalFlag("dryRun") ?? false)
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      if let locators { json.field("locators", texts: locators) }
      if !except.isEmpty { json.field("except", texts: except) }
      if dryRun { json.field("dryRun", dryRun) }
    }
  }
}
