public import Inquiries
public import Postgres

extension StaffMember {
  /// Everyone on the staff by name, with the roles that `actor` administers and
  /// those held in every inquiry.
  @_spi(Conduct)
  public static func all(for actor: Actor, on connection: Connection) throws -> [StaffMember] {
    let isEverywhere = actor.roles(in: nil).contains(.administrator)
    let some = actor.roles.filter { $0.role == .administrator }.compactMap(\.inquiry)
    let roles = try connection.query(
      """
      SELECT staff_user_id, role, inquiry.slug
      FROM record.staff_role LEFT JOIN record.inquiry ON inquiry.id = inquiry_id
      WHERE \(isEverywhere) OR inquiry_id IS NULL OR inquiry_id = ANY (\(some))
      ORDER BY inquiry.slug COLLATE "C" NULLS FIRST, role
      """
    ) { row in
      (user: try row.next() as Int64, held: Held(try row.word(), in: try row.next()))
    }
    let held = Dictionary(grouping: roles, by: \.user)
    return try connection.query(
      """
      SELECT id, name, revision,
        (SELECT count(*) FROM record.token WHERE staff_user_id = staff_user.id
         AND revoked_at IS NULL)
      FROM record.staff_user
      ORDER BY name COLLATE "C"
      """
    ) { row in
      let id: Int64 = try row.next()
      let name: String = try row.next()
      let revision: Int = try row.next()
      return StaffMember(
        name: name, roles: (held[id] ?? []).map(\.held), tokenCount: try row.next(),
        revision: revision)
    }
  }
}

extension Staff {
  /// A staff user, locked until the transaction ends.
  public static func locked(
    name: String, on connection: Connection
  ) throws -> (id: Identifier<StaffUser>, revision: Int)? {
    try connection.first(
      "SELECT id, revision FROM record.staff_user WHERE name = \(name) FOR NO KEY UPDATE"
    ) { row in (try row.next(), try row.next()) }
  }

  /// Raises the revision of a staff user whose roles or tokens changed.
  public static func touch(_ user: Identifier<StaffUser>, on connection: Connection) throws {
    try connection.execute(
      "UPDATE record.staff_user SET revision = revision + 1 WHERE id = \(user)")
  }

  /// Takes a role away, in one inquiry or in all.
  ///
  /// - Returns: Whether it was held.
  public static func withdraw(
    _ role: Role, in inquiry: Identifier<Inquiry>?, from user: Identifier<StaffUser>,
    on connection: Connection
  ) throws -> Bool {
    try connection.execute(
      """
      DELETE FROM record.staff_role
      WHERE staff_user_id = \(user) AND role = \(role.rawValue)
        AND inquiry_id IS NOT DISTINCT FROM \(inquiry)
      """) > 0
  }

  /// How many hold a role in every inquiry. Whoever asks keeps others from
  /// changing that until the transaction ends.
  public static func holders(
    everywhere role: Role, on connection: Connection
  ) throws -> Int {
    try connection.execute("LOCK TABLE record.staff_role IN SHARE ROW EXCLUSIVE MODE")
    return try connection.one(
      "SELECT count(*) FROM record.staff_role WHERE role = \(role.rawValue) AND inquiry_id IS NULL"
    ) { row in try row.next() }
  }
}
