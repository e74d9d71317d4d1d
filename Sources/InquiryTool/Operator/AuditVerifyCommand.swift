import ArgumentParser
import Conduct

/// `inquiry verify-audit`
struct VerifyAuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify-audit",
    abstract: "Compute every digest and seal of the audit again and compare.",
    discussion: """
      Prints the newest root: keep it somewhere else, because who owns the whole database can \
      write a new chain. Example: inquiry verify-audit
      """)

  func run() async throws {
    try await Failures.reported {
      let installation = try await Installation.open()
      let staff = try installation.staffPool(size: 1)
      let verdict = try await AuditSealer(staff: staff, keys: try installation.keys()).verify()
      await staff.close()
      print(
        "\(verdict.entries) entries, \(verdict.seals) seals, \(verdict.unsealed) not sealed yet")
      if let head = verdict.head { print("Newest root: \(head)") }
      for note in verdict.notes { print(note) }
      for fault in verdict.faults { print(fault) }
      guard verdict.faults.isEmpty else { throw ExitCode(1) }
    }
  }
}
