public import Inquiries
public import Postgres

extension Tag {
  /// Locks all tags of the inquiry until the transaction ends.
  public static func lockAll(as viewpoint: Viewpoint, on connection: Connection) throws {
    try connection.execute(
      """
      SELECT FROM record.tag WHERE inquiry_id = \(viewpoint.inquiryID) ORDER BY id
      FOR NO KEY UPDATE
      """)
  }

  /// All tags of the inquiry, those that were merged among them, by key.
  ///
  /// - Parameter isCounting: Whether passages and sources are counted: one pass over
  ///   all tags that were put on, which acts do without.
  public static func all(
    isCounting: Bool = false, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Tag] {
    let counts: SQL =
      isCounting
      ? """
      LEFT JOIN (
        SELECT applied_tag.tag_id, count(DISTINCT applied_tag.passage_id) AS passages,
          count(DISTINCT passage.source_id) AS sources
        FROM record.applied_tag
        JOIN record.passage ON passage.id = passage_id
        JOIN record.tag AS counted ON counted.id = tag_id
        WHERE removed_at IS NULL AND counted.inquiry_id = \(viewpoint.inquiryID)
        GROUP BY 1) AS counted ON counted.tag_id = tag.id
      """ : ""
    let counted: SQL =
      isCounting
      ? "coalesce(counted.passages, 0), coalesce(counted.sources, 0)"
      : "NULL::bigint, NULL::bigint"
    return try connection.query(
      """
      SELECT tag.key, tag.iri, tag.name, version.definition, version.use_when,
        version.use_not_when, version.example, parent.key, tag.is_group, tag.colour,
        ARRAY (
          SELECT label.name FROM record.tag_label AS label WHERE label.tag_id = tag.id
          ORDER BY label.name COLLATE "C"),
        target.key, tag.retired_on, version.number, \(counted), tag.revision
      FROM record.tag
      JOIN record.tag_version AS version ON version.tag_id = tag.id AND version.is_current
      LEFT JOIN record.tag AS parent ON parent.id = tag.parent_tag_id
      LEFT JOIN record.tag AS target ON target.id = tag.merged_into_tag_id
      \(counts)
      WHERE tag.inquiry_id = \(viewpoint.inquiryID)
      ORDER BY tag.key COLLATE "C"
      """
    ) { row in
      Tag(
        key: try row.next(), iri: try row.next(), name: try row.next(), text: try TagText(&row),
        parent: try row.next(), isGroup: try row.next(), colour: try row.next(),
        otherNames: try row.next(), mergedInto: try row.next(), retiredOn: try row.next(),
        version: try row.next(), passageCount: try row.next(), sourceCount: try row.next(),
        revision: try row.next())
    }
  }

  /// Its permanent number in the inquiry.
  static func id(_ key: String?, as viewpoint: Viewpoint) -> SQL {
    "(SELECT id FROM record.tag WHERE inquiry_id = \(viewpoint.inquiryID) AND key = \(key))"
  }

  /// What it meant from the first on, oldest first.
  public func versions(as viewpoint: Viewpoint, on connection: Connection) throws -> [TagVersion] {
    try connection.query(
      """
      SELECT number, version.name, definition, use_when, use_not_when, example, staff_user.name,
        set_at
      FROM record.tag_version AS version
      LEFT JOIN record.staff_user ON staff_user.id = staff_user_id
      WHERE tag_id = \(Tag.id(key, as: viewpoint))
      ORDER BY number
      """
    ) { row in
      TagVersion(
        number: try row.next(), name: try row.next(), text: try TagText(&row),
        setBy: try row.next(), setAt: try row.next())
    }
  }

  /// Merges it into another: what stands under it and what was merged into it goes
  /// there, and so does every tag that was put on, unless the same person put the
  /// other on the same words.
  ///
  /// - Returns: How many tags that were put on moved.
  public func merge(
    into target: Tag, at now: Instant, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Int {
    let (own, other) = (Tag.id(key, as: viewpoint), Tag.id(target.key, as: viewpoint))
    try connection.execute(
      """
      UPDATE record.applied_tag AS mine
      SET removed_at = \(now), removed_by_staff_user_id = \(viewpoint.actor.id),
        revision = mine.revision + 1
      WHERE mine.tag_id = \(own) AND mine.removed_at IS NULL AND EXISTS (
        SELECT FROM record.applied_tag AS same
        WHERE same.tag_id = \(other) AND same.removed_at IS NULL
          AND same.passage_version_id = mine.passage_version_id
          AND same.span_from IS NOT DISTINCT FROM mine.span_from
          AND same.span_to IS NOT DISTINCT FROM mine.span_to
          AND same.staff_user_id = mine.staff_user_id)
      """)
    let moved = try connection.execute(
      """
      UPDATE record.applied_tag SET tag_id = \(other), revision = revision + 1
      WHERE tag_id = \(own) AND removed_at IS NULL
      """)
    try connection.execute(
      """
      UPDATE record.memo SET tag_id = \(other), revision = revision + 1 WHERE tag_id = \(own)
      """)
    try connection.execute(
      """
      UPDATE record.tag SET parent_tag_id = \(other), revision = revision + 1
      WHERE parent_tag_id = \(own)
      """)
    try connection.execute(
      """
      UPDATE record.tag
      SET merged_into_tag_id = \(other), parent_tag_id = NULL, revision = revision + 1
      WHERE id = \(own) OR merged_into_tag_id = \(own)
      """)
    return moved
  }
}

/// A tag as it should stand.
public struct NewTag: Sendable {
  public var key: String
  /// `nil` for one of its own.
  public var iri: String?
  public var name: String
  public var text: TagText
  public var parent: String?
  public var isGroup: Bool
  public var colour: String?
  public var otherNames: [String]
  public var retiredOn: Day?

  public init(
    key: String, iri: String? = nil, name: String, text: TagText, parent: String?, isGroup: Bool,
    colour: String?, otherNames: [String] = [], retiredOn: Day? = nil
  ) {
    self.key = key
    self.iri = iri
    self.name = name
    self.text = text
    self.parent = parent
    self.isGroup = isGroup
    self.colour = colour
    self.otherNames = otherNames
    self.retiredOn = retiredOn
  }

  public init(_ tag: Tag) {
    self.init(
      key: tag.key, iri: tag.iri, name: tag.name, text: tag.text, parent: tag.parent,
      isGroup: tag.isGroup, colour: tag.colour, otherNames: tag.otherNames,
      retiredOn: tag.retiredOn)
  }

  /// Adds it; its parent is set by ``change(_:at:as:on:)``, when all are there.
  public func insert(
    at now: Instant, as viewpoint: Viewpoint, on connection: Connection
  ) throws {
    let iri: SQL = iri.map { "\($0)" } ?? "DEFAULT"
    try connection.execute(
      """
      INSERT INTO record.tag (inquiry_id, key, iri, name, is_group, colour, retired_on)
      VALUES
        (\(viewpoint.inquiryID), \(key), \(iri), \(name), \(isGroup), \(colour), \(retiredOn))
      """)
    try addVersion(1, at: now, as: viewpoint, on: connection)
    try addLabels(as: viewpoint, on: connection)
  }

  /// Brings a tag to what it should be; its meaning gets a further version where
  /// name or words differ, and a former name still leads to it.
  ///
  /// - Parameter tag: As it was read in this transaction.
  public func change(
    _ tag: Tag, at now: Instant, as viewpoint: Viewpoint, on connection: Connection
  ) throws {
    try connection.execute(
      """
      UPDATE record.tag
      SET name = \(name), parent_tag_id = \(Tag.id(parent, as: viewpoint)),
        is_group = \(isGroup), colour = \(colour), retired_on = \(retiredOn),
        revision = revision + 1
      WHERE id = \(Tag.id(key, as: viewpoint))
      """)
    if (name, text) != (tag.name, tag.text) {
      try connection.execute(
        """
        UPDATE record.tag_version SET is_current = false
        WHERE tag_id = \(Tag.id(key, as: viewpoint)) AND is_current
        """)
      try addVersion(tag.version + 1, at: now, as: viewpoint, on: connection)
    }
    var changed = self
    if name != tag.name { changed.otherNames.append(tag.name) }
    try changed.addLabels(as: viewpoint, on: connection)
  }

  private func addVersion(
    _ number: Int, at now: Instant, as viewpoint: Viewpoint, on connection: Connection
  ) throws {
    try connection.execute(
      """
      INSERT INTO record.tag_version
        (tag_id, number, name, definition, use_when, use_not_when, example, staff_user_id, set_at)
      VALUES
        (\(Tag.id(key, as: viewpoint)), \(number), \(name), \(text.definition),
         \(text.useWhen), \(text.useNotWhen), \(text.example), \(viewpoint.actor.id), \(now))
      """)
  }

  private func addLabels(as viewpoint: Viewpoint, on connection: Connection) throws {
    guard !otherNames.isEmpty else { return }
    try connection.execute(
      """
      INSERT INTO record.tag_label (tag_id, name)
      SELECT \(Tag.id(key, as: viewpoint)), label
      FROM unnest(\(otherNames)) AS label WHERE label <> \(name)
      ON CONFLICT DO NOTHING
      """)
  }
}

extension TagText {
  init(_ row: inout Row) throws {
    self.init(
      definition: try row.next(), useWhen: try row.next(), useNotWhen: try row.next(),
      example: try row.next())
  }
}
