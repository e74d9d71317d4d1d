public import Inquiries
public import Postgres

/// What a memo is about.
public enum MemoSubject: Sendable {
  case inquiry
  /// By key.
  case tag(String)
  case source(Identifier<Source>)
  case passage(Identifier<Passage>)
}

extension Memo {
  /// - Returns: Its number.
  public static func insert(
    about subject: MemoSubject, _ text: String, by writer: Identifier<StaffUser>, at now: Instant,
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Identifier<Memo> {
    var (tag, source, passage): (String?, Identifier<Source>?, Identifier<Passage>?)
    switch subject {
    case .inquiry: break
    case .tag(let key): tag = key
    case .source(let id): source = id
    case .passage(let id): passage = id
    }
    return try connection.one(
      """
      INSERT INTO record.memo
        (inquiry_id, tag_id, source_id, passage_id, text, staff_user_id, written_at)
      VALUES
        (\(viewpoint.inquiryID), \(Tag.id(tag, as: viewpoint)), \(source), \(passage), \(text),
         \(writer), \(now))
      RETURNING id
      """
    ) { try $0.next() }
  }

  /// A page of the memos, by number; those of one tag where its key is given.
  public static func page(
    tag: String? = nil, after: Identifier<Memo> = Identifier(0), limit: Int,
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Memo] {
    let ofTag: SQL = tag.map { "AND tag.key = \($0)" } ?? ""
    return try read(
      "memo.id > \(after) \(ofTag) ORDER BY memo.id LIMIT \(limit)", as: viewpoint, on: connection)
  }

  public static func find(
    _ id: Identifier<Memo>, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Memo? {
    try read("memo.id = \(id)", as: viewpoint, on: connection).first
  }

  private static func read(
    _ condition: SQL, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Memo] {
    let rows = try connection.query(
      """
      SELECT version.id, memo.id, coalesce(tag.key, source.reference), memo.text,
        staff_user.name, written_at, memo.revision
      FROM record.memo
      JOIN record.staff_user ON staff_user.id = staff_user_id
      LEFT JOIN record.tag ON tag.id = tag_id
      LEFT JOIN record.source ON source.id = source_id
      LEFT JOIN record.passage_version AS version
        ON version.passage_id = memo.passage_id AND version.is_current
      WHERE memo.inquiry_id = \(viewpoint.inquiryID) AND removed_at IS NULL AND \(condition)
      """
    ) { row in
      (
        version: try row.next() as Identifier<PassageVersion>?,
        memo: Memo(
          id: try row.next(), about: try row.next(), text: try row.next(),
          writtenBy: try row.next(), writtenAt: try row.next(), revision: try row.next())
      )
    }
    let places = try Passage.versions(rows.compactMap(\.version), on: connection)
    return rows.map { version, memo in
      guard let place = version.flatMap({ places[$0] }) else { return memo }
      return Memo(
        id: memo.id, about: place.passage.locator ?? place.reference, text: memo.text,
        writtenBy: memo.writtenBy, writtenAt: memo.writtenAt, revision: memo.revision)
    }
  }

  /// Takes it away; it stays on record.
  ///
  /// - Returns: Whether it was there at that revision.
  public static func remove(
    _ id: Identifier<Memo>, revision: Int, at now: Instant, on connection: Connection
  ) throws -> Bool {
    try connection.execute(
      """
      UPDATE record.memo SET removed_at = \(now), revision = revision + 1
      WHERE id = \(id) AND revision = \(revision) AND removed_at IS NULL
      """) == 1
  }
}
