import ArgumentParser
import Inquiries
import Wire

/// `inquiry evidence`
struct EvidenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence", abstract: "Records that evidence came in, and their publication.",
    subcommands: [
      ListEvidenceCommand.self, ShowEvidenceCommand.self, PassagesCommand.self,
      CheckEvidenceCommand.self, OriginalCommand.self, AcceptCommand.self,
      PublishEvidenceCommand.self, WithdrawCommand.self, TakeDownCommand.self,
    ])
}

struct ListEvidenceCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the evidence and where each piece stands.",
    discussion: "Example: inquiry evidence list")

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("evidence")
    try console.show(answer, as: ListShape<Source>.self, json: options.json) { list, page in
      page.table(
        Source.columns, list.items.map(\.cells),
        none: "There is no evidence yet; `inquiry session import` brings some in.")
    }
  }
}

struct ShowEvidenceCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a source, its consents and what could not be placed.",
    discussion: "Example: inquiry evidence show OS3")

  @Argument(help: "Reference of the source.")
  var reference: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let sources = try await inquiry.list("evidence", of: Source.self)
    guard let source = sources.first(where: { $0.reference == reference }) else {
      throw Refusal(
        .notFound, "source_not_found",
        "There is no “\(reference)” in this inquiry; `inquiry evidence list` shows what there is.",
        field: "reference")
    }
    let consents = try await inquiry.list("consents", of: Contribution.self)
      .filter { $0.reference == reference }
    let unplaced = try await inquiry.list(
      "evidence/\(Client.escaped(reference))/unplaced", of: UnplacedLine.self)
    if options.json {
      var json = JSONBytes()
      json.object { json in
        json.field("source", source)
        json.field("consents", consents)
        json.field("unplaced", unplaced)
      }
      return console.show(json: json.bytes)
    }
    console.show { page in page.lay(source, consents, unplaced) }
  }
}

struct PassagesCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "passages", abstract: "Print the passages of a source as they stand now.",
    discussion: """
      Narrative and headings, which no citation names, stand with their place, such as \
      "OS3, passage 6"; acts on a passage take that too.
      Example: inquiry evidence passages OS3
      """)

  @Argument(help: "Reference of the source.")
  var reference: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let passages = try await options.client(console).passages(of: reference)
    if options.json { return console.show(json: ListShape(passages).jsonBytes) }
    console.show { page in
      page.table(
        ["Passage", .number("Version"), "Stage", "Speaker", "Words"],
        passages.map { passage in
          [
            passage.place, "\(passage.version)", passage.stage.rawValue,
            passage.speaker ?? "", passage.text,
          ]
        }, none: "“\(reference)” has no passages; `inquiry evidence list` shows what there is.")
    }
  }
}

extension InquiryClient {
  /// Every passage of a source, page by page.
  func passages(of reference: String) async throws -> [Passage] {
    // The most that the server gives at a time.
    let limit = 1_000
    var passages: [Passage] = []
    while true {
      let page = try await get(
        "evidence/\(Client.escaped(reference))/passages",
        query: ["after": "\(passages.last?.ordinal ?? 0)", "limit": "\(limit)"]
      ).shape(ListShape<Passage>.self).items
      passages += page
      if page.count < limit { return passages }
    }
  }
}

extension Source {
  static var columns: [Table.Column] {
    [
      "Reference", "Kind", "State", "Stage", "Held on", "Questions", .number("Unplaced"),
      "Published",
    ]
  }

  var cells: [String] {
    [
      reference, kind.rawValue, state.inWords, stage.rawValue, heldOn?.description ?? "",
      questions.map(Words.questions) ?? "", "\(unplacedCount)",
      publishedOn?.description ?? "",
    ]
  }
}

extension Page {
  mutating func lay(_ source: Source, _ consents: [Contribution], _ unplaced: [UnplacedLine]) {
    facts([
      ("Reference", source.reference), ("Title", source.title), ("State", source.state.inWords),
      ("Stage", source.stage.rawValue),
      (
        "Session",
        source.sessionNumber.map { number in
          source.hearing.map { "\(number), heard \($0.inWords)" } ?? "\(number)"
        }
      ),
      ("Held on", source.heldOn?.inWords), ("Agreed on", source.agreedOn?.inWords),
      ("Published on", source.publishedOn?.inWords),
      ("Questions", source.questions.map(Words.questions)),
    ])
    heading("Consent to publication")
    consentTable(consents)
    heading("Could not be placed (\(unplaced.count))")
    table(
      [.number("Line"), "Reason", "Words"],
      unplaced.map { ["\($0.line)", $0.reason, $0.text] },
      none: "Nothing: every line has its place.")
  }
}
