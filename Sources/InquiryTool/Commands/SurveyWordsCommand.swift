import ArgumentParser
import Inquiries
import Wire

struct SurveyWordsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "words", abstract: "Print what respondents wrote in their own words.",
    discussion: """
      Never published with the survey; the reading goes on record. Beside each stands what it \
      looks like: personal data, the name of somebody who is not to be named, and for clerks a \
      protected term. `inquiry survey quote` publishes one of them.
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

/// The answers in own words that a command is about.
struct AnswerArguments: ParsableArguments {
  @Argument(help: "Reference of the survey.")
  var reference: String

  @Argument(help: "Code of the question.")
  var question: String

  @Argument(help: "Respondents and ranges of them, as inquiry survey words numbers them.")
  var respondents: [String]

  @OptionGroup var list: ListActOptions
  @OptionGroup var options: InquiryOptions

  /// Does a step to them, shown first where there are several.
  fileprivate func carryOut<Asked: JSONShape>(
    _ step: String, on console: Console, _ request: (_ dryRun: Bool) -> Asked
  ) async throws {
    let isSeveral = try NumberList(respondents).numbers.count > 1
    let path = "surveys/\(Client.escaped(reference))/words/\(Client.escaped(question))/\(step)"
    let inquiry = try await options.client(console)
    try await list.carryOut(isSeveral: isSeveral, json: options.json, on: console) { dryRun, tag in
      try await inquiry.send("POST", path, request(dryRun), tag: tag)
    } show: { answer, _ in
      try console.show(answer, as: ListShape<AnswerInWords>.self, json: options.json) {
        done, page in
        page.answers(done.items)
        for item in done.items { page.cited(item.locator ?? reference, in: item.citedIn) }
      }
    }
  }
}

struct QuoteAnswerCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "quote", abstract: "Publish answers in respondents' own words.",
    discussion: """
      Each is cited as [@S2-Q9, answer 1], by the number under which it was published; nothing else \
      of the respondent becomes public. All that are named or none; a list is shown before it is \
      done. inquiry submission redact leaves words of one out again, and inquiry survey take-down \
      all of it.
      Example: inquiry survey quote S2 Q9 17 20-24 --except 22 --decision 2018-02-07 \
      --by "The group"
      """)

  @OptionGroup var named: AnswerArguments

  @OptionGroup var decision: DecisionOptions

  @Flag(help: "What looks like personal data was looked at and may stand; goes on record.")
  var personalDataSeen = false

  func perform(on console: Console) async throws {
    try await named.carryOut("publish", on: console) { dryRun in
      QuoteAnswerRequest(
        respondents: named.respondents, except: named.list.except,
        personalDataSeen: personalDataSeen, dryRun: dryRun, decision: decision.shape())
    }
  }
}

struct TakeDownAnswerCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "take-down",
    abstract: "Take answers in respondents' own words from the public again.",
    discussion: """
      Their survey stays; each answer's address tells that it went, when and why. All that are \
      named or none; a list is shown before it is done.
      Example: inquiry survey take-down S2 Q9 17 --decision 2018-03-01 --by "The group" \
      --reason "It named a child."
      """)

  @OptionGroup var named: AnswerArguments

  @OptionGroup var decision: DecisionOptions

  @Option(help: "Why; the public is told.")
  var reason: String

  func perform(on console: Console) async throws {
    try await named.carryOut("take-down", on: console) { dryRun in
      TakeDownAnswerRequest(
        respondents: named.respondents, except: named.list.except, dryRun: dryRun,
        decision: decision.shape(reason: reason))
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
