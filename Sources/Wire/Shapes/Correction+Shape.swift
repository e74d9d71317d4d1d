public import Inquiries

extension CorrectionEntry: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      locator: try json.text("locator"),
      correction: Correction(
        id: Int64(try json.number("id")), kind: try json.word("kind"), on: try json.day("on"),
        version: try json.optionalNumber("version"), isRemoval: try json.flag("isRemoval"),
        reason: try json.optionalText("reason"), footnote: try json.optionalText("footnote"),
        supplement: try json.optionalText("supplement")),
      before: try json.optionalText("before"), after: try json.optionalText("after"),
      fileName: try json.optionalText("fileName"), staff: try json.optionalText("staff"),
      removedOn: try json.optionalDay("removedOn"), revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("id", Int(correction.id))
      json.field("locator", locator)
      json.field("kind", correction.kind.rawValue)
      json.field("on", correction.on)
      json.field("version", correction.version)
      json.field("isRemoval", correction.isRemoval)
      json.field("reason", correction.reason)
      json.field("footnote", correction.footnote)
      json.field("supplement", correction.supplement)
      json.field("before", before)
      json.field("after", after)
      json.field("fileName", fileName)
      json.field("staff", staff)
      json.field("removedOn", removedOn)
      json.field("revision", revision)
    }
  }
}

extension RecordDifference.Changed: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      locator: try json.text("locator"), speaker: try json.optionalText("speaker"),
      version: try json.number("version"), before: try json.text("before"),
      after: try json.text("after"), carried: try json.number("carried"),
      suspect: try json.number("suspect"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("locator", locator)
      json.field("speaker", speaker)
      json.field("version", version)
      json.field("before", before)
      json.field("after", after)
      json.field("carried", carried)
      json.field("suspect", suspect)
    }
  }
}

extension RecordDifference.Misfit: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      kind: try json.word("kind"), locator: try json.optionalText("locator"),
      line: try json.optionalNumber("line"), sentence: try json.text("sentence"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("kind", kind.rawValue)
      json.field("locator", locator)
      json.field("line", line)
      json.field("sentence", sentence)
    }
  }
}

extension LeftByCorrection.Differing: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      locator: try json.text("locator"), speaker: try json.optionalText("speaker"),
      inRecord: try json.text("inRecord"), inFile: try json.text("inFile"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("locator", locator)
      json.field("speaker", speaker)
      json.field("inRecord", inRecord)
      json.field("inFile", inFile)
    }
  }
}

extension LeftByCorrection: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      reference: try json.text("reference"), fileName: try json.text("fileName"),
      stage: try json.word("stage"), misfits: try json.shapes("misfits"),
      differing: try json.shapes("differing"), footnotes: try json.texts("footnotes"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("reference", reference)
      json.field("fileName", fileName)
      json.field("stage", stage.rawValue)
      json.field("misfits", misfits)
      json.field("differing", differing)
      json.field("footnotes", texts: footnotes)
    }
  }
}

extension RecordDifference: JSONShape {
  public init(_ json: JSONObject) throws {
    self.init(
      reference: try json.text("reference"), fileName: try json.text("fileName"),
      wasReceivedBefore: try json.flag("wasReceivedBefore"), kind: try json.word("kind"),
      stage: try json.word("stage"), unchanged: try json.number("unchanged"),
      changed: try json.shapes("changed"), footnotes: try json.number("footnotes"),
      misfits: try json.shapes("misfits"), differing: try json.shapes("differing"),
      unplaced: try json.shapes("unplaced"), remarks: try json.texts("remarks"),
      revision: try json.number("revision"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("reference", reference)
      json.field("fileName", fileName)
      json.field("wasReceivedBefore", wasReceivedBefore)
      json.field("kind", kind.rawValue)
      json.field("stage", stage.rawValue)
      json.field("unchanged", unchanged)
      json.field("changed", changed)
      json.field("footnotes", footnotes)
      json.field("misfits", misfits)
      json.field("differing", differing)
      json.field("unplaced", unplaced)
      json.field("remarks", texts: remarks)
      json.field("revision", revision)
    }
  }
}
