public import ArgumentParser
import Conduct
public import Inquiries
import Records

/// `inquiry user`
struct UserCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user", abstract: "Staff users and their tokens, on the server's machine.",
    subcommands: [AddUserCommand.self, RevokeTokensCommand.self])
}

struct AddUserCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a staff user, or give one a further role.",
    discussion:
      "Example: inquiry user add \"Ada Clerk\" --role clerk --inquiry care-thresholds --token")

  @Argument(help: "Name, as the audit shows it.")
  var name: String

  @Option(help: "clerk, author or administrator.")
  var role: Role

  @Option(help: "Slug of the inquiry; every inquiry when left out.")
  var inquiry: String?

  @Flag(help: "Issue a token; it is shown once.")
  var token = false

  @Flag(help: "Print nothing but the token.")
  var tokenOnly = false

  func run() async throws {
    try await Failures.reported {
      let installation = try await Installation.open()
      let staff = try installation.staffPool(size: 1)
      let made = try await installation.office(staff).perform(
        AddStaffUser(name: name, role: role, inquiry: inquiry, wantsToken: token || tokenOnly),
        by: .machineOperator)
      await staff.close()
      if tokenOnly {
        print(made ?? "")
      } else {
        print("\(name) is \(role.rawValue) in \(inquiry ?? "every inquiry").")
        if let made { print("Token, shown this once: \(made)") }
      }
    }
  }
}

struct RevokeTokensCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke-tokens", abstract: "End every token of a staff user.",
    discussion: "Example: inquiry user revoke-tokens \"Ada Clerk\"")

  @Argument(help: "Name of the staff user.")
  var name: String

  func run() async throws {
    try await Failures.reported {
      let installation = try await Installation.open()
      let staff = try installation.staffPool(size: 1)
      let ended = try await installation.office(staff).perform(
        RevokeTokens(name: name), by: .machineOperator)
      await staff.close()
      print("\(ended) ended.")
    }
  }
}

extension Role: ExpressibleByArgument {}
