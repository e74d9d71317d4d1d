import Testing

@testable import Postgres

@Suite(.timeLimit(.minutes(2))) struct RecoveryTests {
  @Test func `a session ended between two units is replaced unnoticed`() async throws {
    try await TestDatabase.with { database throws in
      let pool = database.pool(size: 1)
      let before = try await pool.run { $0.processID }
      try await database.terminate(before)
      let runs = Counter()
      let after = try await pool.run { connection in
        runs.increment()
        return try connection.one("SELECT pg_backend_pid()") { try $0.next() as Int }
      }
      #expect(after != before)
      #expect(runs.value == 1)
      await pool.close()
    }
  }

  @Test func `a unit whose first statement meets a dead session runs once more`() async throws {
    try await TestDatabase.with { database throws in
      let pool = database.pool(size: 1)
      let runs = Counter()
      let value = try await pool.run { connection in
        if runs.increment() == 1 {
          try TestDatabase.terminate(
            connection.processID, on: try Connection(database.settings))
        }
        return try connection.transaction {
          try connection.one("SELECT 5") { try $0.next() as Int }
        }
      }
      #expect(value == 5)
      #expect(runs.value == 2)
      await pool.close()
    }
  }

  @Test func `a unit is not run a third time`() async throws {
    try await TestDatabase.with { database throws in
      let pool = database.pool(size: 1)
      let runs = Counter()
      let error = try await databaseError {
        try await pool.run { connection in
          runs.increment()
          try TestDatabase.terminate(
            connection.processID, on: try Connection(database.settings))
          try connection.transaction { try connection.execute("SELECT 5") }
        }
      }
      #expect(error.kind == .unavailable)
      #expect(runs.value == 2)
      await pool.close()
    }
  }

  @Test func `a unit that dies half way reports it, is not repeated, and the next one works`()
    async throws
  {
    try await TestDatabase.with { database throws in
      let pool = database.pool(size: 1)
      try await pool.run { try $0.script("CREATE TABLE x (n int)") }
      let runs = Counter()
      let error = try await databaseError {
        try await pool.transaction { connection in
          runs.increment()
          try connection.execute("INSERT INTO x VALUES (1)")
          try TestDatabase.terminate(
            connection.processID, on: try Connection(database.settings))
          try connection.execute("INSERT INTO x VALUES (2)")
        }
      }
      #expect(error.kind == .unavailable)
      #expect(runs.value == 1)
      let count = try await pool.run { connection in
        try connection.one("SELECT count(*) FROM x") { try $0.next() as Int }
      }
      #expect(count == 0)
      await pool.close()
    }
  }

  @Test func `where nothing listens the database is unavailable`() async throws {
    let settings = try ConnectionSettings(
      conninfo: "host=/nowhere port=1 password=SECRET", applicationName: "test")
    let pool = Pool(settings, size: 1, name: "nowhere", logger: .silent)
    let error = try await databaseError { try await pool.run { try $0.execute("SELECT 1") } }
    #expect(error.kind == .unavailable)
    #expect(error.description.contains("/nowhere"))
    #expect(!error.debugDescription.contains("SECRET"))
    await pool.close()
  }

  @Test func `a port that accepts and never answers is given up`() async throws {
    let proxy = try Proxy(to: nil)
    let settings = try ConnectionSettings(
      conninfo: "host=127.0.0.1 port=\(proxy.port) user=x dbname=x", applicationName: "test")
    let pool = Pool(settings, size: 1, name: "mute", logger: .silent)
    let error = try await databaseError { try await pool.run { try $0.execute("SELECT 1") } }
    #expect(error.kind == .unavailable)
    await pool.close()
    proxy.close()
  }

  // Its packets are still acknowledged, so that no TCP setting ever notices.
  @Test func `a peer that falls silent is given up, each time with the honest outcome`()
    async throws
  {
    try await TestDatabase.with { database throws in
      for (isTransaction, kind) in [
        (true, DatabaseError.Kind.unavailable), (false, .outcomeUnknown),
      ] {
        let proxy = try Proxy(to: try await Proxy.upstream(of: database))
        let pool = database.pool(size: 1) { settings in
          settings.parameters["host"] = "127.0.0.1"
          settings.parameters["port"] = "\(proxy.port)"
          settings.statementTimeout = .milliseconds(300)
          settings.answerGrace = .milliseconds(200)
        }
        #expect(try await pool.run { try $0.one("SELECT 1") { try $0.next() } } == 1)
        let error = try await databaseError {
          try await pool.run { connection in
            let work = {
              try connection.execute("SELECT 2")
              proxy.freeze()
              try connection.execute("SELECT 2")  // prepared: sent and never answered
            }
            if isTransaction { try connection.transaction(.init(), work) } else { try work() }
          }
        }
        #expect(error.kind == kind)
        let next = try await databaseError { try await pool.run { try $0.execute("SELECT 4") } }
        #expect(next.kind == .unavailable)
        proxy.thaw()
        #expect(try await pool.run { try $0.one("SELECT 5") { try $0.next() } } == 5)
        await pool.close()
        proxy.close()
      }
    }
  }
}
