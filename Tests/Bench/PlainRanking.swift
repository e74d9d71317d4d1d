import Inquiries
import Postgres
import Records

/// Rankings to compare with, each as it is usually done.
enum PlainRanking {
  /// Each of them once, where it comes first.
  static func once(_ contexts: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return contexts.filter { seen.insert($0).inserted }
  }

  /// PostgreSQL's rank of whole contexts for any of the text's words.
  static func fullText(
    _ text: String, _ rows: [SearchedEvidence.Row], _ context: (SearchedEvidence.Row) -> Int?,
    on connection: Connection
  ) throws -> [Int] {
    var words: [Int: String] = [:]
    for row in rows {
      if let context = context(row) { words[context, default: ""] += " \(row.text)" }
    }
    let contexts = words.sorted { $0.key < $1.key }
    return try connection.query(
      """
      SELECT context
      FROM unnest(\(contexts.map(\.key)), \(contexts.map(\.value))) AS given (context, words),
        to_tsvector('english', words) AS indexed,
        CAST(replace(CAST(plainto_tsquery('english', \(text)) AS text), '&', '|') AS tsquery)
          AS sought
      WHERE indexed @@ sought
      ORDER BY ts_rank(indexed, sought) DESC, context
      """
    ) { row in try row.next() }
  }

  /// Contexts by the passage of theirs that is nearest.
  static func nearest(
    _ vector: [Float], _ vectors: [[Float]], _ rows: [SearchedEvidence.Row],
    _ context: (SearchedEvidence.Row) -> Int?
  ) -> [Int] {
    let near = zip(rows, vectors).compactMap { row, other in
      context(row).map { ($0, zip(vector, other).reduce(0) { $0 + $1.0 * $1.1 }) }
    }
    return once(near.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0))
  }
}
