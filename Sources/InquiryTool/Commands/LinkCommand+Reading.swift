import ArgumentParser
import Inquiries
import Wire

/// `inquiry link list`
struct ListLinksCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List links by number.",
    discussion: "Example: inquiry link list --status suspect")

  @Option(help: "Only those of this status; may be repeated.")
  var status: [LinkStatus] = []

  @Option(help: ArgumentHelp("Only those of this finding.", valueName: "name"))
  var finding: String?

  @Option(help: ArgumentHelp("Only those of this recommendation.", valueName: "name"))
  var recommendation: String?

  @Option(help: ArgumentHelp("Only those of this proposition.", valueName: "key"))
  var proposition: String?

  @OptionGroup var part: LimbOption

  @Option(help: ArgumentHelp("Only those to this source, such as OS3.", valueName: "reference"))
  var source: String?

  @Option(help: ArgumentHelp("Those after the link of this number.", valueName: "number"))
  var after: Int = 0

  @Option(help: "How many at most, up to 500.")
  var limit = 100

  @OptionGroup var options: InquiryOptions

  func validate() throws { try part.require(recommendation) }

  func perform(on console: Console) async throws {
    let query = Client.query(
      [
        ("finding", finding), ("recommendation", recommendation), ("proposition", proposition),
        ("limb", part.limb.map(String.init)), ("source", source), ("after", "\(after)"),
        ("limit", "\(limit)"),
      ] + status.map { ("status", $0.rawValue) })
    let answer = try await options.client(console).get("links\(query)")
    try console.show(answer, as: ListShape<TracedLink>.self, json: options.json) { list, page in
      page.table(
        [.number("Link"), "Of", "Stance", "Status", "Passage", "Source", "Words"],
        list.items.map { traced in
          [
            "\(traced.link.id)", traced.endInWords,
            traced.link.stance.rawValue, traced.link.standing, traced.link.passage.locator ?? "",
            traced.link.reference,
            traced.link.quote.map { "“\($0)”" } ?? Words.beginning(of: traced.link.passage.text),
          ]
        }, none: "There is no such link.")
      if list.items.count == limit, let last = list.items.last {
        page.text("There may be more: --after \(last.link.id).")
      }
      if list.items.contains(where: { $0.link.status == .suspect }) {
        page.text("`inquiry link show` shows what changed.")
      }
    }
  }
}

/// `inquiry link show`
struct ShowLinkCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a link, and what changed since it was made.",
    discussion: "Example: inquiry link show 12")

  @Argument(help: "Number of the link.")
  var link: Int

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("links/\(link)")
    try console.show(answer, as: TracedLink.self, json: options.json) { $1.lay($0) }
  }
}

/// `inquiry link edit`
struct EditLinkCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Give links another stance, other words of their passage, or another limb.",
    discussion: """
      All that are named or none. You answer for what was affirmed or suspect; what was only \
      suggested stays so. Moved to a limb, a suspect link stays suspect. A list is shown before it \
      is done. Code points of --span count from 0, the end is not part of it; it needs --version.
      Example: inquiry link edit 12 --quote "help came a year late"
      To words by their place: inquiry link edit 12 --span 10-25 --version 1
      To one limb of its recommendation: inquiry link edit 12 --limb 2
      """)

  @Argument(help: "Numbers of links and ranges of them.")
  var links: [String]

  @Option(help: "What the passage does for it.")
  var stance: Stance?

  @Option(help: ArgumentHelp("Words of the passage as it stands now.", valueName: "words"))
  var quote: String?

  @OptionGroup var place: SpanOptions

  @Flag(help: "The whole passage is meant.")
  var whole = false

  @Option(
    help: ArgumentHelp("The limb of its recommendation that it is for.", valueName: "number"))
  var limb: Int?

  @Flag(help: "It is for the recommendation as a whole.")
  var noLimb = false

  @OptionGroup var list: ListActOptions
  @OptionGroup var options: InquiryOptions

  func validate() throws {
    guard stance != nil || quote != nil || place.span != nil || whole || limb != nil || noLimb
    else {
      throw ValidationError(
        "Say what to change: --stance, --quote, --span, --whole, --limb or --no-limb.")
    }
    guard limb == nil || !noLimb else { throw ValidationError("Give either --limb or --no-limb.") }
    guard quote == nil || !whole else { throw ValidationError("Give either --quote or --whole.") }
    guard place.span == nil || !whole else {
      throw ValidationError("Give either --span or --whole.")
    }
    try place.require(without: quote)
    try place.requireVersion()
  }

  func perform(on console: Console) async throws {
    let isSeveral = try NumberList(links).numbers.count > 1
    let inquiry = try await options.client(console)
    try await list.carryOut(isSeveral: isSeveral, json: options.json, on: console) { dryRun, tag in
      let request = LinkEditRequest(
        links: links, except: list.except, stance: stance, quote: quote,
        span: place.codePoints, version: place.version, whole: whole,
        limb: noLimb ? .some(nil) : limb.map(Optional.some), dryRun: dryRun)
      return try await inquiry.send("POST", "links/edit", request, tag: tag)
    } show: { answer, _ in
      try console.show(answer, as: ListShape<TracedLink>.self, json: options.json) {
        for link in $0.items { $1.lay(link) }
      }
    }
  }
}

extension TracedLink {
  /// `recommendation early-help, limb 2`
  fileprivate var endInWords: String {
    "\(endKind.rawValue) \(endKey)" + (link.limb.map { ", limb \($0)" } ?? "")
  }
}

extension Page {
  /// A link with its words, and what changed in them.
  mutating func lay(_ traced: TracedLink) {
    let link = traced.link
    heading("Link \(link.id): \(traced.endInWords)")
    facts([
      ("Stance", link.stance.rawValue), ("Status", link.standing),
      (
        "Passage",
        "\(link.passage.locator ?? "none") in \(link.reference), version \(link.passage.version)"
      ),
      ("Speaker", link.passage.speaker), ("Group", traced.group),
      ("Quoted", link.quote.map { "“\($0)”" }),
    ])
    gap()
    guard let now = traced.now else { return text(link.passage.text) }
    text("Since then it was corrected to version \(now.version):")
    difference(from: link.passage.text, to: now.text)
    guard [.suspect, .suggested].contains(link.status) else { return }
    let stands = link.quote.map { !Wording.spans(of: $0, in: now.text).isEmpty } ?? true
    text(
      stands
        ? "Affirm it (`inquiry link affirm \(link.id)`), edit it or drop it."
        : "The words quoted are gone: quote others (`inquiry link edit \(link.id) --quote …`) or "
          + "drop it.")
  }
}
