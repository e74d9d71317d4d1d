import Postgres
import Testing

@Suite struct BindingTests {
  @Test(arguments: ["O'Brien", "\"; DROP TABLE x; --", "$1", "\\", "100 %", "ŵyr 𝄞\n\t", ""])
  func `a value arrives as it is, whatever it looks like`(value: String) async throws {
    try await TestDatabase.with { database in
      let back = try await database.pool.run { connection in
        try connection.one("SELECT \(value)") { try $0.next() as String }
      }
      #expect(back == value)
    }
  }

  @Test func `a literal inside an interpolation is bound, not spliced`() {
    let sql: SQL = "SELECT \("'; DROP TABLE x")"
    #expect(sql.text == "SELECT $1")
  }

  @Test func `nested statements are renumbered in the order of the text`() async throws {
    let inner: SQL = "b = \(2) AND c = \("three")"
    let sql: SQL =
      "SELECT a FROM (SELECT \(1) AS a, 2 AS b, 'three' AS c) t WHERE \(inner) AND a = \(1)"
    #expect(
      sql.text == "SELECT a FROM (SELECT $1 AS a, 2 AS b, 'three' AS c) t "
        + "WHERE b = $2 AND c = $3 AND a = $4")
    try await TestDatabase.with { database in
      let found = try await database.pool.run { connection in
        try connection.first(sql) { try $0.next() as Int }
      }
      #expect(found == 1)
    }
  }

  @Test func `parts are joined with their parameters`() {
    let parts: [SQL] = ["a = \(1)", "b", "c = \("x")"]
    #expect(parts.joined(separator: " AND ").text == "a = $1 AND b AND c = $2")
    #expect([SQL]().joined(separator: ", ").text == "")
  }

  @Test func `a digit after a parameter does not change its number`() {
    let sql: SQL = "SELECT \(1)5"
    #expect(sql.text == "SELECT $1 5")
  }

  @Test func `text under the label unsafe is spliced`() {
    let sql: SQL = "SELECT \(unsafe: "now()")"
    #expect(sql.text == "SELECT now()")
  }

  @Test func `nil binds as NULL of its type`() async throws {
    try await TestDatabase.with { database in
      try await database.pool.run { connection in
        let text: String? = nil
        let numbers: [Int]? = nil
        let sql: SQL =
          """
          SELECT \(text) IS NULL, pg_typeof(\(text))::text, \(numbers) IS NULL,
            pg_typeof(\(numbers))::text
          """
        try connection.one(sql) { row throws in
          #expect(try row.next())
          #expect(try row.next() == "text")
          #expect(try row.next())
          #expect(try row.next() == "bigint[]")
        }
      }
    }
  }

  @Test func `arrays bind, with NULLs and empty`() async throws {
    try await TestDatabase.with { database in
      try await database.pool.run { connection in
        let sql: SQL =
          """
          SELECT array_length(\(["a", "b'"]), 1), array_position(\([1, nil, 3]), NULL),
            cardinality(\([String]())), 7 = ANY(\([5, 7]))
          """
        try connection.one(sql) { row throws in
          #expect(try row.next() == 2)
          #expect(try row.next() == 2)
          #expect(try row.next() == 0)
          #expect(try row.next())
        }
      }
    }
  }

  @Test func `the character U+0000 is refused with its place, before anything is sent`()
    async throws
  {
    try await TestDatabase.with { database in
      try await database.pool.run { connection in
        let statements: [SQL] = [
          "SELECT \(1), \("a\0b")", "SELECT \(1), \(["a", "b\0"])",
          "SELECT \(1), \(JSONText("\"\0\""))",
        ]
        for sql in statements {
          let error = try databaseError(on: connection) { try connection.execute(sql) }
          #expect(error.kind == .misuse)
          #expect(error.description.contains("parameter 2"))
          #expect(error.description.contains("U+0000"))
        }
        let cut = try databaseError(on: connection) { try connection.script("SELECT 1\0; x") }
        #expect(cut.kind == .misuse)
        let text = try databaseError(on: connection) {
          try connection.execute("SELECT 1 \(unsafe: "\0")")
        }
        #expect(text.kind == .misuse)
        #expect(
          try connection.one("SELECT \([UInt8]([0, 1]))") { try $0.next() } == [0, 1] as [UInt8])
      }
    }
  }

  @Test func `printing a statement shows none of its values`() {
    let sql: SQL = "SELECT \("SECRET")"
    var dumped = ""
    dump(sql, to: &dumped)
    let bytes = "\(Array("SECRET".utf8))"
    for print in ["\(sql)", String(reflecting: sql), dumped] {
      #expect(print.contains("SELECT $1"))
      #expect(!print.contains("SECRET"))
      #expect(!print.contains(bytes))
    }
  }
}
