public import Inquiries
public import Postgres

/// What the record holds of a transcript, as far as its gate asks.
public struct TranscriptFacts: Sendable {
  public let reference: String
  public let session: Int
  public let heldOn: Day
  /// Question numbers, rising.
  public let numbers: [Int]
  /// Witnesses listed with no turn of theirs.
  public let silent: [String]
  /// Who speaks and is not listed: label, whether it is known who it is, where
  /// first and how often.
  public let strangers: [(label: String, isKnown: Bool, locator: String, count: Int)]
  /// Passages whose words may be those of a template.
  public let suspicious: [(locator: String, text: String)]

  /// The transcripts of the inquiry, by session. Sets, and no word is read that
  /// has no mark of a template.
  ///
  /// - Parameter reference: The one whose words are looked at, told together with
  ///   the one before it, which its numbers go on from; `nil` for all.
  public static func all(
    wordsOf reference: String?, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [TranscriptFacts] {
    let inquiry = viewpoint.inquiryID
    let one: SQL = reference.map { "source.reference = \($0)" } ?? "true"
    let strangers = try strangers(of: inquiry, one, on: connection)
    let suspicious = try suspicious(in: inquiry, one, on: connection)
    return try connection.query(
      """
      SELECT source.reference, session.number, session.held_on,
        array(SELECT number FROM record.question_block WHERE source_id = source.id ORDER BY number),
        array(
          SELECT person.name FROM record.panel
          JOIN record.panel_witness ON panel_id = panel.id
          JOIN record.witness ON witness.id = witness_id
          JOIN record.person ON person.id = witness.person_id
          WHERE panel.session_id = session.id AND NOT EXISTS (
            SELECT FROM record.passage
            WHERE passage.source_id = source.id AND passage.person_id = person.id)
          ORDER BY panel.ordinal, panel_witness.ordinal)
      FROM (\(meant(reference, in: inquiry))) AS source
      JOIN record.session ON session.id = source.session_id
      ORDER BY session.number, source.reference COLLATE "C"
      """
    ) { row in
      let reference: String = try row.next()
      return TranscriptFacts(
        reference: reference, session: try row.next(), heldOn: try row.next(),
        numbers: try row.next(), silent: try row.next(), strangers: strangers[reference] ?? [],
        suspicious: suspicious[reference] ?? [])
    }
  }

  private static func meant(_ reference: String?, in inquiry: Identifier<Inquiry>) -> SQL {
    let all: SQL = """
      SELECT source.* FROM record.source
      JOIN record.session ON session.id = source.session_id
      WHERE source.inquiry_id = \(inquiry) AND source.kind = 'transcript'
        AND source.state <> 'declined'
      """
    guard let reference else { return all }
    return """
      \(all) AND (session.number, source.reference COLLATE "C") <= (
        SELECT place.number, one.reference FROM record.source AS one
        JOIN record.session AS place ON place.id = one.session_id
        WHERE one.inquiry_id = \(inquiry) AND one.reference = \(reference))
      ORDER BY session.number DESC, source.reference COLLATE "C" DESC LIMIT 2
      """
  }

  private static func strangers(
    of inquiry: Identifier<Inquiry>, _ one: SQL, on connection: Connection
  ) throws -> [String: [(label: String, isKnown: Bool, locator: String, count: Int)]] {
    let rows = try connection.query(
      """
      SELECT source.reference, min(passage.label), passage.person_id IS NOT NULL,
        (array_agg(coalesce(question_block.number, 0) ORDER BY passage.ordinal))[1],
        (array_agg(passage.block_offset ORDER BY passage.ordinal))[1], count(*),
        min(passage.ordinal)
      FROM record.passage
      JOIN record.source ON source.id = passage.source_id
      LEFT JOIN record.question_block ON question_block.id = passage.question_block_id
      WHERE source.inquiry_id = \(inquiry) AND source.kind = 'transcript' AND \(one)
        AND passage.kind = 'turn' AND NOT passage.is_chair AND passage.label IS NOT NULL
        AND (passage.person_id IS NOT NULL OR passage.speaker_label_id IS NULL)
        AND NOT EXISTS (
          SELECT FROM record.session_member AS listed
          WHERE listed.session_id = source.session_id AND listed.person_id = passage.person_id)
        AND NOT EXISTS (
          SELECT FROM record.panel
          JOIN record.panel_witness ON panel_id = panel.id
          JOIN record.witness ON witness.id = witness_id
          WHERE panel.session_id = source.session_id AND witness.person_id = passage.person_id)
      GROUP BY source.reference, lower(passage.label), passage.person_id IS NOT NULL
      ORDER BY source.reference, min(passage.ordinal)
      """
    ) { row -> (String, (label: String, isKnown: Bool, locator: String, count: Int)) in
      let reference: String = try row.next()
      let label: String = try row.next()
      let isKnown: Bool = try row.next()
      let question: Int = try row.next()
      let offset: Int = try row.next()
      let locator = offset == 0 ? "Q\(question)" : "Q\(question)+\(offset)"
      return (reference, (label, isKnown, locator, try row.next()))
    }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }

  private static func suspicious(
    in inquiry: Identifier<Inquiry>, _ one: SQL, on connection: Connection
  ) throws -> [String: [(locator: String, text: String)]] {
    let rows = try connection.query(
      """
      SELECT \(Passage.columns)
      FROM record.passage
      \(Passage.joins)
      JOIN record.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      WHERE source.inquiry_id = \(inquiry) AND source.kind = 'transcript' AND \(one)
        AND (position('[' IN version.text) > 0 OR version.text ILIKE '%lorem ipsum%'
          OR version.text ILIKE '%here to enter%')
      ORDER BY passage.ordinal
      """
    ) { row -> (String, (locator: String, text: String)) in
      let passage = try Passage(&row)
      return (passage.reference, (passage.place, passage.text))
    }
    let unplaced = try connection.query(
      """
      SELECT source.reference, 'line ' || line, text
      FROM record.unplaced_line JOIN record.source ON source.id = source_id
      WHERE source.inquiry_id = \(inquiry) AND source.kind = 'transcript' AND \(one)
      ORDER BY source_id, ordinal
      """
    ) { row -> (String, (locator: String, text: String)) in
      (try row.next(), (try row.next(), try row.next()))
    }
    return Dictionary(grouping: unplaced + rows, by: \.0).mapValues { $0.map(\.1) }
  }
}
