import Conduct
import Foundation
import Inquiries

/// Loads the surveys: figures as published, which is without bases.
extension ExampleLoading {
  func loadSurveys() async throws {
    for survey in example.surveys {
      var said = SurveyRead.Said()
      said.title = survey.title
      said.facts.population = survey.population
      said.facts.client = survey.client
      let file = SurveyRead.File(
        name: URL(filePath: survey.file).lastPathComponent, bytes: try example.bytes(survey.file))
      let report = try await perform(ImportSurvey(SurveyRead(file, codebook: nil, said: said)))
      let terms = DecisionTerms(on: try day(survey.publishedOn), by: by)
      try await perform(AcceptSources([report.survey.reference], terms))
      try await perform(PublishSources([report.survey.reference], terms))
      tell("\(report.survey.reference): \(survey.title), published")
    }
  }
}
