import CLibpq
import Glibc

/// The server's end of one connection: a PGconn, and when it counts as lost.
///
/// libpq runs in its non-blocking mode under a `poll` of ours, because its blocking
/// calls know no deadline. That costs the same system calls.
final class Backend {
  /// What is lost with the connection if it goes while the server works.
  enum Stake {
    /// Nothing: no effect can outlive the connection.
    case nothing
    /// The statement, or the whole transaction, may have taken effect.
    case effect
  }

  let handle: OpaquePointer
  let notices: Notices
  private(set) var isLost = false
  /// How long the server may stay silent; `nil` for as long as it likes.
  var answerLimit: Duration?

  /// Connects, within `connect_timeout` for each host.
  init(_ settings: ConnectionSettings) throws(DatabaseError) {
    let parameters = settings.connectParameters
    let keywords = CStrings(parameters.keys.map { $0 })
    let values = CStrings(parameters.values.map { $0 })
    guard let handle = PQconnectdbParams(keywords.pointers, values.pointers, 0) else {
      throw DatabaseError(.unavailable, note: "libpq has no memory for a connection")
    }
    guard PQstatus(handle) == CONNECTION_OK, PQsetnonblocking(handle, 1) == 0 else {
      defer { PQfinish(handle) }
      throw .notConnected(handle)
    }
    self.handle = handle
    notices = Notices()
    answerLimit = settings.answerLimit
    PQsetNoticeReceiver(
      handle,
      { owner, result in
        guard let owner else { return }
        Unmanaged<Notices>.fromOpaque(owner).takeUnretainedValue().note(result)
      }, Unmanaged.passUnretained(notices).toOpaque())
  }

  deinit { PQfinish(handle) }

  /// Whether a transaction is open, failed or not.
  var isInTransaction: Bool {
    switch PQtransactionStatus(handle) {
    case PQTRANS_INTRANS, PQTRANS_INERROR, PQTRANS_ACTIVE: true
    default: false
    }
  }

  /// Whether the open transaction can only be rolled back.
  var isTransactionFailed: Bool { PQtransactionStatus(handle) == PQTRANS_INERROR }

  /// Looks, without asking the server, whether the connection ended while it lay idle.
  ///
  /// A session that was terminated, or whose server restarted, has left its farewell in
  /// the socket. Costs one `poll`.
  func checkIdle() {
    while !isLost, isReady(POLLIN, within: .zero) {
      if PQconsumeInput(handle) == 0 || PQstatus(handle) == CONNECTION_BAD { isLost = true }
      _ = PQisBusy(handle)  // parses what came, which calls the notice receiver
      if notices.isFatal { isLost = true }
    }
  }

  /// Declares the connection dead; nothing is sent on it any more.
  func lose() { isLost = true }

  /// Waits until the socket can be read or written, or has failed.
  ///
  /// - Returns: `false` when `limit` passed first.
  func isReady(_ events: Int32, within limit: Duration?) -> Bool {
    var descriptor = pollfd(fd: PQsocket(handle), events: Int16(events), revents: 0)
    var left = limit.map(\.milliseconds)
    let start = limit == .zero ? nil : ContinuousClock.now
    while true {
      let count = poll(&descriptor, 1, left.map { Int32(clamping: max(0, $0)) } ?? -1)
      if count == 0 { return false }
      // Any failure but an interruption is left to libpq, which will meet it too.
      if count > 0 || errno != EINTR { return true }
      if let limit, let start { left = (limit - (ContinuousClock.now - start)).milliseconds }
    }
  }

  /// The error for a connection that just went, or had gone before.
  func lossError(_ stake: Stake, cause: DatabaseError? = nil, note: String) -> DatabaseError {
    isLost = true
    return DatabaseError(
      kind: stake == .effect ? .outcomeUnknown : .unavailable, sqlState: cause?.sqlState,
      note: note, message: cause?.message, origin: cause?.origin)
  }
}

extension DatabaseError {
  /// Why no connection came about. libpq's text names hosts, ports, users and files,
  /// never a password; rows it has not seen yet.
  fileprivate static func notConnected(_ handle: OpaquePointer) -> DatabaseError {
    let text = String(cString: PQerrorMessage(handle))
    let line = text.split(separator: "\n").joined(separator: "; ")
    return DatabaseError(.unavailable, note: line.isEmpty ? "cannot connect" : line)
  }
}

/// A NULL-terminated array of C strings for the length of a call.
private final class CStrings {
  let pointers: UnsafeMutablePointer<UnsafePointer<CChar>?>
  private let count: Int

  init(_ strings: [String]) {
    count = strings.count
    pointers = .allocate(capacity: count + 1)
    for (index, string) in strings.enumerated() {
      (pointers + index).initialize(to: strdup(string).map { UnsafePointer($0) })
    }
    (pointers + count).initialize(to: nil)
  }

  deinit {
    for index in 0..<count { free(UnsafeMutablePointer(mutating: pointers[index])) }
    pointers.deallocate()
  }
}
