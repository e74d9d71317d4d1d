import Inquiries
import Postgres

extension EvidenceProjections {
  /// What was corrected since it was public, and what stands beneath it.
  var corrections: Projection {
    Projection(
      table: "correction", key: ["id"],
      columns: [
        "passage_id", "kind", "version", "is_removal", "reason", "footnote",
        "supplement_reference", "corrected_on",
      ],
      // A submission that comes or goes takes its mention on an answer along.
      wanted: """
        SELECT correction.id, correction.passage_id, correction.kind, made.number AS version,
          correction.is_removal, correction.reason, correction.footnote,
          supplement.reference AS supplement_reference, correction.corrected_on
        FROM record.correction
        JOIN record.passage ON passage.id = correction.passage_id
        JOIN published.passage AS shown ON shown.id = passage.id AND shown.inquiry_id = \(inquiry)
        LEFT JOIN record.passage_version AS made ON made.id = correction.passage_version_id
        LEFT JOIN (\(publishedSources)) AS supplement ON supplement.id = supplement_source_id
        WHERE (\(inScope("passage.source_id")) OR \(inScope("supplement_source_id")))
          AND correction.removed_on IS NULL
          AND CASE correction.kind WHEN 'footnote' THEN true
            WHEN 'supplementary' THEN supplement.id IS NOT NULL ELSE was_public END
        """,
      scope: """
        old.passage_id IN (
          SELECT passage.id FROM published.passage
          JOIN published.source ON source.id = passage.source_id
          WHERE passage.inquiry_id = \(inquiry) AND (\(inScope("passage.source_id"))
            OR old.supplement_reference IN (
              SELECT reference FROM record.source AS meant WHERE \(inScope("meant.id")))))
        """)
  }
}
