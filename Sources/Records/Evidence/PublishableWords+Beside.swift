import Inquiries
import Postgres

extension PublishableWords {
  /// Labels and the names of who bears them, and capacities and organisations of who was
  /// heard, as far as they name others who are not to be named: what the public sees beside
  /// the words. Members and witnesses of the session are named in any case.
  ///
  /// - Parameters:
  ///   - condition: Of `source`; it may read `withheld`.
  ///   - withheld: The names, as ``AnonymousWall/withheld(of:)`` has them.
  static func beside(
    _ condition: SQL, naming withheld: SQL, on connection: Connection
  ) throws -> [PublishableWords] {
    try connection.query(
      """
      WITH withheld AS MATERIALIZED (\(withheld)),
      hint AS MATERIALIZED (\(AnonymousWall.hint)),
      label AS (
        SELECT DISTINCT ON (source.id, said.text)
          source.id, source.reference, \(QuotableWords.locator) || ', label' AS locator,
          source.kind, said.text
        FROM record.source
        JOIN record.passage ON passage.source_id = source.id AND NOT passage.is_private
          AND passage.label <> ''
        LEFT JOIN record.question_block AS block ON block.id = passage.question_block_id
        LEFT JOIN record.person ON person.id = passage.person_id
        CROSS JOIN LATERAL (
          SELECT CASE WHEN passage.is_chair THEN passage.label
            ELSE coalesce(person.name, passage.label) END AS text) AS said
        WHERE source.kind IN ('transcript', 'note', 'summary') AND \(condition)
          AND NOT EXISTS (
            SELECT FROM record.session_member AS member
            WHERE member.session_id = source.session_id AND member.person_id = person.id)
          AND NOT EXISTS (
            SELECT FROM record.contribution
            JOIN record.witness ON witness.id = contribution.witness_id
            WHERE contribution.source_id = source.id AND witness.person_id = person.id)
        ORDER BY source.id, said.text, passage.ordinal),
      heard AS (
        SELECT source.id, source.reference, source.reference || ', witness ' || person.name,
          source.kind, concat_ws(', ', witness.capacity, witness.organisation)
        FROM record.source
        JOIN record.contribution ON contribution.source_id = source.id
        JOIN record.witness ON witness.id = contribution.witness_id
        JOIN record.person ON person.id = witness.person_id AND NOT person.is_name_only
        WHERE source.kind IN ('transcript', 'note', 'summary') AND \(condition)
          AND EXISTS (
            SELECT FROM record.panel JOIN record.panel_witness ON panel_id = panel.id
            WHERE panel.session_id = source.session_id AND witness_id = witness.id))
      SELECT shown.reference, shown.locator, shown.kind, other.names
      FROM (SELECT * FROM label UNION ALL SELECT * FROM heard) AS shown
      CROSS JOIN hint
      CROSS JOIN LATERAL (
        SELECT \(AnonymousWall.namesOfOthers(in: "shown.text", of: "shown.id")) AS names) AS other
      WHERE other.names IS NOT NULL
      ORDER BY shown.id, shown.locator
      """
    ) { row in
      PublishableWords(
        reference: try row.next(), locator: try row.next(), kind: try row.word(), isFootnote: false,
        text: "", ownNames: [], withheldNames: try row.next(), isBesideWords: true)
    }
  }
}
