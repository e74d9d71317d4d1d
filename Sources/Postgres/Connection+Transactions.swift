import Glibc

/// How a transaction runs, and how often it may be tried.
public struct TransactionOptions: Sendable {
  /// What it sees of others. Invariants rest on constraints and locks, not on this
  /// (operations.md 11).
  public enum Isolation: String, Sendable {
    case readCommitted = "READ COMMITTED"
    case repeatableRead = "REPEATABLE READ"
    case serializable = "SERIALIZABLE"
  }

  public var isolation: Isolation
  public var isReadOnly: Bool
  /// Runs of the body in all, when others keep winning.
  public var attempts: Int
  /// Replaces the connection's own limit on each statement; zero is none.
  public var statementTimeout: Duration?
  /// How long to wait after the given attempt, the first being 1. Random, or two
  /// transactions that met once would meet again.
  public var pause: @Sendable (_ attempt: Int) -> Duration

  public init(
    isolation: Isolation = .readCommitted, isReadOnly: Bool = false, attempts: Int = 5,
    statementTimeout: Duration? = nil,
    pause: @escaping @Sendable (_ attempt: Int) -> Duration = Self.jitter
  ) {
    self.isolation = isolation
    self.isReadOnly = isReadOnly
    self.attempts = attempts
    self.statementTimeout = statementTimeout
    self.pause = pause
  }

  /// Up to 5 ms after the first attempt, doubling: long beside a transaction here, short
  /// beside what a person notices.
  public static let jitter: @Sendable (_ attempt: Int) -> Duration = { attempt in
    .microseconds(Int.random(in: 0...(5000 << min(attempt - 1, 5))))
  }

  /// One message begins the transaction and sets its limits.
  fileprivate var begin: String {
    var text = "BEGIN ISOLATION LEVEL \(isolation.rawValue)"
    if isReadOnly { text += " READ ONLY" }
    if let statementTimeout {
      text += "; SET LOCAL statement_timeout = \(statementTimeout.milliseconds)"
    }
    return text
  }
}

extension Connection {
  /// Runs `body` in a transaction: it commits when `body` returns and rolls back when
  /// it throws.
  ///
  /// When another transaction wins (SQLSTATE 40001 or 40P01), or a statement turns out
  /// to have been prepared for another schema, the whole body runs again, so it must
  /// have no effect outside the database.
  ///
  /// - Throws: ``DatabaseError``; of kind `outcomeUnknown` when COMMIT was sent and its
  ///   success is not known. Or what `body` throws.
  @discardableResult
  public func transaction<T>(
    _ options: TransactionOptions = .init(), _ body: () throws -> T
  ) throws -> T {
    var attempt = 1
    while true {
      do {
        return try once(options, body)
      } catch let error as DatabaseError
        where error.isTransient && attempt < options.attempts && !isLost
      {
        let pause = options.pause(attempt)
        if pause > .zero { usleep(UInt32(clamping: pause.milliseconds * 1000)) }
        attempt += 1
      }
    }
  }

  /// Runs `body` so that its failure undoes only what it did, not the transaction.
  ///
  /// - Throws: ``DatabaseError`` of kind `misuse` outside a transaction; or what `body`
  ///   throws, after the work since the savepoint was rolled back.
  @discardableResult
  public func savepoint<T>(_ body: () throws -> T) throws -> T {
    guard isInTransaction else { throw DatabaseError.misuse("a savepoint needs a transaction") }
    let name = "level_\(depth + 1)"
    try simple("SAVEPOINT \(name)", .nothing)
    depth += 1
    defer { depth -= 1 }
    do {
      let value = try body()
      if backend.isTransactionFailed { throw transactionFault ?? .misuse("savepoint failed") }
      try simple("RELEASE SAVEPOINT \(name)", .nothing)
      return value
    } catch {
      guard !isLost, isInTransaction else { throw error }
      try simple("ROLLBACK TO SAVEPOINT \(name); RELEASE SAVEPOINT \(name)", .nothing)
      transactionFault = nil
      throw error
    }
  }

  private func once<T>(_ options: TransactionOptions, _ body: () throws -> T) throws -> T {
    guard !isInTransaction else {
      throw DatabaseError.misuse("a transaction inside a transaction; use a savepoint")
    }
    transactionFault = nil
    try simple(options.begin, .nothing)
    let limit = backend.answerLimit
    if let timeout = options.statementTimeout {
      backend.answerLimit = timeout > .zero ? timeout + settings.answerGrace : nil
    }
    defer { backend.answerLimit = limit }
    do {
      let value = try body()
      // A body that swallowed an error would otherwise be told that its work is kept:
      // the server answers COMMIT of a failed transaction with ROLLBACK and no error.
      if let transactionFault, backend.isTransactionFailed { throw transactionFault }
      try commit(options.isReadOnly ? .nothing : .effect)
      return value
    } catch {
      abandon()
      throw error
    }
  }

  private func commit(_ stake: Backend.Stake) throws(DatabaseError) {
    guard isInTransaction else {
      if isLost { throw backend.lossError(.nothing, note: "the connection was lost before") }
      throw .misuse("the body ended the transaction itself")
    }
    touch()
    let tag = try simple("COMMIT", settings.isReadOnly ? .nothing : stake).tag
    if tag != "COMMIT" { throw .misuse("the transaction had failed and was rolled back") }
  }
}
