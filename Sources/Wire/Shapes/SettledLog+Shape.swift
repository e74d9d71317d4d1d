public import Inquiries

extension SettledLog.LinkLeft: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      link: Identifier(Int64(try json.number("link"))), end: try json.text("end"),
      line: try json.text("line"), quote: try json.optionalText("quote"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("link", link.value)
      json.field("end", end)
      json.field("line", line)
      json.field("quote", quote)
    }
  }
}

extension SettledLog.PrivateStretch: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      firstLine: try json.text("firstLine"), lineCount: try json.number("lines"),
      firstTurn: try json.optionalText("firstTurn"), lastTurn: try json.optionalText("lastTurn"),
      turnCount: try json.number("turns"), isSure: try json.flag("isSure"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("firstLine", firstLine)
      json.field("lines", lineCount)
      json.field("firstTurn", firstTurn)
      json.field("lastTurn", lastTurn)
      json.field("turns", turnCount)
      json.field("isSure", isSure)
    }
  }
}

extension SettledLog: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      matchedCount: try json.number("matched"), lineCount: try json.number("lines"),
      unmatched: try json.shapes("unmatched"), linksMoved: try json.number("linksMoved"),
      linksLeft: try json.shapes("linksLeft"), promised: try json.shapes("promised"),
      privateStretches: try json.shapes("privateStretches"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("matched", matchedCount)
      json.field("lines", lineCount)
      json.field("unmatched", unmatched)
      json.field("linksMoved", linksMoved)
      json.field("linksLeft", linksLeft)
      json.field("promised", promised)
      json.field("privateStretches", privateStretches)
    }
  }
}

/// Which passages of a record were heard in private, and which were not.
public struct PrivacyRequest: JSONShape, Sendable {
  /// Locators; with neither, a clerk has looked and all is as it should be.
  public let hidden: [String]
  public let shown: [String]

  public init(hidden: [String], shown: [String]) {
    self.hidden = hidden
    self.shown = shown
  }

  public init(_ json: JSONObject) throws {
    hidden = try json.optionalTexts("private") ?? []
    shown = try json.optionalTexts("public") ?? []
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("private", texts: hidden)
      json.field("public", texts: shown)
    }
  }
}
