public import Inquiries
public import Postgres

extension Finding {
  /// Every finding of the inquiry, as the newest draft numbers them; those no
  /// draft carries come last.
  ///
  /// - Parameter name: A key or a number in that draft, where only one is wanted.
  public static func all(
    named name: String? = nil, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Finding] {
    struct Bare {
      let id: Int64
      let make: ([Link]) -> Finding
    }
    let bare = try connection.query(
      """
      SELECT finding.id, finding.key, block.number, block.paragraph_number, block.text,
        finding.revision
      FROM record.finding
      LEFT JOIN record.draft_block AS block ON block.finding_id = finding.id
        AND block.draft_version_id = \(newestDraft(of: viewpoint))
      WHERE finding.inquiry_id = \(viewpoint.inquiryID)
        AND coalesce(\(name) IN (finding.key, block.number::text), \(name) IS NULL)
      ORDER BY block.number, finding.id
      """
    ) { row -> Bare in
      let id: Int64 = try row.next()
      let key: String = try row.next()
      let number: Int? = try row.next()
      let paragraph: Int? = try row.next()
      let text: String? = try row.next()
      let revision: Int = try row.next()
      return Bare(id: id) {
        Finding(
          key: key, number: number, paragraph: paragraph, text: text, links: $0,
          revision: revision)
      }
    }
    let links = try Link.byEnd("finding_id", bare.map(\.id), on: connection)
    return bare.map { $0.make(links[$0.id] ?? []) }
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

/// The id of the newest draft version of the inquiry.
func newestDraft(of viewpoint: Viewpoint) -> SQL {
  """
  (SELECT draft_version.id FROM record.draft
   JOIN record.draft_version ON draft_id = draft.id
   WHERE inquiry_id = \(viewpoint.inquiryID) ORDER BY number DESC LIMIT 1)
  """
}

/// Whether the newest draft carries what a link starts from.
func isCarriedLink(as viewpoint: Viewpoint) -> SQL {
  """
  (link.finding_id IN (
     SELECT finding_id FROM record.draft_block
     WHERE draft_version_id = \(newestDraft(of: viewpoint)))
   OR link.recommendation_id IN (
     SELECT recommendation_id FROM record.draft_block
     WHERE draft_version_id = \(newestDraft(of: viewpoint))))
  """
}
