import Conduct
import Foundation
import Hummingbird
import HummingbirdTesting
import Inquiries
import Logging
import Postgres
import TestSupport

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
    try await TestDatabase.with { test in
      try await test.asSuperuser { connection in
        try connection.transaction {
          try connection.script(PublicFixture.sql + PublicFixture.written)
        }
      }
      let settings = try ConnectionSettings(
        conninfo: test.conninfo("inquiry_public"), applicationName: "ServerTests")
      let database = PublicDatabase(
        owner: try TestDatabase.pool(test.superuser, size: 1), settings: settings,
        pool: Pool(settings, size: 2, name: "public", logger: .mute))
      let outcome: Result<Void, any Error>
      do { outcome = .success(try await body(database)) } catch { outcome = .failure(error) }
      await database.pool.close()
      await database.owner.close()
      try outcome.get()
    }
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
    _ keeper: PageKeeper, clock: @escaping @Sendable () -> Instant = Calendars.now,
    _ body: @escaping @Sendable (PublicClient) async throws -> Void
  ) async throws {
    let site = try PublicSite(
      pool: pool, settings: .init(publicURL: "https://evidence.example/"), keeper: keeper,
      logger: .mute, clock: clock)
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
}

extension Logger {
  static let mute = Logger(label: "mute") { _ in SwiftLogNoOpLogHandler() }
}
