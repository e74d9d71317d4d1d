import CLibpq
import Glibc

/// The listening itself, on the listener's thread.
struct Ear: Sendable {
  /// Told of events, and of a failure that makes none; answers whether to go on.
  typealias Tell = (Listener.Event?, DatabaseError?) -> Bool

  let settings: ConnectionSettings
  let channels: [String]
  let heartbeat: Duration
  let waker: Waker

  /// Listens until told to stop.
  func listen(_ tell: Tell) {
    var failures = 0
    while true {
      do throws(DatabaseError) {
        let connection = try connect()
        failures = 0
        guard tell(.connected, nil) else { return }
        do throws(DatabaseError) {
          try hear(connection.backend, connection, tell)
          return
        } catch {
          guard tell(.lost, error) else { return }
        }
      } catch {
        // Only the first failure in a row is news.
        guard tell(nil, failures == 0 ? error : nil) else { return }
      }
      if waker.sleeps(for: backoff(failures)) { return }
      failures += 1
    }
  }

  /// 50 ms at first, which a restarting backend needs; then doubling, up to 3 s, which is
  /// as long as a page may be stale.
  private func backoff(_ failures: Int) -> Duration {
    min(.milliseconds(50 << min(failures, 6)), .seconds(3))
  }

  private func connect() throws(DatabaseError) -> Connection {
    let connection = try Connection(settings)
    for channel in channels {
      let quoted = channel.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"")
      try connection.execute("LISTEN \"\(unsafe: quoted)\"")
    }
    return connection
  }

  /// Returns when it was told to stop.
  private func hear(
    _ backend: Backend, _ connection: Connection, _ tell: Tell
  ) throws(DatabaseError) {
    while true {
      while let event = backend.nextNotification() {
        guard tell(event, nil) else { return }
      }
      switch waker.wait(for: PQsocket(backend.handle), within: heartbeat) {
      case .woken: return
      case .silence: try connection.execute("SELECT 1")
      case .readable:
        backend.checkIdle()
        if backend.isLost { throw backend.lossError(.nothing, note: "the connection ended") }
      }
      guard tell(nil, nil) else { return }
    }
  }
}

extension Backend {
  /// The next notification that has arrived.
  func nextNotification() -> Listener.Event? {
    guard let notification = PQnotifies(handle) else { return nil }
    defer { PQfreemem(notification) }
    return .notification(
      channel: String(cString: notification.pointee.relname),
      payload: String(cString: notification.pointee.extra))
  }
}

/// A pipe by which another thread wakes one that waits for a socket.
final class Waker: Sendable {
  enum Outcome { case woken, readable, silence }

  private let reading: Int32
  private let writing: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    // Without a pipe (no descriptors left) the listener notices a stop at its heartbeat.
    if pipe(&ends) != 0 { ends = [-1, -1] }
    for end in ends where end >= 0 {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    reading = ends[0]
    writing = ends[1]
  }

  deinit {
    if reading >= 0 { close(reading) }
    if writing >= 0 { close(writing) }
  }

  /// Wakes whoever waits, now or later: the byte stays in the pipe.
  func wake() {
    var byte: UInt8 = 1
    if writing >= 0 { _ = write(writing, &byte, 1) }
  }

  /// Waits for a socket (-1 for none), a wake or the end of the time.
  func wait(for socket: Int32, within limit: Duration) -> Outcome {
    var descriptors = [
      pollfd(fd: reading, events: Int16(POLLIN), revents: 0),
      pollfd(fd: socket, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&descriptors, 2, Int32(clamping: limit.milliseconds))
    if count == 0 { return .silence }
    return descriptors[0].revents != 0 ? .woken : .readable
  }

  /// Sleeps.
  ///
  /// - Returns: Whether it was woken.
  func sleeps(for limit: Duration) -> Bool { wait(for: -1, within: limit) == .woken }
}
