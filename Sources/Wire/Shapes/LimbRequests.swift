public import Inquiries

/// When a limb is due: a day, or so long after an event; neither is vague.
public struct DeadlineRequest: JSONShape, Sendable {
  /// What the recommendation says of it.
  public let words: String
  public let dueOn: Day?
  /// Key of the event that it waits for.
  public let event: String?
  public let months: Int?
  public let days: Int?

  public init(words: String, dueOn: Day?, event: String?, months: Int?, days: Int?) {
    self.words = words
    self.dueOn = dueOn
    self.event = event
    self.months = months
    self.days = days
  }

  public init(_ json: JSONObject) throws {
    self.init(
      words: try json.text("words"), dueOn: try json.optionalDay("dueOn"),
      event: try json.optionalText("event"), months: try json.optionalNumber("months"),
      days: try json.optionalNumber("days"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("words", words)
      if let dueOn { json.field("dueOn", dueOn) }
      if let event { json.field("event", event) }
      if let months { json.field("months", months) }
      if let days { json.field("days", days) }
    }
  }
}

/// A limb as a person wants it, all of it.
public struct LimbRequest: JSONShape, Sendable {
  /// Of the limb that is to be so; none for a new one.
  public let number: Int?
  /// Its words, which stand once in the recommendation.
  public let words: String
  /// What is to be done, in short.
  public let act: String
  public let addressees: [Addressee]
  public let deadline: DeadlineRequest?

  public init(
    number: Int?, words: String, act: String, addressees: [Addressee], deadline: DeadlineRequest?
  ) {
    self.number = number
    self.words = words
    self.act = act
    self.addressees = addressees
    self.deadline = deadline
  }

  public init(_ json: JSONObject) throws {
    self.init(
      number: try json.optionalNumber("number"), words: try json.text("words"),
      act: try json.text("act"), addressees: try json.optionalShapes("addressees") ?? [],
      deadline: try json.optionalShape("deadline"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      if let number { json.field("number", number) }
      json.field("words", words)
      json.field("act", act)
      json.field("addressees", addressees)
      if let deadline { json.field("deadline", deadline) }
    }
  }
}

/// Limbs of one recommendation that are confirmed as given, and those that go.
public struct LimbsRequest: JSONShape, Sendable {
  public let limbs: [LimbRequest]
  /// Numbers of limbs and ranges of them.
  public let drop: [String]
  /// Whether it is only shown what would be done.
  public let dryRun: Bool

  public init(limbs: [LimbRequest], drop: [String], dryRun: Bool) {
    self.limbs = limbs
    self.drop = drop
    self.dryRun = dryRun
  }

  public init(_ json: JSONObject) throws {
    self.init(
      limbs: try json.optionalShapes("limbs") ?? [], drop: try json.optionalTexts("drop") ?? [],
      dryRun: try json.optionalFlag("dryRun") ?? false)
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("limbs", limbs)
      if !drop.isEmpty { json.field("drop", texts: drop) }
      if dryRun { json.field("dryRun", dryRun) }
    }
  }
}

/// A limb as the grammar suggests it. Nothing is kept of it until a person
/// confirms it.
public struct LimbProposalShape: JSONShape, Sendable {
  public let span: SpanShape
  public let words: String
  public let act: String
  public let addressees: [Addressee]
  /// What the words say of the time, of what kind that is, the day where they name one,
  /// and how long after an event.
  public let deadlineWords: String?
  public let deadlineKind: Deadline.Kind?
  public let deadlineOn: Day?
  public let months: Int
  public let days: Int

  public init(
    span: SpanShape, words: String, act: String, addressees: [Addressee], deadlineWords: String?,
    deadlineKind: Deadline.Kind?, deadlineOn: Day?, months: Int, days: Int
  ) {
    self.span = span
    self.words = words
    self.act = act
    self.addressees = addressees
    self.deadlineWords = deadlineWords
    self.deadlineKind = deadlineKind
    self.deadlineOn = deadlineOn
    self.months = months
    self.days = days
  }

  public init(_ json: JSONObject) throws {
    self.init(
      span: try json.shape("span"), words: try json.text("words"), act: try json.text("act"),
      addressees: try json.shapes("addressees"),
      deadlineWords: try json.optionalText("deadlineWords"),
      deadlineKind: try json.optionalWord("deadlineKind"),
      deadlineOn: try json.optionalDay("deadlineOn"), months: try json.number("months"),
      days: try json.number("days"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("span", span)
      json.field("words", words)
      json.field("act", act)
      json.field("addressees", addressees)
      json.field("deadlineWords", deadlineWords)
      json.field("deadlineKind", deadlineKind?.rawValue)
      json.field("deadlineOn", deadlineOn)
      json.field("months", months)
      json.field("days", days)
    }
  }
}

/// An event that deadlines may wait for.
public struct EventRequest: JSONShape, Sendable {
  public let key: String
  public let name: String

  public init(key: String, name: String) {
    self.key = key
    self.name = name
  }

  public init(_ json: JSONObject) throws {
    self.init(key: try json.text("key"), name: try json.text("name"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("key", key)
      json.field("name", name)
    }
  }
}

/// That an event happened, and where it says so.
public struct EventLogRequest: JSONShape, Sendable {
  public let on: Day
  public let source: String

  public init(on: Day, source: String) {
    self.on = on
    self.source = source
  }

  public init(_ json: JSONObject) throws {
    self.init(on: try json.day("on"), source: try json.text("source"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("on", on)
      json.field("source", source)
    }
  }
}

/// All the lineage of a recommendation.
public struct LineageRequest: JSONShape, Sendable {
  /// An earlier recommendation, by key or number in the inquiry named, or in
  /// this one; or what a document of others recommended.
  public struct Entry: JSONShape, Sendable {
    public let relation: Lineage.Relation
    public let recommendation: String?
    public let inquiry: String?
    public let document: String?
    public let words: String?

    public init(
      relation: Lineage.Relation, recommendation: String?, inquiry: String?, document: String?,
      words: String?
    ) {
      self.relation = relation
      self.recommendation = recommendation
      self.inquiry = inquiry
      self.document = document
      self.words = words
    }

    public init(_ json: JSONObject) throws {
      self.init(
        relation: try json.word("relation"),
        recommendation: try json.optionalText("recommendation"),
        inquiry: try json.optionalText("inquiry"), document: try json.optionalText("document"),
        words: try json.optionalText("words"))
      try json.exactlyOne(of: "recommendation", "document")
    }

    public func write(to json: inout JSONBytes) {
      json.object { json in
        json.field("relation", relation.rawValue)
        if let recommendation { json.field("recommendation", recommendation) }
        if let inquiry { json.field("inquiry", inquiry) }
        if let document { json.field("document", document) }
        if let words { json.field("words", words) }
      }
    }
  }

  public let lineage: [Entry]

  public init(lineage: [Entry]) {
    self.lineage = lineage
  }

  public init(_ json: JSONObject) throws {
    self.init(lineage: try json.shapes("lineage"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in json.field("lineage", lineage) }
  }
}
