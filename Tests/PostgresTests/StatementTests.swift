import Testing

@testable import Postgres

@Suite struct StatementTests {
  private static let prepared: SQL = "SELECT statement FROM pg_prepared_statements"

  @Test func `a statement is prepared once for each text and type`() async throws {
    try await onOneConnection { connection in
      for number in 1...3 { try connection.execute("SELECT \(number)") }
      try connection.execute("SELECT \("text")")
      let texts = try connection.query(Self.prepared) { try $0.next() as String }
      #expect(texts.filter { $0 == "SELECT $1" }.count == 2)
      #expect(connection.statements.count == 3)
    }
  }

  @Test func `of too many statements the least recently used goes`() async throws {
    try await onOneConnection { connection in
      for number in 1...20 {
        try connection.execute("SELECT 0 AS kept")
        try connection.execute("SELECT \(unsafe: "\(number)") AS passing")
      }
      let texts = try connection.query(Self.prepared) { try $0.next() as String }
      #expect(texts.count == 4)
      #expect(texts.contains("SELECT 0 AS kept"))
      #expect(texts.contains("SELECT 20 AS passing"))
      #expect(!texts.contains("SELECT 17 AS passing"))
      #expect(connection.statements.count == 4)
      #expect(try connection.one("SELECT 3 AS passing") { try $0.next() } == 3)
    }
  }

  @Test func `a statement whose table changed is prepared again`() async throws {
    try await onOneConnection { connection in
      try connection.script("CREATE TABLE x AS SELECT 1 AS n")
      let read = { try connection.one("SELECT n FROM x") { try $0.next() as Int } }
      #expect(try read() == 1)
      try connection.script("ALTER TABLE x ALTER n TYPE bigint")
      #expect(try read() == 1)

      try connection.script("ALTER TABLE x ALTER n TYPE smallint")
      var sum = 0
      try connection.forEach("SELECT n FROM x") { sum += try $0.next() }
      #expect(sum == 1)
    }
  }

  @Test func `a transaction that meets a changed table runs again`() async throws {
    try await onOneConnection { connection in
      try connection.script("CREATE TABLE x AS SELECT 1 AS n")
      var runs = 0
      let read = {
        try connection.transaction(.init(attempts: 2)) {
          runs += 1
          try connection.execute("UPDATE x SET n = n + 1")
          let one = try connection.one("SELECT n FROM x") { try $0.next() as Int }
          return one + (try connection.one("SELECT n, n FROM x") { try $0.next() as Int })
        }
      }
      #expect(try read() == 4)
      try connection.script("ALTER TABLE x ALTER n TYPE bigint")
      #expect(try read() == 6)
      #expect(runs == 3)
    }
  }

  @Test func `a statement the server forgot is prepared again`() async throws {
    try await onOneConnection { connection in
      let read = { try connection.one("SELECT 1") { try $0.next() as Int } }
      #expect(try read() == 1)
      try connection.script("DEALLOCATE ALL")
      #expect(try read() == 1)
      try connection.script("DEALLOCATE ALL")
      #expect(try connection.transaction { try read() } == 1)
    }
  }

  private func onOneConnection(
    _ body: @escaping @Sendable (Connection) throws -> Void
  ) async throws {
    try await TestDatabase.with { database throws in
      let pool = database.pool(size: 1) { $0.statementCacheLimit = 4 }
      try await pool.run(body)
      await pool.close()
    }
  }
}
