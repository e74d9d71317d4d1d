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

  /// One statement, because each takes its time on the way there and back.
  private static func read(_ condition: SQL, on connection: Connection) throws -> [Session] {
    let rows = try connection.query(
      """
      SELECT * FROM (
        SELECT session.number AS session, person.name, is_chair, NULL::integer AS panel,
          NULL::text, NULL::text, NULL::text, ordinal, NULL::date, NULL::text,
          NULL::text AS reference, NULL::text, NULL::text, NULL::date, NULL::date,
          NULL::integer, NULL::integer
        FROM published.session
        JOIN published.session_member ON session_id = session.id
        JOIN published.person ON person.id = person_id
        WHERE \(condition)
        UNION ALL
        SELECT session.number, person.name, NULL, panel, capacity, organisation, group_name,
          ordinal, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
        FROM published.session
        JOIN published.session_witness ON session_id = session.id
        JOIN published.witness ON witness.id = witness_id
        JOIN published.person ON person.id = person_id
        WHERE \(condition)
        UNION ALL
        SELECT session.number, NULL, NULL, NULL, NULL, NULL, NULL, NULL, session.held_on,
          session.hearing, source.reference, source.kind, source.stage, source.agreed_on,
          source.published_on, source.question_from, source.question_to
        FROM published.session LEFT JOIN published.source ON session_id = session.id
        WHERE \(condition)) AS told
      ORDER BY session, panel, ordinal, reference COLLATE "C"
      """
    ) { row in
      let number: Int = try row.next()
      return (number, try Told(&row, ofSession: number))
    }
    let told = Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
    return told.sorted { $0.key < $1.key }.compactMap(Told.session)
  }

  /// Who was there, a member or a witness and the panel they sat on; or a record.
  private enum Told {
    case member(Member)
    case witness(panel: Int, Witness)
    case record(heldOn: Day?, hearing: Hearing, Source?)

    init(_ row: inout Row, ofSession number: Int) throws {
      let name: String? = try row.next()
      let isChair: Bool? = try row.next()
      let panel: Int? = try row.next()
      let capacity: String? = try row.next()
      let organisation: String? = try row.next()
      let group: String? = try row.next()
      let _: Int? = try row.next()
      if let name, let isChair {
        self = .member(Member(name: name, isChair: isChair))
        return
      }
      if let name, let panel, let capacity, let organisation {
        self = .witness(
          panel: panel,
          Witness(name: name, capacity: capacity, organisation: organisation, group: group))
        return
      }
      let heldOn: Day? = try row.next()
      let hearing: Hearing = try row.word()
      let reference: String? = try row.next()
      let source = try reference.map { reference in
        Source(
          reference: reference, kind: try row.word(), state: .published, stage: try row.word(),
          sessionNumber: number, hearing: hearing, heldOn: heldOn, agreedOn: try row.next(),
          publishedOn: try row.next(), questions: try row.range(), unplacedCount: 0, revision: 0)
      }
      self = .record(heldOn: heldOn, hearing: hearing, source)
    }

    static func session(_ number: Int, _ told: [Told]) -> Session? {
      var members: [Member] = []
      var witnesses: [(panel: Int, Witness)] = []
      var sources: [Source] = []
      var held: (on: Day?, hearing: Hearing)?
      for one in told {
        switch one {
        case .member(let member): members.append(member)
        case .witness(let panel, let witness): witnesses.append((panel, witness))
        case .record(let heldOn, let hearing, let source):
          held = (heldOn, hearing)
          if let source { sources.append(source) }
        }
      }
      return held.map { held in
        Session(
          number: number, heldOn: held.on, hearing: held.hearing, members: members,
          panels: Session.panels(witnesses), sources: sources)
      }
    }
  }
}
