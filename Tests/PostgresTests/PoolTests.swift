import Dispatch
import Testing

@testable import Postgres

@Suite(.timeLimit(.minutes(2))) struct PoolTests {
  @Test func `no more connections than its size, and none before they are needed`()
    async throws
  {
    try await TestDatabase.with { database throws in
      let pool = database.pool(size: 3)
      #expect(pool.load == PoolLoad(threads: 0, idle: 0, waiting: 0))
      for _ in 0..<5 { try await pool.run { try $0.execute("SELECT 1") } }
      #expect(pool.load.threads == 1)
      let processes = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<60 { group.addTask { try await pool.run { $0.processID } } }
        return try await group.reduce(into: Set()) { $0.insert($1) }
      }
      #expect((1...3).contains(processes.count))
      #expect(pool.load.threads <= 3)
      await pool.close()
    }
  }

  @Test func `a unit that waits too long is refused and never runs`() async throws {
    try await TestDatabase.with { database throws in
      let pool = Pool(
        database.settings, size: 1, name: "narrow", acquireTimeout: .milliseconds(30),
        logger: .silent)
      let release = DispatchSemaphore(value: 0)
      async let occupant: Void = pool.run { _ in release.wait() }
      try await until { pool.load.threads == 1 && pool.load.idle == 0 }
      let ran = Counter()
      let error = try await databaseError { try await pool.run { _ in ran.increment() } }
      #expect(error.kind == .unavailable)
      #expect(error.description.contains("narrow"))
      #expect(pool.load.waiting == 0)
      release.signal()
      try await occupant
      #expect(try await pool.run { try $0.one("SELECT 1") { try $0.next() } } == 1)
      #expect(ran.value == 0)
      await pool.close()
    }
  }

  @Test func `units are served in the order in which they came`() async throws {
    try await TestDatabase.with { database throws in
      let pool = database.pool(size: 1)
      let release = DispatchSemaphore(value: 0)
      let order = Notes<Int>()
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await pool.run { _ in release.wait() } }
        try await until { pool.load.threads == 1 && pool.load.idle == 0 }
        for number in 1...40 {
          group.addTask { try await pool.run { _ in order.append(number) } }
          try await until { pool.load.waiting == number }
        }
        release.signal()
        try await group.waitForAll()
      }
      #expect(order.all == Array(1...40))
      await pool.close()
    }
  }

  @Test func `a task cancelled before its unit begins never runs it`() async throws {
    try await TestDatabase.with { database throws in
      let pool = database.pool(size: 1)
      let release = DispatchSemaphore(value: 0)
      async let occupant: Void = pool.run { _ in release.wait() }
      try await until { pool.load.threads == 1 && pool.load.idle == 0 }
      let ran = Counter()
      let waiting = Task { try await pool.run { _ in ran.increment() } }
      try await until { pool.load.waiting == 1 }
      waiting.cancel()
      await #expect(throws: CancellationError.self) { try await waiting.value }
      #expect(pool.load.waiting == 0)
      let early = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return try await pool.run { _ in ran.increment() }
      }
      await #expect(throws: CancellationError.self) { try await early.value }
      release.signal()
      try await occupant
      try await pool.run { _ in }
      #expect(ran.value == 0)
      await pool.close()
    }
  }

  @Test func `a unit that has begun is finished although its task is cancelled`() async throws {
    try await TestDatabase.with { database throws in
      let pool = database.pool(size: 1)
      try await pool.run { try $0.script("CREATE TABLE x (n int)") }
      let begun = DispatchSemaphore(value: 0)
      let release = DispatchSemaphore(value: 0)
      let task = Task {
        try await pool.transaction { connection in
          begun.signal()
          release.wait()
          try connection.execute("INSERT INTO x VALUES (1)")
        }
      }
      try await Self.wait(for: begun)
      task.cancel()
      release.signal()
      _ = try await task.value
      let count = try await pool.run { connection in
        try connection.one("SELECT count(*) FROM x") { try $0.next() as Int }
      }
      #expect(count == 1)
      await pool.close()
    }
  }

  @Test func `cooperative threads stay free while every connection sleeps`() async throws {
    try await TestDatabase.with { database throws in
      // More sleepers than this machine has cores, and so cooperative threads.
      let size = 12
      let pool = database.pool(size: size) { $0.statementTimeout = .zero }
      try await withThrowingTaskGroup(of: DatabaseError.self) { group in
        for _ in 0..<size {
          group.addTask {
            try await databaseError {
              try await pool.run { try $0.execute("SELECT pg_sleep(600)") }
            }
          }
        }
        let sleepers: SQL =
          """
          SELECT pid FROM pg_stat_activity
          WHERE datname = current_database() AND query LIKE '%pg_sleep(600)' AND state = 'active'
            AND pid <> pg_backend_pid()
          """
        let pids = { @Sendable (connection: Connection) in
          try connection.query(sleepers) { try $0.next() as Int }
        }
        try await until { try await database.pool.run(pids).count == size }
        let done = await withTaskGroup(of: Int.self) { group in
          for number in 0..<200 {
            group.addTask {
              await Task.yield()
              return number
            }
          }
          return await group.reduce(0, +)
        }
        #expect(done == 19_900)
        for pid in try await database.pool.run(pids) { try await database.terminate(pid) }
        for try await error in group { #expect(error.kind == .outcomeUnknown) }
      }
      await pool.close()
    }
  }

  @Test func `closing refuses what waits, lets finish what runs, and disconnects`()
    async throws
  {
    try await TestDatabase.with { database throws in
      let pool = database.pool(size: 1) { $0.parameters["application_name"] = "closing" }
      let release = DispatchSemaphore(value: 0)
      async let occupant: Int = pool.run { connection in
        release.wait()
        return try connection.one("SELECT 7") { try $0.next() as Int }
      }
      try await until { pool.load.threads == 1 && pool.load.idle == 0 }
      async let waiting = databaseError { try await pool.run { _ in } }
      try await until { pool.load.waiting == 1 }
      async let closed: Void = pool.close()
      #expect(try await waiting.kind == .unavailable)
      release.signal()
      #expect(try await occupant == 7)
      await closed
      #expect(pool.load.threads == 0)
      let late = try await databaseError { try await pool.run { _ in } }
      #expect(late.kind == .unavailable)
      try await until {
        try await database.admin.run { connection in
          try connection.one(
            "SELECT NOT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = 'closing')"
          ) { try $0.next() }
        }
      }
    }
  }

  private static func wait(for semaphore: DispatchSemaphore) async throws {
    try await until { semaphore.wait(timeout: .now()) == .success }
  }
}
