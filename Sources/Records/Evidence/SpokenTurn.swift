public import Inquiries
public import Postgres

/// A turn, a line of narrative or a point of the record of a session, with what was printed before
/// it and who it is surely of.
public struct SpokenTurn: Sendable {
  public let kind: PassageKind
  /// The number of the question that begins with it.
  public let question: Int?
  /// Number of a point of a note or summary.
  public let point: Int?
  public let panel: Int?
  /// Who speaks, as the name may be printed.
  public let name: String?
  /// As printed; of a protected person only what the public would see.
  public let label: String?
  public let isChair: Bool
  public let text: String
  /// What stands beneath it, in order: footnotes, and mentions of submissions.
  public let footnotes: [String]

  private init(_ row: inout Row) throws {
    kind = try row.word()
    question = try row.next()
    point = try row.next()
    panel = try row.next()
    name = try row.next()
    label = try row.next()
    isChair = try row.next()
    text = try row.next()
    footnotes = try row.next()
  }

  /// Every turn or point of a record as it stands now, in order.
  public static func all(
    of reference: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [SpokenTurn] {
    try connection.query(
      """
      SELECT passage.kind, CASE WHEN block_offset = 0 THEN question_block.number END,
        point_number, panel.ordinal, person.name,
        CASE WHEN NOT coalesce(person.is_protected, false) THEN passage.label
          WHEN passage.is_chair THEN regexp_replace(passage.label, '\\s*\\(.*$', '') END,
        passage.is_chair, version.text,
        ARRAY (
          SELECT \(NewCorrection.wordsBeneath(mentioning: "supplement.reference"))
          FROM record.correction
          LEFT JOIN record.source AS supplement ON supplement.id = supplement_source_id
          WHERE correction.passage_id = passage.id AND correction.removed_on IS NULL
            AND correction.kind IN ('footnote', 'supplementary')
          ORDER BY correction.id)
      FROM record.passage
      \(Passage.joins)
      JOIN record.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      WHERE source.inquiry_id = \(viewpoint.inquiryID) AND source.reference = \(reference)
      ORDER BY passage.ordinal
      """
    ) { row in try SpokenTurn(&row) }
  }

  /// Every published turn or point of a record, in order, as the public has it.
  public static func published(
    of reference: String, of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> [SpokenTurn] {
    try connection.query(
      """
      SELECT passage.kind, CASE WHEN block_offset = 0 THEN question_number END,
        point_number, panel, person.name,
        passage.label, is_chair, version.text,
        ARRAY (
          SELECT \(NewCorrection.wordsBeneath(mentioning: "supplement_reference"))
          FROM published.correction
          WHERE correction.passage_id = passage.id
            AND correction.kind IN ('footnote', 'supplementary')
          ORDER BY correction.id)
      FROM published.source
      JOIN published.passage ON passage.source_id = source.id
      JOIN published.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      LEFT JOIN published.person ON person.id = passage.person_id
      WHERE source.inquiry_id = \(inquiry) AND source.reference = \(reference)
      ORDER BY passage.ordinal
      """
    ) { row in try SpokenTurn(&row) }
  }
}
