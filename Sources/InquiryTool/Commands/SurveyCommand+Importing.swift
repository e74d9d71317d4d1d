import ArgumentParser
import Inquiries
import Wire

/// `inquiry survey import`
struct ImportSurveyCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring in a survey: responses with their codebook, or results as published.",
    discussion: """
      The codebook is CSV with a row for each option (question, wording, kind, asked_of, column, \
      value, code, label, meaning) or DDI Codebook 2.5. Without one the file is read as results: \
      question, wording, label, figure, and base where one was published. Nothing is guessed: what \
      does not fit is refused with its row and column. The same files twice change nothing.
      Example: inquiry survey import responses.csv --codebook codebook.csv --title "Survey of \
      social workers, 2018" --weight w --by Q1 --dry-run
      """)

  @Argument(help: "Responses, or results, as CSV.", completion: .file())
  var file: String

  @Option(help: "The codebook.", completion: .file())
  var codebook: String?

  @Option(help: "What the survey is called; as the codebook says when left out.")
  var title: String?

  @Option(help: "Whom it is to speak of.")
  var population: String?

  @Option(help: ArgumentHelp("First day of fieldwork.", valueName: "day"), transform: Day.argument)
  var fieldworkFrom: Day?

  @Option(help: ArgumentHelp("Last day of fieldwork.", valueName: "day"), transform: Day.argument)
  var fieldworkTo: Day?

  @Option(help: "Who asked for it.")
  var client: String?

  @Option(help: "Who did it.")
  var conductedBy: String?

  @Option(help: "How it was answered: online, by telephone.")
  var mode: String?

  @Option(help: "How respondents were chosen.")
  var sampling: String?

  @Option(help: "How it was weighted, and to what.")
  var weighting: String?

  @Flag(inversion: .prefixedNo, help: "Anybody could answer.")
  var openLink: Bool?

  @Option(help: "How many were invited.")
  var invited: Int?

  @Option(help: "Question by whose answers public tables are made; several times for several.")
  var by: [String] = []

  @Option(help: "Counts above 0 and below this are held back from the public; 5 when left out.")
  var smallestCount: Int?

  @Option(help: "Nothing is shown to the public of a smaller base; 10 when left out.")
  var smallestBase: Int?

  @Flag(inversion: .prefixedNo, help: "Don't-knows count in the base.")
  var dontKnowInBase = true

  @Option(help: ArgumentHelp("Column of the weights.", valueName: "column"))
  var weight: String?

  @Option(
    help: ArgumentHelp(
      "Column that must not repeat, such as the respondent's number; not kept.",
      valueName: "column"))
  var respondent: String?

  @Option(
    help: ArgumentHelp(
      "The codebook's column and its header in the file, or #7 for the seventh.",
      valueName: "name=header"))
  var map: [String] = []

  @Option(
    help: ArgumentHelp("Column that is left out, by header or #7.", valueName: "column"))
  var ignore: [String] = []

  @Option(
    help: ArgumentHelp(
      "Rows that are no responses, such as a second header, counted from 1: 2 or 2,3.",
      valueName: "rows"))
  var skipRows: String?

  @Option(help: ArgumentHelp("What separates fields, such as “;” or tab.", valueName: "character"))
  var separator: String?

  @Option(help: ArgumentHelp("Encoding, where it is not UTF-8.", valueName: "name"))
  var encoding: String?

  @Flag(help: "Show what it would do, and do nothing.")
  var dryRun = false

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let described = try codebook.map { try Files.read($0) } ?? []
    let answer = try await options.client(console).upload(
      "POST", "surveys/import", query: query(codebookLength: described.count),
      repeated: by.map { ("by", $0) } + map.map { ("map", $0) } + ignore.map { ("ignore", $0) }
        + (skipRows.map { $0.split(separator: ",").map { ("skipRow", String($0)) } } ?? []),
      bytes: described + (try Files.read(file)), named: Files.name(file))
    let isDry = dryRun
    try console.show(answer, as: SurveyReport.self, json: options.json) { report, page in
      if isDry { page.text("Dry run: nothing was changed.") }
      page.lay(report)
    }
  }

  private func query(codebookLength: Int) -> [String: String?] {
    [
      "fileName": Files.name(file), "codebookName": codebook.map(Files.name),
      "codebookLength": codebook == nil ? nil : "\(codebookLength)", "title": title,
      "population": population, "fieldworkFrom": fieldworkFrom?.description,
      "fieldworkTo": fieldworkTo?.description, "client": client, "conductedBy": conductedBy,
      "mode": mode, "sampling": sampling, "weighting": weighting,
      "openLink": openLink.map { "\($0)" }, "invited": invited.map(String.init),
      "smallestCount": smallestCount.map(String.init),
      "smallestBase": smallestBase.map(String.init),
      "countsDontKnow": dontKnowInBase ? nil : "false", "weight": weight,
      "respondent": respondent, "separator": separator, "encoding": encoding,
      "dryRun": dryRun ? "true" : nil,
    ]
  }
}

extension Page {
  fileprivate mutating func lay(_ report: SurveyReport) {
    let survey = report.survey
    if report.wasReceivedBefore {
      text("The same files were received before, as \(survey.reference): nothing was changed.")
    }
    gap()
    facts([
      ("Reference", survey.reference), ("Title", survey.title),
      ("Questions", "\(survey.questionCount)"),
      ("Responses", survey.responseCount.map(String.init) ?? "results only"),
      ("Weighted", survey.isWeighted ? "yes" : "no"),
      (
        "Held back",
        report.figureCount == 0
          ? nil : "\(report.heldBackCount) of \(report.figureCount) figures of the public tables"
      ),
    ])
    heading("Remarks (\(report.remarks.count))")
    if report.remarks.isEmpty { text("None.") }
    for remark in report.remarks { point(remark) }
  }
}
