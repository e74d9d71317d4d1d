import ArgumentParser
import Inquiries
import Wire

/// `inquiry session import`
struct ImportSessionCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Receive the record of a session, kept byte for byte.",
    discussion: """
      What could not be placed is listed and kept. The same file twice changes nothing.
      Example: inquiry session import os3.docx --dry-run
      """)

  @Argument(
    help:
      "The record: .docx, .odt, .rtf, .pdf, .html, .txt or .md; a transcript also as .xml (Akoma Ntoso), .json or .csv.",
    completion: .file())
  var file: String

  @Option(help: "What the record is.")
  var kind: SourceKind = .transcript

  @Option(
    help: ArgumentHelp(
      "Session or planned sitting it belongs to, such as 4 or P3; the next when left out.",
      valueName: "sitting"))
  var session: SittingHandle?

  @Option(
    help: ArgumentHelp("Day of the session, where the file does not say.", valueName: "day"),
    transform: Day.argument)
  var heldOn: Day?

  @Flag(help: "How it was heard, where the file does not say.")
  var hearing: HearingFlag?

  @Option(help: "How far its words have come, where the file does not say.")
  var stage: Stage?

  @Option(help: ArgumentHelp("Language of the record; en when left out.", valueName: "code"))
  var language: String?

  @Option(
    help: ArgumentHelp("Day on which the witnesses agreed a summary.", valueName: "day"),
    transform: Day.argument)
  var agreedOn: Day?

  @Option(
    help: ArgumentHelp("Encoding of a .txt, where it is not found out.", valueName: "name"))
  var encoding: String?

  @Flag(help: "Show what it would do, and do nothing.")
  var dryRun = false

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let bytes = try Files.read(file)
    let name = Files.name(file)
    let query: [String: String?] = [
      "fileName": name, "kind": kind.rawValue, "session": session?.description,
      "heldOn": heldOn?.description, "hearing": hearing?.hearing.rawValue,
      "stage": stage?.rawValue, "language": language, "agreedOn": agreedOn?.description,
      "encoding": encoding, "dryRun": dryRun ? "true" : nil,
    ]
    let answer = try await options.client(console).upload(
      "POST", "sessions/import", query: query, bytes: bytes, named: name)
    try console.show(answer, as: ImportReport.self, json: options.json) { report, page in
      page.lay(report, of: name, isDryRun: dryRun)
    }
  }
}

/// How a session was heard, as a flag.
enum HearingFlag: String, EnumerableFlag {
  case `private`, `public`

  var hearing: Hearing {
    switch self {
    case .private: .heardInPrivate
    case .public: .heardInPublic
    }
  }
}

extension Page {
  /// What an import read, placed and left over.
  mutating func lay(_ report: ImportReport, of file: String, isDryRun: Bool) {
    if isDryRun { text("Dry run: nothing was changed.") }
    if report.wasReceivedBefore {
      text("The same file was received before, as \(report.reference): nothing was changed.")
    }
    gap()
    facts([
      ("File", file), ("Reference", report.reference), ("Record", report.kind.title),
      ("Title", report.title),
      ("Session", "\(report.sessionNumber), heard \(report.hearing.inWords)"),
      ("Held on", report.heldOn?.inWords), ("Stage", report.stage.rawValue),
      ("Questions", questions(report)),
      (report.kind.isVerbatim ? "Turns" : "Points", "\(report.passageCount)"),
      ("People", "\(report.peopleKnown) on record, \(report.peopleNew) new"),
    ])
    people(members: report.members, panels: report.panels)
    heading("Could not be placed (\(report.unplaced.count))")
    table(
      [.number("Line"), "Reason", "Words"],
      report.unplaced.map { ["\($0.line)", $0.reason, $0.text] },
      none: "Nothing: every line has its place.")
    if let settled = report.settled { lay(settled) }
    heading("Remarks (\(report.remarks.count))")
    if report.remarks.isEmpty { text("None.") }
    for remark in report.remarks { point(remark) }
  }

  private func questions(_ report: ImportReport) -> String? {
    guard let range = report.questions else {
      return report.kind.isVerbatim ? "none" : nil
    }
    return "\(Words.questions(range)) (\(Words.count(report.questionCount, "question")))"
  }
}
