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

  /// Two statements, because each takes its time on the way there and back.
  private static func read(_ condition: SQL, on connection: Connection) throws -> [Session] {
    let people = Dictionary(grouping: try people(condition, on: connection), by: \.session)
    let rows = try connection.query(
      """
      SELECT session.number, session.held_on, session.hearing, source.reference, source.kind,
        source.stage, source.agreed_on, source.published_on, source.question_from,
        source.question_to
      FROM published.session LEFT JOIN published.source ON session_id = session.id
      WHERE \(condition)
      ORDER BY session.number, source.reference COLLATE "C"
      """
    ) { row -> (number: Int, heldOn: Day?, hearing: Hearing, source: Source?) in
      let number: Int = try row.next()
      let heldOn: Day? = try row.next()
      let hearing: Hearing = try row.word()
      let reference: String? = try row.next()
      let source = try reference.map { reference in
        Source(
          reference: reference, kind: try row.word(), state: .published, stage: try row.word(),
          sessionNumber: number, hearing: hearing, heldOn: heldOn, agreedOn: try row.next(),
          publishedOn: try row.next(), questions: try row.range(), unplacedCount: 0, revision: 0)
      }
      return (number, heldOn, hearing, source)
    }
    let sources = Dictionary(grouping: rows.compactMap(\.source), by: \.sessionNumber)
    let firsts = rows.indices.filter { $0 == 0 || rows[$0 - 1].number != rows[$0].number }
    return firsts.map { first in
      let row = rows[first]
      let present = people[row.number] ?? []
      return Session(
        number: row.number, heldOn: row.heldOn, hearing: row.hearing,
        members: present.compactMap(\.member),
        panels: Session.panels(present.compactMap(\.witness)),
        sources: sources[row.number] ?? [])
    }
  }

  /// Who was there: a member, or a witness and the panel they sat on.
  private struct Present {
    let session: Int
    var member: Member?
    var witness: (panel: Int, Witness)?
  }

  private static func people(_ condition: SQL, on connection: Connection) throws -> [Present] {
    try connection.query(
      """
      SELECT session.number, NULL AS panel, person.name, is_chair, NULL, NULL, NULL, ordinal
      FROM published.session
      JOIN published.session_member ON session_id = session.id
      JOIN published.person ON person.id = person_id
      WHERE \(condition)
      UNION ALL
      SELECT session.number, panel, person.name, NULL, capacity, organisation, group_name, ordinal
      FROM published.session
      JOIN published.session_witness ON session_id = session.id
      JOIN published.witness ON witness.id = witness_id
      JOIN published.person ON person.id = person_id
      WHERE \(condition)
      ORDER BY 1, 2, 8
      """
    ) { row in
      let session: Int = try row.next()
      let panel: Int? = try row.next()
      let name: String = try row.next()
      let isChair: Bool? = try row.next()
      if let isChair {
        return Present(session: session, member: Member(name: name, isChair: isChair))
      }
      return Present(
        session: session,
        witness: try panel.map { panel in
          (
            panel,
            Witness(
              name: name, capacity: try row.next(), organisation: try row.next(),
              group: try row.next())
          )
        })
    }
  }
}
