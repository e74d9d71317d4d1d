public import Inquiries

extension SittingMember: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      person: Identifier(Int64(try json.number("person"))), name: try json.text("name"),
      isChair: try json.flag("isChair"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("person", person.value)
      json.field("name", name)
      json.field("isChair", isChair)
    }
  }
}

extension SittingWitness: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      person: Identifier(Int64(try json.number("person"))), name: try json.text("name"),
      capacity: try json.text("capacity"), organisation: try json.text("organisation"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("person", person.value)
      json.field("name", name)
      json.field("capacity", capacity)
      json.field("organisation", organisation)
    }
  }
}

/// Witnesses who are to be heard together.
public struct SittingPanelShape: JSONShape {
  public let witnesses: [SittingWitness]

  public init(_ witnesses: [SittingWitness]) {
    self.witnesses = witnesses
  }

  public init(_ json: JSONObject) throws {
    witnesses = try json.shapes("witnesses")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in json.field("witnesses", witnesses) }
  }
}

extension Sitting: JSONShape {
  public init(_ json: JSONObject) throws {
    let panels: [SittingPanelShape] = try json.shapes("panels")
    // The handle follows from the rest; it is written for people and programs.
    _ = try json.optionalText("handle")
    self.init(
      plan: try json.optionalNumber("plan"), number: try json.optionalNumber("number"),
      state: try json.word("state"), reason: try json.optionalText("reason"),
      heldOn: try json.day("heldOn"), adjournedUntil: try json.optionalDay("adjournedUntil"),
      startsAt: try json.optionalText("startsAt"), place: try json.optionalText("place"),
      hearing: try json.word("hearing"), settledOn: try json.optionalDay("settledOn"),
      members: try json.shapes("members"), panels: panels.map(\.witnesses),
      lineCount: try json.number("lines"), nextQuestion: try json.number("nextQuestion"),
      // Not in what was remembered by an earlier version.
      questionsTwice: try json.optionalTexts("questionsTwice") ?? [],
      timeZone: try json.text("timeZone"), revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("handle", handle)
      json.field("plan", plan)
      json.field("number", number)
      json.field("state", state.rawValue)
      json.field("reason", reason)
      json.field("heldOn", heldOn)
      json.field("adjournedUntil", adjournedUntil)
      json.field("startsAt", startsAt)
      json.field("place", place)
      json.field("hearing", hearing.rawValue)
      json.field("settledOn", settledOn)
      json.field("members", members)
      json.field("panels", panels.map(SittingPanelShape.init))
      json.field("lines", lineCount)
      json.field("nextQuestion", nextQuestion)
      json.field("questionsTwice", texts: questionsTwice)
      json.field("timeZone", timeZone)
      json.field("revision", revision)
    }
  }
}

/// Why a sitting was adjourned or cancelled.
public struct StopRequest: JSONShape, Sendable {
  public let reason: String
  /// The day on which it goes on; of an adjournment only.
  public let until: Day?

  public init(reason: String, until: Day? = nil) {
    self.reason = reason
    self.until = until
  }

  public init(_ json: JSONObject) throws {
    reason = try json.text("reason")
    until = try json.optionalDay("until")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("reason", reason)
      json.field("until", until)
    }
  }
}
