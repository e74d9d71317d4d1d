/// What went wrong, as RFC 9457 problem details with a stable code.
public struct ProblemShape: JSONShape, Error, Sendable {
  public let status: Int
  /// What the status is called; the same for every problem of that status.
  public let title: String?
  public let code: String
  /// One plain sentence that names place and remedy.
  public let detail: String
  public let field: String?

  public init(
    status: Int, title: String? = nil, code: String, detail: String, field: String? = nil
  ) {
    self.status = status
    self.title = title
    self.code = code
    self.detail = detail
    self.field = field
  }

  public init(_ json: JSONObject) throws {
    self.init(
      status: try json.number("status"), title: try json.optionalText("title"),
      code: try json.text("code"),
      detail: try json.text("detail"), field: try json.optionalText("field"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("type", "about:blank")
      if let title { json.field("title", title) }
      json.field("status", status)
      json.field("code", code)
      json.field("detail", detail)
      if let field { json.field("field", field) }
    }
  }
}
