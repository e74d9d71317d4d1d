public import Inquiries
public import Postgres

/// Reads calls for evidence from `published`.
public enum PublishedCall {
  /// The published calls of an inquiry, the newest first.
  public static func all(
    of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> [CallForEvidence] {
    try read("call.inquiry_id = \(inquiry)", on: connection)
  }

  /// One published call.
  public static func find(
    _ slug: String, of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> CallForEvidence? {
    try read("call.inquiry_id = \(inquiry) AND call.slug = \(slug)", on: connection).first
  }

  private static func read(
    _ condition: SQL, on connection: Connection
  ) throws -> [CallForEvidence] {
    let periods = try connection.query(
      """
      SELECT call_for_evidence_id, opens_on, closes_on
      FROM published.call_period
      JOIN published.call_for_evidence AS call ON call.id = call_for_evidence_id
      WHERE \(condition)
      ORDER BY call_for_evidence_id, ordinal
      """
    ) { row in
      (
        call: try row.next() as Int64,
        CallForEvidence.Period(opensOn: try row.next(), closesOn: try row.next())
      )
    }
    let periodsOf = Dictionary(grouping: periods, by: \.call)
    return try connection.query(
      """
      SELECT id, slug, title, text, published_on FROM published.call_for_evidence AS call
      WHERE \(condition)
      ORDER BY published_on DESC, slug COLLATE "C"
      """
    ) { row in
      let id: Int64 = try row.next()
      return CallForEvidence(
        slug: try row.next(), title: try row.next(), text: try row.next(), state: .published,
        publishedOn: try row.next(), periods: (periodsOf[id] ?? []).map(\.1), revision: 0)
    }
  }
}
