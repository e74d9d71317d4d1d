import ArgumentParser
import Inquiries
import Wire

/// `inquiry witness`
struct WitnessCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "witness", abstract: "Witnesses of the inquiry.",
    subcommands: [GroupWitnessesCommand.self])
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
