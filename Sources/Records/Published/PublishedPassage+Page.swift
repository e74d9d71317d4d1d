public import Inquiries
public import Postgres

extension PublishedPassage {
  /// A page of all published passages of an inquiry, after the place where the
  /// page before ended: what was said, in the order of its sessions, and then
  /// what was written.
  ///
  /// Read in the order of the indexes, so that it takes the same from an inquiry
  /// of any size.
  ///
  /// - Parameter isAlone: Takes one statement and no transaction. What cites or
  ///   corrects a passage, and what was written where sessions end, is another
  ///   statement, so that it may not be the whole.
  /// - Returns: `nil` when there is no such inquiry.
  public static func page(
    of slug: String, after place: (session: Int, reference: String, ordinal: Int),
    limit: Int, isAlone: Bool, on connection: Connection
  ) throws -> (version: Int64, isWhole: Bool, passages: [PublishedPassage])? {
    let isSpoken = place.session < PublishedPassage.afterSessions
    guard
      var page = try stretch(
        of: slug, (isSpoken ? spoken : written)(place, limit, isAlone), on: connection)
    else { return nil }
    let isShort = isSpoken && page.passages.count < limit
    guard !isAlone else {
      let isWhole = !page.isReported && page.corrected.isEmpty && !isShort
      return (page.version, isWhole, page.passages)
    }
    if isShort {
      let start = (session: PublishedPassage.afterSessions, reference: "", ordinal: -1)
      let rest = try stretch(
        of: slug, written(start, limit - page.passages.count, false), on: connection)
      page.passages += rest?.passages ?? []
      page.ids += rest?.ids ?? []
      page.corrected += rest?.corrected ?? []
    }
    let told = try annotated(
      page.passages, page.ids, page.corrected, isReported: page.isReported, on: connection)
    return (page.version, true, told)
  }

  /// Where what belongs to no session stands in the order of the record.
  public static let afterSessions = Int(Int32.max)

  private struct Stretch {
    let version: Int64
    let isReported: Bool
    var passages: [PublishedPassage]
    var ids: [Identifier<Passage>]
    var corrected: [Identifier<Passage>]
  }

  private static func stretch(
    of slug: String, _ listing: SQL, on connection: Connection
  ) throws -> Stretch? {
    var version: Int64?
    var isReported = false
    var ids: [Identifier<Passage>] = []
    var corrected: [Identifier<Passage>] = []
    var bare: [PublishedPassage] = []
    _ = try connection.query(
      """
      SELECT version.number, inquiry.reported_on IS NOT NULL, told.*
      FROM published.inquiry CROSS JOIN published.version
      LEFT JOIN LATERAL (\(listing)) AS told ON true
      WHERE inquiry.slug = \(slug)
      ORDER BY told.source_place, told.reference COLLATE "C", told.ordinal
      """
    ) { row in
      version = try row.next()
      isReported = try row.next()
      row.skip(1)
      guard let id: Identifier<Passage> = try row.next() else { return }
      ids.append(id)
      let read = try read(&row)
      if let id = read.corrected { corrected.append(id) }
      bare.append(read.passage)
    }
    return version.map {
      Stretch(
        version: $0, isReported: isReported, passages: bare, ids: ids, corrected: corrected)
    }
  }

  private typealias Place = (session: Int, reference: String, ordinal: Int)

  private static func spoken(_ place: Place, _ limit: Int, _ isAlone: Bool) -> SQL {
    listing(
      """
      published.session JOIN published.source ON source.session_id = session.id
      CROSS JOIN LATERAL (SELECT NULL::text AS submitter) AS written
      """, "session.number",
      """
      session.inquiry_id = inquiry.id AND session.number >= \(place.session)
        AND (session.number, source.reference COLLATE "C") >= (\(place.session), \(place.reference))
      """, after: place, limit, isAlone)
  }

  private static func written(_ place: Place, _ limit: Int, _ isAlone: Bool) -> SQL {
    listing(
      """
      published.source
      LEFT JOIN published.written_submission AS written ON written.source_id = source.id
      CROSS JOIN LATERAL (SELECT NULL::integer AS number) AS session
      """, "\(unsafe: String(afterSessions))",
      """
      source.inquiry_id = inquiry.id AND source.session_id IS NULL
        AND source.reference COLLATE "C" >= \(place.reference)
      """, after: place, limit, isAlone)
  }

  /// The limit is spelled out because a plan made for any limit expects thousands
  /// of rows. It is kept before the words are read: what is sorted is several
  /// sessions long, and all but a page of it is dropped.
  ///
  /// - Parameter isAlone: Then nothing is told of an inquiry that has reported,
  ///   because it will be asked again.
  private static func listing(
    _ sources: SQL, _ number: SQL, _ condition: SQL, after place: Place, _ limit: Int,
    _ isAlone: Bool
  ) -> SQL {
    let limit: SQL = "\(unsafe: String(limit))"
    return """
      SELECT passage.source_place, passage.id, \(columns)
      FROM (
        SELECT \(number) AS source_place, session.number AS session_number,
          source.kind AS source_kind, source.reference, source.title, written.submitter, passage.*
        FROM \(sources)
        CROSS JOIN LATERAL (
          SELECT passage.* FROM published.passage
          WHERE passage.source_id = source.id AND passage.ordinal >
            CASE WHEN \(number) = \(place.session) AND source.reference = \(place.reference)
              THEN \(place.ordinal) ELSE -1 END
          ORDER BY passage.ordinal LIMIT \(limit)) AS passage
        WHERE \(condition) AND (inquiry.reported_on IS NULL OR NOT \(isAlone))
        ORDER BY source_place, source.reference COLLATE "C", passage.ordinal
        LIMIT \(limit)) AS passage
      CROSS JOIN LATERAL (
        SELECT passage.source_kind AS kind, passage.reference, passage.title) AS source
      CROSS JOIN LATERAL (SELECT passage.session_number AS number) AS session
      CROSS JOIN LATERAL (SELECT passage.submitter) AS written
      JOIN published.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      LEFT JOIN published.person ON person.id = passage.person_id
      """
  }
}
