public import Inquiries
public import Postgres

extension Document {
  private static let columns: SQL = """
    source.reference, source.state, source.title, document.kind, document.author, document.year,
    document.dated_on, document.address, document.full_reference, source.language, source.original_id IS NULL,
    (SELECT count(*) FROM record.passage
      WHERE source_id = source.id AND coalesce(point_number::text, outline_number) IS NOT NULL),
    (SELECT max(page_number) FROM record.passage WHERE source_id = source.id),
    source.received_on, source.published_on, document.revision
    """

  init(_ row: inout Row) throws {
    let reference: String = try row.next()
    let state: SourceState = try row.word()
    let title: String = try row.next()
    let kind: Kind = try row.word()
    let author: String = try row.next()
    let year: Int? = try row.next()
    let datedOn: Day? = try row.next()
    let address: String? = try row.next()
    self.init(
      reference: reference, state: state,
      facts: Facts(
        title: title, kind: kind, author: author, year: year, datedOn: datedOn, address: address,
        fullReference: try row.next(), language: try row.next()),
      isExternal: try row.next(), paragraphCount: try row.next(), pageCount: try row.next(),
      receivedOn: try row.next(), publishedOn: try row.next(), revision: try row.next())
  }

  /// The documents of the inquiry, by number.
  public static func all(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Document] {
    try connection.query(
      """
      SELECT \(columns)
      FROM record.document JOIN record.source ON source.id = document.source_id
      WHERE document.inquiry_id = \(viewpoint.inquiryID)
      ORDER BY document.number
      """
    ) { row in try Document(&row) }
  }

  /// One document by its reference.
  public static func find(
    _ reference: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Document? {
    try connection.first(
      """
      SELECT \(columns)
      FROM record.document JOIN record.source ON source.id = document.source_id
      WHERE document.inquiry_id = \(viewpoint.inquiryID) AND source.reference = \(reference)
      """
    ) { row in try Document(&row) }
  }
}

/// A document as a receipt has read it, or one that is only referred to.
public struct NewDocument: Sendable {
  public let facts: Document.Facts
  public let receivedOn: Day
  public let passages: [NewPassage]
  public let unplaced: [UnplacedLine]

  public init(
    facts: Document.Facts, receivedOn: Day, passages: [NewPassage] = [],
    unplaced: [UnplacedLine] = []
  ) {
    self.facts = facts
    self.receivedOn = receivedOn
    self.passages = passages
    self.unplaced = unplaced
  }

  /// Puts it into the record under the next number, set by set; the caller holds
  /// the inquiry's lock.
  ///
  /// - Parameter original: The file, `nil` for a stub.
  /// - Returns: Its reference.
  public func insert(
    original: Identifier<Original>?, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> String {
    let number = try Source.nextNumber(
      of: .document, in: "record.document", as: viewpoint, on: connection)
    let reference = "D\(number)"
    let source = try connection.one(
      """
      INSERT INTO record.source
        (inquiry_id, kind, reference, stage, language, original_id, received_on, title)
      VALUES
        (\(viewpoint.inquiryID), 'document', \(reference), 'corrected', \(facts.language), \(original),
         \(receivedOn), \(facts.title))
      RETURNING id
      """
    ) { row -> Identifier<Source> in try row.next() }
    try connection.execute(
      """
      INSERT INTO record.document
        (source_id, inquiry_id, number, kind, author, year, dated_on, address, full_reference)
      VALUES
        (\(source), \(viewpoint.inquiryID), \(number), \(facts.kind.rawValue), \(facts.author),
         \(facts.year), \(facts.datedOn), \(facts.address), \(facts.fullReference))
      """)
    try connection.execute(
      """
      INSERT INTO record.passage
        (source_id, ordinal, kind, point_number, outline_number, page_number, is_chair)
      SELECT \(source), ordinal, kind, point, outline, page, false
      FROM unnest(
        \(passages.map(\.kind.rawValue)), \(passages.map(\.point)),
        \(passages.map(\.outline?.description)), \(passages.map(\.page)))
        WITH ORDINALITY AS given (kind, point, outline, page, ordinal)
      """)
    try connection.execute(
      """
      INSERT INTO record.passage_version
        (passage_id, number, stage, language, text, exact_digest, wording_digest)
      SELECT passage.id, 1, 'corrected', \(facts.language), text, exact_digest, wording_digest
      FROM unnest(
        \(passages.map(\.text)), \(passages.map(\.exactDigest)),
        \(passages.map(\.wordingDigest))) WITH ORDINALITY
        AS given (text, exact_digest, wording_digest, ordinal)
      JOIN record.passage ON passage.source_id = \(source) AND passage.ordinal = given.ordinal
      """)
    try connection.execute(
      """
      INSERT INTO record.unplaced_line (source_id, ordinal, line, text, reason)
      SELECT \(source), ordinal, line, text, reason
      FROM unnest(\(unplaced.map(\.line)), \(unplaced.map(\.text)), \(unplaced.map(\.reason)))
        WITH ORDINALITY AS given (line, text, reason, ordinal)
      """)
    return reference
  }
}
