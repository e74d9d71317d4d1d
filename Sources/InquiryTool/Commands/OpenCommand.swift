import ArgumentParser
import Inquiries
import Wire

/// `inquiry open`
struct OpenCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open an inquiry in the record; it stays private until it is launched.",
    discussion: """
      Example: inquiry open --slug care-thresholds --title "Thresholds for care" --prefix CTI \
      --body-slug appg-children --body-name "APPG for Children" --body-kind all-party-group \
      --terms terms.md
      """)

  @Option(help: "Last part of its address: lower-case words joined by hyphens.")
  var slug: String

  @Option(help: "Its title.")
  var title: String

  @Option(help: ArgumentHelp("Three capital letters that open its references.", valueName: "CTI"))
  var prefix: String

  @Option(help: ArgumentHelp("Slug of the body that inquires.", valueName: "slug"))
  var bodySlug: String

  @Option(help: ArgumentHelp("Name of the body.", valueName: "name"))
  var bodyName: String

  @Option(help: ArgumentHelp("What sort of body it is.", valueName: "kind"))
  var bodyKind: BodyKind

  @Option(help: ArgumentHelp("A paragraph for people who have not heard of it.", valueName: "text"))
  var summary: String?

  @Option(
    help: ArgumentHelp(
      "Text file with the terms of reference: paragraphs and numbered points.", valueName: "file"))
  var terms: String?

  @Option(help: ArgumentHelp("Slug of the inquiry that it follows.", valueName: "slug"))
  var predecessor: String?

  @Option(
    help: ArgumentHelp("Day on which the body launched it.", valueName: "day"),
    transform: Day.argument)
  var launchedOn: Day?

  @OptionGroup var server: ServerOptions

  func perform(on console: Console) async throws {
    let inquiry = Inquiry(
      body: Body(slug: bodySlug, name: bodyName, kind: bodyKind), slug: slug, title: title,
      referencePrefix: prefix, summary: summary ?? "",
      termsOfReference: try terms.map(Files.readText) ?? "", predecessorSlug: predecessor,
      launchedOn: launchedOn)
    let answer = try await server.client(console).write("POST", "/api/v1/inquiries", inquiry)
    try console.show(answer, as: Inquiry.self, json: server.json) { opened, page in
      page.text("“\(opened.title)” is open, as \(opened.slug), for \(opened.body.name).")
    }
    console.say("It is private until: inquiry launch \(slug) --decision DAY --by WHO")
  }
}

/// `inquiry launch`
struct LaunchCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "launch",
    abstract: "Make an inquiry public: title, body, terms of reference. No evidence yet.",
    discussion: """
      It cannot be taken back, so what would be public is shown first. Calls and evidence are \
      published by acts of their own.
      Example: inquiry launch care-thresholds --decision 2017-09-12 --by "The group"
      """)

  @Argument(help: "Slug of the inquiry.")
  var slug: String

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var shown: ShownActOptions
  @OptionGroup var server: ServerOptions

  func perform(on console: Console) async throws {
    let inquiry = InquiryClient(client: try server.client(console), slug: slug)
    try await shown.carryOut(json: server.json, on: console) { dryRun, tag in
      let act = ActRequest(dryRun: dryRun, decision: decision.shape())
      return try await inquiry.send("POST", "launch", act, tag: tag)
    } show: { answer, dryRun in
      try console.show(answer, as: LaunchedInquiry.self, json: server.json) { launched, page in
        page.text(
          "“\(slug)” \(dryRun ? "would be" : "is") public, \(decision.inWords)"
            + (dryRun ? ", with all that stands here:" : "."))
        if dryRun { page.lay(launched) }
      }
    }
  }
}

extension Page {
  fileprivate mutating func lay(_ launched: LaunchedInquiry) {
    facts([
      ("Title", launched.title), ("Body", launched.bodyName),
      ("Launched on", launched.launchedOn.inWords), ("Banner", launched.banner),
      ("Summary", launched.summary.isEmpty ? "none" : launched.summary),
      ("Terms", launched.termsOfReference.isEmpty ? "none" : launched.termsOfReference),
      ("Follows", launched.predecessorSlug),
      (
        "Followed by",
        launched.successors.isEmpty ? nil : launched.successors.joined(separator: ", ")
      ),
      (
        "Sessions",
        "\(launched.publicSessions) in public, \(launched.privateSessions) in private: that they "
          + "were held, not what was said"
      ),
    ])
  }
}

/// `inquiry list`
struct ListCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the inquiries that you have a role in.",
    discussion: "Example: inquiry list")

  @OptionGroup var server: ServerOptions

  func perform(on console: Console) async throws {
    let answer = try await server.client(console).get("/api/v1/inquiries")
    try console.show(answer, as: ListShape<Inquiry>.self, json: server.json) { list, page in
      page.table(
        ["Slug", "Title", "Body", "Public", "Launched", "Reported"],
        list.items.map { inquiry in
          [
            inquiry.slug, inquiry.title, inquiry.body.name, inquiry.isLaunched ? "yes" : "no",
            inquiry.launchedOn?.description ?? "", inquiry.reportedOn?.description ?? "",
          ]
        }, none: "You have no role in any inquiry.")
    }
  }
}
