import ArgumentParser
import Inquiries
import Wire

struct AdmitSubmissionsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "admit", abstract: "Let submissions that came late be treated like the others.",
    discussion: """
      All that are named or none. A list is shown before it is done.
      Example: inquiry submission admit CTI0031 --decision 2017-11-14 --by "The group" --dry-run
      """)

  @OptionGroup var sources: SourceOptions

  func perform(on console: Console) async throws {
    try await sources.decideOnSubmissions("admit", on: console) { dryRun in
      ActRequest(
        references: sources.named.references, except: sources.named.list.except, dryRun: dryRun,
        decision: sources.decision.shape(reason: sources.reason))
    }
  }
}

struct OutcomeCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "outcome",
    abstract: "Decide how submissions are to appear, or that they are not accepted.",
    discussion: """
      Deciding in which form one will be published accepts it; inquiry evidence publish makes it \
      public. published-redacted needs omissions (inquiry submission redact) first. \
      accepted-unpublished may be read and weighed, and not quoted; it and not-accepted need a \
      --reason. Other words in place of a name go when published-anonymous is decided anew without \
      --printed-name. All that are named or none; a list is shown before it is done.
      Example: inquiry submission outcome CTI0001-0012 --except CTI0007 --as published-named \
      --decision 2017-11-14 --by "The group"
      """)

  @OptionGroup var sources: SourceOptions

  @Option(name: .customLong("as"), help: "What was decided.")
  var outcome: WrittenSubmission.Outcome

  @Option(
    help: ArgumentHelp(
      "What stands in place of the name: published-anonymous; “\(WrittenSubmission.nameWithheld)” "
        + "unless said.",
      valueName: "words"))
  var printedName: String?

  @Flag(
    help: "What looks like personal data in published ones was seen and may stand; goes on record.")
  var personalDataSeen = false

  func perform(on console: Console) async throws {
    try await sources.decideOnSubmissions("outcome", on: console) { dryRun in
      OutcomeRequest(
        references: sources.named.references, except: sources.named.list.except, dryRun: dryRun,
        outcome: outcome, printedName: printedName, personalDataSeen: personalDataSeen,
        decision: sources.decision.shape(reason: sources.reason))
    }
  }
}

extension SourceOptions {
  /// Shows what would come of a decision, asks where it must, and carries it out.
  fileprivate func decideOnSubmissions(
    _ step: String, on console: Console, _ request: (_ dryRun: Bool) -> some JSONShape
  ) async throws {
    let isSeveral = try named.isSeveral
    let inquiry = try await options.client(console)
    try await named.list.carryOut(isSeveral: isSeveral, json: options.json, on: console) {
      dryRun, tag in
      try await inquiry.send("POST", "submissions/\(step)", request(dryRun), tag: tag)
    } show: { answer, _ in
      try console.show(answer, as: ListShape<WrittenSubmission>.self, json: options.json) {
        $1.table(
          WrittenSubmission.columns, $0.items.map(\.cells), none: "Nothing was done.")
      }
    }
  }
}
