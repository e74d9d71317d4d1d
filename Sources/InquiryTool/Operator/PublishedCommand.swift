import ArgumentParser
import Conduct
import Records

/// `inquiry published`
struct PublishedCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "published", abstract: "What the public sees, on the server's machine.",
    subcommands: [RebuildCommand.self])
}

struct RebuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "Compare everything published with the record and mend what differs.",
    discussion: "Changes nothing when nothing differs. Example: inquiry published rebuild")

  func run() async throws {
    try await Failures.reported {
      let installation = try await Installation.open()
      let staff = try installation.staffPool(size: 1)
      let changed = try await installation.office(staff).perform(
        RebuildPublished(), by: .machineOperator)
      await staff.close()
      for inquiry in changed {
        print("\(inquiry.slug): \(inquiry.changed) rows were not as they should be")
      }
    }
  }
}
