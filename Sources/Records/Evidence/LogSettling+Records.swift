public import Inquiries
public import Postgres

/// A turn of the transcript that settles a sitting.
public struct SettledTurn: Sendable {
  public let passage: Identifier<Passage>
  public let version: Identifier<PassageVersion>
  public let kind: PassageKind
  public let question: Int
  public let offset: Int?
  public let person: Identifier<Person>?
  /// The printed name of who speaks, where that is known.
  public let name: String?
  public let isChair: Bool
  public let text: String

  /// `Q45+2`; of narrative the turn that it stands behind.
  public var locator: String {
    guard let offset, offset > 0 else { return "Q\(question)" }
    return "Q\(question)+\(offset)"
  }

  /// The turns of the transcript of a session, in order.
  public static func all(
    of session: Identifier<Session>, on connection: Connection
  ) throws -> [SettledTurn] {
    try connection.query(
      """
      SELECT passage.id, version.id, passage.kind, coalesce(question_block.number, 0),
        passage.block_offset, person.id, person.name, passage.is_chair, version.text
      FROM record.source
      JOIN record.passage ON passage.source_id = source.id
      JOIN record.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      LEFT JOIN record.question_block ON question_block.id = passage.question_block_id
      LEFT JOIN record.person ON person.id = passage.person_id
      WHERE source.session_id = \(session) AND source.kind = 'transcript'
      ORDER BY passage.ordinal
      """
    ) { row in
      SettledTurn(
        passage: try row.next(), version: try row.next(), kind: try row.word(),
        question: try row.next(), offset: try row.next(), person: try row.next(),
        name: try row.next(), isChair: try row.next(), text: try row.next())
    }
  }
}

/// A link that holds on to a line of a log.
public struct LoggedLink: Sendable {
  public let id: Identifier<Link>
  public let line: Identifier<Passage>
  /// Key of the finding or recommendation it starts from.
  public let end: String
  public let status: LinkStatus
  public let span: Range<Int>?
  public let quote: String?

  /// The links to the log of a session that were not dropped.
  public static func all(
    of session: Identifier<Session>, on connection: Connection
  ) throws -> [LoggedLink] {
    try connection.query(
      """
      SELECT link.id, link.passage_id, \(Link.endKey), link.status,
        span_from, span_to, quote
      FROM record.log_line
      JOIN record.link ON link.passage_id = log_line.passage_id AND link.status <> 'dropped'
      \(Link.endJoins)
      WHERE log_line.session_id = \(session)
      ORDER BY link.id
      FOR NO KEY UPDATE OF link
      """
    ) { row in
      let id: Identifier<Link> = try row.next()
      let line: Identifier<Passage> = try row.next()
      let end: String = try row.next()
      let status: LinkStatus = try row.word()
      let from: Int? = try row.next()
      let to: Int? = try row.next()
      return LoggedLink(
        id: id, line: line, end: end, status: status,
        span: from.flatMap { from in to.map { from..<$0 } }, quote: try row.next())
    }
  }

  /// Moves the link to a turn.
  ///
  /// - Returns: Whether it did; the same words of it may be linked already.
  public func move(
    to turn: SettledTurn, status: LinkStatus, span: Range<Int>?, quote: String?,
    on connection: Connection
  ) throws -> Bool {
    try connection.execute(
      """
      UPDATE record.link
      SET passage_id = \(turn.passage), passage_version_id = \(turn.version),
        status = \(status.rawValue), span_from = \(span?.lowerBound), span_to = \(span?.upperBound),
        quote = \(quote), revision = revision + 1
      WHERE id = \(id) AND NOT EXISTS (
        SELECT FROM record.link AS same
        WHERE same.id <> link.id AND same.status <> 'dropped'
          AND same.finding_id IS NOT DISTINCT FROM link.finding_id
          AND same.recommendation_id IS NOT DISTINCT FROM link.recommendation_id
          AND same.limb IS NOT DISTINCT FROM link.limb
          AND same.proposition_id IS NOT DISTINCT FROM link.proposition_id
          AND same.passage_id = \(turn.passage)
          AND same.span_from IS NOT DISTINCT FROM \(span?.lowerBound)::integer
          AND same.span_to IS NOT DISTINCT FROM \(span?.upperBound)::integer)
      """) == 1
  }
}

extension Passage {
  /// Says which lines became which turns.
  public static func succeed(
    _ pairs: [(line: Identifier<Passage>, turn: Identifier<Passage>)], on connection: Connection
  ) throws {
    try connection.execute(
      """
      INSERT INTO record.passage_succession (from_passage_id, to_passage_id, relation)
      SELECT line, turn, 'transcribed'
      FROM unnest(\(pairs.map(\.line)), \(pairs.map(\.turn))) AS given (line, turn)
      ON CONFLICT ON CONSTRAINT passage_succession_once DO NOTHING
      """)
  }

  /// Says of passages whether they were said in private.
  public static func mark(
    _ ids: [Identifier<Passage>], isPrivate: Bool, on connection: Connection
  ) throws {
    try connection.execute(
      "UPDATE record.passage SET is_private = \(isPrivate) WHERE id = ANY (\(ids))")
  }
}

extension Source {
  /// Says whether a clerk must still look where the private stretches stand.
  public static func setPrivacyOpen(
    _ isOpen: Bool, reference: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws {
    try connection.execute(
      """
      UPDATE record.source SET is_privacy_open = \(isOpen), revision = revision + 1
      WHERE inquiry_id = \(viewpoint.inquiryID) AND reference = \(reference)
      """)
  }

  /// Those of these sources of which it is open where a private stretch stands.
  public static func openPrivacy(
    among sources: [Identifier<Source>], on connection: Connection
  ) throws -> [String] {
    try connection.query(
      """
      SELECT reference FROM record.source
      WHERE id = ANY (\(sources)) AND is_privacy_open ORDER BY id
      """
    ) { row in try row.next() }
  }
}
