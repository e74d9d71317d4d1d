public import Inquiries
public import Postgres

extension FormerName {
  /// The former names of somebody that are guarded. Of who is protected there are none
  /// unless the register is open.
  public static func guarded(
    of person: Identifier<Person>, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [FormerName] {
    try connection.query(
      """
      WITH RECURSIVE \(Person.entries(of: "SELECT \(person)::bigint"))
      SELECT former.id, former.name
      FROM record.former_name AS former
      WHERE former.person_id IN (SELECT id FROM entry) AND NOT former.is_mistake
        AND \(person) IN (\(Person.present(in: viewpoint)))
      ORDER BY former.id
      """
    ) { row in FormerName(id: try row.next(), name: try row.next()) }
  }

  /// Says that a former name of somebody never was theirs. Opens the register for that and
  /// reads nothing from it.
  ///
  /// - Returns: Whether there was such a name, and it was guarded.
  public static func setAside(
    _ id: Identifier<FormerName>, of person: Identifier<Person>, on connection: Connection
  ) throws -> Bool {
    try Person.openRegister(on: connection)
    defer { try? Person.closeRegister(on: connection) }
    let found = try connection.first(
      """
      WITH RECURSIVE \(Person.entries(of: "SELECT \(person)::bigint"))
      UPDATE record.former_name SET is_mistake = true
      WHERE id = \(id) AND NOT is_mistake AND person_id IN (SELECT id FROM entry)
      RETURNING id
      """
    ) { row -> Int64 in try row.next() }
    guard found != nil else { return false }
    try connection.execute(
      "UPDATE record.person SET revision = revision + 1 WHERE id = \(person)")
    return true
  }
}

extension Person {
  /// A recursive table `entry` of everybody whom a query names: their own entry, and those
  /// that were joined with it, each with the one of whom it is.
  static func entries(of people: SQL) -> SQL {
    """
    entry (person_id, id) AS (
      SELECT chosen.id, chosen.id FROM (\(people)) AS chosen (id)
      UNION
      SELECT entry.person_id, joined.id FROM record.person AS joined
      JOIN entry ON joined.merged_into_person_id = entry.id)
    """
  }

  /// Keeps the name among the former ones. What does not look like one, as “A care leaver”,
  /// others may say of anybody, and it is not guarded.
  ///
  /// - Parameter isMistake: Whether it never was theirs, so that it is not guarded.
  public func keepName(isMistake: Bool, on connection: Connection) throws {
    let isName = AnonymousWall.looksLikeName(AnonymousWall.seen("\(name)::text"))
    try connection.execute(
      """
      INSERT INTO record.former_name (person_id, name, is_mistake)
      VALUES (\(id), \(name), \(isMistake) OR NOT (\(isName)))
      ON CONFLICT ON CONSTRAINT former_name_once DO UPDATE SET is_mistake = EXCLUDED.is_mistake
      """)
  }
}
