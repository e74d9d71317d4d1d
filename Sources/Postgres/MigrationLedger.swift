import Glibc

/// A migration as the database remembers it.
public struct AppliedMigration: Sendable, Hashable {
  public let version: Migration.Version
  public let name: String
  public let checksum: String
  public let readableFrom: Migration.Version
  /// Steps that were completed, of a migration outside a transaction.
  public let stepsDone: Int
  /// `false` for a migration outside a transaction that was interrupted.
  public let isFinished: Bool

  public var title: String { "\(version)_\(name)" }
}

/// The table in which a database remembers its migrations.
///
/// It has a schema of its own, so that it belongs to neither of the two the product has,
/// and everybody may read it: servers check at start whether they fit.
struct MigrationLedger {
  /// "inquiry_" in ASCII; any number would do that nobody else takes.
  private static let lockKey: Int64 = 0x696E_7175_6972_795F

  let connection: Connection

  func applied() throws -> [AppliedMigration] {
    guard try exists() else { return [] }
    return try connection.query(
      """
      SELECT version, name, checksum, readable_from, steps_done, finished_at IS NOT NULL
      FROM migration.ledger
      ORDER BY version
      """
    ) { row in
      AppliedMigration(
        version: try row.next(), name: try row.next(), checksum: try row.next(),
        readableFrom: try row.next(), stepsDone: try row.next(), isFinished: try row.next())
    }
  }

  func create() throws {
    if try exists() { return }
    try connection.transaction { try connection.script(Self.definition) }
  }

  /// Writes a migration's row, new or begun again.
  ///
  /// The times are the database's own: the beginning of the transaction, and now.
  func write(_ migration: Migration, stepsDone: Int, isFinished: Bool) throws {
    try connection.execute(
      """
      INSERT INTO migration.ledger
        (version, name, schema, checksum, readable_from, started_at, finished_at, steps_done)
      VALUES
        (\(migration.version), \(migration.name), \(migration.schema), \(migration.checksum),
         \(migration.readableFrom), now(),
         CASE WHEN \(isFinished) THEN clock_timestamp() END, \(Int32(stepsDone)))
      ON CONFLICT (version) DO UPDATE
      SET checksum = EXCLUDED.checksum,
        readable_from = EXCLUDED.readable_from,
        finished_at = EXCLUDED.finished_at,
        steps_done = EXCLUDED.steps_done
      """)
  }

  /// Runs `body` while no other migrator can.
  ///
  /// Asks again and again instead of waiting in the server: a session that waits there
  /// holds a snapshot, and CREATE INDEX CONCURRENTLY of the one before would wait for it.
  func locked<T>(_ body: () throws -> T) throws -> T {
    while try !connection.one("SELECT pg_try_advisory_lock(\(Self.lockKey))", { try $0.next() }) {
      usleep(100_000)
    }
    defer {
      // Fails only with the connection, which takes the lock with it.
      _ = try? connection.execute("SELECT pg_advisory_unlock(\(Self.lockKey))")
    }
    return try body()
  }

  private func exists() throws -> Bool {
    try connection.one("SELECT to_regclass('migration.ledger') IS NOT NULL") { try $0.next() }
  }

  private static let definition = """
    CREATE SCHEMA IF NOT EXISTS migration;
    COMMENT ON SCHEMA migration IS 'Which migrations this database has.';
    CREATE TABLE migration.ledger (
      version bigint NOT NULL,
      name text NOT NULL,
      schema text NOT NULL,
      checksum text NOT NULL,
      readable_from bigint NOT NULL,
      started_at timestamptz NOT NULL,
      finished_at timestamptz,
      steps_done integer NOT NULL,
      CONSTRAINT ledger_pkey PRIMARY KEY (version),
      CONSTRAINT ledger_checksum_check CHECK (checksum ~ '^[0-9a-f]{64}$'),
      CONSTRAINT ledger_readable_from_check CHECK (readable_from <= version),
      CONSTRAINT ledger_steps_done_check CHECK (steps_done >= 0)
    );
    COMMENT ON TABLE migration.ledger IS 'One row for each migration, written with it.';
    COMMENT ON COLUMN migration.ledger.version IS 'The fourteen digits of the file name.';
    COMMENT ON COLUMN migration.ledger.name IS 'The words of the file name.';
    COMMENT ON COLUMN migration.ledger.schema IS 'The one schema it touches.';
    COMMENT ON COLUMN migration.ledger.checksum IS 'SHA-256 of the file.';
    COMMENT ON COLUMN migration.ledger.readable_from
      IS 'The oldest migration whose server can still run on this schema.';
    COMMENT ON COLUMN migration.ledger.finished_at
      IS 'NULL for a migration outside a transaction that was interrupted.';
    COMMENT ON COLUMN migration.ledger.steps_done
      IS 'Steps completed, where it goes on after an interruption.';
    GRANT USAGE ON SCHEMA migration TO PUBLIC;
    GRANT SELECT ON migration.ledger TO PUBLIC;
    """
}
