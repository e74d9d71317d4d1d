public import Inquiries
public import Postgres

extension Session {
  /// Every session of the inquiry that was held, with its records, in order.
  public static func all(as viewpoint: Viewpoint, on connection: Connection) throws -> [Session] {
    try read(
      "session.inquiry_id = \(viewpoint.inquiryID) AND session.number IS NOT NULL",
      on: connection)
  }

  /// One session by its number.
  public static func find(
    number: Int, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Session? {
    try read(
      "session.inquiry_id = \(viewpoint.inquiryID) AND session.number = \(number)",
      on: connection
    ).first
  }

  private static func read(_ condition: SQL, on connection: Connection) throws -> [Session] {
    let sources = Dictionary(
      grouping: try Source.read(condition, on: connection), by: \.sessionNumber)
    let members = try connection.query(
      """
      SELECT session.number, person.name, is_chair
      FROM record.session
      JOIN record.session_member ON session_id = session.id
      JOIN record.person ON person.id = person_id
      WHERE \(condition)
      ORDER BY session.number, ordinal
      """
    ) { row in
      (session: try row.next() as Int, Member(name: try row.next(), isChair: try row.next()))
    }
    let witnesses = try connection.query(
      """
      SELECT session.number, panel.ordinal, person.name, capacity, organisation,
        witness_group.name
      FROM record.session
      JOIN record.panel ON panel.session_id = session.id
      JOIN record.panel_witness ON panel_id = panel.id
      JOIN record.witness ON witness.id = witness_id
      JOIN record.person ON person.id = person_id
      LEFT JOIN record.witness_group ON witness_group.id = witness_group_id
      WHERE \(condition)
      ORDER BY session.number, panel.ordinal, panel_witness.ordinal
      """
    ) { row in
      (
        session: try row.next() as Int, panel: try row.next() as Int,
        Witness(
          name: try row.next(), capacity: try row.next(), organisation: try row.next(),
          group: try row.next())
      )
    }
    let membersOf = Dictionary(grouping: members, by: \.session)
    let witnessesOf = Dictionary(grouping: witnesses, by: \.session)
    return try connection.query(
      """
      SELECT number, held_on, hearing FROM record.session WHERE \(condition) ORDER BY number
      """
    ) { row in
      let number: Int = try row.next()
      return Session(
        number: number, heldOn: try row.next(), hearing: try row.word(),
        members: (membersOf[number] ?? []).map(\.1),
        panels: Session.panels((witnessesOf[number] ?? []).map { ($0.panel, $0.2) }),
        sources: sources[number] ?? [])
    }
  }

  /// Witnesses in the order given, cut where the panel changes.
  static func panels(_ witnesses: [(panel: Int, witness: Witness)]) -> [[Witness]] {
    var panels: [[Witness]] = []
    var open: Int?
    for (panel, witness) in witnesses {
      if panel == open, let last = panels.indices.last {
        panels[last].append(witness)
      } else {
        panels.append([witness])
        open = panel
      }
    }
    return panels
  }

  /// The number the next session of the inquiry takes.
  public static func nextNumber(as viewpoint: Viewpoint, on connection: Connection) throws -> Int {
    try connection.one(
      """
      SELECT coalesce(max(number), 0) + 1 FROM record.session
      WHERE inquiry_id = \(viewpoint.inquiryID)
      """
    ) { row in try row.next() }
  }

  /// The record in which a question was put.
  public static func reference(
    ofQuestion number: Int, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> String? {
    try connection.first(
      """
      SELECT reference FROM record.question_block
      JOIN record.source ON source.id = source_id
      WHERE question_block.inquiry_id = \(viewpoint.inquiryID) AND number = \(number)
      """
    ) { row in try row.next() }
  }

  /// Which of these question numbers have been issued in the inquiry already.
  public static func issued(
    among numbers: [Int], as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Int] {
    guard let first = numbers.min(), let last = numbers.max() else { return [] }
    // A stretch of the index, where a list alone leads through all numbers of the inquiry.
    return try connection.query(
      """
      SELECT number FROM record.question_block
      WHERE inquiry_id = \(viewpoint.inquiryID) AND number BETWEEN \(first) AND \(last)
        AND number = ANY (\(numbers))
      ORDER BY number
      """
    ) { row in try row.next() }
  }
}
