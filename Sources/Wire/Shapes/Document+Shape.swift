public import Inquiries

extension Document.Facts: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      title: try json.text("title"), kind: try json.word("kind"),
      author: try json.text("author"), year: try json.optionalNumber("year"),
      datedOn: try json.optionalDay("datedOn"), address: try json.optionalText("address"),
      fullReference: try json.optionalText("fullReference"),
      language: try json.optionalText("language") ?? "en")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("title", title)
      json.field("kind", kind.rawValue)
      json.field("author", author)
      json.field("year", year)
      json.field("datedOn", datedOn)
      json.field("address", address)
      json.field("fullReference", fullReference)
      json.field("language", language)
    }
  }
}

extension Document: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      reference: try json.text("reference"), state: try json.word("state"),
      facts: try json.shape("facts"), isExternal: try json.flag("isExternal"),
      paragraphCount: try json.number("paragraphCount"),
      pageCount: try json.optionalNumber("pageCount"),
      receivedOn: try json.optionalDay("receivedOn"),
      publishedOn: try json.optionalDay("publishedOn"), revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("reference", reference)
      json.field("state", state.rawValue)
      json.field("facts", facts)
      json.field("isExternal", isExternal)
      json.field("paragraphCount", paragraphCount)
      json.field("pageCount", pageCount)
      json.field("receivedOn", receivedOn)
      json.field("publishedOn", publishedOn)
      json.field("revision", revision)
    }
  }
}

extension DocumentReport: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      document: try json.shape("document"),
      wasReceivedBefore: try json.flag("wasReceivedBefore"),
      areNumbersPrinted: try json.flag("areNumbersPrinted"),
      unplaced: try json.shapes("unplaced"), remarks: try json.texts("remarks"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("document", document)
      json.field("wasReceivedBefore", wasReceivedBefore)
      json.field("areNumbersPrinted", areNumbersPrinted)
      json.field("unplaced", unplaced)
      json.field("remarks", texts: remarks)
    }
  }
}
