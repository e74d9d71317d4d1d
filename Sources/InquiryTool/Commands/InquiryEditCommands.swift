import ArgumentParser
import Inquiries
import Wire

/// `inquiry edit`
struct EditCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Mend the title, summary or banner of an inquiry.",
    discussion: """
      What is left out stays; what is public follows at once.
      Example: inquiry edit --title "Thresholds for care" --banner none
      """)

  @Option(help: "Its title.")
  var title: String?

  @Option(help: ArgumentHelp("A paragraph for people who have not heard of it.", valueName: "text"))
  var summary: String?

  @Option(
    help: ArgumentHelp(
      "One line that every public page of it carries; none takes it away.", valueName: "line|none"))
  var banner: String?

  @OptionGroup var options: InquiryOptions

  func validate() throws {
    guard title != nil || summary != nil || banner != nil else {
      throw ValidationError("Say what to change: --title, --summary or --banner.")
    }
  }

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let edit = InquiryEdit(
      title: title, summary: summary, banner: banner.map { $0 == "none" ? nil : $0 })
    let answer = try await inquiry.change("PATCH", "", edit)
    try console.show(answer, as: Inquiry.self, json: options.json) { edited, page in
      page.facts([
        ("Slug", edited.slug), ("Title", edited.title), ("Summary", edited.summary),
        ("Banner", edited.banner ?? "none"),
      ])
    }
  }
}

/// `inquiry lapse`
struct LapseCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "lapse", abstract: "End an inquiry whose body ceased to be.",
    discussion: """
      Nothing of it is published from then on; what is public stays, and can still be withdrawn \
      or taken down. It cannot be undone: --dry-run shows whether it would be taken.
      Example: inquiry lapse care-thresholds --decision 2017-05-03 --by "Dissolution of Parliament"
      """)

  @Argument(help: "Slug of the inquiry.")
  var slug: String

  @OptionGroup var decision: DecisionOptions

  @Flag(help: "Show whether it would be done, and do nothing.")
  var dryRun = false

  @OptionGroup var server: ServerOptions

  func perform(on console: Console) async throws {
    let inquiry = InquiryClient(client: try server.client(console), slug: slug)
    let act = ActRequest(dryRun: dryRun, decision: decision.shape())
    let answer = try await inquiry.change("POST", "lapse", act)
    try console.show(answer, as: CountShape.self, json: server.json) { _, page in
      page.text("“\(slug)” \(dryRun ? "would lapse" : "has lapsed"), \(decision.inWords).")
    }
    if dryRun { console.say("Nothing was done.") }
  }
}

/// `inquiry carry`
struct CarryCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "carry", abstract: "Carry evidence over from the inquiry that this one follows.",
    discussion: """
      It is received here, with its words, people and consents, and accepted and published anew. \
      References, session and question numbers stay; they must be free.
      Example: inquiry carry CTI0001-0034 OS1-3 --except CTI0007 --decision 2017-06-27 \
      --by "The committee"
      """)

  @OptionGroup var named: SourceListOptions
  @OptionGroup var decision: DecisionOptions
  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let isSeveral = try named.isSeveral
    let inquiry = try await options.client(console)
    try await named.list.carryOut(isSeveral: isSeveral, json: options.json, on: console) {
      dryRun, tag in
      let act = ActRequest(
        references: named.references, except: named.list.except, dryRun: dryRun,
        decision: decision.shape())
      return try await inquiry.send("POST", "carry", act, tag: tag)
    } show: { answer, dryRun in
      try console.show(answer, as: ListShape<MovedSource>.self, json: options.json) {
        $1.lay($0.items, dryRun: dryRun)
      }
    }
  }
}

/// `inquiry terms`
struct TermsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terms", abstract: "Terms of reference, version by version.",
    subcommands: [ListTermsCommand.self, ReviseTermsCommand.self])
}

struct ListTermsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show every version, the newest first.",
    discussion: "Example: inquiry terms list")

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("terms")
    try console.show(answer, as: ListShape<TermsOfReference>.self, json: options.json) {
      list, page in
      if list.items.isEmpty { page.text("None are agreed yet.") }
      for terms in list.items {
        page.heading(
          "Version \(terms.version)"
            + (terms.agreedOn.map { ", agreed on \($0.inWords)" } ?? "")
            + (terms.agreedBy.map { " by \($0)" } ?? ""))
        page.text(terms.text)
      }
    }
  }
}

struct ReviseTermsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "revise", abstract: "Give the inquiry its next terms of reference.",
    discussion: """
      The earlier ones stay on record; the public sees the newest.
      Example: inquiry terms revise terms.md --decision 2018-01-16 --by "The committee"
      """)

  @Argument(help: "Text file: paragraphs and numbered points.", completion: .file())
  var file: String

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let text = try Files.readText(file)
    let inquiry = try await options.client(console)
    let answer = try await inquiry.change(
      "POST", "terms", TermsRequest(text: text, decision: decision.shape()))
    try console.show(answer, as: TermsOfReference.self, json: options.json) { terms, page in
      page.text("Version \(terms.version) of the terms of reference, \(decision.inWords).")
    }
  }
}

extension InquiryClient {
  /// Changes the inquiry itself, as it stands now.
  func change(_ method: String, _ path: String, _ shape: some JSONShape) async throws
    -> Client.Answer
  {
    let inquiry = try await get("").shape(Inquiry.self)
    return try await send(method, path, shape, revision: inquiry.revision)
  }
}
