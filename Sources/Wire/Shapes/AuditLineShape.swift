/// One line of the audit as people read it.
public struct AuditLineShape: JSONShape, Sendable {
  public let number: Int
  /// Instant in UTC.
  public let at: String
  public let by: String
  public let act: String
  public let subject: String

  public init(number: Int, at: String, by: String, act: String, subject: String) {
    self.number = number
    self.at = at
    self.by = by
    self.act = act
    self.subject = subject
  }

  public init(_ json: JSONObject) throws {
    self.init(
      number: try json.number("number"), at: try json.text("at"), by: try json.text("by"),
      act: try json.text("act"), subject: try json.text("subject"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("number", number)
      json.field("at", at)
      json.field("by", by)
      json.field("act", act)
      json.field("subject", subject)
    }
  }
}
