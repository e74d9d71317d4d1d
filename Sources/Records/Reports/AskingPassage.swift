public import Inquiries
public import Postgres

/// Which passages with asks are wanted.
public struct AskFilter: Sendable {
  /// The passages alone that are meant; all where it is `nil`.
  public let passages: [Identifier<Passage>]?
  /// Slug of the group of witnesses.
  public let group: String?
  /// Whether only those are meant that no recommendation is linked to.
  public let isUnanswered: Bool

  public init(
    passages: [Identifier<Passage>]? = nil, group: String? = nil, isUnanswered: Bool = false
  ) {
    self.passages = passages
    self.group = group
    self.isUnanswered = isUnanswered
  }

  fileprivate var condition: SQL {
    var parts: [SQL] = ["true"]
    if let passages { parts.append("passage.id = ANY (\(passages))") }
    if let group { parts.append("\(SearchedEvidence.group) = \(group)") }
    if isUnanswered {
      parts.append(
        """
        NOT EXISTS (
          SELECT FROM record.link WHERE link.passage_id = passage.id
            AND link.recommendation_id IS NOT NULL AND link.status IN ('affirmed', 'suspect'))
        """)
    }
    return parts.joined(separator: " AND ")
  }
}

/// A passage that may ask for something, with what people linked to it.
public struct AskingPassage: Sendable {
  public let passage: Identifier<Passage>
  public let locator: String
  public let reference: String
  public let state: SourceState
  /// Name of the group of witnesses.
  public let group: String?
  public let text: String
  /// Keys of recommendations and findings with an affirmed link to it.
  public let recommendations: [String]
  public let findings: [String]

  /// Passages of evidence that a pattern of words meets, by their numbers; what is
  /// confidential, and what members say, is left out.
  ///
  /// Each is read where it stands: a page ends as soon as it is full, and nothing of a
  /// large inquiry is kept.
  public static func page(
    _ filter: AskFilter, meeting pattern: String, after: Int = 0, limit: Int? = nil,
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [AskingPassage] {
    try connection.query(
      """
      SELECT passage.id, \(QuotableWords.locator), source.reference, source.state,
        (SELECT name FROM record.witness_group
          WHERE inquiry_id = \(viewpoint.inquiryID) AND slug = \(SearchedEvidence.group)),
        version.text, \(keys("recommendation")), \(keys("finding"))
      \(SearchedEvidence.tables(viewpoint, with: block))
        AND \(filter.condition) AND \(SearchedEvidence.isEvidence)
        AND NOT \(SearchedEvidence.isConfidential)
        AND version.text ~* \(pattern) AND passage.id > \(Int64(after))
      ORDER BY passage.id
      LIMIT \(limit.map(Int64.init))
      """
    ) { row in
      AskingPassage(
        passage: try row.next(), locator: try row.next(), reference: try row.next(),
        state: try row.word(), group: try row.next(), text: try row.next(),
        recommendations: try row.next(), findings: try row.next())
    }
  }

  private static let block: SQL =
    "LEFT JOIN record.question_block AS block ON block.id = passage.question_block_id"

  private static func keys(_ table: SQL) -> SQL {
    """
    array(
      SELECT DISTINCT \(table).key FROM record.link
      JOIN record.\(table) ON \(table).id = link.\(table)_id
      WHERE link.passage_id = passage.id AND link.status IN ('affirmed', 'suspect')
      ORDER BY 1)
    """
  }
}
