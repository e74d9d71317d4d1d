public import Inquiries
public import Postgres

extension Recommendation {
  /// Every recommendation of the inquiry, as the newest draft numbers them;
  /// those no draft carries come last.
  ///
  /// - Parameter name: A key or a number in that draft, where only one is wanted.
  public static func all(
    named name: String? = nil, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Recommendation] {
    struct Bare {
      let id: Int64
      let text: String?
      let make: ([Link], [Limb], [Lineage]) -> Recommendation
    }
    let bare = try connection.query(
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
        AND coalesce(\(name) IN (recommendation.key, block.number::text), \(name) IS NULL)
      ORDER BY block.number, recommendation.id
      """
    ) { row -> Bare in
      let id: Int64 = try row.next()
      let key: String = try row.next()
      let number: Int? = try row.next()
      let paragraph: Int? = try row.next()
      let text: String? = try row.next()
      let finding: String? = try row.next()
      let addressees: [String] = try row.next()
      let revision: Int = try row.next()
      return Bare(id: id, text: text) {
        Recommendation(
          key: key, number: number, paragraph: paragraph, text: text, findingKey: finding,
          addressees: addressees, links: $0, limbs: $1, lineage: $2, revision: revision)
      }
    }
    let ids = bare.map(\.id)
    let links = try Link.byEnd("recommendation_id", ids, on: connection)
    let limbs = try Limb.byRecommendation(
      Dictionary(uniqueKeysWithValues: bare.map { ($0.id, $0.text.map(PlainWords.of) ?? "") }),
      on: connection)
    let lineage = try Lineage.byRecommendation(ids, as: viewpoint, on: connection)
    return bare.map { $0.make(links[$0.id] ?? [], limbs[$0.id] ?? [], lineage[$0.id] ?? []) }
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
    guard let id = try next(as: viewpoint, on: connection) else { return false }
    try connection.execute(
      """
      UPDATE record.recommendation
      SET finding_id = (
        SELECT id FROM record.finding
        WHERE inquiry_id = \(viewpoint.inquiryID) AND key = \(findingKey))
      WHERE id = \(id)
      """)
    try Recommendation.address(id, to: addressees, on: connection)
    return true
  }

  /// Counts a change of it, and its id; `nil` when its revision is no longer the
  /// one at which it was read.
  func next(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Identifier<Recommendation>? {
    try connection.first(
      """
      UPDATE record.recommendation SET revision = revision + 1
      WHERE inquiry_id = \(viewpoint.inquiryID) AND key = \(key) AND revision = \(revision)
      RETURNING id
      """
    ) { row in try row.next() }
  }

  /// Replaces whom it asks.
  static func address(
    _ id: Identifier<Recommendation>, to addressees: [String], on connection: Connection
  ) throws {
    try connection.execute("DELETE FROM record.addressee WHERE recommendation_id = \(id)")
    try connection.execute(
      """
      INSERT INTO record.addressee (recommendation_id, ordinal, name)
      SELECT \(id), ordinal, name
      FROM unnest(\(addressees)) WITH ORDINALITY AS given (name, ordinal)
      """)
  }
}
