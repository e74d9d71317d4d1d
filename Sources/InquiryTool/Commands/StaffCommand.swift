import ArgumentParser
import Inquiries
import Wire

/// `inquiry staff`
struct StaffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff", abstract: "Who works in the record, and what they may do.",
    discussion: """
      For administrators: of every inquiry, or of one for the roles in it. The first \
      administrator is made on the server's machine, with `inquiry user add`.
      """,
    subcommands: [
      ListStaffCommand.self, AddStaffCommand.self, GrantRoleCommand.self,
      WithdrawRoleCommand.self, IssueTokenCommand.self, EndTokensCommand.self,
    ])
}

struct ListStaffCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the staff and their roles.",
    discussion: "Example: inquiry staff list")

  @OptionGroup var server: ServerOptions

  func perform(on console: Console) async throws {
    let answer = try await server.client(console).get("/api/v1/staff")
    try console.show(answer, as: ListShape<StaffMember>.self, json: server.json) { list, page in
      page.table(
        ["Name", "Roles", .number("Tokens")],
        list.items.map { member in
          [
            member.name, member.roles.map(\.inWords).joined(separator: "\n"),
            "\(member.tokenCount)",
          ]
        }, none: "There is nobody on the staff yet.")
    }
  }
}

struct AddStaffCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Enter somebody as a staff user, who may do nothing yet.",
    discussion: "Example: inquiry staff add \"Ada Clerk\"")

  @Argument(help: "Name, as the audit shows it.")
  var name: String

  @OptionGroup var server: ServerOptions

  func perform(on console: Console) async throws {
    let answer = try await server.client(console).write(
      "POST", "/api/v1/staff", RenameRequest(name: name))
    try console.show(answer, as: StaffMember.self, json: server.json) { member, page in
      page.text("\(member.name) is a staff user, with no role and no token yet.")
    }
  }
}

/// A role of a staff user.
struct RoleOptions: ParsableArguments {
  @Argument(help: "Name of the staff user.")
  var name: String

  @Argument(help: "clerk, author or administrator.")
  var role: Role

  @Option(
    help: ArgumentHelp("Slug of the inquiry; every inquiry when left out.", valueName: "slug"))
  var inquiry: String?

  @OptionGroup var server: ServerOptions
}

struct GrantRoleCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "grant", abstract: "Give somebody a role, in one inquiry or in every one.",
    discussion: "Example: inquiry staff grant \"Ada Clerk\" clerk --inquiry care-thresholds")

  @OptionGroup var options: RoleOptions

  func perform(on console: Console) async throws {
    let client = try options.server.client(console)
    let member = try await client.member(options.name)
    let answer = try await client.write(
      "POST", "\(Client.staffAddress(options.name))/roles",
      StaffMember.Held(options.role, in: options.inquiry), revision: member.revision)
    try console.show(answer, as: StaffMember.self, json: options.server.json) { $1.lay($0) }
  }
}

struct WithdrawRoleCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Take a role away, in one inquiry or the one held in all.",
    discussion: "Example: inquiry staff withdraw \"Ada Clerk\" clerk --inquiry care-thresholds")

  @OptionGroup var options: RoleOptions

  func perform(on console: Console) async throws {
    let client = try options.server.client(console)
    let member = try await client.member(options.name)
    let query = options.inquiry.map { "?inquiry=\(Client.escaped($0))" } ?? ""
    let answer = try await client.write(
      "DELETE", "\(Client.staffAddress(options.name))/roles/\(options.role.rawValue)\(query)",
      nil as CountShape?, revision: member.revision)
    try console.show(answer, as: StaffMember.self, json: options.server.json) { $1.lay($0) }
  }
}

struct IssueTokenCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "token", abstract: "Issue a token; it is shown once.",
    discussion: "Example: inquiry staff token \"Ada Clerk\" --label laptop")

  @Argument(help: "Name of the staff user.")
  var name: String

  @Option(help: ArgumentHelp("What it is for.", valueName: "words"))
  var label = "cli"

  @OptionGroup var server: ServerOptions

  func perform(on console: Console) async throws {
    let answer = try await server.client(console).write(
      "POST", "\(Client.staffAddress(name))/tokens", TokenRequest(label: label))
    try console.show(answer, as: TokenShape.self, json: server.json) { $1.text($0.token) }
    console.say("Shown this once. It is \(name)'s, for “\(label)”.")
  }
}

struct EndTokensCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke-tokens", abstract: "End every token of a staff user.",
    discussion: "Example: inquiry staff revoke-tokens \"Ada Clerk\"")

  @Argument(help: "Name of the staff user.")
  var name: String

  @OptionGroup var server: ServerOptions

  func perform(on console: Console) async throws {
    let answer = try await server.client(console).write(
      "POST", "\(Client.staffAddress(name))/revoke-tokens", nil as CountShape?)
    try console.show(answer, as: CountShape.self, json: server.json) { ended, page in
      page.text("\(Words.count(ended.count, "token")) of \(name) ended.")
    }
  }
}

extension Client {
  fileprivate static func staffAddress(_ name: String) -> String {
    "/api/v1/staff/\(escaped(name))"
  }

  fileprivate func member(_ name: String) async throws -> StaffMember {
    try await get(Client.staffAddress(name)).shape()
  }
}

extension StaffMember.Held {
  /// `clerk in care-thresholds`.
  fileprivate var inWords: String {
    "\(role.rawValue) in \(inquiry ?? "every inquiry")"
  }
}

extension Page {
  fileprivate mutating func lay(_ member: StaffMember) {
    facts([
      ("Name", member.name),
      (
        "Roles",
        member.roles.isEmpty
          ? "none" : member.roles.map(\.inWords).joined(separator: "\n")
      ),
    ])
  }
}
