public import Inquiries
public import Postgres

extension Document {
  /// The published documents of an inquiry, by number.
  public static func published(
    of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> [Document] {
    try published("document.inquiry_id = \(inquiry)", on: connection)
  }

  /// One published document.
  public static func published(
    _ reference: String, of inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> Document? {
    try published(
      "document.inquiry_id = \(inquiry) AND source.reference = \(reference)", on: connection
    ).first
  }

  private static func published(
    _ condition: SQL, on connection: Connection
  ) throws -> [Document] {
    try connection.query(
      """
      SELECT source.reference, 'published', source.title, document.kind, document.author,
        document.year, document.dated_on, document.address, document.full_reference,
        source.language, document.is_external,
        (SELECT count(*) FROM published.passage
          WHERE source_id = source.id AND coalesce(point_number::text, outline_number) IS NOT NULL),
        (SELECT max(page_number) FROM published.passage WHERE source_id = source.id),
        NULL::date, source.published_on, 0
      FROM published.document JOIN published.source ON source.id = document.source_id
      WHERE \(condition)
      ORDER BY document.number
      """
    ) { row in try Document(&row) }
  }
}
