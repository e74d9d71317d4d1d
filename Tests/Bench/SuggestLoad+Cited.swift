import Inquiries
import Postgres
import Records
import Tagging

extension SuggestLoad {
  /// The sentences of the example's newest draft that cite evidence, on what they cite.
  func cited() async throws -> RankedSet {
    let slug = Self.example
    let rows = try await rows(in: slug)
    let contexts = Dictionary(
      uniqueKeysWithValues: rows.map { ($0.passage, Self.contextOfItsOwn($0)) })
    var texts: [JudgedText] = []
    for (block, text, brackets) in try await citing() {
      for (place, cited) in zip(Self.sentences(of: text), brackets).enumerated() {
        let relevant = Set(cited.1.compactMap { contexts[$0] ?? nil })
        guard !relevant.isEmpty, (try? EvidenceQuery(cited.0)) != nil else { continue }
        texts.append(
          JudgedText(
            id: "\(block).\(place + 1)", text: cited.0, isSemantic: false, relevant: relevant))
      }
    }
    return try await ranked("cited", texts, in: slug, Self.contextOfItsOwn)
  }

  /// Blocks of the draft that cite, with the passages of each of their brackets.
  private func citing() async throws -> [(Int, String, [[Identifier<Passage>]])] {
    let rows = try await pool.run { connection in
      try connection.query(
        """
        SELECT block.ordinal, block.text, array_agg(DISTINCT version.passage_id)
        FROM record.draft_block AS block
        JOIN record.citation
          ON citation.draft_version_id = block.draft_version_id
          AND citation.block_ordinal = block.ordinal
        LEFT JOIN record.citation_passage ON citation_id = citation.id
        LEFT JOIN record.passage_version AS version ON version.id = passage_version_id
        WHERE block.draft_version_id = (
          SELECT max(draft_version.id) FROM record.inquiry
          JOIN record.draft ON draft.inquiry_id = inquiry.id
          JOIN record.draft_version ON draft_version.draft_id = draft.id
          WHERE inquiry.slug = \(Self.example))
        GROUP BY block.ordinal, block.text, citation.bracket
        ORDER BY block.ordinal, citation.bracket
        """
      ) { row in
        let ordinal: Int = try row.next()
        let text: String = try row.next()
        let passages: [Identifier<Passage>?] = try row.next()
        return (ordinal, text, passages.compactMap { $0 })
      }
    }
    return Dictionary(grouping: rows, by: \.0).sorted { $0.key < $1.key }.map { ordinal, rows in
      (ordinal, rows[0].1, rows.map(\.2))
    }
  }

  /// What stands before each bracket, from the one before it on.
  private static func sentences(of text: String) -> [String] {
    var sentences: [String] = []
    var rest = text[...]
    while let bracket = rest.firstMatch(of: #/\[@[^\]]*\]/#) {
      sentences.append(String(rest[..<bracket.range.lowerBound]))
      rest = rest[bracket.range.upperBound...]
    }
    return sentences
  }
}
