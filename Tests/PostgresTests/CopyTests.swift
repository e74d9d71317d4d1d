import Postgres
import Testing

@Suite struct CopyTests {
  private struct Enough: Error {}

  @Test func `ten thousand rows go in as they are`() async throws {
    try await withTable { database throws in
      let count = try await database.pool.run { connection in
        try connection.copyIn(Self.copy) { writer in
          for number in 0..<10_000 {
            try writer.row { row in
              row.write(number)
              row.write("paragraph \(number) ŵ")
              row.write(number % 2 == 0 ? nil : number)
              row.write(number % 3 == 0 ? ["a", "b"] : [])
            }
          }
        }
      }
      #expect(count == 10_000)
      try await database.pool.run { connection in
        let sql: SQL =
          """
          SELECT count(*), sum(id)::int8, count(half), sum(half)::int8,
            sum(cardinality(tags))::int8, min(text), bool_and(text = 'paragraph ' || id || ' ŵ')
          FROM x
          """
        let facts = try connection.one(sql) { row in
          (
            [try row.next(), try row.next(), try row.next(), try row.next(), try row.next()]
              as [Int], try row.next() as String, try row.next() as Bool
          )
        }
        #expect(facts.0 == [10_000, 49_995_000, 5000, 25_000_000, 6668])
        #expect(facts.1 == "paragraph 0 ŵ")
        #expect(facts.2)
      }
    }
  }

  @Test func `a value larger than the buffer goes in whole`() async throws {
    try await withTable { database throws in
      let text = String(repeating: "x", count: 3_000_000)
      try await database.pool.run { connection in
        _ = try connection.copyIn(Self.copy) { writer in
          try writer.row { row in
            row.write(1)
            row.write(text)
            row.writeNull()
            row.write([String]())
          }
        }
        let back: String = try connection.one("SELECT text FROM x") { try $0.next() }
        #expect(back == text)
      }
    }
  }

  @Test func `an error in the writer's midst leaves no row and a usable connection`()
    async throws
  {
    try await withTable { database throws in
      let pool = database.pool(size: 1)
      await #expect(throws: Enough.self) {
        try await pool.run { connection in
          _ = try connection.copyIn(Self.copy) { writer in
            for number in 0..<5000 {
              if number == 4000 { throw Enough() }
              try writer.row { try Self.write(number, to: &$0) }
            }
          }
        }
      }
      await #expect(throws: Enough.self) {
        try await pool.transaction { connection in
          try connection.execute("INSERT INTO x (id, text) VALUES (1, 'before')")
          _ = try connection.copyIn(Self.copy) { _ in throw Enough() }
        }
      }
      #expect(try await count(pool) == 0)
      await pool.close()
    }
  }

  @Test func `a row the server refuses fails the whole COPY with its constraint`()
    async throws
  {
    try await withTable { database throws in
      let error = try await databaseError {
        try await database.pool.run { connection in
          _ = try connection.copyIn(Self.copy) { writer in
            for number in 0..<5000 {
              try writer.row { try Self.write(number == 2500 ? 7 : number, to: &$0) }
            }
          }
        }
      }
      #expect(error.kind == .uniqueViolation)
      #expect(error.constraint == "x_pkey")
      #expect(try await count(database.pool) == 0)
    }
  }

  @Test func `a value PostgreSQL cannot store is refused by field`() async throws {
    try await withTable { database throws in
      for bad in [["a\0"], ["a", "\0"]] {
        let error = try await databaseError {
          try await database.pool.run { connection in
            _ = try connection.copyIn(Self.copy) { writer in
              try writer.row { row in
                row.write(1)
                row.write(bad.count == 1 ? bad[0] : "fine")
                row.writeNull()
                row.write(bad)
              }
            }
          }
        }
        #expect(error.kind == .misuse)
        #expect(error.description.contains("field \(bad.count == 1 ? 2 : 4)"))
      }
      #expect(try await count(database.pool) == 0)
    }
  }

  @Test func `what is no COPY from us is refused and the connection goes on`() async throws {
    try await withTable { database throws in
      let pool = database.pool(size: 1)
      for sql: SQL in ["SELECT 1", "COPY nowhere FROM STDIN (FORMAT binary)", "SELECT \(1)"] {
        _ = try await databaseError {
          try await pool.run { connection in _ = try connection.copyIn(sql) { _ in } }
        }
      }
      #expect(try await count(pool) == 0)
      let misuse = try await databaseError {
        try await pool.run { connection in
          _ = try connection.copyIn(Self.copy) { _ in try connection.execute("SELECT 1") }
        }
      }
      #expect(misuse.kind == .misuse)
      for sql: SQL in ["COPY x TO STDOUT", "COPY x FROM STDIN"] {
        _ = try await databaseError { try await pool.run { try $0.execute(sql) } }
        _ = try await databaseError { try await pool.run { try $0.forEach(sql) { _ in } } }
      }
      #expect(try await count(pool) == 0)
      await pool.close()
    }
  }

  private static let copy: SQL = "COPY x (id, text, half, tags) FROM STDIN (FORMAT binary)"

  private static func write(_ number: Int, to row: inout CopyRow) throws {
    row.write(number)
    row.write("text")
    row.writeNull()
    row.write([String?.none])
  }

  private func count(_ pool: Pool) async throws -> Int {
    try await pool.run { connection in
      try connection.one("SELECT count(*) FROM x") { try $0.next() }
    }
  }

  private func withTable(_ body: (TestDatabase) async throws -> Void) async throws {
    try await TestDatabase.with { database throws in
      try await database.pool.run { connection in
        try connection.script(
          """
          CREATE TABLE x (
            id bigint CONSTRAINT x_pkey PRIMARY KEY, text text NOT NULL, half bigint, tags text[]
          )
          """)
      }
      try await body(database)
    }
  }
}
