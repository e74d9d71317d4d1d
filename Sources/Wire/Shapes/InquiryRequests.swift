public import Inquiries

/// What is to be changed of an inquiry. A field left out leaves what there is;
/// `banner` as null takes the line away.
public struct InquiryEdit: JSONShape, Sendable {
  public let title: String?
  public let summary: String?
  public let banner: String??

  public init(title: String?, summary: String?, banner: String??) {
    self.title = title
    self.summary = summary
    self.banner = banner
  }

  public init(_ json: JSONObject) throws {
    title = try json.optionalText("title")
    summary = try json.optionalText("summary")
    banner = json.has("banner") ? .some(try json.optionalText("banner")) : nil
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      if let title { json.field("title", title) }
      if let summary { json.field("summary", summary) }
      if let banner { json.field("banner", banner) }
    }
  }
}

/// The next terms of reference.
public struct TermsRequest: JSONShape, Sendable {
  public let text: String
  public let decision: DecisionShape

  public init(text: String, decision: DecisionShape) {
    self.text = text
    self.decision = decision
  }

  public init(_ json: JSONObject) throws {
    self.init(text: try json.text("text"), decision: try json.shape("decision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("text", text)
      json.field("decision", decision)
    }
  }
}

extension TermsOfReference: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      version: try json.number("version"), text: try json.text("text"),
      agreedOn: try json.optionalDay("agreedOn"), agreedBy: try json.optionalText("agreedBy"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("version", version)
      json.field("text", text)
      json.field("agreedOn", agreedOn)
      json.field("agreedBy", agreedBy)
    }
  }
}
