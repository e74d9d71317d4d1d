public import Inquiries

/// A remark of the check engine.
public struct RemarkShape: JSONShape, Sendable {
  /// Why a remark may stand.
  public struct Waiver: JSONShape, Sendable {
    public let reason: String
    public let by: String
    public let on: Day
    /// Whether it still holds: the words are those that it was given for.
    public let holds: Bool

    public init(reason: String, by: String, on: Day, holds: Bool) {
      self.reason = reason
      self.by = by
      self.on = on
      self.holds = holds
    }

    public init(_ json: JSONObject) throws {
      self.init(
        reason: try json.text("reason"), by: try json.text("by"), on: try json.day("on"),
        holds: try json.flag("holds"))
    }

    public func write(to json: inout JSONBytes) {
      json.object { json in
        json.field("reason", reason)
        json.field("by", by)
        json.field("on", on)
        json.field("holds", holds)
      }
    }
  }

  /// Names it in the acts on remarks, and stays the same between versions of the
  /// draft; null of a remark that is not on the draft.
  public let id: String?
  public let code: String
  /// `error`, `warning` or `information`.
  public let severity: String
  public let paragraph: Int?
  /// Key and displayed number of the finding or recommendation meant.
  public let key: String?
  public let number: Int?
  /// Reference of the source meant.
  public let reference: String?
  /// A passage of that source, or a line of its file.
  public let locator: String?
  public let sentence: String
  public let remedy: String
  /// Who answers it, and until when.
  public let owner: String?
  public let dueOn: Day?
  public let waiver: Waiver?
  /// Of what people said of it; 0 while nobody did.
  public let revision: Int

  public init(
    id: String? = nil, code: String, severity: String, paragraph: Int?, key: String?, number: Int?,
    reference: String?, locator: String? = nil, sentence: String, remedy: String,
    owner: String? = nil, dueOn: Day? = nil, waiver: Waiver? = nil, revision: Int = 0
  ) {
    self.id = id
    self.code = code
    self.severity = severity
    self.paragraph = paragraph
    self.key = key
    self.number = number
    self.reference = reference
    self.locator = locator
    self.sentence = sentence
    self.remedy = remedy
    self.owner = owner
    self.dueOn = dueOn
    self.waiver = waiver
    self.revision = revision
  }

  public init(_ json: JSONObject) throws {
    self.init(
      id: try json.optionalText("id"), code: try json.text("code"),
      severity: try json.text("severity"),
      paragraph: try json.optionalNumber("paragraph"), key: try json.optionalText("key"),
      number: try json.optionalNumber("number"), reference: try json.optionalText("reference"),
      locator: try json.optionalText("locator"),
      sentence: try json.text("sentence"), remedy: try json.text("remedy"),
      owner: try json.optionalText("owner"), dueOn: try json.optionalDay("dueOn"),
      waiver: try json.optionalShape("waiver"), revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("id", id)
      json.field("code", code)
      json.field("severity", severity)
      json.field("paragraph", paragraph)
      json.field("key", key)
      json.field("number", number)
      json.field("reference", reference)
      json.field("locator", locator)
      json.field("sentence", sentence)
      json.field("remedy", remedy)
      json.field("owner", owner)
      json.field("dueOn", dueOn)
      json.field("waiver", waiver)
      json.field("revision", revision)
    }
  }

  /// Whether somebody has to answer it still.
  public var isOpen: Bool {
    severity != RemarkSeverity.information.rawValue && waiver?.holds != true
  }
}

/// Who answers a remark; null takes it from whoever has it.
public struct OwnerRequest: JSONShape, Sendable {
  public let owner: String?
  public let dueOn: Day?

  public init(owner: String?, dueOn: Day?) {
    self.owner = owner
    self.dueOn = dueOn
  }

  public init(_ json: JSONObject) throws {
    self.init(owner: try json.optionalText("owner"), dueOn: try json.optionalDay("dueOn"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("owner", owner)
      json.field("dueOn", dueOn)
    }
  }
}

/// Why a remark may stand.
public struct WaiverRequest: JSONShape, Sendable {
  public let reason: String

  public init(reason: String) {
    self.reason = reason
  }

  public init(_ json: JSONObject) throws {
    reason = try json.text("reason")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in json.field("reason", reason) }
  }
}

extension CheckPolicy: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      weights: try json.shapes("weights"),
      sourcesPerFinding: try json.number("sourcesPerFinding"),
      minimumBase: try json.optionalNumber("minimumBase"),
      clerksWaiveErrors: try json.flag("clerksWaiveErrors"),
      revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("weights", weights)
      json.field("sourcesPerFinding", sourcesPerFinding)
      json.field("minimumBase", minimumBase)
      json.field("clerksWaiveErrors", clerksWaiveErrors)
      json.field("revision", revision)
    }
  }
}

extension CheckPolicy.Weight: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(code: try json.text("code"), severity: try json.word("severity"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("code", code)
      json.field("severity", severity.rawValue)
    }
  }
}

/// What the checker is to ask, in place of all that was said before.
public struct PolicyRequest: JSONShape, Sendable {
  public let weights: [CheckPolicy.Weight]
  public let sourcesPerFinding: Int
  public let minimumBase: Int?
  /// Whether clerks and administrators alone waive errors; as before where it is left out.
  public let clerksWaiveErrors: Bool?

  public init(
    weights: [CheckPolicy.Weight], sourcesPerFinding: Int, minimumBase: Int?,
    clerksWaiveErrors: Bool? = nil
  ) {
    self.weights = weights
    self.sourcesPerFinding = sourcesPerFinding
    self.minimumBase = minimumBase
    self.clerksWaiveErrors = clerksWaiveErrors
  }

  public init(_ json: JSONObject) throws {
    self.init(
      weights: try json.shapes("weights"),
      sourcesPerFinding: try json.number("sourcesPerFinding"),
      minimumBase: try json.optionalNumber("minimumBase"),
      clerksWaiveErrors: try json.optionalFlag("clerksWaiveErrors"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("weights", weights)
      json.field("sourcesPerFinding", sourcesPerFinding)
      json.field("minimumBase", minimumBase)
      if let clerksWaiveErrors { json.field("clerksWaiveErrors", clerksWaiveErrors) }
    }
  }
}
