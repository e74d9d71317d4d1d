public import Inquiries

/// A tag that is to be added, or what is to change of one: a field left out stays.
public struct TagRequest: JSONShape, Sendable {
  /// Of one that is added; made of its name when left out.
  public var key: String?
  public var name: String?
  public var definition: String?
  public var useWhen: String?
  public var useNotWhen: String?
  public var example: String?
  /// Key or name of the wider tag; as null it stands at the top.
  public var under: String??
  public var isGroup: Bool?
  public var colour: String??
  public var retired: Bool?

  public init() {}

  public init(_ json: JSONObject) throws {
    key = try json.optionalText("key")
    name = try json.optionalText("name")
    definition = try json.optionalText("definition")
    useWhen = try json.optionalText("useWhen")
    useNotWhen = try json.optionalText("useNotWhen")
    example = try json.optionalText("example")
    under = json.has("under") ? .some(try json.optionalText("under")) : nil
    isGroup = try json.optionalFlag("isGroup")
    colour = json.has("colour") ? .some(try json.optionalText("colour")) : nil
    retired = try json.optionalFlag("retired")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      if let key { json.field("key", key) }
      if let name { json.field("name", name) }
      if let definition { json.field("definition", definition) }
      if let useWhen { json.field("useWhen", useWhen) }
      if let useNotWhen { json.field("useNotWhen", useNotWhen) }
      if let example { json.field("example", example) }
      if let under { json.field("under", under) }
      if let isGroup { json.field("isGroup", isGroup) }
      if let colour { json.field("colour", colour) }
      if let retired { json.field("retired", retired) }
    }
  }
}

/// Into which tag another one is merged.
public struct MergeTagRequest: JSONShape, Sendable {
  public let into: String
  /// Whether it is only shown what would move.
  public let dryRun: Bool

  public init(into: String, dryRun: Bool = false) {
    self.into = into
    self.dryRun = dryRun
  }

  public init(_ json: JSONObject) throws {
    self.init(into: try json.text("into"), dryRun: try json.optionalFlag("dryRun") ?? false)
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("into", into)
      if dryRun { json.field("dryRun", dryRun) }
    }
  }
}

/// What came of a merge.
public struct MergedTagShape: JSONShape, Sendable {
  public let into: Tag
  /// How many tags that were put on went over.
  public let moved: Int

  public init(into: Tag, moved: Int) {
    self.into = into
    self.moved = moved
  }

  public init(_ json: JSONObject) throws {
    self.init(into: try json.shape("into"), moved: try json.number("moved"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("into", into)
      json.field("moved", moved)
    }
  }
}

/// Where a tag is put: on passages, or on some words of one.
public struct ApplyTagRequest: JSONShape, Sendable {
  public let locator: String
  /// Words that stand there once; either they or a span.
  public let quote: String?
  public let span: SpanShape?
  /// The version of the passage that was read, where one is named.
  public let version: Int?

  public init(locator: String, quote: String? = nil, span: SpanShape? = nil, version: Int? = nil) {
    self.locator = locator
    self.quote = quote
    self.span = span
    self.version = version
  }

  public init(_ json: JSONObject) throws {
    self.init(
      locator: try json.text("locator"), quote: try json.optionalText("quote"),
      span: try json.optionalShape("span"), version: try json.optionalNumber("version"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("locator", locator)
      json.field("quote", quote)
      json.field("span", span)
      json.field("version", version)
    }
  }
}

/// A tag that is affirmed after its words changed: on the words that it was on, unless
/// others are said.
public struct AffirmTagRequest: JSONShape, Sendable {
  /// Words that stand in the passage once; either they, a span or the whole.
  public let quote: String?
  public let span: SpanShape?
  /// The version of the passage that was read.
  public let version: Int?
  public let whole: Bool

  public init(
    quote: String? = nil, span: SpanShape? = nil, version: Int? = nil, whole: Bool = false
  ) {
    self.quote = quote
    self.span = span
    self.version = version
    self.whole = whole
  }

  public init(_ json: JSONObject) throws {
    self.init(
      quote: try json.optionalText("quote"), span: try json.optionalShape("span"),
      version: try json.optionalNumber("version"), whole: try json.optionalFlag("whole") ?? false)
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      if let quote { json.field("quote", quote) }
      if let span { json.field("span", span) }
      if let version { json.field("version", version) }
      if whole { json.field("whole", whole) }
    }
  }
}

/// A memo that is to be written; about the inquiry, where nothing else is named.
public struct MemoRequest: JSONShape, Sendable {
  public let text: String
  public let tag: String?
  /// Reference of a source.
  public let source: String?
  /// Locator of a passage.
  public let passage: String?

  public init(text: String, tag: String? = nil, source: String? = nil, passage: String? = nil) {
    self.text = text
    self.tag = tag
    self.source = source
    self.passage = passage
  }

  public init(_ json: JSONObject) throws {
    self.init(
      text: try json.text("text"), tag: try json.optionalText("tag"),
      source: try json.optionalText("source"), passage: try json.optionalText("passage"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("text", text)
      json.field("tag", tag)
      json.field("source", source)
      json.field("passage", passage)
    }
  }
}
