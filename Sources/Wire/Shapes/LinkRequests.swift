public import Inquiries

/// What came of linking a statement to evidence.
public struct LinksMadeShape: JSONShape, Sendable {
  /// How many links were made; passages linked already make none.
  public let count: Int
  /// How many questions and turns of members were named beside the answers, and not linked.
  public let leftOut: Int

  public init(count: Int, leftOut: Int) {
    self.count = count
    self.leftOut = leftOut
  }

  public init(_ json: JSONObject) throws {
    self.init(count: try json.number("count"), leftOut: try json.number("leftOut"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("count", count)
      json.field("leftOut", leftOut)
    }
  }
}

/// A link to evidence that is to be made.
public struct LinkRequest: JSONShape, Sendable {
  /// Key or number of the finding or recommendation, or key of the proposition; one
  /// of the three.
  public let finding: String?
  public let recommendation: String?
  public let proposition: String?
  /// Number of the recommendation's limb that it is evidence for.
  public let limb: Int?
  public let locator: String
  public let stance: Stance
  /// Words of one of the passages; the link means them alone.
  public let quote: String?
  /// The same by code points of the one passage, in the version said.
  public let span: SpanShape?
  public let version: Int?
  /// Whether the sender answers for it at once.
  public let affirmed: Bool

  public init(
    finding: String?, recommendation: String?, proposition: String? = nil, limb: Int? = nil,
    locator: String,
    stance: Stance, quote: String?, span: SpanShape? = nil, version: Int? = nil, affirmed: Bool
  ) {
    self.finding = finding
    self.recommendation = recommendation
    self.proposition = proposition
    self.limb = limb
    self.locator = locator
    self.stance = stance
    self.quote = quote
    self.span = span
    self.version = version
    self.affirmed = affirmed
  }

  public init(_ json: JSONObject) throws {
    self.init(
      finding: try json.optionalText("finding"),
      recommendation: try json.optionalText("recommendation"),
      proposition: try json.optionalText("proposition"), limb: try json.optionalNumber("limb"),
      locator: try json.text("locator"),
      stance: try json.optionalWord("stance") ?? .supports, quote: try json.optionalText("quote"),
      span: try json.optionalShape("span"), version: try json.optionalNumber("version"),
      affirmed: try json.optionalFlag("affirmed") ?? false)
    try json.exactlyOne(of: "finding", "recommendation", "proposition")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("finding", finding)
      json.field("recommendation", recommendation)
      json.field("proposition", proposition)
      if let limb { json.field("limb", limb) }
      json.field("locator", locator)
      json.field("stance", stance.rawValue)
      json.field("quote", quote)
      json.field("span", span)
      json.field("version", version)
      json.field("affirmed", affirmed)
    }
  }
}

/// Words of a passage by their place in it.
public struct SpanShape: JSONShape, Sendable {
  /// The first code point, from 0.
  public let from: Int
  /// The code point after the last.
  public let to: Int

  public init(from: Int, to: Int) {
    self.from = from
    self.to = to
  }

  public init(_ json: JSONObject) throws {
    self.init(from: try json.number("from"), to: try json.number("to"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("from", from)
      json.field("to", to)
    }
  }

  /// Refuses words that are named in two ways, and a span of no version.
  public static func check(
    _ span: SpanShape?, quote: String?, version: Int?, whole: Bool = false
  ) throws(JSONFault) {
    guard !whole || quote == nil && span == nil else {
      throw JSONFault(
        code: "field_value", message: "Give either “whole” or the words.", field: "whole")
    }
    guard span != nil else { return }
    guard quote == nil else {
      throw JSONFault(
        code: "field_value", message: "Give either “quote” or “span”.", field: "span")
    }
    guard version != nil else {
      throw JSONFault(
        code: "field_missing",
        message: "“version” is missing: a span means nothing in another version.", field: "version")
    }
  }
}

/// What is to be different about links; what is left out stays.
public struct LinkEditRequest: JSONShape, Sendable {
  /// Numbers and ranges of them, such as `12-20`.
  public let links: [String]
  /// What to leave out, written in the same way.
  public let except: [String]
  public let stance: Stance?
  /// Words that stand once in the passage of each.
  public let quote: String?
  /// Words of the passage of the one link, in the version said.
  public let span: SpanShape?
  public let version: Int?
  /// The whole passage is meant from now on.
  public let whole: Bool
  /// The limb of the recommendation that they are evidence for; null for the whole
  /// of it.
  public let limb: Int??
  /// Whether it is only shown what would be done.
  public let dryRun: Bool

  public init(
    links: [String], except: [String], stance: Stance?, quote: String?, span: SpanShape? = nil,
    version: Int? = nil, whole: Bool, limb: Int?? = nil, dryRun: Bool
  ) {
    self.links = links
    self.except = except
    self.stance = stance
    self.quote = quote
    self.span = span
    self.version = version
    self.whole = whole
    self.limb = limb
    self.dryRun = dryRun
  }

  public init(_ json: JSONObject) throws {
    self.init(
      links: try json.texts("links"), except: try json.optionalTexts("except") ?? [],
      stance: try json.optionalWord("stance"), quote: try json.optionalText("quote"),
      span: try json.optionalShape("span"), version: try json.optionalNumber("version"),
      whole: try json.optionalFlag("whole") ?? false,
      limb: json.has("limb") ? .some(try json.optionalNumber("limb")) : nil,
      dryRun: try json.optionalFlag("dryRun") ?? false)
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("links", texts: links)
      if !except.isEmpty { json.field("except", texts: except) }
      if let stance { json.field("stance", stance.rawValue) }
      if let quote { json.field("quote", quote) }
      if let span { json.field("span", span) }
      if let version { json.field("version", version) }
      if whole { json.field("whole", whole) }
      if let limb { json.field("limb", limb) }
      if dryRun { json.field("dryRun", dryRun) }
    }
  }
}

/// A proposition that is to be entered.
public struct PropositionRequest: JSONShape, Sendable {
  public let key: String
  public let text: String

  public init(key: String, text: String) {
    self.key = key
    self.text = text
  }

  public init(_ json: JSONObject) throws {
    self.init(key: try json.text("key"), text: try json.text("text"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("key", key)
      json.field("text", text)
    }
  }
}

/// Other words for a proposition.
public struct RewordRequest: JSONShape, Sendable {
  public let text: String

  public init(text: String) {
    self.text = text
  }

  public init(_ json: JSONObject) throws {
    self.init(text: try json.text("text"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in json.field("text", text) }
  }
}
