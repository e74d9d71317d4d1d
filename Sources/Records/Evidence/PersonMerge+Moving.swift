public import Inquiries
public import Postgres

/// What belongs to one entry of a person and goes to the other, set by set;
/// each row that is moved or taken out is noted, so that it can go back.
public struct PersonMove: Sendable {
  let merge: Identifier<PersonMerge>
  let person: Identifier<Person>
  let survivor: Identifier<Person>

  public init(
    _ merge: Identifier<PersonMerge>, of person: Identifier<Person>,
    to survivor: Identifier<Person>
  ) {
    self.merge = merge
    self.person = person
    self.survivor = survivor
  }

  /// Witnesses of the one, each with the same witness of the other where there
  /// is one: of one inquiry, capacity and organisation.
  var pairs: SQL {
    """
    SELECT old.id AS old_id, coalesce(new.id, old.id) AS new_id
    FROM record.witness AS old
    LEFT JOIN record.witness AS new ON new.person_id = \(survivor)
      AND new.inquiry_id = old.inquiry_id AND new.capacity = old.capacity
      AND new.organisation = old.organisation
    WHERE old.person_id = \(person)
    """
  }

  /// Sources to which both contributed in the same capacity and said different
  /// things about publication.
  public func disagreements(on connection: Connection) throws -> [String] {
    try connection.query(
      """
      SELECT DISTINCT source.reference
      FROM (\(pairs)) AS pair
      JOIN record.contribution AS mine ON mine.witness_id = pair.old_id
      JOIN record.contribution AS theirs
        ON theirs.witness_id = pair.new_id AND theirs.source_id = mine.source_id
      JOIN record.source ON source.id = mine.source_id
      WHERE pair.old_id <> pair.new_id
        AND (mine.consent <> theirs.consent
          OR mine.consent = 'given' AND mine.consent_uses <> theirs.consent_uses)
      ORDER BY source.reference
      """
    ) { row in try row.next() }
  }

  /// Moves everything to the survivor.
  public func carryOut(on connection: Connection) throws {
    try moveContributions(on: connection)
    try movePlaces(on: connection)
    try connection.execute(
      """
      WITH moved AS (
        UPDATE record.witness SET person_id = \(survivor), revision = revision + 1
        WHERE id IN (SELECT old_id FROM (\(pairs)) AS pair WHERE old_id = new_id)
        RETURNING id)
      INSERT INTO record.person_merge_row (person_merge_id, kind, row_id, from_id, to_id)
      SELECT \(merge), 'witness', id, \(person), \(survivor) FROM moved
      """)
    try moveMembers(on: connection)
    try connection.execute(
      """
      WITH moved AS (
        UPDATE record.passage SET person_id = \(survivor) WHERE person_id = \(person)
        RETURNING id)
      INSERT INTO record.person_merge_row (person_merge_id, kind, row_id, from_id, to_id)
      SELECT \(merge), 'passage', id, \(person), \(survivor) FROM moved
      """)
    try connection.execute(
      """
      UPDATE record.person
      SET merged_into_person_id = CASE WHEN id = \(person) THEN \(survivor)::bigint END,
        is_name_only = is_name_only OR EXISTS (
          SELECT FROM record.person AS joined WHERE joined.id = \(person) AND joined.is_name_only),
        revision = revision + 1
      WHERE id IN (\(person), \(survivor))
      """)
  }

  private func moveContributions(on connection: Connection) throws {
    try connection.execute(
      """
      INSERT INTO record.person_merge_row
        (person_merge_id, kind, row_id, from_id, to_id, removed)
      SELECT \(merge), 'contribution', mine.id, pair.old_id, pair.new_id,
        CASE WHEN pair.old_id <> pair.new_id AND EXISTS (
            SELECT FROM record.contribution AS theirs
            WHERE theirs.witness_id = pair.new_id AND theirs.source_id = mine.source_id)
          THEN to_jsonb(mine) END
      FROM (\(pairs)) AS pair
      JOIN record.contribution AS mine ON mine.witness_id = pair.old_id
      """)
    try connection.execute(
      """
      DELETE FROM record.contribution
      WHERE id IN (\(noted("contribution")) AND removed IS NOT NULL)
      """)
    try connection.execute(
      """
      UPDATE record.contribution SET witness_id = noted.to_id, revision = revision + 1
      FROM record.person_merge_row AS noted
      WHERE person_merge_id = \(merge) AND noted.kind = 'contribution'
        AND noted.row_id = contribution.id AND noted.from_id <> noted.to_id
      """)
  }

  private func movePlaces(on connection: Connection) throws {
    try connection.execute(
      """
      INSERT INTO record.person_merge_row
        (person_merge_id, kind, row_id, from_id, to_id, removed)
      SELECT \(merge), 'panel', mine.panel_id, pair.old_id, pair.new_id,
        CASE WHEN pair.old_id <> pair.new_id AND EXISTS (
            SELECT FROM record.panel_witness AS theirs
            WHERE theirs.witness_id = pair.new_id AND theirs.panel_id = mine.panel_id)
          THEN to_jsonb(mine) END
      FROM (\(pairs)) AS pair
      JOIN record.panel_witness AS mine ON mine.witness_id = pair.old_id
      """)
    try connection.execute(
      """
      DELETE FROM record.panel_witness USING record.person_merge_row AS noted
      WHERE person_merge_id = \(merge) AND noted.kind = 'panel' AND removed IS NOT NULL
        AND noted.row_id = panel_id AND noted.from_id = witness_id
      """)
    try connection.execute(
      """
      UPDATE record.panel_witness SET witness_id = noted.to_id
      FROM record.person_merge_row AS noted
      WHERE person_merge_id = \(merge) AND noted.kind = 'panel' AND removed IS NULL
        AND noted.row_id = panel_id AND noted.from_id = witness_id
        AND noted.from_id <> noted.to_id
      """)
  }

  /// Where both sat at a session the survivor's place stays, as Chair if either
  /// was.
  private func moveMembers(on connection: Connection) throws {
    try connection.execute(
      """
      INSERT INTO record.person_merge_row
        (person_merge_id, kind, row_id, from_id, to_id, removed)
      SELECT \(merge), 'member', mine.session_id, \(person), \(survivor),
        CASE WHEN EXISTS (
            SELECT FROM record.session_member AS theirs
            WHERE theirs.session_id = mine.session_id AND theirs.person_id = \(survivor))
          THEN to_jsonb(mine) END
      FROM record.session_member AS mine WHERE mine.person_id = \(person)
      """)
    try connection.execute(
      """
      DELETE FROM record.session_member
      WHERE person_id = \(person)
        AND session_id IN (\(noted("member")) AND removed IS NOT NULL)
      """)
    try connection.execute(
      """
      UPDATE record.session_member SET is_chair = true
      WHERE person_id = \(survivor)
        AND session_id IN (\(noted("member")) AND (removed ->> 'is_chair')::boolean)
      """)
    try connection.execute(
      "UPDATE record.session_member SET person_id = \(survivor) WHERE person_id = \(person)")
  }

  func noted(_ kind: String) -> SQL {
    """
    SELECT row_id FROM record.person_merge_row
    WHERE person_merge_id = \(merge) AND kind = \(kind)
    """
  }
}
