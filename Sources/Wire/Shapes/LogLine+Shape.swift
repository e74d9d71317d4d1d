public import Inquiries

extension JSONObject {
  func instant(_ name: String) throws(JSONFault) -> Instant {
    try value(name, JSONObject.instantForm) { Instant($0) }
  }

  public func optionalInstant(_ name: String) throws(JSONFault) -> Instant? {
    try optionalValue(name, JSONObject.instantForm) { Instant($0) }
  }

  private static let instantForm = "an instant in UTC such as 2018-02-06T10:15:00.250Z"

  func optionalPerson(_ name: String) throws(JSONFault) -> Identifier<Person>? {
    try optionalNumber(name).map { Identifier(Int64($0)) }
  }
}

extension NewLogLine: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      id: try json.text("id"), at: try json.instant("at"), kind: try json.word("kind"),
      number: try json.optionalNumber("number"), person: try json.optionalPerson("person"),
      speaker: try json.optionalText("speaker"), text: try json.text("text"),
      isStarred: try json.optionalFlag("isStarred") ?? false,
      isPromised: try json.optionalFlag("isPromised") ?? false,
      isPrivate: try json.optionalFlag("isPrivate") ?? false)
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("id", id)
      json.field("at", at.precise)
      json.field("kind", kind.rawValue)
      if let number { json.field("number", number) }
      if let person { json.field("person", person.value) }
      if let speaker { json.field("speaker", speaker) }
      json.field("text", text)
      if isStarred { json.field("isStarred", true) }
      if isPromised { json.field("isPromised", true) }
      if isPrivate { json.field("isPrivate", true) }
    }
  }
}

/// Lines of a live log as they are sent.
public struct LogRequest: JSONShape, Sendable {
  public let lines: [NewLogLine]

  public init(_ lines: [NewLogLine]) {
    self.lines = lines
  }

  public init(_ json: JSONObject) throws {
    lines = try json.shapes("lines")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in json.field("lines", lines) }
  }
}

/// What became of lines that were sent.
public struct LogAnswer: JSONShape, Sendable {
  /// How many are new to the record, and how many were there already.
  public let taken: Int
  public let known: Int
  /// Of the log.
  public let revision: Int
  /// The number that the next question would take, provisionally.
  public let nextQuestion: Int
  /// Provisional numbers that two questions of the log bear, such as `Q47`.
  public let questionsTwice: [String]
  /// The session's number, issued by the first line.
  public let session: Int?
  /// Whose other log of the sitting is in private, by name, the same person's on another
  /// machine included: what anybody logs meanwhile is kept from the public.
  public let inPrivate: [String]

  public init(
    taken: Int, known: Int, revision: Int, nextQuestion: Int, questionsTwice: [String],
    session: Int?, inPrivate: [String]
  ) {
    self.taken = taken
    self.known = known
    self.revision = revision
    self.nextQuestion = nextQuestion
    self.questionsTwice = questionsTwice
    self.session = session
    self.inPrivate = inPrivate
  }

  public init(_ json: JSONObject) throws {
    self.init(
      taken: try json.number("taken"), known: try json.number("known"),
      revision: try json.number("revision"), nextQuestion: try json.number("nextQuestion"),
      questionsTwice: try json.texts("questionsTwice"), session: try json.optionalNumber("session"),
      inPrivate: try json.texts("inPrivate"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("taken", taken)
      json.field("known", known)
      json.field("revision", revision)
      json.field("nextQuestion", nextQuestion)
      json.field("questionsTwice", texts: questionsTwice)
      json.field("session", session)
      json.field("inPrivate", texts: inPrivate)
    }
  }
}

extension LogLine: JSONShape {
  public init(_ json: JSONObject) throws {
    // The locator follows from the rest; it is written for people and programs.
    _ = try json.optionalText("locator")
    self.init(
      id: try json.text("id"), ordinal: try json.number("ordinal"), at: try json.instant("at"),
      kind: try json.word("kind"), question: try json.optionalNumber("question"),
      offset: try json.optionalNumber("offset"), typedNumber: try json.optionalNumber("number"),
      person: try json.optionalPerson("person"), speaker: try json.optionalText("speaker"),
      text: try json.text("text"), isStarred: try json.flag("isStarred"),
      isPromised: try json.flag("isPromised"), isPrivate: try json.flag("isPrivate"),
      isStruck: try json.flag("isStruck"), loggedBy: try json.text("loggedBy"),
      revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("id", id)
      json.field("ordinal", ordinal)
      json.field("at", at.precise)
      json.field("kind", kind.rawValue)
      json.field("locator", locator)
      json.field("question", question)
      json.field("offset", offset)
      json.field("number", typedNumber)
      json.field("person", person?.value)
      json.field("speaker", speaker)
      json.field("text", text)
      json.field("isStarred", isStarred)
      json.field("isPromised", isPromised)
      json.field("isPrivate", isPrivate)
      json.field("isStruck", isStruck)
      json.field("loggedBy", loggedBy)
      json.field("revision", revision)
    }
  }
}

/// What is to become of a line: fields that are left out stay as they are; a
/// `number`, `person` or `speaker` that is null goes.
public struct LineChangeRequest: JSONShape, Sendable, Hashable {
  public var text: String?
  public var kind: LogLineKind?
  public var number: Int??
  public var person: Identifier<Person>??
  public var speaker: String??
  public var at: Instant?
  public var isStarred: Bool?
  public var isPromised: Bool?
  public var isPrivate: Bool?
  public var isStruck: Bool?

  public init() {}

  public init(_ json: JSONObject) throws {
    text = try json.optionalText("text")
    kind = try json.optionalWord("kind")
    if json.has("number") { number = .some(try json.optionalNumber("number")) }
    if json.has("person") { person = .some(try json.optionalPerson("person")) }
    if json.has("speaker") { speaker = .some(try json.optionalText("speaker")) }
    at = try json.optionalInstant("at")
    isStarred = try json.optionalFlag("isStarred")
    isPromised = try json.optionalFlag("isPromised")
    isPrivate = try json.optionalFlag("isPrivate")
    isStruck = try json.optionalFlag("isStruck")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      if let text { json.field("text", text) }
      if let kind { json.field("kind", kind.rawValue) }
      if let number { json.field("number", number) }
      if let person { json.field("person", person?.value) }
      if let speaker { json.field("speaker", speaker) }
      if let at { json.field("at", at.precise) }
      if let isStarred { json.field("isStarred", isStarred) }
      if let isPromised { json.field("isPromised", isPromised) }
      if let isPrivate { json.field("isPrivate", isPrivate) }
      if let isStruck { json.field("isStruck", isStruck) }
    }
  }
}

extension LogPrivacy.Now: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      isPrivate: try json.flag("isPrivate"), inPrivate: try json.texts("inPrivate"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("isPrivate", isPrivate)
      json.field("inPrivate", texts: inPrivate)
    }
  }
}
