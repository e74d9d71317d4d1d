import Inquiries
import Wire

/// The schemas of written evidence, calls for it, and the listing over all
/// evidence, as the writers beside this file write them.
extension ShapeSchema {
  private static var submissionFields: [Field] {
    [
      .text("reference"), .text("title"), .text("submitter"), .flag("isAnonymous"),
      .word("submitterKind", WrittenSubmission.SubmitterKind.self),
      .word("sequence", WrittenSubmission.SequenceKind.self), .text("supplements").orNull,
      .text("call").orNull, .day("datedOn").orNull, .day("receivedOn"),
      .day("publishedOn").orNull, .flag("isRedacted"), .text("url"),
    ]
  }

  private static var publicSubmissionListed: ShapeSchema {
    ShapeSchema("PublicSubmission", submissionFields)
  }

  static var publicSubmissions: ShapeSchema {
    list("PublicSubmissions", "submissions", publicSubmissionListed)
  }

  static var publicSubmission: ShapeSchema {
    ShapeSchema(
      "PublicSubmissionWithPassages",
      submissionFields + [
        .texts("supplementedBy"), .shapes("passages", publicPassage),
        .shapes("citedBy", publicCiting),
      ])
  }

  static var publicParagraph: ShapeSchema {
    ShapeSchema(
      "PublicParagraph",
      [
        .text("source"), .number("number"), .number("previous").orNull, .number("next").orNull,
        .shapes("passages", publicPassage), .shapes("citedBy", publicCiting), .text("url"),
      ])
  }

  private static var callFields: [Field] {
    let period = ShapeSchema("PublicCallPeriod", [.day("opensOn"), .day("closesOn").orNull])
    return [
      .text("slug"), .text("title"), .text("text"), .day("publishedOn").orNull,
      .shapes("periods", period), .flag("isOpen"), .day("asOf"), .text("url"),
    ]
  }

  static var publicCalls: ShapeSchema {
    list("PublicCalls", "calls", ShapeSchema("PublicCall", callFields))
  }

  static var publicCall: ShapeSchema {
    ShapeSchema(
      "PublicCallWithSubmissions",
      callFields + [.shapes("submissions", publicSubmissionListed)])
  }

  static var publicEvidenceListing: ShapeSchema {
    let evidence = ShapeSchema(
      "PublicSource",
      [
        .text("reference"), .word("kind", SourceKind.self), .text("title"), .day("givenOn"),
        .day("publishedOn").orNull, .number("session").orNull, .shape("questions", .range).orNull,
        .word("stage", Stage.self), .flag("isVerbatim"), .text("submitter").orNull,
        .text("call").orNull, .texts("witnesses"), .text("url"),
      ])
    return ShapeSchema(
      "PublicEvidenceListing",
      [
        .number("count"), .shapes("evidence", evidence), .text("next").orNull, .text("url"),
      ])
  }
}
