public import Inquiries
public import Postgres

extension PublishedPassage {
  /// Where a page of passages ended, and the next begins.
  public typealias Place = (session: Int, reference: String, ordinal: Int)

  /// Where what belongs to no session stands in the order of the record.
  public static let afterSessions = Int(Int32.max)

  /// A page of all published passages of an inquiry, after the place where the
  /// page before ended: what was said, in the order of its sessions, and then
  /// what was written.
  ///
  /// Read in the order of the indexes, so that it takes the same from an inquiry
  /// of any size.
  public static func page(
    of inquiry: PublishedInquiry, after place: Place, limit: Int, on connection: Connection
  ) throws -> [PublishedPassage] {
    var page = try stretch(of: inquiry.slug, after: place, limit, on: connection)
    if place.session < afterSessions, page.passages.count < limit {
      let rest = try stretch(
        of: inquiry.slug, after: (afterSessions, "", -1), limit - page.passages.count,
        on: connection)
      page.passages += rest.passages
      page.ids += rest.ids
      page.corrected += rest.corrected
    }
    return try annotated(
      page.passages, page.ids, page.corrected, isReported: inquiry.reportedOn != nil,
      on: connection)
  }

  /// The same in one statement and no transaction, with the version of what is published.
  ///
  /// - Returns: `nil` where it takes more: what cites or corrects a passage and what was
  ///   written where sessions end is another statement. An inquiry that is not there, or
  ///   of which nothing is left, is told by none.
  public static func pageAlone(
    of slug: String, after place: Place, limit: Int, on connection: Connection
  ) throws -> (version: Int64, passages: [PublishedPassage])? {
    let page = try stretch(of: slug, after: place, limit, unlessReported: true, on: connection)
    guard let version = page.version, page.corrected.isEmpty,
      place.session == afterSessions || page.passages.count == limit
    else { return nil }
    return (version, page.passages)
  }

  private struct Stretch {
    /// `nil` where there is no passage.
    var version: Int64?
    var passages: [PublishedPassage] = []
    var ids: [Identifier<Passage>] = []
    var corrected: [Identifier<Passage>] = []
  }

  private static func stretch(
    of slug: String, after place: Place, _ limit: Int, unlessReported: Bool = false,
    on connection: Connection
  ) throws -> Stretch {
    var stretch = Stretch()
    let sources = place.session < afterSessions ? spoken : written
    _ = try connection.query(
      listing(sources(slug, place), after: place, limit, unlessReported ? slug : nil)
    ) { row in
      stretch.version = try row.next()
      stretch.ids.append(try row.next())
      let read = try read(&row)
      if let id = read.corrected { stretch.corrected.append(id) }
      stretch.passages.append(read.passage)
    }
    return stretch
  }

  /// Where passages are read from: the tables, the place of a source in the record, and
  /// what holds for it.
  private typealias Sources = (tables: SQL, place: SQL, condition: SQL)

  private static func spoken(_ slug: String, _ place: Place) -> Sources {
    (
      """
      published.session JOIN published.source ON source.session_id = session.id
      CROSS JOIN LATERAL (SELECT NULL::text AS submitter) AS written
      """, "session.number",
      """
      session.inquiry_id = \(id(of: slug)) AND session.number >= \(place.session)
        AND (session.number, source.reference COLLATE "C") >= (\(place.session), \(place.reference))
      """
    )
  }

  private static func written(_ slug: String, _ place: Place) -> Sources {
    (
      """
      published.source
      LEFT JOIN published.written_submission AS written ON written.source_id = source.id
      CROSS JOIN LATERAL (SELECT NULL::integer AS number) AS session
      """, "\(unsafe: String(afterSessions))",
      """
      source.inquiry_id = \(id(of: slug)) AND source.session_id IS NULL
        AND source.reference COLLATE "C" >= \(place.reference)
      """
    )
  }

  private static func id(of slug: String) -> SQL {
    "(SELECT id FROM published.inquiry WHERE slug = \(slug))"
  }

  /// The limit is spelled out because a plan made for any limit expects thousands
  /// of rows. It is kept before the words are read: what is sorted is several
  /// sessions long, and all but a page of it is dropped. What is asked of the inquiry
  /// is asked once, beside the page: joined to it, it would have the words sorted again.
  ///
  /// - Parameter unreported: The slug of the inquiry of which nothing is told once it has
  ///   reported.
  private static func listing(
    _ sources: Sources, after place: Place, _ limit: Int, _ unreported: String?
  ) -> SQL {
    let limit: SQL = "\(unsafe: String(limit))"
    let standing: SQL =
      unreported.map {
        "(SELECT reported_on IS NULL FROM published.inquiry WHERE slug = \($0))"
      } ?? "true"
    return """
      SELECT (SELECT number FROM published.version), passage.id, \(columns)
      FROM (
        SELECT \(sources.place) AS source_place, session.number AS session_number,
          source.kind AS source_kind, source.reference, source.title, written.submitter, passage.*
        FROM \(sources.tables)
        CROSS JOIN LATERAL (
          SELECT passage.* FROM published.passage
          WHERE passage.source_id = source.id AND passage.ordinal >
            CASE WHEN \(sources.place) = \(place.session) AND source.reference = \(place.reference)
              THEN \(place.ordinal) ELSE -1 END
          ORDER BY passage.ordinal LIMIT \(limit)) AS passage
        WHERE \(sources.condition) AND \(standing)
        ORDER BY source_place, source.reference COLLATE "C", passage.ordinal
        LIMIT \(limit)) AS passage
      CROSS JOIN LATERAL (
        SELECT passage.source_kind AS kind, passage.reference, passage.title) AS source
      CROSS JOIN LATERAL (SELECT passage.session_number AS number) AS session
      CROSS JOIN LATERAL (SELECT passage.submitter) AS written
      JOIN published.passage_version AS version
        ON version.passage_id = passage.id AND version.is_current
      LEFT JOIN published.person ON person.id = passage.person_id
      ORDER BY passage.source_place, passage.reference COLLATE "C", passage.ordinal
      """
  }
}
