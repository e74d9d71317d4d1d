import CLibpq
import Glibc

extension Connection {
  /// Loads rows with binary COPY, the fastest way in.
  ///
  /// ```swift
  /// try connection.copyIn("COPY record.passage (id, text) FROM STDIN (FORMAT binary)") {
  ///   writer in
  ///   for passage in passages {
  ///     try writer.row { row in
  ///       row.write(passage.id)
  ///       row.write(passage.text)
  ///     }
  ///   }
  /// }
  /// ```
  ///
  /// Binary COPY converts nothing: a value's type must be exactly the column's (`Int32`
  /// for integer, `Int` for bigint). Nothing else can be done with the connection
  /// meanwhile. If anything fails no row stays, and an open transaction has failed.
  ///
  /// - Parameters:
  ///   - sql: A COPY … FROM STDIN (FORMAT binary), without parameters.
  ///   - rows: Writes the rows.
  /// - Returns: Rows loaded.
  @discardableResult
  public func copyIn(_ sql: SQL, _ rows: (inout CopyWriter) throws -> Void) throws -> Int {
    try requireNoStream()
    guard sql.parameters.isEmpty, !sql.text.utf8.contains(0) else {
      throw DatabaseError.misuse("COPY takes no parameters")
    }
    let stake = stake
    touch()
    try beginCopy(sql.text, stake)
    stream = "copyIn"
    defer { stream = nil }
    var failure: (any Error)?
    do {
      var writer = CopyWriter(backend: backend, stake: stake)
      try rows(&writer)
      try writer.finish()
    } catch {
      failure = error
    }
    if isLost { throw failure ?? backend.lossError(stake, note: "the connection was lost") }
    let count = try endCopy(stake, failure)
    if stake == .effect { try requireReplicated() }
    return count
  }

  private func beginCopy(_ text: String, _ stake: Backend.Stake) throws(DatabaseError) {
    do throws(DatabaseError) {
      backend.notices.isUnreplicated = false
      try backend.dispatch(stake) { PQsendQuery(backend.handle, text) }
      let answer = try backend.copyResult(stake)
      if answer?.status == PGRES_COPY_IN { return }
      let refusal = answer?.status == PGRES_FATAL_ERROR ? answer.map { DatabaseError($0) } : nil
      while try backend.next(stake) != nil {}
      try backend.requireAlive(stake, cause: refusal)
      throw refusal ?? .misuse("copyIn needs COPY … FROM STDIN")
    } catch {
      throw remembered(error)
    }
  }

  /// Ends the COPY, or makes it fail when `failure` is given, and reads its outcome.
  private func endCopy(_ stake: Backend.Stake, _ failure: (any Error)?) throws -> Int {
    let words: String? = failure == nil ? nil : "the rows could not be written"
    do {
      try backend.dispatch(stake) { PQputCopyEnd(backend.handle, words) }
      return try backend.collect(stake).affectedRows
    } catch {
      let cause = remembered(error)
      // What the writer met is the cause, unless it was the server's refusal of a row
      // that interrupted it.
      throw failure ?? cause
    }
  }
}
