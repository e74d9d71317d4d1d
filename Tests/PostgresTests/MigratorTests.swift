import Testing

@testable import Postgres

@Suite(.timeLimit(.minutes(2))) struct MigratorTests {
  @Test func `migrations are applied in order, with their rows, and again nothing changes`()
    async throws
  {
    try await TestDatabase.with { database throws in
      let migrator = try Self.migrator(
        [1: "CREATE TABLE a (n int); INSERT INTO a VALUES (1)", 2: "ALTER TABLE a ADD m int"])
      try await database.pool.run { connection in
        var announced: [String] = []
        let applied = try migrator.migrate(on: connection) { announced.append($0.name) }
        #expect(applied.map(\.name) == ["do_1", "do_2"])
        #expect(announced == ["do_1", "do_2"])
        #expect(try migrator.migrate(on: connection).isEmpty)
        let rows = try connection.query(
          """
          SELECT name, schema, checksum, finished_at >= started_at, steps_done
          FROM migration.ledger
          ORDER BY version
          """
        ) { row in
          (
            [try row.next(), try row.next(), try row.next()] as [String],
            try row.next() as Bool, try row.next() as Int
          )
        }
        #expect(rows.map(\.0) == migrator.migrations.map { [$0.name, "record", $0.checksum] })
        #expect(rows.allSatisfy { $0.1 && $0.2 == 1 })
        #expect(try connection.one("SELECT count(*) FROM a") { try $0.next() } == 1)
        #expect(try connection.one("SHOW statement_timeout") { try $0.next() } == "10s")
      }
    }
  }

  @Test func `everybody may read the ledger and nobody else may write it`() async throws {
    try await TestDatabase.with { database throws in
      try await database.pool.run { connection in
        try Self.migrator([1: "SELECT 1"]).migrate(on: connection)
        let rights = try connection.one(
          """
          SELECT has_table_privilege('pg_monitor', 'migration.ledger', 'SELECT'),
            has_schema_privilege('pg_monitor', 'migration', 'USAGE'),
            has_table_privilege('pg_monitor', 'migration.ledger', 'INSERT, UPDATE, DELETE')
          """
        ) { row in [try row.next() as Bool, try row.next(), try row.next()] }
        #expect(rights == [true, true, false])
      }
    }
  }

  @Test func `a dry run changes nothing, not even the ledger`() async throws {
    try await TestDatabase.with { database throws in
      try await database.pool.run { connection in
        let migrator = try Self.migrator([1: "CREATE TABLE a ()"])
        #expect(try migrator.migrate(on: connection, dryRun: true).map(\.name) == ["do_1"])
        #expect(try migrator.plan(on: connection).pending.map(\.name) == ["do_1"])
        let sql: SQL =
          "SELECT to_regclass('a') IS NULL, to_regnamespace('migration') IS NULL"
        let isAbsent = try connection.one(sql) { [try $0.next() as Bool, try $0.next()] }
        #expect(isAbsent == [true, true])
      }
    }
  }

  @Test func `a failing migration leaves nothing of itself and names its line`() async throws {
    try await TestDatabase.with { database throws in
      try await database.pool.run { connection in
        let migrator = try Self.migrator([
          1: "CREATE TABLE a ();", 2: "CREATE TABLE b ();\nSELECT nonsense;", 3: "SELECT 1",
        ])
        let error = try #require(throws: MigrationError.self) {
          try migrator.migrate(on: connection)
        }
        #expect(error.description.contains("20260102000000_do_2.sql:3"))
        #expect(error.description.contains("42703"))
        #expect(error.debugDescription.contains("nonsense"))
        #expect(try migrator.plan(on: connection).pending.map(\.name) == ["do_2", "do_3"])
        let sql: SQL = "SELECT to_regclass('a') IS NOT NULL, to_regclass('b') IS NULL"
        #expect(
          try connection.one(sql) { [try $0.next() as Bool, try $0.next()] } == [true, true])
        // The lock is free again: another may migrate.
        let other = try Connection(database.settings)
        #expect(throws: MigrationError.self) { try migrator.migrate(on: other) }
      }
    }
  }

  @Test func `a rule checked at COMMIT fails its migration, and the row with it`()
    async throws
  {
    try await TestDatabase.with { database throws in
      try await database.pool.run { connection in
        let migrator = try Self.migrator([
          1: """
          CREATE TABLE a (n int PRIMARY KEY);
          CREATE TABLE b (n int REFERENCES a DEFERRABLE INITIALLY DEFERRED);
          INSERT INTO b VALUES (1);
          """
        ])
        #expect(throws: MigrationError.self) { try migrator.migrate(on: connection) }
        #expect(try migrator.plan(on: connection).applied.isEmpty)
      }
    }
  }

  @Test(arguments: ["CREATE TABLE a (); COMMIT", "CREATE TABLE a (); COMMIT; BEGIN"])
  func `a file that ends its transaction is found out`(text: String) async throws {
    try await TestDatabase.with { database throws in
      try await database.pool.run { connection in
        let migrator = try Self.migrator([1: text])
        let error = try #require(throws: MigrationError.self) {
          try migrator.migrate(on: connection)
        }
        #expect(error == .endedTransaction(title: "20260101000000_do_1"))
        #expect(try migrator.plan(on: connection).applied.isEmpty)
      }
    }
  }

  @Test func `what one file sets for its session does not reach the next`() async throws {
    try await TestDatabase.with { database throws in
      try await database.pool.run { connection in
        try Self.migrator([
          1: "CREATE SCHEMA s; SET search_path = s; SET ROLE pg_monitor",
          2: "CREATE TABLE public.a ()",
        ]).migrate(on: connection)
        #expect(try connection.one("SELECT to_regclass('a') IS NOT NULL") { try $0.next() })
      }
    }
  }

  @Test func `steps outside a transaction go on where they stopped`() async throws {
    try await TestDatabase.with { database throws in
      try await database.pool.run { connection in
        try connection.script("CREATE TABLE a (n int); CREATE TABLE log (step int)")
        let steps = """
          INSERT INTO log VALUES (1);
          -- next
          CREATE INDEX CONCURRENTLY a_n ON a (n);
          -- next
          SELECT n FROM missing;
          -- next
          INSERT INTO log VALUES (4);
          """
        let migrator = try Self.migrator([1: "-- transaction: none\n" + steps, 2: "SELECT 1"])
        let error = try #require(throws: MigrationError.self) {
          try migrator.migrate(on: connection)
        }
        #expect(error.description.contains("20260101000000_do_1.sql:7, step 3"))
        let row = try #require(try migrator.plan(on: connection).applied.first)
        #expect(row.stepsDone == 2 && !row.isFinished)
        #expect(!(try migrator.compatibility(on: connection).canServe))

        try connection.script("CREATE TABLE missing (n int)")
        #expect(try migrator.migrate(on: connection).map(\.name) == ["do_1", "do_2"])
        let log = try connection.query("SELECT step FROM log") { try $0.next() as Int }
        #expect(log == [1, 4])
        #expect(try migrator.compatibility(on: connection) == .current)
      }
    }
  }

  @Test func `steps begin again when their file was mended`() async throws {
    try await TestDatabase.with { database throws in
      try await database.pool.run { connection in
        try connection.script("CREATE TABLE log (step int)")
        let text = { (last: String) in
          "-- transaction: none\nINSERT INTO log VALUES (1);\n-- next\n\(last)"
        }
        let broken = try Self.migrator([1: text("SELECT nonsense")])
        #expect(throws: MigrationError.self) { try broken.migrate(on: connection) }
        try Self.migrator([1: text("SELECT 1")]).migrate(on: connection)
        let log = try connection.query("SELECT step FROM log") { try $0.next() as Int }
        #expect(log == [1, 1])
      }
    }
  }

  @Test func `of two migrators at once the second finds nothing to do`() async throws {
    try await TestDatabase.with { database throws in
      // CREATE INDEX CONCURRENTLY would wait for a second one that held a snapshot.
      let migrator = try Self.migrator([
        1: "CREATE TABLE a (n int); SELECT pg_sleep(0.3)",
        2: "-- transaction: none\nCREATE INDEX CONCURRENTLY a_n ON a (n)",
        3: "ALTER TABLE a ADD m int",
      ])
      let applied = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<3 {
          group.addTask { try await database.pool.run { try migrator.migrate(on: $0).count } }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(applied.sorted() == [0, 0, 3])
    }
  }

  static func migrator(_ texts: [Int: String]) throws -> Migrator {
    try Migrator(texts.map { try migration($0, $1) })
  }

  static func migration(_ day: Int, _ text: String) throws -> Migration {
    try Migration(
      fileName: "2026010\(day)000000_do_\(day).sql",
      bytes: Array(("-- schema: record\n" + text).utf8))
  }
}
