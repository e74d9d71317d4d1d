public import Inquiries
public import Postgres

/// The answer to a write that was done, kept so that a retry is not done again.
public struct IdempotentAnswer: Sendable {
  public let requestDigest: [UInt8]
  public let status: Int
  public let body: [UInt8]

  public init(requestDigest: [UInt8], status: Int, body: [UInt8]) {
    self.requestDigest = requestDigest
    self.status = status
    self.body = body
  }

  /// The answer kept under `key`, waiting for a request under way with it.
  ///
  /// The lock is held until the transaction ends, so of two equal requests at
  /// once the second finds the first one's answer.
  public static func find(
    key: String, token: Int64, on connection: Connection
  ) throws -> IdempotentAnswer? {
    try connection.execute(
      "SELECT pg_advisory_xact_lock(hashtextextended(\(key), \(token)))")
    return try connection.first(
      """
      SELECT request_digest, status, body FROM record.idempotency_key
      WHERE token_id = \(token) AND key = \(key)
      """
    ) { row in
      IdempotentAnswer(
        requestDigest: try row.next(), status: try row.next(), body: try row.next())
    }
  }

  /// Keeps the answer in the transaction of the act it answers.
  public func keep(key: String, token: Int64, on connection: Connection) throws {
    try connection.execute(
      """
      INSERT INTO record.idempotency_key (token_id, key, request_digest, status, body)
      VALUES (\(token), \(key), \(requestDigest), \(Int32(status)), \(body))
      """)
  }

  /// Forgets answers older than seven days before `now`.
  public static func forgetOld(at now: Instant, on connection: Connection) throws {
    try connection.execute(
      """
      DELETE FROM record.idempotency_key WHERE created_at < \(now)::timestamptz - interval '7 days'
      """)
  }
}
