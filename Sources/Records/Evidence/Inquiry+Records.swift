public import Inquiries
public import Postgres

extension Inquiry {
  private static let columns: SQL = """
    body.slug, body.name, body.kind, inquiry.slug, inquiry.title, inquiry.reference_prefix,
    inquiry.summary,
    coalesce((
      SELECT text FROM record.terms_of_reference AS terms
      WHERE terms.inquiry_id = inquiry.id ORDER BY version DESC LIMIT 1), ''),
    predecessor.slug, inquiry.is_launched, inquiry.launched_on, inquiry.reported_on,
    inquiry.is_illustrative, inquiry.banner, inquiry.time_zone, inquiry.lapsed_on, inquiry.revision
    """

  private static let tables: SQL = """
    record.inquiry
    JOIN record.body ON body.id = inquiry.body_id
    LEFT JOIN record.inquiry AS predecessor ON predecessor.id = inquiry.predecessor_id
    """

  private init(_ row: inout Row) throws {
    let body = Body(slug: try row.next(), name: try row.next(), kind: try row.word())
    self.init(
      body: body, slug: try row.next(), title: try row.next(), referencePrefix: try row.next(),
      summary: try row.next(), termsOfReference: try row.next(),
      predecessorSlug: try row.next(), isLaunched: try row.next(), launchedOn: try row.next(),
      reportedOn: try row.next(), isIllustrative: try row.next(), banner: try row.next(),
      timeZone: try row.next(), lapsedOn: try row.next(), revision: try row.next())
  }

  /// Every inquiry that `actor` has a role in, by slug.
  public static func all(for actor: Actor, on connection: Connection) throws -> [Inquiry] {
    let anywhere = actor.roles.contains { $0.inquiry == nil }
    let some = actor.roles.compactMap(\.inquiry)
    return try connection.query(
      """
      SELECT \(columns) FROM \(tables)
      WHERE \(anywhere) OR inquiry.id = ANY (\(some))
      ORDER BY inquiry.slug COLLATE "C"
      """
    ) { row in try Inquiry(&row) }
  }

  /// The inquiry with that slug, and its id.
  @_spi(Conduct)
  public static func find(
    slug: String, on connection: Connection
  ) throws -> (id: Identifier<Inquiry>, inquiry: Inquiry)? {
    try connection.first(
      "SELECT inquiry.id, \(columns) FROM \(tables) WHERE inquiry.slug = \(slug)"
    ) { row in (try row.next(), try Inquiry(&row)) }
  }

  /// Puts the inquiry into the record, and its body where that is new.
  ///
  /// - Returns: `nil` when the slug is taken.
  @_spi(Conduct)
  public func insert(
    predecessor: Identifier<Inquiry>?, on connection: Connection
  ) throws -> Identifier<Inquiry>? {
    let bodyID = try connection.one(
      """
      INSERT INTO record.body (slug, name, kind)
      VALUES (\(body.slug), \(body.name), \(body.kind.rawValue))
      ON CONFLICT (slug) DO UPDATE SET slug = EXCLUDED.slug
      RETURNING id
      """
    ) { row -> Identifier<Body> in try row.next() }
    let id = try connection.first(
      """
      INSERT INTO record.inquiry
        (body_id, slug, title, reference_prefix, summary, predecessor_id, launched_on,
         reported_on, is_illustrative, banner, time_zone)
      VALUES
        (\(bodyID), \(slug), \(title), \(referencePrefix), \(summary), \(predecessor),
         \(launchedOn), \(reportedOn), \(isIllustrative), \(banner), \(timeZone))
      ON CONFLICT (slug) DO NOTHING
      RETURNING id
      """
    ) { row -> Identifier<Inquiry> in try row.next() }
    guard let id else { return nil }
    if !termsOfReference.isEmpty {
      try connection.execute(
        """
        INSERT INTO record.terms_of_reference (inquiry_id, version, text, agreed_on)
        VALUES (\(id), 1, \(termsOfReference), \(launchedOn))
        """)
    }
    return id
  }

  /// Inquiries that follow this one.
  public static func successors(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Identifier<Inquiry>] {
    try connection.query(
      "SELECT id FROM record.inquiry WHERE predecessor_id = \(viewpoint.inquiryID) ORDER BY id"
    ) { row in try row.next() }
  }

  /// The body with that slug, as it stands in the record.
  @_spi(Conduct)
  public static func body(slug: String, on connection: Connection) throws -> Body? {
    try connection.first("SELECT slug, name, kind FROM record.body WHERE slug = \(slug)") { row in
      Body(slug: try row.next(), name: try row.next(), kind: try row.word())
    }
  }

  /// The inquiries that carry evidence on from these or to them, however far, and these: for
  /// a `WITH RECURSIVE`, as `family (id)`.
  static func family(of inquiries: SQL) -> SQL {
    """
    family (id) AS (
      \(inquiries)
      UNION
      SELECT CASE WHEN inquiry.id = family.id THEN inquiry.predecessor_id ELSE inquiry.id END
      FROM family
      JOIN record.inquiry ON inquiry.id = family.id OR inquiry.predecessor_id = family.id
      WHERE inquiry.predecessor_id IS NOT NULL)
    """
  }

  /// Makes the inquiry itself public from `day` on.
  public static func launch(on day: Day, as viewpoint: Viewpoint, on connection: Connection) throws
  {
    try connection.execute(
      """
      UPDATE record.inquiry
      SET is_launched = true, launched_on = coalesce(launched_on, \(day)), revision = revision + 1
      WHERE id = \(viewpoint.inquiryID)
      """)
  }

  /// Holds off every other act in this inquiry until the transaction ends, so
  /// that two clerks do not draw the same number.
  public static func lock(as viewpoint: Viewpoint, on connection: Connection) throws {
    try connection.execute(
      "SELECT id FROM record.inquiry WHERE id = \(viewpoint.inquiryID) FOR NO KEY UPDATE")
  }
}
