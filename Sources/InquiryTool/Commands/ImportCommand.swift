import ArgumentParser
import Inquiries
import Wire

/// `inquiry import`
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "What was imported, and undoing it.",
    discussion: """
      Records of sessions come in with inquiry session import, submissions with inquiry \
      submission receive or import-folder.
      """,
    subcommands: [ListImportsCommand.self, UndoImportCommand.self])
}

struct ListImportsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the files that evidence came in, undone ones too.",
    discussion: "Example: inquiry import list")

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("imports")
    try console.show(answer, as: ListShape<ReceivedFile>.self, json: options.json) { list, page in
      page.table(
        ["Reference", "Kind", "File", "Size", "Received", "Undone (UTC)"],
        list.items.map {
          [
            $0.reference, $0.kind.title, $0.fileName, Words.size($0.byteCount),
            $0.receivedOn.description, $0.undoneAt?.description ?? "",
          ]
        }, none: "Nothing was imported yet.")
    }
  }
}

struct UndoImportCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take an import back before anything rests on it.",
    discussion: """
      What came with it goes: its words, its question numbers, people whom nothing else mentions. \
      The file and the act stay on record. The reference of a submission is never given out \
      again. What was published, cited or linked is not undone.
      Example: inquiry import undo OS3 --reason "the transcript of another inquiry" --dry-run
      """)

  @Argument(help: "Reference of what was imported, such as OS3 or CTI0012.")
  var reference: String

  @Option(help: ArgumentHelp("Why, for those who look later.", valueName: "text"))
  var reason: String?

  @Flag(help: "Show what would go, and do nothing.")
  var dryRun = false

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let place = Client.escaped(reference)
    let tag = try await inquiry.get("evidence/\(place)").etag
    let answer = try await inquiry.send(
      "POST", "imports/\(place)/undo", UndoRequest(dryRun: dryRun, reason: reason), tag: tag)
    try console.show(answer, as: UndoneImport.self, json: options.json) { undone, page in
      if dryRun { page.text("Dry run: nothing was changed. This would go:") }
      page.lay(undone)
    }
  }
}

extension Page {
  fileprivate mutating func lay(_ undone: UndoneImport) {
    facts([
      (
        "Import",
        "\(undone.reference), \(undone.kind.title.lowercased())"
          + (undone.isReferenceSpent ? "; the reference is spent" : "")
      ),
      ("File", undone.fileName.map { "\($0), kept" }),
      ("Passages", "\(undone.passageCount)"),
      ("Questions", undone.questions.map { Words.questions($0) + ", free again" }),
      ("Session", undone.session.map { "session \($0)" }),
      ("Settling", undone.isSettlingUndone ? "the sitting waits for its record again" : nil),
      ("People", undone.people.isEmpty ? "none" : undone.people.joined(separator: ", ")),
    ])
  }
}
