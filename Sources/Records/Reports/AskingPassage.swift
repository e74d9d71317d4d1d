public import Inquiries
public import Postgres

/// Which passages with asks are wanted.
public struct AskFilter: Sendable {
  /// The passages alone that are meant; all where it is `nil`.
  public let passages: [Identifier<Passage>]?
  /// Slug of the group of witnesses.
  public let group: String?
  /// Whether only those are meant that no recommendation which the newest draft carries is
  /// linked to.
  public let isUnanswered: Bool

  public init(
    passages: [Identifier<Passage>]? = nil, group: String? = nil, isUnanswered: Bool = false
  ) {
    self.passages = passages
    self.group = group
    self.isUnanswered = isUnanswered
  }

  fileprivate func condition(as viewpoint: Viewpoint) -> SQL {
    var parts: [SQL] = ["true"]
    if let passages { parts.append("passage.id = ANY (\(passages))") }
    if let group { parts.append("\(SearchedEvidence.group) = \(group)") }
    if isUnanswered {
      parts.append(
        """
        NOT EXISTS (
          SELECT FROM record.link WHERE link.passage_id = passage.id
            AND link.recommendation_id IS NOT NULL AND \(AskingPassage.isAnswer(viewpoint)))
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
  /// Keys of recommendations and findings of the newest draft with an affirmed link to it.
  public let recommendations: [String]
  public let findings: [String]

  /// Passages of evidence that may ask for something; what is confidential, and what
  /// members say, is left out.
  ///
  /// - Parameter mayAsk: Whether words may ask for something.
  public static func all(
    _ filter: AskFilter, as viewpoint: Viewpoint, on connection: Connection,
    where mayAsk: (String) -> Bool
  ) throws -> [AskingPassage] {
    try read(filter.condition(as: viewpoint), as: viewpoint, on: connection)
      .filter { mayAsk($0.text) }
  }

  /// A page of them, record by record in the order of their receipt, and each in the order
  /// of its words.
  ///
  /// Reads the words from where it begins to where it is full, whatever the size of the
  /// inquiry; what little a filter leaves costs the words of the inquiry once.
  ///
  /// - Parameter after: The passage it begins after, by its number; 0 for the first.
  public static func page(
    _ filter: AskFilter, after: Int, limit: Int, as viewpoint: Viewpoint,
    on connection: Connection, where mayAsk: (String) -> Bool
  ) throws -> [AskingPassage] {
    var next = Identifier<Passage>(Int64(after))
    var found: [AskingPassage] = []
    var isEnd = false
    while found.count < limit, !isEnd {
      var candidates: [Identifier<Passage>] = []
      while candidates.count < limit, !isEnd {
        let words = try words(after: next, as: viewpoint, on: connection)
        candidates += words.filter { mayAsk($0.text) }.map(\.passage)
        next = words.last?.passage ?? next
        isEnd = words.count < batch
      }
      found += try read(
        "\(filter.condition(as: viewpoint)) AND passage.id = ANY (\(candidates))", as: viewpoint,
        on: connection)
    }
    return Array(found.prefix(limit))
  }

  /// Passages whose words are read in one go.
  private static let batch = 2_000

  /// The words of the next passages of the inquiry.
  ///
  /// Record by record, so that what other inquiries hold costs nothing. Left to itself the
  /// planner joins and sorts all of the inquiry for every page.
  ///
  /// - Parameter after: Where it is gone, the passage that came before it.
  private static func words(
    after: Identifier<Passage>, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [(passage: Identifier<Passage>, text: String)] {
    try connection.query(
      """
      WITH start AS (
        SELECT source_id, ordinal FROM record.passage WHERE id <= \(after)
        ORDER BY id DESC LIMIT 1)
      SELECT passage.id, version.text
      FROM (
        SELECT source.id, coalesce(start.ordinal, -1) AS ordinal
        FROM record.source LEFT JOIN start ON start.source_id = source.id
        WHERE inquiry_id = \(viewpoint.inquiryID)
          AND source.id >= coalesce((SELECT source_id FROM start), 0)
        ORDER BY source.id OFFSET 0) AS source
      CROSS JOIN LATERAL (
        SELECT passage.id, passage.ordinal FROM record.passage
        WHERE source_id = source.id AND passage.ordinal > source.ordinal
        ORDER BY passage.ordinal LIMIT \(batch)) AS passage
      CROSS JOIN LATERAL (
        SELECT text FROM record.passage_version
        WHERE passage_id = passage.id AND is_current
        OFFSET 0) AS version
      ORDER BY source.id, passage.ordinal
      LIMIT \(batch)
      """
    ) { row in (try row.next(), try row.next()) }
  }

  private static func read(
    _ condition: SQL, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [AskingPassage] {
    try connection.query(
      """
      SELECT passage.id, \(QuotableWords.locator), source.reference, source.state,
        (SELECT name FROM record.witness_group
          WHERE inquiry_id = \(viewpoint.inquiryID) AND slug = \(SearchedEvidence.group)),
        version.text, \(keys("recommendation", viewpoint)), \(keys("finding", viewpoint))
      \(SearchedEvidence.tables(viewpoint, with: block))
        AND \(condition) AND \(SearchedEvidence.isEvidence)
        AND NOT \(SearchedEvidence.isConfidential)
      ORDER BY source.id, passage.ordinal
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

  private static func keys(_ table: SQL, _ viewpoint: Viewpoint) -> SQL {
    """
    array(
      SELECT DISTINCT \(table).key FROM record.link
      JOIN record.\(table) ON \(table).id = link.\(table)_id
      WHERE link.passage_id = passage.id AND \(isAnswer(viewpoint))
      ORDER BY 1)
    """
  }

  /// Whether a link answers what it leads to. Before the first draft every link does.
  fileprivate static func isAnswer(_ viewpoint: Viewpoint) -> SQL {
    """
    link.status IN ('affirmed', 'suspect')
      AND (\(isCarriedLink(as: viewpoint)) OR \(newestDraft(of: viewpoint)) IS NULL)
    """
  }
}
