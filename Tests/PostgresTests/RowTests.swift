import Postgres
import Testing

@Suite struct RowTests {
  @Test func `NULL where a value is wanted names the column`() async throws {
    let error = try await reading("SELECT 1 AS number, NULL::text AS witness_name") { row throws in
      _ = try row.next() as Int
      _ = try row.next() as String
    }
    #expect(error.column == "witness_name")
    #expect(error.description.contains("witness_name"))
    #expect(error.description.contains("NULL"))
  }

  @Test func `NULL inside or instead of an array is refused unless asked for`() async throws {
    let inside = try await reading("SELECT ARRAY['SECRET', NULL] AS tags") { row throws in
      _ = try row.next() as [String]
    }
    #expect(inside.column == "tags")
    #expect(!inside.debugDescription.contains("SECRET"))
    _ = try await reading("SELECT NULL::text[] AS tags") { _ = try $0.next() as [String] }
    _ = try await reading("SELECT NULL::text[] AS tags") { _ = try $0.next() as [String?] }
    try await TestDatabase.with { database in
      let none = try await database.pool.run { connection in
        try connection.one("SELECT NULL::text[]") { try $0.next() as [String]? }
      }
      #expect(none == nil)
    }
  }

  @Test func `an optional reads NULL as nil and a value as itself`() async throws {
    try await TestDatabase.with { database in
      try await database.pool.run { connection in
        try connection.one("SELECT NULL::text, 'a', NULL::int4, 5") { row throws in
          let nothing: String? = try row.next()
          let something: String? = try row.next()
          #expect(nothing == nil && something == "a")
          #expect(try row.next() as Int? == nil)
          #expect(try row.next() as Int? == 5)
        }
      }
    }
  }

  @Test func `another type is refused without showing the value`() async throws {
    let text = try await reading("SELECT 'SECRET' AS title") { _ = try $0.next() as Int }
    #expect(text.column == "title")
    #expect(text.description.contains("another type"))
    #expect(!text.debugDescription.contains("SECRET"))
    _ = try await reading("SELECT now() AS at") { _ = try $0.next() as String }
    _ = try await reading("SELECT 1::int8 AS n") { _ = try $0.next() as [Int] }
    _ = try await reading("SELECT ARRAY['a'] AS tags") { _ = try $0.next() as [Int] }
    _ = try await reading("SELECT ARRAY[[1],[2]] AS grid") { _ = try $0.next() as [Int] }
    // NULL of the wrong type too: the mistake is in the statement, not in the row.
    _ = try await reading("SELECT NULL::int4 AS n") { _ = try $0.next() as String? }
  }

  @Test func `reading past the last column is refused`() async throws {
    let error = try await reading("SELECT 1") { row throws in
      _ = try row.next() as Int
      _ = try row.next() as Int?
    }
    #expect(error.description.contains("at most 1 column"))
  }

  @Test func `one wants exactly one row`() async throws {
    try await TestDatabase.with { database in
      try await database.pool.run { connection in
        for statement: SQL in ["SELECT 1 WHERE false", "SELECT generate_series(1, 2)"] {
          let error = try databaseError(on: connection) {
            _ = try connection.one(statement) { try $0.next() as Int }
          }
          #expect(error.kind == .rowCount)
        }
        let first: Int? = try connection.first("SELECT generate_series(4, 5)") { try $0.next() }
        #expect(first == 4)
        let none: Int? = try connection.first("SELECT 1 WHERE false") { try $0.next() }
        #expect(none == nil)
      }
    }
  }

  @Test func `rows stream one by one, and an error in their midst leaves all usable`()
    async throws
  {
    try await TestDatabase.with { database in
      try await database.pool.transaction { connection in
        var sum = 0
        try connection.forEach("SELECT generate_series(1, \(100_000))") { row throws in
          sum += try row.next() as Int
        }
        #expect(sum == 5_000_050_000)

        struct Enough: Error {}
        #expect(throws: Enough.self) {
          try connection.forEach("SELECT generate_series(1, 1000)") { row throws in
            if try row.next() == 10 { throw Enough() }
          }
        }
        let failed = try databaseError(on: connection) {
          try connection.savepoint {
            try connection.forEach("SELECT 10 / (5 - n) FROM generate_series(1, 9) n") { _ in }
          }
        }
        #expect(failed.sqlState == "22012")
        let inside = try databaseError(on: connection) {
          try connection.forEach("SELECT 1") { _ in try connection.execute("SELECT 2") }
        }
        #expect(inside.kind == .misuse)
        #expect(try connection.one("SELECT 3") { try $0.next() } == 3)
      }
    }
  }

  @Test func `execute counts the rows it touched`() async throws {
    try await TestDatabase.with { database in
      try await database.pool.run { connection throws in
        #expect(try connection.execute("CREATE TABLE x (n int)") == 0)
        #expect(try connection.execute("INSERT INTO x SELECT generate_series(1, \(7))") == 7)
        #expect(try connection.execute("UPDATE x SET n = 0 WHERE n > \(4)") == 3)
        #expect(try connection.execute("DELETE FROM x") == 7)
      }
    }
  }

  private func reading(
    _ sql: SQL, _ read: @escaping @Sendable (inout Row) throws -> Void
  ) async throws -> DatabaseError {
    var found: DatabaseError?
    try await TestDatabase.with { database in
      found = try await databaseError {
        try await database.pool.run { try $0.one(sql, read) }
      }
    }
    let error = try #require(found)
    #expect(error.kind == .decoding)
    return error
  }
}
