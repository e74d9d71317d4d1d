import ArgumentParser
import Postgres

/// `inquiry migrate`
struct MigrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Bring the database to the schema of this version.",
    discussion: "Forward only. Example: inquiry migrate --dry-run")

  @Flag(help: "Show what would be applied, and apply nothing.")
  var dryRun = false

  @Option(help: "Folder of the migrations (INQUIRY_MIGRATIONS).")
  var migrations: String?

  func run() async throws {
    try await Failures.reported {
      let installation = try await Installation.open()
      let migrator = try Migrator(directory: migrations ?? installation.settings.migrations)
      let owner = Pool(
        try installation.settings.connection("database.owner", as: "inquiry_owner"), size: 1,
        name: "owner", logger: installation.logger)
      let dryRun = dryRun
      let applied = try await owner.run { try migrator.migrate(on: $0, dryRun: dryRun) }
      await owner.close()
      for migration in applied {
        print("\(dryRun ? "would apply" : "applied") \(migration.version) \(migration.name)")
      }
      if applied.isEmpty { print("The schema is up to date.") }
    }
  }
}
