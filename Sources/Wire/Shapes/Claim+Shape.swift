public import Inquiries

extension Claim: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      number: try json.number("number"), key: try json.text("key"),
      paragraph: try json.optionalNumber("paragraph"), line: try json.optionalNumber("line"),
      words: try json.text("words"), sentence: try json.text("sentence"),
      isNumber: try json.flag("isNumber"), holds: try json.text("holds"),
      binding: try json.word("binding"), boundTo: try json.optionalText("boundTo"),
      figure: try json.optionalText("figure"), base: try json.optionalNumber("base"),
      boundBy: try json.optionalText("boundBy"), verdict: try json.word("verdict"),
      reason: try json.text("reason"), revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("number", number)
      json.field("key", key)
      json.field("paragraph", paragraph)
      json.field("line", line)
      json.field("words", words)
      json.field("sentence", sentence)
      json.field("isNumber", isNumber)
      json.field("holds", holds)
      json.field("binding", binding.rawValue)
      json.field("boundTo", boundTo)
      json.field("figure", figure)
      json.field("base", base)
      json.field("boundBy", boundBy)
      json.field("verdict", verdict.rawValue)
      json.field("reason", reason)
      json.field("revision", revision)
    }
  }
}

extension ClaimPhrases.Row: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      words: try json.text("words"), holds: try json.text("holds"),
      isTrue: try json.optionalText("true"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("words", words)
      json.field("holds", holds)
      json.field("true", isTrue)
    }
  }
}

/// What a claim is to be bound to.
public struct ClaimRequest: JSONShape, Sendable {
  /// The one passage, as in a citation.
  public let locator: String
  /// The figure there in words, where no survey holds it.
  public let figure: String?
  /// How many it is of, where the source does not say.
  public let base: Int?

  public init(locator: String, figure: String?, base: Int?) {
    self.locator = locator
    self.figure = figure
    self.base = base
  }

  public init(_ json: JSONObject) throws {
    self.init(
      locator: try json.text("locator"), figure: try json.optionalText("figure"),
      base: try json.optionalNumber("base"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("locator", locator)
      json.field("figure", figure)
      json.field("base", base)
    }
  }
}
