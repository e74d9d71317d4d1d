import ArgumentParser

/// The executable `inquiry`.
@main
struct InquiryTool: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inquiry",
    abstract: "Evidence of parliamentary inquiries: from the words that were said to the report.",
    discussion: """
      Clerks and authors work through a server: INQUIRY_URL says where it is, INQUIRY_TOKEN who \
      you are. The last group of commands is for the operator, on the server's machine.
      """,
    subcommands: clientCommands,
    groupedSubcommands: [
      CommandGroup(
        name: "Operator",
        subcommands: [
          ServeCommand.self, MigrateCommand.self, UserCommand.self, ExampleCommand.self,
          PublishedCommand.self, MeaningCommand.self, VerifyAuditCommand.self, OpenAPICommand.self,
        ])
    ])
}
