public import Inquiries

extension CampaignGroup: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      name: try json.optionalText("name"), letter: try json.text("letter"),
      letterWordCount: try json.number("letterWordCount"), members: try json.shapes("members"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("name", name)
      json.field("letter", letter)
      json.field("letterWordCount", letterWordCount)
      json.field("members", members)
    }
  }
}

extension CampaignMember: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      reference: try json.text("reference"), submitter: try json.text("submitter"),
      state: try json.word("state"), standing: try json.word("standing"),
      isSame: try json.flag("isSame"), sharedWordCount: try json.number("sharedWordCount"),
      ownWordCount: try json.number("ownWordCount"), own: try json.shapes("own"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("reference", reference)
      json.field("submitter", submitter)
      json.field("state", state.rawValue)
      json.field("standing", standing.rawValue)
      json.field("isSame", isSame)
      json.field("sharedWordCount", sharedWordCount)
      json.field("ownWordCount", ownWordCount)
      json.field("own", own)
    }
  }
}

extension CampaignMember.OwnWords: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(locator: try json.text("locator"), words: try json.optionalText("words"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("locator", locator)
      json.field("words", words)
    }
  }
}

/// What a clerk says of submissions that are like each other.
public struct CampaignRequest: JSONShape, Sendable {
  /// References and ranges of them, such as `CTI0001-0034`.
  public let references: [String]
  /// What to leave out, written in the same way.
  public let except: [String]
  /// Whether it is only shown what would be done.
  public let dryRun: Bool
  public let standing: CampaignStanding
  /// What the campaign is called, of `confirmed` alone.
  public let name: String?

  public init(
    references: [String], except: [String] = [], dryRun: Bool = false,
    standing: CampaignStanding, name: String?
  ) {
    self.references = references
    self.except = except
    self.dryRun = dryRun
    self.standing = standing
    self.name = name
  }

  public init(_ json: JSONObject) throws {
    self.init(
      references: try json.texts("references"), except: try json.optionalTexts("except") ?? [],
      dryRun: try json.optionalFlag("dryRun") ?? false, standing: try json.word("standing"),
      name: try json.optionalText("name"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("references", texts: references)
      if !except.isEmpty { json.field("except", texts: except) }
      if dryRun { json.field("dryRun", dryRun) }
      json.field("standing", standing.rawValue)
      json.field("name", name)
    }
  }
}
