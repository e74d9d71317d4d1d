public import Inquiries
public import Postgres

/// What a person bound a claim to.
public struct ClaimBinding: Sendable {
  public let key: String
  public let sentence: String
  /// `nil` after it was released.
  public let version: Identifier<PassageVersion>?
  /// Whether the passage still has the words that were read.
  public let isCurrent: Bool
  public let passage: Identifier<Passage>?
  public let figure: String?
  public let base: Int?
  public let boundBy: String?
  public let revision: Int

  /// Every binding of the inquiry by the key of its claim.
  public static func all(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [String: ClaimBinding] {
    let rows = try connection.query(
      """
      SELECT claim.key, claim.sentence, claim.passage_version_id,
        coalesce(version.is_current, false), version.passage_id, claim.stated_figure,
        claim.stated_base, staff_user.name, claim.revision
      FROM record.claim
      LEFT JOIN record.passage_version AS version ON version.id = claim.passage_version_id
      LEFT JOIN record.staff_user ON staff_user.id = claim.bound_by
      WHERE claim.inquiry_id = \(viewpoint.inquiryID)
      """
    ) { row in
      ClaimBinding(
        key: try row.next(), sentence: try row.next(), version: try row.next(),
        isCurrent: try row.next(), passage: try row.next(), figure: try row.next(),
        base: try row.next(), boundBy: try row.next(), revision: try row.next())
    }
    return Dictionary(uniqueKeysWithValues: rows.map { ($0.key, $0) })
  }
}

/// A claim as a person binds it.
public struct NewClaimBinding: Sendable {
  public let claim: Claim
  public let paragraph: Identifier<DraftParagraph>?
  public let version: Identifier<PassageVersion>
  public let figure: String?
  public let base: Int?

  public init(
    claim: Claim, paragraph: Identifier<DraftParagraph>?, version: Identifier<PassageVersion>,
    figure: String?, base: Int?
  ) {
    self.claim = claim
    self.paragraph = paragraph
    self.version = version
    self.figure = figure
    self.base = base
  }

  /// Keeps it in place of what there was.
  public func keep(at now: Instant, as viewpoint: Viewpoint, on connection: Connection) throws {
    try connection.execute(
      """
      INSERT INTO record.claim
        (inquiry_id, key, draft_paragraph_id, words, sentence, passage_version_id, stated_figure,
         stated_base, bound_by, bound_at)
      VALUES
        (\(viewpoint.inquiryID), \(claim.key), \(paragraph), \(claim.words), \(claim.sentence),
         \(version), \(figure), \(base), \(viewpoint.actor.id), \(now))
      ON CONFLICT (inquiry_id, key) DO UPDATE
      SET sentence = EXCLUDED.sentence, passage_version_id = EXCLUDED.passage_version_id,
        stated_figure = EXCLUDED.stated_figure, stated_base = EXCLUDED.stated_base,
        bound_by = EXCLUDED.bound_by, bound_at = EXCLUDED.bound_at,
        revision = claim.revision + 1
      """)
  }
}

extension Claim {
  /// Takes a binding back; the row stays, so that its revision goes on.
  public func release(
    at now: Instant, as viewpoint: Viewpoint, on connection: Connection
  ) throws {
    try connection.execute(
      """
      UPDATE record.claim
      SET passage_version_id = NULL, stated_figure = NULL, stated_base = NULL,
        bound_by = \(viewpoint.actor.id), bound_at = \(now), revision = revision + 1
      WHERE inquiry_id = \(viewpoint.inquiryID) AND key = \(key)
      """)
  }
}
