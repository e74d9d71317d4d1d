import ArgumentParser
import Inquiries
import Wire

/// `inquiry call`
struct CallCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "call", abstract: "Calls for evidence, and when they are open.",
    subcommands: [
      OpenCallCommand.self, ListCallsCommand.self, ShowCallCommand.self, EditCallCommand.self,
      ExtendCallCommand.self, PublishCallCommand.self, WithdrawCallCommand.self,
    ])
}

struct OpenCallCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Draft a call for evidence; it stays private until published.",
    discussion: """
      Example: inquiry call open thresholds --title "Thresholds" --text call.md \
      --opens-on 2017-10-02 --closes-on 2017-11-10
      """)

  @Argument(help: "What it is called in addresses, such as thresholds.")
  var slug: String

  @Option(help: "Title of the call.")
  var title: String

  @Option(
    help: ArgumentHelp("What is asked and how to send it, in Markdown.", valueName: "file"),
    completion: .file())
  var text: String

  @Option(
    help: ArgumentHelp("First day of the period.", valueName: "day"), transform: Day.argument)
  var opensOn: Day

  @Option(
    help: ArgumentHelp("Last day; none when left out.", valueName: "day"),
    transform: Day.argument)
  var closesOn: Day?

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let request = CallRequest(
      slug: slug, title: title, text: try Files.readText(text),
      periods: [.init(opensOn: opensOn, closesOn: closesOn)])
    let answer = try await options.client(console).send("POST", "calls", request)
    try console.show(answer, as: CallForEvidence.self, json: options.json) { $1.lay($0) }
  }
}

struct ListCallsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the calls for evidence.",
    discussion: "Example: inquiry call list")

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("calls")
    try console.show(answer, as: ListShape<CallForEvidence>.self, json: options.json) {
      list, page in
      page.table(
        ["Call", "Title", "State", "Open"],
        list.items.map { call in
          [
            call.slug, call.title, call.state.rawValue,
            call.periods.map(\.inWords).joined(separator: "; "),
          ]
        }, none: "There are no calls yet; `inquiry call open` drafts one.")
    }
  }
}

struct ShowCallCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a call for evidence.",
    discussion: "Example: inquiry call show thresholds")

  @Argument(help: "Slug of the call.")
  var slug: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("calls/\(Client.escaped(slug))")
    try console.show(answer, as: CallForEvidence.self, json: options.json) { $1.lay($0) }
  }
}

struct EditCallCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change the title or text of a call that is not public yet.",
    discussion: "Example: inquiry call edit thresholds --text call.md")

  @Argument(help: "Slug of the call.")
  var slug: String

  @Option(help: "Title of the call.")
  var title: String?

  @Option(
    help: ArgumentHelp("What is asked, in Markdown.", valueName: "file"), completion: .file())
  var text: String?

  @OptionGroup var options: InquiryOptions

  func validate() throws {
    if title == nil, text == nil { throw ValidationError("Say what to change: --title or --text.") }
  }

  func perform(on console: Console) async throws {
    let words = try text.map(Files.readText)
    let answer = try await options.client(console).editCall(slug) { _ in
      CallEditRequest(title: title, text: words, periods: nil)
    }
    try console.show(answer, as: CallForEvidence.self, json: options.json) { $1.lay($0) }
  }
}

struct ExtendCallCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "extend",
    abstract: "Let a call close later, or open it for a further period.",
    discussion: """
      With --opens-on a further period; without, the last one closes on another day. What came \
      between and falls into a period now is late no longer.
      Example: inquiry call extend thresholds --closes-on 2017-11-24
      """)

  @Argument(help: "Slug of the call.")
  var slug: String

  @Option(
    help: ArgumentHelp("First day of a further period.", valueName: "day"),
    transform: Day.argument)
  var opensOn: Day?

  @Option(
    help: ArgumentHelp("Last day; none when left out.", valueName: "day"),
    transform: Day.argument)
  var closesOn: Day?

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).editCall(slug) { call in
      var periods = call.periods
      if let opensOn {
        periods.append(.init(opensOn: opensOn, closesOn: closesOn))
      } else if let last = periods.popLast() {
        periods.append(.init(opensOn: last.opensOn, closesOn: closesOn))
      }
      return CallEditRequest(title: nil, text: nil, periods: periods)
    }
    try console.show(answer, as: CallForEvidence.self, json: options.json) { $1.lay($0) }
  }
}

/// A step of a call under a decision.
protocol CallStep: ClientCommand {
  /// The last word of the route.
  static var step: String { get }
  var slug: String { get }
  var decision: DecisionOptions { get }
  var dryRun: Bool { get }
  var options: InquiryOptions { get }
}

extension CallStep {
  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let path = "calls/\(Client.escaped(slug))"
    let call = try await inquiry.get(path).shape(CallForEvidence.self)
    let answer = try await inquiry.send(
      "POST", "\(path)/\(Self.step)", ActRequest(dryRun: dryRun, decision: decision.shape()),
      revision: call.revision)
    try console.show(answer, as: CallForEvidence.self, json: options.json) { call, page in
      if dryRun { page.text("Dry run: nothing was changed.") }
      page.lay(call)
    }
  }
}

struct PublishCallCommand: CallStep {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Make a call for evidence public.",
    discussion:
      "Example: inquiry call publish thresholds --decision 2017-10-02 --by \"The group\"")
  static let step = "publish"

  @Argument(help: "Slug of the call.")
  var slug: String

  @OptionGroup var decision: DecisionOptions

  @Flag(help: "Show what it would do, and do nothing.")
  var dryRun = false

  @OptionGroup var options: InquiryOptions
}

struct WithdrawCallCommand: CallStep {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Take a call off the public side.",
    discussion:
      "Example: inquiry call withdraw thresholds --decision 2017-12-01 --by \"The group\"")
  static let step = "withdraw"

  @Argument(help: "Slug of the call.")
  var slug: String

  @OptionGroup var decision: DecisionOptions

  @Flag(help: "Show what it would do, and do nothing.")
  var dryRun = false

  @OptionGroup var options: InquiryOptions
}

extension InquiryClient {
  /// Reads a call and sends what is to be changed of it.
  func editCall(
    _ slug: String, _ change: (CallForEvidence) -> CallEditRequest
  ) async throws -> Client.Answer {
    let path = "calls/\(Client.escaped(slug))"
    let call = try await get(path).shape(CallForEvidence.self)
    return try await send("PATCH", path, change(call), revision: call.revision)
  }
}

extension CallForEvidence.Period {
  /// `2 October 2017 to 10 November 2017`.
  var inWords: String {
    closesOn.map { "\(opensOn.inWords) to \($0.inWords)" } ?? "from \(opensOn.inWords) on"
  }
}

extension Page {
  mutating func lay(_ call: CallForEvidence) {
    facts([
      ("Call", call.slug), ("Title", call.title), ("State", call.state.rawValue),
      ("Published on", call.publishedOn?.inWords),
      ("Open", call.periods.map(\.inWords).joined(separator: "; ")),
    ])
    gap()
    text(call.text)
  }
}
