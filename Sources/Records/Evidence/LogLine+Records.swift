public import Inquiries
public import Postgres

extension LogNumbering.Line {
  /// What the numbers of the lines of each session hang on, in the order in
  /// which the lines stand.
  static func bySession(
    _ condition: SQL, on connection: Connection
  ) throws -> [Identifier<Session>: [LogNumbering.Line]] {
    let rows = try connection.query(
      """
      SELECT session.id, log_line.kind, question_number, is_struck
      FROM record.session JOIN record.log_line ON log_line.session_id = session.id
      WHERE \(condition)
      ORDER BY session.id, spoken_at, passage_id
      """
    ) { row -> (session: Identifier<Session>, line: LogNumbering.Line) in
      let session: Identifier<Session> = try row.next()
      let kind: LogLineKind = try row.word()
      let number: Int? = try row.next()
      return (session, LogNumbering.Line(kind, typedNumber: number, isStruck: try row.next()))
    }
    return Dictionary(grouping: rows, by: \.session).mapValues { $0.map(\.line) }
  }
}

/// A line on record as those must know it who change or settle it.
public struct StandingLine: Sendable {
  public let passage: Identifier<Passage>
  public let line: LogLine
  /// Whether it was said from the Chair.
  public let isChair: Bool
}

extension LogLine {
  /// The log of a sitting in the order in which its lines stand, numbered.
  public static func standing(
    of session: Identifier<Session>, on connection: Connection
  ) throws -> (lines: [StandingLine], next: Int) {
    let last: Int = try connection.one(
      """
      SELECT \(Sitting.lastQuestion(before: "session"))
      FROM record.session WHERE session.id = \(session)
      """
    ) { try $0.next() }
    let found = try connection.query(
      """
      SELECT log_line.passage_id, passage.is_chair, line_id, passage.ordinal, spoken_at,
        log_line.kind, question_number, passage.person_id,
        CASE WHEN passage.is_chair THEN passage.label
          ELSE coalesce(person.name, passage.label) END,
        version.text, is_starred, is_promised, log_line.is_private, is_struck,
        coalesce(staff_user.name, 'operator'), log_line.revision
      FROM record.log_line
      JOIN record.passage ON passage.id = log_line.passage_id
      JOIN record.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      LEFT JOIN record.person ON person.id = passage.person_id
      LEFT JOIN record.staff_user ON staff_user.id = staff_user_id
      WHERE log_line.session_id = \(session)
      ORDER BY spoken_at, log_line.passage_id
      """
    ) { row in
      (
        passage: try row.next() as Identifier<Passage>, isChair: try row.next() as Bool,
        line: try LogLine(&row)
      )
    }
    let (lines, next) = found.map(\.line).numbered(after: last)
    return (
      zip(found, lines).map { StandingLine(passage: $0.passage, line: $1, isChair: $0.isChair) },
      next
    )
  }

  private init(_ row: inout Row) throws {
    self.init(
      id: try row.next(), ordinal: try row.next(), at: try row.next(), kind: try row.word(),
      question: nil, offset: nil, typedNumber: try row.next(), person: try row.next(),
      speaker: try row.next(), text: try row.next(), isStarred: try row.next(),
      isPromised: try row.next(), isPrivate: try row.next(), isStruck: try row.next(),
      loggedBy: try row.next(), revision: try row.next())
  }

  /// How the lines with these ids were first sent, where they are on record.
  public static func sent(
    _ ids: [String], in session: Identifier<Session>, on connection: Connection
  ) throws -> [String: [UInt8]] {
    let rows = try connection.query(
      """
      SELECT line_id, sent_digest FROM record.log_line
      WHERE session_id = \(session) AND line_id = ANY (\(ids))
      """
    ) { row -> (String, [UInt8]) in (try row.next(), try row.next()) }
    return Dictionary(uniqueKeysWithValues: rows)
  }
}

/// Lines of a live log that are being taken.
public struct NewLogLines: Sendable {
  public let lines: [NewLogLine]
  /// Of each line: what stands as its speaker where it is not a name.
  public let labels: [String?]
  public let isChair: [Bool]
  public let digest: TextDigest

  public init(
    lines: [NewLogLine], labels: [String?], isChair: [Bool], digest: TextDigest
  ) {
    self.lines = lines
    self.labels = labels
    self.isChair = isChair
    self.digest = digest
  }

  /// The log of a session, opened where there is none yet.
  public static func source(
    of session: Identifier<Session>, number: Int, on day: Day, as viewpoint: Viewpoint,
    connection: Connection
  ) throws -> Identifier<Source> {
    try connection.execute(
      """
      INSERT INTO record.source (inquiry_id, session_id, kind, reference, stage, received_on)
      VALUES
        (\(viewpoint.inquiryID), \(session), 'log', \("OS\(number)-log"), 'logged', \(day))
      ON CONFLICT (session_id, kind) DO NOTHING
      """)
    return try connection.one(
      "SELECT id FROM record.source WHERE session_id = \(session) AND kind = 'log'"
    ) { row in try row.next() }
  }

  /// Adds the lines behind those that are there, set by set.
  ///
  /// - Returns: The revision of the log from then on.
  public func insert(
    into source: Identifier<Source>, of session: Identifier<Session>, as viewpoint: Viewpoint,
    on connection: Connection
  ) throws -> Int {
    let last: Int = try connection.one(
      "SELECT coalesce(max(ordinal), 0) FROM record.passage WHERE source_id = \(source)"
    ) { try $0.next() }
    try connection.execute(
      """
      INSERT INTO record.passage (source_id, ordinal, kind, person_id, label, is_chair)
      SELECT \(source), \(last) + place, 'logged', person, label, is_chair
      FROM unnest(\(lines.map(\.person)), \(labels), \(isChair)) WITH ORDINALITY
        AS given (person, label, is_chair, place)
      ORDER BY place
      """)
    try connection.execute(
      """
      INSERT INTO record.passage_version
        (passage_id, number, stage, text, exact_digest, wording_digest)
      SELECT passage.id, 1, 'logged', text, exact_digest, wording_digest
      FROM unnest(
        \(lines.map(\.text)), \(lines.map { digest.exact($0.text) }),
        \(lines.map { digest.wording($0.text) })) WITH ORDINALITY
        AS given (text, exact_digest, wording_digest, place)
      JOIN record.passage ON passage.source_id = \(source) AND passage.ordinal = \(last) + place
      """)
    try connection.execute(
      """
      INSERT INTO record.log_line
        (passage_id, session_id, line_id, kind, question_number, spoken_at, is_starred,
         is_promised, is_private, sent_digest, staff_user_id)
      SELECT passage.id, \(session), line_id, given.kind, question_number, spoken_at, is_starred,
        is_promised, is_private_line, sent_digest, \(viewpoint.actor.id)
      FROM unnest(
        \(lines.map(\.id)), \(lines.map(\.kind.rawValue)), \(lines.map(\.number)),
        \(lines.map(\.at)), \(lines.map(\.isStarred)), \(lines.map(\.isPromised)),
        \(lines.map(\.isPrivate)), \(lines.map { $0.digest(digest) })) WITH ORDINALITY
        AS given (line_id, kind, question_number, spoken_at, is_starred, is_promised,
          is_private_line, sent_digest, place)
      JOIN record.passage ON passage.source_id = \(source) AND passage.ordinal = \(last) + place
      """)
    return try connection.one(
      "UPDATE record.source SET revision = revision + 1 WHERE id = \(source) RETURNING revision"
    ) { row in try row.next() }
  }
}

extension NewLogLine {
  /// Of everything that was sent: each field as its length and its words, so
  /// that no two lines share their bytes.
  public func digest(_ digest: TextDigest) -> [UInt8] {
    let fields = [
      id, "\(at.microseconds)", kind.rawValue, number.map(String.init) ?? "",
      person.map(\.description) ?? "", speaker ?? "", text, "\(isStarred)", "\(isPromised)",
      "\(isPrivate)",
    ]
    return digest.exact(fields.map { "\($0.utf8.count):\($0)," }.joined())
  }
}

extension StandingLine {
  /// Writes the line as it is to be; its words are a matter of versions.
  public func change(
    to line: LogLine, label: String?, isChair: Bool, on connection: Connection
  ) throws {
    try connection.execute(
      """
      UPDATE record.passage
      SET person_id = \(line.person), label = \(label), is_chair = \(isChair)
      WHERE id = \(passage)
      """)
    try connection.execute(
      """
      UPDATE record.log_line
      SET kind = \(line.kind.rawValue), question_number = \(line.typedNumber),
        spoken_at = \(line.at), is_starred = \(line.isStarred), is_promised = \(line.isPromised),
        is_private = \(line.isPrivate), is_struck = \(line.isStruck), revision = revision + 1
      WHERE passage_id = \(passage)
      """)
  }
}
