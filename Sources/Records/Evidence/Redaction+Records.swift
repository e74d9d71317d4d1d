public import Inquiries
public import Postgres

/// The words of one version, and what is left out of them for the public.
public struct RedactedVersion: Sendable {
  public let id: Identifier<PassageVersion>
  public let passage: Identifier<Passage>
  /// How staff name the passage: `CTI0008, para 4`, `CTI0008, passage 1` of a heading,
  /// `S2-Q9, answer 1`.
  public let place: String
  public let isCurrent: Bool
  public let text: String
  /// What is left out, in order.
  public let omitted: [Range<Int>]

  /// Every version of these passages, the newest first.
  public static func all(
    of passages: [Identifier<Passage>], on connection: Connection
  ) throws -> [RedactedVersion] {
    try read("version.passage_id = ANY (\(passages))", on: connection)
  }

  /// These versions.
  public static func some(
    _ versions: [Identifier<PassageVersion>], on connection: Connection
  ) throws -> [RedactedVersion] {
    try read("version.id = ANY (\(versions))", on: connection)
  }

  private static func read(_ condition: SQL, on connection: Connection) throws
    -> [RedactedVersion]
  {
    try connection.query(
      """
      SELECT version.id, version.passage_id, \(place), version.is_current, version.text,
        array(SELECT span_from FROM record.redaction
          WHERE passage_version_id = version.id ORDER BY span_from),
        array(SELECT span_to FROM record.redaction
          WHERE passage_version_id = version.id ORDER BY span_from)
      FROM record.passage_version AS version
      JOIN record.passage ON passage.id = version.passage_id
      JOIN record.source ON source.id = passage.source_id
      WHERE \(condition)
      ORDER BY version.passage_id, version.number DESC
      """
    ) { row in
      let id: Identifier<PassageVersion> = try row.next()
      let passage: Identifier<Passage> = try row.next()
      let place: String = try row.next()
      let isCurrent: Bool = try row.next()
      let text: String = try row.next()
      let starts: [Int] = try row.next()
      let ends: [Int] = try row.next()
      return RedactedVersion(
        id: id, passage: passage, place: place, isCurrent: isCurrent, text: text,
        omitted: zip(starts, ends).map { $0..<max($0, $1) })
    }
  }

  static let place: SQL = """
    CASE WHEN passage.question_code IS NOT NULL
        THEN source.reference || '-' || question_code || ', answer ' || option_code
      ELSE source.reference || coalesce(', para '
        || coalesce(passage.point_number::text, passage.outline_number),
        ', passage ' || passage.ordinal) END
    """

  /// Leaves further words out, and keeps what the public sees from then on.
  public func omit(
    _ spans: [Range<Int>], under decision: Identifier<Decision>, on connection: Connection
  ) throws {
    try connection.execute(
      """
      INSERT INTO record.redaction (passage_version_id, span_from, span_to, decision_id)
      SELECT \(id), span_from, span_to, \(decision)
      FROM unnest(\(spans.map(\.lowerBound)), \(spans.map(\.upperBound)))
        AS given (span_from, span_to)
      """)
    try keep(omitted + spans, on: connection)
  }

  /// Shows again what was left out at these spans, and keeps on record that it was.
  ///
  /// - Parameter spans: Of ``omitted``; what else is there stays out.
  public func lift(
    _ spans: [Range<Int>], under decision: Identifier<Decision>, on connection: Connection
  ) throws {
    try connection.execute(
      "SELECT record.lift_redactions(\(id), \(spans.map(\.lowerBound))::integer[], \(decision))")
    let left = omitted.filter { !spans.contains($0) }
    if !left.isEmpty { try keep(left, on: connection) }
  }

  /// Leaves out of another version of the passage what is left out here, under
  /// the same decisions.
  ///
  /// - Parameter spans: Where the omitted words stand in the other version, in
  ///   the order of ``omitted``.
  public func carry(
    to version: Identifier<PassageVersion>, text: String, spans: [Range<Int>],
    on connection: Connection
  ) throws {
    try connection.execute(
      """
      INSERT INTO record.redaction (passage_version_id, span_from, span_to, decision_id)
      SELECT \(version), given.span_from, given.span_to, redaction.decision_id
      FROM unnest(
        \(omitted.map(\.lowerBound)), \(spans.map(\.lowerBound)), \(spans.map(\.upperBound)))
        AS given (before, span_from, span_to)
      JOIN record.redaction ON redaction.passage_version_id = \(id)
        AND redaction.span_from = given.before
      """)
    try RedactedVersion(
      id: version, passage: passage, place: place, isCurrent: true, text: text, omitted: []
    ).keep(spans, on: connection)
  }

  private func keep(_ spans: [Range<Int>], on connection: Connection) throws {
    let shown = Omission.apply(spans, to: text)
    try connection.execute(
      """
      INSERT INTO record.redacted_text (passage_version_id, text)
      VALUES (\(id), \(shown))
      ON CONFLICT (passage_version_id) DO UPDATE
      SET text = EXCLUDED.text, revision = redacted_text.revision + 1
      """)
  }
}

extension Omission {
  /// The omissions of sources as they stand now, in their order.
  public static func all(
    in sources: [Identifier<Source>], on connection: Connection
  ) throws -> [Omission] {
    try connection.query(
      """
      SELECT \(RedactedVersion.place), decision.act, decided_on, decided_by, reason
      FROM record.redaction
      JOIN record.passage_version AS version
        ON version.id = passage_version_id AND version.is_current
      JOIN record.passage ON passage.id = version.passage_id
      JOIN record.source ON source.id = passage.source_id
      JOIN record.decision ON decision.id = redaction.decision_id
      WHERE source.id = ANY (\(sources))
      ORDER BY source.id, passage.ordinal, span_from
      """
    ) { row in
      Omission(locator: try row.next(), decision: try DecisionTaken(&row))
    }
  }
}

extension Link {
  /// Links that quote words of a version, and what they belong to; also those
  /// that a published report holds on to, whatever became of them since.
  public static func quoting(
    _ passages: [Identifier<Passage>], on connection: Connection
  ) throws -> [(id: Int64, key: String, version: Identifier<PassageVersion>, quote: String)] {
    try connection.query(
      """
      SELECT DISTINCT link.id, \(Link.endKey), held.version_id,
        held.quote
      FROM record.link
      CROSS JOIN LATERAL (
        SELECT link.passage_version_id AS version_id, link.quote WHERE link.status <> 'dropped'
        UNION ALL
        SELECT passage_version_id, quote FROM record.report_link WHERE link_id = link.id
      ) AS held
      \(Link.endJoins)
      WHERE link.passage_id = ANY (\(passages)) AND held.quote IS NOT NULL
      ORDER BY link.id
      """
    ) { row in (try row.next(), try row.next(), try row.next(), try row.next()) }
  }
}
