public import Inquiries
public import Postgres

extension Finding {
  /// Every finding of the inquiry, as the newest draft numbers them; those no
  /// draft carries come last.
  public static func all(as viewpoint: Viewpoint, on connection: Connection) throws -> [Finding] {
    let links = try Link.byEnd("finding_id", as: viewpoint, on: connection)
    return try connection.query(
      """
      SELECT finding.id, finding.key, block.number, block.paragraph_number, block.text,
        finding.revision
      FROM record.finding
      LEFT JOIN record.draft_block AS block ON block.finding_id = finding.id
        AND block.draft_version_id = \(newestDraft(of: viewpoint))
      WHERE finding.inquiry_id = \(viewpoint.inquiryID)
      ORDER BY block.number, finding.id
      """
    ) { row in
      let id: Int64 = try row.next()
      return Finding(
        key: try row.next(), number: try row.next(), paragraph: try row.next(),
        text: try row.next(), links: links[id] ?? [], revision: try row.next())
    }
  }

  /// Makes findings for keys that have none yet.
  ///
  /// - Returns: The keys that were new.
  public static func add(
    keys: [String], as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [String] {
    try connection.query(
      """
      INSERT INTO record.finding (inquiry_id, key)
      SELECT \(viewpoint.inquiryID), unnest(\(keys))
      ON CONFLICT (inquiry_id, key) DO NOTHING
      RETURNING key
      """
    ) { row in try row.next() }
  }
}

extension Recommendation {
  /// Every recommendation of the inquiry, as the newest draft numbers them;
  /// those no draft carries come last.
  public static func all(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Recommendation] {
    let links = try Link.byEnd("recommendation_id", as: viewpoint, on: connection)
    return try connection.query(
      """
      SELECT recommendation.id, recommendation.key, block.number, block.paragraph_number,
        block.text, finding.key,
        array(
          SELECT name FROM record.addressee
          WHERE recommendation_id = recommendation.id ORDER BY ordinal),
        recommendation.revision
      FROM record.recommendation
      LEFT JOIN record.finding ON finding.id = recommendation.finding_id
      LEFT JOIN record.draft_block AS block ON block.recommendation_id = recommendation.id
        AND block.draft_version_id = \(newestDraft(of: viewpoint))
      WHERE recommendation.inquiry_id = \(viewpoint.inquiryID)
      ORDER BY block.number, recommendation.id
      """
    ) { row in
      let id: Int64 = try row.next()
      return Recommendation(
        key: try row.next(), number: try row.next(), paragraph: try row.next(),
        text: try row.next(), findingKey: try row.next(), addressees: try row.next(),
        links: links[id] ?? [], revision: try row.next())
    }
  }

  /// Makes recommendations for keys that have none yet.
  ///
  /// - Returns: The keys that were new.
  public static func add(
    keys: [String], as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [String] {
    try connection.query(
      """
      INSERT INTO record.recommendation (inquiry_id, key)
      SELECT \(viewpoint.inquiryID), unnest(\(keys))
      ON CONFLICT (inquiry_id, key) DO NOTHING
      RETURNING key
      """
    ) { row in try row.next() }
  }

  /// Says whom it addresses and under which finding it stands.
  ///
  /// - Returns: `false` when its revision is no longer the one given.
  public func update(
    addressees: [String], findingKey: String?, as viewpoint: Viewpoint,
    on connection: Connection
  ) throws -> Bool {
    let id = try connection.first(
      """
      UPDATE record.recommendation
      SET revision = revision + 1,
        finding_id = (
          SELECT id FROM record.finding
          WHERE inquiry_id = \(viewpoint.inquiryID) AND key = \(findingKey))
      WHERE inquiry_id = \(viewpoint.inquiryID) AND key = \(key) AND revision = \(revision)
      RETURNING id
      """
    ) { row -> Identifier<Recommendation> in try row.next() }
    guard let id else { return false }
    try connection.execute("DELETE FROM record.addressee WHERE recommendation_id = \(id)")
    try connection.execute(
      """
      INSERT INTO record.addressee (recommendation_id, ordinal, name)
      SELECT \(id), ordinal, name
      FROM unnest(\(addressees)) WITH ORDINALITY AS given (name, ordinal)
      """)
    return true
  }
}

/// The id of the newest draft version of the inquiry.
func newestDraft(of viewpoint: Viewpoint) -> SQL {
  """
  (SELECT draft_version.id FROM record.draft
   JOIN record.draft_version ON draft_id = draft.id
   WHERE inquiry_id = \(viewpoint.inquiryID) ORDER BY number DESC LIMIT 1)
  """
}
