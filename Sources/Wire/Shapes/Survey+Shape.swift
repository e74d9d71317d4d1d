public import Inquiries

extension SurveyFacts: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init()
    population = try json.optionalText("population")
    fieldworkFrom = try json.optionalDay("fieldworkFrom")
    fieldworkTo = try json.optionalDay("fieldworkTo")
    client = try json.optionalText("client")
    conductedBy = try json.optionalText("conductedBy")
    mode = try json.optionalText("mode")
    sampling = try json.optionalText("sampling")
    weighting = try json.optionalText("weighting")
    isOpenLink = try json.optionalFlag("isOpenLink")
    invitedCount = try json.optionalNumber("invitedCount")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("population", population)
      json.field("fieldworkFrom", fieldworkFrom)
      json.field("fieldworkTo", fieldworkTo)
      json.field("client", client)
      json.field("conductedBy", conductedBy)
      json.field("mode", mode)
      json.field("sampling", sampling)
      json.field("weighting", weighting)
      json.name("isOpenLink")
      if let isOpenLink { json.value(isOpenLink) } else { json.null() }
      json.field("invitedCount", invitedCount)
    }
  }
}

extension Survey: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      reference: try json.text("reference"), title: try json.text("title"),
      state: try json.word("state"), facts: try json.shape("facts"),
      responseCount: try json.optionalNumber("responseCount"),
      isWeighted: try json.flag("isWeighted"), questionCount: try json.number("questionCount"),
      publishedOn: try json.optionalDay("publishedOn"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("reference", reference)
      json.field("title", title)
      json.field("state", state.rawValue)
      json.field("facts", facts)
      json.field("responseCount", responseCount)
      json.field("isWeighted", isWeighted)
      json.field("questionCount", questionCount)
      json.field("publishedOn", publishedOn)
    }
  }
}

extension AnswerInWords: JSONShape {
  public init(_ json: JSONObject) throws {
    let marks: [PersonalData.Kind]? = try json.optionalWords("personalData")
    self.init(
      respondent: try json.number("respondent"), words: try json.text("words"),
      locator: try json.optionalText("locator"),
      takenDownOn: try json.optionalDay("takenDownOn"),
      citedIn: try json.optionalTexts("citedIn") ?? [], marks: marks ?? [])
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("respondent", respondent)
      json.field("words", words)
      json.field("personalData", texts: personalData.map(\.rawValue))
      json.field("locator", locator)
      json.field("takenDownOn", takenDownOn)
      if !citedIn.isEmpty { json.field("citedIn", texts: citedIn) }
    }
  }
}

/// Publishes answers in respondents' own words.
public struct QuoteAnswerRequest: JSONShape, Sendable {
  /// Places in the file, from 1, as the listing of answers has them, and ranges of them.
  public let respondents: [String]
  /// What to leave out, written in the same way.
  public let except: [String]
  /// Whether a clerk looked at what looks like personal data and lets it stand.
  public let personalDataSeen: Bool
  /// Whether it is only shown what would be done.
  public let dryRun: Bool
  public let decision: DecisionShape

  public init(
    respondents: [String], except: [String] = [], personalDataSeen: Bool, dryRun: Bool,
    decision: DecisionShape
  ) {
    self.respondents = respondents
    self.except = except
    self.personalDataSeen = personalDataSeen
    self.dryRun = dryRun
    self.decision = decision
  }

  public init(_ json: JSONObject) throws {
    self.init(
      respondents: try json.respondents(), except: try json.optionalTexts("except") ?? [],
      personalDataSeen: try json.optionalFlag("personalDataSeen") ?? false,
      dryRun: try json.optionalFlag("dryRun") ?? false, decision: try json.shape("decision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("respondents", texts: respondents)
      if !except.isEmpty { json.field("except", texts: except) }
      if personalDataSeen { json.field("personalDataSeen", personalDataSeen) }
      if dryRun { json.field("dryRun", dryRun) }
      json.field("decision", decision)
    }
  }
}

extension JSONObject {
  /// Whose answers are meant: `respondent` is how one was named before there were lists.
  fileprivate func respondents() throws -> [String] {
    let one = try optionalNumber("respondent")
    let several = try optionalTexts("respondents")
    try exactlyOne(of: "respondents", "respondent")
    return several ?? one.map { ["\($0)"] } ?? []
  }
}

extension SurveyReport: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      survey: try json.shape("survey"), wasReceivedBefore: try json.flag("wasReceivedBefore"),
      heldBackCount: try json.number("heldBackCount"), figureCount: try json.number("figureCount"),
      remarks: try json.texts("remarks"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("survey", survey)
      json.field("wasReceivedBefore", wasReceivedBefore)
      json.field("heldBackCount", heldBackCount)
      json.field("figureCount", figureCount)
      json.field("remarks", texts: remarks)
    }
  }
}

/// Takes answers in respondents' own words from the public again.
public struct TakeDownAnswerRequest: JSONShape, Sendable {
  /// Places in the file, from 1, as the listing of answers has them, and ranges of them.
  public let respondents: [String]
  /// What to leave out, written in the same way.
  public let except: [String]
  /// Whether it is only shown what would be done.
  public let dryRun: Bool
  /// With its reason, which the public is told.
  public let decision: DecisionShape

  public init(
    respondents: [String], except: [String] = [], dryRun: Bool, decision: DecisionShape
  ) {
    self.respondents = respondents
    self.except = except
    self.dryRun = dryRun
    self.decision = decision
  }

  public init(_ json: JSONObject) throws {
    self.init(
      respondents: try json.respondents(), except: try json.optionalTexts("except") ?? [],
      dryRun: try json.optionalFlag("dryRun") ?? false, decision: try json.shape("decision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("respondents", texts: respondents)
      if !except.isEmpty { json.field("except", texts: except) }
      if dryRun { json.field("dryRun", dryRun) }
      json.field("decision", decision)
    }
  }
}
