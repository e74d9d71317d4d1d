public import Inquiries
public import Postgres

extension PersonMove {
  /// Published evidence that would be public under the name of the survivor, who must not be
  /// named in its inquiry or in one before or after it, and is not public there by now.
  public func uncovering(
    in inquiry: Identifier<Inquiry>, on connection: Connection
  ) throws -> [String] {
    try connection.query(
      """
      WITH withheld AS MATERIALIZED (
        \(AnonymousWall.withheld(in: "SELECT \(inquiry)::bigint"))),
      named AS (
        SELECT witness.person_id, source.reference
        FROM record.contribution
        JOIN record.witness ON witness.id = contribution.witness_id
        JOIN record.source ON source.id = contribution.source_id
        LEFT JOIN record.written_submission AS written ON written.source_id = source.id
        WHERE source.inquiry_id = \(inquiry) AND source.state = 'published'
          AND written.outcome IS DISTINCT FROM 'published_anonymous'
          AND NOT (contribution.consent = 'given'
            AND NOT 'name' = ANY (contribution.consent_uses))
          -- Who was planned and did not come has a part in the record and is not in it.
          AND (written.source_id IS NOT NULL OR EXISTS (
            SELECT FROM record.panel
            JOIN record.panel_witness AS seat ON seat.panel_id = panel.id
            WHERE panel.session_id = source.session_id AND seat.witness_id = witness.id))
        UNION
        SELECT passage.person_id, source.reference
        FROM record.passage
        JOIN record.source ON source.id = passage.source_id
        WHERE source.inquiry_id = \(inquiry) AND source.state = 'published'
          AND NOT passage.is_private AND passage.person_id IN (\(person), \(survivor))
        UNION
        SELECT member.person_id, source.reference
        FROM record.session_member AS member
        JOIN record.session ON session.id = member.session_id AND session.hearing = 'public'
        JOIN record.source ON source.session_id = member.session_id
        WHERE source.inquiry_id = \(inquiry) AND source.state = 'published')
      SELECT DISTINCT named.reference FROM named
      WHERE named.person_id = \(person)
        AND EXISTS (SELECT FROM withheld WHERE withheld.person_id = \(survivor))
        AND NOT EXISTS (SELECT FROM named AS known WHERE known.person_id = \(survivor))
      ORDER BY named.reference
      """
    ) { row in try row.next() }
  }
}
