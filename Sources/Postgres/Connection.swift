import CLibpq

/// One session of the database, used by one thread for as long as it lives.
///
/// Every call blocks its thread until the server has answered. A ``Pool`` hands
/// connections out on threads of their own; nothing else should hold one, except a tool
/// that has nothing better to do than wait.
public final class Connection {
  let backend: Backend
  let settings: ConnectionSettings
  var statements: StatementCache
  /// Whether the server still holds statements that ``statements`` no longer names.
  var hasForgotten = false
  /// What reads or writes a stream of rows at the moment, and so keeps others out.
  var stream: String?
  /// Depth of savepoints, which makes their names.
  var depth = 0
  /// The error that made the open transaction fail.
  var transactionFault: DatabaseError?
  /// Whether anything was sent that could have taken effect since the unit began.
  private(set) var isTouched = false

  /// Opens a session.
  ///
  /// - Throws: ``DatabaseError`` of kind `unavailable`, within `connect_timeout` for
  ///   each host the settings name.
  public init(_ settings: ConnectionSettings) throws(DatabaseError) {
    backend = try Backend(settings)
    self.settings = settings
    statements = StatementCache(limit: settings.statementCacheLimit)
  }

  /// The version of the server in PostgreSQL's numbering, such as 150020.
  public var serverVersion: Int { Int(PQserverVersion(backend.handle)) }

  /// The process that serves this session, as `pg_stat_activity` shows it.
  public var processID: Int { Int(PQbackendPID(backend.handle)) }

  /// Whether a transaction is open.
  public var isInTransaction: Bool { backend.isInTransaction }

  /// Whether the session has ended; nothing can be done with it then.
  public var isLost: Bool { backend.isLost }

  /// What a loss during the next statement leaves in doubt.
  var stake: Backend.Stake {
    backend.isInTransaction || settings.isReadOnly ? .nothing : .effect
  }

  /// Notes that a statement goes out whose effect may outlive the connection's end.
  func touch() { isTouched = true }

  /// Refuses what must not come between the rows of a stream.
  func requireNoStream() throws(DatabaseError) {
    if let stream {
      throw .misuse("another statement was begun inside \(stream) on the same connection")
    }
  }

  /// Sends text in the simple protocol, which takes several statements.
  @discardableResult
  func simple(_ text: String, _ stake: Backend.Stake) throws(DatabaseError) -> Answer {
    try requireNoStream()
    guard !text.utf8.contains(0) else { throw .misuse("the statement holds U+0000") }
    backend.notices.isUnreplicated = false
    do {
      let answer = try backend.exchange(stake) { PQsendQuery(backend.handle, text) }
      try requireReplicated()
      return answer
    } catch {
      throw remembered(error)
    }
  }

  /// Turns the server's warning that a commit has no standby's word into an error.
  func requireReplicated() throws(DatabaseError) {
    guard backend.notices.isUnreplicated else { return }
    backend.notices.isUnreplicated = false
    throw DatabaseError(
      .outcomeUnknown, note: "committed here, but the standby did not confirm it")
  }

  /// Keeps the first error of a transaction, which is what it failed of, whatever the
  /// body makes of it.
  func remembered(_ error: DatabaseError) -> DatabaseError {
    if backend.isTransactionFailed { transactionFault = transactionFault ?? error }
    return error
  }
}

// What a pool's worker asks of the connection it keeps.
extension Connection {
  /// Makes ready for a unit of work.
  ///
  /// - Parameter afterRest: Whether to find out first if the session still lives; one that
  ///   has only just answered does.
  func beginUnit(afterRest: Bool) {
    isTouched = false
    if afterRest { backend.checkIdle() }
  }

  /// Ends a unit of work, leaving no transaction open.
  ///
  /// - Throws: ``DatabaseError`` of kind `misuse` when one was left open; it is rolled
  ///   back.
  func endUnit() throws(DatabaseError) {
    guard !isLost, isInTransaction else { return }
    abandon()
    throw .misuse("a unit of work left its transaction open; it was rolled back")
  }

  /// Rolls back whatever is open. Its failure is a loss, which the next use reports.
  func abandon() {
    transactionFault = nil
    depth = 0
    guard !isLost, isInTransaction else { return }
    do { try simple("ROLLBACK", .nothing) } catch { backend.lose() }
  }
}
