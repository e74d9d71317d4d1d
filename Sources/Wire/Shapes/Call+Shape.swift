public import Inquiries

extension CallForEvidence.Period: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(opensOn: try json.day("opensOn"), closesOn: try json.optionalDay("closesOn"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("opensOn", opensOn)
      json.field("closesOn", closesOn)
    }
  }
}

extension CallForEvidence: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      slug: try json.text("slug"), title: try json.text("title"), text: try json.text("text"),
      state: try json.word("state"), publishedOn: try json.optionalDay("publishedOn"),
      periods: try json.shapes("periods"), revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("slug", slug)
      json.field("title", title)
      json.field("text", text)
      json.field("state", state.rawValue)
      json.field("publishedOn", publishedOn)
      json.field("periods", periods)
      json.field("revision", revision)
    }
  }
}

/// A call as it is opened.
public struct CallRequest: JSONShape, Sendable {
  public let slug: String
  public let title: String
  public let text: String
  public let periods: [CallForEvidence.Period]

  public init(slug: String, title: String, text: String, periods: [CallForEvidence.Period]) {
    self.slug = slug
    self.title = title
    self.text = text
    self.periods = periods
  }

  public init(_ json: JSONObject) throws {
    self.init(
      slug: try json.text("slug"), title: try json.text("title"), text: try json.text("text"),
      periods: try json.shapes("periods"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("slug", slug)
      json.field("title", title)
      json.field("text", text)
      json.field("periods", periods)
    }
  }
}

/// What is changed of a call; what is absent stays.
public struct CallEditRequest: JSONShape, Sendable {
  public let title: String?
  public let text: String?
  /// All periods, in order.
  public let periods: [CallForEvidence.Period]?

  public init(title: String?, text: String?, periods: [CallForEvidence.Period]?) {
    self.title = title
    self.text = text
    self.periods = periods
  }

  public init(_ json: JSONObject) throws {
    self.init(
      title: try json.optionalText("title"), text: try json.optionalText("text"),
      periods: try json.optionalShapes("periods"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      if let title { json.field("title", title) }
      if let text { json.field("text", text) }
      if let periods { json.field("periods", periods) }
    }
  }
}
