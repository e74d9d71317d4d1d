import ArgumentParser
import Inquiries
import Wire

/// `inquiry submission`
struct SubmissionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submission",
    abstract: "Written submissions: received, decided on, redacted.",
    discussion: """
      Publishing, withdrawing and taking down are acts on all evidence: see inquiry evidence. \
      Consent to publication is recorded with inquiry consent.
      """,
    subcommands: [
      ReceiveSubmissionCommand.self, ImportFolderCommand.self, ListSubmissionsCommand.self,
      ShowSubmissionCommand.self,
      SubmissionWordsCommand.self, CheckSubmissionCommand.self, EditSubmissionCommand.self,
      AdmitSubmissionsCommand.self,
      OutcomeCommand.self,
      RedactCommand.self, UnredactCommand.self,
    ])
}

struct ListSubmissionsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the submissions and where each stands.",
    discussion: "Example: inquiry submission list --late undecided")

  @Option(help: "Only those in this state.")
  var state: SourceState?

  @Option(help: "Only those with this outcome.")
  var outcome: WrittenSubmission.Outcome?

  @Flag(help: "Only those that nobody decided on.")
  var undecided = false

  @Option(help: ArgumentHelp("Only those that answer this call.", valueName: "slug"))
  var call: String?

  @Option(help: "Only those that came late, or did not: no, undecided, admitted.")
  var late: WrittenSubmission.Lateness?

  @Option(help: ArgumentHelp("Only those of this campaign.", valueName: "name"))
  var campaign: String?

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let answer = try await inquiry.get(
      "submissions",
      query: [
        "state": state?.rawValue, "outcome": undecided ? "undecided" : outcome?.rawValue,
        "call": call, "late": late?.rawValue, "campaign": campaign,
      ])
    let flags: [PersonalDataCount] =
      try await options.json ? [] : inquiry.list("personal-data")
    let counts = Dictionary(uniqueKeysWithValues: flags.map { ($0.reference, "\($0.count)") })
    try console.show(answer, as: ListShape<WrittenSubmission>.self, json: options.json) {
      list, page in
      // Most inquiries have none, and a table should fit the screen.
      let hasCampaigns = list.items.contains { $0.campaign != nil }
      page.table(
        WrittenSubmission.columns + [.number("Personal data")] + (hasCampaigns ? ["Campaign"] : []),
        list.items.map {
          $0.cells + [counts[$0.reference] ?? ""] + (hasCampaigns ? [$0.campaign ?? ""] : [])
        },
        none: "There are none; `inquiry submission receive` brings some in.")
    }
  }
}

struct ShowSubmissionCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a submission: who, consents, decisions, omissions.",
    discussion: "Example: inquiry submission show CTI0012")

  @Argument(help: "Reference of the submission.")
  var reference: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get(
      "submissions/\(Client.escaped(reference))")
    try console.show(answer, as: SubmissionDetail.self, json: options.json) { $1.lay($0) }
  }
}

struct SubmissionWordsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "words", abstract: "Print the paragraphs of a submission as they stand on record.",
    discussion: """
      Of a submission of which something is kept from the public, the reading goes on record.
      Example: inquiry submission words CTI0012
      """)

  @Argument(help: "Reference of the submission.")
  var reference: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let passages = try await options.client(console).passages(of: reference)
    if options.json { return console.show(json: ListShape(passages).jsonBytes) }
    console.show { page in
      for passage in passages {
        if passage.kind == .heading {
          page.heading(passage.text)
        } else {
          page.gap()
          page.text((passage.point.map { "\($0). " } ?? "") + passage.text)
        }
      }
      if passages.isEmpty { page.text("“\(reference)” has no paragraphs.") }
    }
  }
}

extension WrittenSubmission.Outcome {
  /// As a table has it, beside the state.
  var inShort: String {
    switch self {
    case .undecided: ""
    case .publishedNamed: "under the name"
    case .publishedAnonymous: "without the name"
    case .publishedRedacted: "with omissions"
    case .acceptedUnpublished: "not to be published"
    case .notAccepted: "not accepted"
    }
  }
}

extension WrittenSubmission {
  static var columns: [Table.Column] {
    ["Reference", "Submitter", "Received", "Late", "State", "Decided", "Call"]
  }

  var cells: [String] {
    [
      reference, submitter, receivedOn.description, late == .no ? "" : late.rawValue,
      state.inWords, outcome.inShort, call ?? "",
    ]
  }
}

extension Page {
  mutating func lay(_ detail: SubmissionDetail) {
    let submission = detail.submission
    facts([
      ("Reference", submission.reference), ("Title", submission.title),
      ("From", detail.contributions.map(\.witness.inFull).joined(separator: "; ")),
      ("State", submission.state.inWords), ("Decided", submission.outcome.inShort),
      ("Received on", submission.receivedOn.inWords), ("Dated", submission.datedOn?.inWords),
      ("Call", submission.call), ("Campaign", submission.campaign),
      ("Adds to", submission.supplements),
      (
        "Late",
        submission.late == .no
          ? nil : submission.late == .admitted ? "yes, admitted" : "yes, not admitted yet"
      ),
      ("Asked to be kept back", submission.confidentialityAsked),
      ("Paragraphs", "\(detail.paragraphCount)"),
      ("Published on", submission.publishedOn?.inWords),
    ])
    heading("Consent")
    consentTable(detail.contributions)
    heading("Left out for the public (\(detail.omissions.count))")
    table(
      ["Where", "Decided", "By", "Why"],
      detail.omissions.map {
        [$0.locator, $0.decision.on.description, $0.decision.by, $0.decision.reason ?? ""]
      }, none: "Nothing.")
    heading("Decisions")
    table(
      ["Act", "Decided", "By", "Why"],
      detail.decisions.map { [$0.act, $0.on.description, $0.by, $0.reason ?? ""] }, none: "None.")
  }
}
