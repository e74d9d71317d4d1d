import ArgumentParser
import Inquiries
import Wire

/// `inquiry session settle`
struct SettleSittingCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle",
    abstract: "Make a transcript the record of a sitting that was logged or planned.",
    discussion: """
      The same as `inquiry session import FILE --session SITTING`: lines are matched with turns, \
      links move where their words are found, and what was logged as private is kept from the \
      public. What stays is listed, and the log stays as notes.
      Example: inquiry session settle P3 transcript.docx --dry-run
      """)

  @Argument(help: SittingArgument.help)
  var sitting: SittingHandle

  @Argument(
    help: "The transcript, as .docx, .odt, .rtf, .pdf, .html, .txt or .md.", completion: .file())
  var file: String

  @Flag(help: "Show what it would do, and do nothing.")
  var dryRun = false

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let bytes = try Files.read(file)
    let name = Files.name(file)
    let answer = try await options.client(console).upload(
      "POST", "sessions/import",
      query: [
        "fileName": name, "session": sitting.description, "dryRun": dryRun ? "true" : nil,
      ], bytes: bytes, named: name)
    try console.show(answer, as: ImportReport.self, json: options.json) { report, page in
      page.lay(report, of: name, isDryRun: dryRun)
    }
  }
}

/// `inquiry session privacy`
struct SessionPrivacyCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "privacy",
    abstract: "Say what of a transcript was heard in private, before it is published.",
    discussion: """
      What was logged as private is kept from the public by itself where it was found. Where it \
      was not, nothing is published until you have looked; without --private and --public this \
      says that you have.
      Example: inquiry session privacy OS4 --private Q12-14 --public Q15
      """)

  @Argument(help: "Reference of the transcript, such as OS4.")
  var reference: String

  @Option(
    name: .customLong("private"),
    help: ArgumentHelp("Heard in private; may be repeated.", valueName: "locator"))
  var hidden: [String] = []

  @Option(
    name: .customLong("public"),
    help: ArgumentHelp("Heard in public; may be repeated.", valueName: "locator"))
  var shown: [String] = []

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let path = "evidence/\(Client.escaped(reference))"
    let source = try await inquiry.get(path).shape(Source.self)
    let answer = try await inquiry.send(
      "POST", "\(path)/privacy", PrivacyRequest(hidden: hidden, shown: shown),
      revision: source.revision)
    try console.show(answer, as: Source.self, json: options.json) { source, page in
      page.text("\(source.reference): it is settled what of it is private.")
    }
  }
}

extension Page {
  /// What became of a live log.
  mutating func lay(_ settled: SettledLog) {
    heading("The log")
    facts([
      ("Lines", "\(settled.matchedCount) of \(settled.lineCount) matched with turns"),
      ("Links", "\(settled.linksMoved) moved, \(settled.linksLeft.count) left to look at"),
    ])
    lines("Not matched", settled.unmatched)
    lines("Promised to write", settled.promised)
    if !settled.linksLeft.isEmpty {
      heading("Links left (\(settled.linksLeft.count))")
      table(
        [.number("Link"), "From", "Line", "Words"],
        settled.linksLeft.map { ["\($0.link)", $0.end, $0.line, $0.quote ?? "all of it"] }, none: ""
      )
    }
    for stretch in settled.privateStretches {
      let lines = Words.count(stretch.lineCount, "line")
      if let first = stretch.firstTurn, let last = stretch.lastTurn {
        point(
          "Private, \(lines) from \(stretch.firstLine): \(first)\(first == last ? "" : " to \(last)") "
            + "kept from the public."
            + (stretch.isSure
              ? ""
              : " Where it begins and ends is not sure: look, and use `inquiry session privacy`."))
      } else {
        point("Private, \(lines) from \(stretch.firstLine): not in the transcript.")
      }
    }
  }

  private mutating func lines(_ title: String, _ lines: [LogLine]) {
    guard !lines.isEmpty else { return }
    heading("\(title) (\(lines.count))")
    table(
      ["Line", "Place", "Speaker", "Words"],
      lines.map { [$0.id, $0.locator ?? "", $0.speaker ?? "", $0.text] }, none: "")
  }
}
