import CLibpq

extension Connection {
  /// Runs a statement and reads its rows.
  ///
  /// - Parameters:
  ///   - sql: One statement.
  ///   - decode: Reads one row from left to right. All rows have arrived by then, so it
  ///     may run other statements.
  /// - Throws: ``DatabaseError``, or what `decode` throws.
  public func query<T>(_ sql: SQL, _ decode: (inout Row) throws -> T) throws -> [T] {
    let answer = try run(sql)
    var values: [T] = []
    values.reserveCapacity(Int(answer.rowCount))
    for index in 0..<answer.rowCount {
      var row = Row(answer, index)
      values.append(try decode(&row))
    }
    return values
  }

  /// Runs a statement and reads its first row.
  ///
  /// - Returns: `nil` when there is no row. Others are fetched and ignored; say LIMIT 1.
  public func first<T>(_ sql: SQL, _ decode: (inout Row) throws -> T) throws -> T? {
    let answer = try run(sql)
    guard answer.rowCount > 0 else { return nil }
    var row = Row(answer, 0)
    return try decode(&row)
  }

  /// Runs a statement and reads its only row.
  ///
  /// - Throws: ``DatabaseError`` of kind `rowCount` when there is none or more than one.
  public func one<T>(_ sql: SQL, _ decode: (inout Row) throws -> T) throws -> T {
    let answer = try run(sql)
    guard answer.rowCount == 1 else {
      throw DatabaseError(.rowCount, note: "expected 1, got \(answer.rowCount)")
    }
    var row = Row(answer, 0)
    return try decode(&row)
  }

  /// Runs a statement and hands over its rows as they arrive, holding one at a time.
  ///
  /// Nothing else can be done with the connection meanwhile. The server's statement
  /// timeout runs on while `body` works.
  ///
  /// - Parameters:
  ///   - sql: One statement.
  ///   - body: Reads one row. When it throws, the rest of the rows is received and
  ///     dropped, so that the transaction remains usable.
  public func forEach(_ sql: SQL, _ body: (inout Row) throws -> Void) throws {
    do {
      try stream(sql, body)
    } catch let error as DatabaseError where error.isStalePlan && !isLost && !isInTransaction {
      // Refused before its first row; see `run`.
      try stream(sql, body)
    }
  }

  /// Runs a statement for its effect.
  ///
  /// - Returns: Rows written, or read by a SELECT.
  @discardableResult
  public func execute(_ sql: SQL) throws(DatabaseError) -> Int {
    try run(sql).affectedRows
  }

  /// Runs several statements, without parameters and in one message, as migrations do.
  ///
  /// - Parameter text: Sent as it stands. Outside a transaction it is one by itself,
  ///   unless it says BEGIN.
  public func script(_ text: String) throws(DatabaseError) {
    touch()
    try simple(text, stake)
  }

  /// Sends a notification, which listeners receive when the transaction commits.
  ///
  /// - Parameters:
  ///   - channel: Any text; it is quoted.
  ///   - payload: Shorter than 8000 bytes, PostgreSQL's limit. No confidential text:
  ///     whoever may connect may listen.
  public func notify(_ channel: String, payload: String = "") throws(DatabaseError) {
    try execute("SELECT pg_notify(\(channel), \(payload))")
  }
}

extension Connection {
  /// Runs one statement to its end.
  func run(_ sql: SQL) throws(DatabaseError) -> Answer {
    let stake = stake
    do {
      return try attempt(sql, stake)
    } catch {
      guard error.isStalePlan, !isLost, !isInTransaction else { throw error }
      // The schema moved under the statement; nothing of it was executed.
      return try attempt(sql, stake)
    }
  }

  private func attempt(_ sql: SQL, _ stake: Backend.Stake) throws(DatabaseError) -> Answer {
    try prepareAndSend(sql, stake) {}
    do {
      let answer = try backend.collect(stake)
      if stake == .effect { try requireReplicated() }
      return answer
    } catch {
      if error.isStalePlan { forgetStatements() }
      throw remembered(error)
    }
  }

  private func stream(_ sql: SQL, _ body: (inout Row) throws -> Void) throws {
    let stake = stake
    try prepareAndSend(sql, stake) { _ = PQsetSingleRowMode(backend.handle) }
    stream = "forEach"
    defer { stream = nil }
    var failure: (any Error)?
    var refusal: DatabaseError?
    while let answer = try backend.next(stake) {
      if answer.status == PGRES_FATAL_ERROR { refusal = refusal ?? DatabaseError(answer) }
      guard answer.status == PGRES_SINGLE_TUPLE, failure == nil else { continue }
      var row = Row(answer, 0)
      do { try body(&row) } catch { failure = error }
    }
    try backend.requireAlive(stake, cause: refusal)
    if let refusal {
      if refusal.isStalePlan { forgetStatements() }
      throw failure ?? remembered(refusal)
    }
    if let failure { throw failure }
  }
}
