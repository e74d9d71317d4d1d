public import Inquiries

/// How submissions are to appear, under one decision.
public struct OutcomeRequest: JSONShape, Sendable {
  /// References and ranges of them, such as `CTI0001-0034`.
  public let references: [String]
  /// What to leave out, written in the same way.
  public let except: [String]
  /// Whether it is only shown what would be done.
  public let dryRun: Bool
  public let outcome: WrittenSubmission.Outcome
  /// What stands in place of the name, of `published_anonymous` alone; the standard words
  /// where it is `nil`.
  public let printedName: String?
  /// Whether what looks like personal data in published ones was looked at.
  public let personalDataSeen: Bool
  public let decision: DecisionShape

  public init(
    references: [String], except: [String] = [], dryRun: Bool = false,
    outcome: WrittenSubmission.Outcome, printedName: String?, personalDataSeen: Bool = false,
    decision: DecisionShape
  ) {
    self.references = references
    self.except = except
    self.dryRun = dryRun
    self.outcome = outcome
    self.printedName = printedName
    self.personalDataSeen = personalDataSeen
    self.decision = decision
  }

  public init(_ json: JSONObject) throws {
    self.init(
      references: try json.texts("references"), except: try json.optionalTexts("except") ?? [],
      dryRun: try json.optionalFlag("dryRun") ?? false, outcome: try json.word("outcome"),
      printedName: try json.optionalText("printedName"),
      personalDataSeen: try json.optionalFlag("personalDataSeen") ?? false,
      decision: try json.shape("decision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("references", texts: references)
      if !except.isEmpty { json.field("except", texts: except) }
      if dryRun { json.field("dryRun", dryRun) }
      json.field("outcome", outcome.rawValue)
      json.field("printedName", printedName)
      if personalDataSeen { json.field("personalDataSeen", personalDataSeen) }
      json.field("decision", decision)
    }
  }
}

/// Words of submissions that the public is not to see.
public struct RedactionRequest: JSONShape, Sendable {
  /// Where they are left out: paragraphs, whole submissions and ranges of these, answers.
  public let locators: [String]
  /// What to leave out of that, written in the same way.
  public let except: [String]
  /// They must stand in each place once.
  public let words: String
  /// Whether it is only shown what would be done.
  public let dryRun: Bool
  public let decision: DecisionShape

  public init(
    locators: [String], except: [String] = [], words: String, dryRun: Bool = false,
    decision: DecisionShape
  ) {
    self.locators = locators
    self.except = except
    self.words = words
    self.dryRun = dryRun
    self.decision = decision
  }

  public init(_ json: JSONObject) throws {
    // `locator` is how one place was named before there were lists.
    let one = try json.optionalText("locator")
    let several = try json.optionalTexts("locators")
    try json.exactlyOne(of: "locators", "locator")
    self.init(
      locators: several ?? one.map { [$0] } ?? [],
      except: try json.optionalTexts("except") ?? [], words: try json.text("words"),
      dryRun: try json.optionalFlag("dryRun") ?? false,
      decision: try json.shape("decision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("locators", texts: locators)
      if !except.isEmpty { json.field("except", texts: except) }
      json.field("words", words)
      if dryRun { json.field("dryRun", dryRun) }
      json.field("decision", decision)
    }
  }
}

/// What leaving words out did.
public struct RedactionShape: JSONShape, Sendable {
  /// What was named, as it was named.
  public let locator: String
  /// The passages that the words were left out of.
  public let places: [String]
  /// All omissions of the submissions now.
  public let omissions: [Omission]
  /// Where the words still stand in a published report.
  public let publicPlaces: [String]
  /// Where else in the inquiry they stand.
  public let elsewhere: WordsElsewhere

  public init(
    locator: String, places: [String], omissions: [Omission], publicPlaces: [String],
    elsewhere: WordsElsewhere
  ) {
    self.locator = locator
    self.places = places
    self.omissions = omissions
    self.publicPlaces = publicPlaces
    self.elsewhere = elsewhere
  }

  public init(_ json: JSONObject) throws {
    self.init(
      locator: try json.text("locator"), places: try json.texts("places"),
      omissions: try json.shapes("omissions"),
      publicPlaces: try json.texts("publicPlaces"), elsewhere: try json.shape("elsewhere"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("locator", locator)
      json.field("places", texts: places)
      json.field("omissions", omissions)
      json.field("publicPlaces", texts: publicPlaces)
      json.field("elsewhere", elsewhere)
    }
  }
}

/// Words of submissions that the public is to see again.
public struct LiftRequest: JSONShape, Sendable {
  /// Where they were left out, as in a ``RedactionRequest``.
  public let locators: [String]
  /// What to leave out of that, written in the same way.
  public let except: [String]
  /// One omission of each place; all of them when absent.
  public let words: String?
  /// Whether what looks like personal data was looked at.
  public let personalDataSeen: Bool
  /// Whether it is only shown what would be done.
  public let dryRun: Bool
  public let decision: DecisionShape

  public init(
    locators: [String], except: [String] = [], words: String?, personalDataSeen: Bool = false,
    dryRun: Bool = false, decision: DecisionShape
  ) {
    self.locators = locators
    self.except = except
    self.words = words
    self.personalDataSeen = personalDataSeen
    self.dryRun = dryRun
    self.decision = decision
  }

  public init(_ json: JSONObject) throws {
    self.init(
      locators: try json.texts("locators"), except: try json.optionalTexts("except") ?? [],
      words: try json.optionalText("words"),
      personalDataSeen: try json.optionalFlag("personalDataSeen") ?? false,
      dryRun: try json.optionalFlag("dryRun") ?? false, decision: try json.shape("decision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("locators", texts: locators)
      if !except.isEmpty { json.field("except", texts: except) }
      json.field("words", words)
      if personalDataSeen { json.field("personalDataSeen", personalDataSeen) }
      if dryRun { json.field("dryRun", dryRun) }
      json.field("decision", decision)
    }
  }
}

/// What lifting redactions did.
public struct LiftShape: JSONShape, Sendable {
  /// What was named, as it was named.
  public let locator: String
  /// The passages of which words are left out no more.
  public let places: [String]
  /// Those of them that the public reads with these words.
  public let publicAgain: [String]
  /// All omissions of the submissions still.
  public let omissions: [Omission]

  public init(
    locator: String, places: [String], publicAgain: [String], omissions: [Omission]
  ) {
    self.locator = locator
    self.places = places
    self.publicAgain = publicAgain
    self.omissions = omissions
  }

  public init(_ json: JSONObject) throws {
    self.init(
      locator: try json.text("locator"), places: try json.texts("places"),
      publicAgain: try json.texts("publicAgain"), omissions: try json.shapes("omissions"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("locator", locator)
      json.field("places", texts: places)
      json.field("publicAgain", texts: publicAgain)
      json.field("omissions", omissions)
    }
  }
}

extension WordsElsewhere: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(count: try json.number("count"), places: try json.shapes("places"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("count", count)
      json.field("places", places)
    }
  }
}

extension WordsElsewhere.Place: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      locator: try json.text("locator"), reference: try json.text("reference"),
      footnote: try json.optionalNumber("footnote"), isPublic: try json.flag("isPublic"),
      isRedactable: try json.flag("isRedactable"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("locator", locator)
      json.field("reference", reference)
      json.field("footnote", footnote)
      json.field("isPublic", isPublic)
      json.field("isRedactable", isRedactable)
    }
  }
}
