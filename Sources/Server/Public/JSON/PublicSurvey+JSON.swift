import Inquiries
import Records
import Surveys
import Wire

extension PublicJSON {
  /// What is said of a survey, within an object.
  func fields(of survey: Survey, in slug: String, to json: inout JSONBytes) {
    json.field("reference", survey.reference)
    json.field("title", survey.title)
    json.field("facts", survey.facts)
    json.field("responseCount", survey.responseCount)
    json.field("isWeighted", survey.isWeighted)
    json.field("questionCount", survey.questionCount)
    json.field("publishedOn", survey.publishedOn)
    link(Address.written(slug, survey.reference), to: &json)
  }

  /// A survey with its tables, as they may be shown.
  func write(_ published: PublishedSurvey, in slug: String, to json: inout JSONBytes) {
    json.object { json in
      fields(of: published.survey, in: slug, to: &json)
      json.field("countsDontKnow", published.countsDontKnow)
      json.field("smallestCount", published.rule.smallestCount)
      json.field("smallestBase", published.rule.smallestBase)
      json.name("questions")
      json.array { json in
        for asked in published.questions { write(asked, published.rule, to: &json) }
      }
    }
  }

  private func write(
    _ asked: PublishedSurvey.Question, _ rule: DisclosureRule, to json: inout JSONBytes
  ) {
    json.object { json in
      json.field("code", asked.question.code)
      json.field("kind", asked.question.kind.rawValue)
      json.field("wording", asked.question.wording)
      json.field("askedOf", asked.question.askedOf)
      json.field("tables", asked.tables.map { SurveyTableShape($0, rule: rule) })
      json.name("stated")
      json.array { json in
        for (option, stated) in zip(asked.question.options, asked.stated ?? []) {
          json.object { json in
            json.field("code", option.code)
            json.field("label", option.label)
            json.field("figure", stated.words)
            json.field("base", stated.base.isEmpty ? nil : stated.base)
          }
        }
      }
      json.name("inWords")
      json.array { json in
        for answer in asked.inWords {
          json.object { json in
            json.field("number", answer.place.option)
            json.field("text", answer.text)
          }
        }
      }
      json.name("takenDown")
      json.array { json in
        for answer in asked.gone {
          json.object { json in
            json.field("number", answer.place.option)
            json.field("reason", answer.tombstone.reason)
            json.field("removedOn", answer.tombstone.removedOn)
          }
        }
      }
    }
  }
}

extension ShapeSchema {
  private static var surveyFields: [Field] {
    [
      .text("reference"), .text("title"), .shape("facts", SurveyFacts.schema),
      .number("responseCount").orNull, .flag("isWeighted"), .number("questionCount"),
      .day("publishedOn").orNull, .text("url"),
    ]
  }

  static var publicSurveys: ShapeSchema {
    list("PublicSurveys", "surveys", ShapeSchema("PublicSurvey", surveyFields))
  }

  static var publicSurvey: ShapeSchema {
    let stated = ShapeSchema(
      "PublicStatedFigure",
      [.text("code"), .text("label"), .text("figure"), .text("base").orNull])
    let question = ShapeSchema(
      "PublicSurveyQuestion",
      [
        .text("code"), .word("kind", SurveyQuestion.Kind.self), .text("wording"),
        .text("askedOf").orNull, .shapes("tables", SurveyTableShape.schema),
        .shapes("stated", stated),
        .shapes("inWords", ShapeSchema("PublicAnswerInWords", [.text("number"), .text("text")])),
        .shapes(
          "takenDown",
          ShapeSchema(
            "PublicAnswerGone", [.text("number"), .text("reason"), .day("removedOn")])),
      ])
    return ShapeSchema(
      "PublicSurveyWithTables",
      surveyFields + [
        .flag("countsDontKnow"), .number("smallestCount"), .number("smallestBase"),
        .shapes("questions", question),
      ])
  }
}
