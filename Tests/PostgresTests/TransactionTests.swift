import Dispatch
import Testing

@testable import Postgres

@Suite struct TransactionTests {
  private struct Refused: Error {}

  @Test func `what returns is kept and what throws is undone`() async throws {
    try await withTable { database throws in
      try await database.pool.transaction { try $0.execute("INSERT INTO x VALUES (1)") }
      await #expect(throws: Refused.self) {
        try await database.pool.transaction { connection in
          try connection.execute("INSERT INTO x VALUES (2)")
          throw Refused()
        }
      }
      #expect(try await rows(database) == [1])
    }
  }

  @Test func `a body that swallowed an error is not told that its work was kept`()
    async throws
  {
    try await withTable { database throws in
      let error = try await databaseError {
        try await database.pool.transaction { connection in
          try connection.execute("INSERT INTO x VALUES (1)")
          _ = try? connection.execute("INSERT INTO x VALUES (1)")
        }
      }
      #expect(error.kind == .uniqueViolation)
      #expect(try await rows(database) == [])
    }
  }

  @Test func `a rule checked at COMMIT fails the transaction`() async throws {
    try await withTable { database throws in
      let error = try await databaseError {
        try await database.pool.transaction { connection in
          try connection.script(
            """
            CREATE TABLE y (n int CONSTRAINT y_n_fkey REFERENCES x DEFERRABLE INITIALLY DEFERRED)
            """)
          try connection.execute("INSERT INTO y VALUES (5)")
        }
      }
      #expect(error.kind == .foreignKeyViolation)
      #expect(error.constraint == "y_n_fkey")
    }
  }

  @Test func `after a serialization failure the body runs again`() async throws {
    try await withTable { database throws in
      try await database.pool.run { try $0.execute("INSERT INTO x VALUES (1)") }
      let runs = Counter()
      let pauses = Notes<Int>()
      let options = TransactionOptions(isolation: .repeatableRead) { attempt in
        pauses.append(attempt)
        return .zero
      }
      try await database.pool.transaction(options) { connection in
        let seen: Int = try connection.one("SELECT n FROM x") { try $0.next() }
        if runs.increment() == 1 {
          let rival = try Connection(database.settings)
          try rival.execute("UPDATE x SET n = 10")
        }
        try connection.execute("UPDATE x SET n = \(seen + 1)")
      }
      #expect(runs.value == 2)
      #expect(pauses.all == [1])
      #expect(try await rows(database) == [11])
    }
  }

  @Test func `a transaction that always loses gives up after its attempts`() async throws {
    try await withTable { database throws in
      try await database.pool.run { try $0.execute("INSERT INTO x VALUES (1)") }
      let runs = Counter()
      let options = TransactionOptions(
        isolation: .repeatableRead, attempts: 3, pause: { _ in .zero })
      let error = try await databaseError {
        try await database.pool.transaction(options) { connection in
          runs.increment()
          _ = try connection.one("SELECT n FROM x") { try $0.next() as Int }
          try Connection(database.settings).execute("UPDATE x SET n = n + 10")
          try connection.execute("UPDATE x SET n = 0")
        }
      }
      #expect(error.kind == .serializationFailure)
      #expect(runs.value == 3)
      #expect(try await rows(database) == [31])
    }
  }

  @Test func `of two transactions in a deadlock one runs again and both succeed`()
    async throws
  {
    try await withTable { database throws in
      try await database.pool.run { connection in
        try connection.execute("INSERT INTO x VALUES (1), (2)")
      }
      let pool = database.pool(size: 2) { settings in
        settings.parameters["options"] = "-c deadlock_timeout=10ms"
      }
      let runs = Counter()
      let pauses = Counter()
      let options = TransactionOptions { _ in
        pauses.increment()
        return .zero
      }
      let holding = (one: DispatchSemaphore(value: 0), two: DispatchSemaphore(value: 0))
      let add = { @Sendable (numbers: [Int], mine: DispatchSemaphore, other: DispatchSemaphore) in
        _ = try await pool.transaction(options) { connection in
          let isFirstRun = runs.increment() <= 2
          try connection.execute("UPDATE x SET m = m + 1 WHERE n = \(numbers[0])")
          if isFirstRun {
            mine.signal()
            other.wait()
          }
          try connection.execute("UPDATE x SET m = m + 1 WHERE n = \(numbers[1])")
        }
      }
      async let one: Void = add([1, 2], holding.one, holding.two)
      async let two: Void = add([2, 1], holding.two, holding.one)
      _ = try await (one, two)
      await pool.close()
      // Usually once; the loser may come back early enough to meet the other again.
      #expect(pauses.value >= 1)
      #expect(runs.value == 2 + pauses.value)
      let sums = try await database.pool.run { connection in
        try connection.query("SELECT m FROM x") { try $0.next() as Int }
      }
      #expect(sums == [2, 2])
    }
  }

  @Test func `a savepoint undoes its own part alone`() async throws {
    try await withTable { database throws in
      try await database.pool.transaction { connection in
        try connection.execute("INSERT INTO x VALUES (1)")
        let error = try databaseError(on: connection) {
          try connection.savepoint {
            try connection.execute("INSERT INTO x VALUES (2)")
            try connection.execute("INSERT INTO x VALUES (1)")
          }
        }
        #expect(error.kind == .uniqueViolation)
        let swallowed = try databaseError(on: connection) {
          try connection.savepoint {
            try connection.savepoint { try connection.execute("INSERT INTO x VALUES (3)") }
            _ = try? connection.execute("INSERT INTO x VALUES (1)")
          }
        }
        #expect(swallowed.kind == .uniqueViolation)
        try connection.savepoint { try connection.execute("INSERT INTO x VALUES (4)") }
      }
      #expect(try await rows(database) == [1, 4])
      let outside = try await databaseError {
        try await database.pool.run { connection in try connection.savepoint {} }
      }
      #expect(outside.kind == .misuse)
    }
  }

  @Test func `options reach the server`() async throws {
    try await withTable { database throws in
      let options = TransactionOptions(
        isolation: .serializable, isReadOnly: true, statementTimeout: .seconds(77))
      try await database.pool.transaction(options) { connection in
        let sql: SQL =
          """
          SELECT current_setting('transaction_isolation'),
            current_setting('transaction_read_only'), current_setting('statement_timeout')
          """
        let seen = try connection.one(sql) { row in
          [try row.next() as String, try row.next(), try row.next()]
        }
        #expect(seen == ["serializable", "on", "77s"])
      }
      let after: String = try await database.pool.run { connection in
        try connection.one("SHOW statement_timeout") { try $0.next() }
      }
      #expect(after == "10s")
    }
  }

  @Test func `a unit that leaves its transaction open is refused and undone`() async throws {
    try await withTable { database throws in
      let pool = database.pool(size: 1)
      let error = try await databaseError {
        try await pool.run { connection in
          try connection.script("BEGIN")
          try connection.execute("INSERT INTO x VALUES (1)")
        }
      }
      #expect(error.kind == .misuse)
      let nested = try await databaseError {
        try await pool.transaction { connection in try connection.transaction {} }
      }
      #expect(nested.kind == .misuse)
      let ended = try await databaseError {
        try await pool.transaction { connection in
          try connection.execute("INSERT INTO x VALUES (2)")
          try connection.script("ROLLBACK")
        }
      }
      #expect(ended.kind == .misuse)
      await pool.close()
      #expect(try await rows(database) == [])
    }
  }

  private func withTable(_ body: (TestDatabase) async throws -> Void) async throws {
    try await TestDatabase.with { database throws in
      try await database.pool.run { connection in
        try connection.script(
          "CREATE TABLE x (n int CONSTRAINT x_pkey PRIMARY KEY, m int NOT NULL DEFAULT 0)")
      }
      try await body(database)
    }
  }

  private func rows(_ database: TestDatabase) async throws -> [Int] {
    try await database.pool.run { connection in
      try connection.query("SELECT n FROM x ORDER BY n") { try $0.next() }
    }
  }
}
