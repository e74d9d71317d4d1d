import ArgumentParser
import Inquiries
import Wire

/// `inquiry conflict`
struct ConflictCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflict", abstract: "Where evidence stands on both sides.",
    subcommands: [ListConflictsCommand.self, ShowConflictCommand.self])
}

struct ListConflictsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List statements that have evidence for and against.",
    discussion: "Example: inquiry conflict list")

  @Flag(help: "Those too that have evidence on one side only.")
  var all = false

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get(
      "conflicts", query: ["all": all ? "true" : nil])
    try console.show(answer, as: ListShape<Conflict>.self, json: options.json) { list, page in
      page.table(
        ["Statement", .number("For"), "By", .number("Against"), "By", "Words"],
        list.items.map { conflict in
          [
            conflict.name, "\(conflict.supporting.count)", conflict.supporting.groups,
            "\(conflict.contrasting.count)", conflict.contrasting.groups,
            Words.beginning(of: conflict.text ?? "in no draft"),
          ]
        }, none: "No statement has evidence on both sides; `inquiry conflict list --all` lists all."
      )
    }
  }
}

struct ShowConflictCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the evidence for and against one statement.",
    discussion: "Example: inquiry conflict show --finding 2")

  @Option(help: ArgumentHelp("Number or key of the finding.", valueName: "name"))
  var finding: String?

  @Option(help: ArgumentHelp("Number or key of the recommendation.", valueName: "name"))
  var recommendation: String?

  @Option(help: ArgumentHelp("Key of the proposition.", valueName: "key"))
  var proposition: String?

  @OptionGroup var options: InquiryOptions

  func validate() throws {
    guard [finding, recommendation, proposition].count(where: { $0 != nil }) == 1 else {
      throw ValidationError("Give one of --finding, --recommendation and --proposition.")
    }
  }

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get(
      "conflicts",
      query: [
        "finding": finding, "recommendation": recommendation, "proposition": proposition,
      ])
    try console.show(answer, as: ListShape<Conflict>.self, json: options.json) { list, page in
      for conflict in list.items {
        page.heading(conflict.name)
        page.text(conflict.text ?? "No draft carries it.")
        page.side("For", conflict.supporting)
        page.side("Against", conflict.contrasting)
      }
    }
  }
}

extension Conflict {
  /// `finding 2 (crisis-before-help)`
  fileprivate var name: String {
    kind == .proposition ? "proposition \(key)" : "\(kind.rawValue) \(Words.named(number, key))"
  }
}

extension [TracedLink] {
  /// Whose evidence it is, each group once; those in none by name.
  fileprivate var groups: String {
    Set(compactMap { $0.group ?? $0.link.passage.speaker }).sorted().joined(separator: "\n")
  }
}

extension Page {
  fileprivate mutating func side(_ name: String, _ links: [TracedLink]) {
    heading("\(name) (\(links.count))")
    table(
      [.number("Link"), "Status", "Passage", "Speaker", "Group", "Words"],
      links.map { traced in
        [
          "\(traced.link.id)", traced.link.standing,
          "\(traced.link.passage.locator ?? ""), \(traced.link.reference)",
          traced.link.passage.speaker ?? "", traced.group ?? "",
          traced.link.quote.map { "“\($0)”" } ?? Words.beginning(of: traced.link.passage.text),
        ]
      }, none: "Nothing.")
  }
}
