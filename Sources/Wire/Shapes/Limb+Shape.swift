public import Inquiries

extension Addressee: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      name: try json.text("name"), kind: try json.word("kind"),
      isLead: try json.optionalFlag("lead") ?? false)
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("name", name)
      json.field("kind", kind.rawValue)
      json.field("lead", isLead)
    }
  }
}

extension AwaitedEvent: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      key: try json.text("key"), name: try json.text("name"),
      happenedOn: try json.optionalDay("happenedOn"), source: try json.optionalText("source"),
      loggedBy: try json.optionalText("loggedBy"), revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("key", key)
      json.field("name", name)
      json.field("happenedOn", happenedOn)
      json.field("source", source)
      json.field("loggedBy", loggedBy)
      json.field("revision", revision)
    }
  }
}

extension Deadline: JSONShape {
  public init(_ json: JSONObject) throws {
    let kind: Kind = try json.word("kind")
    let due = try json.optionalDay("dueOn")
    let event: AwaitedEvent? = try json.optionalShape("event")
    let months = try json.optionalNumber("months") ?? 0
    let days = try json.optionalNumber("days") ?? 0
    let clock: Clock? =
      switch kind {
      case .vague: .vague
      case .day: due.map(Clock.day)
      case .event: event.map { .event($0, after: Period(months: months, days: days)) }
      }
    self.init(words: try json.text("words"), clock: clock ?? .vague)
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("words", words)
      json.field("kind", kind.rawValue)
      json.field("dueOn", dueOn)
      if case .event(let event, let after) = clock {
        json.field("event", event)
        json.field("months", after.months)
        json.field("days", after.days)
      } else {
        json.field("event", nil as AwaitedEvent?)
        json.field("months", nil as Int?)
        json.field("days", nil as Int?)
      }
    }
  }
}

extension Limb: JSONShape {
  public init(_ json: JSONObject) throws {
    let place: SpanShape? = try json.optionalShape("place")
    self.init(
      number: try json.number("number"), words: try json.text("words"),
      place: place.map { $0.from..<max($0.from, $0.to) },
      act: try json.text("act"), addressees: try json.shapes("addressees"),
      deadline: try json.optionalShape("deadline"), status: try json.word("status"),
      confirmedBy: try json.text("confirmedBy"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("number", number)
      json.field("words", words)
      json.field("place", place.map { SpanShape(from: $0.lowerBound, to: $0.upperBound) })
      json.field("act", act)
      json.field("addressees", addressees)
      json.field("deadline", deadline)
      json.field("status", status.rawValue)
      json.field("confirmedBy", confirmedBy)
    }
  }
}

extension Lineage: JSONShape {
  public init(_ json: JSONObject) throws {
    let key = try json.optionalText("recommendation")
    let inquiry = try json.optionalText("inquiry")
    let document = try json.optionalText("document")
    let words = try json.optionalText("words")
    self.init(
      relation: try json.word("relation"),
      earlier: key.map { .recommendation(key: $0, inquiry: inquiry ?? "") }
        ?? .document(reference: document ?? "", words: words ?? ""),
      title: try json.text("title"), words: words)
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("relation", relation.rawValue)
      switch earlier {
      case .recommendation(let key, let inquiry):
        json.field("recommendation", key)
        json.field("inquiry", inquiry)
        json.field("document", nil as String?)
      case .document(let reference, _):
        json.field("recommendation", nil as String?)
        json.field("inquiry", nil as String?)
        json.field("document", reference)
      }
      json.field("title", title)
      json.field("words", words)
    }
  }
}
