import Postgres
import Testing

@Suite struct ErrorTests {
  private static let schema = """
    CREATE SCHEMA record;
    CREATE TABLE record.body (
      id bigint CONSTRAINT body_pkey PRIMARY KEY,
      slug text NOT NULL CONSTRAINT body_slug_key UNIQUE,
      note text CONSTRAINT body_note_check CHECK (note <> 'SECRET'),
      parent_id bigint CONSTRAINT body_parent_id_fkey REFERENCES record.body,
      days int4range,
      CONSTRAINT body_days_excl EXCLUDE USING gist (days WITH &&)
    );
    INSERT INTO record.body (id, slug, days) VALUES (1, 'taken', '[1,5]');
    """

  @Test(arguments: [
    ("(2, 'taken', NULL, NULL, NULL)", DatabaseError.Kind.uniqueViolation, "body_slug_key"),
    ("(2, 'new', 'SECRET', NULL, NULL)", .checkViolation, "body_note_check"),
    ("(2, 'new', NULL, 99, NULL)", .foreignKeyViolation, "body_parent_id_fkey"),
    ("(2, 'new', NULL, NULL, '[5,6]')", .exclusionViolation, "body_days_excl"),
  ])
  func `a broken rule is known by its kind and its constraint's name`(
    row: String, kind: DatabaseError.Kind, constraint: String
  ) async throws {
    let error = try await failure(
      "INSERT INTO record.body (id, slug, note, parent_id, days) VALUES \(unsafe: row)")
    #expect(error.kind == kind)
    #expect(error.constraint == constraint)
    #expect(error.schema == "record")
    #expect(error.table == "body")
    #expect(error.description.contains(constraint))
  }

  @Test func `a missing value names its column`() async throws {
    let error = try await failure("INSERT INTO record.body (id) VALUES (2)")
    #expect(error.kind == .notNullViolation)
    #expect(error.column == "slug")
    #expect(error.sqlState == "23502")
  }

  @Test func `a refused permission is a kind of its own`() async throws {
    let error = try await failure(
      "SET SESSION AUTHORIZATION pg_monitor", "SELECT id FROM record.body")
    #expect(error.kind == .permissionDenied)
  }

  // PostgreSQL's DETAIL of a failed CHECK prints the whole row (operations.md 4).
  @Test func `no print of an error shows the row that broke a rule`() async throws {
    let error = try await failure(
      "INSERT INTO record.body (id, slug, note) VALUES (2, 'HIDDEN', 'SECRET')")
    #expect(error.kind == .checkViolation)
    var dumped = ""
    dump(error, to: &dumped)
    for print in ["\(error)", error.debugDescription, dumped] {
      #expect(print.contains("body_note_check"))
      #expect(!print.contains("SECRET") && !print.contains("HIDDEN"))
    }
  }

  @Test func `the server's message, which may quote a value, shows only when debugging`()
    async throws
  {
    let error = try await failure("SELECT \("HIDDEN")::integer")
    #expect(error.sqlState == "22P02")
    #expect(error.debugDescription.contains("HIDDEN"))
    #expect(!"\(error)".contains("HIDDEN"))
    #expect(error.description.contains("22P02"))
  }

  @Test func `a statement stopped by its timeout, or waiting for a lock, says which`()
    async throws
  {
    try await TestDatabase.with { database throws in
      try await database.pool.run { try $0.script("CREATE TABLE x (n int)") }
      let hasty = database.settings { settings in
        settings.statementTimeout = .milliseconds(50)
        settings.lockTimeout = .milliseconds(20)
      }
      let (slow, locked) = try await database.pool.transaction { holder in
        try holder.execute("LOCK TABLE x")
        let other = try Connection(hasty)
        return (
          try databaseError(on: other) { try other.execute("SELECT pg_sleep(60)") },
          try databaseError(on: other) { try other.execute("SELECT n FROM x") }
        )
      }
      #expect(slow.kind == .statementTimeout)
      #expect(locked.kind == .lockTimeout)
    }
  }

  private func failure(_ statements: SQL...) async throws -> DatabaseError {
    var found: DatabaseError?
    try await TestDatabase.with { database throws in
      found = try await databaseError {
        try await database.pool.run { connection in
          try connection.script(Self.schema)
          for statement in statements { try connection.execute(statement) }
        }
      }
    }
    return try #require(found)
  }
}
