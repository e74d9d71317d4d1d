public import Inquiries

extension Member: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(name: try json.text("name"), isChair: try json.flag("isChair"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("name", name)
      json.field("isChair", isChair)
    }
  }
}

extension Witness: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      name: try json.text("name"), capacity: try json.text("capacity"),
      organisation: try json.text("organisation"), group: try json.optionalText("group"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("name", name)
      json.field("capacity", capacity)
      json.field("organisation", organisation)
      json.field("group", group)
    }
  }
}

/// Witnesses who were heard together.
public struct PanelShape: JSONShape {
  public let witnesses: [Witness]

  public init(_ witnesses: [Witness]) {
    self.witnesses = witnesses
  }

  public init(_ json: JSONObject) throws {
    witnesses = try json.shapes("witnesses")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in json.field("witnesses", witnesses) }
  }
}

extension Source: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      reference: try json.text("reference"), kind: try json.word("kind"),
      state: try json.word("state"), stage: try json.word("stage"),
      sessionNumber: try json.optionalNumber("session"),
      hearing: try json.optionalWord("hearing"),
      heldOn: try json.optionalDay("heldOn"), agreedOn: try json.optionalDay("agreedOn"),
      publishedOn: try json.optionalDay("publishedOn"),
      questions: try json.optionalRange("questions"), unplacedCount: try json.number("unplaced"),
      submitter: try json.optionalText("submitter"),
      givenTitle: try json.optionalText("title"),
      revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in writeFields(to: &json) }
  }

  /// The fields alone, for a shape that has more of them.
  func writeFields(to json: inout JSONBytes) {
    json.field("reference", reference)
    json.field("kind", kind.rawValue)
    json.field("state", state.rawValue)
    json.field("stage", stage.rawValue)
    json.field("session", sessionNumber)
    json.field("hearing", hearing?.rawValue)
    json.field("heldOn", heldOn)
    json.field("agreedOn", agreedOn)
    json.field("publishedOn", publishedOn)
    json.field("questions", questions)
    json.field("unplaced", unplacedCount)
    json.field("submitter", submitter)
    json.field("title", givenTitle)
    json.field("revision", revision)
  }
}

extension Session: JSONShape {
  public init(_ json: JSONObject) throws {
    let panels: [PanelShape] = try json.shapes("panels")
    self.init(
      number: try json.number("number"), heldOn: try json.optionalDay("heldOn"),
      hearing: try json.word("hearing"), members: try json.shapes("members"),
      panels: panels.map(\.witnesses), sources: try json.shapes("sources"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("number", number)
      json.field("heldOn", heldOn)
      json.field("hearing", hearing.rawValue)
      json.field("members", members)
      json.field("panels", panels.map(PanelShape.init))
      json.field("sources", sources)
    }
  }
}

extension AnswerPlace: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(question: try json.text("question"), option: try json.text("option"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("question", question)
      json.field("option", option)
    }
  }
}

extension Passage: JSONShape {
  public init(_ json: JSONObject) throws {
    // The locator follows from the rest; it is written for people and programs.
    _ = try json.optionalText("locator")
    self.init(
      ordinal: try json.number("ordinal"), kind: try json.word("kind"),
      reference: try json.text("reference"),
      sessionNumber: try json.optionalNumber("session"),
      question: try json.optionalNumber("question"),
      offset: try json.optionalNumber("offset"), point: try json.optionalNumber("point"),
      outline: try json.optionalText("outline").flatMap { ParagraphNumber($0) },
      page: try json.optionalNumber("page"), answer: try json.optionalShape("answer"),
      panel: try json.optionalNumber("panel"), speaker: try json.optionalText("speaker"),
      version: try json.number("version"), stage: try json.word("stage"),
      text: try json.text("text"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("ordinal", ordinal)
      json.field("kind", kind.rawValue)
      json.field("locator", locator)
      json.field("reference", reference)
      json.field("session", sessionNumber)
      json.field("question", question)
      json.field("offset", offset)
      json.field("point", point)
      json.field("outline", outline?.description)
      json.field("page", page)
      json.field("answer", answer)
      json.field("panel", panel)
      json.field("speaker", speaker)
      json.field("version", version)
      json.field("stage", stage.rawValue)
      json.field("text", text)
    }
  }
}

extension UnplacedLine: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      line: try json.number("line"), text: try json.text("text"), reason: try json.text("reason"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("line", line)
      json.field("text", text)
      json.field("reason", reason)
    }
  }
}

extension ImportReport: JSONShape {
  public init(_ json: JSONObject) throws {
    let panels: [PanelShape] = try json.shapes("panels")
    self.init(
      reference: try json.text("reference"), sessionNumber: try json.number("session"),
      kind: try json.word("kind"), wasReceivedBefore: try json.flag("wasReceivedBefore"),
      heldOn: try json.optionalDay("heldOn"), hearing: try json.word("hearing"),
      stage: try json.word("stage"), title: try json.optionalText("title"),
      members: try json.shapes("members"), panels: panels.map(\.witnesses),
      peopleKnown: try json.number("peopleKnown"), peopleNew: try json.number("peopleNew"),
      questions: try json.optionalRange("questions"),
      questionCount: try json.number("questionCount"),
      passageCount: try json.number("passageCount"), unplaced: try json.shapes("unplaced"),
      remarks: try json.texts("remarks"), settled: try json.optionalShape("settled"))
    isDryRun = try json.flag("isDryRun")
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("reference", reference)
      json.field("session", sessionNumber)
      json.field("kind", kind.rawValue)
      json.field("wasReceivedBefore", wasReceivedBefore)
      json.field("heldOn", heldOn)
      json.field("hearing", hearing.rawValue)
      json.field("stage", stage.rawValue)
      json.field("title", title)
      json.field("members", members)
      json.field("panels", panels.map(PanelShape.init))
      json.field("peopleKnown", peopleKnown)
      json.field("peopleNew", peopleNew)
      json.field("questions", questions)
      json.field("questionCount", questionCount)
      json.field("passageCount", passageCount)
      json.field("unplaced", unplaced)
      json.field("remarks", texts: remarks)
      if let settled { json.field("settled", settled) }
      json.field("isDryRun", isDryRun)
    }
  }
}
