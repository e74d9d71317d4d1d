import Inquiries
public import Postgres

/// What a link starts from, by its key: a finding, a recommendation, or a
/// proposition that somebody wants weighed.
public enum LinkEnd: Hashable, Sendable {
  case finding(String)
  case recommendation(String)
  case proposition(String)

  public var key: String {
    switch self {
    case .finding(let key), .recommendation(let key), .proposition(let key): key
    }
  }

  /// The column of a link that leads there.
  var column: SQL {
    switch self {
    case .finding: "finding_id"
    case .recommendation: "recommendation_id"
    case .proposition: "proposition_id"
    }
  }

  private var table: SQL {
    switch self {
    case .finding: "record.finding"
    case .recommendation: "record.recommendation"
    case .proposition: "record.proposition"
    }
  }

  /// The same end by its key, where it was named by its number in the newest
  /// draft; `nil` when there is none.
  public func resolved(as viewpoint: Viewpoint, on connection: Connection) throws -> LinkEnd? {
    let number: SQL
    if case .proposition = self {
      number = "false"
    } else {
      number = """
        EXISTS (
          SELECT FROM record.draft_block AS block
          WHERE block.\(column) = thing.id AND block.number::text = \(key)
            AND block.draft_version_id = \(newestDraft(of: viewpoint)))
        """
    }
    let found = try connection.first(
      """
      SELECT thing.key FROM \(table) AS thing
      WHERE thing.inquiry_id = \(viewpoint.inquiryID) AND (thing.key = \(key) OR \(number))
      """
    ) { row -> String in try row.next() }
    return found.map { found in
      switch self {
      case .finding: .finding(found)
      case .recommendation: .recommendation(found)
      case .proposition: .proposition(found)
      }
    }
  }

  /// Its permanent number in the inquiry.
  func id(as viewpoint: Viewpoint) -> SQL {
    "(SELECT id FROM \(table) WHERE inquiry_id = \(viewpoint.inquiryID) AND key = \(key))"
  }
}

extension Link {
  /// What a link starts from, joined to it; ``endKey`` is its key.
  static let endJoins: SQL = """
    LEFT JOIN record.finding ON finding.id = link.finding_id
    LEFT JOIN record.recommendation ON recommendation.id = link.recommendation_id
    LEFT JOIN record.proposition ON proposition.id = link.proposition_id
    """

  static let endKey: SQL = "coalesce(finding.key, recommendation.key, proposition.key)"

  static let endInquiry: SQL = """
    coalesce(finding.inquiry_id, recommendation.inquiry_id, proposition.inquiry_id)
    """
}
