import Inquiries

/// The schemas of what ReportDocument+Shape writes; there is no reader to
/// record them from.
extension ShapeSchema {
  public static var reportDocument: ShapeSchema {
    ShapeSchema(
      "ReportDocument",
      [
        .text("title"), .text("body"), .word("bodyKind", BodyKind.self), .text("rubric").orNull,
        .text("inquiry"), .text("inquiryTitle"), .text("banner").orNull, .number("draftVersion"),
        .day("publishedOn").orNull, .shapes("blocks", block), .text("notesHTML").orNull,
        .shapes("conclusions", conclusion), .shapes("witnesses", session),
        .shapes("sources", source),
      ])
  }

  private static var block: ShapeSchema {
    ShapeSchema(
      "ReportBlock",
      [
        .number("ordinal"), .word("kind", ReportBlock.Kind.self), .number("level").orNull,
        .text("key").orNull, .number("paragraph").orNull, .number("number").orNull,
        .text("markdown"), .text("html"), .shapes("citations", citation),
      ])
  }

  private static var citation: ShapeSchema {
    let range = ShapeSchema("ReportBytes", [.number("from"), .number("to")])
    return ShapeSchema(
      "ReportCitation",
      [
        .number("ordinal"), .shape("range", range), .text("text"), .shapes("items", cited),
      ])
  }

  private static var cited: ShapeSchema {
    ShapeSchema(
      "ReportCitationItem",
      [
        .text("separator"), .text("prefix"), .text("locator").orNull, .text("printed"),
        .text("href").orNull,
        .shapes(
          "passages",
          ShapeSchema(
            "PinnedPassage",
            [.text("reference"), .text("address"), .number("version"), .texts("footnotes")])),
        .text("problem").orNull,
      ])
  }

  private static var conclusion: ShapeSchema {
    ShapeSchema(
      "ReportConclusion",
      [
        .word("kind", ReportBlock.Kind.self), .number("number"), .text("key"),
        .number("paragraph"), .number("block"), .number("chapter").orNull, .texts("addressees"),
        .number("finding").orNull,
        .shapes(
          "evidence",
          ShapeSchema(
            "ReportEvidence",
            [
              .word("stance", Stance.self), .text("printed"), .text("href").orNull,
              .text("quote").orNull, .flag("isVerbatim"), .texts("footnotes"),
              .number("limb").orNull,
            ])),
        .shapes("limbs", .reportLimb), .shapes("lineage", .reportLineage),
      ])
  }

  private static var session: ShapeSchema {
    ShapeSchema(
      "ReportSession",
      [
        .number("number"), .day("heldOn").orNull, .word("hearing", Hearing.self),
        .shape("questions", .range).orNull,
        .shapes(
          "panels",
          ShapeSchema(
            "ReportPanel",
            [.shapes("witnesses", Witness.schema), .shape("questions", .range).orNull])),
      ])
  }

  private static var source: ShapeSchema {
    ShapeSchema(
      "ReportSource",
      [.text("reference"), .text("title"), .day("publishedOn").orNull, .text("href").orNull])
  }

  /// A range of numbers as its two ends.
  public static var range: ShapeSchema {
    RangeShape.schema
  }
}
