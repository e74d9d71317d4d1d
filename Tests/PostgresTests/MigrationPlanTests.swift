import Testing

@testable import Postgres

@Suite struct MigrationPlanTests {
  @Test func `histories that differ are refused with both side by side`() async throws {
    try await TestDatabase.with { database throws in
      try await database.pool.run { connection in
        try MigratorTests.migrator([1: "SELECT 1", 3: "SELECT 3", 4: "SELECT 4", 6: "SELECT 6"])
          .migrate(on: connection)
        let other = try MigratorTests.migrator([
          1: "SELECT 1", 2: "CREATE TABLE two ()", 4: "SELECT 44", 7: "CREATE TABLE seven ()",
        ])
        let error = try #require(throws: MigrationError.self) {
          try other.migrate(on: connection)
        }
        #expect(
          error.description == """
            the migrations in the files and in the database differ; nothing was applied
              files                 database
              20260101000000_do_1   20260101000000_do_1
              20260102000000_do_2   -                     \
            <- older than the newest applied, but was not applied
              -                     20260103000000_do_3   <- not among the files
              20260104000000_do_4   20260104000000_do_4   <- changed after it was applied
              -                     20260106000000_do_6   <- not among the files
              20260107000000_do_7   -
            """)
        #expect(throws: MigrationError.self) { try other.migrate(on: connection, dryRun: true) }
        #expect(throws: MigrationError.self) { try other.compatibility(on: connection) }
        let sql: SQL = "SELECT to_regclass('two') IS NULL AND to_regclass('seven') IS NULL"
        #expect(try connection.one(sql) { try $0.next() })
      }
    }
  }

  @Test func `a server learns whether it fits the database`() async throws {
    try await TestDatabase.with { database throws in
      try await database.pool.run { connection in
        let one = try MigratorTests.migrator([1: "SELECT 1"])
        let two = try MigratorTests.migrator([1: "SELECT 1", 2: Self.readable(by: 1)])
        let three = try MigratorTests.migrator([
          1: "SELECT 1", 2: Self.readable(by: 1), 3: Self.readable(by: 2),
        ])
        let title = { (day: Int) in "2026010\(day)000000_do_\(day)" }
        #expect(try one.compatibility(on: connection) == .databaseOlder(lacking: [title(1)]))

        try one.migrate(on: connection)
        #expect(try one.compatibility(on: connection) == .current)
        let older = try three.compatibility(on: connection)
        #expect(older == .databaseOlder(lacking: [title(2), title(3)]))
        #expect(!older.canServe)
        #expect(older.description.contains("run migrate"))

        try two.migrate(on: connection)
        let newer = try one.compatibility(on: connection)
        #expect(newer == .databaseNewer(having: [title(2)]))
        #expect(newer.canServe)
        #expect(try one.migrate(on: connection).isEmpty)

        try three.migrate(on: connection)
        let unreadable = try one.compatibility(on: connection)
        #expect(unreadable == .unreadable([title(3)]))
        #expect(!unreadable.canServe)
        #expect(unreadable.description.contains(title(3)))
        #expect(try two.compatibility(on: connection) == .databaseNewer(having: [title(3)]))
        #expect(try three.compatibility(on: connection) == .current)
      }
    }
  }

  private static func readable(by day: Int) -> String {
    "-- readable_from: 2026010\(day)000000\nSELECT 1"
  }
}
