public import Inquiries
public import Postgres

/// A tag that is about to be put on words.
public struct NewAppliedTag: Sendable {
  public let tag: String
  public let passage: Identifier<Passage>
  public let version: Identifier<PassageVersion>
  public let span: Range<Int>?
  public let quote: String?
  public let tagger: Identifier<StaffUser>

  public init(
    tag: String, passage: Identifier<Passage>, version: Identifier<PassageVersion>,
    span: Range<Int>?, quote: String?, tagger: Identifier<StaffUser>
  ) {
    self.tag = tag
    self.passage = passage
    self.version = version
    self.span = span
    self.quote = quote
    self.tagger = tagger
  }

  /// Puts tags on, in one statement however many.
  ///
  /// - Returns: How many were new; the same tag of the same person on the same words
  ///   is one.
  public static func insert(
    _ applied: [NewAppliedTag], at now: Instant, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Int {
    try connection.execute(
      """
      INSERT INTO record.applied_tag
        (tag_id, tag_version_id, passage_id, passage_version_id, span_from, span_to, quote,
         staff_user_id, applied_at)
      SELECT tag.id, tag_version.id, given.passage, given.version, given.span_from, given.span_to,
        given.quote, given.tagger, \(now)
      FROM unnest(
        \(applied.map(\.tag)), \(applied.map(\.passage)), \(applied.map(\.version)),
        \(applied.map { $0.span?.lowerBound }), \(applied.map { $0.span?.upperBound }),
        \(applied.map(\.quote)), \(applied.map(\.tagger))) WITH ORDINALITY
        AS given (tag, passage, version, span_from, span_to, quote, tagger, place)
      JOIN record.tag ON tag.inquiry_id = \(viewpoint.inquiryID) AND tag.key = given.tag
      JOIN record.tag_version ON tag_version.tag_id = tag.id AND is_current
      ORDER BY given.place
      ON CONFLICT (
        tag_id, passage_version_id, coalesce(span_from, -1), coalesce(span_to, -1), staff_user_id)
        WHERE removed_at IS NULL DO NOTHING
      """)
  }
}

/// Which of the tags that were put on are asked for.
public struct AppliedTagQuery: Sendable {
  public var tag: String?
  public var tagger: String?
  public var reference: String?
  /// Whether only those are meant that a person must look at again.
  public var isSuspect: Bool
  public var after: Identifier<AppliedTag>
  public var limit: Int

  /// - Parameter tag: A key.
  public init(
    tag: String? = nil, tagger: String? = nil, reference: String? = nil,
    isSuspect: Bool = false, after: Identifier<AppliedTag> = Identifier(0), limit: Int
  ) {
    self.tag = tag
    self.tagger = tagger
    self.reference = reference
    self.isSuspect = isSuspect
    self.after = after
    self.limit = limit
  }

  var conditions: SQL {
    var sql: SQL = "applied.id > \(after)"
    if let tag { sql = "\(sql) AND tag.key = \(tag)" }
    if let tagger { sql = "\(sql) AND staff_user.name = \(tagger)" }
    if isSuspect { sql = "\(sql) AND applied.is_suspect" }
    if let reference { sql = "\(sql) AND source.reference = \(reference)" }
    return sql
  }
}

extension Passage {
  /// Whether its words are kept from the public, so that reading them goes on
  /// record; of `passage`, `session` and `written`.
  static let isKeptBack: SQL = """
    (passage.is_private OR session.hearing IS NOT DISTINCT FROM 'private'
      OR written.confidentiality_asked IS NOT NULL
      OR coalesce(written.outcome NOT IN ('undecided', 'published_named'), false))
    """

  static let keepers: SQL = """
    JOIN record.passage ON passage.id = version.passage_id
    JOIN record.source ON source.id = passage.source_id
    LEFT JOIN record.session ON session.id = source.session_id
    LEFT JOIN record.written_submission AS written ON written.source_id = source.id
    """
}

extension AppliedTag {
  /// A page of the tags that were put on, by number.
  public static func page(
    _ asked: AppliedTagQuery, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [AppliedTag] {
    try read(
      "\(asked.conditions) ORDER BY applied.id LIMIT \(asked.limit)", as: viewpoint, on: connection)
  }

  public static func find(
    _ id: Identifier<AppliedTag>, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> AppliedTag? {
    try read("applied.id = \(id)", as: viewpoint, on: connection).first
  }

  private static func read(
    _ condition: SQL, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [AppliedTag] {
    let rows = try connection.query(
      """
      SELECT version.id, applied.id, tag.key, meaning.key, tag_version.number, version.number,
        NOT version.is_current, applied.is_suspect, span_from, span_to,
        CASE WHEN NOT \(Passage.isKeptBack) THEN quote END, staff_user.name, applied_at,
        applied.revision
      FROM record.applied_tag AS applied
      JOIN record.tag ON tag.id = applied.tag_id
      JOIN record.tag_version ON tag_version.id = applied.tag_version_id
      JOIN record.tag AS meaning ON meaning.id = tag_version.tag_id
      JOIN record.staff_user ON staff_user.id = applied.staff_user_id
      JOIN record.passage_version AS version ON version.id = applied.passage_version_id
      \(Passage.keepers)
      WHERE tag.inquiry_id = \(viewpoint.inquiryID) AND applied.removed_at IS NULL
        AND \(condition)
      """
    ) { row in
      (version: try row.next() as Identifier<PassageVersion>, try Bare(&row))
    }
    let places = try Passage.versions(rows.map(\.version), on: connection)
    return rows.compactMap { row in
      places[row.version].map { place in
        row.1.placed(at: place.passage.locator ?? place.reference, of: place.reference)
      }
    }
  }

  /// All but where it is.
  private struct Bare {
    let id: Identifier<AppliedTag>
    let tag: String
    let meant: String
    let meantVersion: Int
    let passageVersion: Int
    let isSuperseded: Bool
    let isSuspect: Bool
    let from: Int?
    let to: Int?
    let quote: String?
    let tagger: String
    let appliedAt: Instant
    let revision: Int

    init(_ row: inout Row) throws {
      id = try row.next()
      tag = try row.next()
      meant = try row.next()
      meantVersion = try row.next()
      passageVersion = try row.next()
      isSuperseded = try row.next()
      isSuspect = try row.next()
      from = try row.next()
      to = try row.next()
      quote = try row.next()
      tagger = try row.next()
      appliedAt = try row.next()
      revision = try row.next()
    }

    func placed(at locator: String, of reference: String) -> AppliedTag {
      AppliedTag(
        id: id, tag: tag, meant: meant, meantVersion: meantVersion, locator: locator,
        reference: reference, passageVersion: passageVersion, isSuperseded: isSuperseded,
        isSuspect: isSuspect, span: from.flatMap { from in to.map { from..<$0 } }, quote: quote,
        tagger: tagger,
        appliedAt: appliedAt, revision: revision)
    }
  }

  /// Takes it off; it stays on record.
  ///
  /// - Returns: Whether it was there at that revision.
  public static func remove(
    _ id: Identifier<AppliedTag>, revision: Int, at now: Instant, as viewpoint: Viewpoint,
    on connection: Connection
  ) throws -> Bool {
    try connection.execute(
      """
      UPDATE record.applied_tag
      SET removed_at = \(now), removed_by_staff_user_id = \(viewpoint.actor.id),
        revision = revision + 1
      WHERE id = \(id) AND revision = \(revision) AND removed_at IS NULL
      """) == 1
  }

  /// How many tags and memos people put on a source, which would go with it.
  public static func count(
    onSource source: Identifier<Source>, on connection: Connection
  ) throws -> Int {
    try connection.one(
      """
      SELECT (
        SELECT count(*) FROM record.applied_tag
        JOIN record.passage ON passage.id = passage_id
        WHERE source_id = \(source) AND removed_at IS NULL
      ) + (
        SELECT count(*) FROM record.memo
        LEFT JOIN record.passage ON passage.id = passage_id
        WHERE (memo.source_id = \(source) OR passage.source_id = \(source))
          AND removed_at IS NULL)
      """
    ) { try $0.next() }
  }
}
