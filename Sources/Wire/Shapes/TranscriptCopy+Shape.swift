public import Inquiries

extension TranscriptCopy: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      id: Int64(try json.number("id")), reference: try json.text("reference"),
      witness: try json.text("witness"), sentOn: try json.day("sentOn"),
      dueOn: try json.day("dueOn"), returnedOn: try json.optionalDay("returnedOn"),
      revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("id", Int(id))
      json.field("reference", reference)
      json.field("witness", witness)
      json.field("sentOn", sentOn)
      json.field("dueOn", dueOn)
      json.field("returnedOn", returnedOn)
      json.field("revision", revision)
    }
  }
}

/// To whom copies of a transcript are sent, and by when they are due back.
public struct CopiesRequest: JSONShape, Sendable {
  /// Names; everyone heard at the session when left out.
  public let witnesses: [String]
  /// Today when left out.
  public let sentOn: Day?
  public let dueOn: Day

  public init(witnesses: [String], sentOn: Day?, dueOn: Day) {
    self.witnesses = witnesses
    self.sentOn = sentOn
    self.dueOn = dueOn
  }

  public init(_ json: JSONObject) throws {
    self.init(
      witnesses: try json.optionalTexts("witnesses") ?? [], sentOn: try json.optionalDay("sentOn"),
      dueOn: try json.day("dueOn"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      if !witnesses.isEmpty { json.field("witnesses", texts: witnesses) }
      if let sentOn { json.field("sentOn", sentOn) }
      json.field("dueOn", dueOn)
    }
  }
}

/// The day on which a copy came back.
public struct ReturnRequest: JSONShape, Sendable {
  /// Today when left out.
  public let on: Day?

  public init(on: Day?) {
    self.on = on
  }

  public init(_ json: JSONObject) throws {
    on = try json.optionalDay("on")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      if let on { json.field("on", on) }
    }
  }
}
