public import Inquiries
public import Postgres

/// Vectors of what passages mean, as they are kept.
public enum PassageMeaning {
  /// A version whose vectors are wanted.
  public struct Wanted: Sendable {
    public let version: Identifier<PassageVersion>
    public let text: String
  }

  /// The next versions after one that stand now and have no vectors of the
  /// model, in any inquiry; for whoever computes them, and for nobody to read.
  ///
  /// - Returns: Those without vectors among the next `limit` versions, and the
  ///   last version looked at, `nil` when there was none to look at.
  public static func wanted(
    _ model: String, after last: Identifier<PassageVersion>, limit: Int, on connection: Connection
  ) throws -> (wanted: [Wanted], last: Identifier<PassageVersion>?) {
    let rows = try connection.query(
      """
      SELECT version.id, version.is_current AND passage.kind NOT IN ('stage', 'heading', 'logged')
          AND meaning.id IS NULL,
        version.text
      FROM (
        SELECT id, passage_id, is_current, text FROM record.passage_version
        WHERE id > \(last)
        ORDER BY id
        LIMIT \(limit)) AS version
      JOIN record.passage ON passage.id = version.passage_id
      LEFT JOIN record.passage_meaning AS meaning
        ON meaning.passage_version_id = version.id AND meaning.model = \(model)
      ORDER BY version.id
      """
    ) { row in
      let version: Identifier<PassageVersion> = try row.next()
      let isWanted: Bool = try row.next()
      return (isWanted, Wanted(version: version, text: try row.next()))
    }
    return (rows.filter(\.0).map(\.1), rows.last?.1.version)
  }

  /// How many passages there are that stand now, and how many of them have
  /// vectors of the model.
  public static func count(
    _ model: String, on connection: Connection
  ) throws -> (all: Int, known: Int) {
    try connection.one(
      """
      SELECT count(*), count(meaning.id)
      FROM record.passage_version AS version
      JOIN record.passage ON passage.id = version.passage_id
      LEFT JOIN record.passage_meaning AS meaning
        ON meaning.passage_version_id = version.id AND meaning.model = \(model)
      WHERE version.is_current AND passage.kind NOT IN ('stage', 'heading', 'logged')
      """
    ) { row in (try row.next(), try row.next()) }
  }

  /// Keeps vectors; those of a version that went, or has some already, are left out.
  public static func insert(
    _ vectors: [(version: Identifier<PassageVersion>, bytes: [UInt8])], _ model: String,
    on connection: Connection
  ) throws {
    try connection.execute(
      """
      INSERT INTO record.passage_meaning (passage_version_id, model, vectors)
      SELECT given.version, \(model), given.vectors
      FROM unnest(\(vectors.map(\.version)), \(vectors.map(\.bytes))) AS given (version, vectors)
      JOIN record.passage_version ON passage_version.id = given.version
      ON CONFLICT ON CONSTRAINT passage_meaning_once DO NOTHING
      """)
  }
}
