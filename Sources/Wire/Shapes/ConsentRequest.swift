public import Inquiries

/// Consent to contributions to one source, or to each of several.
public struct ConsentRequest: JSONShape, Sendable {
  public let references: [String]
  /// What to leave out, written in the same way.
  public let except: [String]
  /// One witness by printed name; all of a source when absent.
  public let witness: String?
  public let consent: Consent
  public let givenBy: String?
  public let on: Day
  /// What is agreed to; when absent everything where consent is given, else nothing.
  public let uses: Set<ConsentUse>
  /// Which form of words was agreed to.
  public let wording: String?
  /// The day on which it should be asked for again.
  public let reviewOn: Day?
  /// Whether it is only shown what would be done.
  public let dryRun: Bool

  /// - Parameter uses: What was said to be agreed to; `nil` where nobody said.
  public init(
    references: [String], except: [String] = [], witness: String?, consent: Consent,
    givenBy: String?, on: Day,
    uses: Set<ConsentUse>? = nil, wording: String? = nil, reviewOn: Day? = nil,
    dryRun: Bool = false
  ) {
    self.references = references
    self.except = except
    self.witness = witness
    self.consent = consent
    self.givenBy = givenBy
    self.on = on
    self.uses = uses ?? consent.unsaidUses
    self.wording = wording
    self.reviewOn = reviewOn
    self.dryRun = dryRun
  }

  public init(_ json: JSONObject) throws {
    // `reference` is how one source was named before there were lists.
    let one = try json.optionalText("reference")
    let several = try json.optionalTexts("references")
    try json.exactlyOne(of: "references", "reference")
    let uses: [ConsentUse]? = try json.optionalWords("uses")
    self.init(
      references: several ?? one.map { [$0] } ?? [],
      except: try json.optionalTexts("except") ?? [], witness: try json.optionalText("witness"),
      consent: try json.word("consent"), givenBy: try json.optionalText("givenBy"),
      on: try json.day("on"), uses: uses.map { Set($0) },
      wording: try json.optionalText("wording"), reviewOn: try json.optionalDay("reviewOn"),
      dryRun: try json.optionalFlag("dryRun") ?? false)
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("references", texts: references)
      if !except.isEmpty { json.field("except", texts: except) }
      json.field("witness", witness)
      json.field("consent", consent.rawValue)
      json.field("givenBy", givenBy)
      json.field("on", on)
      json.field("uses", texts: uses.words)
      json.field("wording", wording)
      json.field("reviewOn", reviewOn)
      if dryRun { json.field("dryRun", dryRun) }
    }
  }
}

extension Set<ConsentUse> {
  /// The uses as the API spells them, always in one order.
  var words: [String] {
    ConsentUse.allCases.filter(contains).map(\.rawValue)
  }
}

/// The day on which consent was said in truth.
public struct ConsentDayRequest: JSONShape, Sendable {
  public let reference: String
  /// One witness by printed name; all of the source when absent.
  public let witness: String?
  public let on: Day
  /// Why the day on record is wrong.
  public let reason: String

  public init(reference: String, witness: String?, on: Day, reason: String) {
    self.reference = reference
    self.witness = witness
    self.on = on
    self.reason = reason
  }

  public init(_ json: JSONObject) throws {
    self.init(
      reference: try json.text("reference"), witness: try json.optionalText("witness"),
      on: try json.day("on"), reason: try json.text("reason"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("reference", reference)
      json.field("witness", witness)
      json.field("on", on)
      json.field("reason", reason)
    }
  }
}

/// What became of a ``ConsentRequest``.
public struct ConsentAnswer: JSONShape, Sendable {
  /// For which it was recorded, as they stand now.
  public let contributions: [Contribution]
  /// Sources that are public beyond what was agreed to, by reference.
  public let publicBeyond: [String]

  public init(contributions: [Contribution], publicBeyond: [String]) {
    self.contributions = contributions
    self.publicBeyond = publicBeyond
  }

  public init(_ json: JSONObject) throws {
    self.init(
      contributions: try json.shapes("contributions"),
      publicBeyond: try json.texts("publicBeyond"))
  }

  public func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("contributions", contributions)
      json.field("publicBeyond", texts: publicBeyond)
    }
  }
}
