public import Inquiries
public import Postgres

/// One block of a draft version as it is kept.
public struct DraftBlockRow: Sendable {
  public let kind: String
  public let level: Int?
  public let key: String?
  public let paragraph: Identifier<DraftParagraph>?
  public let paragraphNumber: Int?
  public let number: Int?
  public let text: String

  public init(
    kind: String, level: Int?, key: String?, paragraph: Identifier<DraftParagraph>?,
    paragraphNumber: Int?, number: Int?, text: String
  ) {
    self.kind = kind
    self.level = level
    self.key = key
    self.paragraph = paragraph
    self.paragraphNumber = paragraphNumber
    self.number = number
    self.text = text
  }
}

/// One reference to evidence in a draft version, with what it is pinned to.
public struct CitationRow: Sendable {
  /// Place of its block in the draft, from 0.
  public let block: Int
  /// Which bracket of the draft it stands in, from 0.
  public let bracket: Int
  /// Which reference of the bracket it is, from 0.
  public let item: Int
  public let locator: String
  public let versions: [Identifier<PassageVersion>]

  public init(
    block: Int, bracket: Int, item: Int, locator: String, versions: [Identifier<PassageVersion>]
  ) {
    self.block = block
    self.bracket = bracket
    self.item = item
    self.locator = locator
    self.versions = versions
  }
}

extension CitationRow {
  /// Reads block, bracket, item, locator and pins.
  init(_ row: inout Row) throws {
    self.init(
      block: try row.next(), bracket: try row.next(), item: try row.next(),
      locator: try row.next(), versions: try row.next())
  }
}

/// What stays the same of a paragraph from version to version, for ``Identifier``.
public enum DraftParagraph {}

/// A version of the draft that was pushed.
public struct DraftVersion: Sendable {
  public let id: Identifier<DraftVersion>
  public let number: Int
  public let title: String
  /// The author's own bytes.
  public let bytes: [UInt8]

  /// The newest version, or the one with that number.
  public static func find(
    number: Int? = nil, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> DraftVersion? {
    let found = try connection.first(
      """
      SELECT draft_version.id, number, title, original_id
      FROM record.draft JOIN record.draft_version ON draft_id = draft.id
      WHERE inquiry_id = \(viewpoint.inquiryID) AND (\(number) IS NULL OR number = \(number))
      ORDER BY number DESC
      LIMIT 1
      """
    ) { row in
      (
        id: try row.next() as Identifier<DraftVersion>, number: try row.next() as Int,
        title: try row.next() as String, original: try row.next() as Identifier<Original>
      )
    }
    guard let found else { return nil }
    return DraftVersion(
      id: found.id, number: found.number, title: found.title,
      bytes: try Original.bytes(of: found.original, on: connection))
  }

  /// The newest version's number, 0 before the first, with the draft locked:
  /// two authors who push at once follow each other.
  public static func lockNewest(as viewpoint: Viewpoint, on connection: Connection) throws -> Int {
    try connection.execute(
      """
      INSERT INTO record.draft (inquiry_id, revision) VALUES (\(viewpoint.inquiryID), 0)
      ON CONFLICT (inquiry_id) DO NOTHING
      """)
    return try connection.one(
      """
      SELECT revision FROM record.draft WHERE inquiry_id = \(viewpoint.inquiryID)
      FOR NO KEY UPDATE
      """
    ) { row in try row.next() }
  }

  /// Opens the next version.
  public static func insert(
    number: Int, title: String, original: Identifier<Original>, as viewpoint: Viewpoint,
    on connection: Connection
  ) throws -> Identifier<DraftVersion> {
    let draft = try connection.one(
      """
      UPDATE record.draft SET revision = \(number) WHERE inquiry_id = \(viewpoint.inquiryID)
      RETURNING id
      """
    ) { row -> Int64 in try row.next() }
    return try connection.one(
      """
      INSERT INTO record.draft_version (draft_id, number, title, original_id, pushed_by)
      VALUES (\(draft), \(number), \(title), \(original), \(viewpoint.actor.id))
      RETURNING id
      """
    ) { row in try row.next() }
  }

  /// Adds the next version: the same words, with citations that are pinned anew.
  ///
  /// - Returns: Its number.
  public func repinned(
    to citations: [CitationRow], as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Int {
    try connection.execute(
      """
      UPDATE record.draft SET revision = \(number + 1) WHERE inquiry_id = \(viewpoint.inquiryID)
      """)
    let version = try connection.one(
      """
      INSERT INTO record.draft_version (draft_id, number, title, original_id, pushed_by)
      SELECT draft_id, \(number + 1), title, original_id, \(viewpoint.actor.id)
      FROM record.draft_version WHERE id = \(id)
      RETURNING id
      """
    ) { row -> Identifier<DraftVersion> in try row.next() }
    let columns: SQL = """
      ordinal, kind, level, key, draft_paragraph_id, paragraph_number, number, finding_id,
      recommendation_id, text
      """
    try connection.execute(
      """
      INSERT INTO record.draft_block (draft_version_id, \(columns))
      SELECT \(version), \(columns) FROM record.draft_block WHERE draft_version_id = \(id)
      """)
    try DraftVersion.insert(citations, of: version, on: connection)
    return number + 1
  }

  /// The numbered paragraph that each block of a version is or goes on from, by the
  /// block's ordinal.
  public static func paragraphNumbers(
    of version: Identifier<DraftVersion>, on connection: Connection
  ) throws -> [Int: Int] {
    let rows = try connection.query(
      """
      SELECT ordinal, max(paragraph_number) OVER (ORDER BY ordinal) FROM record.draft_block
      WHERE draft_version_id = \(version)
      """
    ) { row in (try row.next() as Int, try row.next() as Int?) }
    return Dictionary(
      uniqueKeysWithValues: rows.compactMap { ordinal, number in number.map { (ordinal, $0) } })
  }

  /// So many new identities of paragraphs.
  public static func newParagraphs(
    _ count: Int, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Identifier<DraftParagraph>] {
    try connection.query(
      """
      INSERT INTO record.draft_paragraph (draft_id)
      SELECT id FROM record.draft, generate_series(1, \(count))
      WHERE inquiry_id = \(viewpoint.inquiryID)
      RETURNING id
      """
    ) { row in try row.next() }
  }

  /// The identity of each numbered block of a version, by the block's ordinal.
  public static func paragraphs(
    of version: Identifier<DraftVersion>, on connection: Connection
  ) throws -> [Int: Identifier<DraftParagraph>] {
    let rows = try connection.query(
      """
      SELECT ordinal, draft_paragraph_id FROM record.draft_block
      WHERE draft_version_id = \(version) AND draft_paragraph_id IS NOT NULL
      """
    ) { row in (try row.next() as Int, try row.next() as Identifier<DraftParagraph>) }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  /// Keeps the blocks of a version, with the findings and recommendations
  /// whose words they carry.
  public static func insert(
    _ blocks: [DraftBlockRow], of version: Identifier<DraftVersion>, as viewpoint: Viewpoint,
    on connection: Connection
  ) throws {
    try connection.execute(
      """
      INSERT INTO record.draft_block
        (draft_version_id, ordinal, kind, level, key, draft_paragraph_id, paragraph_number, number,
         finding_id, recommendation_id, text)
      SELECT \(version), ordinal - 1, kind, level, given.key, paragraph, paragraph_number, number,
        finding.id, recommendation.id, text
      FROM unnest(
        \(blocks.map(\.kind)), \(blocks.map(\.level)), \(blocks.map(\.key)),
        \(blocks.map(\.paragraph)), \(blocks.map(\.paragraphNumber)), \(blocks.map(\.number)),
        \(blocks.map(\.text))) WITH ORDINALITY
        AS given (kind, level, key, paragraph, paragraph_number, number, text, ordinal)
      LEFT JOIN record.finding ON given.kind = 'finding'
        AND finding.inquiry_id = \(viewpoint.inquiryID) AND finding.key = given.key
      LEFT JOIN record.recommendation ON given.kind = 'recommendation'
        AND recommendation.inquiry_id = \(viewpoint.inquiryID)
        AND recommendation.key = given.key
      """)
  }

  /// Keeps the citations of a version and what each is pinned to.
  public static func insert(
    _ citations: [CitationRow], of version: Identifier<DraftVersion>, on connection: Connection
  ) throws {
    let ids = try connection.query(
      """
      INSERT INTO record.citation
        (draft_version_id, block_ordinal, bracket, item, locator)
      SELECT \(version), block, bracket, item, locator
      FROM unnest(
        \(citations.map(\.block)), \(citations.map(\.bracket)), \(citations.map(\.item)),
        \(citations.map(\.locator))) WITH ORDINALITY
        AS given (block, bracket, item, locator, place)
      ORDER BY place
      RETURNING id
      """
    ) { row -> Int64 in try row.next() }
    let pins = zip(ids, citations).flatMap { id, citation in
      citation.versions.enumerated().map { (id, $0 + 1, $1) }
    }
    try connection.execute(
      """
      INSERT INTO record.citation_passage (citation_id, ordinal, passage_version_id)
      SELECT * FROM unnest(\(pins.map(\.0)), \(pins.map(\.1)), \(pins.map(\.2)))
      """)
  }

  /// What each citation of a version is pinned to, in the order of the draft.
  public static func citations(
    of version: Identifier<DraftVersion>, on connection: Connection
  ) throws -> [CitationRow] {
    try connection.query(
      """
      SELECT block_ordinal, bracket, item, locator,
        array(
          SELECT passage_version_id FROM record.citation_passage
          WHERE citation_id = citation.id ORDER BY ordinal)
      FROM record.citation
      WHERE draft_version_id = \(version)
      ORDER BY bracket, item
      """
    ) { row in try CitationRow(&row) }
  }
}
