public import Inquiries

extension Body: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(slug: try json.text("slug"), name: try json.text("name"), kind: try json.word("kind"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("slug", slug)
      json.field("name", name)
      json.field("kind", kind.rawValue)
    }
  }
}

extension Inquiry: JSONShape {
  /// Reads an inquiry as it is sent back; what the record decides, such as the
  /// revision, may be left out by who opens one.
  public init(_ json: JSONObject) throws {
    self.init(
      body: try json.shape("body"), slug: try json.text("slug"), title: try json.text("title"),
      referencePrefix: try json.text("referencePrefix"),
      summary: try json.optionalText("summary") ?? "",
      termsOfReference: try json.optionalText("termsOfReference") ?? "",
      predecessorSlug: try json.optionalText("predecessor"),
      isLaunched: try json.optionalFlag("isLaunched") ?? false,
      launchedOn: try json.optionalDay("launchedOn"),
      reportedOn: try json.optionalDay("reportedOn"),
      isIllustrative: try json.optionalFlag("isIllustrative") ?? false,
      banner: try json.optionalText("banner"),
      timeZone: try json.optionalText("timeZone") ?? "Europe/London",
      lapsedOn: try json.optionalDay("lapsedOn"),
      revision: try json.optionalNumber("revision") ?? 1)
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("slug", slug)
      json.field("title", title)
      json.field("body", body)
      json.field("referencePrefix", referencePrefix)
      json.field("summary", summary)
      json.field("termsOfReference", termsOfReference)
      json.field("predecessor", predecessorSlug)
      json.field("isLaunched", isLaunched)
      json.field("launchedOn", launchedOn)
      json.field("reportedOn", reportedOn)
      json.field("isIllustrative", isIllustrative)
      json.field("banner", banner)
      json.field("timeZone", timeZone)
      json.field("lapsedOn", lapsedOn)
      json.field("revision", revision)
    }
  }
}
