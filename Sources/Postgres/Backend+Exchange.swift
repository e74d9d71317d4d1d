import CLibpq
import Glibc

extension Backend {
  /// Sends something and waits for everything that comes back.
  ///
  /// - Parameters:
  ///   - stake: What a loss of the connection meanwhile would leave in doubt.
  ///   - send: A `PQsend…` call; 1 is success.
  /// - Returns: The last result.
  /// - Throws: The first error of the server; or a loss.
  func exchange(_ stake: Stake, _ send: () -> Int32) throws(DatabaseError) -> Answer {
    try dispatch(stake, send)
    return try collect(stake)
  }

  /// Sends something, handing all bytes to the kernel.
  func dispatch(_ stake: Stake, _ send: () -> Int32) throws(DatabaseError) {
    if isLost || PQstatus(handle) == CONNECTION_BAD {
      throw lossError(.nothing, note: "the connection was lost before")
    }
    guard send() == 1 else {
      if PQstatus(handle) == CONNECTION_BAD {
        throw lossError(stake, note: "the connection was lost during a statement")
      }
      throw refused()
    }
    try flush(stake)
  }

  /// Writes what libpq holds back, reading meanwhile so that neither side waits for
  /// the other for ever.
  func flush(_ stake: Stake) throws(DatabaseError) {
    while true {
      switch PQflush(handle) {
      case 0: return
      case 1: break
      // The server's last words may still be unread; `collect` finds them.
      default: return
      }
      guard isReady(POLLIN | POLLOUT, within: answerLimit) else { throw silence(stake) }
      if PQconsumeInput(handle) == 0 { return }
    }
  }

  /// Waits for the next result.
  ///
  /// - Returns: `nil` when there is no more of it.
  /// - Throws: A loss, also for a COPY that ``copyResult(_:)`` did not expect: there is no
  ///   way out of it but the end of the connection.
  func next(_ stake: Stake) throws(DatabaseError) -> Answer? {
    let answer = try copyResult(stake)
    switch answer?.status {
    case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
      throw lossError(stake, note: "COPY is done with copyIn only")
    default: return answer
    }
  }

  /// Waits for the next result, which may be the beginning of a COPY.
  func copyResult(_ stake: Stake) throws(DatabaseError) -> Answer? {
    while PQisBusy(handle) == 1 {
      guard isReady(POLLIN, within: answerLimit) else { throw silence(stake) }
      if PQconsumeInput(handle) == 0 { break }
      // What is longer than libpq reads at once has mostly arrived as well.
      if PQisBusy(handle) == 1, PQconsumeInput(handle) == 0 { break }
    }
    return PQgetResult(handle).map { Answer($0) }
  }

  /// Reads results to the end.
  func collect(_ stake: Stake) throws(DatabaseError) -> Answer {
    var last: Answer?
    var failure: DatabaseError?
    while let answer = try next(stake) {
      switch answer.status {
      case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: last = answer
      default: failure = failure ?? DatabaseError(answer)
      }
    }
    try requireAlive(stake, cause: failure)
    if let failure { throw failure }
    guard let last else { throw refused() }
    return last
  }

  /// Throws a loss when the server hung up, or said that it would.
  func requireAlive(_ stake: Stake, cause: DatabaseError?) throws(DatabaseError) {
    if PQstatus(handle) == CONNECTION_BAD || notices.isFatal {
      throw lossError(stake, cause: cause, note: "the connection was lost during a statement")
    }
  }

  /// The server has been silent for longer than it may be. It is not cancelled: a
  /// cancelled COMMIT would be acknowledged without its standby.
  private func silence(_ stake: Stake) -> DatabaseError {
    lossError(stake, note: "the server did not answer in time")
  }

  /// libpq would not send; its words may quote the statement.
  private func refused() -> DatabaseError {
    DatabaseError(
      kind: .misuse, sqlState: nil, note: "libpq refused the call",
      message: String(cString: PQerrorMessage(handle)))
  }
}
