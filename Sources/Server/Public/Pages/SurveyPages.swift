import Inquiries
import Records

/// Every published survey of an inquiry.
struct SurveysPage: TemplatePage {
  static let template = "surveys"

  struct Entry {
    let title: String
    let reference: String
    let surveyAddress: String
    let about: String
  }

  let frame: Frame
  let hasSurveys: Bool
  let surveys: [Entry]

  init(_ surveys: [Survey], of inquiry: PublishedInquiry, _ drawing: PublicDrawing) {
    frame = drawing.frame("Surveys", .surveys(inquiry.slug), of: inquiry, part: .surveys)
    hasSurveys = !surveys.isEmpty
    self.surveys = surveys.map { survey in
      Entry(
        title: survey.title, reference: survey.reference,
        surveyAddress: Address.written(inquiry.slug, survey.reference),
        about: survey.responseCount.map { counted($0, "respondent") } ?? "Results as published")
    }
  }
}

/// One survey: how it was done, and how every question was answered.
struct SurveyPage: TemplatePage {
  static let template = "survey"

  struct Fact {
    let fact: String
    let said: String
  }

  let frame: Frame
  let heading: String
  let reference: String
  let facts: [Fact]
  let isOpenLink: Bool
  let isResults: Bool
  let listAddress: String
  let tablesAddress: String
  let html: DrawnBytes
  let isCited: Bool
  let uses: [UsePlace]
  let earlierUses: [EarlierUse]

  init(
    _ published: PublishedSurvey, _ passages: [PublishedPassage], of inquiry: PublishedInquiry,
    _ drawing: PublicDrawing
  ) {
    let slug = inquiry.slug
    let survey = published.survey
    frame = drawing.frame(
      survey.title, .survey(slug, survey.reference), of: inquiry, part: .surveys)
    heading = survey.title
    reference = survey.reference
    facts = SurveyPage.facts(of: published)
    isOpenLink = survey.facts.isOpenLink == true
    isResults = published.questions.contains { $0.stated != nil }
    listAddress = Address.surveys(slug)
    tablesAddress = PublicPlace.surveyTables(slug, survey.reference).address
    html = SurveyHTML.bytes(of: published, passages, in: slug)
    uses = passages.usePlaces(in: inquiry.slug)
    earlierUses = passages.earlierUses(in: inquiry.slug)
    isCited = !uses.isEmpty
  }

  /// What a published figure must carry; what is not known is told as that.
  private static func facts(of published: PublishedSurvey) -> [Fact] {
    let survey = published.survey
    let facts = survey.facts
    func fact(_ name: String, _ said: String?) -> Fact {
      Fact(fact: name, said: said ?? "not known")
    }
    let days = [facts.fieldworkFrom, facts.fieldworkTo].compactMap { $0?.inWords }
    var rows = [
      fact("Population", facts.population),
      fact("Fieldwork", days.isEmpty ? nil : days.joined(separator: " to ")),
      fact("Asked for by", facts.client), fact("Done by", facts.conductedBy),
      fact("Method", facts.mode), fact("Respondents chosen", facts.sampling),
      fact(
        "Open to anybody", facts.isOpenLink.map { $0 ? "yes" : "no, by invitation" }),
      fact("Invited", facts.invitedCount.map(String.init)),
      fact("Responses", survey.responseCount.map(String.init)),
    ]
    rows.append(
      fact(
        "Weighting",
        facts.weighting
          ?? (survey.isWeighted
            ? "weighted, in a way that is not known"
            : survey.responseCount == nil ? nil : "none")))
    if survey.responseCount != nil {
      rows.append(
        fact(
          "Base of percentages",
          "who was asked and answered, "
            + (published.countsDontKnow ? "don't-knows among them" : "without don't-knows")))
    }
    return rows
  }
}
