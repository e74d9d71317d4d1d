public import Inquiries
public import Postgres

/// Staff users, their roles and tokens.
public enum Staff {
  /// Who holds the token with this digest, unless it was revoked.
  public static func actor(
    tokenDigest: [UInt8], on connection: Connection
  ) throws -> Actor? {
    let found = try connection.first(
      """
      SELECT token.id, staff_user.id, staff_user.name
      FROM record.token
      JOIN record.staff_user ON staff_user.id = token.staff_user_id
      WHERE token.digest = \(tokenDigest)
        AND token.revoked_at IS NULL
      """
    ) { row -> (Int64, Identifier<StaffUser>, String) in
      (try row.next(), try row.next(), try row.next())
    }
    guard let (tokenID, id, name) = found else { return nil }
    let roles = try connection.query(
      "SELECT role, inquiry_id FROM record.staff_role WHERE staff_user_id = \(id)"
    ) { row -> (role: Role, inquiry: Identifier<Inquiry>?) in
      (try row.word(), try row.next())
    }
    return Actor(id: id, name: name, roles: roles, tokenID: tokenID)
  }

  /// Adds a staff user.
  ///
  /// - Returns: `nil` when the name is taken.
  public static func add(
    name: String, on connection: Connection
  ) throws -> Identifier<StaffUser>? {
    try connection.first(
      """
      INSERT INTO record.staff_user (name) VALUES (\(name))
      ON CONFLICT (name) DO NOTHING
      RETURNING id
      """
    ) { row in try row.next() }
  }

  /// The staff user of that name.
  public static func find(
    name: String, on connection: Connection
  ) throws -> Identifier<StaffUser>? {
    try connection.first("SELECT id FROM record.staff_user WHERE name = \(name)") { row in
      try row.next()
    }
  }

  /// Gives a role, in one inquiry or in all; once is enough.
  public static func grant(
    _ role: Role, in inquiry: Identifier<Inquiry>?, to user: Identifier<StaffUser>,
    on connection: Connection
  ) throws {
    try connection.execute(
      """
      INSERT INTO record.staff_role (staff_user_id, inquiry_id, role)
      VALUES (\(user), \(inquiry), \(role.rawValue))
      ON CONFLICT DO NOTHING
      """)
  }

  /// Keeps the digest of a new token.
  public static func keepToken(
    digest: [UInt8], label: String, for user: Identifier<StaffUser>, on connection: Connection
  ) throws {
    try connection.execute(
      """
      INSERT INTO record.token (staff_user_id, digest, label)
      VALUES (\(user), \(digest), \(label))
      """)
  }

  /// Ends every token of a user with this label, or all of them.
  ///
  /// - Returns: How many ended.
  public static func revokeTokens(
    of user: Identifier<StaffUser>, label: String?, at now: Instant, on connection: Connection
  ) throws -> Int {
    try connection.execute(
      """
      UPDATE record.token SET revoked_at = \(now)
      WHERE staff_user_id = \(user) AND revoked_at IS NULL
        AND (\(label) IS NULL OR label = \(label))
      """)
  }
}
