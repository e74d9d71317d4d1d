public import Inquiries
public import Postgres

extension Sitting {
  /// Every sitting of the inquiry, planned ones included, by day.
  public static func all(as viewpoint: Viewpoint, on connection: Connection) throws -> [Sitting] {
    try read("session.inquiry_id = \(viewpoint.inquiryID)", as: viewpoint, on: connection)
      .map(\.sitting)
  }

  /// The sitting that a handle names, and its id.
  public static func find(
    _ handle: SittingHandle, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> (id: Identifier<Session>, sitting: Sitting)? {
    let place: SQL =
      switch handle {
      case .plan(let number): "session.plan_number = \(number)"
      case .session(let number): "session.number = \(number)"
      }
    return try read(
      "session.inquiry_id = \(viewpoint.inquiryID) AND \(place)", as: viewpoint, on: connection
    ).first
  }

  private static func read(
    _ condition: SQL, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [(id: Identifier<Session>, sitting: Sitting)] {
    let members = try members(condition, on: connection)
    let panels = try panels(condition, on: connection)
    let lines = try LogNumbering.Line.bySession(condition, on: connection)
    return try connection.query(
      """
      SELECT session.id, plan_number, number, state, state_reason, held_on, adjourned_until,
        to_char(starts_at, 'HH24:MI'), place, hearing, settled_on, revision,
        \(lastQuestion(before: "session"))
      FROM record.session
      WHERE \(condition)
      ORDER BY held_on, number NULLS LAST, plan_number
      """
    ) { row in
      let id: Identifier<Session> = try row.next()
      let plan: Int? = try row.next()
      let number: Int? = try row.next()
      let state: SittingState = try row.word()
      let reason: String? = try row.next()
      let heldOn: Day = try row.next()
      let until: Day? = try row.next()
      let startsAt: String? = try row.next()
      let place: String? = try row.next()
      let hearing: Hearing = try row.word()
      let settledOn: Day? = try row.next()
      let revision: Int = try row.next()
      let own = lines[id] ?? []
      let (places, next) = LogNumbering.places(of: own, after: try row.next())
      return (
        id,
        Sitting(
          plan: plan, number: number, state: state, reason: reason, heldOn: heldOn,
          adjournedUntil: until, startsAt: startsAt, place: place, hearing: hearing,
          settledOn: settledOn, members: members[id] ?? [], panels: panels[id] ?? [],
          lineCount: own.count,
          nextQuestion: next, questionsTwice: LogNumbering.twice(in: places).map { "Q\($0)" },
          timeZone: viewpoint.inquiry.timeZone, revision: revision)
      )
    }
  }

  /// The last question issued before a sitting: in the sessions with a lower
  /// number, so that what comes later, or its own transcript, moves nothing.
  static func lastQuestion(before session: SQL) -> SQL {
    """
    (SELECT coalesce(max(last.number), 0)
     FROM record.session AS earlier
     JOIN record.source AS issuing ON issuing.session_id = earlier.id
     CROSS JOIN LATERAL (
       SELECT max(number) AS number FROM record.question_block
       WHERE source_id = issuing.id) AS last
     WHERE earlier.inquiry_id = \(session).inquiry_id
       AND (\(session).number IS NULL OR earlier.number < \(session).number))
    """
  }

  private static func members(
    _ condition: SQL, on connection: Connection
  ) throws -> [Identifier<Session>: [SittingMember]] {
    let rows = try connection.query(
      """
      SELECT session_id, person.id, person.name, is_chair
      FROM record.session_member
      JOIN record.session ON session.id = session_id
      JOIN record.person ON person.id = person_id
      WHERE \(condition)
      ORDER BY session_id, ordinal
      """
    ) { row in
      (
        session: try row.next() as Identifier<Session>,
        SittingMember(person: try row.next(), name: try row.next(), isChair: try row.next())
      )
    }
    return Dictionary(grouping: rows, by: \.session).mapValues { $0.map(\.1) }
  }

  private static func panels(
    _ condition: SQL, on connection: Connection
  ) throws -> [Identifier<Session>: [[SittingWitness]]] {
    let rows = try connection.query(
      """
      SELECT session.id, panel.id, person.id, person.name, capacity, organisation
      FROM record.session
      JOIN record.panel ON panel.session_id = session.id
      JOIN record.panel_witness ON panel_id = panel.id
      JOIN record.witness ON witness.id = witness_id
      JOIN record.person ON person.id = person_id
      WHERE \(condition)
      ORDER BY session.id, panel.ordinal, panel_witness.ordinal
      """
    ) { row in
      (
        session: try row.next() as Identifier<Session>, panel: try row.next() as Identifier<Panel>,
        witness: SittingWitness(
          person: try row.next(), name: try row.next(), capacity: try row.next(),
          organisation: try row.next())
      )
    }
    return Dictionary(grouping: rows, by: \.session).mapValues { rows in
      rows.chunked { $0.panel == $1.panel }.map { $0.map(\.witness) }
    }
  }
}

extension Array {
  /// The elements in runs of those that belong together.
  fileprivate func chunked(by belong: (Element, Element) -> Bool) -> [[Element]] {
    reduce(into: []) { runs, element in
      if let last = runs.last?.last, belong(last, element) {
        runs[runs.endIndex - 1].append(element)
      } else {
        runs.append([element])
      }
    }
  }
}

/// A sitting that is being planned.
public struct NewSitting: Sendable {
  public let heldOn: Day
  public let hearing: Hearing
  /// `10:15`, in the inquiry's time zone.
  public let startsAt: String?
  public let place: String?

  public init(heldOn: Day, hearing: Hearing, startsAt: String?, place: String?) {
    self.heldOn = heldOn
    self.hearing = hearing
    self.startsAt = startsAt
    self.place = place
  }

  /// Puts it into the record under the next plan number.
  public func insert(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> (id: Identifier<Session>, plan: Int) {
    try connection.one(
      """
      INSERT INTO record.session
        (inquiry_id, plan_number, held_on, hearing, state, starts_at, place)
      SELECT \(viewpoint.inquiryID), coalesce(max(plan_number), 0) + 1, \(heldOn)::date,
        \(hearing.rawValue), 'planned', \(startsAt)::text::time, \(place)
      FROM record.session WHERE inquiry_id = \(viewpoint.inquiryID)
      RETURNING id, plan_number
      """
    ) { row in (try row.next(), try row.next()) }
  }
}

extension Session {
  /// Says that a planned sitting is being held: it takes its number and day.
  public static func hold(
    _ id: Identifier<Session>, number: Int, on day: Day, connection: Connection
  ) throws {
    try connection.execute(
      """
      UPDATE record.session
      SET number = coalesce(number, \(number)), held_on = \(day), state = 'held',
        state_reason = NULL, adjourned_until = NULL, revision = revision + 1
      WHERE id = \(id)
      """)
  }

  /// Brings a sitting to a state that needs a reason.
  public static func stop(
    _ id: Identifier<Session>, _ state: SittingState, reason: String, until: Day?,
    on connection: Connection
  ) throws {
    try connection.execute(
      """
      UPDATE record.session
      SET state = \(state.rawValue), state_reason = \(reason), adjourned_until = \(until),
        revision = revision + 1
      WHERE id = \(id)
      """)
  }

  /// Says that a transcript has become the record of a sitting.
  public static func settle(
    _ id: Identifier<Session>, on day: Day, connection: Connection
  ) throws {
    try connection.execute(
      """
      UPDATE record.session
      SET settled_on = \(day), state = 'held', state_reason = NULL, adjourned_until = NULL,
        revision = revision + 1
      WHERE id = \(id)
      """)
  }
}
