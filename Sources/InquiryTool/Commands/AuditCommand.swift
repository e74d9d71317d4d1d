import ArgumentParser
import Wire

/// `inquiry audit`
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Who did what, and when.",
    subcommands: [ListAuditCommand.self])
}

struct ListAuditCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the newest acts, the latest first.",
    discussion: "Example: inquiry audit list")

  @OptionGroup var options: InquiryOptions

  func perform(on console: Console) async throws {
    let answer = try await options.client(console).get("audit")
    try console.show(answer, as: ListShape<AuditLineShape>.self, json: options.json) { list, page in
      page.table(
        [.number("Number"), "At (UTC)", "By", "Act", "Subject"],
        list.items.map { line in
          ["\(line.number)", line.at, line.by, line.act, line.subject]
        }, none: "Nothing was done yet.")
    }
  }
}
