import Postgres
import Testing

@Suite struct ValueTests {
  private enum Stance: String, SQLValue { case supports, contrasts }

  private struct CallID: RawRepresentable, SQLValue, Equatable { let rawValue: Int64 }

  @Test func `integers come back, extremes included`() async throws {
    try await roundTrip([0, -1, Int.min, Int.max])
    try await roundTrip([0, Int64.min, Int64.max])
    try await roundTrip([0, Int32.min, Int32.max])
    try await roundTrip([0, Int16.min, Int16.max])
  }

  @Test func `other numbers and truth come back`() async throws {
    try await roundTrip([true, false])
    try await roundTrip([
      0.1, -0.0, .infinity, -.infinity, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
    ])
    try await TestDatabase.with { database in
      try await database.pool.run { connection in
        let nan: Double = try connection.one("SELECT \(Double.nan)") { try $0.next() }
        #expect(nan.isNaN)
        let half: Double = try connection.one("SELECT 0.5::float4") { try $0.next() }
        #expect(half == 0.5)
      }
    }
  }

  @Test func `texts and bytes come back, empty and large`() async throws {
    let long = String(repeating: "tystiolaeth ŵ ", count: 80_000)
    try await roundTrip(["", "é", "e\u{301}", "\u{1}\u{FFFD}\u{10FFFF}", long])
    try await roundTrip([[], [0], Array(0...255), [UInt8](repeating: 7, count: 1 << 20)])
    try await roundTrip([JSONText("{\"a\": [1, null, \"é\"]}"), JSONText("\"\"")])
  }

  @Test func `a raw value conforms by saying so`() async throws {
    try await roundTrip([Stance.supports, .contrasts])
    try await roundTrip([CallID(rawValue: 7)])
    try await TestDatabase.with { database in
      try await database.pool.run { connection in
        let error = try databaseError(on: connection) {
          _ = try connection.one("SELECT 'SECRET'") { try $0.next() as Stance }
        }
        #expect(error.kind == .decoding)
        #expect(!error.debugDescription.contains("SECRET"))
      }
    }
  }

  @Test func `the server reads what was meant`() async throws {
    try await TestDatabase.with { database in
      try await database.pool.run { connection in
        let sql: SQL =
          """
          SELECT \(Int.min)::text, \(Int32(-5))::text, \(Int16(300))::text, \(true)::text,
            \(1.5)::text, encode(\([222, 173] as [UInt8]), 'hex'),
            \(JSONText("{\"a\":1}"))->>'a', \(["a", nil])::text, \([[1, 2], []] as [[UInt8]])::text
          """
        let texts = try connection.one(sql) { row throws in
          var texts: [String] = []
          while texts.count < 9 { texts.append(try row.next()) }
          return texts
        }
        #expect(
          texts == [
            "-9223372036854775808", "-5", "300", "true", "1.5", "dead", "1", "{a,NULL}",
            #"{"\\x0102","\\x"}"#,
          ])
      }
    }
  }

  @Test func `integers are read from a column of any width that fits`() async throws {
    try await TestDatabase.with { database in
      try await database.pool.run { connection in
        let sql: SQL = "SELECT 1::int2, -2::int4, 3::int8, 4::int8, ARRAY[5::int2]"
        try connection.one(sql) { row throws in
          #expect(try row.next() as Int == 1)
          #expect(try row.next() as Int64 == -2)
          #expect(try row.next() as Int32 == 3)
          #expect(try row.next() as Int16 == 4)
          #expect(try row.next() as [Int] == [5])
        }
        let error = try databaseError(on: connection) {
          _ = try connection.one("SELECT 40000") { try $0.next() as Int16 }
        }
        #expect(error.kind == .decoding)
      }
    }
  }

  @Test func `strings are read from every kind of text`() async throws {
    try await TestDatabase.with { database in
      try await database.pool.run { connection in
        let sql: SQL =
          """
          SELECT 'a'::text, 'b'::varchar(5), 'c'::name, 'd'::char(2), 'e'::"char", '[1]'::json,
            'f', ARRAY['g'::name], '{"h": 1}'::json
          """
        try connection.one(sql) { row throws in
          for expected in ["a", "b", "c", "d ", "e", "[1]", "f"] {
            #expect(try row.next() == expected)
          }
          #expect(try row.next() == ["g"])
          #expect(try row.next() == JSONText(#"{"h": 1}"#))
        }
      }
    }
  }

  /// Values alone, as arrays, as arrays with NULL, and through a table by COPY.
  private func roundTrip<T: SQLValue & Equatable>(_ values: [T]) async throws {
    try await TestDatabase.with { database in
      try await database.pool.run { connection in
        for value in values {
          let back: T = try connection.one("SELECT \(value)") { try $0.next() }
          #expect(back == value)
        }
        let array: [T] = try connection.one("SELECT \(values)") { try $0.next() }
        #expect(array == values)
        let holes = [nil] + values.map(Optional.some) + [nil]
        let back: [T?] = try connection.one("SELECT \(holes)") { try $0.next() }
        #expect(back == holes)
        let none: [T] = try connection.one("SELECT \([T]())") { try $0.next() }
        #expect(none.isEmpty)

        let type = Self.typeName(of: T.self)
        try connection.script("CREATE TABLE x (v \(type), a \(type)[])")
        try connection.copyIn("COPY x (v, a) FROM STDIN (FORMAT binary)") { writer in
          for value in values {
            try writer.row { row in
              row.write(value)
              row.write(holes)
            }
          }
        }
        let rows = try connection.query("SELECT v, a FROM x ORDER BY ctid") { row in
          (try row.next() as T, try row.next() as [T?])
        }
        #expect(rows.map(\.0) == values)
        #expect(rows.allSatisfy { $0.1 == holes })
      }
    }
  }

  private static func typeName<T: SQLValue>(of type: T.Type) -> String {
    let names: [UInt32: String] = [
      16: "bool", 17: "bytea", 20: "int8", 21: "int2", 23: "int4", 25: "text", 701: "float8",
      3802: "jsonb",
    ]
    return names[T.sqlType] ?? "unnamed"
  }
}
