import Glibc
import Logging
import Synchronization

@testable import Postgres

/// A database of one test's own, on the server that INQUIRY_TEST_DATABASE names.
struct TestDatabase: Sendable {
  /// Connects as the superuser of the tests.
  let settings: ConnectionSettings
  /// Four connections to the database, opened when used.
  let pool: Pool
  /// Connections to the server's maintenance database, for what is done to the others.
  let admin: Pool

  /// Runs a test in a new, empty database and drops it afterwards.
  static func with(_ body: (TestDatabase) async throws -> Void) async throws {
    await gate.enter()
    do { try await run(body) } catch {
      await gate.leave()
      throw error
    }
    await gate.leave()
  }

  /// The settings, changed for one purpose.
  func settings(_ change: (inout ConnectionSettings) -> Void) -> ConnectionSettings {
    var settings = settings
    change(&settings)
    return settings
  }

  func pool(size: Int, _ change: (inout ConnectionSettings) -> Void = { _ in }) -> Pool {
    Pool(settings(change), size: size, name: "test", logger: .silent)
  }

  /// Ends a session and waits until it is gone.
  func terminate(_ process: Int) async throws {
    try await admin.run { try Self.terminate(process, on: $0) }
  }

  static func terminate(_ process: Int, on connection: Connection) throws {
    try connection.execute("SELECT pg_terminate_backend(\(Int32(process)))")
    while try connection.one(
      "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE pid = \(Int32(process)))",
      { try $0.next() as Bool })
    { usleep(2000) }
  }

  private static let number = Mutex(0)
  private static let gate = Gate(places: 4)

  private static func run(_ body: (TestDatabase) async throws -> Void) async throws {
    guard let variable = getenv("INQUIRY_TEST_DATABASE") else { throw NoServer() }
    let maintenance = try ConnectionSettings(
      conninfo: String(cString: variable), applicationName: "PostgresTests")
    let admin = Pool(maintenance, size: 1, name: "admin", logger: .silent)
    let count = number.withLock { number in
      number += 1
      return number
    }
    let name = "postgres_test_\(getpid())_\(count)"
    try await admin.run { try $0.script("CREATE DATABASE \(name) TEMPLATE template0") }
    let settings = maintenance.database(name)
    let pool = Pool(settings, size: 4, name: "test", logger: .silent)
    let outcome: Result<Void, any Error>
    do {
      outcome = .success(
        try await body(TestDatabase(settings: settings, pool: pool, admin: admin)))
    } catch {
      outcome = .failure(error)
    }
    await pool.close()
    try await admin.run { try $0.script("DROP DATABASE \(name) WITH (FORCE)") }
    await admin.close()
    try outcome.get()
  }
}

/// Why the database tests cannot run. Never a reason to skip them.
struct NoServer: Error, CustomStringConvertible {
  let description =
    "INQUIRY_TEST_DATABASE is not set: run deploy/test, which starts a PostgreSQL for the tests"
}

extension Logger {
  static let silent = Logger(label: "silent") { _ in SwiftLogNoOpLogHandler() }
}

/// Lets a few tests in at a time: each holds connections, of which a server has few.
private actor Gate {
  private var places: Int
  private var queue: [CheckedContinuation<Void, Never>] = []

  init(places: Int) { self.places = places }

  func enter() async {
    if places > 0 {
      places -= 1
      return
    }
    await withCheckedContinuation { queue.append($0) }
  }

  func leave() {
    if queue.isEmpty { places += 1 } else { queue.removeFirst().resume() }
  }
}

/// A count that threads share.
final class Counter: Sendable {
  private let count = Mutex(0)
  var value: Int { count.withLock { $0 } }

  @discardableResult
  func increment() -> Int {
    count.withLock { count in
      count += 1
      return count
    }
  }
}

/// What threads wrote down, in order.
final class Notes<Element: Sendable>: Sendable {
  private let notes = Mutex([Element]())
  var all: [Element] { notes.withLock { $0 } }
  func append(_ note: Element) { notes.withLock { $0.append(note) } }
}

/// Waits for something that another thread or process brings about.
func until(_ condition: () async throws -> Bool) async throws {
  while try await !condition() { try await Task.sleep(for: .milliseconds(2)) }
}

/// The ``DatabaseError`` that `body` throws, or the failure of the test.
func databaseError<T>(_ body: () async throws -> T) async throws -> DatabaseError {
  do { _ = try await body() } catch let error as DatabaseError { return error }
  throw NoError()
}

func databaseError<T>(on connection: Connection, _ body: () throws -> T) throws -> DatabaseError {
  do { _ = try body() } catch let error as DatabaseError { return error }
  throw NoError()
}

struct NoError: Error, CustomStringConvertible {
  let description = "a DatabaseError was expected, and nothing was thrown"
}
