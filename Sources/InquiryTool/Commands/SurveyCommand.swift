import ArgumentParser
import Foundation
import Inquiries
import Wire

/// `inquiry survey`
struct SurveyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "survey", abstract: "Surveys: imported, counted, shown.",
    discussion: """
      Accepting, publishing and withdrawing are acts on all evidence: see inquiry evidence.
      """,
    subcommands: [
      ImportSurveyCommand.self, ListSurveysCommand.self, ShowSurveyCommand.self,
      SurveyTableCommand.self, SurveyWordsCommand.self, QuoteAnswerCommand.self,
      TakeDownAnswerCommand.self,
    ])
}

struct ListSurveysCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the surveys and where each stands.",
    discussion: "Example: inquiry survey list")

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("surveys")
    try console.show(answer, as: ListShape<Survey>.self, json: options.json) { list, page in
      page.table(
        ["Reference", "Title", .number("Responses"), .number("Questions"), "State"],
        list.items.map {
          [
            $0.reference, $0.title, $0.responseCount.map(String.init) ?? "results only",
            "\($0.questionCount)", $0.state.inWords,
          ]
        }, none: "There are none; `inquiry survey import` brings one in.")
    }
  }
}

struct ShowSurveyCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a survey: how it was done and what was asked.",
    discussion: "Example: inquiry survey show S2")

  @Argument(help: "Reference of the survey.")
  var reference: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("surveys/\(Client.escaped(reference))")
    try console.show(answer, as: SurveyDetail.self, json: options.json) { detail, page in
      page.lay(detail.survey)
      for question in detail.questions {
        page.heading("\(question.code). \(question.wording)")
        if let askedOf = question.askedOf { page.text("Asked of: \(askedOf)") }
        page.table(
          ["Code", "Answer", "Meaning", "Published figure"],
          question.options.map {
            [
              $0.code, $0.label,
              $0.meaning == "answer" ? "" : $0.meaning.replacing("_", with: " "),
              $0.stated ?? "",
            ]
          }, none: "Answered in words.")
      }
    }
  }
}

struct SurveyTableCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Print how a question was answered, exactly and with nothing held back.",
    discussion: """
      Percentages are of the base of their column: who was asked and answered. What stands below \
      the base is no part of it. Every reading is of the working record; what the public sees may \
      hold figures back.
      Example: inquiry survey table S2 Q4 --by Q1 --weighted
      """)

  @Argument(help: "Reference of the survey.")
  var reference: String

  @Argument(help: "Code of the question.")
  var question: String

  @Option(help: ArgumentHelp("Question whose answers make groups.", valueName: "question"))
  var by: String?

  @Flag(help: "Weighted percentages; the bases are printed unweighted and weighted.")
  var weighted = false

  @Option(help: "Decimals of percentages, 0 to 6.")
  var decimals: Int?

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get(
      "surveys/\(Client.escaped(reference))/tables/\(Client.escaped(question))",
      query: ["by": by, "decimals": decimals.map(String.init)])
    let isWeighted = weighted
    if !options.json, isWeighted {
      let table: SurveyTableShape = try answer.shape()
      guard table.columns.allSatisfy({ $0.weightedBase != nil }) else {
        throw Refusal(
          .conflict, "survey_without_weights",
          "\(reference) has no weights; leave --weighted out.", field: "weighted")
      }
    }
    try console.show(answer, as: SurveyTableShape.self, json: options.json) { table, page in
      page.lay(table, isWeighted: isWeighted)
    }
  }
}

extension Page {
  fileprivate mutating func lay(_ survey: Survey) {
    let facts = survey.facts
    let days = [facts.fieldworkFrom, facts.fieldworkTo].compactMap { $0?.inWords }
    self.facts([
      ("Reference", survey.reference), ("Title", survey.title), ("State", survey.state.inWords),
      ("Responses", survey.responseCount.map(String.init) ?? "results only"),
      ("Weighted", survey.isWeighted ? "yes" : "no"),
      ("Population", facts.population ?? "not known"),
      ("Fieldwork", days.isEmpty ? "not known" : days.joined(separator: " to ")),
      ("Client", facts.client ?? "not known"), ("Done by", facts.conductedBy),
      ("Mode", facts.mode ?? "not known"), ("Sampling", facts.sampling),
      ("Weighting", facts.weighting),
      ("Open link", facts.isOpenLink.map { $0 ? "yes" : "no" } ?? "not known"),
      ("Invited", facts.invitedCount.map(String.init)),
      ("Published on", survey.publishedOn?.inWords),
    ])
  }

  /// A row for each answer, a column for each group; bases last.
  fileprivate mutating func lay(_ table: SurveyTableShape, isWeighted: Bool) {
    text("\(table.question). \(table.wording)")
    gap()
    func cells(_ row: Int) -> [String] {
      table.columns.map { column in
        let cell = column.cells[row]
        let count = cell.count.map(String.init) ?? "[c]"
        let percent = isWeighted ? cell.weightedPercent : cell.percent
        return percent.map { "\(count) (\($0 == "[low]" ? $0 : $0 + "%"))" } ?? count
      }
    }
    let inBase = table.rows.indices.filter { table.rows[$0].isInBase }
    let outside = table.rows.indices.filter { !table.rows[$0].isInBase }
    var rows = inBase.map { [table.rows[$0].label] + cells($0) }
    rows.append(["Base"] + table.columns.map { $0.base.map(String.init) ?? "[c]" })
    if table.columns.contains(where: { $0.weightedBase != nil }) {
      rows.append(["Weighted base"] + table.columns.map { $0.weightedBase ?? "" })
    }
    rows += outside.map { [table.rows[$0].label] + cells($0) }
    if table.columns.contains(where: { $0.skipped != nil }) {
      rows.append(["Skipped"] + table.columns.map { $0.skipped.map(String.init) ?? "" })
    }
    self.table(
      ["Answer"] + table.columns.map { .number($0.label) }, rows, none: "Nobody was asked.")
  }
}
