import Conduct
import Inquiries
import Surveys
import Wire

extension SurveyRoutes {
  static var operations: [Operation] {
    [
      .act(
        .post, at + "surveys/import", "importSurvey",
        "Takes in a survey: the codebook and the responses one after the other, or results alone. A dry run answers 200 and changes nothing.",
        ImportSurvey.self, takes: .upload(["application/octet-stream"]),
        answers: SurveyReport.self
      ).answering(200, 201).asking(SurveyQuery.parameters),
      .get(at + "surveys", "listSurveys", "The surveys.", answers: ListShape<Survey>.self),
      .get(
        at + "surveys/{reference}", "readSurvey", "A survey and what was asked.",
        answers: SurveyDetail.self),
      .get(
        at + "surveys/{reference}/tables/{question}", "readSurveyTable",
        "How a question was answered, exactly and with nothing held back.",
        query: [
          .query("by", .text(), "The question whose answers make groups."),
          .query("decimals", .number(0...6), "Of percentages; 0 unless said."),
        ], answers: SurveyTableShape.self),
      .get(
        at + "surveys/{reference}/words/{question}", "listSurveyAnswers",
        "What respondents wrote in their own words; never published with the survey. The reading goes on record.",
        query: [
          .query("after", .number(0...1_000_000_000), "The respondent after whom it goes on."),
          .query("limit", .number(1...1_000), "How many; 100 unless said."),
        ], answers: ListShape<AnswerInWords>.self),
      .act(
        .post, at + "surveys/{reference}/words/{question}/publish", "publishSurveyAnswer",
        "Publishes answers in respondents' own words, as passages that can be cited; "
          + "If-Match is of the survey as evidence.",
        QuoteAnswer.self, takes: .shape(QuoteAnswerRequest.self),
        answers: ListShape<AnswerInWords>.self
      ).revisedIfSaid,
      .act(
        .post, at + "surveys/{reference}/words/{question}/take-down", "takeDownSurveyAnswer",
        "Takes answers that were published by themselves down again; their addresses tell that "
          + "they went. If-Match is of the survey as evidence.",
        TakeDownAnswer.self, takes: .shape(TakeDownAnswerRequest.self),
        answers: ListShape<AnswerInWords>.self
      ).revisedIfSaid,
    ].tagged("Surveys")
  }

  private static let at = Operation.inquiry
}

extension SurveyQuery {
  static var parameters: [Parameter] {
    [
      .query("fileName", .text(), "The name of the responses or results."),
      .query("codebookName", .text(), "The name of the codebook; DDI and CSV are told apart."),
      .query(
        "codebookLength", .number(0...1_000_000_000),
        "How many bytes of the body, from its start, are the codebook; 0 or none for results."),
      .query("dryRun", .flag, "true reads and tells, and keeps nothing."),
      .query("title", .text(), "What the survey is called; as the codebook says unless said."),
      .query("population", .text(), "Whom it is to speak of."),
      .query("fieldworkFrom", .day, "The first day of fieldwork."),
      .query("fieldworkTo", .day, "The last day of fieldwork."),
      .query("client", .text(), "Who asked for it."),
      .query("conductedBy", .text(), "Who did it."),
      .query("mode", .text(), "How it was answered."),
      .query("sampling", .text(), "How respondents were chosen."),
      .query("weighting", .text(), "How it was weighted, and to what."),
      .query("openLink", .flag, "Whether anybody could answer."),
      .query("invited", .number(1...100_000_000), "How many were invited."),
      .several("by", .text(), "A question by whose answers public tables are made."),
      .query(
        "smallestCount", .number(2...1_000),
        "Counts above 0 and below it are held back; 5 unless said."),
      .query(
        "smallestBase", .number(2...1_000), "Nothing is shown of a smaller base; 10 unless said."),
      .query("countsDontKnow", .flag, "Whether a don't-know counts in the base; true unless said."),
      .query("encoding", .text(), "The encoding of responses that are not UTF-8."),
      .query("separator", .text(), "What separates fields; a comma unless said."),
      .several("skipRow", .text("the number of a row from 1"), "A row that is no response."),
      .several("map", .text("NAME=HEADER"), "The codebook's column and what it is called here."),
      .several("ignore", .text(), "A column, by its header or #7, that is left out."),
      .query("weight", .text(), "The column of the weights."),
      .query("respondent", .text(), "A column that must not repeat."),
    ]
  }
}
