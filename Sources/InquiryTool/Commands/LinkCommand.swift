import ArgumentParser
import Inquiries
import Wire

/// `inquiry link`
struct LinkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Links from findings and recommendations to evidence.",
    subcommands: [AddLinkCommand.self, AffirmLinkCommand.self, DropLinkCommand.self])
}

struct AddLinkCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Link a finding or recommendation to the passages of a locator.",
    discussion: """
      Without --affirm a link is only suggested and counts for nothing.
      Example: inquiry link add --recommendation 3 --cite "Q45, Director D" --affirm
      """)

  @Option(help: ArgumentHelp("Number or key of the finding.", valueName: "name"))
  var finding: String?

  @Option(help: ArgumentHelp("Number or key of the recommendation.", valueName: "name"))
  var recommendation: String?

  @Option(help: ArgumentHelp("Where in the evidence, as in a citation.", valueName: "locator"))
  var cite: String

  @Option(help: "What the passage does for it.")
  var stance: Stance = .supports

  @Option(
    help: ArgumentHelp("Words of one passage; the link means them alone.", valueName: "words"))
  var quote: String?

  @Flag(help: "Answer for the link at once.")
  var affirm = false

  @OptionGroup var options: InquiryOptions

  func validate() throws {
    guard (finding == nil) != (recommendation == nil) else {
      throw ValidationError("Give either --finding or --recommendation.")
    }
  }

  func perform(on console: Console) async throws {
    // Authors copy locators out of their drafts, with the @ of a citation.
    let locator = cite.hasPrefix("@") ? String(cite.dropFirst()) : cite
    let request = LinkRequest(
      finding: finding, recommendation: recommendation, locator: locator, stance: stance,
      quote: quote, affirmed: affirm)
    let answer = try await options.client(console).send("POST", "links", request)
    try console.show(answer, as: CountShape.self, json: options.json) { made, page in
      page.text(
        made.count == 0
          ? "Nothing new: \(locator) was linked already."
          : "\(Words.count(made.count, "link")) to \(locator), "
            + "\(affirm ? "affirmed" : "suggested: none counts before it is affirmed").")
    }
  }
}

struct AffirmLinkCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "affirm", abstract: "Affirm a link: you answer for it from then on.",
    discussion: "Example: inquiry link affirm 41")

  @Argument(help: "Number of the link, as finding and recommendation show it.")
  var id: Int64

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    try await options.settle(id, "affirm", done: "affirmed", on: console)
  }
}

struct DropLinkCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop", abstract: "Drop a link; it stays on record and counts no more.",
    discussion: "Example: inquiry link drop 41")

  @Argument(help: "Number of the link, as finding and recommendation show it.")
  var id: Int64

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    try await options.settle(id, "drop", done: "dropped", on: console)
  }
}

extension InquiryOptions {
  fileprivate func settle(
    _ id: Int64, _ act: String, done: String, on console: Console
  ) async throws {
    let inquiry = try await client(console)
    let links =
      try await inquiry.list("findings", of: Finding.self).flatMap(\.links)
      + inquiry.list("recommendations", of: Recommendation.self).flatMap(\.links)
    guard let link = links.first(where: { $0.id.value == id }) else {
      throw Refusal(.notFound, "link_not_found", "There is no link \(id) in this inquiry.")
    }
    let answer = try await inquiry.post("links/\(id)/\(act)", revision: link.revision)
    try console.show(answer, as: CountShape.self, json: json) { _, page in
      page.text("Link \(id) to \(link.passage.locator ?? link.reference) is \(done).")
    }
  }
}
