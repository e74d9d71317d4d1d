import ArgumentParser
import Inquiries
import Wire

/// `inquiry proposition`
struct PropositionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proposition",
    abstract: "Statements that evidence is weighed for and against, outside the report.",
    subcommands: [
      ListPropositionsCommand.self, AddPropositionCommand.self, EditPropositionCommand.self,
    ])
}

struct ListPropositionsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the propositions.",
    discussion: "Example: inquiry proposition list")

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("propositions")
    try console.show(answer, as: ListShape<Proposition>.self, json: options.json) { list, page in
      page.table(
        ["Key", "Evidence", "Words"],
        list.items.map { [$0.key, $0.links.tally, $0.text] },
        none: "There are no propositions; `inquiry proposition add` enters one.")
    }
  }
}

struct AddPropositionCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Enter a proposition.",
    discussion: """
      Example: inquiry proposition add line-has-risen "The threshold for a protection plan has risen."
      """)

  @Argument(help: "Its key, such as line-has-risen; it stays.")
  var key: String

  @Argument(help: "What it says.")
  var words: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).send(
      "POST", "propositions", PropositionRequest(key: key, text: words))
    try console.show(answer, as: Proposition.self, json: options.json) {
      $1.text("Entered: link evidence to it with `inquiry link add --proposition \($0.key)`.")
    }
  }
}

struct EditPropositionCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Give a proposition other words.",
    discussion: "Example: inquiry proposition edit line-has-risen \"Thresholds have risen.\"")

  @Argument(help: "Its key.")
  var key: String

  @Argument(help: "What it says from now on.")
  var words: String

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let inquiry = try await options.client(console)
    let all = try await inquiry.list("propositions", of: Proposition.self)
    guard let before = all.first(where: { $0.key == key }) else {
      throw Refusal(
        .notFound, "proposition_not_found",
        "There is no proposition “\(key)”; `inquiry proposition list` lists them.", field: "key")
    }
    let answer = try await inquiry.send(
      "PATCH", "propositions/\(Client.escaped(key))", RewordRequest(text: words),
      revision: before.revision)
    try console.show(answer, as: Proposition.self, json: options.json) {
      $1.text("\($0.key): \($0.text)")
    }
  }
}
