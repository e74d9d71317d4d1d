public import Inquiries

extension ReceivedFile: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      reference: try json.text("reference"), kind: try json.word("kind"),
      fileName: try json.text("fileName"), sha256: try json.text("sha256"),
      byteCount: try json.number("byteCount"), receivedOn: try json.day("receivedOn"),
      undoneAt: try json.optionalInstant("undoneAt"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("reference", reference)
      json.field("kind", kind.rawValue)
      json.field("fileName", fileName)
      json.field("sha256", sha256)
      json.field("byteCount", byteCount)
      json.field("receivedOn", receivedOn)
      json.field("undoneAt", undoneAt?.description)
    }
  }
}

/// Takes an import back.
public struct UndoRequest: JSONShape, Sendable {
  /// Whether it is only shown what would go.
  public let dryRun: Bool
  /// Why, for those who look later.
  public let reason: String?

  public init(dryRun: Bool = false, reason: String?) {
    self.dryRun = dryRun
    self.reason = reason
  }

  public init(_ json: JSONObject) throws {
    self.init(
      dryRun: try json.optionalFlag("dryRun") ?? false, reason: try json.optionalText("reason"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      if dryRun { json.field("dryRun", dryRun) }
      json.field("reason", reason)
    }
  }
}

/// Takes imports back, all or none.
public struct UndoListRequest: JSONShape, Sendable {
  /// References and ranges of them, such as `CTI0001-0034`.
  public let references: [String]
  /// What to leave out, written in the same way.
  public let except: [String]
  /// Whether it is only shown what would go.
  public let dryRun: Bool
  /// Why, for those who look later.
  public let reason: String?

  public init(references: [String], except: [String], dryRun: Bool, reason: String?) {
    self.references = references
    self.except = except
    self.dryRun = dryRun
    self.reason = reason
  }

  public init(_ json: JSONObject) throws {
    self.init(
      references: try json.texts("references"), except: try json.optionalTexts("except") ?? [],
      dryRun: try json.optionalFlag("dryRun") ?? false, reason: try json.optionalText("reason"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("references", texts: references)
      if !except.isEmpty { json.field("except", texts: except) }
      if dryRun { json.field("dryRun", dryRun) }
      json.field("reason", reason)
    }
  }
}

extension UndoneImport: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      reference: try json.text("reference"), kind: try json.word("kind"),
      fileName: try json.optionalText("fileName"), passageCount: try json.number("passageCount"),
      questions: try json.optionalRange("questions"),
      people: try json.texts("people"), session: try json.optionalNumber("session"),
      isSettlingUndone: try json.flag("isSettlingUndone"),
      isReferenceSpent: try json.flag("isReferenceSpent"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("reference", reference)
      json.field("kind", kind.rawValue)
      json.field("fileName", fileName)
      json.field("passageCount", passageCount)
      json.field("questions", questions)
      json.field("people", texts: people)
      json.field("session", session)
      json.field("isSettlingUndone", isSettlingUndone)
      json.field("isReferenceSpent", isReferenceSpent)
    }
  }
}
