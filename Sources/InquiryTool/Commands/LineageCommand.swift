import ArgumentParser
import Inquiries
import Wire

/// `inquiry lineage`
struct LineageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lineage", abstract: "Which earlier recommendations one takes up.",
    subcommands: [ListLineageCommand.self, AddLineageCommand.self, DropLineageCommand.self])
}

struct ListLineageCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what recommendations take up.",
    discussion: "Example: inquiry lineage list")

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("recommendations")
    try console.show(answer, as: ListShape<Recommendation>.self, json: options.json) { list, page in
      page.table(
        [.number("Number"), "Key", "Relation", "Earlier", "Words"],
        list.items.flatMap { recommendation in
          recommendation.lineage.map { lineage in
            [
              Words.number(recommendation.number), recommendation.key, lineage.relation.rawValue,
              lineage.name, lineage.words ?? "",
            ]
          }
        }, none: "No recommendation takes up an earlier one.")
    }
  }
}

struct AddLineageCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Say that a recommendation takes up an earlier one.",
    discussion: """
      The earlier one is of this inquiry, of one that it follows (--of), or of a document of others \
      that is entered by its full reference.
      Example: inquiry lineage add 6 repeats --document D2 --words "a duty to provide early help"
      """)

  @Argument(help: "Number of the recommendation in the newest draft, or its key.")
  var name: String

  @Argument(help: "What it does to the earlier one.")
  var relation: Lineage.Relation

  @Option(help: ArgumentHelp("Number or key of the earlier recommendation.", valueName: "name"))
  var recommendation: String?

  @Option(help: ArgumentHelp("Slug of the inquiry that made it.", valueName: "inquiry"))
  var of: String?

  @Option(help: ArgumentHelp("Reference of the document, such as D2.", valueName: "reference"))
  var document: String?

  @Option(help: ArgumentHelp("What the document recommended, in short.", valueName: "words"))
  var words: String?

  @OptionGroup var options: InquiryOptions

  func validate() throws {
    guard (recommendation == nil) != (document == nil) else {
      throw ValidationError("Give either --recommendation or --document.")
    }
    guard (document == nil) == (words == nil), of == nil || recommendation != nil else {
      throw ValidationError("--words goes with --document, and --of with --recommendation.")
    }
  }

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let before = try await inquiry.recommendation(name)
    let new = LineageRequest.Entry(
      relation: relation, recommendation: recommendation, inquiry: of, document: document,
      words: words)
    let answer = try await inquiry.put(before.lineage.map(\.entry) + [new], of: before)
    try console.show(answer, as: Recommendation.self, json: options.json) { $1.lay($0.lineage) }
  }
}

struct DropLineageCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop", abstract: "Take away what a recommendation was said to take up.",
    discussion: "Example: inquiry lineage drop 6 1")

  @Argument(help: "Number of the recommendation in the newest draft, or its key.")
  var name: String

  @Argument(
    help: "Which of its entries, counted from 1 as `inquiry recommendation show` lists them.")
  var entry: Int

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let before = try await inquiry.recommendation(name)
    guard before.lineage.indices.contains(entry - 1) else {
      throw Refusal(
        .notFound, "lineage_not_found",
        "\(before.key) has \(Words.count(before.lineage.count, "entry", "entries")) of lineage.",
        field: "entry")
    }
    var entries = before.lineage.map(\.entry)
    entries.remove(at: entry - 1)
    let answer = try await inquiry.put(entries, of: before)
    try console.show(answer, as: Recommendation.self, json: options.json) { $1.lay($0.lineage) }
  }
}

extension InquiryClient {
  fileprivate func put(
    _ entries: [LineageRequest.Entry], of recommendation: Recommendation
  ) async throws -> Client.Answer {
    try await send(
      "PUT", "recommendations/\(Client.escaped(recommendation.key))/lineage",
      LineageRequest(lineage: entries), revision: recommendation.revision)
  }
}

extension Lineage {
  /// `recommendation review-section-17 of No Good Options`, `Munro Review, 2011 (D2)`
  fileprivate var name: String {
    switch earlier {
    case .recommendation(let key, _): "recommendation \(key) of \(title)"
    case .document(let reference, _): "\(title) (\(reference))"
    }
  }

  fileprivate var entry: LineageRequest.Entry {
    switch earlier {
    case .recommendation(let key, let inquiry):
      LineageRequest.Entry(
        relation: relation, recommendation: key, inquiry: inquiry, document: nil, words: nil)
    case .document(let reference, let words):
      LineageRequest.Entry(
        relation: relation, recommendation: nil, inquiry: nil, document: reference, words: words)
    }
  }
}

extension Page {
  mutating func lay(_ lineage: [Lineage]) {
    table(
      [.number("Entry"), "Relation", "Earlier", "Words"],
      lineage.enumerated().map { ["\($0 + 1)", $1.relation.rawValue, $1.name, $1.words ?? ""] },
      none: "It takes up no earlier recommendation.")
  }
}
