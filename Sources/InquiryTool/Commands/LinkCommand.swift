import ArgumentParser
import Inquiries
import Wire

/// `inquiry link`
struct LinkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Links from findings and recommendations to evidence.",
    subcommands: [
      AddLinkCommand.self, ListLinksCommand.self, ShowLinkCommand.self, AffirmLinkCommand.self,
      EditLinkCommand.self, DropLinkCommand.self,
    ])
}

struct AddLinkCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Link a finding or recommendation to the passages of a locator.",
    discussion: """
      Without --affirm a link is only suggested and counts for nothing. Code points of --span \
      count from 0, the end is not part of it; it needs --version, which `inquiry evidence \
      passages` shows. Of a whole question the answers are linked; the question and what members \
      say there only as context (--stance context), or by their words (--quote).
      Example: inquiry link add --recommendation 3 --cite "Q45, Director D" --affirm
      For one limb of it: inquiry link add --recommendation 4 --limb 2 --cite Q45 --affirm
      For some words: inquiry link add --finding 2 --cite Q45+1 --span 10-25 --version 1
      """)

  @Option(help: ArgumentHelp("Number or key of the finding.", valueName: "name"))
  var finding: String?

  @Option(help: ArgumentHelp("Number or key of the recommendation.", valueName: "name"))
  var recommendation: String?

  @Option(help: ArgumentHelp("Key of the proposition.", valueName: "key"))
  var proposition: String?

  @OptionGroup var part: LimbOption

  @Option(help: ArgumentHelp("Where in the evidence, as in a citation.", valueName: "locator"))
  var cite: String

  @Option(help: "What the passage does for it.")
  var stance: Stance = .supports

  @Option(
    help: ArgumentHelp("Words of one passage; the link means them alone.", valueName: "words"))
  var quote: String?

  @OptionGroup var place: SpanOptions

  @Flag(help: "Answer for the link at once.")
  var affirm = false

  @OptionGroup var options: InquiryOptions

  func validate() throws {
    guard [finding, recommendation, proposition].count(where: { $0 != nil }) == 1 else {
      throw ValidationError("Give one of --finding, --recommendation and --proposition.")
    }
    try part.require(recommendation)
    try place.require(without: quote)
    try place.requireVersion()
  }

  func perform(on console: Console) async throws {
    // Authors copy locators out of their drafts, with the @ of a citation.
    let locator = cite.hasPrefix("@") ? String(cite.dropFirst()) : cite
    let request = LinkRequest(
      finding: finding, recommendation: recommendation, proposition: proposition,
      limb: part.limb, locator: locator, stance: stance, quote: quote, span: place.codePoints,
      version: place.version, affirmed: affirm)
    let answer = try await options.client(console).send("POST", "links", request)
    try console.show(answer, as: LinksMadeShape.self, json: options.json) { made, page in
      page.text(
        made.count == 0
          ? "Nothing new: \(locator) was linked already."
          : "\(Words.count(made.count, "link")) to \(locator), "
            + "\(affirm ? "affirmed" : "suggested: none counts before it is affirmed").")
      page.layLeftOut(made)
    }
  }
}

extension Page {
  mutating func layLeftOut(_ made: LinksMadeShape) {
    guard made.leftOut > 0 else { return }
    text(
      "\(Words.count(made.leftOut, "turn")) left out: the question and what members say are context "
        + "of the answers.")
  }
}

/// Which limb of a recommendation is meant.
struct LimbOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Number of one limb of the recommendation; the whole of it when left out.",
      valueName: "number"))
  var limb: Int?

  func require(_ recommendation: String?) throws {
    guard limb == nil || recommendation != nil else {
      throw ValidationError("--limb is of a recommendation; give --recommendation too.")
    }
  }
}

/// Links that are settled at once.
struct LinkListOptions: ParsableArguments {
  @Argument(
    help: "Numbers of links and ranges of them, as finding and recommendation show them.")
  var links: [String]

  @OptionGroup var list: ListActOptions
  @OptionGroup var options: InquiryOptions
}

struct AffirmLinkCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "affirm", abstract: "Affirm links: you answer for them from then on.",
    discussion: """
      All that are named or none; those that were dropped are refused without --dropped. A list \
      is shown before it is done.
      Example: inquiry link affirm 12-20 --except 15
      """)

  @Flag(help: "Those too that were dropped: they count again.")
  var dropped = false

  @OptionGroup var named: LinkListOptions

  func perform(on console: Console) async throws {
    try await named.settle("affirm", dropped: dropped, on: console)
  }
}

struct DropLinkCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop", abstract: "Drop links; they stay on record and count no more.",
    discussion: "Example: inquiry link drop 41")

  @OptionGroup var named: LinkListOptions

  func perform(on console: Console) async throws {
    try await named.settle("drop", on: console)
  }
}

extension LinkListOptions {
  fileprivate func settle(
    _ act: String, dropped: Bool = false, on console: Console
  ) async throws {
    let isSeveral = try NumberList(links).numbers.count > 1
    let inquiry = try await options.client(console)
    try await list.carryOut(
      isSeveral: isSeveral, json: options.json, on: console
    ) { dryRun, tag in
      let request = SettleRequest(
        links: links, except: list.except, dropped: dropped, dryRun: dryRun)
      return try await inquiry.send("POST", "links/\(act)", request, tag: tag)
    } show: { answer, dryRun in
      try console.show(answer, as: ListShape<SettledLink>.self, json: options.json) { done, page in
        page.table(
          [.number("Link"), "Of", dryRun ? "Is" : "Was", dryRun ? "Would be" : "Is"],
          done.items.map {
            ["\($0.id)", $0.key, $0.statusBefore.rawValue, $0.status.rawValue]
          }, none: "Nothing was done.")
      }
    }
  }
}
