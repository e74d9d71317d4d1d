public import Inquiries

/// A table of a survey as people read it: counts beside percentages, each column
/// with its base; what is held back is null.
public struct SurveyTableShape: JSONShape, Sendable {
  public struct Row: JSONShape, Sendable {
    public let code: String
    public let label: String
    /// `answer`, or which way of not answering it is.
    public let meaning: String
    public let isInBase: Bool

    public init(code: String, label: String, meaning: String, isInBase: Bool) {
      self.code = code
      self.label = label
      self.meaning = meaning
      self.isInBase = isInBase
    }

    public init(_ json: JSONObject) throws {
      self.init(
        code: try json.text("code"), label: try json.text("label"),
        meaning: try json.text("meaning"), isInBase: try json.flag("isInBase"))
    }

    public func write(to json: inout JSONBytes) {
      json.object { json in
        json.field("code", code)
        json.field("label", label)
        json.field("meaning", meaning)
        json.field("isInBase", isInBase)
      }
    }
  }

  /// One figure; weighted ones are null without weights.
  public struct Cell: JSONShape, Sendable {
    public let count: Int?
    public let percent: String?
    public let weightedCount: String?
    public let weightedPercent: String?

    public init(
      count: Int?, percent: String?, weightedCount: String?, weightedPercent: String?
    ) {
      self.count = count
      self.percent = percent
      self.weightedCount = weightedCount
      self.weightedPercent = weightedPercent
    }

    public init(_ json: JSONObject) throws {
      self.init(
        count: try json.optionalNumber("count"), percent: try json.optionalText("percent"),
        weightedCount: try json.optionalText("weightedCount"),
        weightedPercent: try json.optionalText("weightedPercent"))
    }

    public func write(to json: inout JSONBytes) {
      json.object { json in
        json.field("count", count)
        json.field("percent", percent)
        json.field("weightedCount", weightedCount)
        json.field("weightedPercent", weightedPercent)
      }
    }
  }

  public struct Column: JSONShape, Sendable {
    /// The answer that makes the group; null for everybody.
    public let group: String?
    public let label: String
    public let base: Int?
    public let weightedBase: String?
    /// Who left the question out; null for the public.
    public let skipped: Int?
    public let cells: [Cell]

    public init(
      group: String?, label: String, base: Int?, weightedBase: String?, skipped: Int?,
      cells: [Cell]
    ) {
      self.group = group
      self.label = label
      self.base = base
      self.weightedBase = weightedBase
      self.skipped = skipped
      self.cells = cells
    }

    public init(_ json: JSONObject) throws {
      self.init(
        group: try json.optionalText("group"), label: try json.text("label"),
        base: try json.optionalNumber("base"), weightedBase: try json.optionalText("weightedBase"),
        skipped: try json.optionalNumber("skipped"), cells: try json.shapes("cells"))
    }

    public func write(to json: inout JSONBytes) {
      json.object { json in
        json.field("group", group)
        json.field("label", label)
        json.field("base", base)
        json.field("weightedBase", weightedBase)
        json.field("skipped", skipped)
        json.field("cells", cells)
      }
    }
  }

  public let question: String
  public let wording: String
  public let by: String?
  public let rows: [Row]
  public let columns: [Column]

  public init(question: String, wording: String, by: String?, rows: [Row], columns: [Column]) {
    self.question = question
    self.wording = wording
    self.by = by
    self.rows = rows
    self.columns = columns
  }

  public init(_ json: JSONObject) throws {
    self.init(
      question: try json.text("question"), wording: try json.text("wording"),
      by: try json.optionalText("by"), rows: try json.shapes("rows"),
      columns: try json.shapes("columns"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("question", question)
      json.field("wording", wording)
      json.field("by", by)
      json.field("rows", rows)
      json.field("columns", columns)
    }
  }
}

/// A survey with what was asked.
public struct SurveyDetail: JSONShape, Sendable {
  public struct Question: JSONShape, Sendable {
    public let code: String
    public let kind: String
    public let wording: String
    public let askedOf: String?
    public let options: [Option]

    public init(
      code: String, kind: String, wording: String, askedOf: String?, options: [Option]
    ) {
      self.code = code
      self.kind = kind
      self.wording = wording
      self.askedOf = askedOf
      self.options = options
    }

    public init(_ json: JSONObject) throws {
      self.init(
        code: try json.text("code"), kind: try json.text("kind"),
        wording: try json.text("wording"), askedOf: try json.optionalText("askedOf"),
        options: try json.shapes("options"))
    }

    public func write(to json: inout JSONBytes) {
      json.object { json in
        json.field("code", code)
        json.field("kind", kind)
        json.field("wording", wording)
        json.field("askedOf", askedOf)
        json.field("options", options)
      }
    }
  }

  public struct Option: JSONShape, Sendable {
    public let code: String
    public let label: String
    public let meaning: String
    /// The figure as published elsewhere, with its base or that there is none.
    public let stated: String?

    public init(code: String, label: String, meaning: String, stated: String?) {
      self.code = code
      self.label = label
      self.meaning = meaning
      self.stated = stated
    }

    public init(_ json: JSONObject) throws {
      self.init(
        code: try json.text("code"), label: try json.text("label"),
        meaning: try json.text("meaning"), stated: try json.optionalText("stated"))
    }

    public func write(to json: inout JSONBytes) {
      json.object { json in
        json.field("code", code)
        json.field("label", label)
        json.field("meaning", meaning)
        json.field("stated", stated)
      }
    }
  }

  public let survey: Survey
  public let questions: [Question]

  public init(survey: Survey, questions: [Question]) {
    self.survey = survey
    self.questions = questions
  }

  public init(_ json: JSONObject) throws {
    self.init(survey: try json.shape("survey"), questions: try json.shapes("questions"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("survey", survey)
      json.field("questions", questions)
    }
  }
}
