public import Inquiries
public import Postgres

/// Reads sessions and their words from `published`.
public enum PublishedSession {
  /// The sessions of an inquiry with their published records, in order.
  /// Private ones come without a day, and without witnesses unless a summary
  /// agreed with them was published.
  public static func all(
    of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> [Session] {
    try read("session.inquiry_id = \(inquiry)", on: connection)
  }

  /// One session of which something is published.
  public static func find(
    number: Int, of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> Session? {
    let sessions = try read(
      "session.inquiry_id = \(inquiry) AND session.number = \(number)", on: connection)
    return sessions.first { !$0.sources.isEmpty }
  }

  private static func read(_ condition: SQL, on connection: Connection) throws -> [Session] {
    let sources = try connection.query(
      """
      SELECT session.number, source.reference, source.kind, source.stage, session.hearing,
        session.held_on, source.agreed_on, source.published_on, source.question_from,
        source.question_to
      FROM published.source JOIN published.session ON session.id = session_id
      WHERE \(condition)
      ORDER BY session.number, source.reference COLLATE "C"
      """
    ) { row -> Source in
      let number: Int = try row.next()
      return Source(
        reference: try row.next(), kind: try row.word(), state: .published,
        stage: try row.word(), sessionNumber: number, hearing: try row.word(),
        heldOn: try row.next(), agreedOn: try row.next(), publishedOn: try row.next(),
        questions: try row.range(), unplacedCount: 0, revision: 0)
    }
    let members = try connection.query(
      """
      SELECT session.number, person.name, is_chair
      FROM published.session
      JOIN published.session_member ON session_id = session.id
      JOIN published.person ON person.id = person_id
      WHERE \(condition)
      ORDER BY session.number, ordinal
      """
    ) { row in
      (session: try row.next() as Int, Member(name: try row.next(), isChair: try row.next()))
    }
    let witnesses = try connection.query(
      """
      SELECT session.number, panel, person.name, capacity, organisation, group_name
      FROM published.session
      JOIN published.session_witness ON session_id = session.id
      JOIN published.witness ON witness.id = witness_id
      JOIN published.person ON person.id = person_id
      WHERE \(condition)
      ORDER BY session.number, panel, ordinal
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
    let sourcesOf = Dictionary(grouping: sources, by: \.sessionNumber)
    return try connection.query(
      "SELECT number, held_on, hearing FROM published.session WHERE \(condition) ORDER BY number"
    ) { row in
      let number: Int = try row.next()
      return Session(
        number: number, heldOn: try row.next(), hearing: try row.word(),
        members: (membersOf[number] ?? []).map(\.1),
        panels: Session.panels((witnessesOf[number] ?? []).map { ($0.panel, $0.2) }),
        sources: sourcesOf[number] ?? [])
    }
  }
}
