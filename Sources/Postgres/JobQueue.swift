import DequeModule
import Dispatch
import Synchronization

/// A unit of work on its way to a connection.
struct Job: Sendable {
  let ticket: Ticket
  let deadline: DispatchTime
  /// Does the work and returns how to tell the caller.
  let perform: @Sendable (Worker) -> @Sendable () -> Void
}

/// First come, first served: jobs, and the threads that do them.
///
/// A job goes straight to an idle thread, the one that worked last (its connection's
/// caches are warm); threads are made when none is idle, up to the limit; further jobs
/// wait in line.
final class JobQueue: Sendable {
  private struct State {
    var waiting: Deque<Job> = []
    var idle: [Desk] = []
    var threads = 0
    var isClosed = false
    var isSweepDue = false
    var closers: [CheckedContinuation<Void, Never>] = []

    /// Takes jobs from the front of the line for as long as the condition holds.
    mutating func dropFirst(while condition: (Job) -> Bool) -> Deque<Job>.SubSequence {
      let dropped = waiting.prefix(while: condition)
      waiting.removeFirst(dropped.count)
      return dropped
    }
  }

  private let size: Int
  private let name: String
  private let makeWorker: @Sendable () -> Worker
  private let state = Mutex(State())
  /// Deadlines fire on a thread of Dispatch, so that neither blocked connections nor
  /// busy cooperative threads can hold them up.
  private let clock: DispatchQueue

  init(size: Int, name: String, makeWorker: @escaping @Sendable () -> Worker) {
    self.size = max(1, size)
    self.name = name
    self.makeWorker = makeWorker
    clock = DispatchQueue(label: "pool \(name)")
  }

  /// Hands a job to a thread or puts it in line.
  func add(_ job: Job) {
    let (desk, refusal) = state.withLock { state -> (Desk?, DatabaseError?) in
      if state.isClosed { return (nil, PoolRefusal.closed(name)) }
      if let desk = state.idle.popLast() { return (desk, nil) }
      if state.threads < size, startThread(job) {
        state.threads += 1
        return (nil, nil)
      }
      if state.threads == 0 { return (nil, PoolRefusal.noThread(name)) }
      state.waiting.append(job)
      scheduleSweep(&state)
      return (nil, nil)
    }
    // To wake a thread takes longer than all else here; nobody need wait for that.
    desk?.hand(job)
    if let refusal { job.ticket.refuse(refusal) }
  }

  var load: PoolLoad {
    state.withLock { state in
      _ = state.dropFirst { $0.ticket.isSettled }
      return PoolLoad(
        threads: state.threads, idle: state.idle.count,
        waiting: state.waiting.count { !$0.ticket.isSettled })
    }
  }

  /// Refuses what waits and what comes; threads end after what they are doing.
  func close() {
    let (jobs, desks) = state.withLock { state in
      state.isClosed = true
      defer {
        state.waiting = []
        state.idle = []
      }
      return (state.waiting, state.idle)
    }
    for job in jobs { job.ticket.refuse(PoolRefusal.closed(name)) }
    for desk in desks { desk.hand(nil) }
  }

  /// Waits until the last thread has ended; after ``close()``.
  func ended() async {
    await withCheckedContinuation { continuation in
      let isOver = state.withLock { state in
        if state.threads > 0 { state.closers.append(continuation) }
        return state.threads == 0
      }
      if isOver { continuation.resume() }
    }
  }

  private func startThread(_ first: Job) -> Bool {
    OwnThread.start { [self] in
      let desk = Desk()
      do {
        let worker = makeWorker()
        var job: Job? = first
        while let current = job {
          let tell = current.ticket.begin() ? current.perform(worker) : {}
          // In line for work before the caller knows: its next unit finds this thread.
          let (next, isOver) = next(for: desk)
          tell()
          if next == nil { worker.rest() }
          job = next ?? (isOver ? nil : desk.await())
        }
      }  // the worker's connection closes before the thread counts as ended
      threadEnded()
    }
  }

  /// The next job; or none, with the desk waiting for one unless the pool is closed.
  private func next(for desk: Desk) -> (job: Job?, isOver: Bool) {
    state.withLock { state in
      if let job = state.waiting.popFirst() { return (job, false) }
      if !state.isClosed { state.idle.append(desk) }
      return (nil, state.isClosed)
    }
  }

  private func threadEnded() {
    let closers = state.withLock { state in
      state.threads -= 1
      guard state.threads == 0 else { return [CheckedContinuation<Void, Never>]() }
      defer { state.closers = [] }
      return state.closers
    }
    for closer in closers { closer.resume() }
  }

  /// All jobs wait equally long, so one timer for the first in line is enough.
  private func scheduleSweep(_ state: inout State) {
    guard !state.isSweepDue, let first = state.waiting.first else { return }
    state.isSweepDue = true
    clock.asyncAfter(deadline: first.deadline) { [weak self] in self?.sweep() }
  }

  private func sweep() {
    let now = DispatchTime.now()
    let late = state.withLock { state in
      state.isSweepDue = false
      let late = state.dropFirst { $0.deadline <= now || $0.ticket.isSettled }
      scheduleSweep(&state)
      return late
    }
    for job in late { job.ticket.refuse(PoolRefusal.deadline(name)) }
  }
}

/// Where an idle thread waits for its next job.
private final class Desk: Sendable {
  private let job = Mutex<Job?>(nil)
  private let bell = DispatchSemaphore(value: 0)

  func hand(_ next: Job?) {
    job.withLock { $0 = next }
    bell.signal()
  }

  func await() -> Job? {
    bell.wait()
    return job.withLock { job in
      defer { job = nil }
      return job
    }
  }
}
