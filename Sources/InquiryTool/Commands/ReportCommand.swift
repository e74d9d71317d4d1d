import ArgumentParser
import Inquiries
import Wire

/// `inquiry report`
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "The draft, and the report that is made of it.",
    subcommands: [
      PullReportCommand.self, PushReportCommand.self, RepinCommand.self,
      BuildReportCommand.self, PublishReportCommand.self,
    ])
}

struct PullReportCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "pull", abstract: "Fetch the newest draft, to edit it.",
    discussion: """
      A file that is there and differs is kept, unless --replace is given. The answer is the \
      draft itself, so --json changes nothing.
      Example: inquiry report pull -o report.md
      """)

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("File to write; - for standard output.", valueName: "file"),
    completion: .file())
  var output = "report.md"

  @Flag(help: "Write over a file that differs.")
  var replace = false

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("draft")
    if output == "-" { return console.show(bytes: answer.bytes) }
    let version = answer.etag?.filter { $0 != "\"" } ?? "?"
    if Files.exists(output), try Files.read(output) != answer.bytes, !replace {
      throw Refusal(
        .conflict, "file_differs",
        "“\(output)” is there and differs from version \(version); write to another file with -o, "
          + "or over this one with --replace.", field: "output")
    }
    try Files.write(answer.bytes, to: output)
    console.say("\(output) is version \(version). Edit it, then: inquiry report push \(output)")
  }
}

struct BuildReportCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Make the report of the newest draft; nothing is published.",
    discussion: "Example: inquiry report build -o report.html")

  /// What the report is made as.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case html, markdown, json
  }

  @Option(help: "What to make. The name of -o decides (.html, .md, .json), else markdown.")
  var format: Format?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("File to write; standard output when left out.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var options: InquiryOptions

  func validate() throws {
    if options.json, let format, format != .json {
      throw ValidationError("--json and --format \(format.rawValue) exclude each other.")
    }
    guard let output, output != "-", let ending else { return }
    guard let named else {
      throw ValidationError(
        "A report is made as .html, .md or .json, and not as .\(ending) like \(output); for Word, make a .md and convert that."
      )
    }
    if let asked = format ?? (options.json ? .json : nil), asked != named {
      throw ValidationError(
        "\(output) is named as \(named.rawValue), and \(asked.rawValue) is asked for; name the file otherwise."
      )
    }
  }

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let answer = try await Progress.during("Building the report") {
      try await inquiry.get("draft/report", query: ["format": chosen.rawValue])
    }
    guard let output, output != "-" else {
      return chosen == .json ? console.show(json: answer.bytes) : console.show(bytes: answer.bytes)
    }
    try Files.write(answer.bytes, to: output)
    console.say("\(output): \(Words.size(answer.bytes.count)) of \(chosen.rawValue).")
  }

  private var chosen: Format {
    if let format { return format }
    return options.json ? .json : named ?? .markdown
  }

  /// What the file is called after the last full stop of its name.
  private var ending: String? {
    guard let name = output?.split(separator: "/").last, let dot = name.lastIndex(of: "."),
      dot > name.startIndex
    else { return nil }
    return name[name.index(after: dot)...].lowercased()
  }

  /// What the name of the file asks for.
  private var named: Format? {
    switch ending {
    case "html", "htm": .html
    case "md", "markdown", "txt": .markdown
    case "json": .json
    default: nil
    }
  }
}

struct PublishReportCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Publish the newest draft as the inquiry's report; the checks must have no error.",
    discussion: "Example: inquiry report publish --decision 2018-07-10 --by \"The group\"")

  @Option(help: "Version of the draft that was decided on; refused when there is a newer one.")
  var draft: Int?

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let newest = try await inquiry.get("draft").etag.flatMap { Int($0.filter(\.isNumber)) }
    let answer = try await Progress.during("Publishing the report") {
      try await inquiry.send(
        "POST", "report/publish", ActRequest(decision: decision.shape()),
        revision: draft ?? newest)
    }
    try console.show(answer, as: CountShape.self, json: options.json) { edition, page in
      page.text("Edition \(edition.count) of the report is public, \(decision.inWords).")
    }
  }
}
