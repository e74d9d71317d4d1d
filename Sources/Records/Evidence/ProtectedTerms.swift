public import Inquiries
public import Postgres

/// Looks for words that would give a protected person away.
public enum ProtectedTerms {
  public struct Place: Sendable {
    public let reference: String
    public let ordinal: Int
  }

  /// Real names and protected terms of everyone on the register, in small
  /// letters, and their surnames with the pattern of one behind a title. Sees
  /// nothing unless the register is open.
  static let terms: SQL = """
    SELECT lower(word) AS word, NULL AS pattern
    FROM record.identity
    CROSS JOIN LATERAL unnest(identity.protected_terms || identity.name) AS word
    WHERE word <> ''
    UNION ALL
    SELECT surname, \("\\m\(AnonymousWall.title.lowercased())[.]?\\s+")
      || regexp_replace(surname, '[^[:alnum:]]', '\\\\\\&', 'g') || '\\M'
    FROM record.identity
    CROSS JOIN LATERAL (SELECT lower(substring(btrim(name) FROM '\\s(\\S+)$'))) AS last (surname)
    WHERE surname <> ''
    """

  /// A condition: a `term` of these stands in a text that is in small letters.
  static func stands(in text: SQL) -> SQL {
    """
    position(term.word IN \(text)) > 0 AND (term.pattern IS NULL OR \(text) ~ term.pattern)
    """
  }

  /// Passages of these sources that hold a real name or protected term, in
  /// their words as the public would see them or their label, whatever the
  /// case. Opens the register.
  public static func places(
    in sources: [Identifier<Source>], on connection: Connection
  ) throws -> [Place] {
    try Person.openRegister(on: connection)
    return try connection.query(
      """
      SELECT DISTINCT source.id, source.reference, passage.ordinal
      FROM record.passage
      JOIN record.source ON source.id = source_id
      JOIN record.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      LEFT JOIN record.redacted_text AS redacted ON redacted.passage_version_id = version.id
      LEFT JOIN record.person AS speaker ON speaker.id = passage.person_id
      JOIN (\(terms)) AS term
        ON \(stands(in: "lower(coalesce(redacted.text, version.text))"))
        OR speaker.id IS NULL AND \(stands(in: "lower(passage.label)"))
      WHERE source.id = ANY (\(sources))
      ORDER BY source.id, passage.ordinal
      LIMIT 20
      """
    ) { row in
      _ = try row.next() as Int64
      return Place(reference: try row.next(), ordinal: try row.next())
    }
  }

  /// Where terms of the register stand in what an inquiry has published: the
  /// place in words, such as `OS3, Q45+1`.
  public static func published(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [String] {
    try Person.openRegister(on: connection)
    defer { try? Person.closeRegister(on: connection) }
    let inquiry = viewpoint.inquiryID
    return try connection.query(
      """
      SELECT DISTINCT place FROM (
        SELECT source.reference || ', ' || CASE
            WHEN passage.kind = 'paragraph' THEN coalesce('para '
              || coalesce(point_number::text, outline_number), 'a paragraph')
            WHEN passage.kind = 'heading' THEN 'a heading'
            WHEN point_number IS NOT NULL THEN 'point ' || point_number
            ELSE 'Q' || question_number || '+' || coalesce(block_offset, 0) END AS place,
          version.text AS line
        FROM published.passage_version AS version
        JOIN published.passage ON passage.id = passage_id
        JOIN published.source ON source.id = source_id
        WHERE passage.inquiry_id = \(inquiry)
        UNION ALL
        SELECT 'a name in the list of people', person.name FROM published.person
        UNION ALL
        SELECT 'the submitter of ' || source.reference, submitter
        FROM published.written_submission AS written
        JOIN published.source ON source.id = written.source_id
        WHERE written.inquiry_id = \(inquiry)
        UNION ALL
        SELECT 'the call for evidence ' || slug, title || ' ' || text
        FROM published.call_for_evidence WHERE inquiry_id = \(inquiry)
        UNION ALL
        SELECT 'the capacity of a witness', capacity || ' ' || organisation
        FROM published.witness WHERE inquiry_id = \(inquiry)
        UNION ALL
        SELECT 'the report, paragraph ' || coalesce(paragraph_number, 0), markdown
        FROM published.report_block
        JOIN published.report ON report.id = report_id AND inquiry_id = \(inquiry)
      ) AS public
      JOIN (\(terms)) AS term ON \(stands(in: "lower(line)"))
      ORDER BY place
      """
    ) { row in try row.next() }
  }
}
