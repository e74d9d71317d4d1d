public import Inquiries
public import Postgres

extension LabelInDoubt {
  /// The labels of a transcript that were or are in doubt, as they are met first.
  ///
  /// The Chair's is none: it says what somebody sat as, and not who.
  ///
  /// - Parameter withSure: Whether those are listed too that the import was sure of.
  public static func all(
    of reference: String, withSure: Bool = false, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [LabelInDoubt] {
    try connection.query(
      """
      SELECT passage.label, min(session.number),
        (array_agg(coalesce(question_block.number, 0) ORDER BY passage.ordinal))[1],
        (array_agg(passage.block_offset ORDER BY passage.ordinal))[1], count(*),
        bool_or(passage.speaker_label_id IS NOT NULL), passage.person_id, min(person.name),
        coalesce(min(settled.revision), 0)
      FROM record.passage
      \(Passage.joins)
      LEFT JOIN record.speaker_label AS settled
        ON settled.source_id = source.id AND settled.label = passage.label
      WHERE source.inquiry_id = \(viewpoint.inquiryID) AND source.reference = \(reference)
        AND source.kind = 'transcript' AND passage.kind = 'turn' AND NOT passage.is_chair
        AND passage.label IS NOT NULL
        AND (\(withSure) OR passage.person_id IS NULL OR passage.speaker_label_id IS NOT NULL)
      GROUP BY passage.label, passage.person_id
      ORDER BY min(passage.ordinal)
      """
    ) { row in
      let label: String = try row.next()
      let session: Int = try row.next()
      let question: Int = try row.next()
      let offset: Int = try row.next()
      let place =
        offset == 0
        ? Locator.questions(question...question)
        : Locator.turn(session: question == 0 ? session : nil, question: question, offset: offset)
      let count: Int = try row.next()
      let isSettled: Bool = try row.next()
      let person: Identifier<Person>? = try row.next()
      return LabelInDoubt(
        label: label, locator: place.description, count: count, isSettled: isSettled,
        isSure: person != nil && !isSettled, person: person, name: try row.next(),
        revision: try row.next())
    }
  }

  /// Says of a label who it is; `nil` for nobody known.
  ///
  /// - Parameter from: Whose turns are meant; `nil` for those in doubt and those
  ///   that were settled before.
  public static func settle(
    _ label: String, of source: Identifier<Source>, from: Identifier<Person>? = nil,
    as person: Identifier<Person>?, on day: Day, by viewpoint: Viewpoint,
    _ connection: Connection
  ) throws {
    let meant: SQL =
      from.map { "person_id = \($0)" } ?? "(person_id IS NULL OR speaker_label_id = settled.id)"
    try connection.execute(
      """
      WITH settled AS (
        INSERT INTO record.speaker_label (source_id, label, settled_on, staff_user_id)
        VALUES (\(source), \(label), \(day), \(viewpoint.actor.id))
        ON CONFLICT ON CONSTRAINT speaker_label_once DO UPDATE
        SET settled_on = EXCLUDED.settled_on, staff_user_id = EXCLUDED.staff_user_id,
          revision = speaker_label.revision + 1
        RETURNING id)
      UPDATE record.passage SET person_id = \(person), speaker_label_id = settled.id
      FROM settled
      WHERE source_id = \(source) AND label = \(label) AND kind = 'turn' AND NOT is_chair
        AND \(meant)
      """)
  }
}

extension LabelInDoubt {
  /// Says of every turn of somebody in these records that somebody else spoke it.
  public static func turnOver(
    _ records: [Identifier<Source>], from person: Identifier<Person>, to other: Identifier<Person>,
    on day: Day, by viewpoint: Viewpoint, _ connection: Connection
  ) throws {
    let labels = try connection.query(
      """
      SELECT DISTINCT source_id, label COLLATE "C" FROM record.passage
      WHERE source_id = ANY (\(records)) AND person_id = \(person) AND label IS NOT NULL
        AND kind = 'turn' AND NOT is_chair
      ORDER BY 1, 2
      """
    ) { row in (try row.next() as Identifier<Source>, try row.next() as String) }
    for (source, label) in labels {
      try settle(label, of: source, from: person, as: other, on: day, by: viewpoint, connection)
    }
    // What goes on after an interruption has no label of its own.
    try connection.execute(
      """
      UPDATE record.passage SET person_id = \(other)
      WHERE source_id = ANY (\(records)) AND person_id = \(person) AND label IS NULL
      """)
  }
}

extension Person {
  /// Who sat or was heard at the session of a source under this name.
  public static func listed(
    as name: String, at source: Identifier<Source>, on connection: Connection
  ) throws -> [Identifier<Person>] {
    try connection.query(
      """
      SELECT id FROM record.person
      WHERE name = \(name) AND id IN (
        SELECT person_id FROM record.source
        JOIN record.session_member ON session_member.session_id = source.session_id
        WHERE source.id = \(source)
        UNION
        SELECT witness.person_id FROM record.source
        JOIN record.panel ON panel.session_id = source.session_id
        JOIN record.panel_witness ON panel_id = panel.id
        JOIN record.witness ON witness.id = witness_id
        WHERE source.id = \(source))
      ORDER BY id
      """
    ) { row in try row.next() }
  }
}
