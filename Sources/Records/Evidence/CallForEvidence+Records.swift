public import Inquiries
public import Postgres

extension CallForEvidence {
  /// The calls of the inquiry, by the day on which they first open.
  public static func all(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [CallForEvidence] {
    try read("call.inquiry_id = \(viewpoint.inquiryID)", on: connection).map(\.call)
  }

  /// One call by its slug.
  public static func find(
    _ slug: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> (id: Identifier<CallForEvidence>, call: CallForEvidence)? {
    try read("call.inquiry_id = \(viewpoint.inquiryID) AND call.slug = \(slug)", on: connection)
      .first
  }

  private static func read(
    _ condition: SQL, on connection: Connection
  ) throws -> [(id: Identifier<CallForEvidence>, call: CallForEvidence)] {
    // Days and ordinals come side by side; a call has a handful of periods.
    try connection.query(
      """
      SELECT call.id, call.slug, call.title, call.text, call.state, call.published_on,
        period.opens, period.closes, call.revision
      FROM record.call_for_evidence AS call
      CROSS JOIN LATERAL (
        SELECT array_agg(opens_on ORDER BY ordinal) AS opens,
          array_agg(closes_on ORDER BY ordinal) AS closes
        FROM record.call_period WHERE call_for_evidence_id = call.id) AS period
      WHERE \(condition)
      ORDER BY period.opens[1], call.slug COLLATE "C"
      """
    ) { row in
      let id: Identifier<CallForEvidence> = try row.next()
      let slug: String = try row.next()
      let title: String = try row.next()
      let text: String = try row.next()
      let state: State = try row.word()
      let publishedOn: Day? = try row.next()
      let opens: [Day] = try row.next()
      let closes: [Day?] = try row.next()
      return (
        id,
        CallForEvidence(
          slug: slug, title: title, text: text, state: state, publishedOn: publishedOn,
          periods: zip(opens, closes).map { Period(opensOn: $0, closesOn: $1) },
          revision: try row.next())
      )
    }
  }

  /// Puts a drafted call into the record.
  ///
  /// - Returns: `false` when the slug is taken.
  public func insert(as viewpoint: Viewpoint, on connection: Connection) throws -> Bool {
    let id = try connection.first(
      """
      INSERT INTO record.call_for_evidence (inquiry_id, slug, title, text)
      VALUES (\(viewpoint.inquiryID), \(slug), \(title), \(text))
      ON CONFLICT ON CONSTRAINT call_for_evidence_slug_key DO NOTHING
      RETURNING id
      """
    ) { row -> Identifier<CallForEvidence> in try row.next() }
    guard let id else { return false }
    try putPeriods(of: id, on: connection)
    return true
  }

  /// Brings a call to the words, periods and state of this one.
  public func put(over id: Identifier<CallForEvidence>, on connection: Connection) throws {
    try connection.execute(
      """
      UPDATE record.call_for_evidence
      SET title = \(title), text = \(text), state = \(state.rawValue),
        published_on = \(publishedOn), revision = revision + 1
      WHERE id = \(id)
      """)
    try putPeriods(of: id, on: connection)
  }

  private func putPeriods(of id: Identifier<CallForEvidence>, on connection: Connection) throws {
    try connection.execute(
      """
      INSERT INTO record.call_period (call_for_evidence_id, ordinal, opens_on, closes_on)
      SELECT \(id), ordinal, opens_on, closes_on
      FROM unnest(\(periods.map(\.opensOn)), \(periods.map(\.closesOn))) WITH ORDINALITY
        AS given (opens_on, closes_on, ordinal)
      ON CONFLICT (call_for_evidence_id, ordinal) DO UPDATE
      SET opens_on = EXCLUDED.opens_on, closes_on = EXCLUDED.closes_on
      """)
  }

  /// Takes back the mark from what came while the call was closed and falls
  /// into one of its periods now.
  public static func forgetLateness(
    in id: Identifier<CallForEvidence>, on connection: Connection
  ) throws {
    try connection.execute(
      """
      UPDATE record.written_submission AS written SET late = 'no', revision = written.revision + 1
      FROM record.source
      WHERE source.id = written.source_id AND written.call_for_evidence_id = \(id)
        AND written.late = 'undecided'
        AND EXISTS (
          SELECT FROM record.call_period
          WHERE call_for_evidence_id = \(id) AND opens_on <= source.received_on
            AND coalesce(closes_on >= source.received_on, true))
      """)
  }
}
