import FoundationEssentials

/// Brings a database's schema up to the migrations in a directory, forward only.
public struct Migrator: Sendable {
  /// The migrations of the directory, in order.
  public let migrations: [Migration]

  /// Reads a directory. Files that do not end in `.sql` are left alone.
  ///
  /// - Parameter directory: Its path.
  /// - Throws: ``MigrationError``, naming the file and line.
  public init(directory: String) throws(MigrationError) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: directory)
    } catch {
      throw .directory(path: directory, problem: "cannot be read")
    }
    var migrations: [Migration] = []
    for name in names.sorted() where name.hasSuffix(".sql") && !name.hasPrefix(".") {
      guard let data = FileManager.default.contents(atPath: directory + "/" + name) else {
        throw .file(name: name, line: 0, problem: "cannot be read")
      }
      migrations.append(try Migration(fileName: name, bytes: [UInt8](data)))
    }
    try self.init(migrations)
  }

  /// - Throws: ``MigrationError/file(name:line:problem:)`` when two have one version.
  public init(_ migrations: [Migration]) throws(MigrationError) {
    let sorted = migrations.sorted { $0.version < $1.version }
    for (one, next) in zip(sorted, sorted.dropFirst()) where one.version == next.version {
      throw .file(
        name: next.title + ".sql", line: 0, problem: "has the version of \(one.title).sql")
    }
    self.migrations = sorted
  }

  /// Compares the files with a database, without changing it.
  ///
  /// - Throws: ``MigrationError/diverged(_:)`` when the two tell different histories;
  ///   ``DatabaseError``.
  public func plan(on connection: Connection) throws -> MigrationPlan {
    try MigrationPlan(migrations, applied: MigrationLedger(connection: connection).applied())
  }

  /// Applies what a database lacks, one migration after the other.
  ///
  /// A second migrator waits for the first and then finds nothing to do. Each migration
  /// is a transaction together with its row in the ledger, unless it says otherwise. No
  /// statement timeout applies; the connection's lock timeout does, so that a busy
  /// database is not blocked behind a migration that waits.
  ///
  /// - Parameters:
  ///   - connection: Of the schema's owner, outside a transaction.
  ///   - dryRun: Changes nothing and returns what would be applied.
  ///   - willApply: Called before each migration, for progress.
  /// - Returns: The migrations that were, or would be, applied.
  /// - Throws: ``MigrationError``, after which the migrations before the failed one stay;
  ///   ``DatabaseError``.
  @discardableResult
  public func migrate(
    on connection: Connection, dryRun: Bool = false,
    willApply: (Migration) -> Void = { _ in }
  ) throws -> [Migration] {
    if dryRun { return try plan(on: connection).pending }
    let ledger = MigrationLedger(connection: connection)
    return try connection.withoutStatementTimeout {
      try ledger.locked {
        try ledger.create()
        let plan = try plan(on: connection)
        for migration in plan.pending {
          willApply(migration)
          try apply(migration, after: plan.stepsDone(of: migration), ledger)
          // What a file SET for its session must not reach the next.
          try connection.script("RESET ALL; SET statement_timeout = 0")
        }
        return plan.pending
      }
    }
  }

  /// Whether a server that knows these migrations can run on a database.
  ///
  /// - Throws: What ``plan(on:)`` throws.
  public func compatibility(on connection: Connection) throws -> Compatibility {
    try plan(on: connection).compatibility
  }

  private func apply(
    _ migration: Migration, after stepsDone: Int, _ ledger: MigrationLedger
  ) throws {
    let connection = ledger.connection
    guard migration.isTransactional else {
      try ledger.write(migration, stepsDone: stepsDone, isFinished: false)
      for step in stepsDone..<migration.steps.count {
        try send(step, of: migration, on: connection)
        let isLast = step + 1 == migration.steps.count
        try ledger.write(migration, stepsDone: step + 1, isFinished: isLast)
      }
      return
    }
    do {
      try connection.transaction {
        let before = try transactionID(connection)
        try send(0, of: migration, on: connection)
        guard connection.isInTransaction, try transactionID(connection) == before else {
          throw MigrationError.endedTransaction(title: migration.title)
        }
        try ledger.write(migration, stepsDone: 1, isFinished: true)
      }
    } catch let cause as DatabaseError {
      throw MigrationError.failed(title: migration.title, step: 1, line: nil, cause: cause)
    }
  }

  private func send(_ step: Int, of migration: Migration, on connection: Connection) throws {
    let text = migration.steps[step].text
    do throws(DatabaseError) {
      try connection.script(text)
      // A file may act as another role; the ledger is ours to write.
      try connection.script("RESET ROLE")
    } catch {
      // Inside the transaction's own retries, the plain error decides.
      if error.isTransient, connection.isInTransaction { throw error }
      let line = error.position.map { position in
        migration.steps[step].line
          + text.unicodeScalars.prefix(max(0, position - 1)).count { $0 == "\n" }
      }
      throw MigrationError.failed(
        title: migration.title, step: step + 1, line: line, cause: error)
    }
  }

  private func transactionID(_ connection: Connection) throws -> String {
    try connection.one("SELECT pg_current_xact_id()::text") { try $0.next() }
  }
}

extension Connection {
  fileprivate func withoutStatementTimeout<T>(_ body: () throws -> T) throws -> T {
    let limit = backend.answerLimit
    backend.answerLimit = nil
    defer { backend.answerLimit = limit }
    try execute("SET statement_timeout = 0")
    defer {
      // Fails only with the connection, whose settings die with it.
      _ = try? execute("RESET statement_timeout")
    }
    return try body()
  }
}
