import Inquiries
import Postgres

/// The projections of calls for evidence and of what was sent in answer.
extension EvidenceProjections {
  private var publishedCalls: SQL {
    """
    SELECT call.* FROM record.call_for_evidence AS call
    JOIN record.inquiry ON inquiry.id = call.inquiry_id AND inquiry.is_launched
    WHERE call.inquiry_id = \(inquiry) AND call.state = 'published'
    """
  }

  var calls: Projection {
    Projection(
      table: "call_for_evidence", key: ["id"],
      columns: ["inquiry_id", "slug", "title", "text", "published_on"],
      wanted: """
        SELECT id, inquiry_id, slug, title, text, published_on FROM (\(publishedCalls)) AS call
        """,
      scope: "old.inquiry_id = \(inquiry)")
  }

  var callPeriods: Projection {
    Projection(
      table: "call_period", key: ["call_for_evidence_id", "ordinal"],
      columns: ["opens_on", "closes_on"],
      wanted: """
        SELECT call_for_evidence_id, ordinal, opens_on, closes_on FROM record.call_period
        WHERE call_for_evidence_id IN (SELECT id FROM (\(publishedCalls)) AS call)
        """,
      scope: """
        old.call_for_evidence_id IN (
          SELECT id FROM published.call_for_evidence WHERE inquiry_id = \(inquiry))
        """)
  }

  /// The name that may be printed, or what stands in its place; never the name
  /// of who must not be named.
  func submissions(isNarrow: Bool = false) -> Projection {
    Projection(
      table: "written_submission", key: ["source_id"],
      columns: [
        "inquiry_id", "call_for_evidence_id", "submitter", "is_anonymous", "is_redacted",
        "submitter_kind", "sequence_kind", "supplements_reference", "received_on", "dated_on",
      ],
      wanted: """
        SELECT source.id AS source_id, source.inquiry_id,
          published.call_for_evidence.id AS call_for_evidence_id, submitter.name AS submitter,
          written.outcome = 'published_anonymous' AS is_anonymous,
          EXISTS (
            SELECT FROM record.passage
            JOIN record.passage_version AS version
              ON version.passage_id = passage.id AND version.is_current
            JOIN record.redacted_text ON passage_version_id = version.id
            WHERE passage.source_id = source.id) AS is_redacted,
          written.submitter_kind, written.sequence_kind,
          -- Not between one that is named and one that is not: it would tell the name.
          CASE WHEN (written.printed_name IS NULL) = (first.printed_name IS NULL)
            THEN earlier.reference END AS supplements_reference, source.received_on, written.dated_on
        FROM (\(publishedSources)) AS source
        JOIN record.written_submission AS written ON written.source_id = source.id
        JOIN (\(Source.submitters)) AS submitter ON submitter.source_id = source.id
        LEFT JOIN published.call_for_evidence
          ON published.call_for_evidence.id = written.call_for_evidence_id
        LEFT JOIN published.source AS earlier ON earlier.id = written.supplements_source_id
        LEFT JOIN record.written_submission AS first ON first.source_id = earlier.id
        WHERE \(isNarrow ? inScope("source.id") : "true")
        """,
      scope: "old.inquiry_id = \(inquiry) AND \(isNarrow ? inScope("old.source_id") : "true")")
  }
}
