import Dispatch
public import Logging

/// Connections on threads of their own, lent for one unit of work at a time.
///
/// A unit runs whole on its connection's thread, rendering of bytes included: one hop
/// there, one back. Measured on two cores, two connections per core answered more than
/// either more connections or epoll (performance.md 3). Connections open on first use.
public final class Pool: Sendable {
  private let queue: JobQueue
  private let acquireTimeout: DispatchTimeInterval

  /// - Parameters:
  ///   - settings: Where to.
  ///   - size: Connections at most.
  ///   - name: For logs and errors, such as "public".
  ///   - acquireTimeout: How long a unit waits for a connection to become free. Opening
  ///     one has its own limit, `connect_timeout`.
  ///   - logger: Told of connections opened and lost; never of values.
  public init(
    _ settings: ConnectionSettings, size: Int, name: String,
    acquireTimeout: Duration = .seconds(5), logger: Logger
  ) {
    var logger = logger
    logger[metadataKey: "pool"] = "\(name)"
    self.acquireTimeout = .milliseconds(Int(acquireTimeout.milliseconds))
    queue = JobQueue(size: size, name: name) { [logger] in Worker(settings, logger: logger) }
  }

  deinit { queue.close() }

  /// Runs statements on one connection, each a transaction of its own.
  ///
  /// `body` runs again from the start when its connection proves dead at the first
  /// statement. It must leave nothing behind in the session, such as SET or LISTEN: the
  /// next unit would find it.
  ///
  /// - Parameter body: Synchronous; may block. Cancelling the task drops it before it
  ///   begins and does not interrupt it afterwards: a COMMIT must not be cancelled.
  /// - Throws: What `body` throws; ``DatabaseError`` of kind `unavailable` when there is
  ///   no connection in time; `CancellationError`.
  @discardableResult
  public func run<T: Sendable>(
    _ body: @escaping @Sendable (Connection) throws -> T
  ) async throws -> T {
    let ticket = Ticket()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        guard ticket.wait({ continuation.resume(throwing: $0) }) else {
          return continuation.resume(throwing: CancellationError())
        }
        queue.add(
          Job(ticket: ticket, deadline: .now() + acquireTimeout) { worker in
            let result = worker.perform(body)
            return { continuation.resume(with: result) }
          })
      }
    } onCancel: {
      ticket.refuse(CancellationError())
    }
  }

  /// Runs statements in one transaction, which commits when `body` returns.
  ///
  /// `body` may run several times: see ``Connection/transaction(_:_:)`` and
  /// ``run(_:)``. Nothing of an earlier run remains in the database.
  ///
  /// - Parameters:
  ///   - options: Isolation, access and how often to try.
  ///   - body: Synchronous, without effect outside the database.
  /// - Throws: What ``run(_:)`` throws; ``DatabaseError`` of kind `outcomeUnknown` when
  ///   COMMIT was sent and its success is not known.
  @discardableResult
  public func transaction<T: Sendable>(
    _ options: TransactionOptions = .init(),
    _ body: @escaping @Sendable (Connection) throws -> T
  ) async throws -> T {
    try await run { connection in
      try connection.transaction(options) { try body(connection) }
    }
  }

  /// How busy the pool is.
  public var load: PoolLoad { queue.load }

  /// Refuses new and waiting units, waits for the running ones and disconnects.
  public func close() async {
    queue.close()
    await queue.ended()
  }
}

/// How busy a ``Pool`` is at one moment, for metrics.
public struct PoolLoad: Sendable, Hashable {
  /// Threads made so far, each with its connection.
  public let threads: Int
  /// Those with nothing to do.
  public let idle: Int
  /// Units in line.
  public let waiting: Int
}

/// Why a pool does not do a unit of work.
enum PoolRefusal {
  static func deadline(_ pool: String) -> DatabaseError {
    DatabaseError(.unavailable, note: "no connection of pool \(pool) became free in time")
  }

  static func closed(_ pool: String) -> DatabaseError {
    DatabaseError(.unavailable, note: "pool \(pool) is closed")
  }

  static func noThread(_ pool: String) -> DatabaseError {
    DatabaseError(.unavailable, note: "the system gave pool \(pool) no thread")
  }
}
