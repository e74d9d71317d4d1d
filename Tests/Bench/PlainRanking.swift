import Foundation
import Inquiries
import Postgres
import Records
import Tagging

/// Rankings to compare with, each as it is usually done.
enum PlainRanking {
  /// Each of them once, where it comes first.
  static func once(_ contexts: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return contexts.filter { seen.insert($0).inserted }
  }

  /// The words of each context.
  private static func words(
    _ rows: [SearchedEvidence.Row], _ context: (SearchedEvidence.Row) -> Int?
  ) -> [(context: Int, text: String)] {
    var words: [Int: String] = [:]
    for row in rows {
      if let context = context(row) { words[context, default: ""] += " \(row.text)" }
    }
    return words.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// BM25 over whole contexts, with the usual 1.2 and 0.75, on terms as the
  /// product reads them.
  static func bm25(
    _ texts: [String], _ rows: [SearchedEvidence.Row], _ context: (SearchedEvidence.Row) -> Int?
  ) -> [[Int]] {
    let contexts = words(rows, context).map { context, text in
      let terms = Terms.read(text).map(\.stem)
      return (context, terms.count, Dictionary(terms.map { ($0, 1.0) }, uniquingKeysWith: +))
    }
    let mean = Double(contexts.reduce(0) { $0 + $1.1 }) / Double(contexts.count)
    var spread: [String: Double] = [:]
    for (_, _, counts) in contexts { for stem in counts.keys { spread[stem, default: 0] += 1 } }
    return texts.map { text in
      let sought = Terms.read(text).map(\.stem)
      let scores = contexts.map { context, length, counts in
        let score = sought.reduce(0.0) { sum, stem in
          guard let count = counts[stem], let held = spread[stem] else { return sum }
          let weight = log1p((Double(contexts.count) - held + 0.5) / (held + 0.5))
          return sum + weight * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * Double(length) / mean))
        }
        return (context, score)
      }
      return scores.filter { $0.1 > 0 }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0)
    }
  }

  /// PostgreSQL's rank of whole contexts for any of the text's words.
  static func fullText(
    _ text: String, _ rows: [SearchedEvidence.Row], _ context: (SearchedEvidence.Row) -> Int?,
    on connection: Connection
  ) throws -> [Int] {
    let contexts = words(rows, context)
    return try connection.query(
      """
      SELECT context
      FROM unnest(\(contexts.map(\.context)), \(contexts.map(\.text))) AS given (context, words),
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
