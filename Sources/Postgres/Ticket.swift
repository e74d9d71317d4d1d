import Synchronization

/// One caller's place in a queue; decides who of worker, deadline and cancellation
/// came first.
final class Ticket: Sendable {
  private enum State {
    case fresh
    case waiting(@Sendable (any Error) -> Void)
    case settled
  }

  private let state = Mutex(State.fresh)

  /// Says how the caller is told that it waits in vain.
  ///
  /// - Returns: `false` when the caller was cancelled before and should not wait at all.
  func wait(_ refuse: @escaping @Sendable (any Error) -> Void) -> Bool {
    state.withLock { state in
      guard case .fresh = state else { return false }
      state = .waiting(refuse)
      return true
    }
  }

  /// Begins the work, after which nothing can refuse it.
  ///
  /// - Returns: `false` when the caller has been told otherwise already.
  func begin() -> Bool {
    state.withLock { state in
      guard case .waiting = state else { return false }
      state = .settled
      return true
    }
  }

  /// Tells the caller that its work will not be done, if it has not begun.
  func refuse(_ error: any Error) {
    let tell = state.withLock { state -> (@Sendable (any Error) -> Void)? in
      switch state {
      case .fresh:
        state = .settled
        return nil
      case .waiting(let refuse):
        state = .settled
        return refuse
      case .settled: return nil
      }
    }
    tell?(error)
  }

  /// Whether the work has begun or never will.
  var isSettled: Bool {
    state.withLock { state in
      if case .settled = state { return true }
      return false
    }
  }
}
