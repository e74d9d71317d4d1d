public import Inquiries
public import Postgres

extension Person {
  private init(_ row: inout Row) throws {
    self.init(
      id: try row.next(), name: try row.next(), isProtected: try row.next(),
      isNameOnly: try row.next(), revision: try row.next())
  }

  /// The ids of everyone who occurs in the inquiry: members, witnesses, and
  /// who spoke.
  static func present(in viewpoint: Viewpoint) -> SQL {
    """
    SELECT person_id FROM record.witness WHERE inquiry_id = \(viewpoint.inquiryID)
    UNION
    SELECT person_id FROM record.session_member
    JOIN record.session ON session.id = session_id
    WHERE session.inquiry_id = \(viewpoint.inquiryID)
    """
  }

  /// Everyone who occurs in the inquiry, by name.
  public static func all(as viewpoint: Viewpoint, on connection: Connection) throws -> [Person] {
    try connection.query(
      """
      SELECT id, name, is_protected, is_name_only, revision FROM record.person
      WHERE id IN (\(present(in: viewpoint))) AND merged_into_person_id IS NULL
      ORDER BY sort_name COLLATE "C", id
      """
    ) { row in try Person(&row) }
  }

  /// The person with that id, if they occur in the inquiry; locked for a change.
  public static func find(
    _ id: Identifier<Person>, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Person? {
    try connection.first(
      """
      SELECT id, name, is_protected, is_name_only, revision FROM record.person
      WHERE id = \(id) AND id IN (\(present(in: viewpoint))) AND merged_into_person_id IS NULL
      FOR NO KEY UPDATE
      """
    ) { row in try Person(&row) }
  }

  /// Those of these people who occur in the inquiry.
  public static func present(
    among ids: [Identifier<Person>], as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Set<Identifier<Person>> {
    guard !ids.isEmpty else { return [] }
    return Set(
      try connection.query(
        """
        SELECT id FROM record.person
        WHERE id = ANY (\(ids)) AND id IN (\(present(in: viewpoint)))
        """
      ) { row in try row.next() })
  }

  /// The one person of each name who occurs in the inquiry already, also under a
  /// name that was joined with it; names that several bear are left out, for a
  /// clerk to decide.
  public static func known(
    names: [String], as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [String: Identifier<Person>] {
    let rows = try connection.query(
      """
      SELECT named.name, min(coalesce(named.merged_into_person_id, named.id))
      FROM record.person AS named
      WHERE named.name = ANY (\(names))
        AND coalesce(named.merged_into_person_id, named.id) IN (\(present(in: viewpoint)))
      GROUP BY named.name
      HAVING count(DISTINCT coalesce(named.merged_into_person_id, named.id)) = 1
      """
    ) { row -> (String, Identifier<Person>) in (try row.next(), try row.next()) }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  /// People of the inquiry in whose names one of these words stands, bodies left out.
  ///
  /// - Parameter words: In small letters.
  public static func named(
    withAnyOf words: [String], as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Person] {
    try connection.query(
      """
      SELECT id, name, is_protected, is_name_only, revision FROM record.person
      WHERE NOT is_organisation AND merged_into_person_id IS NULL
        AND EXISTS (SELECT FROM unnest(\(words)) AS given (word) WHERE strpos(lower(name), word) > 0)
        AND id IN (\(present(in: viewpoint)))
      ORDER BY id
      """
    ) { row in try Person(&row) }
  }

  /// Puts people with these names into the record, in order.
  public static func insert(
    names: [String], on connection: Connection
  ) throws -> [Identifier<Person>] {
    try connection.query(
      """
      INSERT INTO record.person (name, sort_name)
      SELECT name, sort_name
      FROM unnest(\(names), \(names.map(Person.sortName(of:)))) WITH ORDINALITY
        AS given (name, sort_name, place)
      ORDER BY place
      RETURNING id
      """
    ) { row in try row.next() }
  }

  /// What the public sees beside the name: `Director, The Organisation, group “Experts”`,
  /// each once.
  public static func publicCapacities(
    of id: Identifier<Person>, on connection: Connection
  ) throws -> [String] {
    try connection.query(
      """
      SELECT DISTINCT concat_ws(', ', nullif(capacity, ''), nullif(organisation, ''),
        'group “' || group_name || '”') AS shown
      FROM published.witness
      WHERE person_id = \(id) AND capacity || organisation || coalesce(group_name, '') <> ''
      ORDER BY shown
      """
    ) { row in try row.next() }
  }

  /// Gives the person another printed name.
  ///
  /// - Parameter isNameOnly: Whether the public sees it alone.
  public func rename(
    to name: String, isNameOnly: Bool, on connection: Connection
  ) throws {
    try connection.execute(
      """
      UPDATE record.person
      SET name = \(name), is_name_only = \(isNameOnly), revision = revision + 1,
        sort_name = CASE WHEN is_organisation THEN \(name) ELSE \(Person.sortName(of: name)) END
      WHERE id = \(id)
      """)
  }

  /// Marks the person as protected and keeps the real name in the register.
  public func protect(
    realName: String, terms: [String], on connection: Connection
  ) throws {
    try Person.openRegister(on: connection)
    try connection.execute(
      """
      INSERT INTO record.identity (person_id, name, protected_terms)
      VALUES (\(id), \(realName), \(terms))
      ON CONFLICT (person_id) DO UPDATE
      SET name = EXCLUDED.name, protected_terms = EXCLUDED.protected_terms
      """)
    try connection.execute(
      """
      UPDATE record.person SET is_protected = true, revision = revision + 1 WHERE id = \(id)
      """)
  }

  /// The real name and protected terms in the register; reading it is an act.
  public func identity(
    on connection: Connection
  ) throws -> (name: String, terms: [String])? {
    try Person.openRegister(on: connection)
    return try connection.first(
      "SELECT name, protected_terms FROM record.identity WHERE person_id = \(id)"
    ) { row in (try row.next(), try row.next()) }
  }

  /// Ends what ``openRegister(on:)`` began.
  static func closeRegister(on connection: Connection) throws {
    try connection.execute("SELECT set_config('inquiry.register', 'closed', true)")
  }

  /// Lets this transaction, and no longer, see the identity register.
  static func openRegister(on connection: Connection) throws {
    try connection.execute("SELECT set_config('inquiry.register', 'open', true)")
  }
}
