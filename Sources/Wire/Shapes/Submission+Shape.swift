public import Inquiries

extension WrittenSubmission: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      reference: try json.text("reference"), state: try json.word("state"),
      submitter: try json.text("submitter"), submitterKind: try json.word("submitterKind"),
      sequenceKind: try json.word("sequenceKind"),
      supplements: try json.optionalText("supplements"), call: try json.optionalText("call"),
      receivedOn: try json.day("receivedOn"), datedOn: try json.optionalDay("datedOn"),
      late: try json.word("late"), outcome: try json.word("outcome"),
      publishedOn: try json.optionalDay("publishedOn"), isRedacted: try json.flag("isRedacted"),
      confidentialityAsked: try json.optionalText("confidentialityAsked"),
      campaign: try json.optionalText("campaign"),
      revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("reference", reference)
      json.field("state", state.rawValue)
      json.field("submitter", submitter)
      json.field("submitterKind", submitterKind.rawValue)
      json.field("sequenceKind", sequenceKind.rawValue)
      json.field("supplements", supplements)
      json.field("call", call)
      json.field("receivedOn", receivedOn)
      json.field("datedOn", datedOn)
      json.field("late", late.rawValue)
      json.field("outcome", outcome.rawValue)
      json.field("publishedOn", publishedOn)
      json.field("isRedacted", isRedacted)
      json.field("confidentialityAsked", confidentialityAsked)
      json.field("campaign", campaign)
      json.field("revision", revision)
    }
  }
}

extension DecisionTaken: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      act: try json.text("act"), on: try json.day("on"), by: try json.text("by"),
      reason: try json.optionalText("reason"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("act", act)
      json.field("on", on)
      json.field("by", by)
      json.field("reason", reason)
    }
  }
}

extension Omission: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(locator: try json.text("locator"), decision: try json.shape("decision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("locator", locator)
      json.field("decision", decision)
    }
  }
}

extension SubmissionDetail: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      submission: try json.shape("submission"), contributions: try json.shapes("contributions"),
      paragraphCount: try json.number("paragraphCount"), omissions: try json.shapes("omissions"),
      decisions: try json.shapes("decisions"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("submission", submission)
      json.field("contributions", contributions)
      json.field("paragraphCount", paragraphCount)
      json.field("omissions", omissions)
      json.field("decisions", decisions)
    }
  }
}

extension SubmissionReport: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      reference: try json.text("reference"),
      wasReceivedBefore: try json.flag("wasReceivedBefore"),
      submitters: try json.shapes("submitters"), submitterKind: try json.word("submitterKind"),
      sequenceKind: try json.word("sequenceKind"),
      supplements: try json.optionalText("supplements"), call: try json.optionalText("call"),
      receivedOn: try json.day("receivedOn"), datedOn: try json.optionalDay("datedOn"),
      late: try json.word("late"), paragraphCount: try json.number("paragraphCount"),
      areNumbersPrinted: try json.flag("areNumbersPrinted"),
      duplicates: try json.texts("duplicates"), unplaced: try json.shapes("unplaced"),
      remarks: try json.texts("remarks"))
    isDryRun = try json.flag("isDryRun")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("reference", reference)
      json.field("wasReceivedBefore", wasReceivedBefore)
      json.field("submitters", submitters)
      json.field("submitterKind", submitterKind.rawValue)
      json.field("sequenceKind", sequenceKind.rawValue)
      json.field("supplements", supplements)
      json.field("call", call)
      json.field("receivedOn", receivedOn)
      json.field("datedOn", datedOn)
      json.field("late", late.rawValue)
      json.field("paragraphCount", paragraphCount)
      json.field("areNumbersPrinted", areNumbersPrinted)
      json.field("duplicates", texts: duplicates)
      json.field("unplaced", unplaced)
      json.field("remarks", texts: remarks)
      json.field("isDryRun", isDryRun)
    }
  }
}
