import Crypto
import Foundation
import Logging
public import Postgres
public import Testing

/// A database of its own for one test, cloned from a migrated template.
public struct TestDatabase: Sendable {
  public let name: String
  private let maintenance: String

  /// The database of the test that is running; its suite has the trait
  /// `.database`.
  @TaskLocal static var current: TestDatabase?

  public static func require() throws -> TestDatabase {
    try #require(current, "This suite needs the trait .database.")
  }

  /// A connection string in a role.
  public func conninfo(_ role: String) -> String {
    "\(maintenance) dbname=\(name) user=\(role)"
  }

  /// A connection string of a superuser, for looking at the catalogue and for
  /// faults.
  public var superuser: String {
    "\(maintenance) dbname=\(name)"
  }

  public static func pool(
    _ conninfo: String, size: Int = 2, statementTimeout: Duration = .seconds(10)
  ) throws -> Pool {
    Pool(
      try ConnectionSettings(
        conninfo: conninfo, applicationName: "test", statementTimeout: statementTimeout),
      size: size, name: "test",
      logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
  }

  /// For making and dropping databases, which waits for a checkpoint: on a busy disk
  /// longer than any statement of the product may take.
  fileprivate static func maintenancePool(_ conninfo: String) throws -> Pool {
    try pool(conninfo, size: 1, statementTimeout: .seconds(300))
  }

  /// Runs on one connection of a superuser.
  public func asSuperuser<T: Sendable>(
    _ body: @escaping @Sendable (Connection) throws -> T
  ) async throws -> T {
    let pool = try TestDatabase.pool(superuser, size: 1)
    let result = try await pool.run(body)
    await pool.close()
    return result
  }

  /// Runs on the maintenance database, as a superuser.
  public func elsewhere(
    _ body: @escaping @Sendable (Connection) throws -> Void
  ) async throws {
    let pool = try TestDatabase.maintenancePool(maintenance)
    try await pool.run(body)
    await pool.close()
  }

  /// Gives `body` a database of its own, and drops it afterwards.
  public static func with(_ body: (TestDatabase) async throws -> Void) async throws {
    await Seats.shared.take()
    let outcome: Result<Void, any Error>
    do {
      let database = try await create()
      do {
        try await body(database)
        outcome = .success(())
      } catch {
        outcome = .failure(error)
      }
      try await database.drop()
    } catch {
      await Seats.shared.leave()
      throw error
    }
    await Seats.shared.leave()
    try outcome.get()
  }

  static func create() async throws -> TestDatabase {
    guard let maintenance = ProcessInfo.processInfo.environment["INQUIRY_TEST_DATABASE"] else {
      throw TestDatabaseMissing()
    }
    return try await create(
      in: maintenance, from: try await Template.shared.name(maintenance))
  }

  /// A migrated database in a cluster of the test's own.
  public static func create(in maintenance: String) async throws -> TestDatabase {
    try await create(in: maintenance, from: try await Template.make(maintenance))
  }

  private static func create(
    in maintenance: String, from template: String
  ) async throws -> TestDatabase {
    let name = "t_\(ProcessInfo.processInfo.processIdentifier)_\(UInt32.random(in: 0 ... .max))"
    let pool = try TestDatabase.maintenancePool(maintenance)
    _ = try await pool.run {
      try $0.execute("CREATE DATABASE \(unsafe: name) TEMPLATE \(unsafe: template)")
    }
    await pool.close()
    let database = TestDatabase(name: name, maintenance: maintenance)
    // Rights on a database are not copied with it. Not the whole of roles.sql:
    // roles belong to the cluster, and two tests at once must not alter them.
    try await database.asSuperuser {
      try $0.script(
        """
        REVOKE ALL ON DATABASE \(name) FROM PUBLIC;
        GRANT CONNECT ON DATABASE \(name) TO inquiry_owner, inquiry_staff, inquiry_public;
        """)
    }
    return database
  }

  func drop() async throws {
    let pool = try TestDatabase.maintenancePool(maintenance)
    let name = name
    _ = try await pool.run { try $0.execute("DROP DATABASE \(unsafe: name) WITH (FORCE)") }
    await pool.close()
  }

  init(name: String, maintenance: String) {
    self.name = name
    self.maintenance = maintenance
  }
}

struct TestDatabaseMissing: Error, CustomStringConvertible {
  var description: String {
    "INQUIRY_TEST_DATABASE is not set: run deploy/test, or `eval \"$(deploy/test --cluster)\"` first."
  }
}

/// The migrated database that every test's own is a copy of; made once a run.
private actor Template {
  static let shared = Template()
  private var making: Task<String, any Error>?

  func name(_ maintenance: String) async throws -> String {
    if making == nil {
      making = Task { try await Template.make(maintenance) }
    }
    guard let making else { throw TestDatabaseMissing() }
    return try await making.value
  }

  static func roles() throws -> String {
    try String(contentsOf: root.appending(path: "db/roles.sql"), encoding: .utf8)
  }

  /// The folder of the package, three above this file.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Named after what it holds, so that a cluster that is kept between runs has
  /// one for each state of the migrations; the rename is the commit.
  static func make(_ maintenance: String) async throws -> String {
    let migrator = try Migrator(directory: root.appending(path: "db/migrations").path)
    var digest = SHA256()
    digest.update(data: Data(try roles().utf8))
    for migration in migrator.migrations { digest.update(data: Data(migration.checksum.utf8)) }
    let name = "template_" + digest.finalize().prefix(8).map { String($0, radix: 16) }.joined()
    let pool = try TestDatabase.maintenancePool(maintenance)
    let isThere: Bool = try await pool.run { connection in
      try connection.one("SELECT EXISTS (SELECT FROM pg_database WHERE datname = \(name))") {
        try $0.next()
      }
    }
    if !isThere {
      let building = "\(name)_\(UInt32.random(in: 0 ... .max))"
      _ = try await pool.run {
        try $0.execute("CREATE DATABASE \(unsafe: building) TEMPLATE template0")
      }
      let database = TestDatabase(name: building, maintenance: maintenance)
      try await database.asSuperuser { try $0.script(roles()) }
      let owner = try TestDatabase.pool(database.conninfo("inquiry_owner"), size: 1)
      _ = try await owner.run { try migrator.migrate(on: $0, dryRun: false) }
      await owner.close()
      _ = try await pool.run {
        try $0.execute("ALTER DATABASE \(unsafe: building) RENAME TO \(unsafe: name)")
      }
    }
    await pool.close()
    return name
  }
}

/// How many databases are in use at once: so many as a small machine's
/// PostgreSQL can give connections to.
private actor Seats {
  static let shared = Seats()
  private var free = 6
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func take() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func leave() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}

/// Gives each test of a suite a database of its own. No PostgreSQL is a
/// failure, never a skip.
public struct DatabaseTrait: TestTrait, SuiteTrait, TestScoping {
  public let isRecursive = true

  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    guard testCase != nil else { return try await function() }
    try await TestDatabase.with { database in
      try await TestDatabase.$current.withValue(database) { try await function() }
    }
  }
}

extension Trait where Self == DatabaseTrait {
  public static var database: DatabaseTrait { DatabaseTrait() }
}
