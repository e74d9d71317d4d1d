public import Inquiries

extension TagText {
  fileprivate init(_ json: JSONObject) throws {
    self.init(
      definition: try json.text("definition"), useWhen: try json.text("useWhen"),
      useNotWhen: try json.text("useNotWhen"), example: try json.text("example"))
  }

  fileprivate func write(to json: inout JSONBytes) {
    json.field("definition", definition)
    json.field("useWhen", useWhen)
    json.field("useNotWhen", useNotWhen)
    json.field("example", example)
  }
}

extension Tag: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      key: try json.text("key"), iri: try json.text("iri"), name: try json.text("name"),
      text: try TagText(json), parent: try json.optionalText("under"),
      isGroup: try json.flag("isGroup"), colour: try json.optionalText("colour"),
      otherNames: try json.texts("otherNames"), mergedInto: try json.optionalText("mergedInto"),
      retiredOn: try json.optionalDay("retiredOn"), version: try json.number("version"),
      passageCount: try json.optionalNumber("passageCount"),
      sourceCount: try json.optionalNumber("sourceCount"), revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("key", key)
      json.field("iri", iri)
      json.field("name", name)
      text.write(to: &json)
      json.field("under", parent)
      json.field("isGroup", isGroup)
      json.field("colour", colour)
      json.field("otherNames", texts: otherNames)
      json.field("mergedInto", mergedInto)
      json.field("retiredOn", retiredOn)
      json.field("version", version)
      json.field("passageCount", passageCount)
      json.field("sourceCount", sourceCount)
      json.field("revision", revision)
    }
  }
}

extension TagVersion: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      number: try json.number("number"), name: try json.text("name"), text: try TagText(json),
      setBy: try json.optionalText("setBy"), setAt: try json.instant("setAt"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("number", number)
      json.field("name", name)
      text.write(to: &json)
      json.field("setBy", setBy)
      json.field("setAt", setAt.description)
    }
  }
}

extension AppliedTag: JSONShape {
  public init(_ json: JSONObject) throws {
    let span: SpanShape? = try json.optionalShape("span")
    self.init(
      id: Identifier(Int64(try json.number("id"))), tag: try json.text("tag"),
      meant: try json.text("meant"), meantVersion: try json.number("meantVersion"),
      locator: try json.text("locator"), reference: try json.text("reference"),
      passageVersion: try json.number("passageVersion"),
      isSuperseded: try json.flag("isSuperseded"),
      isSuspect: try json.optionalFlag("isSuspect") ?? false,
      span: span.map { $0.from..<max($0.from, $0.to) }, quote: try json.optionalText("quote"),
      tagger: try json.text("tagger"), appliedAt: try json.instant("appliedAt"),
      revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("id", id.value)
      json.field("tag", tag)
      json.field("meant", meant)
      json.field("meantVersion", meantVersion)
      json.field("locator", locator)
      json.field("reference", reference)
      json.field("passageVersion", passageVersion)
      json.field("isSuperseded", isSuperseded)
      json.field("isSuspect", isSuspect)
      json.field("span", span.map { SpanShape(from: $0.lowerBound, to: $0.upperBound) })
      json.field("quote", quote)
      json.field("tagger", tagger)
      json.field("appliedAt", appliedAt.description)
      json.field("revision", revision)
    }
  }
}

extension Memo: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      id: Identifier(Int64(try json.number("id"))), about: try json.optionalText("about"),
      text: try json.text("text"), writtenBy: try json.text("writtenBy"),
      writtenAt: try json.instant("writtenAt"), revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("id", id.value)
      json.field("about", about)
      json.field("text", text)
      json.field("writtenBy", writtenBy)
      json.field("writtenAt", writtenAt.description)
      json.field("revision", revision)
    }
  }
}
