import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import Postgres
import Synchronization

@testable import Server

/// A database of one test's own with the schema of the product and what
/// ``PublicFixture`` puts in `published`, on the server of INQUIRY_TEST_DATABASE.
struct PublicDatabase: Sendable {
  /// As the superuser: acts write `published`, tests do so themselves.
  let owner: Pool
  /// What the public surface connects with.
  let settings: ConnectionSettings
  let pool: Pool

  /// Runs a test and drops the database afterwards.
  static func with(_ body: (PublicDatabase) async throws -> Void) async throws {
    let conninfo = try conninfo()
    let maintenance = try ConnectionSettings(conninfo: conninfo, applicationName: "ServerTests")
    let admin = Pool(maintenance, size: 1, name: "admin", logger: .mute)
    let template = try await PublicTemplate.shared.name(conninfo, admin)
    let name = "public_test_\(getpid())_\(number.add(1, ordering: .relaxed).newValue)"
    try await admin.run { try $0.script("CREATE DATABASE \(name) TEMPLATE \(template)") }
    let settings = try ConnectionSettings(
      conninfo: "\(conninfo) dbname=\(name) options='-c role=inquiry_public'",
      applicationName: "ServerTests")
    let database = PublicDatabase(
      owner: Pool(maintenance.database(name), size: 1, name: "owner", logger: .mute),
      settings: settings, pool: Pool(settings, size: 2, name: "public", logger: .mute))
    let outcome: Result<Void, any Error>
    do { outcome = .success(try await body(database)) } catch { outcome = .failure(error) }
    await database.pool.close()
    await database.owner.close()
    try await admin.run { try $0.script("DROP DATABASE \(name) WITH (FORCE)") }
    await admin.close()
    try outcome.get()
  }

  /// Runs a test against the site, which keeps nothing.
  static func withSite(
    _ body: @escaping @Sendable (PublicDatabase, PublicClient) async throws -> Void
  ) async throws {
    try await with { database in
      let keeper = PageKeeper(database.settings, logger: .mute)
      try await database.withClient(keeper) { try await body(database, $0) }
    }
  }

  /// Runs a test against the site with a keeper.
  func withClient(
    _ keeper: PageKeeper, _ body: @escaping @Sendable (PublicClient) async throws -> Void
  ) async throws {
    let site = try PublicSite(
      pool: pool, settings: .init(publicURL: "https://evidence.example/"), keeper: keeper,
      logger: .mute)
    let router = Router()
    site.addRoutes(to: router)
    try await Application(router: router, logger: .mute).test(.router) { client in
      try await body(PublicClient(client: client))
    }
  }

  /// Does what an act would: changes `published` and tells the new version.
  func change(_ sql: String) async throws {
    try await owner.transaction { connection in
      try connection.script(sql)
      let version = try connection.one(
        "UPDATE published.version SET number = number + 1 RETURNING number"
      ) { try $0.next() as Int64 }
      try connection.notify("published", payload: "\(version)")
    }
  }

  private static let number = Atomic(0)

  private static func conninfo() throws -> String {
    guard let variable = getenv("INQUIRY_TEST_DATABASE") else { throw NoTestServer() }
    return String(cString: variable)
  }
}

/// Why the tests cannot run. Never a reason to skip them.
struct NoTestServer: Error, CustomStringConvertible {
  let description =
    "INQUIRY_TEST_DATABASE is not set: run deploy/test, which starts a PostgreSQL for the tests"
}

extension Logger {
  static let mute = Logger(label: "mute") { _ in SwiftLogNoOpLogHandler() }
}

/// The database that those of the tests are copied from, made once.
private actor PublicTemplate {
  static let shared = PublicTemplate()
  private var made: Task<String, any Error>?

  func name(_ conninfo: String, _ admin: Pool) async throws -> String {
    if let made { return try await made.value }
    let task = Task { try await PublicTemplate.make(conninfo, admin) }
    made = task
    return try await task.value
  }

  private static func make(_ conninfo: String, _ admin: Pool) async throws -> String {
    let name = "public_template_\(getpid())"
    try await admin.run { connection in
      // Made again by every run, so that what a killed one left is used again.
      try connection.script("DROP DATABASE IF EXISTS \(name) WITH (FORCE)")
      try connection.script("CREATE DATABASE \(name) TEMPLATE template0")
    }
    let settings = try ConnectionSettings(conninfo: conninfo, applicationName: "ServerTests")
    let pool = Pool(settings.database(name), size: 1, name: "template", logger: .mute)
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../db").standardizedFileURL
    let migrations = try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: "migrations"), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "sql" }.sorted { $0.path < $1.path }
    let roles = try String(contentsOf: folder.appending(path: "roles.sql"), encoding: .utf8)
    let scripts = try migrations.map { try String(contentsOf: $0, encoding: .utf8) }
    try await pool.run { connection in
      // Roles are the cluster's: other test processes may be making them now.
      try connection.transaction {
        try connection.execute("SELECT pg_advisory_xact_lock(7211)")
        try connection.script(roles)
      }
      for script in scripts {
        try connection.transaction { try connection.script(script) }
      }
      try connection.transaction { try connection.script(PublicFixture.sql) }
    }
    await pool.close()
    return name
  }
}
