import ArgumentParser
import Inquiries
import Wire

/// `inquiry witness`
struct WitnessCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "witness", abstract: "Witnesses of the inquiry.",
    subcommands: [ListGroupsCommand.self, GroupWitnessesCommand.self])
}

struct ListGroupsCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "groups", abstract: "List the kinds of witness and who is of each.",
    discussion: "Example: inquiry witness groups")

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("witness-groups")
    try console.show(answer, as: ListShape<GroupShape>.self, json: options.json) { list, page in
      page.table(
        ["Slug", "Name", "Witnesses"],
        list.items.map { group in
          [group.slug, group.name, group.witnesses.map(\.inFull).joined(separator: "\n")]
        }, none: "There are no groups; `inquiry witness group` makes one.")
    }
  }
}

struct GroupWitnessesCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "group", abstract: "Say which kind of witness each of some witnesses is.",
    discussion: """
      Example: inquiry witness group directors --name "Directors of children's services" \
      --witness "Director A" --witness "Director B"
      """)

  @Argument(help: "Slug of the group: lower-case words joined by hyphens.")
  var slug: String

  @Option(help: "Name of the group.")
  var name: String

  @Option(
    name: .customLong("witness"),
    help: ArgumentHelp("A witness by printed name; may be repeated.", valueName: "name"))
  var witnesses: [String]

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let request = GroupRequest(slug: slug, name: name, witnesses: witnesses)
    let answer = try await options.client(console).send("POST", "witness-groups", request)
    try console.show(answer, as: CountShape.self, json: options.json) { done, page in
      page.text("\(name): \(Words.count(done.count, "witness", "witnesses")).")
    }
  }
}
