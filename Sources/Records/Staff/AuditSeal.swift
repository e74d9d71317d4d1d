public import Inquiries
public import Postgres

/// An audit entry as the sealer reads it.
public struct SealedEntry: Sendable {
  public let id: Int64
  public let at: Instant
  public let actor: Identifier<StaffUser>?
  public let inquiry: Identifier<Inquiry>?
  public let act: String
  public let subject: String
  public let detail: String
  public let digest: [UInt8]
  /// Number of the transaction that wrote it, in decimal.
  public let transaction: String

  private static let columns: SQL =
    "id, at, staff_user_id, inquiry_id, act, subject, detail::text, digest, transaction_id::text"

  // By the table's name: bare, it would be the text among the columns, where 1013 comes
  // before 774.
  private static let order: SQL = "audit_entry.transaction_id, audit_entry.id"

  private init(_ row: inout Row) throws {
    id = try row.next()
    at = try row.next()
    actor = try row.next()
    inquiry = try row.next()
    act = try row.next()
    subject = try row.next()
    detail = try row.next()
    digest = try row.next()
    transaction = try row.next()
  }

  /// Entries after a seal, in the order of their transactions, as far as every
  /// transaction before them has ended: none can slip in between any more.
  public static func unsealed(
    after seal: AuditSeal?, on connection: Connection
  ) throws -> [SealedEntry] {
    try connection.query(
      """
      SELECT \(columns) FROM record.audit_entry
      WHERE (transaction_id, id) > (\(seal?.lastTransaction ?? "0")::xid8, \(seal?.lastEntry ?? 0))
        AND transaction_id < pg_snapshot_xmin(pg_current_snapshot())
      ORDER BY \(order)
      LIMIT 100000
      """
    ) { row in try SealedEntry(&row) }
  }

  /// Every entry in order, one at a time.
  public static func forEach(
    on connection: Connection, _ body: (SealedEntry) throws -> Void
  ) throws {
    try connection.forEach("SELECT \(columns) FROM record.audit_entry ORDER BY \(order)") { row in
      try body(SealedEntry(&row))
    }
  }
}

/// A Merkle root over a run of entries, chained to the seal before it.
public struct AuditSeal: Sendable {
  public let firstEntry: Int64
  public let lastEntry: Int64
  public let lastTransaction: String
  public let count: Int
  public let previous: [UInt8]
  public let root: [UInt8]

  /// What the first seal follows.
  public static let beginning = [UInt8](repeating: 0, count: 32)

  public init(
    firstEntry: Int64, lastEntry: Int64, lastTransaction: String, count: Int, previous: [UInt8],
    root: [UInt8]
  ) {
    self.firstEntry = firstEntry
    self.lastEntry = lastEntry
    self.lastTransaction = lastTransaction
    self.count = count
    self.previous = previous
    self.root = root
  }

  private static let columns: SQL =
    "first_entry_id, last_entry_id, last_transaction_id::text, entry_count, previous, root"

  private init(_ row: inout Row) throws {
    self.init(
      firstEntry: try row.next(), lastEntry: try row.next(), lastTransaction: try row.next(),
      count: try row.next(),
      previous: try row.next(), root: try row.next())
  }

  /// The newest seal; another sealer waits until this transaction ends.
  public static func last(on connection: Connection) throws -> AuditSeal? {
    // One number for the whole product: only sealers take it.
    try connection.execute("SELECT pg_advisory_xact_lock(7235461)")
    return try connection.first(
      "SELECT \(columns) FROM record.audit_seal ORDER BY id DESC LIMIT 1"
    ) { row in try AuditSeal(&row) }
  }

  public static func all(on connection: Connection) throws -> [AuditSeal] {
    try connection.query("SELECT \(columns) FROM record.audit_seal ORDER BY id") { row in
      try AuditSeal(&row)
    }
  }

  public func insert(on connection: Connection) throws {
    try connection.execute(
      """
      INSERT INTO record.audit_seal
        (first_entry_id, last_entry_id, last_transaction_id, entry_count, previous, root)
      VALUES
        (\(firstEntry), \(lastEntry), \(lastTransaction)::xid8, \(count), \(previous), \(root))
      """)
  }
}
