public import Inquiries
public import Postgres

/// A source whose words may leave the house for other programs, with the tags on
/// them.
public struct CodedSource: Sendable {
  public struct Piece: Sendable {
    public let passage: Identifier<Passage>
    public let version: Identifier<PassageVersion>
    /// Where it is and who speaks, as a reader wants it above the words.
    public let heading: String
    public let text: String
  }

  public struct Mark: Sendable {
    public let id: Identifier<AppliedTag>
    public let version: Identifier<PassageVersion>
    public let span: Range<Int>?
    /// IRI of the tag.
    public let tag: String
    public let tagger: Identifier<StaffUser>
    public let at: Instant
  }

  public let reference: String
  public let pieces: [Piece]

  /// Sources by reference, without what is kept from the public and without those
  /// that were declined, withdrawn or taken down.
  ///
  /// - Parameter references: Which; all of them where `nil`.
  public static func all(
    _ references: [String]?, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [CodedSource] {
    let wanted: SQL = references.map { "AND source.reference = ANY (\($0))" } ?? ""
    let rows = try connection.query(
      """
      SELECT source.reference, passage.id, version.id, \(Passage.columns)
      FROM record.passage
      \(Passage.joins)
      LEFT JOIN record.written_submission AS written ON written.source_id = source.id
      JOIN record.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      WHERE source.inquiry_id = \(viewpoint.inquiryID) AND source.kind <> 'log'
        AND source.state NOT IN ('declined', 'withdrawn', 'taken_down')
        AND NOT \(Passage.isKeptBack) \(wanted)
      ORDER BY source.reference COLLATE "C", passage.ordinal
      """
    ) { row in
      let reference: String = try row.next()
      let (id, version): (Identifier<Passage>, Identifier<PassageVersion>) =
        (try row.next(), try row.next())
      let passage = try Passage(&row)
      let heading = [passage.locator, passage.speaker].compactMap(\.self).joined(separator: ", ")
      return (
        reference,
        Piece(passage: id, version: version, heading: heading, text: passage.text)
      )
    }
    var sources: [CodedSource] = []
    var start = rows.startIndex
    while start < rows.endIndex {
      let end = rows[start...].firstIndex { $0.0 != rows[start].0 } ?? rows.endIndex
      sources.append(
        CodedSource(reference: rows[start].0, pieces: rows[start..<end].map(\.1)))
      start = end
    }
    return sources
  }

  /// The tags on present versions, by version; and how many stand on earlier ones.
  public static func marks(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> (marks: [Identifier<PassageVersion>: [Mark]], onEarlier: Int) {
    let rows = try connection.query(
      """
      SELECT version.is_current, applied.id, version.id, span_from, span_to, tag.iri,
        staff_user_id, applied_at
      FROM record.applied_tag AS applied
      JOIN record.tag ON tag.id = applied.tag_id
      JOIN record.passage_version AS version ON version.id = applied.passage_version_id
      WHERE tag.inquiry_id = \(viewpoint.inquiryID) AND removed_at IS NULL
      ORDER BY applied.id
      """
    ) { row in
      let isCurrent: Bool = try row.next()
      let (id, version): (Identifier<AppliedTag>, Identifier<PassageVersion>) =
        (try row.next(), try row.next())
      let (from, to): (Int?, Int?) = (try row.next(), try row.next())
      return (
        isCurrent,
        Mark(
          id: id, version: version, span: from.flatMap { from in to.map { from..<$0 } },
          tag: try row.next(), tagger: try row.next(), at: try row.next())
      )
    }
    let current = rows.filter(\.0).map(\.1)
    return (Dictionary(grouping: current, by: \.version), rows.count - current.count)
  }

  /// Who may put tags on here, by number.
  public static func taggers(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Identifier<StaffUser>] {
    try connection.query(
      """
      SELECT staff_user_id FROM record.staff_role
      WHERE inquiry_id = \(viewpoint.inquiryID) OR inquiry_id IS NULL
      UNION
      SELECT staff_user_id FROM record.applied_tag
      JOIN record.tag ON tag.id = tag_id WHERE inquiry_id = \(viewpoint.inquiryID)
      ORDER BY 1
      """
    ) { try $0.next() }
  }
}
