public import Inquiries

/// New words for one passage.
public struct CorrectionRequest: JSONShape, Sendable {
  public let locator: String
  /// Number of the version that was read.
  public let version: Int
  public let text: String
  /// misreport or fact; misreport unless said.
  public let kind: Correction.Kind
  /// Why no earlier version may stay public; left out where they may.
  public let removal: String?
  /// Whether what looks like personal data in the new words was looked at.
  public let personalDataSeen: Bool
  public let dryRun: Bool

  public init(
    locator: String, version: Int, text: String, kind: Correction.Kind = .misreport,
    removal: String? = nil, personalDataSeen: Bool = false, dryRun: Bool = false
  ) {
    self.locator = locator
    self.version = version
    self.text = text
    self.kind = kind
    self.removal = removal
    self.personalDataSeen = personalDataSeen
    self.dryRun = dryRun
  }

  public init(_ json: JSONObject) throws {
    self.init(
      locator: try json.text("locator"), version: try json.number("version"),
      text: try json.text("text"), kind: try json.optionalWord("kind") ?? .misreport,
      removal: try json.optionalText("removal"),
      personalDataSeen: try json.optionalFlag("personalDataSeen") ?? false,
      dryRun: try json.optionalFlag("dryRun") ?? false)
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("locator", locator)
      json.field("version", version)
      json.field("text", text)
      json.field("kind", kind.rawValue)
      if let removal { json.field("removal", removal) }
      if personalDataSeen { json.field("personalDataSeen", personalDataSeen) }
      if dryRun { json.field("dryRun", dryRun) }
    }
  }
}

/// What a correction did to a passage and to the links that hold on to it.
public struct CorrectionShape: JSONShape, Sendable {
  public let locator: String
  public let version: Int
  public let before: String
  public let after: String
  public let carried: Int
  public let suspect: Int
  /// Places of the published report where words that had to go still stand.
  public let publicPlaces: [String]
  /// Other passages of the inquiry that hold what had to go.
  public let elsewhere: WordsElsewhere

  public init(
    locator: String, version: Int, before: String, after: String, carried: Int, suspect: Int,
    publicPlaces: [String], elsewhere: WordsElsewhere
  ) {
    self.locator = locator
    self.version = version
    self.before = before
    self.after = after
    self.carried = carried
    self.suspect = suspect
    self.publicPlaces = publicPlaces
    self.elsewhere = elsewhere
  }

  public init(_ json: JSONObject) throws {
    self.init(
      locator: try json.text("locator"), version: try json.number("version"),
      before: try json.text("before"), after: try json.text("after"),
      carried: try json.number("carried"), suspect: try json.number("suspect"),
      publicPlaces: try json.texts("publicPlaces"), elsewhere: try json.shape("elsewhere"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("locator", locator)
      json.field("version", version)
      json.field("before", before)
      json.field("after", after)
      json.field("carried", carried)
      json.field("suspect", suspect)
      json.field("publicPlaces", texts: publicPlaces)
      json.field("elsewhere", elsewhere)
    }
  }
}

/// What is put beneath an answer: a footnote, or a submission that adds to it.
public struct AnnotationRequest: JSONShape, Sendable {
  public let locator: String
  public let footnote: String?
  /// Reference of the submission.
  public let supplement: String?
  /// Whether what looks like personal data in the footnote was looked at.
  public let personalDataSeen: Bool

  public init(
    locator: String, footnote: String?, supplement: String?, personalDataSeen: Bool = false
  ) {
    self.locator = locator
    self.footnote = footnote
    self.supplement = supplement
    self.personalDataSeen = personalDataSeen
  }

  public init(_ json: JSONObject) throws {
    self.init(
      locator: try json.text("locator"), footnote: try json.optionalText("footnote"),
      supplement: try json.optionalText("supplement"),
      personalDataSeen: try json.optionalFlag("personalDataSeen") ?? false)
    try json.exactlyOne(of: "footnote", "supplement")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("locator", locator)
      if let footnote { json.field("footnote", footnote) }
      if let supplement { json.field("supplement", supplement) }
      if personalDataSeen { json.field("personalDataSeen", personalDataSeen) }
    }
  }
}
