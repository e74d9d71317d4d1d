public import Inquiries
public import Postgres

/// The passages of a record as they stand, beside a corrected file.
public struct StandingRecord: Sendable {
  public struct Piece: Sendable {
    public let standing: StandingPassage
    public let passage: Passage
    /// `nil` of one whom a clerk named: the file goes on printing the label.
    public let person: Identifier<Person>?
    public let label: String?
    public let isChair: Bool
  }

  public let source: Identifier<Source>
  public let pieces: [Piece]

  /// The passages, locked for a corrected file.
  ///
  /// - Parameter source: Locked already.
  public static func locked(
    _ source: Identifier<Source>, on connection: Connection
  ) throws -> StandingRecord {
    try read(source, locking: "FOR NO KEY UPDATE OF passage", on: connection)
  }

  /// The passages as they stand at the moment, for who only compares them.
  public static func now(
    of reference: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> StandingRecord? {
    let source = try connection.first(
      """
      SELECT id FROM record.source
      WHERE inquiry_id = \(viewpoint.inquiryID) AND reference = \(reference)
      """
    ) { row -> Identifier<Source> in try row.next() }
    return try source.map { try read($0, locking: "", on: connection) }
  }

  private static func read(
    _ source: Identifier<Source>, locking: SQL, on connection: Connection
  ) throws -> StandingRecord {
    let pieces = try connection.query(
      """
      SELECT passage.id, version.id, version.language,
        CASE WHEN passage.speaker_label_id IS NULL THEN passage.person_id END, passage.label,
        passage.is_chair, \(Passage.columns)
      FROM record.passage
      \(Passage.joins)
      JOIN record.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      WHERE passage.source_id = \(source)
      ORDER BY passage.ordinal
      \(locking)
      """
    ) { row -> Piece in
      let id: Identifier<Passage> = try row.next()
      let version: Identifier<PassageVersion> = try row.next()
      let language: String = try row.next()
      let person: Identifier<Person>? = try row.next()
      let label: String? = try row.next()
      let isChair: Bool = try row.next()
      let passage = try Passage(&row)
      return Piece(
        standing: StandingPassage(
          id: id, source: source, version: version, number: passage.version, stage: passage.stage,
          language: language, text: passage.text),
        passage: passage, person: person, label: label, isChair: isChair)
    }
    return StandingRecord(source: source, pieces: pieces)
  }

  /// Gives passages their next versions, all corrected, in one statement each way.
  ///
  /// - Returns: The new versions, in the order given.
  public static func replace(
    _ words: [(passage: StandingPassage, text: String)], digest: TextDigest,
    on connection: Connection
  ) throws -> [Identifier<PassageVersion>] {
    try connection.execute(
      """
      UPDATE record.passage_version SET is_current = false
      WHERE id = ANY (\(words.map(\.passage.version)))
      """)
    let made = try connection.query(
      """
      INSERT INTO record.passage_version
        (passage_id, number, stage, language, text, exact_digest, wording_digest)
      SELECT * FROM unnest(
        \(words.map(\.passage.id)), \(words.map { $0.passage.number + 1 }),
        \(words.map { _ in Stage.corrected.rawValue }), \(words.map(\.passage.language)),
        \(words.map(\.text)), \(words.map { digest.exact($0.text) }),
        \(words.map { digest.wording($0.text) }))
      RETURNING passage_id, id
      """
    ) { row in (try row.next() as Identifier<Passage>, try row.next() as Identifier<PassageVersion>)
    }
    let ids = Dictionary(uniqueKeysWithValues: made)
    return words.compactMap { ids[$0.passage.id] }
  }

  /// Those of the passages that links hold on to.
  public static func linked(
    among passages: [Identifier<Passage>], on connection: Connection
  ) throws -> Set<Identifier<Passage>> {
    Set(
      try connection.query(
        """
        SELECT DISTINCT passage_id FROM record.link
        WHERE passage_id = ANY (\(passages)) AND status <> 'dropped'
        """
      ) { row in try row.next() })
  }

  /// Says of the record and of every word that stands that it is seen through.
  public static func markCorrected(
    _ source: Identifier<Source>, on connection: Connection
  ) throws {
    try connection.execute(
      """
      UPDATE record.passage_version AS version SET stage = 'corrected'
      FROM record.passage
      WHERE passage.id = version.passage_id AND passage.source_id = \(source)
        AND version.is_current AND version.stage = 'uncorrected'
      """)
    try connection.execute(
      "UPDATE record.source SET stage = 'corrected' WHERE id = \(source) AND stage <> 'corrected'")
  }

  /// Counts a change of the record in its revision.
  public static func touch(_ source: Identifier<Source>, on connection: Connection) throws {
    try connection.execute(
      "UPDATE record.source SET revision = revision + 1 WHERE id = \(source)")
  }

  /// Whether a file of this digest is the record's own, or one that corrected it.
  public static func hasFile(
    _ sha256: [UInt8], of source: Identifier<Source>, on connection: Connection
  ) throws -> (isFirst: Bool, isCorrected: Bool) {
    try connection.one(
      """
      SELECT
        EXISTS (SELECT FROM record.source JOIN record.original ON original.id = original_id
          WHERE source.id = \(source) AND sha256 = \(sha256)),
        EXISTS (SELECT FROM record.corrected_file
          JOIN record.original ON original.id = original_id
          WHERE source_id = \(source) AND sha256 = \(sha256))
      """
    ) { row in (try row.next(), try row.next()) }
  }

  /// Keeps a corrected file with its record.
  public static func keep(
    _ original: Identifier<Original>, of source: Identifier<Source>, on day: Day,
    _ connection: Connection
  ) throws {
    try connection.execute(
      """
      INSERT INTO record.corrected_file (source_id, original_id, received_on)
      VALUES (\(source), \(original), \(day))
      """)
  }
}
