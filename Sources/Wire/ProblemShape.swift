/// What went wrong, as RFC 9457 problem details with a stable code.
public struct ProblemShape: JSONShape, Error, Sendable {
  public let status: Int
  public let code: String
  /// One plain sentence that names place and remedy.
  public let detail: String
  public let field: String?

  public init(status: Int, code: String, detail: String, field: String? = nil) {
    self.status = status
    self.code = code
    self.detail = detail
    self.field = field
  }

  public init(_ json: JSONObject) throws {
    self.init(
      status: try json.number("status"), code: try json.text("code"),
      detail: try json.text("detail"), field: try json.optionalText("field"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("type", "about:blank")
      json.field("status", status)
      json.field("code", code)
      json.field("detail", detail)
      if let field { json.field("field", field) }
    }
  }
}
