import ArgumentParser
import Inquiries
import Wire

struct SurveyWordsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "words", abstract: "Print what respondents wrote in their own words.",
    discussion: """
      Never published with the survey; the reading goes on record. `inquiry survey quote` \
      publishes one of them.
      Example: inquiry survey words S2 Q9
      """)

  @Argument(help: "Reference of the survey.")
  var reference: String

  @Argument(help: "Code of the question.")
  var question: String

  @Option(help: ArgumentHelp("Respondent after whom it goes on.", valueName: "number"))
  var after: Int?

  @Option(help: "How many, 1 to 1000; 100 unless said.")
  var limit: Int?

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get(
      "surveys/\(Client.escaped(reference))/words/\(Client.escaped(question))",
      query: ["after": after.map(String.init), "limit": limit.map(String.init)])
    try console.show(answer, as: ListShape<AnswerInWords>.self, json: options.json) { list, page in
      page.answers(list.items)
      if let last = list.items.last, list.items.count == limit ?? 100 {
        page.gap()
        page.text("There may be more: --after \(last.respondent)")
      }
    }
  }
}

/// The answer in own words that a command is about.
struct AnswerArguments: ParsableArguments {
  @Argument(help: "Reference of the survey.")
  var reference: String

  @Argument(help: "Code of the question.")
  var question: String

  @Argument(help: "The respondent, as inquiry survey words has it.")
  var respondent: Int

  fileprivate func path(_ step: String) -> String {
    "surveys/\(Client.escaped(reference))/words/\(Client.escaped(question))/\(step)"
  }
}

struct QuoteAnswerCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "quote", abstract: "Publish one answer in a respondent's own words.",
    discussion: """
      It is cited as [@S2-Q9, answer 1], by the number under which it was published; nothing else \
      of the respondent becomes public. inquiry submission redact leaves words of it out again, and \
      inquiry survey take-down all of it.
      Example: inquiry survey quote S2 Q9 17 --decision 2018-02-07 --by "The group"
      """)

  @OptionGroup var answer: AnswerArguments

  @OptionGroup var decision: DecisionOptions

  @Flag(help: "What looks like personal data was looked at and may stand; goes on record.")
  var personalDataSeen = false

  @Flag(help: "Show what it would do, and do nothing.")
  var dryRun = false

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let request = QuoteAnswerRequest(
      respondent: answer.respondent, personalDataSeen: personalDataSeen, dryRun: dryRun,
      decision: decision.shape())
    let told = try await options.client(console).send(
      "POST", answer.path("publish"), request)
    try console.show(told, as: AnswerInWords.self, json: options.json) { quoted, page in
      if dryRun { page.text("Dry run: nothing was changed.") }
      page.answers([quoted])
    }
  }
}

struct TakeDownAnswerCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "take-down",
    abstract: "Take an answer in a respondent's own words from the public again.",
    discussion: """
      Its survey stays; the answer's address tells that it went, when and why.
      Example: inquiry survey take-down S2 Q9 17 --decision 2018-03-01 --by "The group" \
      --reason "It named a child."
      """)

  @OptionGroup var answer: AnswerArguments

  @OptionGroup var decision: DecisionOptions

  @Option(help: "Why; the public is told.")
  var reason: String

  @Flag(help: "Show what it would do, and do nothing.")
  var dryRun = false

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let request = TakeDownAnswerRequest(
      respondent: answer.respondent, dryRun: dryRun, decision: decision.shape(reason: reason))
    let told = try await options.client(console).send(
      "POST", answer.path("take-down"), request)
    try console.show(told, as: AnswerInWords.self, json: options.json) { gone, page in
      if dryRun { page.text("Dry run: nothing was changed.") }
      page.answers([gone])
      page.cited(gone.locator ?? answer.reference, in: gone.citedIn)
    }
  }
}

extension Page {
  fileprivate mutating func answers(_ answers: [AnswerInWords]) {
    table(
      [.number("Respondent"), "Words", "Looks like", "Published as"],
      answers.map {
        [
          "\($0.respondent)", $0.words, $0.personalData.map(\.inWords).joined(separator: ", "),
          ($0.locator ?? "") + ($0.takenDownOn.map { ", taken down on \($0)" } ?? ""),
        ]
      }, none: "Nobody wrote anything.")
  }
}
