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
    commandName: "undo", abstract: "Take imports back before anything rests on them.",
    discussion: """
      All that are named or none; a list is shown before it is done. What came with an import \
      goes: its words, its question numbers, people whom nothing else mentions. The file and the \
      act stay on record. The reference of a submission is never given out again. What was \
      published, cited or linked is not undone.
      Example: inquiry import undo OS3 --reason "the transcript of another inquiry" --dry-run
      A folder in the wrong place: inquiry import undo CTI0012-0041 --except CTI0020
      """)

  @OptionGroup var named: SourceListOptions

  @Option(help: ArgumentHelp("Why, for those who look later.", valueName: "text"))
  var reason: String?

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let isSeveral = try named.isSeveral
    let inquiry = try await options.client(console)
    try await named.list.carryOut(isSeveral: isSeveral, json: options.json, on: console) {
      dryRun, tag in
      let request = UndoListRequest(
        references: named.references, except: named.list.except, dryRun: dryRun, reason: reason)
      return try await inquiry.send("POST", "imports/undo", request, tag: tag)
    } show: { answer, dryRun in
      try console.show(answer, as: ListShape<UndoneImport>.self, json: options.json) { done, page in
        if dryRun { page.text("This would go:") }
        for undone in done.items {
          page.gap()
          page.lay(undone)
        }
      }
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
