public import Inquiries

extension ProposedChange: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      number: try json.number("number"), fileName: try json.text("fileName"),
      witness: try json.text("witness"), author: try json.text("author"),
      markedOn: try json.optionalDay("markedOn"), line: try json.number("line"),
      locator: try json.optionalText("locator"), speaker: try json.optionalText("speaker"),
      before: try json.text("before"), after: try json.text("after"),
      gone: try json.text("gone"), come: try json.text("come"),
      comment: try json.optionalText("comment"), commented: try json.optionalText("commented"),
      misplaced: try json.optionalText("misplaced"), decision: try json.word("decision"),
      reason: try json.optionalText("reason"),
      correction: try json.optionalNumber("correction").map { Int64($0) },
      decidedOn: try json.optionalDay("decidedOn"), staff: try json.optionalText("staff"),
      suspectLinks: try json.number("suspectLinks"), revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("number", number)
      json.field("fileName", fileName)
      json.field("witness", witness)
      json.field("author", author)
      json.field("markedOn", markedOn)
      json.field("line", line)
      json.field("locator", locator)
      json.field("speaker", speaker)
      json.field("before", before)
      json.field("after", after)
      json.field("gone", gone)
      json.field("come", come)
      json.field("comment", comment)
      json.field("commented", commented)
      json.field("misplaced", misplaced)
      json.field("decision", decision.rawValue)
      json.field("reason", reason)
      json.field("correction", correction.map { Int($0) })
      json.field("decidedOn", decidedOn)
      json.field("staff", staff)
      json.field("suspectLinks", suspectLinks)
      json.field("revision", revision)
    }
  }
}

extension ReturnedCopy: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      copy: try json.shape("copy"), fileName: try json.text("fileName"),
      wasReadBefore: try json.flag("wasReadBefore"), changes: try json.shapes("changes"),
      remarks: try json.texts("remarks"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("copy", copy)
      json.field("fileName", fileName)
      json.field("wasReadBefore", wasReadBefore)
      json.field("changes", changes)
      json.field("remarks", texts: remarks)
    }
  }
}

/// What is decided on tracked changes: one of four things.
public struct ChangesRequest: JSONShape, Sendable {
  /// Numbers and ranges, such as `1-4` and `7`.
  public let changes: [String]
  /// What to leave out of them, written in the same way.
  public let except: [String]
  /// misreport or fact: the words become those of the change.
  public let accept: Correction.Kind?
  /// Why they are refused.
  public let refuse: String?
  /// What stands beneath the answer; empty for the words that each puts in.
  public let footnote: String?
  /// Reference of the submission that adds to the answer.
  public let supplement: String?
  /// Whether what looks like personal data in the new words was looked at.
  public let personalDataSeen: Bool
  public let dryRun: Bool

  public init(
    changes: [String], except: [String], accept: Correction.Kind?, refuse: String?,
    footnote: String?, supplement: String?, personalDataSeen: Bool = false, dryRun: Bool
  ) {
    self.changes = changes
    self.except = except
    self.accept = accept
    self.refuse = refuse
    self.footnote = footnote
    self.supplement = supplement
    self.personalDataSeen = personalDataSeen
    self.dryRun = dryRun
  }

  public init(_ json: JSONObject) throws {
    self.init(
      changes: try json.texts("changes"), except: try json.optionalTexts("except") ?? [],
      accept: try json.optionalWord("accept"), refuse: try json.optionalText("refuse"),
      footnote: try json.optionalText("footnote"), supplement: try json.optionalText("supplement"),
      personalDataSeen: try json.optionalFlag("personalDataSeen") ?? false,
      dryRun: try json.optionalFlag("dryRun") ?? false)
    try json.exactlyOne(of: "accept", "refuse", "footnote", "supplement")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("changes", texts: changes)
      if !except.isEmpty { json.field("except", texts: except) }
      if let accept { json.field("accept", accept.rawValue) }
      if let refuse { json.field("refuse", refuse) }
      if let footnote { json.field("footnote", footnote) }
      if let supplement { json.field("supplement", supplement) }
      if personalDataSeen { json.field("personalDataSeen", personalDataSeen) }
      if dryRun { json.field("dryRun", dryRun) }
    }
  }
}
