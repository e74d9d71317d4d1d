public import Inquiries
public import Postgres

extension AppliedTag {
  /// A tag on a passage, as far as a correction must know it.
  public struct Held: Sendable {
    public let id: Identifier<AppliedTag>
    public let tag: Int64
    public let tagger: Identifier<StaffUser>
    public let passage: Identifier<Passage>
    /// The version that it is pinned to.
    public let version: Identifier<PassageVersion>
    public let span: Range<Int>?
    public let quote: String?
    public let isSuspect: Bool
  }

  /// The tags on a passage, locked, in the order in which they were put on.
  public static func held(
    on passage: Identifier<Passage>, on connection: Connection
  ) throws -> [Held] {
    try held("passage_id = \(passage)", on: connection)
  }

  public static func held(
    _ id: Identifier<AppliedTag>, on connection: Connection
  ) throws -> Held? {
    try held("id = \(id)", on: connection).first
  }

  private static func held(_ condition: SQL, on connection: Connection) throws -> [Held] {
    try connection.query(
      """
      SELECT id, tag_id, staff_user_id, passage_id, passage_version_id, span_from, span_to, quote,
        is_suspect
      FROM record.applied_tag
      WHERE \(condition) AND removed_at IS NULL
      ORDER BY id
      FOR NO KEY UPDATE
      """
    ) { row in
      let id: Identifier<AppliedTag> = try row.next()
      let tag: Int64 = try row.next()
      let tagger: Identifier<StaffUser> = try row.next()
      let passage: Identifier<Passage> = try row.next()
      let version: Identifier<PassageVersion> = try row.next()
      let from: Int? = try row.next()
      let to: Int? = try row.next()
      return Held(
        id: id, tag: tag, tagger: tagger, passage: passage, version: version,
        span: from.flatMap { from in to.map { from..<$0 } }, quote: try row.next(),
        isSuspect: try row.next())
    }
  }

  /// A tag on its way to another version of its passage.
  public struct Carried: Sendable {
    let id: Identifier<AppliedTag>
    let span: Range<Int>?
    let quote: String?

    public init(id: Identifier<AppliedTag>, span: Range<Int>?, quote: String?) {
      self.id = id
      self.span = span
      self.quote = quote
    }
  }

  /// Moves tags to another version of their passage, each at its words there.
  public static func carry(
    _ tags: [Carried], to version: Identifier<PassageVersion>, on connection: Connection
  ) throws {
    guard !tags.isEmpty else { return }
    try connection.execute(
      """
      UPDATE record.applied_tag
      SET passage_version_id = \(version), span_from = given.span_from, span_to = given.span_to,
        quote = given.quote, revision = revision + 1
      FROM unnest(
        \(tags.map(\.id)), \(tags.map(\.span?.lowerBound)), \(tags.map(\.span?.upperBound)),
        \(tags.map(\.quote))) AS given (id, span_from, span_to, quote)
      WHERE applied_tag.id = given.id
      """)
  }

  /// Marks tags as ones that a person must look at again, where they stand.
  public static func suspect(_ ids: [Identifier<AppliedTag>], on connection: Connection) throws {
    guard !ids.isEmpty else { return }
    try connection.execute(
      """
      UPDATE record.applied_tag SET is_suspect = true, revision = revision + 1
      WHERE id = ANY (\(ids))
      """)
  }

  /// Puts a tag on words as they stand now; it is suspect no more.
  ///
  /// - Returns: Whether it was there at that revision.
  public static func affirm(
    _ tag: Carried, on version: Identifier<PassageVersion>, revision: Int, connection: Connection
  ) throws -> Bool {
    try connection.execute(
      """
      UPDATE record.applied_tag
      SET passage_version_id = \(version), span_from = \(tag.span?.lowerBound),
        span_to = \(tag.span?.upperBound), quote = \(tag.quote), is_suspect = false,
        revision = revision + 1
      WHERE id = \(tag.id) AND revision = \(revision) AND removed_at IS NULL
      """) == 1
  }
}
