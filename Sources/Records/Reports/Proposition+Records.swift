public import Inquiries
public import Postgres

extension Proposition {
  /// Every proposition of the inquiry, by key.
  public static func all(
    as viewpoint: Viewpoint, on connection: Connection
  ) throws -> [Proposition] {
    let bare = try connection.query(
      """
      SELECT id, key, text, revision FROM record.proposition
      WHERE inquiry_id = \(viewpoint.inquiryID)
      ORDER BY key COLLATE "C"
      """
    ) { row in
      (
        id: try row.next() as Int64, key: try row.next() as String,
        text: try row.next() as String, revision: try row.next() as Int
      )
    }
    let links = try Link.byEnd("proposition_id", bare.map(\.id), on: connection)
    return bare.map {
      Proposition(key: $0.key, text: $0.text, links: links[$0.id] ?? [], revision: $0.revision)
    }
  }

  /// Enters a proposition.
  ///
  /// - Returns: `false` where the key is taken.
  public static func insert(
    key: String, text: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Bool {
    try connection.execute(
      """
      INSERT INTO record.proposition (inquiry_id, key, text)
      VALUES (\(viewpoint.inquiryID), \(key), \(text))
      ON CONFLICT ON CONSTRAINT proposition_key_key DO NOTHING
      """) == 1
  }

  /// Gives it other words.
  ///
  /// - Returns: `false` when its revision is no longer the one at which it was read.
  public func reword(
    _ text: String, as viewpoint: Viewpoint, on connection: Connection
  ) throws -> Bool {
    try connection.execute(
      """
      UPDATE record.proposition SET text = \(text), revision = revision + 1
      WHERE inquiry_id = \(viewpoint.inquiryID) AND key = \(key) AND revision = \(revision)
      """) == 1
  }
}
