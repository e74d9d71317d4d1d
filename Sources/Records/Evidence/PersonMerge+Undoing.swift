import Inquiries
public import Postgres

extension PersonMove {
  /// Takes back what was moved, and that alone: rows made since stay with the
  /// survivor.
  public func takeBack(on connection: Connection) throws {
    try connection.execute(
      """
      UPDATE record.person
      SET merged_into_person_id = NULL, revision = revision + 1
      WHERE id IN (\(person), \(survivor))
      """)
    try connection.execute(
      """
      UPDATE record.passage SET person_id = \(person)
      WHERE person_id = \(survivor) AND id IN (\(noted("passage")))
      """)
    try takeBackMembers(on: connection)
    try connection.execute(
      """
      UPDATE record.witness SET person_id = \(person), revision = revision + 1
      WHERE person_id = \(survivor) AND id IN (\(noted("witness")))
      """)
    try leaveLaterWork(on: connection)
    try takeBackContributions(on: connection)
    try takeBackPlaces(on: connection)
  }

  private func takeBackMembers(on connection: Connection) throws {
    try connection.execute(
      """
      UPDATE record.session_member SET person_id = \(person)
      WHERE person_id = \(survivor)
        AND session_id IN (\(noted("member")) AND removed IS NULL)
      """)
    try connection.execute(
      """
      UPDATE record.session_member SET is_chair = false
      WHERE person_id = \(survivor)
        AND session_id IN (\(noted("member")) AND (removed ->> 'is_chair')::boolean)
      """)
    try connection.execute(
      """
      INSERT INTO record.session_member (session_id, person_id, ordinal, is_chair)
      SELECT row_id, \(person),
        CASE WHEN EXISTS (
            SELECT FROM record.session_member AS taken
            WHERE taken.session_id = row_id AND taken.ordinal = (removed ->> 'ordinal')::integer)
          THEN (SELECT max(ordinal) + 1 FROM record.session_member WHERE session_id = row_id)
          ELSE (removed ->> 'ordinal')::integer END,
        (removed ->> 'is_chair')::boolean
      FROM record.person_merge_row
      WHERE person_merge_id = \(merge) AND kind = 'member' AND removed IS NOT NULL
      ON CONFLICT DO NOTHING
      """)
  }

  /// What a witness who goes back was given since stays with the survivor, as
  /// another witness of the same capacity.
  private func leaveLaterWork(on connection: Connection) throws {
    let later: (SQL, SQL) = (
      """
      SELECT contribution.id FROM record.contribution
      WHERE witness_id IN (\(noted("witness")))
        AND id NOT IN (\(noted("contribution")))
      """,
      """
      SELECT panel_witness.panel_id FROM record.panel_witness
      WHERE witness_id = old.id AND panel_id NOT IN (\(noted("panel")) AND from_id = old.id)
      """
    )
    try connection.execute(
      """
      INSERT INTO record.witness
        (inquiry_id, person_id, capacity, organisation, witness_group_id)
      SELECT inquiry_id, \(survivor), capacity, organisation, witness_group_id
      FROM record.witness AS old
      WHERE id IN (\(noted("witness")))
        AND (id IN (SELECT witness_id FROM record.contribution WHERE id IN (\(later.0)))
          OR EXISTS (\(later.1)))
      ON CONFLICT ON CONSTRAINT witness_once DO NOTHING
      """)
    try connection.execute(
      """
      UPDATE record.contribution SET witness_id = new.id, revision = contribution.revision + 1
      FROM record.witness AS old JOIN record.witness AS new
        ON new.person_id = \(survivor) AND new.inquiry_id = old.inquiry_id
        AND new.capacity = old.capacity AND new.organisation = old.organisation
      WHERE old.id = witness_id AND contribution.id IN (\(later.0))
      """)
    try connection.execute(
      """
      UPDATE record.panel_witness SET witness_id = new.id
      FROM record.witness AS old JOIN record.witness AS new
        ON new.person_id = \(survivor) AND new.inquiry_id = old.inquiry_id
        AND new.capacity = old.capacity AND new.organisation = old.organisation
      WHERE old.id = witness_id AND old.id IN (\(noted("witness")))
        AND panel_id IN (\(later.1))
      """)
  }

  private func takeBackContributions(on connection: Connection) throws {
    try connection.execute(
      """
      UPDATE record.contribution SET witness_id = noted.from_id, revision = revision + 1
      FROM record.person_merge_row AS noted
      WHERE person_merge_id = \(merge) AND noted.kind = 'contribution' AND removed IS NULL
        AND noted.from_id <> noted.to_id
        AND noted.row_id = contribution.id AND contribution.witness_id = noted.to_id
      """)
    // On the survivor's row, for columns that came into being since.
    try connection.execute(
      """
      INSERT INTO record.contribution OVERRIDING SYSTEM VALUE
      SELECT restored.*
      FROM record.person_merge_row AS noted
      JOIN record.contribution AS theirs ON theirs.witness_id = noted.to_id
        AND theirs.source_id = (removed ->> 'source_id')::bigint
      CROSS JOIN LATERAL jsonb_populate_record(theirs, removed) AS restored
      WHERE person_merge_id = \(merge) AND noted.kind = 'contribution' AND removed IS NOT NULL
      ON CONFLICT DO NOTHING
      """)
  }

  private func takeBackPlaces(on connection: Connection) throws {
    try connection.execute(
      """
      UPDATE record.panel_witness SET witness_id = noted.from_id
      FROM record.person_merge_row AS noted
      WHERE person_merge_id = \(merge) AND noted.kind = 'panel' AND removed IS NULL
        AND noted.from_id <> noted.to_id
        AND noted.row_id = panel_id AND panel_witness.witness_id = noted.to_id
      """)
    try connection.execute(
      """
      INSERT INTO record.panel_witness (panel_id, witness_id, ordinal)
      SELECT row_id, from_id,
        CASE WHEN EXISTS (
            SELECT FROM record.panel_witness AS taken
            WHERE taken.panel_id = row_id AND taken.ordinal = (removed ->> 'ordinal')::integer)
          THEN (SELECT max(ordinal) + 1 FROM record.panel_witness WHERE panel_id = row_id)
          ELSE (removed ->> 'ordinal')::integer END
      FROM record.person_merge_row
      WHERE person_merge_id = \(merge) AND kind = 'panel' AND removed IS NOT NULL
      ON CONFLICT DO NOTHING
      """)
  }
}
