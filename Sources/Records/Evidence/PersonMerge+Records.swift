public import Inquiries
public import Postgres

extension PersonMerge {
  private static let columns: SQL = """
    merge.id, merge.person_id, \(printed("joined")), merge.into_person_id,
    \(printed("survivor")), merge.merged_at, coalesce(staff_user.name, 'operator'),
    merge.undone_at, merge.revision
    """

  /// The name of an entry; of one that was joined with somebody who is protected it is the
  /// pseudonym, since it may have been the real one.
  private static func printed(_ entry: SQL) -> SQL {
    """
    coalesce((
      WITH RECURSIVE above AS (
        SELECT \(entry).name, \(entry).is_protected, \(entry).merged_into_person_id
        UNION
        SELECT next.name, next.is_protected, next.merged_into_person_id
        FROM record.person AS next
        JOIN above ON next.id = above.merged_into_person_id)
      SELECT name FROM above WHERE is_protected LIMIT 1), \(entry).name)
    """
  }

  private static let tables: SQL = """
    record.person_merge AS merge
    JOIN record.person AS joined ON joined.id = merge.person_id
    JOIN record.person AS survivor ON survivor.id = merge.into_person_id
    LEFT JOIN record.staff_user ON staff_user.id = merge.staff_user_id
    """

  private init(_ row: inout Row) throws {
    self.init(
      id: try row.next(), person: try row.next(), name: try row.next(), into: try row.next(),
      intoName: try row.next(), mergedAt: try row.next(), by: try row.next(),
      undoneAt: try row.next(), revision: try row.next())
  }

  /// The merges of people who occur in the inquiry, the newest first.
  public static func all(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [PersonMerge] {
    try connection.query(
      """
      SELECT \(columns) FROM \(tables)
      WHERE merge.into_person_id IN (\(Person.present(in: viewpoint)))
        OR merge.person_id IN (\(Person.present(in: viewpoint)))
      ORDER BY merge.id DESC
      """
    ) { row in try PersonMerge(&row) }
  }

  /// One of them, locked.
  public static func find(
    _ id: Identifier<PersonMerge>, on connection: Connection
  ) throws -> PersonMerge? {
    try connection.first(
      "SELECT \(columns) FROM \(tables) WHERE merge.id = \(id) FOR NO KEY UPDATE OF merge"
    ) { row in try PersonMerge(&row) }
  }

  /// Enters a merge, with nothing moved yet.
  public static func insert(
    _ person: Identifier<Person>, into survivor: Identifier<Person>, at now: Instant,
    by actor: Actor, on connection: Connection
  ) throws -> Identifier<PersonMerge> {
    try connection.one(
      """
      INSERT INTO record.person_merge (person_id, into_person_id, staff_user_id, merged_at)
      VALUES (\(person), \(survivor), \(actor.id), \(now))
      RETURNING id
      """
    ) { row in try row.next() }
  }

  /// Marks a merge as undone.
  public func undo(at now: Instant, on connection: Connection) throws {
    try connection.execute(
      """
      UPDATE record.person_merge SET undone_at = \(now), revision = revision + 1 WHERE id = \(id)
      """)
  }
}

extension MergedPeople.Moved {
  /// What a merge moved, by the rows that it noted.
  public static func by(
    _ merge: Identifier<PersonMerge>, on connection: Connection
  ) throws -> MergedPeople.Moved {
    try connection.one(
      """
      WITH noted AS (
        SELECT kind, row_id, removed FROM record.person_merge_row
        WHERE person_merge_id = \(merge)),
      part AS (
        SELECT coalesce((noted.removed ->> 'source_id')::bigint, kept.source_id) AS source_id,
          coalesce(noted.removed ->> 'consent', kept.consent) AS consent
        FROM noted
        LEFT JOIN record.contribution AS kept ON kept.id = noted.row_id
        WHERE noted.kind = 'contribution'),
      written AS (
        SELECT DISTINCT part.source_id FROM part
        JOIN record.source ON source.id = part.source_id
        WHERE source.kind = 'written_submission')
      SELECT
        (SELECT count(*) FROM (
          SELECT row_id FROM noted WHERE kind = 'member'
          UNION
          SELECT panel.session_id FROM noted
          JOIN record.panel ON panel.id = noted.row_id
          WHERE noted.kind = 'panel') AS session),
        (SELECT count(*) FROM written),
        (SELECT count(*) FROM part WHERE consent <> 'not_asked'),
        (SELECT count(*) FROM noted WHERE kind = 'passage'),
        (SELECT count(*) FROM record.link
         WHERE status <> 'dropped' AND passage_id IN (
           SELECT row_id FROM noted WHERE kind = 'passage'
           UNION
           SELECT passage.id FROM written
           JOIN record.passage ON passage.source_id = written.source_id))
      """
    ) { row in
      MergedPeople.Moved(
        sessions: try row.next(), submissions: try row.next(), consents: try row.next(),
        passages: try row.next(), links: try row.next())
    }
  }
}

extension Person {
  /// The inquiries in which they occur whom a condition on `person_id` means, as member,
  /// witness or speaker: who is listed no longer may have words on record all the same.
  static func inquiries(where condition: SQL) -> SQL {
    """
    SELECT inquiry_id FROM record.witness WHERE \(condition)
    UNION
    SELECT session.inquiry_id FROM record.session_member
    JOIN record.session ON session.id = session_id
    WHERE \(condition)
    UNION
    SELECT source.inquiry_id FROM record.passage JOIN record.source ON source.id = source_id
    WHERE \(condition)
    """
  }

  /// The inquiries in which somebody occurs.
  public static func inquiries(
    of people: [Identifier<Person>], on connection: Connection
  ) throws -> [Identifier<Inquiry>] {
    try connection.query(
      """
      \(inquiries(where: "person_id = ANY (\(people))"))
      ORDER BY 1
      """
    ) { row in try row.next() }
  }

  /// Sessions at which both were present, in words: `session 3`.
  public static func together(
    _ one: Identifier<Person>, _ other: Identifier<Person>, as viewpoint: Viewpoint,
    on connection: Connection
  ) throws -> [String] {
    try connection.query(
      """
      WITH present AS (
        SELECT session_id, person_id FROM record.session_member
        UNION
        SELECT panel.session_id, witness.person_id FROM record.panel
        JOIN record.panel_witness ON panel_id = panel.id
        JOIN record.witness ON witness.id = witness_id)
      SELECT CASE WHEN session.inquiry_id = \(viewpoint.inquiryID)
          THEN 'session ' || coalesce(session.number::text, 'P' || session.plan_number)
          ELSE 'a session of another inquiry' END AS place
      FROM record.session
      WHERE id IN (SELECT session_id FROM present WHERE person_id = \(one))
        AND id IN (SELECT session_id FROM present WHERE person_id = \(other))
      ORDER BY session.number
      """
    ) { row in try row.next() }
  }
}
