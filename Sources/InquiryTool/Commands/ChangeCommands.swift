import ArgumentParser
import Inquiries
import Wire

/// `inquiry session changes`
struct ListChangesCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "List the tracked changes and comments of returned copies, and what was decided.",
    discussion: "Example: inquiry session changes OS3 --open")

  @Argument(help: "The transcript, such as OS3.")
  var reference: String

  @Flag(help: "Only those that nothing was decided on.")
  var open = false

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get(
      "evidence/\(Client.escaped(reference))/changes", query: ["open": open ? "true" : nil])
    try console.show(answer, as: ListShape<ProposedChange>.self, json: options.json) {
      list, page in
      if list.items.isEmpty {
        page.text(open ? "None is open." : "No copy of \(reference) came back with changes.")
      }
      page.lay(list.items)
    }
  }
}

/// `inquiry session decide`
struct DecideChangesCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Accept tracked changes, refuse them, or put them beneath the answer.",
    discussion: """
      A comment is listed with the changes: --footnote puts its words beneath the answer, and \
      --refuse dismisses it.
      Give one of --accept, --refuse, --footnote, --footnote-words and --supplement. All that is \
      named or nothing; a list is shown before it is done.
      Example: inquiry session decide OS3 1-4 7 --accept misreport
      """)

  @Argument(help: "The transcript, such as OS3.")
  var reference: String

  @Argument(help: "Numbers and ranges of its changes, such as 1-4 or 7.")
  var changes: [String]

  @Option(help: "The words become those of the change; of what kind: misreport or fact.")
  var accept: Correction.Kind?

  @Option(help: ArgumentHelp("The words stay, and this is why.", valueName: "reason"))
  var refuse: String?

  @Flag(help: "The words stay, and what the change puts in, or the comment says, stands beneath.")
  var footnote = false

  @Option(help: ArgumentHelp("The words stay, and this stands beneath them.", valueName: "words"))
  var footnoteWords: String?

  @Option(
    help: ArgumentHelp("The words stay, and this submission adds to them.", valueName: "reference"))
  var supplement: String?

  @Flag(
    help: "What looks like personal data in new words was looked at and may stand; goes on record."
  )
  var personalDataSeen = false

  @OptionGroup var list: ListActOptions

  @OptionGroup var options: InquiryOptions

  func validate() throws {
    let given = [
      accept != nil, refuse != nil, footnote, footnoteWords != nil, supplement != nil,
    ]
    guard given.count(where: { $0 }) == 1 else {
      throw ValidationError(
        "Give one of --accept, --refuse, --footnote, --footnote-words and --supplement.")
    }
  }

  func perform(on console: Console) async throws {
    let client = try await options.client(console)
    try await list.carryOut(
      isSeveral: try NumberList(changes).numbers.count > 1, json: options.json, on: console
    ) { dryRun, tag in
      try await client.send(
        "POST", "evidence/\(Client.escaped(reference))/changes/decide",
        ChangesRequest(
          changes: changes, except: list.except, accept: accept, refuse: refuse,
          footnote: footnote ? "" : footnoteWords, supplement: supplement,
          personalDataSeen: personalDataSeen, dryRun: dryRun),
        tag: tag)
    } show: { answer, _ in
      try console.show(answer, as: ListShape<ProposedChange>.self, json: options.json) {
        $1.lay($0.items)
      }
    }
  }
}

extension Page {
  /// What a returned copy proposes.
  mutating func lay(_ returned: ReturnedCopy) {
    let comments = returned.changes.count { $0.comment != nil }
    let misplaced = returned.changes.count { $0.misplaced != nil }
    if returned.wasReadBefore {
      text("The same file was read before: nothing was changed.")
    } else {
      text(
        "The copy of \(returned.copy.witness) is back since "
          + "\(returned.copy.returnedOn?.inWords ?? "today"), with "
          + "\(Words.count(returned.changes.count - comments, "tracked change")) and "
          + "\(Words.count(comments, "comment")), \(misplaced) of them without a sure place.")
    }
    for remark in returned.remarks { text(remark) }
    lay(returned.changes)
  }

  /// Tracked changes, each with its place, author, day and difference.
  mutating func lay(_ changes: [ProposedChange]) {
    for change in changes {
      let place = change.locator ?? "paragraph \(change.line) of \(change.fileName)"
      heading(
        "\(change.number): \([place, change.speaker].compactMap { $0 }.joined(separator: ", "))")
      facts([
        (
          "By",
          [
            change.author.isEmpty ? "nobody named" : change.author,
            change.markedOn?.inWords ?? "no day",
          ].joined(separator: ", ")
        ),
        ("Copy of", change.witness), ("Comment", change.comment), ("On", change.commented),
        ("Not placed", change.misplaced),
        ("Decision", change.told),
        ("Links suspect", change.suspectLinks == 0 ? nil : "\(change.suspectLinks)"),
      ])
      guard change.comment == nil else { continue }
      gap()
      difference(from: change.before, to: change.after)
    }
  }
}

extension ProposedChange {
  /// `refused on 3 March 2026 by Cleo Clerk: It was said so.`
  fileprivate var told: String {
    guard let decidedOn else { return decision.inWords }
    return "\(decision.inWords) on \(decidedOn.inWords) by \(staff ?? "operator")"
      + (correction.map { ", as number \($0)" } ?? "") + (reason.map { ": \($0)" } ?? "")
  }
}
