import Postgres
import Testing

/// What a caller is told when nobody can know, or when everybody does.
@Suite struct OutcomeTests {
  @Test func `a connection lost during COMMIT leaves the outcome unknown`() async throws {
    try await atCommit("PERFORM pg_terminate_backend(pg_backend_pid());") { database in
      let error = try await databaseError {
        try await database.pool.transaction { try $0.execute("INSERT INTO x VALUES (1)") }
      }
      #expect(error.kind == .outcomeUnknown)
    }
  }

  // The server says COMMIT all the same (operations.md 0.3). The warning is the server's
  // own when a backend is cancelled there; a trigger is a way to it without a standby.
  @Test func `a commit that no standby confirmed is unknown, not a success`() async throws {
    let warning = "canceling wait for synchronous replication due to user request"
    try await atCommit("RAISE WARNING '\(warning)';") { database in
      let error = try await databaseError {
        try await database.pool.transaction { try $0.execute("INSERT INTO x VALUES (1)") }
      }
      #expect(error.kind == .outcomeUnknown)
      let alone = try await databaseError {
        try await database.pool.run { try $0.execute("INSERT INTO x VALUES (2)") }
      }
      #expect(alone.kind == .outcomeUnknown)
      let copied = try await databaseError {
        try await database.pool.run { connection in
          _ = try connection.copyIn("COPY x FROM STDIN (FORMAT binary)") { writer in
            try writer.row { $0.write(Int32(3)) }
          }
        }
      }
      #expect(copied.kind == .outcomeUnknown)
      let kept = try await database.pool.run { connection in
        try connection.query("SELECT n FROM x ORDER BY n") { try $0.next() as Int }
      }
      #expect(kept == [1, 2, 3])
    }
  }

  @Test func `other warnings and notices are no errors`() async throws {
    try await atCommit("RAISE WARNING 'something else'; RAISE NOTICE 'and more';") {
      database in
      _ = try await database.pool.transaction { try $0.execute("INSERT INTO x VALUES (1)") }
    }
  }

  @Test func `a statement of its own that dies half way has an unknown outcome`()
    async throws
  {
    try await TestDatabase.with { database throws in
      let error = try await databaseError {
        try await database.pool.run { try $0.execute(suicide) }
      }
      #expect(error.kind == .outcomeUnknown)
      #expect(error.sqlState == "57P01")
    }
  }

  @Test func `a transaction that dies half way has had no effect`() async throws {
    try await TestDatabase.with { database throws in
      try await database.pool.run { try $0.script("CREATE TABLE x (n int)") }
      let error = try await databaseError {
        try await database.pool.transaction { connection in
          try connection.execute("INSERT INTO x VALUES (1)")
          try connection.execute(suicide)
        }
      }
      #expect(error.kind == .unavailable)
      let swallowed = try await databaseError {
        try await database.pool.transaction { connection in
          try connection.execute("INSERT INTO x VALUES (1)")
          _ = try? connection.execute(suicide)
        }
      }
      #expect(swallowed.kind == .unavailable)
      let count: Int = try await database.pool.run { connection in
        try connection.one("SELECT count(*) FROM x") { try $0.next() }
      }
      #expect(count == 0)
    }
  }

  @Test func `a read lost in a read-only session is merely unavailable`() async throws {
    try await TestDatabase.with { database throws in
      let reading = database.pool(size: 1) { $0.isReadOnly = true }
      let error = try await databaseError { try await reading.run { try $0.execute(suicide) } }
      #expect(error.kind == .unavailable)
      let write = try await databaseError {
        try await reading.run { try $0.script("CREATE TABLE x (n int)") }
      }
      #expect(write.sqlState == "25006")
      await reading.close()
    }
  }

  private let suicide: SQL = "SELECT pg_terminate_backend(pg_backend_pid())"

  /// Runs with a table whose writers execute `statements` while they commit.
  private func atCommit(
    _ statements: String, _ body: (TestDatabase) async throws -> Void
  ) async throws {
    try await TestDatabase.with { database throws in
      try await database.pool.run { connection in
        try connection.script(
          """
          CREATE TABLE x (n int);
          CREATE FUNCTION late() RETURNS trigger LANGUAGE plpgsql
            AS $$ BEGIN \(statements) RETURN NULL; END $$;
          CREATE CONSTRAINT TRIGGER late AFTER INSERT ON x DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION late();
          """)
      }
      try await body(database)
    }
  }
}
