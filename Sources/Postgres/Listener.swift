public import Logging
import Synchronization

/// Receives notifications on a connection and thread of its own, connecting again
/// whenever it is cut off.
///
/// What is notified while it is cut off is not made up for. Who keeps something that
/// notifications invalidate drops it all at ``Event/lost``.
public final class Listener: Sendable {
  /// What a listener has to tell.
  public enum Event: Sendable, Hashable {
    /// From here on notifications arrive.
    case connected
    case notification(channel: String, payload: String)
    /// From here on notifications may be missed.
    case lost
  }

  private struct State {
    var streams: [Int: AsyncStream<Event>.Continuation] = [:]
    var nextStream = 0
    var isConnected = false
    var isStarted = false
    var isStopped = false
  }

  private let settings: ConnectionSettings
  private let channels: [String]
  private let heartbeat: Duration
  private let logger: Logger
  private let state = Mutex(State())
  private let waker: Waker

  /// - Parameters:
  ///   - settings: Where to; not a hot standby, which refuses LISTEN.
  ///   - channels: Any texts; they are quoted.
  ///   - heartbeat: How often a silent server is asked whether it is still there. With
  ///     the settings' answer limit it bounds how long a loss goes unnoticed.
  ///   - logger: Told of each loss and each return.
  public init(
    _ settings: ConnectionSettings, channels: [String], heartbeat: Duration = .seconds(5),
    logger: Logger
  ) {
    self.settings = settings
    self.channels = channels
    self.heartbeat = heartbeat
    self.logger = logger
    waker = Waker()
  }

  deinit { stop() }

  /// The events from now on, beginning with ``Event/connected`` if it is. The first call
  /// connects.
  ///
  /// - Returns: A stream of its own for each call, which ends with ``stop()``.
  public func events() -> AsyncStream<Event> {
    AsyncStream { continuation in
      let mustStart = state.withLock { state in
        guard !state.isStopped else {
          continuation.finish()
          return false
        }
        let number = state.nextStream
        state.nextStream += 1
        state.streams[number] = continuation
        continuation.onTermination = { [weak self] _ in self?.forget(number) }
        if state.isConnected { continuation.yield(.connected) }
        defer { state.isStarted = true }
        return !state.isStarted
      }
      if mustStart { start() }
    }
  }

  /// Disconnects and ends every stream.
  public func stop() {
    let streams = state.withLock { state in
      state.isStopped = true
      defer { state.streams = [:] }
      return Array(state.streams.values)
    }
    for stream in streams { stream.finish() }
    waker.wake()
  }

  private func forget(_ number: Int) {
    state.withLock { $0.streams[number] = nil }
  }

  private func start() {
    // The thread holds the listener only while it works, so that dropping the last
    // reference stops it.
    let ear = Ear(settings: settings, channels: channels, heartbeat: heartbeat, waker: waker)
    let isStarted = OwnThread.start { [weak self, logger] in
      ear.listen { event, cause in
        guard let self else { return false }
        return self.tell(event, cause, logger)
      }
    }
    if !isStarted {
      logger.error("the system gave the listener no thread")
      stop()
    }
  }

  /// - Returns: Whether to go on.
  private func tell(_ event: Event?, _ cause: DatabaseError?, _ logger: Logger) -> Bool {
    if event == .connected { logger.info("listening") }
    if let cause { logger.warning("not listening", metadata: ["cause": "\(cause)"]) }
    return state.withLock { state in
      guard let event else { return !state.isStopped }
      if event == .connected { state.isConnected = true }
      if event == .lost { state.isConnected = false }
      for stream in state.streams.values { stream.yield(event) }
      return !state.isStopped
    }
  }
}
