import Inquiries
import Wire

/// The schemas of what the writers beside this file write; a test holds the
/// answers of a whole inquiry to them, field by field.
extension ShapeSchema {
  static func list(_ name: String, _ field: String, _ element: ShapeSchema) -> ShapeSchema {
    ShapeSchema(name, [.shapes(field, element)])
  }

  static var publicInquiries: ShapeSchema {
    list("PublicInquiries", "inquiries", publicInquiry)
  }

  static var publicInquiry: ShapeSchema {
    let body = ShapeSchema(
      "PublicBody", [.text("name"), .word("kind", BodyKind.self), .text("rubric").orNull])
    let totals = ShapeSchema(
      "PublicTotals",
      [
        .number("publicSessions"), .number("privateSessions"), .number("witnesses"),
        .number("submissions"), .number("questions"), .number("findings"),
        .number("recommendations"),
      ])
    return ShapeSchema(
      "PublicInquiry",
      [
        .text("slug"), .text("title"), .shape("body", body), .text("summary"),
        .text("termsOfReference"), .day("launchedOn").orNull, .day("reportedOn").orNull,
        .day("lapsedOn").orNull,
        .text("predecessor").orNull, .flag("isIllustrative"), .text("banner").orNull,
        .shape("totals", totals), .text("url"),
      ])
  }

  static var publicSessions: ShapeSchema {
    list("PublicSessions", "sessions", publicSession(withPassages: false))
  }

  /// - Parameter withPassages: Whether the words of the records are told.
  static func publicSession(withPassages: Bool) -> ShapeSchema {
    let end = withPassages ? "WithPassages" : ""
    let record = ShapeSchema(
      "PublicRecord\(end)",
      [
        .text("reference"), .word("kind", SourceKind.self), .text("title"), .flag("isVerbatim"),
        .word("stage", Stage.self), .day("agreedOn").orNull, .day("publishedOn").orNull,
        .shape("questions", .range).orNull,
      ] + (withPassages ? [.shapes("passages", publicPassage)] : []))
    return ShapeSchema(
      "PublicSession\(end)",
      [
        .number("number"), .day("heldOn").orNull, .word("hearing", Hearing.self),
        .shapes("members", Member.schema), .shapes("panels", PanelShape.schema),
        .shapes("records", record), .text("url").orNull,
      ])
  }

  static var publicPassage: ShapeSchema {
    ShapeSchema(
      "PublicPassage",
      [
        .text("source"), .number("session").orNull, .number("ordinal"),
        .word("kind", PassageKind.self), .text("locator").orNull, .number("question").orNull,
        .number("offset").orNull, .number("point").orNull, .text("outline").orNull,
        .number("page").orNull,
        .shape("answer", AnswerPlace.schema).orNull, .number("panel").orNull,
        .text("speaker").orNull, .flag("isVerbatim"), .number("version"),
        .word("stage", Stage.self), .text("text"), .shapes("citedBy", publicCiting),
        .shapes(
          "corrections",
          ShapeSchema(
            "PublicCorrection",
            [
              .init("kind", .word(["misreport", "fact"])), .day("on"), .number("version"),
              .flag("isRemoval"), .text("reason").orNull, .text("earlier").orNull,
            ])),
        .shapes("footnotes", ShapeSchema("PublicFootnote", [.text("text"), .day("on")])),
        .shapes(
          "supplements",
          ShapeSchema("PublicSupplement", [.text("reference"), .day("on"), .text("url")])),
        .text("url"),
      ])
  }

  static var publicVersion: ShapeSchema {
    ShapeSchema(
      "PublicVersion",
      [
        .flag("isCurrent"), .number("standing"), .day("supersededOn").orNull,
        .init("correction", .word(["misreport", "fact"])).orNull,
        .shape("passage", publicPassage), .text("url"),
      ])
  }

  static var publicCiting: ShapeSchema {
    ShapeSchema(
      "PublicCiting",
      [
        .init("kind", .word(["recommendation", "finding", "paragraph"])), .number("number"),
        .shapes("earlierWords", publicEarlierWords), .text("url"),
      ])
  }

  private static var publicEarlierWords: ShapeSchema {
    ShapeSchema(
      "PublicEarlierWords", [.text("locator"), .number("version"), .text("url")])
  }

  static var publicPassages: ShapeSchema {
    ShapeSchema("PublicPassages", [.shapes("passages", publicPassage), .text("next").orNull])
  }

  static var publicQuestion: ShapeSchema {
    ShapeSchema(
      "PublicQuestion",
      [
        .number("number"), .number("previous").orNull, .number("next").orNull,
        .shapes("passages", publicPassage), .shapes("citedBy", publicCiting), .text("url"),
      ])
  }

  static var publicFindings: ShapeSchema {
    list("PublicFindings", "findings", conclusion("PublicFinding", []))
  }

  static var publicRecommendations: ShapeSchema {
    list("PublicRecommendations", "recommendations", publicRecommendation)
  }

  static var publicRecommendation: ShapeSchema {
    conclusion(
      "PublicRecommendation",
      [
        .texts("addressees"), .number("finding").orNull, .shapes("limbs", .reportLimb),
        .shapes("lineage", .reportLineage),
      ])
  }

  private static func conclusion(_ name: String, _ own: [Field]) -> ShapeSchema {
    let evidence = ShapeSchema(
      "PublicEvidence",
      [
        .word("stance", Stance.self), .number("limb").orNull, .text("citation"), .text("source"),
        .text("locator").orNull,
        .text("speaker").orNull, .text("quote").orNull, .flag("isVerbatim"),
        .texts("footnotes"), .number("version"), .flag("isSuperseded"),
        .word("stage", Stage.self), .text("url"),
      ])
    return ShapeSchema(
      name,
      [.number("number"), .text("key"), .text("markdown"), .text("html"), .number("paragraph")]
        + own + [.shapes("evidence", evidence), .text("url")])
  }
}
