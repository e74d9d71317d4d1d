public import Inquiries

extension LaunchedInquiry: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      slug: try json.text("slug"), title: try json.text("title"),
      bodyName: try json.text("bodyName"), summary: try json.text("summary"),
      termsOfReference: try json.text("termsOfReference"),
      banner: try json.optionalText("banner"), launchedOn: try json.day("launchedOn"),
      predecessorSlug: try json.optionalText("predecessor"),
      successors: try json.texts("successors"),
      publicSessions: try json.number("publicSessions"),
      privateSessions: try json.number("privateSessions"), revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("slug", slug)
      json.field("title", title)
      json.field("bodyName", bodyName)
      json.field("summary", summary)
      json.field("termsOfReference", termsOfReference)
      json.field("banner", banner)
      json.field("launchedOn", launchedOn)
      json.field("predecessor", predecessorSlug)
      json.field("successors", texts: successors)
      json.field("publicSessions", publicSessions)
      json.field("privateSessions", privateSessions)
      json.field("revision", revision)
    }
  }
}
