public import Inquiries
public import Postgres

/// A passage as it stands, locked for a correction.
public struct StandingPassage: Sendable {
  public let id: Identifier<Passage>
  public let source: Identifier<Source>
  public let version: Identifier<PassageVersion>
  public let number: Int
  public let stage: Stage
  public let language: String
  public let text: String
}

/// A link that holds on to a passage, as far as a correction must know it.
public struct HoldingLink: Sendable {
  public let id: Identifier<Link>
  /// The version that it is pinned to.
  public let version: Identifier<PassageVersion>
  public let status: LinkStatus
  public let span: Range<Int>?
}

extension Passage {
  /// The passage, locked until the transaction ends.
  public static func standing(
    _ id: Identifier<Passage>, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> StandingPassage? {
    try standing([id], as: viewpoint, on: connection).first
  }

  /// The passages, locked until the transaction ends, in the order of their ids.
  public static func standing(
    _ ids: [Identifier<Passage>], as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [StandingPassage] {
    try connection.query(
      """
      SELECT passage.id, source.id, version.id, version.number, version.stage, version.language,
        version.text
      FROM record.passage
      JOIN record.source ON source.id = source_id
      JOIN record.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      WHERE passage.id = ANY (\(ids)) AND source.inquiry_id = \(viewpoint.inquiryID)
      ORDER BY passage.id
      FOR NO KEY UPDATE OF passage
      """
    ) { row in
      StandingPassage(
        id: try row.next(), source: try row.next(), version: try row.next(),
        number: try row.next(), stage: try row.word(), language: try row.next(),
        text: try row.next())
    }
  }

  /// Links that count on the passage, to be carried over its change.
  public static func links(
    to id: Identifier<Passage>, on connection: Connection
  ) throws -> [HoldingLink] {
    try connection.query(
      """
      SELECT id, passage_version_id, status, span_from, span_to FROM record.link
      WHERE passage_id = \(id) AND status <> 'dropped'
      ORDER BY id
      FOR NO KEY UPDATE
      """
    ) { row in
      let id: Identifier<Link> = try row.next()
      let version: Identifier<PassageVersion> = try row.next()
      let status: LinkStatus = try row.word()
      let from: Int? = try row.next()
      let to: Int? = try row.next()
      let span = from.flatMap { from in to.map { from..<$0 } }
      return HoldingLink(id: id, version: version, status: status, span: span)
    }
  }
}

extension StandingPassage {
  /// The words of these and of all earlier versions, the oldest first.
  public func allWords(on connection: Connection) throws -> [String] {
    try connection.query(
      """
      SELECT text FROM record.passage_version
      WHERE passage_id = \(id) AND number <= \(number)
      ORDER BY number
      """
    ) { row in try row.next() }
  }

  /// Adds the next version of the words and makes it the current one.
  public func replace(
    with text: String, stage: Stage, digest: TextDigest, on connection: Connection
  ) throws -> Identifier<PassageVersion> {
    try connection.execute(
      "UPDATE record.passage_version SET is_current = false WHERE id = \(version)")
    return try connection.one(
      """
      INSERT INTO record.passage_version
        (passage_id, number, stage, language, text, exact_digest, wording_digest)
      VALUES
        (\(id), \(number + 1), \(stage.rawValue), \(language), \(text), \(digest.exact(text)),
         \(digest.wording(text)))
      RETURNING id
      """
    ) { row in try row.next() }
  }

  /// Puts a new turn behind this one, from the words that were split off it;
  /// turns and stage lines after it move on by one place.
  public func addTurn(
    label: String, of bearer: LabelBearer, text: String, digest: TextDigest,
    on connection: Connection
  ) throws {
    // By way of a far place, because one unique index is checked row by row.
    for step in [1_000_000, -999_999] {
      try connection.execute(
        """
        UPDATE record.passage AS later
        SET ordinal = later.ordinal + \(step),
          block_offset = CASE
            WHEN later.question_block_id IS NOT DISTINCT FROM split.question_block_id
            THEN later.block_offset + \(step) ELSE later.block_offset END
        FROM record.passage AS split
        WHERE split.id = \(id) AND later.source_id = split.source_id
          AND later.ordinal > split.ordinal
        """)
    }
    let added = try connection.one(
      """
      INSERT INTO record.passage
        (source_id, ordinal, kind, question_block_id, block_offset, panel_id, person_id, label,
         is_chair, is_private, speaker_label_id)
      SELECT source_id, ordinal + 1, 'turn', question_block_id, block_offset + 1, panel_id,
        \(bearer.person), \(label), \(bearer.isChair), is_private, \(bearer.settled)
      FROM record.passage WHERE id = \(id)
      RETURNING id
      """
    ) { row -> Identifier<Passage> in try row.next() }
    try connection.execute(
      """
      INSERT INTO record.passage_version
        (passage_id, number, stage, language, text, exact_digest, wording_digest)
      VALUES
        (\(added), 1, \(stage.rawValue), \(language), \(text), \(digest.exact(text)),
         \(digest.wording(text)))
      """)
    try connection.execute(
      """
      INSERT INTO record.passage_succession (from_passage_id, to_passage_id, relation)
      VALUES (\(id), \(added), 'split')
      """)
  }
}

/// A link on its way to another version of its passage.
public struct CarriedLink: Sendable {
  let id: Identifier<Link>
  let status: LinkStatus
  let span: Range<Int>?
  let quote: String?

  public init(id: Identifier<Link>, status: LinkStatus, span: Range<Int>?, quote: String?) {
    self.id = id
    self.status = status
    self.span = span
    self.quote = quote
  }
}

extension Link {
  /// Moves links to another version of their passage, each at its span there.
  public static func carry(
    _ links: [CarriedLink], to version: Identifier<PassageVersion>, on connection: Connection
  ) throws {
    guard !links.isEmpty else { return }
    try connection.execute(
      """
      UPDATE record.link
      SET passage_version_id = \(version), status = given.status, span_from = given.span_from,
        span_to = given.span_to, quote = given.quote, revision = revision + 1
      FROM unnest(
        \(links.map(\.id)), \(links.map(\.status.rawValue)), \(links.map(\.span?.lowerBound)),
        \(links.map(\.span?.upperBound)), \(links.map(\.quote)))
        AS given (id, status, span_from, span_to, quote)
      WHERE link.id = given.id
      """)
  }

  /// Marks links as ones that a person must look at again, where they stand. What was
  /// only suggested stays so: suspect links count, and nobody ever answered for it.
  public static func suspect(_ ids: [Identifier<Link>], on connection: Connection) throws {
    guard !ids.isEmpty else { return }
    try connection.execute(
      """
      UPDATE record.link
      SET status = CASE WHEN status = 'suggested' THEN 'suggested' ELSE 'suspect' END,
        revision = revision + 1
      WHERE id = ANY (\(ids))
      """)
  }
}
